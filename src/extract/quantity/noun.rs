//! The noun after a number.

use rust_decimal::dec;

use crate::extract::figure_reader::FigureReader;
use crate::extract::numeral::Numeral;
use crate::number::Decimal;
use crate::text::{Classes, Token, TokenKind};
use crate::words::quantity::{COUNTED_IN_THOUSANDS, MEASURES, MODIFIERS, PEOPLE, STOPS, UNITS};

impl FigureReader<'_, '_> {
    /// The measure that a hyphen at token `at` joins to the number before it, in the plural: "1,200-MW", "240-bed".
    pub(super) fn hyphened_measure(&self, at: usize) -> Option<String> {
        let joins = self.is_sign(at, '-') && self.touches_before(at) && self.touches_before(at + 1);
        let token = self.token(at + 1).filter(|token| joins && token.kind == TokenKind::Word)?;
        let word = token.text(self.document.text);
        let extends = self.is_one_of(at + 3, &["long", "wide", "high", "tall", "deep", "thick"]);
        let goes_on = self.is_sign(at + 2, '-') && self.touches_before(at + 2) && !extends;
        let is_name = word.starts_with(char::is_uppercase) && word.len() > 3;
        let measure = MEASURES
            .iter()
            .find(|(one, many)| word.eq_ignore_ascii_case(one) || word.eq_ignore_ascii_case(many))
            .map(|&(_, many)| many.to_owned());
        measure.or_else(|| UNITS.has(word).then(|| word.to_lowercase())).filter(|_| !goes_on && !is_name)
    }

    /// The noun that a number counts which ends before token `at`, in lower case.
    pub(super) fn counted_noun(&self, at: usize, numeral: &Numeral) -> Option<String> {
        if let Some(measure) = self.hyphened_measure(at).or_else(|| self.square_measure(at)) {
            return Some(measure);
        }
        let text = self.document.text;
        if let Some(noun) = self.noun_of_whole(at, numeral) {
            return Some(noun);
        }
        let at = self.first_of_noun(at)?;
        // "800 m wide"; a lone letter before a noun may be millions
        if self.is_word(at, "m") {
            return self.is_one_of(at + 1, &["wide", "long", "deep", "high", "tall", "thick", "below", "above"]).then(|| "metres".into());
        }
        let year_like = self.is_like_year(numeral);
        if numeral.value.value == Decimal::ONE {
            return None;
        }
        let mut next = at;
        for _ in 0..5 {
            let first = next;
            let i = self.last_part(first);
            let compound = i > first;
            next = i + 1;
            if compound && UNITS.has(self.document.word(first)) {
                return Some(self.document.word(first).to_lowercase());
            }
            let token = self.token(i).filter(|token| token.kind == TokenKind::Word)?;
            let word = token.text(text);
            // "4,000 retail and commercial sites"
            let goes_on = self.token(i + 1).is_some_and(|next| next.text(text).starts_with(char::is_lowercase));
            if i > at && self.is_one_of(i, &["and", "or"]) && goes_on && numeral.value.value >= Decimal::ONE_HUNDRED {
                continue;
            }
            if !compound && is_no_noun(token, word) {
                return None;
            }
            if let Some(unit) = self.odd_unit(at, first..i + 1, numeral) {
                return Some(unit);
            }
            let looks_plural = |word: &str| word.ends_with(['s', 'S']) && is_plural(&word.to_lowercase());
            if self.is_unit(word) || looks_plural(word) || is_plural_acronym(word) {
                let next_is_plural = || self.token(i + 1).is_some_and(|next| next.kind == TokenKind::Word && looks_plural(next.text(text)));
                // "police officers" are officers
                if (MODIFIERS.has(word) || PEOPLE.has(word)) && next_is_plural() {
                    continue;
                }
                let measure = i
                    .checked_sub(1)
                    .filter(|&before| before >= at && self.is_one_of(before, &["square", "cubic", "metric", "troy", "nautical"]));
                let whole = self.document.span(first..i + 1).of(text).to_lowercase();
                let noun = measure.map_or(whole, |before| format!("{} {}", self.document.word(before).to_lowercase(), word.to_lowercase()));
                return (!year_like || COUNTED_IN_THOUSANDS.has(word)).then_some(noun);
            }
            // "737 MAX", "2004 Olympic": a year or a name's number takes no adjective
            if year_like {
                return None;
            }
        }
        None
    }

    /// "48.9 billion kilowatt-hours", "0.65 point": units that do not look like plurals, or like lengths of time.
    fn odd_unit(&self, at: usize, tokens: std::ops::Range<usize>, numeral: &Numeral) -> Option<String> {
        let value = numeral.value.value;
        let last = tokens.end - 1;
        if tokens.len() > 1 && self.is_one_of(last, &["hour", "hours"]) && value >= Decimal::ONE_HUNDRED {
            return Some(self.document.span(tokens).of(self.document.text).to_lowercase());
        }
        let points = last == at && self.is_word(last, "point") && value < Decimal::ONE && value.scale() > 0;
        points.then(|| "points".into())
    }

