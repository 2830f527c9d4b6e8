//! Abbreviations that a full stop ends: "Corp.", "Gen.".

use super::SharedRows;

/// Their full stop ends no sentence.
pub(crate) const SENTENCE: u32 = 1 << 0;
/// It may end one all the same.
pub(crate) const ENDING: u32 = 1 << 1;
/// Their full stop is part of a name.
pub(crate) const NAME: u32 = 1 << 2;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (SENTENCE | NAME, words!("mr|mrs|ms|dr|prof|sen|rep|gov|gen|col|lt|sgt|capt|st|messrs|hon|rev|dept|mt|ft")),
    (SENTENCE | ENDING | NAME, words!("jr|sr|inc|corp|co|ltd|cos|bros")),
    (SENTENCE | ENDING, words!("plc|llc|incl|excl|etc|mn|bn|cr")),
];
