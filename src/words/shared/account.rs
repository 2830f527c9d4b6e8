//! The terms of accounts: "revenue", "EBITDA", "dividends".

use super::SharedRows;

/// Measures that only a company has.
pub(crate) const FIRM: u16 = 1 << 0;
/// They are of a stretch of time, never of a day.
pub(crate) const FLOW: u16 = 1 << 1;
/// With capitals they are terms of accounts, no names.
pub(crate) const TERM: u16 = 1 << 2;
/// Acronyms that name measures.
pub(crate) const ACRONYM: u16 = 1 << 3;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (FIRM | FLOW | TERM, words!("revenue|sales|results|profit|income|earnings|loss|net|margin|cash")),
    (
        FIRM | FLOW,
        words!(
            "revenues|turnover|profits|losses|margins|costs|expenses|orders|bookings|shipments|deliveries|charge|premiums|volumes|volume"
        ),
    ),
    (FIRM | FLOW | ACRONYM, words!("ebitda|ebit|eps|arpu")),
    (FIRM | ACRONYM, words!("ebita|capex|roe|roce|arr|ffo|affo|gmv|aum")),
    (FIRM | TERM, words!("dividend|shares|stock|debt|assets|price")),
];
