//! Tables as grids: cells with their places in the text and in the table.

use super::Span;

/// The most cells of one grid, and of an article's grids together: an annual report with all its tables has some 40,000.
pub(crate) const MOST_CELLS: usize = 200_000;

/// A cell that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// Where its text stands.
    pub span: Span,
    /// The first column that it covers, from 0; of text that is aligned by position, the place where it starts.
    pub col: u32,
    /// How many columns it covers, one at least.
    pub colspan: u32,
    /// How many rows it covers, one at least.
    pub rowspan: u32,
}

impl GridCell {
    /// A cell of one row.
    pub fn new(span: Span, col: u32, colspan: u32) -> Self {
        GridCell { span, col, colspan: colspan.max(1), rowspan: 1 }
    }

    /// The column after its last one.
    pub fn end(&self) -> u32 {
        self.col.saturating_add(self.colspan)
    }
}

/// How far the columns of a grid can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// As the source gives them: cells of one column have the same number, and heads say how many columns they cover.
    Exact,
    /// Cells of one column have the same number, but a head may stand above the columns after it too.
    Bars,
    /// Places on a page: what stands above each other is a column.
    Places,
    /// Cells in nearly their places: a converter lost which columns they covered.
    Order,
    /// Cells in their order: the blank ones are lost.
    Count,
}

/// A table of the text: its rows, each with the cells that are not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// From its first line to its last.
    pub span: Span,
    /// Its rows in order; a row without cells is blank.
    pub rows: Vec<Vec<GridCell>>,
    /// What its column numbers are worth.
    pub columns: Columns,
}

impl Grid {
    /// The same grid in a text that has `by` more bytes before it.
    pub fn shift(mut self, by: usize) -> Self {
        let moved = |span: Span| Span::new(span.start + by, span.end + by);
        self.span = moved(self.span);
        self.rows.iter_mut().flatten().for_each(|cell| cell.span = moved(cell.span));
        self
    }

    /// Whether its spans are spans of `text`, in order and on character borders.
    pub fn fits(&self, text: &str) -> bool {
        let fits = |span: Span| text.get(span.start..span.end).is_some();
        fits(self.span) && self.rows.iter().flatten().all(|cell| fits(cell.span) && self.span.contains(cell.span) && cell.colspan > 0)
    }
}

/// The grid of lines that are rows of a table.
pub(super) fn of_lines(text: &str, lines: &[std::ops::Range<usize>]) -> Option<Grid> {
    let (first, last) = (lines.first()?, lines.last()?);
    let holds = |sign: char| lines.iter().filter(|line| text[(*line).clone()].contains(sign)).count() * 2 >= lines.len();
    let mut grid = Grid { span: Span::new(first.start, last.end), rows: Vec::with_capacity(lines.len()), columns: Columns::Order };
    if holds('|') || !holds('\t') && lines.iter().any(|line| text[line.clone()].contains('|')) {
        // The blank of a cell that goes on is one, of an empty cell two; where only one kind stands, all are empty.
        let continues =
            lines.iter().any(|line| text[line.clone()].contains("|  |")) && lines.iter().any(|line| text[line.clone()].contains("| |"));
        let mut widths = Vec::with_capacity(lines.len());
        for line in lines {
            let (row, width) = barred(text, line.clone(), continues);
            if row.len() > 1 {
                widths.push(width);
            }
            grid.rows.push(row);
        }
        if widths.iter().max().zip(widths.iter().min()).is_some_and(|(most, least)| most - least <= 1) {
            grid.columns = Columns::Bars;
        }
        if !lines.iter().any(|line| text[line.clone()].contains("|  |") || text[line.clone()].starts_with(['|', ' '])) {
            grid.columns = Columns::Count;
        }
    } else if holds('\t') {
        grid.columns = Columns::Exact;
        grid.rows.extend(lines.iter().map(|line| separated(text, line.clone(), '\t')));
    } else {
        grid.columns = Columns::Places;
        grid.rows.extend(lines.iter().map(|line| aligned(text, line.clone())));
    }
    (grid.rows.iter().map(Vec::len).sum::<usize>() <= MOST_CELLS).then_some(grid)
}

