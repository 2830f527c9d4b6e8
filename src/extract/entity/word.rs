//! The words of a sentence as names need them: letters, digits and inner periods of one word glued together again.

use super::hash::{SEED, lower, step};
pub(crate) use super::hash::{hash_bytes, hash_lower, hashes};
use crate::document::Document;
use crate::text::{Sentence, Span, Token, TokenKind};

use super::vocabulary;

/// What a word looks like and is known as; bits of [`NameWord::flags`].
pub(crate) mod flag {
    /// Its first letter is a capital.
    pub(crate) const CAPITAL: u32 = 1;
    /// All its letters are capitals, two at least.
    pub(crate) const ALL_CAPITALS: u32 = 1 << 1;
    /// A capital stands after its first letter, and small letters too: "iPhone", "McDonald".
    pub(crate) const MIXED: u32 = 1 << 2;
    /// It has a digit.
    pub(crate) const DIGIT: u32 = 1 << 3;
    /// It has a letter.
    pub(crate) const LETTER: u32 = 1 << 4;
    /// Nothing stands between it and the word before.
    pub(crate) const TOUCHES: u32 = 1 << 5;
    /// It is the first word of its sentence, brackets and quotes left aside.
    pub(crate) const FIRST: u32 = 1 << 6;
    /// It ends with a period that belongs to it.
    pub(crate) const PERIOD: u32 = 1 << 7;
    /// Its sentence is all capitals.
    pub(crate) const SHOUTED: u32 = 1 << 8;
    /// Its sentence is a heading in which most words have capitals.
    pub(crate) const TITLE_CASE: u32 = 1 << 9;
    /// A possessive ending: 's.
    pub(crate) const POSSESSIVE: u32 = 1 << 10;
    /// Its sentence is a heading.
    pub(crate) const HEADING: u32 = 1 << 11;
}

/// A word with what the features need of it; hashes are of its letters, never of its place.
#[derive(Clone, Copy, Debug)]
pub struct NameWord {
    /// Where it stands.
    pub span: Span,
    /// What it looks like: bits of `flag`.
    pub flags: u32,
    /// The sign, where the word is one.
    pub sign: Option<char>,
    /// Hash of the word in lower case.
    pub lower: u32,
    /// Hash of the word as printed.
    pub form: u32,
    /// Hash of its shape: "Xxx-9" with runs shortened.
    pub shape: u32,
    /// Classes of the vocabulary: titles, organisation words, particles.
    pub classes: u32,
    /// Lists that a phrase starting at this word (low half) or running through it (high half) stands in.
    pub lists: u32,
}

impl NameWord {
    /// Whether any of the flags is set.
    pub fn is(&self, flags: u32) -> bool {
        self.flags & flags != 0
    }

    /// Whether the vocabulary gives it any of the classes.
    pub fn has(&self, classes: u32) -> bool {
        self.classes & classes != 0
    }

    /// Whether the word can be part of a name by its capitals.
    pub fn is_candidate(&self) -> bool {
        self.is(flag::CAPITAL | flag::ALL_CAPITALS | flag::MIXED)
    }
}

/// What stands for every digit of a number: digits count as shapes, not values, so that 1996 and 2021 share their weights.
const ANY_DIGIT: u8 = b'0';

