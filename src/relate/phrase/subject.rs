//! The subject of a verb, and the noun phrase with those it hangs on.

use super::view::View;
use crate::relate::class::Class;
use crate::words::WordList;
use crate::words::relating::SAYING_VERBS;
use std::ops::Range;

/// What the subject of a verb is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A noun phrase with what hangs on it.
    Phrase(Range<usize>),
    /// A pronoun.
    Pronoun(usize),
    /// A figure.
    Figure(usize),
    /// Nothing that can be told.
    None,
}

impl View<'_> {
    /// The subject of the verb at `verb`: its noun phrase with the phrases that hang on it, from the first noun on.
    pub(crate) fn subject(&self, verb: usize) -> Subject {
        match self.nearest_subject(verb) {
            Subject::Phrase(phrase) if !self.is_hung(&phrase) => Subject::Phrase(phrase),
            Subject::Phrase(phrase) => Subject::Phrase(self.clause_subject(verb).unwrap_or(phrase)),
            Subject::None => self.clause_subject(verb).map_or(Subject::None, Subject::Phrase),
            other => other,
        }
    }

    /// The subject that is found on the way back from the verb.
    fn nearest_subject(&self, verb: usize) -> Subject {
        let mut at = verb;
        let mut steps = 0;
        loop {
            let Some(before) = self.back(at) else { return Subject::None };
            steps += 1;
            if steps > 60 {
                return Subject::None;
            }
            at = match self.class(before) {
                _ if self.has_no_subject(before) => return Subject::None,
                Some(Class::Auxiliary | Class::Adverb | Class::Particle) => before,
                _ if self.class(at) == Some(Class::Ing) && self.is(before, &BEFORE_ING) => match self.main_verb(before) {
                    Some(verb) => verb,
                    None => return Subject::None,
                },
                Some(Class::Finite | Class::Base | Class::Participle | Class::Ing) if !self.is_noun(before) => before,
                Some(Class::Adjective) if before > 0 && self.is_verb(before - 1) => before,
                Some(Class::Period) => match self.back(before) {
                    Some(prep) if self.class(prep) == Some(Class::Preposition) => prep,
                    _ => before,
                },
                Some(Class::Conjunction) if at != verb || self.is_verb(at) => {
                    // "rose to $5m and reached $6m": the subject of the verb before.
                    match (0..before).rev().take(14).find(|&i| self.is_verb(i)) {
                        Some(verb) => verb,
                        None => return Subject::None,
                    }
                }
                Some(Class::Figure) => return Subject::Figure(before),
                Some(Class::Pronoun) if self.is(before, &AGENTS) => return Subject::None,
                Some(Class::Pronoun) => return Subject::Pronoun(before),
                Some(Class::Determiner) if self.is(before, list!("each|both|all")) => before,
                Some(Class::Determiner) => return Subject::Pronoun(before),
                Some(Class::Subordinator) => return self.of_relative(before),
                Some(Class::Sign)
                    if self.is_sign(before, ',') && at == verb && !matches!(self.class(verb), Some(Class::Finite | Class::Auxiliary)) =>
                {
                    // "profits from sales, estimated at $5m"
                    return match self.over_period(before) {
                        Some(noun) if self.is(verb, &VALUED) && self.class(noun) == Some(Class::Noun) && self.is_noun(noun) => {
                            self.chain(noun, true)
                        }
                        _ => self.before_comma(before),
                    };
                }
                Some(Class::Sign) if self.is_sign(before, ',') || self.is_sign(before, '–') || self.is_sign(before, '—') => {
                    match self.aside_start(before) {
                        Some(start) => start,
                        None => return self.before_comma(before),
                    }
                }
                // "the S&P 500 rose"
                Some(Class::Number) if before > 0 && self.class(before - 1) == Some(Class::Name) => {
                    return self.chain(before - 1, true);
                }
                Some(Class::Noun) if self.is_per_unit(before) => return Subject::Figure(before - 2),
                Some(Class::Noun) if self.is_set_phrase(before) => before - 1,
                Some(Class::Noun | Class::Name | Class::Ing) => return self.chain(before, true),
                // "Net rose"
                Some(Class::Adjective) if self.is_noun(before) => return self.chain(before, true),
                _ => return Subject::None,
            };
        }
    }

    /// The item before a comma, over "in May".
    fn over_period(&self, comma: usize) -> Option<usize> {
        let before = self.back(comma)?;
        let prep =
            before.checked_sub(1).filter(|&prep| self.class(before) == Some(Class::Period) && self.class(prep) == Some(Class::Preposition));
        prep.map_or(Some(before), |prep| self.back(prep))
    }

    /// Whether "to" behind a noun of intent stands here: "the decision to bring forward $5m".
    fn has_no_subject(&self, to: usize) -> bool {
        self.class(to) == Some(Class::Particle) && to > 0 && self.is(to - 1, &INTENTS)
    }

    /// The verb of the clause before "before" and the like: "peaked at $5 before retreating to $4".
    fn main_verb(&self, before: usize) -> Option<usize> {
        (0..before).rev().take(20).find(|&i| matches!(self.class(i), Some(Class::Finite | Class::Auxiliary)))
    }

    /// Whether the noun is of a figure's unit: "rose 35 cents a bushel to end at $40".
    fn is_per_unit(&self, noun: usize) -> bool {
        noun >= 2 && self.class(noun - 2) == Some(Class::Figure) && self.is(noun - 1, list!("a|an|per"))
    }

    /// "is on track to", "has in fact".
    fn is_set_phrase(&self, noun: usize) -> bool {
        noun > 0
            && (self.is_word(noun - 1, "on") && self.is(noun, &ON_WAY)
                || self.is_word(noun - 1, "in") && self.is(noun, list!("fact|turn|total|general|particular")))
    }

    /// What "which" or "that" at `relative` stands for.
    fn of_relative(&self, relative: usize) -> Subject {
        let is_relative = self.is(relative, list!("which|that|who"));
        let comma = relative.checked_sub(1).filter(|&i| self.is_sign(i, ',')).unwrap_or(relative);
        match self.back(comma) {
            Some(noun) if is_relative && self.is_noun(noun) => self.chain(noun, false),
            Some(figure) if is_relative && self.class(figure) == Some(Class::Figure) => Subject::Figure(figure),
            _ => Subject::None,
        }
    }

    /// The sign that opens the aside which the sign at `close` closes.
    fn aside_start(&self, close: usize) -> Option<usize> {
        let sign = self.items[close].kind;
        let open = (0..close).rev().take(40).find(|&i| self.items[i].kind == sign)?;
        let first = open + 1;
        let opens = matches!(
            self.class(first),
            Some(
                Class::Subordinator | Class::Determiner | Class::Participle | Class::Ing | Class::Preposition | Class::Name | Class::Adverb
            )
        );
        (opens && open > 0).then_some(open)
    }

    /// What a participle or "up" behind a comma is about: the figure before it, else the subject of the sentence.
    fn before_comma(&self, comma: usize) -> Subject {
        if let Some(figure) = (0..comma).rev().take(24).find(|&i| self.class(i) == Some(Class::Figure)) {
            return Subject::Figure(figure);
        }
        match (0..comma).find(|&i| matches!(self.class(i), Some(Class::Finite | Class::Auxiliary))) {
            Some(verb) if verb > 0 => self.subject(verb),
            // "The stock, a symbol of the craze, spiked 7%"
            None => match self.aside_start(comma).and_then(|open| self.back(open)).filter(|&noun| self.is_noun(noun)) {
                Some(noun) => self.chain(noun, true),
                None => Subject::None,
            },
            _ => Subject::None,
        }
    }

    /// Whether "attributable to", "related to" ends here.
    fn belongs_to(&self, to: usize) -> bool {
        to > 0 && self.is_word(to, "to") && self.is(to - 1, list!("attributable|available|related|payable|owed"))
    }

    /// "prices for soya and wheat": where the phrase before "and" starts, if it hangs on a preposition as the one at `start` does.
    fn joined_to(&self, start: usize) -> Option<usize> {
        let and = start.checked_sub(1).filter(|&and| self.is_word(and, "and") && !self.joins(and.saturating_sub(1)))?;
        // "a week of losses and Brent rose"
        let is_name = |at: usize| self.class(at) == Some(Class::Name);
        if is_name(and + 1) && !is_name(and.checked_sub(1)?) {
            return None;
        }
        let and = if self.is_sign(and.saturating_sub(1), ',') { and - 1 } else { and };
        let mut first = self.phrase_before(and)?.start;
        // "sales of cars, trucks and buses"
        for _ in 0..4 {
            let Some(before) = first.checked_sub(1).filter(|&comma| self.is_sign(comma, ',')).and_then(|comma| self.phrase_before(comma))
            else {
                break;
            };
            first = before.start;
        }
        while first > 0 && self.class(first - 1) == Some(Class::Determiner) {
            first -= 1;
        }
        let prep = first.checked_sub(1).filter(|&prep| self.is(prep, list!("of|for|in|on|at|excluding")) || self.belongs_to(prep))?;
        let hangs = prep > 0
            && (self.is_noun(prep - 1)
                || prep > 1 && (self.is_word(prep - 1, "available") || self.belongs_to(prep)) && self.is_noun(prep - 2));
        hangs.then_some(first)
    }

    /// "trade rose at a good pace and prices fell": whether the noun before a finite verb begins a clause, as one has a verb already.
    fn opens_clause(&self, last: usize) -> bool {
        let finite = |at: usize| matches!(self.class(at), Some(Class::Finite | Class::Auxiliary));
        let inside = |at: &usize| !matches!(self.class(*at), Some(Class::Subordinator | Class::Sign)) && !self.is(*at, &SAYING_VERBS);
        finite(last + 1) && self.class(last) == Some(Class::Noun) && (0..last).rev().take(20).take_while(inside).any(finite)
    }

    /// The noun phrase before "such as" that ends at `at`.
    fn named_before_such(&self, at: usize) -> Option<Range<usize>> {
        let such = at.checked_sub(2).filter(|&such| self.is_word(such, "such") && self.is_word(such + 1, "as"))?;
        let end = if such > 0 && self.is_sign(such - 1, ',') { such - 1 } else { such };
        self.phrase_before(end)
    }

    /// The noun phrase that ends at `last`, with those it hangs on by prepositions; `wide`: also by "at", "with" and the like.
    pub(crate) fn chain(&self, last: usize, wide: bool) -> Subject {
        let mut end = last + 1;
        let Some(mut phrase) = self.phrase_before(end) else { return Subject::None };
        for _ in 0..6 {
            let mut at = phrase.start;
            while at > 0 && matches!(self.class(at - 1), Some(Class::Determiner)) {
                at -= 1;
            }
            let opens = wide && self.opens_clause(last);
            if let Some(first) = self.joined_to(at).filter(|_| phrase.end == last + 1 && !opens) {
                at = first;
            }
            // "assets of the 400 taxable funds"
            if at > 1 && self.class(at - 1) == Some(Class::Figure) {
                let before = if self.class(at - 2) == Some(Class::Determiner) { at - 2 } else { at - 1 };
                if before > 0 && self.is_word(before - 1, "of") {
                    at = before;
                }
            }
            // "demand for care, such as social work"
            if let Some(named) = self.named_before_such(at) {
                phrase = named;
                continue;
            }
            let is_prep = |prep: usize| self.class(prep) == Some(Class::Preposition) || self.belongs_to(prep);
            let Some(prep) = self.back(at).filter(|&prep| is_prep(prep)) else { break };
            if !wide && !self.is(prep, &CLOSE) && !self.belongs_to(prep) || self.is_word(prep, "with") {
                break;
            }
            let Some(mut before) = self.back(prep) else { break };
            if self.is(before, &NO_HEADS) {
                break;
            }
            if matches!(self.class(before), Some(Class::Participle | Class::Adjective | Class::Ing))
                && before > 0
                && self.is_noun(before - 1)
                // "the mill told of a rise"
                && !self.is(before, list!("told|said|warned|spoke|complained"))
            {
                before -= 1;
            }
            if self.class(before) == Some(Class::Period) {
                match self.back(before) {
                    Some(at) if self.class(at) == Some(Class::Preposition) => before = self.back(at).unwrap_or(before),
                    Some(at) if self.is_noun(at) => before = at,
                    _ => break,
                }
            }
            if self.class(before) == Some(Class::Figure) {
                return Subject::Figure(before);
            }
            match self.phrase_before(before + 1) {
                Some(next) => {
                    phrase = next;
                    end = last + 1;
                }
                None => break,
            }
        }
        Subject::Phrase(phrase.start..end)
    }
}

