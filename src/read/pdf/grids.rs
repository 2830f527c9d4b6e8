//! Tables of a PDF: rows of words whose gaps are those of columns, at their places on the page.

use std::ops::Range;

use super::words::{COLUMN_GAP, PageWord};
use crate::text::Span;
use crate::text::grid::{Columns, Grid, GridCell, MOST_CELLS};

/// Lines without figures that may stand between the rows of a table, and above its first row.
const BETWEEN: usize = 5;
/// Lines above the first row of figures that may be heads.
const HEADS: usize = 8;
/// How many lines back one may stand that has its beginning on the same line of the page.
const BESIDE: usize = 4;
/// The longest line of a label that goes on over several lines, in bytes.
const LONGEST_LABEL: usize = 160;
/// The least gap before a figure after words, in sizes of the type.
const FIGURE_GAP: f64 = 0.8;

/// The most lines of a label, and how close they stand, in distances of rows.
const LINES: usize = 4;
const CLOSE: f64 = 0.9;
/// The most lines of a label around the line of its figures: one above it, one on it, one below it.
const AROUND: usize = 3;
/// How far a label's first line may stand right of its last, in quarters of a point.
const INDENT: u32 = 8;

/// A line of the text, cut where columns part.
struct CutLine {
    /// Where it stands in the text.
    span: Span,
    page: usize,
    /// Its baseline.
    y: f64,
    /// Of the text of one line of the page; empty where the text goes on over several.
    cells: Vec<GridCell>,
    figures: usize,
    /// Whether it may be a heading: short, and no sentence.
    is_title: bool,
}

/// The tables of a text by its words' places, in order.
pub(super) fn grids(text: &str, words: &[PageWord]) -> Vec<Grid> {
    let rows = rows(text, words);
    let mut grids = Vec::new();
    let mut at = 0;
    let mut cells = 0;
    while at < rows.len() {
        let Some(range) = table(&rows, at) else {
            at += 1;
            continue;
        };
        at = range.end;
        let span = rows[range.clone()].iter().fold(rows[range.start].span, |span, row| span.cover(row.span));
        let rows = with_whole_labels(text, &rows[range]);
        cells += rows.iter().map(Vec::len).sum::<usize>();
        if cells > MOST_CELLS {
            break;
        }
        grids.push(Grid { span, rows, columns: Columns::Places });
    }
    grids
}

/// The lines of the text with their cells.
fn rows(text: &str, words: &[PageWord]) -> Vec<CutLine> {
    let mut words = words.iter().filter(|word| word.span.is_some()).peekable();
    let (mut rows, mut start) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        let mut own: Vec<&PageWord> = Vec::new();
        while let Some(word) = words.next_if(|word| word.span.as_ref().is_some_and(|place| place.start < start)) {
            own.push(word);
        }
        let Some(first) = own.first() else { continue };
        let page = first.page;
        let same = |a: &PageWord, b: &PageWord| (a.y - b.y).abs() < a.size.max(b.size) * 0.5 && a.page == b.page && a.turn == b.turn;
        let one_line = own.iter().all(|word| same(word, first));
        if !one_line && span.end - span.start > LONGEST_LABEL {
            rows.push(CutLine { span, page, y: f64::MIN, cells: Vec::new(), figures: 0, is_title: false });
            continue;
        }
        let is_title = !line.trim().ends_with(['.', ';']) && span.end - span.start <= LONGEST_LABEL;
        for own in own.chunk_by(|a, b| same(a, b)) {
            add(&mut rows, text, own, span, is_title);
        }
    }
    rows
}

/// Adds the words of one line of the page; what stands beside the line before belongs to its row.
fn add(rows: &mut Vec<CutLine>, text: &str, words: &[&PageWord], line: Span, is_title: bool) {
    let cells = cells(words);
    let (Some(first), Some(word)) = (cells.first(), words.first()) else { return };
    let span = if is_title { first.span.cover(cells[cells.len() - 1].span) } else { line };
    let count = |cells: &[GridCell]| cells.iter().filter(|cell| is_figure(cell.span.of(text))).count();
    let is_beside = |row: &CutLine| {
        let clear = |own: &GridCell| row.cells.iter().all(|cell| cell.end() < own.col || own.end() < cell.col);
        row.page == word.page && (row.y - word.y).abs() < word.size * 0.5 && !row.cells.is_empty() && cells.iter().all(clear)
    };
    // Heads of several lines may come column by column: "March 31, | 2025 | March 31, | 2024".
    let near = rows.len().saturating_sub(BESIDE);
    let are_heads = |rows: &[CutLine]| rows.iter().flat_map(|row| &row.cells).chain(&cells).all(|cell| is_part_of_head(cell.span.of(text)));
    let at = (near..rows.len()).rev().find(|&at| is_beside(&rows[at]) && (at + 1 == rows.len() || are_heads(&rows[at..])));
    let beside = at.map(|at| &mut rows[at]);
    if let Some(row) = beside {
        row.figures += count(&cells);
        row.span = row.span.cover(span);
        row.cells.extend(cells);
        row.cells.sort_by_key(|cell| cell.col);
        return;
    }
    rows.push(CutLine { span, page: word.page, y: word.y, figures: count(&cells), cells, is_title });
}

