//! Reads news and press-release text, finds its figures and names, turns them into structured facts,
//! and recomputes every percentage that the text states from the amounts that the text states.
//!
//! ```
//! use newsfacts::{Article, Options, analyze};
//!
//! let article = Article::from_text("Exports rose 39% to $830 million from $596 million.");
//! let sheet = analyze(&article, &Options::default());
//! assert_eq!(sheet.format, "newsfacts/1");
//! ```
#![warn(missing_docs)]
#![forbid(unsafe_code)]

#[macro_use]
pub mod words;

pub mod article;
pub mod catalog;
pub mod check;
mod context;
pub mod document;
pub mod extract;
pub mod finding;
pub mod isolate;
pub mod lexicon;
pub mod link;
pub mod mention;
pub mod number;
mod options;
mod publish;
pub mod read;
pub mod relate;
pub mod render;
pub mod rule;
pub mod sheet;
pub mod stylebook;
mod table;
pub mod text;

pub use article::Article;
pub use catalog::{rule, rules};
pub use context::FiscalYearStart;
pub use isolate::try_analyze;
pub use options::Options;
pub use sheet::FactSheet;
pub use words::gazetteer::country_named;

/// Reads one article: text goes in, passes once through mentions, facts and checks, and a fact sheet comes out.
///
/// For text of any origin and length there is [`try_analyze`].
pub fn analyze(article: &Article, options: &Options) -> FactSheet {
    let (document, expressions) = extract::document(article, options);
    let mut periods = extract::periods(&document, &expressions);
    let figures = extract::figures(&document, &periods);
    let entities = extract::entities(&document, &figures, &periods);
    let skeletons = relate::skeletons(&document, &figures, &periods);
    let mut facts = relate::facts(&document, figures, &skeletons, &mut periods, &entities);
    let prose = facts.len();
    let tables = table::read_all(&document, &mut facts, &mut periods);
    let mut questions = link::questions(&document, &facts[..prose], &periods);
    table::questions(&document, &tables, &mut facts, prose, &periods, &mut questions);
    // Of a long article every stage is large.
    drop(skeletons);
    let checks = check::checks(document.text, &facts, questions);
    publish::publish(article, &document, entities, periods, facts, checks)
}
