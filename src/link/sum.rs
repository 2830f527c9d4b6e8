//! Sums: "$44.3 million, made up of $28.2 million of X and $16.1 million of Y", "the $850,000 settlement will be divided: $283,000 to …".
//!
//! Only words that announce all parts ("made up of", "composed of") make a total that can be wrong. A list after "including" or "of this"
//! may leave parts out: it counts where it comes so close to the total that nothing can be left out.

use super::claim::{Claim, ClaimKind, Link, OperandSet, Proof, Question};
use super::cue::Cue;
use super::doubt::DoubtKind;
use super::reading::{Element, SentenceReading, is_level, is_percent};
use super::source::ClaimSource;
use crate::mention::FigureKind;
use crate::number::Decimal;
use crate::words::WordList;

/// Words after which all parts are listed.
static EXHAUSTIVE: WordList =
    WordList::new(words!("comprised|comprises|comprising|consisting|consists|consisted|composed|made|divided|split|broken"));
/// Words for the part that is left of a total.
static REMAINDERS: WordList = WordList::new(words!("remaining|remainder|rest|balance"));
/// Words after which a list goes on with something else.
static OTHERS: WordList = WordList::new(words!("net|less|with|plus|excluding|minus|of"));

/// Adds the sums of all sentences.
pub(super) fn find(source: &ClaimSource, questions: &mut Vec<Question>) {
    for (index, reading) in source.readings.iter().enumerate() {
        questions.extend(total_behind(source, reading).map(|claim| Question { stated: claim.stated, readings: vec![claim] }));
        let Some(cue) = reading.nodes.iter().position(|node| is_cue(source, node)) else { continue };
        let mut list = list(source, reading, cue);
        let next = source.readings.get(index + 1).filter(|next| next.sentence <= reading.sentence + 2);
        let rest = next.and_then(|next| remaining(source, next)).filter(|_| list.len() == 1);
        list.extend(rest);
        if list.len() < 2 {
            continue;
        }
        let total = total_before(source, reading, cue).or_else(|| {
            let before = source.readings.get(index.checked_sub(1)?).filter(|before| before.sentence + 1 == reading.sentence && cue == 0)?;
            let outside = |fact: &usize| is_level(&source.facts[*fact].figure) && !converted(before, *fact);
            before.facts.clone().rev().find(outside)
        });
        let Some(total) = total else { continue };
        let all = rest.is_some();
        questions.extend(
            sum(source, reading, total, Listed { cue, parts: &list, all }).map(|claim| Question { stated: total, readings: vec![claim] }),
        );
        // "$13.4b (S$18.1b) … of this, $12.0b (S$16.2b) …": the amounts in brackets add up as well.
        let beside: Vec<usize> = list.iter().filter_map(|&part| conversion_of(source, part)).collect();
        if let Some(total) = conversion_of(source, total)
            && beside.len() == list.len()
        {
            questions.extend(
                sum(source, reading, total, Listed { cue, parts: &beside, all })
                    .map(|claim| Question { stated: total, readings: vec![claim] }),
            );
        }
    }
}

/// The parts of a sum as they are listed.
struct Listed<'a> {
    /// The words that announce them.
    cue: usize,
    parts: &'a [usize],
    /// Whether the last one is what remains.
    all: bool,
}

/// "The remaining $26 million": the level that what remains is said of.
fn remaining(source: &ClaimSource, reading: &SentenceReading) -> Option<usize> {
    let level = reading.facts.clone().find(|&fact| is_level(&source.facts[fact].figure))?;
    let at = reading.node_of(level)?;
    let first = reading.nodes[..at].iter().find(|node| matches!(node.element, Element::Words(_)))?;
    let said = first.tokens.clone().chain(reading.nodes[at].tokens.clone());
    said.into_iter().any(|token| REMAINDERS.has(source.document.word(token))).then_some(level)
}

/// Whether the fact stands in brackets right behind another figure.
fn converted(reading: &SentenceReading, fact: usize) -> bool {
    let open = reading.node_of(fact).and_then(|at| at.checked_sub(1)).filter(|&at| matches!(reading.at(at), Some(Element::Open(_))));
    open.is_some_and(|open| open > 0 && reading.fact(open - 1).is_some())
}

