//! JSON Lines: one article a line, `{"text": "…", "id": "…", "title": "…", "date": "2021-12-16"}`, only `text` required.

use serde::Deserialize;
use serde_json::Value;

use super::{Format, LONGEST_ARTICLE, Problem, Raw, ReadFile};
use crate::article::{Article, Origin};

/// JSON Lines.
pub static FORMAT: Format =
    Format { name: "JSON Lines", extensions: &["jsonl", "ndjson"], recognises, by_line: true, longest: LONGEST_ARTICLE, read };

/// What to do about a line that is no record.
const ADVICE: &str = r#"a line holds one article: {"text": "…", "id": "…", "title": "…", "date": "2021-12-16"}"#;

#[derive(Deserialize)]
struct Record {
    text: String,
    id: Option<Value>,
    title: Option<String>,
    date: Option<String>,
}

/// Standard input whose first line opens an object with a text is taken for records.
fn recognises(head: &[u8]) -> bool {
    let line = head.trim_ascii_start().split(|&byte| byte == b'\n').next().unwrap_or_default();
    line.starts_with(b"{\"") && line.windows(6).any(|window| window == b"\"text\"")
}

fn read(raw: &Raw) -> Result<ReadFile, Problem> {
    let record: Record = serde_json::from_slice(&raw.bytes).map_err(|error| {
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or_default();
        raw.problem(format!("not an article in JSON: {what} at column {}", error.column())).advise(ADVICE)
    })?;
    let mut warnings = Vec::new();
    let date = record.date.as_deref().filter(|date| !date.is_empty()).and_then(|date| {
        // A time of day may follow.
        let parsed = date.get(..10).and_then(|day| day.parse().ok());
        if parsed.is_none() {
            warnings.push(raw.problem(format!("\"{date}\" is no ISO date; the article is read without one")));
        }
        parsed
    });
    let id = record.id.and_then(|id| match id {
        Value::String(id) => Some(id),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    });
    let origin = Origin::Record(raw.line.unwrap_or(1));
    let article = Article { source: raw.source.clone(), id, title: record.title, date, text: record.text, origin, ..Article::default() };
    Ok(ReadFile { articles: vec![article], warnings })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(line: &str) -> Raw {
        Raw { source: "a.jsonl".into(), line: Some(7), bytes: line.into(), format: &FORMAT }
    }

    #[test]
    fn reads_a_record() {
        let reading = raw(r#"{"text": "Sales rose 5%.", "id": 12, "date": "2021-12-16T08:00:00Z", "more": []}"#).read().expect("a record");
        let article = &reading.articles[0];
        assert_eq!((article.text.as_str(), article.id.as_deref()), ("Sales rose 5%.", Some("12")));
        assert_eq!(article.date, Some(jiff::civil::date(2021, 12, 16)));
    }

    #[test]
    fn names_the_line_of_a_broken_record() {
        let problem = raw(r#"{"text": "Sales"#).read().expect_err("broken");
        assert!(
            problem.to_string().starts_with("a.jsonl:7: not an article in JSON: EOF while parsing a string at column 15; "),
            "{problem}"
        );
        let problem = raw(r#"{"body": "Sales"}"#).read().expect_err("no text");
        assert!(problem.to_string().contains("missing field `text`"), "{problem}");
    }

    #[test]
    fn a_bad_date_is_a_warning() {
        let reading = raw(r#"{"text": "Sales rose 5%.", "date": "yesterday"}"#).read().expect("a record");
        assert_eq!((reading.articles[0].date, reading.warnings.len()), (None, 1));
    }
}
