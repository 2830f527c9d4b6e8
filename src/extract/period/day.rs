//! Days: 10 February 2025, Feb. 10, Wednesday, February 12, 2025, the 20th of next month, 10/02/2025, 2025-02-10.
//!
//! In "10/02/2025" the United States, Canada and the Philippines print the month first, everyone else the day; where one of the
//! two numbers is above 12 it is the day. Without a year the day is the one nearest the reference date, behind it unless the
//! sentence speaks of what is to come.

use super::meaning::{Meaning, Stretch, Year};
use super::month;
use super::reader::{PeriodReader, Read};
use super::terms::{Holiday, PeriodWord, Term, TimeUnit};
use super::year;
use crate::rule::{Rule, RuleKind};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "day",
    kind: RuleKind::Period,
    source: include_str!("day.rs"),
    examples: &[
        ("It was signed on 3 March 2004.", "3 March 2004 = 2004-03-03..2004-03-03"),
        ("The fair closed Jan. 31, 2025, after a week.", "Jan. 31, 2025 = 2025-01-31..2025-01-31"),
        ("Talks began on Wednesday, January 8.", "Wednesday, January 8 = 2025-01-08..2025-01-08"),
        ("The vote will be on April 6.", "April 6 = 2025-04-06..2025-04-06"),
        ("As of 2024-12-31 and on 28/02/2023.", "2024-12-31 = 2024-12-31..2024-12-31; 28/02/2023 = 2023-02-28..2023-02-28"),
        ("MUMBAI, Feb 10 - It opened on 05/02/2025.", "Feb 10 = 2025-02-10..2025-02-10; 05/02/2025 = 2025-02-05..2025-02-05"),
        ("Sales at Christmas beat those of Easter 2024.", "Christmas = 2024-12-25..2024-12-25; Easter 2024 = 2024-03-31..2024-03-31"),
    ],
    counterexamples: &["About 3 march fractures a year heal badly.", "The ratio was 24/7 and the score 3-2.", "He may 10 times try."],
};

/// Reads a day.
pub(crate) fn read(reader: &PeriodReader, at: usize) -> Read {
    listed(reader, at)
        .or_else(|| with_weekday(reader, at))
        .or_else(|| dated(reader, at))
        .or_else(|| numeric(reader, at))
        .or_else(|| month_and_year(reader, at))
        .or_else(|| day_and_month(reader, at))
        .or_else(|| bare_ordinal(reader, at))
        .or_else(|| holiday(reader, at))
}

/// How many days one month is shared by, at most.
const LISTED: usize = 6;

/// "Monday 20" of "Monday 20, Tuesday 21 and Wednesday 22 April 2015", "the 20th" of "the 20th, 21st and 22nd of April".
fn listed(reader: &PeriodReader, at: usize) -> Read {
    let item = |at: usize, first: usize| -> Read<i8> {
        let weekday = matches!(reader.term(at), Term::Weekday(_));
        let number = reader.skip(at + usize::from(weekday), PeriodWord::The);
        let (day, end) = day_number(reader, number)?;
        let bare = reader.is(at.wrapping_sub(1), PeriodWord::On) || first > 0;
        (bare || weekday || matches!(reader.term(end - 1), Term::Ordinal(_))).then_some((day, end))
    };
    let (day, end) = item(at, 0)?;
    // "on 3 and 5 people": a bare number is a day only where others follow up to a month
    let mut next = end;
    for _ in 0..LISTED {
        let joint = next;
        next += usize::from(reader.term(next) == Term::Sign(','));
        next = reader.skip(next, PeriodWord::And);
        if next == joint {
            return None;
        }
        let (_, after) = item(next, at.max(1))?;
        let of = reader.skip(after, PeriodWord::Of);
        if let Term::Month(month) = reader.term(of)
            && month::is_name(reader, of)
        {
            return Some((Meaning::In(Stretch::Day(month, day), trailing_year(reader, of + 1).0), end));
        }
        next = after;
    }
    None
}

