//! `newsfacts text`: the articles as they were read.

use super::arguments::TextArguments;
use super::{End, Failure};

/// Prints the text of each article.
pub(super) fn run(arguments: &TextArguments) -> Result<End, Failure> {
    let outcome = (arguments.format.write)(arguments)?;
    Ok(if outcome.problems > 0 { End::Failed } else { End::Fine })
}
