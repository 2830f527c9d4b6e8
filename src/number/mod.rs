//! Numbers as an article prints them, and the intervals that they stand for.

mod interval;
mod printed;

pub(crate) use interval::Interval;
pub(crate) use printed::{Printed, Separators};
pub(crate) use rust_decimal::Decimal;
