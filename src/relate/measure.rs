//! What a figure measures: "IT exports", "net profit", "book value per share".

use super::Fact;
use crate::document::Document;

/// Gives each fact its measure where the text names one.
pub fn assign(_document: &Document, _facts: &mut [Fact]) {}
