//! The article with everything that was found in it marked, and the legend that switches kinds on and off.

use maud::{Markup, html};

use super::lookup::{Lookup, State};
use super::marks::{Mark, Paragraph, Piece, Setting, paragraphs};
use crate::sheet::{Entity, EntityKind, Fact, FactKind, Period, Place};

/// What a marked stretch is.
enum Found<'a> {
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

impl Found<'_> {
    /// The class of its kind.
    fn kind(&self) -> &'static str {
        match self {
            Found::Figure(fact) => match fact.kind {
                FactKind::Amount => "amount",
                FactKind::Percent => "percent",
                FactKind::Quantity => "quantity",
                FactKind::Ratio => "ratio",
            },
            Found::Period(_) => "period",
            Found::Name(entity, _) => match entity.kind {
                EntityKind::Person => "person",
                EntityKind::Organization => "organization",
                EntityKind::Place => "place",
            },
        }
    }
}

/// Legend and text.
pub fn section(text: &str, lookup: &Lookup) -> Markup {
    let marks = marks(lookup);
    html! {
        section.article aria-label="Article" {
            (legend(&marks))
            div.text #text {
                @for paragraph in paragraphs(text, &marks) { (paragraph_of(&paragraph, lookup)) }
            }
        }
    }
}

fn marks<'a>(lookup: &Lookup<'a>) -> Vec<Mark<Found<'a>>> {
    let mark = |place: Place, what| Mark { range: place.start..place.end, what };
    let sheet = lookup.sheet;
    let names = sheet.entities.iter().flat_map(|entity| {
        let mentions = entity.mentions.iter().enumerate();
        mentions.map(move |(i, mention)| mark(mention.place, Found::Name(entity, i == 0)))
    });
    let figures = sheet.facts.iter().map(|fact| mark(fact.span, Found::Figure(fact)));
    let periods = sheet.periods.iter().map(|period| mark(period.span, Found::Period(period)));
    names.chain(periods).chain(figures).collect()
}

fn legend(marks: &[Mark<Found>]) -> Markup {
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

fn paragraph_of(paragraph: &Paragraph<Found>, lookup: &Lookup) -> Markup {
    let class = match paragraph.setting {
        Setting::Lines => None,
        Setting::Wrapped => Some("wrapped"),
        Setting::Columns => Some("columns"),
    };
    html! { p dir="auto" class=[class] { (pieces(&paragraph.pieces, lookup, false)) } }
}

/// `inside` tells whether a link surrounds the pieces: it cannot hold another one.
fn pieces(all: &[Piece<Found>], lookup: &Lookup, inside: bool) -> Markup {
    html! {
        @for piece in all {
            @match piece {
                Piece::Text(text) => (text),
                Piece::Marked { what: Found::Figure(fact), first, pieces: inner } => {
                    (figure(fact, *first, &pieces(inner, lookup, true), lookup, inside))
                }
                Piece::Marked { what: found, first, pieces: inner } => (other(found, *first, inner, lookup, inside)),
            }
        }
    }
}

/// A period or a name leads to its row in the table, unless it holds a figure that does.
fn other(found: &Found, first: bool, inner: &[Piece<Found>], lookup: &Lookup, inside: bool) -> Markup {
    let (row, first) = match found {
        Found::Figure(fact) => (&fact.id, first),
        Found::Period(period) => (&period.id, first),
        Found::Name(entity, named_first) => (&entity.id, first && *named_first),
    };
    let is_link = !inside && !inner.iter().any(|piece| matches!(piece, Piece::Marked { what: Found::Figure(_), .. }));
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
fn figure(fact: &Fact, first: bool, inner: &Markup, lookup: &Lookup, inside: bool) -> Markup {
    let check = lookup.check(&fact.id).filter(|_| first);
    let state = check.map(|check| lookup.state(check));
    let fit = check.filter(|_| state == Some(State::Wrong)).and_then(|check| check.suggestion.as_deref());
    let class = state.map(State::class).unwrap_or_default();
    let id = first.then_some(&fact.id);
    let kind = Found::Figure(fact).kind();
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
