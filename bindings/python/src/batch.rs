//! Many articles at a time: in parallel, without Python's lock, in the order in which they came.

use std::collections::VecDeque;

use newsfacts::render::columns::{ColumnTable, FilledColumn, Values, article_name};
use newsfacts::{Article, FactSheet};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyIterator, PyList};
use rayon::prelude::*;

use crate::article::{Settings, article_of, id_of, refused};
use crate::object;

/// How many articles are taken at a time, and how many bytes of text unless one is longer.
const CHUNK: usize = 512;
const CHUNK_BYTES: usize = 4 << 20;
/// How many of them a thread takes at a time, at most.
const GROUP: usize = 64;
/// Arrow's text columns end at 2 GiB.
const LONGEST_COLUMN: usize = 1 << 30;

/// Fact sheets of the articles of an iterable, one after the other.
#[pyclass(module = "newsfacts._newsfacts")]
pub struct Batch {
    articles: Py<PyIterator>,
    settings: Settings,
    pool: rayon::ThreadPool,
    /// Whether what is wrong with an article is given in its place instead of raised.
    give_errors: bool,
    done: VecDeque<Result<FactSheet, PyErr>>,
    ended: bool,
}

#[pymethods]
impl Batch {
    #[new]
    #[pyo3(signature = (articles, jobs, give_errors, country, fiscal_year_start))]
    fn new(
        articles: &Bound<'_, PyAny>,
        jobs: Option<usize>,
        give_errors: bool,
        country: Option<&str>,
        fiscal_year_start: Option<&str>,
    ) -> PyResult<Batch> {
        let articles = articles.try_iter()?.unbind();
        Ok(Batch {
            articles,
            settings: Settings::new(country, fiscal_year_start)?,
            pool: pool(jobs)?,
            give_errors,
            done: VecDeque::new(),
            ended: false,
        })
    }

    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        if self.done.is_empty() && !self.ended {
            let (articles, ended) = next_articles(self.articles.bind(py))?;
            self.ended = ended;
            let (settings, pool) = (&self.settings, &self.pool);
            let group = group_of(&articles, pool);
            let made = || articles.into_par_iter().chunks(group).flat_map_iter(|articles| sheets(articles, settings)).collect::<Vec<_>>();
            self.done = py.detach(|| pool.install(made)).into_iter().map(|(_, sheet)| sheet).collect();
        }
        match self.done.pop_front() {
            None => Ok(None),
            Some(Ok(sheet)) => object::object(py, &sheet).map(Some),
            Some(Err(error)) if self.give_errors => Ok(Some(error.into_value(py).into_bound(py).into_any())),
            Some(Err(error)) => Err(error),
        }
    }
}

/// A table over the articles of an iterable, as chunks of columns: name, type, length, validity, offsets, values.
#[pyfunction]
#[pyo3(signature = (articles, checks, jobs, give_errors, country, fiscal_year_start))]
pub fn columns<'py>(
    py: Python<'py>,
    articles: &Bound<'py, PyAny>,
    checks: bool,
    jobs: Option<usize>,
    give_errors: bool,
    country: Option<&str>,
    fiscal_year_start: Option<&str>,
) -> PyResult<Bound<'py, PyList>> {
    let (settings, pool) = (Settings::new(country, fiscal_year_start)?, pool(jobs)?);
    let iterator = articles.try_iter()?;
    let empty = || if checks { ColumnTable::checks() } else { ColumnTable::facts() };
    let part = |articles: Articles| -> Result<ColumnTable, PyErr> {
        let mut table = empty();
        for (id, sheet) in sheets(articles, &settings) {
            match sheet {
                Ok(sheet) if checks => table.push_checks(article_name(&sheet), &sheet),
                Ok(sheet) => table.push_facts(article_name(&sheet), &sheet),
                Err(error) if give_errors => table.push_error(id.as_deref().unwrap_or("-"), &error.to_string()),
                Err(error) => return Err(error),
            }
        }
        Ok(table)
    };
    let chunks = PyList::empty(py);
    let mut table = empty();
    loop {
        let (articles, ended) = next_articles(&iterator)?;
        let group = group_of(&articles, &pool);
        let made = || articles.into_par_iter().chunks(group).map(part).collect::<Result<Vec<_>, _>>();
        let made = py.detach(|| pool.install(made))?;
        made.into_iter().for_each(|part| table.append(part));
        if ended || table.longest_text() > LONGEST_COLUMN {
            chunks.append(buffers(py, std::mem::replace(&mut table, empty()))?)?;
        }
        if ended {
            return Ok(chunks);
        }
    }
}

