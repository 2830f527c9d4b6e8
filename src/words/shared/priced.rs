//! What an amount is charged for: "barrel", "share".

use super::SharedRows;

/// Behind "per" in prose.
pub(crate) const AMOUNT: u32 = 1 << 0;
/// In the label of a table's row.
pub(crate) const ROW: u32 = 1 << 1;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows =
    &[(AMOUNT | ROW, words!("share|barrel|tonne|ton|ounce|pound|gallon|unit|day|customer|foot|user|room|employee"))];
