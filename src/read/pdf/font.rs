//! Fonts: which characters the codes of a string are, and how wide (PDF 1.7, sections 9.5 to 9.10).

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Encoding, Object, Stream};

use super::cmap::CharacterMap;

/// A code of a string.
pub(super) struct CharCode<'f> {
    /// Its characters; empty where the font does not tell.
    pub text: &'f str,
    /// How far the next one is, in sizes of the font.
    pub width: f64,
    /// Whether word spacing applies.
    pub is_blank: bool,
}

/// A font.
pub(super) struct Font {
    /// How codes are cut from a string: by this map, or a byte each.
    codes: Option<CharacterMap>,
    /// Two bytes each, whatever they are ("Identity-H").
    two_bytes: bool,
    texts: HashMap<u32, String>,
    unicode: Option<CharacterMap>,
    widths: HashMap<u32, f64>,
    default_width: f64,
    /// The most that a glyph of this font is high, in sizes: 1, but for fonts of drawings with a scale of their own.
    pub height: f64,
}

impl Font {
    /// Reads a font's dictionary; what is missing in it is guessed.
    pub(super) fn read(document: &Document, font: &Dictionary) -> Font {
        let unicode = stream(document, font, b"ToUnicode").map(|content| CharacterMap::read(&content)).filter(|map| !map.is_empty());
        let mut read =
            Font { codes: None, two_bytes: false, texts: HashMap::new(), unicode, widths: HashMap::new(), default_width: 0., height: 1. };
        match font.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Type0") => read.composite(document, font),
            Ok(b"Type3") => read.drawn(document, font),
            _ => read.simple(document, font),
        }
        read
    }

    /// Hands the codes of a string to `take`.
    pub(super) fn each(&mut self, bytes: &[u8], mut take: impl FnMut(CharCode)) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let (code, length) = match &self.codes {
                Some(map) => map.code(rest),
                None if self.two_bytes && rest.len() > 1 => (u32::from(rest[0]) << 8 | u32::from(rest[1]), 2),
                None => (u32::from(rest[0]), 1),
            };
            rest = &rest[length.clamp(1, rest.len())..];
            let glyph = self.codes.as_ref().map_or(code, |map| map.glyph(code).unwrap_or(0));
            let width = self.widths.get(&glyph).copied().unwrap_or(self.default_width);
            if let Some(text) = self.unicode.as_ref().filter(|_| !self.is_known(code)).and_then(|map| map.text(code)) {
                self.texts.insert(code | KNOWN, text);
            }
            let text = self.texts.get(&(code | KNOWN)).or_else(|| self.texts.get(&code)).map_or("", String::as_str);
            take(CharCode { text, width, is_blank: code == 32 && length == 1 });
        }
    }

    fn is_known(&self, code: u32) -> bool {
        self.texts.contains_key(&(code | KNOWN))
    }

    fn simple(&mut self, document: &Document, font: &Dictionary) {
        let descriptor = dictionary(document, font, b"FontDescriptor");
        self.encode(document, font, descriptor);
        let number = |dictionary: Option<&Dictionary>, key: &[u8]| number(document, dictionary?.get(key).ok()?);
        self.default_width = number(descriptor, b"MissingWidth").unwrap_or(0.) / 1000.;
        if !self.listed_widths(document, font, 0.001) {
            let name = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
            self.standard_widths(&String::from_utf8_lossy(name).to_lowercase());
        }
    }

    /// A font whose glyphs are drawings has a scale of its own.
    fn drawn(&mut self, document: &Document, font: &Dictionary) {
        self.encode(document, font, None);
        let matrix: Vec<f64> = array(document, font, b"FontMatrix").iter().filter_map(|item| number(document, item)).collect();
        let scale = matrix.first().copied().filter(|scale| *scale != 0.).unwrap_or(0.001);
        self.listed_widths(document, font, scale.abs());
        let bounds: Vec<f64> = array(document, font, b"FontBBox").iter().filter_map(|item| number(document, item)).collect();
        let height = matrix.get(3).zip(bounds.get(1)).zip(bounds.get(3)).map(|((scale, low), high)| (scale * (high - low)).abs());
        self.height = height.filter(|height| (0.01..100.).contains(height)).unwrap_or(1.);
    }

    fn listed_widths(&mut self, document: &Document, font: &Dictionary, scale: f64) -> bool {
        let first = font.get(b"FirstChar").ok().and_then(|first| number(document, first)).unwrap_or(0.).clamp(0., 255.) as u32;
        let widths = array(document, font, b"Widths");
        for (code, width) in (first..256).zip(&widths) {
            self.widths.insert(code, number(document, width).unwrap_or(0.) * scale);
        }
        !widths.is_empty()
    }

    /// The widths of the fonts that every reader has, for a font that gives none.
    fn standard_widths(&mut self, name: &str) {
        let bold = if name.contains("bold") || name.contains("black") { 1.05 } else { 1. };
        let table = if name.contains("courier") || name.contains("mono") {
            None
        } else if name.contains("times") || name.contains("serif") || name.contains("roman") || name.contains("georgia") {
            Some(&TIMES)
        } else {
            Some(&HELVETICA)
        };
        self.default_width = table.map_or(0.6, |_| 0.5 * bold);
        for (character, width) in (' '..='~').zip(table.into_iter().flatten()) {
            for code in 0..256 {
                if self.texts.get(&code).is_some_and(|text| text.chars().eq([character])) {
                    self.widths.insert(code, f64::from(*width) / 1000. * bold);
                }
            }
        }
    }

    /// The characters of single bytes: the named encoding, then the names that differ from it.
    fn encode(&mut self, document: &Document, font: &Dictionary, descriptor: Option<&Dictionary>) {
        let encoding = font.get_deref(b"Encoding", document).ok();
        let differing = encoding.and_then(|encoding| encoding.as_dict().ok());
        let named = encoding.and_then(|encoding| encoding.as_name().ok());
        let base = named.or_else(|| differing?.get(b"BaseEncoding").ok()?.as_name().ok());
        let is_truetype = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|subtype| subtype == b"TrueType");
        let base = base.filter(|name| matches!(*name, b"WinAnsiEncoding" | b"MacRomanEncoding" | b"MacExpertEncoding"));
        let base = base.unwrap_or(if is_truetype { b"WinAnsiEncoding" } else { b"StandardEncoding" });
        let mut probe = Dictionary::new();
        probe.set("Type", Object::Name(b"Font".to_vec()));
        probe.set("Encoding", Object::Name(base.to_vec()));
        if let Ok(encoding) = probe.get_font_encoding(document) {
            for code in 0..=255u8 {
                if let Ok(text) = encoding.bytes_to_string(&[code]) {
                    self.texts.insert(u32::from(code), text);
                }
            }
        }
        if named.is_none()
            && let Some(program) = descriptor.and_then(|descriptor| stream(document, descriptor, b"FontFile"))
        {
            for (code, name) in built_in(&program) {
                self.texts.insert(u32::from(code), name_text(document, name));
            }
        }
        let mut code = 0u32;
        for item in differing.map(|encoding| array(document, encoding, b"Differences")).unwrap_or_default() {
            if let Ok(name) = item.as_name() {
                self.texts.insert(code & 255, name_text(document, name));
                code += 1;
            } else if let Some(number) = number(document, &item) {
                code = number.clamp(0., 255.) as u32;
            }
        }
    }

    fn composite(&mut self, document: &Document, font: &Dictionary) {
        match font.get_deref(b"Encoding", document) {
            Ok(Object::Stream(map)) => self.codes = Some(CharacterMap::read(&unpack(map))),
            _ => self.two_bytes = true,
        }
        let descendant = array(document, font, b"DescendantFonts").into_iter().next();
        let descendant = descendant.as_ref().and_then(|object| document.dereference(object).ok()?.1.as_dict().ok());
        let Some(descendant) = descendant else { return };
        self.default_width = descendant.get(b"DW").ok().and_then(|width| number(document, width)).unwrap_or(1000.) / 1000.;
        self.composite_widths(document, &array(document, descendant, b"W"));
        let encoding = font.get_deref(b"Encoding", document).ok().and_then(|encoding| encoding.as_name().ok()).unwrap_or_default();
        if self.unicode.is_some() {
            return;
        }
        if encoding.windows(4).any(|part| part == b"UCS2" || part == b"UTF1") {
            self.unicode = Some(CharacterMap::read(b"1 beginbfrange <0000> <FFFF> <0000> endbfrange"));
        } else if let Some(program) = dictionary(document, descendant, b"FontDescriptor").and_then(|d| stream(document, d, b"FontFile2")) {
            // The glyphs' numbers are the codes; the font itself knows what they are.
            for (character, glyph) in glyphs(&program).unwrap_or_default() {
                self.texts.entry(u32::from(glyph)).or_insert_with(|| character.to_string());
            }
        }
    }

    /// "c [w1 w2 …]" from c on, "first last w" for all between.
    fn composite_widths(&mut self, document: &Document, list: &[Object]) {
        let mut at = 0;
        while at + 1 < list.len() {
            let first = number(document, &list[at]).unwrap_or(0.).clamp(0., 65_535.) as u32;
            let second = document.dereference(&list[at + 1]).map(|found| found.1).unwrap_or(&list[at + 1]);
            if let Ok(widths) = second.as_array() {
                for (code, width) in (first..65_536).zip(widths) {
                    self.widths.insert(code, number(document, width).unwrap_or(0.) / 1000.);
                }
                at += 2;
            } else {
                let last = number(document, second).unwrap_or(0.).clamp(0., 65_535.) as u32;
                let width = list.get(at + 2).and_then(|width| number(document, width)).unwrap_or(0.) / 1000.;
                self.widths.extend((first..=last).map(|code| (code, width)));
                at += 3;
            }
        }
    }
}

