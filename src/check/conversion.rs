//! The same amount in two currencies: the rate that it implies, against the article's other conversions of the pair.
//!
//! Formula: rate = amount in brackets / amount before them. One conversion alone cannot be checked without a rate from elsewhere;
//! of three or more, one whose rate its own rounding does not bring together with the others is inconsistent.
//!
//! Where the article states the rate itself ("$1 = 0.96 euros"), every conversion of the pair is held against it: an amount of
//! a year ago was converted at another one, so only what is off by more than a quarter is inconsistent.

use rust_decimal::{Decimal, dec};
use rustc_hash::FxHashMap;

use super::answer::Answer;
use super::definition::{Computation, Definition, Together};
use super::formula::PrintedTerms;
use super::given::{Given, TOO_LONG};
use super::suggestion;
use super::template::Template;
use crate::mention::Unit;
use crate::number::Interval;
use crate::relate::FigureFact;
use crate::rule::{Rule, RuleKind};
use crate::sheet::{Cause, CheckRule, Exactness, Severity, Verdict};

/// The check.
pub(super) static CHECK: Definition = Definition {
    check: CheckRule::Conversion,
    rule: RULE,
    title: "conversion",
    signed: false,
    compute,
    formula,
    message: &[Template("what {of} comes to at the article's own rate")],
    lead: &[Template("{of} comes to")],
    together: Some(Together { alone: ALONE, judge: compare }),
};

const RULE: Rule = Rule {
    name: CheckRule::Conversion.as_str(),
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
        (
            "It made 14.8bn yen ($96m) on sales of 68bn yen ($4.42bn). ($1 = 153.85 yen)",
            "$96m = consistent (0.01); $4.42bn = inconsistent (0.06), $442m",
        ),
    ],
    counterexamples: &["It made £100m (2003: £90m)."],
};

/// The implied rate.
fn compute(given: &Given) -> Result<Computation, &'static str> {
    let of = given.claim.operands.of.ok_or("the text does not state the amount that is converted")?;
    let (of_value, of) = given.figure(of)?;
    let (value, stated) = given.figure(given.claim.stated)?;
    let value = value.checked_div(of_value).ok_or(TOO_LONG)?;
    let interval = stated.div(&of).ok_or("the amount that is converted is printed too coarsely to divide by")?;
    Ok(Computation { value, interval })
}

fn formula(terms: &PrintedTerms) -> String {
    format!("{} / {} = {}", terms.stated(), terms.other(), terms.number(4))
}

/// Why a lone conversion is not checked.
const ALONE: &str = "the text converts this pair of currencies too few times to compare the rate";

/// Compares the conversions of each pair of currencies with the rate that the article states for it, else with each other.
fn compare(text: &str, facts: &[FigureFact], checks: &mut Vec<Answer>) {
    let rates = Rates::new(facts, checks);
    checks.retain(|check| !is_rate(facts, check));
    let mut groups: Vec<(CurrencyPair, Vec<usize>)> = Vec::new();
    let mut group_of: FxHashMap<CurrencyPair, usize> = FxHashMap::default();
    for (i, check) in checks.iter().enumerate() {
        let Some(pair) = pair(facts, check) else { continue };
        let group = *group_of.entry(pair).or_insert_with_key(|pair| {
            groups.push((pair.clone(), Vec::new()));
            groups.len() - 1
        });
        groups[group].1.push(i);
    }
    for (pair, group) in &groups {
        match rates.of(pair) {
            Some(rate) => group.iter().for_each(|&i| judge_by_rate(text, facts, &mut checks[i], &rate)),
            None => judge(text, facts, checks, group),
        }
        merge(checks, group);
    }
}

/// The currency that is converted, and the one it is converted to.
type CurrencyPair = (Unit, Unit);

fn pair(facts: &[FigureFact], check: &Answer) -> Option<CurrencyPair> {
    let of = check.claim.operands.of?;
    (check.claim.kind == CheckRule::Conversion && check.computed.is_some())
        .then(|| (facts[of].figure.unit.clone(), facts[check.claim.stated].figure.unit.clone()))
}

/// Whether the check's claim is a stated rate: what one unit of a currency is in another.
fn is_rate(facts: &[FigureFact], check: &Answer) -> bool {
    check.claim.kind == CheckRule::Conversion && check.claim.operands.of.is_some_and(|of| facts[of].figure.value() == Some(Decimal::ONE))
}

/// The rates that the article states, by their pairs, with the place of each in their order.
struct Rates(FxHashMap<CurrencyPair, (usize, Interval)>);

impl Rates {
    fn new(facts: &[FigureFact], checks: &[Answer]) -> Self {
        let mut rates = FxHashMap::default();
        for (i, check) in checks.iter().enumerate().filter(|(_, check)| is_rate(facts, check)) {
            if let Some((pair, (_, rate))) = pair(facts, check).zip(check.computed) {
                rates.entry(pair).or_insert((i, rate));
            }
        }
        Rates(rates)
    }