    /// "12 of 15 members", "40 of the 120 shops", "41 out of the county's 452 bridges": the noun of the whole is that of its part.
    fn noun_of_whole(&self, at: usize, numeral: &Numeral) -> Option<String> {
        let of = at + usize::from(self.is_word(at, "out"));
        if !self.is_word(of, "of") || numeral.is_article {
            return None;
        }
        let article = of + 1 + usize::from(self.is_one_of(of + 1, &["the", "its", "their", "our", "all"]));
        let owner = self.token(article).is_some_and(|token| token.kind == TokenKind::Word) && self.is_one_of(article + 1, &["'s", "’s"]);
        let number = if owner { article + 2 } else { article };
        let whole = self.numerals.read(number, false).filter(|whole| whole.tokens.start == number && !whole.is_article)?;
        let (part, all) = (&numeral.value, &whole.value);
        let counted = numeral.magnitude.is_none() && part.step == Decimal::ONE && all.step == Decimal::ONE;
        let fits = (counted || numeral.magnitude.is_some() && part.step == all.step) && part.value < all.value;
        if fits && !self.is_like_year(&whole) { self.counted_noun(whole.tokens.end, &whole) } else { None }
    }

    /// Where the noun may begin: behind the end of a line, "of our" and "such".
    fn first_of_noun(&self, wrapped: usize) -> Option<usize> {
        let mut at = self.skip_line_end(wrapped);
        if at != wrapped && self.token(at).is_some_and(|next| next.text(self.document.text).starts_with(char::is_uppercase)) {
            return None;
        }
        if self.is_word(at, "of") && self.is_one_of(at + 1, &["our", "its", "the", "their", "these", "those", "his", "her", "all"]) {
            at += 2;
        }
        if self.is_word(at, "such") || self.is_sign(at, '+') && self.touches_before(at) && !self.touches_before(at + 1) {
            at += 1;
        }
        Some(at)
    }

    /// Whether the number may be a year: four digits from 1900 to 2099.
    fn is_like_year(&self, numeral: &Numeral) -> bool {
        let digits = || self.document.span(numeral.tokens.clone()).of(self.document.text).len();
        let value = numeral.value.value;
        numeral.magnitude.is_none() && !numeral.in_words && digits() == 4 && value >= dec!(1900) && value < dec!(2100)
    }

    /// The last part of the word at `at` that hyphens join to others: "time" of "full-time".
    fn last_part(&self, at: usize) -> usize {
        let is_word = |i: usize| self.token(i).is_some_and(|token| token.kind == TokenKind::Word);
        let joins = |i: usize| self.is_sign(i + 1, '-') && self.touches_before(i + 1) && self.touches_before(i + 2) && is_word(i + 2);
        (at..).step_by(2).take(4).find(|&i| !joins(i)).unwrap_or(at)
    }

    /// "square foot", "sq. ft.", "-square-metre": a measure of area in the plural.
    pub(super) fn square_measure(&self, at: usize) -> Option<String> {
        const SIDES: &[(&str, &[&str])] = &[
            ("square feet", &["foot", "feet", "ft"]),
            ("square metres", &["metre", "metres", "m", "mtr", "mtrs"]),
            ("square meters", &["meter", "meters"]),
            ("square kilometres", &["kilometre", "kilometres", "km"]),
            ("square kilometers", &["kilometer", "kilometers"]),
            ("square miles", &["mile", "miles"]),
            ("square yards", &["yard", "yards"]),
        ];
        let skip = |at: usize| if self.is_sign(at, '-') || self.is_sign(at, '.') { at + 1 } else { at };
        let square = skip(at);
        if !self.is_one_of(square, &["square", "sq"]) {
            return None;
        }
        let side = skip(square + 1);
        SIDES.iter().find(|(_, words)| self.is_one_of(side, words)).map(|&(measure, _)| measure.to_owned())
    }
}

/// Whether a word can stand in no counted noun.
fn is_no_noun(token: &Token, word: &str) -> bool {
    word == "us" || STOPS.has(word) || token.classes.any(Classes::MONTH.union(Classes::WEEKDAY)) || word.starts_with(['\'', '’'])
}

/// Whether the word is an abbreviation in the plural: "GPUs".
fn is_plural_acronym(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|one| one.len() >= 2 && one.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Whether a word in lower case has the look of a plural noun.
pub(super) fn is_plural(word: &str) -> bool {
    const SINGULAR_ENDINGS: &[&str] = words!("ss|us|is|'s|’s|ous");
    word.len() >= 4
        && word.ends_with('s')
        && !SINGULAR_ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !STOPS.has(word)
        && word != "series"
}
