//! The same amount in two currencies: the rate that it implies, against the article's other conversions of the pair.
//!
//! Formula: rate = amount in brackets / amount before them. One conversion alone cannot be checked without a rate from elsewhere;
//! of three or more, one whose rate its own rounding does not bring together with the others is inconsistent.

use rust_decimal::Decimal;

use super::growth::TOO_LONG;
use super::{Check, Computation, Given, suggestion};
use crate::mention::Unit;
use crate::number::Interval;
use crate::relate::Fact;
use crate::rule::{Rule, RuleKind};
use crate::sheet::{Exactness, Verdict};

/// The rule.
pub static RULE: Rule = Rule {
    name: "conversion",
    kind: RuleKind::Check,
    source: include_str!("conversion.rs"),
    examples: &[
        (
            "It raised $6 million (RM24.94mil).",
            "RM24.94mil = unchecked: the text converts this pair of currencies too few times to compare the rate",
        ),
        (
            "It made £100m ($190m), £200m ($380m) and £300m ($750m).",
            "$190m = consistent (1.9); $380m = consistent (1.9); $750m = inconsistent (2.5), $570m",
        ),
    ],
    counterexamples: &["It made £100m (2003: £90m)."],
};

/// The implied rate.
pub(crate) fn compute(given: &Given) -> Result<Computation, &'static str> {
    let of = given.claim.operands.of.ok_or("the text does not state the amount that is converted")?;
    let (of_value, of) = given.figure(of)?;
    let (value, stated) = given.figure(given.claim.stated)?;
    let value = value.checked_div(of_value).ok_or(TOO_LONG)?;
    let interval = stated.div(&of).ok_or("the amount that is converted is printed too coarsely to divide by")?;
    Ok(Computation { value, interval })
}

/// Why a lone conversion is not checked.
pub(crate) const ALONE: &str = "the text converts this pair of currencies too few times to compare the rate";

/// Compares the conversions of each pair of currencies with each other.
pub(crate) fn compare(text: &str, facts: &[Fact], checks: &mut [Check]) {
    let mut done = vec![false; checks.len()];
    for first in 0..checks.len() {
        let Some(pair) = pair(facts, &checks[first]).filter(|_| !done[first]) else { continue };
        let group: Vec<usize> =
            (first..checks.len()).filter(|&i| !done[i] && self::pair(facts, &checks[i]).as_ref() == Some(&pair)).collect();
        group.iter().for_each(|&i| done[i] = true);
        judge(text, facts, checks, &group);
    }
}

fn pair(facts: &[Fact], check: &Check) -> Option<(Unit, Unit)> {
    let of = check.claim.operands.of?;
    (check.rule == RULE.name && check.computed.is_some())
        .then(|| (facts[of].figure.unit.clone(), facts[check.claim.stated].figure.unit.clone()))
}

/// The rates are compared with those that most of the pair's conversions share; it takes two in agreement to accuse a third.
fn judge(text: &str, facts: &[Fact], checks: &mut [Check], group: &[usize]) {
    let intervals: Vec<Interval> = group.iter().filter_map(|&i| checks[i].computed.map(|(_, interval)| interval)).collect();
    let agreeing = |with: &Interval| intervals.iter().filter(|interval| interval.meets(with)).count();
    let Some(best) = intervals.iter().max_by_key(|interval| agreeing(interval)).copied().filter(|best| agreeing(best) >= 2) else { return };
    let shared = intervals
        .iter()
        .filter(|interval| interval.meets(&best))
        .fold(best, |shared, interval| Interval { low: shared.low.max(interval.low), high: shared.high.min(interval.high) });
    if shared.low > shared.high {
        return; // they drift, as rates do over the days of an article
    }
    for (&i, interval) in group.iter().zip(&intervals) {
        let check = &mut checks[i];
        check.reason = None;
        if interval.meets(&shared) {
            check.verdict = Verdict::Consistent;
            let exact = check.computed.is_some_and(|(value, _)| shared.contains(value));
            check.exactness = Some(if exact { Exactness::Exact } else { Exactness::Rounding });
        } else {
            check.verdict = Verdict::Inconsistent;
            let middle = shared.low.checked_add(shared.high).and_then(|sum| sum.checked_div(Decimal::TWO));
            let of = check.claim.operands.of.and_then(|of| facts[of].figure.value());
            let value = middle.zip(of).and_then(|(rate, of)| rate.checked_mul(of));
            check.suggestion = value.and_then(|value| suggestion::print(text, facts, check.claim.stated, value));
        }
    }
}
