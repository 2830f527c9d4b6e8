//! What a page says about its article beside the text: JSON-LD, meta tags, `<time>`, `<title>`.

use dom_query::Document;
use jiff::civil::Date;
use serde_json::Value;

use crate::read::dates;

/// What a page says about its article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// The day of publication.
    pub date: Option<Date>,
    /// The text as JSON-LD gives it.
    pub body: Option<String>,
}

/// Levels of JSON-LD that are searched.
const DEEPEST: usize = 8;

/// Reads what the page says.
pub(super) fn of(page: &Document) -> Metadata {
    let mut found = Metadata::default();
    for script in page.select("script[type='application/ld+json']").nodes() {
        let text = script.text();
        let json = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        if let Ok(value) = serde_json::from_str::<Value>(json) {
            linked_data(&value, 0, &mut found);
        }
    }
    if found.title.is_none() {
        found.title = title(page);
    }
    if found.date.is_none() {
        found.date = date(page);
    }
    found
}

/// Takes headline, date and text from the first object that is an article (schema.org `Article` and what derives from it).
fn linked_data(value: &Value, depth: usize, found: &mut Metadata) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| linked_data(value, depth + 1, found)),
        Value::Object(object) => {
            let types = object.get("@type");
            let is_article =
                |name: &Value| name.as_str().is_some_and(|name| name.contains("Article") || name.ends_with("Posting") || name == "Report");
            if types.is_some_and(|types| is_article(types) || types.as_array().is_some_and(|types| types.iter().any(is_article))) {
                let text = |key: &str| object.get(key).and_then(Value::as_str).map(unescape).filter(|text| !text.is_empty());
                found.title = found.title.take().or_else(|| text("headline")).or_else(|| text("name"));
                found.date = found.date.or_else(|| text("datePublished").and_then(|date| dates::read(&date)));
                found.body = found.body.take().or_else(|| text("articleBody"));
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(value) = object.get(key) {
                    linked_data(value, depth + 1, found);
                }
            }
        }
        _ => {}
    }
}

/// JSON-LD is often escaped once more as HTML.
fn unescape(text: &str) -> String {
    let text = if text.contains('&') { Document::from(text).text().to_string() } else { text.to_string() };
    text.trim().to_string()
}

/// The headline of the page: its only `<h1>`, then what it offers for sharing, then `<title>` without the name of the site.
fn title(page: &Document) -> Option<String> {
    let shared = meta(page, &["og:title", "twitter:title", "dc.title", "dcterms.title"]);
    let headings = page.select("h1");
    let heading = headings.nodes().first().filter(|_| headings.length() == 1).map(|heading| squeeze(&heading.text()));
    let written = squeeze(&page.select_single("title").text());
    heading.filter(|heading| !heading.is_empty() && (written.contains(heading) || shared.is_none())).or(shared).or_else(|| {
        let bare = without_site(&written);
        (!bare.is_empty()).then(|| bare.trim().to_string())
    })
}

/// A title without the name of the site after a bar or a dash.
fn without_site(title: &str) -> &str {
    let words = |text: &str| text.split_whitespace().count();
    let bar = [" | ", " :: ", " » "].iter().filter_map(|separator| title.rfind(separator)).max();
    // A dash may also stand in a headline: the name of a site is short.
    let dash = [" - ", " – ", " — "]
        .iter()
        .filter_map(|separator| title.rfind(separator))
        .max()
        .filter(|&cut| words(&title[..cut]) >= 3 && words(&title[cut..]) <= 5);
    match bar.or(dash) {
        Some(cut) if cut > 0 => &title[..cut],
        _ => title,
    }
}

fn date(page: &Document) -> Option<Date> {
    const NAMES: &[&str] = words!(
        "article:published_time|og:article:published_time|datepublished|date|pubdate|publishdate|publish-date|publication_date|dc.date|\
        dc.date.issued|dcterms.created|dcterms.date|dcterms.issued|sailthru.date|parsely-pub-date|article.published|\
        citation_publication_date"
    );
    let stated = meta(page, NAMES).and_then(|date| dates::read(&date));
    stated.or_else(|| {
        let times = page.select("time[itemprop=datePublished], article time, header time, main time, time");
        times.nodes().iter().take(20).find_map(|time| dates::read(&time.attr("datetime").unwrap_or_else(|| time.text())))
    })
}

/// The content of the first meta tag of these names, in the order of the names.
fn meta(page: &Document, names: &[&str]) -> Option<String> {
    let tags = page.select("meta[content]");
    names.iter().find_map(|name| {
        tags.nodes().iter().find_map(|tag| {
            let named =
                ["property", "name", "itemprop"].iter().any(|key| tag.attr(key).is_some_and(|value| value.eq_ignore_ascii_case(name)));
            tag.attr("content").filter(|_| named).map(|content| squeeze(&content)).filter(|content| !content.is_empty())
        })
    })
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The character set that a page or a feed declares: `<meta charset>`, `http-equiv` or its XML declaration, in the first kilobytes.
pub fn charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let declaration = head.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).and_then(|(inner, _)| value(inner, "encoding"));
    declaration.or_else(|| head.match_indices("<meta").find_map(|(at, _)| value(head[at..].split('>').next()?, "charset")))
}

fn value(tag: &str, key: &str) -> Option<String> {
    let (_, rest) = tag.split_once(key)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start_matches(['"', '\'', ' ']);
    let end = rest.find(['"', '\'', ' ', ';', '/', '>']).unwrap_or(rest.len());
    (end > 0).then(|| rest[..end].to_string())
}
