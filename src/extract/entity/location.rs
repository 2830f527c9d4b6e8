//! Where an organisation has its seat, where the text says so: "Acme, based in Austin", "Austin-based carton maker Acme".

use super::merge::Mention;
use super::word::{NameWord, hash_lower};
use crate::mention::{EntityKind, NamedEntity};
use crate::text::Span;

/// How many words may stand between the organisation and "based in": "Acme Inc. (NYSE: ACM), a carton maker based in Austin".
const FAR: usize = 14;
/// How many words may stand between "Austin-based" and the organisation.
const BESIDE: usize = 3;

/// Gives each organisation the place that the text seats it in, the first one that it says.
pub(crate) fn assign(words: &[NameWord], sentences: &[std::ops::Range<usize>], mentions: &[Mention], entities: &mut [NamedEntity]) {
    let of_span: rustc_hash::FxHashMap<Span, usize> =
        entities.iter().enumerate().flat_map(|(i, entity)| entity.mentions.iter().map(move |&span| (span, i))).collect();
    for (i, place) in mentions.iter().enumerate().filter(|(_, mention)| mention.kind == EntityKind::Place) {
        let at = sentences.partition_point(|sentence| sentence.end <= place.words.start);
        let Some(sentence) = sentences.get(at) else { continue };
        let organization = based_in(words, sentence.start, mentions, i).or_else(|| based(words, sentence.end, mentions, i));
        let entity_of = |mention: &Mention| of_span.get(&mention.span).copied();
        if let Some((organization, place)) = organization.and_then(entity_of).zip(entity_of(place)) {
            entities[organization].location.get_or_insert(place);
        }
    }
}

fn is_any(word: &NameWord, known: &[&str]) -> bool {
    known.iter().any(|known| hash_lower(known) == word.lower)
}

/// The organisation before "based in" or "headquartered in" the place.
fn based_in<'m>(words: &[NameWord], start: usize, mentions: &'m [Mention], place: usize) -> Option<&'m Mention> {
    let at = mentions[place].words.start;
    let seated = at >= start + 2 && is_any(&words[at - 1], &["in"]) && is_any(&words[at - 2], &["based", "headquartered"]);
    let before = mentions[..place].iter().rev().take_while(|mention| mention.words.start >= start);
    let nearest = before.take(3).find(|mention| mention.kind == EntityKind::Organization)?;
    (seated && at - nearest.words.end <= FAR).then_some(nearest)
}

/// The organisation behind "Austin-based".
fn based<'m>(words: &[NameWord], end: usize, mentions: &'m [Mention], place: usize) -> Option<&'m Mention> {
    let at = mentions[place].words.end;
    let seated = at + 1 < end && words[at].sign == Some('-') && is_any(&words[at + 1], &["based", "headquartered"]);
    let next = mentions.get(place + 1).filter(|mention| mention.kind == EntityKind::Organization && mention.words.start < end)?;
    (seated && next.words.start <= at + 2 + BESIDE).then_some(next)
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    /// The seat of the article's first organisation.
    fn seat(text: &str) -> Option<String> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        let location = sheet.entities.iter().find(|entity| !matches!(entity.kind, crate::sheet::EntityKind::Place))?.location.clone()?;
        sheet.entities.iter().find(|entity| entity.id == location).map(|entity| entity.name.clone())
    }

    #[test]
    fn organizations_have_the_seat_that_the_text_says() {
        assert_eq!(seat("Harlow Carton Inc., a maker of boxes based in Chicago, said sales rose.").as_deref(), Some("Chicago"));
        assert_eq!(seat("Harlow Carton Inc. is headquartered in Dublin.").as_deref(), Some("Dublin"));
        assert_eq!(seat("London-based Harlow Carton Ltd. said sales rose.").as_deref(), Some("London"));
    }

    #[test]
    fn a_place_that_is_no_seat_is_left_alone() {
        assert_eq!(seat("Harlow Carton Inc. opened a plant in Chicago."), None);
        assert_eq!(seat("Harlow Carton Inc. said sales in London rose."), None);
    }
}
