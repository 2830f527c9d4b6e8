//! A stated change in money or in number against the levels before and after it.
//!
//! Formula: current − base. A loss counts as a negative level: from a loss of 0.5 to a profit of 0.2 is a change of 0.7.
//! A trade deficit is such a difference too: imports − exports.

use super::definition::{Computation, Definition};
use super::formula::PrintedTerms;
use super::given::{Given, TOO_LONG};
use super::template::Template;
use crate::rule::{Rule, RuleKind};
use crate::sheet::CheckRule;

/// The check.
pub(super) static CHECK: Definition = Definition {
    check: CheckRule::Difference,
    rule: RULE,
    title: "change as an amount",
    signed: true,
    compute,
    formula,
    message: &[Template("the difference between {base} and {current}")],
    lead: &[Template("From {base} to {current} is")],
    together: None,
};

const RULE: Rule = Rule {
    name: CheckRule::Difference.as_str(),
    kind: RuleKind::Check,
    source: include_str!("difference.rs"),
    examples: &[
        ("Revenue rose $4.5 million to $75.9 million from $71.4 million.", "$4.5 million = consistent (4500000)"),
        ("Revenue rose $5.4 million to $75.9 million from $71.4 million.", "$5.4 million = inconsistent (4500000), $4.5 million"),
    ],
    counterexamples: &["Revenue rose 6% to $75.9 million from $71.4 million."],
};

/// The change, in the unit of the levels.
pub(super) fn compute(given: &Given) -> Result<Computation, &'static str> {
    let operands = &given.claim.operands;
    let (Some(current), Some(base)) = (operands.current, operands.base) else {
        return Err("the text does not state both levels");
    };
    let (current_value, current) = given.level(current)?;
    let (base_value, base) = given.level(base)?;
    let value = current_value.checked_sub(base_value).ok_or(TOO_LONG)?;
    let interval = current.sub(&base).ok_or(TOO_LONG)?;
    Ok(Computation { value, interval })
}

fn formula(terms: &PrintedTerms) -> String {
    let (current, base) = terms.levels();
    format!("{current} − {base} = {}", terms.result())
}
