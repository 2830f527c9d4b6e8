//! Which period of its sentence a figure is bound to: by a preposition, with no other statement between.

use super::scene::{FigureMention, NEAR, PeriodMention, TimedSentence, first_after, last_before};
use crate::mention::{Grain, TimeSpan};
use crate::text::TokenKind;
use crate::words::WordList;

impl TimedSentence<'_> {
    /// Of the periods of a clause, days only where there is nothing longer: the one that follows the figure and belongs to it,
    /// else the last before it, else the next.
    pub(super) fn attached<'p>(
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
    pub(super) fn is_left_behind(&self, figure: &FigureMention, period: &PeriodMention, periods: &[TimeSpan]) -> bool {
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
    pub(super) fn is_as_of(&self, period: &PeriodMention) -> bool {
        let start = period.tokens.0;
        self.word_is(start.wrapping_sub(1), &["of", "at"]) && self.word_is(start.wrapping_sub(2), &["as"])
    }

    /// Whether the words around a figure name what is counted over a year: "a market share of 14% and $1bn of premiums, as of 2023".
    pub(super) fn is_of_a_year(&self, figure: &FigureMention) -> bool {
        let mut around = figure.tokens.0.saturating_sub(4).max(self.range.start)..(figure.tokens.1 + 5).min(self.range.end);
        around.any(|at| self.word_is(at, &["premiums", "revenue", "revenues", "sales", "share", "turnover", "production", "exports"]))
    }

    /// A day on which something stood: "at December 31", "as of June 30".
    fn is_balance(&self, period: &PeriodMention) -> bool {
        self.word_is(period.tokens.0.wrapping_sub(1), &["at", "of"])
    }

    /// Whether a period after a figure belongs to it: bound by a preposition, with no other statement between.
    pub(super) fn belongs(&self, figure: &FigureMention, period: &PeriodMention) -> bool {
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
}

/// How far around a figure words of tense and of reason are looked for, in tokens.
const REACH: usize = 40;

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
