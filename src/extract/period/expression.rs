//! The period expressions of an article with what their sentences say about them.

use super::meaning::{CountedFrom, Edge, Meaning, Stretch, Year};
use super::reader::PeriodReader;
use super::terms::{PeriodWord, Term};
use crate::document::Document;
use crate::text::Span;
use crate::words::WordList;

/// A period expression as it stands in the article, not yet resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Where it stands.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// What it says.
    pub meaning: Meaning,
    /// Whether something else is compared with it: "up from $2m in 2003".
    pub compared: bool,
    /// Whether the sentence speaks of what is to come.
    pub ahead: bool,
    /// Whether it only tells when something began or was said.
    pub aside: bool,
    /// Whether "and", "to" or a sign alone stands between it and the next one.
    pub joined: bool,
}

/// Reads every expression of the article, in order, without overlaps.
pub(crate) fn expressions(document: &Document) -> Vec<Expression> {
    let reader = PeriodReader::new(document);
    let mut out: Vec<Expression> = Vec::new();
    let mut at = 0;
    let mut last_end = 0;
    while at < reader.len() {
        match reader.expression(at) {
            Some((meaning, start, end)) => {
                let meaning = so_far(&reader, start, meaning);
                let span = reader.span(start, end);
                let joined = is_joint(&reader, last_end, start);
                let mut meaning = meaning;
                if let Some(before) = out.last_mut() {
                    before.joined = joined;
                    if joined {
                        meaning = in_fiscal_list(&before.meaning, meaning);
                    }
                }
                out.push(Expression {
                    span,
                    sentence: document.sentence_at(span.start),
                    compared: is_compared(&reader, last_end, start),
                    ahead: !is_ended(&reader, start, end)
                        && (is_by_holiday(&reader, start, &meaning) || is_ahead(&reader, start, end, is_day(&meaning))),
                    aside: is_aside(&reader, start, end),
                    joined: false,
                    meaning,
                });
                at = end;
                last_end = end;
            }
            None => at += 1,
        }
    }
    out
}

/// "fiscal years 2019, 2018 and 2017": every year of the list is a fiscal one.
fn in_fiscal_list(before: &Meaning, meaning: Meaning) -> Meaning {
    match (before, meaning) {
        (Meaning::In(Stretch::Whole, Year::Fiscal(_)), Meaning::In(Stretch::Whole, Year::Of(year))) => {
            Meaning::In(Stretch::Whole, Year::Fiscal(year))
        }
        (_, meaning) => meaning,
    }
}

/// "so far this year", "so far in 2025": to the present.
fn so_far(reader: &PeriodReader, start: usize, meaning: Meaning) -> Meaning {
    let is = |at: usize, word: &str| reader.text(at).eq_ignore_ascii_case(word);
    let far = if reader.is(start.wrapping_sub(1), PeriodWord::In) { start.wrapping_sub(2) } else { start.wrapping_sub(1) };
    let current = matches!(meaning, Meaning::In(Stretch::Whole | Stretch::Month(_), _) | Meaning::Unit(_, 0, CountedFrom::Present));
    if current && is(far, "far") && is(far.wrapping_sub(1), "so") { Meaning::Part(Edge::ToDate, Box::new(meaning)) } else { meaning }
}

/// Whether only a joint stands between two expressions.
fn is_joint(reader: &PeriodReader, from: usize, to: usize) -> bool {
    (from..to).all(|at| {
        matches!(reader.term(at), Term::Word(PeriodWord::And | PeriodWord::The | PeriodWord::To) | Term::Sign('&' | ',' | '/' | '+'))
            || is_or(reader, at)
    }) && to > from
        && to - from <= 3
}

fn is_or(reader: &PeriodReader, at: usize) -> bool {
    reader.text(at).eq_ignore_ascii_case("or")
}

/// Words after which a figure or a period is only compared with.
static COMPARING: WordList = WordList::new(words!("compared|versus|vs|from|than|against|over|comparison|relative"));

/// Words behind a comma after which a figure or a period is only compared with.
static BEATING: WordList = WordList::new(words!("above|below|beating|topping|missing"));

/// Words directly before a period that only mark a bound.
static BOUNDING: WordList = WordList::new(words!("since|by|until|till|on|before|("));

/// Whether the expression at `start` is what something else is compared with, by the words since the last expression.
fn is_compared(reader: &PeriodReader, last_end: usize, start: usize) -> bool {
    let listed = |list: &WordList, at: usize| list.has(reader.text(at));
    if start > 0 && listed(&BOUNDING, start - 1) {
        return true;
    }
    let first = start.saturating_sub(14).max(last_end);
    for at in (first..start).rev() {
        match reader.term(at) {
            Term::Break | Term::Sign(';' | ':') => return false,
            _ if listed(&COMPARING, at) => return true,
            Term::Sign(',') if listed(&BEATING, at + 1) => return true,
            _ => {}
        }
    }
    false
}

/// Words by which a sentence speaks of what is to come.
static AHEAD: WordList = WordList::new(words!(
    "will|shall|due|scheduled|expects|expect|expected|expecting|plans|planned|planning|projecting|projects|forecast|forecasts|guidance|\
    outlook|anticipates|anticipate|upcoming|guided|wo|sees|reaffirms|reiterates"
));

