//! The words of periods in heads: "ended", "quarter", "March".

use super::SharedRows;

/// Words of heads that are part of a period or say nothing.
pub(crate) const PERIOD: u32 = 1 << 0;
/// Words that only stand in periods.
pub(crate) const DATED: u32 = 1 << 1;
/// Months.
pub(crate) const MONTH: u32 = 1 << 2;
/// They name a time and nobody.
pub(crate) const NAMED: u32 = 1 << 3;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (PERIOD | DATED, words!("ended|ending|months|quarter|quarters|ytd|q|fy|h")),
    (
        PERIOD | DATED | MONTH | NAMED,
        words!("january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept|oct|nov|dec"),
    ),
    (PERIOD | MONTH | NAMED, words!("march|may|mar|sep")),
];
