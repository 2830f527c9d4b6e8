//! Quarters, halves and other parts of a year: the fourth quarter of 2004, Q3 FY25, 3Q25, 1H 2025, the first nine months.
//!
//! The parts of a fiscal year are counted from its start: Q3 FY25 of a company whose year starts in April is October to December
//! 2024. Without a fiscal year the quarter is the calendar's. Without any year it is that of the period it is joined to ("the
//! fourth quarter and full year 2024"), else the one the article names elsewhere, else the last one that has begun before the
//! reference date.

use super::meaning::{Length, Meaning, Stretch, Year};
use super::month::of_year;
use super::reader::{PeriodReader, Read};
use super::terms::{PeriodWord, Term, TimeUnit};
use super::{ending, year};
use crate::rule::{Rule, RuleKind};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "part",
    kind: RuleKind::Period,
    source: include_str!("part.rs"),
    examples: &[
        ("Profit rose in the third quarter of 2004.", "the third quarter of 2004 = 2004-07-01..2004-09-30"),
        ("Fourth-quarter sales fell.", "Fourth-quarter = 2024-10-01..2024-12-31"),
        (
            "Sales of the fourth quarter and full year 2023",
            "the fourth quarter = 2023-10-01..2023-12-31; full year 2023 = 2023-01-01..2023-12-31",
        ),
        ("Revenue in 3Q24 and Q4CY24", "3Q24 = 2024-07-01..2024-09-30; Q4CY24 = 2024-10-01..2024-12-31"),
        (
            "Margins in 1H 2025, Q4-2024 and Q2’24",
            "1H 2025 = 2025-01-01..2025-06-30; Q4-2024 = 2024-10-01..2024-12-31; Q2’24 = 2024-04-01..2024-06-30",
        ),
        ("DELHI, Feb 10 - Profit in Q3 FY25 rose.", "Feb 10 = 2025-02-10..2025-02-10; Q3 FY25 = 2024-10-01..2024-12-31 (fiscal)"),
        ("The first nine months of 2004 were dry.", "The first nine months of 2004 = 2004-01-01..2004-09-30"),
        (
            "KARACHI, Feb 10 - Exports in the first five months (July-November) of the current fiscal year rose.",
            "Feb 10 = 2025-02-10..2025-02-10; the first five months (July-November) of the current fiscal year = 2024-07-01..2024-11-30 (fiscal)",
        ),
    ],
    counterexamples: &[
        "A quarter of the staff left in half a minute.",
        "He came second; the third man won half.",
        "The M 25 and the H 5 bus",
    ],
};

/// Reads a part of a year.
pub(crate) fn read(reader: &PeriodReader, at: usize) -> Read {
    year_first(reader, at).or_else(|| part_first(reader, at)).or_else(|| last_part(reader, at))
}

/// A part with the words around it, without its year: "the fourth quarter", "Q4", "the first nine months".
pub(crate) fn stretch(reader: &PeriodReader, at: usize) -> Read<Stretch> {
    match *reader.rest(at) {
        [Term::Word(PeriodWord::Q), Term::Number { value: number @ 1..=5, digits: 1 }, ..]
            if reader.glued(at + 1) && reader.text(at) == "Q" || reader.glued(at + 1) && reader.text(at) == "q" =>
        {
            Some((Stretch::Quarter(u8::try_from(number).ok()?), at + 2))
        }
        [Term::Word(letter @ (PeriodWord::Q | PeriodWord::H)), Term::Numeric, ..]
            if reader.glued(at + 1) && year_inside(reader.text(at + 1)).is_some() =>
        {
            let number = reader.text(at + 1).bytes().next()?.checked_sub(b'0')?;
            match (letter, number) {
                (PeriodWord::Q, 1..=4) => Some((Stretch::Quarter(number), at + 2)),
                (PeriodWord::H, 1..=2) => Some((Stretch::Half(number), at + 2)),
                _ => None,
            }
        }
        [Term::Number { value: number @ 1..=4, digits: 1 }, Term::Word(PeriodWord::Q), ..] if reader.glued(at + 1) => {
            Some((Stretch::Quarter(u8::try_from(number).ok()?), at + 2))
        }
        [Term::Word(PeriodWord::H), Term::Number { value: number @ 1..=2, digits: 1 }, ..] if reader.glued(at + 1) => {
            Some((Stretch::Half(u8::try_from(number).ok()?), at + 2))
        }
        [Term::Number { value: number @ 1..=2, digits: 1 }, Term::Word(PeriodWord::H), ..] if reader.glued(at + 1) => {
            Some((Stretch::Half(u8::try_from(number).ok()?), at + 2))
        }
        [Term::Number { value: number @ (3 | 6 | 9 | 12), .. }, Term::Word(PeriodWord::M), ..]
            if reader.glued(at + 1) && reader.text(at + 1) == "M" && names_months(reader, at, number) =>
        {
            Some((Stretch::FirstMonths(u8::try_from(number).ok()?), at + 2))
        }
        _ => in_words(reader, at),
    }
}

