//! The output formats: a row each, of which the arguments, the help and the completions come. A new one is a file in `src/render/` and a
//! row here.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use newsfacts::render::columns::ColumnTable;
use newsfacts::render::original::{PlainText, TextRecords};
use newsfacts::render::{csv, findings, github, json, sarif};

use super::arguments::{CheckArguments, ExtractArguments, TextArguments};
use super::work::{self, Outcome};
use super::{Failure, check, extract};

/// An output format of a command with these arguments.
pub(super) struct OutputFormat<Arguments: 'static> {
    /// What `--format` takes.
    name: &'static str,
    /// What the help says of it.
    help: &'static str,
    /// Runs over the inputs and writes.
    pub write: fn(&Arguments) -> Result<Outcome, Failure>,
}

/// Those of `newsfacts check`.
pub(super) static CHECK: &[OutputFormat<CheckArguments>] = &[
    OutputFormat { name: "text", help: "Diagnostics for people, and a summary line", write: check::diagnostics },
    OutputFormat {
        name: "json",
        help: "One object with all findings and a summary",
        write: |a| work::check(&a.input, &findings::FindingsJson, false),
    },
    OutputFormat { name: "jsonl", help: "One finding a line", write: |a| work::check(&a.input, &findings::FindingsJsonLines, false) },
    OutputFormat {
        name: "sarif",
        help: "SARIF 2.1.0 for editors and code-review tools",
        write: |a| work::check(&a.input, &sarif::Sarif, false),
    },
    OutputFormat {
        name: "github",
        help: "Workflow commands that GitHub shows beside the lines",
        write: |a| work::check(&a.input, &github::Github, false),
    },
    OutputFormat {
        name: "parquet",
        help: "A table of all checks, those that hold as well: one row a check",
        write: |a| work::table(&a.input, &ColumnTable::checks(), ColumnTable::push_checks),
    },
];

/// Those of `newsfacts extract`.
pub(super) static EXTRACT: &[OutputFormat<ExtractArguments>] = &[
    OutputFormat {
        name: "json",
        help: "One pretty object for one article, an array for several",
        write: |a| work::render(&a.input, &json::Json),
    },
    OutputFormat { name: "jsonl", help: "One fact sheet a line", write: |a| work::render(&a.input, &json::JsonLines) },
    OutputFormat {
        name: "csv",
        help: "One fact a line, with its article, sentence and check",
        write: |a| work::render(&a.input, &csv::Csv),
    },
    OutputFormat {
        name: "parquet",
        help: "A table of facts for DuckDB, pandas and Spark: one row a fact. `check --format parquet` gives that of the checks",
        write: |a| work::table(&a.input, &ColumnTable::facts(), ColumnTable::push_facts),
    },
    OutputFormat {
        name: "xbrl-json",
        help: "An XBRL report; its taxonomy is written beside the file that --output names",
        write: |a| extract::xbrl_json(&a.input),
    },
];

/// Those of `newsfacts text`.
pub(super) static TEXT: &[OutputFormat<TextArguments>] = &[
    OutputFormat { name: "text", help: "The text, with a form feed between articles", write: |a| work::render(&a.input, &PlainText) },
    OutputFormat { name: "jsonl", help: "One article a line, as newsfacts reads it", write: |a| work::render(&a.input, &TextRecords) },
];

/// Reads the name of one of these formats.
pub(super) fn parser<A>(formats: &'static [OutputFormat<A>]) -> impl TypedValueParser<Value = &'static OutputFormat<A>> {
    let names = formats.iter().map(|format| PossibleValue::new(format.name).help(format.help));
    PossibleValuesParser::new(names).try_map(|name| formats.iter().find(|format| format.name == name).ok_or("there is no such format"))
}
