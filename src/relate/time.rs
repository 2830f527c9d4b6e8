//! The period that a figure is about: the nearest one that the grammar allows, else one inherited from the sentence before or the heading.
//!
//! A sentence falls into clauses (at "while", "but" and semicolons), comparisons ("compared with $4m in 2003", "from $4m") and
//! brackets. A figure takes a period of its own comparison or bracket first; the figure that is compared never takes the one that
//! it is compared with. "$5m and $4m in 2004 and 2003, respectively" goes pair by pair. A bullet or paragraph without a period
//! takes that of the heading above it, a sentence that of the sentence before in its paragraph.

use std::ops::Range;

mod base;
mod market;
mod present;
mod rows;
mod scene;
mod topic;
mod years;

use super::fact::{FigureFact, Modality};
use crate::document::Document;
use crate::mention::{FigureKind, Grain, TimeSpan};
use crate::text::{Classes, TokenKind};
use crate::words::WordList;
use base::KnownDates;
use scene::{FigureMention, NEAR, PeriodMention, TimedSentence, first_after, last_before};
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
        let only_may =
            self.figures.is_empty() && self.range.clone().take(LONGEST_SENTENCE).any(|at| self.word_is(at, &["may", "might", "could"]));
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

    /// The day of the mark from which a market has moved: "off 17% from its high of $4 hit on Jan. 16", "up 18% from 52 weeks ago".
    fn since_mark(&self, figure: &FigureMention, kind: FigureKind) -> Option<usize> {
        if kind != FigureKind::Percent {
            return None;
        }
        let before = figure.tokens.0.saturating_sub(3).max(self.range.start)..figure.tokens.0;
        if !before.clone().any(|at| self.word_is(at, &["up", "down", "off", "rose", "fell", "gained", "lost", "higher", "lower"])) {
            return None;
        }
        let from = (figure.tokens.1..(figure.tokens.1 + 4).min(self.range.end)).find(|&at| self.word_is(at, &["from"]))?;
        let after = |period: &&PeriodMention| period.tokens.0 > from && period.grain == Grain::Day;
        let day = self.around(figure).find(after).filter(|day| day.tokens.0 <= from + REACH / 2)?;
        let marks = ["high", "low", "peak", "ago", "close", "record", "trough", "bottom"];
        let marked = (from + 1..day.tokens.1).any(|at| self.word_is(at, &marks));
        let closed = (from + 1..day.tokens.0).any(|at| self.document.tokens[at].is_sign(',') || self.word_is(at, &["to", "and"]));
        (marked && !closed).then_some(day.index)
    }

    /// Whether a clause opens between a figure and a period behind it: "rose 5% after sales in the third quarter beat forecasts".
    fn leads_away(&self, figure: &FigureMention, period: &PeriodMention) -> bool {
        let mut between = figure.tokens.1..period.tokens.0.min(figure.tokens.1 + REACH);
        between.any(|at| self.document.tokens[at].kind == TokenKind::Word && LEADING.has(self.document.word(at)))
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

    /// Whether the sentence opens with a time gone by: "before the launch, it traded at $8", "on this news, it fell" of what was told before.
    fn is_long_ago(&self) -> bool {
        let first = self.range.start;
        let led_in = ["before", "initially", "previously", "originally", "formerly", "once"];
        let news = ["news", "announcement", "disclosure", "disclosures", "revelation", "revelations"];
        let told = |at: usize| self.word_is(at, &["this", "that", "these"]) && self.word_is(at + 1, &news);
        (first..self.range.end.min(first + 3)).any(|at| self.word_is(at, &led_in) || told(at))
            // "a few days later it fell to $8"
            || (first + 1..self.range.end.min(first + 6)).any(|at| self.word_is(at, &["later"]))
    }

    /// Whether the sentence tells of a day gone by without naming it: "before the launch, it traded at $8".
    fn is_of_the_past(&self, figure: &FigureMention) -> bool {
        let mut around = figure.tokens.0.saturating_sub(REACH).max(self.range.start)..(figure.tokens.1 + REACH).min(self.range.end);
        around.any(|at| self.document.tokens[at].kind == TokenKind::Word && GONE.has(self.document.word(at)))
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

    /// Of the periods of a clause, days only where there is nothing longer: the one that follows the figure and belongs to it,
    /// else the last before it, else the next.
    fn attached<'p>(
        &self,
        figure: &FigureMention,
        periods: impl DoubleEndedIterator<Item = &'p PeriodMention> + Clone,
    ) -> Option<&'p PeriodMention> {
        // "to 21% effective January 1, 2018"
        let sets_in = |period: &PeriodMention| {
            self.word_is(period.tokens.0.wrapping_sub(1), &["effective"])
                && (figure.tokens.1..figure.tokens.1 + 3).contains(&period.tokens.0)
        };
        let is_longer = |period: &&PeriodMention| period.grain != Grain::Day || self.is_balance(period) || sets_in(period);
        let only_days = !periods.clone().any(|period| is_longer(&period));
        let periods = periods.filter(|period| only_days || is_longer(period));
        let after = first_after(figure, periods.clone());
        let before = || last_before(figure, periods.filter(|period| !period.led_in));
        match after {
            Some(after) if self.belongs(figure, after) => Some(after),
            after => before().or(after.filter(|period| !self.is_aside(figure, period) && !self.is_of_now(figure, period))),
        }
    }

    /// "which now has $5m in assets, told of a deal in January": what is so today.
    fn is_of_now(&self, figure: &FigureMention, period: &PeriodMention) -> bool {
        let before = figure.tokens.0.saturating_sub(6).max(self.range.start)..figure.tokens.0;
        let after = figure.tokens.1..(figure.tokens.1 + REACH).min(period.tokens.0);
        before.into_iter().any(|at| self.word_is(at, &["now", "currently"]))
            && after.into_iter().any(|at| self.document.tokens[at].is_sign(','))
    }

    /// Whether "will" stands between a time gone by and a figure: "it opened in September and will travel to eight towns".
    fn is_left_behind(&self, figure: &FigureMention, period: &PeriodMention, periods: &[TimeSpan]) -> bool {
        let over = periods[period.index].to.zip(self.document.context.reference_date).is_some_and(|(to, today)| to < today);
        let mut between = period.tokens.1..figure.tokens.0;
        // "in 2014 it approved a hall, which is expected to cost $5m"
        let awaited = |at: usize| self.word_is(at, &["expected"]) && self.word_is(at + 2, &["cost", "open"]) || self.word_is(at, &["will"]);
        if period.grain == Grain::Day && (between.clone().any(|at| self.word_is(at, &["thanks"])) || self.is_above(figure, period)) {
            return true;
        }
        over && between.clone().any(|at| self.word_is(at, &["and", "that", "but", "which"])) && between.any(awaited)
    }

    /// "MEDIA RELEASE 2 August 2011 $4 MILLION FOR THE MILLS": a date right before a figure that nothing binds to it heads the text.
    fn is_above(&self, figure: &FigureMention, period: &PeriodMention) -> bool {
        let before = period.tokens.0.wrapping_sub(1);
        let bound = |at: usize| self.document.word(at).starts_with(char::is_lowercase) || BINDING.has(self.document.word(at));
        period.tokens.1 == figure.tokens.0
            && !(self.range.contains(&before) && self.document.tokens[before].kind == TokenKind::Word && bound(before))
    }

    /// Whether a clause about something else opens behind a comma before the period: "tariffs of 25% on Malta, which sold the most in 2023".
    fn is_aside(&self, figure: &FigureMention, period: &PeriodMention) -> bool {
        // "an agreement worth $7bn helps to bring gas to 15% by 2030"
        let deadline = self.word_is(period.tokens.0.wrapping_sub(1), &["by"])
            && self.figures.iter().any(|other| other.tokens.0 >= figure.tokens.1 + 3 && other.tokens.1 <= period.tokens.0);
        if deadline {
            return true;
        }
        // "rose 3%, extending a pattern of rises at the start of the year"
        let next = figure.tokens.1;
        let goes_on = self.range.contains(&(next + 1))
            && self.document.tokens[next].is_sign(',')
            && GOING_ON.has(self.document.word(next + 1))
            && !self.figures.iter().any(|other| other.tokens.0 > next && other.tokens.0 < period.tokens.0);
        if goes_on {
            return true;
        }
        let mut between = figure.tokens.1..period.tokens.0.min(figure.tokens.1 + REACH);
        between.any(|at| {
            self.word_is(at, &["which", "who", "if", "unless"])
                || self.document.tokens[at].is_sign(',') && self.range.contains(&(at + 1)) && ASIDES.has(self.document.word(at + 1))
        })
    }

    /// "as of 2023", "as at September 2024": the last day.
    fn is_as_of(&self, period: &PeriodMention) -> bool {
        let start = period.tokens.0;
        self.word_is(start.wrapping_sub(1), &["of", "at"]) && self.word_is(start.wrapping_sub(2), &["as"])
    }

    /// Whether the words around a figure name what is counted over a year: "a market share of 14% and $1bn of premiums, as of 2023".
    fn is_of_a_year(&self, figure: &FigureMention) -> bool {
        let mut around = figure.tokens.0.saturating_sub(4).max(self.range.start)..(figure.tokens.1 + 5).min(self.range.end);
        around.any(|at| self.word_is(at, &["premiums", "revenue", "revenues", "sales", "share", "turnover", "production", "exports"]))
    }

    /// A day on which something stood: "at December 31", "as of June 30".
    fn is_balance(&self, period: &PeriodMention) -> bool {
        self.word_is(period.tokens.0.wrapping_sub(1), &["at", "of"])
    }

    /// Whether a period after a figure belongs to it: bound by a preposition, with no other statement between.
    fn belongs(&self, figure: &FigureMention, period: &PeriodMention) -> bool {
        let start = period.tokens.0;
        let listed = |list: &WordList, at: usize| self.range.contains(&at) && list.has(self.document.word(at));
        let before = start.wrapping_sub(1 + usize::from(self.word_is(start.wrapping_sub(1), &["just", "only", "all", "about", "nearly"])));
        // "35% ahead of the fourth quarter"
        let apart = self.word_is(before, &["of"]) && self.word_is(before.wrapping_sub(1), &["ahead", "short"]);
        // "a 15% rise from 2024 to 2035"
        let stretch = self.word_is(start.wrapping_sub(1), &["from", "between"]) && period.tokens.1 >= start + 3;
        let bound = start <= figure.tokens.1 + 1 || stretch || listed(&BINDING, before) && !apart;
        if !bound {
            return false;
        }
        // "2% in 2013 and for 2014, of 3%"
        let next = self.figures.partition_point(|other| other.tokens.0 < period.tokens.1);
        let of_next = self.word_is(before.wrapping_sub(1), &["and"])
            && self.figures.get(next).is_some_and(|next| next.tokens.0 <= period.tokens.1 + 3)
            && self.around(figure).any(|other| other.tokens.1 <= figure.tokens.0);
        if of_next {
            return false;
        }
        let first = self.figures.partition_point(|other| other.tokens.0 < figure.tokens.1);
        let last = self.figures.partition_point(|other| other.tokens.1 <= start).clamp(first, (first + NEAR).min(self.figures.len()));
        let others = &self.figures[first..last];
        let linked = others.iter().all(|other| self.word_is(other.tokens.0.wrapping_sub(1), &["to", "or", "by", "of"]));
        let mut between = figure.tokens.1..start;
        let statement = |at: usize| listed(&OPENING, at) && (!others.is_empty() || self.word_is(at, &["and"]) && listed(&SUBJECTS, at + 1));
        linked && !between.any(statement) && !self.is_aside(figure, period)
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

    /// The day that the clause of a market move names: the nearest before the figure, else the next one.
    fn day_of(&self, figure: &FigureMention) -> Option<usize> {
        let is_day = |period: &&PeriodMention| {
            let looks_back = (period.tokens.0..period.tokens.1).any(|at| self.word_is(at, &["previous", "prior", "preceding", "before"]));
            period.grain == Grain::Day
                && period.stand.is_main()
                && !looks_back
                && (period.about || self.word_is(period.tokens.0, &["today"]))
        };
        // "from a year ago (Feb. 13, 2024), when it closed at $221"
        let last = figure.tokens.0.saturating_sub(5).max(self.range.start)..figure.tokens.0;
        if last.into_iter().any(|at| self.word_is(at, &["when"]))
            && let Some(day) = last_before(figure, self.around(figure).filter(|period| period.grain == Grain::Day))
        {
            return Some(day.index);
        }
        let days = self.around(figure).filter(is_day);
        let is_own = |day: &&PeriodMention| self.is_of_move(figure, day) && !self.leads_away(figure, day);
        let found = first_after(figure, days.clone()).filter(is_own).or_else(|| last_before(figure, days));
        found.map(|period| period.index)
    }

    /// Whether a day behind a market move is its own: "fell $2, or 3%, to close at $65 on Friday".
    fn is_of_move(&self, figure: &FigureMention, day: &PeriodMention) -> bool {
        let start = day.tokens.0;
        let bound = self.word_is(start.wrapping_sub(1), &["on"])
            || self.word_is(start, &["yesterday"])
            || self.document.tokens[start].classes.any(Classes::WEEKDAY);
        self.belongs(figure, day) || bound && day.stand.clause == figure.stand.clause
    }

    /// Whether a market move is over more than a day: "rose 5% this week", "over the past year, the shares have gained 5%".
    fn keeps_stretch(&self, figure: &FigureMention, periods: &[TimeSpan]) -> bool {
        let is_stretch = |period: &&PeriodMention| {
            period.stand.is_main()
                && period.grain != Grain::Day
                && periods[period.index].from.is_none_or(|from| Some(from) != periods[period.index].to)
        };
        let stretches = self.near(figure).filter(is_stretch);
        let after = first_after(figure, stretches.clone()).filter(|period| !self.leads_away(figure, period));
        if after.is_some_and(|period| self.belongs(figure, period)) {
            return true;
        }
        let level = market::is_level(self.document, &self.range, figure.tokens.0);
        // "Last week, the index climbed 350 points, or 0.5%, and the dollar 1%"
        let opens =
            self.periods.first().filter(|first| first.tokens.0 <= self.range.start + 1 && first.about && first.grain == Grain::Week);
        if opens.is_some_and(|first| !level && self.near(figure).all(|period| period.index == first.index)) {
            return true;
        }
        last_before(figure, stretches).is_some_and(|period| {
            let between = period.tokens.1..figure.tokens.0;
            !level && !self.figures.iter().any(|other| between.contains(&other.tokens.0))
        })
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

/// Words that bind a period to the figure before it.
static BINDING: WordList = WordList::new(words!("in|for|during|at|of|over|by|through|throughout|on|within|until"));

/// Words at which another statement may begin, and what it begins with.
static OPENING: WordList = WordList::new(words!("and|with|which|who"));
static SUBJECTS: WordList = WordList::new(words!("it|he|she|they|we|has|have|is|was"));

/// Participles behind a comma that tell what a figure means for something else.
static GOING_ON: WordList =
    WordList::new(words!("extending|maintaining|continuing|marking|reversing|prolonging|resuming|matching|breaking|ending|following"));
/// Words that open a clause of its own behind a comma.
static ASIDES: WordList = WordList::new(words!("which|who|whose|where|when|after|because|since|although|with"));

/// How far around a figure words of tense and of reason are looked for, in tokens.
const REACH: usize = 40;

/// Words that open a clause or a phrase of what a market moved for.
static LEADING: WordList = WordList::new(words!("after|as|because|following|when|despite|amid|since|although|though|even|ahead|before"));
/// Words by which a sentence tells of a day gone by.
static GONE: WordList = WordList::new(words!("before|ago|earlier|initially|once|previously|originally|formerly"));

/// Gives a price that moved, in a sentence without any time, the day of the market that the article tells of.
/// The first `mentions` periods are those that the text names, in order.
pub(super) fn market_days(document: &Document, facts: &mut [FigureFact], periods: &mut Vec<TimeSpan>, mentions: usize) {
    let Some(today) = document.context.reference_date else { return };
    let mut dates = None;
    let mut last = None;
    let mut moved_to = None;
    for fact in facts {
        // "fell 2% to 3,300": the level is of the day of the move
        let level = moved_to.take().filter(|&(_, end)| follows_as_level(document, end, fact.figure.span.start));
        if let Some((period, _)) = level.filter(|_| fact.period.is_none() && fact.figure.kind != FigureKind::Percent) {
            fact.period = Some(period);
            continue;
        }
        if let Some(period) = fact.period {
            let recent = periods[period].from.and_then(|day| day.until(today).ok()).is_some_and(|span| (0..=4).contains(&span.get_days()));
            if recent && periods[period].from == periods[period].to {
                last = Some(period);
            }
            continue;
        }
        let moved = fact.measure.as_deref() == Some("price") && fact.figure.kind == FigureKind::Percent;
        let Some(sentence) = document.sentences.get(fact.sentence).filter(|_| moved && fact.modality == Modality::Actual) else {
            continue;
        };
        let span = document.span(sentence.tokens.clone());
        let next = periods[..mentions].partition_point(|period| period.span.start < span.start);
        let timed = periods[..mentions].get(next).is_some_and(|period| period.span.start < span.end);
        let past = sentence.tokens.clone().any(|at| GONE.has(document.word(at)));
        if timed || past {
            continue;
        }
        let dates = dates.get_or_insert_with(|| KnownDates::of(periods, Some(today)));
        fact.period = last.or_else(|| dates.last_trading_day(document, fact.figure.span.start, periods));
        moved_to = fact.period.map(|period| (period, fact.figure.span.end));
    }
}

/// Whether only "to" or "at" stands between a move and the figure behind it: "2% to 3,300", "2% higher at 3,300", "2%, to $5".
fn follows_as_level(document: &Document, end: usize, start: usize) -> bool {
    let between = document.text.get(end..start).unwrap_or_default();
    let words = || between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    between.len() < 40
        && !between.contains(['.', ';'])
        && words().all(|word| TO_LEVEL.has(word))
        && words().any(|word| matches!(word, "to" | "at"))
}

/// What stands between a move and its level.
static TO_LEVEL: WordList =
    WordList::new(words!("to|at|close|end|settle|finish|trade|higher|lower|up|down|about|around|just|a|share|points|point"));

/// Gives what stands at the end of a stretch, such as debt, the last day of that stretch, where the article names it.
pub(super) fn balances(document: &Document, facts: &mut [FigureFact], periods: &[TimeSpan]) {
    let mut dates = None;
    for fact in facts {
        let Some(period) = fact.period else { continue };
        let long = matches!(periods[period].grain, Grain::Quarter | Grain::Half | Grain::Year);
        // "the fair value of shares vested in 2018"
        let sentence = document.sentences.get(fact.sentence).map(|sentence| sentence.tokens.clone());
        let moves = || sentence.into_iter().flatten().take(LONGEST_SENTENCE).any(|at| MOVED.has(document.word(at)));
        if long && fact.modality == Modality::Actual && fact.measure.as_deref().is_some_and(is_balance) && !moves() {
            let dates = dates.get_or_insert_with(|| KnownDates::of(periods, None));
            fact.period = dates.named_last_day(period, periods).or(fact.period);
        }
    }
}

/// Whether a measure is of a day: "net debt", "fair value of the forests", "cash and cash equivalents".
fn is_balance(measure: &str) -> bool {
    if measure.split_whitespace().any(|word| word.eq_ignore_ascii_case("average")) {
        return false;
    }
    let mut words = measure.split_whitespace().take_while(|word| !matches!(*word, "of" | "in" | "on" | "from" | "for" | "per" | "under"));
    let (mut before, mut last) = ("", words.next().unwrap_or_default());
    for word in words {
        (before, last) = (last, word);
    }
    BALANCES.has(last)
        || last.eq_ignore_ascii_case("value") && ["fair", "book"].iter().any(|kind| before.eq_ignore_ascii_case(kind))
        || last.eq_ignore_ascii_case("balance") && before.eq_ignore_ascii_case("cash")
        || last.eq_ignore_ascii_case("ratio") && before.to_ascii_lowercase().contains("debt")
}

/// How many tokens of a sentence are looked at for what happened to shares.
const LONGEST_SENTENCE: usize = 200;

/// What happens to shares over a year.
static MOVED: WordList = WordList::new(words!("vested|granted|exercised|forfeited"));
/// What stands at a day.
static BALANCES: WordList = WordList::new(words!(
    "debt|assets|liabilities|borrowings|backlog|equivalents|equity|indebtedness|receivables|deposits|loans|inventories|payables|aum"
));

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    /// Figures with the text of their periods.
    fn periods(text: &str) -> Vec<(String, Option<String>)> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        let text_of = |id: &String| sheet.periods.iter().find(|period| &period.id == id).map(|period| period.text.clone());
        sheet.facts.iter().map(|fact| (fact.text.clone(), fact.period.as_ref().and_then(text_of))).collect()
    }

    fn expect(text: &str, expected: &[(&str, Option<&str>)]) {
        let expected: Vec<(String, Option<String>)> =
            expected.iter().map(|(figure, period)| (figure.to_string(), period.map(String::from))).collect();
        assert_eq!(periods(text), expected, "{text}");
    }

    #[test]
    fn a_figure_takes_the_period_of_its_clause() {
        expect("Exports rose 39% to $830 million in 2004.", &[("39%", Some("2004")), ("$830 million", Some("2004"))]);
        expect("In 2003, sales were $4m, and $5m in 2004.", &[("$4m", Some("2003")), ("$5m", Some("2004"))]);
        expect("Sales were $4m in 2003 while profit was $1m in 2002.", &[("$4m", Some("2003")), ("$1m", Some("2002"))]);
    }

    #[test]
    fn a_comparison_keeps_its_period_to_itself() {
        expect("Revenue was $5m in 2004, compared with $4m in 2003.", &[("$5m", Some("2004")), ("$4m", Some("2003"))]);
        expect("Sales in 2004 rose from $4m to $5m.", &[("$4m", None), ("$5m", Some("2004"))]);
        expect("Income grew from $4m in 2003 to $5m in 2004.", &[("$4m", Some("2003")), ("$5m", Some("2004"))]);
        expect("Profit rose 9% on the previous year.", &[("9%", None)]);
    }

    #[test]
    fn brackets_and_pairs() {
        expect("Fees were $186 million in 2004 (2003 - $95 million).", &[("$186 million", Some("2004")), ("$95 million", Some("2003"))]);
        expect("It paid $6 million (RM24.94mil) in 2021.", &[("$6 million", Some("2021")), ("RM24.94mil", Some("2021"))]);
        expect("Sales were $5m and $4m in 2004 and 2003, respectively.", &[("$5m", Some("2004")), ("$4m", Some("2003"))]);
    }

    /// Dates of the figures' periods in an article of 10 February 2025.
    fn dates(text: &str) -> Vec<(String, Option<String>)> {
        let article = Article { date: "2025-02-10".parse().ok(), ..Article::from_text(text) };
        let sheet = analyze(&article, &Options::default());
        let dates_of = |id: &String| {
            let period = sheet.periods.iter().find(|period| &period.id == id)?;
            Some(format!("{}..{}", period.from.as_ref()?, period.to.as_ref()?))
        };
        sheet.facts.iter().map(|fact| (fact.text.clone(), fact.period.as_ref().and_then(dates_of))).collect()
    }

    fn expect_dates(text: &str, expected: &[(&str, Option<&str>)]) {
        let expected: Vec<_> = expected.iter().map(|(figure, dates)| (figure.to_string(), dates.map(String::from))).collect();
        assert_eq!(dates(text), expected, "{text}");
    }

    #[test]
    fn what_changed_over_a_stretch_that_is_named_by_its_end_is_of_it() {
        expect_dates("Prices rose 6.8 per cent over the year to May 2024.", &[("6.8 per cent", Some("2023-06-01..2024-05-31"))]);
        expect_dates("Over the three months ended June 2024 sales grew 5%.", &[("5%", Some("2024-04-01..2024-06-30"))]);
        // What sales are held against is no time of theirs: they are of the year after, or of no time that is told.
        expect_dates("Sales grew 5% over 2023.", &[("5%", Some("2024-01-01..2024-12-31"))]);
        expect_dates("Sales grew 5% over 2021.", &[("5%", None)]);
    }

    #[test]
    fn a_look_back_takes_the_shape_of_what_it_is_compared_with() {
        expect_dates(
            "In the second quarter of 2024 sales were $5m, against $4m a year earlier.",
            &[("$5m", Some("2024-04-01..2024-06-30")), ("$4m", Some("2023-04-01..2023-06-30"))],
        );
        expect_dates(
            "Q4 2024\n\n- Sales were EUR 9.1 (8.4) million.\n",
            &[("EUR 9.1", Some("2024-10-01..2024-12-31")), ("8.4", Some("2023-10-01..2023-12-31"))],
        );
    }

    #[test]
    fn market_moves_terms_and_contracts() {
        expect_dates("The bank met on Friday. Its shares fell 3% on Friday.", &[("3%", Some("2025-02-07..2025-02-07"))]);
        expect_dates("In 2024 it bought a 25% stake, it said.", &[("25%", None)]);
        expect_dates("Wheat for March delivery cost $6.", &[("$6", None)]);
        expect_dates("A report on May 1, 2024 told of it. On this news, Acme shares fell 14%.", &[("14%", None)]);
        expect_dates("On this news, Acme shares fell 14% on May 1, 2024.", &[("14%", Some("2024-05-01..2024-05-01"))]);
    }

    #[test]
    fn since_balances_and_days_unsaid() {
        expect_dates("Dividends have grown 10% since 2018.", &[("10%", Some("2018-01-01..2025-02-10"))]);
        expect_dates("Dividends grew 10%, the fastest since 2018.", &[("10%", None)]);
        expect_dates("Net debt was $5m in 2024.", &[("$5m", Some("2024-01-01..2024-12-31"))]);
        expect_dates("Taxes of 25% hit Malta, which sold the most in 2023.", &[("25%", None)]);
        expect_dates("The plan renews the 2017 tax cuts and costs $5m.", &[("$5m", None)]);
        expect_dates("From January to June 2024, sales rose 3%.", &[("3%", Some("2024-01-01..2024-06-30"))]);
        expect_dates(
            "It opened in 1991 and sold $2m. Since then it has grown to sales of $5m.",
            &[("$2m", Some("1991-01-01..1991-12-31")), ("$5m", None)],
        );
        expect_dates("Acme Corp fell 3%.", &[("3%", Some("2025-02-10..2025-02-10"))]);
        expect_dates("Its shares fell 3% in heavy trading yesterday.", &[("3%", Some("2025-02-09..2025-02-09"))]);
        expect_dates("Its shares fell 3% to $12.", &[("3%", Some("2025-02-10..2025-02-10")), ("$12", Some("2025-02-10..2025-02-10"))]);
        expect_dates("Shares slumped 9% after sales in the fourth quarter missed forecasts.", &[("9%", Some("2025-02-10..2025-02-10"))]);
    }

    #[test]
    fn events_names_and_what_went_before() {
        expect_dates("Founded in 2018, it now serves over 800 clients and took in $5m.", &[("800", None), ("$5m", None)]);
        expect_dates("A tax introduced in October brings in $5m.", &[("$5m", None)]);
        expect_dates("In 2018 it took in $5m.", &[("$5m", Some("2018-01-01..2018-12-31"))]);
        expect_dates("After a loss in 2023, it earned $5m in 2024.", &[("$5m", Some("2024-01-01..2024-12-31"))]);
        expect_dates("After a loss of $1m in 2023, it spent $5m.", &[("$1m", Some("2023-01-01..2023-12-31")), ("$5m", None)]);
        expect_dates("Under the Market Act of 1934 it paid $5m.", &[("$5m", None)]);
        expect_dates(
            "Sales were $5m in 2024, lower than $6m a year earlier.",
            &[("$5m", Some("2024-01-01..2024-12-31")), ("$6m", Some("2023-01-01..2023-12-31"))],
        );
    }

    #[test]
    fn marks_of_markets_and_weeks() {
        expect_dates(
            "Gas (NG) is currently at $4, up 3%.\n\n- Off 17% from its high of $5 hit Jan. 16, 2025\n- Up 2%\n",
            &[
                ("$4", Some("2025-02-10..2025-02-10")),
                ("3%", Some("2025-02-10..2025-02-10")),
                ("17%", Some("2025-01-16..2025-02-10")),
                ("$5", Some("2025-01-16..2025-01-16")),
                ("2%", Some("2025-02-10..2025-02-10")),
            ],
        );
        expect_dates("USD/TRY rises 1% to 36.", &[("1%", Some("2025-02-10..2025-02-10")), ("36", Some("2025-02-10..2025-02-10"))]);
        expect_dates(
            "Sales rose 6% in the first quarter ended on October 26. It sees second-quarter sales of $13 billion.",
            &[("6%", Some("2024-07-28..2024-10-26")), ("$13 billion", Some("2024-10-27..2025-01-25"))],
        );
    }

    #[test]
    fn what_goes_with_a_comparison_or_a_move() {
        expect_dates("The rise in 2019 compared to 2014 was 9%.", &[("9%", Some("2019-01-01..2019-12-31"))]);
        expect_dates(
            "Sales in the fourth quarter of 2024 were $9m. Annual sales were $40m.",
            &[("$9m", Some("2024-10-01..2024-12-31")), ("$40m", None)],
        );
        expect_dates("Acme Corp fell 3% to $12.", &[("3%", Some("2025-02-10..2025-02-10")), ("$12", Some("2025-02-10..2025-02-10"))]);
    }

    #[test]
    fn what_is_expected_takes_a_time_to_come() {
        expect_dates(
            "The bakery forecasts a profit of $3m for 2026. In 2024 sales were $9m. Costs are expected to be $7m.",
            &[("$3m", Some("2026-01-01..2026-12-31")), ("$9m", Some("2024-01-01..2024-12-31")), ("$7m", Some("2026-01-01..2026-12-31"))],
        );
        expect_dates(
            "In 2024 sales were $9m. The bakery owns a plant worth $4m.",
            &[("$9m", Some("2024-01-01..2024-12-31")), ("$4m", None)],
        );
        expect_dates(
            "In 2024 sales were $9m. Profit was $4m.",
            &[("$9m", Some("2024-01-01..2024-12-31")), ("$4m", Some("2024-01-01..2024-12-31"))],
        );
        expect_dates(
            "Since 2018, payments have doubled from $1 to $2.",
            &[("doubled", Some("2018-01-01..2025-02-10")), ("$1", Some("2018-01-01..2018-12-31")), ("$2", None)],
        );
        expect_dates("Income rose to a record $9 million last year.", &[("$9 million", Some("2024-01-01..2024-12-31"))]);
        expect_dates("It pays $9 million to holders of record on March 14, 2025.", &[("$9 million", None)]);
        expect_dates(
            "The deal, worth $7 million, helps to bring rolls to 15% of output by 2030.",
            &[("$7 million", None), ("15%", Some("2030-01-01..2030-12-31"))],
        );
        expect_dates("Natural gas for March delivery gained 8% today.", &[("8%", Some("2025-02-10..2025-02-10"))]);
        expect_dates(
            "Last week, the index climbed 350 points, or 0.5%.",
            &[("350", Some("2025-02-03..2025-02-09")), ("0.5%", Some("2025-02-03..2025-02-09"))],
        );
        expect_dates(
            "It expects growth of 2% for 2025 and for 2026, of 3%.",
            &[("2%", Some("2025-01-01..2025-12-31")), ("3%", Some("2026-01-01..2026-12-31"))],
        );
    }

    #[test]
    fn brackets_effect_and_what_is_no_time_of_a_figure() {
        expect_dates("Growth in the second quarter of 2024 (2%) was slow.", &[("2%", Some("2024-04-01..2024-06-30"))]);
        expect_dates("In December 2024 it cut the tax to 21% effective January 1, 2025.", &[("21%", Some("2025-01-01..2025-01-01"))]);
        expect_dates("The levy rises to 15% effective 1 July.", &[("15%", Some("2025-07-01..2025-07-01"))]);
        expect_dates("The $5 million plan announced in June 2024 is over.", &[("$5 million", None)]);
        expect_dates("It opened in September 2024 and will travel to eight towns.", &[("eight", None)]);
        expect_dates("It paid $9 million to owners of record after the bell on March 14, 2025.", &[("$9 million", None)]);
        expect_dates(
            "In 2024 sales were $9m. A grant of $4m over five years will help.",
            &[("$9m", Some("2024-01-01..2024-12-31")), ("$4m", None)],
        );
        expect_dates("In 2024 output was $9m. The house has 40 ovens.", &[("$9m", Some("2024-01-01..2024-12-31")), ("40", None)]);
        // Years of a list whose first is called fiscal are all fiscal, on a calendar that nothing tells.
        expect_dates("Sales were $9m and $8m in fiscal 2024 and 2023, respectively.", &[("$9m", None), ("$8m", None)]);
    }

    #[test]
    fn times_of_other_clauses_and_heads() {
        expect_dates("The $5m subsidy is small and will not reach bakers until late April.", &[("$5m", None)]);
        expect_dates("The mill opens on 3 March, thanks to a $5m grant.", &[("$5m", None)]);
        expect_dates("MEDIA RELEASE 7 February 2025 $5 MILLION FOR MILLS", &[("$5 MILLION", None)]);
        expect_dates("Prices rose 3%, extending a run of rises at the start of the year.", &[("3%", None)]);
        expect_dates("Bakers fear the January summit and a $5m levy.", &[("$5m", None)]);
        expect_dates("The $5m plan that was announced last year is over.", &[("$5m", None)]);
        expect_dates("A seat was sold for $5, down $1 from the previous sale last Friday.", &[("$5", None), ("$1", None)]);
        expect_dates("Sales grow at a 5% pace from 2024 to 2035.", &[("5%", Some("2024-01-01..2035-12-31"))]);
        expect_dates("In January sales rose 5%.", &[("5%", Some("2025-01-01..2025-01-31"))]);
    }

    #[test]
    fn headings_and_sentences_before() {
        expect(
            "Acme grows\n\nSecond Quarter 2004 Highlights\n\n- Sales of $5m\n- Profit of $1m in the first half of 2004\n",
            &[("$5m", Some("Second Quarter 2004")), ("$1m", Some("the first half of 2004"))],
        );
        expect("Sales fell in 2004. They came to $5m.", &[("$5m", Some("2004"))]);
    }
}
