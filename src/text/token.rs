//! Words, numbers and signs: the one scan over the characters that everything else is anchored to.

use crate::lexicon::{self, Entry, Lexicon};
use crate::words::{Classes, currency, sign};

use super::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A run of letters, with inner apostrophes of contractions ("don't") and the periods of initials ("U.S.").
    /// A possessive ending ("’s") is a word of its own.
    Word,
    /// A run of digits with single inner separators: `1,234.56`, `1.234,56`, `12,34,567`, `1'234`.
    Number,
    /// One character that is neither a letter, a digit nor white space.
    Sign(char),
    /// One or more line ends; `blank` when a blank line stands between.
    Newline {
        /// Whether an empty line separates what is before and after.
        blank: bool,
    },
}

/// One token of the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// What the lexicon knows of the word; digits and signs have those that figures are looked for by.
    pub classes: Classes,
    /// The word's number in the lexicon, 0 for strangers and what is no word.
    pub number: u16,
}

impl Token {
    /// The token's text.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }

    /// Whether it is this sign.
    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    /// Whether it is this word, in any case. `word` must be lower case.
    #[inline]
    pub fn is_word(&self, text: &str, word: &str) -> bool {
        // Most words differ in length already.
        self.span.end - self.span.start == word.len()
            && self.kind == TokenKind::Word
            && text.as_bytes()[self.span.start..self.span.end].eq_ignore_ascii_case(word.as_bytes())
    }

    /// Whether no white space stands between this token and `next`.
    pub fn touches(&self, next: &Token) -> bool {
        self.span.end == next.span.start
    }
}

/// Cuts `text` into tokens, left to right, in linear time.
pub fn tokens(text: &str) -> Vec<Token> {
    let lexicon = lexicon::lexicon();
    let bytes = text.as_bytes();
    let mut out: Vec<Token> = Vec::with_capacity(text.len() / 4 + 8);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                let (token, end) = word(text, at, lexicon);
                out.push(token);
                end
            }
            b'\n' => newline(bytes, at, &mut out),
            _ if byte.is_ascii_whitespace() => at + 1,
            b'0'..=b'9' => {
                let end = number_end(text, at);
                out.push(Token { classes: Classes::FIGURE_SIGN, ..plain(at, end, TokenKind::Number) });
                end
            }
            _ => other(text, at, lexicon, &mut out),
        };
    }
    out
}

/// A token that the lexicon knows nothing of.
fn plain(start: usize, end: usize, kind: TokenKind) -> Token {
    Token { span: Span::new(start, end), kind, classes: Classes::NONE, number: 0 }
}

/// The word that starts with the ASCII letter at `start`, and its end.
#[inline]
fn word(text: &str, start: usize, lexicon: &Lexicon) -> (Token, usize) {
    let rest = &text.as_bytes()[start..];
    // Most words are plain letters up to a blank or a sign that cannot go on with them.
    let letters = match rest.first_chunk().map(leading_letters) {
        Some(letters @ ..CHUNK) => letters,
        _ => rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len()),
    };
    let may_go_on = rest.get(letters).is_some_and(|&next| next == b'\'' || next == b'.' && letters == 1 || !next.is_ascii());
    let (end, Entry { classes, number }) = if may_go_on {
        let end = word_end(text, start);
        (end, lexicon.entry(&text[start..end]))
    } else {
        let end = start + letters;
        (end, lexicon.entry_of_letters(text, start, end))
    };
    (Token { span: Span::new(start, end), kind: TokenKind::Word, classes, number }, end)
}

/// How many bytes are looked at together.
const CHUNK: usize = 16;

/// How many ASCII letters the bytes begin with. The top bit of each byte tells of it, all bytes at once.
#[inline]
fn leading_letters(bytes: &[u8; CHUNK]) -> usize {
    const fn each(byte: u8) -> u128 {
        u128::from_le_bytes([byte; CHUNK])
    }
    let bytes = u128::from_le_bytes(*bytes);
    let lower = (bytes | each(0x20)) & each(0x7f);
    let from_a = lower + each(0x80 - b'a');
    let after_z = lower + each(0x7f - b'z');
    let others = (!from_a | after_z | bytes) & each(0x80);
    others.trailing_zeros() as usize / 8
}