fn pool(jobs: Option<usize>) -> PyResult<rayon::ThreadPool> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or_default()).build();
    threads.map_err(|error| PyValueError::new_err(format!("cannot start threads: {error}")))
}

/// Articles with their ids, which a bad one has as well.
type Articles = Vec<(Option<String>, Result<Article, PyErr>)>;

/// How many articles a thread takes at a time.
fn group_of(articles: &Articles, pool: &rayon::ThreadPool) -> usize {
    articles.len().div_ceil(4 * pool.current_num_threads()).clamp(1, GROUP)
}

/// The fact sheets of articles, in order; what was wrong with an article stands in its place.
fn sheets(items: Articles, settings: &Settings) -> impl Iterator<Item = (Option<String>, Result<FactSheet, PyErr>)> {
    let mut articles = Vec::with_capacity(items.len());
    let items: Vec<_> = items.into_iter().map(|(id, article)| (id, article.map(|article| articles.push(article)))).collect();
    let mut sheets = settings.analyze_all(&articles).into_iter();
    items.into_iter().map(move |(id, read)| {
        let sheet = read.and_then(|()| sheets.next().expect("an article has a sheet").map_err(refused));
        (id, sheet)
    })
}

/// The next articles of an iterator, and whether they are the last. An item that is no article is an error in its place; an error of the
/// iterator itself ends it.
fn next_articles(iterator: &Bound<'_, PyIterator>) -> PyResult<(Articles, bool)> {
    let mut articles = Vec::new();
    let mut bytes = 0;
    let mut iterator = iterator.clone();
    while articles.len() < CHUNK && bytes < CHUNK_BYTES {
        let Some(item) = iterator.next() else { return Ok((articles, true)) };
        let item = item?;
        let article = article_of(&item);
        bytes += article.as_ref().map_or(0, |article| article.text.len());
        articles.push((id_of(&item), article));
    }
    Ok((articles, false))
}

/// The columns of a table as Arrow's buffers.
fn buffers(py: Python<'_>, table: ColumnTable) -> PyResult<Bound<'_, PyList>> {
    let list = PyList::empty(py);
    for FilledColumn { name, valid, values, .. } in table.columns {
        let rows = valid.len();
        let missing = valid.iter().filter(|valid| !**valid).count();
        let mut bits = vec![0u8; rows.div_ceil(8)];
        valid.iter().enumerate().filter(|(_, valid)| **valid).for_each(|(row, _)| bits[row / 8] |= 1 << (row % 8));
        let bytes = |bytes: &[u8]| PyBytes::new(py, bytes);
        let words = |ends: &[i32]| bytes(&ends.iter().flat_map(|end| end.to_le_bytes()).collect::<Vec<u8>>());
        let (kind, offsets, content) = match &values {
            Values::Text(ends, text) => ("text", Some(words(ends)), bytes(text)),
            Values::Double(values) => ("double", None, bytes(&values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>())),
            Values::Integer(values) => ("integer", None, bytes(&values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>())),
            Values::Date(values) => ("date", None, words(values)),
        };
        list.append((name, kind, rows, missing, bytes(&bits), offsets, content))?;
    }
    Ok(list)
}
