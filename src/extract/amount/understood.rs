//! Amounts whose currency or scale is left to the amount before them: "from 639m", "EUR 1,770 (1,401) thousand".

use rust_decimal::dec;

use crate::extract::figure_reader::{FigureReader, FoundFigure};
use crate::extract::numeral::Numeral;
use crate::mention::{Figure, FigureKind, Unit, Value};
use crate::number::Decimal;
use crate::text::{Classes, TokenKind};
use crate::words::number::{Magnitude, Strength, magnitude};
use crate::words::quantity::AFTER_LEVEL;

/// Words between an amount and another level of the same thing.
const LINKS: &[&str] = words!("from|to|than|of|at|against|versus|vs|with|and|or|was|were|by|between|after|'s|’s");

impl FigureReader<'_, '_> {
    /// The value with the scale of the amount that it is compared with: "$340.4M from $299.3". One decimal is no price.
    pub(super) fn inherited_scale(&self, found: &FoundFigure, at: usize, before: Option<&Figure>) -> Option<Value> {
        const LINKS: &[&str] = words!("from|to|versus|vs|against|with|than");
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

    /// The number with the scale, the currency and the token after it that the amount before leaves to it.
    pub(super) fn understood(&self, numeral: Numeral, before: Option<&Figure>) -> Option<(Numeral, &'static str, usize)> {
        let before = before.filter(|figure| figure.kind == FigureKind::Amount)?;
        let Unit::Currency(code) = before.unit else { return None };
        if numeral.in_words || numeral.is_article {
            return None;
        }
        let before_end = self.document.token_at(before.span.end.saturating_sub(1)) + 1;
        let start = numeral.tokens.start;
        let (numeral, end) = if self.is_comparative(&numeral, before_end) {
            self.scaled_like(numeral, before, before_end)?
        } else {
            let same_sentence =
                self.document.sentence_at(before.span.start) == self.document.sentence_at(self.document.tokens[start].span.start);
            let linked = start.checked_sub(1).is_some_and(|i| self.is_one_of(i, LINKS));
            if !same_sentence || !linked || numeral.magnitude.is_none() || !self.is_level(&numeral, before) {
                return None;
            }
            let end = numeral.tokens.end;
            (numeral, end)
        };
        Some((numeral, code, end))
    }

    /// "(1,401)" directly after an amount.
    fn is_comparative(&self, numeral: &Numeral, before_end: usize) -> bool {
        let start = numeral.tokens.start;
        if start != before_end + 1 || !self.is_sign(before_end, '(') || !self.is_sign(numeral.tokens.end, ')') {
            return false;
        }
        let text = self.document.span(numeral.tokens.clone()).of(self.document.text);
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) && matches!(&text[..2], "19" | "20");
        let is_note = text.len() == 1;
        !is_year && !is_note
    }

    fn scaled_like(&self, numeral: Numeral, before: &Figure, before_end: usize) -> Option<(Numeral, usize)> {
        let end = numeral.tokens.end;
        if numeral.magnitude.is_some() {
            return Some((numeral, end));
        }
        let printed = before.value.one()?;
        if let Some((by, _)) = self.numerals.magnitude(end + 1, false) {
            return (by.strength != Strength::Letter).then(|| numeral.scaled(by)).flatten().map(|numeral| (numeral, end));
        }
        let last = self.token(before_end - 1)?;
        // "kSEK -7,992 (-11,289)": the scale is in the code
        let in_code = (last.kind == TokenKind::Number).then(|| printed.step.checked_div(numeral.value.step)).flatten();
        let in_code = in_code.filter(|factor| [dec!(1_000), dec!(1_000_000), dec!(1_000_000_000)].contains(factor));
        if let Some(factor) = in_code.filter(|_| numeral.value.step == Decimal::ONE || printed.step == Decimal::ONE_THOUSAND) {
            return numeral.scaled(Magnitude { factor, strength: Strength::Word }).map(|numeral| (numeral, end));
        }
        let by: Option<Magnitude> = last.classes.any(Classes::MAGNITUDE).then(|| magnitude(last.text(self.document.text))).flatten();
        let step = numeral.value.step.checked_mul(by.map_or(Decimal::ONE, |by| by.factor))?;
        if step != printed.step {
            return None;
        }
        match by {
            Some(by) => numeral.scaled(by).map(|numeral| (numeral, end)),
            None => Some((numeral, end)),
        }
    }

    /// Whether nothing that could be counted follows the number, and it is of the size of the amount before.
    fn is_level(&self, numeral: &Numeral, before: &Figure) -> bool {
        let end = numeral.tokens.end;
        let followed = self.token(end).is_none_or(|next| match next.kind {
            TokenKind::Word => AFTER_LEVEL.has(next.text(self.document.text)) || next.classes.any(Classes::MONTH),
            TokenKind::Sign(sign) => !matches!(sign, '-' | '–' | '%' | '/'),
            TokenKind::Number | TokenKind::Newline { .. } => true,
        });
        let size = |value: Decimal| value.abs().checked_mul(Decimal::ONE_THOUSAND);
        let (this, that) = (numeral.value.value.abs(), before.value.rounding().high.abs());
        let alike = size(this).is_some_and(|scaled| scaled >= that) && size(that).is_some_and(|scaled| scaled >= this);
        followed && alike
    }
}
