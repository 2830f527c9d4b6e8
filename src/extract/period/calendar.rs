//! Calendar arithmetic: stretches of years that start on any day, and years moved back and forth.

use jiff::civil::{Date, Weekday};
use jiff::{Span as Duration, ToSpan};

use super::meaning::Stretch;
use super::terms::{Holiday, TimeUnit};
use crate::mention::Grain;

/// A resolved stretch of time, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// How long it is.
    pub grain: Grain,
    /// Resolved on a fiscal calendar.
    pub fiscal: bool,
}

impl Days {
    /// The stretch between two days; `None` where they are in the wrong order.
    pub(super) fn new(from: Date, to: Date, grain: Grain) -> Option<Days> {
        (from <= to).then_some(Days { from, to, grain, fiscal: false })
    }

    /// One day.
    pub(super) fn day(date: Date) -> Days {
        Days { from: date, to: date, grain: Grain::Day, fiscal: false }
    }

    /// The same stretch so many months later; a last day of a month stays one.
    pub(super) fn shift_months(&self, months: i32) -> Option<Days> {
        if self.is_of_weeks() && months % 3 == 0 {
            let days = months / 3 * 91;
            return Some(Days { from: add_days(self.from, days)?, to: add_days(self.to, days)?, ..*self });
        }
        let from = add_months(self.from, months)?;
        let to = match self.to.tomorrow().ok().filter(|next| next.day() == 1) {
            Some(next) => add_months(next, months)?.yesterday().ok()?,
            None => add_months(self.to, months)?,
        };
        Some(Days { from, to, ..*self })
    }

    /// The same stretch so many years later.
    pub(super) fn shift_years(&self, years: i16) -> Option<Days> {
        self.shift_months(i32::from(years) * 12)
    }

    /// Whether it is a quarter, half or year of 13, 26 or 52 weeks.
    fn is_of_weeks(&self) -> bool {
        let days = self.from.until(self.to).map_or(0, |span| span.get_days() + 1);
        days > 0 && days % 91 == 0 && self.months().is_none() && is_week_end(self.to)
    }

    /// How many months it covers, if whole ones.
    pub(super) fn months(&self) -> Option<i32> {
        let next = self.to.tomorrow().ok()?;
        let months = (i32::from(next.year()) - i32::from(self.from.year())) * 12 + i32::from(next.month()) - i32::from(self.from.month());
        (next.day() == self.from.day() && months > 0).then_some(months)
    }
}

/// The date so many months later; the last day of a shorter month where the day does not exist.
pub(super) fn add_months(date: Date, months: i32) -> Option<Date> {
    date.checked_add(months.months()).ok()
}

/// The date so many days later.
pub(super) fn add_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

/// So many months from `from` on.
pub(super) fn months_from(from: Date, months: i32, grain: Grain) -> Option<Days> {
    Days::new(from, add_months(from, months)?.yesterday().ok()?, grain)
}

/// Whether years and quarters that end on this day are counted in weeks: a Friday, Saturday or Sunday about the end of a month.
pub(super) fn is_week_end(day: Date) -> bool {
    let left = day.days_in_month() - day.day();
    let whole = left == 0 || day.month() == 2 && day.day() == 28;
    !whole && day.weekday().to_monday_zero_offset() >= 4 && (left < 7 || day.day() <= 3)
}

/// A calendar whose quarters end on one weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WeekCalendar {
    weekday: Weekday,
    /// Whether quarters end on the one nearest the end of the month, else on the last one of it.
    nearest: bool,
    /// A month at whose end a quarter ends.
    month: i8,
}

impl WeekCalendar {
    /// The one by which a quarter or year ends on this day.
    pub(super) fn ending_on(day: Date) -> Option<Self> {
        let nearest = day.day() <= 3;
        let month = if nearest { day.month() - 1 } else { day.month() };
        is_week_end(day).then_some(WeekCalendar { weekday: day.weekday(), nearest, month })
    }

    /// The last day of what ends with the month that this day ends.
    fn end(&self, last: Date) -> Option<Date> {
        let latest = if self.nearest { add_days(last, 3)? } else { last };
        let back = (i32::from(latest.weekday().to_monday_zero_offset()) - i32::from(self.weekday.to_monday_zero_offset())).rem_euclid(7);
        add_days(latest, -back)
    }

    /// A stretch of whole months that ends with a quarter, as this calendar counts it.
    pub(super) fn fit(&self, dates: Days) -> Option<Days> {
        let months = dates.months()?;
        let ends = dates.to.tomorrow().ok()?.day() == 1 && (i32::from(dates.to.month()) - i32::from(self.month)).rem_euclid(3) == 0;
        if months % 3 != 0 || !ends {
            return None;
        }
        let from = self.end(dates.from.yesterday().ok()?)?.tomorrow().ok()?;
        Some(Days { from, to: self.end(dates.to)?, ..dates })
    }
}

/// The first day of a month.
pub(super) fn first_of(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()
}

