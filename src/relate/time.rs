//! The period that a figure is about: the nearest one that the grammar allows, else one inherited from the sentence before or the heading.
//!
//! A sentence falls into clauses (at "while", "but" and semicolons), comparisons ("compared with $4m in 2003", "from $4m") and
//! brackets. A figure takes a period of its own comparison or bracket first; the figure that is compared never takes the one that
//! it is compared with. "$5m and $4m in 2004 and 2003, respectively" goes pair by pair. A bullet or paragraph without a period
//! takes that of the heading above it, a sentence that of the sentence before in its paragraph.

use std::ops::Range;

mod balance;
mod base;
mod binding;
mod market;
mod moves;
mod present;
mod rows;
mod scene;
mod topic;
mod years;

use super::fact::{FigureFact, Modality};
use crate::document::Document;
use crate::mention::{FigureKind, Grain, TimeSpan};
use crate::text::TokenKind;
pub(super) use balance::balances;
use base::KnownDates;
pub(super) use moves::market_days;
use scene::{FigureMention, PeriodMention, TimedSentence, first_after, last_before};
use topic::{Inherited, Topic};

/// Gives each fact its period where the text names one. A look back ("a year earlier") takes the shape of the period that it is compared with.
pub(super) fn assign(document: &Document, facts: &mut [FigureFact], periods: &mut Vec<TimeSpan>) {
    let dateline = document.context.dateline.as_ref().map(|dateline| dateline.span);
    let mut topic = Topic::new(document, periods);
    let mut dates = KnownDates::of(&*periods, document.context.reference_date);
    // what is only counted from a mention is added behind them
    let mentions = periods.len();
    let (mut next_fact, mut next_period) = (0, 0);
    for sentence in &document.sentences {
        let end = document.span(sentence.tokens.clone()).end;
        let first_fact = next_fact;
        next_fact += facts[next_fact..].iter().take_while(|fact| fact.figure.span.start < end).count();
        let first_period = next_period;
        next_period += periods[next_period..mentions].iter().take_while(|period| period.span.start < end).count();
        if first_fact == next_fact && first_period == next_period {
            topic.enter(document, sentence, None, 0, periods);
            continue;
        }
        let in_dateline = |index: &usize| dateline.is_some_and(|dateline| dateline.contains(periods[*index].span));
        let here: Vec<usize> = (first_period..next_period).filter(|index| !in_dateline(index)).collect();
        let facts = &mut facts[first_fact..next_fact];
        let scene = TimedSentence::new(document, sentence, facts, periods, here.iter().copied());
        let inherited = topic.enter(document, sentence, scene.topic(periods), scene.main().count(), periods);
        if let Some(day) = scene.assign(facts, &inherited, periods, &mut dates) {
            topic.market_moved(day, periods);
        }
    }
}

