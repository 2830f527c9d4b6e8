//! The article with everything that was found in it marked, and the legend that switches kinds on and off.

use maud::{Markup, html};

use super::lookup::{SheetLookup, State};
use super::marks::{Mark, MarkedPiece, Paragraph, Setting, paragraphs};
use crate::article::Article;
use crate::headline::Headed;
use crate::sheet::{Entity, EntityKind, Fact, FactKind, Part, Period, Place};
use crate::text::grids;

/// What a marked stretch is.
enum Marked<'a> {
    Figure(&'a Fact),
    Period(&'a Period),
    /// An entity, and whether it is named here for the first time.
    Name(&'a Entity, bool),
}

/// The kinds in the order of the legend: class and name.
const KINDS: [(&str, &str); 8] = [
    ("amount", "Amounts"),
    ("percent", "Percentages"),
    ("quantity", "Quantities"),
    ("ratio", "Multiples"),
    ("period", "Periods"),
    ("person", "People"),
    ("organization", "Organisations"),
    ("place", "Places"),
];

impl Marked<'_> {
    /// The class of its kind.
    fn kind(&self) -> &'static str {
        match self {
            Marked::Figure(fact) => match fact.kind {
                FactKind::Amount => "amount",
                FactKind::Percent => "percent",
                FactKind::Quantity => "quantity",
                FactKind::Ratio => "ratio",
            },
            Marked::Period(_) => "period",
            Marked::Name(entity, _) => match entity.kind {
                EntityKind::Person => "person",
                EntityKind::Organization => "organization",
                EntityKind::Place => "place",
            },
        }
    }
}

/// Legend and text.
pub(super) fn section(article: &Article, lookup: &SheetLookup) -> Markup {
    let headed = Headed::new(article);
    let text = headed.text.as_ref();
    let marks = marks(lookup, &headed);
    let grids = grids(text, &headed.tables);
    let paragraphs = paragraphs(text, &marks, &grids);
    html! {
        section.article aria-label="Article" {
            (legend(&marks))
            div.text #text {
                @for group in paragraphs.chunk_by(|a, b| a.cell.is_some() && a.cell.map(|cell| cell.0) == b.cell.map(|cell| cell.0)) {
                    @if group[0].cell.is_some() { (table(group, lookup)) } @else { (paragraph_of(&group[0], lookup)) }
                }
            }
        }
    }
}

fn marks<'a>(lookup: &SheetLookup<'a>, headed: &Headed) -> Vec<Mark<Marked<'a>>> {
    let mark = |part: Part, place: Place, what| Mark { range: headed.code_points(part, &place), what };
    let sheet = lookup.sheet;
    let names = sheet.entities.iter().flat_map(|entity| {
        let mentions = entity.mentions.iter().enumerate();
        mentions.map(move |(i, mention)| mark(mention.part, mention.place, Marked::Name(entity, i == 0)))
    });
    let figures = sheet.facts.iter().map(|fact| mark(fact.part, fact.span, Marked::Figure(fact)));
    // the day of writing of a market's move has no words
    let periods =
        sheet.periods.iter().filter(|period| !period.text.is_empty()).map(|period| mark(period.part, period.span, Marked::Period(period)));
    names.chain(periods).chain(figures).collect()
}

fn legend(marks: &[Mark<Marked>]) -> Markup {
    let count = |kind: &str| marks.iter().filter(|mark| mark.what.kind() == kind).count();
    html! {
        fieldset.legend {
            legend { "Marked in the text" }
            @for (kind, name) in KINDS {
                @let count = count(kind);
                @if count > 0 {
                    label { input type="checkbox" id={ "show-" (kind) } checked; " " span.(kind) { (name) } " " small { (count) } }
                }
            }
        }
    }
}

fn paragraph_of(paragraph: &Paragraph<Marked>, lookup: &SheetLookup) -> Markup {
    let class = match paragraph.setting {
        Setting::Lines => None,
        Setting::Wrapped => Some("wrapped"),
        Setting::Columns => Some("columns"),
    };
    html! { p dir="auto" class=[class] { (pieces(&paragraph.pieces, lookup, false)) } }
}

/// A cell as it is shown: its column, how many it covers, and the pieces of those of the text that make it up.
struct Shown<'p> {
    column: usize,
    width: usize,
    figure: bool,
    cells: Vec<&'p Paragraph<'p, Marked<'p>>>,
}

