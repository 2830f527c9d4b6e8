//! The figures of a claim as a check's formula sees them: printed value, what it allows, and its sign.

use rust_decimal::Decimal;

use super::bounds;
use crate::link::Claim;
use crate::number::Interval;
use crate::relate::{Direction, FigureFact};

/// Why figures cannot be computed with: they overflow 28 digits.
pub(crate) const TOO_LONG: &str = "the figures have more digits than can be computed exactly";

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
