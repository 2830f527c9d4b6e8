//! The cues of a sentence, read from its tokens.

use once_cell::sync::Lazy;

use crate::document::Document;
use crate::lexicon::lexicon;
use crate::text::{Classes, TokenKind};
pub use crate::words::cue::{Symbol, symbol};
use crate::words::cue::{TABLES, pieces};

/// A phrase: its words behind the first one in lower case, and its symbol.
struct Phrase {
    rest: Vec<&'static str>,
    symbol: Symbol,
}

/// Phrases by the lexicon's number of their first word, longest first.
static PHRASES: Lazy<Vec<Vec<Phrase>>> = Lazy::new(|| {
    let mut phrases: Vec<Vec<Phrase>> = Vec::new();
    for &(symbol, table) in TABLES {
        for phrase in table.split('|') {
            let mut words = pieces(phrase);
            let first = usize::from(words.next().map_or(0, |word| lexicon().entry(word).number));
            phrases.resize_with(phrases.len().max(first + 1), Vec::new);
            phrases[first].push(Phrase { rest: words.collect(), symbol });
        }
    }
    phrases.iter_mut().for_each(|list| list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len())));
    phrases
});

/// The longest cue that starts at token `at` and ends before token `end`: its symbol and how many tokens it takes.
pub fn cue_at(document: &Document, at: usize, end: usize) -> Option<(Symbol, usize)> {
    const CUES: Classes = Classes::CHANGE.union(Classes::CLAIM_CUE);
    let token = &document.tokens[at];
    if !token.classes.any(CUES) || is_acronym(document, at) {
        return None;
    }
    let phrases = PHRASES.get(usize::from(token.number))?;
    let stands = |phrase: &&Phrase| phrase.rest.is_empty() || at + phrase.rest.len() < end && stands_at(document, at + 1, &phrase.rest);
    phrases.iter().find(stands).map(|phrase| (phrase.symbol, phrase.rest.len() + 1))
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

fn stands_at(document: &Document, at: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(i, word)| {
        let token = &document.tokens[at + i];
        !matches!(token.kind, TokenKind::Newline { .. }) && document.word(at + i).eq_ignore_ascii_case(word)
    })
}
