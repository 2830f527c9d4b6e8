//! Where the words of an extracted text stand in the file that they were extracted from.
//!
//! Parsers keep no places. Text and file are cut into words of letters and digits, and runs of words that are the same are the same: a run
//! starts where three words in a row are found, and goes on word by word. What is not found has no place.

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// A word of the text and its place in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Its first byte in the text.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// Its line in the file, from 1.
    pub line: usize,
    /// The column of its first character there, from 1.
    pub column: usize,
}

/// Words that must agree where a run starts.
const RUN: usize = 3;
/// Words of the file that a run may pass over: a mark of a footnote, a label.
const PASSED: usize = 6;
/// Words of a line that may stand between two of the text: those of a link's target.
const MOST_PASSED: usize = 60;
/// Places of one run of words that are kept: what stands on a page more often is no text.
const MOST_PLACES: usize = 16;
/// The longest tag, in bytes.
const LONGEST_TAG: usize = 16 << 10;

/// The longest target of a link of Markdown, in bytes.
const LONGEST_TARGET: usize = 2_000;

/// A word: its characters hashed, and where it stands.
struct HashedWord {
    hash: u64,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
}

/// The words of `text` that stand in `file`, in the order of the text. `quoted`: the file is a mail in quoted-printable.
pub fn anchors(text: &str, file: &str, quoted: bool) -> Vec<Anchor> {
    let (text, file) = (words(text, false, false), words(file, true, quoted));
    let runs = runs(&text, &file);
    let mut anchors = Vec::new();
    let mut next = 0;
    for (i, word) in text.iter().enumerate() {
        let near = (next..file.len().min(next + PASSED)).find(|&at| {
            let agrees = |ahead: usize| text.get(i + ahead).zip(file.get(at + ahead)).is_none_or(|(one, other)| one.hash == other.hash);
            file[at].hash == word.hash && next > 0 && (at == next || agrees(1))
        });
        let found = near.or_else(|| {
            let places = runs.get(&run(&text, i)?)?;
            places.iter().find(|&&at| at >= next).or_else(|| places.first()).copied()
        });
        let Some(at) = found else { continue };
        anchors.push(Anchor { start: word.start, end: word.end, line: file[at].line, column: file[at].column });
        next = at + 1;
    }
    anchors
}

/// The same of a part of a file, with the lines before it and the characters before it on its line.
pub fn anchors_from((lines, columns): (usize, usize), text: &str, part: &str) -> Vec<Anchor> {
    let mut anchors = anchors(text, part, false);
    for anchor in &mut anchors {
        anchor.column += if anchor.line == 1 { columns } else { 0 };
        anchor.line += lines;
    }
    anchors
}

/// The words of `text` that stand on the same line of `file`, in its order, outside of tags and targets of links.
pub fn lines(text: &str, file: &str) -> Vec<Anchor> {
    let (text, file) = (words(text, false, false), words(file, true, false));
    let mut anchors = Vec::new();
    let mut next = 0;
    for word in &text {
        next += file[next..].iter().take_while(|other| other.line < word.line).count();
        let line = file[next..].iter().take_while(|other| other.line == word.line);
        if let Some(passed) = line.take(MOST_PASSED).position(|other| other.hash == word.hash) {
            let found = &file[next + passed];
            anchors.push(Anchor { start: word.start, end: word.end, line: found.line, column: found.column });
            next += passed + 1;
        }
    }
    anchors
}

/// The line and column, in the file, of byte `at` of the text.
pub fn place(anchors: &[Anchor], text: &str, at: usize) -> Option<(usize, usize)> {
    let anchor = anchors.get(anchors.partition_point(|anchor| anchor.end <= at))?;
    if anchor.start <= at {
        return Some((anchor.line, anchor.column + text.get(anchor.start..at)?.chars().count()));
    }
    // A sign before the word, such as "$"
    let between = text.get(at..anchor.start)?;
    let signs = between.chars().count();
    (signs <= 3 && !between.contains(char::is_whitespace)).then(|| (anchor.line, anchor.column.saturating_sub(signs).max(1)))
}

/// Three words in a row, hashed.
fn run(words: &[HashedWord], at: usize) -> Option<u64> {
    let mut hasher = FxHasher::default();
    words.get(at..at + RUN)?.iter().for_each(|word| hasher.write_u64(word.hash));
    Some(hasher.finish())
}

/// Where each run of the text's words starts in the file.
fn runs(text: &[HashedWord], file: &[HashedWord]) -> FxHashMap<u64, Vec<usize>> {
    let mut runs: FxHashMap<u64, Vec<usize>> = (0..text.len()).filter_map(|at| Some((run(text, at)?, Vec::new()))).collect();
    for at in 0..file.len() {
        if let Some(places) = run(file, at).and_then(|run| runs.get_mut(&run)).filter(|places| places.len() < MOST_PLACES) {
            places.push(at);
        }
    }
    runs
}

