//! `newsfacts check`: what does not add up.

use newsfacts::render::diagnostics::Diagnostics;

use super::arguments::CheckArguments;
use super::output::say;
use super::work::{self, Outcome};
use super::{End, Failure};

/// The widest that sentences are set, in columns.
const WIDTH: usize = 100;

/// Prints a finding for each figure that does not add up.
pub(super) fn run(arguments: &CheckArguments) -> Result<End, Failure> {
    let outcome = (arguments.format.write)(arguments)?;
    outcome.unused.iter().for_each(|problem| say("warning", &problem.to_string()));
    let totals = &outcome.totals;
    Ok(match (outcome.problems, totals.wrong + if arguments.strict { totals.doubtful } else { 0 }) {
        (0, 0) => End::Fine,
        (0, _) => End::Wrong,
        _ => End::Failed,
    })
}

/// Prints them for people, as wide as the terminal is.
pub(super) fn diagnostics(arguments: &CheckArguments) -> Result<Outcome, Failure> {
    let CheckArguments { input, verbose, unchecked, .. } = arguments;
    let color = input.output.is_none() && anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
    let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0).clamp(40, WIDTH));
    work::check(input, &Diagnostics { color, width, verbose: *verbose, unchecked: *unchecked }, true)
}
