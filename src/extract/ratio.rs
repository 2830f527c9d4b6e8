//! Ratios: multiples and fractions in words, as factors.
//!
//! "Doubled", "twice", "threefold" and "2.5 times" are multiples where something is compared or changes; "a third of",
//! "two-thirds", "half" and "one in five" are fractions. A word that has another use counts only in this one:
//! not "a third bidder", "the first half", "double-digit", "three times a week".

use rust_decimal::dec;

use super::figure_reader::{FigureReader, FoundFigure};
use super::numeral::Numeral;
use crate::mention::{FigureKind, Unit, Value};
use crate::number::{Decimal, Printed};
use crate::rule::{Rule, RuleKind};
use crate::sheet::FactKind;
use crate::text::{Classes, TokenKind};
use crate::words::lower::lower_case;
use crate::words::ratio::{DOUBTFUL_MULTIPLES, HALVINGS, MULTIPLES};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "ratio",
    kind: RuleKind::Figure(FactKind::Ratio),
    source: include_str!("ratio.rs"),
    examples: &[
        ("Profit more than doubled.", "doubled = 2 times (more_than)"),
        ("Debt is double that of a year ago.", "double = 2 times"),
        ("Orders grew 2.5 times.", "2.5 times = 2.5 times"),
        ("It saw a 12-fold increase in sales.", "12-fold = 12 times"),
        ("Nearly half of the staff left.", "half = 0.5 times (less_than)"),
        ("Two-thirds of voters agree.", "Two-thirds = 0.6667 times"),
        ("One in five homes is empty.", "One in five = 0.2 times"),
        ("Output was cut by a third.", "a third = 0.3333 times"),
        ("It grows two to three times faster than trade.", "two to three times = 2..3 times"),
        ("SGH Profit More Than Doubles, is three times last year's sales.", "Doubles = 2 times (more_than); three times = 3 times"),
        ("Rents were cut in half.", "half = 0.5 times"),
        ("Nine in 10 agree, one in every five does not.", "Nine in 10 = 0.9 times; one in every five = 0.2 times"),
        ("Only a third came, and two-thirds said so.", "a third = 0.3333 times; two-thirds = 0.6667 times"),
    ],
    counterexamples: &[
        "A third bidder came in the first half with double-digit growth.",
        "She calls three times a week.",
        "They hit a double and dined in a quarter of an hour.",
        "A third was found on the sixth day.",
        "It rose since the 2024 halving, and was turned aside three times last year.",
        "It can double as a lamp, and he ran three times as mayor.",
    ],
};

/// What halves a thing: "cut in half".
const CUTS: &[&str] = words!("cut|cuts|cutting|slash|slashed|slashing|reduce|reduced|reducing|sliced|chopped");

/// Verbs that a part is the subject of: "two-thirds said".
const VERBS: &[&str] = picked!(
    saying,
    PART,
    "said|say|says|expects|think|believe|expect|want|plan|support|oppose|agree|agreed|voted|were|was|are|is|have|has|had|will|would|\
    came|come|went|go|live|lived|work|worked|died|felt"
);

/// The ratio that starts at token `at`; `numeral` is the number there.
pub(crate) fn read(reader: &FigureReader, at: usize, numeral: Option<&Numeral>) -> Option<FoundFigure> {
    let token = reader.token(at)?;
    if token.classes.any(Classes::RATIO_WORD) {
        return reader.multiple_word(at);
    }
    let numeral = numeral?;
    let glued =
        reader.touches_before(at) && reader.token(at - 1).is_some_and(|before| !matches!(before.kind, TokenKind::Sign('(' | '“' | '"')));
    if glued || numeral.magnitude.is_some() {
        return None;
    }
    reader
        .fold(at, numeral)
        .or_else(|| reader.times(at, numeral))
        .or_else(|| reader.range_of_times(at, numeral))
        .or_else(|| reader.one_in(at, numeral))
        .or_else(|| reader.fraction(at, numeral))
}

