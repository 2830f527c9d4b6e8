//! The words that tell names apart: titles, organisation words and suffixes, particles, closed-class words. One table each.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use super::hash::hash_lower;
use crate::lexicon;
use crate::words::WordList;
pub(crate) use crate::words::name::class;
use crate::words::name::entries;

/// Abbreviations that end with a period of their own, in any case.
static ABBREVIATIONS: WordList = WordList::new(picked!(abbreviation, NAME, "maj|assn|univ|intl|mfg|cie"));

/// Whether a period right after the word belongs to it.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.has(word)
}

/// The classes of the words of the lexicon, by their number there.
pub(crate) fn by_number() -> &'static [u32] {
    static TABLE: Lazy<Box<[u32]>> = Lazy::new(|| lexicon::lexicon().table(united().iter().map(|(&word, &classes)| (word, classes)), 0));
    &TABLE
}

/// The classes of a word, whatever its case.
pub(crate) fn classes(word: &str) -> u32 {
    static TABLE: Lazy<FxHashMap<u32, u32>> = Lazy::new(|| united().iter().map(|(word, &classes)| (hash_lower(word), classes)).collect());
    TABLE.get(&hash_lower(word)).copied().unwrap_or(0)
}

/// All classes of each word together.
fn united() -> FxHashMap<&'static str, u32> {
    let mut table: FxHashMap<&str, u32> = FxHashMap::default();
    entries().for_each(|(word, class)| *table.entry(word).or_default() |= class);
    table
}
