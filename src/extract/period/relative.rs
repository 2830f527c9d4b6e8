//! Periods counted from the day of writing: today, on Friday, last week, next month, the past five years, two years ago.
//!
//! The reference date is that of the dateline or of the record; without one they stay unresolved. A week runs from Monday to
//! Sunday. A weekday is the one nearest the reference date, behind it unless the sentence speaks of what is to come. "Last
//! year" is the calendar year before; "the last year" and "the past year" are the twelve months up to the reference date.

use super::meaning::{CountedFrom, Edge, Length, Meaning, Stretch, Year};
use super::part::count;
use super::reader::{PeriodReader, Read};
use super::terms::{PeriodWord, Term, TimeUnit};
use crate::rule::{Rule, RuleKind};
use crate::words::lower::lower_case;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "relative",
    kind: RuleKind::Period,
    source: include_str!("relative.rs"),
    examples: &[
        ("It said today that sales fell yesterday.", "today = 2025-02-10..2025-02-10; yesterday = 2025-02-09..2025-02-09"),
        ("Shares fell on Friday.", "Friday = 2025-02-07..2025-02-07"),
        ("The board will meet on Friday.", "Friday = 2025-02-14..2025-02-14"),
        ("Prices rose last week, more than last month.", "last week = 2025-02-03..2025-02-09; last month = 2025-01-01..2025-01-31"),
        ("Over the past five years it grew.", "the past five years = 2020-02-11..2025-02-10"),
        ("It was founded 20 years ago.", "20 years ago = 2005-02-10..2005-02-10"),
        ("It is up 4% month-to-date and 5% year-to-date.", "month-to-date = 2025-02-01..2025-02-10; year-to-date = 2025-01-01..2025-02-10"),
        ("The year-to-date total is 4.", "year-to-date = 2025-01-01..2025-02-10"),
        ("It will double within the next year.", "the next year = 2025-02-10..2026-02-09"),
        ("It has fallen so far in 2025 and so far this month.", "2025 = 2025-01-01..2025-02-10; this month = 2025-02-01..2025-02-10"),
        ("Sales in the next three years", "the next three years = 2025-02-11..2028-02-10"),
    ],
    counterexamples: &[
        "In recent weeks, over the past few months, it lasted for three years.",
        "The sun sat low on the wed couple.",
        "Years ago it was so.",
        "It came a month and a half ago.",
    ],
};

/// Reads a period that is counted from the day of writing.
pub(crate) fn read(reader: &PeriodReader, at: usize) -> Read {
    day_word(reader, at)
        .or_else(|| before_last(reader, at))
        .or_else(|| weekday(reader, at))
        .or_else(|| unit(reader, at))
        .or_else(|| span(reader, at))
        .or_else(|| ago(reader, at))
        .or_else(|| to_date(reader, at))
}

/// "the year before last", "the week before last".
fn before_last(reader: &PeriodReader, at: usize) -> Read {
    match *reader.rest(reader.skip(at, PeriodWord::The)) {
        [Term::Unit(unit), Term::Word(PeriodWord::Before), Term::Word(PeriodWord::Last), ..] => {
            let meaning = match unit {
                TimeUnit::Year => Meaning::In(Stretch::Whole, Year::Relative(-2)),
                unit => Meaning::Unit(unit, -2, CountedFrom::Present),
            };
            Some((meaning, reader.skip(at, PeriodWord::The) + 3))
        }
        _ => None,
    }
}

fn day_word(reader: &PeriodReader, at: usize) -> Read {
    let away = |word: PeriodWord| match word {
        PeriodWord::Today | PeriodWord::Tonight => Some(0),
        PeriodWord::Yesterday => Some(-1),
        PeriodWord::Tomorrow => Some(1),
        _ => None,
    };
    match *reader.rest(at) {
        [
            Term::Word(PeriodWord::The),
            Term::Unit(TimeUnit::Day),
            Term::Word(side @ (PeriodWord::Before | PeriodWord::After)),
            Term::Word(day),
            ..,
        ] => {
            let day = away(day)?;
            Some((Meaning::Day(if side == PeriodWord::Before { day - 1 } else { day + 1 }), at + 4))
        }
        // "USA Today"
        [Term::Word(PeriodWord::Today), ..] if reader.capital(at) && reader.before(at) == Term::Other && reader.capital(at - 1) => None,
        [Term::Word(word), ..] => Some((Meaning::Day(away(word)?), at + 1)),
        _ => None,
    }
}

