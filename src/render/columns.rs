//! Fact sheets in columns, as Arrow and Parquet hold them: one table of facts and one of checks, the same for every tool.
//!
//! A text column is its bytes and the places where each value ends; a missing value is empty and not valid. The layout is Arrow's
//! (<https://arrow.apache.org/docs/format/Columnar.html>), so that it is handed on without a copy of each value.

use std::collections::HashMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use crate::sheet::{Check, Fact, FactSheet, Verdict};

/// The values of a column, with which of them are there.
#[derive(Clone, Debug)]
pub struct FilledColumn {
    /// Its name.
    pub name: &'static str,
    /// What it holds, for people who read the schema.
    pub about: &'static str,
    /// Whether the value of each row is there.
    pub valid: Vec<bool>,
    /// The values.
    pub values: Values,
}

/// The values of a column.
#[derive(Clone, Debug)]
pub enum Values {
    /// UTF-8 text: where each value ends in the bytes, with a zero before, and the bytes.
    Text(Vec<i32>, Vec<u8>),
    /// Floating-point numbers, for reckoning; the exact value is in a text column beside it.
    Double(Vec<f64>),
    /// Whole numbers.
    Integer(Vec<i64>),
    /// Days since 1970-01-01.
    Date(Vec<i32>),
}

/// A table.
#[derive(Clone, Debug)]
pub struct ColumnTable {
    /// Its columns, all of the same length.
    pub columns: Vec<FilledColumn>,
}

/// What a row has in a column.
enum ColumnValue<'a> {
    Text(Option<&'a str>),
    Owned(Option<String>),
    Double(Option<Decimal>),
    Integer(Option<i64>),
    Date(Option<Date>),
}

/// Name, type and meaning of the columns of facts.
const FACTS: &[(&str, char, &str)] = &[
    ("article", 't', "the article's id, or where it came from"),
    ("fact", 't', "the fact's id in its article: f1, f2 …"),
    ("kind", 't', "amount, percent, quantity or ratio"),
    ("text", 't', "the figure as printed"),
    ("value", 't', "the exact value, in decimal digits; null for a range"),
    ("value_double", 'd', "the value as floating-point number"),
    ("unit", 't', "ISO 4217 code, percent, percentage_point, basis_point, times, or the counted noun"),
    ("per", 't', "what a rate is per"),
    ("low", 't', "lower end of a range"),
    ("high", 't', "upper end of a range"),
    ("rounding_low", 'd', "least value that the printed digits allow"),
    ("rounding_high", 'd', "greatest value that the printed digits allow"),
    ("qualifier", 't', "exact, about, more_than, less_than, at_least or at_most"),
    ("measure", 't', "what is measured"),
    ("entity", 't', "whose figure it is, by name"),
    ("entity_kind", 't', "person, organization or place"),
    ("period", 't', "the period as printed"),
    ("from", 'D', "first day of the period"),
    ("to", 'D', "last day of the period, included"),
    ("modality", 't', "actual, target or forecast"),
    ("attribution", 't', "who says so, by name"),
    ("start", 'i', "first code point of the figure in the article's text, from 0"),
    ("end", 'i', "first code point after it"),
    ("part", 't', "text, title or cell: where the figure stands"),
    ("row_label", 't', "of a table's figure: the label of its row"),
    ("column_label", 't', "of a table's figure: the label of its column"),
    (
        "verdict",
        't',
        "consistent, inconsistent or unchecked, by the gravest check of the figure; null where nothing states it to follow from others",
    ),
    ("reference_date", 'D', "the day that the article's relative periods count from"),
    ("error", 't', "why the article could not be analysed; all else but article is null then"),
];

