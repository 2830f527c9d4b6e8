//! Names of people, organisations and places, merged into entities.

use crate::document::Document;
use crate::mention::{Entity, Figure, Period};

/// The entities of the article, in the order of their first mention.
pub fn entities(_document: &Document, _figures: &[Figure], _periods: &[Period]) -> Vec<Entity> {
    Vec::new()
}
