//! Whether a figure is said to be so, aimed at or expected.

use super::Fact;
use super::skeleton::Skeleton;
use crate::document::Document;
use crate::text::TokenKind;

/// How the text puts a figure forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Modality {
    /// It is or was so.
    #[default]
    Actual,
    /// It is aimed at.
    Target,
    /// It is expected.
    Forecast,
}

/// Words before a figure, in its clause, that say it is expected.
const EXPECTED: &[&str] = &[
    "expects",
    "expect",
    "expected",
    "expecting",
    "forecast",
    "forecasts",
    "forecasting",
    "projects",
    "projected",
    "projecting",
    "anticipates",
    "anticipate",
    "anticipated",
    "predicts",
    "predicted",
    "predicting",
    "estimates",
    "estimate",
    "estimated",
    "guidance",
    "outlook",
    "consensus",
    "expectations",
    "expectation",
    "seen",
    "sees",
    "tipped",
    "projection",
    "projections",
    "views",
];
/// Words after a figure that say it is expected, where they follow within a few words.
const EXPECTED_AFTER: &[&str] = &["consensus", "estimate", "estimates", "forecast", "forecasts", "expected", "expectations", "guidance"];
/// Words before a figure, in its clause, that say it is aimed at.
const AIMED: &[&str] = &["target", "targets", "targeting", "targeted", "aims", "aim", "aiming", "goal", "goals", "plans", "plan", "hopes"];

/// How far a cue reaches, in words.
const BEFORE: usize = 16;
const AFTER: usize = 4;

/// Gives each fact its modality.
pub fn assign(document: &Document, skeletons: &[Skeleton], facts: &mut [Fact]) {
    for skeleton in skeletons {
        for element in skeleton.elements.iter() {
            if let Some(fact) = element.fact {
                let sentence = document.sentences[skeleton.sentence].tokens.clone();
                facts[fact].modality = modality(document, element.tokens.start, element.tokens.end, sentence);
            }
        }
    }
}

fn modality(document: &Document, start: usize, end: usize, sentence: std::ops::Range<usize>) -> Modality {
    let is = |token: usize, words: &[&str]| {
        document.tokens[token].kind == TokenKind::Word && words.iter().any(|word| document.word(token).eq_ignore_ascii_case(word))
    };
    for token in (sentence.start.max(start.saturating_sub(BEFORE))..start).rev() {
        if document.tokens[token].is_sign(';') || is(token, &["while", "but", "whereas"]) {
            break;
        }
        if is(token, AIMED) {
            return Modality::Target;
        }
        if is(token, EXPECTED) {
            return Modality::Forecast;
        }
    }
    for token in end..sentence.end.min(end + AFTER) {
        if matches!(document.tokens[token].kind, TokenKind::Sign(',' | ';' | '(' | ')')) || is(token, &["and", "from", "to", "compared"]) {
            break;
        }
        if is(token, EXPECTED_AFTER) {
            return Modality::Forecast;
        }
    }
    Modality::Actual
}
