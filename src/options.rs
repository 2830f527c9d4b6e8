//! What the caller of an analysis knows better than the text.

use std::sync::Arc;

use jiff::civil::Date;

use crate::sheet::FiscalYearStart;
use crate::stylebook::Stylebook;

/// What the caller knows better than the text.
///
/// ```
/// use newsfacts::{Article, FiscalYearStart, Options, analyze};
///
/// let options = Options { fiscal_year_start: Some(FiscalYearStart { month: 7, day: 1 }), ..Options::default() };
/// let sheet = analyze(&Article::from_text("Sales rose 5% in the second quarter of fiscal 2024."), &options);
/// assert_eq!(sheet.periods[0].from, Some(jiff::civil::date(2023, 10, 1)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The date that "today" means; before the article's own date and its dateline's.
    pub date: Option<Date>,
    /// The country that the article is from, as ISO 3166 alpha-2 code (see [`country_named`](crate::words::gazetteer::country_named));
    /// before what the text says.
    pub country: Option<&'static str>,
    /// The start of the fiscal year; before what country and text say.
    pub fiscal_year_start: Option<FiscalYearStart>,
    /// The words of the house; before what text and lists say.
    pub stylebook: Arc<Stylebook>,
}