fn found(tokens: std::ops::Range<usize>, value: Decimal, step: Decimal) -> FoundFigure {
    FoundFigure { tokens, kind: FigureKind::Ratio, value: Value::One(Printed { value, step }), unit: Unit::Times, per: None }
}

impl FigureReader<'_, '_> {
    /// "doubled", "twice", "halving"
    fn multiple_word(&self, at: usize) -> Option<FoundFigure> {
        let lower = lower_case(self.document.word(at))?;
        let word = lower.as_str();
        let compound =
            self.is_sign(at + 1, '-') && self.touches_before(at + 1) || self.is_sign(at.wrapping_sub(1), '-') && self.touches_before(at);
        if compound {
            return None;
        }
        if HALVINGS.contains(&word) {
            const NOUN_AFTER: &[&str] = words!("two|both|the|a|next|last|fourth|third|second|first|bitcoin|this|every");
            let dated = at.checked_sub(1).and_then(|before| self.token(before)).is_some_and(|before| before.kind == TokenKind::Number);
            return (!dated && !self.is_one_of(at.wrapping_sub(1), NOUN_AFTER)).then(|| found(at..at + 1, dec!(0.5), dec!(0.1)));
        }
        let look_up = |table: &[(&str, u32)]| table.iter().find(|(known, _)| *known == word).map(|&(_, factor)| Decimal::from(factor));
        if let Some(factor) = look_up(MULTIPLES).filter(|_| !self.is_word(at + 1, "down")) {
            return Some(found(at..at + 1, factor, Decimal::ONE));
        }
        const BEFORE: &[&str] = picked!(hedge, BEFORE_FACTOR, "will|would|should|could|may|might|can|is|was|are|were|be|must");
        const AFTER: &[&str] = words!("the|that|its|their|what|last|this|those|as|our|his|her|from|to");
        let before = at > 0 && self.is_one_of(at - 1, BEFORE);
        let after = self.is_one_of(at + 1, AFTER);
        if self.is_word(at + 1, "as") && !self.compares(at + 1) {
            return None;
        }
        let fits = match word {
            "twice" | "thrice" => {
                self.is_one_of(at + 1, &["the", "that", "its", "their", "what", "as", "last", "more", "higher", "this", "those", "our"])
            }
            "double" | "triple" | "treble" | "quadruple" => {
                after
                    || before
                        && !self.token(at + 1).is_some_and(|next| {
                            next.kind == TokenKind::Word
                                && !self.is_one_of(
                                    at + 1,
                                    &["in", "by", "over", "and", "within", "since", "during", "every", "on", "for", "at", "when", "after"],
                                )
                        })
            }
            _ => after || at > 0 && self.is_one_of(at - 1, &["than", "nearly", "almost"]),
        };
        fits.then(|| look_up(DOUBTFUL_MULTIPLES)).flatten().map(|factor| found(at..at + 1, factor, Decimal::ONE))
    }

    /// Whether the "as" at `at` compares: "twice as many", not "can double as a smokescreen".
    fn compares(&self, at: usize) -> bool {
        const SIZES: &[&str] = words!("much|many|big|large|high|great|fast|long|likely|often|strong|expensive");
        self.is_one_of(at + 1, SIZES) || (at + 2..at + 5).any(|i| self.is_word(i, "as"))
    }

    /// "12-fold", "three fold"
    fn fold(&self, at: usize, numeral: &Numeral) -> Option<FoundFigure> {
        let end = numeral.tokens.end;
        let hyphen = usize::from(self.is_sign(end, '-') && self.touches_before(end));
        let is_fold = self.is_word(end + hyphen, "fold") && !numeral.is_article;
        is_fold.then(|| found(at..end + hyphen + 1, numeral.value.value, numeral.value.step))
    }

