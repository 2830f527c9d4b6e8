//! From what an expression says to dates: the reference date, the fiscal calendar, and the period that the article is speaking of.

use jiff::civil::Date;

use super::calendar::{
    Days, WeekCalendar, add_days, add_months, add_units, first_of, grain_of_months, is_week_end, months_from, stretch_of, unit_around,
    week_start,
};
use super::expression::Expression;
use super::focus::Focus;
use super::meaning::{CountedFrom, Edge, Length, Meaning, Stretch, Year};
use super::terms::TimeUnit;
use crate::context::{Context, FiscalCalendar};
use crate::mention::Grain;

/// How many other expressions are looked at for a year that one leaves out: articles have fewer, and long tables stay linear.
const LOOKED_AT: usize = 200;

/// How many days a stretch that is still reported on has been over, how near a day still to come is, and what is far from the day of writing.
const LATELY: i32 = 92;
const SOON: i32 = 45;
const FAR: i32 = 200;

/// Resolves expressions in the article's order.
pub(super) struct Resolver<'a> {
    reference: Option<Date>,
    /// The reference date, or a day of the month of writing: enough for months and years.
    about_now: Option<Date>,
    fiscal: Option<FiscalCalendar>,
    /// Where the text states an end that is no month's.
    weeks: Option<WeekCalendar>,
    month_first: bool,
    expressions: &'a [Expression],
    focus: Focus,
    /// The dates of the expression before.
    previous: Option<Days>,
}

impl<'a> Resolver<'a> {
    /// A resolver for the expressions of one article.
    pub(super) fn new(context: &Context, expressions: &'a [Expression]) -> Self {
        Resolver {
            reference: context.reference_date,
            about_now: context.reference_date.or(context.month_of_writing),
            fiscal: context.fiscal_calendar,
            weeks: None,
            month_first: matches!(context.country, Some("US" | "CA" | "PH") | None),
            expressions,
            focus: Focus::default(),
            previous: None,
        }
    }

    /// The dates of every expression, in order; `None` where text and reference date do not fix them.
    pub(super) fn resolve(mut self, outside: impl Fn(&Expression) -> bool) -> Vec<Option<Days>> {
        let mut out = Vec::with_capacity(self.expressions.len());
        self.weeks = self.stated_weeks();
        for (index, expression) in self.expressions.iter().enumerate() {
            let dates = self.meaning(&expression.meaning, index);
            if !outside(expression) {
                self.focus.note(expression, dates);
            }
            self.previous = dates;
            out.push(dates);
        }
        out
    }

    /// The calendar of weeks that the end of a quarter or year tells, by the first that is stated.
    fn stated_weeks(&self) -> Option<WeekCalendar> {
        self.expressions.iter().enumerate().take(LOOKED_AT).find_map(|(index, expression)| match &expression.meaning {
            Meaning::Ending(Length::Months(3 | 6 | 9 | 12) | Length::Years(1) | Length::Weeks(13 | 26 | 39 | 52), end)
            | Meaning::Stated(_, _, end) => Some(WeekCalendar::ending_on(self.meaning(end, index)?.to)),
            _ => None,
        })?
    }

    /// A stretch of the fiscal calendar, counted in weeks where the text does so.
    fn in_weeks(&self, dates: Days) -> Days {
        self.weeks.and_then(|weeks| weeks.fit(dates)).unwrap_or(dates)
    }