/// "Wednesday, February 12, 2025", "Monday 3 March", "Thursday the 21st".
fn with_weekday(reader: &PeriodReader, at: usize) -> Read {
    let Term::Weekday(_) = reader.term(at) else { return None };
    let next = at + 1 + usize::from(reader.term(at + 1) == Term::Sign(','));
    dated(reader, next).or_else(|| {
        let next = reader.skip(next, PeriodWord::The);
        match reader.term(next) {
            Term::Cardinal(20 | 30) if next > at + 1 => {
                let (day, end) = day_number(reader, next)?;
                Some((Meaning::DayOf(day, Box::new(this_month())), end))
            }
            Term::Ordinal(day) | Term::Cardinal(day) if next > at + 1 => {
                Some((Meaning::DayOf(i8::try_from(day).ok()?, Box::new(this_month())), next + 1))
            }
            _ => None,
        }
    })
}

fn this_month() -> Meaning {
    Meaning::Unit(TimeUnit::Month, 0, super::meaning::CountedFrom::Present)
}

/// A day of the month in figures or as an ordinal.
fn day_number(reader: &PeriodReader, at: usize) -> Read<i8> {
    let (value, end) = match *reader.rest(at) {
        [Term::Number { value, digits: 1 | 2 }, ..] => (value, at + 1),
        [Term::Cardinal(20 | 30), Term::Ordinal(unit @ 1..=9), ..] => {
            let Term::Cardinal(tens) = reader.term(at) else { return None };
            (u16::from(tens) + u16::from(unit), at + 2)
        }
        [Term::Ordinal(value), ..] => (u16::from(value), at + 1),
        _ => return None,
    };
    let day = i8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
    Some((day, end))
}

/// A month with a day, in either order, and the year where there is one.
fn dated(reader: &PeriodReader, at: usize) -> Read {
    month_first(reader, at).or_else(|| day_first(reader, at))
}

fn month_first(reader: &PeriodReader, at: usize) -> Read {
    let Term::Month(month) = reader.term(at) else { return None };
    if !month::is_name(reader, at) {
        return None;
    }
    let next = reader.skip(at + 1, PeriodWord::The);
    let next = next + usize::from(matches!(reader.term(next), Term::Sign('-' | '/' | '.')) && reader.glued(next));
    let (day, mut end) = match *reader.rest(next) {
        [Term::Cardinal(tens @ (20 | 30)), Term::Cardinal(unit @ 1..=9), ..] => (i8::try_from(tens + unit).ok()?, next + 2),
        _ => day_number(reader, next)?,
    };
    // "July 1.5 million", "March 7%", "May 10 times"
    if matches!(reader.term(end), Term::Sign('%')) || reader.tied(end) && matches!(reader.term(end + 1), Term::Other) {
        return None;
    }
    let stretch = Stretch::Day(month, day);
    // "February 10-14"
    if let Some((last, after)) = day_range(reader, end) {
        let (year, after) = trailing_year(reader, after);
        return Some((Meaning::In(Stretch::Days(month, day, month, last), year), after));
    }
    let (year, after) = trailing_year(reader, end);
    end = after;
    Some((Meaning::In(stretch, year), end))
}

/// "-14" and "to 14" after a day, where no month follows of its own.
fn day_range(reader: &PeriodReader, at: usize) -> Read<i8> {
    if !matches!(reader.term(at), Term::Sign('-' | '–') | Term::Word(PeriodWord::To | PeriodWord::Through)) {
        return None;
    }
    let (last, end) = day_number(reader, at + 1)?;
    let spaced = !reader.glued(at) && matches!(reader.term(at), Term::Sign(_));
    let own_month = matches!(reader.term(reader.skip(end, PeriodWord::Of)), Term::Month(_));
    let counted = matches!(reader.term(end), Term::Other | Term::Sign('%')) && reader.term(at) == Term::Word(PeriodWord::To);
    (!spaced && !own_month && !counted).then_some((last, end))
}

