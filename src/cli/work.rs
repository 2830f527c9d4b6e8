//! The run over the inputs: read, analyse in parallel, hand on in input order. Holds a few megabytes, whatever the inputs' size.

use std::io;

use newsfacts::finding::findings;
use newsfacts::read::{Inputs, Problem, Raw};
use newsfacts::render::{Analysis, Render, Totals};
use newsfacts::{Article, Options, analyze};
use rayon::prelude::*;

use super::arguments::Input;
use super::config::Configs;
use super::output::{Output, label};
use super::progress::Progress;
use super::{Failure, silence};

/// How much is read ahead and analysed at a time.
const BATCH_ARTICLES: usize = 512;
/// Bytes of a batch, unless one article alone is longer.
const BATCH_BYTES: usize = 4 << 20;

/// What came of a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    /// Counts.
    pub totals: Totals,
    /// Inputs that could not be read.
    pub problems: usize,
}

/// What comes of an input, in parallel: its parts, and what is to be said about it.
struct Done<P> {
    parts: Vec<(Analysis, P)>,
    warnings: Vec<Problem>,
    problem: Option<Problem>,
}

/// Analyses every article of the inputs: `part` runs in parallel, `take` gets its results in input order.
/// A bad input is reported on standard error and costs no other input.
pub fn run<P: Send>(
    input: &Input,
    part: impl Fn(&Analysis) -> P + Sync,
    mut take: impl FnMut(&Analysis, P) -> io::Result<()>,
) -> Result<Outcome, Failure> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(input.jobs.map_or(0, usize::from))
        .build()
        .map_err(|error| Failure::new(format!("cannot start threads: {error}")))?;
    let configs = Configs::new(input.config.as_deref())?;
    let mut inputs = Inputs::new(input.paths.iter().cloned());
    let mut progress = Progress::new(input.paths.iter().map(|path| path.as_path()), inputs.bytes_read());
    let mut outcome = Outcome::default();
    let mut batch = next_batch(&mut inputs);
    while !batch.is_empty() {
        let (done, next) = pool.install(|| {
            rayon::join(
                || batch.into_par_iter().map(|raw| process(raw, input, &configs, &part)).collect::<Vec<_>>(),
                || next_batch(&mut inputs),
            )
        });
        batch = next;
        for done in done {
            report(&progress, &done.warnings, "warning");
            report(&progress, done.problem.as_slice(), "error");
            outcome.problems += usize::from(done.problem.is_some());
            for (mut analysis, part) in done.parts {
                analysis.number = outcome.totals.articles;
                outcome.totals.add(&analysis);
                take(&analysis, part)?;
            }
        }
        progress.update(&outcome.totals);
    }
    Ok(outcome)
}

/// Renders every article of the inputs to the output that the arguments name.
pub fn render(input: &Input, format: &impl Render) -> Result<Outcome, Failure> {
    let mut output = Output::open(input.output.as_deref())?;
    let mut frame = Frame { format, held: None, parts: 0 };
    let outcome = run(input, |analysis| format.part(analysis), |_, part| frame.push(&mut output, part))?;
    frame.finish(&mut output, &outcome.totals)?;
    output.commit()?;
    Ok(outcome)
}

/// Puts parts between head and tail. The first part is held back until it is known whether others follow.
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
        if self.parts == 1 {
            self.held = Some(part);
            return Ok(());
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
        if !several {
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

fn next_batch(inputs: &mut Inputs) -> Vec<Result<Raw, Problem>> {
    let mut bytes = 0;
    let mut batch = Vec::new();
    while batch.len() < BATCH_ARTICLES && bytes < BATCH_BYTES {
        let Some(raw) = inputs.next() else { break };
        bytes += raw.as_ref().map_or(0, |raw| raw.bytes.len());
        batch.push(raw);
    }
    batch
}

fn process<P>(raw: Result<Raw, Problem>, input: &Input, configs: &Configs, part: impl Fn(&Analysis) -> P) -> Done<P> {
    let mut done = Done { parts: Vec::new(), warnings: Vec::new(), problem: None };
    match raw.and_then(|raw| raw.read()) {
        Err(problem) => done.problem = Some(problem),
        Ok(reading) => {
            done.warnings = reading.warnings;
            for article in reading.articles {
                match analyse(article, input, configs) {
                    Ok(analysis) => {
                        let part = part(&analysis);
                        done.parts.push((analysis, part));
                    }
                    Err(problem) => done.problem = Some(problem),
                }
            }
        }
    }
    done
}

fn analyse(article: Article, input: &Input, configs: &Configs) -> Result<Analysis, Problem> {
    let config = configs.of(&article.source).map_err(|failure| Problem::new(&article.source, failure.what))?;
    let options = Options {
        date: input.date,
        country: config.country.map(|country| country.0),
        fiscal_year_start: input.fiscal_year_start.or(config.fiscal_year_start),
    };
    let mut sheet = analyze(&article, &options);
    silence::leave_out(&mut sheet, &config);
    let mut findings = findings(&article, &sheet);
    let silenced = silence::silence(&mut findings, &article.text, &config);
    Ok(Analysis { number: 0, article, sheet, findings, silenced })
}