/// Cuts the words of one sentence and adds them to `words`.
pub fn words(document: &Document, sentence: &Sentence, words: &mut Vec<NameWord>) {
    let first = words.len();
    let tokens = &document.tokens[sentence.tokens.clone()];
    let by_number = vocabulary::by_number();
    let mut at = 0;
    while at < tokens.len() {
        if matches!(tokens[at].kind, TokenKind::Newline { .. }) {
            at += 1;
            continue;
        }
        let end = glued_end(document.text, tokens, at);
        let span = Span::new(tokens[at].span.start, tokens[end - 1].span.end);
        let sign = match tokens[at].kind {
            TokenKind::Sign(sign) if end == at + 1 => Some(sign),
            _ => None,
        };
        let mut word = read(document.text, span, sign);
        word.classes = match &tokens[at..end] {
            // The lexicon knows all words of the vocabulary that are one token.
            [token] if token.number > 0 || span.of(document.text).is_ascii() => by_number[usize::from(token.number)],
            _ => vocabulary::classes(span.of(document.text)),
        };
        if at > 0 && tokens[at - 1].touches(&tokens[at]) {
            word.flags |= flag::TOUCHES;
        }
        words.push(word);
        at = end;
    }
    mark_sentence(&mut words[first..], sentence.block == crate::text::BlockKind::Heading);
}

/// The end of the tokens that make one word with token `start`.
fn glued_end(text: &str, tokens: &[Token], start: usize) -> usize {
    if tokens.get(start + 1).is_none_or(|next| !tokens[start].touches(next) && !next.is_sign('.')) {
        return start + 1;
    }
    let is_part = |token: &Token| matches!(token.kind, TokenKind::Word | TokenKind::Number) && !is_possessive(text, token);
    if !is_part(&tokens[start]) {
        return start + 1;
    }
    let mut end = start + 1;
    while let Some(next) = tokens.get(end) {
        if !tokens[end - 1].touches(next) {
            break;
        }
        if is_part(next) {
            end += 1;
        } else if matches!(next.kind, TokenKind::Sign('.' | '&'))
            && tokens.get(end + 1).is_some_and(|after| next.touches(after) && after.kind == TokenKind::Word && is_part(after))
            && (next.is_sign('&') || tokens[end - 1].kind == TokenKind::Word && !glued_sentences(text, &tokens[end - 1], &tokens[end + 1]))
        {
            end += 2;
        } else {
            break;
        }
    }
    // The period of an abbreviation: touching, or one blank away after initials in text that was cut into tokens ("U.S .").
    if let Some(period) = tokens.get(end).filter(|token| token.is_sign('.')) {
        let span = Span::new(tokens[start].span.start, tokens[end - 1].span.end);
        let word = span.of(text);
        let touching = tokens[end - 1].touches(period);
        let is_initials = is_initials(word);
        let apart = is_initials && word.contains('.') && !word.ends_with('.') && span.end + 1 == period.span.start;
        let belongs = if touching { is_initials || vocabulary::is_abbreviation(word) } else { apart };
        if belongs {
            end += 1;
        }
    }
    end
}

/// "rose.The": a period that ends a sentence whose blank was lost, not "Amazon.com" or "U.S".
fn glued_sentences(text: &str, before: &Token, after: &Token) -> bool {
    let long = |token: &Token| token.text(text).chars().nth(1).is_some();
    long(before) && long(after) && after.text(text).starts_with(char::is_uppercase)
}

/// "F", "U.S", "J.P": single capitals joined by periods.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| part.is_empty() || (part.len() == 1 && part.as_bytes()[0].is_ascii_uppercase())) && word.len() < 10
}

fn is_possessive(text: &str, token: &Token) -> bool {
    // Only the apostrophe and characters like the curved one begin with these bytes.
    let may_be = matches!(text.as_bytes().get(token.span.start), Some(b'\'' | 0xe2));
    may_be && token.kind == TokenKind::Word && token.text(text).starts_with(['\'', '’'])
}

fn read(text: &str, span: Span, sign: Option<char>) -> NameWord {
    let bytes = &text.as_bytes()[span.start..span.end];
    match (sign, bytes.split_first()) {
        (Some(sign), _) if sign.is_ascii() => {
            let hash = hash_bytes(bytes);
            NameWord { span, flags: 0, sign: Some(sign), lower: hash, form: hash, shape: hash, classes: 0, lists: 0 }
        }
        (None, Some((first, rest))) if first.is_ascii_alphabetic() && rest.iter().all(u8::is_ascii_lowercase) => {
            let lower = rest.iter().fold(step(SEED, first.to_ascii_lowercase()), |hash, &byte| step(hash, byte));
            if first.is_ascii_lowercase() { small_word(span, lower) } else { capital_word(*first, rest, span, lower) }
        }
        _ => read_any(span.of(text), span, sign),
    }
}

