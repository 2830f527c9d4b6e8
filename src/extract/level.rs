//! Words around a level that stands without a noun or a currency of its own.

use crate::words::WordList;

/// Words that can follow a level without being what it counts.
pub(super) static AFTER_LEVEL: WordList = WordList::new(words!(
    "a|an|the|in|from|to|for|last|this|on|and|or|but|as|while|after|before|compared|versus|against|year|due|respectively|by|at|up|down|\
    with|when|which|over|during|previously|earlier|following|thanks|despite|because|since|one|is|was|it|though|although|reported|per"
));
