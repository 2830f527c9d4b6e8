//! What stands in a cell: a figure with its own marks, a sign for none, or words.

use rust_decimal::{Decimal, dec};

use super::money;
use crate::extract::amount::House;
use crate::mention::Value;
use crate::number::{Printed, Separators};
use crate::text::Span;
use crate::words::WordList;

/// The longest cell that is read as a figure, in bytes.
const LONGEST: usize = 60;

/// The unit that a cell prints beside its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitMark {
    /// "5%"
    Percent,
    /// "0.5 pp"
    Points,
    /// "50 bps"
    BasisPoints,
    /// "2.6x"
    Times,
}

/// A figure as it is printed in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Printing {
    /// The number and the marks that touch it.
    pub span: Span,
    /// Where it starts with its opening bracket.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The value without the scale of the table.
    pub value: Value,
    /// Its unit, where the cell prints one.
    pub mark: Option<UnitMark>,
    /// Its currency, where the cell prints one.
    pub currency: Option<&'static str>,
    /// The magnitude that the cell prints.
    pub magnitude: Option<Decimal>,
    /// Whether it may be a year: four digits and nothing else.
    pub year: bool,
    /// Whether a plus or minus sign, or brackets, are printed.
    pub signed: bool,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellContent {
    /// A figure.
    Figure(Printing),
    /// A dash or the like: no figure, in a place of one.
    Nil,
    /// A currency before a figure in the next cell.
    Currency(&'static str),
    /// An opening bracket before a figure in the next cell.
    Opening,
    /// What goes on from the cell before: ")", "%", ")%".
    Closing(Option<UnitMark>),
    /// Anything else.
    Words,
}

/// Reads a cell whose text starts at byte `at` of the article.
pub(super) fn read(text: &str, at: usize, house: &House, separators: Separators) -> CellContent {
    let bare = text.trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '*' | '_'));
    if bare.is_empty() || bare.len() > LONGEST {
        return CellContent::Words;
    }
    if is_nil(bare) {
        return CellContent::Nil;
    }
    // "048", "+91-161": a dialling code or another identifier.
    let digits = bare.trim_start_matches('+');
    if digits.len() > 1
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && digits.starts_with('0')
        && !digits.trim_matches('0').is_empty()
    {
        return CellContent::Words;
    }
    // "(000)" is a scale.
    if bare.trim_matches(['(', ')', '\'', '’']) == "000" {
        return CellContent::Words;
    }
    if let Some(closing) = closing(bare) {
        return closing;
    }
    if let Some((code, length)) = money::at_start(bare, house) {
        match bare[length..].trim() {
            "" => return CellContent::Currency(code),
            rest if is_nil(rest) => return CellContent::Nil,
            _ => {}
        }
    }
    CellCursor { text, at: 0, base: at, house, separators }.figure().map_or(CellContent::Words, CellContent::Figure)
}

/// Signs that say there is no figure.
fn is_nil(text: &str) -> bool {
    static NIL: WordList =
        WordList::new(words!("-|–|—|―|−|--|---|n/a|na|n.a.|n.a|n/m|nm|n.m.|n.m|nil|*|**|..|...|…|#|(-)|(–)|(—)|- %|-%|–%|—%|— %|– %"));
    text.len() <= 6 && NIL.has(text)
}

/// "06-07", "2025-26": two years that follow each other, as heads of growth rates and of fiscal years give them; "1990-96".
fn is_span_of_years(text: &str) -> bool {
    let Some((first, second)) = text.trim().split_once(['-', '–', '/']) else { return false };
    let in_century = |two: &str| two.len() == 2 && two.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(century) = first.strip_prefix("19").or_else(|| first.strip_prefix("20"))
        && in_century(century)
        && in_century(second)
        && century < second
    {
        return true;
    }
    let year = |part: &str| (part.len() == 2).then(|| part.parse::<u8>().ok()).flatten();
    let first = first.strip_prefix("19").or_else(|| first.strip_prefix("20")).filter(|rest| rest.len() == 2).unwrap_or(first);
    year(first).zip(year(second)).is_some_and(|(first, second)| (first + 1) % 100 == second)
}