/// Cuts into words; `markup` passes over tags and reads references, `quoted` reads quoted-printable.
fn words(source: &str, markup: bool, quoted: bool) -> Vec<HashedWord> {
    let mut words = Vec::new();
    let mut open: Option<(FxHasher, usize, usize, usize)> = None;
    let (mut at, mut line, mut column) = (0, 1, 1);
    let close = |open: &mut Option<(FxHasher, usize, usize, usize)>, end: usize, words: &mut Vec<HashedWord>| {
        if let Some((hasher, start, line, column)) = open.take() {
            words.push(HashedWord { hash: hasher.finish(), start, end, line, column });
        }
    };
    while let Some(sign) = source[at..].chars().next() {
        let passed = match sign {
            '<' if markup => tag(&source[at..]),
            '&' if markup => reference(&source[at..]),
            ']' if markup => target(&source[at..]),
            '=' if quoted => soft_end(&source[at..]),
            _ => 0,
        };
        let is_soft = sign == '=' && passed > 0;
        if passed == 0 && sign.is_alphanumeric() {
            let (hasher, ..) = open.get_or_insert_with(|| (FxHasher::default(), at, line, column));
            hasher.write_u32(sign.into());
        } else if !is_soft && !matches!(sign, '\u{ad}' | '\u{200b}') {
            close(&mut open, at, &mut words);
        }
        let length = passed.max(sign.len_utf8());
        for sign in source[at..at + length].chars() {
            (line, column) = if sign == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        at += length;
    }
    close(&mut open, source.len(), &mut words);
    words
}

/// The length of the tag, the comment or the script that starts the source; 0 where it is a mere sign.
fn tag(source: &str) -> usize {
    let after = source[1..].bytes().next();
    if !after.is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?')) {
        return 0;
    }
    if source.starts_with("<!--") {
        return source.find("-->").map_or(source.len(), |end| end + 3);
    }
    let Some(end) = source.bytes().skip(1).take(LONGEST_TAG).position(|byte| matches!(byte, b'>' | b'<')).map(|at| at + 1) else {
        return 0;
    };
    if source.as_bytes()[end] == b'<' {
        return 0;
    }
    for name in ["script", "style"] {
        let names = |at: usize| source.get(at..at + name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        if names(1) {
            return source[end..].match_indices("</").map(|(at, _)| end + at).find(|at| names(at + 2)).unwrap_or(source.len());
        }
    }
    end + 1
}

/// The length of a link's target behind the bracket that starts the source: "](https://a.example/5)".
fn target(source: &str) -> usize {
    if !source.starts_with("](") {
        return 0;
    }
    source.bytes().take(LONGEST_TARGET).take_while(|byte| *byte != b'\n').position(|byte| byte == b')').map_or(0, |at| at + 1)
}

/// The length of the reference that starts the source: "&pound;".
fn reference(source: &str) -> usize {
    let name = source[1..].bytes().take(12).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    if name > 0 && source.as_bytes().get(name + 1) == Some(&b';') { name + 2 } else { 0 }
}

/// The length of a soft line end or of an escape of quoted-printable: "=" at a line's end, "=C2".
fn soft_end(source: &str) -> usize {
    let bytes = source.as_bytes();
    match bytes {
        [b'=', b'\n', ..] => 2,
        [b'=', b'\r', b'\n', ..] => 3,
        [b'=', a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit() => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(text: &str, file: &str, words: &str, quoted: bool) -> Option<(usize, usize)> {
        place(&anchors(text, file, quoted), text, text.find(words).expect("the words"))
    }

    #[test]
    fn words_of_a_page_have_its_lines() {
        let file = "<html><head><title>Profit up</title>\n<script>\nvar a = 'Profit up 5%';\n</script></head>\n<nav>Home News</nav>\n\
                    <p>Sales of the firm <b>rose</b> 5% to\n&pound;105&nbsp;million.</p>\n<p>Costs fell 3% last year.</p>";
        let text = "Profit up\n\nSales of the firm rose 5% to £105 million.\n\nCosts fell 3% last year.";
        assert_eq!(placed(text, file, "5% to", false), Some((6, 34)));
        assert_eq!(placed(text, file, "105", false), Some((7, 8)));
        assert_eq!(placed(text, file, "3%", false), Some((8, 15)));
        assert_eq!(placed("Nothing of it is there", file, "it", false), None);
    }

    #[test]
    fn words_of_markdown_have_its_columns() {
        let file = "# Sales\n\n- **Sales** [rose 5%](https://a.example/5) to 5 million.\n";
        let text = "Sales\n\nSales rose 5% to 5 million.\n";
        let anchors = lines(text, file);
        let column = |words: &str| place(&anchors, text, text.find(words).expect("the words"));
        assert_eq!((column("rose"), column("5%"), column("5 million")), (Some((3, 14)), Some((3, 19)), Some((3, 47))));
    }

    #[test]
    fn soft_line_ends_of_a_mail_join_words() {
        let mail = "Subject: Sales\n\nSales of the firm rose 5% to =A3105 mil=\nlion in the year.\n";
        let text = "Sales of the firm rose 5% to £105 million in the year.";
        assert_eq!(placed(text, mail, "million", true), Some((3, 37)));
        assert_eq!(placed(text, mail, "year", true), Some((4, 13)));
    }

    #[test]
    fn any_file_is_passed_over() {
        for file in ["<", "<a", "<!--", "&", "&#", "=\r", "=4", "\u{ad}<b", "<script>x", "a<b>c</d"] {
            anchors("Sales rose a lot", file, true);
        }
        let many = "Sales rose 5% <b>in</b> 2024 &amp; ".repeat(20_000);
        assert!(!anchors("Sales rose 5% in 2024 Sales rose", &many, false).is_empty());
    }
}
