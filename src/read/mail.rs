//! Mail (EML, RFC 5322 and MIME): the plain text part, else the HTML part; the subject is the title, the Date header the date.

use std::borrow::Cow;

use mail_parser::decoders::{base64::base64_decode, quoted_printable::quoted_printable_decode};
use mail_parser::{Encoding, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders};

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
    let body = match plain.and_then(|part| text_of(&message, part)).map(|text| unquoted(&text)).filter(|text| !text.trim().is_empty()) {
        Some(text) => text,
        None => {
            let page = message.html_body.iter().filter_map(|&part| message.part(part)).find(|part| part.is_text_html());
            html::fragment(&page.and_then(|part| text_of(&message, part)).unwrap_or_default())?
        }
    };
    if body.trim().is_empty() {
        return Err(Refusal::new("the mail has no text", "save the article that is attached to it, and give that"));
    }
    let title = subject(&message).map(|title| without_reply_marks(&title)).filter(|title| !title.is_empty());
    let date = match message.header("Date") {
        Some(HeaderValue::Text(date)) => dates::read(date),
        _ => None,
    };
    let text = html::titled(title.as_deref(), body);
    let source = String::from_utf8_lossy(bytes);
    let origin = Origin::Words(places::anchors(&text, &source, source.to_ascii_lowercase().contains("quoted-printable")));
    Ok(Article { text, title, date, origin, id: message.message_id().map(String::from), ..Article::default() })
}

/// The subject. The parser knows few names of UTF-16, and takes encoded words (RFC 2047) in others for what they are not.
fn subject<'a>(message: &'a Message) -> Option<Cow<'a, str>> {
    let given = || message.subject().map(Cow::Borrowed);
    let Some(header) = message.header_raw("Subject").and_then(without_utf16) else { return given() };
    let header = format!("Subject: {}\r\n\r\n", header.trim());
    let message = MessageParser::new().header_text("Subject").parse(header.as_bytes());
    message.and_then(|message| message.subject().map(|subject| Cow::Owned(subject.to_string()))).or_else(given)
}

/// A header with its encoded words of UTF-16 in UTF-8; `None` where it has none.
fn without_utf16(header: &str) -> Option<String> {
    let (mut out, mut rest, mut any) = (String::new(), header, false);
    while let Some((before, part)) = rest.split_once("=?") {
        out.extend([before, "=?"]);
        rest = part;
        if let Some((words, after)) = utf16_word(part) {
            out.push_str("utf-8?Q?");
            words.bytes().for_each(|byte| out.push_str(&format!("={byte:02X}")));
            out.push_str("?=");
            (rest, any) = (after, true);
        }
    }
    out.push_str(rest);
    any.then_some(out)
}

/// The text of an encoded word in UTF-16, "utf-16le?B?…?=", and what follows it.
fn utf16_word(part: &str) -> Option<(String, &str)> {
    let (label, part) = part.split_once('?')?;
    let (encoding, part) = part.split_once('?')?;
    let (data, rest) = part.split_once("?=")?;
    let label = plain_label(label.split('*').next()?);
    let bytes = match encoding {
        "B" | "b" => base64_decode(data.as_bytes())?,
        "Q" | "q" => quoted_printable_decode(data.replace('_', "=20").as_bytes())?,
        _ => return None,
    };
    UTF_16.contains(&label.as_str()).then(|| (encoding::under_utf16_label(&bytes, label.ends_with("be")), rest))
}

/// The text of a part. UTF-16 goes under many names ("utf-16-le", "utf16", "unicode"), and often it is what the whole mail was in,
/// or what the sender's program works with: the bytes tell.
fn text_of<'a>(message: &'a Message, part: &'a MessagePart) -> Option<Cow<'a, str>> {
    let label = part.content_type().and_then(|kind| kind.attribute("charset"));
    let Some(label) = label.map(plain_label).filter(|label| UTF_16.contains(&label.as_str())) else {
        return part.text_contents().map(Cow::Borrowed);
    };
    let body = message.raw_message.get(part.offset_body as usize..part.offset_end as usize)?;
    let bytes = match part.encoding {
        Encoding::None => Cow::Borrowed(body),
        Encoding::Base64 => Cow::Owned(base64_decode(body)?),
        Encoding::QuotedPrintable => Cow::Owned(quoted_printable_decode(body)?),
    };
    Some(Cow::Owned(encoding::under_utf16_label(&bytes, label.ends_with("be"))))
}