/// "Friday", "last Friday", "Friday next week", "this week Friday".
fn weekday(reader: &PeriodReader, at: usize) -> Read {
    let (place, next) = match reader.term(at) {
        Term::Word(word @ (PeriodWord::Last | PeriodWord::Next | PeriodWord::This | PeriodWord::Past | PeriodWord::Coming)) => {
            (Some(word), at + 1)
        }
        _ => (None, at),
    };
    if let Term::Unit(TimeUnit::Week) = reader.term(next)
        && let (Some(place), Term::Weekday(day)) = (place, reader.term(next + 1))
    {
        let offset = offset(place)?;
        return Some((Meaning::Weekday(day, Some(offset)), next + 2));
    }
    let Term::Weekday(day) = reader.term(next) else { return None };
    if !is_weekday(reader, next) {
        return None;
    }
    if let Some(place) = place {
        let meaning = match place {
            PeriodWord::Last | PeriodWord::Past => Meaning::Weekday(day, Some(-1)),
            PeriodWord::Next => Meaning::Weekday(day, Some(1)),
            PeriodWord::This | PeriodWord::Coming => Meaning::Weekday(day, Some(0)),
            _ => return None,
        };
        return Some((meaning, next + 1));
    }
    match *reader.rest(next + 1) {
        [Term::Word(word @ (PeriodWord::Last | PeriodWord::Next | PeriodWord::This)), Term::Unit(TimeUnit::Week), ..] => {
            Some((Meaning::Weekday(day, offset(word)), next + 3))
        }
        _ => Some((Meaning::Weekday(day, None), next + 1)),
    }
}

/// Whether the weekday at `at` is one: the short forms need a capital, "Sun" and "Sat" a date beside them.
fn is_weekday(reader: &PeriodReader, at: usize) -> bool {
    let text = reader.text(at);
    let Some(lower) = lower_case(text) else { return false };
    let date_after = matches!(reader.term(at + 1), Term::Month(_) | Term::Number { .. } | Term::Sign(','));
    // "Black Friday" and "Ash Wednesday" are days still; "Sunday Times" and "Financial Times Sun" are papers
    let paper = matches!(reader.text(at + 1), "Times" | "Telegraph" | "Mail" | "Mirror" | "Express" | "Herald" | "Business");
    match lower.as_str() {
        "sun" | "sat" | "mon" | "wed" | "fri" => reader.capital(at) && date_after,
        "tue" | "tues" | "thu" | "thur" | "thurs" => reader.capital(at),
        _ => !paper,
    }
}

fn offset(word: PeriodWord) -> Option<i16> {
    match word {
        PeriodWord::This | PeriodWord::Current => Some(0),
        PeriodWord::Last | PeriodWord::Past => Some(-1),
        PeriodWord::Next | PeriodWord::Coming => Some(1),
        _ => None,
    }
}

/// "last week", "this quarter", "the current month", "next decade", "this weekend".
fn unit(reader: &PeriodReader, at: usize) -> Read {
    let the = reader.is(at, PeriodWord::The);
    let next = reader.skip(at, PeriodWord::The);
    let Term::Word(word) = reader.term(next) else { return None };
    let offset = offset(word)?;
    let Term::Unit(unit) = reader.term(next + 1) else { return None };
    let end = next + 2;
    if reader.text(next + 1).ends_with('s') || reader.tied(end) {
        return None;
    }
    let meaning = match unit {
        TimeUnit::Day if word == PeriodWord::This => Meaning::Day(0),
        TimeUnit::Day | TimeUnit::Century => return None,
        TimeUnit::Year if word == PeriodWord::Past || the && word == PeriodWord::Last => {
            Meaning::Span(-1, TimeUnit::Year, CountedFrom::Present)
        }
        // "within the next year"
        TimeUnit::Year
            if the
                && word == PeriodWord::Next
                && ["over", "within"].iter().any(|before| reader.text(at.wrapping_sub(1)).eq_ignore_ascii_case(before)) =>
        {
            Meaning::Span(1, TimeUnit::Year, CountedFrom::Present)
        }
        TimeUnit::Year if word == PeriodWord::Coming || !the && matches!(word, PeriodWord::This | PeriodWord::Last | PeriodWord::Next) => {
            Meaning::Unit(TimeUnit::Year, offset, CountedFrom::Present)
        }
        TimeUnit::Year => return None,
        TimeUnit::Month | TimeUnit::Week | TimeUnit::Quarter
            if word == PeriodWord::Past || the && word == PeriodWord::Last && unit != TimeUnit::Quarter =>
        {
            Meaning::Span(-1, unit, CountedFrom::Present)
        }
        TimeUnit::Quarter if word == PeriodWord::Current => Meaning::Focus(TimeUnit::Quarter),
        _ => Meaning::Unit(unit, offset, CountedFrom::Present),
    };
    Some((meaning, end))
}

