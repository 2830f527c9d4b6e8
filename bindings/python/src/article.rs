//! Articles and settings from what Python gives, and problems as exceptions.

use jiff::civil::Date;
use newsfacts::read::Problem;
use newsfacts::{Article, ErrorKind, FactSheet, FiscalYearStart, Options, country_named, try_analyze, try_analyze_all};
use pyo3::create_exception;
use pyo3::exceptions::{PyKeyError, PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

create_exception!(newsfacts, Fault, PyRuntimeError, "A fault in newsfacts itself: please report it.");

/// What holds for every article of a call.
#[derive(Clone)]
pub struct Settings {
    options: Options,
}

impl Settings {
    /// From the country by its name or a town's, and the start of the fiscal year as "MM-DD".
    pub fn new(country: Option<&str>, fiscal_year_start: Option<&str>) -> PyResult<Settings> {
        let country = country
            .map(|name| country_named(name).ok_or_else(|| PyValueError::new_err(format!("no country of the name {name:?} is known"))));
        let start = fiscal_year_start.map(|text| {
            text.parse::<FiscalYearStart>()
                .map_err(|_| PyValueError::new_err(format!("fiscal_year_start must be \"MM-DD\", such as \"07-01\", not {text:?}")))
        });
        let options = Options { country: country.transpose()?, fiscal_year_start: start.transpose()?, ..Options::default() };
        Ok(Settings { options })
    }

    /// The fact sheet of an article. A panic is a problem as well.
    pub fn analyze(&self, article: &Article) -> Result<FactSheet, Problem> {
        try_analyze(article, &self.options)
    }

    /// The fact sheets of articles, in order.
    pub fn analyze_all(&self, articles: &[Article]) -> Vec<Result<FactSheet, Problem>> {
        try_analyze_all(articles, &self.options)
    }
}

/// An article of a text and what is known beside it.
pub fn article(text: String, date: Option<&str>, id: Option<String>, title: Option<String>) -> PyResult<Article> {
    let date = date.map(|date| {
        date.parse::<Date>().map_err(|_| PyValueError::new_err(format!("date must be a date like \"2025-02-10\", not {date:?}")))
    });
    Ok(Article { id, title, date: date.transpose()?, ..Article::from_text(text) })
}

/// An article of a string or of a mapping with `text` and perhaps `id`, `title` and `date`.
pub fn article_of(item: &Bound<'_, PyAny>) -> PyResult<Article> {
    if let Ok(text) = item.cast::<PyString>() {
        return article(text.to_str()?.into(), None, None, None);
    }
    let record = item.cast::<PyDict>().map_err(|_| PyTypeError::new_err("an article must be a str, or a dict with \"text\""))?;
    let value = |name: &str| -> PyResult<Option<String>> {
        let value = record.get_item(name)?.filter(|value| !value.is_none());
        value.map(|value| value.str()?.extract()).transpose()
    };
    let text = value("text")?.ok_or_else(|| PyKeyError::new_err("text"))?;
    article(text, value("date")?.as_deref(), value("id")?, value("title")?)
}

/// The id of an article that may be none.
pub fn id_of(item: &Bound<'_, PyAny>) -> Option<String> {
    let id = item.cast::<PyDict>().ok()?.get_item("id").ok()??;
    if id.is_none() { None } else { id.str().ok()?.extract().ok() }
}

/// The exception of a problem: a `Fault` for what is our fault, else a ValueError.
pub fn refused(problem: Problem) -> PyErr {
    let text = problem.to_string();
    let text = text.strip_prefix("standard input").map_or(text.clone(), |rest| format!("the text{rest}"));
    if problem.kind == ErrorKind::Fault { Fault::new_err(text) } else { PyValueError::new_err(text) }
}
