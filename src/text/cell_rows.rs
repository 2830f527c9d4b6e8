//! Rows of tables: lines whose cells stand apart and mostly hold figures.
//!
//! A figure in a cell takes scale, currency and period from the head of its column and its name from its row ("in millions of U.S.
//! dollars"). Read like prose it would be a fact that nobody stated, so tables are told apart and left alone.

use std::ops::Range;

use super::Span;
use super::grid::{self, Grid};
use super::scan::{any_byte, has_twice};

/// The longest line that is looked at, in bytes: a row fits a page.
const LONGEST_ROW: usize = 1_000;

/// The longest line of cells between bars, blank ones and all, in bytes.
const LONGEST_BARRED: usize = 8_000;

/// The longest line of a row's name that goes on over several lines, in bytes.
const LONGEST_LABEL: usize = 48;

/// The longest line between two lines of barred cells that is a row of one cell, in bytes.
const LONGEST_BETWEEN: usize = 240;

/// The longest cell that is a figure, in characters.
const LONGEST_FIGURE: usize = 24;

/// Words in a row's name that give the scale of its figures.
const SCALES: &[&str] = &["in millions", "in thousands", "in billions", "in 000s", "$m)", "$ million", "$ thousand", "$ billion"];

/// What a line looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineLook {
    /// Two or more cells with figures: a row wherever it stands.
    Figures,
    /// Two cells, one with a figure: a row where something gives its scale; else perhaps of a list ("Monday    5").
    OneFigure,
    /// Cells of which one or none holds a figure: a row beside other rows, such as the head.
    Cells,
    /// Dashes or the like that part rows.
    Dashes,
    /// A few words: a line of a name that goes on until the line with its figures.
    Label,
    /// Prose.
    Other,
}

/// Lines that stand together and are rows of a table if one of them has figures.
#[derive(Default)]
struct RowRun {
    lines: Vec<Range<usize>>,
    /// Lines at the run's end that are no rows unless a row follows.
    labels: Vec<Range<usize>>,
    rows: usize,
    has_figures: bool,
    /// Whether the name of a row takes several lines.
    is_wrapped: bool,
    /// Whether a line gives the scale of all figures: "(in millions, except per share)".
    is_scaled: bool,
    /// Whether bars part its cells.
    is_barred: bool,
}

impl RowRun {
    fn add(&mut self, line: Range<usize>, look: LineLook, gives_scale: bool) {
        self.is_scaled |= gives_scale;
        if look == LineLook::Label {
            self.labels.push(line);
            return;
        }
        self.is_wrapped |= !self.labels.is_empty() && look == LineLook::Figures;
        self.lines.append(&mut self.labels);
        self.lines.push(line);
        self.rows += usize::from(look != LineLook::Dashes);
        self.has_figures |= look == LineLook::Figures || look == LineLook::OneFigure && self.is_scaled;
    }

    /// Ends the run; its lines are rows where there are two of them, or one whose name takes several lines.
    fn close(&mut self, runs: &mut Vec<Vec<Range<usize>>>) {
        if self.has_figures && (self.rows > 1 || self.is_wrapped) {
            runs.push(std::mem::take(&mut self.lines));
        }
        *self = RowRun::default();
    }
}

/// The grids of a text: those that its reader knows, and those of the lines that look like rows elsewhere. In order, without overlaps.
pub fn grids(text: &str, given: &[Grid]) -> Vec<Grid> {
    let mut grids: Vec<Grid> = given.iter().filter(|grid| grid.fits(text)).cloned().collect();
    grids.sort_by_key(|grid| grid.span);
    grids.dedup_by(|next, before| next.span.overlaps(before.span));
    let known = |span: Span| {
        let after = grids.partition_point(|grid| grid.span.end <= span.start);
        grids.get(after).is_some_and(|grid| grid.span.overlaps(span))
    };
    let found: Vec<Grid> = runs(text).iter().filter_map(|lines| grid::of_lines(text, lines)).filter(|grid| !known(grid.span)).collect();
    grids.extend(found);
    grids.sort_by_key(|grid| grid.span);
    grids
}

