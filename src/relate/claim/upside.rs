//! Upside: "trades at $49, and its average price target of $60 implies 22% upside".
//!
//! The target price is the new level, the current price the old one. Which is which is told by the words right beside each:
//! "target" beside one, and a word of trading beside the other.

use std::ops::Range;

use super::{Claim, ClaimKind, Direction, Operands, Source};
use crate::mention::{FigureKind, Unit, Value};
use crate::relate::cue::{Symbol, symbol};
use crate::relate::skeleton::Skeleton;
use crate::words::WordList;

/// What the change between the two prices is called.
static UPSIDES: WordList =
    WordList::new(&["upside", "appreciation", "gain", "gains", "gaining", "rise", "potential", "return", "returns", "jump"]);
/// The same, downwards.
static DOWNSIDES: WordList = WordList::new(&["downside"]);
/// What says that the percent follows from the two prices.
static IMPLIES: WordList = WordList::new(&[
    "imply",
    "implies",
    "implying",
    "implied",
    "suggest",
    "suggests",
    "suggesting",
    "point",
    "points",
    "pointing",
    "indicates",
    "indicating",
    "represents",
    "representing",
    "factors",
    "makes",
]);
/// What the price is called that is aimed at.
static TARGET: WordList = WordList::new(&["target"]);
/// What leads from a price to another.
static LINKS: WordList = WordList::new(&["and", "but", "with", "on"]);
/// What stands beside the current price.
static TRADING: WordList = WordList::new(&[
    "trading",
    "trades",
    "trade",
    "traded",
    "priced",
    "selling",
    "sells",
    "sell",
    "current",
    "currently",
    "price",
    "close",
    "closed",
]);

/// How far a word stands from the price it is beside, in tokens.
const BESIDE: usize = 5;

/// Finds the upside of one sentence, and gives its levels to a claim that has none yet.
pub fn find(source: &Source, skeleton: &Skeleton, claims: &mut Vec<Claim>) {
    let count = |wanted: Symbol| skeleton.symbols.bytes().filter(|&symbol| symbol == wanted).count();
    if !skeleton.set.has(symbol::PERCENT) || count(symbol::AMOUNT) != 2 {
        return;
    }
    let figures = || skeleton.elements.iter().filter_map(|element| Some((element, &source.facts[element.fact?].figure, element.fact?)));
    let mut percents = figures().filter(|(_, figure, _)| figure.unit == Unit::Percent);
    let mut prices = figures().filter(|(_, figure, _)| figure.kind == FigureKind::Amount);
    let ((Some(percent), None), [Some(first), Some(second), None]) =
        ((percents.next(), percents.next()), [prices.next(), prices.next(), prices.next()])
    else {
        return;
    };
    let is_level = |value: &Value| matches!(value, Value::One(_));
    if first.1.unit != second.1.unit || ![first, second, percent].iter().all(|(_, figure, _)| is_level(&figure.value)) {
        return;
    }
    let tokens = source.document.sentences[skeleton.sentence].tokens.clone();
    let has = |words: &WordList| source.says(tokens.clone(), words);
    if !has(&TARGET) || !has(&IMPLIES) {
        return;
    }
    let direction = match (has(&UPSIDES), has(&DOWNSIDES)) {
        (true, false) => Direction::Up,
        (false, true) => Direction::Down,
        _ => return,
    };
    let is_target = |price: &Range<usize>| {
        let after = price.end..tokens.end.min(price.end + BESIDE - 1);
        source.says(before(price, &tokens), &TARGET) || source.says(up_to_next(source, after), &TARGET)
    };
    let trades = |price: &Range<usize>| source.says(before(price, &tokens), &TRADING);
    let (target, current) = match (is_target(&first.0.tokens), is_target(&second.0.tokens)) {
        (true, false) if trades(&second.0.tokens) => (first.2, second.2),
        (false, true) if trades(&first.0.tokens) => (second.2, first.2),
        _ => return,
    };
    let stated = percent.2;
    let operands = Operands { current: Some(target), base: Some(current), ..Operands::default() };
    source.add_or_complete(claims, Claim { operands, direction: Some(direction), ..Claim::new(ClaimKind::Growth, stated) });
}

fn before(price: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
    sentence.start.max(price.start.saturating_sub(BESIDE))..price.start
}

/// The tokens up to the next comma or figure: "its $62.70 average price target".
fn up_to_next(source: &Source, tokens: Range<usize>) -> Range<usize> {
    let ends = |&token: &usize| source.document.tokens[token].is_sign(',') || source.says(token..token + 1, &LINKS);
    let end = tokens.clone().find(ends);
    tokens.start..end.unwrap_or(tokens.end)
}
