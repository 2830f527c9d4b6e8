//! From a tree of elements to text that reads as prose: a line for each paragraph, heading, list item and table row.
//!
//! Cells of a row are joined by " | ". What a page does not show is left out, and so are marks of footnotes: the little 1 of
//! "$5 million¹" must not become a digit of the figure.

use dom_query::NodeRef;

use crate::text::Span;
use crate::text::grid::{Columns, Grid, GridCell, MOST_CELLS};

/// Elements that show nothing an article says.
const UNREAD: &[&str] = words!(
    "script|style|noscript|template|head|title|svg|math|iframe|object|canvas|audio|video|button|select|input|textarea|nav|dialog|map|del|s|\
    strike"
);
/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = words!(
    "address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|\
    header|hgroup|html|li|main|menu|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|caption|hr"
);
/// Blocks with an empty line before and after.
const PARAGRAPHS: &[&str] = words!("p|h1|h2|h3|h4|h5|h6|blockquote|ul|ol|dl|pre|table|figure|figcaption|article|section|hr");
/// A cell with more characters is text that a table lays out, not a cell of figures.
const LONGEST_CELL: usize = 300;
/// The most columns or rows that a cell may cover.
const WIDEST: u32 = 1_000;

/// The text of everything below `node`.
pub(super) fn of(node: &NodeRef) -> String {
    with_tables(node).0
}

/// The text of everything below `node`, and its tables.
pub(super) fn with_tables(node: &NodeRef) -> (String, Vec<Grid>) {
    let mut prose = Prose::default();
    prose.children(node);
    prose.finish()
}

#[derive(Default)]
struct Prose {
    out: String,
    /// Line ends to write before the next text: 2 make an empty line.
    pending: usize,
    /// White space to write before the next text of the line.
    space: Option<char>,
    preformatted: bool,
    tables: Vec<Grid>,
    /// How many cells its tables have.
    cells: usize,
}

impl Prose {
    fn finish(mut self) -> (String, Vec<Grid>) {
        self.out.truncate(self.out.trim_end().len());
        self.tables.retain(|table| table.fits(&self.out));
        (self.out, self.tables)
    }

    /// The next text stands on another line, after an empty one if `lines` is 2.
    fn line(&mut self, lines: usize) {
        if self.out.ends_with('•') {
            return; // the item's text follows on the line of its bullet
        }
        self.space = None;
        if !self.out.is_empty() {
            self.pending = self.pending.max(lines);
        }
    }

    fn start_text(&mut self) {
        let new_line = self.pending > 0;
        for _ in 0..std::mem::take(&mut self.pending) {
            self.out.push('\n');
        }
        if let Some(space) = self.space.take().filter(|_| !new_line && !self.out.is_empty() && !self.out.ends_with('\n')) {
            self.out.push(space);
        }
    }

    fn text(&mut self, text: &str) {
        if self.preformatted {
            self.start_text();
            self.out.push_str(text);
            return;
        }
        for character in text.chars() {
            if character.is_whitespace() {
                // A lone fixed space may group digits; it is kept, where any other run of white space is one blank.
                let fixed = matches!(character, '\u{a0}' | '\u{2009}' | '\u{202f}');
                self.space = Some(if fixed && self.space.is_none() { character } else { ' ' });
            } else if !matches!(character, '\u{200b}' | '\u{feff}' | '\u{ad}') {
                self.start_text();
                self.out.push(character);
            }
        }
    }

    fn children(&mut self, node: &NodeRef) {
        for child in node.children_it(false) {
            self.node(&child);
        }
    }

    fn node(&mut self, node: &NodeRef) {
        if node.is_text() {
            return self.text(&node.text());
        }
        let Some(name) = node.node_name().filter(|name| !UNREAD.contains(&&**name) && !is_hidden(node)) else { return };
        match &*name {
            "br" => self.line(1),
            "sup" | "sub" => self.raised(node),
            "table" if !is_layout(node) => self.table(node),
            "li" => {
                self.line(1);
                self.text("• ");
                self.children(node);
                self.line(1);
            }
            "pre" => {
                self.line(2);
                let outer = std::mem::replace(&mut self.preformatted, true);
                self.children(node);
                self.preformatted = outer;
                self.line(2);
            }
            name if BLOCKS.contains(&name) => {
                let lines = if PARAGRAPHS.contains(&name) { 2 } else { 1 };
                self.line(lines);
                self.children(node);
                self.line(lines);
            }
            _ => self.children(node),
        }
    }

    /// A raised or lowered text: squares and cubes are kept, ordinals too, marks of footnotes are not.
    fn raised(&mut self, node: &NodeRef) {
        let text = node.text();
        let text = text.trim();
        let after_unit = ["m", "km", "cm", "ft", "mi"].iter().any(|unit| {
            self.out
                .strip_suffix(unit)
                .is_some_and(|before| !before.ends_with(char::is_alphanumeric) || before.ends_with(|c: char| c.is_ascii_digit()))
        });
        match text {
            "2" if after_unit => self.text("²"),
            "3" if after_unit => self.text("³"),
            _ if text.chars().filter(|character| character.is_alphabetic()).count() >= 2 => self.children(node),
            _ => {}
        }
    }

