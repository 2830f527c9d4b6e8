//! Restatements: the same measure of the same entity and period, given twice.
//!
//! Two figures of one name are often two measures, so only pairs are claimed whose digits say that one was meant for the other:
//! one rounds to the other, or two digits changed places.

use rustc_hash::FxHashSet;

use super::claim::{Claim, ClaimKind, Link, OperandSet, Proof, Question};
use super::source::ClaimSource;
use crate::mention::FigureKind;
use crate::relate::{FigureFact, Modality};

/// How many figures back a restatement is looked for.
const REACH: usize = 400;

/// Adds the figures that restate an earlier one.
pub(super) fn find(source: &ClaimSource, questions: &mut Vec<Question>) {
    let facts = source.facts;
    let candidates: Vec<usize> = (0..facts.len()).filter(|&fact| is_candidate(&facts[fact])).collect();
    let used: FxHashSet<(usize, usize)> = questions.iter().flat_map(|question| &question.readings).flat_map(pairs).collect();
    let mut found = Vec::new();
    for (i, &later) in candidates.iter().enumerate() {
        let within_reach = candidates[..i].iter().rev().copied().take_while(|earlier| earlier + REACH >= later);
        let Some(earlier) = within_reach.into_iter().find(|&earlier| same_thing(source, &facts[earlier], &facts[later])) else { continue };
        let (before, now) = (&facts[earlier], &facts[later]);
        let differ = before.figure.value() != now.figure.value();
        if differ && (rounds(before, now) || is_transposed(before, now)) && !used.contains(&(later, earlier)) {
            let operands = OperandSet { of: Some(earlier), ..OperandSet::default() };
            let claim = Claim { operands, link: Link::Nearby, proof: Proof::Likely, ..Claim::new(ClaimKind::Restatement, later) };
            found.push(Question { stated: later, readings: vec![claim] });
        }
    }
    questions.extend(found);
}

/// The pairs of figures that a claim already compares.
fn pairs(claim: &Claim) -> impl Iterator<Item = (usize, usize)> {
    let all: Vec<usize> = claim.operands.all().collect();
    let others = all.clone();
    all.into_iter().flat_map(move |a| others.clone().into_iter().map(move |b| (a, b)))
}

fn is_candidate(fact: &FigureFact) -> bool {
    fact.figure.kind == FigureKind::Amount
        && fact.figure.value().is_some()
        && !fact.measure_key.is_empty()
        && fact.period.is_some()
        && fact.modality == Modality::Actual
}

fn same_thing(source: &ClaimSource, a: &FigureFact, b: &FigureFact) -> bool {
    let period = |fact: &FigureFact| fact.period.map(|period| (source.periods[period].from, source.periods[period].to));
    a.figure.unit == b.figure.unit
        && a.figure.per == b.figure.per
        && a.measure_key.is(&b.measure_key)
        && a.sentence != b.sentence
        && a.entity == b.entity
        && period(a) == period(b)
        && period(a).is_some_and(|(from, to)| from.is_some() && to.is_some())
}

/// Whether the finer figure's rounding lies within the coarser one's.
fn rounds(a: &FigureFact, b: &FigureFact) -> bool {
    a.figure.value.rounding().meets(&b.figure.value.rounding())
}

/// Whether two neighbouring digits of three or more changed places.
fn is_transposed(a: &FigureFact, b: &FigureFact) -> bool {
    let digits =
        |fact: &FigureFact| fact.figure.value().map(|value| value.normalize().mantissa().to_string().into_bytes()).unwrap_or_default();
    let (a, b) = (digits(a), digits(b));
    if a.len() != b.len() || a.iter().filter(|&&digit| digit != b'0').count() < 3 {
        return false;
    }
    let differing: Vec<usize> = (0..a.len()).filter(|&i| a[i] != b[i]).collect();
    matches!(differing[..], [first, second] if second == first + 1 && a[first] == b[second] && a[second] == b[first])
}
