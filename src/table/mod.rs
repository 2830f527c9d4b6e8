//! Tables: from the cells of grids to facts with measure, period, unit and scale.
//!
//! A grid is cut into blocks of heads and rows (`block`), its figures and heads are laid into columns (`columns`), heads say kind and
//! period (`head`), labels the measure (`row`), and cell, row, column, corner, caption and article, nearest first, scale and currency
//! (`money`). What none of them says stays unsaid.

mod alignment;
mod block;
mod cell;
mod head;
#[cfg(test)]
mod hostile;
mod money;
mod parsed;
mod prose;
mod ratios;
mod relation;
mod row;
mod spread;
mod stripped;
mod twice;

pub(crate) use parsed::Tables;

use std::borrow::Cow;

use rust_decimal::{Decimal, dec};
use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::extract::amount::House;
use crate::link::{Claim, ClaimKind, Link, Proof, Question};
use crate::mention::{CellPlace, Figure, FigureKind, Qualifier, TimeSpan, Unit, Value};
use crate::number::Separators;
use crate::relate::{Direction, FigureFact, MeasureKey, Modality};
use crate::text::grid::GridCell;
use crate::text::{Grid, Span, up_to};
use alignment::Layout;
use block::{DataRow, LONGEST_LABEL, RowItem, TableBlock};
use cell::{Printing, UnitMark};
use head::{ColumnKind, HeadDates};
use money::Basis;
use parsed::{Slot, Table, TableColumn};
use relation::{Relation, Trust};

/// Lines above a table that may be its caption.
const CAPTION_LINES: usize = 8;
/// The longest line of a caption, in bytes.
const LONGEST_CAPTION: usize = 320;
/// The longest stretch between two tables of which one goes on with the other, in bytes.
const LONGEST_GAP: usize = 240;

/// Adds the facts of the article's tables to those of its prose, in the tables' order; their periods are added to `periods`.
pub(crate) fn read_all(document: &Document, facts: &mut Vec<FigureFact>, periods: &mut Vec<TimeSpan>) -> Tables {
    if document.grids.is_empty() {
        return Tables::default();
    }
    let house = House::new(document);
    let mut texts = head::Texts::new(document.context.reference_date);
    let mut tables = Vec::new();
    let mut before: Option<(Basis, usize)> = None;
    for (number, grid) in document.grids.iter().enumerate() {
        let from = tables.len();
        let between = |end: usize| document.text.get(end..grid.span.start).is_some_and(|between| between.len() <= LONGEST_GAP);
        let near = before.is_some_and(|(_, end)| between(end));
        // A table right below another goes on with it.
        let above = before.filter(|&(_, end)| document.text.get(end..grid.span.start).is_some_and(|between| between.trim().is_empty()));
        let floor = before.map_or(0, |(_, end)| end);
        let above = above.map_or(Basis::default(), |(basis, _)| basis);
        let found = read(document, &house, GridPlace { number: number + 1, floor, above }, grid, &mut texts);
        before = found.last().map(|table| (table.basis, grid.span.end));
        let heads = tables.last().map(|table: &Table| (table.columns.clone(), table.basis));
        tables.extend(found);
        goes_on(&mut tables[from..], heads.filter(|_| near));
    }
    of_article(document, &mut tables);
    of_same_rows(document, &mut tables);
    let dates = texts.read(document);
    let mut book = PeriodBook { periods, known: FxHashMap::default() };
    let mut end = 0;
    for table in &mut tables {
        table.date(&dates);
        table.facts(document, &house, &dates, &mut book, facts, &mut end);
    }
    Tables(tables)
}

/// A table without heads that follows another goes on below its heads.
fn goes_on(found: &mut [Table], heads: Option<(Vec<TableColumn>, Basis)>) {
    if let (Some(table), Some((heads, basis))) = (found.first_mut(), heads)
        && table.block.heads.is_empty()
        && table.columns.len() == heads.len()
    {
        table.columns = heads;
        table.basis = table.basis.or(basis);
    }
}

/// Gives a table that says no scale that of another one which prints the same figures in rows of the same names.
fn of_same_rows(document: &Document, tables: &mut [Table]) {
    if tables.iter().all(|table| table.basis.scale.is_some()) {
        return;
    }
    let text = document.text;
    let keys = |table: &Table| -> Vec<(String, Decimal)> {
        let rows = table.block.rows.iter().filter_map(|row| Some((row::clean(row.label?.of(text)).to_lowercase(), row)));
        let values = |row: &DataRow| -> Vec<Decimal> {
            let figures =
                row.items.iter().filter_map(|item| item.figure.filter(|figure| figure.mark.is_none() && figure.magnitude.is_none()));
            figures.filter_map(|figure| figure.value.one()).map(|printed| printed.value.abs().normalize()).collect()
        };
        rows.filter(|(label, _)| label.len() > 3)
            .flat_map(|(label, row)| values(row).into_iter().map(move |value| (label.clone(), value)))
            .filter(|(_, value)| *value >= Decimal::TEN)
            .collect()
    };
    let mut known: FxHashMap<(String, Decimal), Option<Decimal>> = FxHashMap::default();
    for table in tables.iter().filter(|table| table.basis.scale.is_some()) {
        for key in keys(table) {
            let scale = known.entry(key).or_insert(table.basis.scale);
            // Tables in two scales tell nothing.
            *scale = scale.filter(|scale| table.basis.scale == Some(*scale));
        }
    }
    for table in tables.iter_mut().filter(|table| table.basis.scale.is_none() && table.printed.is_some()) {
        let mut shared: FxHashMap<(String, Decimal), Decimal> = FxHashMap::default();
        for key in keys(table) {
            if let Some(&Some(scale)) = known.get(&key) {
                shared.insert(key, scale);
            }
        }
        let mut scales = shared.into_values();
        let Some(scale) = scales.next() else { continue };
        let (all, alike) = scales.fold((1, 1), |(all, alike), other| (all + 1, alike + usize::from(other == scale)));
        if all == alike && all >= 3 {
            table.basis.scale = Some(scale);
        }
    }
}

