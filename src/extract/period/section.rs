//! Sections of a period: early 2004, mid-2026, late last week, the end of April, earlier this year, the first week of March, the 1990s.
//!
//! The end of a year, quarter or month is its last day, the start its first. "Early" and "late" are its halves, "mid" its middle.
//! "Earlier this month" reaches up to the reference date, "later this year" starts with it.

use super::meaning::{Edge, Meaning, Stretch, Year};
use super::reader::{PeriodReader, Read};
use super::terms::{PeriodWord, Term, TimeUnit};
use super::{anaphor, day, month, part, relative, year};
use crate::rule::{Rule, RuleKind};
use crate::words::WordList;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "section",
    kind: RuleKind::Period,
    source: include_str!("section.rs"),
    examples: &[
        ("It opens in mid-2026.", "mid-2026 = 2026-05-01..2026-08-31"),
        ("Early 2004 was quiet, late 2004 was not.", "Early 2004 = 2004-01-01..2004-06-30; late 2004 = 2004-07-01..2004-12-31"),
        ("It raised money earlier this month.", "earlier this month = 2025-02-01..2025-02-10"),
        ("It opens later this year.", "later this year = 2025-02-10..2025-12-31"),
        ("Assets at the end of 2024 were flat.", "the end of 2024 = 2024-12-31..2024-12-31"),
        ("The boom of the 1990s ended.", "the 1990s = 1990-01-01..1999-12-31"),
        ("He came in the week of 3 March 2025.", "the week of 3 March 2025 = 2025-03-03..2025-03-09"),
        ("Debt at year-end 2023 was low.", "year-end 2023 = 2023-12-31..2023-12-31"),
    ],
    counterexamples: &["In the end the early bird was late.", "The start of play, the rest of the world", "It sold 70s of them earlier."],
};

/// Reads a section of a period.
pub(crate) fn read(reader: &PeriodReader, at: usize) -> Read {
    decade(reader, at)
        .or_else(|| edge(reader, at))
        .or_else(|| all(reader, at))
        .or_else(|| year_end(reader, at))
        .or_else(|| week_of(reader, at))
        .or_else(|| nth(reader, at))
        .or_else(|| tail(reader, at))
}

/// "the 1990s", "the nineties", "the 21st century".
fn decade(reader: &PeriodReader, at: usize) -> Read {
    let the = reader.is(at, PeriodWord::The);
    let next = reader.skip(at, PeriodWord::The);
    match *reader.rest(next) {
        [Term::Cardinal(hundreds @ 18..=20), Term::Decade(decade @ 10..=90), ..] if the => {
            Some((Meaning::Decade(u16::from(hundreds) * 100 + decade), next + 2))
        }
        [Term::Decade(decade), ..] if decade >= 1500 && the && reader.noun_follows(next + 1) => None,
        [Term::Decade(decade), ..] if decade >= 1500 || the => Some((Meaning::Decade(decade), next + 1)),
        [Term::Sign('\'' | '’' | '‘'), Term::Decade(decade), ..] if the => Some((Meaning::Decade(decade), next + 2)),
        // "20th Century Fox"
        [Term::Ordinal(_), Term::Unit(TimeUnit::Century), ..]
            if reader.capital(next + 1) && reader.capital(next + 2) && matches!(reader.term(next + 2), Term::Other) =>
        {
            None
        }
        [Term::Ordinal(century @ 15..=21), Term::Unit(TimeUnit::Century), ..] => Some((Meaning::Century(century), next + 2)),
        _ => None,
    }
}

/// Words before "end" that make it one of a range.
static ENDS_OF_RANGE: WordList = WordList::new(words!("bottom|top|low|lower|high|higher|upper|front"));

