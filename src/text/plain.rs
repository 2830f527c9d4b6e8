//! The text as it is read: without what typing, typesetting and transport left in it that says nothing.
//!
//! Fixed spaces are blanks, soft hyphens and characters without width are gone, runs of blanks are one, and lines that were only cut to
//! a width go on. Everything after it reads this text; the fact sheet gives the places of the text that the caller has.

use std::borrow::Cow;

use super::layout;
use super::scan::any_byte;
use super::{Grid, Span, grids};

/// A text as it is read, and where its parts stand in the original.
pub(crate) struct Plain<'t> {
    /// The text to read; the original itself where there is nothing to change.
    pub text: Cow<'t, str>,
    /// The tables of that text, those of the reader and those that its lines show.
    pub grids: Vec<Grid>,
    original: &'t str,
    /// From this text to the one before it, back to the original.
    shifts: [Shifts; 2],
}

impl<'t> Plain<'t> {
    /// Reads `original`, in which a reader knows `tables`.
    pub(crate) fn new(original: &'t str, tables: &[Grid]) -> Self {
        let (text, signs) = signs(original);
        let tables: Cow<[Grid]> = if signs.0.is_empty() {
            Cow::Borrowed(tables)
        } else {
            Cow::Owned(tables.iter().filter(|grid| grid.fits(original)).map(|grid| signs.moved(grid)).collect())
        };
        let grids = grids(&text, &tables);
        let edits = layout::edits(&text, &grids);
        if edits.is_empty() {
            return Plain { text, grids, original, shifts: [Shifts::default(), signs] };
        }
        let (laid_out, shifts) = edited(&text, &edits);
        let grids = grids.iter().map(|grid| shifts.moved(grid)).collect();
        Plain { text: Cow::Owned(laid_out), grids, original, shifts: [shifts, signs] }
    }

