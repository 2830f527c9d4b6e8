//! What a share is of: "57% of car sales are NEVs", "exports account for a fifth of sales".

use super::Construed::{Made, Nothing, Phrase, Things};
use super::{Construed, MeasureReader};
use crate::relate::class::Class;
use crate::words::relating::{CHANGE_VERBS, COMPANY_NOUNS, LEVEL_VERBS, OWN_VERBS, PART_VERBS};
use std::ops::Range;

impl MeasureReader<'_> {
    /// "57% of car sales are NEVs", "exports account for a fifth of sales", "80% of pregnant women".
    pub(super) fn share(&self, at: usize, of: usize) -> Construed {
        let view = self.view;
        let Some(whole) = view.phrase_at(of + 1) else { return self.left(at) };
        // "Exports accounted for 57% of sales", "the stake represents 5% of the shares"
        let mut before = at;
        while let Some(prev) =
            before.checked_sub(1).filter(|&i| matches!(view.class(i), Some(Class::Preposition | Class::Adverb | Class::Particle)))
        {
            before = prev;
        }
        // "representing an estimated 15% of the total"
        if before >= 2 && view.is_word(before - 1, "estimated") && view.class(before - 2) == Some(Class::Determiner) {
            before -= 2;
        }
        if before.checked_sub(1).is_some_and(|i| view.is_word(i, "responsible")) {
            before -= 1;
        }
        if let Some(verb) = before.checked_sub(1).filter(|&i| view.is_verb(i)) {
            let level = view.is(verb, &PART_VERBS)
                || view.class(verb) == Some(Class::Auxiliary)
                || view.is(verb, &LEVEL_VERBS)
                || view.is(verb, &CHANGE_VERBS);
            let subject = if level { self.of_subject(verb) } else { Nothing };
            if subject != Nothing || view.is(verb, &PART_VERBS) {
                return subject;
            }
            if view.is(verb, &OWN_VERBS) && self.is_owned_company(&whole) {
                return Made("stake", verb);
            }
        }
        if before.checked_sub(1).is_some_and(|i| {
            view.is_sign(i, '(') || view.is_word(i, "or") || view.is_word(i, "and") && view.class(at + 1) != Some(Class::Preposition)
        }) {
            return self.left(at);
        }
        let end = (of + 1..view.items.len())
            .find(|&i| view.is_verb(i) || view.is_sign(i, ',') || matches!(view.class(i), Some(Class::Figure | Class::Subordinator)))
            .unwrap_or(view.items.len());
        if view.class(end) == Some(Class::Auxiliary) && view.is(end, list!("is|are|was|were")) {
            let part = if view.is_word(end + 1, "from") { end + 2 } else { end + 1 };
            if let Some(part) = view.phrase_at(part).filter(|part| self.is_measure(part.clone())) {
                return Phrase(part);
            }
        }
        let comes =
            (end..view.items.len().min(end + 4)).find(|&i| view.is_word(i, "come") || view.is_word(i, "comes") || view.is_word(i, "came"));
        if let Some(from) = comes.map(|comes| comes + 1).filter(|&from| view.is_word(from, "from"))
            && let Some(part) = view.phrase_at(from + 1).filter(|part| self.is_measure(part.clone()))
        {
            return Phrase(part);
        }
        // "expenditure rose from 3% to 5% of GDP", "a low of 5% of capacity"
        let leads = |i: usize| view.is(i, list!("of|at|to|from"));
        if (before..at).any(leads) || before.checked_sub(1).is_some_and(leads) {
            let left = self.left(at);
            if left != Nothing {
                return left;
            }
        }
        match self.people(&whole) {
            Some(people) => Things(people),
            None if self.is_measure(whole.clone()) => Phrase(whole),
            None => self.left(at),
        }
    }

    /// Whether a share is of a company: of a name, "the company", "the baker's parent".
    fn is_owned_company(&self, whole: &Range<usize>) -> bool {
        let view = self.view;
        let last = whole.end - 1;
        view.is(last, &COMPANY_NOUNS) && whole.len() == 1
            || view.is(last, list!("parent|maker|owner|operator"))
            || whole.clone().all(|i| view.class(i) != Some(Class::Noun))
    }
}
