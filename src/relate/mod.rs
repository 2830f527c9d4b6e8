//! From mentions to facts, and from facts to the claims that link a stated change to its operands.

mod attribution;
mod claim;
mod measure;
mod modality;
mod time;
mod whose;

pub use claim::{Claim, ClaimKind, Direction, Link, Operands, claims};
pub use modality::Modality;

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
pub fn facts(document: &Document, figures: Vec<Figure>, periods: &[Period], entities: &[Entity]) -> Vec<Fact> {
    let mut facts: Vec<Fact> = figures
        .into_iter()
        .map(|figure| Fact {
            sentence: document.sentence_at(figure.span.start),
            figure,
            measure: None,
            entity: None,
            period: None,
            modality: Modality::Actual,
            attribution: None,
        })
        .collect();
    modality::assign(document, &mut facts);
    time::assign(document, &mut facts, periods);
    measure::assign(document, &mut facts);
    whose::assign(document, &mut facts, entities);
    attribution::assign(document, &mut facts, entities);
    facts
}