/// Gives tables of money that say no scale the one in which all others of the article agree.
fn of_article(document: &Document, tables: &mut [Table]) {
    let scales: Vec<Decimal> = tables.iter().filter_map(|table| table.basis.scale).collect();
    let count = |scale: &Decimal| scales.iter().filter(|other| *other == scale).count();
    let Some(&scale) = scales.iter().max_by_key(|scale| count(scale)) else { return };
    if count(&scale) < 2 || count(&scale) * 5 < scales.len() * 4 {
        return;
    }
    for table in tables.iter_mut().filter(|table| table.basis.scale.is_none() && table.printed.is_some()) {
        let figures = table.block.rows.iter().flat_map(|row| &row.items).filter_map(|item| item.figure);
        let is_grouped = |figure: &Printing| figure.magnitude.is_none() && figure.span.of(document.text).contains([',', '.']);
        let (all, grouped) = figures.fold((0, 0), |(all, grouped), figure| (all + 1, grouped + usize::from(is_grouped(&figure))));
        if all >= 6 && grouped * 2 >= all && !table.counts {
            table.basis.scale = Some(scale);
        }
    }
}

/// What the tables say twice, and what the prose says that they say too: `prose` facts come first, and `questions` are theirs.
pub(crate) fn questions(
    document: &Document,
    tables: &Tables,
    facts: &mut [FigureFact],
    prose: usize,
    periods: &[TimeSpan],
    questions: &mut Vec<Question>,
) {
    if tables.0.is_empty() {
        return;
    }
    let is_open = |question: &Question| question.stated < prose && !question.readings.iter().any(Claim::is_complete);
    let wanted: Vec<usize> = questions.iter().filter(|question| is_open(question)).map(|question| question.stated).collect();
    for relation in prose::levels(document, tables, facts, periods, &wanted) {
        questions.retain(|question| question.stated != relation.stated || !is_open(question));
        questions.push(question(relation));
    }
    questions.extend(prose::confirm(document, facts, prose, periods).into_iter().map(question));
    questions.extend(twice::relations(tables, facts, document.text).into_iter().map(question));
    questions.sort_by_key(|question| (question.stated, question.readings.first().map(|claim| claim.kind)));
}

fn question(relation: Relation) -> Question {
    let Relation { kind, stated, operands, trust, because, reason } = relation;
    // Heads and labels name the levels of a change; which rows a total has as parts only arithmetic tells.
    let inferred = trust == Trust::Confirms && matches!(kind, ClaimKind::Sum | ClaimKind::Share);
    let proof = match trust {
        Trust::Confirms => Proof::Weak,
        Trust::Likely => Proof::Possible,
        Trust::Stated => Proof::Likely,
        Trust::Proven => Proof::Proven,
    };
    let link = if inferred { Link::Inferred } else { Link::Nearby };
    Question { stated, readings: vec![Claim { operands, link, proof, because, reason, ..Claim::new(kind, stated) }] }
}

/// What a row says of its cells.
#[derive(Default)]
struct Said {
    /// What its label, or the note above it, says of its figures.
    basis: Basis,
    /// Section and label.
    measure: Option<String>,
}

impl Said {
    fn of(section: &str, label: &str, house: &House, noted: Basis) -> Self {
        let named = if head::is_period(label) { "" } else { label };
        Said { basis: row_basis(label, house).or(noted), measure: row::measure(section, named) }
    }
}

/// The periods of the sheet, with those of heads.
struct PeriodBook<'a> {
    periods: &'a mut Vec<TimeSpan>,
    known: FxHashMap<(Span, HeadDates), usize>,
}

impl PeriodBook<'_> {
    fn index(&mut self, span: Span, dates: HeadDates) -> usize {
        *self.known.entry((span, dates)).or_insert_with(|| {
            self.periods.push(TimeSpan {
                span,
                from: Some(dates.from),
                to: Some(dates.to),
                grain: dates.grain,
                fiscal: dates.fiscal,
                shift: None,
            });
            self.periods.len() - 1
        })
    }
}

/// Which sign separates decimals in a grid: a comma where several cells can be read in no other way.
fn separators(document: &Document, grid: &Grid) -> Separators {
    let (mut commas, mut points) = (0, 0);
    for cell in grid.rows.iter().flatten() {
        let text = cell.span.of(document.text).trim_end_matches(|sign: char| !sign.is_ascii_digit());
        let Some(sign) = text.rfind([',', '.']).filter(|_| text.len() <= 24) else { continue };
        if matches!(text.len() - sign - 1, 1 | 2) && text[sign + 1..].bytes().all(|byte| byte.is_ascii_digit()) && sign > 0 {
            if text.as_bytes()[sign] == b',' { commas += 1 } else { points += 1 }
        }
    }
    match () {
        () if commas > points && commas > 1 => Separators::DecimalComma,
        () if points > 0 => Separators::DecimalPoint,
        () => document.context.separators,
    }
}

/// A grid among the others of an article.
struct GridPlace {
    number: usize,
    /// Where the one before it ends.
    floor: usize,
    /// What a table that it goes on with says of units.
    above: Basis,
}

