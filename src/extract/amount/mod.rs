//! Amounts of money: a number with a currency before or after it, in any of the styles of the world's press.
//!
//! The currency is a sign ("$", "£"), a code ("EUR"), a prefix ("Rs", "RM", "A$"), or a name ("euros", "Canadian dollars");
//! the number has digits or words, perhaps a magnitude ("m", "bn", "crore", "lakh crore") and the other end of a range.
//! A bare "$" is the article's own dollar, minor units ("30p", "65 cents") become major ones, accounting brackets and
//! printed minus signs make the value negative, and the digits printed decide its rounding: "$1.10bn" is finer than "$1.1bn".
//! A bracketed comparative or the other level of a change may leave its currency or scale to the amount before it.

pub mod currency;
mod house;
mod per;
mod understood;

pub(crate) use house::House;

use rust_decimal::Decimal;

use super::figure::{Found, Reader};
use super::numeral::Numeral;
use crate::mention::{Figure, FigureKind, Unit, Value};
use crate::number::Printed;
use crate::number::words::{Magnitude, Strength, magnitude};
use crate::rule::{Rule, RuleKind};
use crate::sheet::FactKind;
use crate::text::{Classes, TokenKind};
use currency::{Certainty, Code, Meaning};

/// The rule.
pub static RULE: Rule = Rule {
    name: "amount",
    kind: RuleKind::Figure(FactKind::Amount),
    source: include_str!("mod.rs"),
    examples: &[
        ("The bill was £600m.", "£600m = 600000000 GBP"),
        ("It cost $1.13bn, or 950m euros.", "$1.13bn = 1130000000 USD; 950m euros = 950000000 EUR"),
        ("A pint went up to 65 cents.", "65 cents = 0.65 USD"),
        ("They expect $5-7m of costs.", "$5-7m = 5000000..7000000 USD"),
        ("Net debt was EUR 1,770 (1,401) thousand.", "EUR 1,770 = 1770000 EUR; 1,401 = 1401000 EUR"),
        ("The fund holds Rs 1.5 lakh crore.", "Rs 1.5 lakh crore = 1500000000000 INR"),
        ("It lost $(0.05) per share.", "$(0.05) = -0.05 USD per share"),
        ("Sales hit $340.4M from $299.3.", "$340.4M = 340400000 USD; $299.3 = 299300000 USD"),
        ("Nobody has five million dollars.", "five million dollars = 5000000 USD"),
    ],
    counterexamples: &["All 70 of us went to the TOP 10 show.", "She lost 20 pounds in May.", "It works on 5 continents."],
};

/// The words that this rule is anchored to.
pub fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    currency::words().chain(crate::number::words::words())
}

/// A currency before a number.
struct Marker {
    code: &'static str,
    parts: u32,
    certainty: Certainty,
    at_home: bool,
    magnitude: Option<Magnitude>,
    /// The token after it.
    end: usize,
}

/// A currency after a number.
struct Suffix {
    code: &'static str,
    parts: u32,
    magnitude: Option<Magnitude>,
    /// Whether it is a word, after which the minor units may follow.
    is_word: bool,
    end: usize,
}

/// The amount that starts at token `at`.
pub(crate) fn read(reader: &Reader, at: usize, before: Option<&Figure>) -> Option<Found> {
    let token = reader.token(at)?;
    let found = match token.kind {
        TokenKind::Sign('(') => reader.bracketed_marker_first(at),
        TokenKind::Sign('+' | '-' | '−' | '–') => reader.signed_marker_first(at).or_else(|| reader.number_first(at, before)),
        _ if token.classes.any(Classes::CURRENCY_CODE.union(Classes::CURRENCY_SIGN).union(Classes::CURRENCY_NAME)) => {
            reader.marker_first(at, false).or_else(|| reader.number_first(at, before))
        }
        _ => reader.number_first(at, before),
    }?;
    let per = reader.per(found.tokens.end);
    let value = if per.is_none() { reader.inherited_scale(&found, at, before).unwrap_or(found.value) } else { found.value };
    Some(Found { per, value, ..found })
}