/// The amount in another currency in the brackets behind a figure.
fn conversion_of(source: &ClaimSource, fact: usize) -> Option<usize> {
    let other = fact + 1;
    let reading = source.reading_of(fact).filter(|reading| reading.facts.contains(&other) && converted(reading, other))?;
    let next = reading.node_of(other)? == reading.node_of(fact)? + 2;
    (next && source.facts[other].figure.unit != source.facts[fact].figure.unit).then_some(other)
}

fn is_cue(source: &ClaimSource, node: &super::reading::Node) -> bool {
    match node.element {
        Element::Cue(Cue::Parts) => true,
        Element::Cue(Cue::Share) => EXHAUSTIVE.has(source.document.word(node.tokens.start)),
        _ => false,
    }
}

/// Whether figures before that token are compared, outside brackets.
fn compares(reading: &SentenceReading, token: usize) -> bool {
    let mut node = 0;
    while let Some(here) = reading.nodes.get(node).filter(|here| here.tokens.start < token) {
        match here.element {
            Element::Open(close) => node = close,
            Element::Cue(Cue::From | Cue::Against | Cue::Than | Cue::To | Cue::By | Cue::Or) => return true,
            _ => {}
        }
        node += 1;
    }
    false
}

/// "The state gave $5.1m and the county $2.4m, for a total of $7.5m": all levels before are its parts.
fn total_behind(source: &ClaimSource, reading: &SentenceReading) -> Option<Claim> {
    let tokens = source.document.sentences[reading.sentence].tokens.clone();
    let is = |token: usize, word: &str| token < tokens.end && source.document.word(token).eq_ignore_ascii_case(word);
    let leads = |&token: &usize| is(token, "for") && is(token + 1, "a") && (is(token + 2, "total") || is(token + 3, "total"));
    let at = tokens.clone().find(leads)?;
    let place = |fact: usize| reading.node_of(fact).map_or(0, |node| reading.nodes[node].tokens.start);
    let levels = || reading.facts.clone().filter(|&fact| is_level(&source.facts[fact].figure));
    let total = levels().find(|&fact| place(fact) > at).filter(|&fact| place(fact) <= at + 8)?;
    let is_count = |fact: &usize| source.facts[*fact].figure.kind == FigureKind::Quantity;
    let of_money = !is_count(&total);
    let parts: Vec<usize> = levels().filter(|fact| place(*fact) < at && !(of_money && is_count(fact))).collect();
    let (figure, facts) = (&source.facts[total].figure, source.facts);
    let is_part = |&part: &usize| {
        let other = &facts[part].figure;
        // A price is no part of what all was sold for.
        let is_small = other.value().zip(figure.value()).is_none_or(|(part, total)| part.saturating_mul(Decimal::ONE_THOUSAND) < total);
        other.is_like(figure) && other.unit == figure.unit && other.per == figure.per && other.value() < figure.value() && !is_small
    };
    if parts.len() < 2 || !parts.iter().all(is_part) || compares(reading, at) {
        return None;
    }
    let mut claim = Claim { operands: OperandSet { parts, ..OperandSet::default() }, ..Claim::new(ClaimKind::Sum, total) };
    source.case().judge(&mut claim, reading, None);
    claim.proof = claim.proof.min(Proof::Likely);
    Some(claim)
}

/// The total: the nearest level before the cue.
fn total_before(source: &ClaimSource, reading: &SentenceReading, cue: usize) -> Option<usize> {
    let mut words = 0;
    let mut node = cue;
    while node > 0 {
        node -= 1;
        match reading.at(node)? {
            Element::Figure(fact) => return may_be_total(source, fact).then_some(fact),
            Element::Words(count) => words += count,
            // "improved to 94.4%; composed of"
            Element::Semicolon if node + 1 == cue => {}
            Element::Semicolon => return None,
            // What stands in brackets is compared, not divided.
            Element::Close(open) => node = open,
            Element::Cue(Cue::Rose | Cue::Fell | Cue::Moved) if words == 0 => return None,
            _ => {}
        }
        if words > 12 {
            return None;
        }
    }
    None
}

fn may_be_total(source: &ClaimSource, fact: usize) -> bool {
    is_level(&source.facts[fact].figure) || is_percent(&source.facts[fact].figure)
}

