//! The words that periods are made of, and the article as a row of them.

use crate::document::Document;
use crate::lexicon::lexicon;
use crate::text::{Classes, Sentence, Token, TokenKind};
use crate::words::lower::{LowerCase, lower_case};
use crate::words::period::TABLE;
pub(super) use crate::words::period::{Holiday, PeriodWord, Term, TimeUnit};
use once_cell::sync::Lazy;

use PeriodWord::*;
use Term::{Cardinal, Ordinal};

/// Whether a sentence with this term may hold an expression: none is made of the other terms alone.
fn is_telling(term: Term) -> bool {
    !matches!(
        term,
        Term::Other
            | Ordinal(_)
            | Cardinal(1..=19)
            | Term::Word(
                The | A
                    | Its
                    | Of
                    | In
                    | On
                    | And
                    | To
                    | From
                    | Through
                    | Before
                    | After
                    | Between
                    | Under
                    | As
                    | Now
                    | Later
                    | Ended
                    | End
                    | Start
                    | Vague
                    | Possessive
                    | Review
                    | Date
                    | M
                    | Starting
                    | Full
                    | Whole
            )
    )
}

/// The terms of the lexicon's words, by their numbers.
static TERMS: Lazy<Box<[Term]>> = Lazy::new(|| lexicon().table(TABLE.iter().copied(), Term::Other));

/// Where a term stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermPlace {
    /// Its first token.
    pub first: usize,
    /// The token after its last one.
    pub end: usize,
    /// Whether a hyphen that joins two words was left out before it.
    pub joined: bool,
    /// Whether it touches the token before it.
    pub glued: bool,
}

/// What an article may say of periods as a row of terms: hyphens between words, points of abbreviations, endings of ordinals and wrapped line ends left out.
#[derive(Default)]
pub(super) struct Terms {
    /// The terms.
    pub terms: Vec<Term>,
    /// Where each stands.
    pub places: Vec<TermPlace>,
}

impl Terms {
    /// Reads the sentences of the article that can hold an expression.
    pub(super) fn of(document: &Document) -> Self {
        let mut terms = Terms::default();
        // A break ends each sentence.
        let most = document.tokens.len() + document.sentences.len();
        terms.terms.reserve(most);
        terms.places.reserve(most);
        let known = &**TERMS;
        let tells = |token: &Token| token.kind == TokenKind::Number || is_telling(known[usize::from(token.number)]);
        for sentence in &document.sentences {
            if document.tokens[sentence.tokens.clone()].iter().any(tells) {
                terms.sentence(document, sentence, known);
            }
        }
        terms
    }

    /// Reads a sentence; `known` are the terms of the lexicon's words.
    fn sentence(&mut self, document: &Document, sentence: &Sentence, known: &[Term]) {
        let Sentence { tokens: range, .. } = sentence;
        let mut at = range.start;
        let mut joined = false;
        while at < range.end {
            let token = &document.tokens[at];
            let glued = at > range.start && document.tokens[at - 1].touches(token);
            let mut end = at + 1;
            let term = match token.kind {
                TokenKind::Word => known[usize::from(token.number)],
                TokenKind::Newline { .. } => {
                    at = end;
                    continue;
                }
                TokenKind::Sign('-' | '–' | '‑') if self.is_joint(document, at, range.end) => {
                    joined = true;
                    at = end;
                    continue;
                }
                TokenKind::Sign('.') if self.is_abbreviation(document, at, glued) && end < range.end => {
                    at = end;
                    continue;
                }
                TokenKind::Sign(sign) => Term::Sign(sign),
                TokenKind::Number => number(document, at, &mut end),
            };
            let end = end.min(range.end).max(at + 1);
            self.push(term, TermPlace { first: at, end, joined, glued });
            joined = false;
            at = end;
        }
        self.push(Term::Break, TermPlace { first: range.end, end: range.end, joined: false, glued: false });
    }

    fn push(&mut self, term: Term, place: TermPlace) {
        self.terms.push(term);
        self.places.push(place);
    }

    /// A hyphen that joins two words of one expression: "year-ago", "12-month", "mid-2026"; not the one of "July-October".
    fn is_joint(&self, document: &Document, at: usize, end: usize) -> bool {
        let (Some(&before), Some(after)) = (self.terms.last(), document.tokens.get(at + 1).filter(|_| at + 1 < end)) else { return false };
        let hyphen = &document.tokens[at];
        if !hyphen.touches(after) || !document.tokens[at - 1].touches(hyphen) {
            return false;
        }
        let word = match before {
            Term::Unit(_) | Term::Ordinal(_) | Term::Cardinal(_) | Term::Word(_) | Term::Season(_) => true,
            Term::Number { .. } => after.classes.any(Classes::PERIOD_UNIT),
            Term::Month(_) => return after.classes.any(Classes::PERIOD_UNIT),
            _ => false,
        };
        let loose = matches!(before, Term::Word(Early | Mid | Late | Fiscal | Fy | Cy | End) | Term::Unit(_));
        word && (after.classes.any(Classes::PERIOD_WORD) && (!after.classes.any(Classes::MONTH) || loose)
            || after.kind == TokenKind::Number && loose)
    }

    /// The point of "Feb." and "Tues.".
    fn is_abbreviation(&self, document: &Document, at: usize, glued: bool) -> bool {
        glued
            && matches!(self.terms.last(), Some(Term::Month(_) | Term::Weekday(_)))
            && (document.word(at - 1).len() <= 5 || document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number))
            && document.tokens.get(at + 1).is_some_and(|next| next.kind != TokenKind::Word || !document.tokens[at].touches(next))
    }
}

/// A number with what is glued to it: "12th", "1990s", "’70s".
fn number(document: &Document, at: usize, end: &mut usize) -> Term {
    let digits = document.word(at);
    let Some(value) = digits.parse::<u16>().ok().filter(|_| digits.len() <= 4) else { return Term::Numeric };
    let count = u8::try_from(digits.len()).unwrap_or(4);
    let next = document.tokens.get(at + 1).filter(|next| next.kind == TokenKind::Word && document.tokens[at].touches(next));
    let Some(next) = next.map(|_| document.word(at + 1)) else { return Term::Number { value, digits: count } };
    match lower_case(next).as_ref().map(LowerCase::as_str) {
        Some("st" | "nd" | "rd" | "th") if value <= 31 => {
            *end += 1;
            Term::Ordinal(u8::try_from(value).unwrap_or_default())
        }
        Some("s" | "'s" | "’s") if value % 10 == 0 && (count == 4 && (1500..2100).contains(&value) || count == 2) => {
            let plain = next.len() == 1;
            let possessive_year = count == 4 && !plain && value >= 2000;
            if possessive_year {
                return Term::Number { value, digits: count };
            }
            *end += 1;
            Term::Decade(value)
        }
        _ => Term::Number { value, digits: count },
    }
}
