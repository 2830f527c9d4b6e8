//! Byte offsets to what people and other programs count in (code points, lines, columns), and back.

use super::Span;

/// A place in the text as the fact sheet gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Unicode code points before it.
    pub offset: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
}

/// Converts byte offsets of one text to places, in time logarithmic in the number of lines plus the line's length.
pub struct LineIndex<'t> {
    text: &'t str,
    /// Start of each line: byte and code point.
    lines: Vec<(usize, usize)>,
}

impl<'t> LineIndex<'t> {
    /// Indexes the lines of `text`; a line ends after `\n`.
    pub fn new(text: &'t str) -> Self {
        let mut lines = vec![(0, 0)];
        let mut characters = 0;
        let mut byte = 0;
        for line in text.split_inclusive('\n') {
            characters += line.chars().count();
            byte += line.len();
            lines.push((byte, characters));
        }
        LineIndex { text, lines }
    }

    /// The place of byte offset `byte`, which must be a character border of the text.
    pub fn place(&self, byte: usize) -> Place {
        let line = self.lines.partition_point(|&(start, _)| start <= byte).max(1) - 1;
        let (start, characters) = self.lines[line];
        let column = self.text[start..byte].chars().count();
        Place { offset: characters + column, line: line + 1, column: column + 1 }
    }

    /// The code point offsets of the span's ends.
    pub fn code_points(&self, span: Span) -> (usize, usize) {
        (self.place(span.start).offset, self.place(span.end).offset)
    }
}

/// Converts code points of one text back to byte offsets, in constant time.
pub struct CodePoints {
    /// The byte of each code point and of the text's end; `None` for ASCII text, where the two are the same.
    bytes: Option<Vec<usize>>,
    /// The text's length in bytes.
    length: usize,
}

impl CodePoints {
    /// Indexes the code points of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(byte, _)| byte).collect());
        CodePoints { bytes, length: text.len() }
    }

    /// The byte offset of a code point; the text's end for every one beyond it.
    pub fn byte(&self, code_point: usize) -> usize {
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
        assert_eq!(index.place(0), Place { offset: 0, line: 1, column: 1 });
        assert_eq!(index.place(4), Place { offset: 3, line: 2, column: 1 });
        assert_eq!(index.place(7), Place { offset: 4, line: 2, column: 2 });
        assert_eq!(index.code_points(Span::new(4, 8)), (3, 5));
    }

    #[test]
    fn code_points_lead_back_to_bytes() {
        let code_points = CodePoints::new("a£€5");
        assert_eq!([0, 1, 2, 3, 4, 9].map(|code_point| code_points.byte(code_point)), [0, 1, 3, 6, 7, 7]);
        assert_eq!([0, 2, 9].map(|code_point| CodePoints::new("ab").byte(code_point)), [0, 2, 2]);
    }

    #[test]
    fn the_end_of_a_text_that_ends_a_line_is_on_the_line_after() {
        assert_eq!(LineIndex::new("a\n").place(2), Place { offset: 2, line: 2, column: 1 });
        assert_eq!(LineIndex::new("").place(0), Place { offset: 0, line: 1, column: 1 });
    }
}
