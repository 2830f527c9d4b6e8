//! CSV (RFC 4180): one fact a line, with its article, its sentence and what came of its checks.
//!
//! Text that a spreadsheet would take for a formula gets an apostrophe before it.
//! Source: OWASP, "CSV Injection".

use super::{Analysis, Render, Totals};
use crate::finding::SentenceIndex;
use crate::headline::Headed;
use crate::sheet::{Check, Fact, Verdict};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

/// The names of the columns.
const COLUMNS: &[&str] = words!(
    "source|article|title|reference_date|fact|kind|text|value|low|high|unit|per|rounding_low|rounding_high|qualifier|modality|measure|\
    entity|period|from|to|attribution|table|row|cell_column|row_label|column_label|line|column|sentence|verdict|severity|rule|computed|\
    formula|suggestion|reason"
);

/// One fact a line.
pub struct Csv;

impl Render for Csv {
    fn part(&self, analysis: &Analysis) -> String {
        let headed = Headed::new(&analysis.article);
        let sentences = SentenceIndex::new(&headed.text);
        let mut part = String::new();
        for fact in &analysis.sheet.facts {
            let mut line = CsvLine { out: &mut part, empty: true };
            let sentence = sentences.at(headed.code_points(fact.part, &fact.span).start);
            write_fact(&mut line, analysis, fact, sentence.of(&headed.text));
            part.push_str("\r\n");
        }
        part
    }

    fn head(&self, _several: bool) -> String {
        format!("{}\r\n", COLUMNS.join(","))
    }

    fn tail(&self, _several: bool, _totals: &Totals) -> String {
        String::new()
    }
}

fn write_fact(line: &mut CsvLine, analysis: &Analysis, fact: &Fact, sentence: &str) {
    let sheet = &analysis.sheet;
    let entity = |id: &Option<String>| id.as_deref().and_then(|id| sheet.entity(id)).map(|entity| entity.name.as_str());
    let period = fact.period.as_deref().and_then(|id| sheet.period(id));
    let check = gravest(sheet.checks.iter().filter(|check| check.stated == fact.id));
    line.text(Some(&sheet.document.source));
    line.text(sheet.document.id.as_deref());
    line.text(sheet.document.title.as_deref());
    line.date(sheet.document.reference_date);
    line.text(Some(&fact.id));
    line.word(&fact.kind);
    line.text(Some(&fact.text));
    line.number(fact.value);
    line.number(fact.low);
    line.number(fact.high);
    line.text(Some(&fact.unit));
    line.text(fact.per.as_deref());
    line.number(Some(fact.rounding.low));
    line.number(Some(fact.rounding.high));
    line.word(&fact.qualifier);
    line.word(&fact.modality);
    line.text(fact.measure.as_deref());
    line.text(entity(&fact.entity));
    line.text(period.map(|period| period.text.as_str()));
    line.date(period.and_then(|period| period.from));
    line.date(period.and_then(|period| period.to));
    line.text(entity(&fact.attribution));
    let cell = fact.cell.as_ref();
    line.number(cell.map(|cell| cell.table.into()));
    line.number(cell.map(|cell| cell.row.into()));
    line.number(cell.and_then(|cell| cell.column).map(Decimal::from));
    line.text(cell.and_then(|cell| cell.row_label.as_deref()));
    line.text(cell.and_then(|cell| cell.column_label.as_deref()));
    line.number(fact.span.line.map(Decimal::from));
    line.number(fact.span.column.map(Decimal::from));
    line.text(Some(sentence));
    line.word(&check.map(|check| check.verdict));
    line.word(&check.and_then(|check| check.severity));
    line.text(check.map(|check| check.rule.as_str()));
    line.number(check.and_then(|check| check.computed).map(|computed| computed.value));
    line.text(check.and_then(|check| check.formula.as_deref()));
    line.text(check.and_then(|check| check.suggestion.as_deref()));
    line.text(check.and_then(|check| check.reason.as_deref()));
}

/// The check to show of several: a failed one before a passed one before one that could not be made.
fn gravest<'a>(checks: impl Iterator<Item = &'a Check>) -> Option<&'a Check> {
    checks.min_by_key(|check| match check.verdict {
        Verdict::Inconsistent if !check.is_warning() => 0,
        Verdict::Inconsistent => 1,
        Verdict::Consistent => 2,
        Verdict::Unchecked => 3,
    })
}

/// A line that is being written.
struct CsvLine<'o> {
    out: &'o mut String,
    empty: bool,
}

impl CsvLine<'_> {
    fn cell(&mut self, content: &str) {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        if content.contains([',', '"', '\n', '\r']) {
            self.out.push('"');
            self.out.push_str(&content.replace('"', "\"\""));
            self.out.push('"');
        } else {
            self.out.push_str(content);
        }
    }

    fn text(&mut self, content: Option<&str>) {
        let content = content.unwrap_or_default();
        if content.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
            self.cell(&format!("'{content}"));
        } else {
            self.cell(content);
        }
    }

    fn date(&mut self, date: Option<Date>) {
        self.text(date.map(|date| date.to_string()).as_deref());
    }

    fn number(&mut self, number: Option<Decimal>) {
        self.cell(&number.map(|number| number.normalize().to_string()).unwrap_or_default());
    }

    /// A word of the fact sheet's own: "more_than".
    fn word(&mut self, word: &impl Serialize) {
        let value = serde_json::to_value(word).unwrap_or_default();
        self.cell(value.as_str().unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    fn rows() -> Vec<String> {
        Csv.part(&sample::analysis()).split_terminator("\r\n").map(String::from).collect()
    }

    #[test]
    fn a_fact_with_its_check() {
        let expected = "\"desk/exports, draft.txt\",,,2021-12-16,f1,percent,93%,93,,,percent,,92.5,93.5,exact,actual,exports of software,Mr. Rahman,\
                        July–October 2021,2021-07-01,2021-10-31,,,,,,,3,40,\"The country’s exports of software rose 93% to $830 million in July–October \
                        2021 from $596 million, the ministry said.\",inconsistent,error,growth,39.26,(830 − 596) / 596 = 39.26 %,39%,";
        assert_eq!(rows()[0], expected);
    }

    #[test]
    fn formulas_are_disarmed_and_every_line_has_every_column() {
        let rows = rows();
        assert!(rows[6].contains(",'=2%,"), "{}", rows[6]);
        let plain = rows[1].replace("desk/exports, draft.txt", "").replace("$596 million, the", "");
        assert_eq!(plain.matches(',').count() + 1, COLUMNS.len());
    }
}
