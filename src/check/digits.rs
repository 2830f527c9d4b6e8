//! The printed digits of a figure, and what a slip makes of them.

use rust_decimal::Decimal;

use crate::number::Printed;

/// The digits of a figure without its scale: 830 of "$830 million".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// The figure in steps of its last digit.
    number: i128,
    /// How many digits it has.
    count: u32,
}

impl Digits {
    /// The digits of a printed number; `None` where there are more than can be computed with.
    pub(super) fn of(printed: &Printed) -> Option<Self> {
        let number = in_steps(printed.value, printed.step)?.round().mantissa();
        Some(Digits { number, count: number.checked_ilog10().map_or(1, |log| log + 1) })
    }

    /// How many digits there are.
    pub(super) fn count(self) -> u32 {
        self.count
    }

    /// Two neighbouring digits in the other order, from the left.
    pub(super) fn swapped(self) -> impl Iterator<Item = i128> {
        let swapped = move |place: u32| {
            let (left, right) = (self.at(place + 1), self.at(place));
            (left != right).then(|| self.number + (right - left) * (power(place + 1) - power(place)))
        };
        (0..self.count - 1).rev().filter_map(swapped)
    }

    /// The first digit another.
    pub(super) fn first_changed(self) -> impl Iterator<Item = i128> {
        self.changed_at(self.count - 1)
    }

    /// One digit of several another.
    pub(super) fn changed(self) -> impl Iterator<Item = i128> {
        self.several().flat_map(move |place| self.changed_at(place))
    }

    fn changed_at(self, place: u32) -> impl Iterator<Item = i128> {
        let own = self.at(place);
        (0..10).filter(move |&digit| digit != own).map(move |digit| self.number + (digit - own) * power(place))
    }

    /// One digit of several missing, or one too many.
    pub(super) fn dropped(self) -> impl Iterator<Item = i128> {
        let shorter = move |place: u32| self.number / power(place + 1) * power(place) + self.number % power(place);
        let longer = move |place: u32| {
            let spread = self.number / power(place) * power(place + 1) + self.number % power(place);
            (0..10).map(move |digit| spread + digit * power(place))
        };
        let before_first = self.several().map(|place| place + 1).max();
        self.several().map(shorter).chain(self.several().chain(before_first).flat_map(longer))
    }

    /// The places of the digits, from the last one's on; none where there is one digit only.
    fn several(self) -> std::ops::Range<u32> {
        if self.count >= 2 { 0..self.count } else { 0..0 }
    }

    fn at(self, place: u32) -> i128 {
        self.number / power(place) % 10
    }
}

/// A number without its sign in steps of another, which need not be a whole number of them.
pub(super) fn in_steps(value: Decimal, step: Decimal) -> Option<Decimal> {
    value.abs().checked_div(step)
}

/// Ten to that power; a decimal has 29 digits at most.
fn power(exponent: u32) -> i128 {
    10i128.pow(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Separators;

    fn digits(number: &str) -> Digits {
        Digits::of(&Printed::read(number, Separators::DecimalPoint).unwrap()).unwrap()
    }

    #[test]
    fn slips_of_digits() {
        assert_eq!(digits("12.3").swapped().collect::<Vec<_>>(), [213, 132]);
        assert_eq!(digits("55").swapped().count(), 0);
        assert_eq!(digits("10").first_changed().collect::<Vec<_>>(), [0, 20, 30, 40, 50, 60, 70, 80, 90]);
        assert_eq!(digits("10").changed().count(), 18);
        assert_eq!(digits("7").changed().chain(digits("7").dropped()).count(), 0);
        let dropped: Vec<i128> = digits("123").dropped().collect();
        assert!([12, 13, 23, 1234, 1023, 9123].iter().all(|number| dropped.contains(number)));
        assert_eq!(dropped.len(), 3 + 4 * 10);
    }

    #[test]
    fn the_longest_numbers() {
        let longest = digits("7922816251426433759354395033");
        assert_eq!(longest.count(), 28);
        assert_eq!(longest.changed().count() + longest.dropped().count() + longest.swapped().count(), 28 * 9 + 28 + 290 + 24);
    }
}