/// The tables of a grid.
fn read(document: &Document, house: &House, place: GridPlace, grid: &Grid, texts: &mut head::Texts) -> Vec<Table> {
    let text = document.text;
    let GridPlace { number, mut floor, mut above } = place;
    let reader = block::CellReader { text, house, separators: separators(document, grid) };
    let dated_below = reader.is_dated_below(grid);
    let mut tables = Vec::new();
    for block in reader.blocks(grid) {
        let caption = caption(text, floor, block.start);
        floor = block
            .rows
            .last()
            .and_then(|row| row.items.iter().filter_map(|item| item.figure).map(|figure| figure.end).max())
            .unwrap_or(floor);
        // Heads below their figures are no caption of the next block.
        let heads = block.heads.iter().flat_map(|head| head.corner.into_iter().chain(head.cells.iter().map(|cell| cell.span)));
        floor = heads.map(|span| span.end).max().unwrap_or(floor).max(floor);
        let layout = alignment::lay(&block, grid.columns, text);
        let month = months(&block, text);
        let titles = block.titles.iter().map(|title| title.of(text)).chain(caption.iter().copied());
        let mut basis = Basis::default();
        for line in block.heads.iter().filter_map(|head| head.corner).map(|corner| corner.of(text)).chain(titles.clone()) {
            basis = basis.or(money::of_caption(line, house));
        }
        // "Performance (%)" names the unit of all cells that print none.
        basis.percent =
            basis.scale.is_none() && (titles.clone().take(2).any(money::says_percent) || titles.clone().any(money::titles_percent));
        let numbers = titles.clone().any(money::says_numbers);
        for (cell, width) in layout.heads.iter().flatten() {
            if *width == layout.count && layout.count > 1 {
                basis = basis.or(money::basis(cell.span.of(text), house));
            }
        }
        // Where periods stand below their figures, so do the notes of scale, each of its own block.
        if dated_below == block::Below::No {
            basis = basis.or(Basis { percent: false, ..above });
            above = basis;
        }
        let phrase = titles.clone().find_map(phrase);
        let mut columns = columns_of(text, house, &layout, Captions { phrase: phrase.as_deref(), month }, titles, texts);
        prints(&block, &layout, &mut columns);
        let printed = printed(&block);
        let whole = total_of_periods(text, &block);
        let by_year = are_by_year(&block) && columns.iter().all(|column| column.periods.is_empty());
        let rows = block.rows.iter().enumerate();
        let row_periods = rows.map(|(at, row)| row_period(text, row, by_year, texts).filter(|_| whole != Some(at))).collect();
        let headed = block.rows.iter().map(|row| row.dated.filter(|_| whole.is_none()).map(|dated| texts.add(dated.of(text)))).collect();
        let years = years(&block, &layout);
        let counts = has_counts(text, &block);
        tables.push(Table {
            number,
            block,
            layout,
            columns,
            basis,
            printed,
            row_periods,
            headed,
            years,
            slots: Vec::new(),
            counts,
            numbers,
        });
    }
    tables
}

/// Whether a row says that its figures count something.
fn has_counts(text: &str, block: &TableBlock) -> bool {
    block.rows.iter().any(|row| {
        let label = row.label.map_or("", |label| label.of(text));
        matches!(row::unit(&row.headings(text), label), row::RowUnit::Count(_))
    })
}

/// The lines above byte `at` that may be a caption, nearest first; what stands before `floor` belongs to another table.
fn caption(text: &str, floor: usize, at: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut end = text[..at].trim_end_matches([' ', '|']).len();
    let mut blank = 0;
    while end > 0 && lines.len() < CAPTION_LINES && blank < 4 {
        let start = text[..end].trim_end_matches('\n').rfind('\n').map_or(0, |newline| newline + 1);
        if start < floor {
            break;
        }
        let line = text[start..end].trim().trim_matches(|sign: char| matches!(sign, '|' | ' ' | '*' | '#' | '_'));
        end = start.min(end.saturating_sub(1));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        if line.is_empty() {
            blank += 1;
            continue;
        }
        // Of prose only a note in brackets counts: "(in thousands)".
        if line.len() > LONGEST_CAPTION {
            let opened = line.split(['(', '[']).skip(1).filter_map(|inner| inner.split([')', ']']).next());
            lines.extend(opened.filter(|inner| is_scale(inner)));
            break;
        }
        let figures = line
            .split('|')
            .filter(|cell| cell.trim().len() <= 16 && cell.contains(|sign: char| sign.is_ascii_digit()) && !head::is_dated(cell))
            .count();
        if line.contains(" | ") && figures > 0 {
            break;
        }
        blank = 0;
        lines.push(line);
    }
    lines
}

/// Whether a bracket gives a scale.
fn is_scale(inner: &str) -> bool {
    let lower = inner.to_lowercase();
    ["thousand", "million", "billion", "crore", "lakh"].iter().any(|word| lower.contains(word))
        && !inner.contains(|sign: char| sign.is_ascii_digit())
}

/// The length of the periods that a caption names once for all columns: "three months ended March 31", "December 31".
fn phrase(line: &str) -> Option<String> {
    if line.len() > 160 {
        return None;
    }
    let words: Vec<&str> = line.split_whitespace().map(|word| word.trim_matches([',', '(', ')', '*', ':'])).collect();
    let is = |at: usize, list: &str| words.get(at).is_some_and(|word| list.split('|').any(|other| word.eq_ignore_ascii_case(other)));
    const MONTHS: &str = "january|february|march|april|may|june|july|august|september|october|november|december";
    let day = |at: usize| words.get(at).is_some_and(|word| word.len() <= 2 && word.parse().is_ok_and(|day: u8| (1..=31).contains(&day)));
    for at in 1..words.len() {
        if !is(at, "ended|ending") || !is(at - 1, "months|weeks|year|years|quarter|half") || !is(at + 1, MONTHS) || !day(at + 2) {
            continue;
        }
        let unit = if is(at - 1, "years") { "year" } else { words[at - 1] };
        let counted = is(at - 1, "months|weeks");
        if counted && (at < 2 || at >= 3 && is(at - 3, "and")) {
            return None;
        }
        let count = if counted { words[at - 2] } else { "" };
        return Some(format!("{count} {unit} ended {} {}", words[at + 1], words[at + 2]).trim().to_string());
    }
    (0..words.len()).find(|&at| is(at, MONTHS) && day(at + 1)).map(|at| format!("{} {}", words[at], words[at + 1]))
}

/// What stands above all columns.
#[derive(Clone, Copy)]
struct Captions<'a> {
    /// The length of their periods.
    phrase: Option<&'a str>,
    /// A month that stands above its day in the head of one of them.
    month: Option<&'a str>,
}

/// The only line above the heads that is nothing but a month.
fn months<'a>(block: &TableBlock, text: &'a str) -> Option<&'a str> {
    let mut months = block.titles.iter().map(|title| title.of(text).trim()).filter(|title| head::is_month(title));
    months.next().filter(|_| months.next().is_none())
}

