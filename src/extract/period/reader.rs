//! The grammar's entrance: tries every family at a place, keeps the longest, and joins what stands together.

use super::meaning::Meaning;
use super::terms::{PeriodWord, Term, TermPlace, Terms, TimeUnit};
use super::{anaphor, day, ending, month, part, range, relative, section, year};
use crate::document::Document;
use crate::text::{Classes, Span};
use crate::words::WordList;

/// Something read, and the index of the term after it.
pub(super) type Read<T = Meaning> = Option<(T, usize)>;

/// Reads the terms of one article.
pub(crate) struct PeriodReader<'a> {
    /// The article.
    pub document: &'a Document<'a>,
    terms: Terms,
}

/// The families, in the order in which they are tried; the longest reading wins, the first among equals.
static FAMILIES: &[fn(&PeriodReader, usize) -> Read] =
    &[day::read, ending::read, part::read, month::read, anaphor::read, relative::read, section::read, year::read];

impl<'a> PeriodReader<'a> {
    /// A reader of the article.
    pub(crate) fn new(document: &'a Document<'a>) -> Self {
        PeriodReader { document, terms: Terms::of(document) }
    }

    /// The terms from `at` on.
    pub(crate) fn rest(&self, at: usize) -> &[Term] {
        self.terms.terms.get(at..).unwrap_or_default()
    }

    /// The term at `at`; a break where the article ends.
    pub(crate) fn term(&self, at: usize) -> Term {
        self.terms.terms.get(at).copied().unwrap_or(Term::Break)
    }

    /// The term before `at`; a break where the article starts.
    pub(crate) fn before(&self, at: usize) -> Term {
        at.checked_sub(1).map_or(Term::Break, |at| self.term(at))
    }

    /// Whether this word stands at `at`.
    pub(crate) fn is(&self, at: usize, word: PeriodWord) -> bool {
        self.term(at) == Term::Word(word)
    }

    /// The index after the word, if it stands at `at`, else `at`.
    pub(crate) fn skip(&self, at: usize, word: PeriodWord) -> usize {
        at + usize::from(self.is(at, word))
    }

    /// Whether the terms at `at - 1` and `at` touch.
    pub(crate) fn glued(&self, at: usize) -> bool {
        self.place(at).is_some_and(|place| place.glued)
    }

    /// Whether a hyphen joins the term at `at` to the one before it.
    pub(crate) fn joined(&self, at: usize) -> bool {
        self.place(at).is_some_and(|place| place.joined)
    }

    fn place(&self, at: usize) -> Option<&TermPlace> {
        self.terms.places.get(at)
    }

    /// The text of the term at `at`.
    pub(crate) fn text(&self, at: usize) -> &'a str {
        match self.place(at) {
            Some(place) if place.first < place.end => self.document.span(place.first..place.end).of(self.document.text),
            _ => "",
        }
    }

    /// The classes of the word at `at`.
    pub(crate) fn classes(&self, at: usize) -> Classes {
        let token = self.place(at).and_then(|place| self.document.tokens.get(place.first..place.end)?.first());
        token.map_or(Classes::NONE, |token| token.classes)
    }

    /// Whether the term at `at` is a word with a capital.
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// Whether a noun follows at `at` by its looks, so that "the" before the period is the noun's: "the 1990s boom".
    pub(super) fn noun_follows(&self, at: usize) -> bool {
        static OTHERS: WordList = WordList::new(words!(
            "that|were|which|with|there|from|have|began|brought|gave|came|went|made|until|into|amid|over|under|because|while|like|than|\
             where|onward|onwards|alone|also|before|after|will|would|could|should|they|then|across|about|only|when|whose|upon|since|both"
        ));
        let text = self.text(at);
        let lower = text.len() > 3 && text.bytes().all(|byte| byte.is_ascii_lowercase());
        self.term(at) == Term::Other && lower && !OTHERS.has(text) && !["ed", "ing", "ly"].iter().any(|end| text.ends_with(end))
    }

    /// Whether a hyphen, read or left out, ties the term at `at` to what stands before it.
    pub(crate) fn tied(&self, at: usize) -> bool {
        self.joined(at) || self.glued(at) && matches!(self.term(at), Term::Sign('-' | '‑' | '–')) && self.glued(at + 1)
    }

    /// The text's span of the terms `start..end`, which must not be empty.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let places = &self.terms.places;
        self.document.span(places[start].first..places[end - 1].end)
    }

    /// Indices of the terms.
    pub(crate) fn len(&self) -> usize {
        self.terms.terms.len()
    }

    /// The longest reading of any family at `at`.
    pub(crate) fn simple(&self, at: usize) -> Read {
        let mut best: Read = None;
        for family in FAMILIES {
            if let Some((meaning, end)) = family(self, at)
                && best.as_ref().is_none_or(|&(_, longest)| end > longest)
            {
                best = Some((meaning, end));
            }
        }
        best
    }

    /// The expression that starts at `at`, where one does: its meaning, its first term (after "between" and "from") and the term after it.
    #[inline]
    pub(crate) fn expression(&self, at: usize) -> Option<(Meaning, usize, usize)> {
        if !self.starts(at) {
            return None;
        }
        range::read(self, at).filter(|&(_, start, end)| start < end)
    }

    /// Whether an expression can start here: no word that only stands inside one, no number or article that nothing of a period follows.
    #[inline]
    fn starts(&self, at: usize) -> bool {
        let next = || self.term(at + 1);
        let may = match self.term(at) {
            Term::Other | Term::Break | Term::Sign(_) => false,
            Term::Word(
                PeriodWord::Of
                | PeriodWord::In
                | PeriodWord::On
                | PeriodWord::And
                | PeriodWord::To
                | PeriodWord::Through
                | PeriodWord::Before
                | PeriodWord::After
                | PeriodWord::Ended
                | PeriodWord::Possessive
                | PeriodWord::Under
                | PeriodWord::Review
                | PeriodWord::Ago
                | PeriodWord::Now
                | PeriodWord::As
                | PeriodWord::Starting
                | PeriodWord::Date
                | PeriodWord::M
                | PeriodWord::Vague
                | PeriodWord::Recently,
            ) => false,
            Term::Unit(TimeUnit::Quarter | TimeUnit::Month) if next() == Term::Word(PeriodWord::To) => self.is(at + 2, PeriodWord::Date),
            Term::Unit(TimeUnit::Quarter) => matches!(next(), Term::Number { digits: 1, .. }),
            Term::Unit(unit) => unit == TimeUnit::Year || unit == TimeUnit::Half || unit == TimeUnit::Week || unit == TimeUnit::Weekend,
            // "the company"
            Term::Word(PeriodWord::The | PeriodWord::Its) => !matches!(next(), Term::Other | Term::Break),
            Term::Word(PeriodWord::A) => matches!(next(), Term::Unit(_)),
            // "3 people", "5%"; four digits are a year, digits with separators a date
            Term::Number { digits: 1..=3, .. } | Term::Cardinal(_) | Term::Ordinal(_) => match next() {
                Term::Other | Term::Break => false,
                Term::Sign(sign) => matches!(sign, '-' | '–' | '/'),
                _ => true,
            },
            Term::Numeric => self.text(at).matches('.').count() == 2,
            _ => true,
        };
        may && (!self.glued(at) || self.before(at) != Term::Sign('$'))
    }
}
