//! Percentages, percentage points and basis points: a number and the word or sign that makes it hundredths.
//!
//! "8-9%" and "between 5 and 10 percent" are one range, "5% to 10%" are two figures; a sign counts where it is printed ("-2%", "(2.5)%").
//! "4.8 points" are percentage points where a percentage follows that they lead to.

use super::figure_reader::{FigureReader, FoundFigure};
use super::numeral::Numeral;
use crate::mention::{FigureKind, Unit, Value};
use crate::number::Decimal;
use crate::rule::{Rule, RuleKind};
use crate::sheet::FactKind;
use crate::text::{Classes, TokenKind};

/// The rule.
pub(crate) static RULE: Rule = Rule {
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
        ("The bank made a quarter-point rate cut.", "quarter-point = 0.25 percentage_point"),
        ("Rates rose by half a point.", "half a point = 0.5 percentage_point"),
        ("They see a 7-to-9 percent rise.", "7-to-9 percent = 7..9 percent"),
        ("Wages may grow by 5 to 10 percent.", "5 to 10 percent = 5..10 percent"),
        ("The rate was cut from 6.8 to 3.4 percent.", "6.8 = 6.8 percent; 3.4 percent = 3.4 percent"),
        ("Of its people--13 percent--left.", "13 percent = 13 percent"),
        ("Bills yield 6.20/35 pct, growth is -4.6-5.4%.", "6.20/35 pct = 6.2..6.35 percent; 4.6-5.4% = 4.6..5.4 percent"),
        ("The poll errs by plus or minus 3 percent.", "3 percent = 3 percent"),
        (
            "Costs fell 0.3 of a percentage point, 30-plus percent less.",
            "0.3 of a percentage point = 0.3 percentage_point; 30-plus percent = 30 percent (more_than)",
        ),
    ],
    counterexamples: &[
        "A percentage of the sales goes to charity.",
        "The index lost 40 points.",
        "The guidance for the first quarter points to a rate cut.",
        "The Dow rose half a point.",
    ],
};

/// The percentage that starts at token `at`; `numeral` is the number there.
pub(crate) fn read(reader: &FigureReader, at: usize, numeral: Option<&Numeral>) -> Option<FoundFigure> {
    let Some((start, numeral)) = reader.percent_number(at, numeral) else { return reader.percent_of(at) };
    let bracketed = start != numeral.tokens.start && reader.is_sign(start, '(');
    if bracketed {
        let close = numeral.tokens.end;
        let (unit, end) = reader.is_sign(close, ')').then(|| reader.percent_unit(close + 1)).flatten()?;
        return Some(found(start..end, Value::One(numeral.value.negate()), unit));
    }
    if let Some((unit, end)) = reader.percent_unit(numeral.tokens.end).or_else(|| reader.unit_of_one(&numeral)) {
        let vague = numeral.is_article && (reader.is_word(end - 1, "percentage") || reader.is_word(end, "of") || !reader.stands_alone(end));
        // "a quarter-point cut": the article is the cut's
        let part_of_noun = unit == Unit::PercentagePoint && reader.is_word(start, "a") && !numeral.is_article && !reader.stands_alone(end);
        return (!vague).then(|| found(start + usize::from(part_of_noun)..end, numeral.one(), unit));
    }
    let connector = numeral.tokens.end;
    let hyphen = matches!(reader.token(connector)?.kind, TokenKind::Sign('-' | '–' | '—' | '‑' | '~'));
    // "6.20/35 pct"
    if reader.is_sign(connector, '/')
        && let Some(second) = reader.numerals.read(connector + 1, false)
        && let Some(high) = numeral.completed(&second)
    {
        let (unit, end) = reader.percent_unit(second.tokens.end)?;
        return Some(found(start..end, Value::Range(numeral.value, high), unit));
    }
    // "a 7-to-9 percent rise"
    let hyphened_to = hyphen && reader.is_word(connector + 1, "to") && reader.is_sign(connector + 2, '-');
    let second_at = if hyphened_to { connector + 3 } else { connector + 1 };
    let between = reader.is_word(connector, "and") && start.checked_sub(1).is_some_and(|i| reader.is_word(i, "between"));
    let to = reader.is_word(connector, "to");
    // "cut from 6.8 to 3.4 percent": two levels, of which the second names the unit
    let is_level = to && start.checked_sub(1).is_some_and(|i| reader.is_word(i, "from")) && !numeral.in_words;
    if !(hyphen || between || to) || numeral.magnitude.is_some() || numeral.is_article {
        return None;
    }
    let second = reader.numerals.read(second_at, false).filter(|second| second.magnitude.is_none() && !second.is_article)?;
    let (unit, end) = reader.percent_unit(second.tokens.end)?;
    // "sales –5-7%": a dash before the range
    let (start, numeral) = if hyphen { numeral.without_dash(start, &second) } else { (start, numeral) };
    if is_level {
        return (numeral.value.value <= Decimal::ONE_HUNDRED).then(|| found(start..connector, numeral.one(), unit));
    }
    (numeral.value.value < second.value.value).then(|| found(start..end, Value::Range(numeral.value, second.value), unit))
}

fn found(tokens: std::ops::Range<usize>, value: Value, unit: Unit) -> FoundFigure {
    FoundFigure { tokens, kind: FigureKind::Percent, value, unit, per: None }
}

