//! The command line: one file per command.

mod arguments;
mod check;
mod config;
mod explain;
mod extract;
mod lsp;
mod manual;
mod output;
mod progress;
mod report;
mod schema;
mod silence;
mod text;
mod work;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// What a command ends with.
enum End {
    /// Everything went well: status 0.
    Fine,
    /// A stated figure does not add up for sure, or with --strict perhaps: status 1.
    Wrong,
    /// An input could not be read, and has been reported: status 2.
    Failed,
}

/// Why a run cannot go on, for the person who started it.
#[derive(Debug)]
struct Failure {
    what: String,
    /// Whoever read the output, such as `head`, has seen enough: no fault of the run.
    reader_gone: bool,
}

impl Failure {
    fn new(what: impl Into<String>) -> Self {
        Failure { what: what.into(), reader_gone: false }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure { what: error.to_string(), reader_gone: error.kind() == io::ErrorKind::BrokenPipe }
    }
}

/// Parses the arguments, runs the command and gives the exit status.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let end = match arguments.command {
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Text(arguments) => text::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Schema => schema::run(),
        Command::Lsp => lsp::run(),
        Command::Completions(arguments) => manual::completions(&arguments),
        Command::Man(arguments) => manual::man(&arguments),
    };
    match end {
        Ok(End::Fine) => ExitCode::SUCCESS,
        Ok(End::Wrong) => ExitCode::from(1),
        Ok(End::Failed) => ExitCode::from(2),
        Err(failure) if failure.reader_gone => ExitCode::SUCCESS,
        Err(failure) => {
            anstream::eprintln!("{} {}", output::label("error"), failure.what);
            ExitCode::from(2)
        }
    }
}
