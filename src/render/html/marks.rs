//! The article's text with its mentions: which stretches are marked, nested in each other, paragraph by paragraph.

use std::ops::Range;

use crate::text::grid::{Columns, Grid, GridCell};

/// A stretch of the text to be marked, in code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark<T> {
    /// From its first code point to the one after its last.
    pub range: Range<usize>,
    /// What it is.
    pub what: T,
}

/// A piece of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum MarkedPiece<'a, T> {
    /// Text without a mark of its own.
    Text(&'a str),
    /// A marked stretch and what is in it.
    Marked {
        /// What it is.
        what: &'a T,
        /// False where the mark goes on from a piece before: marks that cross each other are cut.
        first: bool,
        /// What is in it.
        pieces: Vec<MarkedPiece<'a, T>>,
    },
}

/// How the lines of a paragraph are to be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// Its line breaks are the writer's.
    Lines,
    /// Its lines were broken at a fixed width: they run on.
    Wrapped,
    /// Its columns are aligned with spaces or tabs.
    Columns,
}

/// A paragraph of the article.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paragraph<'a, T> {
    /// How its lines are to be set.
    pub setting: Setting,
    /// Text and marks in order.
    pub pieces: Vec<MarkedPiece<'a, T>>,
    /// The cell of a table that it is: the numbers of table and row, and whether it stands in the first column.
    pub cell: Option<(usize, usize, bool)>,
}

/// Cuts the text into paragraphs with their marks, its tables into cells. Marks may overlap in any way; those outside the text are left
/// out.
pub(super) fn paragraphs<'a, T>(text: &'a str, marks: &'a [Mark<T>], grids: &[Grid]) -> Vec<Paragraph<'a, T>> {
    let mut order: Vec<&Mark<T>> = marks.iter().filter(|mark| !mark.range.is_empty()).collect();
    // The longer of two marks that start together holds the other.
    order.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    let mut cursor = Cursor { text, offset: 0, byte: 0 };
    let mut waiting = order.into_iter().peekable();
    let mut open: Vec<(&Mark<T>, bool)> = Vec::new();
    let mut paragraphs = Vec::new();
    for (block, cell) in parts(text, grids) {
        cursor.skip_to_byte(block.start);
        let end = cursor.offset + text[block.clone()].chars().count();
        let mut nest = Nest::default();
        let carried: Vec<(&Mark<T>, bool)> = open.drain(..).filter(|(mark, _)| mark.range.end > cursor.offset).collect();
        carried.into_iter().for_each(|(mark, first)| nest.open(mark, first));
        while let Some(mark) = waiting.next_if(|mark| mark.range.start < end) {
            nest.close_until(mark.range.start, &mut cursor);
            if mark.range.end > cursor.offset {
                nest.text(cursor.take_until(mark.range.start));
                nest.open(mark, true);
            }
        }
        nest.close_until(end, &mut cursor);
        nest.text(cursor.take_until(end));
        let (pieces, unfinished) = nest.finish();
        open = unfinished;
        paragraphs.push(Paragraph { setting: setting(&text[block]), pieces, cell });
    }
    paragraphs
}

/// A stretch of the text, and which cell it is.
type CellPart = (Range<usize>, Option<(usize, usize, bool)>);

/// The paragraphs between tables, and the cells of tables, in order.
fn parts(text: &str, grids: &[Grid]) -> Vec<CellPart> {
    let mut parts: Vec<CellPart> = Vec::new();
    let mut at = 0;
    let prose = |range: Range<usize>, parts: &mut Vec<CellPart>| {
        let shifted = blocks(&text[range.clone()]).into_iter().map(|block| block.start + range.start..block.end + range.start);
        parts.extend(shifted.map(|block| (block, None)));
    };
    for (number, grid) in grids.iter().enumerate() {
        let start = grid.span.start.max(at);
        prose(at..start, &mut parts);
        let rows = grid.rows.iter().enumerate();
        let mut cells: Vec<_> = rows.flat_map(|(row, cells)| cells.iter().enumerate().map(move |(i, cell)| (cell, row, i))).collect();
        cells.sort_by_key(|(cell, ..)| cell.span);
        at = start;
        // On a page labels begin at the left.
        let all = || grid.rows.iter().flatten();
        let (left, right) = (all().map(|cell| cell.col).min().unwrap_or(0), all().map(GridCell::end).max().unwrap_or(0));
        let zone = left + right.saturating_sub(left) / 5;
        for (cell, row, i) in cells {
            let words = cell.span.of(text);
            // Lines of dashes only part rows.
            let is_rule = words.len() > 2 && words.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_'));
            if cell.span.start < at || is_rule && grid.columns == Columns::Places {
                continue;
            }
            let first = i == 0
                && match grid.columns {
                    Columns::Places => cell.col < zone,
                    Columns::Count => true,
                    _ => cell.col == 0,
                };
            match parts.last_mut() {
                // "$" and its figure, where no bar stands between.
                Some((part, Some(own)))
                    if (own.0, own.1) == (number, row)
                        && text[part.end..cell.span.start].trim().is_empty()
                        && (grid.columns != Columns::Places || is_sign(&text[part.clone()], false) || is_sign(words, true)) =>
                {
                    part.end = cell.span.end;
                }
                _ => parts.push((cell.span.start..cell.span.end, Some((number, row, first)))),
            }
            at = cell.span.end;
        }
        at = at.max(grid.span.end.min(text.len()));
    }
    prose(at..text.len(), &mut parts);
    parts
}

