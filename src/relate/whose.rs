//! Whose figure it is: possessive, subject, heading, or the company of the release.
//!
//! The owner is an organisation or a place. In the figure's sentence, to its left, the nearest name that has something
//! (`Acme's profit`) or begins a clause (`Acme, a lender, raised`), then one after "at", "of" or "for"; to its right, one after "at" or
//! "by". Else "the company" and "we" are the company spoken of last, and a sentence without a name goes on about the last owner.

use super::fact::Fact;
use crate::document::Document;
use crate::mention::{Entity, EntityKind};
use crate::text::{Classes, Span, Token, TokenKind};
use crate::words::WordList;

/// How many sentences an owner is carried on.
const CARRIED: usize = 4;
/// Words after which a name is not the subject.
static PREPOSITIONS: WordList = WordList::new(&[
    "in", "at", "from", "for", "by", "to", "of", "with", "than", "against", "into", "among", "on", "over", "across", "via", "like",
]);

/// Gives each fact its entity where the text names one. `places` are where the entities are named.
pub fn assign(document: &Document, facts: &mut [Fact], entities: &[Entity], places: &[(Span, usize)]) {
    let reader = Reader { document, entities, places };
    let mut last: Option<(usize, usize)> = None;
    for fact in facts {
        let carried = last.filter(|&(_, sentence)| fact.sentence.saturating_sub(sentence) <= CARRIED).map(|(owner, _)| owner);
        fact.entity = reader.in_sentence(fact).or_else(|| reader.company(fact, carried)).or(carried);
        if let Some(owner) = fact.entity {
            last = Some((owner, fact.sentence));
        }
    }
}

struct Reader<'d> {
    document: &'d Document<'d>,
    entities: &'d [Entity],
    places: &'d [(Span, usize)],
}

impl Reader<'_> {
    fn token_is(&self, token: Option<&Token>, words: &[&str]) -> bool {
        token.is_some_and(|token| words.iter().any(|word| token.is_word(self.document.text, word)))
    }

    /// The names of the sentence that can own a figure.
    fn owners(&self, within: Span) -> impl DoubleEndedIterator<Item = (Span, usize)> + '_ {
        let first = self.places.partition_point(|(place, _)| place.start < within.start);
        let end = self.places.partition_point(|(place, _)| place.start < within.end);
        self.places[first..end.max(first)].iter().copied().filter(|&(_, i)| self.entities[i].kind != EntityKind::Person)
    }

    fn in_sentence(&self, fact: &Fact) -> Option<usize> {
        let sentence = self.document.sentences.get(fact.sentence)?;
        let within = self.document.span(sentence.tokens.clone());
        let at = fact.figure.span.start;
        let mut weak = None;
        for (place, i) in self.owners(within).rev().filter(|(place, _)| place.end <= at) {
            match self.standing(place, i, within) {
                Standing::Owner => return Some(i),
                Standing::Weak => weak = weak.or(Some(i)),
                Standing::None => {}
            }
        }
        weak.or_else(|| self.after(fact, within))
    }

    /// How a name before the figure stands in its clause.
    fn standing(&self, place: Span, entity: usize, within: Span) -> Standing {
        let tokens = &self.document.tokens;
        let (mut first, next) = (self.document.token_at(place.start), self.document.token_at(place.end));
        let organization = self.entities[entity].kind == EntityKind::Organization;
        if tokens.get(next).is_some_and(|token| token.kind == TokenKind::Word && token.text(self.document.text).starts_with(['\'', '’']))
        {
            return Standing::Owner;
        }
        if first > 0 && self.token_is(tokens.get(first - 1), &["the"]) {
            first -= 1;
        }
        let before = first.checked_sub(1).map(|i| &tokens[i]).filter(|token| token.span.start >= within.start);
        if self.token_is(before, &["to"]) && first >= 2 && self.token_is(tokens.get(first - 2), &["according"]) {
            return Standing::None;
        }
        if before.is_some_and(|token| PREPOSITIONS.has(token.text(self.document.text))) {
            return if organization && self.token_is(before, &["at", "of", "for", "by"]) { Standing::Weak } else { Standing::None };
        }
        if organization {
            return Standing::Owner;
        }
        // A place owns what it has or does: it begins the clause and a verb follows at once.
        let begins =
            before.is_none_or(|token| token.kind != TokenKind::Word || self.token_is(Some(token), &["and", "but", "while", "as", "that"]));
        let verb = tokens
            .get(next)
            .is_some_and(|token| token.kind == TokenKind::Word && token.text(self.document.text).starts_with(char::is_lowercase));
        let listed = self.token_is(tokens.get(next), &["and", "or"]);
        if begins && verb && !listed { Standing::Owner } else { Standing::None }
    }

    /// "revenue of $5 million at Acme".
    fn after(&self, fact: &Fact, within: Span) -> Option<usize> {
        const REACH: usize = 6;
        let end = self.document.token_at(fact.figure.span.end);
        self.owners(within).filter(|(place, _)| place.start >= fact.figure.span.end).find_map(|(place, i)| {
            let first = self.document.token_at(place.start);
            let near = first.saturating_sub(end) <= REACH;
            let joined = first > 0 && self.token_is(self.document.tokens.get(first - 1), &["at", "for", "by"]);
            (near && joined && self.entities[i].kind == EntityKind::Organization).then_some(i)
        })
    }

    /// The company that "the company", "we" or "it" stands for in the figure's sentence.
    fn company(&self, fact: &Fact, carried: Option<usize>) -> Option<usize> {
        let sentence = self.document.sentences.get(fact.sentence)?;
        let is_company = |&i: &usize| self.entities[i].kind == EntityKind::Organization;
        let tokens = &self.document.tokens[sentence.tokens.clone()];
        let before = tokens.iter().take_while(|token| token.span.start < fact.figure.span.start);
        if !before.into_iter().any(|token| token.classes.any(Classes::COMPANY)) {
            return None;
        }
        let end = self.places.partition_point(|(place, _)| place.start < fact.figure.span.start);
        carried
            .filter(is_company)
            .or_else(|| self.entities.iter().position(|entity| entity.ticker.is_some()))
            .or_else(|| self.places[..end].iter().rev().map(|&(_, i)| i).find(is_company))
    }
}

/// How a name stands to a figure behind it.
enum Standing {
    /// It has or does what the figure tells.
    Owner,
    /// It may.
    Weak,
    /// It does not.
    None,
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    fn owners(text: &str) -> Vec<String> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        let name = |id: &Option<String>| {
            sheet.entities.iter().find(|entity| Some(&entity.id) == id.as_ref()).map_or("", |entity| entity.name.as_str())
        };
        sheet.facts.iter().map(|fact| format!("{}: {}", fact.text, name(&fact.entity))).collect()
    }

    #[test]
    fn possessives_subjects_and_carried_owners() {
        assert_eq!(
            owners("Norway’s exports rose 4% to $20 billion. Imports fell 2%."),
            ["4%: Norway", "$20 billion: Norway", "2%: Norway"]
        );
        assert_eq!(
            owners("The start-up Zumbo raised $8 million, and the lender Plinth raised $3 million."),
            ["$8 million: Zumbo", "$3 million: Plinth"]
        );
    }

    #[test]
    fn a_source_owns_nothing() {
        assert_eq!(owners("The market grew 4%, according to Gartner."), ["4%: "]);
    }
}
