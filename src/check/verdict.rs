//! Whether a stated figure agrees with what its operands give.

use rust_decimal::{Decimal, dec};

use super::bounds::{self, Reading};
use super::{Computation, Given, conversion};
use crate::mention::{Figure, Qualifier};
use crate::number::Interval;
use crate::relate::{ClaimKind, Direction};
use crate::sheet::Exactness;

/// What came of comparing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// They agree, and why.
    Consistent(Exactness),
    /// No rounding or truncation brings them together.
    Inconsistent,
    /// They cannot be compared, for this reason.
    Unchecked(&'static str),
}

const COARSE: &str = "the figures are printed too coarsely to tell";
const NEGATIVE_BASE: &str = "a percentage over a loss says too little to be checked";

/// Compares in the order exact, rounding, truncation: many writers cut digits off.
pub fn judge(stated: &Figure, direction: Option<Direction>, given: &Given, computed: &Computation) -> Judgement {
    if given.claim.kind == ClaimKind::Conversion {
        return Judgement::Unchecked(conversion::ALONE);
    }
    let direction = direction.filter(|_| !given.both_losses());
    let comparison = Comparison { stated, signed: is_signed(given.claim.kind), direction };
    let judgement = if comparison.agrees(&Interval::point(computed.value), Reading::Rounded) {
        Judgement::Consistent(Exactness::Exact)
    } else if comparison.agrees(&computed.interval, Reading::Rounded) {
        Judgement::Consistent(Exactness::Rounding)
    } else if comparison.agrees(&computed.interval, Reading::Truncated) {
        Judgement::Consistent(Exactness::Truncation)
    } else {
        Judgement::Inconsistent
    };
    let width = computed.interval.high - computed.interval.low;
    let stated_size = stated.value().map_or(Decimal::ZERO, |value| value.abs());
    match judgement {
        // So wide an interval would meet anything like the stated figure.
        Judgement::Consistent(Exactness::Rounding | Exactness::Truncation) if width > stated_size * dec!(2) => Judgement::Unchecked(COARSE),
        Judgement::Inconsistent if over_a_loss(given) => Judgement::Unchecked(NEGATIVE_BASE),
        other => other,
    }
}

/// Whether the check computes a change, whose sign the text gives in words.
fn is_signed(kind: ClaimKind) -> bool {
    matches!(kind, ClaimKind::Growth | ClaimKind::Difference | ClaimKind::Points)
}

fn over_a_loss(given: &Given) -> bool {
    let operands = &given.claim.operands;
    let is_negative =
        |fact: Option<usize>| fact.is_some_and(|fact| given.facts[fact].figure.value().is_some_and(|value| value < Decimal::ZERO));
    let negative = given.crosses_zero() || is_negative(operands.base) || is_negative(operands.current);
    given.claim.kind == ClaimKind::Growth && operands.delta.is_none() && negative
}

struct Comparison<'a> {
    stated: &'a Figure,
    signed: bool,
    direction: Option<Direction>,
}

impl Comparison<'_> {
    /// Whether the computed values have one in common with the stated figure, in the direction that the text gives.
    fn agrees(&self, computed: &Interval, reading: Reading) -> bool {
        let printed = bounds::printed(self.stated, reading);
        if !self.signed {
            return self.meets(&printed, computed);
        }
        let size = if printed.high < Decimal::ZERO { printed.negate() } else { printed };
        let printed_minus = printed.high < Decimal::ZERO;
        match self.direction {
            Some(Direction::Down) => self.meets(&size, &computed.negate()),
            Some(Direction::Up) if printed_minus => self.meets(&size, &computed.negate()),
            Some(Direction::Up) => self.meets(&size, computed),
            None => self.meets(&size, computed) || self.meets(&size, &computed.negate()),
        }
    }

    /// "More than 50%" is wrong only where the whole computed interval is at or below 50, "nearly 50%" where it is above.
    fn meets(&self, stated: &Interval, computed: &Interval) -> bool {
        let about = |interval: &Interval| {
            let margin = interval.high.abs().max(interval.low.abs()) * dec!(0.1);
            Interval { low: interval.low - margin, high: interval.high + margin }
        };
        match self.stated.qualifier {
            Qualifier::Exact => stated.meets(computed),
            Qualifier::About => about(stated).meets(computed),
            Qualifier::MoreThan | Qualifier::AtLeast => computed.high >= stated.low,
            Qualifier::LessThan | Qualifier::AtMost => computed.low <= stated.high,
        }
    }
}
