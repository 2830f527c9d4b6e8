//! A number with the precision it was printed in.

use rust_decimal::dec;

use super::{Decimal, Interval};

/// Which sign separates groups of digits and which the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Separators {
    /// `1,234.56` and `12,34,567.8`.
    #[default]
    DecimalPoint,
    /// `1.234,56`.
    DecimalComma,
}

const HALF: Decimal = dec!(0.5);

/// The largest figure that is read, and the most units of its last printed place: a seventh of what a decimal holds, so that a step
/// more or less, or a tenth, always fits.
const LARGEST: Decimal = dec!(10_000_000_000_000_000_000_000_000_000);

/// An exact value and the step of its last printed digit: `$1.10bn` is 1100000000 in steps of 10000000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The exact value, scale applied.
    pub value: Decimal,
    /// One unit in the last printed place, positive, scale applied.
    pub step: Decimal,
}

impl Printed {
    /// An exact count: the step is one unit.
    pub fn whole(value: Decimal) -> Self {
        Printed { value, step: Decimal::ONE }
    }

    /// Reads a number token. `None` for digits that do not form a number ("1,23,45.6.7", more than 28 digits).
    ///
    /// A lone separator before three digits is a group separator if it is the article's, a decimal one otherwise;
    /// where both separators occur, the last one is the decimal sign. Blanks between groups separate them as well.
    pub fn read(token: &str, separators: Separators) -> Option<Printed> {
        let decimal = decimal_sign(token, separators);
        let (whole, fraction) = match decimal {
            Some(at) => (&token[..at], &token[at + 1..]),
            None => (token, ""),
        };
        if !groups_fit(whole) || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let mut mantissa: i128 = 0;
        for digit in whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit) {
            mantissa = mantissa * 10 + i128::from(digit - b'0');
            if mantissa > LARGEST.mantissa() {
                return None;
            }
        }
        let places = u32::try_from(fraction.len()).ok().filter(|&places| places <= 28)?;
        let value = Decimal::try_from_i128_with_scale(mantissa, places).ok()?;
        let step = Decimal::try_from_i128_with_scale(1, places).ok()?;
        Some(Printed { value, step })
    }

    /// The number times an exact magnitude, its step likewise; `None` where it is too large to be reckoned with.
    pub fn scale(self, magnitude: Decimal) -> Option<Printed> {
        let (value, step) = (self.value.checked_mul(magnitude)?.normalize(), self.step.checked_mul(magnitude)?.normalize());
        (value.abs() <= LARGEST && step <= LARGEST).then_some(Printed { value, step })
    }

    /// With the sign turned.
    pub fn negate(self) -> Printed {
        Printed { value: -self.value, ..self }
    }

    /// What the printed digits allow when they were rounded: half a step to either side.
    pub fn rounding(&self) -> Interval {
        let half = self.step * HALF;
        Interval { low: (self.value - half).normalize(), high: (self.value + half).normalize() }
    }

    /// What the printed digits allow when further digits were cut off: up to one step further from zero.
    pub fn truncation(&self) -> Interval {
        let step = if self.value.is_sign_negative() { -self.step } else { self.step };
        Interval::new(self.value, self.value + step)
    }
}

/// Byte offset of the decimal sign, where there is one.
fn decimal_sign(token: &str, separators: Separators) -> Option<usize> {
    let bytes = token.as_bytes();
    let (mut points, mut commas, mut last) = (0, 0, 0);
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b'.' | b',')) {
        if *byte == b'.' {
            points += 1
        } else {
            commas += 1
        }
        last = at;
    }
    let (sign, alone) = match (points, commas) {
        (0, 0) => return None,
        (0, 1) | (1, 0) => (bytes[last], true),
        (1, _) if bytes[last] == b'.' => return Some(last),
        (_, 1) if bytes[last] == b',' => return Some(last),
        _ => return None,
    };
    let article_decimal = if separators == Separators::DecimalComma { b',' } else { b'.' };
    let grouped_by_other = token.bytes().any(|byte| !byte.is_ascii_digit() && byte != sign);
    let is_decimal = bytes.len() - last - 1 != 3 || sign == article_decimal || &bytes[..last] == b"0" || grouped_by_other || last > 3;
    (alone && is_decimal).then_some(last)
}

/// Groups are three digits, or two before a last three (lakh and crore), after a first group of one to three.
fn groups_fit(whole: &str) -> bool {
    if whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return !whole.is_empty();
    }
    let mut groups = whole.split([',', '.', '\'', '’', ' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let first = groups.next().unwrap_or_default();
    let is_digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let Some(last) = groups.next_back() else { return is_digits(first) };
    let mut signs = whole.chars().filter(|c| !c.is_ascii_digit());
    let one_sign = signs.next().is_none_or(|sign| signs.all(|other| other == sign));
    let (mut western, mut indian) = ((1..=3).contains(&first.len()), (1..=2).contains(&first.len()));
    for group in groups {
        western &= group.len() == 3 && is_digits(group);
        indian &= group.len() == 2 && is_digits(group);
    }
    one_sign && is_digits(first) && is_digits(last) && last.len() == 3 && (western || indian)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(token: &str) -> Option<(Decimal, Decimal)> {
        Printed::read(token, Separators::DecimalPoint).map(|p| (p.value, p.step))
    }

    #[test]
    fn reads_the_styles_of_print() {
        assert_eq!(read("1.10"), Some((dec!(1.10), dec!(0.01))));
        assert_eq!(read("1,234.56"), Some((dec!(1234.56), dec!(0.01))));
        assert_eq!(read("12,34,567"), Some((dec!(1234567), dec!(1))));
        assert_eq!(read("1.234,56"), Some((dec!(1234.56), dec!(0.01))));
        assert_eq!(read("1'234"), Some((dec!(1234), dec!(1))));
        assert_eq!(read("23,2"), Some((dec!(23.2), dec!(0.1))));
        assert_eq!(read("2.145"), Some((dec!(2.145), dec!(0.001))));
        assert_eq!(read("1.234.567"), Some((dec!(1234567), dec!(1))));
        assert_eq!(Printed::read("2.145", Separators::DecimalComma).map(|p| p.value), Some(dec!(2145)));
    }

    #[test]
    fn refuses_what_is_not_a_number() {
        for token in ["1,23,45.6.7", "1,2345,678", "10.02.2025", "99999999999999999999999999999999999999999"] {
            assert_eq!(read(token), None, "{token}");
        }
    }

    #[test]
    fn rounding_is_half_a_step_and_truncation_a_whole_one() {
        let printed = Printed::read("830", Separators::DecimalPoint).unwrap().scale(dec!(1000000)).unwrap();
        assert_eq!(printed.rounding(), Interval::new(dec!(829500000), dec!(830500000)));
        assert_eq!(printed.truncation(), Interval::new(dec!(830000000), dec!(831000000)));
    }

    #[test]
    fn what_is_too_large_is_no_figure() {
        let quadrillion = dec!(1_000_000_000_000_000);
        let scale = |token: &str| Printed::read(token, Separators::DecimalPoint)?.scale(quadrillion);
        assert_eq!(scale("79228162514264"), None);
        assert!(scale("9999999999999").is_some_and(|printed| printed.truncation().high > printed.rounding().high));
    }
}
