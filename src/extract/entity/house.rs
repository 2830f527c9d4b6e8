//! Names of the house: what the stylebook knows comes before what the model and the rules made of the words.

use rustc_hash::FxHashMap;

use super::merge::Mention;
use super::tagger::TaggerReading;
use super::word::{self, NameWord};
use crate::article::Article;
use crate::document::Document;
use crate::mention::NamedEntity;
use crate::options::Options;
use crate::stylebook::Stylebook;
use crate::text::Span;

/// The forms of the stylebook's names, cut into words as those of an article are.
#[derive(Default)]
struct Forms {
    /// The words of each form, with the index of its name; `None` for words that are no names.
    forms: Vec<(Vec<FormWord>, Option<usize>)>,
    /// The forms that begin with a word, by its hash.
    by_first: FxHashMap<u32, Vec<usize>>,
}

/// A word of a form.
struct FormWord {
    lower: String,
    has_capital: bool,
}

impl Forms {
    fn of(book: &Stylebook) -> Self {
        let mut made = Forms::default();
        for (form, of) in book.forms() {
            let words = words_of(form);
            let Some((first, _)) = words.first() else { continue };
            made.by_first.entry(*first).or_default().push(made.forms.len());
            made.forms.push((words.into_iter().map(|(_, word)| word).collect(), of));
        }
        made
    }

    /// The longest form that the words begin with: how many words, and the name's index or `None` for no name.
    fn at_start(&self, text: &str, words: &[NameWord]) -> Option<(usize, Option<usize>)> {
        let candidates = self.by_first.get(&words.first()?.lower)?;
        let fitting = candidates
            .iter()
            .map(|&form| &self.forms[form])
            .filter(|(form, _)| form.len() <= words.len() && form.iter().zip(words).all(|(form, word)| form.is(text, word)));
        fitting.map(|(form, of)| (form.len(), *of)).max_by_key(|&(length, of)| (length, of.is_some()))
    }
}

impl FormWord {
    fn is(&self, text: &str, word: &NameWord) -> bool {
        (!self.has_capital || word.is_candidate()) && lower(word.span.of(text)) == self.lower
    }
}

fn lower(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

/// The words of a form with their hashes.
fn words_of(form: &str) -> Vec<(u32, FormWord)> {
    let article = Article::from_text(form);
    let document = Document::new(&article, &Options::default());
    let mut words = Vec::new();
    for sentence in &document.sentences {
        word::words(&document, sentence, &mut words);
    }
    words.iter().map(|word| (word.lower, FormWord { lower: lower(word.span.of(form)), has_capital: word.is_candidate() })).collect()
}

/// Corrects mentions by the stylebook: its names are put in, over whatever stands there but a longer name; its words that are no
/// names are taken out, or cut off the ends of names.
pub(super) fn apply(document: &Document, reading: &TaggerReading, mentions: Vec<Mention>) -> Vec<Mention> {
    let book = &document.stylebook;
    if !book.has_names() {
        return mentions;
    }
    let (known, no_names) = found(document.text, reading, book);
    let mut mentions: Vec<Mention> = mentions.into_iter().filter_map(|mention| without(mention, &no_names, reading)).collect();
    let is_inside = |known: &Mention, other: &Mention| {
        other.words.start <= known.words.start && known.words.end <= other.words.end && known.words.len() < other.words.len()
    };
    let known: Vec<Mention> = known
        .into_iter()
        .filter(|known| {
            let next = mentions.partition_point(|mention| mention.words.end <= known.words.start);
            mentions.get(next).is_none_or(|other| !is_inside(known, other))
        })
        .collect();
    mentions.retain(|mention| {
        let next = known.partition_point(|known| known.words.end <= mention.words.start);
        known.get(next).is_none_or(|known| known.words.start >= mention.words.end)
    });
    mentions.extend(known);
    mentions.sort_by_key(|mention| mention.words.start);
    mentions
}

/// The names of the stylebook in the article, and the stretches of words that are none.
fn found(text: &str, reading: &TaggerReading, book: &Stylebook) -> (Vec<Mention>, Vec<std::ops::Range<usize>>) {
    let (mut known, mut no_names) = (Vec::new(), Vec::new());
    let Some(forms) = book.made(Forms::of) else { return (known, no_names) };
    for sentence in &reading.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let Some((length, of)) = forms.at_start(text, &reading.words[at..sentence.end]) else {
                at += 1;
                continue;
            };
            let words = at..at + length;
            at = words.end;
            match of.and_then(|index| Some((index, book.name(index)?.kind))) {
                Some((index, kind)) => known.push(Mention { span: span(reading, &words), kind, words, known: Some(index) }),
                None => no_names.push(words),
            }
        }
    }
    (known, no_names)
}

fn span(reading: &TaggerReading, words: &std::ops::Range<usize>) -> Span {
    reading.words[words.start].span.cover(reading.words[words.end - 1].span)
}

/// The mention without the words at its ends that are no names; `None` where nothing is left.
fn without(mut mention: Mention, no_names: &[std::ops::Range<usize>], reading: &TaggerReading) -> Option<Mention> {
    let first = no_names.partition_point(|words| words.end <= mention.words.start);
    let end = mention.words.end;
    for words in no_names[first..].iter().take_while(|words| words.start < end) {
        if words.start <= mention.words.start {
            mention.words.start = words.end;
        } else if words.end >= mention.words.end {
            mention.words.end = words.start;
        }
    }
    if mention.words.is_empty() {
        return None;
    }
    mention.span = span(reading, &mention.words);
    Some(mention)
}

/// Gives each entity of the stylebook the ticker that the article does not print.
pub(super) fn describe(document: &Document, mentions: &[Mention], entities: &mut [NamedEntity]) {
    let book = &document.stylebook;
    if !book.has_names() {
        return;
    }
    let of_span: FxHashMap<Span, usize> = mentions.iter().filter_map(|mention| Some((mention.span, mention.known?))).collect();
    for entity in entities {
        let known = entity.mentions.iter().find_map(|span| of_span.get(span)).and_then(|&index| book.name(index));
        if let Some(known) = known.filter(|_| entity.ticker.is_none()) {
            entity.ticker.clone_from(&known.ticker);
            entity.exchange.clone_from(&known.exchange);
        }
    }
}
