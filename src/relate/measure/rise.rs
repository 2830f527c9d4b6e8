//! What changes by a noun of change: "a rise in exports of 5%", "5% growth in sales", "an estimate of $2".

use super::Construed::{Before, Like, Made, Nothing, Phrase};
use super::lists::{BOUNDS, SCHEMES};
use super::{Construed, MeasureReader};
use crate::mention::FigureKind;
use crate::relate::class::Class;
use crate::relate::phrase::{ItemKind, Subject};
use crate::words::WordList;
use crate::words::relating::{CHANGE_NOUNS, CHANGE_VERBS, JUDGING, SEEING};
use std::ops::Range;

impl MeasureReader<'_> {
    /// "a $2bn fine", "record $85 million Series B round", "a 5% rise in exports".
    pub(super) fn modified(&self, at: usize, kind: FigureKind, mut after: usize) -> Option<Construed> {
        let view = self.view;
        // "a 34% quarter-over-quarter decline"
        if view.is_rate(after) && (view.is_noun(after + 1) || view.class(after + 1) == Some(Class::Adjective)) {
            after += 1;
        }
        // "a $5m state of the art plant"
        if view.is_word(after, "state") && view.is_word(after + 1, "of") && view.is_word(after + 3, "art") {
            after += 4;
        }
        let judged = matches!(view.class(after), Some(Class::Adjective)) && view.is(after, &CHANGE_VERBS);
        if judged || matches!(view.class(after), Some(Class::Determiner | Class::Pronoun | Class::Period | Class::Possessive) | None) {
            return None;
        }
        let phrase = view.phrase_at(after)?;
        let head = phrase.end - 1;
        if self.is_past_figure(at, phrase.start) {
            return None;
        }
        // "a $5m floor for spending", "a $4m cap on fees"
        if view.is(head, &BOUNDS)
            && let Some(more) = view.is(phrase.end, list!("on|for|of")).then(|| view.phrase_at(phrase.end + 1)).flatten()
            && self.is_measure(more.clone())
        {
            return Some(Phrase(phrase.start..more.end));
        }
        // "8 cts share", "seven cts prior" before a line of its own
        if kind == FigureKind::Amount && phrase.len() == 1 && view.is_word(head, "share")
            || view.breaks_line(at, head)
            || view.breaks_line(at, phrase.start)
        {
            return None;
        }
        // "a 5% cut in quotas"
        if phrase.len() == 1
            && view.is(head, list!("cut|cuts"))
            && view.is(phrase.end, list!("in|to"))
            && view.class(phrase.end + 1) != Some(Class::Period)
        {
            let what = view.phrase_at(phrase.end + 1).filter(|what| self.is_measure(what.clone()));
            return Some(what.map_or(Nothing, |what| Phrase(self.with_of(what))));
        }
        if view.is(head, &CHANGE_NOUNS) || self.is_pace(&phrase) {
            return Some(self.changed(at, phrase));
        }
        // "the $1 billion Relief and Recovery Fund"
        let and = view.is_word(phrase.end, "and");
        let one_name = |more: &Range<usize>| [head, more.start].iter().all(|&at| view.word(at).starts_with(char::is_uppercase));
        // "the $1 billion road and rail package"
        let one_kind = |more: &Range<usize>| self.follows_article(at) && more.len() > 1 && !self.is_scheme(head);
        if let Some(more) = view.phrase_at(phrase.end + 1).filter(|more| and && self.is_scheme(more.end - 1))
            && kind == FigureKind::Amount
            && (one_name(&more) || one_kind(&more))
        {
            return Some(Phrase(phrase.start..more.end));
        }
        let is_name = phrase.clone().all(|i| matches!(view.items[i].kind, ItemKind::Name(_)));
        if kind == FigureKind::Amount && self.is_scheme(head) {
            return Some(Phrase(phrase));
        }
        // "a $1 billion maker of drones", "its $695 million City Campus"
        let of_another = is_name || kind == FigureKind::Amount && view.class(head) == Some(Class::Noun) && self.is_nobody(head);
        if of_another && self.follows_article(at) {
            return Some(Nothing);
        }
        if is_name || !self.is_measure(phrase.clone()) || view.is(phrase.start, &NOT_MODIFIED) {
            return None;
        }
        Some(Phrase(self.with_of(phrase)))
    }

    /// Whether what stands at `start` behind a figure says something new: "net to $5m reflected better prices", "earning $5m a year need help".
    fn is_past_figure(&self, at: usize, start: usize) -> bool {
        let view = self.view;
        let told = view.class(start) == Some(Class::Participle) && view.is(start, list!("reflected|included|showed|followed|compared"));
        let rate = view.is(at + 1, list!("a|an|per|each")) && start > at + 2;
        told && !self.follows_article(at) || rate && at > 0 && matches!(view.class(at - 1), Some(Class::Finite | Class::Base | Class::Ing))
    }

    /// "the $1 billion JobTrainer Fund": a name that ends with what the money is.
    pub(super) fn is_scheme(&self, at: usize) -> bool {
        let item = &self.view.items[at];
        SCHEMES.has(self.view.document.word(item.tokens.end - 1))
    }

    /// What changes by the noun of change that ends the phrase: "5% rise in exports", "3% price increase", "saw a 1% gain".
    pub(super) fn changed(&self, at: usize, phrase: Range<usize>) -> Construed {
        let view = self.view;
        let head = phrase.end - 1;
        let next = view.forth(phrase.end);
        // "a $2 million gain on the sale of a unit"
        let gain = view.is(head, list!("gain|gains"));
        if gain && self.is_large(at) && view.is(next, list!("on|from")) {
            return Made("gain", head);
        }
        let named = self.trimmed(phrase.start..head);
        let own = !named.is_empty() && view.is_noun(head - 1) && self.is_measure(named.clone()) && !self.is_pace(&phrase);
        // "a 20% EPS CAGR"
        if view.word(head).eq_ignore_ascii_case("cagr") && !named.is_empty() && self.is_measure(named.clone()) {
            return Phrase(named);
        }
        if own && (view.is_word(next, "for") || view.is_word(next, "on")) {
            return Phrase(named);
        }
        if view.is(next, list!("in|of|for|to|on"))
            && !(view.is_word(next, "of") && view.class(next + 1) == Some(Class::Figure))
            && let Some(what) = view.phrase_at(next + 1)
            && self.is_measure(what.clone())
            && (!view.is_word(next, "to") || view.class(next + 1) == Some(Class::Determiner))
        {
            return Phrase(self.with_of(what));
        }
        if own && named.end == head {
            return Phrase(named);
        }
        // "led by a 7% rebound in lender Brask"
        if view.is_word(next, "in")
            && let Some(what) = view.phrase_at(next + 1)
            && view.class(what.end - 1) == Some(Class::Name)
            && what.clone().any(|at| view.class(at) == Some(Class::Noun) && self.is_nobody(at))
        {
            return Nothing;
        }
        if self.is_growth(&phrase) && !self.is_pace(&phrase) {
            return Phrase(phrase);
        }
        let start = at.min(phrase.start);
        self.before_change(start)
    }

    /// "headline and core inflation": two kinds of one thing.
    fn of_both(&self, what: Range<usize>) -> Range<usize> {
        let view = self.view;
        let kind = view.is(what.start, list!("headline|core|state|federal|retail|wholesale"));
        let and = what.len() == 1 && kind && view.is_word(what.end, "and");
        view.phrase_at(what.end + 1).filter(|more| and && more.len() > 1).map_or(what.clone(), |more| what.start..more.end)
    }

    /// "economic growth", "organic growth": a rate that has its own name.
    pub(super) fn is_growth(&self, phrase: &Range<usize>) -> bool {
        let view = self.view;
        let Some(before) = phrase.end.checked_sub(2).filter(|before| *before >= phrase.start) else { return false };
        view.is_word(phrase.end - 1, "growth") && view.class(before) == Some(Class::Adjective) && !view.is(before, &JUDGING)
    }

    /// "capital gains", "a net realized investment gain": a kind of income.
    pub(super) fn is_gain(&self, phrase: &Range<usize>) -> bool {
        static KINDS: WordList =
            WordList::new(words!("net|capital|investment|realized|realised|unrealized|unrealised|trading|exchange|securities"));
        let view = self.view;
        let last = phrase.end - 1;
        (view.is_word(last, "gain") || view.is_word(last, "gains")) && last > phrase.start && view.is(last - 1, &KINDS)
    }

    /// Whether the phrase only names the pace of a growth: "CAGR", "a compound annual growth rate".
    pub(super) fn is_pace(&self, phrase: &Range<usize>) -> bool {
        let view = self.view;
        let last = phrase.end - 1;
        let rate = view.is_word(last, "rate") && last > phrase.start && view.is_word(last - 1, "growth");
        view.word(last).eq_ignore_ascii_case("cagr") || rate && (phrase.start..last - 1).any(|i| view.is(i, list!("compound|compounded")))
    }

    /// "at an annual rate", "at a brisk pace": how fast something grows, not what.
    pub(super) fn is_speed(&self, start: usize, last: usize) -> bool {
        let view = self.view;
        view.is(start, list!("a|an")) && view.is(last, list!("rate|pace|clip"))
    }

    /// What "saw a 1% gain" and "representing a rise of 5%" are about.
    pub(super) fn before_change(&self, start: usize) -> Construed {
        let view = self.view;
        let mut at = start;
        while let Some(before) = view.back(at) {
            match view.class(before) {
                Some(Class::Determiner | Class::Adjective | Class::Adverb | Class::Preposition) if !view.is(before, &CHANGE_VERBS) => {
                    at = before
                }
                Some(Class::Sign) if view.is_sign(before, ',') => return Before,
                Some(Class::Figure) => return Like(before),
                _ if view.is_verb(before) && !view.is(before, &SEEING) && !view.is(before, &CHANGE_VERBS) => return Before,
                _ if view.is_verb(before) => {
                    return match self.of_subject(before) {
                        // "the growth followed increases of 5%"
                        Nothing | Made("growth", _) => Before,
                        found => found,
                    };
                }
                _ => return Before,
            }
        }
        Before
    }

    /// "a rise in exports of 5%", "sales growth of 5%", "an increase of 15%".
    pub(super) fn rise(&self, phrase: Range<usize>, chain: Range<usize>) -> Construed {
        let view = self.view;
        let head = phrase.end - 1;
        let next = view.forth(phrase.end);
        let joined = view.is(next, list!("in|of|for"));
        if joined
            && view.class(next + 1) != Some(Class::Figure)
            && let Some(what) = view.phrase_at(next + 1).map(|what| self.of_both(what)).filter(|what| self.is_measure(what.clone()))
        {
            return Phrase(what);
        }
        let nouns = self.trimmed(phrase.start..head);
        if !nouns.is_empty() && view.is_noun(head - 1) && self.is_measure(nouns.clone()) {
            return Phrase(nouns);
        }
        if self.is_growth(&phrase) {
            return Phrase(phrase);
        }
        // "earnings per share (EPS) growth of 5%"
        if phrase.len() == 1
            && phrase.start > 0
            && view.is_sign(phrase.start - 1, ')')
            && let Some(named) = view.back(phrase.start).filter(|&named| view.is_noun(named))
            && let Subject::Phrase(named) = view.chain(named, false)
            && self.is_measure(named.clone())
        {
            return Phrase(named);
        }
        // "an increase of 15% in exports"
        if let Some(figure) = (next..view.items.len().min(next + 4)).find(|&i| view.class(i) == Some(Class::Figure)) {
            let after = self.after(figure);
            if view.is_word(after, "in")
                && let Some(what) = view.phrase_at(after + 1).map(|what| self.with_of(what)).filter(|what| self.is_measure(what.clone()))
            {
                return Phrase(what);
            }
        }
        self.before_change(chain.start.min(phrase.start))
    }
}

/// Words behind a figure at which nothing begins that it could measure.
static NOT_MODIFIED: WordList = WordList::new(words!(
    "higher|lower|more|less|each|apiece|annually|above|below|compared|respectively|year-on-year|later|earlier|ago|now"
));
