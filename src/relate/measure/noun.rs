//! What the noun before a figure says: "a profit of $5m", "with sales at $5m", "bought the chain for $5m".

use super::Construed::{Before, Like, Made, Nothing, Phrase};
use super::lists::{COMPARING, VALUING};
use super::{Construed, MeasureReader};
use crate::mention::FigureKind;
use crate::relate::class::Class;
use crate::relate::phrase::Subject;
use crate::words::WordList;
use crate::words::relating::{BORNE, CHANGE_NOUNS, CHANGE_VERBS, CONTAINERS, EXPECTATIONS, LEVEL_VERBS, MADE_NOUNS, NO_MEASURES, SEEING};
use std::ops::Range;

impl MeasureReader<'_> {
    /// What the noun phrase that ends at `last`, before the preposition `prep` if there is one, says; `None` where it is a time or place.
    pub(super) fn noun_before(&self, last: usize, prep: Option<usize>) -> Option<Construed> {
        let view = self.view;
        let phrase = view.phrase_before(last + 1)?;
        if self.is_trend_line(&phrase) {
            return None;
        }
        let of = prep.is_some_and(|prep| view.is_word(prep, "of") || view.is_word(prep, "worth"));
        if let Some(said) = self.worth_or_made(&phrase, last, prep) {
            return Some(said);
        }
        let vague = view.is(last, &CHANGE_NOUNS) || view.is(last, &EXPECTATIONS);
        let chain = match view.chain(last, false) {
            Subject::Phrase(chain) => chain,
            Subject::Figure(_) if of && !vague && self.is_measure(phrase.clone()) => return Some(Phrase(phrase)),
            Subject::Figure(figure) => return Some(if vague { Before } else { Like(figure) }),
            _ => return Some(Nothing),
        };
        let mut start = phrase.start;
        while start > 0 && view.class(start - 1) == Some(Class::Determiner) {
            start -= 1;
        }
        let before = view.back(start);
        let after_prep = before.is_some_and(|before| view.class(before) == Some(Class::Preposition));
        let said = self.traded_or_compared(&phrase, &chain, before, prep);
        if let Some(said) = said.or_else(|| self.noun_behind_verb(phrase.clone(), last, before, prep)) {
            return Some(said);
        }
        // "earnings per share guidance of $2"
        let told = if phrase.start > 0 && view.is_word(phrase.start - 1, "per") { chain.start..phrase.end } else { phrase.clone() };
        if view.is(last, &EXPECTATIONS) && (of || prep.is_some() || after_prep) && !self.told_apart(told) {
            return Some(self.expected(&phrase, before.filter(|_| after_prep)));
        }
        let at_pace = after_prep && before.is_some_and(|before| view.is_word(before, "at")) && self.is_speed(start, last);
        // "bear interest at an annual rate of 6%"
        if at_pace && let Some(borne) = before.and_then(|at| view.phrase_before(at)).filter(|borne| view.is_word(borne.end - 1, "interest"))
        {
            return Some(Phrase(borne));
        }
        if at_pace || self.is_pace(&phrase) && (view.is_word(start, "a") || after_prep) {
            return Some(self.before_change(start));
        }
        if view.is(last, &CHANGE_NOUNS) && !self.is_gain(&phrase) {
            return Some(match self.rise(phrase, chain) {
                // "with a one-off gain of $5m"
                Before | Nothing if of && view.is_word(last, "gain") && self.is_large_behind(prep) => Made("gain", last),
                rise => rise,
            });
        }
        if (of && !after_prep || chain.start != phrase.start)
            && let Some(said) = self.of_chain(chain.clone(), last)
        {
            return Some(said);
        }
        if of && self.is_measure(phrase.clone()) {
            return Some(Phrase(phrase));
        }
        if after_prep && !of && (chain.start == phrase.start) {
            return self.is_beside_prep(before?, last, prep).then_some(phrase).filter(|phrase| self.is_measure(phrase.clone())).map(Phrase);
        }
        if self.is_measure(phrase.clone()) {
            return Some(Phrase(phrase));
        }
        self.governed_noun(last, before, of || prep.is_some(), of, after_prep)
    }

    /// "would remain above trend at 3%": a mark and no change.
    fn is_trend_line(&self, phrase: &Range<usize>) -> bool {
        let view = self.view;
        let above = phrase.start > 0 && view.is(phrase.start - 1, list!("above|below"));
        above && phrase.len() == 1 && view.is_word(phrase.start, "trend")
    }

    /// What a phrase says by itself: "a deal worth $5m", "cash provided by operating activities $5m", "the deal values the maker at $5m".
    fn worth_or_made(&self, phrase: &Range<usize>, last: usize, prep: Option<usize>) -> Option<Construed> {
        let view = self.view;
        match prep {
            Some(prep) if view.is_word(prep, "worth") && self.is_measure(phrase.clone()) => Some(Phrase(phrase.clone())),
            // where "values" looks like a noun
            Some(prep) if view.is_word(prep, "at") => {
                (phrase.start + 1..last).rev().find(|&verb| view.is_word(verb, "values")).map(|verb| Made("valuation", verb))
            }
            Some(_) => None,
            None => self.made_before(phrase).map(Phrase),
        }
    }

    /// What a phrase is that something was traded for, or that a figure is compared behind: "buys all classes of stock for $5m".
    fn traded_or_compared(
        &self,
        phrase: &Range<usize>,
        chain: &Range<usize>,
        before: Option<usize>,
        prep: Option<usize>,
    ) -> Option<Construed> {
        let view = self.view;
        let whole = (0..chain.start).rev().take_while(|&at| view.class(at) == Some(Class::Determiner)).last().unwrap_or(chain.start);
        if prep.is_some_and(|prep| view.is_word(prep, "for"))
            // "bought 3 million shares of stock for $5m"
            && let Some(verb) = view.back(whole).map(|verb| verb - usize::from(verb > 0 && view.class(verb) == Some(Class::Figure)))
            && view.is(verb, &TRADING)
        {
            return Some(self.price_of_trade(verb, prep));
        }
        // "60 mln barrels of oil compared with 50 mln"
        if prep.is_some_and(|prep| view.is(prep, &COMPARING))
            && let Some(figure) = chain.start.checked_sub(1).filter(|&figure| view.class(figure) == Some(Class::Figure))
        {
            return Some(Like(figure));
        }
        // "loss 2.47 dlrs vs profit 31 cts"
        let compared = before.is_some_and(|before| view.class(before) == Some(Class::Preposition) && view.is(before, &COMPARING));
        if prep.is_none() && compared && phrase.len() == 1 && view.is(phrase.start, &RESULTS) {
            return Some(Phrase(phrase.clone()));
        }
        // "13% profit growth for small firms now and 16% in 2026"
        self.grown_before(chain, phrase.end - 1).map(Like)
    }

    /// What an estimate or a forecast is of, behind the preposition `prep`: "expects profit to fall below an estimate of $2".
    fn expected(&self, phrase: &Range<usize>, prep: Option<usize>) -> Construed {
        let view = self.view;
        let figure = (0..phrase.start).any(|i| view.class(i) == Some(Class::Figure));
        let verb = prep.and_then(|prep| view.back(prep)).filter(|&verb| view.is(verb, &CHANGE_VERBS));
        verb.filter(|_| !figure).map_or(Before, |verb| self.of_subject(verb))
    }

    /// Whether a noun phrase behind the preposition `before` is what the figure behind `prep` measures: "despite reduced volatility from
    /// 20% to 9%", "with liquidity at $5m", "with sales doubling to $5bn", "guided for sales between $2bn and $3bn".
    fn is_beside_prep(&self, before: usize, last: usize, prep: Option<usize>) -> bool {
        let view = self.view;
        match prep {
            Some(prep) if view.is(prep, list!("between")) => {
                view.is(before, list!("for")) && view.back(before).is_some_and(|verb| view.is_verb(verb))
            }
            // "slashed prices of cars with heated seats to $9,000"
            Some(_) if view.is(before, list!("with")) && before > 0 && view.is_noun(before - 1) => false,
            Some(prep) => view.is(prep, list!("from|to|at")) && view.is(before, list!("despite|amid|with")),
            // "with sales more than doubling to $5bn"
            None => {
                view.is(before, list!("with")) && (last + 1..last + 4).any(|at| at < view.items.len() && view.word(at).ends_with("ing"))
            }
        }
    }

    /// What the verb before a noun that is no measure makes of the figure; `None` where the noun is a time or place.
    fn governed_noun(&self, last: usize, before: Option<usize>, hangs: bool, of: bool, after_prep: bool) -> Option<Construed> {
        let view = self.view;
        let container = view.is(last, &CONTAINERS);
        let verb = before.filter(|&before| view.is_verb(before));
        match verb {
            Some(verb) if container && self.tells_level(verb) => Some(self.of_subject(verb)),
            Some(verb) if !of && !hangs && (view.is(verb, &CHANGE_VERBS) || view.is(verb, &LEVEL_VERBS)) => Some(self.of_subject(verb)),
            Some(_) if !of => Some(Nothing),
            _ if container || view.is(last, &NO_MEASURES) && after_prep => None,
            _ => Some(Nothing),
        }
    }

    /// Whether a verb gives what its subject comes to: "reached a record of $5m", not "requires a portion of".
    fn tells_level(&self, verb: usize) -> bool {
        let view = self.view;
        view.class(verb) == Some(Class::Auxiliary) || [&CHANGE_VERBS, &LEVEL_VERBS, &SEEING].into_iter().any(|list| view.is(verb, list))
    }

    /// The percent of change right before a chain of phrases, where only "and" and times stand between the chain and the next percent.
    fn grown_before(&self, chain: &Range<usize>, last: usize) -> Option<usize> {
        let view = self.view;
        let first = chain.start.checked_sub(1).filter(|&at| view.class(at) == Some(Class::Figure))?;
        let next = (last + 1..view.items.len().min(last + 5)).find(|&at| view.class(at) == Some(Class::Figure))?;
        let percent = |at: usize| self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Percent);
        let joins = (last + 1..next).any(|at| view.is_word(at, "and"))
            && (last + 1..next).all(|at| matches!(view.class(at), Some(Class::Conjunction | Class::Period | Class::Adverb | Class::Sign)));
        let changes = self.head(chain).is_some_and(|head| view.is(head, &CHANGE_NOUNS));
        (joins && changes && percent(first) && percent(next)).then_some(first)
    }

    /// What the verb before a noun phrase that ends at `last` says of it, or the phrase's own first word.
    fn noun_behind_verb(&self, phrase: Range<usize>, last: usize, before: Option<usize>, prep: Option<usize>) -> Option<Construed> {
        let view = self.view;
        let is_prep = |word: &str| prep.is_some_and(|prep| view.is_word(prep, word));
        let beats = |verb: &usize| view.is(*verb, &BEATING) || view.is(last, &EXPECTATIONS) && view.is(*verb, &LEVEL_VERBS);
        if let Some(verb) = before.filter(|verb| is_prep("by") && beats(verb)) {
            return Some(self.of_subject(verb));
        }
        // "cost the lender $5m", "pays its workers $2 an hour": they bear it, and are not measured
        if let Some(verb) = before.filter(|&verb| prep.is_none() && (view.is(verb, &BORNE) || view.is(verb, &PAYING))) {
            return Some(match MADE_NOUNS.iter().find(|(word, _)| view.is_word(verb, word)) {
                Some(made) => Made(made.1, verb),
                None if view.word(verb).to_ascii_lowercase().starts_with("cost") => Made("cost", verb),
                None => Nothing,
            });
        }
        // "projects for total capital of $5m", "bought the chain for $5m"
        let summed = is_prep("of") && view.is(phrase.start, list!("total|gross|aggregate|combined"));
        if summed && self.is_measure(phrase.clone()) {
            return Some(Phrase(phrase));
        }
        // "a deal that values the maker at $5m"
        if is_prep("at") && before.is_some_and(|verb| view.is(verb, &VALUING)) && !self.is_measure(phrase.clone()) {
            return before.map(|verb| Made("valuation", verb));
        }
        // "lifts its target to $52"
        let target = phrase.len() == 1 && (view.is_word(last, "target") || view.word(last) == "PT");
        if target && self.figure_behind(prep).is_some_and(|figure| !self.is_large(figure)) {
            return Some(Phrase(phrase));
        }
        if is_prep("for")
            && let Some(verb) = before.filter(|&verb| view.is(verb, &TRADING))
        {
            return Some(self.price_of_trade(verb, prep));
        }
        None
    }

    /// "net cash provided by operating activities", up to the phrase that ends it.
    fn made_before(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let view = self.view;
        let by = phrase.start.checked_sub(1).filter(|&by| view.is_word(by, "by") || view.is_word(by, "in"))?;
        let made = by.checked_sub(1).filter(|&made| view.is(made, list!("provided|used|generated")))?;
        let noun = view.phrase_before(made)?;
        (self.is_measure(noun.clone()) && view.class(phrase.end - 1) == Some(Class::Noun)).then_some(noun.start..phrase.end)
    }

    /// The figure behind a preposition.
    fn figure_behind(&self, prep: Option<usize>) -> Option<usize> {
        prep.and_then(|prep| (prep + 1..prep + 5).find(|&at| self.view.class(at) == Some(Class::Figure)))
    }

    fn is_large_behind(&self, prep: Option<usize>) -> bool {
        self.figure_behind(prep).is_some_and(|figure| self.is_large(figure))
    }

    /// "bought the chain for $5m": the price of what is traded.
    fn price_of_trade(&self, verb: usize, prep: Option<usize>) -> Construed {
        let figure = self.figure_behind(prep);
        let sum = figure.and_then(|figure| self.fact(figure)).is_some_and(|fact| fact.figure.kind == FigureKind::Amount);
        if sum { Made("price", verb) } else { Nothing }
    }

    /// What a chain of noun phrases says whose head is a measure or a change: "growth in sales of the unit".
    fn of_chain(&self, chain: Range<usize>, last: usize) -> Option<Construed> {
        let is_measure = self.is_measure(chain.clone());
        let head = self.head(&chain).unwrap_or(last);
        let rise = chain.start..head + 1;
        if self.view.is(head, &CHANGE_NOUNS) && !(is_measure && self.is_gain(&rise)) {
            return Some(self.rise(rise, chain));
        }
        is_measure.then_some(Phrase(chain))
    }
}

/// Verbs that set their subject above or below their object.
static BEATING: WordList = WordList::new(picked!(
    standing,
    BEATS,
    "beating|surpasses|outperformed|outperforms|outpaces|outstripped|trailed|trails|lags|underperformed|misses"
));
/// Verbs that give a sum to their first object.
static PAYING: WordList = WordList::new(words!(
    "pay|pays|paid|paying|charge|charges|charged|charging|owe|owes|owed|award|awarded|awards|offer|offers|offered|fine|fined|fines|lend|lent|\
    loan|loaned|grant|granted|send|sent|refund|refunded|reimburse|reimbursed"
));
/// Verbs of trade: what they take is had for the figure behind "for", which does not measure it.
static TRADING: WordList = WordList::new(picked!(standing, TRADES));
/// What the year before is told to have had, where it is of the other sign.
static RESULTS: WordList = WordList::new(words!("profit|profits|loss|losses|earnings|income|surplus|deficit|net"));