    fn meaning(&self, meaning: &Meaning, index: usize) -> Option<Days> {
        match meaning {
            Meaning::In(stretch, year) => self.stretch(*stretch, *year, index),
            Meaning::Numeric(a, b, year) => self.numeric(*a, *b, *year, index),
            Meaning::Ending(length, end) => self.ending(*length, end, index),
            Meaning::Stated(stretch, _, end) => self.ending(length_of(*stretch)?, end, index),
            Meaning::Range(first, last) => self.range(first, last, index),
            Meaning::Part(Edge::Rest, of) if matches!(**of, Meaning::Focus(_)) => {
                let Meaning::Focus(unit) = **of else { return None };
                self.part(Edge::Rest, unit_around(unit, self.reference?, 0)?)
            }
            Meaning::Part(edge, of) => self.part(*edge, self.meaning(of, index)?),
            Meaning::Weekday(day, week) => self.weekday(*day, *week, index),
            Meaning::Unit(unit, offset, origin) => self.unit(*unit, *offset, *origin),
            Meaning::Day(offset) => add_days(self.reference?, i32::from(*offset)).map(Days::day),
            Meaning::Span(count, unit, origin) => self.span(*count, *unit, *origin),
            Meaning::Away(count, unit, origin) => self.away(*count, *unit, *origin),
            Meaning::Focus(unit) => self.focused(*unit, index),
            Meaning::SamePeriod => self.focus.latest.map(|(_, dates)| dates),
            Meaning::Reported => self.focus.reported,
            Meaning::Same(unit, year) => self.same(*unit, *year, index),
            Meaning::SameStretch(stretch, years) => self.stretch(*stretch, Year::Unsaid, index)?.shift_years(*years),
            Meaning::Decade(decade) => decade_of(*decade),
            Meaning::Century(number) => months_from(first_of((i16::from(*number) - 1) * 100, 1)?, 1200, Grain::Span),
            Meaning::WeekOf(day) => unit_around(TimeUnit::Week, self.meaning(day, index)?.from, 0),
            Meaning::WeekNumber(week) => self.week_number(*week),
            Meaning::Nth(number, unit, of) => nth(*number, *unit, self.meaning(of, index)?),
            Meaning::Tail(count, unit, of) => {
                let of = self.meaning(of, index)?;
                let days = i32::from(*count) * if *unit == TimeUnit::Week { 7 } else { 1 };
                Days::new(add_days(of.to, 1 - days)?.max(of.from), of.to, if days == 7 { Grain::Week } else { Grain::Span })
            }
            Meaning::NthWeekday(number, day, of) => nth_weekday(*number, *day, self.meaning(of, index)?),
            Meaning::DayOf(day, of) => {
                let month = self.meaning(of, index)?.from;
                Date::new(month.year(), month.month(), *day).ok().map(Days::day)
            }
        }
    }

    /// The fiscal calendar where it counts for a part of a year that is not called fiscal.
    fn quarters(&self) -> Option<FiscalCalendar> {
        self.fiscal.filter(|calendar| calendar.quarters)
    }

    /// The first day of a year, and whether it is a fiscal one. `parts` for the parts of a year that fiscal calendars count.
    fn year_start(&self, year: Year, parts: bool) -> Option<(Date, bool)> {
        let fiscal = |start: Option<Date>| Some((start?, self.fiscal.is_some_and(|calendar| !calendar.is_calendar_year())));
        let own = self.quarters().filter(|_| parts);
        match year {
            Year::Unsaid => None,
            Year::Of(year) => match own {
                Some(calendar) => fiscal(calendar.named(year)),
                None => Some((first_of(year, 1)?, false)),
            },
            Year::Calendar(year) => Some((first_of(year, 1)?, false)),
            Year::Fiscal(year) => fiscal(self.fiscal?.named(year)),
            Year::Fy(year) => match self.fiscal {
                Some(calendar) => fiscal(calendar.named(year)),
                None => Some((first_of(year, 1)?, false)),
            },
            Year::Pair(year) => fiscal(self.fiscal.filter(|calendar| !calendar.is_calendar_year())?.starting_in(year)),
            Year::Relative(offset) => match own {
                Some(calendar) => fiscal(add_months(calendar.around(self.about_now?)?, i32::from(offset) * 12)),
                None => Some((first_of(self.about_now?.year().checked_add(offset)?, 1)?, false)),
            },
            Year::Upcoming => None,
            Year::RelativeFiscal(offset) => fiscal(add_months(self.fiscal?.around(self.about_now?)?, i32::from(offset) * 12)),
            Year::Anaphoric(offset) => {
                let (_, latest) = self.focus.latest?;
                let calendar = self.quarters().filter(|_| latest.fiscal || latest.grain == Grain::Year && latest.from.month() != 1);
                match calendar {
                    Some(calendar) => fiscal(add_months(calendar.around(latest.from)?, i32::from(offset) * 12)),
                    None => Some((first_of(latest.to.year().checked_add(offset)?, 1)?, false)),
                }
            }
            Year::AnaphoricFiscal(offset) => {
                let (_, latest) = self.focus.latest?;
                fiscal(add_months(self.fiscal?.around(latest.from)?, i32::from(offset) * 12))
            }
        }
    }

