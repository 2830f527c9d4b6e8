//! Cells that belong together, and how far that may be trusted.

use crate::link::{ClaimKind, OperandSet};

/// How far a relation of cells may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// It may only confirm.
    Confirms,
    /// It may accuse where a known slip explains the figure.
    Likely,
    /// It is wrong where a known slip explains the figure.
    Stated,
    /// It may accuse.
    Proven,
}

/// Cells that belong together, by heads and labels.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// What it says.
    pub kind: ClaimKind,
    /// Index of the stated fact.
    pub stated: usize,
    /// The facts that it follows from.
    pub operands: OperandSet,
    /// How far it may be trusted.
    pub trust: Trust,
    /// Why it holds, in words.
    pub because: Vec<String>,
    /// Why it cannot be checked.
    pub reason: Option<&'static str>,
}
