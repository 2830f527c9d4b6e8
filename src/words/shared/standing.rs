//! How a level stands and what has it: "totalled", "accounts for", "beat".

use super::SharedRows;

/// Their subject is the measure.
pub(crate) const LEVEL: u32 = 1 << 0;
/// Their subject is part of a whole.
pub(crate) const PART: u32 = 1 << 1;
/// Their subject is compared with what they govern.
pub(crate) const BEATS: u32 = 1 << 2;
/// Their subject has a share of something.
pub(crate) const OWNS: u32 = 1 << 3;
/// They change the owner of something.
pub(crate) const TRADES: u32 = 1 << 4;
/// How a market stands.
pub(crate) const STANDS: u32 = 1 << 5;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (
        LEVEL | PART,
        words!(
            "is|are|was|were|be|been|stood|reached|totaled|totalled|equal|equals|account|accounts|accounted|accounting|represent|represents|\
        represented|representing|comprise|comprises|comprised|comprising|constitute|constitutes|constituted|constituting|made|make|makes|\
        making|contributed|contribute|contributes|contributing"
        ),
    ),
    (
        LEVEL | STANDS,
        words!("hit|settled|closed|traded|trading|trade|trades|hovering|steadied|opened|ended|finished|valued|priced|quoted|changed"),
    ),
    (LEVEL | PART | BEATS, words!("exceeded")),
    (LEVEL | BEATS, words!("exceeds|exceed|exceeding|topped|topping|surpassed|beat|beats|missed|tops|outpaced|lagged")),
    (LEVEL | OWNS, words!("held|hold")),
    (OWNS | TRADES, words!("buy|buys|bought|buying|acquire|acquires|acquired|acquiring|sell|sells|sold|selling|purchased|purchase")),
];