/// Name, type and meaning of the columns of checks.
const CHECKS: &[(&str, char, &str)] = &[
    ("article", 't', "the article's id, or where it came from"),
    ("check", 't', "the check's id in its article: c1, c2 …"),
    ("rule", 't', "growth, share, difference, points, sum, multiple, conversion or restatement"),
    ("stated", 't', "id of the fact that is checked"),
    ("text", 't', "that figure as printed"),
    ("verdict", 't', "consistent, inconsistent or unchecked"),
    ("severity", 't', "error or warning, for an inconsistent one"),
    ("link", 't', "sentence, nearby or inferred: how the operands were found"),
    ("operands", 't', "the operands by name, as JSON: {\"current\": \"f1\"}"),
    ("computed", 't', "what the operands give, in decimal digits"),
    ("computed_double", 'd', "the same as floating-point number"),
    ("computed_low", 'd', "the least that their rounding allows"),
    ("computed_high", 'd', "the most that their rounding allows"),
    ("exactness", 't', "exact, rounding or truncation: why it is consistent"),
    ("formula", 't', "the arithmetic in one line"),
    ("cause", 't', "the likeliest slip"),
    ("suggestion", 't', "the figure that would fit"),
    ("reason", 't', "why it is unchecked"),
    ("start", 'i', "first code point of the figure in the article's text, from 0"),
    ("end", 'i', "first code point after it"),
    ("error", 't', "why the article could not be analysed"),
];

impl ColumnTable {
    fn new(schema: &[(&'static str, char, &'static str)]) -> ColumnTable {
        let column = |&(name, kind, about): &(&'static str, char, &'static str)| {
            let values = match kind {
                't' => Values::Text(vec![0], Vec::new()),
                'd' => Values::Double(Vec::new()),
                'i' => Values::Integer(Vec::new()),
                _ => Values::Date(Vec::new()),
            };
            FilledColumn { name, about, valid: Vec::new(), values }
        };
        ColumnTable { columns: schema.iter().map(column).collect() }
    }

    /// An empty table of facts.
    pub fn facts() -> ColumnTable {
        ColumnTable::new(FACTS)
    }

    /// An empty table of checks.
    pub fn checks() -> ColumnTable {
        ColumnTable::new(CHECKS)
    }

    /// A table with the same columns and no rows.
    pub fn emptied(&self) -> ColumnTable {
        let emptied = |column: &FilledColumn| {
            let values = match column.values {
                Values::Text(..) => Values::Text(vec![0], Vec::new()),
                Values::Double(_) => Values::Double(Vec::new()),
                Values::Integer(_) => Values::Integer(Vec::new()),
                Values::Date(_) => Values::Date(Vec::new()),
            };
            FilledColumn { valid: Vec::new(), values, ..*column }
        };
        ColumnTable { columns: self.columns.iter().map(emptied).collect() }
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.valid.len())
    }

    /// How many bytes its longest text column has: Arrow's offsets of 32 bits end at 2 GiB.
    pub fn longest_text(&self) -> usize {
        let bytes = |column: &FilledColumn| if let Values::Text(_, bytes) = &column.values { bytes.len() } else { 0 };
        self.columns.iter().map(bytes).max().unwrap_or_default()
    }

    /// Appends a row to a table of facts for each fact of an article.
    pub fn push_facts(&mut self, article: &str, sheet: &FactSheet) {
        let mut verdicts: HashMap<&str, Verdict> = HashMap::new();
        let gravity =
            |verdict: Verdict| [Verdict::Inconsistent, Verdict::Consistent, Verdict::Unchecked].iter().position(|&other| other == verdict);
        for check in &sheet.checks {
            let known = verdicts.entry(&check.stated).or_insert(check.verdict);
            *known = std::cmp::min_by_key(*known, check.verdict, |&verdict| gravity(verdict));
        }
        for fact in &sheet.facts {
            self.push(fact_row(article, fact, verdicts.get(fact.id.as_str()).copied(), sheet));
        }
    }

    /// Appends a row to a table of checks for each check of an article.
    pub fn push_checks(&mut self, article: &str, sheet: &FactSheet) {
        for check in &sheet.checks {
            self.push(check_row(article, check, sheet));
        }
    }

    /// Appends a row that says why an article could not be analysed.
    pub fn push_error(&mut self, article: &str, error: &str) {
        for column in &mut self.columns {
            match column.name {
                "article" => column.push(ColumnValue::Text(Some(article))),
                "error" => column.push(ColumnValue::Text(Some(error))),
                _ => column.push_null(),
            }
        }
    }

    /// Appends all rows of another table with the same columns.
    pub fn append(&mut self, other: ColumnTable) {
        for (column, more) in self.columns.iter_mut().zip(other.columns) {
            column.valid.extend(more.valid);
            match (&mut column.values, more.values) {
                (Values::Text(ends, bytes), Values::Text(more_ends, more_bytes)) => {
                    let base = bytes.len() as i32;
                    ends.extend(more_ends.into_iter().skip(1).map(|end| base + end));
                    bytes.extend(more_bytes);
                }
                (Values::Double(values), Values::Double(more)) => values.extend(more),
                (Values::Integer(values), Values::Integer(more)) => values.extend(more),
                (Values::Date(values), Values::Date(more)) => values.extend(more),
                _ => {}
            }
        }
    }

    fn push<'a>(&mut self, row: impl IntoIterator<Item = ColumnValue<'a>>) {
        self.columns.iter_mut().zip(row).for_each(|(column, value)| column.push(value));
    }
}

