//! From an article to its raw names: evidence of the whole article, then each sentence's runs of capitalised words, tagged by the model.

use rustc_hash::FxHashMap;

use super::evidence::Evidence;
use super::feature::{ListLookup, Looks, Rows};
use super::model::{self, OUTSIDE, TAGS, Tag, Weights};
use super::vocabulary::class;
use super::word::{self, NameWord, flag};
use crate::document::Document;
use std::ops::Range;

/// All words of an article, cut into sentences, with lists, clusters and the article's evidence.
pub struct TaggerReading {
    /// The words in order.
    pub words: Vec<NameWord>,
    /// The words of each sentence of the document.
    pub sentences: Vec<Range<usize>>,
    /// What the article tells of its capitalised words.
    pub evidence: Evidence,
}

impl TaggerReading {
    /// Reads the words of a document.
    pub fn new(document: &Document) -> Self {
        let lookup = ListLookup::default();
        let mut reading = TaggerReading {
            words: Vec::with_capacity(document.tokens.len()),
            sentences: Vec::with_capacity(document.sentences.len()),
            evidence: Evidence::with_room(document.tokens.len()),
        };
        for sentence in &document.sentences {
            let start = reading.words.len();
            word::words(document, sentence, &mut reading.words);
            lookup.fill(&mut reading.words[start..]);
            reading.evidence.read_capitals(&reading.words[start..]);
            reading.sentences.push(start..reading.words.len());
        }
        reading.evidence.read_smalls(&reading.words);
        reading
    }
}

/// The longest gap of words without capitals inside one run.
const LONGEST_GAP: usize = 2;

/// The runs of a sentence in which names can stand, as ranges of its words.
pub fn runs(words: &[NameWord], runs: &mut Vec<Range<usize>>) {
    runs.clear();
    for at in 0..words.len() {
        if !words[at].is_candidate() {
            continue;
        }
        match runs.last_mut() {
            Some(run) if at - run.end <= LONGEST_GAP => run.end = at + 1,
            _ => {
                let floor = runs.last().map_or(0, |run| run.end);
                runs.push(extended_start(words, at, floor)..at + 1);
            }
        }
    }
    for i in 0..runs.len() {
        let ceiling = runs.get(i + 1).map_or(words.len(), |next| next.start);
        let run = &mut runs[i];
        if run.end < ceiling && words[run.end].is(flag::DIGIT) {
            run.end += 1;
        }
    }
    runs.retain(|run| words[run.clone()].iter().any(|word| !word.has(class::CLOSED) || word.is(flag::ALL_CAPITALS) || word.lists != 0));
}

/// Takes particles in small letters before a capital into the run: "al - Assad", "van Gogh".
fn extended_start(words: &[NameWord], at: usize, floor: usize) -> usize {
    let mut start = at;
    while start > floor
        && at - start < 3
        && (words[start - 1].has(class::PARTICLE) && !words[start - 1].has(class::CLOSED) || words[start - 1].sign == Some('-'))
    {
        start -= 1;
    }
    while words[start].sign.is_some() && start < at {
        start += 1;
    }
    start
}

/// The kinds of name that each word was part of so far in the article, counted: the words' history.
#[derive(Default)]
pub struct History {
    kinds: FxHashMap<u32, [u8; model::KINDS + 1]>,
}

impl History {
    /// A small number that says which kinds the word had so far, most often first; 0 for a new word.
    pub fn of(&self, word: &NameWord) -> u32 {
        if !word.is_candidate() || word.has(class::CLOSED) {
            return 0;
        }
        let Some(counts) = self.kinds.get(&word.lower) else { return 0 };
        let total: u32 = counts.iter().map(|&count| u32::from(count)).sum();
        let (best, &count) = counts.iter().enumerate().max_by_key(|&(kind, &count)| (count, std::cmp::Reverse(kind))).unwrap_or((0, &0));
        1 + best as u32 * 2 + u32::from(u32::from(count) * 4 >= total * 3)
    }

    /// Notes the tags of a run.
    pub fn note(&mut self, words: &[NameWord], tags: &[Tag]) {
        for (word, &tag) in words.iter().zip(tags) {
            if word.is_candidate() && !word.has(class::CLOSED) {
                let kind = model::kind_of(tag).map_or(model::KINDS, |kind| kind);
                let counts = self.kinds.entry(word.lower).or_default();
                counts[kind] = counts[kind].saturating_add(1);
            }
        }
    }
}

/// A name as the model tagged it: words of the article, and its kind 0 to 3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TaggedName {
    /// Its words.
    pub words: Range<usize>,
    /// 0 person, 1 organisation, 2 place, 3 other.
    pub kind: usize,
    /// Whether the text itself says what it is, so that no model had to guess.
    pub sure: bool,
}

/// The names of an article in order.
pub(crate) fn tag(text: &str, reading: &TaggerReading, weights: &impl Weights) -> Vec<TaggedName> {
    let mut names = Vec::new();
    let mut history = History::default();
    let mut found = Vec::new();
    let mut scores: Vec<[i32; TAGS]> = Vec::new();
    let (mut tags, mut back) = (Vec::new(), Vec::new());
    let (mut looks, mut rows) = (Looks::new(text), Rows::default());
    let follow = model::follow_table(weights);
    for sentence in &reading.sentences {
        let words = &reading.words[sentence.clone()];
        runs(words, &mut found);
        for run in &found {
            scores.clear();
            looks.read(words, run.clone());
            for (at, word) in words[run.clone()].iter().enumerate() {
                looks.extract(at, &reading.evidence, history.of(word), &mut rows);
                scores.push(weights.sum(rows.as_slice()));
            }
            model::decode(&scores, &follow, &mut tags, &mut back);
            history.note(&words[run.clone()], &tags);
            collect(&tags, sentence.start + run.start, &mut names);
        }
    }
    names
}

fn collect(tags: &[Tag], offset: usize, names: &mut Vec<TaggedName>) {
    let mut at = 0;
    while at < tags.len() {
        if tags[at] == OUTSIDE {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        while at < tags.len() && tags[at] != OUTSIDE && !model::is_begin(tags[at]) {
            at += 1;
        }
        names.push(TaggedName { words: offset + start..offset + at, kind: model::kind_of(tags[start]).unwrap_or(3), sure: false });
    }
}