fn closing(text: &str) -> Option<CellContent> {
    let inner: String = text.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '*' | '_')).collect();
    Some(match inner.as_str() {
        "(" => CellContent::Opening,
        ")" => CellContent::Closing(None),
        "%" | ")%" | "%)" => CellContent::Closing(Some(UnitMark::Percent)),
        "x" | "X" | "×" | ")x" => CellContent::Closing(Some(UnitMark::Times)),
        "bps" | "bp" | ")bps" => CellContent::Closing(Some(UnitMark::BasisPoints)),
        "pp" | "pts" | "pt" | "ppt" | ")pts" | ")pp" => CellContent::Closing(Some(UnitMark::Points)),
        _ => return None,
    })
}

struct CellCursor<'a> {
    text: &'a str,
    at: usize,
    base: usize,
    house: &'a House,
    separators: Separators,
}

/// What stands before and after a number.
#[derive(Default)]
struct Sides {
    open: usize,
    negative: bool,
    signed: bool,
    currency: Option<&'static str>,
    mark: Option<UnitMark>,
    magnitude: Option<Decimal>,
}

impl CellCursor<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn skip_blanks(&mut self) {
        let blanks = |sign: char| sign.is_whitespace() || matches!(sign, '*' | '_');
        self.at += self.rest().len() - self.rest().trim_start_matches(blanks).len();
    }

    fn figure(mut self) -> Option<Printing> {
        self.skip_blanks();
        let start = self.at;
        let mut sides = Sides::default();
        self.before(&mut sides)?;
        let number = self.at;
        let first = self.number()?;
        let digits = self.at;
        self.after(&mut sides);
        let mut value = Value::One(signed(first, sides.negative || sides.open > 0));
        let mut end = self.at;
        let second = self.second(&mut sides);
        if let Some(second) = second {
            let low = value.one()?;
            value = Value::Range(low, second);
            end = self.at;
        }
        self.footnotes();
        if !self.rest().trim().is_empty() {
            return None;
        }
        let plain = start == number && end == digits;
        let bracketed = sides.open == 1 && sides.currency.is_none() && sides.mark.is_none() && sides.magnitude.is_none();
        let is_year = |printed: Printed| printed.value.abs() >= dec!(1900) && printed.value.abs() <= dec!(2100);
        // "2024--2023" is a head.
        let years = match value {
            Value::One(printed) => is_year(printed),
            Value::Range(first, second) => is_year(first) && is_year(second) && end - digits <= 8,
        };
        let plain = plain || start == number && second.is_some();
        let year = (plain || bracketed) && digits - number == 4 && years || plain && is_span_of_years(&self.text[number..end]);
        // A bracket that another cell closes is no part of the figure.
        let outer = self.base + start;
        let start = if sides.open > 0 && !self.text[start..end].contains(')') { number } else { start };
        let span = Span::new(self.base + start, self.base + self.text[..end].trim_end_matches([' ', '*', '_', '\u{a0}']).len());
        let signed = sides.signed || sides.negative || sides.open > 0;
        Some(Printing {
            span,
            start: outer,
            end: span.end,
            value,
            mark: sides.mark,
            currency: sides.currency,
            magnitude: sides.magnitude,
            year,
            signed,
        })
    }

    /// Signs, brackets and a currency before the number.
    fn before(&mut self, sides: &mut Sides) -> Option<()> {
        for _ in 0..6 {
            self.skip_blanks();
            let rest = self.rest();
            let sign = rest.chars().next()?;
            match sign {
                '(' => sides.open += 1,
                '-' | '−' | '–' | '—' | '‒' => sides.negative = true,
                '+' => sides.signed = true,
                '±' | '~' | '≈' => {}
                '0'..='9' => return Some(()),
                '.' if rest[1..].starts_with(|next: char| next.is_ascii_digit()) => return Some(()),
                _ => {
                    let (code, length) = money::at_start(rest, self.house)?;
                    sides.currency = Some(code);
                    self.at += length;
                    continue;
                }
            }
            self.at += sign.len_utf8();
        }
        None
    }

    /// The number, its groups parted by a sign or a blank.
    fn number(&mut self) -> Option<Printed> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let mut end = 0;
        while end < bytes.len() {
            let next = rest[end..].chars().next()?;
            let after = &rest[end + next.len_utf8()..];
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            match next {
                '0'..='9' => end += 1,
                '.' | ',' | '\'' | '’' if digits > 0 => end += next.len_utf8(),
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' if digits == 3 && end > 0 => end += next.len_utf8(),
                _ => break,
            }
        }
        let token = &rest[..end];
        let padded;
        let token = if token.starts_with('.') {
            padded = format!("0{token}");
            &padded
        } else {
            token
        };
        let printed = Printed::read(token, self.separators)?;
        self.at += end;
        Some(printed)
    }

    /// Units, magnitudes and closing brackets after the number.
    fn after(&mut self, sides: &mut Sides) {
        const MARKS: &[(&str, UnitMark)] = &[
            ("%", UnitMark::Percent),
            ("percentage points", UnitMark::Points),
            ("percent", UnitMark::Percent),
            ("ppts", UnitMark::Points),
            ("ppt", UnitMark::Points),
            ("pp", UnitMark::Points),
            ("p.p.", UnitMark::Points),
            ("pts", UnitMark::Points),
            ("pt", UnitMark::Points),
            ("basis points", UnitMark::BasisPoints),
            ("bps", UnitMark::BasisPoints),
            ("bp", UnitMark::BasisPoints),
            ("x", UnitMark::Times),
            ("×", UnitMark::Times),
        ];
        const MAGNITUDES: &[(&str, Decimal)] = &[
            ("thousand", dec!(1000)),
            ("million", dec!(1000000)),
            ("billion", dec!(1000000000)),
            ("trillion", dec!(1000000000000)),
            ("mn", dec!(1000000)),
            ("bn", dec!(1000000000)),
            ("m", dec!(1000000)),
            ("M", dec!(1000000)),
            ("b", dec!(1000000000)),
            ("B", dec!(1000000000)),
            ("k", dec!(1000)),
            ("K", dec!(1000)),
        ];
        for _ in 0..5 {
            let before = self.at;
            self.skip_blanks();
            let rest = self.rest();
            let ends = |length: usize| !rest[length..].starts_with(char::is_alphanumeric);
            if rest.starts_with(')') && sides.open > 0 {
                self.at += 1;
            } else if let Some(&(mark, unit)) =
                MARKS.iter().find(|(mark, _)| rest.starts_with(mark) && ends(mark.len()) && sides.mark.is_none())
            {
                sides.mark = Some(unit);
                self.at += mark.len();
            } else if let Some(&(word, factor)) =
                MAGNITUDES.iter().find(|(word, _)| rest.starts_with(word) && ends(word.len()) && sides.magnitude.is_none())
            {
                sides.magnitude = Some(factor);
                self.at += word.len();
            } else if let Some((code, length)) = money::at_start(rest, self.house).filter(|_| sides.currency.is_none()) {
                sides.currency = Some(code);
                self.at += length;
            } else {
                self.at = before;
                return;
            }
        }
    }

    /// The other end of a range.
    fn second(&mut self, sides: &mut Sides) -> Option<Printed> {
        let start = self.at;
        self.skip_blanks();
        let rest = self.rest();
        let joint = ["to ", "-- ", "– ", "- ", "— ", "--", "–", "-"].iter().find(|joint| rest.starts_with(**joint))?;
        let glued = self.at == start && joint.len() == joint.trim_end().len();
        // "13 -46.2" are two figures.
        if *joint == "-" && self.at != start {
            self.at = start;
            return None;
        }
        self.at += joint.len();
        let mut other = Sides::default();
        let second = self.before(&mut other).and_then(|()| self.number());
        self.after(&mut other);
        let Some(second) = second else {
            self.at = start;
            return None;
        };
        // "443-5339" is a telephone, "94-3234914" a number of a register.
        let digits = |end: usize| self.text[..end].bytes().rev().take_while(u8::is_ascii_digit).count();
        let (first, last) = (digits(start), digits(self.at));
        if glued && first > 0 && (last > first + 1 || matches!((first, last), (3 | 5, 4))) {
            self.at = start;
            return None;
        }
        sides.mark = sides.mark.or(other.mark);
        sides.currency = sides.currency.or(other.currency);
        sides.magnitude = sides.magnitude.or(other.magnitude);
        Some(signed(second, other.negative || other.open > 0))
    }

    /// Marks of footnotes: "(1)", "[a]", "*", raised digits.
    fn footnotes(&mut self) {
        for _ in 0..4 {
            self.skip_blanks();
            let rest = self.rest();
            let Some(sign) = rest.chars().next() else { return };
            let length = match sign {
                '†' | '‡' | '§' | '¹' | '²' | '³' | '⁴' | '⁵' | '⁶' | '⁷' | '⁸' | '⁹' => sign.len_utf8(),
                '(' | '[' => {
                    let close = if sign == '(' { ')' } else { ']' };
                    match rest[1..].find(close) {
                        Some(inner) if (1..=2).contains(&inner) && rest[1..=inner].bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                            inner + 2
                        }
                        _ => return,
                    }
                }
                _ => return,
            };
            self.at += length;
        }
    }
}

