//! Years: 2004, FY25, fiscal 2025, the year 2004, 2021-22, this year, the last financial year.
//!
//! A bare number of four digits is a year from 1800 to 2100 unless the words around it make it something else: an amount of
//! money, a percentage, a count ("1984 workers"), a clock time ("1900 GMT"), a part of a name ("Vision 2030").
//! A fiscal year runs from the start that options, text or country give, and is named as the country names it: by the year in
//! which it ends, in Japan by the one in which it starts. "2021-22" names both.

use super::meaning::{Meaning, Stretch, Year};
use super::reader::{PeriodReader, Read};
use super::terms::{PeriodWord, Term, TimeUnit};
use crate::rule::{Rule, RuleKind};
use crate::text::Classes;
use crate::words::WordList;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "year",
    kind: RuleKind::Period,
    source: include_str!("year.rs"),
    examples: &[
        ("Sales fell in 2004.", "2004 = 2004-01-01..2004-12-31"),
        ("The 2021 harvest was poor, after that of 1997.", "2021 = 2021-01-01..2021-12-31; 1997 = 1997-01-01..1997-12-31"),
        ("Sales beat 2003's record.", "2003 = 2003-01-01..2003-12-31"),
        ("The year 2004 was kind to brewers.", "The year 2004 = 2004-01-01..2004-12-31"),
        ("Orders for the full year 2024 rose.", "the full year 2024 = 2024-01-01..2024-12-31"),
        ("DELHI, Feb 10 (Agency) - Output grew in FY24.", "Feb 10 = 2025-02-10..2025-02-10; FY24 = 2023-04-01..2024-03-31 (fiscal)"),
        ("ISLAMABAD, Feb 10 - Output grew in 2021-22.", "Feb 10 = 2025-02-10..2025-02-10; 2021-22 = 2021-07-01..2022-06-30 (fiscal)"),
        ("Hedges run through calendar year 2027.", "calendar year 2027 = 2027-01-01..2027-12-31"),
        ("Margins narrowed last year and will widen this year.", "last year = 2024-01-01..2024-12-31; this year = 2025-01-01..2025-12-31"),
    ],
    counterexamples: &[
        "The plant employs 1,984 people and 2015 contractors.",
        "The coat costs $2004, the shoes 1999 rupees.",
        "Shares closed at 2013.5 points; trading ends at 1900 GMT.",
        "It repaid its 2025 notes under Vision 2030.",
    ],
};

/// Reads a year as a period of its own.
pub(crate) fn read(reader: &PeriodReader, at: usize) -> Read {
    let (year, end) = phrase(reader, at)?;
    if end == at + 1 && matches!(year, Year::Of(_)) && !stands_alone(reader, at) {
        return None;
    }
    Some((Meaning::In(Stretch::Whole, year), end))
}

/// Any way of naming a year: in figures or by its place.
pub(crate) fn phrase(reader: &PeriodReader, at: usize) -> Read<Year> {
    [named(reader, at), placed(reader, at)].into_iter().flatten().max_by_key(|&(_, end)| end)
}

/// A year of two digits in the century that is meant: 70 to 99 in the last one.
pub(crate) fn of_two_digits(value: u16) -> i16 {
    let value = i16::try_from(value).unwrap_or(0);
    if value < 70 { 2000 + value } else { 1900 + value }
}

/// A year in four digits.
pub(crate) fn number(reader: &PeriodReader, at: usize) -> Read<i16> {
    match reader.term(at) {
        Term::Number { value, digits: 4 } if (1800..=2100).contains(&value) => Some((i16::try_from(value).ok()?, at + 1)),
        _ => None,
    }
}

/// A year in four digits, or in two after an apostrophe or a letter that it touches: "'25", "Q4'24", "FY25".
pub(crate) fn short(reader: &PeriodReader, at: usize) -> Read<i16> {
    if let Some(found) = number(reader, at) {
        return Some(found);
    }
    match *reader.rest(at) {
        [Term::Number { value, digits: 2 }, ..] => Some((of_two_digits(value), at + 1)),
        [Term::Sign('\'' | '’' | '‘'), Term::Number { value, digits: 2 }, ..] if reader.glued(at + 1) => {
            Some((of_two_digits(value), at + 2))
        }
        _ => None,
    }
}