/// The cells of a line: words that no gap of columns parts, and each figure in one of its own.
fn cells(words: &[&PageWord]) -> Vec<GridCell> {
    let mut cells: Vec<GridCell> = Vec::new();
    let place = |x: f64| if x.is_finite() && x > 0. { (x * 4.).min(1e6) as u32 } else { 0 };
    let mut before: Option<&PageWord> = None;
    for word in words {
        let Some(Range { start, end }) = word.span.clone() else { continue };
        let (from, to) = (place(word.x), place(word.end()));
        let parts = before.is_none_or(|before| {
            let gap = word.x - before.end();
            // "$2.47 - $2.54" is one cell, a dash for none another.
            let ranges = matches!(before.text.as_str(), "-" | "–" | "—") && gap <= before.size * FIGURE_GAP;
            let figures = starts_figure(&word.text) && ends_figure(&before.text) && !ranges;
            let after_words = starts_figure(&word.text) && !before.text.ends_with(['$', '€', '£', '(']) && gap > before.size * FIGURE_GAP;
            gap > before.size * COLUMN_GAP
                || figures
                || after_words
                || are_years(&word.text) && are_years(&before.text)
                || is_year(&before.text) && word.text.starts_with('%')
        });
        match cells.last_mut().filter(|_| !parts) {
            Some(cell) => {
                cell.span.end = end;
                cell.colspan = to.saturating_sub(cell.col).max(1);
            }
            None => cells.push(GridCell::new(Span::new(start, end), from, to.saturating_sub(from))),
        }
        before = Some(word);
    }
    cells
}

/// Whether a figure of a table may start so: with digits in groups or with decimals, a bracket or a currency sign.
fn starts_figure(word: &str) -> bool {
    let bare = word.trim_start_matches(['$', '€', '£', '(', '-', '−', '–', '+']);
    bare.starts_with(|first: char| first.is_ascii_digit()) && (bare.len() < word.len() || bare.contains([',', '.', '%']))
        || matches!(word, "$" | "€" | "£")
}

/// "2025-26": the head of a fiscal or a school year.
fn are_years(word: &str) -> bool {
    let digits = |part: &str, lengths: &[usize]| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    word.split_once(['-', '–', '/']).is_some_and(|(first, second)| digits(first, &[4]) && digits(second, &[2, 4]))
}

/// "2016" above levels, beside "% Chg" above changes.
fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_figure(word: &str) -> bool {
    let bare = word.trim_end_matches([')', '%']);
    bare.ends_with(|last: char| last.is_ascii_digit()) && bare.contains([',', '.', '(', '$']) || matches!(word, "-" | "–" | "—")
}

/// Whether a cell may be part of a head: words, and numbers that may be days and years.
fn is_part_of_head(cell: &str) -> bool {
    let part = |word: &str| {
        let bare = word.trim_end_matches([',', '.']);
        bare.chars().all(char::is_alphabetic) || bare.len() <= 4 && bare.bytes().all(|byte| byte.is_ascii_digit())
    };
    cell.len() <= 30 && cell.split_whitespace().all(part)
}

/// A cell of nothing but a figure, or a dash for none.
fn is_figure(cell: &str) -> bool {
    let (digits, letters) = cell
        .chars()
        .fold((0, 0), |(digits, letters), sign| (digits + usize::from(sign.is_ascii_digit()), letters + usize::from(sign.is_alphabetic())));
    digits > 0 && letters <= 3 && cell.len() <= 24 || matches!(cell, "-" | "–" | "—" | "n/a" | "N/A" | "n.a." | "NM" | "nm")
}

