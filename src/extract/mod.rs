//! From text to mentions: one file per kind of mention.

pub(crate) mod amount;
pub(crate) mod dateline;
pub(crate) mod entity;
pub(crate) mod figure;
mod figure_reader;
mod head_date;
mod monetary_text;
mod numeral;
pub(crate) mod percent;
pub(crate) mod period;
pub(crate) mod qualifier;
pub(crate) mod quantity;
pub(crate) mod ratio;

pub(crate) use dateline::context;
pub use entity::entities;
pub use figure::figures;
pub(crate) use period::expressions;
pub use period::periods;

use crate::article::Article;
use crate::document::Document;
use crate::options::Options;
use crate::rule::Rule;
use crate::text::Plain;

/// The rules that find mentions.
pub(crate) static RULES: &[&Rule] = &[
    &amount::RULE,
    &percent::RULE,
    &quantity::RULE,
    &ratio::RULE,
    &period::day::RULE,
    &period::month::RULE,
    &period::part::RULE,
    &period::ending::RULE,
    &period::year::RULE,
    &period::relative::RULE,
    &period::anaphor::RULE,
    &period::section::RULE,
    &period::range::RULE,
    &entity::around::RULE,
    &entity::merge::RULE,
];

/// The segmented article with what it says as a whole, and its period expressions, not yet resolved.
pub fn document<'a>(article: &'a Article, options: &Options) -> (Document<'a>, Vec<period::Expression>) {
    with_context(Document::new(article, options), article, options)
}

/// The same of an article as it is read, `plain`.
pub(crate) fn document_of<'a>(article: &'a Article, plain: &Plain, options: &Options) -> (Document<'a>, Vec<period::Expression>) {
    // The tables of a text that was edited may be more than those it had before.
    let document = match plain.is_original() {
        true => Document::with_grids(article, plain.grids.clone(), options),
        false => Document::new(article, options),
    };
    with_context(document, article, options)
}

fn with_context<'a>(mut document: Document<'a>, article: &Article, options: &Options) -> (Document<'a>, Vec<period::Expression>) {
    let expressions = expressions(&document);
    document.context = context(&document, &expressions, article, options);
    (document, expressions)
}
