//! Hashes of words: FNV-1a, 32 bits.

/// What hashes start from.
pub(crate) const SEED: u32 = 0x811c_9dc5;

/// One step of the FNV-1a hash, 32 bits.
#[inline]
pub(crate) const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// Hash of bytes.
pub(crate) fn hash_bytes(bytes: &[u8]) -> u32 {
    bytes.iter().fold(SEED, |hash, &byte| step(hash, byte))
}

/// Hash of a word in lower case, as `NameWord::lower` holds it.
pub(crate) fn hash_lower(word: &str) -> u32 {
    let mut hash = SEED;
    let mut buffer = [0u8; 4];
    for character in word.chars() {
        for &byte in lower(character).encode_utf8(&mut buffer).as_bytes() {
            hash = step(hash, byte);
        }
    }
    hash
}

/// Hashes of words of plain letters in lower case, as `NameWord::lower` holds them, made when the program is built.
pub(crate) const fn hashes<const N: usize>(words: [&str; N]) -> [u32; N] {
    let mut hashes = [SEED; N];
    let mut at = 0;
    while at < N {
        let bytes = words[at].as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            assert!(bytes[i].is_ascii() && !bytes[i].is_ascii_uppercase());
            hashes[at] = step(hashes[at], bytes[i]);
            i += 1;
        }
        at += 1;
    }
    hashes
}

/// The letter in lower case, with one form of the apostrophe.
pub(crate) fn lower(character: char) -> char {
    if character.is_ascii() {
        character.to_ascii_lowercase()
    } else if character == '’' {
        '\''
    } else {
        character.to_lowercase().next().unwrap_or(character)
    }
}
