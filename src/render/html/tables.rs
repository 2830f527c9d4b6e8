//! The tables: checks in three states, figures, names and periods.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};

use super::lookup::{SheetLookup, State};
use super::spelled::counted;
use super::{picture, spelled};
use crate::check::definition;
use crate::render::wording;
use crate::sheet::{Check, Entity, EntityKind, Fact, Period};

/// A table's heads; those with a sort order can be sorted by.
fn heads(names: &[(&str, Option<&str>)]) -> Markup {
    html! {
        thead { tr role="row" {
            @for (name, order) in names { th scope="col" role="columnheader" data-label=(name) data-sort=[*order] { (name) } }
        } }
    }
}

/// What was recomputed.
pub(super) fn checks(lookup: &SheetLookup) -> Markup {
    let checks = &lookup.sheet.checks;
    let mut made: Vec<&Check> = checks.iter().filter(|check| lookup.state(check) != State::Open).collect();
    made.sort_by_key(|check| lookup.state(check));
    html! {
        section #checks aria-labelledby="checks-head" tabindex="-1" {
            h2 #checks-head { "Checks" }
            @if checks.is_empty() {
                p.none { "The article states no percentage, change or total that could be recomputed." }
            } @else {
                fieldset.legend {
                    legend { "Listed" }
                    @for (state, count) in lookup.states() {
                        label.(state.class()) {
                            input type="checkbox" id={ "list-" (state.class()) } checked;
                            " " (signed(state)) " " small { (count) }
                        }
                    }
                }
                table.checks role="table" aria-labelledby="checks-head" {
                    (heads(&[
                        ("Result", Some("number")), ("Stated", Some("number")), ("Computed", Some("number")),
                        ("Check", Some("text")), ("In words", None), ("Picture", None),
                    ]))
                    tbody role="rowgroup" { @for check in made { (check_row(check, lookup)) } }
                    @for (reason, open) in open_by_reason(lookup) {
                        tbody role="rowgroup" {
                            tr.group.open role="row" { th scope="rowgroup" role="rowheader" colspan="6" { "○ " (open.len()) " × " (reason) } }
                            @for check in open { (check_row(check, lookup)) }
                        }
                    }
                }
            }
        }
    }
}

/// The figures that could not be checked, by what was in the way, the commonest first.
fn open_by_reason<'a>(lookup: &SheetLookup<'a>) -> Vec<(&'a str, Vec<&'a Check>)> {
    let mut groups: BTreeMap<&str, Vec<&Check>> = BTreeMap::new();
    for check in lookup.sheet.checks.iter().filter(|check| lookup.state(check) == State::Open) {
        groups.entry(check.reason.as_deref().unwrap_or("no reason is known")).or_default().push(check);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, checks)| std::cmp::Reverse(checks.len()));
    groups
}

/// A state with its sign.
fn signed(state: State) -> Markup {
    html! { span.sign aria-hidden="true" { (state.sign()) } " " (state.words()) }
}

fn check_row(check: &Check, lookup: &SheetLookup) -> Markup {
    let state = lookup.state(check);
    let stated = lookup.sheet.fact(&check.stated);
    html! {
        tr.(state.class()) role="row" data-stated=(check.stated) {
            td.result role="cell" data-key=(state as u8) { (signed(state)) }
            td.number role="cell" data-key=[stated.and_then(|fact| fact.value)] { (lookup.link(&check.stated, "stated")) }
            td.number role="cell" data-key=[check.computed.map(|computed| computed.value)] {
                @if let (Some(computed), Some(stated)) = (check.computed, stated) { (spelled::computed(computed.value, stated)) }
            }
            td role="cell" { (definition(check.rule).title) }
            td.words role="cell" {
                p { (spelled::explanation(check, lookup)) }
                @if let Some(formula) = &check.formula { p.formula { bdi { (formula) } } }
            }
            td role="cell" { @if let Some(picture) = picture::picture(check, lookup) { (picture) } }
        }
    }
}

/// A table that becomes a list of cards on a phone, each cell under the head of its column.
fn cards(class: &str, columns: &[(&str, Option<&str>)], rows: &Markup) -> Markup {
    html! {
        div.scroll {
            table.cards.(class) role="table" aria-labelledby={ (class) "-head" } {
                (heads(columns))
                tbody role="rowgroup" { (rows) }
            }
        }
    }
}

