//! The likeliest slip behind an inconsistent figure: each known slip is tried, and the first that makes the figures fit is named.

use std::ops::RangeInclusive;

use rust_decimal::{Decimal, dec};

use super::definition::{Computation, Definition};
use super::digits::{self, Digits};
use super::given::Given;
use super::suggestion;
use super::verdict::{self, Judgement, Stated};
use crate::link::{Claim, ClaimKind};
use crate::mention::{FigureKind, Qualifier, Value};
use crate::number::{Interval, Printed};
use crate::relate::{Direction, FigureFact};
use crate::sheet::{Cause, Exactness};

/// A slip that explains an inconsistent figure.
pub(super) struct Slip {
    /// Which slip.
    pub cause: Cause,
    /// The corrected figure, as it would be printed.
    pub suggestion: String,
    /// Whether chance seldom makes this slip fit: it may stand as proof of the link.
    pub telling: bool,
}

/// The first slip that fits, the stated figure's own first.
pub(super) fn find(text: &str, facts: &[FigureFact], claim: &Claim, check: &Definition, computed: &Computation) -> Option<Slip> {
    let stated = Stated::of(text, &facts[claim.stated].figure);
    let trial = Trial { text, facts, claim, check, computed, stated };
    // A hedge or a ratio is no copied number: its digits do not change places.
    let copied = stated.qualifier == Qualifier::Exact && stated.kind != FigureKind::Ratio;
    let digits = || if copied { trial.digits_of_stated().or_else(|| trial.operands()) } else { None };
    trial.meaning_of_stated().or_else(digits)
}

struct Trial<'a> {
    text: &'a str,
    facts: &'a [FigureFact],
    claim: &'a Claim,
    check: &'a Definition,
    computed: &'a Computation,
    stated: Stated,
}

