//! Upside: "trades at $49, and its average price target of $60 implies 22% upside".
//!
//! The target price is the new level, the current price the old one. Which is which is told by the words beside each.

use std::ops::Range;

#[cfg(test)]
use super::example::{Example, Fires};
use super::pattern::{LinkScene, Roles};
use crate::document::Document;
use crate::link::reading::SentenceReading;
use crate::mention::{FigureKind, Value};
use crate::relate::Direction;
use crate::words::WordList;

/// What the change between the two prices is called.
static UPSIDES: WordList = WordList::new(words!("upside|appreciation|gain|gains|gaining|rise|potential|return|returns|jump"));
/// The same, downwards.
static DOWNSIDES: WordList = WordList::new(words!("downside"));
/// What says that the percent follows from the two prices.
static IMPLIES: WordList = WordList::new(words!(
    "imply|implies|implying|implied|suggest|suggests|suggesting|point|points|pointing|indicates|indicating|represents|representing|factors|makes"
));
/// What the price is called that is aimed at.
static TARGET: WordList = WordList::new(words!("target"));
/// What stands beside the current price.
static TRADING: WordList =
    WordList::new(words!("trading|trades|trade|traded|priced|selling|sells|sell|current|currently|price|close|closed"));
/// How far a word stands from the price it is beside, in tokens.
const BESIDE: usize = 5;

/// Sentences that must be read, and some in which nothing may be found.
#[cfg(test)]
pub(crate) const EXAMPLES: &[Example] = &[
    Example(
        "The shares are priced at $127.94 and have a price target of $156, implying 22% upside.",
        Fires("22%", &["current $156", "base $127.94"]),
    ),
    Example("The broker raised its price target to $220 from $200, and the 3% yield is safe.", Fires("3%", &[])),
];

/// Whether the sentence speaks of the upside that a target price has.
pub(crate) fn is_told(document: &Document, reading: &SentenceReading) -> bool {
    let mut tokens = document.sentences[reading.sentence].tokens.clone();
    let change = |token: usize| UPSIDES.has(document.word(token)) || DOWNSIDES.has(document.word(token));
    tokens.clone().any(|token| TARGET.has(document.word(token))) && tokens.any(change)
}

/// Whether the words before the price say that shares trade at it.
pub(crate) fn is_traded(document: &Document, reading: &SentenceReading, node: usize) -> bool {
    let price = &reading.nodes[node].tokens;
    let before = document.sentences[reading.sentence].tokens.start.max(price.start.saturating_sub(BESIDE))..price.start;
    let says = |list: &WordList| before.clone().any(|token| list.has(document.word(token)));
    says(&TRADING) && !says(&TARGET)
}

/// The two prices of a sentence with one percent that follows from them.
pub(crate) fn find(document: &Document, scene: &LinkScene) -> Option<(Roles, Direction)> {
    let reading = scene.reading;
    let tokens = document.sentences[reading.sentence].tokens.clone();
    let says = |tokens: Range<usize>, list: &WordList| tokens.into_iter().any(|token| list.has(document.word(token)));
    let figure = |fact: usize| &scene.facts[fact].figure;
    let prices: Vec<usize> = reading
        .facts
        .clone()
        .filter(|&fact| figure(fact).kind == FigureKind::Amount && matches!(figure(fact).value, Value::One(_)))
        .collect();
    let percents = reading.facts.clone().filter(|&fact| figure(fact).kind == FigureKind::Percent).count();
    let &[first, second] = prices.as_slice() else { return None };
    if percents != 1 || figure(first).unit != figure(second).unit || !says(tokens.clone(), &TARGET) || !says(tokens.clone(), &IMPLIES) {
        return None;
    }
    let direction = match (says(tokens.clone(), &UPSIDES), says(tokens.clone(), &DOWNSIDES)) {
        (true, false) => Direction::Up,
        (false, true) => Direction::Down,
        _ => return None,
    };
    let place = |fact: usize| reading.node_of(fact).map(|node| reading.nodes[node].tokens.clone());
    let before = |price: &Range<usize>| tokens.start.max(price.start.saturating_sub(BESIDE))..price.start;
    let behind = |price: &Range<usize>| {
        let end = tokens.end.min(price.end + BESIDE - 1);
        let stop = (price.end..end).find(|&token| document.tokens[token].is_sign(','));
        price.end..stop.unwrap_or(end)
    };
    let is_target = |price: &Range<usize>| says(before(price), &TARGET) || says(behind(price), &TARGET);
    let trades = |price: &Range<usize>| says(before(price), &TRADING);
    let (one, other) = (place(first)?, place(second)?);
    let (current, base) = match (is_target(&one), is_target(&other)) {
        (true, false) if trades(&other) => (first, second),
        (false, true) if trades(&one) => (second, first),
        _ => return None,
    };
    Some((Roles { current: Some(current), base: Some(base), ..Roles::default() }, direction))
}
