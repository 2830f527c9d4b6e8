//! How a figure is to be taken: the words before it that make it rough or a bound.

use std::ops::Range;

use crate::document::Document;
use crate::mention::Qualifier;
use crate::text::{Classes, Span, TokenKind};
use crate::words::WordList;
use crate::words::qualifier::{PHRASES, WORDS};

/// Words after which "about" names what is talked of.
const ASKING: &[&str] = words!(
    "ask|asked|asks|asking|inquired|inquire|inquiring|talk|talks|talked|talking|question|questions|questioned|concern|concerns|\
    concerned|worry|worried|worries|complained|know|think|learn|learned|heard|optimistic|information|details|claims|lied|news"
);

/// The qualifier of the figure at `figure`, with the span of its words where they stand before it.
pub(crate) fn qualifier(document: &Document, figure: Range<usize>) -> (Qualifier, Option<Span>) {
    // "30-plus percent", "10+ million": the sign before the number is no such plus
    let has_currency = document.tokens[figure.start].classes.any(Classes::CURRENCY_CODE.union(Classes::CURRENCY_SIGN));
    let inside = figure.clone().skip(1 + usize::from(has_currency)).find_map(|index| match document.tokens[index].kind {
        TokenKind::Sign('+') if document.tokens[index - 1].touches(&document.tokens[index]) => Some(Qualifier::AtLeast),
        TokenKind::Word if document.tokens[index].is_word(document.text, "plus") => Some(Qualifier::MoreThan),
        _ => None,
    });
    match before(document, figure.start) {
        Some((qualifier, span)) => (qualifier, Some(span)),
        None => (inside.or_else(|| after(document, figure.end)).unwrap_or_default(), None),
    }
}

fn before(document: &Document, start: usize) -> Option<(Qualifier, Span)> {
    let is = |index: usize, word: &str| document.tokens.get(index).is_some_and(|token| token.is_word(document.text, word));
    let mut last = start.checked_sub(1)?;
    // "more than a 20% rise", "about an $8 fee"
    if is(last, "a") || is(last, "an") {
        last = last.checked_sub(1)?;
    }
    // "approx. $5m", "c. 40%"
    if document.tokens[last].is_sign('.') {
        let abbreviation = last.checked_sub(1)?;
        let is_abbreviation = ["approx", "ca", "c", "circa", "est"].iter().any(|word| is(abbreviation, word));
        return is_abbreviation.then(|| (Qualifier::About, document.span(abbreviation..last + 1)));
    }
    let token = &document.tokens[last];
    if matches!(token.kind, TokenKind::Sign('~' | '≈' | '∼')) {
        return Some((Qualifier::About, token.span));
    }
    if matches!(token.kind, TokenKind::Sign('>' | '≥' | '<' | '≤')) && token.touches(&document.tokens[start]) {
        let qualifier = match token.text(document.text) {
            ">" => Qualifier::MoreThan,
            "≥" => Qualifier::AtLeast,
            "<" => Qualifier::LessThan,
            _ => Qualifier::AtMost,
        };
        return Some((qualifier, token.span));
    }
    if !token.classes.any(Classes::QUALIFIER) {
        return None;
    }
    for (phrase, qualifier) in PHRASES {
        let stands = phrase.iter().enumerate().all(|(back, word)| last.checked_sub(back).is_some_and(|index| is(index, word)));
        if stands && !(phrase[0] == "to" && last.checked_sub(2).is_some_and(|index| moves(document, index))) {
            return Some((*qualifier, document.span(last + 1 - phrase.len()..last + 1)));
        }
    }
    let (_, qualifier) = WORDS.iter().find(|(word, _)| is(last, word))?;
    // "asked about $20 million of costs"
    let topic = is(last, "about") && last.checked_sub(1).is_some_and(|index| ASKING.iter().any(|word| is(index, word)));
    // "up 12% over $4.5 million": what it is compared with
    let compares = ["over", "above", "below", "under"].iter().any(|word| is(last, word));
    if topic || compares && follows_change(document, last) {
        return None;
    }
    Some((*qualifier, token.span))
}

/// Whether a figure, or a figure with its word of change, ends right before the token: "a 7% increase over $4.5 million".
fn follows_change(document: &Document, at: usize) -> bool {
    let before = |at: usize| (0..at).rev().find(|&index| !matches!(document.tokens[index].kind, TokenKind::Newline { .. }));
    let Some(last) = before(at) else { return false };
    is_figure_end(document, last)
        || document.tokens[last].classes.any(Classes::CHANGING) && before(last).is_some_and(|index| is_figure_end(document, index))
}

/// What follows the figure: "$5m or more", "5% or so", "$1m+".
fn after(document: &Document, end: usize) -> Option<Qualifier> {
    let token = document.tokens.get(end)?;
    let is = |index: usize, words: &[&str]| {
        words.iter().any(|word| document.tokens.get(index).is_some_and(|token| token.is_word(document.text, word)))
    };
    let glued = document.tokens[end - 1].touches(token);
    if token.is_sign('+')
        && glued
        && !document.tokens.get(end + 1).is_some_and(|next| token.touches(next) && next.kind == TokenKind::Number)
    {
        return Some(Qualifier::AtLeast);
    }
    if token.is_sign('-') && glued && is(end + 1, &["plus"]) {
        return Some(Qualifier::MoreThan);
    }
    let ends = document.tokens.get(end + 2).is_none_or(|next| matches!(next.kind, TokenKind::Sign(_) | TokenKind::Newline { .. }));
    if is(end, &["at"]) && ends {
        return match () {
            () if is(end + 1, &["least", "minimum"]) => Some(Qualifier::AtLeast),
            () if is(end + 1, &["most", "maximum"]) => Some(Qualifier::AtMost),
            () => None,
        };
    }
    if !is(end, &["or"]) {
        return None;
    }
    match () {
        () if is(end + 1, &["more", "higher", "above", "better", "greater"]) => Some(Qualifier::AtLeast),
        () if is(end + 1, &["less", "lower", "below", "fewer"]) => Some(Qualifier::AtMost),
        () if is(end + 1, &["so"]) => Some(Qualifier::About),
        () => None,
    }
}

/// Whether a figure ends at the token.
fn is_figure_end(document: &Document, index: usize) -> bool {
    let token = &document.tokens[index];
    token.classes.any(Classes::PERCENT_WORD.union(Classes::MAGNITUDE)) || matches!(token.kind, TokenKind::Sign('%') | TokenKind::Number)
}

/// Whether the word before "up to" says that something went there: "went up to 65 cents" is no bound.
fn moves(document: &Document, index: usize) -> bool {
    static MOVES: WordList = WordList::new(words!(
        "went|go|goes|going|gone|moved|pushed|came|ticked|edged|shot|brought|bringing|took|taking|takes|rounded|driven|driving|bid|\
        revised|further|back|is|was|are|were|be|adds|adding|added|sent"
    ));
    let token = &document.tokens[index];
    token.classes.any(Classes::CHANGE.union(Classes::PERCENT_WORD).union(Classes::MAGNITUDE))
        || matches!(token.kind, TokenKind::Sign('%') | TokenKind::Number)
        || token.kind == TokenKind::Word && MOVES.has(token.text(document.text))
}