impl TimedSentence<'_> {
    /// What the sentence speaks of: its first period of more than a day that is no look back.
    fn topic(&self, periods: &[TimeSpan]) -> Option<usize> {
        let looks_back = |period: &PeriodMention| periods[period.index].shift.is_some_and(|shift| shift.anaphoric && shift.months <= 0);
        // "the past year" and "so far in 2025" are of the figures beside them only
        let today = self.document.context.reference_date;
        let rolls = |period: &PeriodMention| today.is_some() && periods[period.index].to == today;
        let is_topic = |period: &&PeriodMention| {
            period.grain != Grain::Day && !period.led_in && !looks_back(period) && !rolls(period) && !self.opens_event(period)
        };
        // "indicators for July point to prices that may rise" turns to what may come, and the next sentence back
        let only_may = self.figures.is_empty() && self.range.clone().take(LONGEST).any(|at| self.word_is(at, &["may", "might", "could"]));
        self.main().find(is_topic).filter(|_| !only_may).map(|period| period.index)
    }

    /// Gives the figures their periods; of a market move the day that the sentence names, where it does.
    fn assign(
        &self,
        facts: &mut [FigureFact],
        inherited: &Inherited,
        periods: &mut Vec<TimeSpan>,
        dates: &mut KnownDates,
    ) -> Option<Option<usize>> {
        for (figure, fact) in self.figures.iter().zip(&mut *facts) {
            fact.period = self.period_of(figure).filter(|period| !self.is_left_behind(figure, period, periods)).map(|period| period.index);
        }
        self.assign_pairs(facts, periods, dates);
        let alone = self.main().next().is_none();
        let (mut market_day, mut moved) = (None, false);
        for at in 0..self.figures.len() {
            let figure = &self.figures[at];
            if self.is_base(at, facts) {
                continue;
            }
            let ahead = facts[at].modality != Modality::Actual;
            let goes_on = inherited.of_market && market::goes_on(self.document, &self.range, figure.tokens.0);
            if let Some(from) = self.since_mark(figure, facts[at].figure.kind).filter(|_| !ahead) {
                facts[at].period = dates.up_to_now(from, periods);
            } else if !ahead
                && (goes_on || market::is_move(self.document, &self.range, figure.tokens.0))
                && !self.keeps_stretch(figure, periods)
            {
                moved = true;
                let named = self.day_of(figure);
                market_day = named.or(market_day);
                let today = || {
                    dates
                        .last_trading_day(self.document, facts[at].figure.span.start, periods)
                        .filter(|_| !self.is_of_the_past(figure) && !self.is_long_ago())
                };
                let of_day = named.or(inherited.day.filter(|_| !self.is_long_ago()));
                facts[at].period = of_day.or_else(today);
            } else if let Some(since) = self.since(figure, facts[at].figure.kind).filter(|_| facts[at].period.is_none() && !ahead) {
                facts[at].period = dates.up_to_now(since, periods);
            } else if facts[at].period.is_none() {
                let carried = || inherited.of(self.document, &self.range, figure.tokens, &facts[at]).filter(|_| alone);
                let after_base = self.after_base_year(figure, periods, dates).filter(|_| !ahead);
                let present = |periods: &mut Vec<TimeSpan>, dates: &mut KnownDates| match alone {
                    true => self.present(figure, &facts[at], periods, dates),
                    false => None,
                };
                let known = self.period_of_converted(at, facts).or(after_base).or_else(|| present(periods, dates));
                facts[at].period = known.or_else(carried);
                if let Some(period) = facts[at].period
                    && let Some(months) = rows::months(self.document, figure.tokens.0)
                {
                    facts[at].period = dates.ending_with(period, months, periods).filter(|&rows| dates.is_timely(&periods[rows]));
                }
            } else if topic::has_no_time(self.document, &self.range, figure.tokens) {
                let bound = self.periods.iter().find(|period| Some(period.index) == facts[at].period);
                facts[at].period =
                    bound.filter(|period| period.tokens.0 >= figure.tokens.1 && self.belongs(figure, period)).map(|period| period.index);
            }
        }
        self.shape(facts, periods, dates);
        self.assign_bases(facts, inherited, periods, dates);
        moved.then_some(market_day)
    }

    /// What stands at a day takes the day, a change over two years the later one, a bare year in brackets the shape before it.
    fn shape(&self, facts: &mut [FigureFact], periods: &mut Vec<TimeSpan>, dates: &mut KnownDates) {
        for (figure, fact) in self.figures.iter().zip(&mut *facts) {
            let own = self.near(figure).find(|period| Some(period.index) == fact.period);
            let flow = |own: &PeriodMention| own.grain == Grain::Year && self.is_of_a_year(figure);
            if own.is_some_and(|own| !matches!(own.grain, Grain::Day | Grain::Span | Grain::Week) && self.is_as_of(own) && !flow(own)) {
                fact.period = fact.period.and_then(|period| dates.last_day(period, periods));
            } else if let Some(period) = fact.period {
                fact.period = Some(self.later_year(figure, period, periods, dates));
            }
        }
        for at in 1..self.figures.len() {
            if let Some(period) = self.year_in_brackets(at, facts[at - 1].period, periods, dates) {
                facts[at].period = Some(period);
            }
        }
    }

    /// Gives the figures that are only compared with their periods.
    fn assign_bases(&self, facts: &mut [FigureFact], inherited: &Inherited, periods: &mut Vec<TimeSpan>, dates: &mut KnownDates) {
        for at in 0..self.figures.len() {
            if self.is_base(at, facts) {
                facts[at].period = self.base_period(at, facts, inherited.level(), periods, dates);
                self.expect_from(at, facts, periods);
            }
        }
    }

    /// "is expected to grow from $4m in 2025 to $9m by 2033": where it starts from is not over either.
    fn expect_from(&self, at: usize, facts: &mut [FigureFact], periods: &[TimeSpan]) {
        let today = self.document.context.reference_date;
        let to = facts[at].period.and_then(|period| periods[period].to);
        let from = self.figures[at].tokens;
        let rises = |next: &FigureMention| {
            self.word_is(from.0.wrapping_sub(1), &["from"]) && (from.1..next.tokens.0).any(|at| self.word_is(at, &["to"]))
        };
        let expected =
            facts.get(at + 1).is_some_and(|next| next.modality == Modality::Forecast) && self.figures.get(at + 1).is_some_and(rises);
        let open = to.zip(today).is_some_and(|(to, today)| to > today);
        if open && expected && facts[at].modality == Modality::Actual {
            facts[at].modality = Modality::Forecast;
        }
    }

    /// The period since which a change goes on: "it has grown 5% since 2018", not "the fastest since 2018".
    fn since(&self, figure: &FigureMention, kind: FigureKind) -> Option<usize> {
        if !matches!(kind, FigureKind::Percent | FigureKind::Ratio) {
            return None;
        }
        let is_since = |period: &&PeriodMention| {
            self.word_is(period.tokens.0.wrapping_sub(1), &["since"]) && !period.about && period.stand.clause == figure.stand.clause
        };
        let period = self.around(figure).find(is_since)?;
        let since = period.tokens.0 - 1;
        let only = |at: usize| {
            let word = self.document.word(at);
            word.ends_with("est")
                || ["most", "least", "first", "worst", "only", "record", "time"].iter().any(|only| word.eq_ignore_ascii_case(only))
        };
        (!(since.saturating_sub(10).max(self.range.start)..since).any(only)).then_some(period.index)
    }

    /// Whether a figure is only compared with: in a comparison, what was forecast, or "€2,322 (2,174) million".
    fn is_base(&self, at: usize, facts: &[FigureFact]) -> bool {
        self.figures[at].stand.comparison > 0 || self.is_expectation(&self.figures[at]) || self.is_prior_in_brackets(at, facts)
    }

    /// The period that the grammar of the sentence gives a figure.
    fn period_of(&self, figure: &FigureMention) -> Option<&PeriodMention> {
        let about = self.near(figure);
        let stand = figure.stand;
        if stand.bracket > 0 {
            let inside = about.clone().filter(|period| period.stand.bracket == stand.bracket);
            let found = last_before(figure, inside.clone()).or_else(|| first_after(figure, inside));
            if found.is_some() || self.opens_bracket(figure) {
                return found.or_else(|| self.before_bracket(figure));
            }
        }
        if stand.comparison > 0 {
            return None;
        }
        // "$5m, a margin of 8%, compared to $4m, a margin of 7%, for the same quarter last year": of what it is compared with.
        let compared = |period: &PeriodMention| {
            let next = self.comparisons.get(self.comparisons.partition_point(|&at| at < figure.tokens.1));
            period.looks_back && next.is_some_and(|&at| at < period.tokens.0)
        };
        let main = about.filter(|period| period.stand.is_main() && !compared(period));
        let same_clause = main.clone().filter(|period| period.stand.clause == stand.clause);
        self.attached(figure, same_clause).or_else(|| self.attached(figure, main))
    }

    /// The period right before the bracket that the figure opens: "as of 31 December 2023 (63 net)", not "$5m in 2024 ($4m)".
    fn before_bracket(&self, figure: &FigureMention) -> Option<&PeriodMention> {
        let open = figure.tokens.0.checked_sub(1)?;
        let period = self.near(figure).find(|period| period.tokens.1 == open)?;
        let beside = |other: &FigureMention| other.tokens.1 + 2 >= period.tokens.0 && other.tokens.0 < period.tokens.0;
        (period.stand.is_main() && !self.figures.iter().any(beside)).then_some(period)
    }

    /// "$5m and $4m in 2004 and 2003, respectively".
    fn assign_pairs(&self, facts: &mut [FigureFact], periods: &mut Vec<TimeSpan>, dates: &mut KnownDates) {
        let says_respectively = || self.range.clone().any(|at| self.word_is(at, &["respectively"]));
        if self.figures.len() < 2 || self.periods.len() < 2 || !says_respectively() {
            return;
        }
        let period_runs = runs(self.document, self.periods.iter().map(|period| period.tokens));
        for figures in runs(self.document, self.figures.iter().map(|figure| figure.tokens)).into_iter().filter(|run| run.len() > 1) {
            let end = self.figures[figures.end - 1].tokens.1;
            let fits = |run: &&Range<usize>| run.len() == figures.len();
            let after = period_runs.iter().filter(fits).find(|run| self.periods[run.start].tokens.0 >= end);
            let before = period_runs.iter().rev().filter(fits).find(|run| self.periods[run.start].tokens.0 < end);
            if let Some(run) = after.or(before) {
                for (figure, period) in figures.zip(run.clone()) {
                    facts[figure].period = Some(self.shaped_year(run.start, period, periods, dates));
                }
            }
        }
    }

    /// A figure in brackets right behind another is the same in another unit: it takes that one's period.
    fn period_of_converted(&self, at: usize, facts: &[FigureFact]) -> Option<usize> {
        let figure = &self.figures[at];
        let before = at.checked_sub(1)?;
        let adjacent = self.opens_bracket(figure) && self.figures[before].tokens.1 + 1 == figure.tokens.0
            || figure.stand.bracket > 0 && self.figures[before].stand.bracket == figure.stand.bracket;
        if adjacent { facts[before].period } else { None }
    }
}

/// Runs of figures or periods, given by their tokens, with nothing but "and", "or" and commas between them.
fn runs(document: &Document, items: impl Iterator<Item = (usize, usize)>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut end_before = None;
    for (index, (start, end)) in items.enumerate() {
        let joined = end_before.is_some_and(|before| (before..start).all(|at| is_joiner(document, at)));
        match out.last_mut() {
            Some(run) if joined => run.end = index + 1,
            _ => out.push(index..index + 1),
        }
        end_before = Some(end);
    }
    out
}

fn is_joiner(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    matches!(token.kind, TokenKind::Sign(',' | '&')) || ["and", "or"].iter().any(|word| token.is_word(document.text, word))
}

/// How many tokens of a sentence are looked at for what may come.
const LONGEST: usize = 200;

#[cfg(test)]
mod tests;
