//! Who has figures or speaks of them: "company", "ministry", "analysts".

use super::SharedRows;

/// They are no measure.
pub(crate) const NO_MEASURE: u16 = 1 << 0;
/// They stand for the company spoken of, behind "the".
pub(crate) const COMPANY: u16 = 1 << 1;
/// They speak of figures that are not theirs.
pub(crate) const PERSON: u16 = 1 << 2;
/// They are part of an authority's name.
pub(crate) const BODY: u16 = 1 << 3;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (
        NO_MEASURE | COMPANY,
        words!(
            "company|firm|group|bank|insurer|retailer|carmaker|automaker|maker|lender|giant|carrier|airline|fund|corporation|operator|\
        developer|producer|startup|start-up|manufacturer|supplier|provider|brewer|miner|utility|telco|chipmaker|drugmaker|conglomerate|\
        trust|issuer|brokerage|major|platform|business"
        ),
    ),
    (NO_MEASURE | BODY, words!("government|ministry|authority|department|agency|commission|board|administration|council|association")),
    (
        NO_MEASURE | PERSON,
        words!("analyst|analysts|economist|economists|spokesman|spokeswoman|spokesperson|investor|investors|bulls|bears|traders"),
    ),
];
