//! Periods: expressions that name a date or a stretch of time of a day or longer.
//!
//! One file per family of expressions reads what is said ([`Meaning`]); `resolve` turns that into dates with the article's context.

pub(crate) mod anaphor;
mod calendar;
pub(crate) mod day;
pub(crate) mod ending;
mod expression;
pub(crate) mod fiscal;
mod focus;
mod meaning;
pub(crate) mod month;
mod outlook;
pub(crate) mod part;
pub(crate) mod range;
mod reader;
pub(crate) mod relative;
mod resolve;
pub(crate) mod section;
mod terms;
pub(crate) mod year;

pub(crate) use expression::{Expression, expressions};
pub(crate) use meaning::Meaning;

use crate::document::Document;
use crate::mention::{Grain, TimeSpan};

/// The period moved so far, in the shape that it has: whole months stay whole months.
pub(crate) fn shifted(period: &TimeSpan, shift: crate::mention::Shift) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    let dates = calendar::Days { from: period.from?, to: period.to?, grain: period.grain, fiscal: period.fiscal };
    let moved = dates.shift_months(shift.months)?;
    Some((calendar::add_days(moved.from, shift.days)?, calendar::add_days(moved.to, shift.days)?))
}

/// Month, day and year of an expression that names a day.
pub(crate) fn day_and_year(meaning: &Meaning) -> Option<(i8, i8, Option<i16>)> {
    match *meaning {
        Meaning::In(meaning::Stretch::Day(month, day), meaning::Year::Of(year)) => Some((month, day, Some(year))),
        Meaning::In(meaning::Stretch::Day(month, day), meaning::Year::Unsaid) => Some((month, day, None)),
        _ => None,
    }
}

/// The day that an expression states with its year; of several days the last.
pub(crate) fn stated_day(meaning: &Meaning) -> Option<jiff::civil::Date> {
    match *meaning {
        Meaning::In(meaning::Stretch::Day(month, day) | meaning::Stretch::Days(_, _, month, day), meaning::Year::Of(year)) => {
            jiff::civil::Date::new(year, month, day).ok()
        }
        _ => None,
    }
}

/// The last day of the month that an expression states with its year.
pub(crate) fn stated_month(meaning: &Meaning) -> Option<jiff::civil::Date> {
    match *meaning {
        Meaning::In(meaning::Stretch::Month(month), meaning::Year::Of(year)) => {
            jiff::civil::Date::new(year, month, 1).ok().map(|first| first.last_of_month())
        }
        _ => None,
    }
}

/// The periods of the article in order, without overlaps, resolved against its context.
pub fn periods(document: &Document, expressions: &[Expression]) -> Vec<TimeSpan> {
    let dateline = document.context.dateline.as_ref().map(|dateline| dateline.span);
    let in_dateline = |expression: &Expression| dateline.is_some_and(|span| span.contains(expression.span));
    let dates = resolve::Resolver::new(&document.context, expressions).resolve(in_dateline);
    expressions
        .iter()
        .zip(dates)
        .map(|(expression, dates)| TimeSpan {
            span: expression.span,
            from: dates.map(|dates| dates.from),
            to: dates.map(|dates| dates.to),
            grain: dates.map_or(Grain::Span, |dates| dates.grain),
            fiscal: dates.is_some_and(|dates| dates.fiscal),
            shift: meaning::shift_of(&expression.meaning),
        })
        .collect()
}
