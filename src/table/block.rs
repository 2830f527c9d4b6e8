//! From the rows of a grid to blocks: some rows of heads and the rows of figures below them. Stacked tables are several blocks.

use super::cell::{self, CellContent, Printing};
use super::head;
use crate::extract::amount::House;
use crate::number::{Decimal, Separators};
use crate::text::Span;
use crate::text::grid::{Columns, Grid, GridCell};

/// The longest measure or label that is published, in bytes.
pub(super) const LONGEST_LABEL: usize = 240;

/// The most different lines of dashes that are remembered.
const MOST_RULES: usize = 12;

/// A figure, or what stands in its place, in a row.
#[derive(Clone, Debug)]
pub(super) struct RowItem {
    /// The columns of the grid that it covers, with its sign and brackets.
    pub col: u32,
    /// The column after its last one.
    pub end: u32,
    /// The figure; `None` for a dash or words.
    pub figure: Option<Printing>,
    /// Its currency where that has a cell of its own.
    pub currency: Option<&'static str>,
}

/// A row of figures.
#[derive(Debug)]
pub(super) struct DataRow {
    /// Its number in the grid.
    pub row: usize,
    /// The cells of its label.
    pub label: Option<Span>,
    /// The heading of the rows that it stands among.
    pub section: Option<Span>,
    /// A heading with a colon above that.
    pub outer: Option<Span>,
    /// The last heading above it that names a period.
    pub dated: Option<Span>,
    /// Whether a heading stands between it and the periods below, which are of others then.
    pub is_parted: bool,
    /// What stands in its columns, in order.
    pub items: Vec<RowItem>,
}

impl DataRow {
    /// The headings that it stands under.
    pub(super) fn headings(&self, text: &str) -> String {
        let words = |span: Option<Span>| span.map_or("", |span| span.of(text));
        match self.outer {
            Some(outer) if outer != self.section.unwrap_or(outer) => format!("{} {}", outer.of(text), words(self.section)),
            _ => words(self.section).to_string(),
        }
    }
}

/// A row of heads.
#[derive(Clone, Debug, Default)]
pub(super) struct HeadRow {
    /// The cell above the labels.
    pub corner: Option<Span>,
    /// Whether the corner surely stands above the labels, not above the first figures.
    pub over_labels: bool,
    /// The cells above the columns.
    pub cells: Vec<GridCell>,
    /// Where the lines of dashes below it stand: one below each head.
    pub rules: Vec<(u32, u32)>,
}

/// Heads and the rows below them.
#[derive(Debug, Default)]
pub(super) struct TableBlock {
    /// Where it starts: its caption stands above.
    pub start: usize,
    /// Rows of one cell above the heads.
    pub titles: Vec<Span>,
    /// From top to bottom.
    pub heads: Vec<HeadRow>,
    /// From top to bottom.
    pub rows: Vec<DataRow>,
    /// The lines of dashes among its heads and rows, some of each length.
    pub rules: Vec<Vec<(u32, u32)>>,
    /// Whether the blanks before its lines are lost, so that only lines with a label stand in their places.
    pub stripped: bool,
}

/// What a row is.
enum RowKind {
    Blank,
    /// One cell of words.
    Single(Span),
    /// The title of a table: "Table 2. Pupils by county".
    Title(Span),
    Head(HeadRow),
    Data(Option<Span>, Vec<RowItem>),
    /// Words that are neither.
    Other,
}

/// Whether periods stand below their figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Below {
    No,
    /// A row of them below all rows.
    All,
    /// Rows of them, each below its own.
    Each,
}

/// Where the labels and the figures of a page's table begin.
#[derive(Clone, Copy, Default)]
struct FigureZone {
    labels: u32,
    figures: u32,
}

/// Whether the text is "(1)", the mark of a footnote.
fn is_mark(words: &[u8]) -> bool {
    matches!(words, [b'(', digit, b')'] if digit.is_ascii_digit())
}

/// Whether a cell is a figure in groups of digits, or a dash for none.
fn is_large(cell: &str) -> bool {
    let grouped = || cell.contains(',') && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    matches!(cell, "-" | "–" | "—" | "N/A" | "n/a" | "0") || grouped()
}

/// What cells are read with.
pub(super) struct CellReader<'a> {
    /// The article.
    pub text: &'a str,
    /// Its currencies.
    pub house: &'a House,
    /// Its decimal sign.
    pub separators: Separators,
}

