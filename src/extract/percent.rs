//! Percentages, percentage points and basis points: a number and the word or sign that makes it hundredths.
//!
//! "8-9%" and "between 5 and 10 percent" are one range, "5% to 10%" are two figures; a sign counts where it is printed ("-2%", "(2.5)%").
//! "4.8 points" are percentage points where a percentage follows that they lead to.

use super::figure::{Found, Reader};
use super::numeral::Numeral;
use crate::mention::{FigureKind, Unit, Value};
use crate::rule::{Rule, RuleKind};
use crate::sheet::FactKind;
use crate::text::{Classes, TokenKind};

/// The rule.
pub static RULE: Rule = Rule {
    name: "percent",
    kind: RuleKind::Figure(FactKind::Percent),
    source: include_str!("percent.rs"),
    examples: &[
        ("Sales rose 8 per cent.", "8 per cent = 8 percent"),
        ("It will fall 8-9% next year.", "8-9% = 8..9 percent"),
        ("The rate fell 25 basis points to 4.5%.", "25 basis points = 25 basis_point; 4.5% = 4.5 percent"),
        ("Its share grew 2.5 percentage points.", "2.5 percentage points = 2.5 percentage_point"),
        ("Rates may rise by a quarter of a percentage point.", "a quarter of a percentage point = 0.25 percentage_point"),
        ("Some eighty-five percent agreed.", "eighty-five percent = 85 percent (about)"),
    ],
    counterexamples: &["A percentage of the sales goes to charity.", "The index lost 40 points."],
};

const WORDS: &[&str] = &[
    "percent",
    "percents",
    "pct",
    "pc",
    "per",
    "percentage",
    "percentages",
    "pp",
    "pps",
    "ppt",
    "ppts",
    "bp",
    "bps",
    "bips",
    "basis",
    "points",
    "point",
    "pts",
    "minus",
];

/// The words that this rule is anchored to.
pub fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    WORDS.iter().map(|&word| (word, Classes::PERCENT_WORD))
}

/// The percentage that starts at token `at`.
pub(crate) fn read(reader: &Reader, at: usize) -> Option<Found> {
    let Some((start, numeral)) = reader.percent_number(at) else { return reader.percent_of(at) };
    let bracketed = start != numeral.tokens.start && reader.is_sign(start, '(');
    if bracketed {
        let close = numeral.tokens.end;
        let (unit, end) = reader.is_sign(close, ')').then(|| reader.percent_unit(close + 1)).flatten()?;
        return Some(found(start..end, Value::One(numeral.value.negate()), unit));
    }
    if let Some((unit, end)) = reader.percent_unit(numeral.tokens.end) {
        let vague = numeral.is_article && (reader.is_word(end - 1, "percentage") || reader.is_word(end, "of") || !reader.stands_alone(end));
        return (!vague).then(|| found(start..end, numeral.one(), unit));
    }
    let connector = numeral.tokens.end;
    let hyphen = matches!(reader.token(connector)?.kind, TokenKind::Sign('-' | '–' | '—' | '‑' | '~'));
    let between = reader.is_word(connector, "and") && start.checked_sub(1).is_some_and(|i| reader.is_word(i, "between"));
    let to = reader.is_word(connector, "to") && !start.checked_sub(1).is_some_and(|i| reader.is_one_of(i, &["from", "by"]));
    if !(hyphen || between || to) || numeral.magnitude.is_some() || numeral.is_article {
        return None;
    }
    let second = reader.numerals.read(connector + 1, false).filter(|second| second.magnitude.is_none() && !second.is_article)?;
    let (unit, end) = reader.percent_unit(second.tokens.end)?;
    (numeral.value.value < second.value.value).then(|| found(start..end, Value::Range(numeral.value, second.value), unit))
}

fn found(tokens: std::ops::Range<usize>, value: Value, unit: Unit) -> Found {
    Found { tokens, kind: FigureKind::Percent, value, unit, per: None }
}

impl Reader<'_, '_> {
    /// The number at `at`, or in the bracket that opens there.
    fn percent_number(&self, at: usize) -> Option<(usize, Numeral)> {
        let number_at = if self.is_sign(at, '(') { at + 1 } else { at };
        let glued = self.touches_before(at)
            && self.token(at - 1).is_some_and(|before| matches!(before.kind, TokenKind::Word | TokenKind::Sign('%' | '=')));
        let numeral = self.numerals.read(number_at, false).filter(|numeral| numeral.magnitude.is_none() && !glued)?;
        Some((at, numeral))
    }

