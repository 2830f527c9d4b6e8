//! What a check's file declares: its arithmetic, what it says to people, its documentation and its examples.

use rust_decimal::Decimal;

use super::answer::Answer;
use super::formula::PrintedTerms;
use super::given::Given;
use super::template::Template;
use crate::number::Interval;
use crate::relate::FigureFact;
use crate::rule::Rule;
use crate::sheet::CheckRule;

/// One check.
pub(crate) struct Definition {
    /// Which one, in the sheet.
    pub check: CheckRule,
    /// Its documentation and examples.
    pub rule: Rule,
    /// What people call it: "change in percent".
    pub title: &'static str,
    /// Whether it computes a change, whose sign the text gives in words.
    pub signed: bool,
    /// The arithmetic.
    pub(crate) compute: Compute,
    /// The arithmetic in one line, as a copy editor would write it.
    pub(crate) formula: fn(&PrintedTerms) -> String,
    /// What an inconsistent figure is not: "the change from {base} to {current}". The first that has its operands holds.
    pub(crate) message: &'static [Template],
    /// What leads to the result in a report: "From {base} to {current} is". The first that has its operands holds.
    pub(crate) lead: &'static [Template],
    /// Where a figure alone cannot be judged, what judges those of an article together.
    pub(crate) together: Option<Together>,
}

/// Computes a claim's value from its operands; the error is the reason for a copy editor.
pub(crate) type Compute = fn(&Given) -> Result<Computation, &'static str>;

/// How the figures of an article are judged by each other.
pub(crate) struct Together {
    /// Why one alone is not checked.
    pub alone: &'static str,
    /// Judges them, given the article's text.
    pub judge: fn(&str, &[FigureFact], &mut Vec<Answer>),
}

/// What the operands of a claim give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Computation {
    /// From the operands as printed, in the unit of the stated figure; a fall is negative.
    pub value: Decimal,
    /// What the operands' digits allow.
    pub interval: Interval,
}
