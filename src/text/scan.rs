//! Whether a text holds certain bytes at all. Many are looked at together, since most texts hold none of them.

/// Bytes that are looked at together.
const STRETCH: usize = 64;

/// Whether `is`, a plain comparison, holds for any byte of the text.
#[inline]
pub(super) fn any_byte(text: &str, is: impl Fn(u8) -> bool) -> bool {
    let any = |bytes: &[u8]| bytes.iter().fold(0, |any, &byte| any | u8::from(is(byte))) != 0;
    let (stretches, rest) = text.as_bytes().as_chunks::<STRETCH>();
    stretches.iter().any(|stretch| any(stretch)) || any(rest)
}

/// Whether the byte stands twice on end.
pub(super) fn has_twice(text: &str, twice: u8) -> bool {
    let bytes = text.as_bytes();
    let any = |first: &[u8], second: &[u8]| {
        let both = |(&first, &second): (&u8, &u8)| u8::from(first == twice) & u8::from(second == twice);
        first.iter().zip(second).map(both).fold(0, |any, both| any | both) != 0
    };
    let second = bytes.get(1..).unwrap_or_default();
    let (firsts, first) = bytes[..second.len()].as_chunks::<STRETCH>();
    let (seconds, second) = second.as_chunks::<STRETCH>();
    firsts.iter().zip(seconds).any(|(first, second)| any(first, second)) || any(first, second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_found_wherever_they_stand() {
        for length in [0, 1, 2, 63, 64, 65, 66, 130] {
            let text = "a".repeat(length);
            assert!(!any_byte(&text, |byte| byte == b'|') && !has_twice(&text, b' '));
            for at in 0..length {
                let mut bytes = text.clone().into_bytes();
                bytes[at] = b' ';
                let one = String::from_utf8(bytes.clone()).expect("letters");
                assert!(any_byte(&one, |byte| byte == b' ') && !has_twice(&one, b' '));
                if at > 0 {
                    bytes[at - 1] = b' ';
                    assert!(has_twice(&String::from_utf8(bytes).expect("letters"), b' '));
                }
            }
        }
    }
}
