//! From text to mentions: one file per kind of mention.

pub mod amount;
pub mod dateline;
pub mod entity;
pub mod figure;
mod level;
mod numeral;
pub mod percent;
pub mod period;
pub mod qualifier;
pub mod quantity;
pub mod ratio;

pub use entity::entities;
pub use figure::figures;
pub use period::periods;

use crate::rule::Rule;

/// The rules that find mentions.
pub static RULES: &[&Rule] = &[
    &amount::RULE,
    &percent::RULE,
    &quantity::RULE,
    &ratio::RULE,
    &period::day::RULE,
    &period::month::RULE,
    &period::part::RULE,
    &period::ending::RULE,
    &period::year::RULE,
    &period::relative::RULE,
    &period::anaphor::RULE,
    &period::section::RULE,
    &period::range::RULE,
    &entity::cue::RULE,
    &entity::merge::RULE,
];
