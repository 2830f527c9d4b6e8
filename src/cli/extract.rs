//! `newsfacts extract`: fact sheets.

use newsfacts::render::{csv, json};

use super::arguments::{Extract, ExtractFormat};
use super::{End, Failure, work};

/// Prints a fact sheet for each article.
pub fn run(arguments: &Extract) -> Result<End, Failure> {
    let outcome = match arguments.format {
        ExtractFormat::Json => work::render(&arguments.input, &json::Json),
        ExtractFormat::Jsonl => work::render(&arguments.input, &json::JsonLines),
        ExtractFormat::Csv => work::render(&arguments.input, &csv::Csv),
    }?;
    Ok(if outcome.problems > 0 { End::Failed } else { End::Fine })
}
