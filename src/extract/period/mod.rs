//! Periods: expressions that name a date or a stretch of time of a day or longer.

use crate::document::Document;
use crate::mention::Period;
use crate::text::Classes;

/// The periods of the article in order, without overlaps, resolved against its context.
pub fn periods(_document: &Document) -> Vec<Period> {
    Vec::new()
}

/// The words that the period rules are anchored to.
pub fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    std::iter::empty()
}