/// The texts of titles and captions that may name the period of all columns, nearest first.
fn periods_of_titles<'a>(titles: impl Iterator<Item = &'a str> + Clone, texts: &mut head::Texts) -> Vec<usize> {
    // The day of a dateline is no period of a table.
    let today = texts.today;
    // A line of a date above a sentence is no caption any more.
    let near = titles.clone().take_while(|title| !title.ends_with(['.', '?', '!'])).count();
    let tells = |(at, title): &(usize, &str)| {
        let lower = title.to_lowercase();
        // The day of a release at its head.
        if today.is_some_and(|today| head::is_day(title, today)) {
            return false;
        }
        // The end of a title of two lines: "Pupils by grade: Fall 1996" and "through fall 2021".
        if ["through ", "to ", "and "].iter().any(|start| title.starts_with(start)) {
            return false;
        }
        let cued = ["ended", "ending", "as of", "as at", "for the", "through"].iter().any(|cue| lower.contains(cue));
        title.len() <= 160 && !title.ends_with('.') && head::is_dated(title) && (cued || *at < near && head::is_period(title))
    };
    let period = |(at, title): (usize, &'a str)| {
        let told = Some(head::without_base(title)).filter(|_| tells(&(at, title)));
        told.or_else(|| head::closing_year(title).filter(|_| at < near).map(Cow::Borrowed))
            .or_else(|| Some(title).filter(|title| block::is_title_of_table(title)).and_then(head::only_year).map(Cow::Borrowed))
    };
    titles.enumerate().filter_map(period).map(|title| texts.add(&title)).collect()
}

/// The columns by their heads.
fn columns_of<'a>(
    text: &str,
    house: &House,
    layout: &Layout,
    captions: Captions,
    titles: impl Iterator<Item = &'a str> + Clone,
    texts: &mut head::Texts,
) -> Vec<TableColumn> {
    let today = texts.today;
    let of_titles = periods_of_titles(titles.clone(), texts);
    // Prices "at 1530 GMT" are those of the article's day.
    let of_hour: Vec<usize> =
        today.filter(|_| titles.take(2).any(head::names_hour)).map(|today| texts.add(&today.to_string())).into_iter().collect();
    let column = |heads: &Vec<(GridCell, usize)>| {
        let own = || heads.iter().filter(|(_, width)| *width < layout.count || layout.count == 1).map(|(cell, _)| cell.span.of(text));
        let all = || heads.iter().map(|(cell, _)| cell.span.of(text));
        let kinds = || own().map(head::kind).filter(|kind| *kind != ColumnKind::Level);
        // "Change" over "%": the sign says only how it is given.
        let changes = kinds().any(|kind| kind == ColumnKind::Change) && own().next_back().is_some_and(|head| head.trim() == "%");
        let kind = if changes { ColumnKind::Change } else { kinds().next_back().unwrap_or(ColumnKind::Level) };
        // "Percent change" over "Constant"
        let other = kind == ColumnKind::Change && head::kind(&own().collect::<Vec<_>>().join(" ")) == ColumnKind::OtherChange;
        let kind = if other { ColumnKind::OtherChange } else { kind };
        let mut dated: Vec<&str> = all().filter(|words| head::is_dated(words) || head::says_nothing_else(words)).collect();
        let is_dated = dated.iter().any(|words| head::is_dated(words));
        let lacks_month = head::lacks_month(&dated.join(" "));
        if let Some(month) = captions.month.filter(|_| lacks_month) {
            dated.insert(0, month);
        }
        let label = row::clean(&all().collect::<Vec<_>>().join(" "));
        let rate = changes || label.to_lowercase().contains("growth rate");
        let compared = head::compared(&label).filter(|_| kind != ColumnKind::Level);
        let periods = match is_dated {
            _ if compared.is_some() => compared.map(|(first, second)| vec![texts.add(first), texts.add(second)]).unwrap_or_default(),
            _ if layout.unsure || lacks_month && captions.month.is_none() => Vec::new(),
            true => period_texts(&dated, captions.phrase, texts),
            false if of_titles.is_empty() && !all().any(head::is_of_other_day) => of_hour.clone(),
            false => of_titles.clone(),
        };
        let name = name_of(own(), house);
        let unit = match row::unit("", &name) {
            row::RowUnit::Per(per) if per == "day" => row::RowUnit::OfTable,
            row::RowUnit::Percent => row::RowUnit::OfTable,
            unit => unit,
        };
        TableColumn {
            kind,
            compares: compared.is_some(),
            unit,
            prints: false,
            periods,
            span: heads.iter().rev().find(|(cell, _)| head::is_dated(cell.span.of(text))).or(heads.last()).map(|(cell, _)| cell.span),
            name: (!name.is_empty()).then_some(name),
            label: (!label.is_empty()).then_some(label),
            basis: own().rev().fold(Basis::default(), |basis, words| basis.or(money::basis(words, house))),
            // "(000)" alone says how many, not of what.
            numbers: all().any(|words| money::says_numbers(words) || words.trim_start().starts_with("(000")),
            forecast: all().any(head::is_forecast),
            rate,
            dates: None,
        }
    };
    let mut columns: Vec<TableColumn> = layout.heads.iter().map(column).collect();
    // Beside levels with periods of their own, the title's is not that of a change.
    let of_title = |column: &TableColumn| column.periods == of_titles;
    if columns.iter().any(|column| column.kind == ColumnKind::Level && !column.periods.is_empty() && !of_title(column)) {
        columns.iter_mut().filter(|column| column.kind != ColumnKind::Level && of_title(column)).for_each(|column| column.periods.clear());
    }
    columns
}

/// What the heads of a column say beside its unit: "Net sales".
fn name_of<'a>(heads: impl Iterator<Item = &'a str> + Clone, house: &House) -> String {
    let joined = heads.clone().collect::<Vec<_>>().join(" ");
    let names: Vec<String> = match without_note(&joined, house) {
        Some(rest) => head::name(&rest).into_iter().collect(),
        None => heads.filter(|words| !is_note(words, house)).filter_map(head::name).collect(),
    };
    row::clean(&names.join(" "))
}

/// The texts that may name a column's period, best first: its heads with what the caption says of all columns, from top to bottom, from
/// bottom to top, or the last alone.
fn period_texts(dated: &[&str], phrase: Option<&str>, texts: &mut head::Texts) -> Vec<usize> {
    let mut periods = Vec::new();
    let composed = dated.join(" ");
    let bare = composed.trim().len() == 4 && composed.trim().bytes().all(|byte| byte.is_ascii_digit());
    if let Some(phrase) = phrase.filter(|_| bare) {
        periods.push(texts.add(&format!("{phrase}, {composed}")));
    }
    periods.push(texts.add(&composed));
    let reversed: Vec<&str> = dated.iter().rev().copied().collect();
    periods.push(texts.add(&reversed.join(" ")));
    let others = dated.split_last().map_or(&[][..], |(_, others)| others);
    let others_say_no_year = !others.iter().any(|words| head::has_year(words));
    let long = others.iter().find_map(|words| head::duration(words));
    periods.extend(dated.last().filter(|_| others_say_no_year).map(|last| match long {
        // A day below "Six Months Ended" is the last one of them.
        Some(long) => texts.add(&format!("{long} {last}")),
        None => texts.add(last),
    }));
    if let Some(phrase) = phrase {
        periods.push(texts.add(&format!("{composed} {phrase}")));
    }
    periods
}

