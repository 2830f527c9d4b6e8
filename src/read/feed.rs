//! RSS and Atom feeds: one article for each entry.
//!
//! RSS 0.9 to 2.0 (`item`: title, `content:encoded` or description, `pubDate` or `dc:date`, guid or link) and Atom 1.0 (RFC 4287;
//! `entry`: title, content or summary, published or updated, id). The longest of the texts of an entry is the article's.

use quick_xml::events::Event;

use super::sandbox::{self, Refusal};
use super::{Format, Problem, Raw, ReadFile, dates, encoding, html, places, xml};
use crate::article::{Article, Origin};

/// Feeds.
pub static FORMAT: Format =
    Format { name: "feed", extensions: &["rss", "atom", "rdf"], recognises, by_line: false, longest: super::LONGEST_ARTICLE, read };

/// Entries that are read; a feed has some dozens.
const MOST_ENTRIES: usize = 10_000;

/// The outermost element, after declaration, comments and style sheets.
fn recognises(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&head[..head.len().min(2048)]).to_ascii_lowercase();
    ["<rss", "<feed", "<rdf:rdf"].iter().any(|start| head.contains(start))
        && !head.contains("<html")
        && head.trim_start_matches('\u{feff}').trim_start().starts_with('<')
}

fn read(raw: &Raw) -> Result<ReadFile, Problem> {
    let declared = html::declared_charset(&raw.bytes);
    let decoded = encoding::decode(&raw.bytes, declared.as_deref())
        .map_err(|what| raw.problem(what).advise("give the feed as its server sends it"))?;
    let feed = Raw { source: raw.source.clone(), line: None, bytes: decoded.text.into_bytes(), format: raw.format };
    let articles = sandbox::run(&feed, sandbox::TIME_LIMIT, |bytes| articles(&String::from_utf8_lossy(bytes)))?;
    let articles = articles.into_iter().map(|article| Article { source: raw.source.clone(), ..article }).collect();
    let warnings = decoded.warning.map(|warning| raw.problem(warning).advise("convert it to UTF-8 if that is wrong")).into_iter().collect();
    Ok(ReadFile { articles, warnings })
}

/// What an entry says, as it is written.
#[derive(Default)]
struct FeedEntry {
    title: String,
    id: String,
    link: String,
    published: String,
    updated: String,
    body: String,
}

/// The articles of a feed, in its order.
pub fn articles(source: &str) -> Result<Vec<Article>, Refusal> {
    let mut reader = xml::reader(source);
    let mut articles = Vec::new();
    let mut entry: Option<FeedEntry> = None;
    let mut element = String::new();
    let mut value = String::new();
    let mut depth = 0usize;
    let mut before = BeforeEntry::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                let name = xml::local_name(start.name());
                if entry.is_none() {
                    entry = matches!(name.as_str(), "item" | "entry").then(FeedEntry::default);
                    before.go_on(source, place_of(&reader));
                } else if depth == 0 {
                    (element, depth) = (name, 1);
                    value.clear();
                } else {
                    // Atom may carry XHTML as elements.
                    depth += 1;
                    value.push_str(&format!("<{name}>"));
                }
            }
            Ok(Event::Empty(start)) if entry.is_some() => {
                let name = xml::local_name(start.name());
                if depth > 0 {
                    value.push_str(&format!("<{name}>"));
                } else if let Some(entry) = entry.as_mut().filter(|entry| name == "link" && entry.link.is_empty()) {
                    entry.link = xml::attribute(&start, "href").unwrap_or_default();
                }
            }
            Ok(Event::Text(text)) if depth > 0 => value.push_str(&xml::text(&text)),
            Ok(Event::CData(text)) if depth > 0 => value.push_str(&text),
            Ok(Event::GeneralRef(reference)) if depth > 0 => value.push_str(&xml::entity(&reference)),
            Ok(Event::End(_)) if depth > 1 => depth -= 1,
            Ok(Event::End(_)) if depth == 1 => {
                depth = 0;
                if let Some(entry) = &mut entry {
                    entry.take(&element, std::mem::take(&mut value));
                }
            }
            Ok(Event::End(_)) => {
                if let Some(mut article) = entry.take().map(FeedEntry::article).transpose()?.flatten() {
                    let written = &source[before.bytes..place_of(&reader)];
                    article.origin = Origin::Words(places::anchors_from((before.lines, before.columns), &article.text, written));
                    articles.push(article);
                }
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => return Err(Refusal::new(format!("the feed is no well-formed XML: {error}"), "fetch it again")),
        }
        if articles.len() > MOST_ENTRIES {
            return Err(Refusal::new("the feed has more than 10,000 entries", "split it"));
        }
    }
    if articles.is_empty() {
        return Err(Refusal::new("the feed has no entry with a text", "give the articles themselves"));
    }
    Ok(articles)
}

