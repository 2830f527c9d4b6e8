//! The features of a word, hashed into rows of the model's weight table.

use std::ops::{Deref, Range};

use super::evidence::{Evidence, seen};
use super::hash_table::{self, HashTable};
use super::model::ROWS;
use super::vocabulary::class;
use super::word::{Affixes, NameWord, flag};
use crate::text::Span;

/// Looks up in which lists capitalised words stand.
pub(crate) struct ListLookup {
    gazetteer: HashTable,
}

/// The longest phrase of the gazetteer, in words.
const LONGEST_PHRASE: usize = 6;

impl Default for ListLookup {
    fn default() -> Self {
        ListLookup { gazetteer: hash_table::gazetteer() }
    }
}

impl ListLookup {
    /// Fills in the lists of all phrases that start at a capitalised word.
    pub(crate) fn fill(&self, words: &mut [NameWord]) {
        for at in 0..words.len() {
            if words[at].is_candidate() || words[at].is(flag::DIGIT) && words[at].is(flag::LETTER) {
                self.match_phrases(words, at);
            }
        }
    }

    fn match_phrases(&self, words: &mut [NameWord], start: usize) {
        let mut phrase = 0;
        let mut longest = (0, 0);
        for at in start..words.len().min(start + LONGEST_PHRASE) {
            phrase = hash_table::phrase_step(phrase, words[at].lower);
            let number = self.gazetteer.get(phrase);
            let lists = number & !hash_table::list::PREFIX;
            if lists != 0 && (at == start || words[at].is_candidate() || words[at].is(flag::DIGIT | flag::PERIOD)) {
                longest = (at + 1 - start, lists);
                if at == start {
                    words[start].lists |= u32::from(lists);
                }
            }
            if number & hash_table::list::PREFIX == 0 {
                break;
            }
        }
        if longest.0 > 1 {
            words[start].lists |= u32::from(longest.1) | u32::from(longest.1) << 8 & 0xff00;
            for word in &mut words[start + 1..start + longest.0] {
                word.lists |= u32::from(longest.1) << 16;
            }
        }
    }
}

/// The rows of one word's features.
pub struct Rows {
    rows: [u32; MOST_ROWS],
    count: usize,
}

/// More rows than any word has.
const MOST_ROWS: usize = 128;

impl Default for Rows {
    fn default() -> Self {
        Rows { rows: [0; MOST_ROWS], count: 0 }
    }
}

impl Rows {
    /// The rows.
    pub fn as_slice(&self) -> &[u32] {
        &self.rows[..self.count]
    }

    #[inline]
    fn push(&mut self, template: u32, value: u32) {
        let key = u64::from(template) << 32 | u64::from(value);
        if let Some(row) = self.rows.get_mut(self.count) {
            // Knuth's multiplicative hashing: the upper bits of the product depend on all of the key.
            *row = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - ROWS.trailing_zeros())) as u32;
            self.count += 1;
        }
    }

    #[inline]
    fn pair(&mut self, template: u32, a: u32, b: u32) {
        self.push(template, a.wrapping_mul(0x85eb_ca6b) ^ b);
    }
}

/// A word with what only the features need of it.
struct FeatureWord<'w> {
    word: &'w NameWord,
    affixes: Affixes,
    /// Number of its word cluster; 0 for none.
    cluster: u32,
}

impl Deref for FeatureWord<'_> {
    type Target = NameWord;

    fn deref(&self) -> &NameWord {
        self.word
    }
}

/// What stands before the first and after the last word of a sentence.
static BORDER: NameWord = NameWord { span: Span::new(0, 0), flags: 0, sign: None, lower: 1, form: 1, shape: 1, classes: 0, lists: 0 };

const BORDER_AFFIXES: Affixes = Affixes { prefixes: [1; 3], suffixes: [1; 3] };

/// How many words beside a word its features read, on either side.
const AROUND: usize = 2;

/// The words of one run and those beside it, as the features read them.
pub struct Looks<'w> {
    text: &'w str,
    clusters: HashTable,
    looks: Vec<FeatureWord<'w>>,
}

impl<'w> Looks<'w> {
    /// For the runs of a text.
    pub fn new(text: &'w str) -> Self {
        Looks { text, clusters: hash_table::clusters(), looks: Vec::new() }
    }

    /// Goes on to a run of a sentence's words.
    pub fn read(&mut self, words: &'w [NameWord], run: Range<usize>) {
        self.looks.clear();
        let inside = run.start + 1..run.end + 2 * AROUND - 1;
        for at in run.start..run.end + 2 * AROUND {
            let look = match at.checked_sub(AROUND).and_then(|at| words.get(at)) {
                Some(word) => FeatureWord {
                    word,
                    // Those of the outermost words are not asked for.
                    affixes: if inside.contains(&at) { Affixes::of(word.span.of(self.text)) } else { BORDER_AFFIXES },
                    cluster: if word.is(flag::LETTER) { u32::from(self.clusters.get(word.lower)) } else { 0 },
                },
                None => FeatureWord { word: &BORDER, affixes: BORDER_AFFIXES, cluster: 0 },
            };
            self.looks.push(look);
        }
    }

