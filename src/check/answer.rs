//! What came of recomputing a stated figure.

use rust_decimal::Decimal;

use crate::link::Claim;
use crate::number::Interval;
use crate::sheet::{Cause, Exactness, Severity, Verdict};

/// A claim and what came of recomputing it. The sheet publishes it as a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The claim.
    pub claim: Claim,
    /// The value that the operands as printed give, in the unit of the stated figure, and what their rounding allows.
    pub computed: Option<(Decimal, Interval)>,
    /// Whether stated and computed agree.
    pub verdict: Verdict,
    /// How sure an inconsistent figure is to be one.
    pub severity: Option<Severity>,
    /// Why it is consistent.
    pub exactness: Option<Exactness>,
    /// The arithmetic in one line.
    pub formula: Option<String>,
    /// The likeliest slip of an inconsistent figure.
    pub cause: Option<Cause>,
    /// The figure that would fit, as it would be printed.
    pub suggestion: Option<String>,
    /// Why a figure is unchecked, or an inconsistent one only a warning, for a copy editor.
    pub reason: Option<String>,
}
