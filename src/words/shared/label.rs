//! Words before a number that make it a name: "section", "flight".

use super::SharedRows;

/// The number behind them is no year.
pub(crate) const YEARLIKE: u32 = 1 << 0;
/// The number behind them counts nothing.
pub(crate) const LABEL: u32 = 1 << 1;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[(
    YEARLIKE | LABEL,
    words!("form|section|no|number|flight|room|route|highway|model|resolution|article|rule|page|line|code|box|suite|act"),
)];
