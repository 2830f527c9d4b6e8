//! Shares whose part or whole was said before: "It counted 4,512 fires. Of these, 812 (18%) were set", "That is 5.8% of $3.45 trillion".

use super::claim::{Claim, ClaimKind, Link, OperandSet, Proof};
#[cfg(test)]
use super::construction::example::{Example, Fires};
use super::cue::Cue;
use super::reading::{Element, SentenceReading, is_level, is_percent};
use super::source::{ClaimSource, StatedFigure};
use crate::mention::{Figure, Unit};
use crate::words::WordList;

/// Sentences that must be read, with what must be found, and such in which nothing may be found.
#[cfg(test)]
pub(crate) const EXAMPLES: &[Example] = &[
    Example("It counted 4,512 fires. Of these, 812 (18.0%) were set.", Fires("18.0%", &["part 812", "whole 4,512"])),
    Example("It counted 4,512 fires. Of them, 812, or 18 percent, were set.", Fires("18 percent", &["part 812", "whole 4,512"])),
    Example("Some 4,512 calls came in, 812 of them (18.0%) at night.", Fires("18.0%", &["part 812", "whole 4,512"])),
    Example("It has 4,512 shops. Some 81.0% of these (3,655) are in Spain.", Fires("81.0%", &["part 3,655", "whole 4,512"])),
    Example("Of 4,512 schools 812 (18.0%) have no teacher and 1,128 (25.0%) no tap.", Fires("25.0%", &["part 1,128", "whole 4,512"])),
    Example("In all 4,512 people voted; 812 (18.0%) did so by post.", Fires("18.0%", &["part 812", "whole 4,512"])),
    Example(
        "Sales were $451.2 million, with $81.2 million, or 18.0 percent, coming from abroad.",
        Fires("18.0 percent", &["part $81.2 million", "whole $451.2 million"]),
    ),
    Example(
        "The fund holds $199 billion. That is 5.8% of the country's $3.45 trillion economy.",
        Fires("5.8%", &["part $199 billion", "whole $3.45 trillion"]),
    ),
    Example("It now owns 4,512 of the trees, or 9.5 percent, up from 812 trees, or 6.7 percent.", Fires("6.7 percent", &[])),
    Example("It counted 4,512 fires. It put out 812, up 18.0%.", Fires("18.0%", &[])),
    Example("It counted 4,512 fires. Crews sold 812 hoses (18.0% more).", Fires("18.0%", &[])),
    Example("It has 4,512 shops and 9,300 clerks. Some 812 (18.0%) left.", Fires("18.0%", &[])),
    Example("It sold 4,512 cars. Vans sold were 812, or 31 percent of all vans.", Fires("31 percent", &[])),
];

/// What stands for the whole behind "of".
static PRONOUNS: WordList = WordList::new(words!("these|those|them|this|that|which|whom|it"));

/// The share that takes up what stands before it.
pub(super) fn find(source: &ClaimSource, reading: &SentenceReading, before: &[StatedFigure], stated: usize) -> Option<Claim> {
    of_what_follows(source, reading, stated).or_else(|| of_what_stands_before(source, reading, before, stated))
}

fn share(stated: usize, part: usize, whole: usize, link: Link, proof: Proof) -> Claim {
    let operands = OperandSet { part: Some(part), whole: Some(whole), ..OperandSet::default() };
    Claim { operands, link, proof, ..Claim::new(ClaimKind::Share, stated) }
}

/// "That is 5.8% of the country's $3.45 trillion economy."
fn of_what_follows(source: &ClaimSource, reading: &SentenceReading, stated: usize) -> Option<Claim> {
    let at = reading.node_of(stated).filter(|&at| at <= 4 && reading.cue(0) == Some(Cue::Tie) && reading.cue(at + 1) == Some(Cue::Of))?;
    let next = match reading.at(at + 2)? {
        Element::Words(words) if words <= 4 => at + 3,
        _ => at + 2,
    };
    let whole = reading.fact(next).filter(|&fact| is_level(&source.facts[fact].figure))?;
    let part = only_level(source, source.reading_before(reading)?.facts.clone(), |level| is_part_of(level, &source.facts[whole].figure))?;
    Some(share(stated, part, whole, Link::Nearby, Proof::Likely))
}