    fn stretch(&self, stretch: Stretch, year: Year, index: usize) -> Option<Days> {
        let dates = match year {
            Year::Unsaid => return self.without_year(stretch, index),
            Year::Upcoming => return self.nearest(stretch, add_days(self.reference?, 1)?, true),
            // without a reference date "Q2 last year" is the one before the Q2 that the article speaks of
            Year::Relative(offset) if self.about_now.is_none() && is_part(stretch) => {
                self.focus.same_stretch(stretch)?.shift_years(offset)?
            }
            _ => {
                let (start, fiscal) = self.year_start(year, is_part(stretch))?;
                let dates = Days { fiscal, ..stretch_of(stretch, start)? };
                if is_part(stretch) || fiscal { self.in_weeks(dates) } else { dates }
            }
        };
        Some(dates)
    }

    /// A part, month or day whose year is not said.
    fn without_year(&self, stretch: Stretch, index: usize) -> Option<Days> {
        let expression = self.expressions.get(index)?;
        if expression.joined
            && let Some(next) = self.expressions.get(index + 1)
            && let Some(year) = explicit_year(&next.meaning, stretch)
        {
            return self.joined_with(stretch, year);
        }
        if let Some(dates) = self.in_year_said(stretch, index) {
            return Some(dates);
        }
        if is_part(stretch) || matches!(stretch, Stretch::Months(..)) {
            if let Some(dates) = self.focus.same_stretch(stretch) {
                return Some(dates);
            }
            if let Some(year) = self.explicit_elsewhere(stretch, index) {
                return self.stretch(stretch, year, index);
            }
        }
        if matches!(stretch, Stretch::FirstMonths(_) | Stretch::FirstWeeks(_) | Stretch::LastMonths(_))
            && let Some((_, latest)) = self.focus.latest
        {
            return self.in_year_around(stretch, latest.from);
        }
        match self.about_now {
            Some(now) => self.nearest(stretch, now, expression.ahead),
            None => self.year_by_outlook(stretch, index).or_else(|| self.inside_focus(stretch)).or_else(|| self.ending_elsewhere(stretch)),
        }
    }

    /// The quarter in the year that the outlook of the report tells.
    fn year_by_outlook(&self, stretch: Stretch, index: usize) -> Option<Days> {
        let Stretch::Quarter(quarter @ 1..=4) = stretch else { return None };
        let year = super::outlook::year(self.expressions, index, quarter)?;
        self.stretch(stretch, Year::Of(year), index)
    }

    /// The stretch in the year that the sentence named before it: "In 2020, sales fell 5% in April".
    fn in_year_said(&self, stretch: Stretch, index: usize) -> Option<Days> {
        if !matches!(stretch, Stretch::Month(_) | Stretch::Months(..) | Stretch::Day(..) | Stretch::Days(..)) {
            return None;
        }
        let own = self.expressions.get(index)?;
        // past the others of the row: "in April and in September"
        let is_other = |before: &&Expression| {
            before.sentence == own.sentence && matches!(before.meaning, Meaning::In(Stretch::Month(_) | Stretch::Day(..), Year::Unsaid))
        };
        let before = self.expressions[..index].iter().rev().take(4).find(|before| !is_other(before))?;
        if own.sentence != before.sentence || own.aside || before.aside || before.compared {
            return None;
        }
        match before.meaning {
            Meaning::In(Stretch::Whole, Year::Of(year)) => stretch_of(stretch, first_of(year, 1)?),
            Meaning::In(Stretch::Month(_) | Stretch::Day(..), Year::Of(_)) => {
                let before = self.meaning(&before.meaning, index)?;
                let dates = stretch_of(stretch, first_of(before.from.year(), 1)?)?;
                let dates = if dates.from <= before.to { dates.shift_years(1)? } else { dates };
                Some(dates).filter(|dates| self.reference.is_none_or(|reference| dates.from <= reference || own.ahead))
            }
            _ => None,
        }
    }

