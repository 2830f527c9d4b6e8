//! The title before the text: both are read as one, so that a figure of the headline is held against the body and the other way round.

use std::borrow::Cow;

use crate::article::{Article, Origin};
use crate::sheet::{Part, Place};
use crate::text::{Grid, Plain, Span};

/// What parts title and text where they are read as one.
const BREAK: &str = "\n\n";

/// The longest title that is read, in bytes: a longer one is no headline.
const LONGEST: usize = 400;

/// How many words of the text's head are searched for the title.
const HEAD_WORDS: usize = 120;

/// What is read of an article: its text, behind its title where the text does not open with that itself.
pub(crate) struct Headed<'a> {
    /// Title and text, or the text alone.
    pub text: Cow<'a, str>,
    /// The tables that its reader knows, in `text`.
    pub tables: Cow<'a, [Grid]>,
    /// Bytes before the article's text.
    before: usize,
    /// Code points before the article's text.
    code_points: usize,
}

impl<'a> Headed<'a> {
    /// Puts the title before the text.
    pub(crate) fn new(article: &'a Article) -> Self {
        let Some(title) = article.title.as_deref().map(str::trim_end).filter(|title| is_read(title, &article.text)) else {
            return Headed { text: Cow::Borrowed(&article.text), tables: Cow::Borrowed(&article.tables), before: 0, code_points: 0 };
        };
        // A headline on two lines is one: blanks keep its places.
        let title = &*title.replace(['\n', '\r'], " ");
        let before = title.len() + BREAK.len();
        let mut text = String::with_capacity(before + article.text.len());
        text.extend([title, BREAK, &article.text]);
        let tables: Vec<Grid> = article.tables.iter().map(|grid| grid.clone().shift(before)).collect();
        Headed { text: text.into(), tables: tables.into(), before, code_points: title.chars().count() + BREAK.len() }
    }

    /// The article with title and text as they are read, `plain`.
    pub(crate) fn read_as<'b>(&self, article: &'b Article, plain: &Plain) -> Cow<'b, Article> {
        if plain.is_original() && self.before == 0 {
            return Cow::Borrowed(article);
        }
        Cow::Owned(Article {
            source: article.source.clone(),
            format: article.format,
            id: article.id.clone(),
            title: article.title.clone(),
            date: article.date,
            text: plain.text.to_string(),
            origin: Origin::Unknown,
            tables: plain.grids.clone(),
        })
    }

    /// The title as it is read; empty where it is not.
    pub(crate) fn title(&self) -> &str {
        &self.text[..self.before.saturating_sub(BREAK.len())]
    }

    /// The part of the article in which a stretch of the whole stands, and the stretch in that part.
    pub(crate) fn part(&self, span: Span) -> (Part, Span) {
        if span.start < self.before {
            let end = self.title().len();
            return (Part::Title, Span::new(span.start.min(end), span.end.min(end)));
        }
        (Part::Text, Span::new(span.start - self.before, span.end - self.before))
    }

    /// A place of the sheet in code points of the whole.
    pub(crate) fn code_points(&self, part: Part, place: &Place) -> std::ops::Range<usize> {
        let before = if part == Part::Title { 0 } else { self.code_points };
        place.start + before..place.end + before
    }
}

/// Whether the title says something that the text does not open with.
fn is_read(title: &str, text: &str) -> bool {
    if title.len() > LONGEST {
        return false;
    }
    let (title, head) = (words(title), words(text));
    let first_line = words(text.trim_start().lines().next().unwrap_or_default());
    // "Acme raises $5 million | The Daily" over an article whose first line is its headline.
    let repeats = first_line.len() > 3 && title.len() >= first_line.len() && are_same(&title[..first_line.len()], &first_line);
    !title.is_empty() && !repeats && !head.windows(title.len()).any(|window| are_same(window, &title))
}

/// The first words of a text, at most [`HEAD_WORDS`].
fn words(text: &str) -> Vec<&str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).take(HEAD_WORDS).collect()
}

/// Whether the words are the same in any case.
fn are_same(some: &[&str], others: &[&str]) -> bool {
    let same =
        |some: &str, other: &str| some.eq_ignore_ascii_case(other) || !some.is_ascii() && some.to_lowercase() == other.to_lowercase();
    some.len() == others.len() && some.iter().zip(others).all(|(some, other)| same(some, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title_of(title: &str, text: &str) -> String {
        let article = Article { title: Some(title.into()), ..Article::from_text(text) };
        Headed::new(&article).title().into()
    }

    #[test]
    fn a_title_is_read_where_the_text_lacks_it() {
        assert_eq!(title_of("Acme profit up 12%", "LONDON - Acme made £5m."), "Acme profit up 12%");
        for text in ["Acme profit up 12%\n\nLONDON - Acme made £5m.", "Daily News\nACME PROFIT UP 12 %\nIt made £5m."] {
            assert_eq!(title_of("Acme profit up 12%", text), "");
        }
        assert_eq!(title_of("Acme profit is up 12% | Daily News", "Acme profit is up 12%\n\nIt made £5m."), "");
        assert_eq!(title_of(" \n", "It made £5m."), "");
        assert_eq!(title_of("Acme profit\nup 12%", "LONDON - Acme made £5m."), "Acme profit up 12%");
    }

    #[test]
    fn places_are_those_of_their_part() {
        let article = Article { title: Some("Até 5%".into()), ..Article::from_text("Off 7%.") };
        let headed = Headed::new(&article);
        let blank = Article { title: Some(" Até 5%\n".into()), ..Article::from_text("Off 7%.") };
        assert_eq!(Headed::new(&blank).title(), " Até 5%");
        let at = headed.text.find("7%").expect("the text");
        assert_eq!(headed.part(Span::new(at, at + 2)), (Part::Text, Span::new(4, 6)));
        let at = headed.text.find("5%").expect("the title");
        assert_eq!(headed.part(Span::new(at, at + 2)), (Part::Title, Span::new(at, at + 2)));
    }
}
