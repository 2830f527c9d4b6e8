//! Word documents (DOCX): paragraphs, headings, list items and tables of the main part, title and date of the core properties.
//!
//! A DOCX is a ZIP archive of XML (ECMA-376, part 1): text stands in `w:t` of runs, which Word cuts anywhere, even inside a number;
//! joined within a paragraph they are the text. Deleted text of tracked changes, footnote marks and field codes are left out.

use std::io::{Cursor, Read};

use jiff::civil::Date;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::sandbox::{self, Refusal};
use super::xml::{self, attribute};
use super::{Format, Problem, Raw, ReadFile, dates};
use crate::article::{Article, Origin};
use crate::text::Span;
use crate::text::grid::{Columns, Grid, GridCell};

/// Word documents.
pub static FORMAT: Format = Format { name: "DOCX", extensions: &["docx", "docm"], recognises, by_line: false, longest: 32 << 20, read };

/// The main part, where the package does not name another.
const MAIN_PART: &str = "word/document.xml";
/// Bytes of a part, decompressed: a long report's is under 2 MB.
const LONGEST_PART: u64 = 32 << 20;
/// Tables in tables.
const DEEPEST: usize = 50;

/// The archive's directory stands at its end, so the first bytes tell only by the names that Word puts first.
fn recognises(head: &[u8]) -> bool {
    let names: [&[u8]; 4] = [b"[Content_Types].xml", b"word/", b"_rels/.rels", b"docProps/"];
    head.starts_with(b"PK\x03\x04") && names.iter().any(|name| head.windows(name.len()).any(|window| window == *name))
}

fn read(raw: &Raw) -> Result<ReadFile, Problem> {
    let article = sandbox::run(raw, sandbox::TIME_LIMIT, article)?;
    Ok(ReadFile { articles: vec![Article { source: raw.source.clone(), origin: Origin::Unknown, ..article }], warnings: Vec::new() })
}

/// The article of a Word document.
pub fn article(bytes: &[u8]) -> Result<Article, Refusal> {
    const OFFICE: &[u8] = b"\xD0\xCF\x11\xE0";
    if bytes.starts_with(OFFICE) {
        return Err(Refusal::new("the document has a password, or is of an old version of Word", "save it as .docx without a password"));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let document = part(&mut archive, MAIN_PART)?
        .ok_or_else(|| Refusal::new("the archive holds no Word document (word/document.xml)", "save it from Word as .docx"))?;
    let (text, tables) = text_of(&document)?;
    if text.trim().is_empty() {
        return Err(Refusal::new("the document has no text", "if it holds a picture of the text, give the text itself"));
    }
    let (title, date) = part(&mut archive, "docProps/core.xml")?.map_or((None, None), |properties| core_properties(&properties));
    Ok(Article { text, title, date, tables, ..Article::default() })
}

fn damaged() -> Refusal {
    Refusal::new("the document is damaged or cut short", "fetch or save it again")
}

/// A part of the package; `None` where there is none of that name.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Refusal> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(ZipError::UnsupportedArchive(what)) => {
            return Err(Refusal::new(format!("the document cannot be unpacked: {what}"), "save it as .docx without a password"));
        }
        Err(_) => return Err(damaged()),
    };
    let mut bytes = Vec::new();
    file.take(LONGEST_PART + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
    if bytes.len() as u64 > LONGEST_PART {
        return Err(Refusal::new("the document unpacks to more than 32 MB of text, which no article is", "give the article alone"));
    }
    String::from_utf8(bytes).map(Some).map_err(|_| damaged())
}

/// Title and date of creation. Word's own fillers are no titles.
fn core_properties(properties: &str) -> (Option<String>, Option<Date>) {
    let (mut title, mut created) = (String::new(), None);
    let mut element = String::new();
    let mut reader = xml::reader(properties);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => element = xml::local_name(start.name()),
            Ok(Event::Text(text)) if element == "title" => title.push_str(&xml::text(&text)),
            Ok(Event::GeneralRef(reference)) if element == "title" => title.push_str(&xml::entity(&reference)),
            Ok(Event::Text(text)) if element == "created" => created = dates::read(&xml::text(&text)),
            Ok(Event::End(_)) => element.clear(),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    let filler = title.trim().is_empty() || title.contains("Microsoft Word") || title.starts_with("Document");
    ((!filler).then(|| title.trim().to_string()), created)
}