    /// "three times the", "2.5 times": a multiple where something is compared or changes, else occasions.
    fn times(&self, at: usize, numeral: &Numeral) -> Option<FoundFigure> {
        let end = numeral.tokens.end;
        let next = end + 1;
        let is_times = self.is_word(end, "times") || self.is_word(end, "x") && self.touches_before(end);
        if !is_times || numeral.is_article {
            return None;
        }
        const AFTER: &[&str] = words!(
            "the|that|its|their|what|as|last|more|higher|larger|bigger|greater|faster|lower|less|this|those|our|his|her|earnings|\
            revenue|revenues|sales|ebitda|yoy|oversubscribed|over|normal|forward|average|annual"
        );
        const BEFORE: &[&str] =
            words!("grew|grown|rose|risen|increased|up|jumped|soared|surged|by|multiplied|rising|growing|grow|increase");
        let before =
            at > 0 && (self.is_one_of(at - 1, BEFORE) || self.token(at - 1).is_some_and(|before| before.classes.any(Classes::CHANGE)));
        let is_x = self.is_word(end, "x");
        let fits = if is_x {
            before && !self.touches_before(next)
        } else {
            // "three times last year's sales", not "three times last year"
            let dated = self.is_one_of(next, &["last", "this"]) && !self.is_one_of(next + 2, &["'s", "’s"]);
            let after = self.is_one_of(next, AFTER) && !dated && (!self.is_word(next, "as") || self.compares(next));
            before || after || numeral.value.step < Decimal::ONE
        };
        fits.then(|| found(at..next, numeral.value.value, numeral.value.step))
    }

    /// "two to three times the", "2-3 times higher"
    fn range_of_times(&self, at: usize, first: &Numeral) -> Option<FoundFigure> {
        let connector = first.tokens.end;
        let joins = self.is_word(connector, "to") || matches!(self.token(connector)?.kind, TokenKind::Sign('-' | '–'));
        if !joins || first.is_article {
            return None;
        }
        let second = self.numerals.read(connector + 1, false).filter(|second| second.magnitude.is_none())?;
        let found = self.times(second.tokens.start, &second)?;
        let (low, high) = (first.value, found.value.one()?);
        (low.value < high.value).then_some(FoundFigure { tokens: at..found.tokens.end, value: Value::Range(low, high), ..found })
    }

    /// "one in five", "nine out of ten"
    fn one_in(&self, at: usize, numeral: &Numeral) -> Option<FoundFigure> {
        let end = numeral.tokens.end;
        let part = numeral.value.value;
        let both_in_words = numeral.in_words && self.token(end + 1).is_some_and(|token| token.classes.any(Classes::NUMBER_WORD));
        let whole_is_round = self.token(end + 1).is_some_and(|token| matches!(token.text(self.document.text), "10" | "100"));
        let in_or_of = self.is_word(end, "in") || self.is_word(end, "of") && self.is_word(end + 1, "every");
        let whole_at = if in_or_of && self.is_word(end + 1, "every") && !numeral.is_article {
            end + 2
        } else if self.is_word(end, "in") && !numeral.is_article && (part == Decimal::ONE || both_in_words || whole_is_round) {
            end + 1
        } else if self.is_word(end, "out") && self.is_word(end + 1, "of") {
            end + 2 + usize::from(self.is_word(end + 2, "every"))
        } else {
            return None;
        };
        let whole = self.numerals.read(whole_at, false).filter(|whole| whole.magnitude.is_none() && !whole.is_article)?;
        let value = whole.value.value;
        let counts_time = self.token(whole.tokens.end).is_some_and(|next| next.classes.any(Classes::PERIOD_UNIT))
            || self.is_one_of(whole.tokens.end, &["years", "months", "weeks", "days", "minutes", "hours"]);
        let grouped = self.document.span(whole.tokens.clone()).of(self.document.text).contains(',');
        let fits = part >= Decimal::ONE
            && part < value
            && (value <= Decimal::ONE_HUNDRED || grouped)
            && whole.value.step == Decimal::ONE
            && numeral.value.step == Decimal::ONE;
        let quotient = part.checked_div(value)?.round_dp(6);
        (fits && !counts_time && !self.is_sign(whole.tokens.end, '%'))
            .then(|| found(at..whole.tokens.end, quotient, if grouped { dec!(0.0001) } else { dec!(0.05) }))
    }