/// A year in words after a date: "nineteen ninety-nine", "two thousand and eighteen".
pub(crate) fn in_words(reader: &PeriodReader, at: usize) -> Read<i16> {
    let below_hundred = |at: usize| match *reader.rest(at) {
        [Term::Cardinal(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)), Term::Cardinal(unit @ 1..=9), ..] => Some((tens + unit, at + 2)),
        [Term::Cardinal(number), ..] => Some((number, at + 1)),
        _ => None,
    };
    match *reader.rest(at) {
        [Term::Cardinal(hundreds @ 18..=20), Term::Cardinal(10..=99), ..] => {
            let (rest, end) = below_hundred(at + 1)?;
            Some((i16::from(hundreds) * 100 + i16::from(rest), end))
        }
        [Term::Cardinal(2), Term::Other, ..] if reader.text(at + 1).eq_ignore_ascii_case("thousand") => {
            let next = reader.skip(at + 2, PeriodWord::And);
            match below_hundred(next) {
                Some((rest, end)) => Some((2000 + i16::from(rest), end)),
                None => matches!(reader.term(at + 2), Term::Break | Term::Sign(_)).then_some((2000, at + 2)),
            }
        }
        _ => None,
    }
}

/// "2021-22" and "2021/22": the second year is the one after the first.
fn pair(reader: &PeriodReader, at: usize) -> Read<i16> {
    let (first, next) = number(reader, at)?;
    match *reader.rest(next) {
        [Term::Sign('-' | '–' | '/'), Term::Number { value, digits }, ..] if reader.glued(next) && reader.glued(next + 1) => {
            let second = if digits == 2 { first / 100 * 100 + i16::try_from(value).ok()? } else { i16::try_from(value).ok()? };
            let after = second == first + 1 || digits == 2 && first % 100 == 99 && value == 0;
            (after && (digits == 2 || digits == 4 && reader.term(next) == Term::Sign('/'))).then_some((first, next + 2))
        }
        _ => None,
    }
}

/// A year by its number, with the words that belong to it.
pub(crate) fn named(reader: &PeriodReader, at: usize) -> Read<Year> {
    if let Some((first, end)) = pair(reader, at) {
        return Some((Year::Pair(first), end));
    }
    if let Some((year, end)) = number(reader, at) {
        // "2024 full year", "2024 fiscal year"
        let full = reader.skip(end, PeriodWord::Full);
        let whole = full > end && reader.term(full) == Term::Unit(TimeUnit::Year);
        let fiscal = reader.is(end, PeriodWord::Fiscal) && reader.term(end + 1) == Term::Unit(TimeUnit::Year);
        return Some(match (whole, fiscal) {
            (true, _) => (Year::Of(year), full + 1),
            (_, true) => (Year::Fiscal(year), end + 2),
            _ => (Year::Of(year), end),
        });
    }
    let start = at;
    let at = reader.skip(at, PeriodWord::The);
    match *reader.rest(at) {
        [Term::Word(PeriodWord::Fy), ..] => {
            let next = at + 1 + usize::from(matches!(reader.term(at + 1), Term::Sign('-' | '\'' | '’')) && reader.glued(at + 1));
            pair(reader, next).map(|(first, end)| (Year::Pair(first), end)).or_else(|| short_pair(reader, next)).or_else(|| {
                let (year, end) = short(reader, next)?;
                Some((Year::Fy(year), end))
            })
        }
        [Term::Word(PeriodWord::Cy), ..] => short(reader, at + 1).map(|(year, end)| (Year::Calendar(year), end)),
        [Term::Word(PeriodWord::Fiscal), ..] => {
            let next = at + 1 + usize::from(matches!(reader.term(at + 1), Term::Unit(TimeUnit::Year)));
            let next = reader.skip(next, PeriodWord::Of);
            let next = if reader.is(next, PeriodWord::Fy) { next + 1 } else { next };
            pair(reader, next)
                .map(|(first, end)| (Year::Pair(first), end))
                .or_else(|| number(reader, next).map(|(year, end)| (Year::Fiscal(year), end)))
                .or_else(|| if reader.is(next - 1, PeriodWord::Of) { None } else { short_fiscal(reader, next) })
        }
        [Term::Word(PeriodWord::Calendar), ..] => {
            let next = at + 1 + usize::from(matches!(reader.term(at + 1), Term::Unit(TimeUnit::Year)));
            number(reader, next).map(|(year, end)| (Year::Calendar(year), end))
        }
        [Term::Unit(TimeUnit::Year), ..] if !reader.joined(at + 1) => {
            let (year, end) = number(reader, at + 1)?;
            Some((
                pair(reader, at + 1).map_or(Year::Of(year), |(first, _)| Year::Pair(first)),
                pair(reader, at + 1).map_or(end, |(_, end)| end),
            ))
        }
        [Term::Word(PeriodWord::Full | PeriodWord::Whole), ..] => whole(reader, at).filter(|&(_, end)| start <= end),
        _ => None,
    }
}

