//! The figures of a check as its formula prints them: "(830 − 596) / 596 = 39.26 %", all levels in the unit in which the article prints
//! the largest: million, crore or one.

use rust_decimal::{Decimal, dec};

use super::given::Given;
use crate::mention::Unit;

/// The figures of a claim, in print.
pub(crate) struct PrintedTerms<'a> {
    given: &'a Given<'a>,
    computed: Decimal,
    scale: Decimal,
}

impl<'a> PrintedTerms<'a> {
    /// Those of a claim and what it comes to.
    pub(crate) fn new(text: &str, given: &'a Given<'a>, computed: Decimal) -> Self {
        let size = |fact: usize| given.printed_level(fact).map(|value| value.abs());
        let largest = given.claim.operands.all().max_by_key(|&fact| size(fact));
        let printed = largest.and_then(|fact| magnitude(given.facts[fact].figure.span.of(text), size(fact)?));
        PrintedTerms { given, computed, scale: printed.unwrap_or_else(|| scale(largest.and_then(size).unwrap_or_default())) }
    }

    fn print(&self, fact: Option<usize>) -> String {
        fact.and_then(|fact| self.given.printed_level(fact)).map_or("?".into(), |value| plain(value, self.scale))
    }

    /// The level after a change, where there is one.
    pub(crate) fn current(&self) -> Option<String> {
        self.given.claim.operands.current.map(|current| self.print(Some(current)))
    }

    /// The level before a change, where there is one.
    pub(crate) fn base(&self) -> Option<String> {
        self.given.claim.operands.base.map(|base| self.print(Some(base)))
    }

    /// Whether the levels are rates that go the other way than the currency told of.
    pub(crate) fn are_inverse(&self) -> bool {
        self.given.are_inverse()
    }

    /// Both levels; "?" for one that is not there.
    pub(crate) fn levels(&self) -> (String, String) {
        (self.print(self.given.claim.operands.current), self.print(self.given.claim.operands.base))
    }

    /// The change as an amount.
    pub(crate) fn delta(&self) -> String {
        self.print(self.given.claim.operands.delta)
    }

    /// Part and whole of a share.
    pub(crate) fn share(&self) -> (String, String) {
        (self.print(self.given.claim.operands.part), self.print(self.given.claim.operands.whole))
    }

    /// The parts of a sum.
    pub(crate) fn parts(&self) -> Vec<String> {
        self.given.claim.operands.parts.iter().map(|&part| self.print(Some(part))).collect()
    }

    /// The other figure that is compared or converted.
    pub(crate) fn other(&self) -> String {
        self.print(self.given.claim.operands.of)
    }

    /// The stated figure.
    pub(crate) fn stated(&self) -> String {
        self.print(Some(self.given.claim.stated))
    }

    /// The unit of the stated figure.
    pub(crate) fn unit(&self) -> &Unit {
        &self.given.facts[self.given.claim.stated].figure.unit
    }

    /// What is computed.
    pub(crate) fn computed(&self) -> Decimal {
        self.computed
    }

    /// What is computed, on the scale of the operands.
    pub(crate) fn result(&self) -> String {
        plain(self.computed, self.scale)
    }

    /// What is computed as a number of its own, to so many places.
    pub(crate) fn number(&self, places: u32) -> String {
        plain(self.computed.round_dp(places), Decimal::ONE)
    }

    /// What is computed, as a percent.
    pub(crate) fn percent(&self) -> String {
        format!("{} %", self.number(2))
    }
}

/// What the digits of a figure are multiplied with: a crore in "Rs 579 crore". `None` where its digits are not plain.
fn magnitude(printed: &str, value: Decimal) -> Option<Decimal> {
    let start = printed.find(|sign: char| sign.is_ascii_digit())?;
    let digits = &printed[start..];
    let end = digits.find(|sign: char| !(sign.is_ascii_digit() || matches!(sign, ',' | '.'))).unwrap_or(digits.len());
    let digits = digits[..end].trim_end_matches([',', '.']);
    // A comma before the last digit is a decimal sign.
    if digits.split(',').skip(1).any(|group| group.len() < 2) {
        return None;
    }
    let digits: Decimal = digits.replace(',', "").parse().ok()?;
    let magnitude = value.checked_div(digits)?;
    MAGNITUDES.contains(&magnitude).then_some(magnitude)
}

/// One, thousand, lakh, million, crore and billion; what is printed in trillions is set beside billions.
const MAGNITUDES: [Decimal; 6] = [dec!(1), dec!(1000), dec!(100000), dec!(1000000), dec!(10000000), dec!(1000000000)];

/// The largest of billion, million and one that the value reaches.
fn scale(largest: Decimal) -> Decimal {
    [dec!(1000000000), dec!(1000000)].into_iter().find(|&scale| largest >= scale).unwrap_or(Decimal::ONE)
}

fn plain(value: Decimal, scale: Decimal) -> String {
    let value = value.checked_div(scale).unwrap_or(value).round_dp(6).normalize();
    let sign = if value.is_sign_negative() { "−" } else { "" };
    format!("{sign}{}", grouped(&value.abs().to_string()))
}

/// Digits as print groups them, from ten thousand on: "26,488,000".
fn grouped(digits: &str) -> String {
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut out = digits.to_owned();
    if whole > 4 {
        (1..whole).rev().filter(|at| (whole - at).is_multiple_of(3)).for_each(|at| out.insert(at, ','));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{grouped, magnitude};
    use rust_decimal::dec;

    #[test]
    fn figures_are_printed_as_the_article_prints_them() {
        assert_eq!(magnitude("Rs 579 crore", dec!(5790000000)), Some(dec!(10000000)));
        assert_eq!(magnitude("$26,488,000", dec!(26488000)), Some(dec!(1)));
        assert_eq!(magnitude("1,5 million", dec!(1500000)), None);
        assert_eq!(magnitude("a million", dec!(1000000)), None);
        assert_eq!(
            (grouped("26488000"), grouped("9800.5"), grouped("12345.678")),
            ("26,488,000".into(), "9800.5".into(), "12,345.678".into())
        );
    }
}