    /// "a third of", "two-thirds", "half the", "by a quarter"
    fn fraction(&self, at: usize, numeral: &Numeral) -> Option<FoundFigure> {
        let value = numeral.value.value;
        if !numeral.in_words || value <= Decimal::ZERO || value >= Decimal::ONE {
            return None;
        }
        let mut end = numeral.tokens.end;
        // "half a", "a quarter of a" went on to a unit that did not come
        if self.is_one_of(end - 1, &["a", "an", "one", "1"]) && end > at + 1 {
            end -= 1;
            if self.is_word(end - 1, "of") {
                end -= 1;
            }
        }
        let is_part = self.is_word(end, "of")
            && !self.is_one_of(end + 2, &["hour", "year", "century", "mile", "second", "decade", "percent", "point"]);
        let is_word = |at: usize, words: &[&str]| self.is_one_of(at, words);
        const BY: &[&str] = picked!(hedge, BY);
        const LIMITS: &[&str] = picked!(hedge, LIMITS, "under");
        let by = at > 0 && is_word(at - 1, BY);
        let next_is_noun = self.token(end).is_some_and(|next| next.kind == TokenKind::Word)
            && !is_word(
                end,
                &[
                    "in", "from", "to", "of", "and", "or", "since", "over", "on", "by", "as", "this", "last", "after", "compared", "when",
                    "while", "its", "the", "during", "more", "less", "higher", "lower", "larger", "smaller", "that", "their",
                ],
            );
        let hyphened = self.is_sign(end, '-') && self.touches_before(end) || at > 0 && self.is_sign(at - 1, '-') && self.touches_before(at);
        let limited = at > 0 && is_word(at - 1, LIMITS);
        let is_half = is_word(end - 1, &["half"]);
        let is_plural = is_word(end - 1, &["thirds", "quarters", "fourths", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths"]);
        let fits = if hyphened {
            false
        } else if is_half {
            let whole = is_word(end, &["of", "the", "its", "their", "that", "what", "as", "our", "his", "those"]);
            let of_a_period = at > 0
                && is_word(
                    at - 1,
                    &[
                        "first", "second", "top", "bottom", "upper", "lower", "back", "front", "latter", "fiscal", "other", "better",
                        "last", "final", "next", "previous", "opening", "early",
                    ],
                );
            let cut = at >= 2 && is_word(at - 1, &["in"]) && (at.saturating_sub(6)..at - 1).any(|i| is_word(i, CUTS));
            !of_a_period && (whole || by && !next_is_noun || cut)
        } else {
            is_part
                || (is_plural || limited) && is_word(end, VERBS)
                || is_plural && !next_is_noun
                || (by || is_word(end, &["more", "less", "higher", "lower"])) && !next_is_noun && at < end - 1
        };
        // "the next two quarters" are a time
        let quarters = is_word(end - 1, &["quarters"])
            && (value != dec!(0.75)
                || at > 0 && is_word(at - 1, &["first", "last", "past", "next", "previous", "the"])
                || !is_part && !self.is_sign(at + 1, '-'));
        let alone_quarter =
            is_word(at, &["quarter", "quarters", "third", "thirds", "fifth", "sixth", "seventh", "tenth", "eighth", "ninth"]);
        let step = if is_half { dec!(0.1) } else { dec!(0.05) };
        (fits && !alone_quarter && !quarters).then(|| found(at..end, value.round_dp(4), step))
    }
}