    /// "percent of 10." at a sentence's start: the number after the unit.
    fn percent_of(&self, at: usize) -> Option<Found> {
        let sentence = self.document.sentences.get(self.document.sentence_at(self.token(at)?.span.start))?;
        let (unit, end) = if sentence.tokens.start == at { self.percent_unit(at)? } else { return None };
        let number_at = if self.is_word(end, "of") { end + 1 } else { return None };
        let numeral = self.numerals.read(number_at, false).filter(|numeral| !numeral.in_words)?;
        let ends = self.token(numeral.tokens.end).is_none_or(|next| matches!(next.kind, TokenKind::Sign('.')));
        ends.then(|| found(at..numeral.tokens.end, numeral.one(), unit))
    }

    /// The unit at token `at`, with the token after it.
    fn percent_unit(&self, at: usize) -> Option<(Unit, usize)> {
        let mut at = self.skip_line_end(at);
        if matches!(self.token(at)?.kind, TokenKind::Sign('-' | '‑')) && self.touches_before(at) && self.touches_before(at + 1) {
            at += 1;
        }
        let token = self.token(at)?;
        match token.kind {
            // "q=30%20" in an address
            TokenKind::Sign('%')
                if self.touches_before(at + 1) && self.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number) =>
            {
                None
            }
            TokenKind::Sign('%' | '٪' | '％' | '﹪') => {
                let hyphen = usize::from(self.is_sign(at + 1, '-') && self.touches_before(at + 1));
                let points = self.is_one_of(at + 1 + hyphen, &["point", "points", "pts", "pt"]);
                Some(if points { (Unit::PercentagePoint, at + 2 + hyphen) } else { (Unit::Percent, at + 1) })
            }
            TokenKind::Word if token.classes.any(Classes::PERCENT_WORD) => self.percent_word(at),
            _ => None,
        }
    }

    fn percent_word(&self, at: usize) -> Option<(Unit, usize)> {
        let hyphen = usize::from(self.is_sign(at + 1, '-'));
        let next = at + 1 + hyphen;
        let points = |at: usize| self.is_one_of(at, &["point", "points", "pts", "pt"]);
        let is = |words: &[&str]| self.is_one_of(at, words);
        if is(&["percent", "percents", "pct", "percentage", "percentages"]) {
            return Some(if points(next) { (Unit::PercentagePoint, next + 1) } else { (Unit::Percent, at + 1) });
        }
        if is(&["per"]) && self.is_one_of(next, &["cent", "cents"]) {
            return Some(if points(next + 1) { (Unit::PercentagePoint, next + 2) } else { (Unit::Percent, next + 1) });
        }
        if is(&["pc"]) {
            return Some((Unit::Percent, at + 1));
        }
        if is(&["pp", "pps", "ppt", "ppts"]) {
            return Some((Unit::PercentagePoint, at + 1));
        }
        if is(&["bp", "bps", "bips"]) {
            return Some((Unit::BasisPoint, at + 1));
        }
        if is(&["basis"]) && self.is_one_of(next, &["point", "points"]) {
            return Some((Unit::BasisPoint, next + 1));
        }
        (is(&["points", "point", "pts"]) && self.are_percentage_points(at)).then_some((Unit::PercentagePoint, at + 1))
    }

    /// Whether bare points are those of a ratio: "4.8 points to 94.4%", "3.6 points" in a sentence about a ratio in percent.
    fn are_percentage_points(&self, at: usize) -> bool {
        let is_percent = |at: usize| self.token(at).is_some_and(|token| token.kind == TokenKind::Number) && self.is_sign(at + 1, '%');
        if self.is_one_of(at + 1, &["to", "from"]) && is_percent(at + 2) {
            return true;
        }
        const RATIOS: &[&str] = &["ratio", "margin", "margins", "rate"];
        const INDICES: &[&str] = &["index", "nasdaq", "dow", "stocks", "sensex", "nifty", "composite", "average", "ftse"];
        let near = at.saturating_sub(30)..at + 12;
        near.clone().any(is_percent) && near.clone().any(|i| self.is_one_of(i, RATIOS)) && !near.clone().any(|i| self.is_one_of(i, INDICES))
    }
}
