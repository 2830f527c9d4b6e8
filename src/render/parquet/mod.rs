//! `--format parquet`: the tables of [`columns`](super::columns) as a Parquet file, which DuckDB, pandas, polars and Spark read.
//!
//! The format is <https://parquet.apache.org/docs/file-format/>. Of it we need flat columns that may be null, in row groups of one page a
//! column: texts as a dictionary where they repeat, everything compressed by gzip, which the readers of `.gz` bring along.

mod thrift;

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use rustc_hash::FxHashMap;

use super::columns::{ColumnTable, FilledColumn, Values};
use thrift::{Struct, varint};

const MAGIC: &[u8] = b"PAR1";
/// A row group ends after so many rows, or bytes of its longest column.
const ROWS: usize = 1 << 17;
const BYTES: usize = 64 << 20;

// Numbers of the format.
const PLAIN: i32 = 0;
const RLE: i32 = 3;
const RLE_DICTIONARY: i32 = 8;
const GZIP: i32 = 2;
const DATA_PAGE: i32 = 0;
const DICTIONARY_PAGE: i32 = 2;
const OPTIONAL: i32 = 1;
const INT32: i32 = 1;
const INT64: i32 = 2;
const DOUBLE: i32 = 5;
const BYTE_ARRAY: i32 = 6;

/// Writes tables that have the same columns to one file.
pub struct Parquet<W: Write> {
    to: W,
    /// How many bytes are written.
    at: usize,
    /// The rows that are not written yet.
    rows: ColumnTable,
    /// What the footer says of the row groups that are written, and their rows.
    groups: Vec<(Struct, usize)>,
}

impl<W: Write> Parquet<W> {
    /// Begins a file of tables like this one.
    pub fn new(to: W, table: ColumnTable) -> io::Result<Parquet<W>> {
        let mut file = Parquet { to, at: 0, rows: table, groups: Vec::new() };
        file.write(MAGIC)?;
        Ok(file)
    }

    /// Appends rows.
    pub fn push(&mut self, table: ColumnTable) -> io::Result<()> {
        self.rows.append(table);
        if self.rows.rows() >= ROWS || self.rows.longest_text() >= BYTES { self.group() } else { Ok(()) }
    }

    /// Writes what is left, and the footer.
    pub fn finish(mut self) -> io::Result<()> {
        if self.rows.rows() > 0 {
            self.group()?;
        }
        let root = Struct::default().text(4, "newsfacts").i32(5, self.rows.columns.len() as i32);
        let schema: Vec<Struct> = std::iter::once(root).chain(self.rows.columns.iter().map(schema)).collect();
        let rows: usize = self.groups.iter().map(|(_, rows)| rows).sum();
        let about = self.rows.columns.iter().map(|column| Struct::default().text(1, column.name).text(2, column.about));
        let footer = Struct::default()
            .i32(1, 1)
            .structs(2, schema.into_iter())
            .i64(3, rows as i64)
            .structs(4, std::mem::take(&mut self.groups).into_iter().map(|(group, _)| group))
            .structs(5, about)
            .text(6, concat!("newsfacts version ", env!("CARGO_PKG_VERSION")))
            .end();
        self.write(&footer)?;
        self.write(&(footer.len() as u32).to_le_bytes())?;
        self.write(MAGIC)?;
        self.to.flush()
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.at += bytes.len();
        self.to.write_all(bytes)
    }

    /// Writes the rows as a row group.
    fn group(&mut self) -> io::Result<()> {
        let mut rows = self.rows.emptied();
        std::mem::swap(&mut rows, &mut self.rows);
        let (mut chunks, mut plain, began) = (Vec::new(), 0, self.at);
        for column in &rows.columns {
            let pages = pages(column)?;
            let begin = self.at;
            self.write(&pages.dictionary)?;
            let data = self.at;
            self.write(&pages.data)?;
            plain += pages.plain;
            chunks.push(chunk(column, &pages, begin, data, self.at));
        }
        let group = Struct::default()
            .structs(1, chunks.into_iter())
            .i64(2, plain as i64)
            .i64(3, rows.rows() as i64)
            .i64(5, began as i64)
            .i64(6, (self.at - began) as i64);
        self.groups.push((group, rows.rows()));
        Ok(())
    }
}

