//! From claims to checks: one file per check, each with its formula, its interval and its examples.

mod bounds;
mod cause;
pub mod conversion;
pub mod difference;
mod digits;
mod formula;
mod given;
pub mod growth;
pub mod multiple;
pub mod points;
pub mod restatement;
pub mod share;
mod suggestion;
pub mod sum;
mod verdict;

use rust_decimal::Decimal;

use self::given::Given;
use crate::number::Interval;
use crate::relate::{Claim, ClaimKind, Fact, Link};
use crate::rule::Rule;
use crate::sheet::{Cause, Exactness, Verdict};

/// The rules that check stated figures.
pub static RULES: &[&Rule] =
    &[&growth::RULE, &share::RULE, &difference::RULE, &points::RULE, &sum::RULE, &multiple::RULE, &conversion::RULE, &restatement::RULE];

/// A claim and what came of recomputing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Name of the rule.
    pub rule: &'static str,
    /// The claim.
    pub claim: Claim,
    /// The value that the operands as printed give, in the unit of the stated figure, and what their rounding allows.
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

/// What the operands of a claim give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Computation {
    /// From the operands as printed, in the unit of the stated figure; a fall is negative.
    pub value: Decimal,
    /// What the operands' digits allow.
    pub interval: Interval,
}

/// Computes a claim's value from its operands; the error is the reason for a copy editor.
type Compute = fn(&Given) -> Result<Computation, &'static str>;

fn check_of(kind: ClaimKind) -> (&'static str, Compute) {
    match kind {
        ClaimKind::Growth => (growth::RULE.name, growth::compute),
        ClaimKind::Share => (share::RULE.name, share::compute),
        ClaimKind::Difference => (difference::RULE.name, difference::compute),
        ClaimKind::Points => (points::RULE.name, points::compute),
        ClaimKind::Sum => (sum::RULE.name, sum::compute),
        ClaimKind::Multiple => (multiple::RULE.name, multiple::compute),
        ClaimKind::Conversion => (conversion::RULE.name, conversion::compute),
        ClaimKind::Restatement => (restatement::RULE.name, restatement::compute),
    }
}

/// Checks every claim, in order. `text` is the article's, for printing suggestions in its style.
pub fn checks(text: &str, facts: &[Fact], claims: Vec<Claim>) -> Vec<Check> {
    let mut checks: Vec<Check> = claims.into_iter().map(|claim| check(text, facts, claim)).collect();
    conversion::compare(text, facts, &mut checks);
    checks
}

fn check(text: &str, facts: &[Fact], claim: Claim) -> Check {
    let (rule, compute) = check_of(claim.kind);
    let mut check = Check {
        rule,
        claim,
        computed: None,
        verdict: Verdict::Unchecked,
        exactness: None,
        formula: None,
        cause: None,
        suggestion: None,
        reason: None,
    };
    if let Some(reason) = check.claim.reason {
        check.reason = Some(reason.into());
        return check;
    }
    let given = Given { facts, claim: &check.claim, replaced: None };
    let computation = match compute(&given) {
        Ok(computation) => computation,
        Err(reason) => {
            check.reason = Some(reason.into());
            return check;
        }
    };
    let formula = formula::formula(&given, computation.value);
    let stated = verdict::Stated::of(&facts[check.claim.stated].figure);
    let judgement = verdict::judge(&stated, check.claim.direction, &given, &computation);
    check.computed = Some((computation.value, computation.interval));
    check.formula = Some(formula);
    match judgement {
        verdict::Judgement::Consistent(exactness) => {
            check.verdict = Verdict::Consistent;
            check.exactness = Some(exactness);
        }
        verdict::Judgement::Unchecked(reason) => check.reason = Some(reason.into()),
        verdict::Judgement::Inconsistent => accuse(text, facts, &mut check, compute, &computation),
    }
    check
}

/// An inconsistent figure: named with its likeliest cause where the language itself made the link, else left unchecked.
fn accuse(text: &str, facts: &[Fact], check: &mut Check, compute: Compute, computation: &Computation) {
    let slip = cause::find(text, facts, &check.claim, compute, computation);
    let proven = slip.as_ref().is_some_and(|slip| slip.telling);
    if check.claim.link == Link::Inferred || (check.claim.link == Link::Nearby && check.claim.tentative && !proven) {
        check.reason = Some("the figures that stand nearby may not be the ones it was computed from".into());
        return;
    }
    check.verdict = Verdict::Inconsistent;
    match slip {
        Some(slip) => {
            check.cause = Some(slip.cause);
            check.suggestion = Some(slip.suggestion);
        }
        None => check.suggestion = suggestion::print(text, facts, check.claim.stated, computation.value),
    }
}
