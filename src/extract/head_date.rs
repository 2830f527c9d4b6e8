//! The day, or else the month, of a text that no date comes with and that has no dateline: what its head states.
//!
//! The head of minutes, statements and releases: "Minutes of the meeting held on 8 March 2022", "Berne, 11 December 2014" on a line of
//! its own, "On 30 April 2015, the Bank of Malta Board decided". "PROGRAM FOR AUGUST 2006" gives the month only. The end of what is
//! reported on is no day of writing: "Year ended December 31, 2019".

use std::ops::Range;

use jiff::civil::Date;

use super::period::{Expression, stated_day, stated_month};
use crate::document::Document;
use crate::text::{Span, TokenKind};
use crate::words::WordList;

/// How many bytes of a text are its head.
const HEAD: usize = 700;
/// A line of a head is no longer, in words beside its date.
const WORDS: usize = 9;
/// How many tokens before a date, or behind it, tell what it is the date of.
const AROUND: usize = 24;

/// The day that the head of the text states as its own.
pub(super) fn day(document: &Document, expressions: &[Expression]) -> Option<Date> {
    in_head(expressions).find_map(|expression| {
        let day = stated_day(&expression.meaning)?;
        let line = HeadLine::of(document, expression.span)?;
        (!line.is_of_report && (line.is_title || line.is_told)).then_some(day)
    })
}

/// The last day of the month that a title of the text names.
pub(super) fn month(document: &Document, expressions: &[Expression]) -> Option<Date> {
    in_head(expressions).find_map(|expression| {
        let day = stated_month(&expression.meaning)?;
        let line = HeadLine::of(document, expression.span)?;
        (!line.is_of_report && line.is_title).then_some(day)
    })
}

fn in_head(expressions: &[Expression]) -> impl Iterator<Item = &Expression> {
    expressions.iter().take_while(|expression| expression.span.start < HEAD)
}

/// What stands around a date of the head.
struct HeadLine {
    /// Nothing but the date, a place, a body, and the name of the paper: "Press release – Berne, 11 December 2014".
    is_title: bool,
    /// A sentence tells that a body met or decided on that day.
    is_told: bool,
    /// The date ends what is reported on, or is of another meeting.
    is_of_report: bool,
}

impl HeadLine {
    fn of(document: &Document, date: Span) -> Option<HeadLine> {
        let (first, last) = (document.token_at(date.start), document.token_at(date.end.checked_sub(1)?));
        let is_break = |at: usize| matches!(document.tokens[at].kind, TokenKind::Newline { .. });
        let count = document.tokens.len();
        let start = (first.saturating_sub(AROUND)..first).rev().find(|&at| is_break(at)).map_or(first.saturating_sub(AROUND), |at| at + 1);
        let end = (last + 1..count.min(last + AROUND)).find(|&at| is_break(at)).unwrap_or(count.min(last + AROUND));
        let others = (start..first).chain(last + 1..end);
        let is_word = |at: &usize| document.tokens[*at].kind == TokenKind::Word;
        let words = others.clone().filter(is_word).map(|at| document.word(at));
        let low = |word: &str| word.starts_with(char::is_lowercase) && !SMALL.has(word) && !PAPERS.has(word);
        let in_table = others.clone().any(|at| document.tokens[at].is_sign('|'));
        let sentence = document.sentences.get(document.sentence_at(date.start)).map(|sentence| sentence.tokens.clone())?;
        Some(HeadLine {
            is_title: !in_table && words.clone().count() <= WORDS && !words.clone().any(low),
            is_told: is_told(document, sentence.clone(), first),
            is_of_report: in_table
                || words.clone().any(|word| REPORTED.has(word))
                || near(sentence, first).any(|at| REPORTED.has(document.word(at))),
        })
    }
}

/// The tokens of a sentence around one of them.
fn near(sentence: Range<usize>, at: usize) -> Range<usize> {
    at.saturating_sub(AROUND).max(sentence.start)..(at + AROUND).min(sentence.end)
}

/// Whether the sentence names a body and tells of its meeting or decision: "On 30 April 2015, the Board decided".
fn is_told(document: &Document, sentence: Range<usize>, date: usize) -> bool {
    let has =
        |list: &WordList| near(sentence.clone(), date).any(|at| document.tokens[at].kind == TokenKind::Word && list.has(document.word(at)));
    has(&BODIES) && (has(&MET) || has(&PAPERS))
}

/// Small words of titles.
static SMALL: WordList = WordList::new(words!("of|the|on|at|for|and|in|held|by"));
/// What a paper with a date at its head is called.
static PAPERS: WordList =
    WordList::new(words!("minutes|meeting|meetings|release|statement|communiqué|assessment|publication|published|date|decision"));
/// Who meets and decides.
static BODIES: WordList = WordList::new(words!("board|committee|council|directors|governors|mpc|fomc"));
/// What they do on the day of a text about it.
static MET: WordList = WordList::new(words!("met|decided|held|convened|voted"));
/// Words of a stretch that is reported on, and of another meeting.
static REPORTED: WordList = WordList::new(words!(
    "ended|ending|end|year|quarter|months|weeks|fiscal|balance|amounts|previous|next|last|since|until|effective|approved|enacted|issued|\
     granted|maturing|due"
));

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    /// The day of a text, and the first day of its only fact's period.
    fn read(text: &str) -> (Option<String>, Option<String>) {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        let id = sheet.facts.first().and_then(|fact| fact.period.clone());
        let from = sheet.periods.iter().find(|period| Some(&period.id) == id.as_ref()).and_then(|period| period.from);
        (sheet.document.reference_date.map(|day| day.to_string()), from.map(|day| day.to_string()))
    }

    #[test]
    fn the_head_tells_the_day_or_the_month() {
        for (text, day, from) in [
            (
                "# Minutes of the Board meeting held\n\n on 8 March 2022\n\nPrices rose 5% in January.\n",
                Some("2022-03-08"),
                Some("2022-01-01"),
            ),
            ("**Press release**\n\nBerne, 11 December 2014\n\nPrices rose 5% in July.\n", Some("2014-12-11"), Some("2014-07-01")),
            ("On 20 April 2015, the Bank of Malta Board decided to wait. Prices rose 5% in March.", Some("2015-04-20"), Some("2015-03-01")),
            ("# PROGRAM FOR AUGUST 2006\n\nPrices rose 5% in July.\n", None, Some("2006-07-01")),
            ("Board minutes, 8 March 2022\n\nThe Board decided to raise the base rate to 5%.\n", Some("2022-03-08"), Some("2022-03-08")),
            ("# PROGRAM FOR AUGUST 2006\n\nThe Board decided to raise the base rate to 5%.\n", None, Some("2006-08-01")),
            ("Year ended December 31, 2019\n\nPrices rose 5% in July.\n", None, None),
            ("On July 3, 2019, Brask bought Fenn.\n\nPrices rose 5% in November.\n", None, None),
        ] {
            assert_eq!(read(text), (day.map(String::from), from.map(String::from)), "{text}");
        }
    }
}
