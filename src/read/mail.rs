//! Mail (EML, RFC 5322 and MIME): the plain text part, else the HTML part; the subject is the title, the Date header the date.

use mail_parser::{HeaderValue, MessageParser};

use super::sandbox::{self, Refusal};
use super::{Format, Problem, Raw, ReadFile, dates, encoding, html, places};
use crate::article::{Article, Origin};

/// Mail.
pub static FORMAT: Format = Format { name: "mail", extensions: &["eml"], recognises, by_line: false, longest: 32 << 20, read };

/// Header fields of which a mail starts with several.
const FIELDS: &[&str] = words!(
    "from|to|subject|date|message-id|mime-version|received|return-path|content-type|delivered-to|reply-to|dkim-signature|x-mailer|sender|\
    list-id"
);

/// Header fields of all parts together: a mail that went through many hands has some hundred, a parser keeps each.
const MOST_FIELDS: usize = 20_000;

/// Whether more lines look like header fields than mails have. Lines of text that look so count as well.
fn has_too_many_fields(bytes: &[u8]) -> bool {
    let is_field = |line: &&[u8]| {
        let name = line.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count();
        name > 0 && line.get(name) == Some(&b':')
    };
    bytes.split(|byte| *byte == b'\n').filter(is_field).nth(MOST_FIELDS).is_some()
}

/// Begins with header fields only, three known ones among them, one of which no press release has.
fn recognises(head: &[u8]) -> bool {
    let decoded = encoding::utf16(head);
    let head = decoded.map_or_else(|| String::from_utf8_lossy(head), Into::into);
    let mut known = 0;
    let mut technical = false;
    for line in head.lines().take_while(|line| !line.is_empty()) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':').filter(|(name, _)| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic()))
        else {
            return false;
        };
        let name = name.to_ascii_lowercase();
        known += usize::from(FIELDS.contains(&name.as_str()));
        technical |= matches!(name.as_str(), "message-id" | "mime-version" | "received" | "return-path" | "delivered-to");
    }
    known >= 3 && technical
}

fn read(raw: &Raw) -> Result<ReadFile, Problem> {
    // Some programs save a mail as UTF-16; its header must be ASCII.
    let decoded = encoding::utf16(&raw.bytes).map(|text| Raw {
        source: raw.source.clone(),
        line: raw.line,
        bytes: text.into_bytes(),
        format: raw.format,
    });
    let article = sandbox::run(decoded.as_ref().unwrap_or(raw), sandbox::TIME_LIMIT, article)?;
    Ok(ReadFile { articles: vec![Article { source: raw.source.clone(), ..article }], warnings: Vec::new() })
}

/// The article of a mail.
pub fn article(bytes: &[u8]) -> Result<Article, Refusal> {
    if has_too_many_fields(bytes) {
        return Err(Refusal::new("the mail has more than 20,000 header fields", "save its text as .txt"));
    }
    let parser = MessageParser::new().with_mime_headers().header_text("Subject").header_raw("Date").header_id("Message-ID");
    let message = parser.parse(bytes).ok_or_else(|| Refusal::new("it is no mail: it has no header", "save the mail as .eml"))?;
    let plain = message.text_body.iter().filter_map(|&part| message.part(part)).find(|part| part.is_text() && !part.is_text_html());
    let body = match plain.and_then(|part| part.text_contents()).map(unquoted).filter(|text| !text.trim().is_empty()) {
        Some(text) => text,
        None => {
            let page = message.html_body.iter().filter_map(|&part| message.part(part)).find(|part| part.is_text_html());
            html::fragment(page.and_then(|part| part.text_contents()).unwrap_or_default())?
        }
    };
    if body.trim().is_empty() {
        return Err(Refusal::new("the mail has no text", "save the article that is attached to it, and give that"));
    }
    let title = message.subject().map(without_reply_marks).filter(|title| !title.is_empty());
    let date = match message.header("Date") {
        Some(HeaderValue::Text(date)) => dates::read(date),
        _ => None,
    };
    let text = html::titled(title.as_deref(), body);
    let source = String::from_utf8_lossy(bytes);
    let origin = Origin::Words(places::anchors(&text, &source, source.to_ascii_lowercase().contains("quoted-printable")));
    Ok(Article { text, title, date, origin, id: message.message_id().map(String::from), ..Article::default() })
}

