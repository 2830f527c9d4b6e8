//! Verbs of giving a sum.

use super::SharedRows;

/// What somebody gives for a purpose.
pub(crate) const PURPOSE: u32 = 1 << 0;
/// What somebody pledges.
pub(crate) const PLEDGE: u32 = 1 << 1;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[(
    PURPOSE | PLEDGE,
    words!(
        "allocate|allocated|commit|committed|contribute|contributed|devote|donate|donated|fund|invest|\
        invested|provide|provided|spend|spent"
    ),
)];
