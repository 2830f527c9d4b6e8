//! An input format, the bytes of a file, and what is made of them.

use crate::article::Article;
use crate::error::{Error as Problem, ErrorKind};

/// The most bytes that one article may have, decompressed: 16 MiB. No article is longer; what is, is a dump or a binary file.
pub const LONGEST_ARTICLE: usize = 16 << 20;

/// The most bytes of text that the articles of a file (or a line) may have: 2 MiB, a book and more. Text full of figures takes up to
/// 100 times its size in memory, so that a run stays below 300 MB.
pub const LONGEST_TEXT: usize = 2 << 20;

/// The most numbers in digits that the articles of a file may have: an annual report with all its tables has some 40,000.
pub const MOST_NUMBERS: usize = 100_000;

/// An input format.
pub struct Format {
    /// Its name for people: "JSON Lines".
    pub name: &'static str,
    /// The file name extensions that mean it, in lower case without the period. A directory is searched for these.
    pub extensions: &'static [&'static str],
    /// Whether content is of this format, by its first bytes (up to 8 KiB): for standard input and unknown extensions.
    pub recognises: fn(&[u8]) -> bool,
    /// Whether each line is a record of its own, read and limited line by line.
    pub by_line: bool,
    /// The most bytes that a file (or a line) may have, decompressed.
    pub longest: usize,
    /// Makes articles of the bytes.
    pub read: fn(&Raw) -> Result<ReadFile, Problem>,
}

/// The bytes of a file or of one record of a file, not yet understood.
pub struct Raw {
    /// The path as given; "-" for standard input.
    pub source: String,
    /// The line of a record, from 1.
    pub line: Option<usize>,
    /// The content, decompressed.
    pub bytes: Vec<u8>,
    /// What it is.
    pub format: &'static Format,
}

impl Raw {
    /// Makes articles of the bytes. The error says which file and line, what is wrong and what to do.
    pub fn read(&self) -> Result<ReadFile, Problem> {
        let mut reading = (self.format.read)(self)?;
        for article in &mut reading.articles {
            article.format = Some(self.format.name);
        }
        match excess(&reading.articles) {
            None => Ok(reading),
            Some(what) => {
                Err(self.problem(what).of(ErrorKind::TooLarge).advise("split it into its articles, or give one a line in a .jsonl file"))
            }
        }
    }

    /// A problem with this input.
    pub fn problem(&self, what: impl Into<String>) -> Problem {
        Problem::new(self.source.clone(), what).at(self.line)
    }
}

/// What is too much in the articles of a file: text or numbers.
pub(crate) fn excess<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Option<String> {
    let articles: Vec<&Article> = articles.into_iter().collect();
    let (count, length) = (articles.len(), articles.iter().map(|article| article.text.len()).sum::<usize>());
    // Between two numbers stands something: few articles are long enough to have so many.
    let numbers = if (length + count) / 2 < MOST_NUMBERS { 0 } else { articles.iter().map(|article| numbers(&article.text)).sum() };
    let whole = if count == 1 { "the article has" } else { "its articles have" };
    if length > LONGEST_TEXT {
        Some(format!("{whole} more than {} MB of text, which no article has", LONGEST_TEXT >> 20))
    } else if numbers > MOST_NUMBERS {
        Some(format!("{whole} more than {},000 numbers, which no article has", MOST_NUMBERS / 1000))
    } else {
        None
    }
}

/// The numbers in digits that a text has, more or less: its runs of digits.
pub fn numbers(text: &str) -> usize {
    let bytes = text.as_bytes();
    let begin = bytes.windows(2).filter(|pair| !pair[0].is_ascii_digit() && pair[1].is_ascii_digit()).count();
    begin + usize::from(bytes.first().is_some_and(u8::is_ascii_digit))
}

/// What a reader makes of a file.
#[derive(Debug, Default)]
pub struct ReadFile {
    /// Its articles, in order.
    pub articles: Vec<Article>,
    /// What it had to guess or leave out; the articles stand all the same.
    pub warnings: Vec<Problem>,
}
