//! Stakes that add up: "holds 37.6%" and later "bought another 4.7%, taking his stake to 42.3%".

use std::ops::Range;

use super::{Claim, ClaimKind, Link, Operands, Source};
use crate::mention::Unit;
use crate::relate::cue::symbol;
use crate::relate::skeleton::Skeleton;
use crate::words::WordList;

static STAKES: WordList = WordList::new(&["stake", "holding", "shareholding", "interest"]);
static TAKING: WordList =
    WordList::new(&["taking", "bringing", "raising", "lifting", "increasing", "boosting", "take", "bring", "takes", "brings"]);
static FROM: WordList = WordList::new(&["from"]);
static ANOTHER: WordList = WordList::new(&["another", "further", "additional"]);

/// How many sentences back the stake before stands.
const REACH: usize = 8;
/// How far a word stands from the percent that it names, in tokens.
const BESIDE: usize = 4;

/// Finds the stake of one sentence that is the sum of two others.
pub fn find(source: &Source, skeleton: &Skeleton, claims: &mut Vec<Claim>) {
    if skeleton.symbols.bytes().filter(|&symbol| symbol == symbol::PERCENT).count() != 2 {
        return;
    }
    if let Some((total, parts)) = taken_to(source, skeleton).or_else(|| another(source, skeleton)) {
        claims.push(Claim {
            operands: Operands { parts: parts.to_vec(), ..Operands::default() },
            link: Link::Nearby,
            tentative: true,
            ..Claim::new(ClaimKind::Sum, total)
        });
    }
}

/// "bought a 4.7% holding, taking his stake to 42.3%", with the stake before in an earlier sentence.
fn taken_to(source: &Source, skeleton: &Skeleton) -> Option<(usize, [usize; 2])> {
    let percents = percents(source, skeleton);
    let [(added, _), (total, ref tokens)] = percents[..] else { return None };
    let lead = tokens.start.saturating_sub(2 * BESIDE)..tokens.start;
    if !source.says(lead.clone(), &TAKING) || !source.says(lead, &STAKES) || source.says(tokens.end..tokens.end + BESIDE, &FROM) {
        return None; // "to 29.9% from 24.9%" tells the stake before
    }
    let earlier = source.skeletons[skeleton.sentence.saturating_sub(REACH)..skeleton.sentence].iter().rev().find_map(|skeleton| {
        let stakes = self::percents(source, skeleton);
        stakes.into_iter().rev().find(|(_, tokens)| source.says(tokens.end..tokens.end + BESIDE, &STAKES)).map(|(fact, _)| fact)
    })?;
    Some((total, [earlier, added]))
}

/// "will buy a 17.5% stake and bid for another 20%", with the total in the sentence before.
fn another(source: &Source, skeleton: &Skeleton) -> Option<(usize, [usize; 2])> {
    let parts = percents(source, skeleton);
    let [(first, ref stake), (second, ref more)] = parts[..] else { return None };
    let is_stake = source.says(stake.end..stake.end + BESIDE, &STAKES);
    let before = more.start.saturating_sub(2)..more.start;
    let total = source.skeletons.get(skeleton.sentence.checked_sub(1)?).map(|before| percents(source, before))?;
    let value = |fact: usize| source.facts[fact].figure.value();
    match total[..] {
        [(total, _)] if is_stake && source.says(before, &ANOTHER) && value(first).max(value(second)) < value(total) => {
            Some((total, [first, second]))
        }
        _ => None,
    }
}

/// The plain percents of a sentence.
fn percents(source: &Source, skeleton: &Skeleton) -> Vec<(usize, Range<usize>)> {
    let percents = skeleton.elements.iter().filter_map(|element| Some((element.fact?, element.tokens.clone())));
    percents.filter(|&(fact, _)| source.facts[fact].figure.unit == Unit::Percent && source.facts[fact].figure.value().is_some()).collect()
}
