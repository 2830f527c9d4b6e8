//! The tables: checks in three states, figures, names and periods.

use maud::{Markup, html};

use super::lookup::{Lookup, State};
use super::{counted, picture, prose};
use crate::sheet::{Check, EntityKind, Fact};

/// A table's heads; those with a sort order can be sorted by.
fn heads(names: &[(&str, Option<&str>)]) -> Markup {
    html! {
        thead { tr role="row" {
            @for (name, order) in names { th scope="col" role="columnheader" data-sort=[*order] { (name) } }
        } }
    }
}

/// What was recomputed.
pub fn checks(lookup: &Lookup) -> Markup {
    let checks = &lookup.sheet.checks;
    let mut in_order: Vec<&Check> = checks.iter().collect();
    in_order.sort_by_key(|check| lookup.state(check));
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
                    tbody role="rowgroup" { @for check in in_order { (check_row(check, lookup)) } }
                }
            }
        }
    }
}

/// A state with its sign.
fn signed(state: State) -> Markup {
    html! { span.sign aria-hidden="true" { (state.sign()) } " " (state.words()) }
}

fn check_row(check: &Check, lookup: &Lookup) -> Markup {
    let state = lookup.state(check);
    let stated = lookup.sheet.fact(&check.stated);
    html! {
        tr.(state.class()) role="row" data-stated=(check.stated) {
            td.result role="cell" data-key=(state as u8) { (signed(state)) }
            td.number role="cell" data-key=[stated.and_then(|fact| fact.value)] { (lookup.link(&check.stated, "stated")) }
            td.number role="cell" data-key=[check.computed.map(|computed| computed.value)] {
                @if let (Some(computed), Some(stated)) = (check.computed, stated) { (prose::computed(computed.value, stated)) }
            }
            td role="cell" { (prose::rule(&check.rule)) }
            td.words role="cell" {
                p { (prose::explanation(check, lookup)) }
                @if let Some(formula) = &check.formula { p.formula { bdi { (formula) } } }
            }
            td role="cell" { @if let Some(picture) = picture::picture(check, lookup) { (picture) } }
        }
    }
}

/// Every figure with what the article says of it.
pub fn facts(lookup: &Lookup) -> Markup {
    let facts = &lookup.sheet.facts;
    html! {
        section #facts aria-labelledby="facts-head" {
            h2 #facts-head { "Figures " small { (facts.len()) } }
            @if facts.is_empty() {
                p.none { "No amounts, percentages or quantities were found." }
            } @else {
                div.scroll role="region" aria-labelledby="facts-head" tabindex="0" {
                    table.facts {
                        (heads(&[
                            ("Figure", Some("text")), ("Value", Some("number")), ("Unit", Some("text")), ("Precision", None),
                            ("Read as", Some("text")), ("Measure", Some("text")), ("Whose", Some("text")), ("Period", Some("text")),
                            ("Who says so", Some("text")), ("Check", Some("number")), ("Line", Some("number")),
                        ]))
                        tbody { @for fact in facts { (fact_row(fact, lookup)) } }
                    }
                }
            }
        }
    }
}

fn fact_row(fact: &Fact, lookup: &Lookup) -> Markup {
    let read_as = [prose::qualifier(fact.qualifier), prose::modality(fact.modality)];
    let read_as: Vec<&str> = read_as.into_iter().flatten().collect();
    let name = |id: &Option<String>| {
        let entity = id.as_deref().and_then(|id| lookup.sheet.entity(id));
        html! { @if let Some(entity) = entity { a.ref href={ "#" (entity.id) } { bdi { (entity.name) } } } }
    };
    let period = fact.period.as_deref().and_then(|id| lookup.sheet.period(id));
    let state = lookup.check(&fact.id).map(|check| lookup.state(check));
    html! {
        tr id={ "row-" (fact.id) } {
            td { a.ref href={ "#" (fact.id) } { bdi { (fact.text) } } }
            td.number data-key=[fact.value.or(fact.low)] { (prose::value(fact)) }
            td { bdi { (prose::unit(fact)) } }
            td.number { (prose::precision(fact)) }
            td { (read_as.join(", ")) }
            td { bdi { (fact.measure.as_deref().unwrap_or_default()) } }
            td { (name(&fact.entity)) }
            td data-key=[period.and_then(|period| period.from.as_deref())] {
                @if let Some(period) = period {
                    a.ref href={ "#" (period.id) } { bdi { (period.text) } } " " span.where.days { (prose::days(period)) }
                }
            }
            td { (name(&fact.attribution)) }
            td.(state.map(State::class).unwrap_or_default()) data-key=[state.map(|state| state as u8)] {
                @if let Some(state) = state { (signed(state)) }
            }
            td.number { (fact.span.line) }
        }
    }
}

/// People, organisations and places.
pub fn names(lookup: &Lookup) -> Markup {
    let entities = &lookup.sheet.entities;
    html! {
        @if !entities.is_empty() {
            details {
                summary { h2 { "Names " small { (entities.len()) } } }
                div.scroll role="region" aria-label="Names" tabindex="0" {
                    table {
                        (heads(&[
                            ("Name", Some("text")), ("Kind", Some("text")), ("Also called", None), ("Described as", Some("text")),
                            ("Named", Some("number")),
                        ]))
                        tbody {
                            @for entity in entities {
                                tr {
                                    td { a.ref href={ "#" (entity.id) } { bdi { (entity.name) } } }
                                    td {
                                        @match entity.kind {
                                            EntityKind::Person => "person",
                                            EntityKind::Organization => "organisation",
                                            EntityKind::Place => "place",
                                        }
                                    }
                                    td { bdi { (entity.aliases.join(", ")) } }
                                    td { bdi { (entity.roles.join(", ")) } }
                                    td.number data-key=(entity.mentions.len()) { (counted(entity.mentions.len(), "time", "times")) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Dates and stretches of time.
pub fn periods(lookup: &Lookup) -> Markup {
    let periods = &lookup.sheet.periods;
    html! {
        @if !periods.is_empty() {
            details {
                summary { h2 { "Periods " small { (periods.len()) } } }
                div.scroll role="region" aria-label="Periods" tabindex="0" {
                    table {
                        (heads(&[("Period", Some("text")), ("Days", Some("text")), ("Length", Some("text")), ("Line", Some("number"))]))
                        tbody {
                            @for period in periods {
                                tr {
                                    td { a.ref href={ "#" (period.id) } { bdi { (period.text) } } }
                                    td data-key=[period.from.as_deref()] { (prose::days(period)) }
                                    td { (prose::grain(period.grain)) }
                                    td.number { (period.span.line) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
