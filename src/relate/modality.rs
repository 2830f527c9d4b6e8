//! Whether a figure is said to be so, aimed at or expected.

use super::fact::{Fact, Modality};
use crate::document::Document;
use crate::text::{Classes, TokenKind};
use crate::words::WordList;
use crate::words::relating::{AIMED, EXPECTED, EXPECTED_AFTER, OUTLOOK_CLAUSES as CLAUSES, OUTLOOK_LINKS as LINKS};

/// How far a cue reaches, in words.
const BEFORE: usize = 16;
const AFTER: usize = 4;

/// Gives each fact its modality.
pub fn assign(document: &Document, facts: &mut [Fact]) {
    for fact in facts {
        let span = fact.figure.span;
        let sentence = document.sentences[fact.sentence].tokens.clone();
        fact.modality = modality(document, document.token_at(span.start), document.token_at(span.end - 1) + 1, sentence);
    }
}

fn modality(document: &Document, start: usize, end: usize, sentence: std::ops::Range<usize>) -> Modality {
    let is = |token: usize, words: &WordList| document.tokens[token].classes.any(Classes::OUTLOOK) && words.has(document.word(token));
    for token in (sentence.start.max(start.saturating_sub(BEFORE))..start).rev() {
        if document.tokens[token].is_sign(';') || is(token, &CLAUSES) {
            break;
        }
        if is(token, &AIMED) {
            return Modality::Target;
        }
        if is(token, &EXPECTED) {
            return Modality::Forecast;
        }
    }
    for token in end..sentence.end.min(end + AFTER) {
        if matches!(document.tokens[token].kind, TokenKind::Sign(',' | ';' | '(' | ')')) || is(token, &LINKS) {
            break;
        }
        if is(token, &EXPECTED_AFTER) {
            return Modality::Forecast;
        }
    }
    Modality::Actual
}
