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

use self::cause::Slip;
use self::given::Given;
use crate::link::{Claim, ClaimKind, Link, Proof, Question, policy};
use crate::number::Interval;
use crate::relate::{Direction, Fact};
use crate::rule::Rule;
use crate::sheet::{Cause, Exactness, Severity, Verdict};

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

/// Answers every question, in order. `text` is the article's, for printing suggestions in its style.
pub fn checks(text: &str, facts: &[Fact], questions: Vec<Question>) -> Vec<Check> {
    let mut checks: Vec<Check> = questions.into_iter().map(|question| decide(text, facts, question)).collect();
    conversion::compare(text, facts, &mut checks);
    checks
}

/// The likeliest reading, if it fits; else another that the language permits and arithmetic acquits; else what the policy says of the likeliest.
fn decide(text: &str, facts: &[Fact], question: Question) -> Check {
    let mut readings = question.readings.into_iter();
    let first = readings.next().expect("a question has a reading");
    let mut check = check(text, facts, first);
    if check.verdict != Verdict::Inconsistent {
        return check;
    }
    for other in readings {
        let mut other = self::check(text, facts, other);
        if other.verdict == Verdict::Consistent && other.exactness != Some(Exactness::Truncation) {
            other.claim.link = Link::Inferred;
            return other;
        }
    }
    accuse(text, facts, &mut check);
    check
}

fn check(text: &str, facts: &[Fact], claim: Claim) -> Check {
    let (rule, compute) = check_of(claim.kind);
    let mut check = Check {
        rule,
        claim,
        computed: None,
        verdict: Verdict::Unchecked,
        severity: None,
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
    let stated = verdict::Stated::of(text, &facts[check.claim.stated].figure);
    for unsigned in [false, true] {
        let given = Given { facts, claim: &check.claim, unsigned, replaced: None };
        if unsigned && !(Given { unsigned: false, ..given }).crosses_zero() {
            break;
        }
        let computation = match compute(&given) {
            Ok(computation) => computation,
            Err(reason) => {
                check.reason = Some(reason.into());
                return check;
            }
        };
        let judgement = verdict::judge(&stated, check.claim.direction, &given, &computation);
        let fits = matches!(judgement, verdict::Judgement::Consistent(_));
        if unsigned && !fits {
            break;
        }
        check.formula = Some(formula::formula(&given, computation.value));
        check.computed = Some((computation.value, computation.interval));
        check.reason = None;
        match judgement {
            verdict::Judgement::Consistent(exactness) => {
                check.verdict = Verdict::Consistent;
                check.exactness = Some(exactness);
                break;
            }
            verdict::Judgement::Unchecked(reason) => check.reason = Some(reason.into()),
            verdict::Judgement::Inconsistent => check.verdict = Verdict::Inconsistent,
        }
    }
    check
}

/// An inconsistent figure: what the policy makes of it, with its likeliest cause.
fn accuse(text: &str, facts: &[Fact], check: &mut Check) {
    let (_, compute) = check_of(check.claim.kind);
    let Some((value, interval)) = check.computed else { return };
    let computation = Computation { value, interval };
    let slip = cause::find(text, facts, &check.claim, compute, &computation);
    let telling = slip.as_ref().is_some_and(|slip| slip.telling);
    let turned = match check.claim.direction {
        Some(Direction::Up) => interval.high < Decimal::ZERO,
        Some(Direction::Down) => interval.low > Decimal::ZERO,
        None => false,
    };
    // Of levels that went the other way by the same size, the words may speak of the inverse, as of a currency's rate.
    let proof = match &slip {
        Some(Slip { cause: Cause::Sign, .. }) => check.claim.proof.min(Proof::Likely),
        _ if turned => Proof::Weak,
        _ => check.claim.proof,
    };
    check.severity = policy::severity(proof, telling);
    if check.severity.is_none() {
        check.verdict = Verdict::Unchecked;
        check.reason = Some(check.claim.doubt.unwrap_or("the link is not proven").into());
        return;
    }
    if check.severity == Some(Severity::Warning) {
        check.reason = Some(check.claim.doubt.unwrap_or("the link is likely, but not proven").into());
    }
    match slip {
        Some(slip) => {
            check.cause = Some(slip.cause);
            check.suggestion = Some(slip.suggestion);
        }
        None => check.suggestion = suggestion::print(text, facts, check.claim.stated, value),
    }
}
