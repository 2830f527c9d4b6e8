//! The ledger of an article: which level each measure has, for whom, when and per what. It answers "what is the base of this" over any distance.

use super::claim::{Claim, ClaimKind, Link, Operands, Proof};
use super::construction::change::Form;
use super::construction::pattern::{Pattern, Roles, Scene};
use super::cue::Cue;
use super::policy::is_year_before;
use super::reading::{Element, Reading, is_level};
use super::source::{Found, Source, fit};
use crate::relate::{Fact, Modality};
use crate::text::Block;
use once_cell::sync::Lazy;

/// A measure's two levels, as some sentence gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The level after the change.
    pub current: usize,
    /// The level before it.
    pub base: usize,
    /// The percent that states the change, where one does.
    pub stated: Option<usize>,
}

/// The levels of an article.
pub(super) struct Ledger {
    /// The pairs of levels, in order of their current ones.
    pub pairs: Vec<Pair>,
    /// For each fact whether it stands where a base stands.
    pub is_base: Vec<bool>,
}

/// How many sentences away a base may stand, whose measure goes by the same name.
const NEAR: usize = 8;
/// How many sentences away a change may be told again; a headline's anywhere in this reach.
const AGAIN: usize = 60;

/// What compares two levels without a percent.
static COMPARISONS: Lazy<[Pattern; 3]> = Lazy::new(|| ["= [rose] against BASE", "= [rose] from BASE", "= ( BASE )"].map(Pattern::new));

impl Ledger {
    /// Takes down the pairs that the sentences give, with a percent or without.
    pub(super) fn new(source: &Source, found: &[Found]) -> Self {
        let mut is_base = vec![false; source.facts.len()];
        let mut pairs: Vec<Pair> = Vec::new();
        for claim in found.iter().flat_map(|found| &found.readings) {
            if let (Some(current), Some(base)) = (claim.operands.current, claim.operands.base) {
                let stated = (claim.kind == ClaimKind::Growth).then_some(claim.stated);
                pairs.push(Pair { current, base, stated });
            }
        }
        for reading in source.readings {
            for current in reading.facts.clone().filter(|&fact| is_level(&source.facts[fact].figure)) {
                pairs.extend(compared(source, reading, current));
            }
        }
        pairs.sort_by_key(|pair| (pair.current, pair.stated.is_none()));
        pairs.dedup_by_key(|pair| pair.current);
        pairs.iter().for_each(|pair| is_base[pair.base] = true);
        Ledger { pairs, is_base }
    }

    /// Gives a change of a sentence the levels that stand elsewhere.
    pub(super) fn complete(&self, source: &Source, found: &mut Found) {
        let Some(change) = &found.change else { return };
        if change.form == Form::Bare {
            return;
        }
        let Some(at) = found.readings.iter().position(|claim| claim.kind == ClaimKind::Growth && !claim.is_complete()) else { return };
        let Operands { current, base, delta, .. } = found.readings[at].operands;
        let level = match (current, base, delta) {
            (Some(current), None, None) => self.base_of(source, current).map(|base| (Some(current), Some(base))),
            (None, Some(_), _) | (None, None, Some(_)) => {
                self.current_before(source, found.stated, base.or(delta)).map(|current| (Some(current), base))
            }
            (None, None, None) => self.told_again(source, found.stated).map(|pair| (Some(pair.current), Some(pair.base))),
            _ => None,
        };
        let Some((current, base)) = level else { return };
        let mut claim = Claim { link: Link::Nearby, because: Vec::new(), ..found.readings[at].clone() };
        claim.operands = Operands { current, base, delta: if base.is_some() { None } else { delta }, ..Operands::default() };
        fit(source.facts, &mut claim.operands);
        if let Some(reading) = source.reading_of(found.stated) {
            source.case().judge(&mut claim, reading, Some(change));
        }
        claim.proof = claim.proof.min(if delta.is_some() { Proof::Likely } else { claim.proof });
        found.readings[at] = claim;
    }

    /// The same measure a year before the level.
    fn base_of(&self, source: &Source, current: usize) -> Option<usize> {
        let facts = source.facts;
        let now = &facts[current];
        let period = &source.periods[now.period?];
        let fits = |fact: &Fact| {
            is_level(&fact.figure)
                && fact.figure.unit == now.figure.unit
                && fact.figure.per == now.figure.per
                && fact.measure_key.is(&now.measure_key)
                && (fact.entity == now.entity || fact.entity.is_none() || now.entity.is_none())
                && fact.modality == Modality::Actual
                && fact.period.is_some_and(|before| is_year_before(&source.periods[before], period))
        };
        let (from, to) = nearby(facts, current, NEAR, NEAR);
        let mut found = (from..to).filter(|&fact| fact != current && fits(&facts[fact]));
        let first = found.next()?;
        found.all(|other| facts[other].figure.value() == facts[first].figure.value()).then_some(first)
    }

