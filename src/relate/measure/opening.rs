//! A figure that is itself the subject: "20% will come from exports", "$5m was spent on it".

use super::Construed::{Like, Made, Nothing, Phrase};
use super::lists::{BEING, GIVING};
use super::{Construed, MeasureReader};
use crate::mention::FigureKind;
use crate::relate::class::Class;
use crate::relate::phrase::ItemKind;
use crate::words::WordList;
use crate::words::relating::MADE_NOUNS;

impl MeasureReader<'_> {
    /// "20% will come from exports", "59% are from the north", "the remaining $5m comprises instalments".
    pub(super) fn as_subject(&self, at: usize, after: usize) -> Option<Construed> {
        let view = self.view;
        let opens = match view.back(at) {
            None => true,
            Some(before) => {
                matches!(view.class(before), Some(Class::Sign | Class::Conjunction | Class::Adjective | Class::Adverb | Class::Ing))
            }
        };
        if view.is_verb(after)
            && (opens || self.opens_with_sum(at))
            && let Some(found) = self.is_put(at, after)
        {
            return Some(found);
        }
        if !opens || !view.is_verb(after) {
            return None;
        }
        let verb =
            (after..view.items.len().min(after + 4)).take_while(|&i| view.is_verb(i) || view.class(i) == Some(Class::Adverb)).last()?;
        let from = view.is_word(verb + 1, "from") || view.is_word(verb + 1, "of");
        let tells = view.class(verb) == Some(Class::Auxiliary)
            || view.is(verb, list!("come|comes|came|comprises|comprise|consists|represents|goes|went"));
        let start = if from { verb + 2 } else { verb + 1 };
        let Some(part) = view.phrase_at(start).filter(|_| tells) else {
            // "half will die before two and 75% will die before five"
            let before = (0..at).rev().find(|&i| view.class(i) == Some(Class::Figure));
            let share = |figure: usize| self.fact(figure).is_some_and(|fact| fact.figure.kind == FigureKind::Percent);
            let alone = self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Percent)
                && view.class(verb) == Some(Class::Participle)
                && verb > after;
            return alone.then(|| before.filter(|&figure| share(figure)).map_or(Nothing, Like));
        };
        self.is_measure(part.clone()).then(|| Phrase(self.with_of(part)))
    }

    /// "35% more likely" has no measure that the text names; "a 20% off deal" is a discount; "a 51%-owned maker" a stake.
    pub(super) fn compared_or_taken_off(&self, at: usize, after: usize) -> Option<Construed> {
        let view = self.view;
        let next = view.class(after + 1);
        if view.is(after, list!("more|less")) && next == Some(Class::Adjective) && !view.is_noun(after + 1) && !view.is_noun(after + 2) {
            return Some(Nothing);
        }
        if view.is_word(after, "off") && (self.follows_article(at) || matches!(next, Some(Class::Noun | Class::Adjective))) {
            return Some(Made("discount", after));
        }
        (view.is_sign(at + 1, '-') && view.is(after, list!("owned|held"))).then_some(Made("stake", after))
    }

    /// Whether only words of size stand between the sum and the start of its sentence: "Up to $5m", "Some $5m", "An extra $5m".
    pub(super) fn opens_with_sum(&self, at: usize) -> bool {
        static SIZE: WordList = WordList::new(words!("up|to|some|about|around|over|more|than|an|a|the|extra|additional|further"));
        let view = self.view;
        let first = (0..at).rev().find(|&i| !view.is(i, &SIZE));
        first.is_none_or(|before| matches!(view.items[before].kind, ItemKind::Sign(_)))
    }

    /// "$5m was spent on it": what is done with a sum that is the subject.
    fn is_put(&self, at: usize, auxiliary: usize) -> Option<Construed> {
        let view = self.view;
        let sum = self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Amount);
        // "was spent", "has been spent", "will be provided"
        let is_put = |i: &usize| view.class(*i) == Some(Class::Participle) && !view.is(*i, &BEING);
        let participle = (auxiliary + 1..auxiliary + 4).find(is_put)?;
        if !sum || !(auxiliary..participle).any(|i| view.is(i, &BEING)) {
            return None;
        }
        // "$65 million has been earmarked for care"
        let aside = participle + 1 + usize::from(view.is_word(participle + 1, "aside"));
        if view.is_word(aside, "for")
            && (view.is(participle, &GIVING) || aside > participle + 1)
            && let Some(purpose) = self.named(aside + 1)
        {
            return Some(Phrase(purpose));
        }
        MADE_NOUNS.iter().find(|(word, _)| view.is_word(participle, word)).map(|made| Made(made.1, participle))
    }
}