/// "full year 2024", "whole fiscal year 2024", from its first word.
fn whole(reader: &PeriodReader, at: usize) -> Read<Year> {
    let fiscal = reader.is(at + 1, PeriodWord::Fiscal);
    let next = at + 1 + usize::from(fiscal);
    if reader.term(next) != Term::Unit(TimeUnit::Year) {
        return None;
    }
    let mut next = next + 1;
    if matches!(reader.term(next), Term::Word(PeriodWord::Of | PeriodWord::In) | Term::Sign(',')) {
        next += 1;
    }
    let (year, end) = named(reader, next).filter(|_| !reader.is(next, PeriodWord::The))?;
    let year = match year {
        Year::Of(year) if fiscal => Year::Fiscal(year),
        other => other,
    };
    Some((year, end))
}

/// "FY24-25", "FY24/25".
fn short_pair(reader: &PeriodReader, at: usize) -> Read<Year> {
    match *reader.rest(at) {
        [Term::Number { value: first, digits: 2 }, Term::Sign('-' | '–' | '/'), Term::Number { value: second, digits: 2 }, ..]
            if reader.glued(at + 2) && second == (first + 1) % 100 =>
        {
            Some((Year::Pair(of_two_digits(first)), at + 3))
        }
        _ => None,
    }
}

/// "fiscal '25", and "fiscal 25" where nothing is counted.
fn short_fiscal(reader: &PeriodReader, at: usize) -> Read<Year> {
    match *reader.rest(at) {
        [Term::Sign('\'' | '’'), ..] => short(reader, at).map(|(year, end)| (Year::Fiscal(year), end)),
        _ => None,
    }
}

/// A year by its place: this year, last year, the current fiscal year, the previous year.
pub(crate) fn placed(reader: &PeriodReader, at: usize) -> Read<Year> {
    let start = at;
    let at = if reader.is(at, PeriodWord::The) || reader.is(at, PeriodWord::Its) { at + 1 } else { at };
    let determined = at > start;
    let Term::Word(place) = reader.term(at) else { return None };
    // "the last full financial year"
    let mut next = at + 1;
    next = reader.skip(next, PeriodWord::Full);
    let fiscal = reader.is(next, PeriodWord::Fiscal);
    let calendar = reader.is(next, PeriodWord::Calendar);
    next += usize::from(fiscal || calendar);
    let fy = reader.is(next, PeriodWord::Fy);
    let one_year = reader.term(next) == Term::Unit(TimeUnit::Year) && reader.text(next).eq_ignore_ascii_case("year");
    if !one_year && !fy {
        return None;
    }
    let end = next + 1;
    let fiscal = fiscal || fy;
    let year = match place {
        PeriodWord::This | PeriodWord::Current => relative(0, fiscal),
        // "the last year" is the twelve months up to now: another family's
        PeriodWord::Last if !determined || fiscal || calendar || reader.is(start, PeriodWord::Its) => relative(-1, fiscal),
        PeriodWord::Next | PeriodWord::Coming => relative(1, fiscal),
        PeriodWord::Previous if fiscal => Year::AnaphoricFiscal(-1),
        PeriodWord::Previous => Year::Anaphoric(-1),
        PeriodWord::Following if fiscal => Year::AnaphoricFiscal(1),
        PeriodWord::Following => Year::Anaphoric(1),
        PeriodWord::Same if fiscal => Year::AnaphoricFiscal(0),
        PeriodWord::Same => Year::Anaphoric(0),
        _ => return None,
    };
    if reader.tied(end) {
        return None;
    }
    // "the current fiscal year of 2021-22", "this financial year (2024/25)"
    let named_at = reader.skip(end, PeriodWord::Of);
    match named(reader, named_at) {
        Some((named, named_end)) if named_at > end => Some((named, named_end)),
        _ => match *reader.rest(end) {
            [Term::Sign('('), ..] if fiscal => match pair(reader, end + 1) {
                Some((first, after)) if reader.term(after) == Term::Sign(')') => Some((Year::Pair(first), after + 1)),
                _ => Some((year, end)),
            },
            _ => Some((year, end)),
        },
    }
}

