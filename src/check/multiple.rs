//! A stated multiple ("doubled", "three times") against the two levels.
//!
//! Formula: current / base. A multiple in words is good to half a unit, one in digits to its last digit.

use super::{Computation, Given};
use crate::rule::{Rule, RuleKind};

/// The rule.
pub static RULE: Rule = Rule {
    name: "multiple",
    kind: RuleKind::Check,
    source: include_str!("multiple.rs"),
    examples: &[
        ("Profit more than doubled to $210 million from $100 million.", "doubled = consistent (2.1)"),
        ("Profit tripled to $210 million from $100 million.", "tripled = inconsistent (2.1), 2.1 times"),
    ],
    counterexamples: &["Profit rose 5% to $210 million from $200 million."],
};

/// The factor between the levels.
pub(crate) fn compute(given: &Given) -> Result<Computation, &'static str> {
    let operands = &given.claim.operands;
    let (Some(current), Some(base)) = (operands.current, operands.base) else {
        return Err("the text does not state both levels");
    };
    let (current_value, current) = given.level(current)?;
    let (base_value, base) = given.level(base)?;
    let value = current_value.checked_div(base_value).ok_or("the level before the change is zero")?;
    let interval = current.div(&base).ok_or("the level before the change is zero or printed too coarsely to divide by")?;
    Ok(Computation { value, interval })
}
