//! Rows of tables: lines whose cells stand apart and mostly hold figures.
//!
//! A figure in a cell takes scale, currency and period from the head of its column and its name from its row ("in millions of U.S.
//! dollars"). Read like prose it would be a fact that nobody stated, so tables are told apart and left alone.

use std::ops::Range;

/// The longest line that is looked at, in bytes: a row fits a page.
const LONGEST_ROW: usize = 1_000;

/// What a line looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Two or more cells with figures: a row wherever it stands.
    Figures,
    /// Cells of which one or none holds a figure: a row beside other rows, such as the head.
    Cells,
    /// Prose.
    Other,
}

/// The lines that are rows of a table, as byte ranges in order: two or more on end, among them one with two figures. An empty line
/// between them does not part them.
pub fn rows(text: &str) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    // Hardly any article has a table; one scan tells.
    if !text.contains(" | ") && !text.contains('\t') && !text.contains("   ") {
        return rows;
    }
    let mut run: Vec<Range<usize>> = Vec::new();
    let mut has_figures = false;
    let mut blank = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = at..at + line.len();
        at = range.end;
        if line.trim().is_empty() {
            blank += 1;
            continue;
        }
        let look = look(line);
        if (look == Look::Other || blank > 1) && !run.is_empty() {
            close(&mut run, &mut has_figures, &mut rows);
        }
        blank = 0;
        if look != Look::Other {
            has_figures |= look == Look::Figures;
            run.push(range);
        }
    }
    close(&mut run, &mut has_figures, &mut rows);
    rows
}

fn close(run: &mut Vec<Range<usize>>, has_figures: &mut bool, rows: &mut Vec<Range<usize>>) {
    if *has_figures && run.len() > 1 {
        rows.append(run);
    }
    run.clear();
    *has_figures = false;
}

fn look(line: &str) -> Look {
    if line.len() > LONGEST_ROW {
        return Look::Other;
    }
    let (mut cells, mut figures) = (0, 0);
    for cell in line.split(['|', '\t']).flat_map(|part| part.split("   ")).map(str::trim).filter(|cell| !cell.is_empty()) {
        cells += 1;
        figures += usize::from(is_figure(cell));
    }
    match (cells, figures) {
        (2.., 2..) => Look::Figures,
        // One column of figures is a row only with a bar: "Monday    5" may be a list.
        (2.., _) => Look::Cells,
        _ => Look::Other,
    }
}

/// A cell with nothing but a figure: digits, signs, and a unit of at most three letters; or a dash for none.
fn is_figure(cell: &str) -> bool {
    let letters = cell.chars().filter(|character| character.is_alphabetic()).count();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    (digits > 0 && letters <= 3 && cell.chars().count() <= 24) || matches!(cell, "-" | "–" | "—" | "n/a" | "N/A" | "n.a." | "nm" | "NM")
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
    fn prose_is_no_table() {
        for prose in [
            "Sales rose 5%.   Costs fell 3%.\nProfit rose.",
            "Contacts | Media\nPress office | +44 20 7946 0000",
            "\tSales rose by 5% in the quarter.\n\tCosts fell.",
            "Shares closed at 5   on Monday, 6   on Tuesday.",
            "",
        ] {
            assert_eq!(found(prose), Vec::<&str>::new(), "{prose}");
        }
    }
}