/// How the format stores a column.
fn physical(column: &FilledColumn) -> i32 {
    match column.values {
        Values::Text(..) => BYTE_ARRAY,
        Values::Double(_) => DOUBLE,
        Values::Integer(_) => INT64,
        Values::Date(_) => INT32,
    }
}

/// A column in the schema; texts and days are told from bytes and numbers in the old way and in the new one.
fn schema(column: &FilledColumn) -> Struct {
    let element = Struct::default().i32(1, physical(column)).i32(3, OPTIONAL).text(4, column.name);
    match column.values {
        Values::Text(..) => element.i32(6, 0).inner(10, Struct::default().inner(1, Struct::default())),
        Values::Date(_) => element.i32(6, 6).inner(10, Struct::default().inner(6, Struct::default())),
        _ => element,
    }
}

/// What the footer says of a column of a row group that stands at these places.
fn chunk(column: &FilledColumn, pages: &Pages, begin: usize, data: usize, end: usize) -> Struct {
    let encodings: &[i32] = if pages.dictionary.is_empty() { &[RLE, PLAIN] } else { &[RLE, PLAIN, RLE_DICTIONARY] };
    let mut meta = Struct::default()
        .i32(1, physical(column))
        .i32s(2, encodings)
        .texts(3, &[column.name])
        .i32(4, GZIP)
        .i64(5, column.valid.len() as i64)
        .i64(6, pages.plain as i64)
        .i64(7, (end - begin) as i64)
        .i64(9, data as i64);
    if !pages.dictionary.is_empty() {
        meta = meta.i64(11, begin as i64);
    }
    let missing = column.valid.iter().filter(|valid| !**valid).count();
    Struct::default().i64(2, begin as i64).inner(3, meta.inner(12, Struct::default().i64(3, missing as i64)))
}

/// The pages of a column, with their headers, and how long they would be without compression.
struct Pages {
    dictionary: Vec<u8>,
    data: Vec<u8>,
    plain: usize,
}

fn pages(column: &FilledColumn) -> io::Result<Pages> {
    let rows = column.valid.len();
    let levels = hybrid(column.valid.iter().map(|&valid| u32::from(valid)), rows, 1);
    let mut body = (levels.len() as u32).to_le_bytes().to_vec();
    body.extend(levels);
    let dictionary = if let Values::Text(ends, bytes) = &column.values { Dictionary::of(&column.valid, ends, bytes) } else { None };
    let encoding = match &dictionary {
        Some(dictionary) => {
            let width = 32 - (dictionary.entries.max(2) as u32 - 1).leading_zeros();
            body.push(width as u8);
            body.extend(hybrid(dictionary.indices.iter().copied(), dictionary.indices.len(), width));
            RLE_DICTIONARY
        }
        None => {
            plain(column, &mut body);
            PLAIN
        }
    };
    let header = Struct::default().i32(1, rows as i32).i32(2, encoding).i32(3, RLE).i32(4, RLE);
    let (data, mut whole) = page(DATA_PAGE, 5, header, &body)?;
    let mut pages = Pages { dictionary: Vec::new(), data, plain: 0 };
    if let Some(dictionary) = dictionary {
        let header = Struct::default().i32(1, dictionary.entries as i32).i32(2, PLAIN);
        let (page, plain) = page(DICTIONARY_PAGE, 7, header, &dictionary.bytes)?;
        (pages.dictionary, whole) = (page, whole + plain);
    }
    pages.plain = whole;
    Ok(pages)
}

/// A page with its header, and its length without compression.
fn page(kind: i32, field: u8, header: Struct, body: &[u8]) -> io::Result<(Vec<u8>, usize)> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(body)?;
    let packed = encoder.finish()?;
    let mut page = Struct::default().i32(1, kind).i32(2, body.len() as i32).i32(3, packed.len() as i32).inner(field, header).end();
    let plain = page.len() + body.len();
    page.extend(packed);
    Ok((page, plain))
}