/// A table of the article, with labels in the first column and figures in the columns where they were found.
fn table(cells: &[Paragraph<Marked>], lookup: &SheetLookup) -> Markup {
    let columns = cells.iter().filter_map(column_of).max().unwrap_or(0);
    html! {
        div.sheet tabindex="0" {
            table {
                @for row in cells.chunk_by(|a, b| a.cell.map(|cell| cell.1) == b.cell.map(|cell| cell.1)) {
                    tr {
                        @let shown = row_of(row, columns);
                        @for (i, cell) in shown.iter().enumerate() {
                            @let before = if i == 0 { 0 } else { shown[i - 1].column + shown[i - 1].width };
                            @for _ in before..cell.column { td {} }
                            td.n[cell.figure] dir="auto" colspan=[(cell.width > 1).then_some(cell.width)] {
                                @for paragraph in &cell.cells { (pieces(&paragraph.pieces, lookup, false)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The column of the figure that a cell holds.
fn column_of(cell: &Paragraph<Marked>) -> Option<usize> {
    fn of(pieces: &[MarkedPiece<Marked>]) -> Option<usize> {
        pieces.iter().find_map(|piece| match piece {
            MarkedPiece::Marked { what: Marked::Figure(fact), .. } => fact.cell.as_ref()?.column,
            MarkedPiece::Marked { pieces, .. } => of(pieces),
            MarkedPiece::Text(_) => None,
        })
    }
    of(&cell.pieces)
}

/// Whether a cell has nothing but a sign that belongs to a figure beside it; `true` where to that after it.
fn sign(cell: &Paragraph<Marked>) -> Option<bool> {
    let [MarkedPiece::Text(text)] = cell.pieces[..] else { return None };
    match text.trim() {
        ")" | "%" | ")%" | "x" | "bps" => Some(false),
        text if text == "(" || text.chars().count() <= 3 && text.ends_with(['$', '€', '£', '¥', '₹']) => Some(true),
        _ => None,
    }
}

/// Whether a head names a period, or part of one.
fn says_period(cell: &Paragraph<Marked>) -> bool {
    fn words<'a>(pieces: &[MarkedPiece<'a, Marked>], out: &mut String) {
        for piece in pieces {
            match piece {
                MarkedPiece::Text(text) => out.push_str(text),
                MarkedPiece::Marked { pieces, .. } => words(pieces, out),
            }
        }
    }
    let mut text = String::new();
    words(&cell.pieces, &mut text);
    text.contains(|sign: char| sign.is_ascii_digit()) || text.to_lowercase().contains("ended") || text.contains("uarter")
}

/// The cells of a row in their columns: figures where they were found, heads over as many columns as they share.
fn row_of<'p>(row: &'p [Paragraph<'p, Marked<'p>>], columns: usize) -> Vec<Shown<'p>> {
    let mut shown: Vec<Shown> = Vec::new();
    let mut waiting = Vec::new();
    let has_figures = row.iter().any(|cell| column_of(cell).is_some());
    // Heads of which the first stands where labels do, since the blanks before it are lost.
    let all_heads = !has_figures && row.len() > 1 && columns.is_multiple_of(row.len()) && row.iter().all(says_period);
    for cell in row {
        let next = shown.last().map_or(1, |last: &Shown| last.column + last.width);
        match (sign(cell), column_of(cell), cell.cell) {
            (Some(true), None, _) => waiting.push(cell),
            (Some(false), None, _) if !shown.is_empty() => shown.last_mut().into_iter().for_each(|last| last.cells.push(cell)),
            (_, Some(column), _) => {
                waiting.push(cell);
                shown.push(Shown { column: column.max(next), width: 1, figure: true, cells: std::mem::take(&mut waiting) });
            }
            (_, None, Some((_, _, true))) if shown.is_empty() && !all_heads => {
                let alone = row.len() == 1;
                shown.push(Shown { column: 0, width: if alone { columns + 1 } else { 1 }, figure: false, cells: vec![cell] });
            }
            // In a table without figures there are words, which begin at the left.
            _ => {
                waiting.push(cell);
                shown.push(Shown { column: next, width: 1, figure: columns > 0, cells: std::mem::take(&mut waiting) });
            }
        }
    }
    let labels = usize::from(shown.first().is_some_and(|first| first.column == 0));
    let heads = shown.len() - labels;
    if !has_figures && heads > 0 && heads < columns && columns.is_multiple_of(heads) {
        let width = columns / heads;
        shown.iter_mut().skip(labels).enumerate().for_each(|(i, head)| (head.column, head.width) = (1 + i * width, width));
    }
    shown
}

/// `inside` tells whether a link surrounds the pieces: it cannot hold another one.
fn pieces(all: &[MarkedPiece<Marked>], lookup: &SheetLookup, inside: bool) -> Markup {
    html! {
        @for piece in all {
            @match piece {
                MarkedPiece::Text(text) => (text),
                MarkedPiece::Marked { what: Marked::Figure(fact), first, pieces: inner } => {
                    (figure(fact, *first, &pieces(inner, lookup, true), lookup, inside))
                }
                MarkedPiece::Marked { what: found, first, pieces: inner } => (other(found, *first, inner, lookup, inside)),
            }
        }
    }
}

/// A period or a name leads to its row in the table, unless it holds a figure that does.
fn other(found: &Marked, first: bool, inner: &[MarkedPiece<Marked>], lookup: &SheetLookup, inside: bool) -> Markup {
    let (row, first) = match found {
        Marked::Figure(fact) => (&fact.id, first),
        Marked::Period(period) => (&period.id, first),
        Marked::Name(entity, named_first) => (&entity.id, first && *named_first),
    };
    let is_link = !inside && !inner.iter().any(|piece| matches!(piece, MarkedPiece::Marked { what: Marked::Figure(_), .. }));
    let (id, inner) = (first.then_some(row), pieces(inner, lookup, inside || is_link));
    html! {
        @if is_link {
            a.(found.kind()) id=[id] href={ "#row-" (row) } { (inner) }
        } @else {
            span.(found.kind()) id=[id] { (inner) }
        }
    }
}

/// A figure leads to its row in the table; where it has been checked it carries the sign of the verdict.
fn figure(fact: &Fact, first: bool, inner: &Markup, lookup: &SheetLookup, inside: bool) -> Markup {
    let check = lookup.check(&fact.id).filter(|_| first);
    let state = check.map(|check| lookup.state(check));
    let fit = check.filter(|_| matches!(state, Some(State::Wrong | State::Doubtful))).and_then(|check| check.suggestion.as_deref());
    let class = state.map(State::class).unwrap_or_default();
    let id = first.then_some(&fact.id);
    let kind = Marked::Figure(fact).kind();
    let content = html! {
        (inner)
        @if let Some(state) = state { span.vh { " (" (state.words()) ")" } }
    };
    html! {
        @if inside {
            span.figure.(kind).(class) id=[id] data-fit=[fit] { (content) }
        } @else {
            a.figure.(kind).(class) id=[id] data-fit=[fit] href={ "#row-" (fact.id) } { (content) }
        }
    }
}
