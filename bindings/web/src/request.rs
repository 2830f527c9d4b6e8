//! What the worker asks for, and the answers as text.

use jiff::civil::Date;
use newsfacts::finding::findings;
use newsfacts::render::csv::Csv;
use newsfacts::render::json::Json;
use newsfacts::render::{Analysis, Render, Totals, html};
use newsfacts::silence::silence;
use newsfacts::{Article, Options, country_named};
use serde::Deserialize;
use serde_json::json;

/// A draft and what the person knows of it.
#[derive(Deserialize)]
struct Draft {
    text: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    date: String,
    #[serde(default)]
    country: String,
    /// Fingerprints of findings that are known and right.
    #[serde(default)]
    ignored: Vec<String>,
}

/// An answer that says what is wrong.
pub fn error(problem: &str) -> String {
    json!({"error": problem}).to_string()
}

/// Analyses a draft.
pub fn analyze(request: &[u8]) -> Result<(Analysis, String), String> {
    let draft: Draft = serde_json::from_slice(request).map_err(|error| format!("the request is not understood: {error}"))?;
    let known = |value: &str| Some(value.trim().to_string()).filter(|value| !value.is_empty());
    let date = known(&draft.date).map(|date| date.parse::<Date>().map_err(|_| format!("“{date}” is not a date like 2025-02-10")));
    let country = known(&draft.country).map(|name| country_named(&name).ok_or(format!("no country of the name “{name}” is known")));
    let options = Options { date: date.transpose()?, country: country.transpose()?, ..Options::default() };
    let article = Article { title: known(&draft.title), ..Article::from_text(draft.text) };
    let sheet = newsfacts::try_analyze(&article, &options).map_err(|problem| problem.what)?;
    let mut findings = findings(&article, &sheet);
    let silenced = silence(&mut findings, &article.text, &draft.ignored);
    let analysis = Analysis { article, sheet, findings, silenced };
    let shown = html::live(&analysis).to_string();
    Ok((analysis, shown))
}

/// Reads a file that was dropped on the page.
pub fn open(name: &str, content: Vec<u8>) -> Result<String, String> {
    let reading = newsfacts::read::file(name, content).map_err(|problem| problem.to_string())?;
    let articles = reading.articles.len();
    let mut warnings: Vec<String> = reading.warnings.iter().map(ToString::to_string).collect();
    let article = reading.articles.into_iter().next().ok_or(format!("{name} holds no article"))?;
    if articles > 1 {
        warnings.push(format!("{name} holds {articles} articles; this is the first"));
    }
    let date = article.date.map(|date| date.to_string());
    Ok(json!({"text": article.text, "title": article.title, "date": date, "format": article.format, "warnings": warnings}).to_string())
}

/// An analysis as a fact sheet, as CSV or as a table.
pub fn export(analysis: &Analysis, form: usize) -> String {
    let whole = |format: &dyn Render| {
        let tail = format.tail(false, &Totals::of(analysis));
        format!("{}{}{tail}", format.head(false), format.part(analysis))
    };
    match form {
        0 => whole(&Json),
        1 => whole(&Csv),
        _ => html::figures(analysis),
    }
}
