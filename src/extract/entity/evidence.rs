//! What the whole article tells of a word: whether it also stands in small letters, after a title, before "Inc", in a full name.

use rustc_hash::FxHashMap;

use super::hash_table::list;
use super::vocabulary::class;
use super::word::{NameWord, flag};

/// Bits of what an article tells of a capitalised word.
pub(crate) mod seen {
    /// Stands in small letters somewhere.
    pub(crate) const SMALL: u16 = 1;
    /// Stands with a capital inside a sentence that is no heading.
    pub(crate) const CAPITAL_INSIDE: u16 = 1 << 1;
    /// Follows a title.
    pub(crate) const AFTER_TITLE: u16 = 1 << 2;
    /// Precedes the ending of a company's name.
    pub(crate) const BEFORE_SUFFIX: u16 = 1 << 3;
    /// Follows a preposition of place.
    pub(crate) const AFTER_WHERE: u16 = 1 << 4;
    /// Follows a given name.
    pub(crate) const AFTER_GIVEN: u16 = 1 << 5;
    /// Precedes a verb of saying.
    pub(crate) const BEFORE_SAYING: u16 = 1 << 6;
    /// Precedes or follows an organisation word.
    pub(crate) const BESIDE_ORGANIZATION: u16 = 1 << 7;
    /// Ends a run of two or three capitalised words.
    pub(crate) const ENDS_RUN: u16 = 1 << 8;
    /// Stands in brackets after words with its initials.
    pub(crate) const ACRONYM: u16 = 1 << 9;
    /// Is given a ticker in brackets.
    pub(crate) const BEFORE_TICKER: u16 = 1 << 10;
    /// Follows "shares of" or "at" after an office: "analyst at Jefferies".
    pub(crate) const AFTER_OFFICE_AT: u16 = 1 << 11;
    /// How many bits there are.
    pub(crate) const COUNT: u32 = 12;
}

/// The evidence of one article, by the hash of the word in lower case.
#[derive(Default)]
pub struct Evidence {
    words: FxHashMap<u32, u16>,
    /// A coarse filter of the words: most small words of an article never stand with a capital.
    filter: Vec<u64>,
}

const FILTER_BITS: u32 = 12;

impl Evidence {
    /// Room for an article of so many words: of seven about one is another one with a capital.
    pub(crate) fn with_room(words: usize) -> Self {
        Evidence { words: FxHashMap::with_capacity_and_hasher(words / 7, Default::default()), filter: Vec::new() }
    }

    /// What was seen of the word.
    pub fn of(&self, lower: u32) -> u16 {
        self.words.get(&lower).copied().unwrap_or(0)
    }

    fn note(&mut self, lower: u32, bits: u16) {
        if self.filter.is_empty() {
            self.filter = vec![0; 1 << (FILTER_BITS - 6)];
        }
        *self.words.entry(lower).or_default() |= bits;
        let slot = lower >> (32 - FILTER_BITS);
        self.filter[(slot >> 6) as usize] |= 1 << (slot & 63);
    }

    fn may_hold(&self, lower: u32) -> bool {
        let slot = lower >> (32 - FILTER_BITS);
        self.filter.get((slot >> 6) as usize).is_some_and(|bits| bits >> (slot & 63) & 1 == 1)
    }

    /// Reads the capitalised words of a sentence.
    pub fn read_capitals(&mut self, words: &[NameWord]) {
        for at in 0..words.len() {
            if words[at].is_candidate() {
                let bits = bits_at(words, at);
                self.note(words[at].lower, bits);
            }
        }
    }

    /// Marks the words that also stand in small letters; after [`Evidence::read_capitals`] of every sentence.
    pub fn read_smalls(&mut self, words: &[NameWord]) {
        for word in words.iter().filter(|word| word.is(flag::LETTER) && !word.is_candidate()) {
            if self.may_hold(word.lower)
                && let Some(bits) = self.words.get_mut(&word.lower)
            {
                *bits |= seen::SMALL;
            }
        }
    }
}

fn bits_at(words: &[NameWord], at: usize) -> u16 {
    let word = &words[at];
    let before = at.checked_sub(1).map(|i| &words[i]);
    let after = words.get(at + 1);
    let mut bits = 0;
    let plain = !word.is(flag::SHOUTED | flag::TITLE_CASE);
    if plain && !word.is(flag::FIRST) {
        bits |= seen::CAPITAL_INSIDE;
    }
    if let Some(before) = before {
        if before.has(class::TITLE) && before.is(flag::CAPITAL) {
            bits |= seen::AFTER_TITLE;
        }
        if before.has(class::WHERE) && plain {
            bits |= seen::AFTER_WHERE;
        }
        if before.lists & u32::from(list::GIVEN) != 0 && before.is(flag::CAPITAL) {
            bits |= seen::AFTER_GIVEN;
        }
        if before.has(class::ORGANIZATION_WORD) && before.is_candidate() {
            bits |= seen::BESIDE_ORGANIZATION;
        }
        let starts_run = at >= 2 && words[at - 2].is_candidate() && at >= 3 && words[at - 3].is_candidate();
        if plain && before.is_candidate() && !before.has(class::CLOSED) && !starts_run && !after.is_some_and(NameWord::is_candidate) {
            bits |= seen::ENDS_RUN;
        }
        if at >= 2 && (before.sign.is_none()) && words[at - 2].has(class::OFFICE) && before.has(class::WHERE) {
            bits |= seen::AFTER_OFFICE_AT;
        }
    }
    if let Some(after) = after {
        if after.has(class::COMPANY_SUFFIX) && after.is(flag::CAPITAL | flag::PERIOD) {
            bits |= seen::BEFORE_SUFFIX;
        }
        if after.has(class::SAYING) {
            bits |= seen::BEFORE_SAYING;
        }
        if after.has(class::ORGANIZATION_WORD) && after.is_candidate() {
            bits |= seen::BESIDE_ORGANIZATION;
        }
        if after.sign == Some('(')
            && let (Some(exchange), Some(colon)) = (words.get(at + 2), words.get(at + 3))
            && exchange.is(flag::ALL_CAPITALS)
            && colon.sign == Some(':')
        {
            bits |= seen::BEFORE_TICKER;
        }
    }
    if word.is(flag::ALL_CAPITALS) && before.is_some_and(|sign| sign.sign == Some('(')) && after.is_some_and(|sign| sign.sign == Some(')'))
    {
        bits |= seen::ACRONYM;
    }
    bits
}