/// The rows of the table that begins with the heads at `at`; `None` where none does.
fn table(rows: &[CutLine], at: usize) -> Option<Range<usize>> {
    let is_data = |row: &CutLine| row.figures > 0 && row.cells.len() > 1;
    let is_head = |row: &CutLine| row.cells.len() > 1 || row.cells.len() == 1 && row.span.end - row.span.start <= LONGEST_LABEL;
    if !is_head(&rows[at]) {
        return None;
    }
    let page = rows[at].page;
    let first =
        (at..rows.len()).take(HEADS).take_while(|&row| is_head(&rows[row]) && rows[row].page == page).find(|&row| is_data(&rows[row]))?;
    let mut start = first;
    while start > at && (rows[start - 1].cells.len() > 1 || rows[start - 1].is_title) {
        start -= 1;
    }
    let (mut end, mut data, mut between) = (first, 0, 0);
    for (number, row) in rows.iter().enumerate().skip(first).take_while(|(_, row)| row.page == page) {
        if is_data(row) {
            (data, between, end) = (data + 1, 0, number + 1);
            continue;
        }
        between += 1;
        let may_be_label = row.cells.len() > 1 || row.span.end - row.span.start <= LONGEST_LABEL;
        if between > BETWEEN || !may_be_label {
            break;
        }
    }
    (data > 1).then_some(start..end)
}

/// "Table 2. | Pupils by grade: Fall 1996 | through fall 2021": a line that is one, whatever its gaps.
fn is_caption(text: &str, row: &CutLine) -> bool {
    let Some(first) = row.cells.first() else { return false };
    let mut words = first.span.of(text).split_whitespace();
    let named = words.next().is_some_and(|word| ["Table", "TABLE", "Figure", "FIGURE", "Chart", "Exhibit"].contains(&word));
    let number = words.next().map(|number| number.trim_end_matches([':', '.']));
    named
        && number
            .is_some_and(|number| number.len() <= 5 && number.contains(|sign: char| sign.is_ascii_digit() || sign.is_ascii_uppercase()))
}

