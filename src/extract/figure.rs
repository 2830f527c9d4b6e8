//! All figures of an article in one pass: at each place that can start a figure, the kinds are tried in a fixed order.

use super::amount::{self, House};
use super::figure_reader::{FigureReader, FoundFigure};
use super::numeral::Numerals;
use super::{percent, qualifier, quantity, ratio};
use crate::document::Document;
use crate::mention::{Figure, TimeSpan};
use crate::text::{BlockKind, Classes, Span, Token, TokenKind};

/// The figures of the article in order, without overlaps. A number inside a period is no figure.
pub fn figures(document: &Document, periods: &[TimeSpan]) -> Vec<Figure> {
    let reader = FigureReader { document, numerals: Numerals { document }, house: House::new(document) };
    let mut figures: Vec<Figure> = Vec::new();
    let mut next_period = 0;
    let mut at = 0;
    // A cell's scale, currency and period stand elsewhere: read like prose it would be a fact that nobody stated.
    for sentence in document.sentences.iter().filter(|sentence| sentence.block != BlockKind::Table) {
        at = at.max(sentence.tokens.start);
        while at < sentence.tokens.end {
            let token = &document.tokens[at];
            if !token.classes.any(STARTS.union(Classes::FIGURE_SIGN).union(Classes::CURRENCY_ADJECTIVE)) {
                at += 1;
                continue;
            }
            if !can_start(token, document.tokens.get(at + 1)) || is_mere_article(document, at) {
                at = if token.is_sign(':') { address_end(document, at) } else { at + 1 };
                continue;
            }
            while periods.get(next_period).is_some_and(|period| period.span.end <= token.span.start) {
                next_period += 1;
            }
            let period = periods.get(next_period).map(|period| period.span).filter(|span| span.start <= token.span.start);
            let Some(found) = read(&reader, at, period, figures.last()) else {
                at += 1;
                continue;
            };
            at = found.tokens.end;
            let span = document.span(found.tokens.clone());
            let (qualifier, qualifier_span) = qualifier::qualifier(document, found.tokens);
            let FoundFigure { kind, value, unit, per, .. } = found;
            figures.push(Figure { kind, span, value, unit, qualifier, qualifier_span, per });
        }
    }
    figures
}

/// The token after the address on the web whose "://" begins at token `at`: its digits are no figures.
fn address_end(document: &Document, at: usize) -> usize {
    let tokens = &document.tokens;
    let is_slash = |index: usize| tokens.get(index).is_some_and(|token| token.is_sign('/') && tokens[index - 1].touches(token));
    if !is_slash(at + 1) || !is_slash(at + 2) {
        return at + 1;
    }
    (at + 3..tokens.len()).find(|&index| !tokens[index - 1].touches(&tokens[index])).unwrap_or(tokens.len())
}

/// "a" before a word that has no part in any figure.
fn is_mere_article(document: &Document, at: usize) -> bool {
    const NO_PART: Classes = Classes::RELATING.union(Classes::COUNTRY);
    let next = document.tokens.get(at + 1);
    next.is_none_or(|next| next.kind == TokenKind::Word && next.classes.without(NO_PART) == Classes::NONE)
        && document.tokens[at].kind == TokenKind::Word
        && matches!(document.word(at), "a" | "A" | "an" | "An")
}

/// The words and signs at which a figure can start.
const STARTS: Classes = Classes::CURRENCY_CODE
    .union(Classes::CURRENCY_SIGN)
    .union(Classes::NUMBER_WORD)
    .union(Classes::CURRENCY_NAME)
    .union(Classes::PERCENT_WORD)
    .union(Classes::RATIO_WORD);

/// Whether a figure can start at the token, by what it is and what follows.
fn can_start(token: &Token, next: Option<&Token>) -> bool {
    match token.kind {
        // "N.Z. Dlrs 45 mln", "Hong Kong dlrs 3 mln"
        TokenKind::Word => {
            let before_name = |next: &Token| next.classes.any(Classes::CURRENCY_NAME.union(Classes::CURRENCY_ADJECTIVE));
            token.classes.any(STARTS) || token.classes.any(Classes::CURRENCY_ADJECTIVE) && next.is_some_and(before_name)
        }
        TokenKind::Number => true,
        // Most of these end a sentence or join words.
        TokenKind::Sign('.') => next.is_some_and(|next| next.kind == TokenKind::Number),
        TokenKind::Sign('+' | '-' | '−' | '–' | '(') => {
            next.is_some_and(|next| next.kind != TokenKind::Word || next.classes.any(STARTS))
        }
        TokenKind::Sign('½' | '¼' | '¾' | '⅓' | '⅔' | '⅛' | '⅜' | '⅝' | '⅞') => true,
        TokenKind::Sign(_) => token.classes.any(STARTS),
        TokenKind::Newline { .. } => false,
    }
}

/// The figure at token `at`, by the first kind that fits. `period` is the period that the token stands in.
fn read(reader: &FigureReader, at: usize, period: Option<Span>, before: Option<&Figure>) -> Option<FoundFigure> {
    // A figure may begin in what was taken for a period ("May 5 million"), not with a number of one ("H1 2024-25 USD").
    let leaves = |found: &FoundFigure| {
        period.is_none_or(|period| {
            let (first, end) = (reader.document.tokens[found.tokens.start].span, reader.document.span(found.tokens.clone()).end);
            end > period.end && (first.start == period.start || first.end < period.end || !reader.touches_before(found.tokens.start))
        })
    };
    let numeral = reader.numerals.read(at, false);
    let numeral = numeral.as_ref();
    amount::read(reader, at, numeral, before)
        .filter(leaves)
        .or_else(|| percent::read(reader, at, numeral).filter(leaves))
        .or_else(|| ratio::read(reader, at, numeral).filter(leaves))
        .or_else(|| quantity::read(reader, at, numeral?, before).filter(leaves))
}
