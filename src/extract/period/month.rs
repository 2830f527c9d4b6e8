//! Months and seasons: December 2022, July-October, Jan-Mar 2024, July last year, the summer of 2003, the December quarter.
//!
//! A word that is a name or a verb too ("May", "March", "August", "fall") counts as a month or season only with a capital and
//! where the words around it allow a date. "July-October of the last fiscal year" takes its months from that year's calendar.

use super::meaning::{Meaning, Stretch, Year};
use super::reader::{PeriodReader, Read};
use super::terms::{PeriodWord, Term, TimeUnit};
use super::year;
use crate::rule::{Rule, RuleKind};
use crate::words::WordList;
use crate::words::lower::lower_case;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "month",
    kind: RuleKind::Period,
    source: include_str!("month.rs"),
    examples: &[
        ("Prices rose in January and fell in December 2022.", "January = 2025-01-01..2025-01-31; December 2022 = 2022-12-01..2022-12-31"),
        ("It opened in May 2003.", "May 2003 = 2003-05-01..2003-05-31"),
        ("Exports in Jan-Mar 2024 rose.", "Jan-Mar 2024 = 2024-01-01..2024-03-31"),
        ("Output for October–December 2024", "October–December 2024 = 2024-10-01..2024-12-31"),
        ("It shut in July last year.", "July last year = 2024-07-01..2024-07-31"),
        ("It opened last November and closes next June.", "last November = 2024-11-01..2024-11-30; next June = 2025-06-01..2025-06-30"),
        ("Sales for the June quarter fell.", "the June quarter = 2024-04-01..2024-06-30"),
        ("He left in the summer of 2003.", "the summer of 2003 = 2003-06-01..2003-08-31"),
        (
            "LAHORE, Feb 10 - Exports in July-October of the last fiscal year were small.",
            "Feb 10 = 2025-02-10..2025-02-10; July-October of the last fiscal year = 2023-07-01..2023-10-31 (fiscal)",
        ),
    ],
    counterexamples: &[
        "Rates may rise, and the troops march on.",
        "Theresa May spoke; Mrs May said so. June Carter sang.",
        "A fall in demand and a spring in the step.",
    ],
};

/// Reads months and seasons.
pub(crate) fn read(reader: &PeriodReader, at: usize) -> Read {
    months(reader, at)
        .or_else(|| after_year(reader, at))
        .or_else(|| placed(reader, at))
        .or_else(|| season(reader, at))
        .or_else(|| named_quarter(reader, at))
}

/// Words before which a month stands as a date.
static BEFORE: WordList = WordList::new(words!(
    "in|since|until|till|by|to|from|of|last|this|next|early|late|mid|through|during|for|and|between|before|after|end|or|ended|ending|on|\
    past|throughout|around|as|per|versus|vs|than|against"
));

/// Whether the month at `at` is the month, not a name or a verb of the same letters.
pub(crate) fn is_name(reader: &PeriodReader, at: usize) -> bool {
    let text = reader.text(at);
    let Some(lower) = lower_case(text) else { return true };
    let lower = lower.as_str();
    let capital = reader.capital(at);
    let preceded = || BEFORE.has(reader.text(at.wrapping_sub(1)));
    let number_after = matches!(reader.term(at + 1), Term::Number { .. } | Term::Ordinal(_) | Term::Cardinal(20 | 30))
        || year::short(reader, at + 1).is_some();
    let after_year = reader.before(at) == Term::Sign(',') && at > 1 && year::number(reader, at - 2).is_some();
    let number_before = matches!(reader.before(at), Term::Number { digits: 1 | 2, .. } | Term::Ordinal(_)) || after_year;
    match lower {
        "may" | "march" if !capital => false,
        // an acronym, not a month
        _ if text.len() <= 4
            && text.len() == text.chars().filter(|c| c.is_uppercase()).count()
            && lower != "may"
            && lower != "june"
            && lower != "july" =>
        {
            number_after || number_before
        }
        "mar" | "jun" | "jul" | "dec" | "sep" | "apr" | "jan" | "oct" | "nov" | "feb" | "aug" if !capital => number_after || number_before,
        "may" | "april" | "june" | "august" | "march" => number_after || number_before || preceded() || is_free(reader, at),
        _ => !(capital && reader.capital(at + 1) && reader.term(at + 1) == Term::Other && lower == "jan"),
    }
}

