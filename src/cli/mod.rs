//! The command line: one file per command.

mod arguments;
mod check;
mod config;
mod explain;
mod extract;
mod formats;
mod lsp;
mod manual;
mod output;
mod progress;
mod report;
mod schema;
mod suggest;
mod text_command;
mod unwanted;
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

/// Prints what a command says of the program itself.
fn print(text: &[u8]) -> Result<(), Failure> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("standard output: cannot be written: {error}"));
    let mut out = io::stdout();
    Ok(io::Write::write_all(&mut out, text).and_then(|()| io::Write::flush(&mut out)).map_err(named)?)
}

/// Parses the arguments, runs the command and gives the exit status.
pub(crate) fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return not_understood(&error),
    };
    let end = match arguments.command {
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Text(arguments) => text_command::run(&arguments),
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
            output::say("error", &failure.what);
            ExitCode::from(2)
        }
    }
}

/// Says what is wrong with the arguments; a file where a command should stand is one for `check`.
fn not_understood(error: &clap::Error) -> ExitCode {
    let first = std::env::args_os().nth(1).unwrap_or_default();
    if error.kind() == clap::error::ErrorKind::InvalidSubcommand && std::path::Path::new(&first).exists() {
        let path = first.to_string_lossy();
        output::say("error", &format!("{path:?} is a file, not a command; did you mean: newsfacts check {path}"));
        return ExitCode::from(2);
    }
    let name = first.to_string_lossy();
    if error.kind() == clap::error::ErrorKind::InvalidSubcommand && name.contains(['.', '/', '\\']) {
        output::say("error", &format!("there is no command and no file {name:?}; articles are checked by: newsfacts check FILE"));
        return ExitCode::from(2);
    }
    let printed = error.print().and_then(|()| io::Write::flush(&mut io::stdout()));
    // Help and version are what was asked for: where they cannot be written, the run has failed.
    match printed {
        Err(full) if !error.use_stderr() && full.kind() != io::ErrorKind::BrokenPipe => {
            output::say("error", &format!("standard output: cannot be written: {full}"));
            ExitCode::from(2)
        }
        _ => ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2)),
    }
}
