//! What stands to the left of a figure: a label, a noun, brackets, or the verb whose object it is.

use super::Construed::{Before, Like, Nothing, Phrase};
use super::lists::COMPARING;
use super::{Construed, MeasureReader};
use crate::mention::FigureKind;
use crate::relate::class::Class;
use crate::relate::phrase::{ItemKind, Subject};
use crate::words::WordList;
use crate::words::relating::{CHANGE_VERBS, MEASURE_ACRONYMS};

impl MeasureReader<'_> {
    /// What stands to the left of the figure: a label, an object, or the subject of its verb.
    pub(super) fn left(&self, at: usize) -> Construed {
        let view = self.view;
        let mut here = at;
        let mut prep = None;
        let mut moved = false;
        for _ in 0..60 {
            let Some(before) = view.back(here) else {
                return if moved { Before } else { Nothing };
            };
            if view.is_sign(before, '(') || view.is_sign(before, '[') {
                return self.in_brackets(before);
            }
            if view.is(before, &UP_DOWN) && (before == 0 || !view.is_noun(before)) {
                return match self.of_subject(before) {
                    Nothing => Before,
                    found => found,
                };
            }
            match view.class(before) {
                Some(Class::Figure) => return Like(before),
                // "rose 2 cents a pound to $1.14"
                Some(Class::Noun) if self.is_per_unit(before) => return Like(before - 2),
                // "an estimated 5%" is no verb; ", following an estimated 3%"
                Some(Class::Participle) if self.is_guess(before) => {}
                _ if view.is_word(before, "following") && before > 0 && view.is_sign(before - 1, ',') => return Before,
                // "fell by 0.3 points to 10.9%"
                Some(Class::Noun) if view.is(before, &POINTS) && before > 0 && view.class(before - 1) == Some(Class::Figure) => {
                    return Like(before - 1);
                }
                // "a position worth $5m"
                _ if view.is_word(before, "worth") => prep = Some(before),
                Some(Class::Preposition) if here == at && self.sets_apart(before) => return Nothing,
                Some(Class::Preposition) => {
                    prep = Some(before);
                    moved |= view.is(before, &COMPARING);
                }
                Some(Class::Period | Class::Adverb | Class::Particle | Class::Number | Class::Conjunction | Class::Determiner) => {}
                Some(Class::Subordinator) if view.is_word(before, "than") || view.is_word(before, "as") => moved = true,
                Some(Class::Subordinator) if self.is_of_which(before) => return Before,
                Some(Class::Adjective) if !view.is_noun(before) && !self.is_closing(before) => {}
                Some(Class::Participle | Class::Finite) if view.is_word(before, "compared") => moved = true,
                Some(Class::Sign) => match view.items[before].kind {
                    ItemKind::Sign(':') => return self.label(before),
                    ItemKind::Sign(';') => return if moved { Before } else { Nothing },
                    _ => {}
                },
                // "fell 2% to close at 12,000"
                Some(_) if self.is_closing(before) => return self.closed(before, at),
                Some(Class::Noun | Class::Name) => match self.noun_before(before, prep) {
                    Some(found) => return found,
                    None => {
                        // A phrase of time or place: over it.
                        let Some(phrase) = view.phrase_before(before + 1) else { return Nothing };
                        here = phrase.start;
                        prep = None;
                        continue;
                    }
                },
                Some(Class::Ing | Class::Adjective) if view.is_noun(before) => return self.noun_before(before, prep).unwrap_or(Nothing),
                // "raising it to $35"
                Some(Class::Pronoun) if prep.is_some() && self.is_moved_it(before) => return Before,
                _ if view.is_verb(before) => return self.governed(before, at),
                _ => return Nothing,
            }
            here = before;
        }
        Nothing
    }

    /// Whether a percent with a sign stands right behind a name, or in brackets behind it.
    pub(super) fn is_move_of_name(&self, at: usize, before: usize) -> bool {
        let view = self.view;
        let name = if view.is_sign(before, '(') { view.back(before) } else { Some(before) };
        let Some(fact) = self.fact(at) else { return false };
        fact.figure.kind == FigureKind::Percent
            && fact.printed_sign.is_some()
            && !fact.figure.span.of(view.document.text).starts_with('(')
            && name.is_some_and(|name| matches!(view.items[name].kind, ItemKind::Name(_)) && !MEASURE_ACRONYMS.has(view.word(name)))
    }

    /// "an estimated 5%": how sure a figure is.
    fn is_guess(&self, at: usize) -> bool {
        self.view.is(at, &GUESSED) && at > 0 && self.view.class(at - 1) == Some(Class::Determiner)
    }

    /// "of which"
    fn is_of_which(&self, at: usize) -> bool {
        self.view.is_word(at, "which") && at > 0 && self.view.is_word(at - 1, "of")
    }

    /// "raising it"
    fn is_moved_it(&self, at: usize) -> bool {
        self.view.is_word(at, "it") && at > 0 && self.view.is(at - 1, &MOVING)
    }

    /// What something closed at: that of the move before, else of the verb's subject.
    fn closed(&self, verb: usize, at: usize) -> Construed {
        let moved = (verb.saturating_sub(10)..verb).rev().find(|&i| self.view.class(i) == Some(Class::Figure));
        moved.map_or_else(|| self.governed(verb, at), Like)
    }

    /// "to close", "to finish": verbs that look like nouns.
    fn is_closing(&self, at: usize) -> bool {
        let view = self.view;
        at > 0 && view.is_word(at - 1, "to") && view.is(at, list!("close|settle|finish|end"))
    }

    /// Whether "a pound" stands right behind a figure.
    fn is_per_unit(&self, noun: usize) -> bool {
        let view = self.view;
        noun >= 2
            && view.class(noun - 2) == Some(Class::Figure)
            && view.is(noun - 1, list!("a|an|per"))
            && self.fact(noun - 2).is_some_and(|fact| fact.figure.per.is_some())
    }

    /// "including $5m", "along with $5m": another sum.
    fn sets_apart(&self, at: usize) -> bool {
        let view = self.view;
        let with = view.is_word(at, "with") && at > 0 && view.is(at - 1, list!("along|together"));
        with || view.is_word(at, "including") || view.is_word(at, "excluding")
    }

    /// "Revenue (5.2%)", "sales of $5m (2,174)".
    pub(super) fn in_brackets(&self, open: usize) -> Construed {
        let view = self.view;
        match view.back(open) {
            Some(before) if view.class(before) == Some(Class::Figure) => Like(before),
            Some(before) if view.is(before, &CHANGE_VERBS) && view.is_verb(before) => self.of_subject(before),
            Some(before) if self.is_of_listed_name(open, before) => Before,
            Some(before) if view.is_noun(before) => match view.chain(before, true) {
                Subject::Phrase(phrase) if self.is_measure(phrase.clone()) => Phrase(phrase),
                _ => Before,
            },
            // "inflation in May (3.3%)"
            Some(period) if view.class(period) == Some(Class::Period) => {
                let prep = view.back(period).filter(|&prep| view.class(prep) == Some(Class::Preposition));
                match prep.and_then(|prep| view.back(prep)).filter(|&noun| view.is_noun(noun)).map(|noun| view.chain(noun, true)) {
                    Some(Subject::Phrase(phrase)) if self.is_measure(phrase.clone()) => Phrase(phrase),
                    _ => Before,
                }
            }
            _ => Before,
        }
    }

    /// Whether a percent stands in brackets behind a name in a list of names: "electors rose most in Zumbo (20%), Brask (19%)".
    fn is_of_listed_name(&self, open: usize, name: usize) -> bool {
        let view = self.view;
        let percent = |at: usize| self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Percent);
        let capital = view.word(name).starts_with(char::is_uppercase) && !MEASURE_ACRONYMS.has(view.word(name));
        let inside = name > 0 && !view.is_sign(name - 1, ':') && !view.breaks_line(name - 1, name);
        capital
            && inside
            && view.class(name) == Some(Class::Name)
            && percent(open + 1)
            && (0..name).rev().take(40).any(|at| view.class(at) == Some(Class::Figure) && percent(at))
    }

    /// "Revenue: $5m"
    fn label(&self, colon: usize) -> Construed {
        match self.view.back(colon).map(|last| self.view.chain(last, true)) {
            Some(Subject::Phrase(phrase)) if self.is_measure(phrase.clone()) => Phrase(phrase),
            // "the loss was $7m: $4m of the north and $3m of the south"
            _ => match self.view.back(colon) {
                Some(whole) if self.fact(whole).is_some_and(|fact| fact.figure.kind == FigureKind::Amount) => Like(whole),
                _ => Nothing,
            },
        }
    }
}

/// Verbs that move their object.
static MOVING: WordList = WordList::new(words!(
    "raise|raised|raising|raises|bring|brings|bringing|brought|lift|lifted|lifting|lifts|cut|cuts|cutting|push|pushed|pushing|takes|taking|took|lowering|sending"
));
/// Participles before a figure that say how sure it is.
static GUESSED: WordList = WordList::new(words!("estimated|expected|projected|implied|reported|revised|anticipated|forecast"));
/// Units of what moves in small steps.
static POINTS: WordList = WordList::new(words!("point|points|bps|pips"));
/// Words before a figure that say which way its subject went.
static UP_DOWN: WordList = WordList::new(words!("up|down|higher|lower|off"));