    /// The stretch in the year of what it is joined to; the year before where it would come after it.
    fn joined_with(&self, stretch: Stretch, (year, month): (Year, Option<i8>)) -> Option<Days> {
        let (start, fiscal) = self.year_start(year, is_part(stretch))?;
        let own = match stretch {
            Stretch::Month(own) | Stretch::Day(own, _) => Some(own),
            _ => None,
        };
        let back = matches!((own, month), (Some(own), Some(month)) if own > month);
        let dates = stretch_of(stretch, if back { add_months(start, -12)? } else { start })?;
        Some(Days { fiscal, ..dates })
    }

    /// The year that another expression names with the same stretch: the nearest after this one.
    fn explicit_elsewhere(&self, stretch: Stretch, index: usize) -> Option<Year> {
        if self.reference.is_some() {
            return None;
        }
        self.expressions.iter().skip(index + 1).take(LOOKED_AT).find_map(|other| match other.meaning {
            Meaning::In(same, year @ (Year::Of(_) | Year::Fiscal(_) | Year::Fy(_))) if same == stretch && !other.compared => Some(year),
            _ => None,
        })
    }

    /// The stretch whose last day another expression states: "Q3" in an article with "the nine months through December 2024".
    fn ending_elsewhere(&self, stretch: Stretch) -> Option<Days> {
        if !matches!(stretch, Stretch::Quarter(_) | Stretch::Half(_) | Stretch::QuarterTo(_) | Stretch::HalfTo(_)) {
            return None;
        }
        self.expressions.iter().take(LOOKED_AT).filter(|other| !other.compared).find_map(|other| {
            let (Meaning::Ending(_, end) | Meaning::Stated(_, _, end)) = &other.meaning else { return None };
            let Meaning::In(Stretch::Day(..) | Stretch::Month(_), Year::Of(_)) = **end else { return None };
            let end = self.meaning(end, 0)?.to;
            self.in_year_around(stretch, end).filter(|dates| dates.to == end)
        })
    }

    /// The stretch in the year that holds a day, on the fiscal calendar where that counts.
    fn in_year_around(&self, stretch: Stretch, date: Date) -> Option<Days> {
        match self.quarters().filter(|_| is_part(stretch)) {
            Some(calendar) => {
                let dates = Days { fiscal: !calendar.is_calendar_year(), ..stretch_of(stretch, calendar.around(date)?)? };
                Some(self.in_weeks(dates))
            }
            None => stretch_of(stretch, first_of(date.year(), 1)?),
        }
    }

    /// The last such stretch that has begun by the reference date, or the next one that has not ended.
    fn nearest(&self, stretch: Stretch, reference: Date, ahead: bool) -> Option<Days> {
        let this = add_months(reference, 12).and_then(|next| self.in_year_around(stretch, next));
        let candidates = [0, -12, -24, -36].into_iter().filter_map(|months| self.in_year_around(stretch, add_months(reference, months)?));
        let candidates: Vec<Days> = this.into_iter().chain(candidates).collect();
        let begun = candidates.iter().find(|dates| dates.from <= reference).copied();
        let coming = candidates.iter().rev().find(|dates| dates.to >= reference).copied();
        let days = |from: Date, to: Date| from.until(to).map_or(i32::MAX, |span| span.get_days());
        let wait = coming.map_or(i32::MAX, |coming| days(reference, coming.from));
        let past = begun.map_or(i32::MAX, |begun| days(begun.to, reference));
        if ahead {
            // in February, "fourth-quarter profit is expected to" is of the quarter that has just ended
            let just_over = !matches!(stretch, Stretch::Day(..)) && past <= LATELY && wait > FAR;
            return if just_over { begun } else { coming };
        }
        // a bare "20 February" is rarely of the year before a fortnight before it
        let is_near = matches!(stretch, Stretch::Day(..)) && wait <= SOON && past > FAR;
        if is_near { coming } else { begun }
    }