impl CellReader<'_> {
    /// The blocks of a grid that have figures.
    pub(super) fn blocks(&self, grid: &Grid) -> Vec<TableBlock> {
        let is_placed = grid.columns == Columns::Places;
        let zone = if is_placed { self.zone(grid) } else { FigureZone::default() };
        let stripped = is_placed && grid.rows.iter().all(|row| row.first().is_none_or(|first| first.col == 0));
        let mut lines =
            Lines { text: self.text, house: self.house, width: if stripped { self.width(grid) } else { 0 }, pending: Vec::new() };
        let mut building = Building::new(self, TableBlock { start: grid.span.start, stripped, ..TableBlock::default() });
        building.dated_below = self.is_dated_below(grid);
        for (number, cells) in grid.rows.iter().enumerate() {
            if is_placed && !cells.is_empty() && cells.iter().all(|cell| self.is_rule(cell)) {
                building.rule(cells);
                // Double lines stand below results, and part no section.
                if cells[0].span.of(self.text).starts_with('=') {
                    continue;
                }
            }
            let mut kind = self.kind(cells, grid.columns, zone, &building.block);
            if let RowKind::Single(span) = kind
                && is_placed
                && !(building.block.rows.is_empty() && building.block.heads.is_empty())
            {
                lines.pending.push(span);
                continue;
            }
            if let RowKind::Data(label, _) = &mut kind {
                *label = lines.label(*label);
            }
            building.headings(&lines.headings(), matches!(kind, RowKind::Head(_)));
            building.row(number, cells.first().map_or(grid.span.start, |cell| cell.span.start), kind);
        }
        let Building { mut blocks, block, .. } = building;
        blocks.push(block);
        // Behind a title that comes again on the next page, its heads hold on.
        for at in 1..blocks.len() {
            let is_again = blocks[at].titles.first().is_some_and(|title| is_title_of_table(title.of(self.text)));
            if is_again && blocks[at].heads.is_empty() {
                blocks[at].heads = blocks[at - 1].heads.clone();
            }
        }
        if is_placed {
            blocks.iter_mut().for_each(|block| self.drop_marks(block));
        }
        blocks.retain(|block| !block.rows.is_empty());
        blocks
    }

    /// Section and the heading above it, below another line of one cell.
    fn sections(&self, span: Span, section: Option<Span>, outer: Option<Span>) -> (Option<Span>, Option<Span>) {
        // "Common stock, $0.01 par value, 5,000,000 shares authorized; issued and outstanding:" heads one row.
        let lower = span.of(self.text).to_lowercase();
        if lower.contains("shares") && ["authorized", "authorised", "par value"].iter().any(|word| lower.contains(word)) {
            return (None, None);
        }
        let leads = |span: Span| span.of(self.text).trim_end().ends_with(':');
        let outer = if leads(span) { None } else { outer.or(section.filter(|&section| leads(section))) };
        (Some(span), outer)
    }

    /// Lines above the heads that are part of a period stand above all columns: "Three Months Ended", "December 31,".
    fn raise_titles(&self, block: &mut TableBlock) {
        let is_part = |title: &Span| {
            let words = title.of(self.text);
            head::is_period(words) && !head::has_year(words) && !head::is_month(words.trim())
        };
        for title in block.titles.extract_if(.., |title| is_part(title)) {
            let length = u32::try_from(title.end - title.start).unwrap_or(u32::MAX);
            block.heads.push(HeadRow { cells: vec![GridCell::new(title, 0, length)], ..HeadRow::default() });
        }
    }

    /// Whether periods stand below their figures: where a row of bracketed ones is the last of a table, or figures without a head above
    /// them come before the first of several.
    pub(super) fn is_dated_below(&self, grid: &Grid) -> Below {
        let mut rows = grid.rows.iter().filter(|row| !row.is_empty());
        let several = rows.clone().filter(|row| self.is_bracketed(row)).nth(1).is_some();
        let told = if several { Below::Each } else { Below::All };
        if rows.clone().next_back().is_some_and(|row| self.is_bracketed(row)) {
            return told;
        }
        if grid.columns == Columns::Places && self.has_years_below(grid) {
            return Below::Each;
        }
        let is_dated = |cell: &&GridCell| head::is_dated(cell.span.of(self.text));
        let mut figures = 0;
        let first = rows.find(|row| {
            figures += usize::from(row.len() > 1 && self.are_figures(&row[1..]));
            figures == 0 && row.iter().filter(|cell| is_dated(cell)).count() > 1 || self.is_bracketed(row)
        });
        let is_below = figures > 0 && first.is_some_and(|row| self.is_bracketed(row)) && rows.any(|row| self.is_bracketed(row));
        if is_below { told } else { Below::No }
    }

    /// Whether each row of figures has its years right below it, a year below each figure.
    fn has_years_below(&self, grid: &Grid) -> bool {
        const FEWEST: usize = 3;
        let rows: Vec<&Vec<GridCell>> = grid.rows.iter().filter(|row| row.len() > 1).collect();
        let years = (0..rows.len()).filter(|&at| self.are_bare_years(rows[at]));
        let mut below = 0;
        for at in years {
            let above = at.checked_sub(1).map(|above| rows[above]);
            if !above.is_some_and(|above| above.len() >= rows[at].len() && self.are_figures(&above[above.len() - rows[at].len()..])) {
                return false;
            }
            below += 1;
        }
        below >= FEWEST && rows.iter().filter(|row| self.are_figures(row)).count() <= below + below / 4
    }

    fn are_figures(&self, cells: &[GridCell]) -> bool {
        let starts_figure = |cell: &GridCell| cell.span.of(self.text).trim_start().starts_with(|first: char| first.is_ascii_digit());
        cells.iter().all(|cell| starts_figure(cell) && !head::is_dated(cell.span.of(self.text)))
    }

    /// "2003 | 2015 | 2009"
    fn are_bare_years(&self, cells: &[GridCell]) -> bool {
        cells.len() > 1 && cells.iter().all(|cell| cell.span.of(self.text).trim().len() == 4 && head::has_year(cell.span.of(self.text)))
    }

    /// "(Mar 2008) | (Feb 2008)", behind "(in million pesos)" perhaps.
    fn is_bracketed(&self, cells: &[GridCell]) -> bool {
        let words = |cell: &GridCell| cell.span.of(self.text).trim();
        let cells = match cells.split_first() {
            Some((corner, rest)) if is_bracketed_scale(words(corner), self.house) => rest,
            _ => cells,
        };
        let in_brackets = |cell: &GridCell| {
            words(cell).starts_with('(') && words(cell).ends_with(')') && (head::is_dated(words(cell)) || names_year(words(cell)))
        };
        cells.len() > 1 && cells.iter().all(in_brackets)
    }

    /// A cell of nothing but dashes.
    fn is_rule(&self, cell: &GridCell) -> bool {
        cell.span.end - cell.span.start > 2 && cell.span.of(self.text).bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b'+' | b' '))
    }

    /// How many characters a line of a label has at most.
    fn width(&self, grid: &Grid) -> usize {
        let content = |cell: &GridCell| cell::read(cell.span.of(self.text), cell.span.start, self.house, self.separators);
        let labels = grid.rows.iter().filter(|row| {
            let figure = |cell: &GridCell| {
                matches!(content(cell), CellContent::Figure(figure) if !figure.year) || matches!(content(cell), CellContent::Currency(_))
            };
            row.len() > 1 && content(&row[0]) == CellContent::Words && figure(&row[1])
        });
        labels.map(|row| row[0].colspan as usize).max().unwrap_or(0)
    }

    /// Where labels and figures begin, in places of the page.
    fn zone(&self, grid: &Grid) -> FigureZone {
        let rows = grid.rows.iter().filter(|row| row.len() > 1);
        let figures = rows.flat_map(|row| row.iter().skip(1)).filter(|cell| {
            let content = cell::read(cell.span.of(self.text), cell.span.start, self.house, self.separators);
            matches!(content, CellContent::Figure(_) | CellContent::Currency(_))
        });
        let labels = grid.rows.iter().filter_map(|row| row.first()).map(|cell| cell.col).min().unwrap_or(0);
        FigureZone { labels, figures: figures.map(|cell| cell.col).min().unwrap_or(0) }
    }

    /// "(1)" before the figures: the mark of a footnote that ends a label of several lines.
    fn is_mark_of_label(&self, first: &GridCell, zone: FigureZone) -> bool {
        is_mark(first.span.of(self.text).as_bytes()) && first.end() < zone.figures
    }

    /// "4.7 | Form of the notes": a number of a list before words, which are no labels of figures.
    fn is_item(&self, cells: &[GridCell], contents: &[CellContent]) -> bool {
        let [CellContent::Figure(number), rest @ ..] = contents else { return false };
        let plain = number.mark.is_none() && number.currency.is_none() && number.magnitude.is_none() && !number.year;
        let is_sentence = |(cell, content): (&GridCell, &CellContent)| {
            *content == CellContent::Words && cell.span.of(self.text).chars().filter(|sign| sign.is_alphabetic()).count() > 3
        };
        plain && !rest.is_empty() && cells[1..].iter().zip(rest).all(is_sentence)
    }

    /// "31 | % Change | 31" below "December | | December": days whose months stand in the line of heads above.
    fn is_row_of_days(&self, cells: &[GridCell], contents: &[CellContent], block: &TableBlock) -> bool {
        let Some(above) = block.heads.last().filter(|_| block.rows.is_empty()) else { return false };
        let months = above.corner.iter().chain(above.cells.iter().map(|cell| &cell.span));
        let months = months.filter(|span| span.of(self.text).rsplit(' ').next().is_some_and(head::is_month)).count();
        let is_day = |(cell, content): (&GridCell, &CellContent)| {
            let day = cell.span.of(self.text).trim_end_matches(',').parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
            (day, day || *content == CellContent::Words)
        };
        let (days, others) =
            cells.iter().zip(contents).map(is_day).fold((0, true), |(days, all), (day, fits)| (days + usize::from(day), all && fits));
        months > 0 && others && days == months
    }

    /// What the cells of a row hold.
    fn contents(&self, cells: &[GridCell], columns: Columns, zone: FigureZone) -> Vec<CellContent> {
        let read = |cell: &GridCell| cell::read(cell.span.of(self.text), cell.span.start, self.house, self.separators);
        let mut contents: Vec<CellContent> = cells.iter().map(read).collect();
        let (Columns::Places, [first, next, ..]) = (columns, cells) else { return contents };
        // "EUR" far before its figure is the end of a label.
        let is_far = first.col == 0 && next.col.saturating_sub(first.end()) > 4 && first.span.of(self.text).len() >= 3;
        if is_far && matches!(contents[0], CellContent::Currency(_)) || self.is_mark_of_label(first, zone) {
            contents[0] = CellContent::Words;
        }
        contents
    }

    fn kind(&self, cells: &[GridCell], columns: Columns, zone: FigureZone, block: &TableBlock) -> RowKind {
        if cells.iter().any(|cell| self.is_rule(cell)) {
            let others: Vec<GridCell> = cells.iter().filter(|cell| !self.is_rule(cell)).copied().collect();
            return self.kind(&others, columns, zone, block);
        }
        let Some(first) = cells.first() else { return RowKind::Blank };
        let contents = self.contents(cells, columns, zone);
        let is_figure = |content: &CellContent| {
            matches!(content, CellContent::Figure(_) | CellContent::Nil | CellContent::Currency(_) | CellContent::Opening)
        };
        if self.is_item(cells, &contents) {
            return RowKind::Other;
        }
        if columns == Columns::Places && cells.len() == 1 && self.is_title(first.span, block) {
            return RowKind::Title(first.span);
        }
        if self.is_row_of_days(cells, &contents, block) {
            return RowKind::Head(HeadRow { cells: cells.to_vec(), ..HeadRow::default() });
        }
        let labelled = self.is_labelled(cells, contents[0], columns, zone);
        if cells.len() == 1 && labelled && self.stands_alone(first, columns, block) {
            return RowKind::Single(first.span);
        }
        // Words before the first figure are the label, also where they take two cells.
        let mut body =
            usize::from(labelled && (columns == Columns::Places || first.col == 0 || first.col == 1 && contents.iter().any(is_figure)));
        let plain = contents.iter().filter(|content| matches!(content, CellContent::Figure(figure) if !figure.year)).count();
        let nil = contents.iter().filter(|content| **content == CellContent::Nil).count();
        let years = contents[body.min(contents.len())..]
            .iter()
            .filter(|content| matches!(content, CellContent::Figure(figure) if figure.year))
            .count();
        let label = |body: usize| (body > 0).then(|| cells[0].span.cover(cells[body - 1].span));
        if plain + nil == 0 && !(years > 0 && self.is_row_of_years(label(body), block)) {
            let words = &cells[body.min(cells.len())..];
            if years == 0 && !block.rows.is_empty() && !self.is_head(words) || !block.heads.is_empty() && self.are_bounds(words) {
                return RowKind::Other;
            }
            if cells[body.min(cells.len())..].iter().any(|cell| self.is_refused(cell)) {
                return RowKind::Other;
            }
            if body == cells.len() {
                return RowKind::Single(first.span);
            }
            let over_labels = columns == Columns::Places && body > 0 && first.col <= zone.labels && cells[body - 1].end() < zone.figures;
            return RowKind::Head(HeadRow { corner: label(body), over_labels, cells: cells[body..].to_vec(), rules: Vec::new() });
        }
        while body > 0 && body < cells.len() && contents[body] == CellContent::Words && contents[body..].iter().any(is_figure) {
            body += 1;
        }
        let items = items(&cells[body..], &contents[body..]);
        if is_numbering(&items) {
            return RowKind::Other;
        }
        RowKind::Data(label(body), items)
    }

    /// Takes the marks of footnotes from the rows: "(1)" where no other figure stands above or below it.
    fn drop_marks(&self, block: &mut TableBlock) {
        let is_mark = |item: &RowItem| {
            let words = item.figure.map_or(&[][..], |figure| self.text.as_bytes().get(figure.start..figure.end).unwrap_or_default());
            item.currency.is_none() && is_mark(words)
        };
        if !block.rows.iter().flat_map(|row| &row.items).any(is_mark) {
            return;
        }
        let figures = block.rows.iter().flat_map(|row| &row.items).filter(|item| !is_mark(item));
        let mut ranges: Vec<(u32, u32)> = figures.map(|item| (item.col, item.end)).collect();
        ranges.sort_unstable();
        let mut columns: Vec<(u32, u32)> = Vec::new();
        for (start, end) in ranges {
            match columns.last_mut() {
                Some(last) if start < last.1 => last.1 = last.1.max(end),
                _ => columns.push((start, end)),
            }
        }
        let stands_in = |item: &RowItem| {
            let at = columns.partition_point(|column| column.1 <= item.col);
            columns.get(at).is_some_and(|column| column.0 < item.end)
        };
        for row in &mut block.rows {
            if row.items.len() > 1 {
                row.items.retain(|item| !is_mark(item) || stands_in(item));
            }
        }
    }

    /// Whether a row begins with a label.
    fn is_labelled(&self, cells: &[GridCell], content: CellContent, columns: Columns, zone: FigureZone) -> bool {
        let first = &cells[0];
        match columns {
            // "1,204,000 | 31,500 | 12,000" below "For | Against | Abstained" has no label.
            Columns::Exact | Columns::Bars => {
                let bare = || cells.len() > 1 && cells.iter().all(|cell| is_large(cell.span.of(self.text)));
                content == CellContent::Words || first.col == 0 && !bare()
            }
            Columns::Order | Columns::Count => content == CellContent::Words,
            // A head may begin above the labels; its middle does not.
            Columns::Places => {
                let middle = first.col.saturating_add(first.colspan / 2);
                // "March 31, | December 31," above "2025 | 2024": the first one reaches over the figures, and no label begins there.
                let is_head = || {
                    let right = zone.labels + zone.figures.saturating_sub(zone.labels) / 2;
                    let inside = first.col > zone.labels && (first.end() > zone.figures || cells.len() > 1 && first.col > right);
                    inside && (cells.iter().all(|cell| head::is_period(cell.span.of(self.text))) || self.is_bracketed(cells))
                };
                content == CellContent::Words
                    && first.col < zone.figures
                    && (middle < zone.figures || cells.len() > 1 || !head::is_dated(first.span.of(self.text)))
                    && !is_head()
            }
        }
    }

    /// Whether the only cell of a row is a heading or a title, not the head of a column.
    fn stands_alone(&self, cell: &GridCell, columns: Columns, block: &TableBlock) -> bool {
        match columns {
            Columns::Exact | Columns::Bars => cell.col == 0,
            Columns::Order | Columns::Count => {
                cell.col == 0 || cell.col == 1 && block.rows.is_empty() && !head::is_dated(cell.span.of(self.text))
            }
            Columns::Places => true,
        }
    }

    /// Whether a cell is mostly digits and no figure: two glued ones.
    fn is_refused(&self, cell: &GridCell) -> bool {
        let words = cell.span.of(self.text);
        let digits = words.bytes().filter(u8::is_ascii_digit).count();
        let letters = words.chars().filter(|sign| sign.is_alphabetic()).count();
        digits > 4 && digits > letters && !head::is_dated(words) && !words.contains('/')
    }

    /// Whether whole numbers that look like years are figures: a label in the middle of figures, of no period.
    fn is_row_of_years(&self, label: Option<Span>, block: &TableBlock) -> bool {
        let Some(label) = label.map(|label| label.of(self.text)) else { return false };
        !block.rows.is_empty()
            && !head::is_dated(label)
            && !label.contains('(')
            && !block.heads.iter().any(|head| head.corner.is_some_and(|corner| corner.of(self.text) == label))
    }

    /// The title of a table, or the line with which one goes on: "through fall 2021", "[in thousands]".
    fn is_title(&self, span: Span, block: &TableBlock) -> bool {
        let words = span.of(self.text);
        let goes_on = || {
            let above = block.titles.iter().rev().find(|title| is_title_of_table(title.of(self.text)));
            let near = above.is_some_and(|above| span.start.saturating_sub(above.end) <= LONGEST_LABEL);
            near && words.starts_with(|first: char| first.is_lowercase() || first == '[')
        };
        is_title_of_table(words) || block.rows.is_empty() && block.heads.is_empty() && goes_on()
    }

    /// "$9,594 or less", "under $5,000": figures that are read as none, but no heads either.
    fn are_bounds(&self, cells: &[GridCell]) -> bool {
        let is_bound = |cell: &GridCell| {
            let words = cell.span.of(self.text).to_lowercase();
            words.contains(['$', '€', '£'])
                && words.contains(|sign: char| sign.is_ascii_digit())
                && ["or less", "or more", "or above", "or below", "and over", "or over", "under ", "over ", "less than", "more than"]
                    .iter()
                    .any(|bound| words.contains(bound))
        };
        cells.len() > 1 && cells.iter().all(is_bound)
    }

    /// Whether words in the middle of a table are the heads of another.
    fn is_head(&self, cells: &[GridCell]) -> bool {
        let words = |cell: &GridCell| cell.span.of(self.text);
        cells.iter().any(|cell| head::is_dated(words(cell)) || head::kind(words(cell)) != head::ColumnKind::Level)
            || cells.len() > 1
                && cells.iter().all(|cell| words(cell).len() <= 40 && !words(cell).contains(|sign: char| sign.is_ascii_digit()))
    }
}

