//! What a PDF may not have, found before its text is read: content that expands without end.

use std::io::{self, Read};

use flate2::read::{DeflateDecoder, ZlibDecoder};
use lopdf::{Document, Object, ObjectId, Stream};

use crate::read::sandbox::Refusal;

/// Bytes that all streams may expand to together.
const LARGEST: u64 = 64 << 20;
/// Compressions on top of each other.
const MOST_LAYERS: usize = 4;
/// Bytes that the content of a page or a drawing may unpack to. Text for 50 pages takes a megabyte; what takes more is a picture made of
/// lines, beside some text perhaps.
const LONGEST_CONTENT: usize = 8 << 20;
fn too_large() -> Refusal {
    Refusal::new("the PDF unpacks to more than 64 MB, which no article does", "give the article alone, or its text as .txt")
}

/// Unpacks every stream of the file once, to nothing, and counts. Runs before the parser, which unpacks some while it loads.
pub(super) fn check_streams(bytes: &[u8]) -> Result<(), Refusal> {
    let mut budget = LARGEST;
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(6).position(|window| window == b"stream") {
        at += found + 6;
        if at >= 9 && &bytes[at - 9..at - 6] == b"end" {
            continue;
        }
        let content = &bytes[at..];
        let content = content.strip_prefix(b"\r\n").or_else(|| content.strip_prefix(b"\n")).unwrap_or(content);
        budget = unpacked(content, budget, 0)?;
    }
    Ok(())
}

/// What is left of the budget when `content`, if compressed, has been unpacked; again for what it unpacks to.
fn unpacked(content: &[u8], budget: u64, layer: usize) -> Result<u64, Refusal> {
    // The first byte of zlib (RFC 1950) names the method, and both together are a multiple of 31.
    let packed =
        |bytes: &[u8]| bytes.len() > 2 && bytes[0] & 0x0F == 8 && (u16::from(bytes[0]) << 8 | u16::from(bytes[1])).is_multiple_of(31);
    if !packed(content) {
        return Ok(budget);
    }
    let mut inner = Vec::new();
    let mut decoder = ZlibDecoder::new(content);
    // Only what is packed itself has to be kept.
    let _ = (&mut decoder).take(2.min(budget)).read_to_end(&mut inner);
    inner.push(0);
    let nested = packed(&inner);
    inner.pop();
    let size = if nested {
        let _ = (&mut decoder).take(budget + 1).read_to_end(&mut inner);
        inner.len() as u64
    } else {
        let mut counted = Counter(0);
        let _ = io::copy(&mut (&mut decoder).take(budget + 1), &mut counted);
        counted.0
    };
    let left = budget.checked_sub(size).ok_or_else(too_large)?;
    if !nested {
        return Ok(left);
    }
    if layer >= MOST_LAYERS {
        return Err(too_large());
    }
    unpacked(&inner, left, layer + 1)
}

struct Counter(u64);

impl io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Counts what streams unpack to once more, and takes pictures out.
pub(super) fn check_structure(document: &mut Document) -> Result<(), Refusal> {
    let mut budget = LARGEST;
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object {
            if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|subtype| subtype == b"Image") {
                stream.set_plain_content(Vec::new());
            }
            // Again, since a document with a password could be looked into only now.
            let size = budget;
            budget = unpacked(&stream.content, size, 0)?;
            let mut raw = Counter(0);
            if stream.filters().is_ok_and(|filters| filters.len() > MOST_LAYERS) {
                return Err(too_large());
            }
            if budget == size && stream.filters().is_ok_and(|filters| filters.contains(&&b"FlateDecode"[..])) {
                let _ = io::copy(&mut DeflateDecoder::new(stream.content.get(2..).unwrap_or_default()).take(budget + 1), &mut raw);
                budget = budget.checked_sub(raw.0).ok_or_else(too_large)?;
            }
        }
    }
    Ok(())
}

/// Empties the pages and drawings that are too long to be text, and counts them.
pub(super) fn leave_out_pictures(document: &mut Document) -> usize {
    let contents = document.objects.iter().map(|(&id, object)| match object {
        Object::Dictionary(page) => page.get(b"Contents").map(|content| references(document, content)).unwrap_or_default(),
        Object::Stream(stream) if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form") => vec![id],
        _ => Vec::new(),
    });
    let size = |id: &ObjectId| document.get_object(*id).and_then(Object::as_stream).map_or(0, unpacked_size);
    let too_long: Vec<Vec<ObjectId>> = contents.filter(|ids| ids.iter().map(size).sum::<usize>() > LONGEST_CONTENT).collect();
    for id in too_long.iter().flatten() {
        if let Some(Object::Stream(stream)) = document.objects.get_mut(id) {
            stream.set_plain_content(Vec::new());
        }
    }
    too_long.len()
}

fn unpacked_size(stream: &Stream) -> usize {
    stream.get_plain_content().map_or(stream.content.len(), |content| content.len())
}

/// The streams that an entry names: one, or an array of them.
fn references(document: &Document, entry: &Object) -> Vec<ObjectId> {
    match entry {
        Object::Reference(id) => match document.get_object(*id) {
            Ok(Object::Array(array)) => array.iter().filter_map(|item| item.as_reference().ok()).collect(),
            _ => vec![*id],
        },
        Object::Array(array) => array.iter().filter_map(|item| item.as_reference().ok()).collect(),
        _ => Vec::new(),
    }
}