    /// Without a reference date: a day that ends the period in focus, or a part of the year in focus.
    fn inside_focus(&self, stretch: Stretch) -> Option<Days> {
        let (_, latest) = self.focus.latest?;
        let dates = match self.quarters().filter(|_| is_part(stretch)) {
            Some(calendar) => stretch_of(stretch, calendar.around(latest.from)?)?,
            None => stretch_of(stretch, first_of(latest.to.year(), 1)?)?,
        };
        match stretch {
            Stretch::Quarter(_) | Stretch::Half(_) if latest.grain == Grain::Year => Some(dates),
            Stretch::Day(..) if dates.to == latest.to => Some(dates),
            _ => None,
        }
    }

    fn numeric(&self, a: u8, b: u8, year: Year, index: usize) -> Option<Days> {
        let (a, b) = (i8::try_from(a).ok()?, i8::try_from(b).ok()?);
        let (month, day) = if a > 12 || b <= 12 && !self.month_first { (b, a) } else { (a, b) };
        self.stretch(Stretch::Day(month, day), year, index)
    }

    /// A length that ends with a stated day.
    fn ending(&self, length: Length, end: &Meaning, index: usize) -> Option<Days> {
        let end = self.meaning(end, index)?.to;
        let back = |months: i32| {
            let next = end.tomorrow().ok()?;
            Days::new(add_months(next, -months)?, end, grain_of_months(months))
        };
        let weeks = |months: i32| Days::new(add_days(end, 1 - 91 * (months / 3))?, end, grain_of_months(months));
        let dates = match length {
            Length::Months(count @ (3 | 6 | 9 | 12)) if is_week_end(end) => weeks(i32::from(count))?,
            Length::Years(1) if is_week_end(end) => weeks(12)?,
            Length::Months(count) => back(i32::from(count))?,
            Length::Years(count) => back(i32::from(count) * 12)?,
            Length::Weeks(count) => {
                let grain = if count == 1 { Grain::Week } else { Grain::Span };
                Days::new(add_days(end, 1 - 7 * i32::from(count))?, end, grain)?
            }
            Length::Unsaid => self.focus.ending_on(end)?,
        };
        let fiscal = matches!(length, Length::Years(1)) && dates.from.month() != 1;
        Some(Days { fiscal, ..dates })
    }

    fn range(&self, first: &Meaning, last: &Meaning, index: usize) -> Option<Days> {
        let last_dates = self.meaning(last, index)?;
        let first_dates = match (first, explicit_year(last, Stretch::Whole)) {
            (Meaning::In(stretch, Year::Unsaid), Some(year)) => {
                let inside = self.joined_with(*stretch, (year.0, None))?;
                if inside.from > last_dates.to { inside.shift_years(-1)? } else { inside }
            }
            _ => self.meaning(first, index)?,
        };
        let mut last_dates = last_dates;
        if last_dates.to < first_dates.from && matches!(last, Meaning::In(_, Year::Unsaid) | Meaning::Weekday(..)) {
            last_dates = match last {
                Meaning::Weekday(..) => Days::day(add_days(last_dates.to, 7)?),
                _ => last_dates.shift_years(1)?,
            };
        }
        let dates = Days::new(first_dates.from, last_dates.to, Grain::Span)?;
        Some(match dates.months() {
            Some(months) => Days { grain: grain_of_months(months), ..dates },
            None => dates,
        })
    }