/// A capitalised month name without a preposition: not between parts of a name, not before a verb that people are subjects of.
fn is_free(reader: &PeriodReader, at: usize) -> bool {
    static MODAL_OR_PERSON: WordList = WordList::new(words!("i|we|you|the|be|not|have|also|said|says|told|has|was|had|is|god|it"));
    let part_of_name = reader.term(at + 1) == Term::Other && reader.capital(at + 1)
        || reader.before(at) == Term::Other && reader.capital(at.wrapping_sub(1)) && !reader.tied(at);
    let sentence_start = reader.before(at) == Term::Break;
    let other = MODAL_OR_PERSON.has(reader.text(at + 1)) || part_of_name || sentence_start && reader.text(at).eq_ignore_ascii_case("may");
    !other
}

/// "2016 November", "2016, Nov".
fn after_year(reader: &PeriodReader, at: usize) -> Read {
    let (year, next) = year::number(reader, at)?;
    let next = next + usize::from(reader.term(next) == Term::Sign(','));
    let Term::Month(month) = reader.term(next) else { return None };
    let closed = matches!(reader.term(next + 1), Term::Break | Term::Sign(_));
    (closed && is_name(reader, next)).then_some((Meaning::In(Stretch::Month(month), Year::Of(year)), next + 1))
}

/// "last December", "next June", "this May".
fn placed(reader: &PeriodReader, at: usize) -> Read {
    let Term::Word(place @ (PeriodWord::Last | PeriodWord::Past | PeriodWord::Next | PeriodWord::Coming | PeriodWord::This)) =
        reader.term(at)
    else {
        return None;
    };
    let Term::Month(month) = reader.term(at + 1) else { return None };
    let bare = !matches!(reader.term(at + 2), Term::Number { .. } | Term::Ordinal(_)) && is_name(reader, at + 1);
    let year = if matches!(place, PeriodWord::Next | PeriodWord::Coming) { Year::Upcoming } else { Year::Unsaid };
    bare.then_some((Meaning::In(Stretch::Month(month), year), at + 2))
}

fn months(reader: &PeriodReader, at: usize) -> Read {
    let Term::Month(first) = reader.term(at) else { return None };
    if !is_name(reader, at) {
        return None;
    }
    let mut end = at + 1;
    let mut stretch = Stretch::Month(first);
    if matches!(reader.term(end), Term::Sign('-' | '–' | '—' | '/') | Term::Word(PeriodWord::To | PeriodWord::Through))
        && let Term::Month(last) = reader.term(end + 1)
        && !matches!(reader.term(end + 2), Term::Number { digits: 1 | 2, .. } if !reader.glued(end + 2))
    {
        stretch = Stretch::Months(first, last);
        end += 2;
    }
    let (year, mut end) = of_year(reader, end).unwrap_or((Year::Unsaid, end));
    if matches!(stretch, Stretch::Months(..)) && matches!(reader.term(end), Term::Word(PeriodWord::Period) | Term::Unit(TimeUnit::Quarter))
    {
        end += 1;
    }
    Some((Meaning::In(stretch, year), end))
}

/// The year of months, quarters and halves: "2004", "of 2004", ", 2004", "last year", "of the last fiscal year", "-2004".
pub(crate) fn of_year(reader: &PeriodReader, at: usize) -> Read<Year> {
    let linked = match reader.term(at) {
        Term::Word(PeriodWord::Of | PeriodWord::In) => at + 1,
        Term::Sign(',') if year::number(reader, at + 1).is_some() => at + 1,
        Term::Sign('-' | '/') if reader.glued(at) && reader.glued(at + 1) => at + 1,
        Term::Sign('(') => return None,
        _ => at,
    };
    let in_words = || year::in_words(reader, linked).map(|(year, end)| (Year::Of(year), end));
    let found = year::phrase(reader, linked).or_else(|| deictic_year(reader, linked)).or_else(in_words)?;
    let is_in = reader.is(at, PeriodWord::In);
    let (year, end) = found;
    // "in January in 2004" is rare; "in March in last year's" is not a year of the month
    (!is_in || matches!(year, Year::Of(_) | Year::Fiscal(_) | Year::Pair(_) | Year::Anaphoric(_) | Year::AnaphoricFiscal(_)) || linked > at)
        .then_some((year, end))
        .or_else(|| match *reader.rest(linked) {
            [Term::Sign('\'' | '’'), Term::Number { value, digits: 2 }, ..] => Some((Year::Of(year::of_two_digits(value)), linked + 2)),
            _ => None,
        })
}

