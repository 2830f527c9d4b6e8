//! SARIF 2.1.0 for editors and code-review tools.
//! Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".

use serde_json::{Value, json};

use super::{Analysis, Render, Totals, wording};
use crate::article::Origin;
use crate::finding::Finding;
use crate::rule::Rule;
use crate::sheet::{Fact, Part};

/// One run with a result for each finding; the rules' documentation is their help.
pub struct Sarif;

impl Render for Sarif {
    fn part(&self, analysis: &Analysis) -> String {
        let results: Vec<String> = analysis.findings.iter().map(|finding| result(finding, analysis).to_string()).collect();
        results.join(",\n")
    }

    fn head(&self, _several: bool) -> String {
        let rules: Vec<Value> = crate::check::CHECKS.iter().map(|check| descriptor(&check.rule)).collect();
        let driver = json!({"name": "newsfacts", "version": env!("CARGO_PKG_VERSION"), "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules});
        format!(
            "{{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", \"runs\": [{{\n\
             \"tool\": {{\"driver\": {driver}}},\n\"columnKind\": \"unicodeCodePoints\",\n\"results\": [\n"
        )
    }

    fn separator(&self) -> &str {
        ",\n"
    }

    fn tail(&self, _several: bool, _totals: &Totals) -> String {
        "\n]}]}\n".into()
    }
}

fn descriptor(rule: &Rule) -> Value {
    let documentation = rule.documentation();
    json!({
        "id": rule.name,
        "name": rule.name,
        "shortDescription": {"text": rule.summary()},
        "fullDescription": {"text": documentation},
        "help": {"text": documentation, "markdown": documentation},
        "defaultConfiguration": {"level": "error"},
    })
}

fn result(finding: &Finding, analysis: &Analysis) -> Value {
    let check = &finding.check;
    let mut text = wording::message(check, &analysis.sheet);
    if let Some(formula) = &check.formula {
        text = format!("{text}: {formula}");
    }
    text.push('.');
    if let Some(doubt) = wording::doubt(check) {
        text = format!("{text} This is {doubt}.");
    }
    if let Some(cause) = check.cause {
        text = format!("{text} Likely slip: {}.", wording::cause(cause));
    }
    if let Some(suggestion) = &check.suggestion {
        text = format!("{text} {suggestion} would fit.");
    }
    let related = check.operands.named().filter_map(|(name, id)| {
        let fact = analysis.sheet.fact(id)?;
        let mut location = location(analysis, fact);
        location["message"] = json!({"text": format!("{}: {}", wording::operand(name, check.rule), fact.text)});
        Some(location)
    });
    let mut result = json!({
        "ruleId": check.rule,
        "level": wording::severity(check),
        "message": {"text": text},
        "locations": [location(analysis, &finding.stated)],
        "relatedLocations": related.collect::<Vec<Value>>(),
        "partialFingerprints": {"newsfactsFinding/v1": finding.fingerprint},
    });
    if let Some(index) = crate::check::CHECKS.iter().position(|definition| definition.check == check.rule) {
        result["ruleIndex"] = index.into();
    }
    if let Some(fix) = fix(finding, analysis) {
        result["fixes"] = json!([fix]);
    }
    result
}

/// Where a figure stands. A record of a collection is a line of the file, and is named; so is the page of a PDF.
fn location(analysis: &Analysis, fact: &Fact) -> Value {
    let mut location = json!({"physicalLocation": {"artifactLocation": {"uri": uri(&analysis.article.source)}}});
    if let Some(region) = region(analysis, fact) {
        location["physicalLocation"]["region"] = region;
    }
    let place = wording::whereabouts(fact.part, &fact.span).unwrap_or_default();
    match (&analysis.article.id, fact.span.page) {
        (Some(id), _) => location["logicalLocations"] = json!([{"name": id, "fullyQualifiedName": format!("{id}: {place}")}]),
        (None, _) if fact.part == Part::Title || fact.span.page.is_some() => location["logicalLocations"] = json!([{"name": place}]),
        _ => {}
    }
    location
}

/// The region of the file, where it can be told.
fn region(analysis: &Analysis, fact: &Fact) -> Option<Value> {
    let span = fact.span;
    if let Some(record) = span.record {
        return Some(json!({"startLine": record, "snippet": {"text": fact.text}}));
    }
    let mut region = json!({"startLine": span.line?, "snippet": {"text": fact.text}});
    if let Some(column) = span.column {
        region["startColumn"] = column.into();
    }
    if is_the_file(analysis) {
        region["charOffset"] = span.start.into();
        region["charLength"] = span.end.saturating_sub(span.start).into();
    }
    Some(region)
}

/// Whether the text is the file's, sign by sign.
fn is_the_file(analysis: &Analysis) -> bool {
    let article = &analysis.article;
    article.origin == Origin::Text && article.format.is_none_or(|format| matches!(format, "text" | "CSV"))
}

/// The figure that would fit, in the place of the one that stands there.
fn fix(finding: &Finding, analysis: &Analysis) -> Option<Value> {
    let suggestion = finding.check.suggestion.as_ref().filter(|_| is_the_file(analysis))?;
    let span = finding.stated.span;
    let (line, column) = (span.line?, span.column?);
    if finding.stated.text.contains('\n') {
        return None;
    }
    let region = json!({"startLine": line, "startColumn": column, "endColumn": column + span.end.saturating_sub(span.start)});
    Some(json!({
        "description": {"text": format!("Replace {} by {suggestion}", finding.stated.text)},
        "artifactChanges": [{
            "artifactLocation": {"uri": uri(&analysis.article.source)},
            "replacements": [{"deletedRegion": region, "insertedContent": {"text": suggestion}}],
        }],
    }))
}

/// A path as a relative or file URI.
fn uri(path: &str) -> String {
    use std::fmt::Write;
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(byte.into()),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn a_log_with_two_results() {
        let text = format!("{}{}{}", Sarif.head(false), Sarif.part(&sample::analysis()), Sarif.tail(false, &Totals::default()));
        let log: Value = serde_json::from_str(&text).expect("JSON");
        let results = &log["runs"][0]["results"];
        assert_eq!(results[0]["ruleId"], "growth");
        assert_eq!(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "desk/exports%2C%20draft.txt");
        assert_eq!(results[0]["locations"][0]["physicalLocation"]["region"]["startColumn"], 40);
        assert_eq!(results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "39%");
        assert_eq!(results[1]["relatedLocations"][0]["message"]["text"], "the part: $630 million");
        assert_eq!(results[1]["level"], "error");
        let doubtful: Value = serde_json::from_str(&format!("[{}]", Sarif.part(&sample::doubtful()))).expect("JSON");
        assert_eq!((&doubtful[0]["level"], &doubtful[1]["level"]), (&json!("error"), &json!("warning")));
        assert_eq!(results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "39%");
        assert_ne!(results[0]["partialFingerprints"], results[1]["partialFingerprints"]);
    }
}