    fn part(&self, edge: Edge, whole: Days) -> Option<Days> {
        let days = whole.from.until(whole.to).ok()?.get_days() + 1;
        let months = whole.months();
        let week = whole.grain == Grain::Week;
        let (from, to) = match (edge, months) {
            (Edge::Early, Some(months)) if months >= 2 => (whole.from, add_months(whole.from, months / 2)?.yesterday().ok()?),
            (Edge::Late, Some(months)) if months >= 2 => (add_months(whole.from, months / 2)?, whole.to),
            (Edge::Middle, Some(months)) if months >= 3 => {
                (add_months(whole.from, months / 3)?, add_months(whole.from, months * 2 / 3)?.yesterday().ok()?)
            }
            (Edge::Start, _) if week => (whole.from, add_days(whole.from, 2)?),
            (Edge::Early, _) => (whole.from, add_days(whole.from, (days + 1) / 2 - 1)?),
            (Edge::Late, _) => (add_days(whole.from, days / 2)?, whole.to),
            (Edge::Middle, _) => (add_days(whole.from, days / 4)?, add_days(whole.to, -(days / 4))?),
            (Edge::End, _) if week => (add_days(whole.to, -2)?, whole.to),
            (Edge::Start, _) => (whole.from, whole.from),
            (Edge::End, _) => (whole.to, whole.to),
            (Edge::Earlier | Edge::ToDate, _) => (whole.from, self.reference?.min(whole.to)),
            (Edge::Later | Edge::Rest, _) => (self.reference?.max(whole.from), whole.to),
        };
        let grain = if from == to { Grain::Day } else { Grain::Span };
        Some(Days { fiscal: whole.fiscal, ..Days::new(from, to, grain)? })
    }

    /// A weekday of a week, or the nearest one.
    fn weekday(&self, day: i8, week: Option<i16>, index: usize) -> Option<Days> {
        let reference = self.reference?;
        let in_week = |weeks: i16| add_days(week_start(reference)?, i32::from(weeks) * 7 + i32::from(day) - 1);
        let date = match week {
            Some(weeks) => in_week(weeks)?,
            None if self.expressions.get(index).is_some_and(|expression| expression.ahead) => {
                let this = in_week(0)?;
                if this >= reference { this } else { add_days(this, 7)? }
            }
            None => {
                let this = in_week(0)?;
                if this <= reference { this } else { add_days(this, -7)? }
            }
        };
        Some(Days::day(date))
    }

    fn unit(&self, unit: TimeUnit, offset: i16, origin: CountedFrom) -> Option<Days> {
        if origin == CountedFrom::Present {
            if let (TimeUnit::Quarter | TimeUnit::Half, Some(calendar)) = (unit, self.quarters()) {
                return self.fiscal_unit(unit, offset, calendar);
            }
            let now = if matches!(unit, TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Half | TimeUnit::Year) {
                self.about_now
            } else {
                self.reference
            };
            return unit_around(unit, now?, offset);
        }
        let around = self.focus.of_unit(unit)?;
        match unit {
            TimeUnit::Quarter => around.shift_months(i32::from(offset) * 3),
            TimeUnit::Half => around.shift_months(i32::from(offset) * 6),
            _ => unit_around(unit, around.from, offset),
        }
    }

    /// The quarter or half of the fiscal year around the reference date.
    fn fiscal_unit(&self, unit: TimeUnit, offset: i16, calendar: FiscalCalendar) -> Option<Days> {
        let reference = self.reference?;
        let months = if unit == TimeUnit::Quarter { 3 } else { 6 };
        let start = calendar.around(reference)?;
        let grain = if unit == TimeUnit::Quarter { Grain::Quarter } else { Grain::Half };
        let now = (0..12 / months).filter_map(|part| months_from(add_months(start, part * months)?, months, grain));
        let now = now.into_iter().find(|dates| dates.from <= reference && reference <= dates.to)?;
        Some(Days { fiscal: !calendar.is_calendar_year(), ..now.shift_months(i32::from(offset) * months)? })
    }

    /// So many units up to the reference date or before the period in focus, or from there on.
    fn span(&self, count: i16, unit: TimeUnit, origin: CountedFrom) -> Option<Days> {
        let (before, after) = match origin {
            CountedFrom::Present => {
                let reference = self.reference?;
                let twelve_months = matches!((count, unit), (-12, TimeUnit::Month) | (-4, TimeUnit::Quarter));
                match self.focus.reported.filter(|_| twelve_months) {
                    Some(reported) if self.is_recent(reported, reference) => (reported.to, reported.to),
                    _ => (reference, reference),
                }
            }
            CountedFrom::Focus => {
                let (_, latest) = self.focus.latest?;
                (latest.from.yesterday().ok()?, latest.to)
            }
        };
        // "the past year" starts on this day of last year, "the coming year" today; days, weeks and many years leave one end out
        let whole = matches!((count, unit), (_, TimeUnit::Month | TimeUnit::Quarter) | (-1 | 1, TimeUnit::Year));
        let from_today = whole && origin == CountedFrom::Present && Some(before) == self.reference;
        let (from, to) = match count {
            ..0 if from_today => (add_units(before, count, unit)?, before),
            ..0 => (add_units(before.tomorrow().ok()?, count, unit)?, before),
            _ => {
                let from = if from_today { after } else { after.tomorrow().ok()? };
                (from, add_units(from, count, unit)?.yesterday().ok()?)
            }
        };
        let dates = Days::new(from, to, Grain::Span)?;
        Some(Days { grain: if matches!(dates.months(), Some(12)) { Grain::Year } else { Grain::Span }, ..dates })
    }