fn signed(printed: Printed, negative: bool) -> Printed {
    if negative { printed.negate() } else { printed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Options, document::Document};

    fn content(text: &str) -> CellContent {
        let article = Article::from_text("Sales in US$ were $5.");
        let document = Document::new(&article, &Options::default());
        read(text, 0, &House::new(&document), Separators::DecimalPoint)
    }

    fn figure(text: &str) -> (String, Option<UnitMark>, Option<&'static str>) {
        let CellContent::Figure(printing) = content(text) else { panic!("{text}: {:?}", content(text)) };
        let value = match printing.value {
            Value::One(printed) => printed.value.to_string(),
            Value::Range(low, high) => format!("{}..{}", low.value, high.value),
        };
        (value, printing.mark, printing.currency)
    }

    #[test]
    fn figures_with_their_marks() {
        for (text, value, mark, currency) in [
            ("$ 1,234.5", "1234.5", None, Some("USD")),
            ("(62)", "-62", None, None),
            ("( 62 )", "-62", None, None),
            ("(55.6", "-55.6", None, None),
            ("-18.6%", "-18.6", Some(UnitMark::Percent), None),
            ("(3.8)        %", "-3.8", Some(UnitMark::Percent), None),
            ("(6.1)%", "-6.1", Some(UnitMark::Percent), None),
            ("**2.61x**", "2.61", Some(UnitMark::Times), None),
            ("+40 bps", "40", Some(UnitMark::BasisPoints), None),
            ("5,109 (1)", "5109", None, None),
            ("1 234,5", "1234.5", None, None),
            (".25", "0.25", None, None),
            ("$205 - $230", "205..230", None, Some("USD")),
            ("$205 -- 230", "205..230", None, Some("USD")),
            ("10% to 12%", "10..12", Some(UnitMark::Percent), None),
            ("0.32-0.41", "0.32..0.41", None, None),
            ("€5.2m", "5.2", None, Some("EUR")),
        ] {
            assert_eq!(figure(text), (value.to_string(), mark, currency), "{text}");
        }
    }

    #[test]
    fn what_is_no_figure() {
        for text in [
            "Q4 2024",
            "31 December 2024",
            "2024E",
            "35,7736,307",
            "10/2023–12/2024",
            "20.6% before deals",
            "31.12.2024",
            "(unaudited)",
            "443-5339",
            "68845-4915",
            "13 -46.2",
            "94-3234914",
            "(000)",
        ] {
            assert_eq!(content(text), CellContent::Words, "{text}");
        }
        for text in ["—", "n/a", "NM", "$ -", "- "] {
            assert_eq!(content(text), CellContent::Nil, "{text}");
        }
        assert_eq!(content(")%"), CellContent::Closing(Some(UnitMark::Percent)));
        assert_eq!(content("US$"), CellContent::Currency("USD"));
        assert!(matches!(content("2024"), CellContent::Figure(printing) if printing.year));
        assert!(matches!(content("06-07"), CellContent::Figure(printing) if printing.year));
        assert!(matches!(content("06-09"), CellContent::Figure(printing) if !printing.year));
    }
}
