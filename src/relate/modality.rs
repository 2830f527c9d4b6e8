//! Whether a figure is said to be so, aimed at or expected.

use super::Fact;
use crate::document::Document;

/// How the text puts a figure forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Modality {
    /// It is or was so.
    #[default]
    Actual,
    /// It is aimed at.
    Target,
    /// It is expected.
    Forecast,
}

/// Gives each fact its modality.
pub fn assign(_document: &Document, _facts: &mut [Fact]) {}
