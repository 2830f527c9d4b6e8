//! A decimal in JSON, digit for digit: what `rust_decimal::serde::arbitrary_precision` writes, without a string and a parsed number
//! on the way. Most of a sheet's figures are four decimals.

use rust_decimal::Decimal;
pub(super) use rust_decimal::serde::arbitrary_precision::deserialize;
use serde::Serializer;
use serde::ser::SerializeStruct;

/// How serde_json calls a number that it keeps digit for digit, and the one field of it.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// More than the 29 digits, the sign, the point and the zeros of any decimal.
const LONGEST: usize = 64;

pub(super) fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let mut text = [0; LONGEST];
    let digits = write(value, &mut text);
    let mut number = serializer.serialize_struct(NUMBER, 1)?;
    number.serialize_field(NUMBER, digits)?;
    number.end()
}

/// Writes the decimal as it is displayed, from its last digit on.
fn write<'t>(value: &Decimal, text: &'t mut [u8; LONGEST]) -> &'t str {
    let mut first = LONGEST;
    let mut put = |byte: u8| {
        first -= 1;
        text[first] = byte;
    };
    let (mut rest, scale) = (value.mantissa().unsigned_abs(), value.scale());
    let mut written = 0;
    loop {
        // Division of so many bits is slow, and hardly any figure needs them.
        let digit = match u64::try_from(rest) {
            Ok(small) => {
                rest = u128::from(small / 10);
                small % 10
            }
            Err(_) => {
                let digit = rest % 10;
                rest /= 10;
                digit as u64
            }
        };
        put(b'0' + digit as u8);
        written += 1;
        if written == scale {
            put(b'.');
        }
        if rest == 0 && written > scale {
            break;
        }
    }
    if value.is_sign_negative() {
        put(b'-');
    }
    std::str::from_utf8(&text[first..]).unwrap_or_default()
}

/// The same of a decimal that may be missing.
pub(super) mod optional {
    use rust_decimal::Decimal;
    pub(in crate::sheet) use rust_decimal::serde::arbitrary_precision_option::deserialize;
    use serde::{Serialize, Serializer};

    struct Exact<'d>(&'d Decimal);

    impl Serialize for Exact<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            super::serialize(self.0, serializer)
        }
    }

    pub(in crate::sheet) fn serialize<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => serializer.serialize_some(&Exact(value)),
            None => serializer.serialize_none(),
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{LONGEST, write};

    #[test]
    fn decimals_are_written_as_they_are_displayed() {
        let mantissas = [0, 1, 9, 10, 5_000, 123_456_789, u64::MAX.into(), 79_228_162_514_264_337_593_543_950_335];
        for mantissa in mantissas.into_iter().flat_map(|mantissa: i128| [mantissa, -mantissa]) {
            for scale in [0, 1, 2, 5, 19, 28] {
                let mut value = Decimal::from_i128_with_scale(mantissa, scale);
                assert_eq!(write(&value, &mut [0; LONGEST]), value.to_string());
                value.set_sign_negative(true);
                assert_eq!(write(&value, &mut [0; LONGEST]), value.to_string());
            }
        }
    }
}
