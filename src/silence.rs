//! Findings that are known and right, and not wanted again: by a remark in the text, or by fingerprint.
//!
//! `<!-- newsfacts: ignore -->` silences the findings of its line, or, alone on a line, those of the next line that is not blank;
//! `<!-- newsfacts: ignore growth -->` only those of that check.

use crate::finding::Finding;
use crate::sheet::Part;
use crate::text::{CodePoints, LineIndex};

/// Removes the findings that a remark in the text or one of these fingerprints silences, and gives their number.
pub fn silence(findings: &mut Vec<Finding>, text: &str, fingerprints: &[String]) -> usize {
    if findings.is_empty() {
        return 0;
    }
    let remarks = remarks(text);
    let lines = LineIndex::new(text);
    let code_points = CodePoints::new(text);
    let before = findings.len();
    findings.retain(|finding| {
        let by_remark = remarks.iter().any(|remark| {
            finding.stated.part == Part::Text
                && remark.line == lines.place(code_points.byte(finding.stated.span.start)).line
                && (remark.rules.is_empty() || remark.rules.contains(&finding.check.rule.as_str()))
        });
        !by_remark && !fingerprints.contains(&finding.fingerprint)
    });
    before - findings.len()
}

/// Why a check was not made that the settings leave out.
pub const LEFT_OUT: &str = "this check is left out by newsfacts.toml";

/// What is wrong with the remarks of a text that are meant for this program, each with its line in the text, from 1.
///
/// ```
/// let wrong = newsfacts::silence::mistakes("Sales rose 5%. <!-- newsfacts: ignore growht -->");
/// assert_eq!(wrong[0].0, 1);
/// ```
pub fn mistakes(text: &str) -> Vec<(usize, String)> {
    let mut mistakes = Vec::new();
    if !text.contains("newsfacts:") {
        return mistakes;
    }
    let known = |name: &str| crate::check::CHECKS.iter().any(|check| check.rule.name == name);
    for (index, line) in text.split('\n').enumerate() {
        for (at, _) in line.match_indices("<!--") {
            let inside = line[at + 4..].split("-->").next().unwrap_or_default().trim();
            let Some(said) = inside.strip_prefix("newsfacts:") else { continue };
            match rules(&line[at..]) {
                None => mistakes.push((index + 1, format!("the remark {:?} is not understood; `newsfacts: ignore` is", said.trim()))),
                Some(names) => mistakes.extend(
                    names.iter().filter(|name| !known(name)).map(|name| (index + 1, format!("there is no check {name:?} to ignore"))),
                ),
            }
        }
    }
    mistakes
}

/// A remark in the text.
struct Remark<'t> {
    /// The line whose findings it silences, from 1.
    line: usize,
    /// The checks that it silences; all where it names none.
    rules: Vec<&'t str>,
}

fn remarks(text: &str) -> Vec<Remark<'_>> {
    let mut remarks = Vec::new();
    let mut waiting: Vec<Vec<&str>> = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        let found: Vec<Vec<&str>> = line.match_indices("<!--").filter_map(|(at, _)| rules(&line[at..])).collect();
        let line = line.trim();
        let alone = !found.is_empty() && line.starts_with("<!--") && line.find("-->").is_some_and(|end| end + 3 == line.len());
        if alone {
            waiting.extend(found);
        } else {
            let here = found.into_iter().chain(if line.is_empty() { Vec::new() } else { std::mem::take(&mut waiting) });
            remarks.extend(here.map(|rules| Remark { line: index + 1, rules }));
        }
    }
    remarks
}

/// The checks that a remark names: `<!-- newsfacts: ignore growth, sum -->`.
fn rules(remark: &str) -> Option<Vec<&str>> {
    let (inside, _) = remark.strip_prefix("<!--")?.split_once("-->")?;
    let names = inside.trim().strip_prefix("newsfacts:")?.trim().strip_prefix("ignore")?;
    Some(names.split([',', ' ']).filter(|name| !name.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_silences_its_line_or_the_next() {
        let text = "One.\nTwo. <!-- newsfacts: ignore -->\n<!-- newsfacts: ignore growth, sum -->\n\nFive.\nSix. <!-- other -->";
        let remarks: Vec<_> = remarks(text).into_iter().map(|remark| (remark.line, remark.rules)).collect();
        assert_eq!(remarks, [(2, vec![]), (5, vec!["growth", "sum"])]);
    }
}