/// What stands before the last entry of a feed.
#[derive(Default)]
struct BeforeEntry {
    bytes: usize,
    lines: usize,
    /// Characters before it on its line.
    columns: usize,
}

impl BeforeEntry {
    fn go_on(&mut self, source: &str, entry: usize) {
        let between = &source[self.bytes..entry];
        let line = between.rfind('\n').map(|end| &between[end + 1..]);
        self.columns = line.map_or(self.columns, |_| 0) + line.unwrap_or(between).chars().count();
        self.lines += between.matches('\n').count();
        self.bytes = entry;
    }
}

/// How many bytes were read.
fn place_of(reader: &quick_xml::Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

impl FeedEntry {
    fn take(&mut self, element: &str, value: String) {
        match element {
            "title" => self.title = value,
            "guid" | "id" => self.id = value,
            "link" => self.link = value,
            "pubDate" | "published" | "date" | "issued" => self.published = value,
            "updated" | "modified" => self.updated = value,
            // Descriptions shorten the content.
            "encoded" | "description" | "content" | "summary" if value.len() > self.body.len() => self.body = value,
            _ => {}
        }
    }

    fn article(self) -> Result<Option<Article>, Refusal> {
        let title = html::fragment(&self.title)?.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = Some(title).filter(|title| !title.is_empty());
        let text = html::titled(title.as_deref(), html::fragment(&self.body)?);
        if text.is_empty() {
            return Ok(None);
        }
        let id = [self.id, self.link].into_iter().map(|id| id.trim().to_string()).find(|id| !id.is_empty());
        let date = dates::read(&self.published).or_else(|| dates::read(&self.updated));
        Ok(Some(Article { text, title, date, id, ..Article::default() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rss() {
        let feed = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
            <item><title>Profit &amp; sales up</title><link>https://a.example/1</link><pubDate>Mon, 10 Feb 2025 08:00:00 GMT</pubDate>
            <description>Profit rose &lt;b&gt;5%&lt;/b&gt; to &#163;5m.</description></item>
            <item><title>Costs</title><guid>g2</guid><description>Short.</description>
            <content:encoded><![CDATA[<p>Costs fell 3%.</p><p>To $2m.</p>]]></content:encoded></item></channel></rss>"#;
        let articles = articles(feed).expect("a feed");
        assert_eq!(articles.len(), 2);
        assert_eq!((articles[0].title.as_deref(), articles[0].date), (Some("Profit & sales up"), Some(jiff::civil::date(2025, 2, 10))));
        assert_eq!(articles[0].text, "Profit & sales up\n\nProfit rose 5% to £5m.");
        assert_eq!((articles[0].id.as_deref(), articles[1].id.as_deref()), (Some("https://a.example/1"), Some("g2")));
        assert_eq!(articles[1].text, "Costs\n\nCosts fell 3%.\n\nTo $2m.");
    }

    #[test]
    fn atom() {
        let feed = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>Profit up</title><id>tag:1</id>
            <link href="https://a.example/1"/><updated>2025-02-11T00:00:00Z</updated><published>2025-02-10T23:00:00-05:00</published>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Profit rose 5%.</p><p>Sales<br/>fell.</p></div></content></entry></feed>"#;
        let articles = articles(feed).expect("a feed");
        assert_eq!(articles[0].text, "Profit up\n\nProfit rose 5%.\n\nSales\nfell.");
        assert_eq!((articles[0].id.as_deref(), articles[0].date), (Some("tag:1"), Some(jiff::civil::date(2025, 2, 10))));
    }

    #[test]
    fn what_is_no_feed_says_so() {
        assert!(articles("<rss><channel></channel></rss>").expect_err("empty").what.contains("no entry"));
        assert!(articles("").expect_err("empty").what.contains("no entry"));
        assert!(articles(&format!("<rss><item><title>{}", "<a>".repeat(200_000))).is_err());
    }
}
