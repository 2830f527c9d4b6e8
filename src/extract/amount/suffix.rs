//! The currency after a number: "5 euros", "30p", "5 Canadian dollars", "5 EUR million".

use crate::extract::figure_reader::FigureReader;
use crate::extract::numeral::Numeral;
use crate::number::Decimal;
use crate::text::{Classes, TokenKind};
use crate::words::WordList;
use crate::words::currency::{self, Certainty, CurrencyCode, CurrencyMeaning, Prefix};
use crate::words::number::{Magnitude, magnitude};

/// A currency after a number.
pub(super) struct Suffix {
    pub code: &'static str,
    pub parts: u32,
    pub magnitude: Option<Magnitude>,
    /// Whether it is a word, after which the minor units may follow.
    pub is_word: bool,
    pub end: usize,
}

impl FigureReader<'_, '_> {
    /// The currency after a number.
    pub(super) fn suffix(&self, numeral: &Numeral) -> Option<Suffix> {
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
        if numeral.is_article && self.is_rate(numeral.tokens.start) {
            return None;
        }
        if token.classes.any(Classes::CURRENCY_NAME)
            && let Some(meaning) = currency::name(word)
            && self.name_fits(at, word, numeral)
        {
            let code = self.code_of_counted(meaning, word, numeral, at)?;
            let end = at + 1 + usize::from(word.starts_with(['p', 'P']) && word.len() > 1 && self.is_one_of(at + 1, &["sterling", "stg"]));
            return Some(Suffix { code, parts: currency::parts(meaning, code), magnitude: None, is_word: true, end });
        }
        if token.classes.any(Classes::CURRENCY_CODE) && !numeral.is_article {
            // "3 million US$"
            let sign = self.token(at + 1).filter(|sign| sign.is_sign('$') && self.touches_before(at + 1));
            if sign.is_some() && self.token(at + 2).is_none_or(|next| next.kind != TokenKind::Number) {
                let code = currency::dollar_prefix(word)?;
                return Some(Suffix { code, parts: 1, magnitude: None, is_word: true, end: at + 2 });
            }
            let of_house = self.document.stylebook.currency(word);
            let of_house =
                of_house.map(|code| Prefix { currency: CurrencyCode::Known(code), certainty: Certainty::Always, magnitude: None });
            let prefix = of_house.or_else(|| currency::code(word))?;
            // "10 in 2024 EUR 5": a code with a number after it belongs to that number
            if self.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number) && !self.is_cents(at + 1) {
                return None;
            }
            let code = match prefix.currency {
                CurrencyCode::Known(code) => code,
                CurrencyCode::Of(family) => self.house.code(family)?,
            };
            let (magnitude, end) = match self.numerals.magnitude(at + 1, false) {
                Some((by, end)) if numeral.magnitude.is_none() => (Some(by), end),
                _ => (prefix.magnitude.and_then(magnitude), at + 1),
            };
            return Some(Suffix { code, parts: 1, magnitude, is_word: true, end });
        }
        None
    }

    /// "Canadian dollars", "New Zealand cents", "CFA francs"
    fn adjective_suffix(&self, at: usize) -> Option<Suffix> {
        let is_name = |i: usize| self.token(i).is_some_and(|token| token.classes.any(Classes::CURRENCY_NAME));
        let name_at = (at + 1..at + 4).find(|&i| is_name(i))?;
        let country = currency::country(self.document.span(at..name_at).of(self.document.text))?;
        let meaning = currency::name(self.document.word(name_at))?;
        // The franc of the CFA has two central banks.
        let of_central_africa = self.house.country.filter(|_| self.is_word(at, "cfa")).and_then(|country| meaning.family.home(country));
        let code = of_central_africa.filter(|&code| code == "XAF").or_else(|| meaning.family.home(country))?;
        Some(Suffix { code, parts: currency::parts(meaning, code), magnitude: None, is_word: true, end: name_at + 1 })
    }

    /// Whether the name after the number is money here: not "lost 20 pounds", "5 euro zone countries", "won 3".
    fn name_fits(&self, at: usize, word: &str, numeral: &Numeral) -> bool {
        let glued = self.touches_before(at) && numeral.magnitude.is_none() && !numeral.in_words;
        let value = numeral.value.value;
        match word {
            // "6p/5c" is a time of day
            "p" => return glued && !self.is_sign(at + 1, '/') && !self.is_video_format(numeral, at),
            "c" => return glued && self.house.prints_dollars,
            // hundreds of cts are carats
            "cts" if value >= Decimal::ONE_THOUSAND || self.is_one_of(at + 1, &["of", "diamond", "diamonds", "stone"]) => return false,
            "P" | "C" => return false,
            _ => {}
        }
        if self.is_one_of(at + 1, &["zone", "area", "bloc"])
            || self.is_sign(at + 1, '-') && self.is_one_of(at + 2, &["zone", "area", "denominated"])
        {
            return false;
        }
        // "3 penny stocks"
        if word.eq_ignore_ascii_case("penny") && (value != Decimal::ONE || self.is_one_of(at + 1, &["stock", "stocks"])) {
            return false;
        }
        let is_dated = numeral.magnitude.is_some() && self.token(at + 2).is_some_and(|token| token.classes.any(Classes::PERIOD_UNIT));
        if word.eq_ignore_ascii_case("won")
            && !is_dated
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
    pub(in crate::extract) fn stands_alone(&self, at: usize) -> bool {
        const AFTER: &[&str] = words!(
            "a|an|per|each|to|in|for|more|less|short|on|from|and|or|at|of|higher|lower|above|below|off|this|last|since|when|after|by|\
            was|is"
        );
        self.token(at).is_none_or(|token| token.kind != TokenKind::Word || self.is_one_of(at, AFTER)) && !self.is_sign(at, '-')
    }

    fn is_video_format(&self, numeral: &Numeral, at: usize) -> bool {
        let formats = ["360", "480", "720", "1080", "1440", "2160", "4320"];
        let is_format = formats.iter().any(|format| numeral.value.value == Decimal::from(format.parse::<u32>().unwrap_or(0)));
        is_format && !self.is_one_of(at + 1, &["a", "per", "each"])
    }

    fn code_of_name(&self, meaning: CurrencyMeaning) -> Option<&'static str> {
        if meaning.parts == 100 && meaning.family.home("NZ").is_some() {
            return Some(self.house.cents());
        }
        // "44 centavos" beside "R$"
        let named = self.house.named_dollar.filter(|&code| meaning.parts > 1 && meaning.family.codes().any(|other| other == code));
        named.or_else(|| self.house.code(meaning.family))
    }

    fn code_of_counted(&self, meaning: CurrencyMeaning, word: &str, numeral: &Numeral, at: usize) -> Option<&'static str> {
        let lower = word.to_ascii_lowercase();
        if lower.starts_with("pound") {
            return self.house.pounds(
                numeral,
                self.is_word(at + 1, "of"),
                self.is_one_of(at + 1, &["sterling", "stg"]) || self.is_conversion(at + 1) || self.is_of_money(numeral, at),
            );
        }
        if lower.starts_with("dollar") || lower.starts_with("dlr") {
            return Some(self.house.spelled_dollar);
        }
        // millions of marks are money in any article, and Germany's where it names no other country
        let marks = lower.starts_with("mark") && numeral.magnitude.is_some();
        self.code_of_name(meaning).or_else(|| marks.then_some("DEM"))
    }

    /// Whether what is printed in pounds is money by the words before: "turnover of 12 million pounds", not of pounds of something.
    fn is_of_money(&self, numeral: &Numeral, at: usize) -> bool {
        /// How many words before the number tell.
        const BEFORE: usize = 4;
        static MONEY: WordList = WordList::new(words!(
            "profit|profits|revenue|revenues|turnover|earnings|income|cost|costs|debt|debts|budget|fine|fined|paid|pay|paying|salary|wages|\
             spent|spend|spending|worth|fee|fees|dividend|tax|taxes|invest|invested|investment|funding|grant|bonus|prize|rent|valued|deal"
        ));
        let before = (0..numeral.tokens.start).rev().take(BEFORE).map(|i| &self.document.tokens[i]);
        let mut clause = before.take_while(|token| !matches!(token.kind, TokenKind::Sign(_) | TokenKind::Newline { .. }));
        let is_large = numeral.magnitude.is_some() || numeral.value.value >= Decimal::ONE_THOUSAND;
        is_large && !self.is_word(at + 1, "of") && clause.any(|token| MONEY.has(token.text(self.document.text)))
    }

    /// Whether an amount in another currency follows in brackets.
    fn is_conversion(&self, at: usize) -> bool {
        self.is_sign(at, '(') && self.marker(at + 1).is_some()
    }
}
