//! The report: one self-contained page for an article, and an index page for several.
//!
//! A page asks for nothing: its content security policy forbids the network and every script and style but its own, which it names
//! by their hashes. What comes from the article is escaped. The page reads well without its script, which adds the panel that
//! describes a selected figure and the sorting of tables.

mod frame;
mod index;
mod live;
mod lookup;
mod marked;
mod marks;
mod picture;
mod spelled;
mod tables;

#[cfg(test)]
mod tests;

use maud::{Markup, html};

pub use index::{ArticleEntry, index};
pub use live::{figures, live};

use super::{Analysis, wording};
use crate::check::definition;
use crate::sheet::{Check, Fact, FactSheet};
use lookup::{SheetLookup, State};
use spelled::counted;

/// The page that shows an article with what was found and recomputed in it.
pub fn report(analysis: &Analysis) -> String {
    let lookup = SheetLookup::new(analysis);
    let sheet = lookup.sheet;
    let title = title(analysis);
    let body = html! {
        a.skip href="#checks" { "Skip to the checks" }
        header.masthead {
            p.source { (source(sheet, &title)) }
            h1 dir="auto" { (title) }
            (verdict(&lookup))
        }
        main {
            div.desk {
                (marked::section(&analysis.article, &lookup))
                aside #detail aria-label="Selection" aria-live="polite" hidden {
                    p.hint { "Select a figure in the article to see what it stands for and how it was checked; a period or a name to see what is known of it." }
                }
            }
            (tables::checks(&lookup))
            (tables::facts(&lookup))
            (tables::names(&lookup))
            (tables::periods(&lookup))
        }
        (frame::footer())
    };
    frame::page(&title, body)
}

/// The longest line that is taken for a headline, in characters.
const LONGEST_HEADLINE: usize = 160;

/// Lines above a headline that only say what the text is.
const KINDS: &[&str] =
    words!("news release|press release|media release|earnings release|for immediate release|press statement|media statement|news");

/// The title of the article; without one its first line where that is a headline, else the beginning of its text.
fn title(analysis: &Analysis) -> String {
    let known = analysis.sheet.document.title.as_deref().filter(|title| !title.trim().is_empty());
    let is_kind = |line: &str| KINDS.contains(&line.trim_end_matches([':', '.']).to_lowercase().as_str());
    let mut lines = analysis.article.text.lines().map(str::trim).filter(|line| line.chars().any(char::is_alphanumeric) && !is_kind(line));
    let (first, more) = (lines.next().unwrap_or_default(), lines.next().is_some());
    let is_headline = more && first.chars().count() <= LONGEST_HEADLINE && !first.ends_with('.');
    match known {
        Some(title) => title.into(),
        None if first.is_empty() => named(&analysis.sheet),
        None if is_headline => first.trim_start_matches(['#', '•', ' ']).into(),
        None => beginning(first),
    }
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    const LENGTH: usize = 80;
    let mut end = text.len();
    for (at, _) in text.char_indices().skip(LENGTH).take(1) {
        end = text[..at].rfind(' ').unwrap_or(at);
    }
    format!("{}{}", text[..end].trim_end_matches([',', ';', ':', '-', '–', ' ']), if end < text.len() { " …" } else { "" })
}

/// What names the article beside its text: its id, else its file.
fn named(sheet: &FactSheet) -> String {
    let document = &sheet.document;
    match &document.id {
        Some(id) => id.clone(),
        None if document.source == "-" => "Article from standard input".into(),
        None => file_name(&document.source).into(),
    }
}

/// The last part of a path, whichever system it is from.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(path)
}

/// Where the article comes from and what day its periods count from.
fn source(sheet: &FactSheet, title: &str) -> Markup {
    let document = &sheet.document;
    html! {
        "Figures report"
        @if document.source != "-" && document.source != title { " · " bdi { (document.source) } }
        @if let Some(id) = document.id.as_deref().filter(|id| *id != title) { " · " bdi { (id) } }
        @if let Some(place) = document.dateline.as_ref().and_then(|dateline| dateline.place.as_ref()) { " · " bdi { (place) } }
        @if let Some(date) = document.reference_date { " · dates read as of " (spelled::date(date)) }
    }
}

/// The verdict on the article as a whole, and the figures that do not add up or may not.
fn verdict(lookup: &SheetLookup) -> Markup {
    let [wrong, doubtful] = [State::Wrong, State::Doubtful].map(|state| lookup.figures(state).collect::<Vec<_>>());
    let (right, unchecked) = (lookup.count(State::Right), lookup.count(State::Open));
    let (class, sign, headline) = match (wrong.len(), right) {
        (1, _) => ("wrong", "✗", "One figure does not add up".into()),
        (0, _) if doubtful.len() == 1 => ("doubtful", "?", "One figure may not add up".into()),
        (0, _) if !doubtful.is_empty() => ("doubtful", "?", format!("{} figures may not add up", doubtful.len())),
        (0, 0) if lookup.sheet.facts.is_empty() => ("open", "○", "No figures were found".into()),
        (0, 0) if unchecked > 0 => ("open", "○", "No figure could be checked".into()),
        (0, 0) => ("open", "○", "Nothing to recompute: no figure is stated to follow from others".into()),
        (0, _) => ("right", "✓", "Every figure that could be checked adds up".into()),
        (count, _) => ("wrong", "✗", format!("{count} figures do not add up")),
    };
    let sheet = lookup.sheet;
    html! {
        section.verdict.(class) aria-label="Verdict" {
            p.headline { span.sign aria-hidden="true" { (sign) } " " (headline) }
            p.counts {
                @for (state, count) in lookup.states() {
                    span.count { span.sign aria-hidden="true" { (state.sign()) } " " (state.words()) " " b { (count) } } " "
                }
            }
            p.counts {
                (counted(sheet.facts.len(), "figure", "figures")) ", "
                (counted(sheet.periods.len(), "period", "periods")) " and "
                (counted(sheet.entities.len(), "name", "names")) " were read."
            }
            @if !wrong.is_empty() || !doubtful.is_empty() {
                ul.findings { @for (fact, check) in wrong.into_iter().chain(doubtful) { li { (finding(fact, check, "")) } } }
            }
        }
    }
}

/// A figure that does not add up in one line: what it is, what would fit, how sure that is, where it stands in the page at `href`.
fn finding(fact: &Fact, check: &Check, href: &str) -> Markup {
    html! {
        @let class = if check.is_warning() { State::Doubtful.class() } else { State::Wrong.class() };
        a.ref href={ (href) "#" (fact.id) } { b.(class) { bdi { (fact.text) } } }
        @if let Some(suggestion) = &check.suggestion { ": " b { bdi { (suggestion) } } " would fit" }
        @else if let Some(computed) = check.computed { ": computed " b { (spelled::computed(computed.value, fact)) } }
        span.where { " " (wording::severity(check)) ", " (definition(check.rule).title) @if let Some(place) = wording::whereabouts(fact.part, &fact.span) { ", " (place) } }
    }
}
