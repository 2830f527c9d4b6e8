//! `newsfacts extract`: fact sheets.

use std::io::Write as _;

use newsfacts::render::xbrl_json::XbrlJson;

use super::arguments::{ExtractArguments, Input};
use super::output::Output;
use super::work::Outcome;
use super::{End, Failure, work};

/// Prints a fact sheet for each article.
pub(super) fn run(arguments: &ExtractArguments) -> Result<End, Failure> {
    let outcome = (arguments.format.write)(arguments)?;
    Ok(if outcome.problems > 0 { End::Failed } else { End::Fine })
}

/// Writes the report and, beside it, the taxonomy that it refers to.
pub(super) fn xbrl_json(input: &Input) -> Result<Outcome, Failure> {
    let beside = input.output.as_deref().filter(|path| path.file_name().is_some()).map(|path| path.with_extension("xsd"));
    let Some(taxonomy) = beside.filter(|taxonomy| Some(taxonomy.as_path()) != input.output.as_deref()) else {
        return Err(Failure::new("xbrl-json needs a file: give --output report.json, and report.xsd is written beside it"));
    };
    let name = taxonomy.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let report = XbrlJson::new(name);
    let outcome = work::render(input, &report)?;
    let mut output = Output::open(Some(&taxonomy))?;
    output.write_all(report.taxonomy().as_bytes())?;
    output.commit()?;
    Ok(outcome)
}
