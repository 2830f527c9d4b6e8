//! The day of a market's move: the one that its clause names, else the day of the market that the article tells of.

use super::base::KnownDates;
use super::market;
use super::scene::{FigureMention, PeriodMention, TimedSentence, first_after, last_before};
use crate::document::Document;
use crate::mention::{FigureKind, Grain, TimeSpan};
use crate::relate::{FigureFact, Modality};
use crate::text::{Classes, TokenKind};
use crate::words::WordList;

impl TimedSentence<'_> {
    /// The day of the mark from which a market has moved: "off 17% from its high of $4 hit on Jan. 16", "up 18% from 52 weeks ago".
    pub(super) fn since_mark(&self, figure: &FigureMention, kind: FigureKind) -> Option<usize> {
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

    /// Whether the sentence opens with a time gone by: "before the launch, it traded at $8", "on this news, it fell" of what was told before.
    pub(super) fn is_long_ago(&self) -> bool {
        let first = self.range.start;
        let led_in = ["before", "initially", "previously", "originally", "formerly", "once"];
        let news = ["news", "announcement", "disclosure", "disclosures", "revelation", "revelations"];
        let told = |at: usize| self.word_is(at, &["this", "that", "these"]) && self.word_is(at + 1, &news);
        (first..self.range.end.min(first + 3)).any(|at| self.word_is(at, &led_in) || told(at))
            // "a few days later it fell to $8"
            || (first + 1..self.range.end.min(first + 6)).any(|at| self.word_is(at, &["later"]))
    }

    /// Whether the sentence tells of a day gone by without naming it: "before the launch, it traded at $8".
    pub(super) fn is_of_the_past(&self, figure: &FigureMention) -> bool {
        let mut around = figure.tokens.0.saturating_sub(REACH).max(self.range.start)..(figure.tokens.1 + REACH).min(self.range.end);
        around.any(|at| self.document.tokens[at].kind == TokenKind::Word && GONE.has(self.document.word(at)))
    }

    /// The day that the clause of a market move names: the nearest before the figure, else the next one.
    pub(super) fn day_of(&self, figure: &FigureMention) -> Option<usize> {
        let is_day = |period: &&PeriodMention| {
            let looks_back = (period.tokens.0..period.tokens.1).any(|at| self.word_is(at, &["previous", "prior", "preceding", "before"]));
            period.grain == Grain::Day
                && period.stand.is_main()
                && !looks_back
                && (period.about || self.word_is(period.tokens.0, &["today"]))
        };
        // "from a year before (May 3, 2023), when it ended at $40"
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
    pub(super) fn keeps_stretch(&self, figure: &FigureMention, periods: &[TimeSpan]) -> bool {
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
}

/// Gives a price that moved, in a sentence without any time, the day of the market that the article tells of.
/// The first `mentions` periods are those that the text names, in order.
pub(in crate::relate) fn market_days(document: &Document, facts: &mut [FigureFact], periods: &mut Vec<TimeSpan>, mentions: usize) {
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

/// How far around a figure words of tense and of reason are looked for, in tokens.
const REACH: usize = 40;

/// Words that open a clause or a phrase of what a market moved for.
static LEADING: WordList = WordList::new(words!("after|as|because|following|when|despite|amid|since|although|though|even|ahead|before"));
/// Words by which a sentence tells of a day gone by.
static GONE: WordList = WordList::new(words!("before|ago|earlier|initially|once|previously|originally|formerly"));
