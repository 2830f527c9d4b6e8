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

/// Words to compare with. Most strangers are turned away by their length and three of their letters, before any word is read.
pub(crate) struct WordList {
    words: &'static [&'static str],
    /// For each length, a bit for each mix of the first, the middle and the last letter, without their case.
    marks: [u64; LENGTHS],
}

/// Lengths that are told apart; longer words count as of the last one.
const LENGTHS: usize = 16;

impl WordList {
    /// The list of these words, in lower case.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
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
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.words.iter().copied()
    }

    #[inline]
    const fn mark(word: &[u8]) -> (usize, u64) {
        let length = if word.len() < LENGTHS { word.len() } else { LENGTHS - 1 };
        if word.is_empty() {
            return (0, 1);
        }
        // The lower five bits of a letter are the same in both cases.
        let (first, middle, last) = (word[0] & 31, word[word.len() / 2] & 31, word[word.len() - 1] & 31);
        (length, 1 << ((first as u32 + 13 * middle as u32 + 37 * last as u32) & 63))
    }

    /// Whether the word is one of them, in any case.
    #[inline]
    pub(crate) fn has(&self, word: &str) -> bool {
        let (length, mark) = Self::mark(word.as_bytes());
        self.marks[length] & mark != 0 && self.words.iter().any(|known| known.eq_ignore_ascii_case(word))
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
