//! The run over the inputs: read, analyse in parallel, hand on in input order. Holds a few megabytes, whatever the inputs' size.

use std::collections::HashSet;
use std::io::{self, IsTerminal};
use std::sync::Arc;

use newsfacts::Origin;
use newsfacts::finding::findings;
use newsfacts::isolated;
use newsfacts::read::{Inputs, Problem, Raw, numbers};
use newsfacts::render::columns::{ColumnTable, article_name};
use newsfacts::render::parquet::Parquet;
use newsfacts::render::{Analysis, Render, Totals};
use newsfacts::sheet::FactSheet;
use newsfacts::silence::mistakes;
use newsfacts::{Article, Options, try_analyze_all};
use rayon::prelude::*;

use super::arguments::Input;
use super::config::{self, Config, Configs, Settings};
use super::output::{Output, say};
use super::progress::Progress;
use super::{Failure, unwanted};

/// How many articles are read ahead and analysed at a time.
const BATCH_ARTICLES: usize = 512;
/// Bytes of a batch, unless one input alone is longer.
const BATCH_BYTES: usize = 2 << 20;
/// How many inputs of a batch a thread takes at a time, at most.
const GROUP: usize = 64;
/// Bytes of text, and numbers in it, beyond which an article is long: long ones are analysed one after the other, always on the same
/// thread, so that what one takes in memory is all that they take. Each thread keeps the memory that it once needed.
const LONG_TEXT: usize = 512 << 10;
const MANY_NUMBERS: usize = 10_000;

/// What came of a run.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Counts.
    pub totals: Totals,
    /// Inputs that could not be read.
    pub problems: usize,
    /// Fingerprints in settings that no finding has.
    pub unused: Vec<Problem>,
}

/// What was made of an article.
struct ArticleOutput<P> {
    totals: Totals,
    part: P,
    /// What is wrong with the remarks in its text.
    warnings: Vec<Problem>,
}

/// What comes of the inputs in parallel, in their order.
enum Done<P> {
    /// What was made of an article.
    Made(Box<ArticleOutput<P>>),
    /// An article that is long, and still to be analysed.
    Long(Box<Article>),
    /// What is doubtful about an input.
    Warnings(Vec<Problem>),
    /// What an input or an article failed at.
    Failed(Problem),
}

/// Analyses every article of the inputs: `part` runs in parallel, `take` gets its results in input order.
/// A bad input is reported on standard error and costs no other input; settings that cannot be read cost the articles below them.
pub(super) fn run<P: Send>(
    input: &Input,
    part: impl Fn(Analysis) -> Result<P, Problem> + Sync,
    mut take: impl FnMut(P) -> io::Result<()>,
) -> Result<Outcome, Failure> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(input.jobs.map_or(0, usize::from))
        .build()
        .map_err(|error| Failure::new(format!("cannot start threads: {error}")))?;
    let configs = Configs::new(input.config.as_deref())?;
    let mut inputs = Batches { inputs: Inputs::new(input.paths.iter().cloned()), held: None };
    let mut progress = Progress::new(input.paths.iter().map(|path| path.as_path()), inputs.inputs.bytes_read());
    let mut outcome = Outcome::default();
    // What is wrong with settings is said once, not for every article below them.
    let mut said = HashSet::new();
    let mut batch = inputs.next();
    loop {
        report(&progress, &inputs.inputs.take_warnings(), "warning");
        if batch.is_empty() {
            break;
        }
        let group = batch.len().div_ceil(4 * pool.current_num_threads()).clamp(1, GROUP);
        let (done, next) = pool.install(|| {
            let groups = || batch.into_par_iter().chunks(group).flat_map_iter(|raws| process(raws, input, &configs, &part));
            rayon::join(|| groups().collect::<Vec<_>>(), || inputs.next())
        });
        batch = next;
        for done in done {
            let done = match done {
                Done::Long(article) => analyze(vec![*article], input, &configs, &part).pop().expect("an article comes to something"),
                done => done,
            };
            match done {
                Done::Made(made) => {
                    report(&progress, &made.warnings, "warning");
                    outcome.totals.add(made.totals);
                    take(made.part)?;
                }
                Done::Warnings(warnings) => report(&progress, &warnings, "warning"),
                Done::Failed(problem) => {
                    outcome.problems += 1;
                    if !problem.source.ends_with(config::NAME) || said.insert(problem.to_string()) {
                        report(&progress, &[problem], "error");
                    }
                }
                Done::Long(_) => {}
            }
        }
        progress.update(&outcome.totals);
    }
    report(&progress, &configs.notes(), "note");
    outcome.unused = configs.unused();
    Ok(outcome)
}

