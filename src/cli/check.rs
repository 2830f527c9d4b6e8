//! `newsfacts check`: what does not add up.

use newsfacts::render::columns::Table;
use newsfacts::render::diagnostics::Diagnostics;
use newsfacts::render::{findings, github, sarif};

use super::arguments::{Check, CheckFormat};
use super::output::say;
use super::{End, Failure, work};

/// The widest that sentences are set, in columns.
const WIDTH: usize = 100;

/// Prints a finding for each figure that does not add up.
pub(super) fn run(arguments: &Check) -> Result<End, Failure> {
    let input = &arguments.input;
    let outcome = match arguments.format {
        CheckFormat::Text => {
            let color = input.output.is_none() && anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
            let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0).clamp(40, WIDTH));
            work::check(input, &Diagnostics { color, width, verbose: arguments.verbose, unchecked: arguments.unchecked }, true)
        }
        CheckFormat::Json => work::check(input, &findings::Json, false),
        CheckFormat::Jsonl => work::check(input, &findings::JsonLines, false),
        CheckFormat::Sarif => work::check(input, &sarif::Sarif, false),
        CheckFormat::Github => work::check(input, &github::Github, false),
        CheckFormat::Parquet => work::table(input, &Table::checks(), Table::push_checks),
    }?;
    outcome.unused.iter().for_each(|problem| say("warning", &problem.to_string()));
    let totals = &outcome.totals;
    Ok(match (outcome.problems, totals.wrong + if arguments.strict { totals.doubtful } else { 0 }) {
        (0, 0) => End::Fine,
        (0, _) => End::Wrong,
        _ => End::Failed,
    })
}
