//! JSON on one line, to the byte as serde_json prints it, without its pass over the letters of every key: a sheet is several times as
//! long as its article, and most of it is keys.

use std::fmt::Display;

use serde::Serialize;
use serde::ser;

use crate::sheet::NUMBER;

/// A value as JSON on one line; `room` is about how long it gets.
pub(super) fn line(value: &impl Serialize, room: usize) -> Result<String, Unwritten> {
    let mut writer = Writer { out: String::with_capacity(room), raw: false };
    value.serialize(&mut writer)?;
    Ok(writer.out)
}

/// What no sheet holds: bytes, keys that are no words.
#[derive(Debug)]
pub(super) struct Unwritten(String);

impl Display for Unwritten {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unwritten {}

impl ser::Error for Unwritten {
    fn custom<T: Display>(what: T) -> Self {
        Unwritten(what.to_string())
    }
}

struct Writer {
    out: String,
    /// Whether the next string is the digits of a number.
    raw: bool,
}

impl Writer {
    fn number(&mut self, mut rest: u64) {
        // The digits, the last one first.
        let mut digits = [0; 20];
        let mut count = 0;
        loop {
            digits[count] = b'0' + (rest % 10) as u8;
            count += 1;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        digits[..count].iter().rev().for_each(|&digit| self.out.push(char::from(digit)));
    }

    fn string(&mut self, value: &str) {
        self.out.push('"');
        let mut rest = value;
        while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
            self.out.push_str(&rest[..at]);
            self.escape(rest.as_bytes()[at]);
            rest = &rest[at + 1..];
        }
        self.out.push_str(rest);
        self.out.push('"');
    }

    #[cold]
    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'\n' => 'n',
            b'\r' => 'r',
            b'\t' => 't',
            0x08 => 'b',
            0x0c => 'f',
            _ => return self.out.push_str(&format!("\\u{byte:04x}")),
        };
        self.out.push('\\');
        self.out.push(short);
    }

    /// Opens an object with one key, which is the name of a variant.
    fn variant(&mut self, variant: &str) {
        self.out.push('{');
        self.string(variant);
        self.out.push(':');
    }
}

/// A list or an object that is being written.
struct Part<'w> {
    writer: &'w mut Writer,
    first: bool,
    /// What ends it.
    end: &'static str,
}