/// The values that are there, one after the other.
fn plain(column: &FilledColumn, body: &mut Vec<u8>) {
    let there = |row: &usize| column.valid[*row];
    let rows = (0..column.valid.len()).filter(there);
    match &column.values {
        Values::Text(ends, bytes) => rows.for_each(|row| text(body, &bytes[ends[row] as usize..ends[row + 1] as usize])),
        Values::Double(values) => rows.for_each(|row| body.extend(values[row].to_le_bytes())),
        Values::Integer(values) => rows.for_each(|row| body.extend(values[row].to_le_bytes())),
        Values::Date(values) => rows.for_each(|row| body.extend(values[row].to_le_bytes())),
    }
}

fn text(body: &mut Vec<u8>, text: &[u8]) {
    body.extend((text.len() as u32).to_le_bytes());
    body.extend_from_slice(text);
}

/// The texts of a column that repeat, each once, and which of them each value is.
struct Dictionary {
    entries: usize,
    bytes: Vec<u8>,
    indices: Vec<u32>,
}

impl Dictionary {
    /// None where most values differ: then it saves nothing.
    fn of(valid: &[bool], ends: &[i32], bytes: &[u8]) -> Option<Dictionary> {
        let mut known: FxHashMap<&[u8], u32> = FxHashMap::default();
        let mut dictionary = Dictionary { entries: 0, bytes: Vec::new(), indices: Vec::new() };
        for row in (0..valid.len()).filter(|&row| valid[row]) {
            let value = &bytes[ends[row] as usize..ends[row + 1] as usize];
            let next = known.len() as u32;
            let index = *known.entry(value).or_insert_with(|| {
                text(&mut dictionary.bytes, value);
                next
            });
            dictionary.indices.push(index);
        }
        dictionary.entries = known.len();
        (dictionary.entries > 0 && dictionary.entries * 2 <= dictionary.indices.len()).then_some(dictionary)
    }
}

/// Small numbers in so many bits each: as one run where all are the same, else packed, the lowest bit first, in groups of eight.
fn hybrid(numbers: impl Iterator<Item = u32> + Clone, length: usize, width: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut all = numbers.clone();
    let first = all.next().unwrap_or_default();
    if all.all(|number| number == first) {
        varint(&mut bytes, (length as u64) << 1);
        bytes.extend_from_slice(&first.to_le_bytes()[..width.div_ceil(8) as usize]);
        return bytes;
    }
    varint(&mut bytes, (length.div_ceil(8) as u64) << 1 | 1);
    let end = bytes.len() + length.div_ceil(8) * width as usize;
    let (mut held, mut bits) = (0u64, 0);
    for number in numbers {
        held |= u64::from(number) << bits;
        bits += width;
        while bits >= 8 {
            bytes.push(held as u8);
            held >>= 8;
            bits -= 8;
        }
    }
    bytes.push(held as u8);
    bytes.resize(end, 0);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn small_numbers_are_packed() {
        // The example of the format's documentation: 0 to 7 in three bits.
        assert_eq!(hybrid(0..8, 8, 3), [3, 0b1000_1000, 0b1100_0110, 0b1111_1010]);
        assert_eq!(hybrid([1; 300].into_iter(), 300, 1), [0xD8, 4, 1]);
        assert_eq!(hybrid([1, 0, 1].into_iter(), 3, 1), [3, 0b101]);
        assert_eq!(hybrid([1, 0, 1].into_iter(), 3, 9).len(), 1 + 9);
    }

    #[test]
    fn a_file_begins_and_ends_as_the_format_says() {
        let sheet = sample::analysis().sheet;
        let mut bytes = Vec::new();
        let mut file = Parquet::new(&mut bytes, ColumnTable::facts()).expect("memory");
        let mut table = ColumnTable::facts();
        table.push_facts("a", &sheet);
        file.push(table).expect("memory");
        file.finish().expect("memory");
        let length = u32::from_le_bytes(bytes[bytes.len() - 8..bytes.len() - 4].try_into().expect("four bytes")) as usize;
        assert!(bytes.starts_with(MAGIC) && bytes.ends_with(MAGIC) && length < bytes.len());
    }

    #[test]
    fn texts_that_repeat_become_a_dictionary() {
        let dictionary = Dictionary::of(&[true, false, true, true, true], &[0, 1, 1, 2, 3, 4], b"aaba").expect("they repeat");
        assert_eq!((dictionary.entries, dictionary.indices), (2, vec![0, 0, 1, 0]));
        assert!(Dictionary::of(&[true, true], &[0, 1, 2], b"ab").is_none());
    }
}