/// Renders every article of the inputs to the output that the arguments name. Nothing steers a terminal.
pub(super) fn render(input: &Input, format: &impl Render) -> Result<Outcome, Failure> {
    let mut output = Output::open(input.output.as_deref())?.harmless();
    let outcome = framed(input, format, &mut output, Err)?;
    output.commit()?;
    Ok(outcome)
}

/// Renders findings. Whoever reads them may stop early, as `head` does: the run goes on, for its exit status. The format steers the
/// terminal where it is `styled`.
pub(super) fn check(input: &Input, format: &impl Render, styled: bool) -> Result<Outcome, Failure> {
    let output = Output::open(input.output.as_deref())?;
    let mut output = if styled { output } else { output.harmless() };
    let gone = |error: io::Error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) };
    let outcome = framed(input, format, &mut output, gone)?;
    match output.commit() {
        Err(failure) if !failure.reader_gone => Err(failure),
        _ => Ok(outcome),
    }
}

/// Writes the parts of the articles and what stands around them; `failed` says what a failed write means.
fn framed(
    input: &Input,
    format: &impl Render,
    output: &mut Output,
    failed: impl Fn(io::Error) -> io::Result<()>,
) -> Result<Outcome, Failure> {
    let mut frame = Frame { format, held: None, parts: 0 };
    let outcome = run(input, |analysis| Ok(format.part(&analysis)), |part| frame.push(output, part).or_else(&failed))?;
    frame.finish(output, &outcome.totals).or_else(&failed)?;
    Ok(outcome)
}

/// Writes a row for each of what `push` takes from an article's sheet to the Parquet file that the arguments name.
pub(super) fn table(
    input: &Input,
    empty: &ColumnTable,
    push: impl Fn(&mut ColumnTable, &str, &FactSheet) + Sync,
) -> Result<Outcome, Failure> {
    if input.output.is_none() && io::stdout().is_terminal() {
        return Err(Failure::new("Parquet is nothing for a terminal: give --output FILE.parquet"));
    }
    let mut output = Output::open(input.output.as_deref())?;
    let mut file = Parquet::new(&mut output, empty.emptied())?;
    let part = |analysis: Analysis| {
        let mut rows = empty.emptied();
        push(&mut rows, article_name(&analysis.sheet), &analysis.sheet);
        Ok(rows)
    };
    let outcome = run(input, part, |rows| file.push(rows))?;
    file.finish()?;
    output.commit()?;
    Ok(outcome)
}

/// Puts parts between head and tail. Where the head depends on it, the first part is held back until it is known whether others follow.
struct Frame<'f, R> {
    format: &'f R,
    held: Option<String>,
    parts: usize,
}

impl<R: Render> Frame<'_, R> {
    fn push(&mut self, output: &mut impl io::Write, part: String) -> io::Result<()> {
        if part.is_empty() {
            return Ok(());
        }
        self.parts += 1;
        if self.parts == 1 && self.format.head(true) != self.format.head(false) {
            self.held = Some(part);
            return Ok(());
        }
        if self.parts == 1 {
            output.write_all(self.format.head(true).as_bytes())?;
            return output.write_all(part.as_bytes());
        }
        if let Some(first) = self.held.take() {
            output.write_all(self.format.head(true).as_bytes())?;
            output.write_all(first.as_bytes())?;
        }
        output.write_all(self.format.separator().as_bytes())?;
        output.write_all(part.as_bytes())
    }

    fn finish(&mut self, output: &mut impl io::Write, totals: &Totals) -> io::Result<()> {
        let several = self.parts > 1;
        if self.parts == 0 || self.held.is_some() {
            output.write_all(self.format.head(false).as_bytes())?;
            output.write_all(self.held.take().unwrap_or_default().as_bytes())?;
        }
        output.write_all(self.format.tail(several, totals).as_bytes())
    }
}

fn report(progress: &Progress, problems: &[Problem], kind: &str) {
    if !problems.is_empty() {
        progress.suspend(|| problems.iter().for_each(|problem| say(kind, &problem.to_string())));
    }
}

/// Hands out the inputs batch by batch.
struct Batches {
    inputs: Inputs,
    /// What was too long for the last batch.
    held: Option<Result<Raw, Problem>>,
}

