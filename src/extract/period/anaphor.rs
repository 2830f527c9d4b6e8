//! Periods that point at one named before: a year earlier, the same period last year, the year-ago quarter, the quarter.
//!
//! An anaphor takes the shape of the period that the article is speaking of. After "the three months to December 2004", "a year
//! earlier" is the three months to December 2003. A period that is only compared with ("from $2m in 2003") is not the one that the
//! article is speaking of.

use super::meaning::{CountedFrom, Meaning, Stretch, Year};
use super::part::{self, count};
use super::reader::{PeriodReader, Read};
use super::terms::{PeriodWord, Term, TimeUnit};
use super::year;
use crate::rule::{Rule, RuleKind};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "anaphor",
    kind: RuleKind::Period,
    source: include_str!("anaphor.rs"),
    examples: &[
        (
            "Profit for the three months to December 2004 was $5m, up from $4m a year earlier.",
            "the three months to December 2004 = 2004-10-01..2004-12-31; a year earlier = 2003-10-01..2003-12-31",
        ),
        (
            "Sales rose in Q4 2024 against the same period last year.",
            "Q4 2024 = 2024-10-01..2024-12-31; the same period last year = 2023-10-01..2023-12-31",
        ),
        (
            "In the second quarter of 2024 it lost more than in the year-ago quarter and the previous quarter.",
            "the second quarter of 2024 = 2024-04-01..2024-06-30; the year-ago quarter = 2023-04-01..2023-06-30; the previous quarter = 2024-01-01..2024-03-31",
        ),
        (
            "Prices rose in March 2024, following a fall the month prior.",
            "March 2024 = 2024-03-01..2024-03-31; the month prior = 2024-02-01..2024-02-29",
        ),
        ("In 2004 exports beat those of the previous year.", "2004 = 2004-01-01..2004-12-31; the previous year = 2003-01-01..2003-12-31"),
        (
            "Output in the first half of 2023 fell; the half ended well.",
            "the first half of 2023 = 2023-01-01..2023-06-30; the half = 2023-01-01..2023-06-30",
        ),
    ],
    counterexamples: &[
        "Growth was quick year-over-year, quarter-on-quarter and per year.",
        "The same applies to the period and the day.",
        "Player of the Year",
        "It was the year with the most trades.",
        "It lasted at least one full year against the three-month Libor.",
    ],
};

/// Reads a period that points at another.
pub(crate) fn read(reader: &PeriodReader, at: usize) -> Read {
    of_that_year(reader, at)
        .or_else(|| same(reader, at))
        .or_else(|| year_ago(reader, at))
        .or_else(|| prior_year_part(reader, at))
        .or_else(|| neighbour(reader, at))
        .or_else(|| in_focus(reader, at))
}

/// "the same period last year", "same quarter of the previous financial year", "the corresponding prior year period".
fn same(reader: &PeriodReader, at: usize) -> Read {
    let next = reader.skip(at, PeriodWord::The);
    if !reader.is(next, PeriodWord::Same) {
        return None;
    }
    let next = next + 1;
    // "the corresponding prior-year period"
    if let Some((meaning, end)) = prior_year_part(reader, next) {
        return Some((meaning, end));
    }
    let (unit, end) = match *reader.rest(next) {
        [Term::Word(PeriodWord::Period), ..] => (None, next + 1),
        [Term::Unit(unit), ..] => (Some(unit), next + 1),
        _ => {
            let (stretch, end) = part::stretch(reader, next).or_else(|| {
                let (_, end) = count(reader, next)?;
                matches!(reader.term(end), Term::Unit(_)).then_some((Stretch::Whole, end + 1))
            })?;
            (Some(unit_of(stretch)).flatten(), reader.skip(end, PeriodWord::Period))
        }
    };
    let end = reader.skip(end, PeriodWord::Period);
    let link = end + usize::from(matches!(reader.term(end), Term::Word(PeriodWord::Of | PeriodWord::In | PeriodWord::From)));
    if let Some((year, end)) = year::phrase(reader, link).or_else(|| year_before(reader, link)) {
        return Some((Meaning::Same(unit, year), end));
    }
    if let Some((Meaning::Same(..), end)) = year_ago(reader, end) {
        return Some((Meaning::Same(unit, Year::Anaphoric(-1)), end));
    }
    match unit {
        // "the same day", "the same year"
        Some(unit @ (TimeUnit::Day | TimeUnit::Year | TimeUnit::Month | TimeUnit::Week)) => Some((Meaning::Focus(unit), end)),
        Some(_) => Some((Meaning::SamePeriod, end)),
        None => Some((Meaning::SamePeriod, end)),
    }
}

