//! From claims to checks: one file per check, each with its formula, its interval and its examples.

use rust_decimal::Decimal;

use crate::number::Interval;
use crate::relate::{Claim, Fact};
use crate::rule::Rule;
use crate::sheet::{Cause, Exactness, Verdict};

/// The rules that check stated figures.
pub static RULES: &[&Rule] = &[];

/// A claim and what came of recomputing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Name of the rule.
    pub rule: &'static str,
    /// The claim.
    pub claim: Claim,
    /// The value that the operands as printed give, in the unit of the stated figure.
    pub computed: Option<(Decimal, Interval)>,
    /// Whether stated and computed agree.
    pub verdict: Verdict,
    /// Why it is consistent.
    pub exactness: Option<Exactness>,
    /// The arithmetic in one line.
    pub formula: Option<String>,
    /// The likeliest slip of an inconsistent figure.
    pub cause: Option<Cause>,
    /// The figure that would fit, as it would be printed.
    pub suggestion: Option<String>,
    /// Why a figure is unchecked, for a copy editor.
    pub reason: Option<String>,
}

/// Checks every claim, in order.
pub fn checks(_facts: &[Fact], _claims: Vec<Claim>) -> Vec<Check> {
    Vec::new()
}