fn in_words(reader: &PeriodReader, at: usize) -> Read<Stretch> {
    let at = reader.skip(at, PeriodWord::The);
    let (stretch, end) = match *reader.rest(at) {
        [Term::Ordinal(number @ 1..=5), Term::Unit(TimeUnit::Quarter), ..] => (Stretch::Quarter(number), at + 2),
        [Term::Unit(TimeUnit::Quarter), Term::Number { value: number @ 1..=4, digits: 1 }, ..]
            if (reader.capital(at) || reader.text(at) == "qtr") && !reader.tied(at + 1) && !reader.text(at).ends_with('s') =>
        {
            (Stretch::Quarter(u8::try_from(number).ok()?), at + 2)
        }
        [Term::Ordinal(number @ 1..=4), Term::Word(PeriodWord::Fiscal), Term::Unit(TimeUnit::Quarter), ..] => {
            (Stretch::Quarter(number), at + 3)
        }
        [Term::Ordinal(number @ 1..=2), Term::Unit(TimeUnit::Half), ..] => (Stretch::Half(number), at + 2),
        [Term::Ordinal(number @ 1..=2), Term::Word(PeriodWord::Fiscal), Term::Unit(TimeUnit::Half), ..] => (Stretch::Half(number), at + 3),
        [Term::Ordinal(1), ..] => {
            let (count, next) = count(reader, at + 1)?;
            let stretch = match reader.term(next) {
                Term::Unit(TimeUnit::Month) => Stretch::FirstMonths(count),
                Term::Unit(TimeUnit::Week) => Stretch::FirstWeeks(count),
                Term::Unit(TimeUnit::Day) => Stretch::FirstDays(count),
                Term::Unit(TimeUnit::Quarter) if count <= 3 => Stretch::FirstMonths(count * 3),
                _ => return None,
            };
            (stretch, next + 1)
        }
        [Term::Word(PeriodWord::Last), Term::Unit(TimeUnit::Quarter), ..] if names_year(reader, at + 2) => (Stretch::Quarter(4), at + 2),
        [Term::Word(PeriodWord::Last), ..] => {
            let (count, next) = count(reader, at + 1)?;
            match reader.term(next) {
                Term::Unit(TimeUnit::Month) if names_year(reader, next + 1) => (Stretch::LastMonths(count), next + 1),
                _ => return None,
            }
        }
        [Term::Number { .. } | Term::Cardinal(_), ..] => {
            // "nine-month" before a year or "period"; alone it is a length
            let (count, next) = count(reader, at)?;
            let joined = reader.joined(next) && reader.term(next) == Term::Unit(TimeUnit::Month);
            if !joined {
                return None;
            }
            (Stretch::FirstMonths(count), next + 1)
        }
        _ => return None,
    };
    (!reader.tied(end) || reader.joined(end)).then_some((stretch, end))
}

