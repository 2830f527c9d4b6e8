//! Closed intervals of exact decimals: what printed figures allow, carried through a formula end by end.
//!
//! Source of the comparison rule: XBRL Calculations 1.1, which calls reported values consistent
//! when the intervals that their rounding allows have a point in common.

use super::Decimal;

/// A closed interval `low..=high`. Every operation is exact or gives `None` where 28 digits do not hold the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Lower end.
    pub low: Decimal,
    /// Upper end, not below `low`.
    pub high: Decimal,
}

impl Interval {
    /// The interval between two ends, given in any order.
    pub fn new(a: Decimal, b: Decimal) -> Self {
        Interval { low: a.min(b), high: a.max(b) }
    }

    /// The single point.
    pub fn point(value: Decimal) -> Self {
        Interval { low: value, high: value }
    }

    /// Whether the value lies inside, ends included.
    pub fn contains(&self, value: Decimal) -> bool {
        self.low <= value && value <= self.high
    }

    /// Whether the two have a point in common, ends included.
    pub fn meets(&self, other: &Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// The smallest interval that holds both.
    pub fn around(&self, other: &Interval) -> Interval {
        Interval { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// Sum of two intervals.
    pub fn add(&self, other: &Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    /// Difference of two intervals.
    pub fn sub(&self, other: &Interval) -> Option<Interval> {
        Some(Interval { low: self.low.checked_sub(other.high)?, high: self.high.checked_sub(other.low)? })
    }

    /// Quotient of two intervals; `None` where the divisor includes zero.
    pub fn div(&self, other: &Interval) -> Option<Interval> {
        if other.contains(Decimal::ZERO) {
            return None;
        }
        if !self.low.is_sign_negative() && !other.low.is_sign_negative() {
            return Some(Interval { low: self.low.checked_div(other.high)?, high: self.high.checked_div(other.low)? });
        }
        let ends = [
            self.low.checked_div(other.low)?,
            self.low.checked_div(other.high)?,
            self.high.checked_div(other.low)?,
            self.high.checked_div(other.high)?,
        ];
        let low = ends.iter().copied().min()?;
        let high = ends.iter().copied().max()?;
        Some(Interval { low, high })
    }

    /// The interval multiplied by an exact factor.
    pub fn scale(&self, factor: Decimal) -> Option<Interval> {
        let (low, high) = (self.low.checked_mul(factor)?, self.high.checked_mul(factor)?);
        Some(if factor.is_sign_negative() { Interval { low: high, high: low } } else { Interval { low, high } })
    }

    /// The interval with both signs turned.
    pub fn negate(&self) -> Interval {
        Interval { low: -self.high, high: -self.low }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn ends_go_through_the_formula() {
        let current = Interval::new(dec!(829.5), dec!(830.5));
        let base = Interval::new(dec!(595.5), dec!(596.5));
        let growth = current.div(&base).unwrap().sub(&Interval::point(dec!(1))).unwrap().scale(dec!(100)).unwrap();
        assert!(growth.contains(dec!(39.26)));
        assert!(growth.low > dec!(39.06) && growth.high < dec!(39.47));
    }

    #[test]
    fn a_divisor_around_zero_gives_nothing() {
        assert_eq!(Interval::point(dec!(1)).div(&Interval::new(dec!(-1), dec!(1))), None);
    }
}
