//! Whether a figure is said to be so, aimed at or expected.

use super::Fact;
use super::skeleton::Skeleton;
use crate::document::Document;
use crate::lexicon::WordList;
use crate::text::{Classes, TokenKind};

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
static EXPECTED: WordList = WordList::new(&[
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
]);
/// Words after a figure that say it is expected, where they follow within a few words.
static EXPECTED_AFTER: WordList =
    WordList::new(&["consensus", "estimate", "estimates", "forecast", "forecasts", "expected", "expectations", "guidance"]);
/// Words before a figure, in its clause, that say it is aimed at.
static AIMED: WordList =
    WordList::new(&["target", "targets", "targeting", "targeted", "aims", "aim", "aiming", "goal", "goals", "plans", "plan", "hopes"]);

/// Words that open another clause.
static CLAUSES: WordList = WordList::new(&["while", "but", "whereas"]);
/// Words that lead from a figure to another.
static LINKS: WordList = WordList::new(&["and", "from", "to", "compared"]);

/// How far a cue reaches, in words.
const BEFORE: usize = 16;
const AFTER: usize = 4;

/// The words of all lists, for the lexicon.
pub fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    [&EXPECTED, &EXPECTED_AFTER, &AIMED, &CLAUSES, &LINKS].into_iter().flat_map(WordList::words).map(|word| (word, Classes::OUTLOOK))
}

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
    let is = |token: usize, words: &WordList| document.tokens[token].classes.any(Classes::OUTLOOK) && words.has(document.word(token));
    for token in (sentence.start.max(start.saturating_sub(BEFORE))..start).rev() {
        if document.tokens[token].is_sign(';') || is(token, &CLAUSES) {
            break;
        }
        if is(token, &AIMED) {
            return Modality::Target;
        }
        if is(token, &EXPECTED) {
            return Modality::Forecast;
        }
    }
    for token in end..sentence.end.min(end + AFTER) {
        if matches!(document.tokens[token].kind, TokenKind::Sign(',' | ';' | '(' | ')')) || is(token, &LINKS) {
            break;
        }
        if is(token, &EXPECTED_AFTER) {
            return Modality::Forecast;
        }
    }
    Modality::Actual
}