/// Whether "9M" are months: "3M" alone is a company.
fn names_months(reader: &PeriodReader, at: usize, number: u16) -> bool {
    number != 3 || part_year(reader, at + 2, true).is_some()
}

fn names_year(reader: &PeriodReader, at: usize) -> bool {
    reader.is(at, PeriodWord::Of) && year::phrase(reader, at + 1).is_some()
}

/// A small number in figures or words.
pub(crate) fn count(reader: &PeriodReader, at: usize) -> Read<u8> {
    match *reader.rest(at) {
        [Term::Cardinal(tens @ (20 | 30 | 40 | 50)), Term::Cardinal(unit @ 1..=9), ..] if reader.joined(at + 1) => {
            Some((tens + unit, at + 2))
        }
        [Term::Cardinal(count), ..] => Some((count, at + 1)),
        [Term::Number { value, digits: 1 | 2 }, ..] if value > 0 => Some((u8::try_from(value).ok()?, at + 1)),
        _ => None,
    }
}

/// The year of "2’24" in "Q2’24", which is one token.
fn year_inside(token: &str) -> Option<i16> {
    let year = token.get(1..)?.strip_prefix(['\'', '’'])?;
    let digits: u16 = year.parse().ok()?;
    (year.len() == 2 && token.starts_with(|c: char| c.is_ascii_digit())).then(|| year::of_two_digits(digits))
}

/// The part, then its year.
fn part_first(reader: &PeriodReader, at: usize) -> Read {
    let start = at;
    let (stretch, mut end) = stretch(reader, at)?;
    let short = matches!(reader.term(at), Term::Word(PeriodWord::Q | PeriodWord::H)) || matches!(reader.term(at), Term::Number { .. });
    if let (Term::Word(PeriodWord::Q | PeriodWord::H), Some(year)) = (reader.term(at), year_inside(reader.text(end - 1))) {
        return Some((Meaning::In(stretch, Year::Of(year)), end));
    }
    if short && reader.glued(at) && matches!(reader.before(at), Term::Other | Term::Number { .. } | Term::Sign('$' | '.')) {
        return None;
    }
    let length = matches!(stretch, Stretch::FirstMonths(_)) && matches!(reader.term(at), Term::Number { .. } | Term::Cardinal(_));
    if length && reader.is(end, PeriodWord::Period) {
        return None;
    }
    // "the three-month rate" is of no stretch, "the nine-month profit" is
    let of_paper = matches!(stretch, Stretch::FirstMonths(count) if count != 6 && count != 9) && reader.joined(end - 1);
    if of_paper && !reader.is(end, PeriodWord::Period) && !matches!(reader.term(reader.skip(start, PeriodWord::The)), Term::Ordinal(_)) {
        return None;
    }
    // "the first four months (July-October)"
    if let Term::Sign('(') = reader.term(end)
        && let Some((Meaning::In(Stretch::Months(..), Year::Unsaid), close)) = super::month::read(reader, end + 1)
        && reader.term(close) == Term::Sign(')')
    {
        end = close + 1;
    }
    // "the second quarter (Q2) of FY25"
    if let Term::Sign('(') = reader.term(end)
        && !short
        && let Some((same, close)) = self::stretch(reader, end + 1)
        && same == stretch
        && reader.term(close) == Term::Sign(')')
        && part_year(reader, close + 1, false).is_some()
    {
        end = close + 1;
    }
    if let Some((year, after)) = part_year(reader, end, short) {
        // "the third quarter of fiscal 2025 ended December 31, 2024"
        if let Some((day, after)) = ending::end_day(reader, after) {
            return Some((Meaning::Stated(stretch, year, Box::new(day)), after));
        }
        return Some((Meaning::In(stretch, year), after));
    }
    // a bare "nine-month" is a length, "9M" is not
    if length && !(short && matches!(reader.term(start + 1), Term::Word(_))) {
        return None;
    }
    // "the first five months" of something else
    if reader.is(end, PeriodWord::Of) && !matches!(stretch, Stretch::Quarter(_) | Stretch::Half(_)) {
        return of_other(reader, stretch, end + 1);
    }
    if matches!(stretch, Stretch::FirstDays(_)) || matches!(stretch, Stretch::Half(_)) && reader.tied(end) {
        return None;
    }
    Some((Meaning::In(stretch, Year::Unsaid), end))
}