/// Marks the texts that a map to Unicode gave.
const KNOWN: u32 = 1 << 31;

/// What a glyph's name stands for; empty where that cannot be told.
fn name_text(document: &Document, name: &[u8]) -> String {
    let text = str::from_utf8(name).unwrap_or_default();
    let stem = text.split('.').next().unwrap_or_default();
    if stem.is_empty() {
        return String::new();
    }
    let mut probe = Dictionary::new();
    let mut encoding = Dictionary::new();
    encoding.set("Type", Object::Name(b"Encoding".to_vec()));
    encoding.set("Differences", Object::Array(vec![Object::Integer(0), Object::Name(stem.into())]));
    probe.set("Type", Object::Name(b"Font".to_vec()));
    probe.set("Encoding", Object::Dictionary(encoding));
    if let Ok(encoding @ Encoding::Differences(_)) = probe.get_font_encoding(document)
        && let Ok(text) = encoding.bytes_to_string(&[0])
        && !text.is_empty()
    {
        return text;
    }
    let code = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    let unicode = stem.strip_prefix("uni").filter(|digits| digits.len() == 4).or_else(|| stem.strip_prefix('u').filter(|d| d.len() >= 4));
    if let Some(character) = unicode.and_then(code) {
        return character.to_string();
    }
    if stem.contains('_') {
        return stem.split('_').map(|part| name_text(document, part.as_bytes())).collect();
    }
    String::new()
}

