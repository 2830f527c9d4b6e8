//! Stated percentage points or basis points against the two percents they lie between.
//!
//! Formula: current − base, times 100 for basis points.

use rust_decimal::Decimal;

use super::definition::{Computation, Definition};
use super::difference;
use super::formula::PrintedTerms;
use super::given::{Given, TOO_LONG};
use super::template::Template;
use crate::mention::Unit;
use crate::rule::{Rule, RuleKind};
use crate::sheet::CheckRule;

/// The check.
pub(super) static CHECK: Definition = Definition {
    check: CheckRule::Points,
    rule: RULE,
    title: "change in points",
    signed: true,
    compute,
    formula,
    message: &[Template("the distance from {base} to {current}")],
    lead: &[Template("From {base} to {current} is")],
    together: None,
};

const RULE: Rule = Rule {
    name: CheckRule::Points.as_str(),
    kind: RuleKind::Check,
    source: include_str!("points.rs"),
    examples: &[
        ("The margin was 21.2% compared to 26.9%, down 570 basis points.", "570 basis points = consistent (-570)"),
        ("The rate rose 0.5 percentage points to 3.2% from 2.7%.", "0.5 percentage points = consistent (0.5)"),
    ],
    counterexamples: &["The rate rose 0.5% to $3.2 million."],
};

/// The difference of the percents, in the unit of the stated points.
fn compute(given: &Given) -> Result<Computation, &'static str> {
    let computation = difference::compute(given).map_err(|_| "the text does not state both percents")?;
    if given.facts[given.claim.stated].figure.unit != Unit::BasisPoint {
        return Ok(computation);
    }
    let value = computation.value.checked_mul(Decimal::ONE_HUNDRED).ok_or(TOO_LONG)?;
    let interval = computation.interval.scale(Decimal::ONE_HUNDRED).ok_or(TOO_LONG)?;
    Ok(Computation { value, interval })
}

fn formula(terms: &PrintedTerms) -> String {
    let (current, base) = terms.levels();
    let unit = match terms.unit() {
        Unit::BasisPoint => "basis points",
        _ if terms.computed().abs() == Decimal::ONE => "percentage point",
        _ => "percentage points",
    };
    format!("{current} % − {base} % = {} {unit}", terms.number(6))
}
