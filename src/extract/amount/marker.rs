//! The currency before a number: "$5", "Rs 5", "EUR 5", "USD million 12".

use crate::extract::figure_reader::FigureReader;
use crate::extract::numeral::Numeral;
use crate::number::Decimal;
use crate::text::{Classes, TokenKind};
use crate::words::currency::{self, Certainty, CurrencyCode, CurrencyMeaning};
use crate::words::number::{Magnitude, Strength, magnitude};

/// A currency before a number.
pub(super) struct Marker {
    pub code: &'static str,
    pub parts: u32,
    certainty: Certainty,
    at_home: bool,
    pub magnitude: Option<Magnitude>,
    /// The token after it.
    pub end: usize,
}

impl FigureReader<'_, '_> {
    pub(super) fn fits(&self, marker: &Marker, numeral: &Numeral) -> bool {
        if numeral.is_article || (numeral.in_words && marker.certainty != Certainty::Always) {
            return false;
        }
        let first = &self.document.tokens[numeral.tokens.start];
        let text = first.text(self.document.text);
        let decimals = numeral.value.step < Decimal::ONE && text.bytes().rev().take_while(u8::is_ascii_digit).count() == 2;
        let grouped =
            numeral.tokens.len() > 1 && !numeral.in_words && numeral.value.value >= Decimal::ONE_THOUSAND && numeral.magnitude.is_none();
        let points = self.without_decimals(numeral.clone(), marker.code).value != numeral.value;
        let is_large = numeral.magnitude.is_some() || grouped || points || text.contains([',', '\'']) || decimals;
        let glued = self.document.tokens[marker.end - 1].touches(first);
        // "INR5YMIBROIS=" is a symbol
        let in_symbol = glued
            && self.touches_before(numeral.tokens.end)
            && self.document.tokens[marker.end - 1].kind == TokenKind::Word
            && self.token(numeral.tokens.end).is_some_and(|next| next.kind == TokenKind::Word && next.span.end - next.span.start > 3);
        if in_symbol {
            return false;
        }
        match marker.certainty {
            Certainty::Always => true,
            Certainty::LargeOnly => is_large,
            Certainty::Letter if marker.at_home => is_large && (glued || numeral.magnitude.is_some()) || glued && text.len() >= 2,
            Certainty::Letter => {
                glued && (grouped || numeral.magnitude.is_some_and(|by| by.strength != Strength::Letter || text.contains('.')))
            }
        }
    }

    /// The currency before a number at token `at`.
    pub(super) fn marker(&self, at: usize) -> Option<Marker> {
        let token = self.token(at)?;
        let text = self.document.text;
        let mut marker = if let TokenKind::Sign(sign) = token.kind {
            let meaning = currency::sign(sign).filter(|meaning| meaning.parts == 1)?;
            self.sign_first(at).map_or_else(|| self.meant(meaning, Certainty::Always, at + 1), Some)?
        } else if token.classes.any(Classes::CURRENCY_CODE) {
            self.word_marker(at, token.text(text)).or_else(|| self.adjective_marker(at))?
        } else if token.classes.any(Classes::CURRENCY_ADJECTIVE) {
            self.adjective_marker(at)?
        } else {
            self.name_as_marker(at)?
        };
        // "USD million 12", "€m 5"
        if marker.magnitude.is_none()
            && let Some(next) = self.token(marker.end).filter(|next| next.classes.any(Classes::MAGNITUDE))
            && self.token(marker.end + 1).is_some_and(|after| after.kind == TokenKind::Number)
        {
            marker.magnitude = magnitude(next.text(text));
            marker.end += 1;
        }
        Some(marker)
    }

    fn meant(&self, meaning: CurrencyMeaning, certainty: Certainty, end: usize) -> Option<Marker> {
        let code = self.house.code(meaning.family)?;
        let at_home = self.house.country.is_some_and(|country| meaning.family.home(country).is_some());
        Some(Marker { code, parts: meaning.parts, certainty, at_home, magnitude: None, end })
    }