/// A word of plain small letters, as most are.
fn small_word(span: Span, hash: u32) -> NameWord {
    const SHAPES: [u32; 2] = [step(SEED, b'x'), step(step(SEED, b'x'), b'x')];
    NameWord {
        span,
        flags: flag::LETTER,
        sign: None,
        lower: hash,
        form: hash,
        shape: SHAPES[usize::from(span.end - span.start > 1)],
        classes: 0,
        lists: 0,
    }
}

/// A word of plain small letters but for the first, as most names are; `form` is its hash as printed.
fn capital_word(first: u8, rest: &[u8], span: Span, lower: u32) -> NameWord {
    const SHAPES: [u32; 3] = {
        let one = step(SEED, b'X');
        [one, step(one, b'x'), step(step(one, b'x'), b'x')]
    };
    NameWord {
        span,
        flags: flag::LETTER | flag::CAPITAL,
        sign: None,
        lower,
        form: rest.iter().fold(step(SEED, first), |hash, &byte| step(hash, byte)),
        shape: SHAPES[rest.len().min(2)],
        classes: 0,
        lists: 0,
    }
}

fn read_any(word: &str, span: Span, sign: Option<char>) -> NameWord {
    let mut look = WordShape::default();
    for character in word.chars() {
        if character.is_ascii() {
            look.read_byte(character as u8);
        } else {
            look.read_character(character);
        }
    }
    let WordShape { characters, capitals, smalls, digits, letters, first_capital, .. } = look;
    let mut flags = 0;
    let mut set = |flag: u32, on: bool| flags |= if on { flag } else { 0 };
    set(flag::CAPITAL, first_capital);
    set(flag::ALL_CAPITALS, capitals >= 2 && smalls == 0);
    set(flag::MIXED, smalls > 0 && capitals > u32::from(first_capital));
    set(flag::DIGIT, digits > 0);
    set(flag::LETTER, letters > 0);
    set(flag::PERIOD, characters > 1 && word.ends_with('.'));
    set(flag::POSSESSIVE, characters > 1 && word.starts_with(['\'', '’']));
    NameWord { span, flags, sign, lower: look.lower, form: look.form, shape: look.shape, classes: 0, lists: 0 }
}

/// What is known of a word while its characters are read.
struct WordShape {
    lower: u32,
    form: u32,
    shape: u32,
    /// The last kind of character in the shape, and how often it stands there in a row.
    last: (u8, u8),
    characters: u32,
    capitals: u32,
    smalls: u32,
    digits: u32,
    letters: u32,
    first_capital: bool,
}

impl Default for WordShape {
    fn default() -> Self {
        WordShape {
            lower: SEED,
            form: SEED,
            shape: SEED,
            last: (0, 0),
            characters: 0,
            capitals: 0,
            smalls: 0,
            digits: 0,
            letters: 0,
            first_capital: false,
        }
    }
}

impl WordShape {
    #[inline]
    fn read_byte(&mut self, byte: u8) {
        self.characters += 1;
        match byte {
            b'a'..=b'z' => self.letter(false),
            b'A'..=b'Z' => self.letter(true),
            b'0'..=b'9' => {
                self.digits += 1;
                self.shape(b'9');
                let folded = if self.letters == 0 { ANY_DIGIT } else { byte };
                self.lower = step(self.lower, folded);
                self.form = step(self.form, folded);
                return;
            }
            _ => self.shape(byte),
        }
        self.lower = step(self.lower, byte.to_ascii_lowercase());
        self.form = step(self.form, byte);
    }