/// Words that name what was expected where they stand after a period: "in December and beating forecasts".
static NAMED: WordList = WordList::new(words!("expected|expecting|forecast|forecasts|guidance|outlook|projects|expect|planned"));

/// Words before a day that put it ahead: "postponed until Monday", "goes to the polls on Tuesday".
static DAY_AHEAD: WordList = WordList::new(words!(
    "postponed|delayed|adjourned|extended|pushed|moved|kick|open|launches|slips|rescheduled|deferred|would|takes|take|goes|go|comes|come|begins|begin|starts|resumes|resume|opens|\
     expires|meets|meet|votes|kicks|convenes|until|slated|may|effective|tomorrow|next|could|can|must|should|might"
));

/// Words of saying: what follows them was said on that day.
static SAID: WordList = WordList::new(picked!(saying, EVENT));

/// How far words of tense are looked for, in terms.
const BEFORE: usize = 14;
const AFTER: usize = 10;

/// Whether the sentence around the expression speaks of what is to come: the nearest telling word before it, else the first after it.
fn is_ahead(reader: &PeriodReader, start: usize, end: usize, is_day: bool) -> bool {
    let listed = |list: &WordList, at: usize| list.has(reader.text(at));
    let is = |at: usize, words: &[&str]| words.iter().any(|word| reader.text(at).eq_ignore_ascii_case(word));
    for at in (start.saturating_sub(BEFORE)..start).rev() {
        if reader.term(at) == Term::Break {
            break;
        }
        if listed(&SAID, at) {
            return false;
        }
        // "is set to go into effect in April"
        let is_put = || is(at, &["set", "slated", "poised"]) && is(at + 1, &["to"]) && !is(at.wrapping_sub(1), &["was", "were", "had"]);
        if listed(&AHEAD, at) && !is_behind(reader, at) || is_put() {
            return true;
        }
        if is_day && (listed(&DAY_AHEAD, at) || is_set(reader, at)) {
            return true;
        }
    }
    for at in end..end + AFTER {
        if reader.term(at) == Term::Break || listed(&SAID, at) {
            return false;
        }
        if listed(&AHEAD, at) && (!listed(&NAMED, at) || is_to_come(reader, at)) {
            return true;
        }
    }
    false
}

/// "set for", "set to".
fn is_set(reader: &PeriodReader, at: usize) -> bool {
    let is = |at: usize, words: &[&str]| words.iter().any(|word| reader.text(at).eq_ignore_ascii_case(word));
    // "the vote is on Tuesday", "it reports results on Wednesday"
    if is(at, &["is", "are"]) && matches!(reader.term(at + 1), Term::Word(PeriodWord::On) | Term::Weekday(_))
        || is(at, &["reports", "report"]) && is(at + 1, &["results", "earnings", "its", "quarterly"])
    {
        return true;
    }
    is(at, &["set", "head", "heads"]) && ["for", "to"].iter().any(|word| reader.text(at + 1).eq_ignore_ascii_case(word))
}

/// "than expected", "had expected", "as expected", "expected to have": what was expected is over.
fn is_behind(reader: &PeriodReader, at: usize) -> bool {
    let is = |at: usize, words: &[&str]| words.iter().any(|word| reader.text(at).eq_ignore_ascii_case(word));
    is(at.wrapping_sub(1), &["than", "had", "as", "were"]) || is(at + 1, &["to"]) && is(at + 2, &["have"])
}

/// "is expected to rise".
fn is_to_come(reader: &PeriodReader, at: usize) -> bool {
    let is = |at: usize, words: &[&str]| words.iter().any(|word| reader.text(at).eq_ignore_ascii_case(word));
    is(at.wrapping_sub(1), &["is", "are"]) && is(at + 1, &["to"]) && !is_behind(reader, at)
}

/// Words that tell of a beginning long ago: the year behind them is of nothing else in the sentence.
static FOUNDED: WordList = WordList::new(words!("founded|established|born|incorporated|listed|since|created|built"));

/// Whether the expression tells when something began or was said, and nothing else.
fn is_aside(reader: &PeriodReader, start: usize, end: usize) -> bool {
    let before = start.saturating_sub(3)..start;
    let listed = |at: usize| SAID.has(reader.text(at)) || FOUNDED.has(reader.text(at));
    before.into_iter().any(listed) || SAID.has(reader.text(end))
}

/// "by Christmas".
fn is_by_holiday(reader: &PeriodReader, start: usize, meaning: &Meaning) -> bool {
    let is_holiday = matches!(meaning, Meaning::In(Stretch::Holiday(_), Year::Unsaid));
    is_holiday && reader.text(start.wrapping_sub(1)).eq_ignore_ascii_case("by")
}

/// Whether what is said names a day.
fn is_day(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Weekday(..) | Meaning::In(Stretch::Day(..) | Stretch::Days(..) | Stretch::Holiday(_), _) | Meaning::Numeric(..)
    )
}

/// Whether the expression says itself that it is over: "the week ended 7 February".
fn is_ended(reader: &PeriodReader, start: usize, end: usize) -> bool {
    (start..end).any(|at| reader.is(at, PeriodWord::Ended) && reader.text(at).eq_ignore_ascii_case("ended"))
}
