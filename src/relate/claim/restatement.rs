//! The same measure of the same entity and period, given twice.
//!
//! Two figures of one name are often two measures, so only pairs are claimed whose digits say that one was meant for the other:
//! one rounds to the other, or two digits changed places.

use rustc_hash::FxHashSet;

use super::{Claim, ClaimKind, Link, Operands, Source};
use crate::mention::FigureKind;
use crate::relate::Fact;
use crate::relate::modality::Modality;

/// How many figures back a restatement is looked for.
const REACH: usize = 400;

/// Finds the figures that restate an earlier one. `bases` says which facts stand where a base stands.
pub fn find(source: &Source, claims: &mut Vec<Claim>, bases: &[bool]) {
    let facts = source.facts;
    let candidates: Vec<usize> = (0..facts.len()).filter(|&fact| !bases[fact] && is_candidate(&facts[fact])).collect();
    let mut pairs = candidates.iter().enumerate().filter_map(|(i, &later)| {
        let within_reach = candidates[..i].iter().rev().copied().take_while(|earlier| earlier + REACH >= later);
        let earlier = within_reach.into_iter().find(|&earlier| same_thing(source, &facts[earlier], &facts[later]))?;
        let (before, now) = (&facts[earlier], &facts[later]);
        let differ = before.figure.value() != now.figure.value();
        (differ && (rounds(before, now) || is_transposed(before, now))).then_some((later, earlier))
    });
    let Some(first) = pairs.next() else { return };
    let used: FxHashSet<(usize, usize)> = claims.iter().flat_map(levels).collect();
    claims.extend(std::iter::once(first).chain(pairs).filter(|pair| !used.contains(pair)).map(|(later, earlier)| Claim {
        operands: Operands { of: Some(earlier), ..Operands::default() },
        link: Link::Nearby,
        ..Claim::new(ClaimKind::Restatement, later)
    }));
}

/// The pairs of levels that a claim already compares, the later role first.
fn levels(claim: &Claim) -> Vec<(usize, usize)> {
    let operands = &claim.operands;
    let roles = [operands.current, operands.base, operands.delta];
    let others = [operands.current, operands.base];
    roles.into_iter().flatten().flat_map(|a| others.into_iter().flatten().map(move |b| (a, b))).collect()
}

fn is_candidate(fact: &Fact) -> bool {
    fact.figure.kind == FigureKind::Amount
        && fact.figure.value().is_some()
        && !fact.measure_key.is_empty()
        && fact.period.is_some()
        && fact.modality == Modality::Actual
}

fn same_thing(source: &Source, a: &Fact, b: &Fact) -> bool {
    let period = |fact: &Fact| fact.period.map(|period| (source.periods[period].from, source.periods[period].to));
    a.figure.unit == b.figure.unit
        && a.figure.per == b.figure.per
        && a.measure_key.is(&b.measure_key)
        && a.sentence != b.sentence
        && a.entity == b.entity
        && period(a) == period(b)
        && period(a).is_some_and(|(from, to)| from.is_some() && to.is_some())
}

/// Whether the finer figure's rounding lies within the coarser one's.
fn rounds(a: &Fact, b: &Fact) -> bool {
    a.figure.value.rounding().meets(&b.figure.value.rounding())
}

/// Whether two neighbouring digits of three or more changed places.
fn is_transposed(a: &Fact, b: &Fact) -> bool {
    let digits = |fact: &Fact| fact.figure.value().map(|value| value.normalize().mantissa().to_string().into_bytes()).unwrap_or_default();
    let (a, b) = (digits(a), digits(b));
    if a.len() != b.len() || a.iter().filter(|&&digit| digit != b'0').count() < 3 {
        return false;
    }
    let differing: Vec<usize> = (0..a.len()).filter(|&i| a[i] != b[i]).collect();
    matches!(differing[..], [first, second] if second == first + 1 && a[first] == b[second] && a[second] == b[first])
}
