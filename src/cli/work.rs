//! The run over the inputs: read, analyse in parallel, hand on in input order. Holds a few megabytes, whatever the inputs' size.

use std::io;
use std::sync::Arc;

use newsfacts::Origin;
use newsfacts::finding::findings;
use newsfacts::isolated;
use newsfacts::read::{Inputs, Problem, Raw, numbers};
use newsfacts::render::{Analysis, Render, Totals};
use newsfacts::{Article, Options, analyze};
use rayon::prelude::*;

use super::arguments::Input;
use super::config::Configs;
use super::output::{Output, label};
use super::progress::Progress;
use super::{Failure, silence};

/// How many articles are read ahead and analysed at a time.
const BATCH_ARTICLES: usize = 512;
/// Bytes of a batch, unless one input alone is longer.
const BATCH_BYTES: usize = 2 << 20;
/// Bytes of text, and numbers in it, beyond which an article is long: long ones are analysed one after the other, always on the same
/// thread, so that what one takes in memory is all that they take. Each thread keeps the memory that it once needed.
const LONG_TEXT: usize = 512 << 10;
const MANY_NUMBERS: usize = 10_000;

/// What came of a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    /// Counts.
    pub totals: Totals,
    /// Inputs that could not be read.
    pub problems: usize,
}

/// What comes of an input in parallel.
struct Done<P> {
    articles: Vec<Part<P>>,
    warnings: Vec<Problem>,
    problem: Option<Problem>,
}

/// What comes of an article in parallel.
enum Part<P> {
    /// What was made of it, and its counts.
    Made(Result<(Totals, P), Problem>),
    /// It is long, and still to be analysed.
    Long(Article),
}

/// Analyses every article of the inputs: `part` runs in parallel, `take` gets its results in input order.
/// A bad input is reported on standard error and costs no other input; settings that cannot be read end the run.
pub fn run<P: Send>(
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
    let mut batch = inputs.next();
    loop {
        report(&progress, &inputs.inputs.take_warnings(), "warning");
        if batch.is_empty() {
            break;
        }
        let (done, next) = pool.install(|| {
            rayon::join(
                || batch.into_par_iter().map(|raw| process(raw, input, &configs, &part)).collect::<Result<Vec<_>, Failure>>(),
                || inputs.next(),
            )
        });
        batch = next;
        for done in done? {
            report(&progress, &done.warnings, "warning");
            let mut problems: Vec<Problem> = done.problem.into_iter().collect();
            for article in done.articles {
                let made = match article {
                    Part::Made(made) => made,
                    Part::Long(article) => make(article, input, &configs, &part)?,
                };
                match made {
                    Ok((totals, part)) => {
                        outcome.totals.add(totals);
                        take(part)?;
                    }
                    Err(problem) => problems.push(problem),
                }
            }
            report(&progress, &problems, "error");
            outcome.problems += problems.len();
        }
        progress.update(&outcome.totals);
    }
    Ok(outcome)
}

/// Renders every article of the inputs to the output that the arguments name.
pub fn render(input: &Input, format: &impl Render) -> Result<Outcome, Failure> {
    let mut output = Output::open(input.output.as_deref())?;
    let mut frame = Frame { format, held: None, parts: 0 };
    let outcome = run(input, |analysis| Ok(format.part(&analysis)), |part| frame.push(&mut output, part))?;
    frame.finish(&mut output, &outcome.totals)?;
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
        progress.suspend(|| problems.iter().for_each(|problem| anstream::eprintln!("{} {problem}", label(kind))));
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

fn process<P>(
    raw: Result<Raw, Problem>,
    input: &Input,
    configs: &Configs,
    part: &impl Fn(Analysis) -> Result<P, Problem>,
) -> Result<Done<P>, Failure> {
    let reading = match raw.and_then(|raw| raw.read()) {
        Ok(reading) => reading,
        Err(problem) => return Ok(Done { articles: Vec::new(), warnings: Vec::new(), problem: Some(problem) }),
    };
    let is_long = |article: &Article| article.text.len() > LONG_TEXT || numbers(&article.text) > MANY_NUMBERS;
    let articles = reading
        .articles
        .into_iter()
        .map(|article| if is_long(&article) { Ok(Part::Long(article)) } else { make(article, input, configs, part).map(Part::Made) });
    Ok(Done { articles: articles.collect::<Result<_, _>>()?, warnings: reading.warnings, problem: None })
}

/// Analyses an article, makes of it what is wanted, and counts. Settings that cannot be read are a failure.
fn make<P>(
    article: Article,
    input: &Input,
    configs: &Configs,
    part: &impl Fn(Analysis) -> Result<P, Problem>,
) -> Result<Result<(Totals, P), Problem>, Failure> {
    let config = configs.of(&article.source)?;
    let options = Options {
        date: input.date,
        country: config.country,
        fiscal_year_start: input.fiscal_year_start.or(config.fiscal_year_start),
        stylebook: Arc::clone(&config.stylebook),
    };
    let source = article.source.clone();
    let record = if let Origin::Record(record) = article.origin { Some(record) } else { None };
    let made = isolated(&source, record, || {
        let mut sheet = analyze(&article, &options);
        silence::leave_out(&mut sheet, &config);
        let mut findings = findings(&article, &sheet);
        let silenced = newsfacts::silence::silence(&mut findings, &article.text, &config.silence);
        let analysis = Analysis { article, sheet, findings, silenced };
        let totals = Totals::of(&analysis);
        part(analysis).map(|part| (totals, part))
    });
    Ok(made.and_then(|made| made))
}
