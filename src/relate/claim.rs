//! Claims: which figures a stated percent, multiple, change or sum is about.

use super::Fact;
use crate::document::Document;
use crate::mention::Period;

/// How the operands of a claim were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// By the grammar of one sentence.
    Sentence,
    /// By measure, unit and period over sentences close by.
    Nearby,
    /// By arithmetic: it may confirm, never accuse.
    Inferred,
}

/// What a stated figure says of its operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimKind {
    /// A percent change between two levels.
    Growth,
    /// A part of a whole in percent.
    Share,
    /// An amount that is the change between two levels.
    Difference,
    /// Percentage or basis points between two percents.
    Points,
    /// The total of its parts.
    Sum,
    /// A factor between two levels.
    Multiple,
    /// The same amount in another currency.
    Conversion,
    /// The same measure of the same period given twice.
    Restatement,
}

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A rise.
    Up,
    /// A fall.
    Down,
}

/// The facts that a claim names, as indices, by their part in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operands {
    /// The level after the change.
    pub current: Option<usize>,
    /// The level before it.
    pub base: Option<usize>,
    /// The change as an amount.
    pub delta: Option<usize>,
    /// The part of a share.
    pub part: Option<usize>,
    /// The whole of a share.
    pub whole: Option<usize>,
    /// The parts of a sum.
    pub parts: Vec<usize>,
    /// The amount that is converted.
    pub of: Option<usize>,
}

/// A stated figure and what it is said to follow from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it says.
    pub kind: ClaimKind,
    /// Index of the stated fact.
    pub stated: usize,
    /// The facts it is about; those that the text does not state are missing.
    pub operands: Operands,
    /// Which way the text says it went.
    pub direction: Option<Direction>,
    /// How the operands were found.
    pub link: Link,
    /// Why it cannot be checked, where the language tells: "a forecast", "a level, not a change".
    pub reason: Option<&'static str>,
}

/// The claims of the article, in the order of their stated figures. Every percent has one at least.
pub fn claims(_document: &Document, _facts: &[Fact], _periods: &[Period]) -> Vec<Claim> {
    Vec::new()
}