/// The rows of a table, where a label that takes several lines is one: its lines stand closer than rows do, above and below the figures.
fn with_whole_labels(text: &str, rows: &[CutLine]) -> Vec<Vec<GridCell>> {
    let is_words = |cell: &GridCell| cell.span.of(text).contains(char::is_alphabetic) && !is_figure(cell.span.of(text));
    let has_label = |row: &CutLine| row.figures > 0 && row.cells.len() > 1 && is_words(&row.cells[0]);
    let figures = |row: &CutLine| row.cells.iter().filter(|cell| is_figure(cell.span.of(text))).map(|cell| cell.col).min();
    let zone = rows.iter().filter(|row| has_label(row)).filter_map(figures).min().unwrap_or(0);
    let pitches = rows.windows(2).filter(|pair| has_label(&pair[0]) && has_label(&pair[1])).map(|pair| pair[1].y - pair[0].y);
    let (mut count, mut pitch) = (0, f64::MAX);
    for distance in pitches.filter(|distance| *distance > 0.) {
        (count, pitch) = (count + 1, pitch.min(distance));
    }
    let is_line = |row: &CutLine| row.figures == 0 && row.cells.len() == 1 && is_words(&row.cells[0]) && row.cells[0].end() <= zone;
    let is_near = |a: &CutLine, b: &CutLine| count > 1 && (a.y - b.y).abs() < pitch * CLOSE;
    let mut whole: Vec<Vec<GridCell>> = Vec::with_capacity(rows.len());
    let mut at = 0;
    while at < rows.len() {
        if is_caption(text, &rows[at]) {
            let (first, last) = (&rows[at].cells[0], &rows[at].cells[rows[at].cells.len() - 1]);
            whole.push(vec![GridCell::new(first.span.cover(last.span), first.col, last.end().max(first.end()) - first.col)]);
            at += 1;
            continue;
        }
        let lines = rows[at..].iter().take(LINES).take_while(|row| is_line(row)).count();
        let Some(row) = rows.get(at + lines).filter(|row| lines > 0 && row.figures > 0) else {
            whole.push(rows[at].cells.clone());
            at += 1;
            continue;
        };
        let labelled = has_label(row);
        // From the row upwards, or of figures alone around it.
        let mut own = 0;
        let mut below = row;
        for line in rows[at..at + lines].iter().rev().take(if labelled { LINES } else { AROUND }) {
            let near = if labelled || own == 0 { is_near(line, below) } else { is_near(line, row) };
            if !near || row.cells[0].col + INDENT < line.cells[0].col && labelled {
                break;
            }
            (own, below) = (own + 1, line);
        }
        whole.extend(rows[at..at + lines - own].iter().map(|line| line.cells.clone()));
        at += lines;
        let mut cells = row.cells.clone();
        if own > 0 {
            let first = &rows[at - own].cells[0];
            let last = if labelled { &cells[0] } else { &rows[at - 1].cells[0] };
            let label = GridCell::new(first.span.cover(last.span), first.col, last.end().max(first.end()) - first.col);
            if labelled {
                cells[0] = label;
            } else {
                cells.insert(0, label);
            }
        }
        whole.push(cells);
        at += 1;
        // What of the label stands below its figures heads no other row.
        let goes_on = |line: &CutLine| {
            is_line(line) && is_near(line, row) && !rows.get(at + 1).is_some_and(|next| next.figures > 0 && is_near(next, line))
        };
        if own > 0 && rows.get(at).is_some_and(goes_on) {
            at += 1;
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, x: f64, y: f64, span: Range<usize>) -> PageWord {
        PageWord { text: text.into(), page: 1, x, y, width: text.len() as f64 * 5., size: 10., turn: 0, span: Some(span) }
    }

    #[test]
    fn rows_at_their_places() {
        let text = "2024 | 2023\nNet sales | 1,204 1,100\nCosts | (90) | –\n\nSales rose.";
        let words = [
            word("2024", 200., 10., 0..4),
            word("2023", 300., 10., 7..11),
            word("Net", 20., 20., 12..15),
            word("sales", 38., 20., 16..21),
            word("1,204", 195., 20., 24..29),
            word("1,100", 223., 20., 30..35),
            word("Costs", 20., 30., 36..41),
            word("(90)", 200., 30., 44..48),
            word("–", 310., 30., 51..54),
            word("Sales", 20., 60., 56..61),
            word("rose.", 50., 60., 62..67),
        ];
        let grids = grids(text, &words);
        let cells: Vec<Vec<&str>> = grids[0].rows.iter().map(|row| row.iter().map(|cell| cell.span.of(text)).collect()).collect();
        assert_eq!(cells, [vec!["2024", "2023"], vec!["Net sales", "1,204", "1,100"], vec!["Costs", "(90)", "–"]]);
        assert_eq!(grids.len(), 1);
    }

    #[test]
    fn heads_that_come_column_by_column() {
        let text = "May 1, 2025 | May 1, 2024\nNet sales | 1,204 | 1,100\nCosts | (90) | (80)\n";
        let words = [
            word("May", 190., 10., 0..3),
            word("1,", 208., 10., 4..6),
            word("2025", 195., 20., 7..11),
            word("May", 290., 10., 14..17),
            word("1,", 308., 10., 18..20),
            word("2024", 295., 20., 21..25),
            word("Net", 20., 30., 26..29),
            word("sales", 38., 30., 30..35),
            word("1,204", 195., 30., 38..43),
            word("1,100", 295., 30., 46..51),
            word("Costs", 20., 40., 52..57),
            word("(90)", 198., 40., 60..64),
            word("(80)", 298., 40., 67..71),
        ];
        let grids = grids(text, &words);
        let cells: Vec<Vec<&str>> = grids[0].rows.iter().map(|row| row.iter().map(|cell| cell.span.of(text)).collect()).collect();
        assert_eq!(cells[..3], [vec!["May 1,", "May 1,"], vec!["2025", "2024"], vec!["Net sales", "1,204", "1,100"]]);
        assert!(grids[0].fits(text) && is_part_of_head("June 30,") && !is_part_of_head("1,204") && !is_part_of_head("$5"));
    }

    #[test]
    fn a_label_of_several_lines_is_one() {
        let text = "2024 | 2023\nNet sales of\nthe shops | 12.4 | 11.0\nCosts | 9.0 | 8.0\nRent | 1.0 | 2.0\nTaxes and\nduties\n3.0 | 4.0\n\
                    Other\nWages | 5.0 | 6.0\n";
        let lines: [(f64, &[(&str, f64)]); 11] = [
            (10., &[("2024", 200.), ("2023", 300.)]),
            (24., &[("Net sales of", 20.)]),
            (32., &[("the shops", 20.), ("12.4", 200.), ("11.0", 300.)]),
            (44., &[("Costs", 20.), ("9.0", 200.), ("8.0", 300.)]),
            (56., &[("Rent", 20.), ("1.0", 200.), ("2.0", 300.)]),
            (68., &[("Taxes and", 20.)]),
            (77., &[("duties", 20.)]),
            (72.5, &[("3.0", 200.), ("4.0", 300.)]),
            (90., &[("Other", 20.)]),
            (102., &[("Wages", 20.), ("5.0", 200.), ("6.0", 300.)]),
            (114., &[]),
        ];
        let (mut words, mut at) = (Vec::new(), 0);
        for (y, cells) in lines {
            for (cell, x) in cells {
                let start = at + text[at..].find(cell).expect("in the text");
                at = start + cell.len();
                words.push(word(cell, *x, y, start..at));
            }
        }
        let grids = grids(text, &words);
        let labels: Vec<&str> = grids[0].rows.iter().map(|row| row[0].span.of(text)).collect();
        assert_eq!(labels, ["2024", "Net sales of\nthe shops", "Costs", "Rent", "Taxes and\nduties", "Other", "Wages"]);
    }
}