/// The cells between bars, and how many there are with the blank ones. Bars at a line's start and end only frame it.
fn barred(text: &str, line: std::ops::Range<usize>, continues: bool) -> (Vec<GridCell>, usize) {
    let content = text[line.clone()].trim_end();
    let is_delimiter = content.contains('-') && content.chars().all(|sign| matches!(sign, '-' | '+' | '=' | ':' | '|' | ' ' | '\t'));
    if is_delimiter && content.matches("--").count() > 0 {
        return (Vec::new(), 0);
    }
    let framed = content.starts_with('|') && content.ends_with('|') && content.len() > 1;
    let (mut at, end) = (line.start + usize::from(framed), line.start + content.len() - usize::from(framed));
    let (mut row, mut col): (Vec<GridCell>, u32) = (Vec::new(), 0);
    for part in text.get(at..end).unwrap_or_default().split('|') {
        let cell = trimmed(part, at);
        if is_unnamed(cell.of(text), col) {
            // Nothing stands there.
        } else if cell.start < cell.end {
            row.push(GridCell::new(cell, col, 1));
        } else if continues
            && part.len() == 1
            && let Some(before) = row.last_mut().filter(|before| before.end() == col)
        {
            before.colspan += 1;
        }
        col += 1;
        at += part.len() + 1;
    }
    (row, col as usize)
}

/// "Col3": how converters of PDF call the third column where it has no head.
fn is_unnamed(cell: &str, col: u32) -> bool {
    cell.strip_prefix("Col").and_then(|number| number.parse().ok()).is_some_and(|number: u32| number == col + 1)
}

fn separated(text: &str, line: std::ops::Range<usize>, separator: char) -> Vec<GridCell> {
    let (mut row, mut at) = (Vec::new(), line.start);
    for (part, col) in text[line].split(separator).zip(0..) {
        let cell = trimmed(part, at);
        if cell.start < cell.end {
            row.push(GridCell::new(cell, col, 1));
        }
        at += part.len() + separator.len_utf8();
    }
    row
}

/// Cells that two or more blanks set apart, at the places where they stand.
fn aligned(text: &str, line: std::ops::Range<usize>) -> Vec<GridCell> {
    let (mut row, mut at, mut place) = (Vec::new(), line.start, 0u32);
    for part in text[line].split("  ") {
        let cell = trimmed(part, at);
        let characters = |from: usize, to: usize| u32::try_from(text[from..to].chars().count()).unwrap_or(u32::MAX);
        if cell.start < cell.end {
            let before = characters(at, cell.start);
            row.push(GridCell::new(cell, place.saturating_add(before), characters(cell.start, cell.end)));
        }
        place = place.saturating_add(characters(at, at + part.len())).saturating_add(2);
        at += part.len() + 2;
    }
    row
}

/// The span of `part`, which starts at `at`, without the white space and the marks of emphasis around it.
fn trimmed(part: &str, at: usize) -> Span {
    let blank = |sign: char| sign.is_whitespace() || matches!(sign, '\u{200b}' | '\u{feff}');
    let start = part.len() - part.trim_start_matches(blank).len();
    let end = part.trim_end_matches(blank).len().max(start);
    let (mut start, mut end) = (at + start, at + end);
    let inner = &part[start - at..end - at];
    for mark in ["***", "**", "*", "_"] {
        if inner.len() > 2 * mark.len() && inner.starts_with(mark) && inner.ends_with(mark) {
            (start, end) = (start + mark.len(), end - mark.len());
            break;
        }
    }
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(text: &str) -> Grid {
        let mut at = 0;
        let lines: Vec<_> = text
            .split_inclusive('\n')
            .map(|line| {
                at += line.len();
                at - line.len()..at
            })
            .collect();
        of_lines(text, &lines).expect("a grid")
    }

    fn cells(text: &str) -> Vec<Vec<(&str, u32, u32)>> {
        grid(text).rows.iter().map(|row| row.iter().map(|cell| (cell.span.of(text), cell.col, cell.colspan)).collect()).collect()
    }

    #[test]
    fn bars_with_blank_and_continued_cells() {
        let text = "|  | **Year** | |  |\n| --- | --- | --- | --- |\n| Sales | $ | 5.1 |  |\n";
        assert_eq!(cells(text), [vec![("Year", 1, 2)], vec![], vec![("Sales", 0, 1), ("$", 1, 1), ("5.1", 2, 1)]]);
        assert_eq!(grid(text).columns, Columns::Bars);
        assert_eq!(cells(" | 2024 | 2023\nSales | 5 | 4\n")[0], [("2024", 1, 1), ("2023", 2, 1)]);
    }

    #[test]
    fn places_of_aligned_cells() {
        assert_eq!(cells("Sales      5.1   4.8\n             Total\n")[0], [("Sales", 0, 5), ("5.1", 11, 3), ("4.8", 17, 3)]);
        assert_eq!(cells("Name\tSales\t\tCosts\n")[0], [("Name", 0, 1), ("Sales", 1, 1), ("Costs", 3, 1)]);
    }
}
