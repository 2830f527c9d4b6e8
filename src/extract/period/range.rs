//! Ranges of periods: between 2001 and 2003, from January to March, 1 October 2023 – 31 December 2024, 2014-2018.
//!
//! The range reaches from the first day of its first part to the last day of its last. Where only the last part names a year, the
//! first one takes it, or the year before if it would come after.

use super::meaning::{Meaning, Stretch, Year};
use super::reader::{PeriodReader, Read};
use super::terms::{PeriodWord, Term};
use super::year;
use crate::rule::{Rule, RuleKind};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "range",
    kind: RuleKind::Period,
    source: include_str!("range.rs"),
    examples: &[
        ("It grew between 2001 and 2003.", "2001 and 2003 = 2001-01-01..2003-12-31"),
        ("From January to March 2024 it shrank.", "January to March 2024 = 2024-01-01..2024-03-31"),
        ("The report covers 1 October 2023 – 31 December 2024.", "1 October 2023 – 31 December 2024 = 2023-10-01..2024-12-31"),
        ("A plan for 2024-2028", "2024-2028 = 2024-01-01..2028-12-31"),
        ("Between July 14, 2023 and July 16, 2024 it sold shares.", "July 14, 2023 and July 16, 2024 = 2023-07-14..2024-07-16"),
        ("The grant runs between 5 May 2020 through to 1 June 2021.", "5 May 2020 through to 1 June 2021 = 2020-05-05..2021-06-01"),
        ("Ovens sold in the years 2000-05", "the years 2000-05 = 2000-01-01..2005-12-31"),
        ("Sales fell in 2005 and 2006.", "2005 = 2005-01-01..2005-12-31; 2006 = 2006-01-01..2006-12-31"),
    ],
    counterexamples: &["It takes between 2 and 3 hours, from 10 to 12 people."],
};

/// The longest expression at `at`: a range where two expressions are joined, else a single one. Gives meaning, start and end.
pub(crate) fn read(reader: &PeriodReader, at: usize) -> Option<(Meaning, usize, usize)> {
    match reader.term(at) {
        Term::Word(PeriodWord::Between) => return between(reader, at + 1).map(|(meaning, end)| (meaning, at + 1, end)),
        Term::Word(PeriodWord::From) => return from(reader, at + 1).map(|(meaning, end)| (meaning, at + 1, end)),
        _ => {}
    }
    let (first, end) = reader.simple(at)?;
    match joined(reader, &first, end) {
        Some((meaning, end)) => Some((meaning, at, end)),
        None => Some((first, at, end)),
    }
}

fn between(reader: &PeriodReader, at: usize) -> Read {
    let (first, next) = reader.simple(at)?;
    // "between 5 May and 1 June", "between 5 May through to 1 June"
    if !matches!(reader.term(next), Term::Word(PeriodWord::And | PeriodWord::To | PeriodWord::Through) | Term::Sign('-' | '–')) {
        return None;
    }
    let (last, end) = last_part(reader, next + 1)?;
    fits(&first, &last).then(|| (Meaning::Range(Box::new(first), Box::new(last)), end))
}

fn from(reader: &PeriodReader, at: usize) -> Read {
    let (first, next) = reader.simple(at)?;
    if !matches!(reader.term(next), Term::Word(PeriodWord::To | PeriodWord::Through) | Term::Sign('-' | '–')) {
        return None;
    }
    let (last, end) = last_part(reader, next + 1)?;
    fits(&first, &last).then(|| (Meaning::Range(Box::new(first), Box::new(last)), end))
}

/// The second part; "now" and "today" end a range too.
fn last_part(reader: &PeriodReader, at: usize) -> Read {
    let at = if reader.is(at.wrapping_sub(1), PeriodWord::Through) { reader.skip(at, PeriodWord::To) } else { at };
    if reader.is(at, PeriodWord::Now) {
        return Some((Meaning::Day(0), at + 1));
    }
    reader.simple(at)
}

/// Two parts of one kind with a dash or "to" between them.
fn joined(reader: &PeriodReader, first: &Meaning, at: usize) -> Read {
    let dash = matches!(reader.term(at), Term::Sign('-' | '–' | '—'));
    if !dash && !matches!(reader.term(at), Term::Word(PeriodWord::To | PeriodWord::Through)) {
        return None;
    }
    if dash
        && reader.glued(at)
        && let Some((last, end)) = last_year(reader, first, at + 1)
    {
        return Some((Meaning::Range(Box::new(first.clone()), Box::new(last)), end));
    }
    let (last, end) = last_part(reader, at + 1)?;
    let spaced = dash && !reader.glued(at);
    let same = match (first, &last) {
        (Meaning::In(Stretch::Whole, Year::Of(first)), Meaning::In(Stretch::Whole, Year::Of(last))) => first < last && !spaced,
        (Meaning::In(first, first_year), Meaning::In(last, last_year)) => {
            kind(first).is_some() && kind(first) == kind(last) && (*last_year != Year::Unsaid || *first_year == Year::Unsaid)
        }
        (Meaning::Numeric(..) | Meaning::In(Stretch::Day(..), _), Meaning::Numeric(..)) => true,
        (Meaning::Weekday(..), Meaning::Weekday(..)) => true,
        (Meaning::Day(_), Meaning::Day(_)) => true,
        _ => false,
    };
    same.then(|| (Meaning::Range(Box::new(first.clone()), Box::new(last)), end))
}

/// The last year of "FY 2007-2011", a fiscal one as the first is, and of "the years 2000-05".
fn last_year(reader: &PeriodReader, first: &Meaning, at: usize) -> Read {
    let Meaning::In(Stretch::Whole, year) = *first else { return None };
    match (year, reader.term(at)) {
        (Year::Fy(first), Term::Number { digits: 4, .. }) => {
            let (last, end) = year::number(reader, at)?;
            (first < last).then_some((Meaning::In(Stretch::Whole, Year::Fy(last)), end))
        }
        (Year::Of(first), Term::Number { value, digits: 2 }) => {
            let last = first / 100 * 100 + i16::try_from(value).ok()?;
            let of_years = reader.text(at.wrapping_sub(3)).eq_ignore_ascii_case("years");
            (of_years && first + 1 < last).then_some((Meaning::In(Stretch::Whole, Year::Of(last)), at + 1))
        }
        _ => None,
    }
}

fn kind(stretch: &Stretch) -> Option<u8> {
    match stretch {
        Stretch::Month(_) => Some(1),
        Stretch::Day(..) => Some(2),
        Stretch::Quarter(_) => Some(3),
        _ => None,
    }
}

/// Whether two expressions can be the ends of one range: dated ones, not "a year ago" to "last week".
fn fits(first: &Meaning, last: &Meaning) -> bool {
    let dated = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::In(..)
                | Meaning::Numeric(..)
                | Meaning::Weekday(..)
                | Meaning::Day(_)
                | Meaning::WeekNumber(_)
                | Meaning::Unit(..)
                | Meaning::DayOf(..)
                | Meaning::Part(..)
        )
    };
    dated(first) && dated(last)
}
