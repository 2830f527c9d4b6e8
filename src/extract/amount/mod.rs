//! Amounts of money: a number with a currency before or after it, in any of the styles of the world's press.
//!
//! The currency is a sign ("$", "£"), a code ("EUR"), a prefix ("Rs", "RM", "A$"), or a name ("euros", "Canadian dollars");
//! the number has digits or words, perhaps a magnitude ("m", "bn", "crore", "lakh crore") and the other end of a range.
//! A bare "$" is the article's own dollar, minor units ("30p", "65 cents") become major ones, accounting brackets and
//! printed minus signs make the value negative, and the digits printed decide its rounding: "$1.10bn" is finer than "$1.1bn".
//! A bracketed comparative or the other level of a change may leave its currency or scale to the amount before it.
//!
//! Where what is read: the currency before a number in `marker.rs`, the one after it in `suffix.rs`, both by the tables in `words/currency/`;
//! ranges in `other_end.rs`, cents in `minor.rs`, what the amount before leaves unsaid in `understood.rs`, "a share" in `per.rs`, whose "$"
//! it is in `house.rs`.

mod currencies;
mod marker;
mod minor;
mod other_end;
mod per;
mod suffix;
mod understood;
mod wire;

pub(crate) use currencies::House;

use super::figure_reader::{FigureReader, FoundFigure};
use super::numeral::Numeral;
use crate::mention::{Figure, FigureKind, Unit, Value};
use crate::number::Decimal;
use crate::rule::{Rule, RuleKind};
use crate::sheet::FactKind;
use crate::text::{Classes, TokenKind};
use crate::words::currency;
use minor::in_major_units;
use rust_decimal::dec;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "amount",
    kind: RuleKind::Figure(FactKind::Amount),
    source: include_str!("mod.rs"),
    examples: &[
        ("The bill was £600m.", "£600m = 600000000 GBP"),
        ("Revenue: CN¥91m.", "CN¥91m = 91000000 CNY"),
        ("Revenue was JP¥43.4b.", "JP¥43.4b = 43400000000 JPY"),
        ("It cost $1.13bn, or 950m euros.", "$1.13bn = 1130000000 USD; 950m euros = 950000000 EUR"),
        ("A pint went up to 65 cents.", "65 cents = 0.65 USD"),
        ("They expect $20 million to 30 million of sales.", "$20 million to 30 million = 20000000..30000000 USD"),
        ("They expect $5-7m of costs.", "$5-7m = 5000000..7000000 USD"),
        ("Net debt was EUR 1,770 (1,401) thousand.", "EUR 1,770 = 1770000 EUR; 1,401 = 1401000 EUR"),
        ("The fund holds Rs 1.5 lakh crore.", "Rs 1.5 lakh crore = 1500000000000 INR"),
        ("It lost $(0.05) per share.", "$(0.05) = -0.05 USD per share"),
        ("It had $0.05 diluted earnings per share.", "$0.05 = 0.05 USD per share"),
        ("It had $5 million in net income.", "$5 million = 5000000 USD"),
        ("Sales hit $340.4M from $299.3.", "$340.4M = 340400000 USD; $299.3 = 299300000 USD"),
        ("Nobody has five million dollars.", "five million dollars = 5000000 USD"),
        ("They lost a million dollars.", "a million dollars = 1000000 USD"),
        (
            "Oil fell to $71 a barrel Monday, power to 52 euros a megawatt hour.",
            "$71 = 71 USD per barrel; 52 euros = 52 EUR per megawatt hour",
        ),
        ("It may top $200 and can try $5,000.", "$200 = 200 USD; $5,000 = 5000 USD"),
        ("They asked about $20 million of costs.", "$20 million = 20000000 USD"),
        ("The $5 million CAD fund took 3 million US$.", "$5 million CAD = 5000000 CAD; 3 million US$ = 3000000 USD"),
        ("Wheat cost $10.26-1/4 a bushel.", "$10.26-1/4 = 10.2625 USD per bushel"),
        (
            "It earned R$5 million, or 44 centavos a share; the target is Rs 750/sh.",
            "R$5 million = 5000000 BRL; 44 centavos = 0.44 BRL per share; Rs 750 = 750 INR per share",
        ),
        ("It is a $100+ billion market.", "$100+ billion = 100000000000 USD (at_least)"),
        ("It owes 410 mln N.Z. Dlrs and 1.4 billion marks.", "410 mln N.Z. Dlrs = 410000000 NZD; 1.4 billion marks = 1400000000 DEM"),
        (
            "It sold U.S. Dlrs 12 mln of bonds for Hong Kong dlrs 90 mln.",
            "U.S. Dlrs 12 mln = 12000000 USD; Hong Kong dlrs 90 mln = 90000000 HKD",
        ),
        (
            "Its turnover reached 12.5 million pounds, and it paid 40,000 pounds in fees.",
            "12.5 million pounds = 12500000 GBP; 40,000 pounds = 40000 GBP",
        ),
        ("Rent is $300 a square foot.", "$300 = 300 USD per square foot"),
        ("The Hon Ann Day MP, Minister for Trade, said Australia would pay $5 million.", "$5 million = 5000000 AUD"),
        ("The minister told parliament that New Zealanders and their KiwiSaver funds would have $5 million.", "$5 million = 5000000 NZD"),
        ("The premier told the Fijian parliament in Suva of $5 million.", "$5 million = 5000000 FJD"),
        ("The minister told American and Australian MPs, and Congress, of $5 million.", "$5 million = 5000000 USD"),
        ("It wants a 100 mln stg surplus and 25 cts a share.", "100 mln stg = 100000000 GBP; 25 cts = 0.25 USD per share"),
        (
            "Shr loss 36 cts vs profit 11 cts\n    Net loss 1.2 mln vs profit 855,000\n    Revs 2,100,000 vs 1.9 mln\n",
            "36 cts = 0.36 USD; 11 cts = 0.11 USD; 1.2 mln = 1200000 USD; 855,000 = 855000 USD; 2,100,000 = 2100000 USD; 1.9 mln = 1900000 USD",
        ),
        ("Sales 12,000 vs 11,000\n", ""),
        ("Onions went for Rs 9-12 per kg.", "Rs 9-12 = 9..12 INR per kg"),
        ("It made A$399m, up from A$373m a year ago.", "A$399m = 399000000 AUD; A$373m = 373000000 AUD"),
        ("Operating profit was NOK 5 383.6 million (4 802.5).", "NOK 5 383.6 million = 5383600000 NOK; 4 802.5 = 4802500000 NOK"),
        ("The net result was EUR (3.4) million.", "EUR (3.4) million = -3400000 EUR"),
        ("Perth's mayor spent $US5 million.", "$US5 million = 5000000 USD"),
        ("Ferries cost 12 Trinidad and Tobago dollars.", "12 Trinidad and Tobago dollars = 12 TTD"),
    ],
    counterexamples: &[
        "She came top with 200 in the try for 3,000.",
        "The show is on at 6p/5c.",
        "All 70 of us went to the TOP 10 show.",
        "She lost 20 pounds in May.",
        "The price of 12 million pounds of nuts rose, and the mill sold 4 million pounds.",
        "US Dollars 3 in 10 hold.",
        "It works on 5 continents.",
        "See https://example.com/4c-5p for H1 2024-25 USD rates.",
    ],
};

