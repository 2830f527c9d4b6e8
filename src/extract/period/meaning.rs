//! What a period expression says, before anything is known of the day on which it was said.

use super::terms::{Holiday, TimeUnit};
use crate::mention::Shift;

/// Which year an expression names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// None: "the fourth quarter".
    Unsaid,
    /// The next one in which the stretch is still to come: "next June".
    Upcoming,
    /// A calendar year, or the fiscal year of that name where the article counts so.
    Of(i16),
    /// A calendar year said to be one.
    Calendar(i16),
    /// A fiscal year by its name: FY25, fiscal 2025.
    Fiscal(i16),
    /// A fiscal year by the short form FY25: the calendar year where nothing tells of a fiscal calendar.
    Fy(i16),
    /// A fiscal year by both its calendar years, the first given: 2021-22.
    Pair(i16),
    /// So many years after the present one: this year, last year.
    Relative(i16),
    /// So many fiscal years after the present one.
    RelativeFiscal(i16),
    /// So many years after the one that the article is speaking of: the previous year.
    Anaphoric(i16),
    /// So many fiscal years after the one that the article is speaking of.
    AnaphoricFiscal(i16),
}

/// A stretch of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// All of it.
    Whole,
    /// A quarter, from 1.
    Quarter(u8),
    /// A half, 1 or 2.
    Half(u8),
    /// A month.
    Month(i8),
    /// From one month to another.
    Months(i8, i8),
    /// So many months from the start.
    FirstMonths(u8),
    /// So many months before the end.
    LastMonths(u8),
    /// So many weeks from the start.
    FirstWeeks(u8),
    /// So many days from the start.
    FirstDays(u8),
    /// A day: month and day.
    Day(i8, i8),
    /// From one day to another: month, day, month, day.
    Days(i8, i8, i8, i8),
    /// A season: 1 for spring to 4 for winter.
    Season(u8),
    /// A named day.
    Holiday(Holiday),
    /// The quarter that ends in this month: "the December quarter".
    QuarterTo(i8),
    /// The half that ends in this month.
    HalfTo(i8),
    /// The last day.
    End,
}

/// A length of time that ends on a stated day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// So many months.
    Months(u8),
    /// So many weeks.
    Weeks(u8),
    /// So many years.
    Years(u8),
    /// "the period ended".
    Unsaid,
}

/// A part of a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// early: its first half.
    Early,
    /// mid, the middle of.
    Middle,
    /// late: its second half.
    Late,
    /// The start of: its first day, of a week the first three.
    Start,
    /// The end of: its last day, of a week the last three.
    End,
    /// Earlier in it: from its start to the reference date.
    Earlier,
    /// Later in it: from the reference date to its end.
    Later,
    /// The rest of it.
    Rest,
    /// To the present: year to date.
    ToDate,
}

/// Where one counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    /// The reference date.
    Present,
    /// The period that the article is speaking of.
    Focus,
}

/// What a period expression says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A stretch of a year.
    In(Stretch, Year),
    /// A numeric date in an order that the country decides: two numbers and the year.
    Numeric(u8, u8, Year),
    /// A length that ends on a day, or at the end of a month or year.
    Ending(Length, Box<Meaning>),
    /// A stretch with its last day: "the third quarter of fiscal 2025 ended December 31, 2024".
    Stated(Stretch, Year, Box<Meaning>),
    /// From one to the other.
    Range(Box<Meaning>, Box<Meaning>),
    /// A part of it.
    Part(Edge, Box<Meaning>),
    /// A weekday of the week so many weeks after the present one; without a week the nearest.
    Weekday(i8, Option<i16>),
    /// A calendar unit so many after the present one, or after the one in focus.
    Unit(TimeUnit, i16, CountedFrom),
    /// The day so many after the present one.
    Day(i16),
    /// So many units up to the origin (negative) or from it on.
    Span(i16, TimeUnit, CountedFrom),
    /// The day so many units away from the origin.
    Away(i16, TimeUnit, CountedFrom),
    /// The unit in focus: "the quarter".
    Focus(TimeUnit),
    /// The period in focus, whatever it is.
    SamePeriod,
    /// The period that the article reports on: the first one it names.
    Reported,
    /// The period in focus, in another year or so many years away.
    Same(Option<TimeUnit>, Year),
    /// The stretch of a year, in the year so many years after that of the focus: "the prior-year fourth quarter".
    SameStretch(Stretch, i16),
    /// The ten years from this one; below 100 without a century.
    Decade(u16),
    /// A century by its number.
    Century(u8),
    /// The week that holds a day.
    WeekOf(Box<Meaning>),
    /// The nth unit of a stretch; 0 is the last.
    Nth(u8, TimeUnit, Box<Meaning>),
    /// The last so many units of a stretch.
    Tail(u8, TimeUnit, Box<Meaning>),
    /// The nth weekday of a stretch.
    NthWeekday(u8, i8, Box<Meaning>),
    /// The day of the month, of a month that something else names.
    DayOf(i8, Box<Meaning>),
    /// Week of the year by its number.
    WeekNumber(u8),
}

/// How far what is said lies from what it is counted from, where it is counted.
pub(super) fn shift_of(meaning: &Meaning) -> Option<Shift> {
    let years = |years: i16, anaphoric| Some(Shift { months: i32::from(years) * 12, days: 0, anaphoric });
    let units = |count: i16, unit: TimeUnit, anaphoric| {
        let count = i32::from(count);
        let (months, days) = match unit {
            TimeUnit::Day => (0, count),
            TimeUnit::Week => (0, count * 7),
            TimeUnit::Month => (count, 0),
            TimeUnit::Quarter => (count * 3, 0),
            TimeUnit::Half => (count * 6, 0),
            TimeUnit::Year => (count * 12, 0),
            TimeUnit::Weekend | TimeUnit::Decade | TimeUnit::Century => return None,
        };
        Some(Shift { months, days, anaphoric })
    };
    match *meaning {
        Meaning::Same(_, Year::Anaphoric(count) | Year::AnaphoricFiscal(count)) => years(count, true),
        Meaning::Same(_, Year::Relative(count) | Year::RelativeFiscal(count)) if count != 0 => years(count, true),
        Meaning::In(Stretch::Whole, Year::Anaphoric(count) | Year::AnaphoricFiscal(count)) if count != 0 => years(count, false),
        Meaning::In(Stretch::Whole, Year::Relative(count) | Year::RelativeFiscal(count)) if count != 0 => years(count, false),
        Meaning::Unit(unit, count, origin) | Meaning::Away(count, unit, origin) if count != 0 => {
            units(count, unit, origin == CountedFrom::Focus)
        }
        _ => None,
    }
}
