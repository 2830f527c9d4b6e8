//! Levels without a noun: "up from 3.1 million", "circulation rose 20% to 260,000".

use super::noun::is_plural;
use crate::extract::figure_reader::FigureReader;
use crate::extract::numeral::Numeral;
use crate::mention::{Figure, FigureKind, Unit};
use crate::number::Decimal;
use crate::text::{Classes, TokenKind};
use crate::words::quantity::AFTER_LEVEL;
use crate::words::quantity::{CHANGES, STOPS};

/// Verbs of change that a level or a step follows without a preposition: "payrolls increased 111,000".
const VERBS: &[&str] = words!("rose|fell|grew|increased|decreased|dropped|jumped|climbed|declined|gained|lost|surged|added");

impl FigureReader<'_, '_> {
    /// The unit of a level that no noun follows: of the quantity before it, or of what the sentence says to change.
    pub(super) fn level_without_noun(&self, at: usize, numeral: &Numeral, before: Option<&Figure>) -> Option<String> {
        let end = numeral.tokens.end;
        let text = self.document.text;
        let open_ended = self.token(end).is_none_or(|next| match next.kind {
            TokenKind::Word => AFTER_LEVEL.has(next.text(text)) || next.classes.any(Classes::MONTH),
            TokenKind::Sign('-') => !self.touches_before(end),
            TokenKind::Sign(sign) => matches!(sign, ',' | '.' | ';' | ')' | '—' | '–' | '"' | '”'),
            TokenKind::Newline { .. } => true,
            TokenKind::Number => false,
        });
        if (open_ended || self.token(end).is_some_and(|next| next.kind == TokenKind::Word))
            && let Some(body) = self.body_of(at, numeral)
        {
            return Some(body);
        }
        let cue = at.checked_sub(1).filter(|&cue| {
            self.is_one_of(
                cue,
                &["from", "to", "at", "against", "versus", "vs", "with", "than", "was", "were", "totalled", "totaled", "reached"],
            ) || self.is_one_of(cue, VERBS)
                || self.is_word(cue, "by") && cue.checked_sub(1).is_some_and(|verb| self.is_change(verb))
        })?;
        let digits = self.document.span(numeral.tokens.clone()).of(text);
        let is_large = numeral.magnitude.is_some() || digits.contains(',') && numeral.value.value >= Decimal::ONE_THOUSAND;
        if !open_ended || numeral.in_words {
            return None;
        }
        let sentence = self.document.sentence_at(self.document.tokens[at].span.start);
        let before = before.filter(|figure| self.document.sentence_at(figure.span.start) == sentence);
        if let Some(Figure { kind: FigureKind::Quantity, unit: Unit::Noun(noun), .. }) = before
            && self.is_one_of(cue, &["from", "to", "against", "versus", "vs", "with"])
            && (is_large || digits.len() >= 2 && !digits.starts_with("20") && !digits.starts_with("19"))
        {
            let since = self.document.token_at(before?.span.end.saturating_sub(1)) + 1;
            let apart = (since..cue).rev().skip_while(|&i| !self.is_change(i)).nth(1).is_some_and(|i| self.is_sign(i, ','));
            let other = self.changed_noun(since, cue).filter(|other| is_plural(other) && !apart);
            return other.or_else(|| Some(noun.clone()));
        }
        // "ended 26.55 points or 0.12 per cent lower at 23,045.25", "settled at 76,138.97, down 32.11 points"
        let points = || (cue.saturating_sub(14)..cue).any(|i| self.is_points(i)) || (end..end + 8).any(|i| self.is_points(i));
        if is_large && self.is_one_of(cue, &["at", "to"]) && points() {
            return Some("points".into());
        }
        let start = self.document.sentences.get(sentence)?.tokens.start.max(cue.saturating_sub(14));
        let end = cue + usize::from(self.is_one_of(cue, VERBS));
        is_large.then(|| self.changed_noun(start, end)).flatten()
    }

    /// "a workforce of about 8,000", "a population of 3.1 million": the body that is so large.
    fn body_of(&self, at: usize, numeral: &Numeral) -> Option<String> {
        const BODIES: &[&str] = words!(
            "workforce|population|headcount|membership|readership|circulation|audience|crowd|attendance|viewership|enrolment|enrollment"
        );
        const ABOUT: &[&str] = picked!(hedge, ABOUT);
        let of = (at.saturating_sub(4)..at).rev().find(|&i| !self.is_one_of(i, ABOUT)).filter(|&i| self.is_word(i, "of"))?;
        let body = of.checked_sub(1).filter(|&i| self.is_one_of(i, BODIES))?;
        (numeral.value.value >= Decimal::ONE_HUNDRED && !numeral.is_article).then(|| self.document.word(body).to_lowercase())
    }

    /// What changes or stands at a level, by the words before its cue: "circulation rose 20% to", "unit sales in 2004 were".
    fn changed_noun(&self, start: usize, cue: usize) -> Option<String> {
        let text = self.document.text;
        let word = |i: usize| self.token(i).filter(|token| token.kind == TokenKind::Word).map(|token| token.text(text).to_lowercase());
        let is_noun = |word: &str| word.len() > 3 && !STOPS.has(word) && !word.ends_with("ly") && !word.ends_with("ed");
        let change = (start..cue).rev().find(|&i| self.is_change(i));
        let noun_at = match change {
            Some(change) => {
                let noun = (start..change).rev().find(|&i| word(i).is_some_and(|word| is_noun(&word) && !self.is_change(i)))?;
                // "the index ended up 0.1 percent lower at": another figure's unit
                let of_a_figure = (noun.saturating_sub(1)..change).any(|i| {
                    self.token(i).is_some_and(|token| token.kind == TokenKind::Number || token.classes.any(Classes::PERCENT_WORD))
                });
                Some(noun).filter(|_| !of_a_figure)?
            }
            None if self.is_one_of(cue, &["was", "were", "totalled", "totaled", "reached"]) => {
                (start..cue).rev().find(|&i| word(i).is_some_and(|word| is_plural(&word) && is_noun(&word)))?
            }
            None => return None,
        };
        const INDICES: &[&str] = words!("average|index|composite|nifty|sensex|nasdaq|ftse|nikkei|kospi");
        word(noun_at).map(|noun| if INDICES.contains(&noun.as_str()) { "points".into() } else { noun })
    }

    /// The unit of a change that takes its noun from the quantity before: "after a 307,000 gain in December".
    pub(super) fn change_of(&self, numeral: &Numeral, before: Option<&Figure>) -> Option<String> {
        const NOUNS: &[&str] = words!("gain|rise|increase|drop|decline|fall|decrease|jump");
        let at = numeral.tokens.start;
        let digits = self.document.span(numeral.tokens.clone()).of(self.document.text);
        let is_large = numeral.magnitude.is_some() || digits.contains(',');
        let before = before.filter(|_| is_large && self.is_one_of(numeral.tokens.end, NOUNS))?;
        let same_sentence = self.document.sentence_at(before.span.start) == self.document.sentence_at(self.document.tokens[at].span.start);
        match &before.unit {
            Unit::Noun(noun) if same_sentence => Some(noun.clone()),
            _ => None,
        }
    }

    /// Whether a number of points stands before token `at`.
    fn is_points(&self, at: usize) -> bool {
        self.is_word(at, "points") && at.checked_sub(1).and_then(|i| self.token(i)).is_some_and(|number| number.kind == TokenKind::Number)
    }

    fn is_change(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.classes.any(Classes::CHANGE) || token.kind == TokenKind::Word && CHANGES.has(token.text(self.document.text))
        })
    }
}