    /// Whether it is the original.
    pub(crate) fn is_original(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// Where a stretch of this text stands in the original.
    pub(crate) fn original(&self, span: Span) -> Span {
        if self.is_original() {
            return span;
        }
        let [later, first] = &self.shifts;
        let start = self.border(first.back(later.back(span.start)));
        let end = self.border(first.back_to_end(later.back_to_end(span.end)));
        Span::new(start, end.max(start))
    }

    /// The border of a character at or before `at`: what one character became is not parted in the original.
    fn border(&self, at: usize) -> usize {
        let mut at = at.min(self.original.len());
        while !self.original.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

/// Where a text and the one that it was made of begin to differ by another number of bytes: `(here, there)`, in order.
#[derive(Default)]
struct Shifts(Vec<(usize, usize)>);

impl Shifts {
    /// The place before the edit of a byte that starts something.
    fn back(&self, at: usize) -> usize {
        self.from(self.0.partition_point(|&(here, _)| here <= at), at)
    }

    /// The place before the edit of a byte after the end of something: what was dropped there does not belong to it.
    fn back_to_end(&self, at: usize) -> usize {
        self.from(self.0.partition_point(|&(here, _)| here < at), at)
    }

    fn from(&self, after: usize, at: usize) -> usize {
        after.checked_sub(1).map_or(at, |last| self.0[last].1 + (at - self.0[last].0))
    }

    /// The place after the edit.
    fn forth(&self, at: usize) -> usize {
        let after = self.0.partition_point(|&(_, there)| there <= at);
        let moved = after.checked_sub(1).map_or(at, |last| self.0[last].0 + (at - self.0[last].1));
        self.0.get(after).map_or(moved, |&(here, _)| moved.min(here))
    }

    fn moved(&self, grid: &Grid) -> Grid {
        let moved = |span: Span| Span::new(self.forth(span.start), self.forth(span.end));
        let mut grid = grid.clone();
        grid.span = moved(grid.span);
        grid.rows.iter_mut().flatten().for_each(|cell| cell.span = moved(cell.span));
        grid
    }
}

/// Puts other text in the place of stretches of `text`, which are in order and do not overlap.
fn edited(text: &str, edits: &[(Span, &'static str)]) -> (String, Shifts) {
    let mut out = String::with_capacity(text.len());
    let mut shifts = Shifts::default();
    let mut at = 0;
    for &(span, replacement) in edits {
        out.push_str(&text[at..span.start]);
        out.push_str(replacement);
        at = span.end;
        if span.end - span.start != replacement.len() {
            shifts.0.push((out.len(), at));
        }
    }
    out.push_str(&text[at..]);
    (out, shifts)
}

/// Bytes that a character may start with that is read as another one.
const fn suspects() -> [bool; 256] {
    let mut table = [false; 256];
    let bytes = [b'\r', 0xC2, 0xE2, 0xE3, 0xEF];
    let mut i = 0;
    while i < bytes.len() {
        table[bytes[i] as usize] = true;
        i += 1;
    }
    table
}

/// No suspect but "\r" is less.
const SUSPECT: u8 = 0xC2;

static SUSPECTS: [bool; 256] = suspects();

/// The text with each sign in its plain form.
fn signs(text: &str) -> (Cow<'_, str>, Shifts) {
    let bytes = text.as_bytes();
    let mut edits = Vec::new();
    let mut at = 0;
    if !any_byte(text, |byte| byte >= SUSPECT || byte == b'\r') {
        return (Cow::Borrowed(text), Shifts::default());
    }
    while let Some(found) = bytes[at..].iter().position(|&byte| SUSPECTS[usize::from(byte)]) {
        at += found;
        let Some(sign) = text[at..].chars().next() else { break };
        let end = at + sign.len_utf8();
        if let Some(plain) = plain(sign, text, at, end) {
            edits.push((Span::new(at, end), plain));
        }
        at = end;
    }
    if edits.is_empty() {
        return (Cow::Borrowed(text), Shifts::default());
    }
    let (text, shifts) = edited(text, &edits);
    (Cow::Owned(text), shifts)
}

/// What the sign at `at..end` is read as; `None` for itself.
fn plain(sign: char, text: &str, at: usize, end: usize) -> Option<&'static str> {
    match sign {
        '\r' => Some(if text[end..].trim_start_matches('\r').starts_with('\n') { "" } else { "\n" }),
        '\u{a0}' | '\u{2009}' | '\u{202f}' if groups_digits(text.as_bytes(), at, end) => None,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(" "),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            Some("")
        }
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some("\n"),
        '\u{2010}' | '\u{2011}' => Some("-"),
        '\u{fb00}' => Some("ff"),
        '\u{fb01}' => Some("fi"),
        '\u{fb02}' => Some("fl"),
        '\u{fb03}' => Some("ffi"),
        '\u{fb04}' => Some("ffl"),
        _ => None,
    }
}

/// Whether a fixed space parts thousands: "1 000".
fn groups_digits(bytes: &[u8], at: usize, end: usize) -> bool {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    at > 0 && is_digit(at - 1) && (end..end + 3).all(is_digit) && !is_digit(end + 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain_of(text: &str) -> String {
        Plain::new(text, &[]).text.into_owned()
    }

    #[test]
    fn signs_are_plain() {
        for (text, plain) in [
            ("6\u{a0}shops, 1\u{a0}000\u{a0}km, 5\u{202f}m", "6 shops, 1\u{a0}000 km, 5 m"),
            ("mil\u{ad}lion, loca\u{200b}tions\u{feff}", "million, locations"),
            ("one\r\ntwo\rthree\r\r\nfour", "one\ntwo\nthree\nfour"),
            ("three\u{2011}month of\u{fb01}ce", "three-month office"),
            ("“£5m” – it’s fine", "“£5m” – it’s fine"),
        ] {
            assert_eq!(plain_of(text), plain);
        }
        assert!(Plain::new("It’s £5m, “up”.\n\nCosts fell.", &[]).is_original());
    }

    #[test]
    fn places_lead_back() {
        let text = "\u{feff}Acme  has 6\u{a0}loca\u{ad}tions\u{ad} and of\u{fb01}ces.";
        let plain = Plain::new(text, &[]);
        let original = |words: &str| {
            let start = plain.text.find(words).expect("words");
            plain.original(Span::new(start, start + words.len())).of(text)
        };
        assert_eq!(plain.text, "Acme has 6 locations and offices.");
        assert_eq!(original("Acme"), "Acme");
        assert_eq!(original("Acme has"), "Acme  has");
        assert_eq!(original("6 locations"), "6\u{a0}loca\u{ad}tions");
        assert_eq!(original("offices"), "of\u{fb01}ces");
        for start in 0..plain.text.len() {
            for end in start..=plain.text.len() {
                let span = plain.original(Span::new(start, end));
                assert!(text.get(span.start..span.end).is_some());
            }
        }
    }

    #[test]
    fn tables_keep_their_cells() {
        let text = "Note:\r\n\r\nSales |\u{a0}5 | 4\r\nCosts | 3 | 2\r\n";
        let plain = Plain::new(text, &[]);
        let cells: Vec<&str> = plain.grids[0].rows.iter().flatten().map(|cell| cell.span.of(&plain.text)).collect();
        assert_eq!(cells, ["Sales", "5", "4", "Costs", "3", "2"]);
        let found = grids(text, &[]);
        let given = Plain::new(text, &found);
        assert_eq!(given.grids, plain.grids);
    }
}