fn relative(offset: i16, fiscal: bool) -> Year {
    if fiscal { Year::RelativeFiscal(offset) } else { Year::Relative(offset) }
}

/// Nouns that are counted: a bare number before one of them is a count even where it looks like a year.
static COUNTED: WordList = WordList::new(picked!(
    counted,
    YEARLIKE,
    "persons|contractors|houses|dollars|euros|rupees|yen|yuan|pence|cents|hrs|gmt|utc|et|est|edt|bst|cet|ist|per|pct|bps|notes|bonds|\
    shops|vehicles|cars|trucks|beds|million|billion|trillion|crore|lakh|mln|bln|mn|bn|m|k|x|cases|deaths|votes|seats|outlets|companies|\
    firms"
));

/// Names that end in a number that is no date.
static NUMBERED: WordList = WordList::new(picked!(
    label,
    YEARLIKE,
    "vision|agenda|euro|russell|windows|expo|stoxx|csi|topix|nikkei|iso|boeing|airbus|office|series|usd|eur|gbp|inr|rs|rm|jpy|cad|aud|chf|\
    cny|hkd|sgd"
));

/// Whether the bare number at `at` is a year by the words around it.
fn stands_alone(reader: &PeriodReader, at: usize) -> bool {
    let (before, after) = (reader.text(at.wrapping_sub(1)), reader.text(at + 1));
    let sign_before = matches!(reader.before(at), Term::Sign('$' | '£' | '€' | '₹' | '¥' | '#' | '.' | '@' | '+' | '%' | '_' | '=' | '~'));
    let sign_after = matches!(reader.term(at + 1), Term::Sign('%' | '°' | '€' | '£' | '@' | '_' | '='));
    if sign_before || sign_after && reader.glued(at + 1) {
        return false;
    }
    // parts of longer codes and numbers: "A2004", "2004B", "1-2004", "2004-5"
    let touches_word = |index: usize| matches!(reader.term(index), Term::Other | Term::Number { .. } | Term::Numeric | Term::Month(_));
    if reader.glued(at) && at > 0 && touches_word(at - 1) || reader.glued(at + 1) && touches_word(at + 1) {
        return false;
    }
    let range_sign = |index: usize| matches!(reader.term(index), Term::Sign('-' | '–' | '/' | ':' | '.'));
    let numeric = |index: usize| matches!(reader.term(index), Term::Number { .. } | Term::Numeric);
    let of_range = |index: usize, sign: usize| matches!(reader.term(sign), Term::Sign('-' | '–')) && number(reader, index).is_some();
    if reader.glued(at) && at > 1 && range_sign(at - 1) && reader.glued(at - 1) && numeric(at - 2) && !of_range(at - 2, at - 1) {
        return false;
    }
    if range_sign(at + 1) && reader.glued(at + 1) && reader.glued(at + 2) && numeric(at + 2) && !of_range(at + 2, at + 1) {
        return false;
    }
    if COUNTED.has(after) && (!reader.capital(at + 1) && !is_date_preposition(before) || reader.glued(at + 1)) {
        return false;
    }
    let clock = matches!(after, "GMT" | "UTC" | "ET" | "EST" | "EDT" | "BST" | "CET" | "IST" | "MW" | "GW");
    let named = NUMBERED.has(before) && !reader.tied(at) && (reader.capital(at.wrapping_sub(1)) || before.len() > 3);
    !clock && !named && !is_counted_by_unit(reader, at)
}

fn is_date_preposition(word: &str) -> bool {
    ["in", "since", "during", "until", "till", "before", "after"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// "2000 days", "2025 senior notes".
fn is_counted_by_unit(reader: &PeriodReader, at: usize) -> bool {
    let unit = matches!(reader.term(at + 1), Term::Unit(_)) && reader.text(at + 1).ends_with('s');
    let magnitude = reader.classes(at + 1).any(Classes::MAGNITUDE) && !reader.capital(at + 1);
    let notes = reader.text(at + 1).ends_with("or") && ["notes", "bonds", "debentures"].contains(&reader.text(at + 2));
    unit || magnitude || notes
}
