//! Who "it" and "the company" are within a sentence.

use super::Owners;
use super::nature::Nature;
use crate::relate::class::Class;
use crate::relate::phrase::{ItemKind, Subject, View};
use crate::words::relating::SAYING_VERBS;

impl Owners<'_> {
    /// The name before the item that can be what "it" stands for: the last one that is no part of another phrase.
    pub(super) fn subject_before(&self, view: View, at: usize) -> Option<usize> {
        if let Some(speaker) = self.who_says_it(view, at) {
            return Some(speaker);
        }
        (0..at).rev().find_map(|i| {
            let ItemKind::Name(entity) = view.items[i].kind else { return None };
            let before = if i > 0 && view.class(i - 1) == Some(Class::Determiner) { i.checked_sub(2) } else { i.checked_sub(1) };
            let hangs = before.is_some_and(|before| view.class(before) == Some(Class::Preposition) || view.is_sign(before, '('));
            let own = self.same[entity];
            // "Acme Corp., Houston, said": the town is not it
            let aside = view.is_sign(i + 1, ',') && self.natures[own] != Nature::Place;
            let subject = view.is_verb(i + 1) || aside || view.class(i + 1) == Some(Class::Adverb);
            let hangs = hangs || self.natures[own] == Nature::Place && before.is_some_and(|before| view.is_sign(before, ','));
            let town = self.natures[own] == Nature::Place && self.entities[own].country.is_none();
            (!hangs && !town && subject && matches!(self.natures[own], Nature::Company | Nature::Place | Nature::Body)).then_some(own)
        })
    }

    /// "Acme estimates that the levy would cost the company $5m", in an article about none other.
    pub(super) fn self_told(&self, view: View, at: usize) -> Option<usize> {
        let that = (1..at).rev().find(|&i| view.is_word(i, "that") && view.is(i - 1, &SAYING_VERBS))?;
        let Subject::Phrase(phrase) = view.subject(that - 1) else { return None };
        let ItemKind::Name(entity) = view.items[phrase.end - 1].kind else { return None };
        let own = self.same[entity];
        (self.natures[own] == Nature::Company && self.main.is_none_or(|main| main == own)).then_some(own)
    }

    /// Who says of itself what follows: "Acme, based in Oslo, said it".
    pub(super) fn who_says_it(&self, view: View, at: usize) -> Option<usize> {
        let it = (0..at).rev().find(|&i| view.is_word(i, "it"))?;
        let that = it > 0 && view.is_word(it - 1, "that");
        let reach = if that { 6 } else { 1 };
        let verb = (it.saturating_sub(reach)..it).rev().find(|&i| view.is(i, &SAYING_VERBS) && view.is_verb(i))?;
        let Subject::Phrase(phrase) = view.subject(verb) else { return None };
        match view.items[phrase.end - 1].kind {
            ItemKind::Name(entity) if self.natures[self.same[entity]] == Nature::Company => Some(self.same[entity]),
            _ => None,
        }
    }
}
