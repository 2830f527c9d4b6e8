//! Every word that a rule is anchored to, with its classes: the tokenizer looks each word up once.
//!
//! The words themselves stand in `words/`; this looks them up.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use crate::words::{self, Classes};

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 24;

/// What the lexicon knows of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Entry {
    /// The union of its classes.
    pub classes: Classes,
    /// Its number, by which other tables find it; 0 for strangers.
    pub number: u16,
}

/// Words in lower case.
#[derive(Default)]
pub(crate) struct Lexicon {
    /// Words of up to [`SHORT`] bytes, as numbers: one comparison instead of a call.
    short: FxHashMap<u128, Entry>,
    long: FxHashMap<Box<[u8]>, Entry>,
}

/// The bytes of a word that one number holds.
const SHORT: usize = 16;

fn short_key(word: &[u8]) -> u128 {
    let mut bytes = [0u8; SHORT];
    bytes[..word.len()].copy_from_slice(word);
    bytes.make_ascii_lowercase();
    u128::from_le_bytes(bytes)
}

/// The key of the word at the start of `rest`: `length` ASCII letters, whose lower case is one bit. `None` for long words and at a text's end.
#[inline]
fn key_of_letters(rest: &[u8], length: usize) -> Option<u128> {
    const CASE: u128 = u128::from_le_bytes([b' '; SHORT]);
    let bytes = rest.first_chunk::<SHORT>().filter(|_| (1..=SHORT).contains(&length))?;
    Some((u128::from_le_bytes(*bytes) | CASE) & (u128::MAX >> (8 * (SHORT - length))))
}

impl Lexicon {
    /// What is known of a word, whatever its case.
    pub(crate) fn entry(&self, word: &str) -> Entry {
        if word.len() <= SHORT {
            return self.short.get(&short_key(word.as_bytes())).copied().unwrap_or_default();
        }
        if word.len() > LONGEST {
            return Entry::default();
        }
        let mut lower = [0u8; LONGEST];
        let lower = &mut lower[..word.len()];
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        self.long.get(&*lower).copied().unwrap_or_default()
    }

    /// What is known of the word of ASCII letters that stands at `start..end` of the text, as most do.
    #[inline]
    pub(crate) fn entry_of_letters(&self, text: &str, start: usize, end: usize) -> Entry {
        match key_of_letters(&text.as_bytes()[start..], end - start) {
            Some(key) => self.short.get(&key).copied().unwrap_or_default(),
            None => self.entry(&text[start..end]),
        }
    }

    /// Values by the numbers of their words, `other` for all words without one.
    pub(crate) fn table<T: Copy>(&self, values: impl IntoIterator<Item = (&'static str, T)>, other: T) -> Box<[T]> {
        let mut table = vec![other; self.short.len() + self.long.len() + 1].into_boxed_slice();
        for (word, value) in values {
            let number = usize::from(self.entry(word).number);
            debug_assert!(number > 0, "{word} is not in the lexicon");
            table[number] = value;
        }
        table
    }
}

/// The lexicon of all rules, built at first use.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: Lazy<Lexicon> = Lazy::new(|| {
        let mut lexicon = Lexicon::default();
        for (word, classes) in words::all() {
            debug_assert!(word.len() <= LONGEST, "{word} is longer than the lexicon looks up");
            let next = u16::try_from(lexicon.short.len() + lexicon.long.len() + 1).expect("thousands of words at most");
            let lower = word.to_lowercase().into_bytes();
            let new = Entry { classes: Classes::NONE, number: next };
            let entry = match lower.len() {
                0..=SHORT => lexicon.short.entry(short_key(&lower)).or_insert(new),
                _ => lexicon.long.entry(lower.into()).or_insert(new),
            };
            entry.classes = entry.classes.union(classes);
        }
        lexicon
    });
    &LEXICON
}