/// What edges can be cut from: any dated stretch longer than a day.
fn whole(reader: &PeriodReader, at: usize) -> Read {
    let candidates = [
        part::read(reader, at),
        month::read(reader, at),
        relative::read(reader, at),
        year::phrase(reader, at).map(|(year, end)| (Meaning::In(Stretch::Whole, year), end)),
        anaphor::read(reader, at),
        decade(reader, at),
        day::read(reader, at).filter(|(meaning, _)| matches!(meaning, Meaning::In(Stretch::Holiday(_), _))),
    ];
    candidates.into_iter().flatten().max_by_key(|&(_, end)| end)
}

/// "early 2004", "the end of April", "late last week", "earlier this year", "the middle of 2000", "end-March".
fn edge(reader: &PeriodReader, at: usize) -> Read {
    let the = reader.is(at, PeriodWord::The);
    let next = reader.skip(at, PeriodWord::The);
    let Term::Word(word) = reader.term(next) else { return None };
    let noun = |edge| -> Option<(Edge, usize)> {
        let of = reader.skip(next + 1, PeriodWord::Of);
        (of > next + 1 || reader.joined(next + 1) || edge == Edge::Start && !the).then_some((edge, of))
    };
    let (edge, from) = match word {
        PeriodWord::Early => (Edge::Early, reader.skip(next + 1, PeriodWord::In)),
        PeriodWord::Late => (Edge::Late, reader.skip(next + 1, PeriodWord::In)),
        PeriodWord::Mid => (Edge::Middle, reader.skip(next + 1, PeriodWord::Of)),
        PeriodWord::Earlier if !the => (Edge::Earlier, reader.skip(next + 1, PeriodWord::In)),
        PeriodWord::Later if !the => (Edge::Later, reader.skip(next + 1, PeriodWord::In)),
        PeriodWord::Middle => noun(Edge::Middle)?,
        // "the bottom end of the full year 2021 guidance"
        PeriodWord::End if ENDS_OF_RANGE.has(reader.text(next.wrapping_sub(1))) => return None,
        PeriodWord::End => noun(Edge::End)?,
        PeriodWord::Start => noun(Edge::Start)?,
        PeriodWord::Rest => noun(Edge::Rest).or(Some((Edge::Rest, next + 1)))?,
        _ => return None,
    };
    let (meaning, end) = whole(reader, from)?;
    let plain_year = matches!(meaning, Meaning::In(Stretch::Whole, Year::Of(_)));
    let vague = matches!(edge, Edge::Earlier | Edge::Later) && !matches!(meaning, Meaning::Unit(..) | Meaning::In(_, Year::Relative(_)));
    let season = matches!(meaning, Meaning::In(Stretch::Season(_), _));
    if vague && !plain_year && !season {
        return None;
    }
    // "the end of the financial year in March"
    if edge == Edge::End
        && meaning == Meaning::Focus(TimeUnit::Year)
        && reader.is(end, PeriodWord::In)
        && let Some((Meaning::In(Stretch::Month(month), year), after)) = month::read(reader, end + 1)
    {
        return Some((Meaning::Part(Edge::End, Box::new(Meaning::In(Stretch::Month(month), year))), after));
    }
    Some((Meaning::Part(edge, Box::new(meaning)), end))
}

/// "all of last year", "all of 2004", "the rest of the week".
fn all(reader: &PeriodReader, at: usize) -> Read {
    if !reader.text(at).eq_ignore_ascii_case("all") || !reader.is(at + 1, PeriodWord::Of) {
        return None;
    }
    let (meaning, end) = whole(reader, at + 2)?;
    (!matches!(meaning, Meaning::Focus(_))).then_some((meaning, end))
}