/// A cell of such a table. What is sorted by, where it is not the words, is the key.
fn cell(column: &str, key: Option<String>, content: Markup) -> Markup {
    let class = matches!(column, "Value" | "Line" | "Named").then_some("number");
    html! { td class=[class] role="cell" data-label=(column) data-key=[key] { (content) } }
}

/// Every figure with what the article says of it.
pub(super) fn facts(lookup: &SheetLookup) -> Markup {
    let facts = &lookup.sheet.facts;
    let rare = rare(lookup);
    let columns = [
        ("Figure", Some("text")),
        ("Value", Some("number")),
        ("Unit", Some("text")),
        ("Precision", None),
        ("Read as", Some("text")),
        ("Measure", Some("text")),
        ("Whose", Some("text")),
        ("Period", Some("text")),
        ("Who says so", Some("text")),
        ("Check", Some("number")),
        ("Also", None),
        ("Line", Some("number")),
    ];
    html! {
        section #facts aria-labelledby="facts-head" {
            h2 #facts-head { "Figures " small { (facts.len()) } }
            @if facts.is_empty() {
                p.none { "No amounts, percentages or quantities were found." }
            } @else {
                div.search {
                    label { "Search " input type="search" id="search" autocomplete="off"; } " "
                    span.hint #found role="status" {}
                }
                div class={ "sparse" @for column in &rare { " no-" (column) } } {
                    (cards("facts", &columns, &html! { @for fact in facts { (fact_row(fact, lookup)) } }))
                }
            }
        }
    }
}

fn fact_row(fact: &Fact, lookup: &SheetLookup) -> Markup {
    let read_as = [spelled::qualifier(fact.qualifier), spelled::modality(fact.modality)];
    let read_as: Vec<&str> = read_as.into_iter().flatten().collect();
    let period = fact.period.as_deref().and_then(|id| lookup.sheet.period(id));
    let state = lookup.check(&fact.id).map(|check| lookup.state(check));
    html! {
        tr id={ "row-" (fact.id) } role="row" class=[state.map(State::class)] {
            (cell("Figure", None, html! { a.ref href={ "#" (fact.id) } { bdi { (fact.text) } } }))
            (cell("Value", fact.value.or(fact.low).map(|value| value.to_string()), html! { (spelled::value(fact)) }))
            (cell("Unit", None, html! { bdi { (spelled::unit(fact)) } }))
            (cell("Precision", None, html! { (spelled::precision(fact)) }))
            (cell("Read as", None, html! { (read_as.join(", ")) }))
            (cell("Measure", None, words(fact.measure.as_deref())))
            (cell("Whose", None, entity(fact.entity.as_deref(), lookup)))
            (cell("Period", period.and_then(|period| period.from).map(|day| day.to_string()), html! {
                @if let Some(period) = period {
                    a.ref href={ "#" (period.id) } { bdi { (period.text) } } " " span.where.days { (spelled::days(period)) }
                }
            }))
            (cell("Who says so", None, entity(fact.attribution.as_deref(), lookup)))
            (cell("Check", state.map(|state| (state as u8).to_string()), html! { @if let Some(state) = state { (signed(state)) } }))
            (cell("Also", None, also(fact, &read_as, lookup)))
            (cell("Line", None, html! { (wording::whereabouts(fact.part, &fact.span).unwrap_or_default().trim_start_matches("line ")) }))
        }
    }
}

/// The columns of figures that few rows fill, by their class: "Also" has what is in them, and they only stand on cards.
fn rare(lookup: &SheetLookup) -> Vec<&'static str> {
    let facts = &lookup.sheet.facts;
    let share = |filled: usize| filled * 3 < facts.len();
    let read_as =
        facts.iter().filter(|fact| spelled::qualifier(fact.qualifier).is_some() || spelled::modality(fact.modality).is_some()).count();
    let columns = [
        ("read", read_as),
        ("measure", facts.iter().filter(|fact| fact.measure.is_some()).count()),
        ("whose", facts.iter().filter(|fact| fact.entity.is_some()).count()),
        ("period", facts.iter().filter(|fact| fact.period.is_some()).count()),
        ("who", facts.iter().filter(|fact| fact.attribution.is_some()).count()),
        ("check", facts.iter().filter(|fact| lookup.check(&fact.id).is_some()).count()),
    ];
    columns.into_iter().filter(|&(_, filled)| share(filled)).map(|(column, _)| column).collect()
}

