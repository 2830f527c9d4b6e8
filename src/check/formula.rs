//! The figures of a check as its formula prints them: "(830 − 596) / 596 = 39.26 %", all levels on the scale of the largest.

use rust_decimal::{Decimal, dec};

use super::given::Given;
use crate::mention::Unit;

/// The figures of a claim, in print.
pub(crate) struct Terms<'a> {
    given: &'a Given<'a>,
    computed: Decimal,
    scale: Decimal,
}

impl<'a> Terms<'a> {
    /// Those of a claim and what it comes to.
    pub(crate) fn new(given: &'a Given<'a>, computed: Decimal) -> Self {
        let all: Vec<Decimal> = given.claim.operands.all().filter_map(|fact| given.printed_level(fact)).collect();
        Terms { given, computed, scale: scale(&all) }
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

/// The largest of billion, million and one that the largest value reaches.
fn scale(values: &[Decimal]) -> Decimal {
    let largest = values.iter().map(|value| value.abs()).max().unwrap_or_default();
    [dec!(1000000000), dec!(1000000)].into_iter().find(|&scale| largest >= scale).unwrap_or(Decimal::ONE)
}

fn plain(value: Decimal, scale: Decimal) -> String {
    let value = value.checked_div(scale).unwrap_or(value).round_dp(6).normalize();
    if value.is_sign_negative() { format!("−{}", -value) } else { value.to_string() }
}
