//! PDF: the text of all pages, wrapped lines joined and hyphenation mended; title and date of the document information.
//!
//! A PDF holds characters with their places, no lines or paragraphs. `pdf-extract` gives the characters; `layout` makes lines,
//! paragraphs and table rows of them. It panics on odd files, and follows a document that contains itself for ever, so that
//! `limits` looks at the structure first and the rest runs in isolation.

mod layout;
mod limits;

use std::time::Instant;

use jiff::civil::Date;
use pdf_extract::{Dictionary, Document, MediaBox, Object, OutputDev, OutputError, Transform, decode_text_string};

use super::isolate::{self, Refusal};
use super::{Format, LONGEST_TEXT, Problem, Raw, Reading};
use crate::article::Article;
use layout::Page;

/// PDF.
pub static FORMAT: Format = Format { name: "PDF", extensions: &["pdf"], recognises, by_line: false, longest: 32 << 20, read };

/// Bytes of text that are taken from a document: more than may be analysed.
const MOST_CHARACTERS: usize = 2 * LONGEST_TEXT;

/// The mark may stand anywhere in the first kilobyte (PDF 1.7, annex H.3.4.1).
fn recognises(head: &[u8]) -> bool {
    head[..head.len().min(1024)].windows(5).any(|window| window == b"%PDF-")
}

fn read(raw: &Raw) -> Result<Reading, Problem> {
    let (article, left_out) = isolate::run(raw, isolate::TIME_LIMIT, article)?;
    let warning = (left_out > 0).then(|| {
        let what = format!("pages or drawings of more than 1 MB, which no text takes, were left out: {left_out}");
        raw.problem(what).advise("give their text as .txt, if they have any")
    });
    Ok(Reading { articles: vec![Article { source: raw.source.clone(), ..article }], warnings: warning.into_iter().collect() })
}

/// The article of a PDF, and how many of its pages and drawings were too long to be read. May panic on a damaged one.
fn article(bytes: &[u8]) -> Result<(Article, usize), Refusal> {
    if !recognises(bytes) {
        return Err(Refusal::new("the file is no PDF", "check its name, or fetch it again"));
    }
    limits::check_streams(bytes)?;
    let mut document = Document::load_mem(bytes).map_err(|error| match error {
        pdf_extract::Error::Decryption(_) | pdf_extract::Error::InvalidPassword => password(),
        _ => Refusal::new("the PDF is damaged or cut short", "fetch it again, or open and save it anew"),
    })?;
    // Loading decrypts what the empty password opens.
    if document.trailer.has(b"Encrypt") && !document.was_encrypted() && document.decrypt("").is_err() {
        return Err(password());
    }
    limits::check_structure(&mut document)?;
    let left_out = limits::leave_out_pictures(&mut document);
    let mut characters =
        Characters { pages: Vec::new(), count: 0, deadline: Instant::now() + isolate::TIME_LIMIT, stopped: None, height: 0. };
    let result = pdf_extract::output_doc(&document, &mut characters);
    if let Some(what) = characters.stopped {
        return Err(Refusal::new(what, "give the article alone, or its text as .txt"));
    }
    let text = layout::text(characters.pages);
    if text.trim().is_empty() {
        let refusal = Refusal::new("the PDF has no text, only pictures", "run text recognition on it, or give the text as .txt");
        return Err(if result.is_err() {
            Refusal::new("the text of the PDF cannot be read", "open and save it anew, or give its text as .txt")
        } else {
            refusal
        });
    }
    let (title, date) = information(&document);
    Ok((Article { text, title, date, ..Article::default() }, left_out))
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

/// Collects the characters of the pages.
struct Characters {
    pages: Vec<Page>,
    count: usize,
    deadline: Instant,
    stopped: Option<&'static str>,
    /// Height of the page: a PDF counts from below.
    height: f64,
}

impl OutputDev for Characters {
    fn begin_page(&mut self, _: u32, media_box: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.height = media_box.ury;
        self.pages.push(Page::default());
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(&mut self, at: &Transform, width: f64, _: f64, font_size: f64, text: &str) -> Result<(), OutputError> {
        self.count += text.len();
        if self.count > MOST_CHARACTERS {
            self.stopped = Some("the PDF has more than 4 MB of text, which no article has");
        } else if self.count.is_multiple_of(1024) && Instant::now() > self.deadline {
            self.stopped = Some("reading the PDF took too long");
        }
        if self.stopped.is_some() {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        // The side of a square as large as the character's: its size whatever the page's scale and turn.
        let size = ((at.m11 * at.m22 - at.m12 * at.m21).abs().sqrt() * font_size).abs();
        if let Some(page) = self.pages.last_mut() {
            page.add(at.m31, self.height - at.m32, width * size, size, text);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
