//! Plain text and Markdown: one article.

use super::{Format, LONGEST_ARTICLE, Problem, Raw, Reading, encoding};
use crate::article::Article;

/// Plain text.
pub static FORMAT: Format = Format {
    name: "text",
    extensions: &["txt", "text", "md", "markdown"],
    recognises: |_| true,
    by_line: false,
    longest: LONGEST_ARTICLE,
    read,
};

fn read(raw: &Raw) -> Result<Reading, Problem> {
    let decoded = encoding::decode(&raw.bytes, None).map_err(|what| raw.problem(what).advise("give a text, or a .jsonl file of texts"))?;
    if decoded.text.trim().is_empty() {
        return Err(raw.problem("the file is empty"));
    }
    let warnings = decoded.warning.map(|warning| raw.problem(warning).advise("convert it to UTF-8 if that is wrong")).into_iter().collect();
    Ok(Reading { articles: vec![Article { source: raw.source.clone(), text: decoded.text, ..Article::default() }], warnings })
}