/// The blocks of a grid while its rows are read from top to bottom.
struct Building<'r, 'a> {
    reader: &'r CellReader<'a>,
    /// Those that are whole.
    blocks: Vec<TableBlock>,
    /// The one that goes on.
    block: TableBlock,
    /// Headings whose block is still to come.
    titles: Vec<Span>,
    /// The heading above the next row, and the one above that.
    section: Option<Span>,
    outer: Option<Span>,
    /// The last heading that names a period.
    dated: Option<Span>,
    /// Whether no row stands below the heading yet.
    fresh: bool,
    /// Whether periods stand below their figures.
    dated_below: Below,
    /// How many rows of the block stand above its last heading.
    headed: usize,
}

impl<'r, 'a> Building<'r, 'a> {
    fn new(reader: &'r CellReader<'a>, block: TableBlock) -> Self {
        Building {
            reader,
            blocks: Vec::new(),
            block,
            titles: Vec::new(),
            section: None,
            outer: None,
            dated: None,
            fresh: false,
            dated_below: Below::No,
            headed: 0,
        }
    }

    /// A line of dashes.
    fn rule(&mut self, cells: &[GridCell]) {
        let rules: Vec<(u32, u32)> = cells.iter().map(|cell| (cell.col, cell.end())).collect();
        let block = &mut self.block;
        if block.rules.len() < MOST_RULES && !block.rules.contains(&rules) {
            block.rules.push(rules.clone());
        }
        if let Some(head) = block.heads.last_mut().filter(|_| block.rows.is_empty()) {
            head.rules = rules;
        }
    }