/// "the 1988 period", "the 2003 quarter": the period in focus, in that year.
fn of_that_year(reader: &PeriodReader, at: usize) -> Read {
    let next = reader.skip(at, PeriodWord::The);
    let (year, noun) = year::number(reader, next).filter(|_| next > at)?;
    let unit = match reader.term(noun) {
        Term::Word(PeriodWord::Period) => None,
        Term::Unit(unit @ (TimeUnit::Quarter | TimeUnit::Half)) => Some(unit),
        _ => return None,
    };
    let plural = reader.text(noun).ends_with('s');
    (!plural && !reader.tied(noun + 1)).then_some((Meaning::Same(unit, Year::Of(year)), noun + 1))
}

fn unit_of(stretch: Stretch) -> Option<TimeUnit> {
    match stretch {
        Stretch::Quarter(_) => Some(TimeUnit::Quarter),
        Stretch::Half(_) => Some(TimeUnit::Half),
        Stretch::Month(_) => Some(TimeUnit::Month),
        _ => None,
    }
}

/// "the year before", "the year earlier".
fn year_before(reader: &PeriodReader, at: usize) -> Read<Year> {
    let next = reader.skip(at, PeriodWord::The);
    match *reader.rest(next) {
        [Term::Unit(TimeUnit::Year), Term::Word(PeriodWord::Before | PeriodWord::Earlier), ..] => Some((Year::Anaphoric(-1), next + 2)),
        _ => None,
    }
}

/// "a year ago", "a year earlier", "the year-ago quarter", "year-earlier", "the period a year ago".
fn year_ago(reader: &PeriodReader, at: usize) -> Read {
    let the = reader.is(at, PeriodWord::The);
    let start = at + usize::from(matches!(reader.term(at), Term::Word(PeriodWord::The | PeriodWord::A) | Term::Cardinal(1)));
    // "the quarter a year ago", "the period one year earlier"
    let at = match *reader.rest(start) {
        [Term::Word(PeriodWord::Period) | Term::Unit(_), Term::Word(PeriodWord::A) | Term::Cardinal(1), Term::Unit(TimeUnit::Year), ..]
            if the =>
        {
            start + 2
        }
        _ => start,
    };
    let [
        Term::Unit(TimeUnit::Year),
        Term::Word(side @ (PeriodWord::Ago | PeriodWord::Earlier | PeriodWord::Before | PeriodWord::Previous)),
        ..,
    ] = *reader.rest(at)
    else {
        return None;
    };
    let joined = reader.joined(at + 1);
    if at == start && start == reader.len()
        || !joined && start == at && !the && !matches!(reader.before(at), Term::Word(PeriodWord::A) | Term::Cardinal(1))
    {
        return None;
    }
    if the
        && !joined
        && at == start
        && !matches!(side, PeriodWord::Before | PeriodWord::Earlier)
        && !matches!(reader.term(at + 2), Term::Word(PeriodWord::Period) | Term::Unit(_))
    {
        return None;
    }
    if side == PeriodWord::Before && !the && reader.term(at + 2) != Term::Break && is_clause(reader, at + 2) {
        return None;
    }
    if the && side == PeriodWord::Before && at == start {
        return Some((Meaning::In(Stretch::Whole, Year::Anaphoric(-1)), at + 2));
    }
    Some(with_noun(reader, at + 2))
}