/// Whether a cell has nothing but a sign of the figure after it, or of that before it: "$", "("; ")", "%".
fn is_sign(cell: &str, after: bool) -> bool {
    let signs: &[char] = if after { &[')', '%', 'x'] } else { &['$', '€', '£', '¥', '₹', '('] };
    cell.chars().count() <= 3 && !cell.contains(|sign: char| sign.is_ascii_digit()) && cell.ends_with(signs)
}

/// A place in the text, in code points and bytes.
struct Cursor<'a> {
    text: &'a str,
    offset: usize,
    byte: usize,
}

impl<'a> Cursor<'a> {
    fn skip_to_byte(&mut self, byte: usize) {
        self.offset += self.text[self.byte..byte].chars().count();
        self.byte = byte;
    }

    /// The text from here to a code point, or to the end of the text.
    fn take_until(&mut self, offset: usize) -> &'a str {
        let rest = &self.text[self.byte..];
        let wanted = offset.saturating_sub(self.offset);
        let (taken, length) = match rest.char_indices().nth(wanted) {
            Some((byte, _)) => (wanted, byte),
            None => (rest.chars().count(), rest.len()),
        };
        self.offset += taken;
        self.byte += length;
        &rest[..length]
    }
}

/// Marks that are open, innermost last, each with its pieces so far.
struct Nest<'a, T> {
    pieces: Vec<MarkedPiece<'a, T>>,
    open: Vec<OpenPiece<'a, T>>,
}

/// Marks that go on after a piece, and whether each was already shown.
type OpenMarks<'a, T> = Vec<(&'a Mark<T>, bool)>;

struct OpenPiece<'a, T> {
    mark: &'a Mark<T>,
    first: bool,
    pieces: Vec<MarkedPiece<'a, T>>,
}

impl<T> Default for Nest<'_, T> {
    fn default() -> Self {
        Nest { pieces: Vec::new(), open: Vec::new() }
    }
}

impl<'a, T> Nest<'a, T> {
    fn open(&mut self, mark: &'a Mark<T>, first: bool) {
        self.open.push(OpenPiece { mark, first, pieces: Vec::new() });
    }

    fn text(&mut self, text: &'a str) {
        if !text.is_empty() {
            self.innermost().push(MarkedPiece::Text(text));
        }
    }

    fn innermost(&mut self) -> &mut Vec<MarkedPiece<'a, T>> {
        match self.open.last_mut() {
            Some(open) => &mut open.pieces,
            None => &mut self.pieces,
        }
    }

    /// Closes every mark that ends at or before a code point, in the order of their ends.
    fn close_until(&mut self, offset: usize, cursor: &mut Cursor<'a>) {
        while let Some(end) = self.open.iter().map(|open| open.mark.range.end).min().filter(|&end| end <= offset) {
            self.text(cursor.take_until(end));
            let depth = self.open.iter().position(|open| open.mark.range.end == end).unwrap_or_default();
            // Marks inside that go on are cut here and go on in a piece of their own.
            let mut cut = Vec::new();
            while self.open.len() > depth {
                cut.extend(self.close_innermost().filter(|(mark, _)| mark.range.end > end));
            }
            cut.into_iter().rev().for_each(|(mark, first)| self.open(mark, first));
        }
    }

    /// Closes the innermost mark; gives it back with whether it is still to be shown for the first time.
    fn close_innermost(&mut self) -> Option<(&'a Mark<T>, bool)> {
        let OpenPiece { mark, first, pieces } = self.open.pop()?;
        let shown = !pieces.is_empty();
        if shown {
            self.innermost().push(MarkedPiece::Marked { what: &mark.what, first, pieces });
        }
        Some((mark, first && !shown))
    }

    /// All pieces, and the marks that go on after them, outermost first.
    fn finish(mut self) -> (Vec<MarkedPiece<'a, T>>, OpenMarks<'a, T>) {
        let mut unfinished = Vec::new();
        while !self.open.is_empty() {
            unfinished.extend(self.close_innermost());
        }
        unfinished.reverse();
        (self.pieces, unfinished)
    }
}

/// A line of more bytes than that is a paragraph of its own.
const LONG_LINE: usize = 120;

/// The paragraphs of a text, in bytes: between empty lines, or line by line where the text has none.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        lines.push((start..start + line.trim_end().len(), line.trim().is_empty()));
        start += line.len();
    }
    let inner = lines.iter().skip_while(|(_, empty)| *empty).collect::<Vec<_>>();
    let last = inner.iter().rposition(|(_, empty)| !empty).unwrap_or_default();
    let spaced = inner[..last].iter().any(|(_, empty)| *empty);
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut joins = false;
    for (line, empty) in lines {
        match blocks.last_mut() {
            _ if empty => joins = false,
            Some(block) if joins && line.len() <= LONG_LINE => block.end = line.end,
            _ => {
                joins = spaced && line.len() <= LONG_LINE;
                blocks.push(line);
            }
        }
    }
    blocks
}