/// What is being written of the main part.
#[derive(Default)]
struct Body {
    out: String,
    /// The paragraph so far.
    paragraph: String,
    is_item: bool,
    /// Rows under construction, the innermost table's last: the cells of each.
    rows: Vec<Vec<String>>,
    /// How many columns each of those cells covers.
    spans: Vec<Vec<u32>>,
    /// The rows of the outermost table that are written.
    table: Vec<Vec<GridCell>>,
    /// The tables that are written.
    tables: Vec<Grid>,
    /// Elements whose text is not the article's, and how deep in them we are.
    skipped: usize,
    in_text: bool,
}

/// Elements whose text the document does not print where it stands.
fn is_unread(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "instrText" | "footnoteReference" | "Fallback" | "txbxContent" | "delText" | "pict")
}

/// The text of the main part, and its tables.
pub fn text_of(document: &str) -> Result<(String, Vec<Grid>), Refusal> {
    let mut reader = xml::reader(document);
    let mut body = Body::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => body.start(&start)?,
            Ok(Event::Empty(start)) => body.empty(&start),
            Ok(Event::End(end)) => body.end(&xml::local_name(end.name())),
            Ok(Event::Text(text)) if body.in_text && body.skipped == 0 => body.paragraph.push_str(&xml::text(&text)),
            Ok(Event::GeneralRef(reference)) if body.in_text && body.skipped == 0 => body.paragraph.push_str(&xml::entity(&reference)),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Err(damaged()),
        }
    }
    body.out.truncate(body.out.trim_end().len());
    body.tables.retain(|table| table.fits(&body.out));
    Ok((body.out, body.tables))
}

impl Body {
    fn start(&mut self, start: &BytesStart) -> Result<(), Refusal> {
        let name = xml::local_name(start.name());
        if self.skipped > 0 || is_unread(&name) {
            self.skipped += 1;
            return Ok(());
        }
        match name.as_str() {
            "t" => self.in_text = true,
            "tr" if self.rows.len() >= DEEPEST => {
                return Err(Refusal::new("the document nests more than 50 tables", "give its text as .txt"));
            }
            "tr" => {
                self.rows.push(Vec::new());
                self.spans.push(Vec::new());
            }
            "tc" => {
                if let (Some(row), Some(spans)) = (self.rows.last_mut(), self.spans.last_mut()) {
                    row.push(String::new());
                    spans.push(1);
                }
            }
            "tbl" if self.rows.is_empty() => {
                self.blank_line();
                self.table.clear();
            }
            _ => self.empty(start),
        }
        Ok(())
    }

    /// An element without content, or of which only the start matters.
    fn empty(&mut self, start: &BytesStart) {
        if self.skipped > 0 {
            return;
        }
        match xml::local_name(start.name()).as_str() {
            "tab" => self.paragraph.push('\t'),
            "br" | "cr" => self.paragraph.push('\n'),
            "noBreakHyphen" => self.paragraph.push('-'),
            "gridSpan" => {
                let span = attribute(start, "val").and_then(|value| value.parse::<u32>().ok());
                if let (Some(own), Some(span)) = (self.spans.last_mut().and_then(|spans| spans.last_mut()), span) {
                    *own = span.clamp(1, 1_000);
                }
            }
            "numPr" => self.is_item = true,
            "pStyle" if attribute(start, "val").is_some_and(|style| style.starts_with("List")) => self.is_item = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tr" => self.end_row(),
            "tbl" if self.rows.is_empty() => self.end_table(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let text = paragraph.trim_matches([' ', '\t', '\n']);
        let is_item = std::mem::take(&mut self.is_item);
        if text.is_empty() {
            return;
        }
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.extend(text.chars().map(|character| if matches!(character, '\n' | '\t') { ' ' } else { character }));
            return;
        }
        if is_item {
            self.line();
            self.out.push_str("• ");
        } else {
            self.blank_line();
        }
        self.out.push_str(text);
        self.out.push('\n');
        if !is_item {
            self.out.push('\n');
        }
    }

    /// Cells are joined by " | "; a row of a table inside a cell becomes text of that cell.
    fn end_row(&mut self) {
        let Some(row) = self.rows.pop() else { return };
        let spans = self.spans.pop().unwrap_or_default();
        if self.rows.is_empty() {
            return self.write_row(&row, &spans);
        }
        let cells: Vec<&str> = row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        let line = cells.join(" | ");
        if let Some(outer) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            if !outer.is_empty() && !line.is_empty() {
                outer.push(' ');
            }
            outer.push_str(&line);
        }
    }