impl Batches {
    fn next(&mut self) -> Vec<Result<Raw, Problem>> {
        let mut bytes = 0;
        let mut batch = Vec::new();
        while batch.len() < BATCH_ARTICLES {
            let Some(raw) = self.held.take().or_else(|| self.inputs.next()) else { break };
            bytes += raw.as_ref().map_or(0, |raw| raw.bytes.len());
            if bytes > BATCH_BYTES && !batch.is_empty() {
                self.held = Some(raw);
                break;
            }
            batch.push(raw);
        }
        batch
    }
}

/// Reads inputs and analyses their articles, but for the long ones. What is wrong with inputs comes first.
fn process<P>(
    raws: Vec<Result<Raw, Problem>>,
    input: &Input,
    configs: &Configs,
    part: &impl Fn(Analysis) -> Result<P, Problem>,
) -> Vec<Done<P>> {
    // Few texts are long enough to have so many numbers.
    let is_dense = |text: &str| text.len() / 2 > MANY_NUMBERS && numbers(text) > MANY_NUMBERS;
    let is_long = |article: &Article| article.text.len() > LONG_TEXT || is_dense(&article.text);
    let (mut done, mut articles) = (Vec::new(), Vec::new());
    for raw in raws {
        match raw.and_then(|raw| raw.read()) {
            Ok(reading) => {
                done.push(Done::Warnings(reading.warnings));
                articles.extend(reading.articles);
            }
            Err(problem) => done.push(Done::Failed(problem)),
        }
    }
    let mut short = Vec::new();
    for article in articles {
        if is_long(&article) {
            done.extend(analyze(std::mem::take(&mut short), input, configs, part));
            done.push(Done::Long(Box::new(article)));
        } else {
            short.push(article);
        }
    }
    done.extend(analyze(short, input, configs, part));
    done
}

/// Analyses articles, those with the same settings together, and makes of each what is wanted.
fn analyze<P>(articles: Vec<Article>, input: &Input, configs: &Configs, part: &impl Fn(Analysis) -> Result<P, Problem>) -> Vec<Done<P>> {
    let settings: Vec<_> = articles.iter().map(|article| configs.of(&article.source)).collect();
    let same = |one: &Settings, next: &Settings| matches!((one, next), (Ok(one), Ok(next)) if Arc::ptr_eq(one, next));
    let mut articles = articles.into_iter();
    let mut done = Vec::with_capacity(settings.len());
    for settings in settings.chunk_by(same) {
        let articles: Vec<Article> = articles.by_ref().take(settings.len()).collect();
        let config = match &settings[0] {
            Ok(config) => config,
            Err(problem) => {
                done.push(Done::Failed(problem.clone()));
                continue;
            }
        };
        let options = Options {
            date: input.date,
            country: config.country,
            fiscal_year_start: input.fiscal_year_start.or(config.fiscal_year_start),
            stylebook: Arc::clone(&config.stylebook),
        };
        let sheets = try_analyze_all(&articles, &options);
        done.extend(articles.into_iter().zip(sheets).map(|(article, sheet)| make(article, sheet, config, configs, part)));
    }
    done
}

/// Makes of an article and its sheet what is wanted, and counts.
fn make<P>(
    article: Article,
    sheet: Result<FactSheet, Problem>,
    config: &Config,
    configs: &Configs,
    part: &impl Fn(Analysis) -> Result<P, Problem>,
) -> Done<P> {
    let source = article.source.clone();
    let record = if let Origin::Record(record) = article.origin { Some(record) } else { None };
    let finish = |mut sheet: FactSheet| {
        unwanted::leave_out(&mut sheet, config);
        let mut findings = findings(&article, &sheet);
        let known = findings.iter().map(|finding| &finding.fingerprint).filter(|fingerprint| config.silence.contains(fingerprint));
        configs.silenced(known.cloned());
        let silenced = newsfacts::silence::silence(&mut findings, &article.text, &config.silence);
        let mut warnings: Vec<Problem> = mistakes(&article.text)
            .into_iter()
            .map(|(line, what)| Problem::new(&source, what).at(Some(record.unwrap_or(line))).advise("`newsfacts explain` lists the checks"))
            .collect();
        if let Some(language) = &sheet.document.language {
            let what = format!("the text is not English ({language}): only its figures are read, and nothing is checked");
            warnings.push(Problem::new(&source, what).at(record));
        }
        let analysis = Analysis { article, sheet, findings, silenced };
        let totals = Totals::of(&analysis);
        part(analysis).map(|part| ArticleOutput { totals, part, warnings })
    };
    match sheet.map_err(|problem| problem.at(record)).and_then(|sheet| isolated(&source, record, || finish(sheet))).flatten() {
        Ok(made) => Done::Made(Box::new(made)),
        Err(problem) => Done::Failed(problem),
    }
}