    /// Lines of one cell above a row, which may be the first of heads.
    fn headings(&mut self, spans: &[Span], ahead: bool) {
        for &span in spans {
            if ahead || self.block.rows.is_empty() && self.closes_corner(span) {
                self.titles.push(span);
            } else {
                self.head_section(span);
            }
        }
        if self.block.rows.is_empty() && !ahead {
            self.block.titles.append(&mut self.titles);
        }
    }

    /// What closes the corner's bracket: "(in thousands" and below it "of Canadian dollars)".
    fn closes_corner(&self, span: Span) -> bool {
        let words = span.of(self.reader.text);
        words.matches(')').count() > words.matches('(').count() || is_note_of_scale(words, self.reader.house)
    }

    fn head_section(&mut self, span: Span) {
        (self.section, self.outer) = self.reader.sections(span, self.section, self.outer);
        // Another period begins anew.
        if head::is_period(span.of(self.reader.text)) {
            (self.outer, self.dated) = (None, Some(span));
        }
        (self.fresh, self.headed) = (true, self.block.rows.len());
    }

    fn leave_section(&mut self) {
        (self.section, self.outer) = (None, None);
    }

    fn row(&mut self, number: usize, start: usize, kind: RowKind) {
        match kind {
            RowKind::Blank if self.has_row_of_section() => self.leave_section(),
            // Behind periods that stood below their rows another heading begins.
            RowKind::Single(span) if self.block.rows.is_empty() && self.block.heads.is_empty() && !self.is_behind_periods() => {
                self.block.titles.push(span);
            }
            RowKind::Single(span) => self.head_section(span),
            RowKind::Title(span) => {
                if !self.block.rows.is_empty() {
                    self.begin(start);
                }
                self.leave_section();
                let goes_on = span.of(self.reader.text).starts_with(char::is_lowercase);
                match self.block.titles.last_mut() {
                    Some(title) if goes_on => *title = title.cover(span),
                    _ => self.block.titles.push(span),
                }
            }
            RowKind::Head(head) if self.is_below(&head) => {
                // Of many rows of periods each is of the rows under its own heading.
                if self.dated_below == Below::Each {
                    self.block.rows[..self.headed].iter_mut().for_each(|row| row.is_parted = true);
                }
                self.block.heads.push(head);
                self.begin(start);
            }
            RowKind::Head(head) => self.head(start, head),
            RowKind::Data(label, items) => self.data(number, label, items),
            RowKind::Blank | RowKind::Other => {}
        }
    }