/// A head of several lines without its note of scale in brackets: "Guidance (in | millions, except per | share amounts)".
fn without_note(words: &str, house: &House) -> Option<String> {
    let (before, rest) = words.split_once('(').filter(|(before, _)| !before.trim().is_empty())?;
    let (inner, after) = rest.split_once(')').unwrap_or((rest, ""));
    money::basis(inner, house).scale.is_some().then(|| format!("{} {}", before.trim(), after.trim()).trim().to_string())
}

/// Whether a head only says in which unit its figures are.
fn is_note(words: &str, house: &House) -> bool {
    // "Net flows ($ million)" has a name and a note.
    if let Some((name, _)) = words.split_once('(').filter(|(name, _)| name.chars().filter(|sign| sign.is_alphabetic()).count() >= 2) {
        return is_note(name, house);
    }
    let basis = money::basis(words, house);
    basis.scale.is_some() || words.len() <= 16 && basis.currency.is_some()
}

/// For each column, whether all its numbers look like years.
fn years(block: &TableBlock, layout: &Layout) -> Vec<bool> {
    let mut years = vec![true; layout.count];
    for (row, columns) in block.rows.iter().zip(&layout.items) {
        for (item, column) in row.items.iter().zip(columns) {
            if let (Some(figure), Some(column)) = (item.figure, *column) {
                years[column] &= figure.year;
            }
        }
    }
    years
}

/// Tells the columns in which a cell prints a currency.
fn prints(block: &TableBlock, layout: &Layout, columns: &mut [TableColumn]) {
    for (row, own) in block.rows.iter().zip(&layout.items) {
        for (item, column) in row.items.iter().zip(own) {
            if let Some(column) = column.filter(|_| item.currency.or(item.figure.and_then(|figure| figure.currency)).is_some()) {
                columns[column].prints = true;
            }
        }
    }
}

/// The currency that most cells of a block print.
fn printed(block: &TableBlock) -> Option<&'static str> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for item in block.rows.iter().flat_map(|row| &row.items) {
        if let Some(code) = item.currency.or(item.figure.and_then(|figure| figure.currency)) {
            match counts.iter_mut().find(|(known, _)| *known == code) {
                Some((_, count)) => *count += 1,
                None => counts.push((code, 1)),
            }
        }
    }
    counts.into_iter().max_by_key(|&(_, count)| count).map(|(code, _)| code)
}

/// What the figures of a row count; `counted` are the rows above that say it in brackets.
fn unit_of(row: &DataRow, section: &str, label: &str, counted: &mut Vec<(String, row::RowUnit)>) -> row::RowUnit {
    let mut unit = row::unit(section, label);
    // "New leasing – anchors" counts what "New leasing (square feet)" does.
    let base = || row::clean(label.split(['–', '—', '(']).next().and_then(|start| start.split(" -- ").next()).unwrap_or_default());
    let is_part = || label.contains(['–', '—']) || label.contains(" -- ");
    match &unit {
        row::RowUnit::Count(_) if label.contains('(') => counted.push((base(), unit.clone())),
        row::RowUnit::OfTable if !counted.is_empty() && is_part() => {
            let base = base();
            unit = counted.iter().find(|(known, _)| *known == base).map_or(unit, |(_, own)| own.clone());
        }
        _ => {}
    }
    if unit == row::RowUnit::OfTable && row::is_of_share(label) {
        let printed = row.items.iter().filter_map(|item| item.figure?.value.one());
        let whole = printed.into_iter().all(|printed| printed.value.fract().is_zero());
        unit = if whole { row::RowUnit::Shares("shares") } else { row::RowUnit::Per("share".into()) };
    }
    unit
}

/// The text by which a row's own label or heading may name its period.
fn row_period(text: &str, row: &DataRow, by_year: bool, texts: &mut head::Texts) -> Option<usize> {
    let own = match row.label {
        Some(label) => Some(label.of(text)).filter(|label| head::is_period(label)),
        None => row.items.first().and_then(|item| item.figure).filter(|_| by_year).map(|year| year.span.of(text)),
    };
    let of_section = || row.section.map(|section| section.of(text)).filter(|section| head::is_period(section));
    own.or_else(of_section).map(|words| texts.add(words))
}

/// Whether each row without a label begins with its year.
fn are_by_year(block: &TableBlock) -> bool {
    const FEWEST: usize = 3;
    let mut rows = block.rows.iter().filter(|row| row.label.is_none()).map(|row| row.items.first().and_then(|item| item.figure));
    rows.clone().count() >= FEWEST && rows.all(|first| first.is_some_and(|first| first.year && !first.signed))
}

/// The only row that is called total and nothing else, where the rows above it stand under headings of several periods: it is of all.
fn total_of_periods(text: &str, block: &TableBlock) -> Option<usize> {
    let is_total = |row: &DataRow| row.label.is_some_and(|label| row::clean(label.of(text)).eq_ignore_ascii_case("total"));
    let mut totals = block.rows.iter().enumerate().filter(|(_, row)| is_total(row)).map(|(at, _)| at);
    let only = totals.next().filter(|_| totals.next().is_none())?;
    let headings = block.rows[..only].iter().filter_map(|row| row.section).filter(|section| head::is_period(section.of(text)));
    let (first, last) = headings.fold((None, None), |(first, _), section| (first.or(Some(section)), Some(section)));
    (first != last).then_some(only)
}

