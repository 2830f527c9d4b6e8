//! What a printed figure allows: its digits, and the words before it.

use rust_decimal::{Decimal, dec};

use crate::mention::{Figure, FigureKind, Qualifier, Value};
use crate::number::Interval;

/// How the writer is taken to have shortened figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shortening {
    /// Rounded to the last printed digit.
    Rounded,
    /// Further digits cut off.
    Truncated,
}

/// How far a figure that is only "about" right may be off, as a fraction of it.
const ABOUT: Decimal = dec!(0.05);
/// How far beyond "more than" or "nearly" a figure may be.
const BEYOND: Decimal = dec!(0.1);

/// The values that an operand may stand for; `None` where 28 digits do not hold them.
pub(super) fn operand(figure: &Figure, value: Decimal) -> Option<Interval> {
    let printed = printed(figure.kind, &figure.value, Shortening::Rounded);
    let own = figure.value()?;
    let interval = if value == own { printed } else { printed.add(&Interval::point(value.checked_sub(own)?))? };
    let margin = |fraction: Decimal| value.abs().checked_mul(fraction);
    Some(match figure.qualifier {
        Qualifier::Exact => interval,
        Qualifier::About => {
            let margin = margin(ABOUT)?;
            Interval { low: interval.low.checked_sub(margin)?, high: interval.high.checked_add(margin)? }
        }
        Qualifier::MoreThan | Qualifier::AtLeast => Interval { low: interval.low, high: interval.high.checked_add(margin(BEYOND)?)? },
        Qualifier::LessThan | Qualifier::AtMost => Interval { low: interval.low.checked_sub(margin(BEYOND)?)?, high: interval.high },
    })
}

/// What the digits alone allow. A ratio in words ("tripled", "a third") is good to a tenth of itself, "26 times" to the unit.
pub(super) fn printed(kind: FigureKind, value: &Value, reading: Shortening) -> Interval {
    if kind == FigureKind::Ratio
        && let Some(printed) = value.one()
        && printed.step >= Decimal::ONE
    {
        // "30-fold" is a round number, "26 times" is not.
        let round = printed.value >= dec!(10) && (printed.value % dec!(5)).is_zero();
        let tenth = printed.value * dec!(0.1);
        let half = if round { tenth } else { tenth.min(dec!(0.5)) };
        return match reading {
            Shortening::Rounded => Interval::new(printed.value - half, printed.value + half),
            Shortening::Truncated => Interval::new(printed.value, printed.value + half + half),
        };
    }
    match (value.one(), reading) {
        (Some(printed), Shortening::Truncated) => printed.truncation(),
        _ => value.rounding(),
    }
}