    /// Whether the last row stands below the heading.
    fn has_row_of_section(&self) -> bool {
        self.section.is_some() && self.block.rows.last().is_some_and(|row| row.section == self.section)
    }

    fn is_behind_periods(&self) -> bool {
        self.dated_below == Below::Each && !self.blocks.is_empty()
    }

    /// Whether these are the periods of the rows above.
    fn is_below(&self, head: &HeadRow) -> bool {
        let corner = head.corner.is_none_or(|corner| is_bracketed_scale(corner.of(self.reader.text).trim(), self.reader.house));
        self.dated_below != Below::No
            && corner
            && !self.block.rows.is_empty()
            && (self.reader.is_bracketed(&head.cells) || self.reader.are_bare_years(&head.cells))
    }

    /// Another block begins.
    fn begin(&mut self, start: usize) {
        let next = TableBlock { start, stripped: self.block.stripped, ..TableBlock::default() };
        self.blocks.push(std::mem::replace(&mut self.block, next));
        (self.dated, self.headed) = (None, 0);
    }

    fn head(&mut self, start: usize, head: HeadRow) {
        if !self.block.rows.is_empty() {
            self.begin(start);
        }
        // A heading of the rows above is no title of those below.
        self.block.titles.extend(self.section.take().filter(|_| self.fresh));
        self.outer = None;
        self.block.titles.append(&mut self.titles);
        if self.block.stripped {
            self.reader.raise_titles(&mut self.block);
        }
        self.block.heads.push(head);
    }