fn day_first(reader: &PeriodReader, at: usize) -> Read {
    let start = at;
    let at = reader.skip(at, PeriodWord::The);
    let (day, next) = day_number(reader, at)?;
    if at > start && !matches!(reader.term(at), Term::Ordinal(_)) {
        return None;
    }
    let mut first = None;
    let mut next = next;
    // "4 to 22 January", "1-5 March"
    if matches!(reader.term(next), Term::Sign('-' | '–') | Term::Word(PeriodWord::To | PeriodWord::Through | PeriodWord::And))
        && let Some((last, after)) = day_number(reader, next + 1)
        && last > day
    {
        let between = reader.is(next, PeriodWord::And) && !reader.is(start.wrapping_sub(1), PeriodWord::Between);
        if !between {
            first = Some(day);
            next = after;
            return day_range_first(reader, first?, last, next);
        }
    }
    let of = reader.skip(next, PeriodWord::Of);
    match reader.term(of) {
        Term::Month(month) if month::is_name(reader, of) => {
            let (year, end) = trailing_year(reader, of + 1);
            Some((Meaning::In(Stretch::Day(month, day), year), end))
        }
        _ if of > next => {
            let (meaning, end) = month_phrase(reader, of)?;
            Some((Meaning::DayOf(day, Box::new(meaning)), end))
        }
        _ => None,
    }
    .filter(|_| first.is_none())
}

fn day_range_first(reader: &PeriodReader, first: i8, last: i8, next: usize) -> Read {
    let of = reader.skip(next, PeriodWord::Of);
    match reader.term(of) {
        Term::Month(month) if month::is_name(reader, of) => {
            let (year, end) = trailing_year(reader, of + 1);
            Some((Meaning::In(Stretch::Days(month, first, month, last), year), end))
        }
        _ => {
            let (meaning, end) = month_phrase(reader, of)?;
            let (first, last) = (Meaning::DayOf(first, Box::new(meaning.clone())), Meaning::DayOf(last, Box::new(meaning)));
            Some((Meaning::Range(Box::new(first), Box::new(last)), end))
        }
    }
}

/// "this month", "next month", "the month".
fn month_phrase(reader: &PeriodReader, at: usize) -> Read {
    super::relative::read(reader, at).filter(|(meaning, _)| matches!(meaning, Meaning::Unit(TimeUnit::Month, ..)))
}

/// The year after a day: ", 2025", "2025", "last year", "'25".
fn trailing_year(reader: &PeriodReader, at: usize) -> (Year, usize) {
    let comma = at + usize::from(matches!(reader.term(at), Term::Sign(',')));
    if let Some((year, end)) = year::number(reader, comma)
        && !is_hour(reader, comma)
    {
        return (Year::Of(year), end);
    }
    if let Some((year, end)) = year::in_words(reader, comma) {
        return (Year::Of(year), end);
    }
    if let Some(year) = year_of_list(reader, at) {
        return (Year::Of(year), at);
    }
    let of = reader.skip(at, PeriodWord::Of);
    match *reader.rest(of) {
        [Term::Sign('\'' | '’'), Term::Number { value, digits: 2 }, ..] if reader.glued(of + 1) => {
            return (Year::Of(year::of_two_digits(value)), of + 2);
        }
        [Term::Word(PeriodWord::This | PeriodWord::Last | PeriodWord::Next), Term::Unit(TimeUnit::Year), ..] => {
            if let Some((year, end)) = year::placed(reader, of) {
                return (year, end);
            }
        }
        _ => {}
    }
    (Year::Unsaid, at)
}

/// The year at the end of a list of days: "March 3, 4 and 5, 2024".
fn year_of_list(reader: &PeriodReader, at: usize) -> Option<i16> {
    let mut next = at;
    for _ in 0..LISTED {
        let joint = next;
        next += usize::from(reader.term(next) == Term::Sign(','));
        next = reader.skip(next, PeriodWord::And);
        let Term::Number { digits: 1 | 2, .. } = reader.term(next) else { break };
        if next == joint {
            return None;
        }
        next += 1;
    }
    let comma = next + usize::from(reader.term(next) == Term::Sign(','));
    year::number(reader, comma).filter(|_| next > at && comma > next).map(|(year, _)| year)
}

/// "February 10, 1900 GMT".
fn is_hour(reader: &PeriodReader, at: usize) -> bool {
    matches!(reader.text(at + 1), "GMT" | "UTC" | "ET" | "EST" | "EDT" | "BST" | "CET" | "IST" | "hours" | "hrs")
}