/// Reads what is neither an ASCII letter or digit nor a plain blank at `at`; gives the byte after it.
fn other(text: &str, at: usize, lexicon: &Lexicon, out: &mut Vec<Token>) -> usize {
    let first = text[at..].chars().next().expect("inside the text");
    let end = at + first.len_utf8();
    if matches!(first, '\'' | '’') && possessive(text, at, out.last()) {
        let number = lexicon.entry(&text[at..end + 1]).number;
        out.push(Token { number, ..plain(at, end + 1, TokenKind::Word) });
        return end + 1;
    }
    if first.is_alphabetic() {
        let span = Span::new(at, word_end(text, at));
        let Entry { classes, number } = lexicon.entry(span.of(text));
        out.push(Token { span, kind: TokenKind::Word, classes, number });
        return span.end;
    }
    if first.is_ascii_punctuation() || !is_blank(first) {
        let currency = if currency::is_sign(first) { Classes::CURRENCY_SIGN } else { Classes::NONE };
        let figure = if sign::is_figure_sign(first) { Classes::FIGURE_SIGN } else { Classes::NONE };
        let classes = currency.union(figure);
        out.push(Token { classes, ..plain(at, end, TokenKind::Sign(first)) });
    }
    end
}

/// White space and characters that print nothing.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || character.is_control() || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn newline(bytes: &[u8], mut at: usize, out: &mut Vec<Token>) -> usize {
    let start = at;
    let mut ends = 0;
    let mut after_last = at + 1;
    while at < bytes.len() && bytes[at].is_ascii_whitespace() {
        if bytes[at] == b'\n' {
            ends += 1;
            after_last = at + 1;
        }
        at += 1;
    }
    out.push(plain(start, after_last, TokenKind::Newline { blank: ends > 1 }));
    at
}

fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    loop {
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        let separator = match bytes.get(at) {
            Some(b'.' | b',' | b'\'') => 1,
            Some(_) if text[at..].starts_with('’') => '’'.len_utf8(),
            _ => return at,
        };
        if !bytes.get(at + separator).is_some_and(u8::is_ascii_digit) {
            return at;
        }
        at += separator;
    }
}

/// The end of a word that may hold more than ASCII letters.
fn word_end(text: &str, start: usize) -> usize {
    let initials = initials_end(text, start);
    if initials > start {
        return initials;
    }
    let mut characters = text[start..].char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if character.is_alphabetic() || is_combining(character) {
            continue;
        }
        if matches!(character, '\'' | '’') {
            let rest = &text[start + at + character.len_utf8()..];
            let letters = rest.chars().take_while(|c| c.is_alphabetic()).count();
            let is_possessive = letters == 1 && rest.starts_with(['s', 'S']);
            if letters > 0 && !is_possessive && characters.peek().is_some_and(|&(_, c)| c.is_alphabetic()) {
                continue;
            }
        }
        return start + at;
    }
    text.len()
}

/// The end of "U.S." or "J.P.": two or more single letters, each with its period.
fn initials_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut letters = 0;
    while at + 1 < bytes.len() && bytes[at].is_ascii_alphabetic() && bytes[at + 1] == b'.' {
        at += 2;
        letters += 1;
    }
    if letters >= 2 && !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) { at } else { start }
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

fn possessive(text: &str, at: usize, before: Option<&Token>) -> bool {
    let quote = text[at..].chars().next().map_or(0, char::len_utf8);
    let mut rest = text[at + quote..].chars();
    before.is_some_and(|token| token.span.end == at && !matches!(token.kind, TokenKind::Newline { .. }))
        && rest.next().is_some_and(|c| c == 's' || c == 'S')
        && !rest.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text(text)).collect()
    }

    #[test]
    fn words_numbers_and_signs() {
        assert_eq!(cut("Up 39% to $1.13bn (£600m)."), ["Up", "39", "%", "to", "$", "1.13", "bn", "(", "£", "600", "m", ")", "."]);
        assert_eq!(cut("Rs 12,34,567.50 crore"), ["Rs", "12,34,567.50", "crore"]);
        assert_eq!(cut("Q4CY24 3Q25"), ["Q", "4", "CY", "24", "3", "Q", "25"]);
    }

    #[test]
    fn apostrophes_and_initials() {
        assert_eq!(cut("Pakistan’s U.S. firm doesn't"), ["Pakistan", "’s", "U.S.", "firm", "doesn't"]);
        assert_eq!(cut("the bank's A. Smith"), ["the", "bank", "'s", "A", ".", "Smith"]);
        assert_eq!(cut("O'Neil 'quoted'"), ["O'Neil", "'", "quoted", "'"]);
    }

    #[test]
    fn line_ends() {
        let text = "one\ntwo\n \n three";
        let kinds: Vec<_> = tokens(text).iter().map(|token| token.kind).collect();
        assert_eq!(
            kinds,
            [TokenKind::Word, TokenKind::Newline { blank: false }, TokenKind::Word, TokenKind::Newline { blank: true }, TokenKind::Word]
        );
    }
}