impl Table {
    /// Gives each column its dates; a column of changes or shares those of the latest level to its left.
    fn date(&mut self, dates: &[Option<HeadDates>]) {
        for column in &mut self.columns {
            let mut own = column.periods.iter().filter_map(|&text| dates[text]);
            // A change is of the later of the two periods that its head names.
            column.dates = if column.compares { own.max_by_key(|dates| dates.to) } else { own.next() };
        }
        self.forget_alike();
        let mut group: Option<(HeadDates, Option<Span>)> = None;
        let mut after_change = false;
        for column in &mut self.columns {
            if column.kind == ColumnKind::Level {
                if let Some(own) = column.dates {
                    let later = group.is_none_or(|(known, _)| own.to > known.to) || after_change;
                    group = if later { Some((own, column.span)) } else { group };
                    after_change = false;
                } else {
                    // Changes and shares beside levels of an unknown period are of no known one.
                    group = None;
                }
            } else if column.compares && column.dates.is_some() {
                after_change = true;
            } else if let Some((known, span)) = group {
                (column.dates, column.span) = (Some(known), span);
                after_change = true;
            }
        }
    }

    /// Adds the facts of the cells; `end` is where the last one ended.
    fn facts(
        &mut self,
        document: &Document,
        house: &House,
        dates: &[Option<HeadDates>],
        book: &mut PeriodBook,
        facts: &mut Vec<FigureFact>,
        end: &mut usize,
    ) {
        let text = document.text;
        let mut all = vec![vec![Slot::Blank; self.columns.len()]; self.block.rows.len()];
        let has_money = self.basis.scale.is_some() || self.basis.currency.is_some() || self.printed.is_some();
        if self.columns.iter().all(|column| column.label.is_none()) && !has_money {
            self.slots = all;
            return;
        }
        let mut counted: Vec<(String, row::RowUnit)> = Vec::new();
        let by_row = self.by_row(text, house);
        let says_unit = self.basis.scale.is_some() || self.basis.currency.is_some();
        let mut printed = self.printed.filter(|_| says_unit && !by_row);
        let mut parents = Parents::default();
        let mut noted = Noted::default();
        for (at, row) in self.block.rows.iter().enumerate() {
            let label = row.label.map_or(Cow::Borrowed(""), |label| one_line(label.of(text)));
            let (label, section) = (label.as_ref(), row.headings(text));
            let section = one_line(&section);
            let section = section.as_ref();
            let all_years = |column: usize| self.years.get(column).copied().unwrap_or(false);
            let only_years = row.items.iter().filter_map(|item| item.figure).all(|figure| figure.year);
            if only_years && row.items.iter().all(|item| item.currency.is_none()) || label.len() > LONGEST_LABEL {
                continue;
            }
            let own = self.row_periods[at].and_then(|number| dates[number]);
            let below = self.headed[at].and_then(|number| dates[number]);
            let (heading, whole) = (section, parents.whole(label));
            let section = whole.as_deref().unwrap_or(section);
            let unit = unit_of(row, section, label, &mut counted);
            let noted = noted.below(heading, house);
            let has_figures = row.items.iter().any(|item| item.figure.is_some());
            let said = if has_figures { Said::of(section, label, house, noted) } else { Said::default() };
            // A currency is printed in the first row of its figures and those of totals; above the first, nothing tells it.
            let own_print = row.items.iter().find_map(|item| item.currency.or(item.figure.and_then(|figure| figure.currency)));
            if own_print.is_some() && !by_row {
                printed = self.printed;
            }
            let printed = if by_row { own_print } else { printed };
            for (item, column) in row.items.iter().zip(&self.layout.items[at]) {
                let Some(printing) = item.figure else {
                    column.iter().for_each(|&column| all[at][column] = Slot::Nil);
                    continue;
                };
                let head = column.map(|column| &self.columns[column]);
                let is_note = head.is_some_and(|head| head.kind == ColumnKind::Note);
                if printing.span.start < *end || column.is_some_and(all_years) || is_note {
                    continue;
                }
                let place = self.place(row, label, *column);
                let Some(figure) = self.figure(&unit, &said, house, (item, printed), printing, head) else { continue };
                let measure = measure(said.measure.as_deref(), head);
                if measure.is_none() && head.is_none_or(|head| head.dates.is_none()) {
                    continue;
                }
                let period = self.period(row, label, (own, below), head, book, text);
                *end = printing.span.end;
                column.iter().for_each(|&column| all[at][column] = Slot::Fact(facts.len()));
                facts.push(fact(document, figure, measure, period, place, printing, head));
            }
        }
        self.slots = all;
    }

    /// Whether its rows say each on their own what they are in, and nothing else does: "Capital spending ($ in millions)".
    fn by_row(&self, text: &str, house: &House) -> bool {
        let labels = || self.block.rows.iter().filter_map(|row| row.label).map(|label| label.of(text));
        self.basis.scale.is_none()
            && self.basis.currency.is_none()
            && self.columns.iter().all(|column| column.basis.scale.is_none())
            && labels().any(|label| row_basis(label, house).scale.is_some())
    }

    /// Columns that look alike and name no year are of different ones.
    fn forget_alike(&mut self) {
        let has_year = |label: &Option<String>| label.as_deref().is_some_and(head::has_year);
        let is_bare_year = |label: &Option<String>| {
            let words = label.as_deref().unwrap_or_default();
            let year = words.split('(').next().unwrap_or_default().trim();
            year.len() == 4 && head::has_year(year)
        };
        for at in 0..self.columns.len() {
            let own = &self.columns[at];
            let alike = |other: &TableColumn| other.label == own.label && other.dates == own.dates && other.kind == own.kind;
            let dated = own.label.as_deref().is_some_and(head::is_dated);
            // Of "2024 | 2023 | 2024 | 2023" the heads above are lost.
            let bare = own.kind == ColumnKind::Level && own.name.is_none() && is_bare_year(&own.label);
            if own.dates.is_some() && bare && self.columns.iter().filter(|other| alike(other)).count() > 1 {
                self.columns.iter_mut().filter(|other| is_bare_year(&other.label)).for_each(|other| other.dates = None);
                continue;
            }
            if own.dates.is_some() && dated && !has_year(&own.label) && self.columns.iter().filter(|other| alike(other)).count() > 1 {
                let label = own.label.clone();
                self.columns.iter_mut().filter(|other| other.label == label).for_each(|other| other.dates = None);
            }
        }
    }

