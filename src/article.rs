//! What a reader makes of a file: the text of one article and what is known of it beside the text.

use jiff::civil::Date;

use crate::read::places::Anchor;
use crate::text::Grid;

/// One article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Where it came from, as given on the command line; "-" for standard input.
    pub source: String,
    /// What kind of file it was read from: "HTML"; `None` for text that no reader made.
    pub format: Option<&'static str>,
    /// Its identifier in a collection.
    pub id: Option<String>,
    /// Its title, where that is known beside the text.
    pub title: Option<String>,
    /// Its date of publication, where that is known beside the text.
    pub date: Option<Date>,
    /// The text.
    pub text: String,
    /// Where the text stands in its file.
    pub origin: Origin,
    /// The tables of the text that its reader knows; others are told by how their lines look.
    pub tables: Vec<Grid>,
}

/// Where an article's text stands in its file, so that a place in the text can be opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// The file is the text: line by line the same.
    #[default]
    Text,
    /// The text is in a record of a file, counted from 1: a line of JSON Lines.
    Record(usize),
    /// The text has the file's lines, and other columns: where its words stand there.
    Lines(Vec<Anchor>),
    /// The text was taken out of a file: where its words stand there.
    Words(Vec<Anchor>),
    /// The text was taken off pages: where in it each page starts, in bytes.
    Pages(Vec<usize>),
    /// Where it stands cannot be told.
    Unknown,
}

impl Article {
    /// An article of nothing but text.
    ///
    /// ```
    /// use newsfacts::Article;
    ///
    /// let article = Article { date: Some(jiff::civil::date(2025, 2, 10)), ..Article::from_text("Sales rose 5% last month.") };
    /// assert_eq!(article.source, "-");
    /// ```
    pub fn from_text(text: impl Into<String>) -> Self {
        Article { source: "-".into(), text: text.into(), ..Article::default() }
    }
}
