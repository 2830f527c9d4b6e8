//! The one form of a list of words: `words!("said|says|added")`.

use super::shared::SharedRows;

/// The words of a list, which "|" parts, cut when the program is built.
macro_rules! words {
    ($list:expr) => {{
        const LIST: [&str; $crate::words::count($list)] = $crate::words::split($list);
        &LIST
    }};
}

/// A list of a few words where a rule needs it: `view.is(at, list!("sell|sells|sold"))`.
macro_rules! list {
    ($list:expr) => {
        const { &$crate::words::WordList::new(words!($list)) }
    };
}

/// The words that a table of `words/shared/` has for a list, and those of the list alone: `picked!(motion, MARKET, "hovered|steadied")`;
/// of two tables `picked!(motion, MARKET; saying, LEVEL, "hovered")`.
macro_rules! picked {
    ($table:ident, $list:ident) => {
        picked!(@ $table, $list, &[])
    };
    ($table:ident, $list:ident, $own:expr) => {
        picked!(@ $table, $list, words!($own))
    };
    ($table:ident, $list:ident; $($rest:tt)+) => {
        picked!(@ $table, $list, picked!($($rest)+))
    };
    (@ $table:ident, $list:ident, $own:expr) => {{
        use $crate::words::shared::$table;
        const OWN: &[&str] = $own;
        const LIST: [&str; OWN.len() + $crate::words::count_picked($table::WORDS, $table::$list)] =
            $crate::words::pick($table::WORDS, $table::$list, OWN);
        &LIST
    }};
}

/// How many words the list has.
pub(crate) const fn count(list: &str) -> usize {
    let bytes = list.as_bytes();
    let (mut count, mut at) = (1, 0);
    while at < bytes.len() {
        count += (bytes[at] == b'|') as usize;
        at += 1;
    }
    count
}

/// The words of the list.
pub(crate) const fn split<const N: usize>(list: &'static str) -> [&'static str; N] {
    let mut words = [list; N];
    let (mut rest, mut word) = (list, 0);
    while word + 1 < N {
        let mut end = 0;
        while rest.as_bytes()[end] != b'|' {
            end += 1;
        }
        let (first, others) = rest.split_at(end);
        words[word] = first;
        rest = others.split_at(1).1;
        word += 1;
    }
    words[N - 1] = rest;
    words
}

/// How many words of the table the list has.
pub(crate) const fn count_picked(table: SharedRows, list: u32) -> usize {
    let (mut count, mut row) = (0, 0);
    while row < table.len() {
        if table[row].0 & list != 0 {
            count += table[row].1.len();
        }
        row += 1;
    }
    count
}

/// The words that the list has of the table, and its own.
pub(crate) const fn pick<const N: usize>(table: SharedRows, list: u32, own: &[&'static str]) -> [&'static str; N] {
    let mut words = [""; N];
    let (mut count, mut row) = (0, 0);
    while count < own.len() {
        words[count] = own[count];
        count += 1;
    }
    while row < table.len() {
        let mut at = 0;
        while table[row].0 & list != 0 && at < table[row].1.len() {
            words[count] = table[row].1[at];
            (count, at) = (count + 1, at + 1);
        }
        row += 1;
    }
    words
}

/// Cuts a phrase as the tokenizer cuts it: hyphens, slashes and periods are tokens of their own.
pub(crate) fn pieces(phrase: &'static str) -> impl Iterator<Item = &'static str> {
    phrase.split(' ').flat_map(|word| {
        // Initials are one token: "i.e."
        let mut rest = if word.len() > 3 && word.ends_with('.') && word[..word.len() - 1].contains('.') { "" } else { word };
        let initials = rest.is_empty().then_some(word);
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let end =
                if first.is_alphanumeric() { rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()) } else { first.len_utf8() };
            let (piece, after) = rest.split_at(end);
            rest = after;
            Some(piece)
        })
        .chain(initials)
    })
}

/// Words to compare with, found by their length and three of their letters: hardly any stranger is compared with a word at all.
pub(crate) struct WordList {
    words: &'static [&'static str],
    /// The numbers of the words from 1, each in the slot that its letters choose or the next free one; 0 where the slot is free.
    slots: [u8; SLOTS],
    /// For each first letter the lengths of the words that begin with it, a bit each: most strangers are told by these alone.
    lengths: [u32; LETTERS],
}

/// First letters are told apart by their lower five bits.
const LETTERS: usize = 32;

/// A power of two, twice as many as any list has words.
const SLOTS: usize = 512;

impl WordList {
    /// The list of these words, in lower case.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        assert!(words.len() < SLOTS / 2, "a list of so many words needs a map");
        let mut slots = [0; SLOTS];
        let mut lengths = [0; LETTERS];
        let mut at = 0;
        while at < words.len() {
            let (first, length) = Self::start(words[at].as_bytes());
            lengths[first] |= length;
            let mut slot = Self::slot(words[at].as_bytes());
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            at += 1;
            slots[slot] = at as u8;
        }
        WordList { words, slots, lengths }
    }

    /// The first letter of a word, and the bit of its length.
    #[inline]
    const fn start(word: &[u8]) -> (usize, u32) {
        match word.first() {
            Some(&first) => (first as usize % LETTERS, 1 << (word.len() % u32::BITS as usize)),
            None => (0, 1),
        }
    }

    /// The words, in lower case.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.words.iter().copied()
    }

    #[inline]
    const fn slot(word: &[u8]) -> usize {
        if word.is_empty() {
            return 0;
        }
        // The lower five bits of a letter are the same in both cases.
        let (first, middle, last) = (word[0] & 31, word[word.len() / 2] & 31, word[word.len() - 1] & 31);
        let letters = first as u32 | (middle as u32) << 5 | (last as u32) << 10 | (word.len() as u32) << 15;
        // Knuth's multiplicative hashing: the upper bits of the product depend on all of the key.
        (letters.wrapping_mul(0x9e37_79b1) >> (u32::BITS - SLOTS.trailing_zeros())) as usize
    }

    /// Whether the word is one of them, in any case.
    #[inline(always)]
    pub(crate) fn has(&self, word: &str) -> bool {
        let (first, length) = Self::start(word.as_bytes());
        self.lengths[first] & length != 0 && self.holds(word)
    }

    /// The same, where first letter and length allow it.
    #[inline(never)]
    fn holds(&self, word: &str) -> bool {
        let mut slot = Self::slot(word.as_bytes());
        while let Some(number) = usize::from(self.slots[slot % SLOTS]).checked_sub(1) {
            if self.words[number].eq_ignore_ascii_case(word) {
                return true;
            }
            slot += 1;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn a_list_has_its_words_in_any_case_and_no_others() {
        static LIST: WordList = WordList::new(words!("said|all-time|a"));
        assert!(["said", "SAID", "Said", "All-time", "a", "A"].iter().all(|word| LIST.has(word)));
        assert!(["", "sad", "sold", "ä", "dais", "an", "saids"].iter().all(|word| !LIST.has(word)));
    }
}