/// Broken at a fixed width: every line but the last ends near the same column.
const WRAPPED_COLUMNS: Range<usize> = 50..100;

fn setting(block: &str) -> Setting {
    let in_columns = |line: &str| line.trim().contains("   ") || line.trim().contains('\t');
    let lines: Vec<&str> = block.lines().collect();
    if lines.iter().any(|line| in_columns(line)) {
        return Setting::Columns;
    }
    let full = |line: &&str| WRAPPED_COLUMNS.contains(&line.trim_end().chars().count());
    match lines.split_last() {
        Some((_, [])) | None => Setting::Lines,
        Some((_, before)) if before.iter().all(full) => Setting::Wrapped,
        _ => Setting::Lines,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(range: Range<usize>, what: char) -> Mark<char> {
        Mark { range, what }
    }

    fn shown(pieces: &[MarkedPiece<char>]) -> String {
        let piece = |piece: &MarkedPiece<char>| match piece {
            MarkedPiece::Text(text) => text.to_string(),
            MarkedPiece::Marked { what, first, pieces } => format!("<{what}{}{}>", if *first { ":" } else { "…" }, shown(pieces)),
        };
        pieces.iter().map(piece).collect()
    }

    fn all(text: &str, marks: &[Mark<char>]) -> String {
        paragraphs(text, marks, &[]).iter().map(|paragraph| shown(&paragraph.pieces)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn marks_nest() {
        assert_eq!(all("a €5 note", &[mark(2..4, 'x')]), "a <x:€5> note");
        assert_eq!(all("in May 2021", &[mark(7..11, 'y'), mark(3..11, 'm')]), "in <m:May <y:2021>>");
        assert_eq!(all("same", &[mark(0..4, 'a'), mark(0..4, 'b')]), "<a:<b:same>>");
    }

    #[test]
    fn marks_that_cross_are_cut() {
        assert_eq!(all("abcdef", &[mark(0..4, 'x'), mark(2..6, 'y')]), "<x:ab<y:cd>><y…ef>");
        assert_eq!(all("one\n\ntwo", &[mark(1..7, 'x')]), "o<x:ne>|<x…tw>o");
    }

    #[test]
    fn a_mark_may_start_between_paragraphs_or_outside_the_text() {
        assert_eq!(all("one\n\ntwo", &[mark(3..8, 'x')]), "one|<x:two>");
        assert_eq!(all("one", &[mark(1..99, 'x'), mark(50..60, 'y'), mark(2..2, 'z')]), "o<x:ne>");
        assert_eq!(all("", &[mark(0..3, 'x')]), "");
    }

    #[test]
    fn paragraphs_are_lines_where_no_line_is_empty() {
        assert_eq!(all("one\ntwo", &[]), "one|two");
        assert_eq!(all("one\ntwo\n\nthree\n", &[]), "one\ntwo|three");
        assert_eq!(all("\r\none\r\n\r\ntwo", &[]), "one|two");
    }

    #[test]
    fn lines_of_a_fixed_width_run_on_and_columns_stay() {
        let wrapped = "Sales of garden furniture grew for the third year in a row as the\nspring came early.";
        assert_eq!(setting(wrapped), Setting::Wrapped);
        assert_eq!(setting("Kind regards\nThe editors"), Setting::Lines);
        assert_eq!(setting("Revenue      12.5   11.9\nProfit        3.1    2.8"), Setting::Columns);
    }

    proptest! {
        #[test]
        fn no_text_is_lost_and_every_mark_is_shown_once_at_most(
            text in "[a-c€\n ]{0,40}",
            ranges in prop::collection::vec((0usize..45, 0usize..12), 0..8),
        ) {
            fn walk(pieces: &[MarkedPiece<usize>], text: &mut String, firsts: &mut Vec<usize>) {
                for piece in pieces {
                    match piece {
                        MarkedPiece::Text(part) => text.push_str(part),
                        MarkedPiece::Marked { what, first, pieces } => {
                            firsts.extend(first.then_some(**what));
                            walk(pieces, text, firsts);
                        }
                    }
                }
            }
            let marks: Vec<Mark<usize>> =
                ranges.iter().enumerate().map(|(i, &(start, length))| Mark { range: start..start + length, what: i }).collect();
            let (mut kept, mut firsts) = (String::new(), Vec::new());
            paragraphs(&text, &marks, &[]).iter().for_each(|paragraph| walk(&paragraph.pieces, &mut kept, &mut firsts));
            let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(solid(&kept), solid(&text));
            let count = firsts.len();
            firsts.sort_unstable();
            firsts.dedup();
            prop_assert_eq!(firsts.len(), count);
        }
    }
}
