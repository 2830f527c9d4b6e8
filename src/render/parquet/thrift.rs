//! Thrift's compact protocol, as far as Parquet's headers and footer need it
//! (<https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>).

const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// A struct that is being written: its fields in the order of their numbers.
#[derive(Default)]
pub(super) struct Struct {
    bytes: Vec<u8>,
    last: u8,
}

impl Struct {
    /// A field of 32 bits.
    pub(super) fn i32(mut self, number: u8, value: i32) -> Struct {
        self.field(number, I32);
        self.varint(zigzag(i64::from(value)));
        self
    }

    /// A field of 64 bits.
    pub(super) fn i64(mut self, number: u8, value: i64) -> Struct {
        self.field(number, I64);
        self.varint(zigzag(value));
        self
    }

    /// A field of text.
    pub(super) fn text(mut self, number: u8, text: &str) -> Struct {
        self.field(number, BINARY);
        self.binary(text);
        self
    }

    /// A field that is a struct.
    pub(super) fn inner(mut self, number: u8, inner: Struct) -> Struct {
        self.field(number, STRUCT);
        self.bytes.extend(inner.end());
        self
    }

    /// A field that is a list of structs.
    pub(super) fn structs(mut self, number: u8, items: impl ExactSizeIterator<Item = Struct>) -> Struct {
        self.list(number, STRUCT, items.len());
        items.for_each(|item| self.bytes.extend(item.end()));
        self
    }

    /// A field that is a list of 32-bit numbers.
    pub(super) fn i32s(mut self, number: u8, items: &[i32]) -> Struct {
        self.list(number, I32, items.len());
        items.iter().for_each(|&item| self.varint(zigzag(i64::from(item))));
        self
    }

    /// A field that is a list of texts.
    pub(super) fn texts(mut self, number: u8, items: &[&str]) -> Struct {
        self.list(number, BINARY, items.len());
        items.iter().for_each(|item| self.binary(item));
        self
    }

    /// The bytes of the whole struct.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.bytes.push(0);
        self.bytes
    }

    fn field(&mut self, number: u8, kind: u8) {
        debug_assert!(number > self.last && number - self.last < 16, "fields come in order");
        self.bytes.push((number - self.last) << 4 | kind);
        self.last = number;
    }

    fn list(&mut self, number: u8, kind: u8, length: usize) {
        self.field(number, LIST);
        if length < 15 {
            self.bytes.push((length as u8) << 4 | kind);
        } else {
            self.bytes.push(0xF0 | kind);
            self.varint(length as u64);
        }
    }

    fn binary(&mut self, text: &str) {
        self.varint(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn varint(&mut self, value: u64) {
        varint(&mut self.bytes, value);
    }
}

/// Appends a number in groups of seven bits, the lowest first.
pub(super) fn varint(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_those_of_the_protocol() {
        assert_eq!(Struct::default().i32(1, -1).i64(3, 150).end(), [0x15, 1, 0x26, 0xAC, 2, 0]);
        assert_eq!(Struct::default().text(2, "ab").i32s(3, &[1, 2]).end(), [0x28, 2, b'a', b'b', 0x19, 0x25, 2, 4, 0]);
        let many = Struct::default().texts(1, &[""; 20]).end();
        assert_eq!(many[..3], [0x19, 0xF8, 20]);
    }
}
