//! What a page may not have, found in one scan before a parser builds a tree of it: nesting, elements or attributes without end.

use crate::read::sandbox::Refusal;

/// Open elements at a time. Browsers stop nesting at 512.
const DEEPEST: usize = 1_000;
/// Start and end tags of a page: a long news page has some 5,000.
const MOST_TAGS: usize = 120_000;
/// Bytes of a comment: a parser keeps several copies of it.
const LONGEST_COMMENT: usize = 1 << 20;
/// Bytes of a tag outside its quotes.
const LONGEST_TAG: usize = 16 << 10;

/// Elements that have no end tag.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "!doctype"];
/// Elements that the next of their kind closes, so that their end tags may be missing.
const SELF_CLOSING: &[&str] = &["p", "li", "dd", "dt", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "html", "head", "body"];
/// Elements whose content is not markup.
const RAW_TEXT: &[&str] = &["script", "style", "textarea", "title", "noscript", "iframe", "xmp"];

/// Whether a parser may have the page.
pub(super) fn check(html: &str) -> Result<(), Refusal> {
    let refuse = |what: &str| Err(Refusal::new(what, "give the article's text as .txt"));
    let bytes = html.as_bytes();
    let (mut tags, mut at) = (0usize, 0usize);
    let mut open = OpenElements::default();
    while let Some(found) = html[at..].find('<') {
        at += found + 1;
        if html[at..].starts_with("!--") {
            let length = html[at..].find("-->").map_or(html.len() - at, |end| end + 3);
            if length > LONGEST_COMMENT {
                return refuse("the page has a comment of more than 1 MB");
            }
            at += length;
            continue;
        }
        let closing = bytes.get(at) == Some(&b'/');
        let start = at + usize::from(closing);
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'!' | b'-' | b':')).count();
        if length == 0 {
            continue;
        }
        let name = html[start..start + length.min(16)].to_ascii_lowercase();
        let Some(end) = tag_end(bytes, start + length) else { return refuse("the page has a tag of more than 16 KB") };
        at = end;
        tags += 1;
        if closing {
            open.close(&name);
        } else if RAW_TEXT.contains(&name.as_str()) {
            at = raw_text_end(html, at, &name);
        } else if !VOID.contains(&name.as_str()) && bytes.get(end.saturating_sub(2)) != Some(&b'/') {
            open.open(name);
        }
        if open.names.len() > DEEPEST {
            return refuse("the page nests more than 1,000 elements");
        }
        if tags > MOST_TAGS {
            return refuse("the page has more than 120,000 tags");
        }
    }
    Ok(())
}

/// The elements that are open, as far as one scan can tell. A parser closes more of them than this does, and hardly ever fewer.
#[derive(Default)]
struct OpenElements {
    names: Vec<String>,
    /// How many of them are drawings or formulas, in which nothing closes itself.
    foreign: usize,
}

impl OpenElements {
    fn open(&mut self, name: String) {
        let foreign = matches!(name.as_str(), "svg" | "math");
        if foreign || self.foreign > 0 || !SELF_CLOSING.contains(&name.as_str()) {
            self.foreign += usize::from(foreign);
            self.names.push(name);
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(at) = self.names.iter().rposition(|open| open == name) {
            self.names.remove(at);
            self.foreign -= usize::from(matches!(name, "svg" | "math"));
        }
    }
}

/// The byte after the `>` that closes a tag, quoted values passed over; `None` where the tag does not end in time.
fn tag_end(bytes: &[u8], from: usize) -> Option<usize> {
    let (mut at, mut unquoted) = (from, 0usize);
    while at < bytes.len() {
        match bytes[at] {
            b'>' => return Some(at + 1),
            quote @ (b'"' | b'\'') if at > 0 && bytes[at - 1] == b'=' => {
                at += bytes[at + 1..].iter().position(|&byte| byte == quote).map_or(bytes.len(), |end| end + 2);
            }
            _ => {
                at += 1;
                unquoted += 1;
                if unquoted > LONGEST_TAG {
                    return None;
                }
            }
        }
    }
    Some(bytes.len())
}

fn raw_text_end(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = html[at..].find("</") {
        at += found + 2;
        if html.as_bytes()[at..].get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes())) {
            return at - 2;
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_pages_pass() {
        for page in [
            "",
            "<",
            "a < b <3 </",
            "<p>One<p>Two".repeat(5000).as_str(),
            &format!("<script>{}</script>", "'<div>'+".repeat(5000)),
            &"<br><img src='a>b'><div></div>".repeat(5000),
            &format!("<img src=\"data:{}\">", "A".repeat(100_000)),
        ] {
            assert_eq!(check(page), Ok(()), "{}", page.get(..40).unwrap_or(page));
        }
    }

    #[test]
    fn hostile_pages_do_not() {
        assert!(check(&"<div>".repeat(100_000)).is_err());
        assert!(check(&"<b><p>".repeat(100_000)).is_err());
        assert!(check(&"<div></x></p>".repeat(50_000)).is_err());
        assert!(check(&format!("<svg>{}", "<tr>".repeat(50_000))).is_err());
        assert!(check(&"<br>".repeat(400_000)).is_err());
        assert!(check(&"<!--".repeat(400_000)).is_err());
        assert!(check(&format!("<a {}>", "b c ".repeat(20_000))).is_err());
    }
}