/// What stands in the columns that few rows fill.
fn also(fact: &Fact, read_as: &[&str], lookup: &SheetLookup) -> Markup {
    let state = lookup.check(&fact.id).map(|check| lookup.state(check));
    let period = fact.period.as_deref().and_then(|id| lookup.sheet.period(id));
    html! {
        @if !read_as.is_empty() { span.read { (read_as.join(", ")) } }
        @if fact.measure.is_some() { span.measure { (words(fact.measure.as_deref())) } }
        @if fact.entity.is_some() { span.whose { "of " (entity(fact.entity.as_deref(), lookup)) } }
        @if let Some(period) = period { span.period_of { bdi { (period.text) } } }
        @if fact.attribution.is_some() { span.who { "says " (entity(fact.attribution.as_deref(), lookup)) } }
        @if let Some(state) = state { span.check_of { (signed(state)) } }
    }
}

/// Words of the article; nothing where there are none.
fn words(words: Option<&str>) -> Markup {
    html! { @if let Some(words) = words.filter(|words| !words.is_empty()) { bdi { (words) } } }
}

/// The name of an entity, leading to where it is first named.
fn entity(id: Option<&str>, lookup: &SheetLookup) -> Markup {
    let entity = id.and_then(|id| lookup.sheet.entity(id));
    html! { @if let Some(entity) = entity { a.ref href={ "#" (entity.id) } { bdi { (entity.name) } } } }
}

/// People, organisations and places.
pub(super) fn names(lookup: &SheetLookup) -> Markup {
    let entities = &lookup.sheet.entities;
    let columns = [
        ("Name", Some("text")),
        ("Kind", Some("text")),
        ("Described as", Some("text")),
        ("Of", Some("text")),
        ("Also called", None),
        ("Ticker", Some("text")),
        ("Based in", Some("text")),
        ("Country", Some("text")),
        ("Named", Some("number")),
    ];
    html! {
        @if !entities.is_empty() {
            details {
                summary { h2 #names-head { "Names " small { (entities.len()) } } }
                (cards("names", &columns, &html! { @for entity in entities { (name_row(entity, lookup)) } }))
            }
        }
    }
}

fn name_row(named: &Entity, lookup: &SheetLookup) -> Markup {
    let kind = match named.kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organisation",
        EntityKind::Place => "place",
    };
    let ticker = [named.exchange.as_deref(), named.ticker.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(": ");
    html! {
        tr id={ "row-" (named.id) } role="row" {
            (cell("Name", None, html! { a.ref href={ "#" (named.id) } { bdi { (named.name) } } }))
            (cell("Kind", None, html! { (kind) }))
            (cell("Described as", None, words(Some(&named.roles.join(", ")))))
            (cell("Of", None, entity(named.organization.as_deref(), lookup)))
            (cell("Also called", None, words(Some(&named.aliases.join(", ")))))
            (cell("Ticker", None, words(Some(&ticker))))
            (cell("Based in", None, entity(named.location.as_deref(), lookup)))
            (cell("Country", None, words(named.country.as_deref())))
            (cell("Named", Some(named.mentions.len().to_string()), html! { (counted(named.mentions.len(), "time", "times")) }))
        }
    }
}

/// Dates and stretches of time.
pub(super) fn periods(lookup: &SheetLookup) -> Markup {
    let periods = &lookup.sheet.periods;
    let columns = [
        ("Period", Some("text")),
        ("From", Some("text")),
        ("To", Some("text")),
        ("Length", Some("text")),
        ("Calendar", Some("text")),
        ("Line", Some("number")),
    ];
    html! {
        @if !periods.is_empty() {
            details {
                summary { h2 #periods-head { "Periods " small { (periods.len()) } } }
                (cards("periods", &columns, &html! { @for period in periods { (period_row(period)) } }))
            }
        }
    }
}

fn period_row(period: &Period) -> Markup {
    let day = |date: Option<Date>| date.map_or("not dated".into(), spelled::date);
    let key = |date: Option<Date>| date.map(|date| date.to_string());
    html! {
        tr id={ "row-" (period.id) } role="row" {
            (cell("Period", None, html! { a.ref href={ "#" (period.id) } { bdi { (period.text) } } }))
            (cell("From", key(period.from), html! { (day(period.from)) }))
            (cell("To", key(period.to), html! { (day(period.to)) }))
            (cell("Length", None, html! { (spelled::grain(period.grain)) }))
            (cell("Calendar", None, html! { @if period.fiscal { "fiscal" } }))
            (cell("Line", None, html! { (wording::whereabouts(period.part, &period.span).unwrap_or_default().trim_start_matches("line ")) }))
        }
    }
}
