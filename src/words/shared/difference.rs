//! The words of changes in heads: "change", "variance", "yoy".

use super::SharedRows;

/// They tell no change from another.
pub(crate) const SAME: u32 = 1 << 0;
/// They announce a change.
pub(crate) const KIND: u32 = 1 << 1;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[(
    SAME | KIND,
    words!(
        "change|changes|variance|variation|variations|var|growth|increase|decrease|inc|chg|delta|difference|movement|move|evolution|yoy|qoq|vs|\
        versus|δ"
    ),
)];
