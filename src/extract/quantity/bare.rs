//! Bare levels of a change: "car sales were off 15.5 pct to 109,174 from 129,242", "arrests rose to 500 from 400", "1,000, or 25 percent".
//!
//! A number that stands where a change or a share has its level counts what the sentence says to change; where no noun is told, "units".

use crate::extract::figure_reader::FigureReader;
use crate::extract::numeral::Numeral;
use crate::number::Decimal;
use crate::text::{Classes, Token, TokenKind};
use crate::words::quantity::STOPS;

/// Whether the number is printed to more than two digits with a point or thousands: no count of days, no label.
fn is_exact(numeral: &Numeral) -> bool {
    numeral.value.value >= Decimal::ONE_THOUSAND || numeral.value.value.scale() > 0
}

/// How far before the number its word of change may stand, in tokens.
const REACH: usize = 24;

/// Words that may stand between the word that leads to a level and the level.
const BEFORE_LEVEL: &[&str] = words!(
    "a|an|just|some|only|record|estimated|total|more|less|than|last|previous|prior|year|quarter|month|week|’s|'s|the|revised|seasonally|adjusted|provisional"
);

impl FigureReader<'_, '_> {
    /// What a bare level counts.
    pub(super) fn bare_level(&self, at: usize, numeral: &Numeral) -> Option<String> {
        let end = numeral.tokens.end;
        let sentence = self.document.sentence_at(self.document.tokens[at].span.start);
        let tokens = self.document.sentences.get(sentence)?.tokens.clone();
        if numeral.in_words || !self.may_be_level(at, numeral) || !(self.ends_here(end) || self.is_rate(end)) {
            return None;
        }
        let lead = self.lead(at, tokens.start)?;
        let changes = || self.changes_before(lead, &tokens);
        let by_percent = || is_exact(numeral) && self.changes_by_percent(at, &tokens);
        let level = self.is_one_of(lead, &["to", "from", "against", "versus", "vs", "with", "than", "over"]) && (changes() || by_percent())
            || self.is_one_of(lead, &["ot", "after", "reaching"]) && changes()
            || self.is_one_of(lead, &["at", "was", "were", "is"]) && by_percent();
        let share = self.is_one_of(lead, &["or", "of", "some", "is", "was", "were", "totals", "totalled", "totaled"])
            && self.share_beside(end, &tokens);
        let apposition = (self.is_sign(lead, ',') || self.is_sign(lead, '(') || self.is_sign(end, '(')) && self.share_beside(end, &tokens);
        if !(level || share || apposition || self.is_share_right_behind(end)) {
            return None;
        }
        let noun_behind = self.token(end).filter(|token| token.kind == TokenKind::Word).map(|token| token.text(self.document.text));
        let unit = noun_behind.filter(|word| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()) && !STOPS.has(word));
        unit.map(str::to_owned).or_else(|| self.subject_noun(tokens.start, lead)).or_else(|| Some("units".into()))
    }

    /// Neither a year nor a day, a time or a label.
    fn may_be_level(&self, at: usize, numeral: &Numeral) -> bool {
        let digits = self.document.span(numeral.tokens.clone()).of(self.document.text);
        let plain = numeral.magnitude.is_none() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let value = numeral.value.value;
        let year_like = plain && digits.len() == 4 && value >= Decimal::from(1700) && value < Decimal::from(2100);
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        let month = before.is_some_and(|token| token.classes.any(Classes::MONTH));
        let glued = before
            .is_some_and(|token| self.touches_before(at) && !matches!(token.kind, TokenKind::Sign('(' | '[') | TokenKind::Newline { .. }));
        value >= Decimal::TEN && !year_like && !month && !glued
    }

    /// Whether nothing behind the number makes it another figure: a month, a noun of its own, a sign of time or range.
    fn ends_here(&self, end: usize) -> bool {
        self.token(end).is_none_or(|next| match next.kind {
            TokenKind::Word => {
                let word = next.text(self.document.text);
                let proper = word.starts_with(char::is_uppercase);
                !proper
                    && !next.classes.any(Classes::MONTH)
                    && !next.classes.any(Classes::PERCENT_WORD)
                    && !next.classes.any(Classes::CURRENCY_NAME)
                    && !self.is_one_of(end, &["am", "pm", "st", "nd", "rd", "th", "degrees", "points", "point"])
            }
            TokenKind::Sign(sign) => {
                matches!(sign, ',' | '.' | ';' | ')' | '(' | '—' | '–' | '"' | '”' | '-')
                    && !(matches!(sign, '-' | '–') && self.touches_before(end))
            }
            TokenKind::Newline { .. } => true,
            TokenKind::Number => false,
        })
    }

    /// Whether the token behind a number makes it the rate of a currency: "84.50 per dollar", "36.10 to the US dollar", "16,350 a dollar".
    pub(in crate::extract) fn is_rate(&self, at: usize) -> bool {
        let number = at.checked_sub(1).and_then(|before| self.token(before)).is_some_and(|token| token.kind == TokenKind::Number);
        let per = self.is_one_of(at, &["per", "a"]);
        let the = self.is_one_of(at, &["to", "against", "versus", "vs"]) && self.is_one_of(at + 1, &["the", "a"]);
        let name = at + 1 + usize::from(the);
        let name = name + usize::from(self.is_one_of(name, &["us", "u.s.", "american"]));
        let is_currency = |token: &Token| token.classes.any(Classes::CURRENCY_NAME) && !token.text(self.document.text).ends_with('s');
        number && (per || the) && self.token(name).is_some_and(is_currency)
    }

    /// The word or sign that leads to the number, past qualifiers: "to about", "from nearly".
    fn lead(&self, at: usize, start: usize) -> Option<usize> {
        let mut lead = at.checked_sub(1)?;
        let passes = |token: usize| {
            let leads = self.is_one_of(token, &["to", "from", "at", "against", "than", "with", "of", "or"]);
            !leads
                && (self.token(token).is_some_and(|token| {
                    matches!(token.kind, TokenKind::Newline { .. }) || token.classes.any(Classes::QUALIFIER.union(Classes::MONTH))
                }) || self.is_one_of(token, BEFORE_LEVEL))
                || leads
                    && self.is_word(token, "than")
                    && self.is_one_of(token.wrapping_sub(1), &["more", "less", "fewer"])
                    && !self.is_percent_before(token - 1)
        };
        while lead > start && passes(lead) && at - lead < 6 {
            lead -= 1;
        }
        (lead >= start).then_some(lead)
    }

    /// "37 per cent more than the 764": the level that the change is from.
    fn is_percent_before(&self, more: usize) -> bool {
        let before = more.wrapping_sub(1);
        let is_percent = |token: usize| self.token(token).is_some_and(|token| token.classes.any(Classes::PERCENT_WORD));
        self.is_sign(before, '%') || is_percent(before) || self.is_word(before, "cent") && is_percent(before.wrapping_sub(1))
    }

    fn changes_before(&self, lead: usize, sentence: &std::ops::Range<usize>) -> bool {
        let from = sentence.start.max(lead.saturating_sub(REACH));
        let is_change = |token: usize| {
            let word = self.token(token).filter(|token| token.kind == TokenKind::Word);
            word.is_some_and(|word| word.classes.any(Classes::CHANGE.union(Classes::CHANGING)))
        };
        (from..lead).any(is_change)
    }

    /// Whether words of change and a percent stand within reach: "closed at 2,691.19, down 0.05%".
    fn changes_by_percent(&self, at: usize, sentence: &std::ops::Range<usize>) -> bool {
        let reach = sentence.start.max(at.saturating_sub(REACH))..sentence.end.min(at + REACH);
        let has = |classes: Classes| reach.clone().any(|token| self.token(token).is_some_and(|token| token.classes.any(classes)));
        (has(Classes::PERCENT_WORD) || reach.clone().any(|token| self.is_sign(token, '%'))) && has(Classes::CHANGE.union(Classes::CHANGING))
    }

    /// Whether a percent says which share the number is: "1,000, or 25 percent", "7.7 million (12 per cent)".
    fn share_beside(&self, end: usize, sentence: &std::ops::Range<usize>) -> bool {
        const FAR: usize = 10;
        (sentence.start.max(end.saturating_sub(FAR))..sentence.end.min(end + FAR))
            .any(|token| self.is_sign(token, '%') || self.token(token).is_some_and(|token| token.classes.any(Classes::PERCENT_WORD)))
    }

    /// "150, or 25 percent", "150 (25%)", "= 25%": a percent right behind says which share the number is.
    fn is_share_right_behind(&self, end: usize) -> bool {
        let percent = |at: usize| {
            let number = self.token(at).is_some_and(|token| token.kind == TokenKind::Number);
            let word = self.token(at + 1).is_some_and(|token| token.classes.any(Classes::PERCENT_WORD));
            number && (word || self.is_sign(at + 1, '%'))
        };
        let or = end + usize::from(self.is_sign(end, ','));
        (self.is_sign(end, '(') || self.is_sign(end, '=')) && percent(end + 1) || self.is_word(or, "or") && percent(or + 1)
    }

    /// What both numbers count in "150/600 wells (25%)", "2.5% = 50 ÷ 2,000": a part over its whole, with the percent beside it.
    pub(super) fn part_over_whole(&self, at: usize, numeral: &Numeral) -> Option<String> {
        let end = numeral.tokens.end;
        let number = |token: usize| self.token(token).is_some_and(|token| token.kind == TokenKind::Number);
        let over = |token: usize| self.is_sign(token, '/') || self.is_sign(token, '÷');
        let (sign, last) = match () {
            () if over(end) && number(end + 1) && !over(end + 2) => (end, end + 2),
            () if at >= 2 && over(at - 1) && number(at - 2) && !(at >= 3 && over(at - 3)) && !over(end) => (at - 1, end),
            () => return None,
        };
        let noun = self.counted_noun(last, numeral);
        let is_word = |token: &usize| self.token(*token).is_some_and(|token| token.kind == TokenKind::Word);
        let behind = (last..last + 4).find(|token| !is_word(token)).unwrap_or(last);
        let sentence = || self.document.sentences.get(self.document.sentence_at(self.document.tokens[at].span.start));
        let told = self.is_share_right_behind(behind)
            || self.is_sign(sign, '÷') && sentence().is_some_and(|sentence| self.share_beside(end, &sentence.tokens));
        told.then(|| noun.unwrap_or_else(|| "units".into()))
    }

    /// The noun of what changes: the last plain word before the first word of change.
    fn subject_noun(&self, start: usize, lead: usize) -> Option<String> {
        let text = self.document.text;
        let word = |token: usize| self.token(token).filter(|token| token.kind == TokenKind::Word).map(|token| token.text(text));
        let is_change = |token: &usize| self.token(*token).is_some_and(|token| token.classes.any(Classes::CHANGING));
        let change = (start..lead).rev().find(is_change)?;
        let noun = (start..change)
            .rev()
            .take(8)
            .filter(|token| !is_change(token))
            .filter_map(word)
            .find(|word| word.len() > 3 && word.starts_with(char::is_lowercase) && word.ends_with('s') && !STOPS.has(word))?;
        Some(noun.to_lowercase())
    }
}
