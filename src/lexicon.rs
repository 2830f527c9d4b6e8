//! Every word that a rule is anchored to, with its classes: the tokenizer looks each word up once.
//!
//! The words themselves stand with the rules that use them; this collects their tables.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use crate::text::Classes;

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 24;

/// Words in lower case with the union of their classes.
pub struct Lexicon {
    /// Words of up to [`SHORT`] bytes, as numbers: one comparison instead of a call.
    short: FxHashMap<u128, Classes>,
    long: FxHashMap<Box<[u8]>, Classes>,
}

/// The bytes of a word that one number holds.
const SHORT: usize = 16;

fn short_key(word: &[u8]) -> u128 {
    let mut bytes = [0u8; SHORT];
    bytes[..word.len()].copy_from_slice(word);
    bytes.make_ascii_lowercase();
    u128::from_le_bytes(bytes)
}

impl Lexicon {
    /// The classes of a word, whatever its case.
    pub fn classes(&self, word: &str) -> Classes {
        if word.len() <= SHORT {
            return self.short.get(&short_key(word.as_bytes())).copied().unwrap_or(Classes::NONE);
        }
        if word.len() > LONGEST {
            return Classes::NONE;
        }
        let mut lower = [0u8; LONGEST];
        let lower = &mut lower[..word.len()];
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        self.long.get(&*lower).copied().unwrap_or(Classes::NONE)
    }
}

/// Words to compare with. Most strangers are turned away by their length and their first and last letters, before any word is read.
pub struct WordList {
    words: &'static [&'static str],
    /// For each length, a bit for each sum of the first and the last letter, without their case.
    marks: [u32; LENGTHS],
}

/// Lengths that are told apart; longer words count as of the last one.
const LENGTHS: usize = 16;

impl WordList {
    /// The list of these words, in lower case.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut marks = [0; LENGTHS];
        let mut at = 0;
        while at < words.len() {
            let (length, mark) = Self::mark(words[at].as_bytes());
            marks[length] |= mark;
            at += 1;
        }
        WordList { words, marks }
    }

    /// The words, in lower case.
    pub fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.words.iter().copied()
    }

    const fn mark(word: &[u8]) -> (usize, u32) {
        let length = if word.len() < LENGTHS { word.len() } else { LENGTHS - 1 };
        if word.is_empty() { (0, 1) } else { (length, 1 << (word[0].wrapping_add(word[word.len() - 1]) & 31)) }
    }

    /// Whether the word is one of them, in any case.
    #[inline]
    pub fn has(&self, word: &str) -> bool {
        let (length, mark) = Self::mark(word.as_bytes());
        self.marks[length] & mark != 0 && self.words.iter().any(|known| known.eq_ignore_ascii_case(word))
    }
}

/// The lexicon of all rules, built at first use.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: Lazy<Lexicon> = Lazy::new(|| {
        let mut lexicon = Lexicon { short: FxHashMap::default(), long: FxHashMap::default() };
        for (word, classes) in crate::extract::words().chain(crate::relate::words()) {
            debug_assert!(word.len() <= LONGEST, "{word} is longer than the lexicon looks up");
            let lower = word.to_lowercase().into_bytes();
            let entry = match lower.len() {
                0..=SHORT => lexicon.short.entry(short_key(&lower)).or_default(),
                _ => lexicon.long.entry(lower.into()).or_default(),
            };
            *entry = entry.union(classes);
        }
        lexicon
    });
    &LEXICON
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn a_list_has_its_words_in_any_case_and_no_others() {
        static LIST: WordList = WordList::new(&["said", "all-time", "a"]);
        assert!(["said", "SAID", "Said", "All-time", "a", "A"].iter().all(|word| LIST.has(word)));
        assert!(["", "sad", "sold", "ä", "dais", "an", "saids"].iter().all(|word| !LIST.has(word)));
    }
}
