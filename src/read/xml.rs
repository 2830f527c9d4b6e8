//! The little of XML that documents and feeds share.

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, BytesText};
use quick_xml::name::QName;

/// A reader that takes what people and programs write for XML: end tags are not compared.
pub(super) fn reader(source: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(source);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}

/// The name without its prefix: "t" of "w:t".
pub(super) fn local_name(name: QName) -> String {
    name.local_name().as_ref().to_string()
}

/// The value of the attribute of this local name.
pub(super) fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let attribute = start.attributes().with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(attribute.value.to_string())
}

/// The characters of a text without references.
pub(super) fn text(text: &BytesText) -> String {
    text.to_string()
}

/// The character that a reference stands for: "&amp;", "&#163;"; an unknown one stays as it is written.
pub(super) fn entity(reference: &BytesRef) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name: &str = reference;
    match resolve_xml_entity(name) {
        Some(text) => text.to_string(),
        None => match name {
            "nbsp" => "\u{a0}".into(),
            "pound" => "£".into(),
            "euro" => "€".into(),
            "ndash" => "–".into(),
            "mdash" => "—".into(),
            _ => format!("&{name};"),
        },
    }
}
