//! The index page of several reports: totals, and the articles with the most wrong, then the most doubtful figures first.

use maud::{Markup, html};

use super::lookup::{SheetLookup, State};
use super::spelled::counted;
use super::{finding, frame, title};
use crate::render::Analysis;

/// What the index says of one article.
pub struct ArticleEntry {
    /// File name of its page, beside the index.
    file: String,
    title: String,
    figures: usize,
    wrong: usize,
    doubtful: usize,
    right: usize,
    unchecked: usize,
    /// Its wrong figures and then the doubtful ones, each in one line.
    findings: Vec<Markup>,
}

impl ArticleEntry {
    /// The entry of an article whose page is that file.
    pub fn new(file: impl Into<String>, analysis: &Analysis) -> Self {
        let file = file.into();
        let lookup = SheetLookup::new(analysis);
        let [wrong, doubtful] = [State::Wrong, State::Doubtful]
            .map(|state| lookup.figures(state).map(|(fact, check)| finding(fact, check, &file)).collect::<Vec<Markup>>());
        ArticleEntry {
            title: title(analysis),
            figures: lookup.sheet.facts.len(),
            wrong: wrong.len(),
            doubtful: doubtful.len(),
            right: lookup.count(State::Right),
            unchecked: lookup.count(State::Open),
            findings: wrong.into_iter().chain(doubtful).collect(),
            file,
        }
    }
}

/// The index page. Articles with as many wrong and doubtful figures keep their order.
pub fn index(mut entries: Vec<ArticleEntry>) -> String {
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.wrong, entry.doubtful)));
    let total = |count: fn(&ArticleEntry) -> usize| entries.iter().map(count).sum::<usize>();
    let (wrong, articles) = (total(|entry| entry.wrong), counted(entries.len(), "article", "articles"));
    let affected = entries.iter().filter(|entry| entry.wrong > 0).count();
    let (doubtful, right, unchecked) = (total(|entry| entry.doubtful), total(|entry| entry.right), total(|entry| entry.unchecked));
    let (class, sign, headline) = match (wrong, right) {
        (0, _) if doubtful == 1 => ("doubtful", "?", "One figure may not add up".into()),
        (0, _) if doubtful > 1 => ("doubtful", "?", format!("{doubtful} figures may not add up")),
        (0, 0) => ("open", "○", "No figure could be checked".into()),
        (0, _) => ("right", "✓", "Every figure that could be checked adds up".into()),
        (1, _) => ("wrong", "✗", "One figure does not add up".into()),
        _ => ("wrong", "✗", format!("{wrong} figures in {} do not add up", counted(affected, "article", "articles"))),
    };
    let body = html! {
        header.masthead {
            p.source { "Figures report" }
            h1 { (articles) }
            section.verdict.(class) aria-label="Verdict" {
                p.headline { span.sign aria-hidden="true" { (sign) } " " (headline) }
                p.counts {
                    @for (state, count) in [(State::Wrong, wrong), (State::Doubtful, doubtful), (State::Right, right), (State::Open, unchecked)] {
                        span.count { span.sign aria-hidden="true" { (state.sign()) } " " (state.words()) " " b { (count) } } " "
                    }
                }
                p.counts { (counted(total(|entry| entry.figures), "figure was", "figures were")) " read." }
            }
        }
        main { section aria-label="Articles" { (table(&entries)) } }
        (frame::footer())
    };
    frame::page(&articles, body)
}

fn table(entries: &[ArticleEntry]) -> Markup {
    html! {
        table.index role="table" {
            thead { tr role="row" {
                th scope="col" role="columnheader" data-sort="text" { "Article" }
                th scope="col" role="columnheader" data-sort="number" { "Do not add up" }
                th scope="col" role="columnheader" data-sort="number" { "May not add up" }
                th scope="col" role="columnheader" data-sort="number" { "Add up" }
                th scope="col" role="columnheader" data-sort="number" { "Not checked" }
                th scope="col" role="columnheader" data-sort="number" { "Figures" }
            } }
            tbody role="rowgroup" {
                @for entry in entries {
                    tr role="row" {
                        td role="cell" data-key=(entry.title) {
                            a.title href=(entry.file) dir="auto" { (entry.title) }
                            @if !entry.findings.is_empty() { ul.findings { @for finding in &entry.findings { li { (finding) } } } }
                        }
                        td.number role="cell" data-label="do not add up" data-key=(entry.wrong) {
                            @if entry.wrong > 0 { b.wrong { "✗\u{A0}" (entry.wrong) } } @else { "0" }
                        }
                        td.number role="cell" data-label="may not add up" data-key=(entry.doubtful) {
                            @if entry.doubtful > 0 { b.doubtful { "?\u{A0}" (entry.doubtful) } } @else { "0" }
                        }
                        td.number role="cell" data-label="add up" { (entry.right) }
                        td.number role="cell" data-label="not checked" { (entry.unchecked) }
                        td.number role="cell" data-label="figures" { (entry.figures) }
                    }
                }
            }
        }
    }
}