    /// "$US5", "$A5": the country after the sign, as Australian papers print it.
    fn sign_first(&self, at: usize) -> Option<Marker> {
        const COUNTRIES: &[&str] = words!("US|A|NZ|C|HK|S");
        let glued = self.is_sign(at, '$') && self.touches_before(at + 1) && self.touches_before(at + 2);
        self.token(at + 2).filter(|number| glued && number.kind == TokenKind::Number)?;
        let code = COUNTRIES.contains(&self.document.word(at + 1)).then(|| currency::dollar_prefix(self.document.word(at + 1)))??;
        // "$C98" is a name
        let certainty = if self.document.word(at + 1).len() > 1 { Certainty::Always } else { Certainty::LargeOnly };
        Some(Marker { code, parts: 1, certainty, at_home: false, magnitude: None, end: at + 2 })
    }

    fn word_marker(&self, at: usize, word: &str) -> Option<Marker> {
        if self.touches_before(at) && self.token(at - 1).is_some_and(|before| before.kind == TokenKind::Number) {
            return None;
        }
        let next = self.token(at + 1)?;
        let known = |code, end| Marker { code, parts: 1, certainty: Certainty::Always, at_home: false, magnitude: None, end };
        if let TokenKind::Sign(sign) = next.kind
            && next.classes.any(Classes::CURRENCY_SIGN)
        {
            let glued = self.document.tokens[at].touches(next);
            let is_code = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
            let stands_alone = matches!(word, "US" | "U.S." | "C" | "c" | "CA" | "HK" | "NZ" | "AU") || is_code;
            return match sign {
                '¢' | '₵' if word == "GH" => Some(known("GHS", at + 2)),
                _ if glued || sign == '$' && stands_alone => currency::sign_prefix(sign, word).map(|code| known(code, at + 2)),
                _ => None,
            };
        }
        if word == "S" && next.is_sign('/') && self.document.tokens[at].touches(next) {
            return Some(Marker { certainty: Certainty::LargeOnly, ..known("PEN", at + 2) });
        }
        if let Some(code) = self.document.stylebook.currency(word) {
            let certainty = if word.chars().nth(1).is_some() { Certainty::Always } else { Certainty::Letter };
            return Some(Marker { certainty, at_home: true, ..known(code, at + 1) });
        }
        let prefix = currency::prefix(word)?;
        let dot = next.is_sign('.') && self.document.tokens[at].touches(next) && word.len() <= 3 && word.chars().any(char::is_lowercase);
        let end = if dot { at + 2 } else { at + 1 };
        let magnitude = prefix.magnitude.and_then(magnitude);
        match prefix.currency {
            CurrencyCode::Known(code) => Some(Marker { certainty: prefix.certainty, magnitude, ..known(code, end) }),
            CurrencyCode::Of(family) => {
                let marker = self.meant(CurrencyMeaning { family, parts: 1 }, prefix.certainty, end)?;
                Some(Marker { magnitude, ..marker })
            }
        }
    }

    /// "N.Z. Dlrs 45 mln": a country and its dollar before a number that is large.
    fn adjective_marker(&self, at: usize) -> Option<Marker> {
        let name_at = (at + 1..at + 3).find(|&i| self.is_one_of(i, &["dlrs", "dlr", "dollars"]))?;
        self.token(name_at + 1).filter(|next| next.kind == TokenKind::Number && !self.touches_before(name_at + 1))?;
        let code = currency::dollar().home(currency::country(self.document.span(at..name_at).of(self.document.text))?)?;
        Some(Marker { code, parts: 1, certainty: Certainty::LargeOnly, at_home: true, magnitude: None, end: name_at + 1 })
    }

    /// "dollar 22.5 million", "sen 100,000": a name before a number that is large.
    fn name_as_marker(&self, at: usize) -> Option<Marker> {
        let before_is_number = at.checked_sub(1).is_some_and(|i| {
            let before = &self.document.tokens[i];
            before.kind == TokenKind::Number
                || before.classes.any(Classes::NUMBER_WORD.union(Classes::MAGNITUDE).union(Classes::CURRENCY_ADJECTIVE))
                || before.is_word(self.document.text, "the")
        });
        let next = self.token(at + 1).filter(|next| next.kind == TokenKind::Number && !before_is_number)?;
        const NAMES: &[&str] = words!("dollar|dlrs|euro|yen|yuan|naira|ringgit|rupiah|rand|sen|baht|taka|cedi");
        let word = self.document.word(at);
        if !self.is_one_of(at, NAMES) || self.document.tokens[at].touches(next) {
            return None;
        }
        self.meant(currency::name(word)?, Certainty::LargeOnly, at + 1)
    }
}