/// "year-end 2023", "quarter-end", "at year end".
fn year_end(reader: &PeriodReader, at: usize) -> Read {
    let next = reader.skip(at, PeriodWord::The);
    let [Term::Unit(unit @ (TimeUnit::Year | TimeUnit::Quarter | TimeUnit::Month)), Term::Word(PeriodWord::End), ..] = *reader.rest(next)
    else {
        return None;
    };
    let joined = reader.joined(next + 1);
    match year::number(reader, next + 2) {
        // "Fourth Quarter and Year-End 2024 Results": the year, not its last day
        Some((year, end)) if matches!(reader.before(at), Term::Word(PeriodWord::And) | Term::Sign('&')) => {
            Some((Meaning::In(Stretch::Whole, Year::Of(year)), end))
        }
        Some((year, end)) => Some((Meaning::In(Stretch::End, Year::Of(year)), end)),
        None if joined => Some((Meaning::Part(Edge::End, Box::new(Meaning::Focus(unit))), next + 2)),
        None => None,
    }
}

/// "the week of 3 March", "the week starting February 4".
fn week_of(reader: &PeriodReader, at: usize) -> Read {
    let next = if reader.is(at, PeriodWord::A) { at + 1 } else { reader.skip(at, PeriodWord::The) };
    if let [
        Term::Unit(TimeUnit::Week),
        Term::Word(PeriodWord::Starting),
        Term::Word(day @ (PeriodWord::Today | PeriodWord::Tomorrow)),
        ..,
    ] = *reader.rest(next)
    {
        let first = i16::from(day == PeriodWord::Tomorrow);
        return Some((Meaning::Range(Box::new(Meaning::Day(first)), Box::new(Meaning::Day(first + 6))), next + 3));
    }
    if reader.is(at, PeriodWord::A) {
        return None;
    }
    if reader.term(next) != Term::Unit(TimeUnit::Week) {
        return None;
    }
    let next = match *reader.rest(next + 1) {
        [Term::Word(PeriodWord::Of), ..] => next + 2,
        [Term::Word(PeriodWord::Starting | PeriodWord::Start), ..] => reader.skip(next + 2, PeriodWord::On),
        [Term::Number { value: week @ 1..=53, digits: 2 }, ..] => {
            return Some((Meaning::WeekNumber(u8::try_from(week).ok()?), next + 2));
        }
        _ => return None,
    };
    let (meaning, end) = day::read(reader, next)?;
    Some((Meaning::WeekOf(Box::new(meaning)), end))
}

/// "the last five days of May", "the last two weeks of 2023".
fn tail(reader: &PeriodReader, at: usize) -> Read {
    let next = reader.skip(at, PeriodWord::The);
    if !reader.is(next, PeriodWord::Last) {
        return None;
    }
    let (count, unit_at) = part::count(reader, next + 1)?;
    let Term::Unit(unit @ (TimeUnit::Day | TimeUnit::Week)) = reader.term(unit_at) else { return None };
    let linked = reader.skip(unit_at + 1, PeriodWord::Of);
    let (of, end) = whole(reader, linked).filter(|_| linked > unit_at + 1)?;
    Some((Meaning::Tail(count, unit, Box::new(of)), end))
}

/// "the first week of March", "the third Friday of next month", "the last day of 2004".
fn nth(reader: &PeriodReader, at: usize) -> Read {
    let next = reader.skip(at, PeriodWord::The);
    let number = match reader.term(next) {
        Term::Ordinal(number @ 1..=5) => number,
        Term::Word(PeriodWord::Last) => 0,
        _ => return None,
    };
    let linked = reader.skip(next + 2, PeriodWord::Of);
    let linked = if linked == next + 2 { reader.skip(linked, PeriodWord::In) } else { linked };
    match reader.term(next + 1) {
        Term::Unit(unit @ (TimeUnit::Week | TimeUnit::Day | TimeUnit::Month | TimeUnit::Weekend)) if linked > next + 2 || number > 0 => {
            let (of, end) = whole(reader, linked)?;
            (linked > next + 2 || matches!(of, Meaning::Unit(..) | Meaning::In(_, Year::Relative(_))))
                .then_some((Meaning::Nth(number, unit, Box::new(of)), end))
        }
        Term::Weekday(day) if linked > next + 2 => {
            let (of, end) = whole(reader, linked)?;
            Some((Meaning::NthWeekday(number, day, Box::new(of)), end))
        }
        _ => None,
    }
}