    fn read_character(&mut self, character: char) {
        // Curly quotes are read as straight ones.
        if let Some(straight) = match character {
            '“' | '”' => Some(b'"'),
            '‘' | '’' => Some(b'\''),
            _ => None,
        } {
            return self.read_byte(straight);
        }
        self.characters += 1;
        if character.is_uppercase() {
            self.letter(true);
        } else if character.is_alphabetic() {
            self.letter(false);
        } else {
            self.shape(b'~');
        }
        let mut buffer = [0u8; 4];
        self.lower = lower(character).encode_utf8(&mut buffer).bytes().fold(self.lower, step);
        self.form = character.encode_utf8(&mut buffer).bytes().fold(self.form, step);
    }

    #[inline]
    fn letter(&mut self, capital: bool) {
        if capital {
            self.first_capital |= self.letters == 0 && self.digits == 0;
            self.capitals += 1;
        } else {
            self.smalls += 1;
        }
        self.letters += 1;
        self.shape(if capital { b'X' } else { b'x' });
    }

    #[inline]
    fn shape(&mut self, kind: u8) {
        self.last = if self.last.0 == kind { (kind, self.last.1.saturating_add(1)) } else { (kind, 1) };
        if self.last.1 <= 2 {
            self.shape = step(self.shape, kind);
        }
    }
}

/// Bytes of a word that prefixes and suffixes are taken from.
const LONGEST: usize = 40;

/// Hashes of how a word begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Affixes {
    /// Of its first two, three and four bytes in lower case; of all where there are fewer.
    pub prefixes: [u32; 3],
    /// Of its last two, three and four bytes in lower case; of all where there are fewer.
    pub suffixes: [u32; 3],
}

impl Affixes {
    /// The affixes of a word.
    pub(crate) fn of(word: &str) -> Self {
        if word.len() <= LONGEST && word.is_ascii() {
            return Affixes::of_ascii(word.as_bytes());
        }
        let mut small = [0; LONGEST];
        let mut length = 0;
        let mut add = |byte| {
            if let Some(slot) = small.get_mut(length) {
                *slot = byte;
                length += 1;
            }
        };
        let mut letters = false;
        for character in word.chars() {
            letters |= character.is_alphabetic();
            match character {
                '0'..='9' => add(if letters { character as u8 } else { ANY_DIGIT }),
                _ => lower(character).encode_utf8(&mut [0; 4]).bytes().for_each(&mut add),
            }
        }
        Affixes::of_bytes(&small[..length])
    }

    /// The same where only the first and the last bytes need be put in lower case.
    fn of_ascii(bytes: &[u8]) -> Self {
        if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>())
            && !first.iter().chain(last).any(u8::is_ascii_digit)
        {
            return Affixes::of_ends(&first.map(|byte| byte.to_ascii_lowercase()), &last.map(|byte| byte.to_ascii_lowercase()));
        }
        let first_letter = bytes.iter().position(u8::is_ascii_alphabetic).unwrap_or(bytes.len());
        let ends = bytes.len().min(4);
        let (mut first, mut last) = ([0; 4], [0; 4]);
        for (ends, start) in [(&mut first, 0), (&mut last, bytes.len() - ends)] {
            for (end, (at, byte)) in ends.iter_mut().zip(bytes.iter().enumerate().skip(start)) {
                *end = if byte.is_ascii_digit() && at < first_letter { ANY_DIGIT } else { byte.to_ascii_lowercase() };
            }
        }
        Affixes { prefixes: Affixes::of_bytes(&first[..ends]).prefixes, suffixes: Affixes::of_bytes(&last[..ends]).suffixes }
    }

    /// Of a word's first and last four letters.
    #[inline]
    fn of_ends(first: &[u8; 4], last: &[u8; 4]) -> Self {
        let two = step(step(SEED, first[0]), first[1]);
        let three = step(two, first[2]);
        Affixes {
            prefixes: [two, three, step(three, first[3])],
            suffixes: [hash_bytes(&last[2..]), hash_bytes(&last[1..]), hash_bytes(last)],
        }
    }

    #[inline]
    fn of_bytes(bytes: &[u8]) -> Self {
        let mut prefixes = [SEED; 3];
        let mut hash = SEED;
        for at in 0..4 {
            hash = bytes.get(at).map_or(hash, |&byte| step(hash, byte));
            if at > 0 {
                prefixes[at - 1] = hash;
            }
        }
        Affixes { prefixes, suffixes: [2, 3, 4].map(|count| hash_bytes(&bytes[bytes.len().saturating_sub(count)..])) }
    }
}

