//! The subject read from where its clause begins: "the cost of feeding the flock all winter was $5m".

use super::view::View;
use crate::relate::class::Class;
use crate::words::relating::SAYING_VERBS;
use std::ops::Range;

/// How far before its verb a clause may begin, in items.
const REACH: usize = 40;

impl View<'_> {
    /// The noun phrase with which the clause of a finite verb begins, where only what hangs on it stands before the verb.
    pub(super) fn clause_subject(&self, verb: usize) -> Option<Range<usize>> {
        let group = self.verb_group(verb);
        if !matches!(self.class(group), Some(Class::Finite | Class::Auxiliary | Class::Participle)) {
            return None;
        }
        let start = self.past_adverbials(self.clause_start(group)?, group);
        let first = self.phrase_at(start).filter(|first| first.end <= group)?;
        let determiners = |at: usize| self.class(at) == Some(Class::Determiner);
        if (start..first.start).any(|at| !determiners(at)) || !self.hangs_on(first.end, group) {
            return None;
        }
        Some(first.start..self.with_hung(first.end, group))
    }

    /// Whether a phrase that ends right before a verb is no subject of it: the object of a word in -ing or of a preposition on which the
    /// phrase does not hang by a noun.
    pub(super) fn is_hung(&self, phrase: &Range<usize>) -> bool {
        let determiner = |at: &usize| self.class(*at) == Some(Class::Determiner);
        let start = (0..phrase.start).rev().take_while(determiner).last().unwrap_or(phrase.start);
        start.checked_sub(1).is_some_and(|before| match self.class(before) {
            Some(Class::Preposition) => !self.is_word(before, "of") || self.is_verb(before.saturating_sub(1)),
            Some(Class::Ing) => self.is_verb(before),
            // "feeding the flock all winter"
            Some(Class::Noun) => start < phrase.start,
            _ => false,
        })
    }

    /// The first of the auxiliaries and adverbs of a verb.
    fn verb_group(&self, verb: usize) -> usize {
        let helps = |at: &usize| matches!(self.class(*at), Some(Class::Auxiliary | Class::Adverb));
        let first = (0..verb).rev().take_while(helps).last().unwrap_or(verb);
        (first..verb).find(|&at| self.class(at) == Some(Class::Auxiliary)).unwrap_or(verb)
    }

    /// Where the clause of a verb begins: behind a sign, a verb of saying or a word that opens a clause. None within a relative clause.
    fn clause_start(&self, group: usize) -> Option<usize> {
        let lowest = group.saturating_sub(REACH);
        for at in (lowest..group).rev() {
            let opens = match self.class(at) {
                Some(Class::Subordinator) if self.is(at, list!("which|who|whom|whose")) => return None,
                // "the sum that was paid"
                Some(Class::Subordinator) if at > 0 && self.is_noun(at - 1) && at + 1 == group => return None,
                Some(Class::Subordinator) => true,
                Some(Class::Finite) => self.is(at, &SAYING_VERBS) || self.is(at, list!("found|finds|show|shows|showed|expects|estimates")),
                Some(Class::Sign) => [';', ':', '"', '“', '(', '*', '•', '·'].iter().any(|&sign| self.is_sign(at, sign)),
                _ => false,
            };
            if opens {
                return Some(at + 1);
            }
        }
        (lowest == 0).then_some(0)
    }

    /// Over what tells when, where and how at the beginning: "In May, ", "Last year ", "Adjusting for that, ".
    fn past_adverbials(&self, mut start: usize, group: usize) -> usize {
        for _ in 0..4 {
            match self.class(start) {
                Some(Class::Conjunction | Class::Period | Class::Adverb) => start += 1,
                Some(Class::Sign) => start += 1,
                Some(Class::Preposition | Class::Ing | Class::Participle) => match (start..group).find(|&at| self.is_sign(at, ',')) {
                    Some(comma) => start = comma + 1,
                    None => return start,
                },
                _ => return start,
            }
        }
        start
    }

    /// Whether what stands between a noun phrase and the verb only hangs on it: no other finite verb, no pronoun, commas in pairs or behind
    /// a period.
    fn hangs_on(&self, end: usize, group: usize) -> bool {
        let begins = end == group
            || self.is_sign(end, ',')
            || self.is_sign(end, '(')
            || matches!(self.class(end), Some(Class::Preposition | Class::Participle | Class::Ing | Class::Period));
        let other = |at: usize| {
            matches!(
                self.class(at),
                Some(Class::Finite | Class::Auxiliary | Class::Base | Class::Pronoun | Class::Subordinator | Class::Figure)
            )
        };
        let commas = (end..group).filter(|&at| self.is_sign(at, ',')).count();
        // "its unit in Selby, valued at $5m"
        let apart = commas > 0 && self.class(group) == Some(Class::Participle);
        let dated = commas == 1 && group >= 2 && self.is_sign(group - 1, ',') && self.class(group - 2) == Some(Class::Period);
        begins && !apart && !(end..group).any(other) && (commas == 0 || commas == 2 || dated)
    }

    /// The end of a phrase with those that hang on it right behind by prepositions.
    fn with_hung(&self, mut end: usize, group: usize) -> usize {
        for _ in 0..3 {
            let more = self.phrase_at(end + 1).filter(|more| self.class(end) == Some(Class::Preposition) && more.end <= group);
            match more {
                Some(more) => end = more.end,
                None => break,
            }
        }
        end
    }
}