/// The calendar unit that holds a day, so many units later.
pub(super) fn unit_around(unit: TimeUnit, date: Date, offset: i16) -> Option<Days> {
    let offset32 = i32::from(offset);
    match unit {
        TimeUnit::Day => add_days(date, offset32).map(Days::day),
        TimeUnit::Week => {
            let monday = add_days(week_start(date)?, offset32 * 7)?;
            Days::new(monday, add_days(monday, 6)?, Grain::Week)
        }
        TimeUnit::Weekend => {
            let saturday = add_days(week_start(date)?, offset32 * 7 + 5)?;
            Days::new(saturday, add_days(saturday, 1)?, Grain::Span)
        }
        TimeUnit::Month => months_from(add_months(first_of(date.year(), date.month())?, offset32)?, 1, Grain::Month),
        TimeUnit::Quarter => {
            let first = first_of(date.year(), (date.month() - 1) / 3 * 3 + 1)?;
            months_from(add_months(first, offset32 * 3)?, 3, Grain::Quarter)
        }
        TimeUnit::Half => {
            let first = first_of(date.year(), (date.month() - 1) / 6 * 6 + 1)?;
            months_from(add_months(first, offset32 * 6)?, 6, Grain::Half)
        }
        TimeUnit::Year => months_from(first_of(date.year().checked_add(offset)?, 1)?, 12, Grain::Year),
        TimeUnit::Decade => {
            let first = date.year().div_euclid(10).checked_add(offset)?.checked_mul(10)?;
            months_from(first_of(first, 1)?, 120, Grain::Decade)
        }
        TimeUnit::Century => {
            let first = date.year().div_euclid(100).checked_add(offset)?.checked_mul(100)?;
            months_from(first_of(first, 1)?, 1200, Grain::Span)
        }
    }
}

/// The Monday of the week that holds a day.
pub(super) fn week_start(date: Date) -> Option<Date> {
    add_days(date, -i32::from(date.weekday().to_monday_zero_offset()))
}

/// The date so many units later.
pub(super) fn add_units(date: Date, count: i16, unit: TimeUnit) -> Option<Date> {
    let count = i32::from(count);
    let duration: Duration = match unit {
        TimeUnit::Day => count.days(),
        TimeUnit::Week | TimeUnit::Weekend => (count * 7).days(),
        TimeUnit::Month => count.months(),
        TimeUnit::Quarter => (count * 3).months(),
        TimeUnit::Half => (count * 6).months(),
        TimeUnit::Year => (count * 12).months(),
        TimeUnit::Decade => (count * 120).months(),
        TimeUnit::Century => (count * 1200).months(),
    };
    date.checked_add(duration).ok()
}

/// The stretch of the year that starts on `start`.
pub(super) fn stretch_of(stretch: Stretch, start: Date) -> Option<Days> {
    // the first day of a calendar month inside the year
    let month_in = |month: i8| first_of(start.year().checked_add(i16::from(month < start.month()))?, month);
    let day_in = |month: i8, day: i8| {
        let year = start.year().checked_add(i16::from((month, day) < (start.month(), start.day())))?;
        Date::new(year, month, day).ok()
    };
    let part = |first: i32, count: i32, grain| months_from(add_months(start, first)?, count, grain);
    match stretch {
        Stretch::Whole => part(0, 12, Grain::Year),
        Stretch::Quarter(number @ 1..=4) => part(i32::from(number - 1) * 3, 3, Grain::Quarter),
        Stretch::Quarter(_) => None,
        Stretch::Half(number) => part(i32::from(number.saturating_sub(1)) * 6, 6, Grain::Half),
        Stretch::FirstMonths(count) => part(0, i32::from(count), grain_of_months(i32::from(count))),
        Stretch::LastMonths(count) => part(12 - i32::from(count), i32::from(count), grain_of_months(i32::from(count))),
        Stretch::FirstWeeks(count) => Days::new(start, add_days(start, i32::from(count) * 7 - 1)?, Grain::Span),
        Stretch::FirstDays(count) => Days::new(start, add_days(start, i32::from(count) - 1)?, Grain::Span),
        Stretch::Month(month) => months_from(month_in(month)?, 1, Grain::Month),
        Stretch::Months(first, last) => {
            let from = month_in(first)?;
            months_from(from, i32::from((last - first).rem_euclid(12)) + 1, Grain::Month)
        }
        Stretch::QuarterTo(month) => months_from(add_months(month_in(month)?, -2)?, 3, Grain::Quarter),
        Stretch::HalfTo(month) => months_from(add_months(month_in(month)?, -5)?, 6, Grain::Half),
        Stretch::Day(month, day) => day_in(month, day).map(Days::day),
        Stretch::Days(first_month, first, last_month, last) => {
            let from = day_in(first_month, first)?;
            let year = from.year().checked_add(i16::from(last_month < first_month))?;
            Days::new(from, Date::new(year, last_month, last).ok()?, Grain::Span)
        }
        Stretch::Season(season) => months_from(month_in(i8::try_from(season).ok()? * 3)?, 3, Grain::Span),
        Stretch::Holiday(holiday) => holiday_in(holiday, start.year()).map(Days::day),
        Stretch::End => part(0, 12, Grain::Year).map(|year| Days::day(year.to)),
    }
}

/// The grain of so many whole months.
pub(super) fn grain_of_months(months: i32) -> Grain {
    match months {
        1 => Grain::Month,
        3 => Grain::Quarter,
        6 => Grain::Half,
        12 => Grain::Year,
        120 => Grain::Decade,
        _ => Grain::Span,
    }
}

fn holiday_in(holiday: Holiday, year: i16) -> Option<Date> {
    match holiday {
        Holiday::Christmas => Date::new(year, 12, 25).ok(),
        Holiday::ChristmasEve => Date::new(year, 12, 24).ok(),
        Holiday::NewYear => Date::new(year, 1, 1).ok(),
        Holiday::NewYearsEve => Date::new(year, 12, 31).ok(),
        Holiday::Thanksgiving => Date::new(year, 11, 1).ok()?.nth_weekday_of_month(4, Weekday::Thursday).ok(),
        Holiday::Easter => easter(year),
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, as in Meeus, Astronomical Algorithms).
fn easter(year: i16) -> Option<Date> {
    let year32 = i32::from(year);
    let (a, b, c) = (year32 % 19, year32 / 100, year32 % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(sum / 31).ok()?, i8::try_from(sum % 31 + 1).ok()?).ok()
}
