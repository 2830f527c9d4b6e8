//! Words that several constructions look for.

use crate::words::WordList;

/// What names of sums of money end with.
pub(super) static SCHEMES: WordList =
    WordList::new(words!("fund|program|programme|package|plan|project|initiative|grant|scheme|facility|bill|reserve"));
/// Verbs that put a sum by for something.
pub(super) static GIVING: WordList = WordList::new(words!("earmarked|earmarks|allocated|allocates|allocate|budgeted|provisioned|reserved"));
/// Verbs of valuing a company.
pub(super) static VALUING: WordList = WordList::new(words!("valued|values|value|valuing"));
/// Auxiliaries of the passive.
pub(super) static BEING: WordList = WordList::new(words!("is|are|was|were|be|been|being"));
/// Words before a figure that is compared with.
pub(super) static COMPARING: WordList = WordList::new(words!("from|against|versus|vs|than|compared|with|above|below|over|under"));
/// Nouns that bound what stands behind their "on" or "for".
pub(super) static BOUNDS: WordList = WordList::new(words!("cap|floor|ceiling|limit|lid|ban|curb|threshold"));