impl Trial<'_> {
    fn given(&self, replaced: Option<(usize, Decimal)>) -> Given<'_> {
        Given { facts: self.facts, claim: self.claim, unsigned: false, replaced }
    }

    /// The stated figure with another value, and bare: "nearly 25%" would allow anything below.
    fn restated(&self, value: Decimal) -> Option<Stated> {
        let printed = self.stated.value.one()?;
        Some(Stated { value: Value::One(Printed { value, ..printed }), qualifier: Qualifier::Exact, nearly: false, ..self.stated })
    }

    /// Whether the claim fits with the stated value replaced.
    fn fits(&self, value: Decimal, direction: Option<Direction>) -> bool {
        let Some(stated) = self.restated(value) else { return false };
        matches!(verdict::judge(self.check, &stated, direction, &self.given(None), self.computed), Judgement::Consistent(_))
    }

    /// Whether the computed value itself, without its interval, rounds to the replaced one.
    fn fits_exactly(&self, value: Decimal) -> bool {
        let Some(stated) = self.restated(value) else { return false };
        let exact = Computation { value: self.computed.value, interval: Interval::point(self.computed.value) };
        let judgement = verdict::judge(self.check, &stated, self.claim.direction, &self.given(None), &exact);
        judgement == Judgement::Consistent(Exactness::Exact)
    }

    /// The numbers of steps that come near enough to the computed value for a figure to fit: no other need be tried.
    fn near_computed(&self, step: Decimal) -> Option<RangeInclusive<i128>> {
        let Interval { low, high } = self.computed.interval;
        let crosses_zero = low.is_sign_negative() != high.is_sign_negative();
        let mut sizes = [low, high, self.computed.value].map(|end| end.abs());
        sizes.sort_unstable();
        let whole = |size: Decimal| Some(digits::in_steps(size, step)?.trunc().mantissa());
        // A printed figure stands for values up to one step away.
        let least = if crosses_zero { 0 } else { whole(sizes[0])? - 2 };
        Some(least..=whole(sizes[2])? + 2)
    }

    /// Whether the computed value is the given one but for rounding.
    fn is_near(&self, value: Decimal) -> bool {
        let computed = self.computed.value.abs();
        let off = value.abs().checked_sub(computed).map(|off| off.abs());
        off.zip(computed.checked_mul(dec!(0.05))).is_some_and(|(off, margin)| off <= margin)
    }

    /// The corrected stated figure: always the computed value, which is what the article should say.
    fn corrected(&self, cause: Cause, telling: bool) -> Option<Slip> {
        let suggestion = suggestion::print(self.text, self.facts, self.claim.stated, self.computed.value)?;
        Some(Slip { cause, suggestion, telling })
    }

    fn digits_of_stated(&self) -> Option<Slip> {
        let printed = self.stated.value.one()?;
        let digits = Digits::of(&printed)?;
        let near = self.near_computed(printed.step);
        let is_near = |steps: &i128| near.as_ref().is_none_or(|near| near.contains(steps));
        let value = |steps: i128| value(steps, printed.step);
        let fits = |steps: i128| is_near(&steps) && value(steps).is_some_and(|value| self.fits(value, self.claim.direction));
        let fits_exactly = |steps: i128| is_near(&steps) && value(steps).is_some_and(|value| self.fits_exactly(value));
        let fine = digits.count() >= 3;
        if digits.swapped().any(fits) {
            // One figure in ninety is another's by chance, so the swapped digits must be just those that the figures give.
            return self.corrected(Cause::DigitsSwapped, fine || digits.swapped().any(fits_exactly));
        }
        if scaled(printed.value).any(|value| self.is_near(value)) {
            return self.corrected(Cause::Scale, false);
        }
        if digits.changed().any(fits) {
            // Only a wrong first digit is too unlikely to be chance.
            return self.corrected(Cause::DigitWrong, fine && digits.first_changed().any(fits_exactly));
        }
        if digits.dropped().any(fits) {
            return self.corrected(Cause::DigitDropped, false);
        }
        None
    }

    fn meaning_of_stated(&self) -> Option<Slip> {
        let stated = self.stated.value.one()?.value.abs();
        let opposite = match self.claim.direction {
            Some(Direction::Up) => Some(Direction::Down),
            Some(Direction::Down) => Some(Direction::Up),
            None => None,
        };
        if opposite.is_some() && self.fits(stated, opposite) {
            let words = suggestion::print(self.text, self.facts, self.claim.stated, self.computed.value)?;
            let way = if self.computed.value.is_sign_negative() { "down" } else { "up" };
            return Some(Slip { cause: Cause::Sign, suggestion: format!("{way} {words}"), telling: false });
        }
        if self.claim.kind != ClaimKind::Growth {
            return None;
        }
        let hundred = Decimal::ONE_HUNDRED;
        if self.claim.direction != Some(Direction::Down) && self.fits(stated - hundred, self.claim.direction) && stated > hundred {
            return self.corrected(Cause::MultipleForChange, true);
        }
        if stated < hundred && self.fits(hundred - stated, Some(Direction::Down)) {
            return self.corrected(Cause::ShareForChange, false);
        }
        let (current, base) = (self.claim.operands.current?, self.claim.operands.base?);
        let (current, base) = (self.facts[current].figure.value()?, self.facts[base].figure.value()?);
        let agrees = |value: Option<Decimal>| {
            value.zip(self.stated.value.one()).is_some_and(|(value, printed)| printed.rounding().contains(value.abs()))
        };
        let difference = current.checked_sub(base)?;
        if agrees(difference.checked_div(current).and_then(|value| value.checked_mul(hundred))) {
            return self.corrected(Cause::ChangeOverCurrent, true);
        }
        if agrees(Some(difference)) && self.facts[self.claim.operands.current?].figure.unit == self.facts[self.claim.stated].figure.unit {
            return self.corrected(Cause::PointsForPercent, true);
        }
        None
    }

    /// A slip in one of the operands: the stated figure stands, the operand is corrected.
    fn operands(&self) -> Option<Slip> {
        let operands = &self.claim.operands;
        let all = [operands.current, operands.base, operands.delta, operands.part, operands.whole];
        let candidates = || {
            let operands = all.into_iter().flatten().chain(operands.parts.iter().copied());
            operands.filter_map(|fact| Some((fact, self.facts[fact].figure.value.one()?)))
        };
        let swaps = |(fact, printed): (usize, Printed)| {
            let swapped = Digits::of(&printed).into_iter().flat_map(Digits::swapped);
            swapped.filter_map(move |steps| Some((fact, value(steps, printed.step)?)))
        };
        let scales = |(fact, printed): (usize, Printed)| scaled(printed.value).map(move |value| (fact, value));
        let swapped = candidates().flat_map(swaps).map(|correction| (Cause::DigitsSwapped, correction));
        let scaled = candidates().flat_map(scales).map(|correction| (Cause::Scale, correction));
        let (cause, (fact, value)) = swapped.chain(scaled).find(|&(_, (fact, value))| self.fits_with(fact, value))?;
        let suggestion = suggestion::print(self.text, self.facts, fact, value)?;
        Some(Slip { cause, suggestion, telling: self.stands_elsewhere(fact, value) })
    }

    fn fits_with(&self, fact: usize, value: Decimal) -> bool {
        let given = self.given(Some((fact, value)));
        (self.check.compute)(&given).is_ok_and(|computed| {
            matches!(verdict::judge(self.check, &self.stated, self.claim.direction, &given, &computed), Judgement::Consistent(_))
        })
    }

    /// Whether the article prints the corrected value elsewhere, within a thousand figures.
    fn stands_elsewhere(&self, fact: usize, value: Decimal) -> bool {
        const REACH: usize = 1000;
        let unit = &self.facts[fact].figure.unit;
        let near = &self.facts[fact.saturating_sub(REACH)..self.facts.len().min(fact.saturating_add(REACH))];
        near.iter().any(|other| other.figure.unit == *unit && other.figure.value() == Some(value))
    }
}

/// The value of so many steps.
fn value(steps: i128, step: Decimal) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(steps, 0).ok()?.checked_mul(step)
}

/// Million for billion, and a decimal sign one place off.
fn scaled(value: Decimal) -> impl Iterator<Item = Decimal> {
    [dec!(1000), dec!(10), dec!(0.001), dec!(0.1)].into_iter().filter_map(move |factor| value.checked_mul(factor))
}
