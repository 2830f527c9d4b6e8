//! Where the words that link figures stand in a text.

use once_cell::sync::Lazy;

use crate::document::Document;
use crate::lexicon::lexicon;
use crate::relate::Direction;
use crate::text::TokenKind;
use crate::words::link::TABLES;
pub(crate) use crate::words::link::{Cue, cue_of};
use crate::words::{Classes, pieces};

/// A phrase: its words behind the first one in lower case, and what it is.
struct CuePhrase {
    rest: Vec<&'static str>,
    cue: Cue,
}

/// Phrases by the lexicon's number of their first word, longest first; of equal ones the first table's.
static PHRASES: Lazy<Vec<Vec<CuePhrase>>> = Lazy::new(|| {
    let mut phrases: Vec<Vec<CuePhrase>> = Vec::new();
    for &(cue, table) in TABLES {
        for &phrase in table {
            let mut words = pieces(phrase);
            let first = usize::from(words.next().map_or(0, |word| lexicon().entry(word).number));
            phrases.resize_with(phrases.len().max(first + 1), Vec::new);
            phrases[first].push(CuePhrase { rest: words.collect(), cue });
        }
    }
    phrases.iter_mut().for_each(|list| list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len())));
    phrases
});

/// The longest cue that starts at token `at` and ends before token `end`: what it is and how many tokens it takes.
pub(crate) fn cue_at(document: &Document, at: usize, end: usize) -> Option<(Cue, usize)> {
    let token = &document.tokens[at];
    if !token.classes.any(Classes::LINKING) || is_acronym(document, at) {
        return None;
    }
    let phrases = PHRASES.get(usize::from(token.number))?;
    phrases.iter().find_map(|phrase| {
        let behind =
            end_of(document, at + 1, end, &phrase.rest).filter(|&behind| phrase.rest.is_empty() || !goes_on(document, behind, end))?;
        Some((phrase.cue, behind - at))
    })
}

/// "a year-on-year rise": the last word of "a year" goes on behind a hyphen.
fn goes_on(document: &Document, at: usize, end: usize) -> bool {
    let tokens = &document.tokens;
    let is = |word: &str| tokens[at + 1].is_word(document.text, word);
    at + 1 < end && tokens[at].is_sign('-') && tokens[at - 1].touches(&tokens[at]) && (is("on") || is("over"))
}

/// "IT exports": a short word in capitals is a name, unless the words beside it are in capitals too.
fn is_acronym(document: &Document, at: usize) -> bool {
    let in_capitals = |token: usize| document.word(token).bytes().all(|byte| byte.is_ascii_uppercase());
    let is_word = |token: usize| document.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Word);
    let length = document.word(at).len();
    let beside = [at.checked_sub(1), Some(at + 1)];
    (2..=3).contains(&length)
        && in_capitals(at)
        && !beside.into_iter().flatten().any(|token| is_word(token) && document.word(token).len() > 1 && in_capitals(token))
}

/// Where the words that stand from token `at` on end; `None` where others stand there. A line may break between them.
fn end_of(document: &Document, at: usize, end: usize, words: &[&str]) -> Option<usize> {
    words.iter().try_fold(at, |token, word| {
        let token = document.skip_line_end(token);
        (token < end && document.word(token).eq_ignore_ascii_case(word)).then_some(token + 1)
    })
}

/// Which way a word of change goes.
pub(crate) fn direction(cue: Option<Cue>) -> Option<Direction> {
    match cue? {
        Cue::Rose | Cue::Rise | Cue::Growth | Cue::Premium | Cue::Higher => Some(Direction::Up),
        Cue::Fell | Cue::Fall | Cue::Reduction | Cue::Discount | Cue::Loss | Cue::Lower => Some(Direction::Down),
        _ => None,
    }
}
