//! A number with the precision it was printed in.

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
    /// where both separators occur, the last one is the decimal sign.
    pub fn read(token: &str, separators: Separators) -> Option<Printed> {
        let token: String = token.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '’' { '\'' } else { c }).collect();
        let separator_signs: Vec<char> = token.chars().filter(|c| !c.is_ascii_digit()).collect();
        let count = |sign: char| separator_signs.iter().filter(|&&c| c == sign).count();
        let last = separator_signs.last().copied();
        let digits_after = |sign: char| token.rsplit(sign).next().map_or(0, str::len);
        let article_decimal = if separators == Separators::DecimalComma { ',' } else { '.' };
        let decimal = match (count('.'), count(',')) {
            (0, 0) => None,
            (points, commas) if points > 0 && commas > 0 => last.filter(|&sign| sign != '\'' && count(sign) == 1),
            (0, 1) if digits_after(',') != 3 || article_decimal == ',' || token.starts_with("0,") => Some(','),
            (1, 0) if digits_after('.') != 3 || article_decimal == '.' || token.starts_with("0.") => Some('.'),
            _ => None,
        };
        let (whole, fraction) = match decimal {
            Some(sign) => token.rsplit_once(sign)?,
            None => (token.as_str(), ""),
        };
        if !groups_fit(whole) || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let digits: String = whole.chars().filter(char::is_ascii_digit).chain(fraction.chars()).collect();
        let places = u32::try_from(fraction.len()).ok().filter(|&places| places <= 28)?;
        let mantissa: i128 = digits.parse().ok()?;
        let value = Decimal::try_from_i128_with_scale(mantissa, places).ok()?;
        let step = Decimal::try_from_i128_with_scale(1, places).ok()?;
        Some(Printed { value, step })
    }

    /// The number times an exact magnitude, its step likewise; `None` where 28 digits do not hold it.
    pub fn scale(self, magnitude: Decimal) -> Option<Printed> {
        Some(Printed { value: self.value.checked_mul(magnitude)?.normalize(), step: self.step.checked_mul(magnitude)?.normalize() })
    }

    /// With the sign turned.
    pub fn negate(self) -> Printed {
        Printed { value: -self.value, ..self }
    }

    /// What the printed digits allow when they were rounded: half a step to either side.
    pub fn rounding(&self) -> Interval {
        let half = self.step / Decimal::TWO;
        Interval { low: (self.value - half).normalize(), high: (self.value + half).normalize() }
    }

    /// What the printed digits allow when further digits were cut off: up to one step further from zero.
    pub fn truncation(&self) -> Interval {
        let step = if self.value.is_sign_negative() { -self.step } else { self.step };
        Interval::new(self.value, self.value + step)
    }
}

/// Groups are three digits, or two before a last three (lakh and crore), after a first group of one to three.
fn groups_fit(whole: &str) -> bool {
    let groups: Vec<&str> = whole.split([',', '.', '\'']).collect();
    let signs: Vec<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    if groups.len() == 1 {
        return !whole.is_empty() && whole.bytes().all(|b| b.is_ascii_digit());
    }
    let one_sign = signs.windows(2).all(|pair| pair[0] == pair[1]);
    let first_fits = (1..=3).contains(&groups[0].len());
    let western = groups[1..].iter().all(|group| group.len() == 3);
    let (last, middle) = groups[1..].split_last().expect("two groups or more");
    let indian = groups[0].len() <= 2 && last.len() == 3 && middle.iter().all(|group| group.len() == 2);
    one_sign && first_fits && (western || indian)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

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
}