/// What may stand before the number of an amount.
const BEFORE_NUMBER: Classes =
    Classes::CURRENCY_CODE.union(Classes::CURRENCY_SIGN).union(Classes::CURRENCY_NAME).union(Classes::CURRENCY_ADJECTIVE);

/// The amount that starts at token `at`; `numeral` is the number there.
pub(crate) fn read(reader: &FigureReader, at: usize, numeral: Option<&Numeral>, before: Option<&Figure>) -> Option<FoundFigure> {
    let token = reader.token(at)?;
    let number_first = || reader.number_first(at, numeral, before);
    let found = match token.kind {
        TokenKind::Sign('(') => reader.bracketed_marker_first(at),
        TokenKind::Sign('+' | '-' | '−' | '–') => reader.signed_marker_first(at).or_else(number_first),
        _ if token.classes.any(BEFORE_NUMBER) => reader.marker_first(at, false).or_else(number_first),
        _ => number_first(),
    }?;
    let per = reader.per(found.tokens.end);
    let value = if per.is_none() { reader.inherited_scale(&found, at, before).unwrap_or(found.value) } else { found.value };
    Some(FoundFigure { per, value, ..found })
}

impl FigureReader<'_, '_> {
    fn amount(&self, tokens: std::ops::Range<usize>, value: Value, code: &'static str, parts: u32) -> Option<FoundFigure> {
        let value = match value {
            Value::One(printed) => Value::One(in_major_units(printed, parts)?),
            Value::Range(low, high) => Value::Range(in_major_units(low, parts)?, in_major_units(high, parts)?),
        };
        Some(FoundFigure { tokens, kind: FigureKind::Amount, value, unit: Unit::Currency(code), per: None })
    }
    /// "-$5m", "+$5.6 million"
    fn signed_marker_first(&self, at: usize) -> Option<FoundFigure> {
        let negative = self.numerals.sign(at)?;
        let mut found = self.marker_first(at + 1, negative)?;
        if let (true, Value::Range(low, high)) = (negative, found.value)
            && high.value.is_sign_positive()
            && -low.value < high.value
        {
            // a dash before the range, no minus
            return Some(FoundFigure { value: Value::Range(low.negate(), high), ..found });
        }
        found.tokens.start = at;
        Some(found)
    }