    /// Writes the cells of a row on a line, a bar before one that does not stand in the first column.
    fn write_row(&mut self, row: &[String], spans: &[u32]) {
        let mut cells: Vec<GridCell> = Vec::new();
        let mut col = 0u32;
        for (text, &span) in row.iter().zip(spans) {
            let text = text.trim();
            if !text.is_empty() {
                match (cells.is_empty(), col) {
                    (true, 0) => self.line(),
                    (true, _) => {
                        self.line();
                        self.out.push_str("| ");
                    }
                    (false, _) => self.out.push_str(" | "),
                }
                let start = self.out.len();
                self.out.push_str(text);
                cells.push(GridCell::new(Span::new(start, self.out.len()), col, span));
            }
            col = col.saturating_add(span);
        }
        if !cells.is_empty() {
            self.out.push('\n');
        }
        self.table.push(cells);
    }

    fn end_table(&mut self) {
        let rows = std::mem::take(&mut self.table);
        let mut all = rows.iter().flatten();
        if let (Some(first), Some(last)) = (all.next(), rows.iter().flatten().last()) {
            let span = first.span.cover(last.span);
            self.tables.push(Grid { span, rows, columns: Columns::Exact });
        }
        self.blank_line();
    }

    fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn blank_line(&mut self) {
        self.line();
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    /// A package of these parts.
    fn package(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).expect("memory");
            archive.write_all(content.as_bytes()).expect("memory");
        }
        archive.finish().expect("memory").into_inner()
    }

    fn document(body: &str) -> Vec<u8> {
        package(&[
            ("[Content_Types].xml", "<Types/>"),
            (
                "docProps/core.xml",
                "<cp:coreProperties><dc:title>Profit &amp; sales</dc:title><dcterms:created>2025-02-10T08:00:00Z</dcterms:created></cp:coreProperties>",
            ),
            (MAIN_PART, &format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>")),
        ])
    }

    fn paragraph(text: &str) -> String {
        format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    }

    #[test]
    fn paragraphs_lists_and_tables() {
        let body = [
            "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Profit up</w:t></w:r></w:p>",
            "<w:p><w:r><w:t xml:space=\"preserve\">Sales rose to $1</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:r><w:t>2 million &amp; more.</w:t></w:r></w:p>",
            "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>One</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Two</w:t></w:r></w:p>",
            &format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc><w:tc><w:p/></w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", paragraph("Region"), paragraph("2024"), paragraph("North"), paragraph("5.1")),
            &paragraph("After"),
        ]
        .concat();
        let article = article(&document(&body)).expect("an article");
        assert_eq!(article.text, "Profit up\n\nSales rose to $12 million & more.\n\n• One\n• Two\n\nRegion | 2024\nNorth | 5.1\n\nAfter");
        assert_eq!((article.title.as_deref(), article.date), (Some("Profit & sales"), Some(jiff::civil::date(2025, 2, 10))));
    }

    #[test]
    fn what_is_no_document_says_so() {
        let whole = document(&paragraph("Sales rose 5%."));
        for (bytes, what) in [
            (package(&[("a.txt", "Sales")]), "no Word document"),
            (whole[..whole.len() / 2].to_vec(), "cut short"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "password"),
            (Vec::new(), "cut short"),
            (document("<w:p/>"), "no text"),
            (document(&"<w:tbl><w:tr><w:tc>".repeat(60)), "50 tables"),
        ] {
            let refusal = article(&bytes).expect_err("refused");
            assert!(refusal.what.contains(what), "{what}: {refusal:?}");
        }
    }

    #[test]
    fn a_bomb_does_not_go_off() {
        let bomb = document(&paragraph(&" ".repeat(40 << 20)));
        assert!(bomb.len() < 1 << 20);
        assert!(article(&bomb).expect_err("too long").what.contains("32 MB"));
    }

    #[test]
    fn cells_that_cover_columns() {
        let cell =
            |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
        let head = format!("<w:tr>{}{}</w:tr>", cell("", ""), cell("<w:gridSpan w:val=\"2\"/>", "Year ended May 31,"));
        let years = format!("<w:tr>{}{}{}</w:tr>", cell("", ""), cell("", "2024"), cell("", "2023"));
        let sales = format!("<w:tr>{}{}{}</w:tr>", cell("", "Sales"), cell("", "5.1"), cell("", "4.8"));
        let document = format!("<w:document><w:body><w:tbl>{head}{years}{sales}</w:tbl></w:body></w:document>");
        let (text, tables) = text_of(&document).expect("a document");
        assert_eq!(text, "| Year ended May 31,\n| 2024 | 2023\nSales | 5.1 | 4.8");
        let columns: Vec<Vec<(u32, u32)>> =
            tables[0].rows.iter().map(|row| row.iter().map(|cell| (cell.col, cell.colspan)).collect()).collect();
        assert_eq!(columns, [vec![(1, 2)], vec![(1, 1), (2, 1)], vec![(0, 1), (1, 1), (2, 1)]]);
    }
}