/// "dup 65 /A put" of the clear part of a Type 1 font.
fn built_in(program: &[u8]) -> Vec<(u8, &[u8])> {
    let end = program.windows(5).position(|window| window == b"eexec").unwrap_or(program.len());
    let words: Vec<&[u8]> = program[..end].split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).collect();
    let entry = |four: &[&'_ [u8]]| -> Option<(u8, usize)> {
        (four[0] == b"dup" && four[3] == b"put" && four[2].first() == Some(&b'/')).then_some(())?;
        Some((str::from_utf8(four[1]).ok()?.parse().ok()?, 2))
    };
    words.windows(4).filter_map(|four| entry(four).map(|(code, name)| (code, &four[name][1..]))).collect()
}

/// Characters and glyphs of a TrueType font: the first table of its "cmap" of format 4 or 12 for Unicode.
fn glyphs(program: &[u8]) -> Option<Vec<(char, u16)>> {
    let short = |at: usize| Some(u16::from_be_bytes(program.get(at..at + 2)?.try_into().ok()?));
    let long = |at: usize| Some(u32::from_be_bytes(program.get(at..at + 4)?.try_into().ok()?) as usize);
    let tables = usize::from(short(4)?);
    let cmap = (0..tables).map(|table| 12 + 16 * table).find(|&at| program.get(at..at + 4) == Some(b"cmap"))?;
    let cmap = long(cmap + 8)?;
    let mut glyphs = Vec::new();
    for table in 0..usize::from(short(cmap + 2)?).min(16) {
        let (platform, encoding) = (short(cmap + 4 + 8 * table)?, short(cmap + 6 + 8 * table)?);
        let at = cmap.checked_add(long(cmap + 8 + 8 * table)?)?;
        if !(platform == 0 || platform == 3 && matches!(encoding, 1 | 10)) || short(at)? != 4 {
            continue;
        }
        let segments = usize::from(short(at + 6)?) / 2;
        for segment in 0..segments {
            let field = |column: usize| short(at + 14 + 2 * segment + 2 * segments * column + usize::from(column > 0) * 2);
            let (last, first, delta, offset) = (field(0)?, field(1)?, field(2)?, field(3)?);
            for code in first..=last.min(0xFFFE) {
                let glyph = if offset == 0 {
                    code.wrapping_add(delta)
                } else {
                    let place = at + 16 + 2 * segment + 6 * segments + usize::from(offset) + 2 * usize::from(code - first);
                    match short(place) {
                        Some(0) | None => 0,
                        Some(glyph) => glyph.wrapping_add(delta),
                    }
                };
                glyphs.extend(char::from_u32(u32::from(code)).filter(|_| glyph != 0).map(|character| (character, glyph)));
            }
            if glyphs.len() > 70_000 {
                return Some(glyphs);
            }
        }
    }
    Some(glyphs)
}