    fn table(&mut self, table: &NodeRef) {
        self.line(2);
        let (start, mut rows_of_cells) = (self.out.len(), Vec::new());
        // Cells that reach down from rows above: their columns and how many rows they still cover.
        let mut reaching: Vec<(u32, u32, u32)> = Vec::new();
        for row in rows(table) {
            self.line(1);
            if row.has_name("caption") {
                let text = of(&row).replace('\n', " ");
                self.text(&text);
                continue;
            }
            rows_of_cells.push(self.row(&row, &mut reaching));
        }
        let first = rows_of_cells.iter().flatten().next().map_or(start, |cell: &GridCell| cell.span.start);
        let first = self.out[..first].rfind('\n').map_or(0, |newline| newline + 1).max(start.min(first));
        self.cells += rows_of_cells.iter().map(Vec::len).sum::<usize>();
        if self.cells <= MOST_CELLS && rows_of_cells.iter().any(|row| !row.is_empty()) {
            self.tables.push(Grid { span: Span::new(first, self.out.len()), rows: rows_of_cells, columns: Columns::Exact });
        }
        self.line(2);
    }

    /// Writes the cells of a row on a line, a bar before one that does not stand in the first column. A currency sign or a closing
    /// bracket that has a cell of its own goes to its figure.
    fn row(&mut self, row: &NodeRef, reaching: &mut Vec<(u32, u32, u32)>) -> Vec<GridCell> {
        let mut cells: Vec<GridCell> = Vec::new();
        let mut col = 0u32;
        let mut reaches = Vec::new();
        for cell in row.element_children() {
            while let Some(&(_, end, _)) = reaching.iter().find(|&&(from, end, _)| from <= col && col < end) {
                col = end;
            }
            let number =
                |name: &str| cell.attr(name).and_then(|value| value.trim().parse::<u32>().ok()).map_or(1, |value| value.clamp(1, WIDEST));
            let (width, height) = (number("colspan"), number("rowspan"));
            let text = of(&cell).replace('\n', " ");
            if !text.is_empty() {
                let closes = text.starts_with([')', '%']);
                if cells.is_empty() && col > 0 {
                    self.text("| ");
                } else if !cells.is_empty() && !closes && !self.out.ends_with(['$', '£', '€', '¥', '₹', '(']) {
                    self.text(" | ");
                }
                self.start_text();
                let start = self.out.len();
                self.text(&text);
                cells.push(GridCell { span: Span::new(start, self.out.len()), col, colspan: width, rowspan: height });
            }
            if height > 1 {
                reaches.push((col, col.saturating_add(width), height));
            }
            col = col.saturating_add(width).min(WIDEST * 64);
        }
        reaching.iter_mut().for_each(|reach| reach.2 -= 1);
        reaching.extend(reaches);
        reaching.retain(|reach| reach.2 > 1);
        reaching.truncate(1000);
        cells
    }
}

fn is_hidden(node: &NodeRef) -> bool {
    node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| {
            let style: String = style.chars().filter(|character| !character.is_whitespace()).flat_map(char::to_lowercase).collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

/// The rows of a table, its head and body alike, and its caption as one.
fn rows<'a>(table: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let mut rows = Vec::new();
    for child in table.element_children() {
        match child.node_name().as_deref() {
            Some("tr" | "caption") => rows.push(child),
            Some("thead" | "tbody" | "tfoot") => rows.extend(child.element_children().into_iter().filter(|row| row.has_name("tr"))),
            _ => {}
        }
    }
    rows
}

/// Whether a table only places things on the page: no row has two cells with text, or a cell holds running text or a table.
fn is_layout(table: &NodeRef) -> bool {
    let mut has_columns = false;
    for row in rows(table) {
        let mut filled = 0;
        for cell in row.element_children() {
            let text = cell.text();
            if text.chars().count() > LONGEST_CELL && text.trim().chars().count() > LONGEST_CELL {
                return true;
            }
            if cell.descendants_it().any(|inner| inner.has_name("table")) {
                return true;
            }
            filled += usize::from(!text.trim().is_empty());
        }
        has_columns |= filled > 1;
    }
    !has_columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(html: &str) -> String {
        of(&dom_query::Document::from(html).root())
    }

    #[test]
    fn paragraphs_headings_and_lists() {
        assert_eq!(
            prose("<h1>Profit <b>up</b>\n 5%</h1><p>It rose<br>again.</p><ul><li><p>One</p><li>Two</ul>Then<div>last.</div>"),
            "Profit up 5%\n\nIt rose\nagain.\n\n• One\n\n• Two\n\nThen\nlast."
        );
        assert_eq!(prose("Sales rose<span> 5</span>% <i>here</i> ."), "Sales rose 5% here .");
        assert_eq!(prose("1\u{a0}000 &nbsp; km"), "1\u{a0}000 km");
    }

    #[test]
    fn hidden_things_and_footnotes_are_left_out() {
        assert_eq!(
            prose("<p>Sales of $5 million<sup>1</sup> on 5 km<sup>2</sup>, the 5<sup>th</sup>.<p hidden>No"),
            "Sales of $5 million on 5 km², the 5th."
        );
        assert_eq!(prose("<p>Rose to <del>$4</del>$5 <span style='display: NONE'>x</span><script>y</script>"), "Rose to $5");
    }

    #[test]
    fn tables_are_rows() {
        let table = "<p>Results<table><caption>In millions</caption><thead><tr><th><th>2024<th>2023</thead>\
                     <tr><td>Sales<td>$<td>5.1<td><td>$4.8<tr><td>Loss<td>(1.2<td>)<td>0.3</table>After";
        assert_eq!(prose(table), "Results\n\nIn millions\n| 2024 | 2023\nSales | $5.1 | $4.8\nLoss | (1.2) | 0.3\n\nAfter");
    }

    #[test]
    fn layout_tables_are_prose() {
        assert_eq!(prose("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>"), "One.\n\nTwo.");
    }

    #[test]
    fn preformatted_text_keeps_its_columns() {
        assert_eq!(prose("<pre>Sales    5\nCosts    3</pre>"), "Sales    5\nCosts    3");
    }
}
