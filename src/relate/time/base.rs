//! The period of what is only compared with: its own, or the one that lies as far back as the text says.
//!
//! "Sales were $5m in the second quarter of 2004, against $4m a year earlier" sets the second quarter of 2003 against that of 2004. A base
//! that names no period at all takes that of the year before, where the article names it.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::market;
use super::scene::{FigureMention, NEAR, PeriodMention, TimedSentence, first_after, last_before};
use crate::document::Document;
use crate::extract::period::shifted;
use crate::mention::{FigureKind, Grain, Shift, TimeSpan};
use crate::relate::{FigureFact, Modality};
use crate::text::{Span, TokenKind};
use crate::words::WordList;

/// The first period of each stretch of time that the article names.
pub(super) struct KnownDates {
    first: FxHashMap<(Date, Date), usize>,
    /// What the article last compared a stretch with.
    bases: FxHashMap<(Date, Date), usize>,
    /// Whether the article looks a year back in words: then what it compares without any is of the year before as well.
    says_year_on_year: bool,
    /// The day of writing.
    reference: Option<Date>,
}

impl KnownDates {
    /// Those of the article.
    pub(super) fn of(periods: &[TimeSpan], reference: Option<Date>) -> Self {
        let mut known = FxHashMap::default();
        for (index, period) in periods.iter().enumerate() {
            if let (Some(from), Some(to)) = (period.from, period.to) {
                known.entry((from, to)).or_insert(index);
            }
        }
        let says_year_on_year = periods.iter().any(|period| period.shift.is_some_and(|shift| shift.anaphoric && shift.months == -12));
        KnownDates { first: known, bases: FxHashMap::default(), says_year_on_year, reference }
    }

    fn note_base(&mut self, of: &TimeSpan, base: usize) {
        if let (Some(from), Some(to)) = (of.from, of.to) {
            self.bases.insert((from, to), base);
        }
    }

    /// What the article last compared the stretch with.
    fn base_of(&self, of: &TimeSpan) -> Option<usize> {
        self.bases.get(&(of.from?, of.to?)).copied()
    }

    /// The day of writing, for a figure at byte `at`, where no words name it.
    pub(super) fn today(&mut self, at: usize, periods: &mut Vec<TimeSpan>) -> Option<usize> {
        let day = self.reference?;
        let span = Span { start: at, end: at };
        self.add((day, day), TimeSpan { span, from: Some(day), to: Some(day), grain: Grain::Day, fiscal: false, shift: None }, periods)
    }

    /// The day of writing, on a weekend the Friday before, but for coins that are traded every day.
    pub(super) fn last_trading_day(&mut self, document: &Document, at: usize, periods: &mut Vec<TimeSpan>) -> Option<usize> {
        let day = self.reference?;
        let back = i64::from(day.weekday().to_monday_zero_offset()) - 4;
        if back <= 0 || market::is_of_coins(document) {
            return self.today(at, periods);
        }
        let friday = day.checked_sub(jiff::Span::new().days(back)).ok()?;
        let span = Span { start: at, end: at };
        let period = TimeSpan { span, from: Some(friday), to: Some(friday), grain: Grain::Day, fiscal: false, shift: None };
        self.add((friday, friday), period, periods)
    }

    /// The month of writing that ends on a day, for a figure at byte `at`, where no words name it.
    pub(super) fn month_of_writing(&mut self, last: Date, at: usize, periods: &mut Vec<TimeSpan>) -> Option<usize> {
        let (span, first) = (Span { start: at, end: at }, last.first_of_month());
        let month = TimeSpan { span, from: Some(first), to: Some(last), grain: Grain::Month, fiscal: false, shift: None };
        self.add((first, last), month, periods)
    }

    /// From the first day of a period to the day of writing: "since 2018".
    pub(super) fn up_to_now(&mut self, of: usize, periods: &mut Vec<TimeSpan>) -> Option<usize> {
        let (from, to) = (periods[of].from?, self.reference?);
        let period = TimeSpan { from: Some(from), to: Some(to), grain: Grain::Span, shift: None, fiscal: false, ..periods[of] };
        if from < to { self.add((from, to), period, periods) } else { None }
    }

