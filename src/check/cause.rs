//! The likeliest slip behind an inconsistent figure: each known slip is tried, and the first that makes the figures fit is named.

use rust_decimal::{Decimal, dec};

use super::verdict::{self, Judgement};
use super::{Computation, Compute, Given, suggestion};
use crate::mention::{Figure, Qualifier, Value};
use crate::number::{Interval, Printed};
use crate::relate::{Claim, ClaimKind, Direction, Fact};
use crate::sheet::{Cause, Exactness};

/// A slip that explains an inconsistent figure.
pub struct Slip {
    /// Which slip.
    pub cause: Cause,
    /// The corrected figure, as it would be printed.
    pub suggestion: String,
    /// Whether chance seldom makes this slip fit: it may stand as proof of the link.
    pub telling: bool,
}

/// The first slip that fits, the stated figure's own first.
pub fn find(text: &str, facts: &[Fact], claim: &Claim, compute: Compute, computed: &Computation) -> Option<Slip> {
    let trial = Trial { text, facts, claim, compute, computed };
    trial.meaning_of_stated().or_else(|| trial.digits_of_stated()).or_else(|| trial.operands())
}

/// The values that a slip may have turned into the printed one.
type Rewrite = fn(&Printed) -> Vec<Decimal>;

struct Trial<'a> {
    text: &'a str,
    facts: &'a [Fact],
    claim: &'a Claim,
    compute: Compute,
    computed: &'a Computation,
}

impl Trial<'_> {
    fn stated(&self) -> &Figure {
        &self.facts[self.claim.stated].figure
    }

    fn given(&self, replaced: Option<(usize, Decimal)>) -> Given<'_> {
        Given { facts: self.facts, claim: self.claim, replaced }
    }

    /// The stated figure with another value, and bare: "nearly 25%" would allow anything below.
    fn restated(&self, value: Decimal) -> Option<Figure> {
        let printed = self.stated().value.one()?;
        Some(Figure { value: Value::One(Printed { value, ..printed }), qualifier: Qualifier::Exact, ..self.stated().clone() })
    }

    /// Whether the claim fits with the stated value replaced.
    fn fits(&self, value: Decimal, direction: Option<Direction>) -> bool {
        let Some(stated) = self.restated(value) else { return false };
        matches!(verdict::judge(&stated, direction, &self.given(None), self.computed), Judgement::Consistent(_))
    }

    /// Whether the computed value itself, without its interval, rounds to the replaced one.
    fn fits_exactly(&self, value: Decimal, exact: &Computation) -> bool {
        let Some(stated) = self.restated(value) else { return false };
        matches!(verdict::judge(&stated, self.claim.direction, &self.given(None), exact), Judgement::Consistent(Exactness::Exact))
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
        let printed = self.stated().value.one()?;
        let fine = significant_digits(&printed) >= 3;
        let exact = Computation { value: self.computed.value, interval: Interval::point(self.computed.value) };
        let direction = self.claim.direction;
        let fits = |values: Vec<Decimal>| values.into_iter().any(|value| self.fits(value, direction));
        if fits(swapped(&printed)) {
            // One figure in ninety is another's by chance, so the swapped digits must be just those that the figures give.
            let telling = fine || swapped(&printed).into_iter().any(|value| self.fits_exactly(value, &exact));
            return self.corrected(Cause::DigitsSwapped, telling);
        }
        if scaled(&printed).into_iter().any(|value| self.is_near(value)) {
            return self.corrected(Cause::Scale, false);
        }
        if fits(one_digit_changed(&printed)) {
            // Only a wrong first digit is too unlikely to be chance.
            let telling = fine && one_digit_changed(&printed).into_iter().take(9).any(|value| self.fits_exactly(value, &exact));
            return self.corrected(Cause::DigitWrong, telling);
        }
        if fits(one_digit_dropped(&printed)) {
            return self.corrected(Cause::DigitDropped, false);
        }
        None
    }

    fn meaning_of_stated(&self) -> Option<Slip> {
        let stated = self.stated().value()?.abs();
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
            value.zip(self.stated().value.one()).is_some_and(|(value, printed)| printed.rounding().contains(value.abs()))
        };
        let difference = current.checked_sub(base)?;
        if agrees(difference.checked_div(current).and_then(|value| value.checked_mul(hundred))) {
            return self.corrected(Cause::ChangeOverCurrent, true);
        }
        if agrees(Some(difference)) && self.facts[self.claim.operands.current?].figure.unit == self.stated().unit {
            return self.corrected(Cause::PointsForPercent, true);
        }
        None
    }

    /// A slip in one of the operands: the stated figure stands, the operand is corrected.
    fn operands(&self) -> Option<Slip> {
        let operands = &self.claim.operands;
        let all = [operands.current, operands.base, operands.delta, operands.part, operands.whole];
        let candidates: Vec<usize> = all.into_iter().flatten().chain(operands.parts.iter().copied()).collect();
        let slips: [(Cause, Rewrite); 2] = [(Cause::DigitsSwapped, swapped), (Cause::Scale, scaled)];
        for (cause, slip) in slips {
            for &fact in &candidates {
                let Some(printed) = self.facts[fact].figure.value.one() else { continue };
                for value in slip(&printed) {
                    if self.fits_with(fact, value) {
                        let suggestion = suggestion::print(self.text, self.facts, fact, value)?;
                        return Some(Slip { cause, suggestion, telling: self.stands_elsewhere(fact, value) });
                    }
                }
            }
        }
        None
    }

    fn fits_with(&self, fact: usize, value: Decimal) -> bool {
        let given = self.given(Some((fact, value)));
        (self.compute)(&given).is_ok_and(|computed| {
            matches!(verdict::judge(self.stated(), self.claim.direction, &given, &computed), Judgement::Consistent(_))
        })
    }

    /// Whether the article prints the corrected value elsewhere.
    fn stands_elsewhere(&self, fact: usize, value: Decimal) -> bool {
        let unit = &self.facts[fact].figure.unit;
        self.facts.iter().any(|other| other.figure.unit == *unit && other.figure.value() == Some(value))
    }
}

