//! Lengths with their last day: the three months ended December 31, 2024, the year to March, the quarter ended 30 June.
//!
//! The stretch ends on the day stated, or on the last day of the month stated, and reaches so many months back from it.
//! Such an expression also tells the article's fiscal year: a year that ends on June 30 starts on July 1.

use super::meaning::{Length, Meaning, Stretch, Year};
use super::part::count;
use super::reader::{PeriodReader, Read};
use super::terms::{PeriodWord, Term, TimeUnit};
use super::{day, month, part};
use crate::rule::{Rule, RuleKind};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "ending",
    kind: RuleKind::Period,
    source: include_str!("ending.rs"),
    examples: &[
        ("Revenue for the three months ended December 31, 2024 rose.", "the three months ended December 31, 2024 = 2024-10-01..2024-12-31"),
        ("Sales in the 12 months to June 30, 2023 fell.", "the 12 months to June 30, 2023 = 2022-07-01..2023-06-30"),
        ("It lost money in the year to March 2004.", "the year to March 2004 = 2003-04-01..2004-03-31 (fiscal)"),
        ("The six-month period ending 31 January 2025 was good.", "The six-month period ending 31 January 2025 = 2024-08-01..2025-01-31"),
        ("Income for the quarter ended September 30, 2024", "the quarter ended September 30, 2024 = 2024-07-01..2024-09-30"),
        ("In the three months to December it grew.", "the three months to December = 2024-10-01..2024-12-31"),
        ("The quarterly period ended June 30, 2024", "period ended June 30, 2024 = 2024-04-01..2024-06-30"),
        ("The 13 weeks ended 29 December 2024", "The 13 weeks ended 29 December 2024 = 2024-09-30..2024-12-29"),
    ],
    counterexamples: &["It took three months to build.", "It ended badly, in three months and a year.", "He has years to wait."],
};

/// Reads a length with its end.
pub(crate) fn read(reader: &PeriodReader, at: usize) -> Read {
    let start = reader.skip(at, PeriodWord::The);
    if let Some((stretch @ (Stretch::Quarter(_) | Stretch::Half(_)), next)) = part::stretch(reader, start)
        && let Some((end_of, end)) = end_day(reader, next).or_else(|| to_month(reader, next))
    {
        return Some((Meaning::Stated(stretch, Year::Unsaid, Box::new(end_of)), end));
    }
    let (length, next) = length(reader, start)?;
    let (end_of, end) = end_day(reader, next).or_else(|| to_month(reader, next))?;
    let unsaid_period = length == Length::Unsaid && reader.is(next, PeriodWord::To);
    (!unsaid_period).then(|| (Meaning::Ending(length, Box::new(end_of)), end))
}

/// "three months", "quarter", "fiscal year", "12-month period", "three and six months", "period".
fn length(reader: &PeriodReader, at: usize) -> Read<Length> {
    let next = reader.skip(at, PeriodWord::Full);
    let next = reader.skip(next, PeriodWord::Fiscal);
    let next = reader.skip(next, PeriodWord::Full);
    let single = match reader.term(next) {
        // "the quarterly period ended June 30"
        Term::Word(PeriodWord::Period) if reader.text(at.wrapping_sub(1)).eq_ignore_ascii_case("quarterly") => Some(Length::Months(3)),
        Term::Word(PeriodWord::Period) => Some(Length::Unsaid),
        Term::Unit(TimeUnit::Quarter) => Some(Length::Months(3)),
        Term::Unit(TimeUnit::Half) => Some(Length::Months(6)),
        Term::Unit(TimeUnit::Year) => Some(Length::Years(1)),
        Term::Unit(TimeUnit::Month) => Some(Length::Months(1)),
        Term::Unit(TimeUnit::Week) => Some(Length::Weeks(1)),
        _ => None,
    };
    if let Some(length) = single {
        let half_year = length == Length::Months(6) && reader.term(next + 1) == Term::Unit(TimeUnit::Year);
        return Some((length, next + 1 + usize::from(half_year)));
    }
    let first = matches!(reader.term(next), Term::Ordinal(1));
    let (mut number, mut next) = count(reader, next + usize::from(first))?;
    // "the three and nine months ended", "the three- and nine-month periods ended"
    let mut and = next;
    if matches!(reader.term(and), Term::Unit(TimeUnit::Month)) && reader.is(and + 1, PeriodWord::And) {
        and += 1;
    }
    let and = and + usize::from(matches!(reader.term(and), Term::Sign('-')));
    if reader.is(and, PeriodWord::And)
        && let Some((second, after)) = count(reader, reader.skip(and + 1, PeriodWord::The))
        && matches!(reader.term(after), Term::Unit(TimeUnit::Month))
    {
        number = second;
        next = after;
    }
    let length = match reader.term(next) {
        Term::Unit(TimeUnit::Month) => Length::Months(number),
        Term::Unit(TimeUnit::Week) => Length::Weeks(number),
        Term::Unit(TimeUnit::Year) => Length::Years(number),
        _ => return None,
    };
    Some((length, reader.skip(next + 1, PeriodWord::Period)))
}

/// "ended December 31, 2024", "ending 30 June", "to 31 December", "through March 2024", "ended on …".
pub(crate) fn end_day(reader: &PeriodReader, at: usize) -> Read {
    let at = at + usize::from(reader.term(at) == Term::Sign(','));
    if !matches!(reader.term(at), Term::Word(PeriodWord::Ended | PeriodWord::To | PeriodWord::Through)) {
        return None;
    }
    let next = reader.skip(at + 1, PeriodWord::On);
    day::read(reader, next).filter(|(meaning, _)| matches!(meaning, Meaning::In(Stretch::Day(..), _) | Meaning::Numeric(..)))
}

/// "to March", "ended December 2024", "to end-March", "to the end of June 2004".
fn to_month(reader: &PeriodReader, at: usize) -> Read {
    if !matches!(reader.term(at), Term::Word(PeriodWord::Ended | PeriodWord::To | PeriodWord::Through)) {
        return None;
    }
    let next = at + 1;
    let next = match *reader.rest(next) {
        [Term::Word(PeriodWord::End), Term::Word(PeriodWord::Of), ..] | [Term::Word(PeriodWord::The), Term::Word(PeriodWord::End), ..] => {
            let end = reader.skip(next, PeriodWord::The);
            reader.skip(end + 1, PeriodWord::Of)
        }
        [Term::Word(PeriodWord::End), ..] => next + 1,
        _ => next,
    };
    month::read(reader, next).filter(|(meaning, _)| matches!(meaning, Meaning::In(Stretch::Month(_), _)))
}
