//! The noun after a number.

use rust_decimal::dec;

use super::words::{COUNTED_IN_THOUSANDS, MEASURES, MODIFIERS, STOPS, UNITS};
use crate::extract::figure::Reader;
use crate::extract::numeral::Numeral;
use crate::number::Decimal;
use crate::text::{Classes, TokenKind};

impl Reader<'_, '_> {
    /// The measure that a hyphen at token `at` joins to the number before it, in the plural: "1,200-MW", "240-bed".
    pub(super) fn hyphened_measure(&self, at: usize) -> Option<String> {
        let joins = self.is_sign(at, '-') && self.touches_before(at) && self.touches_before(at + 1);
        let token = self.token(at + 1).filter(|token| joins && token.kind == TokenKind::Word)?;
        let word = token.text(self.document.text);
        let goes_on = self.is_sign(at + 2, '-') && self.touches_before(at + 2);
        let is_name = word.starts_with(char::is_uppercase) && word.len() > 3;
        let measure = MEASURES.iter().find(|(one, _)| word.eq_ignore_ascii_case(one)).map(|&(_, many)| many.to_owned());
        measure.or_else(|| UNITS.contains(word).then(|| word.to_lowercase())).filter(|_| !goes_on && !is_name)
    }

    /// The noun that a number counts which ends before token `at`, in lower case.
    pub(super) fn counted_noun(&self, at: usize, numeral: &Numeral) -> Option<String> {
        if let Some(measure) = self.hyphened_measure(at) {
            return Some(measure);
        }
        let wrapped = at;
        let mut at = self.skip_line_end(at);
        let text = self.document.text;
        if at != wrapped && self.token(at).is_some_and(|next| next.text(text).starts_with(char::is_uppercase)) {
            return None;
        }
        if self.is_word(at, "of") && self.is_one_of(at + 1, &["our", "its", "the", "their", "these", "those", "his", "her", "all"]) {
            at += 2;
        }
        let year_like = numeral.magnitude.is_none() && !numeral.in_words && {
            let digits = self.document.span(numeral.tokens.clone()).of(text);
            digits.len() == 4 && numeral.value.value >= dec!(1900) && numeral.value.value < dec!(2100)
        };
        if numeral.value.value == Decimal::ONE {
            return None;
        }
        for i in at..at + 5 {
            let token = self.token(i).filter(|token| token.kind == TokenKind::Word)?;
            let word = token.text(text);
            let lower = word.to_lowercase();
            if STOPS.contains(word) || token.classes.any(Classes::MONTH.union(Classes::WEEKDAY)) || word.starts_with(['\'', '’']) {
                return None;
            }
            let is_unit = UNITS.contains(word);
            if is_unit || is_plural(&lower) {
                let next_is_plural =
                    || self.token(i + 1).is_some_and(|next| next.kind == TokenKind::Word && is_plural(&next.text(text).to_lowercase()));
                if MODIFIERS.contains(word) && next_is_plural() {
                    continue;
                }
                let measure = i
                    .checked_sub(1)
                    .filter(|&before| before >= at && self.is_one_of(before, &["square", "cubic", "metric", "troy", "nautical"]));
                let noun = measure.map_or(lower.clone(), |before| format!("{} {lower}", self.document.word(before).to_lowercase()));
                return (!year_like || COUNTED_IN_THOUSANDS.contains(word)).then_some(noun);
            }
            // "737 MAX", "2004 Olympic": a year or a name's number takes no adjective
            if year_like {
                return None;
            }
        }
        None
    }
}

/// Whether a word in lower case has the look of a plural noun.
pub(super) fn is_plural(word: &str) -> bool {
    const SINGULAR_ENDINGS: &[&str] = &["ss", "us", "is", "'s", "’s", "ous"];
    word.len() >= 4
        && word.ends_with('s')
        && !SINGULAR_ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !STOPS.contains(word)
        && word != "series"
}
