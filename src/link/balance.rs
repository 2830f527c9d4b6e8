//! Differences that are named, not called a change: "a deficit of $3.1bn: exports were $24.8bn, imports $27.9bn", "sales rose $6.1m, owing to
//! a $6.4m rise in licences, offset by a $0.3m fall in services".
//!
//! Such figures may be of other bases than the levels beside them (goods alone, adjusted for the season), so they confirm, and no more
//! than warn where a trade balance names itself.

use super::claim::{Claim, ClaimKind, Link, OperandSet, Proof};
#[cfg(test)]
use super::construction::example::{Example, Fires};
use super::cue::Cue;
use super::doubt::DoubtKind;
use super::ledger::{Ledger, nearby, same_period};
use super::reading::{Element, SentenceReading, is_level};
use super::source::{ClaimSource, StatedFigure};
use crate::words::WordList;
use rust_decimal::dec;

/// What a balance is called.
static BALANCES: WordList = WordList::new(words!("deficit|deficits|surplus|surpluses|gap|shortfall|balance"));
/// What such a balance is of, what is taken in, and what is given out for it.
static SIDES: [(&str, WordList, WordList); 2] = [
    ("trade", WordList::new(words!("exports|export|exported")), WordList::new(words!("imports|import|imported"))),
    (
        "budget",
        WordList::new(words!("revenue|revenues|receipts|income")),
        WordList::new(words!("expenditure|expenditures|spending|outlays|outgoings|expenses")),
    ),
];
/// What a part of a change is set against.
static OFFSETS: WordList = WordList::new(words!("offset|offsetting"));
/// How far the two sides may stand, in sentences.
const REACH: usize = 2;

/// Sentences that must be read, with what must be found, and such in which nothing may be found.
#[cfg(test)]
pub(crate) const EXAMPLES: &[Example] = &[
    Example(
        "Exports rose to $24.8bn while imports rose to $27.9bn, leaving a deficit of $3.1bn.",
        Fires("$3.1bn", &["current $24.8bn", "base $27.9bn"]),
    ),
    Example(
        "The trade surplus was $2.41bn in May. Exports came to $9.93bn. Imports were $7.52bn.",
        Fires("$2.41bn", &["current $9.93bn", "base $7.52bn"]),
    ),
    Example(
        "Sales rose $6.1m because of a $6.4m increase in licences, offset by a $0.3m decrease in services.",
        Fires("$6.1m", &["current $6.4m", "base $0.3m"]),
    ),
    Example(
        "The difference between what it exported and imported was $3.10bn. Exports were $24.80bn, although imports rose to $27.90bn.",
        Fires("$3.10bn", &["current $24.80bn", "base $27.90bn"]),
    ),
    Example(
        "The trade gap was $4.60bn in May, as it imported $21.50bn of goods and exported $16.90bn.",
        Fires("$4.60bn", &["current $16.90bn", "base $21.50bn"]),
    ),
    Example("The difference between the two was $3.10bn. Exports were $24.80bn, although imports rose to $27.90bn.", Fires("$3.10bn", &[])),
    Example("The trade surplus was $2.4bn in May. Exports came to $9.9bn.", Fires("$2.4bn", &[])),
    Example("Sales rose $6.1m because of a $6.4m increase in licences and a $0.3m increase in services.", Fires("$6.1m", &[])),
];

/// Reads the balances and the changes that their parts make up.
pub(super) fn find(source: &ClaimSource, ledger: &Ledger, found: &mut Vec<StatedFigure>) {
    let facts = source.facts;
    let mut read: Vec<Claim> = Vec::new();
    for reading in source.readings {
        let is_balance = |fact: &usize| facts[*fact].measure_key.has_one_of(&BALANCES) || is_difference_of_sides(source, reading, *fact);
        let balances = reading.facts.clone().filter(|&fact| is_level(&facts[fact].figure)).filter(is_balance);
        read.extend(balances.filter_map(|fact| balance(source, ledger, reading, fact)));
        read.extend(net_change(source, reading));
    }
    let is_known = |claim: &Claim| {
        let complete = |own: &Claim| own.kind == ClaimKind::Difference && own.is_complete();
        found.iter().any(|found| found.stated == claim.stated && found.readings.iter().any(complete))
    };
    read.retain(|claim| !is_known(claim));
    for claim in read {
        match found.iter_mut().find(|found| found.stated == claim.stated) {
            Some(found) => found.readings.insert(0, claim),
            None => found.push(StatedFigure { stated: claim.stated, change: None, readings: vec![claim] }),
        }
    }
}

