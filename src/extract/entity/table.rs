//! Embedded tables from the hash of a word or phrase to a small number: the gazetteer and the word clusters.
//!
//! Entries lie in buckets by the upper bits of their hash and keep its lower 16 bits, so that a lookup reads one or two entries of
//! the embedded bytes and nothing is built at the start. A stranger is taken for an entry about once in ten thousand lookups.

/// Upper bits of the hash that choose the bucket.
const BUCKET_BITS: u32 = 16;
const BUCKETS: usize = 1 << BUCKET_BITS;

/// A table in its bytes: the ends of all buckets (u32 each), then entries of 16 hash bits and a 16-bit number, little-endian.
#[derive(Clone, Copy)]
pub struct Table {
    bytes: &'static [u8],
}

impl Table {
    /// The number kept for `hash`, or 0.
    #[inline]
    pub fn get(&self, hash: u32) -> u16 {
        let hash = mix(hash);
        let bucket = (hash >> (32 - BUCKET_BITS)) as usize;
        let start = if bucket == 0 { 0 } else { self.end(bucket - 1) };
        let key = (hash as u16).to_le_bytes();
        let base = BUCKETS * 4;
        for entry in start..self.end(bucket) {
            let Some(entry) = self.bytes.get(base + entry * 4..base + entry * 4 + 4) else { return 0 };
            if entry[..2] == key {
                return u16::from_le_bytes([entry[2], entry[3]]);
            }
        }
        0
    }

    fn end(&self, bucket: usize) -> usize {
        match self.bytes.get(bucket * 4..bucket * 4 + 4) {
            Some(end) => u32::from_le_bytes([end[0], end[1], end[2], end[3]]) as usize,
            None => 0,
        }
    }
}

/// Spreads a hash, whose upper bits are weak, over all bits.
fn mix(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

/// The bytes of a table that holds `entries`, of which no two may share a hash.
pub fn bytes_of(entries: &[(u32, u16)]) -> Vec<u8> {
    let mut entries: Vec<(u32, u16)> = entries.iter().map(|&(hash, number)| (mix(hash), number)).collect();
    entries.sort_unstable();
    let mut ends = vec![0u32; BUCKETS];
    for &(hash, _) in &entries {
        ends[(hash >> (32 - BUCKET_BITS)) as usize] += 1;
    }
    let mut sum = 0;
    let mut bytes = Vec::with_capacity(BUCKETS * 4 + entries.len() * 4);
    for end in ends {
        sum += end;
        bytes.extend_from_slice(&sum.to_le_bytes());
    }
    for (hash, number) in entries {
        bytes.extend_from_slice(&(hash as u16).to_le_bytes());
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes
}

/// The lists that a phrase stands in, as bits of its number in the gazetteer.
pub mod list {
    /// Given names (US Census).
    pub const GIVEN: u16 = 1;
    /// Surnames (US Census).
    pub const SURNAME: u16 = 1 << 1;
    /// Cities of more than 100,000 people or so (GeoNames).
    pub const CITY: u16 = 1 << 2;
    /// Smaller towns (GeoNames).
    pub const TOWN: u16 = 1 << 3;
    /// Countries and their parts: our table.
    pub const COUNTRY: u16 = 1 << 4;
    /// Companies (SEC registrants).
    pub const COMPANY: u16 = 1 << 5;
    /// Authorities, media, parties, clubs: our table.
    pub const ORGANIZATION: u16 = 1 << 6;
    /// Indices, currencies, laws, events: names that are none of the three.
    pub const OTHER: u16 = 1 << 7;
    /// The phrase is the beginning of a longer one.
    pub const PREFIX: u16 = 1 << 15;
}

/// The phrases of the gazetteer, hashed by [`phrase_step`].
pub fn gazetteer() -> Table {
    Table { bytes: include_bytes!("gazetteer.bin") }
}

/// The word clusters by the hash of the word in lower case.
pub fn clusters() -> Table {
    Table { bytes: include_bytes!("clusters.bin") }
}

/// Hash of a phrase that goes on with a word: start from 0.
pub fn phrase_step(phrase: u32, lower: u32) -> u32 {
    (phrase.rotate_left(5) ^ lower).wrapping_mul(0x9e37_79b9)
}