impl FigureReader<'_, '_> {
    /// The number at `at`, or in the bracket that opens there.
    fn percent_number(&self, at: usize, numeral: Option<&Numeral>) -> Option<(usize, Numeral)> {
        let plus_or_minus = self.is_plus_or_minus(at);
        let inside = plus_or_minus || self.is_sign(at, '(');
        let glued = self.touches_before(at)
            && self.token(at - 1).is_some_and(|before| matches!(before.kind, TokenKind::Word | TokenKind::Sign('%' | '=')));
        let numeral = if inside { self.numerals.read(at + 1, false) } else { numeral.cloned() };
        let numeral = numeral.filter(|numeral| numeral.magnitude.is_none() && !glued)?;
        Some((at + usize::from(plus_or_minus), numeral))
    }

    /// Whether the minus at `at` belongs to "plus or minus" or "+/-": the number after it has no sign.
    fn is_plus_or_minus(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(2) else { return false };
        self.is_word(at, "minus") && self.is_word(before + 1, "or") && self.is_word(before, "plus")
            || self.is_sign(at, '-') && self.is_sign(before + 1, '/') && self.is_sign(before, '+')
    }

    /// The unit of a part of one: "0.5 of a percentage point", with the token after it.
    fn unit_of_one(&self, numeral: &Numeral) -> Option<(Unit, usize)> {
        let of = numeral.tokens.end;
        if !self.is_word(of, "of") || !self.is_one_of(of + 1, &["a", "one"]) || numeral.value.value >= Decimal::ONE {
            return None;
        }
        self.percent_unit(of + 2)
    }

    /// "percent of 10." at a sentence's start: the number after the unit.
    fn percent_of(&self, at: usize) -> Option<FoundFigure> {
        let (unit, end) = self.percent_unit(at)?;
        let sentence = self.document.sentences.get(self.document.sentence_at(self.token(at)?.span.start))?;
        if sentence.tokens.start != at {
            return None;
        }
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
        // "30-plus percent", "a full percentage point"
        if self.is_one_of(at, &["plus", "full"]) || self.is_sign(at, '+') && self.touches_before(at) {
            at += 1;
        }
        let token = self.token(at)?;
        match token.kind {
            // "q=30%20" in an address
            TokenKind::Sign('%')
                if self.touches_before(at + 1)
                    && self.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number)
                    && !self.is_footnote(at + 1) =>
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

    /// Whether the number right behind a figure is the mark of a footnote: one digit with nothing glued behind it.
    fn is_footnote(&self, at: usize) -> bool {
        let digits = self.document.word(at);
        let goes_on = self.touches_before(at + 1)
            && self.token(at + 1).is_some_and(|next| {
                !matches!(next.kind, TokenKind::Sign('.' | ',' | ';' | ')')) && !matches!(next.kind, TokenKind::Newline { .. })
            });
        digits.len() == 1 && digits != "0" && !goes_on
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
        // "per-" and "cent" on the next line
        let wrapped = self.skip_line_end(next);
        if hyphen == 1 && wrapped > next && is(&["per"]) && self.is_one_of(wrapped, &["cent"]) {
            return Some((Unit::Percent, wrapped + 1));
        }
        if is(&["pc", "p.c."]) {
            return Some((Unit::Percent, at + 1));
        }
        if is(&["pp", "pps", "ppt", "ppts", "p.p.", "percentagepoint", "percentagepoints"]) {
            return Some((Unit::PercentagePoint, at + 1));
        }
        if is(&["bp", "bps", "bips"]) {
            return Some((Unit::BasisPoint, at + 1));
        }
        if is(&["basis"]) && self.is_one_of(next, &["point", "points"]) {
            return Some((Unit::BasisPoint, next + 1));
        }
        let are_points = is(&["points", "point", "pts"]) && (self.are_percentage_points(at) || self.is_part_of_a_point(at));
        are_points.then_some((Unit::PercentagePoint, at + 1))
    }

    /// Whether the point is one that a rate of interest moves by a part of: "a quarter-point cut", "half a point".
    fn is_part_of_a_point(&self, at: usize) -> bool {
        const PARTS: &[&str] = words!("half|quarter|quarters|eighth|tenth|tenths");
        const RATES: &[&str] = words!(
            "rate|rates|interest|yield|yields|fed|hike|hikes|cut|cuts|easing|tightening|central|ecb|inflation|unemployment|approval"
        );
        const INDICES: &[&str] = words!("index|dow|nasdaq|ftse|game|games|lead|spread");
        let of_part = (at.saturating_sub(4)..at).any(|i| self.is_one_of(i, PARTS));
        let ordinal =
            (at.saturating_sub(4)..at).any(|i| self.is_one_of(i, &["first", "second", "third", "fourth", "last", "this", "next"]));
        let near = |words: &[&str]| (at.saturating_sub(20)..at + 8).any(|i| self.is_one_of(i, words));
        of_part && !ordinal && near(RATES) && !near(INDICES)
    }

    /// Whether bare points are those of a ratio: "4.8 points to 94.4%", "3.6 points" in a sentence about a ratio in percent.
    fn are_percentage_points(&self, at: usize) -> bool {
        let is_percent = |at: usize| self.token(at).is_some_and(|token| token.kind == TokenKind::Number) && self.is_sign(at + 1, '%');
        if self.is_one_of(at + 1, &["to", "from"]) && is_percent(at + 2) {
            return true;
        }
        const RATIOS: &[&str] = words!("ratio|margin|margins|rate");
        const INDICES: &[&str] = words!("index|nasdaq|dow|stocks|sensex|nifty|composite|average|ftse");
        let near = at.saturating_sub(30)..at + 12;
        near.clone().any(is_percent) && near.clone().any(|i| self.is_one_of(i, RATIOS)) && !near.clone().any(|i| self.is_one_of(i, INDICES))
    }
}
