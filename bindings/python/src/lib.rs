//! newsfacts for Python: the functions below the package's own ones.
#![forbid(unsafe_code)]

mod article;
mod batch;
mod object;

use newsfacts::finding::findings;
use newsfacts::render::Analysis;
use newsfacts::render::findings::finding_json;
use newsfacts::silence::silence;
use pyo3::prelude::*;

use article::Settings;

/// The fact sheet of one article.
#[pyfunction]
#[pyo3(signature = (text, date, country, id, title, fiscal_year_start))]
fn analyze<'py>(
    py: Python<'py>,
    text: &str,
    date: Option<&str>,
    country: Option<&str>,
    id: Option<String>,
    title: Option<String>,
    fiscal_year_start: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    let settings = Settings::new(country, fiscal_year_start)?;
    let article = article::article(text.into(), date, id, title)?;
    let sheet = py.detach(|| settings.analyze(&article)).map_err(article::refused)?;
    object::object(py, &sheet)
}

/// What does not add up in one article.
#[pyfunction]
#[pyo3(signature = (text, date, country, id, title, fiscal_year_start, ignored))]
#[allow(clippy::too_many_arguments)]
fn check<'py>(
    py: Python<'py>,
    text: &str,
    date: Option<&str>,
    country: Option<&str>,
    id: Option<String>,
    title: Option<String>,
    fiscal_year_start: Option<&str>,
    ignored: Vec<String>,
) -> PyResult<Bound<'py, PyAny>> {
    let settings = Settings::new(country, fiscal_year_start)?;
    let article = article::article(text.into(), date, id, title)?;
    let found = py.detach(|| {
        let sheet = settings.analyze(&article)?;
        let mut findings = findings(&article, &sheet);
        let silenced = silence(&mut findings, &article.text, &ignored);
        let analysis = Analysis { article, sheet, findings, silenced };
        Ok(analysis.findings.iter().map(|finding| finding_json(finding, &analysis)).collect::<Vec<_>>())
    });
    object::object(py, &found.map_err(article::refused)?)
}

/// The report of one article, a page in HTML.
#[pyfunction]
#[pyo3(signature = (text, date, country, id, title, fiscal_year_start))]
fn report(
    py: Python<'_>,
    text: &str,
    date: Option<&str>,
    country: Option<&str>,
    id: Option<String>,
    title: Option<String>,
    fiscal_year_start: Option<&str>,
) -> PyResult<String> {
    let settings = Settings::new(country, fiscal_year_start)?;
    let article = article::article(text.into(), date, id, title)?;
    let page = py.detach(|| {
        let sheet = settings.analyze(&article)?;
        let mut findings = findings(&article, &sheet);
        let silenced = silence(&mut findings, &article.text, &[]);
        Ok(newsfacts::render::html::report(&Analysis { article, sheet, findings, silenced }))
    });
    page.map_err(article::refused)
}

/// The articles of a file, as dictionaries, and what the reader had to guess.
#[pyfunction]
fn read<'py>(py: Python<'py>, name: &str, content: Vec<u8>) -> PyResult<Bound<'py, PyAny>> {
    let reading = py.detach(|| newsfacts::read::file(name, content)).map_err(article::refused)?;
    let articles: Vec<_> = reading
        .articles
        .into_iter()
        .map(|article| {
            let date = article.date.map(|date| date.to_string());
            serde_json::json!({"text": article.text, "id": article.id, "title": article.title, "date": date, "source": article.source, "read_as": article.format})
        })
        .collect();
    let warnings: Vec<String> = reading.warnings.iter().map(ToString::to_string).collect();
    object::object(py, &(articles, warnings))
}

#[pymodule]
fn _newsfacts(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("Fault", module.py().get_type::<article::Fault>())?;
    module.add_function(wrap_pyfunction!(analyze, module)?)?;
    module.add_function(wrap_pyfunction!(check, module)?)?;
    module.add_function(wrap_pyfunction!(report, module)?)?;
    module.add_function(wrap_pyfunction!(read, module)?)?;
    module.add_function(wrap_pyfunction!(batch::columns, module)?)?;
    module.add_class::<batch::Batch>()
}
