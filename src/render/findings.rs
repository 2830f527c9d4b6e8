//! Findings as JSON for other programs: one object with a summary, or one finding a line.

use serde_json::{Value, json};

use super::{Analysis, Render, Totals, wording};
use crate::finding::Finding;

/// `{"format": "newsfacts-check/1", "findings": […], "summary": {…}}`.
pub struct FindingsJson;

impl Render for FindingsJson {
    fn part(&self, analysis: &Analysis) -> String {
        let findings: Vec<String> = analysis.findings.iter().map(|finding| format!("    {}", finding_json(finding, analysis))).collect();
        findings.join(",\n")
    }

    fn head(&self, _several: bool) -> String {
        "{\n  \"format\": \"newsfacts-check/1\",\n  \"findings\": [\n".into()
    }

    fn separator(&self) -> &str {
        ",\n"
    }

    fn tail(&self, _several: bool, totals: &Totals) -> String {
        let summary = json!({
            "articles": totals.articles,
            "figures": totals.figures,
            "checked": totals.checked,
            "wrong": totals.wrong,
            "doubtful": totals.doubtful,
            "unchecked": totals.unchecked,
            "silenced": totals.silenced,
            "left_out": totals.left_out,
            "operands": totals.operands,
            "alone": totals.alone,
        });
        format!("\n  ],\n  \"summary\": {summary}\n}}\n")
    }
}

/// One finding a line.
pub struct FindingsJsonLines;

impl Render for FindingsJsonLines {
    fn part(&self, analysis: &Analysis) -> String {
        analysis.findings.iter().map(|finding| format!("{}\n", finding_json(finding, analysis))).collect()
    }
}

/// A finding as one object.
pub fn finding_json(finding: &Finding, analysis: &Analysis) -> Value {
    let check = &finding.check;
    let operands: Vec<Value> = check
        .operands
        .named()
        .filter_map(|(name, id)| analysis.sheet.fact(id).map(|fact| json!({"name": name, "text": fact.text, "span": fact.span})))
        .collect();
    json!({
        "source": analysis.article.source,
        "id": analysis.article.id,
        "fingerprint": finding.fingerprint,
        "rule": check.rule,
        "severity": wording::severity(check),
        "message": wording::message(check, &analysis.sheet),
        "text": finding.stated.text,
        "span": finding.stated.span,
        "part": finding.stated.part,
        "sentence": finding.sentence,
        "operands": operands,
        "computed": check.computed,
        "formula": check.formula,
        "cause": check.cause,
        "suggestion": check.suggestion,
        "because": check.because,
        "reason": check.reason,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn the_parts_make_one_document() {
        let analysis = sample::analysis();
        let totals = Totals::of(&analysis);
        let whole = format!("{}{}{}", FindingsJson.head(false), FindingsJson.part(&analysis), FindingsJson.tail(false, &totals));
        let value: Value = serde_json::from_str(&whole).expect("JSON");
        assert_eq!(value["findings"][0]["suggestion"], "39%");
        assert_eq!(value["findings"][1]["operands"][0]["text"], "$630 million");
        assert_eq!(value["summary"]["wrong"], 2);
        assert_eq!(value["findings"][0]["computed"]["value"].to_string(), "39.26");
        assert_eq!(value["findings"][0]["severity"], "error");
    }

    #[test]
    fn a_warning_carries_its_evidence() {
        let analysis = sample::doubtful();
        let value: Value = serde_json::from_str(FindingsJsonLines.part(&analysis).lines().nth(1).expect("two findings")).expect("JSON");
        assert_eq!(value["severity"], "warning");
        assert_eq!(value["because"], json!(["same measure: exports", "the ministry's figures"]));
        let totals = Totals::of(&analysis);
        assert_eq!((totals.wrong, totals.doubtful), (1, 1));
    }
}
