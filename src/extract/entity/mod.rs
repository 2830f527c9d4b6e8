//! Names of people, organisations and places, merged into entities.
//!
//! An article's words are read once ([`word`], [`evidence`]); runs of capitalised words are tagged by a small linear model
//! ([`feature`], [`model`], [`tagger`]) that also knows lists of names ([`table`]) and the vocabulary of news ([`vocabulary`]).
//! The mentions are then merged into entities. Where the model comes from stands in `model.md`.

pub(crate) mod around;
pub(crate) mod evidence;
pub(crate) mod feature;
pub(crate) mod hash;
pub(crate) mod hash_table;
mod home;
mod house;
mod itself;
pub(crate) mod known;
mod listed;
pub(crate) mod location;
mod market;
pub(crate) mod merge;
pub(crate) mod model;
pub(crate) mod role;
pub(crate) mod score;
pub(crate) mod tagger;
pub(crate) mod ticker;
pub(crate) mod vocabulary;
mod wire;
pub(crate) mod word;

use crate::document::Document;
use crate::mention::{EntityKind, Figure, FigureKind, NamedEntity, TimeSpan};

pub(crate) use merge::Mention;

/// The entities of the article, in the order of their first mention.
pub fn entities(document: &Document, figures: &[Figure], periods: &[TimeSpan]) -> Vec<NamedEntity> {
    let reading = tagger::TaggerReading::new(document);
    let mut mentions = mentions(document, &reading, &model::TagModel::embedded());
    mentions.retain(|mention| !is_in_figure(document.text, mention, figures, periods));
    let mentions = market::add(document.text, &reading.words, mentions);
    let mentions = house::apply(document, &reading, mentions);
    let mentions = listed::add(document.text, &reading.words, &reading.sentences, mentions);
    let mentions = itself::add(document.text, &reading.words, mentions);
    let wire = wire::is_wire(document.text);
    let mentions = if wire { wire::add(document.text, &reading.words, &reading.sentences, mentions) } else { mentions };
    let mut entities = merge::merge(document.text, &reading.words, &mentions);
    if wire {
        wire::unite(document.text, &mut entities);
    }
    listed::assign(document.text, &mut entities);
    home::add(document, &mut entities);
    role::assign(document.text, &reading.words, &reading.sentences, &mentions, &mut entities);
    ticker::assign(document.text, &reading.words, &mut entities);
    location::assign(&reading.words, &reading.sentences, &mentions, &mut entities);
    house::describe(document, &mentions, &mut entities);
    entities
}

/// The names of the article by the given model and the rules, in order and without overlaps.
pub fn mentions(document: &Document, reading: &tagger::TaggerReading, weights: &impl model::Weights) -> Vec<Mention> {
    let names = around::apply(document.text, reading, tagger::tag(document.text, reading, weights));
    names
        .into_iter()
        .filter_map(|name| {
            let kind = [EntityKind::Person, EntityKind::Organization, EntityKind::Place].get(name.kind).copied()?;
            let words = behind_dash(document.text, &reading.words, name.words);
            let first = reading.words[words.start].span;
            let last = reading.words[words.end - 1].span;
            Some(Mention { span: first.cover(last), kind, words, known: None })
        })
        .collect()
}

/// The name behind a dash with blanks around it, where it holds one: a wire's name stands before "Acme Corp" in "Newsroom - Acme Corp".
fn behind_dash(text: &str, words: &[word::NameWord], name: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let spaced =
        |span: crate::text::Span| text[..span.start].ends_with(char::is_whitespace) && text[span.end..].starts_with(char::is_whitespace);
    let dash = name.clone().rev().skip(1).find(|&i| matches!(words[i].sign, Some('-' | '–' | '—')) && spaced(words[i].span));
    dash.map_or(name.clone(), |dash| dash + 1..name.end)
}

/// Whether the name is only a part of an amount or a period: "SEK" in "SEK 12 million", "US" in "US$5", "Q4". The country in
/// "5 US dollars" is a name.
fn is_in_figure(text: &str, mention: &Mention, figures: &[Figure], periods: &[TimeSpan]) -> bool {
    let figure = figures.partition_point(|figure| figure.span.start <= mention.span.start).checked_sub(1).map(|i| &figures[i]);
    let period = periods.partition_point(|period| period.span.start <= mention.span.start).checked_sub(1).map(|i| periods[i].span);
    let amount = figure.filter(|figure| figure.kind == FigureKind::Amount).map(|figure| figure.span);
    let is_country = mention.kind == EntityKind::Place
        && text[mention.span.end..].starts_with(char::is_whitespace)
        && !mention.span.of(text).contains(|character: char| character.is_ascii_digit());
    amount.is_some_and(|amount| amount.contains(mention.span)) && !is_country || period.is_some_and(|period| period.contains(mention.span))
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    #[test]
    fn parts_of_figures_are_no_names() {
        let names = |text: &str| -> Vec<String> {
            let sheet = analyze(&Article::from_text(text), &Options::default());
            sheet.entities.into_iter().map(|entity| entity.name).collect()
        };
        assert_eq!(names("Brask Foods of Norway sold its barns for SEK 12 million in Q4, or US$1.2 million."), ["Brask Foods", "Norway"]);
        assert_eq!(names("A ticket to Norway costs 40 US dollars."), ["Norway", "US"]);
    }
}
