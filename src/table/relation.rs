//! Cells that belong together, and how far that may be trusted.

use rust_decimal::Decimal;

use crate::link::{ClaimKind, OperandSet};
use crate::mention::Value;
use crate::number::Interval;
use crate::relate::FigureFact;

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

/// What the printed digits of a fact allow.
pub(super) fn rounding(facts: &[FigureFact], fact: usize) -> Interval {
    facts[fact].figure.value.rounding()
}

/// Whether a stated figure lies where its operands put it, rounded or cut, with either sign.
pub(super) fn agrees(facts: &[FigureFact], stated: usize, computed: &Interval) -> bool {
    let Value::One(printed) = facts[stated].figure.value else { return false };
    let meets = |computed: &Interval| printed.rounding().meets(computed) || printed.truncation().meets(computed);
    meets(computed) || meets(&computed.negate())
}

/// One figure in percent of another.
pub(super) fn percent(facts: &[FigureFact], part: usize, whole: usize) -> Option<Interval> {
    rounding(facts, part).div(&rounding(facts, whole)).and_then(|ratio| ratio.scale(Decimal::ONE_HUNDRED))
}

/// A share of one cell in another.
pub(super) fn share(stated: usize, (part, whole): (usize, usize), trust: Trust, why: &str) -> Relation {
    Relation {
        kind: ClaimKind::Share,
        stated,
        operands: OperandSet { part: Some(part), whole: Some(whole), ..OperandSet::default() },
        trust,
        because: vec![why.into()],
        reason: None,
    }
}
