//! Places by their kind: "city", "street".

use super::SharedRows;

/// They are part of a place's name.
pub(crate) const NAME: u32 = 1 << 0;
/// They say that a name is a place's: "X, a town".
pub(crate) const KIND: u32 = 1 << 1;
/// The number before them is of a house.
pub(crate) const STREET: u32 = 1 << 2;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (NAME | KIND, words!("island|county|province|state|district|region|city|town|village|port|territory|republic")),
    (NAME | STREET, words!("street|avenue|ave|road|rd|boulevard|blvd|drive|lane|highway|parkway|plaza")),
];