/// The figures listed behind the cue, outside brackets, up to where the list ends.
fn list(source: &ClaimSource, reading: &SentenceReading, cue: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut node = cue + 1;
    let mut of_part = false;
    let exhaustive = EXHAUSTIVE.has(source.document.word(reading.nodes[cue].tokens.start));
    while let Some(element) = reading.at(node) {
        match element {
            Element::Open(close) if !out.is_empty() && is_beside(source, reading, node, close) => node = close,
            Element::Figure(_) if of_part => of_part = false,
            Element::Figure(fact) if source.facts[fact].figure.value().is_some() => out.push(fact),
            Element::Cue(Cue::Parts) => of_part = true,
            Element::Cue(Cue::Rose | Cue::Fell | Cue::Moved | Cue::Against | Cue::From) => return Vec::new(),
            Element::Semicolon if out.is_empty() => break,
            Element::Cue(Cue::Border) if !out.is_empty() && exhaustive => break,
            Element::Comma | Element::Semicolon if out.len() > 1 && other_follows(source, reading, node) => break,
            _ => {}
        }
        node += 1;
    }
    out
}

/// Whether brackets hold no part of a list: a conversion or comparison of the figure before them, or figures that are no levels.
fn is_beside(source: &ClaimSource, reading: &SentenceReading, open: usize, close: usize) -> bool {
    let holds_figure = (open..close).any(|node| reading.fact(node).is_some());
    let behind_figure = open > 0 && reading.fact(open - 1).is_some() || matches!(reading.at(open + 1), Some(Element::Period(_)));
    holds_figure && (behind_figure || !has_level(source, reading, open, close))
}

fn has_level(source: &ClaimSource, reading: &SentenceReading, open: usize, close: usize) -> bool {
    (open..close).any(|node| reading.fact(node).is_some_and(|fact| is_level(&source.facts[fact].figure)))
}

fn other_follows(source: &ClaimSource, reading: &SentenceReading, comma: usize) -> bool {
    let next = reading.nodes[comma].tokens.end;
    let word = |at: usize| source.document.tokens.get(at).map_or("", |_| source.document.word(at));
    OTHERS.has(word(next)) && !word(next + 1).eq_ignore_ascii_case("which") || word(next).eq_ignore_ascii_case("of")
}

fn sum(source: &ClaimSource, reading: &SentenceReading, total: usize, listed: Listed) -> Option<Claim> {
    let Listed { cue, parts: list, all } = listed;
    let facts = source.facts;
    let figure = &facts[total].figure;
    let parts: Vec<usize> = list
        .iter()
        .copied()
        .filter(|&part| {
            part != total
                && facts[part].figure.kind == figure.kind
                && facts[part].figure.unit == figure.unit
                && facts[part].figure.per == figure.per
        })
        .collect();
    let smaller = parts.iter().all(|&part| facts[part].figure.value() < figure.value());
    // "mainly composed of"
    let partly = cue > 0 && reading.cue(cue - 1) == Some(Cue::Border);
    let exhaustive = all || !partly && EXHAUSTIVE.has(source.document.word(reading.nodes[cue].tokens.start));
    let all_listed = parts.len() == list.len();
    let in_brackets = cue > 0 && matches!(reading.at(cue - 1), Some(Element::Open(_)));
    if parts.len() < 2 || !smaller || !(exhaustive && all_listed || in_brackets || is_close(source, total, &parts)) {
        return None;
    }
    let rates = figure.kind == FigureKind::Percent;
    let mut claim = Claim { operands: OperandSet { parts, ..OperandSet::default() }, ..Claim::new(ClaimKind::Sum, total) };
    source.case().judge(&mut claim, reading, None);
    if !exhaustive || rates {
        claim.link = if exhaustive { Link::Sentence } else { Link::Nearby };
        claim.proof = if in_brackets { Proof::Possible } else { Proof::Weak };
        claim.doubt = Some(DoubtKind::PartsLeftOut);
    }
    let offset = reading.nodes[cue..].iter().any(|node| {
        matches!(node.element, Element::Cue(Cue::Border)) && source.document.word(node.tokens.end - 2).eq_ignore_ascii_case("offset")
    });
    claim.proof = claim.proof.min(if offset { Proof::Weak } else { Proof::Likely });
    Some(claim)
}

/// Whether the parts come so close to the total that no further part is left out.
fn is_close(source: &ClaimSource, total: usize, parts: &[usize]) -> bool {
    let value = |fact: usize| source.facts[fact].figure.value();
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, &part| sum.checked_add(value(part)?));
    let close = sum
        .zip(value(total))
        .and_then(|(sum, total)| Some((sum.checked_sub(total)?.abs(), total.abs().checked_mul(rust_decimal::dec!(0.02))?)));
    close.is_some_and(|(off, margin)| off <= margin)
}