/// Prepositions that hang a phrase on the noun before them.
static CLOSE: WordList = WordList::new(words!("of|for|in|from|on|per|between|among|excluding|including|excl|before|after"));
/// Participles that give the worth of the noun right before them, over a comma.
static VALUED: WordList = WordList::new(words!("estimated|valued|worth|priced|totaling|totalling|amounting"));
/// Pronouns of those who have figures: none of them stands for a measure.
static AGENTS: WordList = WordList::new(words!("i|we|he|she|you|who"));
/// What something is on, or how it is told, between a subject and its verb.
static ON_WAY: WordList = WordList::new(words!("track|course|pace"));
/// Nouns whose verb behind "to" has no subject beside it: "the decision to bring forward $5m".
static INTENTS: WordList = WordList::new(words!(
    "decision|option|ability|right|proposal|effort|efforts|agreement|attempt|bid|need|chance|commitment|pledge|intention|promise|\
     opportunity|failure|authority|permission|power|willingness|vote|desire"
));
/// Words before a verb in -ing whose subject is that of the clause before.
static BEFORE_ING: WordList = WordList::new(words!("before|after|while|since|when|upon|by|without|despite"));
/// Words before a preposition on which nothing hangs.
static NO_HEADS: WordList = WordList::new(words!("subject|thanks|due|addition|response|compared|according|relative|contrast|line"));
