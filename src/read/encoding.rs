//! From bytes to text: byte order marks, UTF-8, UTF-16 without a mark, then a guess with a warning that names it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Text, and what had to be guessed to get it.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// What was guessed: "not UTF-8; read as windows-1252".
    pub warning: Option<String>,
}

/// Decodes an article's bytes; `declared` is the character set that the file itself or its transport names.
/// The error says why the bytes are no text.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, &'static str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(with(encoding, &bytes[mark..], None));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(with(encoding, bytes, Some(format!("no byte order mark; read as {}", encoding.name()))));
    }
    if is_binary(bytes) {
        return Err("it is a binary file, not text");
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.into(), warning: None });
    }
    if let Some(encoding) = declared.and_then(|label| Encoding::for_label(label.as_bytes())).filter(|&encoding| encoding != UTF_8) {
        return Ok(with(encoding, bytes, None));
    }
    let encoding = guess(bytes);
    let warning = if encoding == UTF_8 {
        "some bytes are not UTF-8 and were replaced by \u{FFFD}".into()
    } else {
        format!("not UTF-8; read as {}", encoding.name())
    };
    Ok(with(encoding, bytes, Some(warning)))
}

/// The text of bytes in UTF-16, with a byte order mark or without; `None` of others.
pub fn utf16(bytes: &[u8]) -> Option<String> {
    let marked = Encoding::for_bom(bytes).filter(|&(encoding, _)| encoding != UTF_8);
    let (encoding, mark) = marked.or_else(|| utf16_without_mark(bytes).map(|encoding| (encoding, 0)))?;
    Some(with(encoding, &bytes[mark..], None).text)
}

/// The text of bytes that are said to be UTF-16, with the first byte of a pair the greater one or not: a mark and zeros know better, and
/// what is good UTF-8 without any zero was taken over without its label.
pub fn under_utf16_label(bytes: &[u8], big: bool) -> String {
    if let Some(text) = utf16(bytes) {
        return text;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !bytes.contains(&0) => text.trim_start_matches('\u{FEFF}').into(),
        _ => with(if big { UTF_16BE } else { UTF_16LE }, bytes, None).text,
    }
}

fn with(encoding: &'static Encoding, bytes: &[u8], warning: Option<String>) -> Decoded {
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    let warning = warning.or_else(|| malformed.then(|| format!("some bytes are not {} and were replaced by \u{FFFD}", encoding.name())));
    Decoded { text: text.into_owned(), warning }
}

/// UTF-16 of mostly Latin text has a zero in every other byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(1024) & !1];
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|&&byte| byte == 0).count();
    let pairs = head.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    if pairs < 4 {
        None
    } else if odd * 10 >= pairs * 7 && even == 0 {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 7 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Text has no zero bytes, and hardly any control characters.
fn is_binary(bytes: &[u8]) -> bool {
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B);
    bytes.contains(&0) || bytes.iter().filter(control).count() > bytes.len() / 50
}

/// UTF-8 with a few broken bytes, Windows-1252 for text that is otherwise English, else what the detector of browsers says.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut well_formed = 0;
    let mut broken = 0;
    for chunk in bytes.utf8_chunks() {
        well_formed += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if well_formed > broken {
        return UTF_8;
    }
    // The detector reads the £ of an English text as Ł without a hint of the country.
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if high <= bytes.len() / 10 {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, bool) {
        let decoded = decode(bytes, None).expect("text");
        (decoded.text, decoded.warning.is_some())
    }

    #[test]
    fn decodes_what_a_person_would_expect() {
        let article = "Profit rose to £5m, or €6m.";
        let utf16: Vec<u8> = article.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16_be: Vec<u8> = article.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(article.as_bytes()), (article.into(), false));
        assert_eq!(text(&[b"\xEF\xBB\xBF", article.as_bytes()].concat()), (article.into(), false));
        assert_eq!(text(&[b"\xFF\xFE", &utf16[..]].concat()), (article.into(), false));
        assert_eq!(text(&[b"\xFE\xFF", &utf16_be[..]].concat()), (article.into(), false));
        assert_eq!(text(&utf16), (article.into(), true));
        assert_eq!(text(b"Profit rose to \xA35m, or \x806m."), (article.into(), true));
        assert_eq!(text("Prix : 5 € à 6 € \u{2013} «".as_bytes()).0, "Prix : 5 € à 6 € – «");
    }

    #[test]
    fn one_broken_byte_does_not_spoil_utf_8() {
        let (text, warned) = text(b"\xE2\x82\xAC5m and \xE2\x82\xAC6m\xFF.");
        assert_eq!((text.as_str(), warned), ("€5m and €6m\u{FFFD}.", true));
    }

    #[test]
    fn takes_the_declared_encoding() {
        assert_eq!(decode(b"\xA3\xF35 zysk", Some("iso-8859-2")).expect("text").text, "Łó5 zysk");
    }

    #[test]
    fn refuses_binary_files() {
        assert!(decode(b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\x03\0\x3E\0\x01\0", None).is_err());
        assert!(decode(&[1, 2, 3, 4, 5, 6, 7, 8], None).is_err());
    }
}