    fn data(&mut self, row: usize, label: Option<Span>, items: Vec<RowItem>) {
        self.fresh = false;
        let words = label.map(|label| label.of(self.reader.text));
        if words.is_some_and(leaves_section) && self.has_row_of_section() {
            self.leave_section();
        }
        self.block.rows.push(DataRow { row, label, section: self.section, outer: self.outer, dated: self.dated, is_parted: false, items });
        if words.is_none_or(|words| head::starts_with_word(words, "total")) {
            self.leave_section();
        }
    }
}

/// Whether a line says the scale of the figures below it, and nothing else: "Thousands of dollars", "(in millions".
fn is_note_of_scale(words: &str, house: &House) -> bool {
    let start = words.trim_start_matches('(').to_lowercase();
    let leads = ["thousand", "million", "in ", "amounts", "dollars", "figures"].iter().any(|lead| start.starts_with(lead));
    leads && super::money::basis(words, house).scale.is_some()
}

/// "Table A-2. Schools by county: 2011": the title of a table, not the head of a column.
pub(super) fn is_title_of_table(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let named = words.next().is_some_and(|word| ["Table", "TABLE", "Exhibit"].contains(&word));
    let number = words.next().and_then(|number| number.strip_suffix(['.', ':']));
    named
        && number
            .is_some_and(|number| number.len() <= 6 && number.contains(|sign: char| sign.is_ascii_digit() || sign.is_ascii_uppercase()))
        && words.count() >= 2
}

