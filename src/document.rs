//! The segmented article that every extractor reads.

use std::sync::Arc;

use crate::article::Article;
use crate::context::Context;
use crate::options::Options;
use crate::stylebook::Stylebook;
use crate::text::{Classes, Grid, Sentence, Span, Token, TokenKind, grids, sentences, tokens};

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
    /// What the article as a whole says; nothing until it is read.
    pub context: Context,
    /// The words of the house.
    pub stylebook: Arc<Stylebook>,
}

impl<'a> Document<'a> {
    /// Segments the article.
    pub fn new(article: &'a Article, options: &Options) -> Self {
        let grids = grids(&article.text, &article.tables);
        Self::with_grids(article, grids, options)
    }

    /// Segments an article whose tables are these.
    pub fn with_grids(article: &'a Article, grids: Vec<Grid>, options: &Options) -> Self {
        let text = article.text.as_str();
        let mut tokens = tokens(text);
        if options.stylebook.has_currencies() {
            for token in tokens.iter_mut().filter(|token| options.stylebook.currency(token.text(text)).is_some()) {
                token.classes = token.classes.union(Classes::CURRENCY_CODE);
            }
        }
        let sentences = sentences(text, &tokens, &grids);
        Document { text, tokens, sentences, grids, context: Context::default(), stylebook: Arc::clone(&options.stylebook) }
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
        let is_line_end = self.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Newline { .. }));
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
