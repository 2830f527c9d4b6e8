//! A stated percent change against the levels that the text gives.
//!
//! Formula: 100 · (current − base) / |base|. Where the text states the change itself and one level, the other level follows:
//! base = current − change. Each printed figure stands for an interval; the ends go through the formula, and the stated percent
//! is consistent when its own interval meets the result (the rule of XBRL Calculations 1.1).
//!
//! A premium over a price, and the upside that a target price holds over the current one, are such changes too.
//!
//! A currency that falls costs more of its own units: "the rupee fell 0.6% to 86.90 per dollar from 86.38". There the levels change places.
//!
//! A loss counts as a negative level. A percent over a negative base says little: it confirms where it fits and is unchecked otherwise.

use rust_decimal::{Decimal, dec};

use super::definition::{Computation, Definition};
use super::formula::PrintedTerms;
use super::given::{Given, TOO_LONG};
use super::template::Template;
use crate::mention::Unit;
use crate::number::Interval;
use crate::rule::{Rule, RuleKind};
use crate::sheet::CheckRule;

/// The check.
pub(super) static CHECK: Definition = Definition {
    check: CheckRule::Growth,
    rule: RULE,
    title: "change in percent",
    signed: true,
    compute,
    formula,
    message: &[
        Template("the change from {base} to {current}"),
        Template("the change that {delta} makes to reach {current}"),
        Template("the change that {delta} makes to {base}"),
    ],
    lead: &[
        Template("From {base} to {current} is"),
        Template("A change of {delta} that ends at {current} is"),
        Template("A change of {delta} that starts from {base} is"),
    ],
    together: None,
};

const RULE: Rule = Rule {
    name: CheckRule::Growth.as_str(),
    kind: RuleKind::Check,
    source: include_str!("growth.rs"),
    examples: &[
        ("Exports rose 39% to $830 million from $596 million.", "39% = consistent (39.26)"),
        ("Exports rose 93% to $830 million from $596 million.", "93% = inconsistent (39.26), 39%"),
        ("Profit was €4.4 million, down €0.6 million or 12%.", "12% = consistent (-12)"),
        ("It sold 272,297 units in May, reflecting a 19.4% increase from 228,073 units.", "19.4% = consistent (19.39)"),
        ("Earnings slid 16% on year to Rs 62.8 crore in the spring quarter, down from Rs 74.8 crore.", "16% = consistent (-16.04)"),
        ("Reserves may drop by 6.6% to a decade low of 20.867 million tonnes from 22.347 million tonnes.", "6.6% = consistent (-6.62)"),
        ("Its value is now about $1.4 billion, down 70% from its peak of $7 billion.", "70% = inconsistent (-80), 80%"),
        (
            "From a closing price of $103.44 on Monday, it fell to $85.00 on Tuesday, a drop of 71.83%.",
            "71.83% = inconsistent (-17.83), 17.83%",
        ),
        ("Monthly payments fall by $95 (from $225 to $130), a reduction of 42%.", "42% = consistent (-42.22)"),
        ("Prices rose by 52% - from $1.97 to $3.01 a gallon.", "52% = consistent by rounding (52.79)"),
        ("The shares are priced at $127.94 and have a price target of $156, implying 22% upside.", "22% = consistent (21.93)"),
        ("It offered $10 a share, a 25% premium to Friday's closing price of $7.41.", "25% = inconsistent (34.95), 35%"),
        ("The rupee fell 0.6% to 86.90 per dollar from 86.38 on Friday.", "0.6% = consistent (-0.6)"),
        ("The lira was 0.3% weaker at 36.10 to the dollar, compared with 35.99 on Friday.", "0.3% = consistent (-0.3)"),
        ("The yen strengthened 2% to 147.00 per dollar from 150.00.", "2% = consistent (-2)"),
        ("The yen strengthened 4.2% to 144.00 per dollar from 150.00.", "4.2% = consistent by rounding (-4)"),
        ("The yen strengthened 6% to 147.00 per dollar from 150.00.", "6% = inconsistent (-2), 140.70"),
        ("The dollar rose 0.5% to 151.20 yen from 150.45 yen.", "0.5% = consistent (0.5)"),
        ("This is a premium of Rs 16, or 2.54%, over the issue price of Rs 629.", "2.54% = consistent (2.54)"),
        ("The shares trade at $127.94, and the average price target of $156 implies an upside of 52%.", "52% = inconsistent (21.93), 22%"),
    ],
    counterexamples: &[
        "The bank holds a stake of 12% in the brewer.",
        "The broker raised its price target to $220 from $200, and the 3% yield is safe.",
    ],
};

/// The change in percent.
fn compute(given: &Given) -> Result<Computation, &'static str> {
    let computation = in_percent(given)?;
    // "fell by a third" states the change as a fraction.
    if given.facts[given.claim.stated].figure.unit != Unit::Times {
        return Ok(computation);
    }
    let hundredth = dec!(0.01);
    let value = computation.value.checked_mul(hundredth).ok_or(TOO_LONG)?;
    Ok(Computation { value, interval: computation.interval.scale(hundredth).ok_or(TOO_LONG)? })
}