/// Names of UTF-16, as `plain_label` gives them.
const UTF_16: &[&str] = words!("utf16|utf16le|utf16be|csutf16|csutf16le|csutf16be|unicode|csunicode|ucs2|ucs2le|ucs2be|iso10646ucs2");

/// The name of a character set without signs and case.
fn plain_label(label: &str) -> String {
    label.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_lowercase()).collect()
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

    /// Base64 as mails carry it.
    fn base64(bytes: &[u8]) -> String {
        const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let group = |bytes: &[u8]| {
            let number = (0..3).fold(0_usize, |number, at| number << 8 | usize::from(bytes.get(at).copied().unwrap_or_default()));
            (0..4).map(|at| if at > bytes.len() { '=' } else { char::from(SIGNS[number >> (18 - 6 * at) & 63]) }).collect::<String>()
        };
        bytes.chunks(3).map(group).collect::<Vec<_>>().concat()
    }

    #[test]
    fn utf_16_goes_under_many_names() {
        let text = "Profit rose 5% to £5m.\r\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [b"\xFE\xFF", &big[..]].concat();
        for (label, bytes) in [
            ("utf-16-le", &little),
            ("utf16le", &little),
            ("UTF-16LE", &little),
            ("unicode", &little),
            ("utf_16_be", &big),
            ("utf-16", &big),
            ("utf-16", &marked),
            ("utf-16le", &marked),
        ] {
            let body = base64(bytes);
            let mail =
                format!("{HEAD}Content-Type: text/plain; charset=\"{label}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n");
            assert_eq!(article(mail.as_bytes()).expect("a mail").text, "Profit rises to £5m\n\nProfit rose 5% to £5m.", "{label}");
        }
        // A mail that was saved as a whole still names the set it was in.
        for label in ["utf-16", "utf-16-le", "utf16be", "unicode"] {
            let mail = format!("{HEAD}Content-Type: text/plain; charset={label}\r\n\r\n{text}");
            assert_eq!(article(mail.as_bytes()).expect("a mail").text, "Profit rises to £5m\n\nProfit rose 5% to £5m.", "{label}");
        }
    }

    #[test]
    fn utf_16_in_a_subject_goes_under_many_names() {
        let words = |text: &str, order: fn(u16) -> [u8; 2]| base64(&text.encode_utf16().flat_map(order).collect::<Vec<u8>>());
        let title = |subject: &str| {
            let mail = format!("From: a@a.example\r\nSubject: {subject}\r\nMessage-ID: <1@a.example>\r\n\r\nProfit rose 5%.\r\n");
            article(mail.as_bytes()).expect("a mail").title.expect("a title")
        };
        for (label, order) in [
            ("utf-16", u16::to_le_bytes as fn(u16) -> [u8; 2]),
            ("UTF-16", u16::to_be_bytes),
            ("utf-16-le", u16::to_le_bytes),
            ("UTF-16LE", u16::to_le_bytes),
            ("utf16be*en", u16::to_be_bytes),
            ("unicode", u16::to_le_bytes),
        ] {
            let encoded = format!("=?{label}?B?{}?=", words("Profit rises to £5m", order));
            assert_eq!(title(&format!("Re: {encoded}")), "Profit rises to £5m", "{label}");
            let second = format!("=?{label}?b?{}?=", words(" in a year", order));
            assert_eq!(title(&format!("{encoded}\r\n {second} =?iso-8859-1?Q?f=FCr_1?=")), "Profit rises to £5m in a yearfür 1", "{label}");
        }
        assert_eq!(title("=?utf-16-le?Q?=A3=00=35=00=6D=00?="), "£5m");
        assert_eq!(title("=?utf-8?Q?=C2=A35m?= a=?b"), "£5m a=?b");
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