/// The lines that are rows of a table, as byte ranges in order.
#[cfg(test)]
fn rows(text: &str) -> Vec<Range<usize>> {
    runs(text).into_iter().flatten().collect()
}

/// The lines of each table, as byte ranges in order: two or more on end, among them one with two figures. An empty line
/// between them does not part them, nor do the lines of a row's name above its figures.
fn runs(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut runs = Vec::new();
    // Hardly any article has a table; one scan tells.
    let may_have_cells = has_twice(text, b' ') || any_byte(text, |byte| byte == b'|' || byte == b'\t');
    if !may_have_cells || !text.contains(" | ") && !text.contains('\t') && !has_gap(text) {
        return runs;
    }
    let mut run = RowRun::default();
    let (mut blank, mut at, mut barred) = (0, 0, false);
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let range = at..at + line.len();
        at = range.end;
        if line.trim().is_empty() {
            blank += 1;
            // What an empty line parts from the figures is a heading.
            run.labels.clear();
            barred = false;
            continue;
        }
        let mut look = look(line);
        if look == LineLook::Other && barred && line.len() <= LONGEST_BETWEEN && lines.peek().is_some_and(|next| is_barred(next)) {
            look = LineLook::Cells;
        }
        // Long heads may have two blanks between them only.
        if look == LineLook::Other && is_line_of_heads(line) {
            let next = lines.peek().map_or(LineLook::Other, |next| self::look(next));
            look = if matches!(next, LineLook::Other | LineLook::Label) { look } else { LineLook::Cells };
        }
        // A line of cells on its own between empty ones is the head of the next table.
        let starts = blank == 1 && is_barred(line) && run.is_barred && lines.peek().is_some_and(|next| next.trim().is_empty());
        if look == LineLook::Other || blank > 1 || starts || is_barred(line) && lines.peek().is_some_and(|next| is_delimiter(next)) {
            run.close(&mut runs);
        }
        blank = 0;
        barred = look != LineLook::Other && (barred || is_barred(line));
        if look != LineLook::Other {
            run.is_barred |= is_barred(line);
            run.add(range, look, look != LineLook::Figures && gives_scale(line));
        }
    }
    run.close(&mut runs);
    runs
}

/// Whether bars part the line into cells.
fn is_barred(line: &str) -> bool {
    line.len() <= LONGEST_BARRED && (line.contains(" | ") || line.starts_with('|') || line.trim_end().ends_with(" |"))
}

/// The line of dashes under the head of a Markdown table.
fn is_delimiter(line: &str) -> bool {
    line.starts_with('|') && line.contains("---") && line.trim().bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}

/// Whether two blanks set some short cells without figures apart that are no sentences.
fn is_line_of_heads(line: &str) -> bool {
    let line = line.trim();
    // "31 Dec." ends no sentence.
    let is_short = |cell: &str| cell.len() <= 9 && cell.ends_with('.') && cell.starts_with(|first: char| first.is_ascii_digit());
    let is_head =
        |cell: &str| cell.trim().len() <= LONGEST_LABEL && (is_short(cell.trim()) || !cell.ends_with(['.', '!', '?', ',', ';', ':']));
    line.len() <= LONGEST_BETWEEN && has_twice(line, b' ') && line.split("  ").all(|cell| cell.is_empty() || is_head(cell))
}

/// Whether three blanks set words apart. Two are found much faster, and hardly any text has them.
fn has_gap(text: &str) -> bool {
    has_twice(text, b' ') && text.contains("   ")
}