/// The two sides that a balance lies between, the nearest of its period.
fn balance(source: &ClaimSource, ledger: &Ledger, reading: &SentenceReading, stated: usize) -> Option<Claim> {
    let facts = source.facts;
    let own = &facts[stated];
    let (from, to) = nearby(facts, stated, REACH, REACH);
    SIDES.iter().find_map(|(name, taken, given)| {
        let side = |list: &WordList, other: &WordList| {
            let fits = |&fact: &usize| {
                let level = &facts[fact];
                fact != stated
                    && is_level(&level.figure)
                    && level.figure.unit == own.figure.unit
                    && level.figure.per == own.figure.per
                    && match verb_before(source, fact) {
                        Some(verb) if list.has(verb) => true,
                        Some(verb) if other.has(verb) => false,
                        _ => level.measure_key.has_one_of(list) && !level.measure_key.has_one_of(other),
                    }
                    && !level.measure_key.has_one_of(&BALANCES)
                    && ledger.is_base[fact] == ledger.is_base[stated]
                    && same_period(source, own, level)
            };
            let near: Vec<usize> = (from..to).filter(fits).collect();
            only(source, stated, &near)
        };
        let (current, base) = (side(taken, given)?, side(given, taken)?);
        let sides = [current, base].map(|fact| facts[fact].figure.value());
        let is_smaller = sides.iter().any(|side| own.figure.value() < *side);
        let here = reading.facts.contains(&current) && reading.facts.contains(&base);
        let named = own.measure_key.has(name) || is_difference_of_sides(source, reading, stated);
        let link = if here { Link::Sentence } else { Link::Nearby };
        let claim = difference(stated, current, base, link);
        // Exports and imports of one time make the trade balance and nothing else; a budget has sides that are not told.
        let is_side = |fact: usize| fact == stated || fact == current || fact == base;
        let is_other = |&fact: &usize| !is_side(fact) && facts[fact].figure.is_like(&own.figure) && is_level(&facts[fact].figure);
        let rounding = |fact: usize| facts[fact].figure.value.rounding();
        let computed = rounding(current).sub(&rounding(base));
        let gives = |other: usize| computed.is_some_and(|it| rounding(other).meets(&it) || rounding(other).meets(&it.negate()));
        // Coarse figures would give many a balance.
        let size = own.figure.value()?.abs();
        let is_fine = computed.and_then(|it| it.high.checked_sub(it.low)?.checked_mul(dec!(20))).is_some_and(|width| width <= size);
        // What gives another figure is of that one.
        let is_own = !(from..to).filter(is_other).any(gives);
        let proof = if named && *name == "trade" && is_own { Proof::Likely } else { Proof::Weak };
        (is_smaller && (here || named && is_fine)).then_some(Claim { proof, ..claim })
    })
}

/// "exported $17m worth of goods": the verb right before a level.
fn verb_before<'a>(source: &ClaimSource<'a>, fact: usize) -> Option<&'a str> {
    let token = source.document.token_at(source.facts[fact].figure.span.start).checked_sub(1)?;
    Some(source.document.word(token))
}

/// "the difference between what it exported and imported was $3m": both sides are named between that word and the figure.
fn is_difference_of_sides(source: &ClaimSource, reading: &SentenceReading, fact: usize) -> bool {
    const FAR: usize = 20;
    let (_, taken, given) = &SIDES[0];
    let at = source.document.token_at(source.facts[fact].figure.span.start);
    let from = source.document.sentences[reading.sentence].tokens.start.max(at.saturating_sub(FAR));
    let word = |token: usize| source.document.word(token);
    let Some(opens) = (from..at).rev().find(|&token| word(token).eq_ignore_ascii_case("difference")) else { return false };
    let names = |list: &WordList| (opens..at).any(|token| list.has(word(token)));
    let is_first = !reading
        .facts
        .clone()
        .any(|other| other < fact && source.facts[other].figure.span.start > source.document.tokens[opens].span.start);
    is_first && word(opens + 1).eq_ignore_ascii_case("between") && names(taken) && names(given)
}

/// The one of these that can be meant: all state one value, or only one is of the same period as the balance.
fn only(source: &ClaimSource, balance: usize, levels: &[usize]) -> Option<usize> {
    let facts = source.facts;
    let one = |levels: &[usize]| {
        let first = *levels.first()?;
        levels.iter().all(|&other| facts[other].figure.value() == facts[first].figure.value()).then_some(first)
    };
    let of_period: Vec<usize> =
        levels.iter().copied().filter(|&fact| facts[fact].period.is_some() && facts[fact].period == facts[balance].period).collect();
    let dated = |fact: usize| facts[fact].period.and_then(|period| source.periods[period].from);
    let of_day: Vec<usize> = levels.iter().copied().filter(|&fact| dated(fact).is_some() && dated(fact) == dated(balance)).collect();
    one(levels).or_else(|| one(&of_period)).or_else(|| one(&of_day))
}

/// "rose $6.1m due to a $6.4m increase in A, offset by a $0.3m decrease in B": the change is the first less the second.
fn net_change(source: &ClaimSource, reading: &SentenceReading) -> Option<Claim> {
    let facts = source.facts;
    let offset = reading.nodes.iter().position(|node| {
        matches!(node.element, Element::Cue(Cue::Border) | Element::Words(_))
            && node.tokens.clone().any(|token| OFFSETS.has(source.document.word(token)))
    })?;
    let levels: Vec<usize> = reading.facts.clone().filter(|&fact| is_level(&facts[fact].figure)).collect();
    let &[stated, first, second] = levels.as_slice() else { return None };
    let at = |fact: usize| reading.node_of(fact);
    let (whole, first_at, second_at) = (at(stated)?, at(first)?, at(second)?);
    let alike = facts[first].figure.is_like(&facts[stated].figure) && facts[second].figure.is_like(&facts[stated].figure);
    let told = reading.says(whole..first_at, Cue::Border) && first_at < offset && offset < second_at;
    let is_change = |node: &super::reading::Node| matches!(node.element, Element::Cue(cue) if cue.is_change());
    let changes = reading.nodes[..whole.max(1)].iter().chain(&reading.nodes[whole..first_at]).any(is_change);
    let larger = facts[first].figure.value() > facts[second].figure.value();
    (alike && told && changes && larger).then(|| difference(stated, first, second, Link::Sentence))
}

fn difference(stated: usize, current: usize, base: usize, link: Link) -> Claim {
    let operands = OperandSet { current: Some(current), base: Some(base), ..OperandSet::default() };
    let doubt = Some(DoubtKind::SidesApart);
    Claim { operands, link, proof: Proof::Weak, doubt, ..Claim::new(ClaimKind::Difference, stated) }
}
