//! What every kind of figure is read from: the tokens, the numbers and the currencies of the article.

use super::amount::House;
use super::numeral::Numerals;
use crate::document::Document;
use crate::mention::{FigureKind, Unit, Value};
use crate::text::Token;

/// What every kind of figure is read from.
pub(crate) struct FigureReader<'d, 'a> {
    /// The document.
    pub document: &'d Document<'a>,
    /// Its numbers.
    pub numerals: Numerals<'d, 'a>,
    /// Its currencies.
    pub house: House,
}

/// A figure and the token after it.
pub(crate) struct FoundFigure {
    /// Number and unit.
    pub tokens: std::ops::Range<usize>,
    /// What kind of figure.
    pub kind: FigureKind,
    /// Its value.
    pub value: Value,
    /// What it counts.
    pub unit: Unit,
    /// What an amount is charged for.
    pub per: Option<String>,
}

impl FigureReader<'_, '_> {
    /// The token at `at`, where there is one.
    pub(crate) fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens.get(at)
    }

    /// Whether the token at `at` is this word, in any case.
    pub(crate) fn is_word(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|token| token.is_word(self.document.text, word))
    }

    /// Whether the token at `at` is one of these words, in any case.
    pub(crate) fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is_word(at, word))
    }

    /// Whether the token at `at` is this sign.
    pub(crate) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.token(at).is_some_and(|token| token.is_sign(sign))
    }

    /// The token after a line end that only wraps the line.
    pub(crate) fn skip_line_end(&self, at: usize) -> usize {
        self.document.skip_line_end(at)
    }

    /// Whether no blank stands between the token at `at` and the one before it.
    pub(crate) fn touches_before(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| Some(self.token(before)?.touches(self.token(at)?))).unwrap_or(false)
    }
}