    /// "This is a 12% rise from …" takes up the sentence before; a bullet without a subject hangs on the sentence that leads in.
    fn current_before(&self, source: &Source, stated: usize, other: Option<usize>) -> Option<usize> {
        let reading = source.reading_of(stated)?;
        let at = source.readings.binary_search_by_key(&reading.sentence, |other| other.sentence).ok()?;
        let other = &source.facts[other?].figure;
        let fits = |fact: &usize| {
            let figure = &source.facts[*fact].figure;
            is_level(figure) && figure.unit == other.unit && !self.is_base[*fact]
        };
        let first = reading.nodes.first().map(|node| node.element);
        let takes_up = matches!(first, Some(Element::Cue(Cue::Tie)));
        if takes_up && at > 0 && source.readings[at - 1].sentence + 1 == reading.sentence {
            return source.readings[at - 1].facts.clone().rev().find(fits);
        }
        let subjectless = reading.nodes.iter().find(|node| !matches!(node.element, Element::Period(_) | Element::Comma | Element::Dash));
        let is_elliptic = subjectless.is_some_and(|node| matches!(node.element, Element::Cue(cue) if cue.is_change()));
        if !is_elliptic {
            return None;
        }
        let lead = source.readings[..at].iter().rev().take(AGAIN).find(|lead| lead.block != Block::Bullet)?;
        let quoted = |fact: &usize| {
            fits(fact) && lead.node_of(*fact).is_some_and(|node| node > 0 && matches!(lead.cue(node - 1), Some(Cue::At | Cue::To)))
        };
        lead.facts.clone().find(quoted)
    }

    /// A headline and the sentence that explains it: the same measure, and the same percent or the only change of that measure.
    fn told_again(&self, source: &Source, stated: usize) -> Option<Pair> {
        let facts = source.facts;
        let own = &facts[stated];
        if own.measure_key.is_empty() {
            return None;
        }
        let resolved = |fact: &Fact| fact.period.map(|period| &source.periods[period]).filter(|period| period.from.is_some());
        let near = |pair: &&Pair| facts[pair.current].sentence != own.sentence;
        let same = |pair: &&Pair| {
            let now = &facts[pair.current];
            let period = resolved(own).zip(resolved(now)).is_none_or(|(a, b)| a.from == b.from && a.to == b.to);
            let key = if now.measure_key.is_empty() {
                pair.stated.map_or(&now.measure_key, |stated| &facts[stated].measure_key)
            } else {
                &now.measure_key
            };
            key.is(&own.measure_key) && period && pair.stated != Some(stated)
        };
        // The pairs are in the order of their levels, so those in reach stand together.
        let sentence = |pair: &Pair| facts[pair.current].sentence;
        let from = self.pairs.partition_point(|pair| sentence(pair) + AGAIN < own.sentence);
        let to = self.pairs.partition_point(|pair| sentence(pair) <= own.sentence + AGAIN);
        let mut fitting = self.pairs[from..to].iter().filter(near).filter(same);
        let equal = |pair: &&Pair| pair.stated.is_some_and(|percent| facts[percent].figure.value() == own.figure.value());
        if let Some(pair) = fitting.clone().find(equal) {
            return Some(*pair);
        }
        let only = fitting.next()?;
        let is_other = |pair: &Pair| facts[pair.current].figure.value() != facts[only.current].figure.value();
        (!fitting.any(is_other)).then_some(*only)
    }
}

/// The facts from `back` sentences before that of the fact to `ahead` behind it, of which no more than some hundred are looked at.
pub(super) fn nearby(facts: &[Fact], fact: usize, back: usize, ahead: usize) -> (usize, usize) {
    const MOST: usize = 256;
    let sentence = facts[fact].sentence;
    let (first, last) = (fact.saturating_sub(MOST), facts.len().min(fact + MOST));
    let near = &facts[first..last];
    let from = near.partition_point(|fact| fact.sentence + back < sentence);
    let to = near.partition_point(|fact| fact.sentence <= sentence + ahead);
    (first + from, first + to)
}

/// The level that a level is compared with right behind it.
fn compared(source: &Source, reading: &Reading, current: usize) -> Option<Pair> {
    let at = reading.node_of(current)?;
    let lead = at.checked_sub(1).and_then(|node| reading.cue(node));
    if matches!(lead, Some(Cue::From | Cue::Against | Cue::Than)) {
        return None;
    }
    let scene = Scene { reading, facts: source.facts, stated: current, of_percents: false, halved: false };
    let base = COMPARISONS.iter().find_map(|pattern| {
        let mut roles = Roles::default();
        pattern.after(&scene, at + 1, &mut roles)?;
        roles.base
    })?;
    let (a, b) = (&source.facts[current].figure, &source.facts[base].figure);
    (a.unit == b.unit && a.kind == b.kind).then_some(Pair { current, base, stated: None })
}