    /// The index of a cell's period: its row's own, else its column's, else that of the last heading which names one.
    fn period(
        &self,
        row: &DataRow,
        label: &str,
        (own, below): (Option<HeadDates>, Option<HeadDates>),
        head: Option<&TableColumn>,
        book: &mut PeriodBook,
        text: &str,
    ) -> Option<usize> {
        if let Some(dates) = own {
            let span = row.label.filter(|label| head::is_period(label.of(text))).or(row.section)?;
            return Some(book.index(span, dates));
        }
        let of_column = head.filter(|_| !row.is_parted).and_then(|head| head.dates.zip(head.span));
        let (dates, span) = of_column.or_else(|| below.zip(row.dated))?;
        let dates = of_label(label, dates).unwrap_or(dates);
        Some(book.index(span, dates))
    }

    /// Whether a scale without a currency is one of things: a title or head says so, or the column alone prints no currency beside its own
    /// scale.
    fn counts_things(&self, head: Option<&TableColumn>) -> bool {
        let alone = |head: &TableColumn| head.basis.scale.is_some() && !head.prints && self.columns.iter().any(|column| column.prints);
        self.numbers && self.printed.is_none() || head.is_some_and(|head| head.numbers || alone(head))
    }

    /// The figure of a cell with its unit and scale.
    fn figure(
        &self,
        unit: &row::RowUnit,
        said: &Said,
        house: &House,
        (item, printed): (&RowItem, Option<&'static str>),
        printing: Printing,
        head: Option<&TableColumn>,
    ) -> Option<Figure> {
        let house_basis = head.map_or(self.basis, |head| head.basis.or(self.basis));
        let own = said.basis;
        let basis = own.or(house_basis);
        let kind = head.map_or(ColumnKind::Level, |head| head.kind);
        let change = matches!(kind, ColumnKind::Change | ColumnKind::OtherChange);
        let currency = item.currency.or(printing.currency);
        let own_prints = head.is_none_or(|head| head.prints) || self.columns.iter().all(|column| !column.prints);
        let printed = printed.filter(|_| self.basis.scale.is_some() || !self.counts && own_prints);
        let of_head = head.filter(|head| *unit == row::RowUnit::OfTable && head.unit != row::RowUnit::OfTable);
        let unit = of_head.map_or(unit, |head| &head.unit);
        let table_currency =
            || basis.currency.or(printed).or_else(|| basis.scale.filter(|_| !self.counts_things(head)).and_then(|_| home(house)));
        // "14,855" below a head of percents is none.
        let whole = |printed: &Decimal| kind == ColumnKind::Level && *unit != row::RowUnit::Percent && printed.fract().is_zero();
        let large = printing.value.one().map(|printed| printed.value.abs()).is_some_and(|value| {
            value >= Decimal::ONE_THOUSAND && !change
                || value >= Decimal::ONE_THOUSAND * Decimal::ONE_HUNDRED
                || value >= dec!(150) && whole(&value)
        });
        let says_percent = printing.mark.is_none()
            && currency.is_none()
            && (*unit == row::RowUnit::Percent && !change
                || kind == ColumnKind::Share
                || kind == ColumnKind::Change && head.is_some_and(|head| head.rate)
                || head.is_some_and(|head| head.basis.percent)
                || *unit == row::RowUnit::OfTable && self.basis.percent);
        let percent = printing.mark == Some(UnitMark::Percent) || says_percent && !large;
        let (kind, unit, per, scale) = match (printing.mark, unit) {
            (Some(UnitMark::Times), _) => (FigureKind::Ratio, Unit::Times, None, None),
            (Some(UnitMark::Points), _) => (FigureKind::Percent, Unit::PercentagePoint, None, None),
            (Some(UnitMark::BasisPoints), _) => (FigureKind::Percent, Unit::BasisPoint, None, None),
            _ if percent => (FigureKind::Percent, Unit::Percent, None, None),
            _ if says_percent => (FigureKind::Quantity, Unit::Noun(String::new()), None, None),
            _ if kind == ColumnKind::Points => (FigureKind::Percent, points(head), None, None),
            (None, row::RowUnit::Per(per)) => match currency.or_else(table_currency) {
                Some(code) => (FigureKind::Amount, Unit::Currency(code), Some(per.clone()), None),
                None => (FigureKind::Quantity, Unit::Noun(String::new()), Some(per.clone()), None),
            },
            (None, row::RowUnit::Shares(noun)) if currency.is_none() => {
                let scale = own.scale.or(house_basis.shares).or(house_basis.scale.filter(|_| !house_basis.full_shares));
                (FigureKind::Quantity, Unit::Noun((*noun).into()), None, scale)
            }
            (None, row::RowUnit::Plain) if currency.is_none() => (FigureKind::Quantity, Unit::Noun(String::new()), None, None),
            (None, row::RowUnit::Count(noun)) if currency.is_none() => {
                let of_head = of_head.and_then(|head| head.basis.scale);
                (FigureKind::Quantity, Unit::Noun(noun.clone()), None, own.scale.or(own.counts).or(of_head).or(basis.counts))
            }
            _ => match currency.or_else(table_currency) {
                Some(code) => (FigureKind::Amount, Unit::Currency(code), None, basis.scale),
                None => (FigureKind::Quantity, Unit::Noun(String::new()), None, basis.scale),
            },
        };
        let scale = printing.magnitude.or(scale).unwrap_or(Decimal::ONE);
        let value = match printing.value {
            Value::One(printed) => Value::One(printed.scale(scale)?),
            Value::Range(low, high) => Value::Range(low.scale(scale)?, high.scale(scale)?),
        };
        Some(Figure { kind, span: printing.span, value, unit, qualifier: Qualifier::Exact, qualifier_span: None, per })
    }
}

/// The rows that others are a part of: "of which exports" stands below what it is part of.
#[derive(Default)]
struct Parents {
    whole: Option<String>,
}

impl Parents {
    /// What a row is a part of, where its label says that it is one.
    fn whole(&mut self, label: &str) -> Option<String> {
        if row::is_part(label) {
            return self.whole.clone();
        }
        self.whole = Some(row::clean(label)).filter(|label| label.len() <= LONGEST_LABEL / 2);
        None
    }
}

/// The note of scale in the heading that a row stands under, or stood under before one that has none.
#[derive(Default)]
struct Noted {
    heading: String,
    basis: Basis,
}

impl Noted {
    fn below(&mut self, heading: &str, house: &House) -> Basis {
        // A result leaves its heading, not the unit that the heading gave.
        if !heading.is_empty() && heading != self.heading {
            self.heading = heading.to_string();
            let found = if row::unit(heading, "") == row::RowUnit::OfTable { row_basis(heading, house) } else { Basis::default() };
            self.basis = if found.scale.is_some() { found } else { Basis::default() };
        }
        self.basis
    }
}

/// A label that goes on over several lines on one.
fn one_line(label: &str) -> Cow<'_, str> {
    if label.contains('\n') { Cow::Owned(label.split_whitespace().collect::<Vec<_>>().join(" ")) } else { Cow::Borrowed(label) }
}