fn formula(terms: &PrintedTerms) -> String {
    let (delta, result) = (terms.delta(), terms.percent());
    match (terms.current(), terms.base()) {
        (Some(current), Some(base)) if terms.are_inverse() => format!("{base} / {current} − 1 = {result}"),
        (Some(current), Some(base)) => match base.strip_prefix('−') {
            Some(size) => format!("({current} − ({base})) / {size} = {result}"),
            None => format!("({current} − {base}) / {base} = {result}"),
        },
        (Some(current), None) if terms.computed().is_sign_negative() => format!("−{delta} / ({current} + {delta}) = {result}"),
        (Some(current), None) => format!("{delta} / ({current} − {delta}) = {result}"),
        (None, base) => format!("{delta} / {} = {result}", base.as_deref().unwrap_or("?")),
    }
}

fn in_percent(given: &Given) -> Result<Computation, &'static str> {
    let operands = &given.claim.operands;
    match (operands.current, operands.base, operands.delta) {
        (Some(current), Some(base), _) => {
            let (current_value, current) = given.level(current)?;
            let (base_value, base) = given.level(base)?;
            let direct = change(current_value, base_value, &current, &base)?;
            if given.claim.direction.is_some() && !given.are_inverse() || !given.are_rates() {
                return Ok(direct);
            }
            // What the currency lost and what the other gained are both in print as its fall.
            let inverse = change(base_value, current_value, &base, &current)?;
            let (told, other) = if given.are_inverse() { (inverse, direct) } else { (direct, inverse) };
            Ok(Computation { interval: told.interval.around(&other.interval.negate()), ..told })
        }
        (Some(current), None, Some(delta)) => {
            let (current_value, current) = given.level(current)?;
            let (delta_value, delta) = given.change(delta)?;
            let base_value = current_value.checked_sub(delta_value).ok_or(TOO_LONG)?;
            let at = |current: Decimal, delta: Decimal| -> Option<Decimal> {
                let base = current.checked_sub(delta)?;
                delta.checked_div(base.abs())?.checked_mul(Decimal::ONE_HUNDRED)
            };
            let value = if base_value.is_zero() { None } else { at(current_value, delta_value) };
            // Which corner is an end depends on the sign of the change.
            let corners = [(current.low, delta.low), (current.low, delta.high), (current.high, delta.low), (current.high, delta.high)];
            let corners: Option<Vec<Decimal>> = corners.into_iter().map(|(current, delta)| at(current, delta)).collect();
            let ends = corners.and_then(|corners| Some(Interval::new(*corners.iter().min()?, *corners.iter().max()?)));
            match (value, ends) {
                (Some(value), Some(interval)) => Ok(Computation { value, interval }),
                _ => Err(COARSE_BASE),
            }
        }
        (None, Some(base), Some(delta)) => {
            let (base_value, base) = given.level(base)?;
            let (delta_value, delta) = given.change(delta)?;
            let quotient = delta.div(&magnitude(&base)).ok_or(COARSE_BASE)?;
            let value = delta_value.checked_div(base_value.abs()).ok_or(COARSE_BASE)?;
            percent(value, &quotient)
        }
        (Some(_), None, None) => Err("the text states the new level but not the one before"),
        (None, Some(_), None) => Err("the text states the old level but not the new one"),
        (None, None, _) => Err("the text states no level that the change could be computed from"),
    }
}

const COARSE_BASE: &str = "the level before the change is zero or printed too coarsely to divide by";

fn change(current_value: Decimal, base_value: Decimal, current: &Interval, base: &Interval) -> Result<Computation, &'static str> {
    if base.contains(Decimal::ZERO) {
        return Err(COARSE_BASE);
    }
    let value = current_value.checked_sub(base_value).and_then(|d| d.checked_div(base_value.abs())).ok_or(COARSE_BASE)?;
    // Over a positive base both ends of current / base − 1 are reached at corners; a negative one mirrors.
    let quotient = if base.low > Decimal::ZERO {
        current.div(base).and_then(|ratio| ratio.sub(&Interval::point(Decimal::ONE)))
    } else {
        current.sub(base).ok_or(TOO_LONG)?.div(&magnitude(base))
    };
    percent(value, &quotient.ok_or(COARSE_BASE)?)
}

fn magnitude(interval: &Interval) -> Interval {
    if interval.high < Decimal::ZERO { interval.negate() } else { *interval }
}

fn percent(value: Decimal, interval: &Interval) -> Result<Computation, &'static str> {
    let value = value.checked_mul(Decimal::ONE_HUNDRED).ok_or(TOO_LONG)?;
    let interval = interval.scale(Decimal::ONE_HUNDRED).ok_or(TOO_LONG)?;
    Ok(Computation { value, interval })
}
