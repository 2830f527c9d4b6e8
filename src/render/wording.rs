//! What a check says, in words for a copy editor.

use std::borrow::Cow;

use crate::check::template::{self, TemplatePiece};
use crate::sheet::{Cause, Check, CheckRule, FactSheet, Part, Place, Severity};

/// What is wrong with an inconsistent figure, in one sentence without a full stop: "93% is not the change from $596 million to $830 million".
pub fn message(check: &Check, sheet: &FactSheet) -> String {
    let text = |id: &str| sheet.fact(id).map_or("a figure", |fact| fact.text.as_str());
    let stated = sheet.fact(&check.stated).map_or("the figure", |fact| fact.text.as_str());
    let phrase = crate::check::definition(check.rule).message.iter().find(|phrase| phrase.fits(&check.operands));
    let what = phrase.map(|phrase| {
        let piece = |piece| match piece {
            TemplatePiece::Words(words) => words.into(),
            TemplatePiece::Operand(name) => listed(&template::ids(&check.operands, name).into_iter().map(text).collect::<Vec<&str>>()),
        };
        phrase.pieces().map(piece).collect::<String>()
    });
    match what {
        Some(what) => format!("{stated} is not {what}"),
        None => format!("{stated} does not fit the figures around it"),
    }
}

/// "warning" or "error": how sure it is that the figure is wrong.
pub fn severity(check: &Check) -> &'static str {
    if check.is_warning() { "warning" } else { "error" }
}

/// Of a warning, what is not sure and what speaks for it all the same: "not sure: the figures stand apart; because same measure: revenue".
pub fn doubt(check: &Check) -> Option<String> {
    if check.severity != Some(Severity::Warning) {
        return None;
    }
    let reason = check.reason.as_ref().map(|reason| format!("not sure: {reason}"));
    let because = (!check.because.is_empty()).then(|| format!("because {}", check.because.join("; ")));
    let parts: Vec<String> = reason.into_iter().chain(because).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// A line of text in which nothing steers a terminal: control characters, line ends and signs that turn the direction become "?".
///
/// ```
/// assert_eq!(newsfacts::render::wording::harmless("a\u{1b}[31m\nb"), "a?[31m?b");
/// ```
pub fn harmless(text: &str) -> Cow<'_, str> {
    let steers = |sign: char| sign.is_control() && sign != '\t' || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if text.contains(steers) { text.replace(steers, "?").into() } else { text.into() }
}

/// Where in its file something stands: "line 3", "record 7, line 1", "page 2", "title"; `None` where that cannot be told.
pub fn whereabouts(part: Part, place: &Place) -> Option<String> {
    let title = (part == Part::Title).then(|| "title".to_string());
    let record = place.record.map(|record| format!("record {record}"));
    let page = place.page.map(|page| format!("page {page}"));
    let line = place.line.map(|line| format!("line {line}"));
    let parts: Vec<String> = [record, page, line, title].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// "a, b and c".
fn listed(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).into(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The likeliest slip, in words.
pub fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Scale => "the scale is off: million for billion, or the like",
        Cause::DigitsSwapped => "two digits changed places",
        Cause::DigitDropped => "a digit was left out or doubled",
        Cause::DigitWrong => "one digit is wrong",
        Cause::MultipleForChange => "the new level in percent of the old one was given as the change",
        Cause::ShareForChange => "a share was given as the change",
        Cause::PointsForPercent => "percentage points were given as percent",
        Cause::BaseSwapped => "the two levels changed places",
        Cause::ChangeOverCurrent => "the change was taken over the new level instead of the old one",
        Cause::Sign => "up and down were mixed up",
        Cause::OtherPeriod => "the figure belongs to another period",
        Cause::OtherMeasure => "the figure belongs to another measure",
    }
}

/// What an operand is to the figure that is checked: "the level before".
pub fn operand(name: &str, rule: CheckRule) -> &'static str {
    match (name, rule) {
        ("current", _) => "now",
        ("base", _) => "before",
        ("delta", _) => "the change",
        ("part", CheckRule::Sum) => "a part",
        ("part", _) => "the part",
        ("whole", _) => "the whole",
        _ => "the other figure",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn says_what_the_figure_is_not() {
        let analysis = sample::analysis();
        let messages: Vec<String> = analysis.findings.iter().map(|finding| message(&finding.check, &analysis.sheet)).collect();
        assert_eq!(
            messages,
            ["93% is not the change from $596 million to $830 million", "57.9% is not the share of $630 million in $830 million"]
        );
    }

    #[test]
    fn lists_read_like_prose() {
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    }
}