/// Points or basis points, by the head.
fn points(head: Option<&TableColumn>) -> Unit {
    let label = head.and_then(|head| head.label.as_deref()).unwrap_or_default().to_lowercase();
    if label.contains("bp") || label.contains("basis") { Unit::BasisPoint } else { Unit::PercentagePoint }
}

/// What a label says of its own figures: "Tonnes (thousands)".
fn row_basis(label: &str, house: &House) -> Basis {
    // "Profit after tax ₹ crores"
    let signed = || label.contains(['$', '€', '£', '₹', '¥']);
    let spaced = label.contains('(') || label.contains(" in ") || label.contains(',');
    if !spaced && !signed() {
        return Basis::default();
    }
    let basis = Basis { percent: false, ..money::basis(label, house) };
    if spaced || basis.scale.is_some() { basis } else { Basis::default() }
}

/// The article's own currency, for tables that only give a scale.
fn home(house: &House) -> Option<&'static str> {
    match (house.prints_dollars, house.prints_euros, house.prints_sterling) {
        (true, false, false) => Some(house.dollar),
        (false, true, false) => Some("EUR"),
        (false, false, true) => Some("GBP"),
        _ => None,
    }
}

/// The dates that a label gives its figures within those of the column: "(12 month period)", "at December 31", "beginning of year".
fn of_label(label: &str, dates: HeadDates) -> Option<HeadDates> {
    let lower = label.to_lowercase();
    let words: Vec<&str> = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    for (at, word) in words.iter().enumerate() {
        // "Balance as of September 30, 2023"
        if let Some(month) = MONTHS.iter().position(|month| month == word)
            && at > 0
            && matches!(words[at - 1], "at" | "of")
            && let Some(day) = words.get(at + 1).and_then(|day| day.parse::<i8>().ok())
            && let Some(year) = words.get(at + 2).filter(|year| year.len() == 4).and_then(|year| year.parse::<i16>().ok())
            && let Ok(date) = jiff::civil::Date::new(year, i8::try_from(month + 1).ok()?, day)
        {
            // "shares issued at June 30, 2025 and December 31, 2024" is of each column's own day.
            if words[at + 3..]
                .iter()
                .any(|word| word.len() == 4 && word.parse().is_ok_and(|other: i16| other != year && (1900..=2100).contains(&other)))
            {
                return None;
            }
            return Some(HeadDates { from: date, to: date, grain: crate::mention::Grain::Day, fiscal: false });
        }
        if let Some(month) = MONTHS.iter().position(|month| month == word)
            && at > 0
            && matches!(words[at - 1], "at" | "of")
            && let Some(day) = words.get(at + 1).and_then(|day| day.parse::<i8>().ok())
            && words.get(at + 2).is_none_or(|next| next.len() != 4)
            && let Ok(date) = jiff::civil::Date::new(dates.to.year(), i8::try_from(month + 1).ok()?, day)
        {
            return (date >= dates.from && date <= dates.to).then_some(HeadDates {
                from: date,
                to: date,
                grain: crate::mention::Grain::Day,
                fiscal: false,
            });
        }
        let months = words.get(at..at + 3).filter(|three| matches!(three[1], "month" | "months") && three[2] == "period");
        if let Some(count) = months.and_then(|three| three[0].parse::<i32>().ok()).filter(|count| (1..=36).contains(count)) {
            let next = dates.to.tomorrow().ok()?;
            let from = next.checked_sub(jiff::Span::new().months(count)).ok()?;
            return Some(HeadDates { from, ..dates });
        }
    }
    let struck = row::balance_day(&words).filter(|_| dates.from < dates.to)?;
    let day = match struck {
        row::BalanceDay::Before => dates.from.yesterday().ok()?,
        row::BalanceDay::Last => dates.to,
    };
    Some(HeadDates { from: day, to: day, grain: crate::mention::Grain::Day, fiscal: false })
}

/// The measure of a row, with the name of a column that is not only a period.
fn measure(of_row: Option<&str>, head: Option<&TableColumn>) -> Option<String> {
    let name = head.and_then(|head| head.name.as_deref());
    let mut measure = match (of_row, name) {
        (Some(measure), Some(name)) => format!("{measure}, {name}"),
        (Some(measure), None) => measure.to_string(),
        (None, name) => name?.to_string(),
    };
    if measure.len() > LONGEST_LABEL {
        measure.truncate(up_to(&measure, LONGEST_LABEL).len());
    }
    Some(measure)
}

fn fact(
    document: &Document,
    figure: Figure,
    measure: Option<String>,
    period: Option<usize>,
    place: CellPlace,
    printing: Printing,
    head: Option<&TableColumn>,
) -> FigureFact {
    let negative = figure.value().is_some_and(|value| value.is_sign_negative());
    let lower = place.row_label.as_deref().unwrap_or_default().to_lowercase();
    let loss = (lower.starts_with("net loss") || lower.starts_with("operating loss") || lower.starts_with("loss "))
        && !lower.contains("income")
        && !printing.signed;
    FigureFact {
        sentence: document.sentence_at(figure.span.start),
        measure_key: MeasureKey::new(measure.as_deref().unwrap_or_default()),
        measure,
        loss,
        printed_sign: printing.signed.then_some(if negative { Direction::Down } else { Direction::Up }),
        entity: None,
        period,
        modality: if head.is_some_and(|head| head.forecast) { Modality::Forecast } else { Modality::Actual },
        attribution: None,
        cell: Some(place),
        figure,
    }
}
