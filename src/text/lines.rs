//! Byte offsets to what people and other programs count in (code points, lines, columns), and back.

/// A place in the text as the fact sheet gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LinePlace {
    /// Unicode code points before it.
    pub offset: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
}

/// Where a line starts.
#[derive(Clone, Copy)]
struct LineStart {
    byte: usize,
    code_point: usize,
}

/// Bytes between two counts of code points.
const STRIDE: usize = 64;

/// Converts byte offsets of one text to places, in time logarithmic in the number of lines.
pub(crate) struct LineIndex<'t> {
    text: &'t str,
    lines: Vec<LineStart>,
    /// Code points that start before every 64th byte; empty for ASCII text, where they are the bytes.
    counts: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// Indexes the lines of `text`; a line ends after `\n`.
    pub(crate) fn new(text: &'t str) -> Self {
        let mut counts = Vec::new();
        if !text.is_ascii() {
            let (stretches, _) = text.as_bytes().as_chunks::<STRIDE>();
            counts.reserve(stretches.len() + 1);
            let mut total = 0;
            for stretch in stretches {
                counts.push(total);
                total += starts(stretch);
            }
            counts.push(total);
        }
        let mut index = LineIndex { text, lines: vec![LineStart { byte: 0, code_point: 0 }], counts };
        for (at, _) in text.match_indices('\n') {
            index.lines.push(LineStart { byte: at + 1, code_point: index.code_points_before(at + 1) });
        }
        index
    }

    /// The place of byte offset `byte`, which must be a character border of the text.
    pub(crate) fn place(&self, byte: usize) -> LinePlace {
        let line = self.lines.partition_point(|line| line.byte <= byte).max(1) - 1;
        let offset = self.code_points_before(byte);
        LinePlace { offset, line: line + 1, column: offset - self.lines[line].code_point + 1 }
    }

    /// How many code points start before byte offset `byte`.
    pub(crate) fn code_points_before(&self, byte: usize) -> usize {
        match self.counts.get(byte / STRIDE) {
            Some(count) => count + starts(&self.text.as_bytes()[byte / STRIDE * STRIDE..byte]),
            None => byte,
        }
    }
}

/// How many code points start in the bytes: all but the bytes that go on with one.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

/// Converts code points of one text back to byte offsets, in constant time.
pub(crate) struct CodePoints {
    /// The byte of each code point and of the text's end; `None` for ASCII text, where the two are the same.
    bytes: Option<Vec<usize>>,
    /// The text's length in bytes.
    length: usize,
}

impl CodePoints {
    /// Indexes the code points of `text`.
    pub(crate) fn new(text: &str) -> Self {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(byte, _)| byte).collect());
        CodePoints { bytes, length: text.len() }
    }

    /// The byte offset of a code point; the text's end for every one beyond it.
    pub(crate) fn byte(&self, code_point: usize) -> usize {
        match &self.bytes {
            None => code_point.min(self.length),
            Some(bytes) => bytes.get(code_point).copied().unwrap_or(self.length),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_points_lines_and_columns() {
        let index = LineIndex::new("a£\n€5 ok");
        assert_eq!(index.place(0), LinePlace { offset: 0, line: 1, column: 1 });
        assert_eq!(index.place(4), LinePlace { offset: 3, line: 2, column: 1 });
        assert_eq!(index.place(7), LinePlace { offset: 4, line: 2, column: 2 });
        assert_eq!([4, 8].map(|byte| index.code_points_before(byte)), [3, 5]);
    }

    #[test]
    fn long_lines_are_counted_like_short_ones() {
        let text = format!("{}\n{}", "a£€".repeat(300), "🙂b".repeat(400));
        let index = LineIndex::new(&text);
        let (mut line, mut column) = (1, 1);
        for (offset, (byte, character)) in text.char_indices().enumerate() {
            assert_eq!(index.place(byte), LinePlace { offset, line, column });
            (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        assert_eq!(index.place(text.len()).offset, text.chars().count());
    }

    #[test]
    fn code_points_lead_back_to_bytes() {
        let code_points = CodePoints::new("a£€5");
        assert_eq!([0, 1, 2, 3, 4, 9].map(|code_point| code_points.byte(code_point)), [0, 1, 3, 6, 7, 7]);
        assert_eq!([0, 2, 9].map(|code_point| CodePoints::new("ab").byte(code_point)), [0, 2, 2]);
    }

    #[test]
    fn the_end_of_a_text_that_ends_a_line_is_on_the_line_after() {
        assert_eq!(LineIndex::new("a\n").place(2), LinePlace { offset: 2, line: 2, column: 1 });
        assert_eq!(LineIndex::new("").place(0), LinePlace { offset: 0, line: 1, column: 1 });
    }
}
