//! What is traded at a price: "crude", "gold", "shares".

use super::SharedRows;

/// Their price is nobody's.
pub(crate) const COMMODITY: u32 = 1 << 0;
/// They have a price that changes by the day.
pub(crate) const QUOTED: u32 = 1 << 1;
/// A market's move is theirs.
pub(crate) const TRADED: u32 = 1 << 2;
/// Raw materials and where they are traded.
pub(crate) const RAW: u32 = 1 << 3;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (COMMODITY | QUOTED | TRADED | RAW, words!("crude|gold|silver|copper")),
    (COMMODITY | QUOTED, words!("oil|gas|bond|bonds|yuan|peso")),
    (COMMODITY | QUOTED | RAW, words!("wheat|corn|coffee|cocoa|sugar")),
    (COMMODITY | RAW, words!("soybeans|soybean|cotton|gasoline|coal|rubber|lumber|hogs|cattle|palm")),
    (COMMODITY | QUOTED | TRADED, words!("futures|yield|dollar|euro|yen|pound|sterling|contract|rupee")),
    (COMMODITY | TRADED, words!("yields")),
    (QUOTED | TRADED, words!("share|shares|stock|stocks|price|bitcoin|index")),
    (QUOTED | TRADED | RAW, words!("brent")),
    (TRADED | RAW, words!("wti")),
];
