//! `newsfacts schema`: the JSON Schema of the fact sheet, made from its types.

use super::{End, Failure};

/// Prints the schema.
pub(super) fn run() -> Result<End, Failure> {
    let schema = schemars::schema_for!(newsfacts::FactSheet);
    let text = serde_json::to_string_pretty(&schema).map_err(|error| Failure::new(error.to_string()))?;
    super::print(format!("{text}\n").as_bytes())?;
    Ok(End::Fine)
}
