//! Words without their case.

/// A short word in lower case, on the stack.
pub(crate) struct LowerCase {
    bytes: [u8; 24],
    length: usize,
}

impl LowerCase {
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

/// The word with its ASCII letters in lower case, unless it is longer than any word of the tables.
pub(crate) fn lower_case(word: &str) -> Option<LowerCase> {
    let mut bytes = [0; 24];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    bytes.make_ascii_lowercase();
    Some(LowerCase { bytes, length: word.len() })
}