impl FilledColumn {
    fn push(&mut self, value: ColumnValue) {
        let valid = match (&mut self.values, value) {
            (Values::Text(ends, bytes), ColumnValue::Text(text)) => {
                bytes.extend_from_slice(text.unwrap_or_default().as_bytes());
                ends.push(bytes.len() as i32);
                text.is_some()
            }
            (Values::Text(..), ColumnValue::Owned(text)) => return self.push(ColumnValue::Text(text.as_deref())),
            (Values::Double(values), ColumnValue::Double(value)) => {
                values.push(value.and_then(|value| value.to_f64()).unwrap_or_default());
                value.is_some()
            }
            (Values::Integer(values), ColumnValue::Integer(value)) => {
                values.push(value.unwrap_or_default());
                value.is_some()
            }
            (Values::Date(values), ColumnValue::Date(date)) => {
                let days = date.and_then(days_since_1970);
                values.push(days.unwrap_or_default());
                days.is_some()
            }
            _ => return self.push_null(),
        };
        self.valid.push(valid);
    }

    fn push_null(&mut self) {
        match &mut self.values {
            Values::Text(ends, bytes) => ends.push(bytes.len() as i32),
            Values::Double(values) => values.push(0.0),
            Values::Integer(values) => values.push(0),
            Values::Date(values) => values.push(0),
        }
        self.valid.push(false);
    }
}

/// What an article is called in a table: its id, or where it came from.
pub fn article_name(sheet: &FactSheet) -> &str {
    sheet.document.id.as_deref().unwrap_or(&sheet.document.source)
}

fn days_since_1970(date: Date) -> Option<i32> {
    Date::constant(1970, 1, 1).until(date).ok().map(|span| span.get_days())
}

/// A word of the fact sheet's own: "more_than".
fn word<T: Serialize>(value: &T) -> ColumnValue<'static> {
    ColumnValue::Owned(serde_json::to_value(value).ok().and_then(|value| value.as_str().map(String::from)))
}

fn digits(number: Option<Decimal>) -> ColumnValue<'static> {
    ColumnValue::Owned(number.map(|number| number.normalize().to_string()))
}

fn place(code_point: usize) -> ColumnValue<'static> {
    ColumnValue::Integer(i64::try_from(code_point).ok())
}

/// In the order of [`FACTS`].
fn fact_row<'a>(article: &'a str, fact: &'a Fact, verdict: Option<Verdict>, sheet: &'a FactSheet) -> Vec<ColumnValue<'a>> {
    let entity = fact.entity.as_deref().and_then(|id| sheet.entity(id));
    let period = fact.period.as_deref().and_then(|id| sheet.period(id));
    let speaker = fact.attribution.as_deref().and_then(|id| sheet.entity(id));
    vec![
        ColumnValue::Text(Some(article)),
        ColumnValue::Text(Some(&fact.id)),
        word(&fact.kind),
        ColumnValue::Text(Some(&fact.text)),
        digits(fact.value),
        ColumnValue::Double(fact.value),
        ColumnValue::Text(Some(&fact.unit)),
        ColumnValue::Text(fact.per.as_deref()),
        digits(fact.low),
        digits(fact.high),
        ColumnValue::Double(Some(fact.rounding.low)),
        ColumnValue::Double(Some(fact.rounding.high)),
        word(&fact.qualifier),
        ColumnValue::Text(fact.measure.as_deref()),
        ColumnValue::Text(entity.map(|entity| entity.name.as_str())),
        word(&entity.map(|entity| entity.kind)),
        ColumnValue::Text(period.map(|period| period.text.as_str())),
        ColumnValue::Date(period.and_then(|period| period.from)),
        ColumnValue::Date(period.and_then(|period| period.to)),
        word(&fact.modality),
        ColumnValue::Text(speaker.map(|entity| entity.name.as_str())),
        place(fact.span.start),
        place(fact.span.end),
        if fact.cell.is_some() { ColumnValue::Text(Some("cell")) } else { word(&fact.part) },
        ColumnValue::Text(fact.cell.as_ref().and_then(|cell| cell.row_label.as_deref())),
        ColumnValue::Text(fact.cell.as_ref().and_then(|cell| cell.column_label.as_deref())),
        word(&verdict),
        ColumnValue::Date(sheet.document.reference_date),
        ColumnValue::Text(None),
    ]
}

