//! Whether a stated figure agrees with what its operands give.

use rust_decimal::{Decimal, dec};

use super::bounds::{self, Shortening};
use super::definition::{Computation, Definition};
use super::given::Given;
use crate::link::ClaimKind;
use crate::mention::{Figure, FigureKind, Qualifier, Value};
use crate::number::Interval;
use crate::relate::Direction;
use crate::sheet::Exactness;

/// What came of comparing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judgement {
    /// They agree, and why.
    Consistent(Exactness),
    /// No rounding or truncation brings them together.
    Inconsistent,
    /// They cannot be compared, for this reason.
    Unchecked(&'static str),
}

const COARSE: &str = "the figures are printed too coarsely to tell";
const NEGATIVE_BASE: &str = "a percentage over a loss says too little to be checked";

/// A stated figure as far as it is compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stated {
    /// What kind of figure.
    pub kind: FigureKind,
    /// Its value.
    pub value: Value,
    /// How it is to be taken.
    pub qualifier: Qualifier,
    /// Whether "nearly" or "almost" says so: not far below.
    pub nearly: bool,
}

impl Stated {
    /// What is compared of a figure of the text.
    pub(super) fn of(text: &str, figure: &Figure) -> Self {
        let words = figure.qualifier_span.map_or("", |span| span.of(text));
        let nearly = ["nearly", "almost", "close", "just", "near", "approaching"]
            .iter()
            .any(|word| words.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)));
        Stated { kind: figure.kind, value: figure.value, qualifier: figure.qualifier, nearly }
    }
}

/// Compares in the order exact, rounding, truncation: many writers cut digits off.
pub(super) fn judge(check: &Definition, stated: &Stated, direction: Option<Direction>, given: &Given, computed: &Computation) -> Judgement {
    if let Some(together) = &check.together {
        return Judgement::Unchecked(together.alone);
    }
    let direction = direction.filter(|_| !given.both_losses());
    let comparison = Comparison { qualifier: stated.qualifier, nearly: stated.nearly, signed: check.signed, direction };
    let printed = |reading: Shortening| bounds::printed(stated.kind, &stated.value, reading);
    let rounded = printed(Shortening::Rounded);
    let exactness = if comparison.agrees(&rounded, &Interval::point(computed.value)) {
        return Judgement::Consistent(Exactness::Exact);
    } else if comparison.agrees(&rounded, &computed.interval) {
        Exactness::Rounding
    } else if comparison.agrees(&printed(Shortening::Truncated), &computed.interval) {
        Exactness::Truncation
    } else if over_a_loss(given) {
        return Judgement::Unchecked(NEGATIVE_BASE);
    } else {
        return Judgement::Inconsistent;
    };
    let width = computed.interval.high.saturating_sub(computed.interval.low);
    let stated_size = stated.value.one().map_or(Decimal::ZERO, |printed| printed.value.abs());
    // So wide an interval would meet anything like the stated figure.
    if width > stated_size.saturating_mul(dec!(2)) { Judgement::Unchecked(COARSE) } else { Judgement::Consistent(exactness) }
}

fn over_a_loss(given: &Given) -> bool {
    let operands = &given.claim.operands;
    let is_negative =
        |fact: Option<usize>| fact.is_some_and(|fact| given.facts[fact].figure.value().is_some_and(|value| value < Decimal::ZERO));
    let negative = given.crosses_zero() || is_negative(operands.base) || is_negative(operands.current);
    given.claim.kind == ClaimKind::Growth && operands.delta.is_none() && negative
}

struct Comparison {
    qualifier: Qualifier,
    nearly: bool,
    signed: bool,
    direction: Option<Direction>,
}

impl Comparison {
    /// Whether the computed values have one in common with those that the stated figure is printed for, in the direction that
    /// the text gives.
    fn agrees(&self, printed: &Interval, computed: &Interval) -> bool {
        if !self.signed {
            return self.meets(printed, computed);
        }
        let size = if printed.high < Decimal::ZERO { printed.negate() } else { *printed };
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
            let margin = interval.high.abs().max(interval.low.abs()).saturating_mul(dec!(0.1));
            Interval { low: interval.low.saturating_sub(margin), high: interval.high.saturating_add(margin) }
        };
        match self.qualifier {
            Qualifier::Exact => stated.meets(computed),
            Qualifier::About => about(stated).meets(computed),
            Qualifier::MoreThan | Qualifier::AtLeast => computed.high >= stated.low,
            Qualifier::LessThan | Qualifier::AtMost if self.nearly => {
                computed.low <= stated.high && computed.high >= stated.low * dec!(0.9)
            }
            Qualifier::LessThan | Qualifier::AtMost => computed.low <= stated.high,
        }
    }
}
