//! The same measure of the same entity and period, given twice with figures that no rounding reconciles.
//!
//! The two are compared as intervals. They are called inconsistent only where one is a known slip of the other: digits swapped,
//! a digit dropped or a magnitude mistaken. Otherwise two figures of one name may well be two measures.

use super::definition::{Computation, Definition};
use super::formula::PrintedTerms;
use super::given::Given;
use super::template::Template;
use crate::rule::{Rule, RuleKind};
use crate::sheet::CheckRule;

/// The check.
pub(super) static CHECK: Definition = Definition {
    check: CheckRule::Restatement,
    rule: RULE,
    title: "stated twice",
    signed: false,
    compute,
    formula,
    message: &[Template("what the article gives elsewhere, {of}")],
    lead: &[Template("The article also gives {of}, that is")],
    together: None,
};

const RULE: Rule = Rule {
    name: CheckRule::Restatement.as_str(),
    kind: RuleKind::Check,
    source: include_str!("restatement.rs"),
    examples: &[
        (
            "Net profit in 2023 was $617.7 million.\n\nThe bank said net profit in 2023 was $671.7 million.",
            "$671.7 million = inconsistent (617700000), $617.7 million",
        ),
        (
            "Net profit in 2023 was $617.7 million.\n\nThe bank said net profit in 2023 was $618 million.",
            "$618 million = consistent (617700000)",
        ),
    ],
    counterexamples: &["Net profit in 2023 was $617.7 million. Net profit in 2024 was $671.7 million."],
};

/// The figure given first.
fn compute(given: &Given) -> Result<Computation, &'static str> {
    let of = given.claim.operands.of.ok_or("the text states the figure once")?;
    let (value, interval) = given.figure(of)?;
    Ok(Computation { value, interval })
}

fn formula(terms: &PrintedTerms) -> String {
    format!("stated before: {}", terms.other())
}