/// Whether "before" at `at - 1` opens a clause: "a year before it listed".
fn is_clause(reader: &PeriodReader, at: usize) -> bool {
    matches!(reader.term(at), Term::Other | Term::Word(PeriodWord::The | PeriodWord::Its | PeriodWord::This)) && !reader.capital(at)
}

/// The noun after "year-ago": a unit, "period", "fourth quarter", or none.
fn with_noun(reader: &PeriodReader, at: usize) -> (Meaning, usize) {
    match *reader.rest(at) {
        [Term::Word(PeriodWord::Period), ..] => (Meaning::Same(None, Year::Anaphoric(-1)), at + 1),
        [Term::Unit(unit @ (TimeUnit::Quarter | TimeUnit::Half | TimeUnit::Month)), ..] => {
            (Meaning::Same(Some(unit), Year::Anaphoric(-1)), at + 1)
        }
        _ => match part::stretch(reader, at) {
            Some((stretch, end)) if !reader.is(at, PeriodWord::The) => {
                (Meaning::SameStretch(stretch, -1), reader.skip(end, PeriodWord::Period))
            }
            _ => (Meaning::Same(None, Year::Anaphoric(-1)), at),
        },
    }
}

/// "the prior-year quarter", "the prior fiscal year period", "last year's fourth quarter", "prior year period".
fn prior_year_part(reader: &PeriodReader, at: usize) -> Read {
    let next = reader.skip(at, PeriodWord::The);
    let place = matches!(reader.term(next), Term::Word(PeriodWord::Previous | PeriodWord::Last));
    let mut unit = next + 1;
    unit = reader.skip(unit, PeriodWord::Fiscal);
    if !place || reader.term(unit) != Term::Unit(TimeUnit::Year) {
        return None;
    }
    let noun = reader.skip(unit + 1, PeriodWord::Possessive);
    let noun = reader.skip(noun, PeriodWord::Same);
    match with_noun(reader, noun) {
        (meaning, end) if end > noun => Some((meaning, end)),
        _ => None,
    }
}

/// "the previous quarter", "the following month", "the next day", "the week before".
fn neighbour(reader: &PeriodReader, at: usize) -> Read {
    let the = reader.is(at, PeriodWord::The);
    let next = reader.skip(at, PeriodWord::The);
    let (offset, unit, end) = match *reader.rest(next) {
        [Term::Word(PeriodWord::Previous), Term::Unit(unit), ..] => (-1, unit, next + 2),
        // "the month prior"
        [Term::Unit(unit), Term::Word(PeriodWord::Previous), ..]
            if the && reader.text(next + 1).eq_ignore_ascii_case("prior") && !reader.is(next + 2, PeriodWord::To) =>
        {
            (-1, unit, next + 2)
        }
        [Term::Word(PeriodWord::Following), Term::Unit(unit), ..] if the => (1, unit, next + 2),
        [Term::Word(PeriodWord::Next), Term::Unit(unit @ TimeUnit::Day), ..] => (1, unit, next + 2),
        [
            Term::Unit(unit @ (TimeUnit::Week | TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Day)),
            Term::Word(PeriodWord::Before | PeriodWord::Earlier),
            ..,
        ] if the && !is_clause(reader, next + 2) => (-1, unit, next + 2),
        _ => return None,
    };
    if reader.text(end - 1).ends_with('s') || reader.tied(end) || unit == TimeUnit::Year {
        return None;
    }
    Some((Meaning::Unit(unit, offset, CountedFrom::Focus), end))
}