impl Reader<'_, '_> {
    fn amount(&self, tokens: std::ops::Range<usize>, value: Value, code: &'static str, parts: u32) -> Option<Found> {
        let value = match value {
            Value::One(printed) => Value::One(in_major_units(printed, parts)?),
            Value::Range(low, high) => Value::Range(in_major_units(low, parts)?, in_major_units(high, parts)?),
        };
        Some(Found { tokens, kind: FigureKind::Amount, value, unit: Unit::Currency(code), per: None })
    }

    /// "-$5m", "+$5.6 million"
    fn signed_marker_first(&self, at: usize) -> Option<Found> {
        let negative = self.numerals.sign(at)?;
        let mut found = self.marker_first(at + 1, negative)?;
        found.tokens.start = at;
        Some(found)
    }

    /// "a loss of ($5.2) million": accounting brackets around sign and number
    fn bracketed_marker_first(&self, at: usize) -> Option<Found> {
        let marker = self.marker(at + 1)?;
        let numeral = self.numerals.read(marker.end, true)?;
        let close = numeral.tokens.end;
        if !self.is_sign(close, ')') || !self.fits(&marker, &numeral) {
            return None;
        }
        let (numeral, end) = match self.numerals.magnitude(close + 1, true) {
            Some((by, end)) if numeral.magnitude.is_none() => (numeral.scaled(by)?, end),
            _ if at
                .checked_sub(1)
                .is_some_and(|i| self.is_one_of(i, &["of", "was", "were", "to", "from", "or", "totaled", "totalled"])) =>
            {
                (numeral, close + 1)
            }
            _ => return None,
        };
        self.amount(at..end, Value::One(numeral.value.negate()), marker.code, marker.parts)
    }

    /// A currency, then a number: "$1.13bn", "EUR -2,730", "$(0.05)", "$5-7m".
    fn marker_first(&self, at: usize, negative: bool) -> Option<Found> {
        let marker = self.marker(at)?;
        if self.is_sign(marker.end, '(') {
            let numeral = self.numerals.read(marker.end + 1, true).filter(|numeral| !numeral.in_words)?;
            let close = numeral.tokens.end;
            if !self.is_sign(close, ')') || !self.document.tokens[marker.end - 1].touches(&self.document.tokens[marker.end]) {
                return None;
            }
            let (numeral, end) = match self.numerals.magnitude(close + 1, true) {
                Some((by, end)) if numeral.magnitude.is_none() => (numeral.scaled(by)?, end),
                _ => (numeral, close + 1),
            };
            return self.amount(at..end, Value::One(numeral.value.negate()), marker.code, marker.parts);
        }
        let numeral = self.numerals.read(marker.end, true).filter(|numeral| self.fits(&marker, numeral))?;
        let numeral = match marker.magnitude {
            Some(by) if numeral.magnitude.is_none() => numeral.scaled(by)?,
            _ => numeral,
        };
        let mut numeral = if negative { Numeral { value: numeral.value.negate(), ..numeral } } else { numeral };
        if let Some((value, end)) = self.range_after(&numeral, at) {
            return self.amount(at..end, value, marker.code, marker.parts);
        }
        if numeral.magnitude.is_none()
            && let Some(by) = self.scale_from_after(&numeral, &marker, at)
        {
            numeral = numeral.scaled(by)?;
        }
        let end = self.repeated_currency_end(numeral.tokens.end, marker.code);
        self.amount(at..end, numeral.one(), marker.code, marker.parts)
    }

    /// A number, then a currency: "13.1 mn euros", "20-30bn rupiah", "325.5p"; or one whose currency the amount before it gives.
    fn number_first(&self, at: usize, before: Option<&Figure>) -> Option<Found> {
        let numeral = self.numerals.read(at, false).or_else(|| self.numerals.read(at, true)).filter(|_| !self.is_inside_word(at))?;
        if let Some(suffix) = self.suffix(&numeral) {
            let mut numeral = numeral;
            if let Some(by) = suffix.magnitude {
                numeral = numeral.scaled(by)?;
            }
            let (numeral, end) = self.with_minor_units(numeral, &suffix)?;
            return self.amount(at..end, numeral.one(), suffix.code, suffix.parts);
        }
        if let Some(found) = self.range_then_currency(at, &numeral) {
            return Some(found);
        }
        let (numeral, code, end) = self.understood(numeral, before)?;
        self.amount(at..end, numeral.one(), code, 1)
    }

