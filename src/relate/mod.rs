//! From mentions to facts, and from facts to the claims that link a stated change to its operands.

mod attribution;
mod claim;
mod cue;
mod measure;
mod modality;
mod skeleton;
mod time;
mod whose;

pub use claim::{Claim, ClaimKind, Comparison, Direction, Link, Operands, claims};
pub use cue::words;
pub use measure::MeasureKey;
pub use modality::Modality;
pub use skeleton::{Skeleton, skeletons};

use crate::document::Document;
use crate::mention::{Entity, Figure, Period};

/// A figure and what the article says of it. Indices point into the analysis' entities and periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
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
}

/// Turns every figure into a fact, in order.
pub fn facts(document: &Document, figures: Vec<Figure>, skeletons: &[Skeleton], periods: &[Period], entities: &[Entity]) -> Vec<Fact> {
    let mut facts: Vec<Fact> = figures
        .into_iter()
        .map(|figure| Fact {
            sentence: document.sentence_at(figure.span.start),
            measure: None,
            measure_key: MeasureKey::default(),
            loss: false,
            printed_sign: printed_sign(figure.span.of(document.text)),
            entity: None,
            period: None,
            modality: Modality::Actual,
            attribution: None,
            figure,
        })
        .collect();
    modality::assign(document, skeletons, &mut facts);
    time::assign(document, &mut facts, periods);
    measure::assign(document, skeletons, &mut facts);
    whose::assign(document, &mut facts, entities);
    attribution::assign(document, &mut facts, entities);
    facts
}

fn printed_sign(text: &str) -> Option<Direction> {
    match text.chars().next() {
        Some('+' | '▲' | '↑') => Some(Direction::Up),
        Some('-' | '−' | '–' | '▼' | '↓' | '(') => Some(Direction::Down),
        _ => None,
    }
}
