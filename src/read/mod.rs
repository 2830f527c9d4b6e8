//! From files to articles: one file per input format.
//!
//! [`Inputs`] walks the paths and yields one [`Raw`] for each file, and for each line of a JSON Lines file; it only reads bytes and
//! holds one of them at a time. [`Raw::read`] makes articles of the bytes and needs nothing else, so that it can run in parallel.
//! A new format is one file with a [`Format`], listed in [`FORMATS`].
//!
//! ```
//! use newsfacts::read::Inputs;
//!
//! let raw = Inputs::new(["fixtures/five-slips.txt".into()]).next().expect("a file")?;
//! let article = raw.read()?.articles.remove(0);
//! assert_eq!(article.source, "fixtures/five-slips.txt");
//! # Ok::<(), newsfacts::Error>(())
//! ```

pub mod compressed;
pub mod csv;
pub mod dates;
#[cfg(feature = "documents")]
pub mod docx;
pub mod encoding;
#[cfg(feature = "documents")]
pub mod feed;
mod format;
#[cfg(feature = "documents")]
pub mod html;
mod inputs;
pub mod json_lines;
#[cfg(feature = "documents")]
pub mod mail;
pub mod markdown;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod places;
#[cfg(any(feature = "documents", feature = "pdf"))]
mod sandbox;
pub mod text;
mod walk;
#[cfg(feature = "documents")]
mod xml;

#[doc(hidden)]
pub use crate::error::Error as Problem;
pub(crate) use format::excess;
pub use format::{Format, LONGEST_ARTICLE, LONGEST_TEXT, MOST_NUMBERS, Raw, ReadFile, numbers};
pub use inputs::Inputs;

/// The formats, in the order in which they are tried; plain text takes whatever nothing else takes.
pub static FORMATS: &[&Format] = &[
    &json_lines::FORMAT,
    &markdown::FORMAT,
    &csv::FORMAT,
    #[cfg(feature = "pdf")]
    &pdf::FORMAT,
    #[cfg(feature = "documents")]
    &docx::FORMAT,
    #[cfg(feature = "documents")]
    &html::FORMAT,
    #[cfg(feature = "documents")]
    &feed::FORMAT,
    #[cfg(feature = "documents")]
    &mail::FORMAT,
    &text::FORMAT,
];

/// The format of a file by its name, and where that does not tell, by its first bytes.
fn format_of(name: &str, head: &[u8]) -> &'static Format {
    let extension = name.rsplit(['/', '\\']).next().and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension.to_lowercase());
    let by_extension = FORMATS.iter().find(|format| extension.as_deref().is_some_and(|e| format.extensions.contains(&e)));
    by_extension.or_else(|| FORMATS.iter().find(|format| (format.recognises)(head))).copied().unwrap_or(&text::FORMAT)
}

/// Makes articles of a file's bytes that are at hand already, as [`Inputs`] would of the file: its name tells what it is, or its first bytes.
pub fn file(name: &str, bytes: Vec<u8>) -> Result<ReadFile, Problem> {
    let format = format_of(name, &bytes[..bytes.len().min(8 << 10)]);
    let raw = |line, bytes| Raw { source: name.into(), line, bytes, format };
    if !format.by_line {
        return raw(None, bytes).read();
    }
    let mut whole = ReadFile::default();
    for (index, line) in bytes.split(|&byte| byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty()) {
        let reading = raw(Some(index + 1), line.to_vec()).read()?;
        whole.articles.extend(reading.articles);
        whole.warnings.extend(reading.warnings);
    }
    Ok(whole)
}
