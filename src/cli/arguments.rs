//! The arguments: help, man page and shell completions are made from these definitions.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use newsfacts::FiscalYearStart;

use super::formats::{self, OutputFormat};

/// Reads news text, turns its figures and names into facts, and recomputes every stated percentage.
#[derive(Parser)]
#[command(name = "newsfacts", version, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Check the figures of articles against each other.
    ///
    /// Prints a diagnostic for every stated figure that does not follow from the figures it is about.
    /// An error is sure; a warning is the likeliest reading, with one condition that the text does not prove.
    /// Exit status: 0 no error, 1 an error (with --strict also a warning), 2 the run itself failed.
    Check(CheckArguments),
    /// Extract the facts of articles: amounts, percents, periods, names, and what was recomputed.
    ///
    /// Exit status: 0, or 2 where an input could not be read; the other inputs are processed all the same.
    Extract(ExtractArguments),
    /// Print articles as they are read: the text that the offsets of fact sheets count in.
    ///
    /// Of a web page, a PDF, a Word document, a mail or a feed it is the article alone.
    Text(TextArguments),
    /// Show articles as pages: every figure marked and explained, what does not add up first.
    ///
    /// One article makes one self-contained page, on standard output or in the file that --output names (report.html).
    /// Several articles need a directory (--output report): a page for each, and index.html with the worst first.
    /// Exit status: 0, or 2 where an input could not be read; the other inputs are processed all the same.
    Report(ReportArguments),
    /// Explain what is read and what is checked.
    Explain(ExplainArguments),
    /// Print the JSON Schema of the fact sheet.
    Schema,
    /// Serve an editor: diagnostics as one types, over the Language Server Protocol on standard input and output.
    Lsp,
    /// Print a completion script for a shell.
    Completions(CompletionsArguments),
    /// Print the man page.
    Man(ManArguments),
}

#[derive(Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    pub input: Input,
    /// How to print the findings.
    #[arg(long, value_parser = formats::parser(formats::CHECK), default_value = "text")]
    pub format: &'static OutputFormat<CheckArguments>,
    /// End with status 1 also where there are only warnings.
    #[arg(long)]
    pub strict: bool,
    /// Show the fingerprint of each finding, as newsfacts.toml takes it under `silence` (with --format text).
    #[arg(short, long)]
    pub verbose: bool,
    /// List also the figures that could not be checked, and why (with --format text).
    #[arg(long)]
    pub unchecked: bool,
}

#[derive(Args)]
pub(super) struct ExtractArguments {
    #[command(flatten)]
    pub input: Input,
    /// How to print the fact sheets.
    #[arg(long, value_parser = formats::parser(formats::EXTRACT), default_value = "json")]
    pub format: &'static OutputFormat<ExtractArguments>,
}

#[derive(Args)]
pub(super) struct TextArguments {
    #[command(flatten)]
    pub input: Input,
    /// How to print the articles.
    #[arg(long, value_parser = formats::parser(formats::TEXT), default_value = "text")]
    pub format: &'static OutputFormat<TextArguments>,
}

#[derive(Args)]
pub(super) struct ReportArguments {
    #[command(flatten)]
    pub input: Input,
}

/// What to read, and how.
#[derive(Args)]
pub(super) struct Input {
    /// Articles (text, Markdown, HTML, PDF, DOCX, mail, feeds, also .gz or .zst), collections (.jsonl), directories; "-" for standard input.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The date that "today" means in every article, before its own date [example: 2021-12-16].
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// The first day of the fiscal year, before what text and country say [example: 07-01].
    #[arg(long, value_name = "MM-DD")]
    pub fiscal_year_start: Option<FiscalYearStart>,
    /// Settings, instead of the newsfacts.toml found upwards from each article; `newsfacts explain settings` shows what it can hold.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Write to a file instead of standard output; it appears when it is complete. Reports of several articles: a directory.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How many articles to analyse at a time [default: one per processor].
    #[arg(short, long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
}

#[derive(Args)]
pub(super) struct ExplainArguments {
    /// The name of a rule, as `newsfacts explain` lists it; or `settings`, for what a newsfacts.toml can hold.
    pub rule: Option<String>,
}

#[derive(Args)]
pub(super) struct CompletionsArguments {
    /// The shell.
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

#[derive(Args)]
pub(super) struct ManArguments {
    /// The command to describe, instead of the program as a whole.
    pub command: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definitions_are_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn reads_a_month_and_a_day() {
        assert_eq!("07-01".parse(), Ok(FiscalYearStart { month: 7, day: 1 }));
        for wrong in ["13-01", "7-1", "07-32", "2021-07-01", ""] {
            assert!(wrong.parse::<FiscalYearStart>().is_err(), "{wrong}");
        }
    }
}
