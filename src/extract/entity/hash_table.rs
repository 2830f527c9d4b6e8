//! Embedded tables from the hash of a word or phrase to a small number: the gazetteer and the word clusters.
//!
//! The slots of a table are read where they lie in the program, so that nothing is built at the start. An entry lies in the slot that
//! the upper bits of its hash choose, or in the next free one, and keeps the lower 16 bits: a lookup reads a few neighbouring bytes.
//! A stranger is taken for an entry about once in ten thousand lookups.

/// The lower 16 bits of an entry's hash and its number, little-endian; all zero where the slot is free.
type HashSlot = [u8; 4];

/// A table in its bytes: a power of two of slots, of which some are free.
#[derive(Clone, Copy)]
pub(crate) struct HashTable {
    slots: &'static [HashSlot],
}

impl HashTable {
    const fn new(bytes: &'static [u8]) -> Self {
        let (slots, rest) = bytes.as_chunks();
        assert!(slots.len().is_power_of_two() && rest.is_empty());
        HashTable { slots }
    }

    /// The number kept for `hash`, or 0.
    #[inline]
    pub(crate) fn get(&self, hash: u32) -> u16 {
        let (home, key) = place(hash, self.slots.len());
        for slot in self.slots[home..].iter().chain(&self.slots[..home]) {
            let number = u16::from_le_bytes([slot[2], slot[3]]);
            if number == 0 || slot[..2] == key {
                return number;
            }
        }
        0
    }
}

/// The slot where the search for a hash begins, and what is kept of it.
fn place(hash: u32, slots: usize) -> (usize, [u8; 2]) {
    // Its upper bits are weak: this spreads the lower ones over them (Knuth's multiplicative hashing).
    let hash = hash.wrapping_mul(0x9e37_79b1);
    (((u64::from(hash) * slots as u64) >> 32) as usize, (hash as u16).to_le_bytes())
}

/// The bytes of a table that holds `entries`, of which no two may share a hash and none may have the number 0.
pub fn bytes_of(entries: &[(u32, u16)]) -> Vec<u8> {
    // At most three of four slots are taken, so that a search soon meets a free one.
    let mut slots = vec![HashSlot::default(); (entries.len() + entries.len() / 3 + 1).next_power_of_two()];
    for &(hash, number) in entries {
        assert_ne!(number, 0, "a number of 0 marks a free slot");
        let (mut at, key) = place(hash, slots.len());
        while slots[at] != HashSlot::default() {
            at = (at + 1) % slots.len();
        }
        slots[at] = [key[0], key[1], number.to_le_bytes()[0], number.to_le_bytes()[1]];
    }
    slots.concat()
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
pub(crate) fn gazetteer() -> HashTable {
    const TABLE: HashTable = HashTable::new(include_bytes!("gazetteer.bin"));
    TABLE
}

/// The word clusters by the hash of the word in lower case.
pub(crate) fn clusters() -> HashTable {
    const TABLE: HashTable = HashTable::new(include_bytes!("clusters.bin"));
    TABLE
}

/// Hash of a phrase that goes on with a word: start from 0.
pub fn phrase_step(phrase: u32, lower: u32) -> u32 {
    (phrase.rotate_left(5) ^ lower).wrapping_mul(0x9e37_79b9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_finds_its_entries_and_few_strangers() {
        let entries: Vec<(u32, u16)> = (1..=3000u16).map(|number| (phrase_step(7, u32::from(number)), number)).collect();
        let table = HashTable::new(bytes_of(&entries).leak());
        let wrong = entries.iter().filter(|&&(hash, number)| table.get(hash) != number).count();
        let strangers = (3001..=33_000).filter(|&word| table.get(phrase_step(7, word)) != 0).count();
        assert!(wrong <= 1 && strangers <= 30, "{wrong} entries hidden, {strangers} strangers of 30,000 found");
    }
}