    /// The rate of a pair that the article states first, either way round.
    fn of(&self, (of, to): &CurrencyPair) -> Option<Interval> {
        if self.0.is_empty() {
            return None;
        }
        let turned = self.0.get(&(to.clone(), of.clone()));
        match self.0.get(&(of.clone(), to.clone())) {
            Some((at, rate)) if turned.is_none_or(|(other, _)| at <= other) => Some(*rate),
            _ => turned.and_then(|(_, rate)| Interval::point(Decimal::ONE).div(rate)),
        }
    }
}

/// How far a conversion may be from the stated rate: about as much as the rates of large currencies move within two years.
const DRIFT: Decimal = dec!(0.25);

fn judge_by_rate(text: &str, facts: &[FigureFact], check: &mut Answer, rate: &Interval) {
    let Some((value, interval)) = check.computed else { return };
    let widen = |end: Decimal, sign: Decimal| end.checked_add(end.checked_mul(DRIFT)?.checked_mul(sign)?);
    let (Some(low), Some(high)) = (widen(rate.low, -Decimal::ONE), widen(rate.high, Decimal::ONE)) else { return };
    check.reason = None;
    if interval.meets(&Interval { low, high }) {
        check.verdict = Verdict::Consistent;
        check.exactness = Some(if rate.contains(value) { Exactness::Exact } else { Exactness::Rounding });
    } else {
        accuse(text, facts, check, rate);
    }
}

/// Marks a conversion as inconsistent with a rate, and suggests the amount that the rate gives.
fn accuse(text: &str, facts: &[FigureFact], check: &mut Answer, rate: &Interval) {
    let near = |end: Decimal, factor: Decimal| end.checked_mul(factor);
    let drifted = near(rate.low, dec!(0.9)).zip(near(rate.high, dec!(1.1))).map(|(low, high)| Interval { low, high });
    if check.computed.zip(drifted).is_some_and(|((_, interval), drifted)| interval.meets(&drifted)) {
        check.reason = Some("the amounts may have been converted at the rates of different days".into());
        return;
    }
    check.verdict = Verdict::Inconsistent;
    let middle = rate.low.checked_add(rate.high).and_then(|sum| sum.checked_div(Decimal::TWO));
    let of = check.claim.operands.of.and_then(|of| facts[of].figure.value());
    let value = middle.zip(of).and_then(|(rate, of)| rate.checked_mul(of));
    check.suggestion = value.and_then(|value| suggestion::print(text, facts, check.claim.stated, value));
    let stated = facts[check.claim.stated].figure.value();
    let times = stated.zip(value).and_then(|(stated, value)| stated.checked_div(value));
    let is_about = |times: Decimal, scale: Decimal| (times - scale).abs() <= scale * DRIFT;
    let scales = [dec!(1000), dec!(0.001), dec!(1000000), dec!(0.000001), dec!(100), dec!(0.01), dec!(10), dec!(0.1)];
    check.cause = times.and_then(|times| scales.into_iter().any(|scale| is_about(times, scale)).then_some(Cause::Scale));
    check.severity = Some(if check.cause.is_some() { Severity::Error } else { Severity::Warning });
}

/// Conversions of one pair that are all off by the same scale have one cause: the first of them says it for all.
fn merge(checks: &mut [Answer], group: &[usize]) {
    let of_scale = |check: &Answer| check.verdict == Verdict::Inconsistent && check.cause == Some(Cause::Scale);
    for &i in group.iter().filter(|&&i| of_scale(&checks[i])).skip(1).collect::<Vec<_>>() {
        let check = &mut checks[i];
        (check.verdict, check.severity, check.cause, check.suggestion) = (Verdict::Unchecked, None, None, None);
        check.reason = Some("off by the same scale as the conversion before it".into());
    }
}

/// The rates are compared with those that most of the pair's conversions share; it takes two in agreement to accuse a third.
fn judge(text: &str, facts: &[FigureFact], checks: &mut [Answer], group: &[usize]) {
    let intervals: Vec<Interval> = group.iter().filter_map(|&i| checks[i].computed.map(|(_, interval)| interval)).collect();
    let (mut lows, mut highs): (Vec<Decimal>, Vec<Decimal>) = intervals.iter().map(|interval| (interval.low, interval.high)).unzip();
    lows.sort_unstable();
    highs.sort_unstable();
    // All meet it but those that begin behind its end and those that end before its beginning.
    let agreeing =
        |with: &Interval| lows.partition_point(|low| *low <= with.high).saturating_sub(highs.partition_point(|high| *high < with.low));
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
            accuse(text, facts, check, &shared);
        }
    }
}