    /// The value with the scale of the amount that it is compared with: "$340.4M from $299.3". One decimal is no price.
    fn inherited_scale(&self, found: &Found, at: usize, before: Option<&Figure>) -> Option<Value> {
        const LINKS: &[&str] = &["from", "to", "versus", "vs", "against", "with", "than"];
        let before = before.filter(|before| before.unit == found.unit && before.per.is_none())?;
        let (Value::One(this), Value::One(that)) = (found.value, before.value) else { return None };
        let linked = at.checked_sub(1).is_some_and(|i| self.is_one_of(i, LINKS));
        let one_decimal = this.step == Decimal::new(1, 1);
        let last = self.document.token_at(before.span.end.saturating_sub(1));
        let same_sentence = self.document.sentence_at(before.span.start) == self.document.sentence_at(self.token(at)?.span.start);
        if !linked || !one_decimal || !same_sentence || !self.token(last)?.classes.any(Classes::MAGNITUDE) {
            return None;
        }
        let scaled = this.scale(magnitude(self.document.word(last))?.factor)?;
        let alike = scaled.value.checked_mul(Decimal::TEN)? >= that.value && that.value.checked_mul(Decimal::TEN)? >= scaled.value;
        alike.then_some(Value::One(scaled))
    }

    /// Whether letters are glued before the number: "Q4", "COVID-19" have no amount after a currency either.
    fn is_inside_word(&self, at: usize) -> bool {
        self.touches_before(at) && self.token(at - 1).is_some_and(|before| before.kind == TokenKind::Word)
    }

    fn range_then_currency(&self, at: usize, numeral: &Numeral) -> Option<Found> {
        let (value, end) = self.range_after_with(numeral, at, true)?;
        let second = Numeral { tokens: at..end, ..numeral.clone() };
        let suffix = self.suffix(&second)?;
        self.amount(at..suffix.end, value, suffix.code, suffix.parts)
    }

    /// The other end of a range, with the token after it. `at` is where the first end begins, currency included.
    fn range_after(&self, first: &Numeral, at: usize) -> Option<(Value, usize)> {
        self.range_after_with(first, at, false)
    }

    pub(super) fn range_after_with(&self, first: &Numeral, at: usize, currency_follows: bool) -> Option<(Value, usize)> {
        let connector = first.tokens.end;
        let token = self.token(connector)?;
        let hyphen = matches!(token.kind, TokenKind::Sign('-' | '–' | '—' | '‑' | '~'));
        let between = at.checked_sub(1).is_some_and(|i| self.is_word(i, "between")) && self.is_word(connector, "and");
        let to = token.is_word(self.document.text, "to");
        if !(hyphen || between || to) {
            return None;
        }
        let second = self.numerals.read(connector + 1, true).filter(|second| !second.signed && !second.is_article)?;
        if to && !self.is_range_by_to(first, &second, at, currency_follows) {
            return None;
        }
        if self.is_measure(second.tokens.end) {
            return None;
        }
        let low = match (first.magnitude, second.magnitude) {
            (None, Some(by)) => first.value.scale(by.factor)?,
            _ => first.value,
        };
        (low.value < second.value.value).then_some((Value::Range(low, second.value), second.tokens.end))
    }

    /// "to" joins the ends of a range where only the second is complete; after "from" or a verb of change it joins two levels.
    fn is_range_by_to(&self, first: &Numeral, second: &Numeral, at: usize, currency_follows: bool) -> bool {
        let changes = at.checked_sub(1).and_then(|i| self.token(i)).is_some_and(|before| before.classes.any(Classes::CHANGE))
            || at
                .checked_sub(1)
                .is_some_and(|i| self.is_one_of(i, &["from", "by", "rose", "fell", "up", "down", "increased", "decreased"]));
        let complete_alone = first.magnitude.is_some() && !currency_follows;
        !changes && !complete_alone && (second.magnitude.is_some() || currency_follows)
    }