/// "10/02/2025", "13.5.2015", "2025-02-10", "7-12/2023".
fn numeric(reader: &PeriodReader, at: usize) -> Read {
    if reader.glued(at) && matches!(reader.before(at), Term::Sign('-' | '/' | '$' | '£' | '€' | '.') | Term::Number { .. } | Term::Other)
    {
        return None;
    }
    if reader.term(at) == Term::Numeric {
        return pointed(reader.text(at)).map(|meaning| (meaning, at + 1));
    }
    let Term::Number { value: first, digits } = reader.term(at) else { return None };
    let sign = reader.term(at + 1);
    let glued = reader.glued(at + 1) && reader.glued(at + 2);
    if !glued || !matches!(sign, Term::Sign('-' | '/')) {
        return None;
    }
    let short = |value: u16| u8::try_from(value).ok();
    match *reader.rest(at + 2) {
        [Term::Number { value: second, digits: 1 | 2 }, separator, Term::Number { value: third, digits: last }, ..]
            if separator == sign && reader.glued(at + 3) && reader.glued(at + 4) && !reader.tied(at + 5) =>
        {
            let meaning = match (digits, last) {
                (4, 1 | 2) => Meaning::In(Stretch::Day(i8::try_from(second).ok()?, i8::try_from(third).ok()?), Year::Of(plausible(first)?)),
                (1 | 2, 4) => Meaning::Numeric(short(first)?, short(second)?, Year::Of(plausible(third)?)),
                (1 | 2, 2) => Meaning::Numeric(short(first)?, short(second)?, Year::Of(year::of_two_digits(third))),
                _ => return None,
            };
            fits(&meaning).then_some((meaning, at + 5))
        }
        [Term::Number { value: second, digits: 1 | 2 }, Term::Sign('/'), Term::Number { value: third, digits: 4 }, ..]
            if sign == Term::Sign('-') && reader.glued(at + 3) && reader.glued(at + 4) && first < second && second <= 12 =>
        {
            let months = Stretch::Months(i8::try_from(first).ok()?, i8::try_from(second).ok()?);
            Some((Meaning::In(months, Year::Of(plausible(third)?)), at + 5))
        }
        [Term::Month(month), separator, Term::Number { value: third, digits: last }, ..] if separator == sign && reader.glued(at + 3) => {
            let (year, day) = if digits == 4 {
                (plausible(first)?, third)
            } else if last == 4 {
                (plausible(third)?, first)
            } else {
                (year::of_two_digits(third), first)
            };
            Some((Meaning::In(Stretch::Day(month, i8::try_from(day).ok()?), Year::Of(year)), at + 5))
        }
        _ => None,
    }
}

/// "11/2016" and "2016/11"; with a dash only at the end of a sentence, where nothing can be counted.
fn month_and_year(reader: &PeriodReader, at: usize) -> Read {
    let part_of_more = |at: usize| {
        matches!(reader.term(at), Term::Sign('-' | '–' | '/' | '$' | '£' | '€' | '.') | Term::Number { .. }) && reader.glued(at)
    };
    if reader.glued(at) && (at > 0 && part_of_more(at - 1) || matches!(reader.before(at), Term::Sign(_) | Term::Other)) {
        return None;
    }
    let (month, year) = match *reader.rest(at) {
        [Term::Number { value: month @ 1..=12, digits: 1 | 2 }, Term::Sign('-' | '/'), Term::Number { value: year, digits: 4 }, ..] => {
            (month, year)
        }
        [Term::Number { value: year, digits: 4 }, Term::Sign('-' | '/'), Term::Number { value: month @ 1..=12, digits: 1 | 2 }, ..]
            if month != (year + 1) % 100 =>
        {
            (month, year)
        }
        _ => return None,
    };
    let end = at + 3;
    let point = reader.term(end) == Term::Sign('.') && !reader.glued(end + 1);
    let part_of_more = |at: usize| part_of_more(at) && !(at == end && point);
    let closed = matches!(reader.term(end), Term::Break | Term::Sign('.' | ',' | ')')) && !part_of_more(end);
    let slash = reader.term(at + 1) == Term::Sign('/');
    if !closed && !slash || part_of_more(end) || matches!(reader.term(end), Term::Other) && reader.glued(end) {
        return None;
    }
    Some((Meaning::In(Stretch::Month(i8::try_from(month).ok()?), Year::Of(plausible(year)?)), end))
}