    /// Whether a period ended in the four months before the reference date: the article reports on it.
    fn is_recent(&self, dates: Days, reference: Date) -> bool {
        matches!(dates.grain, Grain::Quarter | Grain::Half | Grain::Year)
            && dates.to < reference
            && add_months(dates.to, 4).is_some_and(|limit| limit >= reference)
    }

    fn away(&self, count: i16, unit: TimeUnit, origin: CountedFrom) -> Option<Days> {
        let from = match origin {
            CountedFrom::Present => self.reference?,
            CountedFrom::Focus => self.focus.of_unit(TimeUnit::Day)?.from,
        };
        add_units(from, count, unit).map(Days::day)
    }

    /// "the quarter", "the full year".
    fn focused(&self, unit: TimeUnit, index: usize) -> Option<Days> {
        // "the fourth quarter and full year": the year of that quarter
        let joined = index > 0 && self.expressions.get(index - 1).is_some_and(|before| before.joined);
        if let (TimeUnit::Year, Some(part)) =
            (unit, self.previous.filter(|dates| joined && matches!(dates.grain, Grain::Quarter | Grain::Half)))
        {
            return self.in_year_around(Stretch::Whole, part.from);
        }
        if let Some(dates) = self.focus.of_unit(unit) {
            return Some(dates);
        }
        if unit == TimeUnit::Quarter
            && let Some(dates) = self.quarter_named_later(index)
        {
            return Some(dates);
        }
        let (_, latest) = self.focus.latest?;
        match unit {
            TimeUnit::Year => self.in_year_around(Stretch::Whole, latest.from),
            // a report on a year speaks of its last quarter
            TimeUnit::Quarter => {
                let year = self.focus.reported.filter(|dates| dates.grain == Grain::Year)?;
                let recent = self.is_recent(year, self.reference?);
                if recent { months_from(add_months(year.to.tomorrow().ok()?, -3)?, 3, Grain::Quarter) } else { None }
            }
            _ => None,
        }
    }

    /// The quarter just over that an article names only after it has spoken of "the quarter".
    fn quarter_named_later(&self, index: usize) -> Option<Days> {
        let reference = self.reference?;
        let named = |later: &Expression| {
            let Meaning::In(stretch @ (Stretch::Quarter(_) | Stretch::QuarterTo(_)), year) = later.meaning else { return None };
            if later.compared || later.ahead || matches!(year, Year::Anaphoric(_) | Year::AnaphoricFiscal(_)) {
                return None;
            }
            self.stretch(stretch, year, index).filter(|dates| self.is_recent(*dates, reference))
        };
        self.expressions.iter().skip(index + 1).take(LOOKED_AT).find_map(named)
    }

    /// The period in focus, in another year.
    fn same(&self, unit: Option<TimeUnit>, year: Year, index: usize) -> Option<Days> {
        let (stretch, focus) = match unit {
            Some(unit @ (TimeUnit::Quarter | TimeUnit::Half | TimeUnit::Month | TimeUnit::Year)) => {
                let dates = self.focus.of_unit(unit)?;
                (self.focus.stretch_of(dates), dates)
            }
            _ => self.focus.latest?,
        };
        match (year, stretch) {
            (Year::Anaphoric(offset) | Year::AnaphoricFiscal(offset), _) => focus.shift_years(offset),
            (Year::Relative(offset), _) if offset != 0 => focus.shift_years(offset),
            (Year::RelativeFiscal(_) | Year::Fiscal(_) | Year::Pair(_) | Year::Fy(_), Some(stretch)) => self.stretch(stretch, year, index),
            (Year::RelativeFiscal(offset), None) => focus.shift_years(offset),
            (Year::Of(year), _) => focus.shift_years(year.checked_sub(if focus.fiscal && focus.grain == Grain::Year {
                focus.to.year()
            } else {
                focus.from.year()
            })?),
            (Year::Relative(_) | Year::Unsaid, _) => Some(focus),
            _ => None,
        }
    }