    /// So many months up to the end of a period, which is no longer than they are.
    pub(super) fn ending_with(&mut self, of: usize, months: i32, periods: &mut Vec<TimeSpan>) -> Option<usize> {
        let (from, to) = (periods[of].from?, periods[of].to?);
        let first = to.tomorrow().ok()?.checked_sub(jiff::Span::new().months(months)).ok()?;
        if first >= from {
            return Some(of);
        }
        let grain = match months {
            12 => Grain::Year,
            6 => Grain::Half,
            3 => Grain::Quarter,
            _ => Grain::Span,
        };
        self.add((first, to), TimeSpan { from: Some(first), grain, shift: None, ..periods[of] }, periods)
    }

    /// Whether a report at the day of writing is none too late: one on nine months in March is of no calendar year.
    pub(super) fn is_timely(&self, of: &TimeSpan) -> bool {
        const LATEST: i32 = 125;
        let (Some(to), Some(today)) = (of.to, self.reference) else { return true };
        to.until(today).is_ok_and(|span| span.get_days() <= LATEST)
    }

    fn add(&mut self, dates: (Date, Date), period: TimeSpan, periods: &mut Vec<TimeSpan>) -> Option<usize> {
        Some(*self.first.entry(dates).or_insert_with(|| {
            periods.push(period);
            periods.len() - 1
        }))
    }

    /// A period moved to the year that another one is, told where that one stands.
    pub(super) fn in_year_of(&mut self, of: usize, year: usize, periods: &mut Vec<TimeSpan>) -> Option<usize> {
        let years = periods[year].to?.year() - periods[of].to?.year();
        let shift = Shift { months: i32::from(years) * 12, days: 0, anaphoric: false };
        let (from, to) = shifted(&periods[of], shift)?;
        let moved = TimeSpan { span: periods[year].span, from: Some(from), to: Some(to), shift: None, ..periods[of] };
        self.add((from, to), moved, periods)
    }

    /// The year after one that a change is held against, where the article names it or it is the last one that is over.
    pub(super) fn year_after(&mut self, base: usize, periods: &mut Vec<TimeSpan>) -> Option<usize> {
        const YEAR_ON: Shift = Shift { months: 12, days: 0, anaphoric: false };
        let (from, to) = shifted(&periods[base], YEAR_ON)?;
        let last_over = self.reference.is_some_and(|today| to < today && to.year() + 1 == today.year());
        if last_over {
            return self.add((from, to), TimeSpan { from: Some(from), to: Some(to), shift: None, ..periods[base] }, periods);
        }
        self.first.get(&(from, to)).copied()
    }

    /// The second of the two calendar years that a period is.
    pub(super) fn second_year(&mut self, of: usize, periods: &mut Vec<TimeSpan>) -> Option<usize> {
        let (first, to) = (periods[of].from?, periods[of].to?);
        let years = first.year() + 1 == to.year() && (first.month(), first.day(), to.month(), to.day()) == (1, 1, 12, 31);
        let from = Date::new(to.year(), 1, 1).ok().filter(|_| years)?;
        self.add((from, to), TimeSpan { from: Some(from), grain: Grain::Year, shift: None, ..periods[of] }, periods)
    }

    /// The last day of a period: "total assets as of 2023".
    pub(super) fn last_day(&mut self, of: usize, periods: &mut Vec<TimeSpan>) -> Option<usize> {
        let day = periods[of].to?;
        let period = TimeSpan { from: Some(day), to: Some(day), grain: Grain::Day, shift: None, ..periods[of] };
        self.add((day, day), period, periods)
    }

    /// The last day of a period, where the article names it.
    pub(super) fn named_last_day(&self, of: usize, periods: &[TimeSpan]) -> Option<usize> {
        let day = periods[of].to?;
        self.first.get(&(day, day)).copied()
    }

    /// The period that lies so far from another one, where the article names it.
    fn find(&self, from: usize, shift: Shift, periods: &[TimeSpan]) -> Option<usize> {
        self.first.get(&shifted(&periods[from], shift)?).copied()
    }

