//! A stated total against its listed parts.
//!
//! Formula: the sum of the parts. Each part adds its own rounding, so a long list allows more.

use rust_decimal::Decimal;

use super::definition::{Computation, Definition};
use super::formula::PrintedTerms;
use super::given::{Given, TOO_LONG};
use super::template::Template;
use crate::number::Interval;
use crate::rule::{Rule, RuleKind};
use crate::sheet::CheckRule;

/// The check.
pub(super) static CHECK: Definition = Definition {
    check: CheckRule::Sum,
    rule: RULE,
    title: "sum",
    signed: false,
    compute,
    formula,
    message: &[Template("the sum of {parts}")],
    lead: &[Template("Together, {parts} make")],
    together: None,
};

const RULE: Rule = Rule {
    name: CheckRule::Sum.as_str(),
    kind: RuleKind::Check,
    source: include_str!("sum.rs"),
    examples: &[
        ("The package totals $1.7bn, made up of $1.2bn in grants and $500m in loans.", "$1.7bn = consistent (1700000000)"),
        ("The package totals $7.1bn, made up of $1.2bn in grants and $500m in loans.", "$7.1bn = inconsistent (1700000000), $1.7bn"),
        (
            "It had charges of $43.4 million (including $28.2 million for goodwill and $16.1 million for patents).",
            "$43.4 million = inconsistent (44300000), $44.3 million",
        ),
        (
            "The county gives $25,000 and the towns give $75,000 (50,000 to 60,000 of it in kind), for a total of $110,000.",
            "$110,000 = inconsistent (100000), $100,000",
        ),
    ],
    counterexamples: &[
        "The package rose to $1.7bn from $1.2bn.",
        "It sold 2.7 million shares at $11 and $30 million in notes, for a total of $59.7 million.",
    ],
};

/// The total, in the unit of the parts.
fn compute(given: &Given) -> Result<Computation, &'static str> {
    let parts = &given.claim.operands.parts;
    if parts.len() < 2 {
        return Err("the text does not list the parts");
    }
    let mut value = Decimal::ZERO;
    let mut interval = Interval::point(Decimal::ZERO);
    for &part in parts {
        let (part_value, part) = given.figure(part)?;
        value = value.checked_add(part_value).ok_or(TOO_LONG)?;
        interval = interval.add(&part).ok_or(TOO_LONG)?;
    }
    Ok(Computation { value, interval })
}

fn formula(terms: &PrintedTerms) -> String {
    format!("{} = {}", terms.parts().join(" + "), terms.result())
}