    fn week_number(&self, week: u8) -> Option<Days> {
        // the ISO week: week 1 holds 4 January
        let monday = add_days(week_start(Date::new(self.reference?.year(), 1, 4).ok()?)?, (i32::from(week) - 1) * 7)?;
        Days::new(monday, add_days(monday, 6)?, Grain::Week)
    }
}

/// Parts of a year that a fiscal calendar counts from its start.
fn is_part(stretch: Stretch) -> bool {
    matches!(stretch, Stretch::Quarter(_) | Stretch::Half(_) | Stretch::FirstMonths(_) | Stretch::LastMonths(_))
}

fn length_of(stretch: Stretch) -> Option<Length> {
    match stretch {
        Stretch::Quarter(_) => Some(Length::Months(3)),
        Stretch::Half(_) => Some(Length::Months(6)),
        Stretch::FirstMonths(count) | Stretch::LastMonths(count) => Some(Length::Months(count)),
        _ => None,
    }
}

/// The year that an expression names, for something joined to it; with its month where the two are of one kind.
fn explicit_year(meaning: &Meaning, joined: Stretch) -> Option<(Year, Option<i8>)> {
    match *meaning {
        Meaning::In(_, Year::Unsaid) => None,
        Meaning::In(Stretch::Month(month) | Stretch::Day(month, _), year) => Some((year, Some(month))),
        Meaning::In(_, year) => (!matches!(joined, Stretch::Day(..))).then_some((year, None)),
        Meaning::Ending(Length::Years(1) | Length::Months(12) | Length::Unsaid, ref end) if is_part(joined) => match **end {
            Meaning::In(Stretch::Day(..) | Stretch::Month(_), year @ Year::Of(_)) => Some((year, None)),
            _ => None,
        },
        _ => None,
    }
}

fn decade_of(decade: u16) -> Option<Days> {
    let first = match decade {
        0..=20 => 2000 + decade,
        21..=99 => 1900 + decade,
        _ => decade,
    };
    months_from(first_of(i16::try_from(first).ok()?, 1)?, 120, Grain::Decade)
}

/// The nth week, day or month of a stretch. Week 1 is the one that holds its first Thursday, so most of its days lie inside.
fn nth(number: u8, unit: TimeUnit, of: Days) -> Option<Days> {
    let number = i16::from(number);
    let dates = match unit {
        TimeUnit::Week | TimeUnit::Weekend => {
            let monday = |date: Date| {
                let monday = week_start(date)?;
                Some(if add_days(monday, 3)? < date { add_days(monday, 7)? } else { monday })
            };
            let first = if number == 0 {
                let last = week_start(of.to)?;
                if add_days(last, 3)? > of.to { add_days(last, -7)? } else { last }
            } else {
                add_days(monday(of.from)?, i32::from(number - 1) * 7)?
            };
            unit_around(unit, first, 0)?
        }
        TimeUnit::Day if number == 0 => Days::day(of.to),
        TimeUnit::Day => Days::day(add_days(of.from, i32::from(number - 1))?),
        TimeUnit::Month if number == 0 => unit_around(TimeUnit::Month, of.to, 0)?,
        TimeUnit::Month => unit_around(TimeUnit::Month, of.from, number - 1)?,
        _ => return None,
    };
    Some(dates)
}

fn nth_weekday(number: u8, day: i8, of: Days) -> Option<Days> {
    let weekday = jiff::civil::Weekday::from_monday_one_offset(day).ok()?;
    let nth = if number == 0 { -1 } else { i8::try_from(number).ok()? };
    of.from.nth_weekday_of_month(nth, weekday).ok().map(Days::day)
}