/// "the year", "the fiscal year" after "of": the one that the article speaks of.
fn deictic_year(reader: &PeriodReader, at: usize) -> Read<Year> {
    if !reader.is(at, PeriodWord::The) || !reader.is(at.wrapping_sub(1), PeriodWord::Of) {
        return None;
    }
    let fiscal = reader.is(at + 1, PeriodWord::Fiscal);
    let next = at + 1 + usize::from(fiscal);
    match reader.term(next) {
        Term::Unit(TimeUnit::Year) if reader.is(next + 1, PeriodWord::Before) => Some((Year::Anaphoric(-1), next + 2)),
        Term::Unit(TimeUnit::Year) if !reader.tied(next + 1) => {
            Some((if fiscal { Year::AnaphoricFiscal(0) } else { Year::Anaphoric(0) }, next + 1))
        }
        _ => None,
    }
}

/// "the summer of 2003", "last spring", "this fall", "late summer".
fn season(reader: &PeriodReader, at: usize) -> Read {
    let start = at;
    let the = reader.is(at, PeriodWord::The);
    let at = reader.skip(at, PeriodWord::The);
    let (offset, at) = match reader.term(at) {
        Term::Word(PeriodWord::This) => (Some(0), at + 1),
        Term::Word(PeriodWord::Last | PeriodWord::Past) => (Some(-1), at + 1),
        Term::Word(PeriodWord::Next | PeriodWord::Coming) => (Some(1), at + 1),
        _ => (None, at),
    };
    let Term::Season(season) = reader.term(at) else { return None };
    if let Some((year, end)) = of_year(reader, at + 1) {
        return Some((Meaning::In(Stretch::Season(season), year), end));
    }
    let fall = reader.text(at).eq_ignore_ascii_case("fall");
    let spring = reader.text(at).eq_ignore_ascii_case("spring");
    let followed = matches!(reader.term(at + 1), Term::Word(PeriodWord::In | PeriodWord::Of | PeriodWord::To | PeriodWord::From))
        || reader.tied(at + 1);
    let dated = matches!(
        reader.text(start.wrapping_sub(1)),
        "in" | "during" | "late" | "early" | "mid" | "since" | "until" | "by" | "In" | "During"
    );
    let loose = matches!(reader.before(start), Term::Word(PeriodWord::Late | PeriodWord::Early | PeriodWord::Mid));
    match offset {
        Some(_) if followed && fall => None,
        Some(offset) => {
            Some((Meaning::In(Stretch::Season(season), if offset == 0 { Year::Unsaid } else { Year::Relative(offset) }), at + 1))
        }
        None if (the && dated || loose) && !fall && !followed && !(spring && !the && !loose) => {
            Some((Meaning::In(Stretch::Season(season), Year::Unsaid), at + 1))
        }
        None => None,
    }
}

/// "the December quarter", "June half".
fn named_quarter(reader: &PeriodReader, at: usize) -> Read {
    let at = reader.skip(at, PeriodWord::The);
    match *reader.rest(at) {
        [Term::Month(month), Term::Unit(unit @ (TimeUnit::Quarter | TimeUnit::Half)), ..] => {
            let stretch = if unit == TimeUnit::Quarter { Stretch::QuarterTo(month) } else { Stretch::HalfTo(month) };
            let end = at + 2 + usize::from(reader.term(at + 2) == Term::Unit(TimeUnit::Year) && unit == TimeUnit::Half);
            let (year, end) = of_year(reader, end).unwrap_or((Year::Unsaid, end));
            Some((Meaning::In(stretch, year), end))
        }
        _ => None,
    }
}
