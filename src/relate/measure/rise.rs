//! What changes by a noun of change: "a rise in exports of 5%", "5% growth in sales", "an estimate of $2".

use super::Construed::{Before, Like, Made, Nothing, Phrase};
use super::{Construed, MeasureReader, SCHEMES};
use crate::mention::FigureKind;
use crate::relate::class::Class;
use crate::relate::phrase::{ItemKind, Subject};
use crate::words::WordList;
use crate::words::relating::{
    BORNE, CHANGE_NOUNS, CHANGE_VERBS, CONTAINERS, EXPECTATIONS, JUDGING, LEVEL_VERBS, MADE_NOUNS, NO_MEASURES, SEEING,
};
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
        // "a $5m floor for spending", "a $4m cap on fees"
        if view.is(head, &BOUNDS)
            && let Some(more) =
                ["on", "for", "of"].iter().any(|word| view.is_word(phrase.end, word)).then(|| view.phrase_at(phrase.end + 1)).flatten()
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

    /// "the $1 billion JobTrainer Fund": a name that ends with what the money is.
    pub(super) fn is_scheme(&self, at: usize) -> bool {
        let item = &self.view.items[at];
        SCHEMES.has(self.view.document.word(item.tokens.end - 1))
    }

    pub(super) fn follows_article(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.view.class(before) == Some(Class::Determiner))
    }

    /// What changes by the noun of change that ends the phrase: "5% rise in exports", "3% price increase", "saw a 1% gain".
    pub(super) fn changed(&self, at: usize, phrase: Range<usize>) -> Construed {
        let view = self.view;
        let head = phrase.end - 1;
        let next = view.forth(phrase.end);
        // "a $2 million gain on the sale of a unit"
        let gain = ["gain", "gains"].iter().any(|word| view.is_word(head, word));
        if gain && self.is_large(at) && ["on", "from"].iter().any(|word| view.is_word(next, word)) {
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
        if ["in", "of", "for", "to", "on"].iter().any(|word| view.is_word(next, word))
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
        let kind = ["headline", "core", "state", "federal", "retail", "wholesale"].iter().any(|word| view.is_word(what.start, word));
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
        const KINDS: &[&str] =
            &["net", "capital", "investment", "realized", "realised", "unrealized", "unrealised", "trading", "exchange", "securities"];
        let view = self.view;
        let last = phrase.end - 1;
        (view.is_word(last, "gain") || view.is_word(last, "gains"))
            && last > phrase.start
            && KINDS.iter().any(|word| view.is_word(last - 1, word))
    }

    /// Whether the phrase only names the pace of a growth: "CAGR", "a compound annual growth rate".
    pub(super) fn is_pace(&self, phrase: &Range<usize>) -> bool {
        let view = self.view;
        let last = phrase.end - 1;
        let rate = view.is_word(last, "rate") && last > phrase.start && view.is_word(last - 1, "growth");
        view.word(last).eq_ignore_ascii_case("cagr")
            || rate && (phrase.start..last - 1).any(|i| ["compound", "compounded"].iter().any(|word| view.is_word(i, word)))
    }

    /// "at an annual rate", "at a brisk pace": how fast something grows, not what.
    fn is_speed(&self, start: usize, last: usize) -> bool {
        let view = self.view;
        ["a", "an"].iter().any(|word| view.is_word(start, word)) && ["rate", "pace", "clip"].iter().any(|word| view.is_word(last, word))
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
        if let Some(said) = self.traded_or_compared(&phrase, &chain, before, prep) {
            return Some(said);
        }
        if let Some(said) = self.noun_behind_verb(phrase.clone(), last, before, prep) {
            return Some(said);
        }
        if view.is(last, &EXPECTATIONS) && (of || prep.is_some() || after_prep) && !self.told_apart(phrase.clone()) {
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
        let above = phrase.start > 0 && ["above", "below"].iter().any(|word| view.is_word(phrase.start - 1, word));
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
            && let Some(verb) = view.back(whole).filter(|&verb| view.is(verb, &TRADING))
        {
            return Some(self.price_of_trade(verb, prep));
        }
        // "603 mln barrels of oil compared with 503 mln"
        if prep.is_some_and(|prep| view.is(prep, &super::COMPARING))
            && let Some(figure) = chain.start.checked_sub(1).filter(|&figure| view.class(figure) == Some(Class::Figure))
        {
            return Some(Like(figure));
        }
        // "loss 1.93 dlrs vs profit 16 cts"
        let compared = before.is_some_and(|before| view.class(before) == Some(Class::Preposition) && view.is(before, &super::COMPARING));
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
        let is = |at: usize, words: &[&str]| words.iter().any(|word| view.is_word(at, word));
        match prep {
            Some(prep) if is(prep, &["between"]) => is(before, &["for"]) && view.back(before).is_some_and(|verb| view.is_verb(verb)),
            // "slashed prices of cars with heated seats to $9,000"
            Some(_) if is(before, &["with"]) && before > 0 && view.is_noun(before - 1) => false,
            Some(prep) => is(prep, &["from", "to", "at"]) && is(before, &["despite", "amid", "with"]),
            // "with sales more than doubling to $5bn"
            None => is(before, &["with"]) && (last + 1..last + 4).any(|at| at < view.items.len() && view.word(at).ends_with("ing")),
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
    pub(super) fn noun_behind_verb(
        &self,
        phrase: Range<usize>,
        last: usize,
        before: Option<usize>,
        prep: Option<usize>,
    ) -> Option<Construed> {
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
        let summed = is_prep("of") && ["total", "gross", "aggregate", "combined"].iter().any(|word| view.is_word(phrase.start, word));
        if summed && self.is_measure(phrase.clone()) {
            return Some(Phrase(phrase));
        }
        // "a deal that values the maker at $5m"
        if is_prep("at") && before.is_some_and(|verb| view.is(verb, &super::VALUING)) && !self.is_measure(phrase.clone()) {
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
        let made = by.checked_sub(1).filter(|&made| ["provided", "used", "generated"].iter().any(|word| view.is_word(made, word)))?;
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
    pub(super) fn of_chain(&self, chain: Range<usize>, last: usize) -> Option<Construed> {
        let is_measure = self.is_measure(chain.clone());
        let head = self.head(&chain).unwrap_or(last);
        let rise = chain.start..head + 1;
        if self.view.is(head, &CHANGE_NOUNS) && !(is_measure && self.is_gain(&rise)) {
            return Some(self.rise(rise, chain));
        }
        is_measure.then_some(Phrase(chain))
    }

    /// "a rise in exports of 5%", "sales growth of 5%", "an increase of 15%".
    pub(super) fn rise(&self, phrase: Range<usize>, chain: Range<usize>) -> Construed {
        let view = self.view;
        let head = phrase.end - 1;
        let next = view.forth(phrase.end);
        let joined = ["in", "of", "for"].iter().any(|word| view.is_word(next, word));
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
                && let Some(what) = view.phrase_at(after + 1).filter(|what| self.is_measure(what.clone()))
            {
                return Phrase(what);
            }
        }
        self.before_change(chain.start.min(phrase.start))
    }
}

/// Nouns that bound what stands behind their "on" or "for".
pub(super) static BOUNDS: WordList = WordList::new(words!("cap|floor|ceiling|limit|lid|ban|curb|threshold"));

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

/// Words behind a figure at which nothing begins that it could measure.
static NOT_MODIFIED: WordList = WordList::new(words!(
    "higher|lower|more|less|each|apiece|annually|above|below|compared|respectively|year-on-year|later|earlier|ago|now"
));
