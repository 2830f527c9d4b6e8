//! What an article as a whole says about reading its figures and periods.

use jiff::civil::Date;

use crate::number::Separators;
use crate::sheet::FiscalYearStart;
use crate::text::Span;

/// How an article counts fiscal years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiscalCalendar {
    /// The first day of the fiscal year.
    pub start: FiscalYearStart,
    /// Whether a fiscal year is named by the calendar year in which it starts, as in Japan; else by the one in which it ends.
    pub named_by_start: bool,
    /// Whether quarters and halves without the word "fiscal" are parts of it too.
    pub quarters: bool,
}

impl FiscalCalendar {
    /// A calendar that starts on the first of `month`.
    pub const fn of_month(month: i8) -> Self {
        FiscalCalendar { start: FiscalYearStart { month, day: 1 }, named_by_start: false, quarters: true }
    }

    /// Whether it is the calendar year itself.
    pub fn is_calendar_year(&self) -> bool {
        self.start == FiscalYearStart { month: 1, day: 1 }
    }

    /// The first day of the fiscal year of that name.
    pub fn named(&self, year: i16) -> Option<Date> {
        let first = if self.named_by_start || self.is_calendar_year() { year } else { year.checked_sub(1)? };
        self.starting_in(first)
    }

    /// The first day of the fiscal year that starts in that calendar year.
    pub fn starting_in(&self, year: i16) -> Option<Date> {
        Date::new(year, self.start.month, self.start.day).ok()
    }

    /// The first day of the fiscal year that holds a day.
    pub fn around(&self, date: Date) -> Option<Date> {
        let before = (date.month(), date.day()) < (self.start.month, self.start.day);
        self.starting_in(date.year().checked_sub(i16::from(before))?)
    }
}

/// Place and date at the article's head: "LONDON, Feb 10 (Reuters) -".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedDateline {
    /// The place as printed.
    pub place: Option<String>,
    /// The date, with the year taken from the article's own date where only that gives it.
    pub date: Option<Date>,
    /// Where it stands, without the agency and the dash.
    pub span: Span,
}

/// The central bank whose text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CentralBank {
    /// A part of its name.
    pub name: &'static str,
    /// Its country, as ISO 3166 alpha-2 code.
    pub country: &'static str,
    /// Whether the head speaks of monetary policy: "Minutes of the Monetary Policy Committee".
    pub of_policy: bool,
}

/// What the article as a whole says about reading its figures and periods.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Place and date at its head.
    pub dateline: Option<PrintedDateline>,
    /// The date that "today" means.
    pub reference_date: Option<Date>,
    /// Whether the head of the text alone tells the date: minutes, statements.
    pub dated_by_head: bool,
    /// The last day of the month that the head of a text without a day names.
    pub month_of_writing: Option<Date>,
    /// The country the article is about or from, as ISO 3166 alpha-2 code.
    pub country: Option<&'static str>,
    /// The central bank that the text begins with.
    pub central_bank: Option<CentralBank>,
    /// Whether the options give the country.
    pub country_given: bool,
    /// The start of the fiscal year; `None` where neither options, text nor country tell.
    pub fiscal_year_start: Option<FiscalYearStart>,
    /// How fiscal years and their quarters are counted.
    pub fiscal_calendar: Option<FiscalCalendar>,
    /// Which sign separates decimals.
    pub separators: Separators,
}
