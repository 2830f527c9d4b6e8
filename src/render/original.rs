//! The article as it was read: the text that the offsets of the fact sheet count in.

use super::{Analysis, Render};

/// The text alone; several articles are parted by a form feed.
pub struct PlainText;

impl Render for PlainText {
    fn part(&self, analysis: &Analysis) -> String {
        let text = &analysis.article.text;
        if text.ends_with('\n') { text.clone() } else { format!("{text}\n") }
    }

    fn separator(&self) -> &str {
        "\u{c}\n"
    }
}

/// One article a line, in the form that newsfacts reads: a collection of any files becomes one of texts.
pub struct TextRecords;

impl Render for TextRecords {
    fn part(&self, analysis: &Analysis) -> String {
        let article = &analysis.article;
        let id = article.id.as_deref().unwrap_or(&article.source);
        let date = article.date.map(|date| date.to_string());
        format!("{}\n", serde_json::json!({ "id": id, "title": article.title, "date": date, "text": article.text }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn a_record_reads_back() {
        let analysis = sample::analysis();
        let record: serde_json::Value = serde_json::from_str(&TextRecords.part(&analysis)).expect("JSON");
        assert_eq!(record["text"], analysis.article.text.as_str());
        assert_eq!(PlainText.part(&analysis).trim_end(), analysis.article.text.trim_end());
    }
}