fn mark_sentence(words: &mut [NameWord], heading: bool) {
    let letters = words.iter().filter(|word| word.is(flag::LETTER));
    let (mut all, mut capital, mut shouted, mut long_small) = (0, 0, 0, 0);
    for word in letters {
        let length = word.span.end - word.span.start;
        all += 1;
        if word.is_candidate() {
            capital += 1;
            shouted += u32::from(word.is(flag::ALL_CAPITALS) || word.is(flag::CAPITAL) && length == 1);
        } else {
            long_small += u32::from(length > 4);
        }
    }
    let mut shared = 0;
    if all >= 3 && shouted * 5 >= all * 4 {
        shared |= flag::SHOUTED;
    } else if all >= 4 && capital * 3 >= all * 2 && long_small * 5 <= all {
        shared |= flag::TITLE_CASE;
    }
    if heading {
        shared |= flag::HEADING;
    }
    if let Some(first) = words.iter_mut().find(|word| word.is(flag::LETTER | flag::DIGIT)) {
        first.flags |= flag::FIRST;
    }
    if shared != 0 {
        words.iter_mut().for_each(|word| word.flags |= shared);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::options::Options;

    fn cut(text: &str) -> Vec<String> {
        let article = Article::from_text(text);
        let document = Document::new(&article, &Options::default());
        let mut buffer = Vec::new();
        for sentence in &document.sentences {
            words(&document, sentence, &mut buffer);
        }
        buffer.iter().map(|word| word.span.of(text).to_string()).collect()
    }

    #[test]
    fn letters_digits_ampersands_and_inner_periods_are_glued() {
        assert_eq!(cut("Invest2Innovate, AT&T and Amazon.com met."), ["Invest2Innovate", ",", "AT&T", "and", "Amazon.com", "met", "."]);
        assert_eq!(cut("It rose.The bank"), ["It", "rose", ".", "The", "bank"]);
    }

    #[test]
    fn small_words_and_signs_are_read_like_all_others() {
        for word in ["a", "to", "the", "bank", "shares", "notwithstanding", "A", "It", "The", "Bank"] {
            let span = Span::new(0, word.len());
            assert_eq!(format!("{:?}", read(word, span, None)), format!("{:?}", read_any(word, span, None)));
        }
        for sign in ["%", ",", "'", "."] {
            let (span, character) = (Span::new(0, 1), sign.chars().next());
            assert_eq!(format!("{:?}", read(sign, span, character)), format!("{:?}", read_any(sign, span, character)));
        }
    }

    #[test]
    fn affixes_are_of_lower_case_and_of_no_digits_in_numbers() {
        assert_eq!(Affixes::of("Bank"), Affixes::of("bank"));
        assert_eq!(Affixes::of("1996"), Affixes::of("2021"));
        assert_ne!(Affixes::of("A1996"), Affixes::of("A2021"));
        assert_eq!(Affixes::of("’S"), Affixes::of("'s"));
    }

    #[test]
    fn periods_of_abbreviations_belong_to_the_word() {
        assert_eq!(cut("Mr. John F. Doe of Acme Inc. left"), ["Mr.", "John", "F.", "Doe", "of", "Acme", "Inc.", "left"]);
        assert_eq!(cut("the U.S . - based firm"), ["the", "U.S .", "-", "based", "firm"]);
    }
}
