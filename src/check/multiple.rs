//! A stated multiple ("doubled", "three times") against the two levels.
//!
//! Formula: current / base. A multiple in words is good to half a unit, one in digits to its last digit.

use super::definition::{Computation, Definition};
use super::formula::PrintedTerms;
use super::given::Given;
use super::template::Template;
use crate::rule::{Rule, RuleKind};
use crate::sheet::CheckRule;

/// The check.
pub(super) static CHECK: Definition = Definition {
    check: CheckRule::Multiple,
    rule: RULE,
    title: "multiple",
    signed: false,
    compute,
    formula,
    message: &[Template("how many times {base} goes into {current}")],
    lead: &[Template("From {base} to {current} is")],
    together: None,
};

const RULE: Rule = Rule {
    name: CheckRule::Multiple.as_str(),
    kind: RuleKind::Check,
    source: include_str!("multiple.rs"),
    examples: &[
        ("Profit more than doubled to $210 million from $100 million.", "doubled = consistent (2.1)"),
        ("Profit tripled to $210 million from $100 million.", "tripled = inconsistent (2.1), 2.1 times"),
    ],
    counterexamples: &["Profit rose 5% to $210 million from $200 million."],
};

/// The factor between the levels.
fn compute(given: &Given) -> Result<Computation, &'static str> {
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

fn formula(terms: &PrintedTerms) -> String {
    let (current, base) = terms.levels();
    format!("{current} / {base} = {}", terms.number(2))
}