/// "the quarter", "the full year", "full-year", "the half", "the month", "the nine months", "the quarter under review".
fn in_focus(reader: &PeriodReader, at: usize) -> Read {
    let the = matches!(reader.term(at), Term::Word(PeriodWord::The));
    let next = reader.skip(at, PeriodWord::The);
    // "the recently ended quarterly period", "the just-ended quarter"
    if the && reader.is(next, PeriodWord::Recently) && reader.is(next + 1, PeriodWord::Ended) {
        let period = reader.text(next + 2);
        return match () {
            () if period.eq_ignore_ascii_case("quarter") => Some((Meaning::Focus(TimeUnit::Quarter), next + 3)),
            () if period.eq_ignore_ascii_case("quarterly") => {
                Some((Meaning::Focus(TimeUnit::Quarter), reader.skip(next + 3, PeriodWord::Period)))
            }
            () => None,
        };
    }
    let full = matches!(reader.term(next), Term::Word(PeriodWord::Full | PeriodWord::Whole));
    // "one full year", "at least two full years"
    if full && !the && matches!(reader.before(at), Term::Cardinal(_) | Term::Number { .. }) {
        return None;
    }
    let mut unit_at = next + usize::from(full);
    let fiscal = reader.is(unit_at, PeriodWord::Fiscal);
    unit_at = reader.skip(unit_at, PeriodWord::Fiscal);
    let meaning = match reader.term(unit_at) {
        Term::Unit(TimeUnit::Year) if full || the => Meaning::Focus(TimeUnit::Year),
        Term::Unit(unit @ (TimeUnit::Quarter | TimeUnit::Half)) if the => Meaning::Focus(unit),
        Term::Unit(unit @ (TimeUnit::Month | TimeUnit::Week | TimeUnit::Weekend)) if the && !full => Meaning::Focus(unit),
        Term::Number { .. } | Term::Cardinal(_) if the && !full => return bare_length(reader, unit_at),
        _ => return None,
    };
    let end = unit_at + 1;
    // "the year-on-year rise", "Player of the Year", "the quarter of a million", "the years"
    let plural = reader.text(unit_at).ends_with('s');
    let of =
        reader.is(end, PeriodWord::Of) && meaning != Meaning::Focus(TimeUnit::Year) || reader.is(end, PeriodWord::Of) && !full && !fiscal;
    let time_of = the && reader.is(at.wrapping_sub(1), PeriodWord::Of) && reader.capital(unit_at) && !reader.capital(at);
    // "2021 was the year with the most trades"
    let told = ["with", "when", "that", "in"].iter().any(|word| reader.text(end).eq_ignore_ascii_case(word))
        && ["was", "is", "be"].iter().any(|word| reader.text(at.wrapping_sub(1)).eq_ignore_ascii_case(word));
    if plural || reader.tied(end) || of || time_of || told {
        return None;
    }
    let end = match *reader.rest(end) {
        [Term::Word(PeriodWord::Under), Term::Word(PeriodWord::Review), ..] => end + 2,
        [Term::Word(PeriodWord::As), Term::Word(PeriodWord::A), Term::Word(PeriodWord::Whole), ..] => end + 3,
        _ => end,
    };
    Some((meaning, end))
}

/// "the nine months", "the 15-month period": the stretch in focus that is so long.
fn bare_length(reader: &PeriodReader, at: usize) -> Read {
    let (number, next) = count(reader, at)?;
    let is_months = matches!(reader.term(next), Term::Unit(TimeUnit::Month)) && matches!(number, 3 | 6 | 9 | 12 | 15);
    // "the three-month Libor" is of no stretch
    let adjective = reader.joined(next) && !reader.is(next + 1, PeriodWord::Period);
    if !is_months || adjective || reader.is(next + 1, PeriodWord::To) {
        return None;
    }
    let unit = match number {
        3 => TimeUnit::Quarter,
        6 => TimeUnit::Half,
        12 => TimeUnit::Year,
        _ => return Some((Meaning::In(Stretch::FirstMonths(number), Year::Unsaid), reader.skip(next + 1, PeriodWord::Period))),
    };
    Some((Meaning::Focus(unit), reader.skip(next + 1, PeriodWord::Period)))
}
