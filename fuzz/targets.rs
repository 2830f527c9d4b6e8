//! What is fuzzed: every reader, decompression, and the analysis. `cargo +nightly fuzz run html fuzz/corpus/html fuzz/seeds/html --
//! -dict=fuzz/dictionary -max_total_time=60` searches for inputs that break one, starting from files and words of our own;
//! `tests/fuzz_smoke.rs` runs the same functions on stable Rust with a few hundred damaged files.
#![allow(dead_code)] // each fuzz target uses one of these

use std::io::Read;

use newsfacts::read::{Format, Raw, compressed, csv, docx, feed, html, json_lines, mail, markdown, pdf, text as plain};
use newsfacts::{Article, Options, analyze};

/// Whatever the bytes, a reader gives articles with text or says why not.
fn read(format: &'static Format, bytes: &[u8]) {
    match (Raw { source: "fuzzed".into(), line: None, bytes: bytes.to_vec(), format }).read() {
        Ok(reading) => assert!(!reading.articles.is_empty()),
        Err(problem) => {
            assert!(problem.to_string().starts_with("fuzzed: "), "{problem}");
            assert!(!problem.what.contains("took longer"), "{problem}");
        }
    }
}

pub(crate) fn text(bytes: &[u8]) {
    read(&plain::FORMAT, bytes);
}

pub(crate) fn json_lines(bytes: &[u8]) {
    read(&json_lines::FORMAT, bytes);
}

pub(crate) fn markdown(bytes: &[u8]) {
    read(&markdown::FORMAT, bytes);
    let source = String::from_utf8_lossy(bytes);
    assert_eq!(markdown::prose(&source).matches('\n').count(), source.matches('\n').count(), "a line has moved");
}

/// Whatever the lines, grids fit their text, and cells are facts in the order of the text.
pub(crate) fn grids(bytes: &[u8]) {
    read(&csv::FORMAT, bytes);
    let text = String::from_utf8_lossy(bytes);
    let grids = newsfacts::rooms::grids(&text, csv::grid(&text).as_slice());
    assert!(grids.iter().all(|grid| grid.fits(&text)), "a cell is not in its text");
    let sheet = analyze(&Article { tables: grids, ..Article::from_text(text) }, &Options::default());
    assert!(sheet.facts.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start), "facts out of order");
}

pub(crate) fn html(bytes: &[u8]) {
    read(&html::FORMAT, bytes);
}

pub(crate) fn pdf(bytes: &[u8]) {
    read(&pdf::FORMAT, bytes);
}

pub(crate) fn docx(bytes: &[u8]) {
    read(&docx::FORMAT, bytes);
    // The checksums of an archive keep most damage from the parser.
    let _ = docx::text_of(&String::from_utf8_lossy(bytes));
}

pub(crate) fn mail(bytes: &[u8]) {
    read(&mail::FORMAT, bytes);
}

pub(crate) fn feed(bytes: &[u8]) {
    read(&feed::FORMAT, bytes);
}

pub(crate) fn compressed(bytes: &[u8]) {
    let content = compressed::decompress(Box::new(std::io::Cursor::new(bytes.to_vec())));
    let mut out = Vec::new();
    let _ = content.and_then(|(content, _)| content.take(1 << 20).read_to_end(&mut out));
}

/// Whatever the text, every span of the sheet gives the words that the sheet says stand there.
pub(crate) fn analyze_text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let characters: Vec<char> = text.chars().collect();
    let sheet = analyze(&Article::from_text(text.as_ref()), &Options::default());
    for fact in &sheet.facts {
        assert_eq!(characters[fact.span.start..fact.span.end].iter().collect::<String>(), fact.text);
    }
    for period in &sheet.periods {
        assert_eq!(characters[period.span.start..period.span.end].iter().collect::<String>(), period.text);
    }
}