    /// The period that lies so far from another one; where the article names none, one that is counted from that mention.
    fn find_or_derive(&mut self, from: usize, shift: Shift, periods: &mut Vec<TimeSpan>) -> Option<usize> {
        let moved = shifted(&periods[from], shift)?;
        Some(*self.first.entry(moved).or_insert_with(|| {
            let TimeSpan { span, grain, fiscal, .. } = periods[from];
            periods.push(TimeSpan { span, from: Some(moved.0), to: Some(moved.1), grain, fiscal, shift: Some(shift) });
            periods.len() - 1
        }))
    }
}

/// The year before.
const YEAR_BACK: Shift = Shift { months: -12, days: 0, anaphoric: true };

/// Words of what was expected of the same period: "against forecasts of $4m".
static EXPECTED: WordList = WordList::new(picked!(saying, BASE, "analysts|target"));

/// What was expected, as a noun before its figure.
static NAMED: WordList =
    WordList::new(words!("forecast|forecasts|estimate|estimates|expectation|expectations|consensus|projection|projections"));

/// Words that tell another base than the year before.
static OTHER_BASE: WordList =
    WordList::new(words!("sequentially|quarter-on-quarter|previously|previous|prior|preliminary|initial|revised|originally"));

/// Rates that are read each month, and held against the last reading where no word of the sentence tells a year: "up to 4% from 3.7%".
static RATES: WordList = WordList::new(words!("inflation|unemployment|jobless|rate|rates|yield|yields"));

