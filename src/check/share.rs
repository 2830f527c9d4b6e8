//! A stated share or margin against its part and its whole.
//!
//! Formula: 100 · part / whole. A margin is the share of a profit in the revenue of the same period; a loss gives a negative margin.

use rust_decimal::Decimal;

use super::definition::{Computation, Definition};
use super::formula::PrintedTerms;
use super::given::{Given, TOO_LONG};
use super::template::Template;
use crate::rule::{Rule, RuleKind};
use crate::sheet::CheckRule;

/// The check.
pub(super) static CHECK: Definition = Definition {
    check: CheckRule::Share,
    rule: RULE,
    title: "share",
    signed: false,
    compute,
    formula,
    message: &[Template("the share of {part} in {whole}")],
    lead: &[Template("{part} of {whole} is")],
    together: None,
};

const RULE: Rule = Rule {
    name: CheckRule::Share.as_str(),
    kind: RuleKind::Check,
    source: include_str!("share.rs"),
    examples: &[
        ("Net exports were $630 million, which was 75.9% of $830 million in exports.", "75.9% = consistent (75.9)"),
        ("The court had 3,265 filings, of which 59% (1,924 cases) were about visas.", "59% = consistent (58.93)"),
        ("A lease of 21,572 acres, or nearly 7.2%, of the 300,000 acres for sale.", "7.2% = consistent (7.19)"),
        ("Net exports were $630 million, which was 57.9% of $830 million in exports.", "57.9% = inconsistent (75.9), 75.9%"),
    ],
    counterexamples: &["Net exports rose 5% to $630 million."],
};

/// The share in percent.
fn compute(given: &Given) -> Result<Computation, &'static str> {
    let operands = &given.claim.operands;
    let (Some(part), Some(whole)) = (operands.part, operands.whole) else {
        return Err(match (operands.part, operands.whole) {
            (Some(_), None) => "the text does not state the whole that it is a share of",
            (None, Some(_)) => "the text does not state the part",
            _ => "the text states neither the part nor the whole",
        });
    };
    let (part_value, part) = given.figure(part)?;
    let (whole_value, whole) = given.figure(whole)?;
    let quotient = part.div(&whole).and_then(|quotient| quotient.scale(Decimal::ONE_HUNDRED));
    let value = part_value.checked_div(whole_value).and_then(|value| value.checked_mul(Decimal::ONE_HUNDRED));
    match (value, quotient) {
        (Some(value), Some(interval)) => Ok(Computation { value, interval }),
        _ if whole.contains(Decimal::ZERO) => Err("the whole is zero or printed too coarsely to divide by"),
        _ => Err(TOO_LONG),
    }
}

fn formula(terms: &PrintedTerms) -> String {
    let (part, whole) = terms.share();
    format!("{part} / {whole} = {}", terms.percent())
}