impl Part<'_> {
    fn next(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.writer.out.push(',');
        }
    }

    fn item(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Unwritten> {
        self.next();
        value.serialize(&mut *self.writer)
    }

    fn field(&mut self, key: &str, value: &(impl Serialize + ?Sized)) -> Result<(), Unwritten> {
        if self.end.is_empty() {
            self.writer.raw = true;
        } else {
            self.next();
            // The names of fields hold nothing that is written in another way.
            self.writer.out.push('"');
            self.writer.out.push_str(key);
            self.writer.out.push_str("\":");
        }
        value.serialize(&mut *self.writer)
    }

    fn close(self) -> Result<(), Unwritten> {
        self.writer.out.push_str(self.end);
        Ok(())
    }
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Unwritten;
    type SerializeSeq = Part<'w>;
    type SerializeTuple = Part<'w>;
    type SerializeTupleStruct = Part<'w>;
    type SerializeTupleVariant = Part<'w>;
    type SerializeMap = Part<'w>;
    type SerializeStruct = Part<'w>;
    type SerializeStructVariant = Part<'w>;

    fn serialize_bool(self, value: bool) -> Result<(), Unwritten> {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unwritten> {
        if value < 0 {
            self.out.push('-');
        }
        self.number(value.unsigned_abs());
        Ok(())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unwritten> {
        self.number(value);
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Unwritten> {
        if std::mem::take(&mut self.raw) {
            self.out.push_str(value)
        } else {
            self.string(value)
        }
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unwritten> {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Part<'w>, Unwritten> {
        self.out.push('[');
        Ok(Part { writer: self, first: true, end: "]" })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Part<'w>, Unwritten> {
        self.out.push('{');
        Ok(Part { writer: self, first: true, end: "}" })
    }

    fn serialize_struct(self, name: &'static str, length: usize) -> Result<Part<'w>, Unwritten> {
        if name == NUMBER {
            return Ok(Part { writer: self, first: true, end: "" });
        }
        self.serialize_map(Some(length))
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Part<'w>, Unwritten> {
        self.variant(variant);
        self.out.push('[');
        Ok(Part { writer: self, first: true, end: "]}" })
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Part<'w>, Unwritten> {
        self.variant(variant);
        self.out.push('{');
        Ok(Part { writer: self, first: true, end: "}}" })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unwritten> {
        self.variant(variant);
        value.serialize(&mut *self)?;
        self.out.push('}');
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unwritten> {
        Err(ser::Error::custom("bytes"))
    }

    fn serialize_f64(self, _: f64) -> Result<(), Unwritten> {
        Err(ser::Error::custom("a float"))
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unwritten> {
        self.serialize_f64(value.into())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unwritten> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unwritten> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unwritten> {
        self.serialize_i64(value.into())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unwritten> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unwritten> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unwritten> {
        self.serialize_u64(value.into())
    }

    fn serialize_char(self, value: char) -> Result<(), Unwritten> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritten> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritten> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritten> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unwritten> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unwritten> {
        value.serialize(self)
    }

    fn serialize_tuple(self, length: usize) -> Result<Part<'w>, Unwritten> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Part<'w>, Unwritten> {
        self.serialize_seq(Some(length))
    }
}

/// The ways of serde to write a list, all one to JSON.
macro_rules! lists {
    ($($form:ident $item:ident),*) => {$(
        impl ser::$form for Part<'_> {
            type Ok = ();
            type Error = Unwritten;

            fn $item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
                self.item(value)
            }

            fn end(self) -> Result<(), Unwritten> {
                self.close()
            }
        }
    )*};
}

lists!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field, SerializeTupleVariant serialize_field);

/// The ways to write an object whose keys are fields.
macro_rules! objects {
    ($($form:ident),*) => {$(
        impl ser::$form for Part<'_> {
            type Ok = ();
            type Error = Unwritten;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unwritten> {
                self.field(key, value)
            }

            fn end(self) -> Result<(), Unwritten> {
                self.close()
            }
        }
    )*};
}

objects!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Part<'_> {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritten> {
        self.next();
        let at = self.writer.out.len();
        key.serialize(&mut *self.writer)?;
        self.writer.out[at..].starts_with('"').then_some(()).ok_or_else(|| ser::Error::custom("a key that is no word"))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
        self.writer.out.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Unwritten> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::line;
    use crate::{Article, Options, analyze};

    #[test]
    fn sheets_are_written_as_serde_json_writes_them() {
        for text in [
            "",
            "PARIS, Feb 3 (Agency) - Velora Corp's sales rose 12.5% to $4.5 million in 2024 from $4.0 million,\nsaid \"Ann\tLee\".",
            "Profit of €1.25-1.30 bn\u{1}, or −3 % \\ less; a third of 7,000 people.\n\nItem | 2023 | 2024\nSales | 1,200 | 1,400\nCosts | 800 | 900\n",
        ] {
            let sheet = analyze(&Article::from_text(text), &Options::default());
            assert_eq!(line(&sheet, 0).ok(), serde_json::to_string(&sheet).ok());
        }
    }

    #[test]
    fn every_form_is_written_as_serde_json_writes_it() {
        #[derive(serde::Serialize)]
        enum Form {
            Unit,
            One(i8),
            Two(u16, char),
            Named { a: Option<bool>, b: () },
        }
        let forms = (Form::Unit, Form::One(-5), Form::Two(0, '"'), Form::Named { a: Some(true), b: () }, i64::MIN, u64::MAX);
        assert_eq!(line(&forms, 0).ok(), serde_json::to_string(&forms).ok());
        let map = BTreeMap::from([("a\"b", "\u{8}\u{c}\u{1f}\u{7f}\r\n"), ("", "ü")]);
        assert_eq!(line(&map, 0).ok(), serde_json::to_string(&map).ok());
        assert!(line(&BTreeMap::from([(1, 2)]), 0).is_err() && line(&1.5, 0).is_err());
    }
}
