//! Python objects straight from the library's types: a struct becomes the record class of its name, a decimal a `Decimal`, an ISO date
//! under the name of a date a `datetime.date`. New fields of the library appear by themselves.

use std::fmt;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyString};
use serde::ser::{self, Serialize};

/// The fields that hold an ISO date.
const DATES: &[&str] = &["from", "to", "date", "reference_date"];
/// The name under which serde_json passes a number of any precision on.
const NUMBER: &str = "$serde_json::private::Number";

/// What records, decimals and dates are made by.
struct Makers {
    records: Py<PyDict>,
    record: Py<PyAny>,
    decimal: Py<PyAny>,
    date: Py<PyAny>,
}

static MAKERS: PyOnceLock<Makers> = PyOnceLock::new();

/// A value as Python object.
pub fn object<'py, T: Serialize + ?Sized>(py: Python<'py>, value: &T) -> PyResult<Bound<'py, PyAny>> {
    let makers = MAKERS.get_or_try_init(py, || {
        let records = py.import("newsfacts._records")?;
        Ok::<_, PyErr>(Makers {
            records: records.getattr("RECORDS")?.cast_into::<PyDict>()?.unbind(),
            record: records.getattr("Record")?.unbind(),
            decimal: py.import("decimal")?.getattr("Decimal")?.unbind(),
            date: py.import("datetime")?.getattr("date")?.getattr("fromisoformat")?.unbind(),
        })
    })?;
    value.serialize(Maker { py, makers, date: false }).map_err(|error| error.0)
}

/// An exception on the way.
#[derive(Debug)]
struct Error(PyErr);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {}

impl ser::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Error(PyValueError::new_err(message.to_string()))
    }
}

impl From<PyErr> for Error {
    fn from(error: PyErr) -> Self {
        Error(error)
    }
}

type Made<'py> = Result<Bound<'py, PyAny>, Error>;

/// Makes one object. `date` tells that a string is an ISO date.
#[derive(Clone, Copy)]
struct Maker<'py, 'm> {
    py: Python<'py>,
    makers: &'m Makers,
    date: bool,
}

macro_rules! plain {
    ($($method:ident($type:ty)),*) => {
        $(fn $method(self, value: $type) -> Made<'py> {
            Ok(value.into_pyobject(self.py).map_err(|error| Error(PyErr::from(error)))?.to_owned().into_any())
        })*
    };
}

impl<'py, 'm> ser::Serializer for Maker<'py, 'm> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;
    type SerializeSeq = Items<'py, 'm>;
    type SerializeTuple = Items<'py, 'm>;
    type SerializeTupleStruct = Items<'py, 'm>;
    type SerializeTupleVariant = ser::Impossible<Self::Ok, Error>;
    type SerializeMap = Fields<'py, 'm>;
    type SerializeStruct = Fields<'py, 'm>;
    type SerializeStructVariant = ser::Impossible<Self::Ok, Error>;

    plain!(
        serialize_bool(bool), serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64), serialize_u8(u8),
        serialize_u16(u16), serialize_u32(u32), serialize_u64(u64), serialize_f32(f32), serialize_f64(f64), serialize_char(char)
    );

    fn serialize_str(self, value: &str) -> Made<'py> {
        match self.date {
            true => Ok(self.makers.date.bind(self.py).call1((value,))?),
            false => Ok(PyString::new(self.py, value).into_any()),
        }
    }

    fn serialize_bytes(self, value: &[u8]) -> Made<'py> {
        Ok(pyo3::types::PyBytes::new(self.py, value).into_any())
    }

    fn serialize_none(self) -> Made<'py> {
        Ok(self.py.None().into_bound(self.py))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Made<'py> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Made<'py> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Made<'py> {
        Ok(PyString::intern(self.py, variant).into_any())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, value: &T) -> Made<'py> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'py, 'm>, Error> {
        Ok(Items { maker: self, list: PyList::empty(self.py) })
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'py, 'm>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'py, 'm>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeTupleVariant, Error> {
        Err(ser::Error::custom("no such type is published"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'py, 'm>, Error> {
        Ok(Fields { maker: self, fields: self.makers.record.bind(self.py).call0()?, key: None, number: false })
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'py, 'm>, Error> {
        let class = self.makers.records.bind(self.py).get_item(name)?;
        let fields = match class {
            Some(class) => class.call0()?,
            None => self.makers.record.bind(self.py).call0()?,
        };
        Ok(Fields { maker: self, fields, key: None, number: name == NUMBER })
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeStructVariant, Error> {
        Err(ser::Error::custom("no such type is published"))
    }
}

/// A list that is being made.
struct Items<'py, 'm> {
    maker: Maker<'py, 'm>,
    list: Bound<'py, PyList>,
}

impl<'py> Items<'py, '_> {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        Ok(self.list.append(value.serialize(Maker { date: false, ..self.maker })?)?)
    }
}

impl<'py> ser::SerializeSeq for Items<'py, '_> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }

    fn end(self) -> Made<'py> {
        Ok(self.list.into_any())
    }
}

impl<'py> ser::SerializeTuple for Items<'py, '_> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }

    fn end(self) -> Made<'py> {
        Ok(self.list.into_any())
    }
}

impl<'py> ser::SerializeTupleStruct for Items<'py, '_> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }

    fn end(self) -> Made<'py> {
        Ok(self.list.into_any())
    }
}

/// A record that is being made, or the digits of a number.
struct Fields<'py, 'm> {
    maker: Maker<'py, 'm>,
    fields: Bound<'py, PyAny>,
    key: Option<Bound<'py, PyAny>>,
    number: bool,
}

impl<'py> ser::SerializeStruct for Fields<'py, '_> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        let made = value.serialize(Maker { date: DATES.contains(&name), ..self.maker })?;
        if self.number {
            self.fields = self.maker.makers.decimal.bind(self.maker.py).call1((made,))?;
        } else {
            self.fields.set_item(PyString::intern(self.maker.py, name), made)?;
        }
        Ok(())
    }

    fn end(self) -> Made<'py> {
        Ok(self.fields)
    }
}

impl<'py> ser::SerializeMap for Fields<'py, '_> {
    type Ok = Bound<'py, PyAny>;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.key = Some(key.serialize(Maker { date: false, ..self.maker })?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let made = value.serialize(Maker { date: false, ..self.maker })?;
        if let Some(key) = self.key.take() {
            self.fields.set_item(key, made)?;
        }
        Ok(())
    }

    fn end(self) -> Made<'py> {
        Ok(self.fields)
    }
}
