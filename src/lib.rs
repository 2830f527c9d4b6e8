//! Reads news and press-release text, finds its figures and names, turns them into structured facts,
//! and recomputes every percentage that the text states from the amounts that the text states.
//!
//! ```
//! use newsfacts::{Article, Options, analyze};
//! use newsfacts::sheet::Verdict;
//!
//! let article = Article::from_text("Exports rose 93% to $830 million from $596 million.");
//! let sheet = analyze(&article, &Options::default());
//! assert_eq!(sheet.facts.len(), 3);
//! assert_eq!(sheet.checks[0].verdict, Verdict::Inconsistent);
//! assert_eq!(sheet.checks[0].suggestion.as_deref(), Some("39%"));
//! ```
//!
//! - [`analyze`] makes a [`FactSheet`] of an [`Article`]; [`sheet`] holds its types. [`try_analyze`] is for text of any origin,
//!   [`analyze_all`] and [`try_analyze_all`] are for many articles.
//! - [`figures`] and [`periods`] read a text that is no article.
//! - [`Options`] and [`Stylebook`] tell what the caller knows better than the text.
//! - [`read`] makes articles of files, [`render`] shows sheets, [`finding`] lists what does not add up.
//! - [`rules`] lists everything that is found and checked, with documentation and examples.
//!
//! Without the feature `cli` there is no program and nothing of a terminal; `documents` reads web pages, DOCX, mail and feeds, `pdf`
//! reads PDF.
#![warn(missing_docs)]
#![forbid(unsafe_code)]

#[macro_use]
mod words;

mod article;
mod catalog;
mod check;
mod context;
mod document;
mod error;
mod extract;
#[cfg(test)]
mod fact_lines;
pub mod finding;
mod headline;
mod isolate;
mod lexicon;
mod link;
mod mention;
mod number;
mod options;
mod pipeline;
mod publish;
pub mod read;
mod relate;
pub mod render;
#[doc(hidden)]
pub mod rooms;
mod rule;
pub mod sheet;
pub mod silence;
mod stylebook;
mod table;
mod text;

use jiff::civil::Date;

pub use article::{Article, Origin};
pub use catalog::{EXAMPLE_DATE, rule, rules};
pub use error::{Error, ErrorKind};
#[doc(hidden)]
pub use isolate::isolated;
pub use isolate::{try_analyze, try_analyze_all};
pub use options::Options;
pub use pipeline::{analyze, analyze_all};
pub use rule::{Rule, RuleKind};
pub use sheet::EntityKind as NameKind;
pub use sheet::{FactSheet, FiscalYearStart};
pub use stylebook::{KnownName, Stylebook};
pub use text::Grid;
pub use words::gazetteer::country_named;

/// The figures of a text that is no article: a caption, a cell, a question.
///
/// ```
/// let figures = newsfacts::figures("It paid about Rs 5 crore.");
/// assert_eq!((figures[0].value.map(|value| value.to_string()), figures[0].unit.as_str()), (Some("50000000".into()), "INR"));
/// ```
pub fn figures(text: &str) -> Vec<sheet::Fact> {
    analyze(&Article::from_text(text), &Options::default()).facts
}

/// The periods of a text that is no article, as on that day.
///
/// ```
/// use jiff::civil::date;
///
/// let periods = newsfacts::periods("last month", date(2025, 2, 10));
/// assert_eq!((periods[0].from, periods[0].to), (Some(date(2025, 1, 1)), Some(date(2025, 1, 31))));
/// ```
pub fn periods(text: &str, today: Date) -> Vec<sheet::Period> {
    analyze(&Article::from_text(text), &Options { date: Some(today), ..Options::default() }).periods
}