    /// Fills `rows` with the features of the word at `at` in the run, given the tag kinds that the same word had before in the article.
    pub fn extract(&self, at: usize, evidence: &Evidence, earlier: u32, rows: &mut Rows) {
        rows.count = 0;
        let Some([before2, before, word, after, after2]) = self.looks.get(at..).and_then(<[FeatureWord]>::first_chunk) else { return };
        rows.push(0, 0);
        words_around(rows, word, before, after, before2, after2);
        looks(rows, word, before, after, before2, after2);
        knowledge(rows, word, before, after, before2, after2);
        article(rows, word, before, after, evidence, earlier);
    }
}

fn words_around(rows: &mut Rows, word: &NameWord, before: &NameWord, after: &NameWord, before2: &NameWord, after2: &NameWord) {
    rows.push(1, word.form);
    rows.push(2, word.lower);
    rows.push(3, before.lower);
    rows.push(4, after.lower);
    rows.push(5, before2.lower);
    rows.push(6, after2.lower);
    rows.pair(7, before.lower, word.lower);
    rows.pair(8, word.lower, after.lower);
    rows.pair(9, before2.lower, before.lower);
    rows.pair(10, after.lower, after2.lower);
    rows.pair(11, before.lower, after.lower);
}

/// Capitals, digits and signs of the word.
fn case(word: &NameWord) -> u32 {
    word.flags & (flag::CAPITAL | flag::ALL_CAPITALS | flag::MIXED | flag::DIGIT | flag::LETTER | flag::PERIOD)
}

fn looks(rows: &mut Rows, word: &FeatureWord, before: &FeatureWord, after: &FeatureWord, before2: &FeatureWord, after2: &FeatureWord) {
    let place = word.flags & (flag::FIRST | flag::SHOUTED | flag::TITLE_CASE | flag::HEADING);
    rows.push(20, word.shape);
    rows.pair(21, before.shape, word.shape);
    rows.pair(22, word.shape, after.shape);
    rows.pair(23, before.shape.rotate_left(3) ^ after.shape, word.shape);
    rows.push(24, word.affixes.prefixes[0]);
    rows.push(25, word.affixes.prefixes[1]);
    rows.push(26, word.affixes.prefixes[2]);
    rows.push(27, word.affixes.suffixes[0]);
    rows.push(28, word.affixes.suffixes[1]);
    rows.push(29, word.affixes.suffixes[2]);
    rows.push(30, before.affixes.suffixes[1]);
    rows.push(31, after.affixes.suffixes[1]);
    rows.pair(32, place, case(word));
    rows.pair(33, place, word.lower);
    let touching = (word.flags & flag::TOUCHES) | (after.flags & flag::TOUCHES) << 1;
    rows.pair(34, touching, word.shape);
    let run = case(before2) | case(before) << 8 | case(word) << 16;
    rows.pair(35, run, case(after) | case(after2) << 8);
    rows.pair(36, place, word.affixes.suffixes[1]);
}

/// The classes of a word that the model knows.
fn modelled(word: &NameWord) -> u32 {
    word.classes & class::MODELLED
}

fn knowledge(rows: &mut Rows, word: &FeatureWord, before: &FeatureWord, after: &FeatureWord, before2: &FeatureWord, after2: &FeatureWord) {
    rows.push(40, word.cluster);
    rows.push(41, before.cluster);
    rows.push(42, after.cluster);
    rows.push(43, before2.cluster);
    rows.push(44, after2.cluster);
    rows.pair(45, before.cluster, word.cluster);
    rows.pair(46, word.cluster, after.cluster);
    rows.pair(47, before.cluster, after.cluster);
    rows.pair(48, word.cluster, case(word));
    rows.push(50, word.lists);
    rows.push(51, before.lists);
    rows.push(52, after.lists);
    rows.pair(53, word.lists, after.lists);
    rows.pair(54, before.lists, word.lists);
    let mut lists = word.lists;
    while lists != 0 {
        let bit = lists.trailing_zeros();
        rows.pair(55, bit, case(word));
        lists &= lists - 1;
    }
    rows.push(56, modelled(word));
    rows.push(57, modelled(before));
    rows.push(58, modelled(after));
    rows.pair(59, modelled(before2), modelled(before));
    rows.pair(60, modelled(after), modelled(after2));
    rows.pair(61, modelled(before), word.lists);
    rows.pair(62, word.lists, modelled(after));
    rows.pair(63, word.classes & (class::COMPANY_SUFFIX | class::ORGANIZATION_WORD | class::PLACE_WORD), case(word) | case(before) << 8);
}

fn article(rows: &mut Rows, word: &NameWord, before: &NameWord, after: &NameWord, evidence: &Evidence, earlier: u32) {
    if !word.is_candidate() {
        return;
    }
    let bits = evidence.of(word.lower);
    for bit in 0..seen::COUNT {
        if bits >> bit & 1 == 1 {
            rows.push(70, bit);
        }
    }
    rows.pair(71, u32::from(bits & (seen::SMALL | seen::CAPITAL_INSIDE)), word.flags & (flag::FIRST | flag::TITLE_CASE | flag::SHOUTED));
    rows.pair(72, u32::from(bits), word.lists & 0xff);
    let around = |word: &NameWord| if word.is_candidate() { u32::from(evidence.of(word.lower)) } else { 0 };
    rows.push(73, around(before));
    rows.push(74, around(after));
    rows.push(75, earlier);
}
