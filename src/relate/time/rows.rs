//! Rows of results below a line that names their stretch: "Year", "Nine mths", "1st half", with rows of a quarter above it.

use crate::document::Document;
use crate::text::TokenKind;

/// How far before a figure its line of a stretch is looked for, in tokens.
const REACH: usize = 160;

/// How many months the rows hold in which a figure stands, by the last line of the paragraph before it that says so and nothing else.
pub(super) fn months(document: &Document, figure: usize) -> Option<i32> {
    let mut end = figure;
    for at in (figure.saturating_sub(REACH)..figure).rev() {
        let TokenKind::Newline { blank } = document.tokens[at].kind else { continue };
        let line = at + 1..end;
        if end < figure && line.start < line.end {
            match of_line(document, line) {
                Line::Months(months) => return Some(months),
                Line::Other => return None,
                Line::Row => {}
            }
        }
        if blank {
            return None;
        }
        end = at;
    }
    None
}

enum Line {
    Months(i32),
    /// A line of figures.
    Row,
    /// A note or a line of another stretch: its rows are of nothing said above.
    Other,
}

fn of_line(document: &Document, line: std::ops::Range<usize>) -> Line {
    let is = |at: usize, words: &[&str]| words.iter().any(|word| document.tokens[at].text(document.text).eq_ignore_ascii_case(word));
    let first = line.start;
    match line.len() {
        1 if is(first, &["year"]) => Line::Months(12),
        2..=3 if is(first + 1, &["mths", "months"]) => match document.tokens[first].text(document.text).to_ascii_lowercase().as_str() {
            "three" | "3" => Line::Months(3),
            "six" | "6" => Line::Months(6),
            "nine" | "9" => Line::Months(9),
            "twelve" | "12" => Line::Months(12),
            _ => Line::Other,
        },
        2..=3 if is(line.end - 1, &["half"]) => Line::Months(6),
        2..=3 if is(line.end - 1, &["qtr", "quarter"]) => Line::Other,
        _ if is(first, &["note", "notes"]) => Line::Other,
        _ => Line::Row,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    #[test]
    fn rows_below_a_stretch_are_of_it() {
        let text = "BRASK FOODS 4TH QTR NET\n\n    SELBY, March 30 - Shr profit nine cts vs loss 26 cts\n    Revs 18.8 mln vs 16.4 mln\n    Year\n    \
            Shr profit 45 cts vs loss 47 cts\n    Revs 72.7 mln vs 61.4 mln\n";
        let article = Article { date: "1987-03-30".parse().ok(), ..Article::from_text(text) };
        let sheet = analyze(&article, &Options::default());
        let dates = |fact: &crate::sheet::Fact| {
            let period = sheet.periods.iter().find(|period| Some(&period.id) == fact.period.as_ref())?;
            Some(format!("{} {}", period.from.as_ref()?, period.to.as_ref()?))
        };
        let found: Vec<_> = sheet.facts.iter().map(dates).collect();
        let of = |from: &str, to: &str| Some(format!("{from} {to}"));
        assert_eq!(
            found,
            [
                of("1986-10-01", "1986-12-31"),
                of("1985-10-01", "1985-12-31"),
                of("1986-10-01", "1986-12-31"),
                of("1985-10-01", "1985-12-31"),
                of("1986-01-01", "1986-12-31"),
                of("1985-01-01", "1985-12-31"),
                of("1986-01-01", "1986-12-31"),
                of("1985-01-01", "1985-12-31"),
            ]
        );
    }
}
