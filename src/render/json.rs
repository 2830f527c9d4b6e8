//! Fact sheets as JSON, and one a line as JSON Lines.

use super::{Analysis, Render, Totals};

/// One pretty object for one article, an array for several.
pub struct Json;

impl Render for Json {
    fn part(&self, analysis: &Analysis) -> String {
        serde_json::to_string_pretty(&analysis.sheet).unwrap_or_default()
    }

    fn head(&self, several: bool) -> String {
        if several { "[\n".into() } else { String::new() }
    }

    fn separator(&self) -> &str {
        ",\n"
    }

    fn tail(&self, several: bool, totals: &Totals) -> String {
        match (totals.articles, several) {
            (0, _) => "[]\n",
            (_, true) => "\n]\n",
            (_, false) => "\n",
        }
        .into()
    }
}

/// One sheet a line.
pub struct JsonLines;

impl Render for JsonLines {
    fn part(&self, analysis: &Analysis) -> String {
        let mut line = serde_json::to_string(&analysis.sheet).unwrap_or_default();
        line.push('\n');
        line
    }
}
