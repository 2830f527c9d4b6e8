//! The items of a sentence by their words, their classes and the noun phrases that they make.

use super::items::{ItemKind, PhraseItem, RATES};
use crate::document::Document;
use crate::relate::class::Class;
use crate::text::TokenKind;
use crate::words::WordList;
use crate::words::relating::CHANGE_VERBS;
use std::ops::Range;

/// A sentence's items with their document.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// The items.
    pub items: &'a [PhraseItem],
}

impl<'a> View<'a> {
    /// The class of an item, where there is one.
    pub(crate) fn class(&self, at: usize) -> Option<Class> {
        self.items.get(at).map(|item| item.class)
    }

    /// The first word of an item.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.items.get(at).map_or("", |item| self.document.word(item.tokens.start))
    }

    /// Whether the item is a word of the list.
    pub(crate) fn is(&self, at: usize, list: &WordList) -> bool {
        self.items.get(at).is_some_and(|item| item.kind == ItemKind::Word) && list.has(self.word(at))
    }

    /// Whether the item is this word, in any case.
    pub(crate) fn is_word(&self, at: usize, word: &str) -> bool {
        self.items.get(at).is_some_and(|item| item.kind == ItemKind::Word) && self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether the item is this sign.
    pub(crate) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.items.get(at).is_some_and(|item| item.kind == ItemKind::Sign(sign))
    }

    /// Whether the item is a noun or a name.
    pub(crate) fn is_noun(&self, at: usize) -> bool {
        match self.class(at) {
            Some(Class::Noun) => !self.is(at, &NOT_NOUNS),
            // "--Down 10% from its high"
            Some(Class::Name) => !(self.items[at].kind == ItemKind::Word && self.is(at, &WAYS)),
            Some(Class::Ing) => self.is_nounish(at),
            Some(Class::Adjective) => {
                self.is_word(at, "net")
                    && !at.checked_sub(1).is_some_and(|before| matches!(self.class(before), Some(Class::Particle | Class::Determiner)))
                    && (self.is_verb_class(at + 1) || self.is(at + 1, &CHANGE_VERBS) || self.class(at + 1) == Some(Class::Figure))
                    || self.is_word(at + 1, "of") && (self.is_word(at, "high") || self.is_word(at, "low"))
            }
            _ => false,
        }
    }

    /// Whether the item says how a change is counted: "year-on-year", "YoY".
    pub(crate) fn is_rate(&self, at: usize) -> bool {
        self.class(at) == Some(Class::Adverb)
            && self.items[at].kind == ItemKind::Word
            && (self.items[at].tokens.len() > 1 || self.is(at, &RATES))
    }

    fn is_verb_class(&self, at: usize) -> bool {
        matches!(self.class(at), Some(Class::Finite | Class::Participle | Class::Auxiliary))
    }

    /// Whether a word in -ing stands as a noun or before one.
    fn is_nounish(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.class(before));
        // "will be selling bracelets"
        if at > 0 && self.is(at - 1, list!("be|been")) {
            return false;
        }
        // "the remaining 40%"
        if self.is_word(at, "remaining") && self.class(at + 1) == Some(Class::Figure) {
            return false;
        }
        let inside = matches!(self.class(at + 1), Some(Class::Noun | Class::Name))
            || matches!(before, Some(Class::Determiner | Class::Adjective | Class::Noun | Class::Possessive))
                && !self.is_word(at + 1, "at");
        let capital = at > 0 && self.word(at).starts_with(char::is_uppercase);
        inside && (capital || self.is(at, &NOUNISH))
    }

    /// Whether the item is a verb or an auxiliary.
    pub(crate) fn is_verb(&self, at: usize) -> bool {
        matches!(self.class(at), Some(Class::Finite | Class::Base | Class::Participle | Class::Ing | Class::Auxiliary)) && !self.is_noun(at)
    }

    /// Whether a sign at `at` joins the words beside it: "year-on-year", "property/casualty".
    pub(crate) fn joins(&self, at: usize) -> bool {
        let is_sign = self.items.get(at).is_some_and(|item| matches!(item.kind, ItemKind::Sign('-' | '–' | '/' | '&')));
        if !is_sign || at == 0 || at + 1 >= self.items.len() {
            return false;
        }
        let tokens = &self.document.tokens;
        let (first, last) = (self.items[at].tokens.start, self.items[at].tokens.end);
        self.is_sign(at, '&')
            || first > 0 && last < tokens.len() && tokens[first - 1].touches(&tokens[first]) && tokens[last - 1].touches(&tokens[last])
    }

    /// The item before `at`, over a group in brackets; `None` at the sentence's start.
    pub(crate) fn back(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        while self.is_sign(before, ')') || self.is_sign(before, ']') {
            let open = (0..before).rev().find(|&i| self.is_sign(i, '(') || self.is_sign(i, '['))?;
            before = open.checked_sub(1)?;
        }
        Some(before)
    }

    /// The item at `at`, or the one behind the group in brackets that opens there.
    pub(crate) fn forth(&self, mut at: usize) -> usize {
        while self.is_sign(at, '(') {
            match (at..self.items.len()).find(|&i| self.is_sign(i, ')')) {
                Some(close) => at = close + 1,
                None => return self.items.len(),
            }
        }
        at
    }

    /// Whether the item can stand inside a noun phrase before its last noun.
    fn modifies(&self, at: usize) -> bool {
        match self.class(at) {
            Some(Class::Noun | Class::Name | Class::Adjective | Class::Number | Class::Period | Class::Possessive) => true,
            Some(Class::Participle) => true,
            // "interest-bearing loans"
            Some(Class::Ing) => self.is_nounish(at) || at > 0 && self.joins(at - 1),
            // "most valued", "long-lived"
            Some(Class::Adverb) => {
                self.joins(at + 1) && !self.is_word(at, "so") || matches!(self.class(at + 1), Some(Class::Adjective | Class::Participle))
            }
            // "plug-in hybrids"
            Some(Class::Base | Class::Finite) => {
                self.joins(at + 1) && matches!(self.class(at + 2), Some(Class::Preposition | Class::Particle))
            }
            Some(Class::Sign) => {
                self.joins(at) || self.is_apostrophe(at) || matches!(self.items[at].kind, ItemKind::Sign('®' | '™' | '℠')) && at > 0
            }
            Some(Class::Conjunction) if at > 0 => {
                let adjective = |at: usize| matches!(self.class(at), Some(Class::Adjective | Class::Participle));
                self.joins(at - 1)
                    || adjective(at - 1) && (adjective(at + 1) || self.class(at + 1) == Some(Class::Noun) && self.joins(at + 2))
            }
            Some(Class::Determiner | Class::Preposition | Class::Particle | Class::Conjunction) => {
                // "year-to-date", "day-to-day"
                at > 0 && self.joins(at - 1)
            }
            _ => false,
        }
    }

    /// "shareholders' equity"
    fn is_apostrophe(&self, at: usize) -> bool {
        matches!(self.items[at].kind, ItemKind::Sign('\'' | '’'))
            && at > 0
            && self.is_noun(at - 1)
            && self.word(at - 1).ends_with('s')
            && (self.is_noun(at + 1) || self.owns_described(at))
    }

    /// Whether the item is the apostrophe of an owner whose thing is described: "analysts' projected growth", "consumers' five-year view".
    pub(crate) fn is_described_owner(&self, at: usize) -> bool {
        matches!(self.items[at].kind, ItemKind::Sign('\'' | '’'))
            && at > 0
            && self.is_noun(at - 1)
            && self.word(at - 1).ends_with('s')
            && self.owns_described(at)
    }

    fn owns_described(&self, apostrophe: usize) -> bool {
        let tokens = &self.document.tokens;
        let (first, last) = (self.items[apostrophe].tokens.start, self.items[apostrophe].tokens.end);
        matches!(self.class(apostrophe + 1), Some(Class::Adjective | Class::Participle | Class::Number))
            && first > 0
            && last < tokens.len()
            && tokens[first - 1].touches(&tokens[first])
            && !tokens[first].touches(&tokens[last])
    }

    /// Whether a line ends between two items and the second stands with a capital: another line of a list.
    pub(crate) fn breaks_line(&self, first: usize, second: usize) -> bool {
        let (Some(from), Some(to)) = (self.items.get(first), self.items.get(second)) else { return false };
        self.word(second).starts_with(char::is_uppercase)
            && (from.tokens.end..to.tokens.start).any(|at| matches!(self.document.tokens[at].kind, TokenKind::Newline { .. }))
    }

    /// Whether two nouns with "and" between them are one thing: "research and development".
    fn is_pair(&self, first: usize, second: usize) -> bool {
        const PAIRS: &[(&str, &str)] = &[
            ("research", "development"),
            ("goods", "services"),
            ("oil", "gas"),
            ("wages", "salaries"),
            ("mergers", "acquisitions"),
            ("profit", "loss"),
            ("property", "equipment"),
            ("plant", "equipment"),
            ("interest", "taxes"),
            ("sales", "marketing"),
            ("exploration", "production"),
            ("depreciation", "amortization"),
            ("depreciation", "amortisation"),
        ];
        PAIRS.iter().any(|(one, other)| self.is_word(first, one) && self.is_word(second, other))
    }

    /// The noun phrase that starts at `start`, without a determiner before it.
    pub(crate) fn phrase_at(&self, mut start: usize) -> Option<Range<usize>> {
        while matches!(self.class(start), Some(Class::Determiner)) {
            start += 1;
        }
        let mut end = start;
        let mut last = None;
        while end < self.items.len() && self.modifies(end) {
            if self.class(end) == Some(Class::Participle)
                && last.is_some()
                && self.word(end).starts_with(char::is_lowercase)
                && !self.joins(end.saturating_sub(1))
            {
                break;
            }
            if self.is_noun(end) {
                last = Some(end);
            }
            // "cash and cash equivalents"
            let repeats = self.is_noun(end)
                && self.class(end + 1) == Some(Class::Conjunction)
                && self.is_noun(end + 2)
                && (self.word(end + 2).eq_ignore_ascii_case(self.word(end)) || self.is_pair(end, end + 2));
            end += if repeats { 2 } else { 1 };
        }
        last.map(|last| start..last + 1)
    }

    /// The noun phrase whose last item stands before `end`, with its determiner outside.
    pub(crate) fn phrase_before(&self, end: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1)?;
        if !self.is_noun(last) {
            return None;
        }
        let mut start = last;
        while start > 0 && self.modifies(start - 1) {
            let before = start - 1;
            let is_verb = match self.class(before) {
                Some(Class::Participle) => before == 0 || !self.opens_modifier(before),
                _ => false,
            };
            // "Brask Q3 adjusted earnings"
            let dates = self.class(before) == Some(Class::Period) && self.is(start, &BASES);
            if is_verb || dates {
                break;
            }
            start = before;
        }
        let repeats = start >= 2
            && matches!(self.class(start - 1), Some(Class::Conjunction))
            && self.is_noun(start - 2)
            && (self.word(start - 2).eq_ignore_ascii_case(self.word(start)) || start + 1 == end && self.is_pair(start - 2, start));
        Some(if repeats { start - 2..end } else { start..end })
    }

    /// Whether a participle behind this item stands before a noun as an adjective does: "a reduced rate".
    fn opens_modifier(&self, participle: usize) -> bool {
        let Some(before) = participle.checked_sub(1) else { return true };
        // "This reduced margins by 2 points."
        if before == 0 && (self.is_word(before, "this") || self.is_word(before, "that")) {
            return false;
        }
        // "had already trimmed rates"
        if self.class(before) == Some(Class::Adverb) && before > 0 && self.class(before - 1) == Some(Class::Auxiliary) {
            return false;
        }
        matches!(
            self.class(before),
            Some(
                Class::Determiner | Class::Adjective | Class::Preposition | Class::Possessive | Class::Figure | Class::Adverb | Class::Sign
            )
        ) || self.joins(before)
            || self.class(before) == Some(Class::Period) && self.is(participle, &BASES)
    }
}