impl TimedSentence<'_> {
    /// The period of a figure in a comparison.
    pub(super) fn base_period(
        &self,
        at: usize,
        facts: &[FigureFact],
        topic: Option<usize>,
        periods: &mut Vec<TimeSpan>,
        dates: &mut KnownDates,
    ) -> Option<usize> {
        let figure = &self.figures[at];
        let stand = figure.stand;
        let inside = self.near(figure).filter(|period| period.stand.comparison == stand.comparison);
        let inside = inside.filter(|period| stand.comparison > 0 || period.stand.bracket == stand.bracket && stand.bracket > 0);
        let after = first_after(figure, inside.clone());
        let expected = self.says(figure, &EXPECTED) || self.is_expectation(figure);
        let own = after.or_else(|| last_before(figure, inside).filter(|_| !expected)).map(|period| period.index);
        let own = own.or_else(|| self.start_of_rise(figure));
        let anchor = self.compared(at, facts).unwrap_or(topic);
        let Some(own) = own else {
            let anchor = anchor?;
            if expected {
                return Some(anchor);
            }
            if facts[at].modality != Modality::Actual {
                return dates.base_of(&periods[anchor]).filter(|_| !self.says(figure, &OTHER_BASE));
            }
            let is_long = matches!(periods[anchor].grain, Grain::Quarter | Grain::Half | Grain::Year | Grain::Span);
            let named = periods[anchor].span.start >= self.document.tokens[self.range.start].span.start;
            let rate_of_topic =
                !named && facts[at].figure.kind == FigureKind::Percent && self.range.clone().any(|at| RATES.has(self.document.word(at)));
            if !is_long || rate_of_topic || self.says(figure, &OTHER_BASE) {
                return None;
            }
            if let Some(base) = dates.base_of(&periods[anchor]) {
                return Some(base);
            }
            if !self.is_prior_in_brackets(at, facts) && !dates.says_year_on_year && !self.is_of_row(figure) {
                return dates.find(anchor, YEAR_BACK, periods);
            }
            return dates.find_or_derive(anchor, YEAR_BACK, periods);
        };
        let (Some(shift), Some(anchor)) = (periods[own].shift, anchor) else {
            if let Some(anchor) = anchor.filter(|&anchor| anchor != own && !expected) {
                dates.note_base(&periods[anchor], own);
            }
            return Some(own);
        };
        // "inflation of 2% for 2017, against 1% in the previous quarter": an earlier forecast of the same year
        if shift.anaphoric && shift.months.abs() < 12 && periods[anchor].grain == Grain::Year && anchor != own {
            let ahead = facts.iter().any(|fact| fact.period == Some(anchor) && fact.modality == Modality::Forecast);
            return ahead.then_some(anchor);
        }
        let Some(moved) = shifted(&periods[anchor], shift).filter(|_| anchor != own) else { return Some(own) };
        if shift.anaphoric || shift.months.abs() < 12 && is_shape(&periods[anchor], shift) {
            let grain = periods[anchor].grain;
            let period = &mut periods[own];
            (period.from, period.to, period.grain) = (Some(moved.0), Some(moved.1), grain);
            dates.first.entry(moved).or_insert(own);
            return Some(own);
        }
        let (from, to) = (periods[own].from?, periods[own].to?);
        if (from, to) == moved || !matches!(periods[anchor].grain, Grain::Quarter | Grain::Half | Grain::Span) {
            return Some(own);
        }
        dates.find_or_derive(anchor, shift, periods)
    }

    /// The time since which something rose, of the figure that it rose from: "doubled from $1 to $2 since 2018".
    fn start_of_rise(&self, figure: &FigureMention) -> Option<usize> {
        let from = self.word_is(figure.tokens.0.wrapping_sub(1), &["from"]);
        let is_since = |period: &&PeriodMention| self.word_is(period.tokens.0.wrapping_sub(1), &["since"]) && !period.about;
        self.around(figure).find(is_since).filter(|_| from).map(|period| period.index)
    }

    /// Whether a figure is the year before's in a row of results: "Net 313,000 vs loss 860,000", not "up 19% vs a 3% rise for the index".
    fn is_of_row(&self, figure: &FigureMention) -> bool {
        let before = figure.tokens.0;
        let of_result = self.word_is(before.wrapping_sub(2), &["vs"]) && self.word_is(before.wrapping_sub(1), &["loss", "profit", "net"]);
        (self.word_is(before.wrapping_sub(1), &["vs"]) || of_result) && !self.range.clone().any(|at| EXPECTED.has(self.document.word(at)))
    }

    /// The period of the figure that is compared with this one: the nearest before it outside of comparisons, else the next one.
    fn compared(&self, at: usize, facts: &[FigureFact]) -> Option<Option<usize>> {
        let stand = self.figures[at].stand;
        let is_level = |index: &usize| {
            let other = self.figures[*index].stand;
            other.comparison == 0
                && !self.is_expectation(&self.figures[*index])
                && other.clause == stand.clause
                && (other.bracket == 0 || other.bracket == stand.bracket)
        };
        let before = (at.saturating_sub(NEAR)..at).rev().find(is_level);
        let found = before.or_else(|| (at + 1..(at + NEAR).min(self.figures.len())).find(is_level))?;
        Some(facts[found].period)
    }

    /// "forecasts of $4m", "the consensus for $4m".
    pub(super) fn is_expectation(&self, figure: &FigureMention) -> bool {
        let before = figure.tokens.0;
        let of = before > self.range.start + 1 && self.word_is(before - 1, &["of", "for"]);
        of && NAMED.has(self.document.word(before - 2))
    }

    /// Whether one of the words stands between the opening of the comparison and the figure, or right behind it.
    fn says(&self, figure: &FigureMention, words: &WordList) -> bool {
        let document = self.document;
        let before = (figure.tokens.0.saturating_sub(8).max(self.range.start)..figure.tokens.0).rev();
        let before =
            before.take_while(|&at| !crate::words::relating::COMPARISONS.has(document.word(at)) && !document.tokens[at].is_sign(','));
        let after = figure.tokens.1..(figure.tokens.1 + 3).min(self.range.end);
        before.chain(after).any(|at| document.tokens[at].kind == TokenKind::Word && words.has(document.word(at)))
    }
}

/// Whether the period has the length of the step back: "three months earlier" of a quarter.
fn is_shape(anchor: &TimeSpan, shift: Shift) -> bool {
    match anchor.grain {
        Grain::Month => shift.months != 0 && shift.days == 0,
        Grain::Quarter => shift.months % 3 == 0 && shift.months != 0,
        Grain::Half => shift.months % 6 == 0 && shift.months != 0,
        Grain::Week => shift.months == 0 && shift.days % 7 == 0 && shift.days != 0,
        _ => false,
    }
}
