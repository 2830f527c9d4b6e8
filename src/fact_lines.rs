//! What a sheet says of each figure, as the lines that tests compare.

use crate::sheet::{Fact, FactSheet};
use crate::{Article, Options, analyze};

/// A line for each fact of the article: its text, and what is told of it.
pub(crate) fn lines(article: &Article, told: impl Fn(&FactSheet, &Fact) -> String) -> Vec<String> {
    let sheet = analyze(article, &Options::default());
    sheet.facts.iter().map(|fact| format!("{}: {}", fact.text, told(&sheet, fact))).collect()
}

/// The name of an entity; nothing where there is none.
pub(crate) fn name(sheet: &FactSheet, id: &Option<String>) -> String {
    id.as_ref().and_then(|id| sheet.entity(id)).map_or(String::new(), |entity| entity.name.clone())
}

/// Each figure of a text with its owner.
pub(crate) fn owners(text: &str) -> Vec<String> {
    lines(&Article::from_text(text), |sheet, fact| name(sheet, &fact.entity))
}

/// An article with a title.
pub(crate) fn titled(title: &str, text: &str) -> Article {
    Article { title: Some(title.into()), ..Article::from_text(text) }
}
