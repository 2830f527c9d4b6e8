//! Plain text: one article. Files that are known not to be text are named for what they are.

use super::{Format, LONGEST_ARTICLE, Problem, Raw, ReadFile, encoding};
use crate::article::Article;

/// Plain text.
pub static FORMAT: Format =
    Format { name: "text", extensions: &["txt", "text"], recognises: |_| true, by_line: false, longest: LONGEST_ARTICLE, read };

/// First bytes of files that are no articles, what they are, and what to do.
const OTHER_FILES: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "a PDF", "name it .pdf"),
    (b"PK\x03\x04", "a ZIP archive", "unpack it and give what is inside; name a Word document .docx"),
    (b"\xD0\xCF\x11\xE0", "an old Office file, or one with a password", "save it without a password as .docx"),
    (b"{\\rtf", "in Rich Text Format", "save it as .docx or as plain text"),
    (b"\x89PNG", "a picture", "give the text, not its picture"),
    (b"\xFF\xD8\xFF", "a picture", "give the text, not its picture"),
    (b"GIF8", "a picture", "give the text, not its picture"),
    (b"BZh", "compressed by bzip2", "unpack it, or use gzip or zstd"),
    (b"\xFD7zXZ", "compressed by xz", "unpack it, or use gzip or zstd"),
    (b"7z\xBC\xAF", "a 7-Zip archive", "unpack it"),
];

/// Archives that say in their first file what they are ("mimetype", uncompressed: ODF 1.3 part 2 section 3.3, EPUB OCF 3.3 section 4.3).
const ARCHIVES: &[(&[u8], &str, &str)] = &[
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text", "save it as .docx or as plain text"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet", "save the sheet as .csv"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file", "give its text as .txt"),
    (b"mimetypeapplication/epub+zip", "an EPUB book", "give its text as .txt, or one of its chapters as .html"),
];

/// What a file that is known not to be text is, and what to do.
fn other_file(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let named = |list: &'static [(&[u8], &'static str, &'static str)], bytes: &[u8]| {
        list.iter().find(|(head, _, _)| bytes.starts_with(head)).map(|&(_, what, advice)| (what, advice))
    };
    // The name of an archive's first file stands after 30 bytes of its header.
    let archive = bytes.strip_prefix(b"PK\x03\x04").and_then(|_| named(ARCHIVES, bytes.get(30..)?));
    archive.or_else(|| named(OTHER_FILES, bytes))
}

/// Decodes the bytes as the text of one article.
pub fn read(raw: &Raw) -> Result<ReadFile, Problem> {
    if let Some((what, advice)) = other_file(&raw.bytes) {
        return Err(raw.problem(format!("the file is {what}")).advise(advice));
    }
    let decoded = encoding::decode(&raw.bytes, None).map_err(|what| raw.problem(what).advise("give a text, or a .jsonl file of texts"))?;
    if decoded.text.trim().is_empty() {
        return Err(raw.problem("the file is empty"));
    }
    let warnings = decoded.warning.map(|warning| raw.problem(warning).advise("convert it to UTF-8 if that is wrong")).into_iter().collect();
    Ok(ReadFile { articles: vec![Article { source: raw.source.clone(), text: decoded.text, ..Article::default() }], warnings })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::LONGEST_TEXT;

    #[test]
    fn other_kinds_are_named() {
        let archive = |kind: &str| [b"PK\x03\x04".as_slice(), &[0; 26], b"mimetype", kind.as_bytes(), b"PK"].concat();
        for (bytes, what) in [
            (archive("application/vnd.oasis.opendocument.text"), "the file is an OpenDocument text; save it as .docx"),
            (archive("application/epub+zip"), "the file is an EPUB book; give its text"),
            (archive("x"), "the file is a ZIP archive; unpack it"),
            (b"{\\rtf1 Sales}".to_vec(), "the file is in Rich Text Format; save it"),
        ] {
            let raw = Raw { source: "a".into(), line: None, bytes, format: &FORMAT };
            let problem = raw.read().expect_err("refused").to_string();
            assert!(problem.starts_with(&format!("a: {what}")), "{problem}");
        }
    }

    #[test]
    fn a_dump_is_no_article() {
        let raw = Raw { source: "a.txt".into(), line: None, bytes: vec![b'a'; LONGEST_TEXT + 1], format: &FORMAT };
        let problem = raw.read().expect_err("too long").to_string();
        assert!(problem.starts_with("a.txt: the article has more than 2 MB of text"), "{problem}");
    }
}
