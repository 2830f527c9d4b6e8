//! CSV (RFC 4180) and TSV: one article that is one table. Its text is the file's, so that every cell stands where it is printed.

use super::{Format, LONGEST_ARTICLE, Problem, Raw, ReadFile, text};
use crate::text::Span;
use crate::text::grid::{Columns, Grid, GridCell, MOST_CELLS};

/// Tables of values.
pub static FORMAT: Format =
    Format { name: "CSV", extensions: &["csv", "tsv", "tab"], recognises: |_| false, by_line: false, longest: LONGEST_ARTICLE, read };

/// Lines that tell which sign parts the cells.
const LOOKED_AT: usize = 20;

fn read(raw: &Raw) -> Result<ReadFile, Problem> {
    let mut reading = text::read(raw)?;
    for article in &mut reading.articles {
        article.tables = grid(&article.text).into_iter().collect();
    }
    Ok(reading)
}

/// The sign that parts the cells: the one that most of the first lines have equally often.
fn separator(text: &str) -> char {
    let score = |sign: char| {
        let counts: Vec<usize> =
            text.lines().take(LOOKED_AT).filter(|line| !line.trim().is_empty()).map(|line| line.matches(sign).count()).collect();
        let alike = |count: usize| counts.iter().filter(|&&other| other == count).count();
        counts.iter().filter(|&&count| count > 0).map(|&count| (alike(count), count)).max().unwrap_or((0, 0))
    };
    ['\t', ';', ','].into_iter().max_by_key(|&sign| score(sign)).unwrap_or(',')
}

/// The table of the text; `None` where it has no cells, or too many.
pub fn grid(text: &str) -> Option<Grid> {
    let separator = separator(text);
    let mut rows: Vec<Vec<GridCell>> = vec![Vec::new()];
    let (mut col, mut start, mut quoted, mut cells) = (0u32, 0, false, 0usize);
    let ends = text.char_indices().chain([(text.len(), '\n')]);
    for (at, sign) in ends {
        let is_end = !quoted && (sign == separator || sign == '\n') || at == text.len();
        if sign == '"' {
            quoted = !quoted;
        }
        if !is_end {
            continue;
        }
        if let Some(span) = content(text, start, at) {
            cells += 1;
            if cells > MOST_CELLS {
                return None;
            }
            rows.last_mut()?.push(GridCell::new(span, col, 1));
        }
        start = at + sign.len_utf8();
        col = if sign == separator { col.saturating_add(1) } else { 0 };
        if sign == '\n' && at < text.len() {
            rows.push(Vec::new());
        }
    }
    (cells > 0).then(|| Grid { span: Span::new(0, text.len()), rows, columns: Columns::Exact })
}

/// A cell without white space and quotes.
fn content(text: &str, start: usize, end: usize) -> Option<Span> {
    let part = text.get(start..end)?;
    let blank = |sign: char| sign.is_whitespace() || matches!(sign, '"' | '\u{feff}');
    let from = start + part.len() - part.trim_start_matches(blank).len();
    let to = start + part.trim_end_matches(blank).len();
    (from < to).then(|| Span::new(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<(&str, u32)>> {
        grid(text).expect("a grid").rows.iter().map(|row| row.iter().map(|cell| (cell.span.of(text), cell.col)).collect()).collect()
    }

    #[test]
    fn quotes_blank_cells_and_separators() {
        assert_eq!(
            cells("Region,\"Sales, net\",2023\nNorth,\"1,234\",\nSouth,,5\n"),
            [vec![("Region", 0), ("Sales, net", 1), ("2023", 2)], vec![("North", 0), ("1,234", 1)], vec![("South", 0), ("5", 2)], vec![]]
        );
        assert_eq!(cells("a;b\n1,5;2,5")[1], [("1,5", 0), ("2,5", 1)]);
        assert_eq!(cells("a\tb\n1\t2")[1], [("1", 0), ("2", 1)]);
        assert_eq!(grid(""), None);
    }
}
