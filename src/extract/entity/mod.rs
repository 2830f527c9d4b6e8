//! Names of people, organisations and places, merged into entities.
//!
//! An article's words are read once ([`word`], [`evidence`]); runs of capitalised words are tagged by a small linear model
//! ([`feature`], [`model`], [`tagger`]) that also knows lists of names ([`table`]) and the vocabulary of news ([`vocabulary`]).
//! The mentions are then merged into entities. Where the model comes from stands in `model.md`.

pub mod country;
pub mod cue;
pub mod evidence;
pub mod feature;
pub mod known;
pub mod model;
pub mod table;
pub mod tagger;
pub mod ticker;
pub mod vocabulary;
pub mod word;

use crate::document::Document;
use crate::mention::{Entity, EntityKind, Figure, Period};
use crate::text::Span;

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
}

/// The entities of the article, in the order of their first mention.
pub fn entities(document: &Document, _figures: &[Figure], _periods: &[Period]) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    for mention in mentions(document, &model::Model::embedded()) {
        let name = mention.span.of(document.text);
        match entities.iter_mut().find(|entity| entity.kind == mention.kind && entity.name == name) {
            Some(entity) => entity.mentions.push(mention.span),
            None => entities.push(Entity {
                kind: mention.kind,
                name: name.into(),
                aliases: Vec::new(),
                roles: Vec::new(),
                mentions: vec![mention.span],
            }),
        }
    }
    entities
}

/// The names of the article by the given model, in order and without overlaps.
pub fn mentions(document: &Document, weights: &impl model::Weights) -> Vec<NameMention> {
    let reading = tagger::Reading::new(document);
    let names = cue::apply(document.text, &reading, tagger::tag(&reading, weights));
    names
        .into_iter()
        .filter_map(|name| {
            let kind = [EntityKind::Person, EntityKind::Organization, EntityKind::Place].get(name.kind).copied()?;
            let first = reading.words[name.words.start].span;
            let last = reading.words[name.words.end - 1].span;
            Some(NameMention { span: first.cover(last), kind })
        })
        .collect()
}