/// The year after a part; in short forms two digits are enough.
fn part_year(reader: &PeriodReader, at: usize, short: bool) -> Read<Year> {
    if let Some(found) = of_year(reader, at) {
        return Some(found);
    }
    if !short {
        return None;
    }
    let linked = at + usize::from(matches!(reader.term(at), Term::Sign('-' | '/')) && reader.glued(at));
    let apostrophe = matches!(reader.term(linked), Term::Sign('\'' | '’' | '‘'));
    (apostrophe || reader.glued(linked)).then(|| year::short(reader, linked)).flatten().map(|(year, end)| (Year::Of(year), end))
}

/// "the first three weeks of January".
fn of_other(reader: &PeriodReader, stretch: Stretch, at: usize) -> Read {
    let (unit, count) = match stretch {
        Stretch::FirstWeeks(count) => (TimeUnit::Week, count),
        Stretch::FirstDays(count) => (TimeUnit::Day, count),
        _ => return None,
    };
    let (of, end) = super::month::read(reader, at).or_else(|| super::relative::read(reader, at))?;
    let first = Meaning::Nth(1, unit, Box::new(of.clone()));
    let last = Meaning::Nth(count, unit, Box::new(of));
    Some((Meaning::Range(Box::new(first), Box::new(last)), end))
}

/// The year, then its part: "fiscal 2025 second quarter", "2016 H2", "this year's first half", "FY25 Q2".
fn year_first(reader: &PeriodReader, at: usize) -> Read {
    let (year, next) = year::phrase(reader, at)?;
    let next = reader.skip(next, PeriodWord::Possessive);
    let linked = next + usize::from(matches!(reader.term(next), Term::Sign('-')) && reader.glued(next) && reader.glued(next + 1));
    let (stretch, end) = stretch(reader, linked)?;
    if reader.is(linked, PeriodWord::The) {
        return None;
    }
    if let Year::Anaphoric(offset) = year {
        return Some((Meaning::SameStretch(stretch, offset), end));
    }
    Some((Meaning::In(stretch, year), end))
}

/// "the last three years of the decade" and "the final quarter".
fn last_part(reader: &PeriodReader, at: usize) -> Read {
    let the = reader.is(at, PeriodWord::The);
    let at = reader.skip(at, PeriodWord::The);
    let final_word = || reader.text(at).eq_ignore_ascii_case("final");
    match *reader.rest(at) {
        [Term::Word(PeriodWord::Last), Term::Unit(TimeUnit::Quarter), ..] if the && final_word() => {
            let (year, end) = of_year(reader, at + 2).unwrap_or((Year::Unsaid, at + 2));
            Some((Meaning::In(Stretch::Quarter(4), year), end))
        }
        [Term::Word(PeriodWord::Last), ..] => {
            let (count, next) = count(reader, at + 1)?;
            let Term::Unit(unit @ (TimeUnit::Year | TimeUnit::Month | TimeUnit::Week)) = reader.term(next) else { return None };
            if !reader.is(next + 1, PeriodWord::Of) {
                return None;
            }
            let of = reader.skip(next + 2, PeriodWord::The);
            let length = match unit {
                TimeUnit::Year => Length::Years(count),
                TimeUnit::Month => Length::Months(count),
                _ => Length::Weeks(count),
            };
            reader.is(of, PeriodWord::Period).then(|| (Meaning::Ending(length, Box::new(Meaning::SamePeriod)), of + 1))
        }
        _ => None,
    }
}
