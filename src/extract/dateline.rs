//! The dateline, and what else the whole article says: reference date, country, fiscal year, decimal sign.

use crate::article::{Article, Options};
use crate::document::{Context, Document};

/// Reads the context of a segmented article.
pub fn context(_document: &Document, article: &Article, options: &Options) -> Context {
    Context { reference_date: options.date.or(article.date), fiscal_year_start: options.fiscal_year_start, ..Context::default() }
}
