//! Files of texts, as all trainers read them.

use std::io::{BufRead, BufReader, Read};

/// Opens a file, unpacking .gz.
pub(crate) fn open(path: &str) -> Box<dyn BufRead> {
    let file = std::fs::File::open(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let reader: Box<dyn Read> = if path.ends_with(".gz") { Box::new(flate2::read::GzDecoder::new(file)) } else { Box::new(file) };
    Box::new(BufReader::new(reader))
}
