//! Workflow commands that GitHub shows beside the lines of a pull request: `::error file=…,line=…::…`, of a warning `::warning …`.
//! Source: GitHub Docs, "Workflow commands for GitHub Actions".

use std::fmt::Write;

use super::{Analysis, Render, wording};
use crate::sheet::Place;

/// One command a finding.
pub struct Github;

impl Render for Github {
    fn part(&self, analysis: &Analysis) -> String {
        let mut part = String::new();
        for finding in &analysis.findings {
            let span = finding.stated.span;
            let mut message = wording::message(&finding.check, &analysis.sheet);
            if let Some(formula) = &finding.check.formula {
                let _ = write!(message, ": {formula}");
            }
            if let Some(doubt) = wording::doubt(&finding.check) {
                let _ = write!(message, "\n{doubt}");
            }
            if let Some(cause) = finding.check.cause {
                let _ = write!(message, "\nlikely slip: {}", wording::cause(cause));
            }
            if let Some(suggestion) = &finding.check.suggestion {
                let _ = write!(message, "\nhelp: {suggestion}");
            }
            if span.line.is_none() || span.record.is_some() {
                let place = wording::whereabouts(finding.stated.part, &span).unwrap_or_default();
                let id = analysis.article.id.as_ref().map(|id| format!(", {}", wording::harmless(id))).unwrap_or_default();
                let _ = write!(message, "\n{place}{id}");
            }
            let kind = wording::severity(&finding.check);
            let (source, rule) = (property(&analysis.article.source), property(finding.check.rule.as_str()));
            let _ = writeln!(part, "::{kind} file={source}{},title={rule}::{}", lines(&span), data(&message));
        }
        part
    }
}

/// The lines of the file that are marked; none where they cannot be told.
fn lines(span: &Place) -> String {
    match *span {
        Place { record: Some(record), .. } => format!(",line={record}"),
        Place { line: Some(line), column: Some(column), start, end, .. } => {
            format!(",line={line},col={column},endColumn={}", column + end.saturating_sub(start))
        }
        _ => String::new(),
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn escapes_what_the_runner_would_take_for_its_own() {
        let part = Github.part(&sample::analysis());
        let first = part.lines().next().expect("a finding");
        assert_eq!(
            first,
            "::error file=desk/exports%2C draft.txt,line=3,col=40,endColumn=43,title=growth::93%25 is not the change from $596 million to \
             $830 million: (830 − 596) / 596 = 39.26 %25%0Alikely slip: two digits changed places%0Ahelp: 39%25"
        );
    }

    #[test]
    fn a_warning_is_no_error() {
        let part = Github.part(&sample::doubtful());
        let kinds: Vec<&str> = part.lines().filter_map(|line| line.split(' ').next()).collect();
        assert_eq!(kinds, ["::error", "::warning"]);
    }
}
