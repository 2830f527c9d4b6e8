//! Words with which many names begin: "national", "east".

use super::SharedRows;

/// They do not make two names one.
pub(crate) const WEAK: u32 = 1 << 0;
/// Alone they stand for no name.
pub(crate) const FIRST: u32 = 1 << 1;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[(
    WEAK | FIRST,
    words!(
        "first|second|national|american|united|general|international|bank|university|north|south|east|west|central|federal|royal|great|\
        state|british|european|global|world|house|board"
    ),
)];
