//! A figure and what the article says of it.

use super::key::MeasureKey;
use crate::mention::{CellPlace, Figure};
pub(crate) use crate::sheet::Modality;

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A rise.
    Up,
    /// A fall.
    Down,
}

/// A figure and what the article says of it. Indices point into the analysis' entities and periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureFact {
    /// The figure.
    pub figure: Figure,
    /// Index of its sentence.
    pub sentence: usize,
    /// What is measured, from the text.
    pub measure: Option<String>,
    /// The measure as words that can be compared.
    pub measure_key: MeasureKey,
    /// Whether the text calls it a loss or a deficit: its level is below zero.
    pub loss: bool,
    /// Up or down, where a plus or minus sign is printed.
    pub printed_sign: Option<Direction>,
    /// Whose figure it is.
    pub entity: Option<usize>,
    /// The period that it is about.
    pub period: Option<usize>,
    /// Said to be so, aimed at or expected.
    pub modality: Modality,
    /// Who says so.
    pub attribution: Option<usize>,
    /// Where in a table it stands.
    pub cell: Option<CellPlace>,
}
