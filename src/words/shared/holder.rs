//! Who has figures or speaks of them: "company", "ministry", "analysts".

use super::SharedRows;

/// They are no measure.
pub(crate) const NO_MEASURE: u32 = 1 << 0;
/// They stand for the company spoken of, behind "the".
pub(crate) const COMPANY: u32 = 1 << 1;
/// They speak of figures that are not theirs.
pub(crate) const PERSON: u32 = 1 << 2;
/// They are part of an authority's name.
pub(crate) const BODY: u32 = 1 << 3;
/// They are part of an organisation's name.
pub(crate) const NAME: u32 = 1 << 4;
/// They say that a name is an organisation's: "X, a lender".
pub(crate) const KIND: u32 = 1 << 5;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (NO_MEASURE | COMPANY, words!("giant|telco|issuer|major")),
    (NO_MEASURE | COMPANY | NAME | KIND, words!("bank|fund")),
    (
        NO_MEASURE | COMPANY | KIND,
        words!(
            "company|firm|group|insurer|retailer|carmaker|automaker|maker|lender|carrier|airline|corporation|operator|developer|producer|\
        startup|start-up|manufacturer|supplier|provider|brewer|miner|utility|chipmaker|drugmaker|conglomerate|trust|brokerage|platform|\
        business"
        ),
    ),
    (
        NO_MEASURE | PERSON,
        words!("analyst|analysts|economist|economists|spokesman|spokeswoman|spokesperson|investor|investors|bulls|bears|traders"),
    ),
    (NO_MEASURE | BODY | NAME, words!("government|ministry|authority|department|commission|board|administration|council")),
    (NO_MEASURE | BODY | NAME | KIND, words!("agency|association")),
    (NO_MEASURE | NAME, words!("city|markets")),
    (NO_MEASURE | NAME | KIND, words!("exchange|team")),
    (NO_MEASURE | KIND, words!("unit|subsidiary")),
    (COMPANY | NAME, words!("bancorp|management")),
    (COMPANY | KIND, words!("partnership|chain")),
    (BODY | NAME, words!("bureau|senate|congress|parliament|office|reserve|treasury|court|house|committee|federation|police|army")),
    (BODY | NAME | KIND, words!("institute|university|party|union")),
    (NAME | KIND, words!("college|foundation|club|newspaper|organization|organisation|alliance|coalition|network")),
];
