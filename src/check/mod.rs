//! From claims to checks: one file per check, each with its formula, its interval and its examples.

mod answer;
mod bounds;
mod cause;
mod conversion;
mod definition;
mod difference;
mod digits;
mod formula;
mod given;
mod growth;
mod inferred;
mod multiple;
mod points;
mod restatement;
mod share;
mod suggestion;
mod sum;
pub(crate) mod template;
mod verdict;

pub(crate) use answer::Answer;
pub(crate) use definition::Definition;

use rust_decimal::Decimal;

use self::cause::Slip;
use self::definition::Computation;
use self::formula::PrintedTerms;
use self::given::Given;
use crate::link::{Claim, DoubtKind, Link, Proof, Question, policy};
use crate::relate::{Direction, FigureFact};
use crate::sheet::{Cause, CheckRule, Exactness, Severity, Verdict};

/// Every check, each with a file of its own.
pub(crate) static CHECKS: &[&Definition] = &[
    &growth::CHECK,
    &share::CHECK,
    &difference::CHECK,
    &points::CHECK,
    &sum::CHECK,
    &multiple::CHECK,
    &conversion::CHECK,
    &restatement::CHECK,
];

/// The check of that name in the sheet.
pub(crate) fn definition(check: CheckRule) -> &'static Definition {
    CHECKS.iter().find(|definition| definition.check == check).expect("every check has its row")
}

/// Answers every question, in order. `text` is the article's, for printing suggestions in its style.
pub fn checks(text: &str, facts: &[FigureFact], questions: Vec<Question>) -> Vec<Answer> {
    let mut checks: Vec<Answer> = questions.into_iter().map(|question| decide(text, facts, question)).collect();
    for together in CHECKS.iter().filter_map(|check| check.together.as_ref()) {
        (together.judge)(text, facts, &mut checks);
    }
    inferred::complete(text, facts, check, &mut checks);
    checks
}

/// The likeliest reading, if it fits; else another that the language permits and arithmetic acquits; else what the policy says of the likeliest.
fn decide(text: &str, facts: &[FigureFact], question: Question) -> Answer {
    let mut readings = question.readings.into_iter();
    let first = readings.next().expect("a question has a reading");
    let mut check = check(text, facts, first);
    // Sides that stand apart were taken because they give the balance.
    if check.verdict == Verdict::Consistent && check.claim.link == Link::Nearby && check.claim.doubt == Some(DoubtKind::SidesApart) {
        check.claim.link = Link::Inferred;
    }
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

fn check(text: &str, facts: &[FigureFact], claim: Claim) -> Answer {
    let definition = definition(claim.kind);
    let mut check = Answer {
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
        let computation = match (definition.compute)(&given) {
            Ok(computation) => computation,
            Err(reason) => {
                check.reason = Some(reason.into());
                return check;
            }
        };
        let judgement = verdict::judge(definition, &stated, check.claim.direction, &given, &computation);
        let fits = matches!(judgement, verdict::Judgement::Consistent(_));
        if unsigned && !fits {
            break;
        }
        check.formula = Some((definition.formula)(&PrintedTerms::new(text, &given, computation.value)));
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
fn accuse(text: &str, facts: &[FigureFact], check: &mut Answer) {
    let Some((value, interval)) = check.computed else { return };
    let computation = Computation { value, interval };
    let slip = cause::find(text, facts, &check.claim, definition(check.claim.kind), &computation);
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
        check.reason = Some(check.claim.doubt.map_or("the link is not proven", DoubtKind::words).into());
        return;
    }
    if check.severity == Some(Severity::Warning) {
        check.reason = Some(check.claim.doubt.map_or("the link is likely, but not proven", DoubtKind::words).into());
    }
    match slip {
        Some(slip) => {
            check.cause = Some(slip.cause);
            check.suggestion = Some(slip.suggestion);
        }
        None => check.suggestion = suggestion::print(text, facts, check.claim.stated, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_its_row() {
        for check in CheckRule::ALL {
            assert_eq!(definition(*check).rule.name, check.as_str());
        }
        assert_eq!(CHECKS.len(), CheckRule::ALL.len());
    }
}
