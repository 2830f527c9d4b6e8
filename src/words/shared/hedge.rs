//! The words that make a figure rough: "about", "nearly".

use super::SharedRows;

/// Before "double" as a verb.
pub(crate) const BEFORE_FACTOR: u32 = 1 << 0;
/// Before "two thirds" as a measure of a change.
pub(crate) const BY: u32 = 1 << 1;
/// Before a fraction.
pub(crate) const LIMITS: u32 = 1 << 2;
/// Before a number of people.
pub(crate) const ABOUT: u32 = 1 << 3;
/// Before an amount that is told in the present.
pub(crate) const AMOUNTING: u32 = 1 << 4;
/// They judge a figure instead of telling measures apart.
pub(crate) const JUDGING: u32 = 1 << 5;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (BEFORE_FACTOR | BY | ABOUT | AMOUNTING, words!("to")),
    (BEFORE_FACTOR | BY | LIMITS | ABOUT | AMOUNTING, words!("than|over")),
    (BEFORE_FACTOR | BY | LIMITS | ABOUT | AMOUNTING | JUDGING, words!("nearly|almost|about|roughly")),
    (BEFORE_FACTOR | BY, words!("by")),
    (LIMITS | ABOUT | AMOUNTING | JUDGING, words!("only")),
    (LIMITS | ABOUT, words!("least")),
    (LIMITS | ABOUT | AMOUNTING, words!("around")),
    (ABOUT | AMOUNTING | JUDGING, words!("some|more|approximately|just")),
    (ABOUT | AMOUNTING, words!("up|at")),
    (ABOUT | JUDGING, words!("less")),
    (AMOUNTING | JUDGING, words!("many|much")),
];