/// "on 4/22".
fn day_and_month(reader: &PeriodReader, at: usize) -> Read {
    if !matches!(reader.before(at), Term::Word(PeriodWord::On)) {
        return None;
    }
    match *reader.rest(at) {
        [Term::Number { value: a @ 1..=31, digits: 1 | 2 }, Term::Sign('/'), Term::Number { value: b @ 1..=31, digits: 1 | 2 }, ..]
            if (a, b) != (24, 7) && reader.glued(at + 1) && reader.glued(at + 2) && !reader.tied(at + 3) && !reader.glued(at + 3) =>
        {
            let meaning = Meaning::Numeric(u8::try_from(a).ok()?, u8::try_from(b).ok()?, Year::Unsaid);
            fits(&meaning).then_some((meaning, at + 3))
        }
        _ => None,
    }
}

/// "by the 22nd.", "the week of the 18th": nothing may follow that the ordinal could count.
fn bare_ordinal(reader: &PeriodReader, at: usize) -> Read {
    if !reader.is(at, PeriodWord::The) || !matches!(reader.term(at + 1), Term::Ordinal(_) | Term::Cardinal(20 | 30)) {
        return None;
    }
    let before = reader.text(at.wrapping_sub(1));
    if !["on", "for", "by", "until", "of", "before"].iter().any(|word| before.eq_ignore_ascii_case(word)) {
        return None;
    }
    let in_figures = reader.text(at + 1).starts_with(|c: char| c.is_ascii_digit());
    let (day, end) = day_number(reader, at + 1)?;
    let closed = matches!(reader.term(end), Term::Break | Term::Sign('.' | ','));
    let ordinal = matches!(reader.term(end - 1), Term::Ordinal(_));
    (closed && ordinal && (in_figures || end == at + 3)).then(|| (Meaning::DayOf(day, Box::new(this_month())), end))
}

fn plausible(year: u16) -> Option<i16> {
    i16::try_from(year).ok().filter(|year| (1800..=2100).contains(year))
}

fn fits(meaning: &Meaning) -> bool {
    match *meaning {
        Meaning::Numeric(a, b, _) => a.min(b) >= 1 && a.min(b) <= 12 && a.max(b) <= 31,
        Meaning::In(Stretch::Day(month, day), _) => (1..=12).contains(&month) && (1..=31).contains(&day),
        _ => false,
    }
}

/// "13.5.2015": day, month and year between points.
fn pointed(text: &str) -> Option<Meaning> {
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    let (day, month, year): (i8, i8, u16) = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
    let meaning = Meaning::In(Stretch::Day(month, day), Year::Of(plausible(year)?));
    fits(&meaning).then_some(meaning)
}

/// Christmas, Easter 2004, New Year's Eve.
fn holiday(reader: &PeriodReader, at: usize) -> Read {
    let start = at;
    let at = reader.skip(at, PeriodWord::The);
    let (holiday, mut end) = match *reader.rest(at) {
        [Term::Holiday(Holiday::Christmas), ..] if reader.text(at + 1) == "Eve" => (Holiday::ChristmasEve, at + 2),
        [Term::Holiday(holiday), ..] if at == start => (holiday, at + 1),
        [Term::Other, Term::Unit(TimeUnit::Year), Term::Word(PeriodWord::Possessive), ..]
            if reader.text(at) == "New" && reader.capital(at + 1) =>
        {
            match reader.text(at + 3) {
                "Eve" => (Holiday::NewYearsEve, at + 4),
                "Day" => (Holiday::NewYear, at + 4),
                _ => return None,
            }
        }
        _ => return None,
    };
    if holiday == Holiday::Christmas && reader.text(end) == "Day" {
        end += 1;
    }
    let (year, end) = trailing_year(reader, end);
    Some((Meaning::In(Stretch::Holiday(holiday), year), end))
}
