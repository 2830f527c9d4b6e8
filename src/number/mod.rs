//! Numbers as an article prints them, and the intervals that they stand for.

mod interval;
mod printed;

pub use interval::Interval;
pub use printed::{Printed, Separators};
pub use rust_decimal::Decimal;
