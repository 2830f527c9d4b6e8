//! The segmented article that every extractor reads, and what the article as a whole says about reading it.

use std::sync::Arc;

use jiff::civil::Date;

use crate::article::{Article, FiscalYearStart, Options};
use crate::extract::period::fiscal::FiscalCalendar;
use crate::extract::{dateline, period};
use crate::number::Separators;
use crate::stylebook::Stylebook;
use crate::text::{Classes, Grid, Sentence, Span, Token, TokenKind, grids, sentences, tokens};

/// Place and date at the article's head: "LONDON, Feb 10 (Reuters) -".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The place as printed.
    pub place: Option<String>,
    /// The date, with the year taken from the article's own date where only that gives it.
    pub date: Option<Date>,
    /// Where it stands, without the agency and the dash.
    pub span: Span,
}

/// What the article as a whole says about reading its figures and periods.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Place and date at its head.
    pub dateline: Option<Dateline>,
    /// The date that "today" means.
    pub reference_date: Option<Date>,
    /// The country the article is about or from, as ISO 3166 alpha-2 code.
    pub country: Option<&'static str>,
    /// The start of the fiscal year; `None` where neither options, text nor country tell.
    pub fiscal_year_start: Option<FiscalYearStart>,
    /// How fiscal years and their quarters are counted.
    pub fiscal_calendar: Option<FiscalCalendar>,
    /// Which sign separates decimals.
    pub separators: Separators,
}

/// An article, segmented.
pub struct Document<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// Its sentences, in order, as ranges of tokens.
    pub sentences: Vec<Sentence>,
    /// Its tables, in order.
    pub grids: Vec<Grid>,
    /// The period expressions, in order, not yet resolved.
    pub expressions: Vec<period::Expression>,
    /// What the article as a whole says.
    pub context: Context,
    /// The words of the house.
    pub stylebook: Arc<Stylebook>,
}

impl<'a> Document<'a> {
    /// Segments the article and reads its context.
    pub fn new(article: &'a Article, options: &Options) -> Self {
        let text = article.text.as_str();
        let mut tokens = tokens(text);
        if options.stylebook.has_currencies() {
            for token in tokens.iter_mut().filter(|token| options.stylebook.currency(token.text(text)).is_some()) {
                token.classes = token.classes.union(Classes::CURRENCY_CODE);
            }
        }
        let grids = grids(text, &article.tables);
        let sentences = sentences(text, &tokens, &grids);
        let mut document = Document {
            text,
            tokens,
            sentences,
            grids,
            expressions: Vec::new(),
            context: Context::default(),
            stylebook: Arc::clone(&options.stylebook),
        };
        document.expressions = period::expressions(&document);
        document.context = dateline::context(&document, article, options);
        document
    }

    /// The text of the token at `index`.
    pub fn word(&self, index: usize) -> &'a str {
        self.tokens[index].span.of(self.text)
    }

    /// The token after the line end at `at`, where that only wraps the line; else `at`.
    pub fn skip_line_end(&self, at: usize) -> usize {
        let wraps = |newline: usize| {
            let before = &self.tokens[newline.saturating_sub(1)];
            self.tokens.get(newline + 1).is_some_and(|next| self.sentence_at(next.span.start) == self.sentence_at(before.span.start))
        };
        let is_line_end = self.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Newline { blank: false }));
        if is_line_end && wraps(at) { at + 1 } else { at }
    }

    /// The span of a range of tokens, which must not be empty.
    pub fn span(&self, tokens: std::ops::Range<usize>) -> Span {
        Span::new(self.tokens[tokens.start].span.start, self.tokens[tokens.end - 1].span.end)
    }

    /// Index of the first token that ends after byte `at`.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end <= at)
    }

    /// Index of the sentence that holds byte `at`, or of the last one before it.
    pub fn sentence_at(&self, at: usize) -> usize {
        let token = self.token_at(at);
        self.sentences.partition_point(|sentence| sentence.tokens.start <= token).saturating_sub(1)
    }
}
