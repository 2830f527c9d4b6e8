//! Names of people, organisations and places, merged into entities.
//!
//! An article's words are read once ([`word`], [`evidence`]); runs of capitalised words are tagged by a small linear model
//! ([`feature`], [`model`], [`tagger`]) that also knows lists of names ([`table`]) and the vocabulary of news ([`vocabulary`]).
//! The mentions are then merged into entities. Where the model comes from stands in `model.md`.

pub mod country;
pub mod cue;
pub mod evidence;
pub mod feature;
mod house;
pub mod known;
pub mod location;
pub mod merge;
pub mod model;
pub mod role;
pub mod score;
pub mod table;
pub mod tagger;
pub mod ticker;
pub mod vocabulary;
pub mod word;

use crate::document::Document;
use crate::mention::{Entity, EntityKind, Figure, Period};

pub use merge::Mention;

/// The entities of the article, in the order of their first mention.
pub fn entities(document: &Document, _figures: &[Figure], _periods: &[Period]) -> Vec<Entity> {
    let reading = tagger::Reading::new(document);
    let mentions = mentions(document, &reading, &model::Model::embedded());
    let mentions = house::apply(document, &reading, mentions);
    let mut entities = merge::merge(document.text, &reading.words, &mentions);
    role::assign(document.text, &reading.words, &reading.sentences, &mentions, &mut entities);
    ticker::assign(document.text, &reading.words, &mut entities);
    location::assign(&reading.words, &reading.sentences, &mentions, &mut entities);
    house::describe(document, &mentions, &mut entities);
    entities
}

/// The names of the article by the given model and the rules, in order and without overlaps.
pub fn mentions(document: &Document, reading: &tagger::Reading, weights: &impl model::Weights) -> Vec<Mention> {
    let names = cue::apply(document.text, reading, tagger::tag(document.text, reading, weights));
    names
        .into_iter()
        .filter_map(|name| {
            let kind = [EntityKind::Person, EntityKind::Organization, EntityKind::Place].get(name.kind).copied()?;
            let first = reading.words[name.words.start].span;
            let last = reading.words[name.words.end - 1].span;
            Some(Mention { span: first.cover(last), kind, words: name.words, known: None })
        })
        .collect()
}
