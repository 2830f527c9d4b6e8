//! What stands behind a sum: "raised $3m in seed funding", "spent $5m on repairs".

use super::Construed::{Before, Made, Nothing, Phrase};
use super::lists::GIVING;
use super::{Construed, MeasureReader};
use crate::relate::class::Class;
use crate::words::WordList;
use crate::words::relating::AGENTS;
use std::ops::Range;

impl MeasureReader<'_> {
    /// Whether what stands behind a sum tells more of it than what stands before.
    pub(super) fn is_weak(&self, left: &Construed, at: usize, after: usize) -> bool {
        let listed = || self.is_brought(at) || self.is_of_list(at) && self.view.class(after + 1) != Some(Class::Determiner);
        match left {
            Nothing | Made(..) | Before => true,
            _ if self.view.is_word(after, "in") && (listed() || self.is_put_on(at)) => true,
            Phrase(phrase) => !self.is_measure(phrase.clone()),
            _ => false,
        }
    }

    /// "the shops added $5m in sales": the verb gives what stands behind "in".
    fn is_brought(&self, at: usize) -> bool {
        let verb = (at.saturating_sub(3)..at).rev().find(|&i| self.view.is_verb(i) || self.view.is_sign(i, ','));
        verb.is_some_and(|verb| self.view.is(verb, &BRINGING))
    }

    /// "tariffs on as much as $5m in exports": what stands before "on" is put on what the sum measures.
    fn is_put_on(&self, at: usize) -> bool {
        let view = self.view;
        let hangs = |i: &usize| !view.is_noun(*i) && !view.is_verb(*i) && !view.is_sign(*i, ',');
        (at.saturating_sub(5)..at).rev().take_while(hangs).any(|i| view.is_word(i, "on"))
    }

    /// Whether a phrase only names people or companies, who have money and are not it.
    pub(super) fn is_of_agents(&self, phrase: &Range<usize>) -> bool {
        self.head(phrase).is_some_and(|head| self.view.is(head, &AGENTS) && !self.view.is_word(head, "funds"))
    }

    /// "raised $3m in seed funding", "spent $5m on repairs", "$41 million for schools".
    pub(super) fn behind(&self, at: usize, after: usize) -> Option<Range<usize>> {
        let view = self.view;
        let mut next = after;
        // "spends $8 million annually on repairs"
        if matches!(view.class(next), Some(Class::Period | Class::Adverb)) {
            next += 1;
        }
        let verb = (0..at).rev().take(6).take_while(|&i| !view.is_sign(i, ',')).find(|&i| view.is_verb(i));
        let gives = verb.is_some() || at == 0;
        // "paid $5m in cash" tells how; "ended with $5m in cash" tells what
        let held = at > 0 && view.is(at - 1, list!("with|has|had|have|having|holds|held"));
        let how = if held { list!("total|all") } else { list!("cash|stock|total|all") };
        let aside = view.is_word(next, "for")
            && verb.is_some_and(|verb| view.is(verb, &GIVING) || view.is_word(verb, "set") && (verb..at).any(|i| view.is_word(i, "aside")));
        let joined = aside
            || view.is_word(next, "in") && !view.is(next + 1, how)
            || gives && (view.is_word(next, "on") || view.is_word(next, "worth"))
            || verb.is_some_and(|verb| view.is(verb, list!("raise|raised|raises|raising")))
                && (view.is_word(next, "through") || view.is_word(next, "via"));
        if !joined {
            return None;
        }
        if view.is_word(next, "worth") && view.is_word(next + 1, "of") {
            next += 1;
        }
        self.named(next + 1)
    }
}

/// Verbs that give their object to their subject: "generated $5m in sales".
static BRINGING: WordList = WordList::new(words!(
    "added|adds|add|adding|generated|generates|generate|generating|contributed|contributes|contribute|contributing|produced|produces|produce|\
     delivered|delivers|brings|brought|bringing|netted|nets|attracted|attracts|posted|reported|recorded|saw|booked|booking|secured|yielded|\
     received|receives|raked|drew|drawn|took|takes"
));