/// "(2000-2007 Census based)"
fn names_year(words: &str) -> bool {
    words
        .split(|sign: char| !sign.is_ascii_digit())
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

/// "(in million pesos)"
fn is_bracketed_scale(words: &str, house: &House) -> bool {
    words.starts_with('(') && words.ends_with(')') && is_note_of_scale(words, house)
}

/// Lines of words below heads or figures that wait for the row of figures below them: headings, or the start of its label.
struct Lines<'a> {
    text: &'a str,
    house: &'a House,
    /// The most characters of a line; 0 where that is not known.
    width: usize,
    pending: Vec<Span>,
}

impl Lines<'_> {
    /// The label with the lines that it begins on.
    fn label(&mut self, label: Option<Span>) -> Option<Span> {
        let mut label = label?;
        while let Some(&before) = self.pending.last().filter(|&&before| self.goes_on(before, label)) {
            label = before.cover(label);
            self.pending.pop();
        }
        Some(label)
    }

    /// The headings that are left.
    fn headings(&mut self) -> Vec<Span> {
        let mut headings: Vec<Span> = Vec::new();
        for line in std::mem::take(&mut self.pending) {
            match headings.last_mut() {
                Some(before) if self.goes_on(*before, line) => *before = before.cover(line),
                _ => headings.push(line),
            }
        }
        headings
    }

    /// Whether a line goes on in the next one: it ends in the middle, the next begins so, or its first word had no room.
    fn goes_on(&self, before: Span, next: Span) -> bool {
        const JOINTS: &str =
            "|of|and|or|the|to|from|for|in|on|by|per|with|at|a|an|before|after|less|attributable|excluding|including|its|net|non|as|";
        if next.start < before.end || !self.text[before.end..next.start].trim().is_empty() || next.end - before.start > LONGEST_LABEL {
            return false;
        }
        let (before, next) = (before.of(self.text).trim(), next.of(self.text).trim());
        if is_note_of_scale(before, self.house) && !before.contains('(') {
            return false;
        }
        let last = before.rsplit([' ', '\n']).next().unwrap_or_default();
        // A note in brackets is whole.
        let note = before.contains(' ') || head::says_nothing_else(before);
        if before.starts_with('(') && before.ends_with(')') && !before[1..].contains('(') && note {
            return false;
        }
        if before.ends_with([':', '.', ';'])
            || next.starts_with(['-', '•', '–', '*']) && !next.starts_with("- (")
            || head::starts_with_word(next, "total")
        {
            return false;
        }
        let open = before.matches('(').count() > before.matches(')').count();
        let joint = open || before.ends_with([',', '-', '/', '&']) || JOINTS.contains(&format!("|{}|", last.to_lowercase()));
        let inside = next.starts_with(|first: char| first.is_lowercase() || first == '(') || next.starts_with("- (");
        let line = before.rsplit('\n').next().unwrap_or_default().chars().count();
        let word = next.split_whitespace().next().unwrap_or_default().chars().count();
        joint || inside || self.width > 0 && line + 1 + word > self.width
    }
}

/// Whether the row numbers the columns: 2, 3, 4 …
fn is_numbering(items: &[RowItem]) -> bool {
    let numbers: Option<Vec<Decimal>> = items
        .iter()
        .map(|item| item.figure.filter(|figure| figure.mark.is_none() && item.currency.or(figure.currency).is_none())?.value.one())
        .map(|printed| printed.map(|printed| printed.value.abs()).filter(|value| *value < Decimal::ONE_HUNDRED))
        .collect();
    numbers.is_some_and(|numbers| {
        (numbers.len() > 2 && numbers[0] <= Decimal::TWO || numbers.len() > 4)
            && numbers.windows(2).all(|pair| pair[1] - pair[0] == Decimal::ONE)
    })
}

