//! The terms of accounts: "revenue", "EBITDA", "dividends".

use super::SharedRows;

/// Measures that only a company has.
pub(crate) const FIRM: u32 = 1 << 0;
/// They are of a stretch of time, never of a day.
pub(crate) const FLOW: u32 = 1 << 1;
/// With capitals they are terms of accounts, no names.
pub(crate) const TERM: u32 = 1 << 2;
/// Acronyms that name measures.
pub(crate) const ACRONYM: u32 = 1 << 3;
/// In capitals they are no name.
pub(crate) const NOBODY: u32 = 1 << 4;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (FIRM | FLOW, words!("turnover|losses|costs|expenses|orders|bookings|shipments|deliveries|charge|premiums|volumes|volume")),
    (FIRM | FLOW | TERM, words!("results|loss|cash")),
    (FIRM | FLOW | TERM | NOBODY, words!("revenue|sales|profit|income|earnings|net|margin")),
    (FIRM | FLOW | ACRONYM | NOBODY, words!("ebitda|ebit|eps|arpu")),
    (FIRM | FLOW | NOBODY, words!("revenues|profits|margins")),
    (FIRM | TERM, words!("dividend|shares|stock|debt|assets|price")),
    (FIRM | ACRONYM, words!("arr")),
    (FIRM | ACRONYM | NOBODY, words!("ebita|capex|roe|roce|ffo|affo|gmv|aum")),
    (TERM | NOBODY, words!("adjusted|gross")),
    (ACRONYM | NOBODY, words!("gdp|gnp|cpi|ppi|noi|fcf|pbt|nii|nim|cagr|opex|wpi|iip|gva|dps")),
];
