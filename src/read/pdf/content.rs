//! The operators of a content stream, one after the other (PDF 1.7, section 7.8.2). What cannot be understood is passed over.

/// What stands before an operator.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Operand {
    /// A number.
    Number(f64),
    /// A name without its slash.
    Name(Vec<u8>),
    /// The bytes of a string.
    Text(Vec<u8>),
    /// An array.
    Array(Vec<Operand>),
    /// A dictionary: names and values in turn.
    Dictionary(Vec<Operand>),
}

impl Operand {
    /// The number, where it is one.
    pub(super) fn number(&self) -> Option<f64> {
        if let Operand::Number(number) = self { Some(*number) } else { None }
    }
}

/// The most operands that an operator may have; what stands before them is dropped.
const MOST_OPERANDS: usize = 64;
/// Arrays in arrays.
const DEEPEST: usize = 8;

/// Reads a content stream.
pub(super) struct ContentStream<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> ContentStream<'a> {
    /// The operators of these bytes.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        ContentStream { bytes, at: 0 }
    }

    /// The next operator, its operands put into `operands`; `None` at the end.
    pub(super) fn next(&mut self, operands: &mut Vec<Operand>) -> Option<&'a [u8]> {
        self.next_with(operands, MOST_OPERANDS)
    }

    /// Likewise, where an operator may have hundreds of operands.
    pub(super) fn next_of_many(&mut self, operands: &mut Vec<Operand>) -> Option<&'a [u8]> {
        self.next_with(operands, 100 * MOST_OPERANDS)
    }

    fn next_with(&mut self, operands: &mut Vec<Operand>, most: usize) -> Option<&'a [u8]> {
        operands.clear();
        loop {
            self.blanks();
            let byte = *self.bytes.get(self.at)?;
            if let Some(operand) = self.operand(byte, 0) {
                if operands.len() == most {
                    operands.clear();
                }
                operands.push(operand);
                continue;
            }
            let word = self.word();
            match word {
                b"" => self.at += 1,
                b"true" | b"false" | b"null" => {}
                b"ID" => self.skip_image(),
                _ => return Some(word),
            }
        }
    }

    fn blanks(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'%' => {
                    while self.bytes.get(self.at).is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
                        self.at += 1;
                    }
                }
                0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ' => self.at += 1,
                _ => return,
            }
        }
    }

    /// The regular characters from here on.
    fn word(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(|&byte| is_regular(byte)) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    /// The operand that starts here with `byte`, where one does.
    fn operand(&mut self, byte: u8, depth: usize) -> Option<Operand> {
        match byte {
            b'/' => {
                self.at += 1;
                Some(Operand::Name(name(self.word())))
            }
            b'(' => Some(Operand::Text(self.literal())),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                Some(Operand::Dictionary(self.list(b'>', depth)))
            }
            b'<' => Some(Operand::Text(self.hexadecimal())),
            b'[' => {
                self.at += 1;
                Some(Operand::Array(self.list(b']', depth)))
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => Some(Operand::Number(number(self.word()))),
            _ => None,
        }
    }

    /// Operands up to `end`; words that are none are passed over.
    fn list(&mut self, end: u8, depth: usize) -> Vec<Operand> {
        let mut list = Vec::new();
        loop {
            self.blanks();
            let Some(&byte) = self.bytes.get(self.at) else { return list };
            if byte == end {
                self.at += if end == b'>' { 2 } else { 1 };
                return list;
            }
            match if depth < DEEPEST { self.operand(byte, depth + 1) } else { None } {
                Some(operand) => list.push(operand),
                None if self.word().is_empty() => self.at += 1,
                None => {}
            }
        }
    }

    /// A string in parentheses.
    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 0;
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'(' => {
                    depth += 1;
                    if depth > 1 {
                        text.push(byte);
                    }
                }
                b')' if depth == 1 => break,
                b')' => {
                    depth -= 1;
                    text.push(byte);
                }
                b'\\' => text.extend(self.escaped()),
                _ => text.push(byte),
            }
        }
        text
    }

    /// What a backslash and the characters after it stand for.
    fn escaped(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'\r' => {
                self.at += usize::from(self.bytes.get(self.at) == Some(&b'\n'));
                None
            }
            b'\n' => None,
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.bytes.get(self.at).copied() else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                u8::try_from(code & 255).ok()
            }
            other => Some(other),
        }
    }

    /// A string in hexadecimal digits.
    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut text = Vec::new();
        let mut high = None;
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = (byte as char).to_digit(16).and_then(|digit| u8::try_from(digit).ok()) else { continue };
            match high.take() {
                Some(high) => text.push(high << 4 | digit),
                None => high = Some(digit),
            }
        }
        text.extend(high.map(|high| high << 4));
        text
    }

    /// Passes over the data of an inline image: up to "EI" between blanks.
    fn skip_image(&mut self) {
        let is_end = |window: &[u8]| window[0].is_ascii_whitespace() && &window[1..3] == b"EI" && !is_regular(window[3]);
        let rest = &self.bytes[self.at..];
        self.at += rest.windows(4).position(is_end).map_or(rest.len(), |at| at + 3);
    }
}

fn is_regular(byte: u8) -> bool {
    !matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// A name with its "#20" made characters.
fn name(word: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(word.len());
    let mut at = 0;
    while at < word.len() {
        let code = word.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok());
        match code.filter(|_| word[at] == b'#') {
            Some(code) => {
                name.push(code);
                at += 3;
            }
            None => {
                name.push(word[at]);
                at += 1;
            }
        }
    }
    name
}

/// A number; of a broken one ("--5", "1.2.3") what readers agree on.
fn number(word: &[u8]) -> f64 {
    let text = str::from_utf8(word).unwrap_or_default();
    text.parse().ok().filter(|number: &f64| number.is_finite()).unwrap_or_else(|| {
        let sign = if text.starts_with('-') { -1. } else { 1. };
        let text = text.trim_start_matches(['-', '+']);
        let end = text.char_indices().find(|(at, c)| !(c.is_ascii_digit() || *c == '.' && !text[..*at].contains('.')));
        sign * text[..end.map_or(text.len(), |(at, _)| at)].parse().unwrap_or(0.)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(content: &str) -> Vec<(String, Vec<Operand>)> {
        let mut content = ContentStream::new(content.as_bytes());
        let mut operands = Vec::new();
        let mut all = Vec::new();
        while let Some(operator) = content.next(&mut operands) {
            all.push((String::from_utf8_lossy(operator).into_owned(), operands.clone()));
        }
        all
    }

    #[test]
    fn operators_and_operands() {
        use Operand::*;
        let text = |text: &str| Text(text.into());
        assert_eq!(
            all("BT /F#201 -.5 Tf [(a\\(b\\051(c)) -120 <4142 4>]TJ % remark\n(x)' ET"),
            [
                ("BT".into(), vec![]),
                ("Tf".into(), vec![Name(b"F 1".to_vec()), Number(-0.5)]),
                ("TJ".into(), vec![Array(vec![text("a(b)(c)"), Number(-120.), text("AB@")])]),
                ("'".into(), vec![text("x")]),
                ("ET".into(), vec![]),
            ]
        );
        let image = all("BI /W 1 ID \u{1}EIx\u{2} EI Q /Span <</ActualText (a) /X [1 2]>> BDC");
        assert_eq!(image.iter().map(|(operator, _)| operator.as_str()).collect::<Vec<_>>(), ["BI", "Q", "BDC"]);
        assert_eq!(all(") > ] 5 (open"), []);
        assert_eq!(all("--5 1.2.3 w"), [("w".into(), vec![Number(-5.), Number(1.2)])]);
    }
}
