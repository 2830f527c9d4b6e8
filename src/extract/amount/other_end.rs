//! The other end of a range, and the scale that the first end leaves to it: "$5-7m", "20-30bn rupiah", "$1.2 to $1.4 billion".

use rust_decimal::Decimal;

use super::marker::Marker;
use crate::extract::figure_reader::{FigureReader, FoundFigure};
use crate::extract::numeral::Numeral;
use crate::mention::Value;
use crate::text::{Classes, TokenKind};
use crate::words::number::{Magnitude, Strength};

impl FigureReader<'_, '_> {
    pub(super) fn range_then_currency(&self, at: usize, numeral: &Numeral) -> Option<FoundFigure> {
        let (value, end) = self.range_after_with(numeral, at, true)?;
        let second = Numeral { tokens: at..end, ..numeral.clone() };
        let suffix = self.suffix(&second)?;
        self.amount(at..suffix.end, value, suffix.code, suffix.parts)
    }

    /// The other end of a range, with the token after it. `at` is where the first end begins, currency included.
    pub(super) fn range_after(&self, first: &Numeral, at: usize) -> Option<(Value, usize)> {
        self.range_after_with(first, at, false)
    }

    pub(in crate::extract) fn range_after_with(&self, first: &Numeral, at: usize, currency_follows: bool) -> Option<(Value, usize)> {
        let connector = first.tokens.end;
        let token = self.token(connector)?;
        let hyphen = matches!(token.kind, TokenKind::Sign('-' | '–' | '—' | '‑' | '~'));
        let between = at.checked_sub(1).is_some_and(|i| self.is_word(i, "between")) && self.is_word(connector, "and");
        let to = token.is_word(self.document.text, "to");
        if !(hyphen || between || to) {
            return None;
        }
        let second = self.numerals.read(connector + 1, true).filter(|second| !second.signed && !second.is_article)?;
        // "€0.8410-25"
        if hyphen
            && first.value.step.scale() > 2
            && let Some(high) = first.completed(&second)
        {
            return Some((Value::Range(first.value, high), second.tokens.end));
        }
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
        // "cut 10 to 15 jobs" is a range; "rose 10 to 150 jobs" a change and a level
        let from = at.checked_sub(1).is_some_and(|i| self.is_word(i, "from"));
        let near = first.value.value.checked_mul(Decimal::from(3)).is_some_and(|most| second.value.value <= most);
        let changes = changes && !(currency_follows && near && !from);
        let same_scale = near && !from && first.magnitude == second.magnitude;
        let complete_alone = first.magnitude.is_some() && !currency_follows && !same_scale;
        !changes && !complete_alone && (second.magnitude.is_some() || currency_follows)
    }

    /// Whether a unit of something else than money follows: "$15-20 percent", "$100-2 years".
    pub(super) fn is_measure(&self, at: usize) -> bool {
        let is_price = self.is_word(at, "per") && !self.is_one_of(at + 1, &["cent", "cents"]);
        self.token(at).is_some_and(|token| token.is_sign('%') || token.classes.any(Classes::PERCENT_WORD.union(Classes::PERIOD_UNIT)))
            && !is_price
    }

    /// The magnitude that an amount leaves to what follows: "EUR 1,770 (1,401) thousand", "$1.2 to $1.4 billion", "$5-$7m".
    pub(super) fn scale_from_after(&self, numeral: &Numeral, marker: &Marker, at: usize) -> Option<Magnitude> {
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
}
