//! The one form of a list of words: `words!("said|says|added")`.

/// The words of a list, which "|" parts, cut when the program is built.
macro_rules! words {
    ($list:literal) => {{
        const LIST: [&str; $crate::words::count($list)] = $crate::words::split($list);
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

/// Words to compare with, found by their length and three of their letters: hardly any stranger is compared with a word at all.
pub(crate) struct WordList {
    words: &'static [&'static str],
    /// The numbers of the words from 1, each in the slot that its letters choose or the next free one; 0 where the slot is free.
    slots: [u8; SLOTS],
}

/// A power of two, twice as many as any list has words.
const SLOTS: usize = 512;

impl WordList {
    /// The list of these words, in lower case.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        assert!(words.len() < SLOTS / 2, "a list of so many words needs a map");
        let mut slots = [0; SLOTS];
        let mut at = 0;
        while at < words.len() {
            let mut slot = Self::slot(words[at].as_bytes());
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            at += 1;
            slots[slot] = at as u8;
        }
        WordList { words, slots }
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
    #[inline]
    pub(crate) fn has(&self, word: &str) -> bool {
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