/// The number that an object is or refers to.
pub(super) fn number(document: &Document, object: &Object) -> Option<f64> {
    let (_, object) = document.dereference(object).ok()?;
    object.as_float().ok().map(f64::from).filter(|number| number.is_finite())
}

/// The dictionary of an entry.
pub(super) fn dictionary<'a>(document: &'a Document, of: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    of.get_deref(key, document).ok()?.as_dict().ok()
}

/// The array of an entry; empty where there is none.
pub(super) fn array(document: &Document, of: &Dictionary, key: &[u8]) -> Vec<Object> {
    of.get_deref(key, document).and_then(Object::as_array).cloned().unwrap_or_default()
}

/// The content of an entry that is a stream.
fn stream(document: &Document, of: &Dictionary, key: &[u8]) -> Option<Vec<u8>> {
    of.get_deref(key, document).ok()?.as_stream().ok().map(unpack)
}

/// The content of a stream; nothing of one that is packed in a way unknown.
pub(super) fn unpack(stream: &Stream) -> Vec<u8> {
    stream.get_plain_content().unwrap_or_default()
}

/// Widths of ' ' to '~' in thousandths, from Adobe's metrics of the standard fonts.
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 222, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
    278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
    667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 222, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
    556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 333, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278,
    278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722,
    722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500,
    500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