/// In the order of [`CHECKS`].
fn check_row<'a>(article: &'a str, check: &'a Check, sheet: &'a FactSheet) -> Vec<ColumnValue<'a>> {
    let stated = sheet.fact(&check.stated);
    let computed = check.computed;
    vec![
        ColumnValue::Text(Some(article)),
        ColumnValue::Text(Some(&check.id)),
        ColumnValue::Text(Some(check.rule.as_str())),
        ColumnValue::Text(Some(&check.stated)),
        ColumnValue::Text(stated.map(|fact| fact.text.as_str())),
        word(&check.verdict),
        word(&check.severity),
        word(&check.link),
        ColumnValue::Owned(serde_json::to_string(&check.operands).ok()),
        digits(computed.map(|computed| computed.value)),
        ColumnValue::Double(computed.map(|computed| computed.value)),
        ColumnValue::Double(computed.map(|computed| computed.low)),
        ColumnValue::Double(computed.map(|computed| computed.high)),
        word(&check.exactness),
        ColumnValue::Text(check.formula.as_deref()),
        word(&check.cause),
        ColumnValue::Text(check.suggestion.as_deref()),
        ColumnValue::Text(check.reason.as_deref()),
        stated.map_or(ColumnValue::Integer(None), |fact| place(fact.span.start)),
        stated.map_or(ColumnValue::Integer(None), |fact| place(fact.span.end)),
        ColumnValue::Text(None),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn the_documentation_lists_every_column() {
        let documentation = include_str!("../../docs/tables.md");
        for (name, kind, about) in FACTS.iter().chain(CHECKS) {
            let kind = [('t', "string"), ('d', "double"), ('i', "int64"), ('D', "date")].into_iter().find(|(letter, _)| letter == kind);
            let line = format!("| `{name}` | {} | {about} |", kind.map_or("", |(_, name)| name));
            assert!(documentation.contains(&line), "docs/tables.md lacks: {line}");
        }
    }

    #[test]
    fn every_row_has_every_column() {
        let sheet = sample::analysis().sheet;
        let (mut facts, mut checks) = (ColumnTable::facts(), ColumnTable::checks());
        facts.push_facts("a", &sheet);
        checks.push_checks("a", &sheet);
        facts.push_error("b", "torn");
        let mut twice = facts.clone();
        twice.append(facts.clone());
        assert_eq!((facts.rows(), twice.rows()), (sheet.facts.len() + 1, 2 * sheet.facts.len() + 2));
        for column in facts.columns.iter().chain(&checks.columns).chain(&twice.columns) {
            let length = match &column.values {
                Values::Text(ends, bytes) => {
                    assert_eq!(ends.last().map(|&end| end as usize), Some(bytes.len()), "{}", column.name);
                    ends.len() - 1
                }
                Values::Double(values) => values.len(),
                Values::Integer(values) => values.len(),
                Values::Date(values) => values.len(),
            };
            assert_eq!(length, column.valid.len(), "{}", column.name);
        }
        assert_eq!(fact_row("a", &sheet.facts[0], None, &sheet).len(), FACTS.len());
        assert_eq!(check_row("a", &sheet.checks[0], &sheet).len(), CHECKS.len());
    }
}