    /// "a loss of ($5.2) million": accounting brackets around sign and number
    fn bracketed_marker_first(&self, at: usize) -> Option<FoundFigure> {
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
    fn marker_first(&self, at: usize, negative: bool) -> Option<FoundFigure> {
        let marker = self.marker(at)?;
        if self.is_sign(marker.end, '(') {
            let numeral = self.numerals.read(marker.end + 1, true).filter(|numeral| !numeral.in_words)?;
            let close = numeral.tokens.end;
            let scale = self.numerals.magnitude(close + 1, true);
            if !self.is_sign(close, ')') || scale.is_none() && !self.touches_before(marker.end) {
                return None;
            }
            let (numeral, end) = match scale {
                Some((by, end)) if numeral.magnitude.is_none() => (numeral.scaled(by)?, end),
                _ => (numeral, close + 1),
            };
            return self.amount(at..end, Value::One(numeral.value.negate()), marker.code, marker.parts);
        }
        let numeral = self.numerals.read(marker.end, true).filter(|numeral| self.fits(&marker, numeral))?;
        // "SDG 7": a goal of sustainable development
        if marker.code == "SDG" && numeral.magnitude.is_none() && numeral.value.value <= dec!(17) {
            return None;
        }
        let numeral = self.without_decimals(numeral, marker.code);
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
        let (code, end) = self.code_after(numeral.tokens.end, at, marker.code);
        self.amount(at..end, numeral.one(), code, marker.parts)
    }

    /// A number, then a currency: "13.1 mn euros", "20-30bn rupiah", "325.5p"; or one whose currency the amount before it gives.
    fn number_first(&self, at: usize, numeral: Option<&Numeral>, before: Option<&Figure>) -> Option<FoundFigure> {
        let numeral = numeral.cloned().or_else(|| self.numerals.read(at, true)).filter(|_| !self.is_inside_word(at))?;
        if self.is_title(&numeral) {
            return None;
        }
        // "5 m euros": only the currency tells that they are millions
        let lettered = || {
            self.token(numeral.tokens.end).filter(|next| next.classes.any(Classes::MAGNITUDE))?;
            self.numerals.read(at, true).and_then(|numeral| Some((self.suffix(&numeral)?, numeral)))
        };
        if let Some((suffix, mut numeral)) = self.suffix(&numeral).map(|suffix| (suffix, numeral.clone())).or_else(lettered) {
            numeral = self.without_decimals(numeral, suffix.code);
            if let Some(by) = suffix.magnitude {
                numeral = numeral.scaled(by)?;
            }
            let (numeral, end) = self.with_minor_units(numeral, &suffix)?;
            return self.amount(at..end, numeral.one(), suffix.code, suffix.parts);
        }
        if let Some(found) = self.range_then_currency(at, &numeral) {
            return Some(found);
        }
        if let Some(code) = self.wire_row(&numeral) {
            let end = numeral.tokens.end;
            return self.amount(at..end, numeral.one(), code, 1);
        }
        let (numeral, code, end) = self.understood(numeral, before)?;
        self.amount(at..end, numeral.one(), code, 1)
    }

    /// "Rp 75.000": a point before three digits parts groups where the currency has no minor units in use.
    pub(super) fn without_decimals(&self, numeral: Numeral, code: &str) -> Numeral {
        const WHOLE: &[&str] = words!("VND|IDR|CLP|COP|PYG|CRC|UGX|TZS|RWF|XAF|XOF|ISK|HUF");
        let digits = self.document.tokens[numeral.tokens.end - 1].text(self.document.text);
        let mut groups = digits.split('.');
        let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'));
        let grouped =
            first && digits.contains('.') && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
        if !grouped || numeral.magnitude.is_some() || numeral.value.step == Decimal::ONE || !WHOLE.contains(&code) {
            return numeral;
        }
        let value = numeral.value.scale(Decimal::ONE_THOUSAND);
        Numeral { value: value.unwrap_or(numeral.value), ..numeral }
    }

    /// "50 Cent" and "the Six Million Dollar Man": a currency with a capital and in the singular after more than one is of a name.
    fn is_title(&self, numeral: &Numeral) -> bool {
        let text = self.document.text;
        let word = |at: usize| self.token(at).filter(|token| token.kind == TokenKind::Word).map_or("", |token| token.text(text));
        let is_capital = |word: &str| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
        let singular = ["Cent", "Dollar", "Pound", "Euro", "Franc"].contains(&word(numeral.tokens.end));
        let before = numeral.tokens.start.checked_sub(1).map_or("", word);
        // a headline capitalises every word
        let in_name = is_capital(word(numeral.tokens.end + 1)) && (!is_capital(before) || before == "The" && numeral.in_words)
            || !numeral.in_words && numeral.value.value == dec!(50);
        singular && in_name && numeral.value.value > Decimal::ONE
    }

    /// Whether letters are glued before the number: "Q4", "COVID-19" have no amount after a currency either.
    fn is_inside_word(&self, at: usize) -> bool {
        self.touches_before(at) && self.token(at - 1).is_some_and(|before| before.kind == TokenKind::Word)
    }

    /// The code after an amount that already has its sign, with the token after it: "US$5 million USD"; a bare "$" takes the code's
    /// dollar: "$5 million CAD".
    fn code_after(&self, end: usize, at: usize, code: &'static str) -> (&'static str, usize) {
        let unchanged = (code, end);
        let Some(token) = self.token(end).filter(|token| token.kind == TokenKind::Word && token.classes.any(Classes::CURRENCY_CODE)) else {
            return unchanged;
        };
        let word = token.text(self.document.text);
        // "$5 million CAD 3 million": the code of the next amount
        let of_next = self.token(end + 1).is_some_and(|next| next.kind == TokenKind::Number || next.classes.any(Classes::CURRENCY_SIGN));
        if word == code {
            return (code, end + 1);
        }
        let dollar = currency::dollar().codes().find(|&dollar| dollar == word).filter(|_| self.is_sign(at, '$') && !of_next);
        dollar.map_or(unchanged, |dollar| (dollar, end + 1))
    }
}