/// "the past five years", "the last 12 months", "the next three weeks", "trailing twelve-month", "the previous six years".
fn span(reader: &PeriodReader, at: usize) -> Read {
    let next = reader.skip(at, PeriodWord::The);
    let Term::Word(word) = reader.term(next) else { return None };
    let (direction, origin) = match word {
        PeriodWord::Last | PeriodWord::Past => (-1, CountedFrom::Present),
        PeriodWord::Trailing | PeriodWord::Previous => (-1, CountedFrom::Focus),
        PeriodWord::Next | PeriodWord::Coming => (1, CountedFrom::Present),
        PeriodWord::Following => (1, CountedFrom::Focus),
        _ => return None,
    };
    let (count, next) = count(reader, next + 1)?;
    let Term::Unit(unit) = reader.term(next) else { return None };
    let end = reader.skip(next + 1, PeriodWord::Period);
    if word == PeriodWord::Trailing {
        let length = match unit {
            TimeUnit::Month => Length::Months(count),
            TimeUnit::Week => Length::Weeks(count),
            TimeUnit::Quarter => Length::Months(count.checked_mul(3)?),
            _ => return None,
        };
        return Some((Meaning::Ending(length, Box::new(Meaning::Reported)), end));
    }
    Some((Meaning::Span(direction * i16::from(count), unit, origin), end))
}

/// "two years ago", "a week later", "three weeks from now", "five years earlier".
fn ago(reader: &PeriodReader, at: usize) -> Read {
    let (number, next) = match *reader.rest(at) {
        [Term::Word(PeriodWord::A), ..] => (1, at + 1),
        [Term::Number { value, digits: 3 }, ..] => (i16::try_from(value).ok()?, at + 1),
        _ => {
            let (number, next) = count(reader, at)?;
            (i16::from(number), next)
        }
    };
    let Term::Unit(unit) = reader.term(next) else { return None };
    // "a month and a half ago"
    if unit == TimeUnit::Half && reader.is(at.wrapping_sub(1), PeriodWord::And) {
        return None;
    }
    let (meaning, end) = match *reader.rest(next + 1) {
        // "a year ago" is a comparison: another family's
        [Term::Word(PeriodWord::Ago | PeriodWord::Earlier), ..] if number == 1 && unit == TimeUnit::Year => return None,
        [Term::Word(PeriodWord::Ago), ..] => (Meaning::Away(-number, unit, CountedFrom::Present), next + 2),
        [Term::Word(PeriodWord::Earlier), ..] => (Meaning::Away(-number, unit, CountedFrom::Focus), next + 2),
        [Term::Word(PeriodWord::Later), ..] => (Meaning::Away(number, unit, CountedFrom::Focus), next + 2),
        [Term::Word(PeriodWord::From), Term::Word(PeriodWord::Now | PeriodWord::Today), ..] => {
            (Meaning::Away(number, unit, CountedFrom::Present), next + 3)
        }
        [Term::Word(PeriodWord::From), Term::Word(PeriodWord::Tomorrow), ..] if unit == TimeUnit::Day => {
            (Meaning::Day(number + 1), next + 3)
        }
        [Term::Word(PeriodWord::From), Term::Word(PeriodWord::Tomorrow), ..] if unit == TimeUnit::Week => {
            (Meaning::Day(number.checked_mul(7)? + 1), next + 3)
        }
        _ => return None,
    };
    Some((meaning, end))
}

/// "year to date", "the year-to-date", "YTD".
fn to_date(reader: &PeriodReader, at: usize) -> Read {
    let next = reader.skip(at, PeriodWord::The);
    let (unit, end) = match *reader.rest(next) {
        [Term::Word(PeriodWord::Ytd), ..] => (TimeUnit::Year, next + 1),
        [
            Term::Unit(unit @ (TimeUnit::Year | TimeUnit::Quarter | TimeUnit::Month)),
            Term::Word(PeriodWord::To),
            Term::Word(PeriodWord::Date),
            ..,
        ] => (unit, next + 3),
        _ => return None,
    };
    let of_noun = next > at && reader.joined(end - 1) && reader.noun_follows(end);
    (!of_noun).then(|| (Meaning::Part(Edge::ToDate, Box::new(Meaning::Unit(unit, 0, CountedFrom::Present))), end))
}
