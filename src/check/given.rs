//! The figures of a claim as a check's formula sees them: printed value, what it allows, and its sign.

use rust_decimal::Decimal;

use super::bounds;
use crate::link::{Claim, OperandSet};
use crate::mention::Unit;
use crate::number::Interval;
use crate::relate::{Direction, FigureFact};
use crate::words::WordList;

/// Why figures cannot be computed with: they overflow 28 digits.
pub(crate) const TOO_LONG: &str = "the figures have more digits than can be computed exactly";

/// Currencies as texts name them where they tell of their rates.
static CURRENCIES: WordList = WordList::new(words!(
    "rupee|yen|won|yuan|renminbi|peso|real|lira|ruble|rouble|rupiah|baht|ringgit|rand|zloty|forint|koruna|krona|krone|franc|shilling|\
    naira|cedi|kwacha|hryvnia|tenge|dong|riyal|dirham|dinar|sol|pula|taka|loonie|dollar|currency"
));

/// The facts of an article with the operands of one claim.
pub(crate) struct Given<'a> {
    pub facts: &'a [FigureFact],
    pub claim: &'a Claim,
    /// Whether losses count by their size: a deficit that grows.
    pub unsigned: bool,
    /// One operand read otherwise than printed, to try a slip.
    pub replaced: Option<(usize, Decimal)>,
}

impl Given<'_> {
    /// A level with its sign: printed values and what they allow. A loss beside a profit is negative.
    pub(crate) fn level(&self, fact: usize) -> Result<(Decimal, Interval), &'static str> {
        let (value, interval) = self.figure(fact)?;
        Ok(if self.is_negative(fact, value) { (-value, interval.negate()) } else { (value, interval) })
    }

    /// A level with its sign as it is printed.
    pub(crate) fn printed_level(&self, fact: usize) -> Option<Decimal> {
        let value = self.facts[fact].figure.value()?;
        Some(if self.is_negative(fact, value) { -value } else { value })
    }

    fn is_negative(&self, fact: usize, value: Decimal) -> bool {
        self.facts[fact].loss && self.crosses_zero() && value > Decimal::ZERO
    }

    /// Whether one level is a loss and the other a profit.
    pub(crate) fn crosses_zero(&self) -> bool {
        let is_loss = |fact: usize| self.facts[fact].loss;
        !self.unsigned
            && self.claim.operands.current.zip(self.claim.operands.base).is_some_and(|(current, base)| is_loss(current) != is_loss(base))
    }

    /// Whether both levels are losses, so that words of direction may speak of the loss or of the result.
    pub(crate) fn both_losses(&self) -> bool {
        let is_loss = |fact: usize| self.facts[fact].loss;
        self.claim.operands.current.zip(self.claim.operands.base).is_some_and(|(current, base)| is_loss(current) && is_loss(base))
    }

    /// Whether the levels may be what another currency costs in the one told of, as most are quoted: it falls, and they rise.
    pub(crate) fn are_rates(&self) -> bool {
        let OperandSet { current: Some(current), base: Some(base), .. } = self.claim.operands else { return false };
        let figure = |fact: usize| &self.facts[fact].figure;
        let is_bare = |fact: usize| !matches!(figure(fact).unit, Unit::Currency(_));
        // "84.50", or "84.50 rupees per dollar"
        let are_rates = is_bare(current) && is_bare(base) || figure(current).per.is_some() || figure(base).per.is_some();
        are_rates && [self.claim.stated, current].iter().any(|&fact| self.is_currency(fact))
    }

    /// Whether they are, since they went the other way than the text says.
    pub(crate) fn are_inverse(&self) -> bool {
        let OperandSet { current: Some(current), base: Some(base), .. } = self.claim.operands else { return false };
        let (Ok((now, _)), Ok((before, _))) = (self.level(current), self.level(base)) else { return false };
        let is_opposed = match self.claim.direction {
            Some(Direction::Up) => now < before,
            Some(Direction::Down) => now > before,
            None => false,
        };
        is_opposed && self.are_rates()
    }

    /// Whether the fact is of a currency: "the rupee", "Canadian dollar".
    fn is_currency(&self, fact: usize) -> bool {
        let key = &self.facts[fact].measure_key;
        key.has_one_of(&CURRENCIES) && key.len() <= 2
    }

    /// A change stated as an amount, with the sign of the claim's direction.
    pub(crate) fn change(&self, fact: usize) -> Result<(Decimal, Interval), &'static str> {
        let (value, interval) = self.figure(fact)?;
        let down = self.claim.direction == Some(Direction::Down);
        Ok(if down && value > Decimal::ZERO { (-value, interval.negate()) } else { (value, interval) })
    }

    /// A figure as printed and what it allows.
    pub(crate) fn figure(&self, fact: usize) -> Result<(Decimal, Interval), &'static str> {
        let figure = &self.facts[fact].figure;
        let printed = figure.value().ok_or("a range is no single level to compute from")?;
        let value = self.replaced.filter(|&(replaced, _)| replaced == fact).map_or(printed, |(_, value)| value);
        let interval = bounds::operand(figure, value).ok_or(TOO_LONG)?;
        Ok((value, interval))
    }
}
