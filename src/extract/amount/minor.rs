//! Minor units: "thirteen dollars and forty-five cents", "15 dollars 50", and cents as hundredths of a dollar.

use rust_decimal::Decimal;

use super::suffix::Suffix;
use crate::extract::figure_reader::FigureReader;
use crate::extract::numeral::Numeral;
use crate::number::Printed;
use crate::text::{Classes, TokenKind};
use crate::words::currency;

impl FigureReader<'_, '_> {
    /// "thirteen dollars and forty-five cents", "15 dollars 50": the minor units after the major ones.
    pub(super) fn with_minor_units(&self, numeral: Numeral, suffix: &Suffix) -> Option<(Numeral, usize)> {
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

    /// Whether the number at `at` can only be the cents of the amount before it: "17 USD 25."
    pub(super) fn is_cents(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.kind == TokenKind::Number) else { return false };
        let ends = self
            .token(at + 1)
            .is_none_or(|next| !matches!(next.kind, TokenKind::Word | TokenKind::Number) || next.is_word(self.document.text, "more"));
        token.text(self.document.text).len() == 2
            && ends
            && !self.is_measure(at + 1)
            && !self.token(at + 1).is_some_and(|next| next.classes.any(Classes::CURRENCY_SIGN))
    }
}

/// A number of minor units in major ones; cents become hundredths in value and step.
pub(super) fn in_major_units(printed: Printed, parts: u32) -> Option<Printed> {
    if parts == 1 {
        return Some(printed);
    }
    let parts = Decimal::from(parts);
    Some(Printed { value: printed.value.checked_div(parts)?, step: printed.step.checked_div(parts)? })
}