/// Lines of the mail's own text: carriage returns go, and so does the signature after "-- ".
fn unquoted(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    // Quoted-printable loses the blank.
    let end = text.find("\n-- \n").or_else(|| text.find("\n--\n")).unwrap_or(text.len());
    text[..end].trim().to_string()
}

/// The subject without "Re:" and "Fwd:".
fn without_reply_marks(subject: &str) -> String {
    let mut rest = subject.trim();
    while let Some((_, after)) =
        rest.split_once(':').filter(|(mark, _)| ["re", "fw", "fwd", "aw", "wg"].contains(&mark.to_ascii_lowercase().as_str()))
    {
        rest = after.trim_start();
    }
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Received: from a.example\r\nFrom: Press <press@a.example>\r\nSubject: Fwd: =?UTF-8?Q?Profit_rises_to_=C2=A35m?=\r\n\
                        Date: Mon, 10 Feb 2025 23:30:00 -0500\r\nMessage-ID: <1@a.example>\r\nMIME-Version: 1.0\r\n";

    #[test]
    fn plain_text_is_preferred() {
        let mail = format!(
            "{HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Web</p>\r\n--b\r\n\
             Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nProfit rose 5% to =A35m, =\r\nit said.\r\n-- \r\nPress office\r\n--b--\r\n"
        );
        let article = article(mail.as_bytes()).expect("a mail");
        assert_eq!(article.text, "Profit rises to £5m\n\nProfit rose 5% to £5m, it said.");
        assert_eq!((article.title.as_deref(), article.date), (Some("Profit rises to £5m"), Some(jiff::civil::date(2025, 2, 10))));
        assert_eq!(article.id.as_deref(), Some("1@a.example"));
    }

    #[test]
    fn html_alone_is_read() {
        let mail = format!(
            "{HEAD}Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+UHJvZml0IHJvc2UgNSUuPC9wPjxwPkNvc3RzIGZlbGwuPC9wPg==\r\n"
        );
        assert_eq!(article(mail.as_bytes()).expect("a mail").text, "Profit rises to £5m\n\nProfit rose 5%.\n\nCosts fell.");
    }

    #[test]
    fn utf_16_is_read() {
        let mail = format!("{HEAD}Content-Type: text/plain\r\n\r\nProfit rose 5% to £5m.\r\n");
        for mark in [false, true] {
            let mark = mark.then_some(0xFEFF);
            let bytes: Vec<u8> = mark.into_iter().chain(mail.encode_utf16()).flat_map(u16::to_le_bytes).collect();
            assert!(recognises(&bytes));
            let raw = Raw { source: "a.eml".into(), line: None, bytes, format: &FORMAT };
            let article = raw.read().expect("a mail").articles.remove(0);
            assert_eq!(article.text, "Profit rises to £5m\n\nProfit rose 5% to £5m.");
        }
    }

    #[test]
    fn recognised_by_its_header() {
        assert!(recognises(HEAD.as_bytes()));
        for other in ["From: a\nTo: b\nSubject: c\n\nText", "Profit: up\n", "", "Sales rose.\n"] {
            assert!(!recognises(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn header_fields_without_end_are_refused() {
        let fields = "X: y\n".repeat(50_000);
        let nested = "From: a@a.example\r\nContent-Type: message/rfc822\r\n\r\n".repeat(20_000);
        for mail in [format!("From: a@a.example\n{fields}\nText"), nested] {
            assert!(article(mail.as_bytes()).expect_err("too many fields").what.contains("header fields"));
        }
    }

    #[test]
    fn a_mail_without_text_says_so() {
        let mail = format!("{HEAD}Content-Type: application/pdf\r\n\r\nabc");
        assert!(article(mail.as_bytes()).expect_err("no text").what.contains("no text"));
        assert!(article(b"").is_err());
    }
}
