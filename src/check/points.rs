//! Stated percentage points or basis points against the two percents they lie between.
//!
//! Formula: current − base, times 100 for basis points.

use rust_decimal::Decimal;

use super::given::TOO_LONG;
use super::{Computation, Given, difference};
use crate::mention::Unit;
use crate::rule::{Rule, RuleKind};

/// The rule.
pub static RULE: Rule = Rule {
    name: "points",
    kind: RuleKind::Check,
    source: include_str!("points.rs"),
    examples: &[
        ("The margin was 21.2% compared to 26.9%, down 570 basis points.", "570 basis points = consistent (-570)"),
        ("The rate rose 0.5 percentage points to 3.2% from 2.7%.", "0.5 percentage points = consistent (0.5)"),
    ],
    counterexamples: &["The rate rose 0.5% to $3.2 million."],
};

/// The difference of the percents, in the unit of the stated points.
pub(crate) fn compute(given: &Given) -> Result<Computation, &'static str> {
    let computation = difference::compute(given).map_err(|_| "the text does not state both percents")?;
    if given.facts[given.claim.stated].figure.unit != Unit::BasisPoint {
        return Ok(computation);
    }
    let value = computation.value.checked_mul(Decimal::ONE_HUNDRED).ok_or(TOO_LONG)?;
    let interval = computation.interval.scale(Decimal::ONE_HUNDRED).ok_or(TOO_LONG)?;
    Ok(Computation { value, interval })
}