    /// Whether a unit of something else than money follows: "$15-20 percent", "$100-2 years".
    fn is_measure(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_sign('%') || token.classes.any(Classes::PERCENT_WORD.union(Classes::PERIOD_UNIT)))
    }

    /// The magnitude that an amount leaves to what follows: "EUR 1,770 (1,401) thousand", "$1.2 to $1.4 billion", "$5-$7m".
    fn scale_from_after(&self, numeral: &Numeral, marker: &Marker, at: usize) -> Option<Magnitude> {
        let end = numeral.tokens.end;
        if self.is_sign(end, '(') {
            let inner = self.numerals.read(end + 1, false).filter(|inner| !inner.in_words && inner.magnitude.is_none())?;
            let close = inner.tokens.end;
            let (by, _) = self.is_sign(close, ')').then(|| self.numerals.magnitude(close + 1, true)).flatten()?;
            return (by.strength != Strength::Letter).then_some(by);
        }
        let hyphen = matches!(self.token(end)?.kind, TokenKind::Sign('-' | '–' | '—'));
        let changes = at.checked_sub(1).and_then(|i| self.token(i)).is_some_and(|before| before.classes.any(Classes::CHANGE));
        let joins = hyphen
            || self.is_word(end, "to") && !changes
            || self.is_word(end, "and") && at.checked_sub(1).is_some_and(|i| self.is_word(i, "between"));
        let second = joins.then(|| self.marker(end + 1)).flatten().filter(|second| second.code == marker.code)?;
        let second = self.numerals.read(second.end, true)?;
        let by = second.magnitude?;
        let unscaled = second.value.value.checked_div(by.factor)?;
        let alike = numeral.value.value < unscaled && unscaled <= numeral.value.value.checked_mul(Decimal::from(50))?;
        alike.then_some(by)
    }

    /// A code or name after an amount that already has its sign: "$5 million USD", "C$5 million Canadian dollars".
    fn repeated_currency_end(&self, end: usize, code: &str) -> usize {
        let Some(token) = self.token(end).filter(|token| token.kind == TokenKind::Word) else { return end };
        let word = token.text(self.document.text);
        let is_code = word.len() == 3 && token.classes.any(Classes::CURRENCY_CODE) && word == code;
        if is_code { end + 1 } else { end }
    }

    fn fits(&self, marker: &Marker, numeral: &Numeral) -> bool {
        if numeral.is_article || (numeral.in_words && marker.certainty != Certainty::Always) {
            return false;
        }
        let first = &self.document.tokens[numeral.tokens.start];
        let text = first.text(self.document.text);
        let decimals = numeral.value.step < Decimal::ONE && text.bytes().rev().take_while(u8::is_ascii_digit).count() == 2;
        let is_large = numeral.magnitude.is_some() || text.contains([',', '\'']) || decimals;
        let glued = self.document.tokens[marker.end - 1].touches(first);
        match marker.certainty {
            Certainty::Always => true,
            Certainty::LargeOnly => is_large,
            Certainty::Letter if marker.at_home => is_large && (glued || numeral.magnitude.is_some()) || glued && text.len() >= 2,
            Certainty::Letter => glued && numeral.magnitude.is_some_and(|by| by.strength != Strength::Letter || text.contains('.')),
        }
    }

    /// The currency before a number at token `at`.
    fn marker(&self, at: usize) -> Option<Marker> {
        let token = self.token(at)?;
        let text = self.document.text;
        let mut marker = if let TokenKind::Sign(sign) = token.kind {
            let meaning = currency::sign(sign).filter(|meaning| meaning.parts == 1)?;
            self.meant(meaning, Certainty::Always, at + 1)?
        } else if token.classes.any(Classes::CURRENCY_CODE) {
            self.word_marker(at, token.text(text))?
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

    fn meant(&self, meaning: Meaning, certainty: Certainty, end: usize) -> Option<Marker> {
        let code = self.house.code(meaning.family)?;
        let at_home = self.house.country.is_some_and(|country| meaning.family.home(country).is_some());
        Some(Marker { code, parts: meaning.parts, certainty, at_home, magnitude: None, end })
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
            let stands_alone = matches!(word, "US" | "U.S." | "C" | "c" | "CA" | "HK" | "NZ" | "AU") || word.len() == 3;
            return match sign {
                '$' if glued || stands_alone => currency::dollar_prefix(word).map(|code| known(code, at + 2)),
                '¢' | '₵' if word == "GH" => Some(known("GHS", at + 2)),
                _ => None,
            };
        }
        if word == "S" && next.is_sign('/') && self.document.tokens[at].touches(next) {
            return Some(Marker { certainty: Certainty::LargeOnly, ..known("PEN", at + 2) });
        }
        let prefix = currency::prefix(word)?;
        let dot = next.is_sign('.') && self.document.tokens[at].touches(next) && word.len() <= 3 && word.chars().any(char::is_lowercase);
        let end = if dot { at + 2 } else { at + 1 };
        let magnitude = prefix.magnitude.and_then(magnitude);
        match prefix.currency {
            Code::Known(code) => Some(Marker { certainty: prefix.certainty, magnitude, ..known(code, end) }),
            Code::Of(family) => {
                let marker = self.meant(Meaning { family, parts: 1 }, prefix.certainty, end)?;
                Some(Marker { magnitude, ..marker })
            }
        }
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
        const NAMES: &[&str] = &["dollar", "euro", "yen", "yuan", "naira", "ringgit", "rupiah", "rand", "sen", "baht", "taka", "cedi"];
        let word = self.document.word(at);
        if !self.is_one_of(at, NAMES) || self.document.tokens[at].touches(next) {
            return None;
        }
        self.meant(currency::name(word)?, Certainty::LargeOnly, at + 1)
    }

    /// The currency after a number.
    fn suffix(&self, numeral: &Numeral) -> Option<Suffix> {
        let mut at = self.skip_line_end(numeral.tokens.end);
        let tokens = &self.document.tokens;
        if matches!(self.token(at)?.kind, TokenKind::Sign('-' | '‑')) && self.touches_before(at) && self.touches_before(at + 1) {
            at += 1;
        }
        let token = self.token(at)?;
        match token.kind {
            TokenKind::Sign(sign) if token.classes.any(Classes::CURRENCY_SIGN) => {
                let next_is_number = self.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
                let next_has_its_own = self.token(at + 2).is_some_and(|after| after.classes.any(Classes::CURRENCY_SIGN));
                if numeral.is_article || next_is_number && (tokens[at].touches(&tokens[at + 1]) || !next_has_its_own) {
                    return None;
                }
                let meaning = currency::sign(sign)?;
                let code = self.code_of_name(meaning)?;
                Some(Suffix { code, parts: meaning.parts, magnitude: None, is_word: false, end: at + 1 })
            }
            TokenKind::Word => self.word_suffix(at, numeral),
            _ => None,
        }
    }

    fn word_suffix(&self, at: usize, numeral: &Numeral) -> Option<Suffix> {
        let token = self.token(at)?;
        let word = token.text(self.document.text);
        if token.classes.any(Classes::CURRENCY_ADJECTIVE)
            && let Some(suffix) = self.adjective_suffix(at)
        {
            return Some(suffix).filter(|suffix| !numeral.is_article || self.stands_alone(suffix.end));
        }
        if token.classes.any(Classes::CURRENCY_NAME)
            && let Some(meaning) = currency::name(word)
            && self.name_fits(at, word, numeral)
        {
            let code = self.code_of_counted(meaning, word, numeral, at)?;
            let end = at + 1 + usize::from(word.starts_with(['p', 'P']) && word.len() > 1 && self.is_word(at + 1, "sterling"));
            return Some(Suffix { code, parts: currency::parts(meaning, code), magnitude: None, is_word: true, end });
        }
        if token.classes.any(Classes::CURRENCY_CODE) && !numeral.is_article {
            let prefix = currency::code(word)?;
            // "10 in 2024 EUR 5": a code with a number after it belongs to that number
            if self.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number) && !self.is_cents(at + 1) {
                return None;
            }
            let code = match prefix.currency {
                Code::Known(code) => code,
                Code::Of(family) => self.house.code(family)?,
            };
            let (magnitude, end) = match self.numerals.magnitude(at + 1, false) {
                Some((by, end)) if numeral.magnitude.is_none() => (Some(by), end),
                _ => (prefix.magnitude.and_then(magnitude), at + 1),
            };
            return Some(Suffix { code, parts: 1, magnitude, is_word: true, end });
        }
        None
    }

    /// Whether the number at `at` can only be the cents of the amount before it: "17 USD 25."
    fn is_cents(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.kind == TokenKind::Number) else { return false };
        let ends = self
            .token(at + 1)
            .is_none_or(|next| !matches!(next.kind, TokenKind::Word | TokenKind::Number) || next.is_word(self.document.text, "more"));
        token.text(self.document.text).len() == 2
            && ends
            && !self.is_measure(at + 1)
            && !self.token(at + 1).is_some_and(|next| next.classes.any(Classes::CURRENCY_SIGN))
    }

    /// "Canadian dollars", "New Zealand cents", "CFA francs"
    fn adjective_suffix(&self, at: usize) -> Option<Suffix> {
        let first = self.document.word(at);
        let next = self.token(at + 1)?;
        let two = || format!("{first} {}", next.text(self.document.text));
        let (country, name_at) = match currency::country(first) {
            Some(country) if next.classes.any(Classes::CURRENCY_NAME) => (country, at + 1),
            _ if next.classes.any(Classes::CURRENCY_ADJECTIVE) => (currency::country(&two())?, at + 2),
            _ => return None,
        };
        let meaning =
            currency::name(self.token(name_at).filter(|name| name.classes.any(Classes::CURRENCY_NAME))?.text(self.document.text))?;
        let code = meaning.family.home(country)?;
        Some(Suffix { code, parts: currency::parts(meaning, code), magnitude: None, is_word: true, end: name_at + 1 })
    }

    /// Whether the name after the number is money here: not "lost 20 pounds", "5 euro zone countries", "won 3".
    fn name_fits(&self, at: usize, word: &str, numeral: &Numeral) -> bool {
        let glued = self.touches_before(at) && numeral.magnitude.is_none() && !numeral.in_words;
        let value = numeral.value.value;
        match word {
            "p" => return glued && !self.is_video_format(numeral, at),
            "c" => return glued && self.house.prints_dollars,
            "P" | "C" => return false,
            _ => {}
        }
        if self.is_one_of(at + 1, &["zone", "area", "bloc"])
            || self.is_sign(at + 1, '-') && self.is_one_of(at + 2, &["zone", "area", "denominated"])
        {
            return false;
        }
        if word.eq_ignore_ascii_case("won")
            && (value < Decimal::ONE_HUNDRED || self.is_one_of(at + 1, &["the", "a", "an", "by", "his", "their"]))
        {
            return false;
        }
        if numeral.is_article {
            return !word.ends_with('s') && self.stands_alone(at + 1);
        }
        true
    }

    /// Whether "a dollar" is an amount: not "a dollar crisis".
    pub(super) fn stands_alone(&self, at: usize) -> bool {
        const AFTER: &[&str] = &[
            "a", "an", "per", "each", "to", "in", "for", "more", "less", "short", "on", "from", "and", "or", "at", "of", "higher", "lower",
            "above", "below", "off", "this", "last", "since", "when", "after", "by", "was", "is",
        ];
        self.token(at).is_none_or(|token| token.kind != TokenKind::Word || self.is_one_of(at, AFTER)) && !self.is_sign(at, '-')
    }

    fn is_video_format(&self, numeral: &Numeral, at: usize) -> bool {
        let formats = ["360", "480", "720", "1080", "1440", "2160", "4320"];
        let is_format = formats.iter().any(|format| numeral.value.value == Decimal::from(format.parse::<u32>().unwrap_or(0)));
        is_format && !self.is_one_of(at + 1, &["a", "per", "each"])
    }

    fn code_of_name(&self, meaning: Meaning) -> Option<&'static str> {
        if meaning.parts == 100 && meaning.family.home("NZ").is_some() {
            return Some(self.house.cents());
        }
        self.house.code(meaning.family)
    }

    fn code_of_counted(&self, meaning: Meaning, word: &str, numeral: &Numeral, at: usize) -> Option<&'static str> {
        let lower = word.to_ascii_lowercase();
        if lower.starts_with("pound") {
            return self.house.pounds(numeral, self.is_word(at + 1, "of"), self.is_word(at + 1, "sterling") || self.is_conversion(at + 1));
        }
        if lower.starts_with("dollar") || lower.starts_with("dlr") {
            return Some(self.house.spelled_dollar);
        }
        self.code_of_name(meaning)
    }

    /// Whether an amount in another currency follows in brackets.
    fn is_conversion(&self, at: usize) -> bool {
        self.is_sign(at, '(') && self.marker(at + 1).is_some()
    }

    /// "thirteen dollars and forty-five cents", "15 dollars 50": the minor units after the major ones.
    fn with_minor_units(&self, numeral: Numeral, suffix: &Suffix) -> Option<(Numeral, usize)> {
        let alone = (numeral, suffix.end);
        if suffix.parts != 1
            || !suffix.is_word
            || alone.0.magnitude.is_some_and(|by| by.factor > Decimal::ONE_THOUSAND)
            || alone.0.value.step != Decimal::ONE
        {
            return Some(alone);
        }
        let and = usize::from(self.is_word(suffix.end, "and"));
        let Some(minor) =
            self.numerals.read(suffix.end + and, false).filter(|minor| minor.magnitude.is_none() && !minor.is_article && !minor.signed)
        else {
            return Some(alone);
        };
        let value = minor.value.value;
        let named = self
            .token(minor.tokens.end)
            .filter(|token| token.classes.any(Classes::CURRENCY_NAME))
            .and_then(|token| currency::name(token.text(self.document.text)));
        let (parts, end) = match named {
            Some(meaning) if meaning.parts > 1 && meaning.parts <= 100 => (meaning.parts, minor.tokens.end + 1),
            None if and == 0 && self.is_bare_minor(&minor) => (100, minor.tokens.end),
            _ => return Some(alone),
        };
        if value >= Decimal::from(parts) || minor.value.step != Decimal::ONE {
            return Some(alone);
        }
        let mut part = in_major_units(minor.value, parts)?;
        let mut end = end;
        // "five mao five": the fen go without their name
        if parts == 10
            && let Some(last) = self
                .numerals
                .read(end, false)
                .filter(|last| last.value.value < Decimal::TEN && last.value.step == Decimal::ONE && !last.is_article)
        {
            let fen = in_major_units(last.value, 100)?;
            part = Printed { value: part.value.checked_add(fen.value)?, step: fen.step };
            end = last.tokens.end;
        }
        let mut numeral = alone.0;
        numeral.value = Printed { value: numeral.value.value.checked_add(part.value)?, step: part.step };
        Some((numeral, end))
    }

    fn is_bare_minor(&self, minor: &Numeral) -> bool {
        let value = minor.value.value;
        let two_digits = value >= Decimal::TEN && value < Decimal::ONE_HUNDRED && value.fract().is_zero();
        let end = minor.tokens.end;
        let ends =
            self.token(end).is_none_or(|next| !matches!(next.kind, TokenKind::Word | TokenKind::Number) || self.is_word(end, "more"));
        two_digits && ends && !self.is_measure(end) && !self.is_sign(end, '-')
    }

    /// The token after a line end that only wraps the line.
    pub(crate) fn skip_line_end(&self, at: usize) -> usize {
        let wraps = |i: usize| {
            matches!(self.document.tokens[i].kind, TokenKind::Newline { blank: false })
                && self.token(i + 1).is_some_and(|next| {
                    self.document.sentence_at(next.span.start)
                        == self.document.sentence_at(self.document.tokens[i.saturating_sub(1)].span.start)
                })
        };
        if at < self.document.tokens.len() && wraps(at) { at + 1 } else { at }
    }
}

/// A number of minor units in major ones; cents become hundredths in value and step.
fn in_major_units(printed: Printed, parts: u32) -> Option<Printed> {
    if parts == 1 {
        return Some(printed);
    }
    let parts = Decimal::from(parts);
    Some(Printed { value: printed.value.checked_div(parts)?, step: printed.step.checked_div(parts)? })
}
