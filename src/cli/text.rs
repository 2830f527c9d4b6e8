//! `newsfacts text`: the articles as they were read.

use newsfacts::render::article::{Records, Text};

use super::arguments::{Text as Arguments, TextFormat};
use super::{End, Failure, work};

/// Prints the text of each article.
pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let outcome = match arguments.format {
        TextFormat::Text => work::render(&arguments.input, &Text),
        TextFormat::Jsonl => work::render(&arguments.input, &Records),
    }?;
    Ok(if outcome.problems > 0 { End::Failed } else { End::Fine })
}
