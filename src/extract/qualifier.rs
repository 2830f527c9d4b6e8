//! How a figure is to be taken: the words before it that make it rough or a bound.

use std::ops::Range;

use crate::document::Document;
use crate::mention::Qualifier;
use crate::text::{Classes, Span, TokenKind};

/// Single words.
const WORDS: &[(&str, Qualifier)] = &[
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("approximately", Qualifier::About),
    ("roughly", Qualifier::About),
    ("some", Qualifier::About),
    ("circa", Qualifier::About),
    ("approx", Qualifier::About),
    ("estimated", Qualifier::About),
    ("nearly", Qualifier::LessThan),
    ("almost", Qualifier::LessThan),
    ("under", Qualifier::LessThan),
    ("below", Qualifier::LessThan),
    ("approaching", Qualifier::LessThan),
    ("nearing", Qualifier::LessThan),
    ("over", Qualifier::MoreThan),
    ("above", Qualifier::MoreThan),
    ("exceeding", Qualifier::MoreThan),
    ("exceeds", Qualifier::MoreThan),
    ("exceeded", Qualifier::MoreThan),
    ("topping", Qualifier::MoreThan),
    ("topped", Qualifier::MoreThan),
    ("surpassing", Qualifier::MoreThan),
    ("surpassed", Qualifier::MoreThan),
    ("minimum", Qualifier::AtLeast),
    ("maximum", Qualifier::AtMost),
];

/// Phrases, longest first, as their words from the last to the first.
const PHRASES: &[(&[&str], Qualifier)] = &[
    (&["than", "more"], Qualifier::MoreThan),
    (&["than", "greater"], Qualifier::MoreThan),
    (&["than", "less"], Qualifier::LessThan),
    (&["than", "fewer"], Qualifier::LessThan),
    (&["of", "excess", "in"], Qualifier::MoreThan),
    (&["of", "upwards"], Qualifier::MoreThan),
    (&["of", "minimum", "a"], Qualifier::AtLeast),
    (&["of", "maximum", "a"], Qualifier::AtMost),
    (&["least", "at"], Qualifier::AtLeast),
    (&["most", "at"], Qualifier::AtMost),
    (&["to", "up"], Qualifier::AtMost),
    (&["as", "much", "as"], Qualifier::AtMost),
    (&["as", "many", "as"], Qualifier::AtMost),
    (&["as", "high", "as"], Qualifier::AtMost),
    (&["to", "close"], Qualifier::About),
    (&["of", "region", "the", "in"], Qualifier::About),
    (&["over", "just"], Qualifier::MoreThan),
    (&["under", "just"], Qualifier::LessThan),
    (&["less", "or", "more"], Qualifier::About),
];

/// The words that this rule is anchored to.
pub fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    let last = PHRASES.iter().map(|(phrase, _)| phrase[0]);
    WORDS.iter().map(|&(word, _)| word).chain(last).map(|word| (word, Classes::QUALIFIER))
}

/// The qualifier of the figure at `figure`, with the span of its words.
pub fn qualifier(document: &Document, figure: Range<usize>) -> (Qualifier, Option<Span>) {
    let Some(last) = figure.start.checked_sub(1) else { return (Qualifier::Exact, None) };
    let token = &document.tokens[last];
    if matches!(token.kind, TokenKind::Sign('~' | '≈' | '∼')) {
        return (Qualifier::About, Some(token.span));
    }
    if !token.classes.any(Classes::QUALIFIER) {
        return (Qualifier::Exact, None);
    }
    let is = |index: usize, word: &str| document.tokens.get(index).is_some_and(|token| token.is_word(document.text, word));
    for (phrase, qualifier) in PHRASES {
        if phrase[0] == "to" && last.checked_sub(2).is_some_and(|index| moves(document, index)) {
            continue;
        }
        if phrase.iter().enumerate().all(|(back, word)| last.checked_sub(back).is_some_and(|index| is(index, word))) {
            return (*qualifier, Some(document.span(last + 1 - phrase.len()..last + 1)));
        }
    }
    let single = WORDS.iter().find(|(word, _)| is(last, word));
    single.map_or((Qualifier::Exact, None), |&(_, qualifier)| (qualifier, Some(token.span)))
}

/// Whether the word before "up to" says that something went there: "went up to 65 cents" is no bound.
fn moves(document: &Document, index: usize) -> bool {
    const MOVES: &[&str] = &[
        "went", "go", "goes", "going", "gone", "moved", "pushed", "came", "ticked", "edged", "shot", "brought", "bringing", "took",
        "taking", "takes", "rounded", "driven", "driving", "bid", "revised", "further", "is", "was", "are", "were", "be", "adds", "adding",
        "added", "sent",
    ];
    let token = &document.tokens[index];
    token.classes.any(Classes::CHANGE.union(Classes::PERCENT_WORD).union(Classes::MAGNITUDE))
        || matches!(token.kind, TokenKind::Sign('%') | TokenKind::Number)
        || MOVES.iter().any(|word| token.is_word(document.text, word))
}