fn significant_digits(printed: &Printed) -> usize {
    digits(printed).map_or(0, |digits| digits.len())
}

/// The printed digits, without the scale: 830 of "$830 million".
fn digits(printed: &Printed) -> Option<Vec<u8>> {
    let steps = printed.value.abs().checked_div(printed.step)?.round();
    Some(steps.to_string().bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect())
}

fn value(digits: &[u8], step: Decimal) -> Option<Decimal> {
    let mut steps = Decimal::ZERO;
    for &digit in digits {
        steps = steps.checked_mul(dec!(10))?.checked_add(Decimal::from(digit))?;
    }
    steps.checked_mul(step)
}

/// Two neighbouring digits in the other order.
fn swapped(printed: &Printed) -> Vec<Decimal> {
    let digits = digits(printed).unwrap_or_default();
    (1..digits.len())
        .filter(|&i| digits[i - 1] != digits[i])
        .filter_map(|i| {
            let mut other = digits.clone();
            other.swap(i - 1, i);
            value(&other, printed.step)
        })
        .collect()
}

/// One digit another.
fn one_digit_changed(printed: &Printed) -> Vec<Decimal> {
    let digits = digits(printed).unwrap_or_default();
    if digits.len() < 2 {
        return Vec::new();
    }
    (0..digits.len())
        .flat_map(|i| (0..10).map(move |digit| (i, digit)))
        .filter(|&(i, digit)| digits[i] != digit)
        .filter_map(|(i, digit)| {
            let mut other = digits.clone();
            other[i] = digit;
            value(&other, printed.step)
        })
        .collect()
}

/// One digit missing or too many.
fn one_digit_dropped(printed: &Printed) -> Vec<Decimal> {
    let digits = digits(printed).unwrap_or_default();
    let shorter = (0..digits.len()).map(|i| {
        let mut other = digits.clone();
        other.remove(i);
        other
    });
    let longer = (0..=digits.len()).flat_map(|i| (0..10).map(move |digit| (i, digit))).map(|(i, digit)| {
        let mut other = digits.clone();
        other.insert(i, digit);
        other
    });
    let wanted = if digits.len() >= 2 { shorter.chain(longer).collect::<Vec<_>>() } else { Vec::new() };
    wanted.iter().filter(|other| !other.is_empty()).filter_map(|other| value(other, printed.step)).collect()
}

/// Million for billion, and a decimal sign one place off.
fn scaled(printed: &Printed) -> Vec<Decimal> {
    let up = [dec!(1000), dec!(10)].into_iter().filter_map(|factor| printed.value.checked_mul(factor));
    let down = [dec!(1000), dec!(10)].into_iter().filter_map(|factor| printed.value.checked_div(factor));
    up.chain(down).collect()
}
