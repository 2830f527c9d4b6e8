//! What the caller of an analysis knows better than the text.

use std::sync::Arc;

use jiff::civil::Date;

use crate::context::FiscalYearStart;
use crate::stylebook::Stylebook;

/// What the caller knows better than the text.
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
