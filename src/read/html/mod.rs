//! Web pages: the article without navigation and advertising, its title and its date.
//!
//! What the article is, is told by Mozilla's Readability in the port `dom_smoothie`; a page that is too short for it is read whole but
//! for navigation, header and footer. Title and date come from JSON-LD (schema.org `headline`, `datePublished`), then from meta tags,
//! `<time>` and `<title>`. The text is what the page shows as its article, with or without its
//! heading: the analysis reads the title before a text that does not open with it.

mod flow;
mod furniture;
mod metadata;
mod named;
mod scan;

pub use metadata::charset as declared_charset;

use dom_query::{Document, NodeData, NodeRef};
use dom_smoothie::{Config, Readability};

use super::sandbox::{self, Refusal};
use super::{Format, Problem, Raw, ReadFile, encoding, places};
use crate::article::{Article, Origin};
use crate::text::Grid;

/// Web pages.
pub static FORMAT: Format =
    Format { name: "HTML", extensions: &["html", "htm", "xhtml"], recognises, by_line: false, longest: 8 << 20, read };

/// Characters below which Readability's choice is compared with the whole page.
const SHORT: usize = 600;

/// A page starts with its document type or its outermost elements, after comments and an XML declaration.
fn recognises(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let mut rest = head.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start();
    loop {
        let skipped = if rest.starts_with("<!--") {
            rest.split_once("-->")
        } else {
            rest.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"))
        };
        match skipped {
            Some((_, after)) => rest = after.trim_start(),
            None => break,
        }
    }
    ["<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article"].iter().any(|start| rest.starts_with(start))
}

fn read(raw: &Raw) -> Result<ReadFile, Problem> {
    let decoded = encoding::decode(&raw.bytes, metadata::charset(&raw.bytes).as_deref())
        .map_err(|what| raw.problem(what).advise("give the page as its server sends it"))?;
    let page = Raw { source: raw.source.clone(), line: None, bytes: decoded.text.into_bytes(), format: raw.format };
    let found = sandbox::run(&page, sandbox::TIME_LIMIT, |html| article(&String::from_utf8_lossy(html)))?;
    let warnings = decoded.warning.map(|warning| raw.problem(warning).advise("convert it to UTF-8 if that is wrong")).into_iter().collect();
    Ok(ReadFile { articles: vec![Article { source: raw.source.clone(), ..found }], warnings })
}

/// The article of a page.
pub fn article(html: &str) -> Result<Article, Refusal> {
    scan::check(html)?;
    let page = parse(html);
    let facts = metadata::of(&page);
    let (mut body, tables) = main_part(html, &page, facts.date.is_some());
    if body.trim().is_empty() {
        body = facts.body.unwrap_or_default();
    }
    if body.trim().is_empty() {
        return Err(Refusal::new("the page has no text", "open it in a browser and save it there, if it is written by a script"));
    }
    let title = facts.title.filter(|title| !title.is_empty());
    let origin = Origin::Words(places::anchors(&body, html, false));
    Ok(Article { text: body, title, date: facts.date, tables, origin, ..Article::default() })
}

/// The text of a piece of HTML that is nothing but the article: of a mail or of a feed.
pub fn fragment(html: &str) -> Result<String, Refusal> {
    scan::check(html)?;
    Ok(flow::of(&parse(html).root()))
}

/// The tree of a page. A remark to this program, `<!-- newsfacts: ignore -->`, becomes text where it stands, so that it stays.
fn parse(html: &str) -> Document {
    let page = Document::from(html);
    if !html.contains("newsfacts:") {
        return page;
    }
    let remarks: Vec<_> = page.root().descendants_it().filter_map(|node| Some((remark(&node)?, node))).collect();
    for (remark, comment) in remarks.into_iter().rev() {
        let text = page.tree.new_text(remark);
        match page.body().filter(|body| !comment.ancestors_it(None).any(|above| above.id == body.id)) {
            Some(body) => body.prepend_child(&text),
            None => comment.insert_before(&text),
        }
    }
    page
}

/// The remark that a comment is.
fn remark(node: &NodeRef) -> Option<String> {
    let comment = node.query(|node| match &node.data {
        NodeData::Comment { contents } if contents.trim_start().starts_with("newsfacts:") => Some(contents.trim().to_string()),
        _ => None,
    })??;
    Some(format!("<!-- {comment} -->"))
}

/// `body` under its title, unless its first line is that.
pub fn titled(title: Option<&str>, body: String) -> String {
    let letters =
        |text: &str| text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let first = letters(body.trim_start().lines().next().unwrap_or_default());
    match title.filter(|title| letters(title) != first) {
        Some(title) if body.is_empty() => title.to_string(),
        Some(title) => format!("{title}\n\n{body}"),
        None => body,
    }
}

/// The text of the article proper. `dated`: the page says elsewhere when it was made.
fn main_part(html: &str, page: &Document, dated: bool) -> (String, Vec<Grid>) {
    let config = Config { keep_classes: true, ..Config::default() };
    let chosen = Readability::with_document(parse(html), None, Some(config))
        .ok()
        .and_then(|mut readability| readability.parse().ok())
        .map(|article| {
            let part = Document::from(article.content.to_string());
            named::remove(&part, dated);
            furniture::remove(&part, dated);
            flow::with_tables(&part.root())
        })
        .unwrap_or_default();
    if chosen.0.chars().count() >= SHORT {
        return chosen;
    }
    // Readability wants 500 characters, and may drop the better half of a short release.
    for furniture in ["nav", "body > header", "body > footer", "aside", "form", "[role=navigation]", "[role=banner]", "[role=contentinfo]"]
    {
        page.select(furniture).remove();
    }
    named::remove(page, dated);
    furniture::remove(page, dated);
    // An element of that name without text holds marks for machines only.
    let has_text = |part: &NodeRef| !part.text().trim().is_empty();
    let names = ["article", "main", "[role=main]", "[itemprop=articleBody]"];
    let part = names.iter().find_map(|name| page.select_single(name).nodes().first().copied().filter(has_text));
    let whole = match part {
        Some(node) => flow::with_tables(&node),
        None => flow::with_tables(&page.root()),
    };
    // A page that is mostly something else keeps what Readability chose.
    if whole.0.chars().count() > 4 * SHORT && chosen.0.chars().count() > SHORT / 3 { chosen } else { whole }
}

#[cfg(test)]
mod tests;