fn of_what_stands_before(source: &ClaimSource, reading: &SentenceReading, before: &[StatedFigure], stated: usize) -> Option<Claim> {
    let at = reading.node_of(stated)?;
    let part = part_beside(source, reading, at)?;
    let level = &source.facts[part].figure;
    // "raised its stake to 1,721 shares, or 16.8%, from 1,565 shares, or 15.2%": the level before is no part of the one after.
    let lead =
        (0..reading.node_of(part)?).rev().find(|&node| !matches!(reading.at(node), Some(Element::Words(..=4) | Element::Cue(Cue::Of))));
    if lead.is_some_and(|node| matches!(reading.cue(node), Some(Cue::From | Cue::Against | Cue::Than))) {
        return None;
    }
    let taken_up = takes_up(source, reading, at);
    let may_be_whole = |fact: usize| {
        let whole = &source.facts[fact].figure;
        is_part_of(level, whole) && (taken_up || are_alike(level, whole))
    };
    let first = part.min(stated);
    // The parts of one whole follow each other.
    let listed = before.iter().rev().take_while(|other| reading.facts.contains(&other.stated)).find_map(|other| {
        let claim = other.readings.iter().find(|claim| claim.kind == ClaimKind::Share && claim.is_complete())?;
        claim.operands.whole.filter(|&whole| may_be_whole(whole))
    });
    if let Some(whole) = listed {
        let link = if reading.facts.contains(&whole) { Link::Sentence } else { Link::Nearby };
        return Some(share(stated, part, whole, link, Proof::Likely));
    }
    let proof = if taken_up { Proof::Likely } else { Proof::Possible };
    let own: Vec<usize> = (reading.facts.start..first).filter(|&fact| is_level(&source.facts[fact].figure)).collect();
    if !own.is_empty() {
        let whole = only_level(source, reading.facts.start..first, |whole| is_part_of(level, whole)).filter(|&fact| may_be_whole(fact))?;
        return Some(share(stated, part, whole, Link::Sentence, proof));
    }
    let last = source.reading_before(reading)?;
    let whole = only_level(source, last.facts.clone(), |whole| is_part_of(level, whole)).filter(|&fact| may_be_whole(fact))?;
    Some(share(stated, part, whole, Link::Nearby, proof))
}

/// The part that the share stands beside: "812 (18%)", "812 of them (18%)", "812, or 18%,", "18% of these (812)".
fn part_beside(source: &ClaimSource, reading: &SentenceReading, at: usize) -> Option<usize> {
    let level = |node: usize| reading.fact(node).filter(|&fact| is_level(&source.facts[fact].figure));
    let before = at.saturating_sub(1);
    match reading.at(before)? {
        Element::Open(close) if close == at + 1 => {
            // What it counts may stand between.
            let mut node = before.checked_sub(1)?;
            for _ in 0..2 {
                match reading.at(node)? {
                    Element::Words(words) if words <= 2 => node = node.checked_sub(1)?,
                    Element::Cue(Cue::Of | Cue::Parts) => node = node.checked_sub(1)?,
                    _ => break,
                }
            }
            level(node).filter(|_| reading.cue(close + 1) != Some(Cue::Of) || names_no_other(source, reading, close + 1))
        }
        Element::Cue(Cue::Or) => {
            let node = before.checked_sub(1)?;
            let node = if reading.at(node) == Some(Element::Comma) { node.checked_sub(1)? } else { node };
            level(node).filter(|_| reading.cue(at + 1) != Some(Cue::Of) || names_no_other(source, reading, at + 1))
        }
        _ => {
            let of = reading.cue(at + 1).filter(|cue| matches!(cue, Cue::Of | Cue::Parts))?;
            let open = (at + 2..at + 4).find(|&node| matches!(reading.at(node), Some(Element::Open(_))))?;
            let named = of == Cue::Parts || names_no_other(source, reading, at + 1);
            level(open + 1).filter(|_| named && reading.at(open + 2) == Some(Element::Close(open)))
        }
    }
}

/// Whether "of" at the node goes on with a pronoun.
fn names_no_other(source: &ClaimSource, reading: &SentenceReading, of: usize) -> bool {
    reading.nodes[of].tokens.clone().next_back().is_some_and(|token| is_pronoun(source, token + 1))
}

fn is_pronoun(source: &ClaimSource, token: usize) -> bool {
    token < source.document.tokens.len() && PRONOUNS.has(source.document.word(token))
}

/// Whether "of these", "of which" or the like stands before the share or right behind it.
fn takes_up(source: &ClaimSource, reading: &SentenceReading, at: usize) -> bool {
    let word = |token: usize| source.document.word(token);
    let from = reading.nodes.first().map_or(0, |node| node.tokens.start);
    let to = reading.nodes[(at + 3).min(reading.nodes.len() - 1)].tokens.end;
    (from..to.saturating_sub(1)).any(|token| word(token).eq_ignore_ascii_case("of") && is_pronoun(source, token + 1))
}

/// The only value among the levels that may be meant.
fn only_level(source: &ClaimSource, facts: std::ops::Range<usize>, fits: impl Fn(&Figure) -> bool) -> Option<usize> {
    let figure = |fact: usize| &source.facts[fact].figure;
    let mut found = facts.filter(|&fact| is_level(figure(fact)) && !is_percent(figure(fact)) && fits(figure(fact)));
    let first = found.next()?;
    found.all(|other| figure(other).value() == figure(first).value()).then_some(first)
}

fn is_part_of(part: &Figure, whole: &Figure) -> bool {
    part.is_like(whole) && part.per == whole.per && part.value() < whole.value()
}

/// Whether the units are the same, or the part says none of its own.
fn are_alike(part: &Figure, whole: &Figure) -> bool {
    part.unit == whole.unit || matches!(&part.unit, Unit::Noun(noun) if noun == "units")
}
