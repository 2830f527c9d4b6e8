//! PDF: the text of all pages, wrapped lines joined and hyphenation mended; title and date of the document information.
//!
//! A PDF holds characters with their places, no lines or paragraphs. `lopdf` reads the objects; `content`, `font`, `cmap` and `page` run the
//! operators of the pages and tell where each character stands; `doubles` leaves out what is drawn twice, `words` makes words and lines of
//! the rest, `paragraphs` paragraphs and `grids` tables. `limits` looks at the structure first, and all runs in isolation, so that a
//! damaged file costs itself only.

mod cmap;
mod content;
mod doubles;
mod font;
mod grids;
mod limits;
mod page;
mod paragraphs;
mod repair;
mod words;

use std::time::Instant;

use jiff::civil::Date;
use lopdf::{Dictionary, Document, Object, decode_text_string};

use super::sandbox::{self, Refusal};
use super::{Format, LONGEST_TEXT, Problem, Raw, ReadFile};
use crate::article::{Article, Origin};
use page::{Budget, PageReader};
pub use paragraphs::PagesText;
pub use words::PageWord;

/// PDF.
pub static FORMAT: Format = Format { name: "PDF", extensions: &["pdf"], recognises, by_line: false, longest: 32 << 20, read };

/// Bytes of text that are taken from a document: more than may be analysed.
const MOST_CHARACTERS: usize = 2 * LONGEST_TEXT;

/// Drawings that are drawn, each as often as it is.
const MOST_DRAWINGS: usize = 20_000;

/// The mark may stand anywhere in the first kilobyte (PDF 1.7, annex H.3.4.1).
fn recognises(head: &[u8]) -> bool {
    head[..head.len().min(1024)].windows(5).any(|window| window == b"%PDF-")
}

fn read(raw: &Raw) -> Result<ReadFile, Problem> {
    let (article, left_out) = sandbox::run(raw, sandbox::TIME_LIMIT, article)?;
    let warning = (left_out > 0).then(|| {
        let what = format!("pages or drawings of more than 1 MB, which no text takes, were left out: {left_out}");
        raw.problem(what).advise("give their text as .txt, if they have any")
    });
    Ok(ReadFile { articles: vec![Article { source: raw.source.clone(), ..article }], warnings: warning.into_iter().collect() })
}

/// The article of a PDF, and how many of its pages and drawings were too long to be read. May panic on a damaged one.
fn article(bytes: &[u8]) -> Result<(Article, usize), Refusal> {
    let document = load(bytes)?;
    let (text, left_out) = text_of(document.0)?;
    let (title, date) = document.1;
    let tables = grids::grids(&text.text, &text.words);
    let origin = Origin::Pages(text.pages);
    Ok((Article { text: text.text, title, date, tables, origin, ..Article::default() }, left_out))
}

/// The text of a PDF and its words with their places. May panic on a damaged one.
pub fn words(bytes: &[u8]) -> Result<PagesText, Refusal> {
    let (document, _) = load(bytes)?;
    text_of(document).map(|(text, _)| text)
}

type Information = (Option<String>, Option<Date>);

fn load(bytes: &[u8]) -> Result<(Document, Information), Refusal> {
    if !recognises(bytes) {
        return Err(Refusal::new("the file is no PDF", "check its name, or fetch it again"));
    }
    limits::check_streams(bytes)?;
    let damaged = || Refusal::new("the PDF is damaged or cut short", "fetch it again, or open and save it anew");
    let mut document = match Document::load_mem(bytes) {
        Err(lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword) => return Err(password()),
        Ok(document) if document.page_iter().next().is_some() => document,
        _ if bytes.windows(8).any(|window| window == b"/Encrypt") => return Err(password()),
        _ => Document::load_mem(&repair::with_new_table(bytes).ok_or_else(damaged)?).map_err(|_| damaged())?,
    };
    // Loading decrypts what the empty password opens.
    if document.trailer.has(b"Encrypt") && !document.was_encrypted() && document.decrypt("").is_err() {
        return Err(password());
    }
    let information = information(&document);
    limits::check_structure(&mut document)?;
    Ok((document, information))
}

fn text_of(mut document: Document) -> Result<(PagesText, usize), Refusal> {
    let left_out = limits::leave_out_pictures(&mut document);
    let mut budget =
        Budget { characters: MOST_CHARACTERS, drawings: MOST_DRAWINGS, deadline: Instant::now() + sandbox::TIME_LIMIT, stopped: None };
    let mut reader = PageReader::new(&document);
    let mut pages = Vec::new();
    for (page, id) in document.get_pages().into_values().enumerate() {
        pages.push(words::lines(page + 1, &doubles::without_doubles(reader.glyphs(id, &mut budget))));
        if let Some(what) = budget.stopped {
            return Err(Refusal::new(what, "give the article alone, or its text as .txt"));
        }
    }
    let text = paragraphs::text(pages);
    if text.text.trim().is_empty() {
        return Err(Refusal::new("the PDF has no text, only pictures", "run text recognition on it, or give the text as .txt"));
    }
    Ok((text, left_out))
}

fn password() -> Refusal {
    Refusal::new("the PDF has a password", "save it without one")
}

/// Title and day of creation, if they look like those of an article and not of a file.
fn information(document: &Document) -> (Option<String>, Option<Date>) {
    let information: Option<&Dictionary> = document.trailer.get(b"Info").ok().and_then(|info| match info {
        Object::Reference(id) => document.get_dictionary(*id).ok(),
        other => other.as_dict().ok(),
    });
    let entry = |key: &[u8]| information.and_then(|information| decode_text_string(information.get(key).ok()?).ok());
    let title = entry(b"Title").map(|title| title.trim().to_string());
    let file_name =
        |title: &String| !title.contains(' ') || title.contains("Microsoft Word") || title.to_lowercase().starts_with("untitled");
    // "D:20250210080000+01'00'"
    let date = entry(b"CreationDate").and_then(|date| date.trim_start_matches("D:").get(..8)?.parse().ok());
    (title.filter(|title| !file_name(title)), date)
}

#[cfg(test)]
mod tests;
