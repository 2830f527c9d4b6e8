//! The fiscal calendar of an article: from the option, from the text's own words, or from the habit of the country.
//!
//! The text tells it by a year with its last day ("the fiscal year ended June 30"), or by a numbered quarter with its last day
//! ("the third quarter ended December 31": the year starts in April). Sources of the countries' habits: CIA World Factbook,
//! "Fiscal year"; for Japan's companies the Tokyo Stock Exchange's statistics of settlement months.

use super::calendar::{add_months, first_of};
use super::expression::Expression;
use super::meaning::{Length, Meaning, Stretch, Year};
use crate::context::FiscalCalendar;
use crate::sheet::FiscalYearStart;

/// A country's fiscal year: its first month, whether its companies keep it too, whether it is named by the year it starts in.
struct Habit {
    country: &'static str,
    month: i8,
    companies: bool,
    named_by_start: bool,
}

const fn habit(country: &'static str, month: i8, companies: bool) -> Habit {
    Habit { country, month, companies, named_by_start: false }
}

static HABITS: &[Habit] = &[
    habit("PK", 7, true),
    habit("AU", 7, true),
    habit("BD", 7, true),
    habit("EG", 7, true),
    habit("IN", 4, true),
    Habit { country: "JP", month: 4, companies: true, named_by_start: true },
    habit("NP", 7, true),
    habit("MM", 4, true),
    habit("NZ", 7, false),
    habit("KE", 7, false),
    habit("UG", 7, false),
    habit("TZ", 7, false),
    habit("ET", 7, false),
    habit("GB", 4, false),
    habit("CA", 4, false),
    habit("ZA", 4, false),
    habit("SG", 4, false),
    habit("HK", 4, false),
    habit("US", 10, false),
    habit("TH", 10, false),
];

/// The habit of a country; of one whose companies do not keep the state's year only where the article is about the state.
pub(crate) fn of_country(country: &str, about_state: bool) -> Option<FiscalCalendar> {
    let habit = HABITS.iter().find(|habit| habit.country == country)?;
    (habit.companies || about_state).then_some(FiscalCalendar {
        start: FiscalYearStart { month: habit.month, day: 1 },
        named_by_start: habit.named_by_start,
        quarters: habit.companies,
    })
}

/// What the text's own words tell; the first telling expression counts.
pub(crate) fn of_text(expressions: &[Expression]) -> Option<FiscalCalendar> {
    expressions.iter().enumerate().find_map(|(i, expression)| match &expression.meaning {
        Meaning::Ending(Length::Years(1), end) => {
            let (month, day, _) = end_of(end)?;
            Some(FiscalCalendar::of_month(month_after(month, day)))
        }
        Meaning::Stated(stretch, year, end) => told_by_part(*stretch, *year, end),
        // "fiscal 2025 second quarter figures for the period ended December 31, 2024"
        Meaning::In(stretch @ Stretch::Quarter(_), year @ (Year::Fiscal(_) | Year::Fy(_))) => {
            let next = expressions.get(i + 1).filter(|next| next.sentence == expression.sentence)?;
            match &next.meaning {
                Meaning::Ending(Length::Unsaid | Length::Months(3), end) => told_by_part(*stretch, *year, end),
                _ => None,
            }
        }
        _ => None,
    })
}

/// What "the third quarter of fiscal 2025 ended December 31, 2024" tells.
fn told_by_part(stretch: Stretch, year: Year, end: &Meaning) -> Option<FiscalCalendar> {
    let months = match stretch {
        Stretch::Quarter(number @ 1..=4) => i8::try_from(number).ok()? * 3,
        Stretch::Half(number) => i8::try_from(number).ok()? * 6,
        Stretch::FirstMonths(count) => i8::try_from(count).ok()?,
        _ => return None,
    };
    let (month, day, end_year) = end_of(end)?;
    let after = month_after(month, day);
    let start = (after - 1 - months).rem_euclid(12) + 1;
    let mut calendar = FiscalCalendar::of_month(start);
    if let (Year::Fiscal(name) | Year::Fy(name), Some(end_year)) = (year, end_year) {
        let first_after = first_of(end_year, after)?;
        let first_after = if after == 1 { add_months(first_after, 12)? } else { first_after };
        let year_start = add_months(first_after, -i32::from(months))?;
        calendar.named_by_start = year_start.year() == name && start != 1;
    }
    Some(calendar)
}

/// Month, day and year of a stated end.
fn end_of(end: &Meaning) -> Option<(i8, Option<i8>, Option<i16>)> {
    let year = |year: Year| match year {
        Year::Of(year) => Some(year),
        _ => None,
    };
    match *end {
        Meaning::In(Stretch::Day(month, day), of) => Some((month, Some(day), year(of))),
        Meaning::In(Stretch::Month(month), of) => Some((month, None, year(of))),
        _ => None,
    }
}

/// The month that starts after an end: years of whole weeks end some days before or after the month does.
fn month_after(month: i8, day: Option<i8>) -> i8 {
    if day.is_some_and(|day| day < 16) { month } else { month % 12 + 1 }
}