/// Words of a way that something went, also with a capital.
static WAYS: WordList = WordList::new(words!("up|down|off|rose|fell"));
/// Participles of the basis on which a result is told: "Q1 adjusted earnings".
static BASES: WordList = WordList::new(words!("adjusted|diluted|consolidated|combined|unaudited|restated|normalized|normalised"));
/// Words in -ing that stand before nouns as adjectives do.
static NOUNISH: WordList = WordList::new(words!(
    "operating|underlying|existing|continuing|remaining|housing|advertising|manufacturing|financing|marketing|mining|building|banking|trading|\
    borrowing|lending|spending|pricing|outstanding|recurring|growing|closing|opening|processing|shipping|refining|funding|holding|holdings|\
    starting|selling|earning|saving|savings|learning|gaming|voting|leading|pending|engineering|accounting|consulting|wholesale|booking|bookings"
));
/// Words that are never nouns, whatever stands around them.
static NOT_NOUNS: WordList = WordList::new(words!(
    "up|down|off|thanks|fallen|risen|grown|shrunk|sunk|being|having|been|gone|taken|given|seen|made|done|paid|spent|sold|bought|lost|earned|\
    bringing|starting|beginning|according|compared|currently|clearly|effective|directly|respectively|approximately|implies|imply|implying|upward|upwards|downward|downwards|\
    also|until|however|little|meanwhile|instead|already|again|still|just|even|almost|mid|s|away|since|i.e|e.g|p.a|i.e.|e.g.|p.a.|thereafter|hereafter|afterwards|afterward|show|showed|shown|extra|apiece|cool|\
    refers|lies|requires|seems|appears|becomes|contains|consists|consisting|told"
));