fn look(line: &str) -> LineLook {
    if line.len() > LONGEST_ROW && !is_barred(line) {
        return LineLook::Other;
    }
    let (mut cells, mut figures, mut last_is_figure) = (0, 0, false);
    // What is no more than one cell need not be cut.
    if line.bytes().any(|byte| matches!(byte, b'|' | b'\t')) || has_gap(line) {
        for cell in line.split(['|', '\t']).flat_map(|part| part.split("   ")).map(str::trim).filter(|cell| !cell.is_empty()) {
            cells += 1;
            last_is_figure = is_figure(cell);
            figures += usize::from(last_is_figure);
        }
    }
    let line = line.trim();
    match (cells, figures) {
        _ if line.chars().all(|character| matches!(character, '-' | '=' | '_' | '|' | ' ' | '\t' | ':')) => LineLook::Dashes,
        (2.., 2..) => LineLook::Figures,
        (2.., 1) if last_is_figure => LineLook::OneFigure,
        (2.., _) => LineLook::Cells,
        _ if line.len() <= LONGEST_LABEL && !line.ends_with(['.', '!', '?']) && !line.starts_with(['•', '*', '·', '-', '–']) => {
            LineLook::Label
        }
        _ => LineLook::Other,
    }
}

/// Whether the line says in what scale its figures are: "Revenue (in millions)".
fn gives_scale(line: &str) -> bool {
    if !line.contains(['(', '$', '\'', '’']) {
        return false;
    }
    let lower = line.to_lowercase();
    SCALES.iter().any(|scale| lower.contains(scale))
}

/// A cell with nothing but a figure: digits, signs, and a unit of at most three letters; or a dash for none.
fn is_figure(cell: &str) -> bool {
    if cell.len() > 4 * LONGEST_FIGURE {
        return false;
    }
    let letters = cell.chars().filter(|character| character.is_alphabetic()).count();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    (digits > 0 && letters <= 3 && cell.chars().count() <= LONGEST_FIGURE)
        || matches!(cell, "-" | "–" | "—" | "n/a" | "N/A" | "n.a." | "nm" | "NM")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        rows(text).into_iter().map(|row| text[row].trim_end()).collect()
    }

    #[test]
    fn aligned_and_barred_rows() {
        let aligned =
            "Results\n\n                 2024     2023\nSales           $5.1     $4.8\n\nNet loss       (1.2)        –\n\nSales rose.";
        assert_eq!(found(aligned).len(), 3);
        assert_eq!(
            found("Region | 2024 | 2023\nNorth | 5.1 | 4.8\nTotal | n/a | 4.8\nProse."),
            ["Region | 2024 | 2023", "North | 5.1 | 4.8", "Total | n/a | 4.8"]
        );
        assert_eq!(found("Name\tSales\tCosts\nNorth\t5\t4"), ["Name\tSales\tCosts", "North\t5\t4"]);
    }

    #[test]
    fn names_of_rows_over_several_lines() {
        let text = "Summary\n\n--------  -------\nNet income\nfrom swaps\nat $100 face       $  2.5   $  3.5\n\nSales rose $5 million.";
        assert_eq!(found(text), ["--------  -------", "Net income", "from swaps", "at $100 face       $  2.5   $  3.5"]);
        assert_eq!(found("Outlook\n\nRevenue (in millions)      $205 - $230\nEBITDA       $17 - $24").len(), 2);
        assert_eq!(found("(In thousands)\n\nSales      $205\nCosts      $17\nJobs rose.").len(), 2);
        let heads =
            "Three-month period until  Three-month period until\n6/30/2024                 6/30/2023\n-----  -----\nSales     5     4";
        assert_eq!(found(heads).len(), 4);
    }

    #[test]
    fn prose_is_no_table() {
        for prose in [
            "Sales rose 5%.   Costs fell 3%.\nProfit rose.",
            "Contacts | Media\nPress office | +44 20 7946 0000",
            "Sales rose in the quarter that ended in the spring  and costs fell\nProfit rose to $5 million.",
            "\tSales rose by 5% in the quarter.\n\tCosts fell.",
            "Shares closed at 5   on Monday, 6   on Tuesday.",
            "",
        ] {
            assert_eq!(found(prose), Vec::<&str>::new(), "{prose}");
        }
    }
}