/// Whether a row's label says that it sums up more than its section.
fn leaves_section(label: &str) -> bool {
    const RESULTS: &str = "net income|net loss|net (loss|net earnings|net profit|operating income|operating profit|operating loss|operating (loss|\
         gross profit|gross margin|income before|income (loss)|loss before|(loss) income|profit before|profit for|earnings before|\
         income from operations|loss from operations|income from continuing|cash and cash equivalents|cash, cash equivalents|ebitda|adjusted ebitda|free cash flow|cash flow from|cash flows from|comprehensive income";
    let lower = label.to_lowercase();
    RESULTS.split('|').any(|result| lower.starts_with(result.trim()))
}

/// The figures of a row with the signs, brackets and units that have cells of their own.
fn items(cells: &[GridCell], contents: &[CellContent]) -> Vec<RowItem> {
    let mut items: Vec<RowItem> = Vec::new();
    let mut open: Option<u32> = None;
    let mut bracket = false;
    let mut currency = None;
    // Where a sign stands that touches the next cell.
    let mut sign: Option<Span> = None;
    for (cell, content) in cells.iter().zip(contents) {
        let col = open.unwrap_or(cell.col);
        let item = |figure, currency| RowItem { col, end: cell.end(), figure, currency };
        match *content {
            CellContent::Figure(mut figure) => {
                if let Some(sign) = sign.filter(|sign| sign.end == figure.span.start) {
                    figure.span = sign.cover(figure.span);
                }
                if bracket {
                    figure.value = negated(figure.value);
                    figure.signed = true;
                }
                items.push(item(Some(figure), currency.take()));
            }
            CellContent::Nil => {
                items.push(item(None, None));
            }
            CellContent::Currency(code) => {
                currency = Some(code);
                open = Some(col);
                sign = Some(sign.filter(|sign| sign.end == cell.span.start).map_or(cell.span, |sign| sign.cover(cell.span)));
                continue;
            }
            CellContent::Opening => {
                bracket = true;
                open = Some(col);
                sign = Some(sign.filter(|sign| sign.end == cell.span.start).map_or(cell.span, |sign| sign.cover(cell.span)));
                continue;
            }
            CellContent::Closing(mark) => {
                if let Some(before) = items.last_mut() {
                    before.end = before.end.max(cell.end());
                    if let Some(figure) = &mut before.figure {
                        figure.mark = figure.mark.or(mark);
                        figure.year = false;
                        if figure.end == cell.span.start {
                            figure.span = Span::new(figure.start.min(figure.span.start), cell.span.end);
                        }
                    }
                }
            }
            CellContent::Words => items.push(item(None, None)),
        }
        (open, bracket, currency, sign) = (None, false, None, None);
    }
    items
}

fn negated(value: crate::mention::Value) -> crate::mention::Value {
    use crate::mention::Value;
    match value {
        Value::One(printed) => Value::One(printed.negate()),
        range => range,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    const TOWN: &str = "Ardon at a glance

DEMOGRAPHY
Population of the town                 31,876         30,926
Share of the county                      19.7           19.9
                                       (May 2010)     (Aug 2007)
LABOUR
Unemployment rate                        17.2           21.4
POST
Mail carriers                              46             41
                                       (June 2011)    (June 2010)
WASTE
Collected, tonnes a day                 462.2          528.6
                                       (Dec 2010)     (Dec 2009)
";
    const AIMS: &str = "Ardon and the aims of the county

Goal                     Start         Aim         Latest

Families below the line   33.3        16.7          43.7
                          2003        2015          2009
Children without school   10.7         5.4          21.9
                          2001        2015          2010
Homes without a well       5.7         2.9          10.1
                          2002        2015          2008
";

    #[test]
    fn periods_below_their_figures() {
        let cases = [
            (TOWN, "31,876", "Population of the town", Some("2010-05-31")),
            (TOWN, "21.4", "Unemployment rate", None),
            (TOWN, "46", "POST: Mail carriers", Some("2011-06-30")),
            (TOWN, "528.6", "WASTE: Collected, tonnes a day", Some("2009-12-31")),
            (AIMS, "33.3", "Families below the line, Start", Some("2003-12-31")),
            (AIMS, "21.9", "Children without school", Some("2010-12-31")),
            (AIMS, "5.7", "Homes without a well", Some("2002-12-31")),
        ];
        for (text, figure, measure, to) in cases {
            let sheet = analyze(&Article::from_text(text), &Options::default());
            let fact = sheet.facts.iter().find(|fact| fact.text == figure).expect(figure);
            let period = fact.period.as_deref().and_then(|id| sheet.periods.iter().find(|period| period.id == id));
            let end = period.and_then(|period| period.to).map(|to| to.to_string());
            let found = fact.measure.as_deref().unwrap_or_default();
            assert!(found.ends_with(measure), "{figure}: {found}");
            assert_eq!(end.as_deref(), to, "{figure}");
        }
    }
}
