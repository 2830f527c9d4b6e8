//! From facts to claims: which figures a stated percent, multiple, change or sum is about.
//!
//! A sentence is read into figures, periods and cues (`reading`); constructions, written as phrases, find the operands of a stated
//! figure (`construction`); the ledger finds those that stand elsewhere (`ledger`); one page decides what may accuse (`policy`).

mod balance;
mod claim;
pub(crate) mod construction;
mod conversion;
mod cue;
mod doubt;
#[cfg(test)]
mod examples;
mod ledger;
mod margin;
pub(crate) mod of_these;
pub(crate) mod pairs;
pub(crate) mod policy;
mod reading;
mod restatement;
mod source;
mod sum;
pub(crate) mod weights;

pub(crate) use claim::{Claim, ClaimKind, Link, OperandSet, Proof, Question};

use self::construction::change::{self, Change};
use self::construction::pattern::{LinkScene, Roles};
use self::construction::{share, upside};
use self::cue::{Cue, direction};
pub(crate) use self::doubt::DoubtKind;
use self::ledger::Ledger;
pub(crate) use self::margin::RESULTS;
use self::reading::{Element, SentenceReading, is_points};
pub(crate) use self::reading::{is_level, is_percent};
pub(crate) use self::source::NOT_SAID;
use self::source::{ClaimSource, StatedFigure, fit};
use crate::document::Document;
use crate::mention::{Figure, TimeSpan, Unit};
use crate::relate::FigureFact;

/// The stated figures of an article with what each may follow from, in order. Every percent has one at least.
pub fn questions(document: &Document, facts: &[FigureFact], periods: &[TimeSpan]) -> Vec<Question> {
    let figures: Vec<&Figure> = facts.iter().map(|fact| &fact.figure).collect();
    let readings = reading::readings(document, &figures, periods);
    let source = ClaimSource { document, facts, periods, readings: &readings };
    let mut found: Vec<StatedFigure> = Vec::new();
    for reading in &readings {
        let first = found.len();
        in_sentence(&source, reading, &mut found);
        pairs::complete(&source, reading, &mut found[first..]);
    }
    let ledger = Ledger::new(&source, &found);
    for found in &mut found {
        ledger.complete(&source, found);
    }
    let deltas: Vec<StatedFigure> = found.iter().filter_map(|found| delta_of_completed(&source, found)).collect();
    found.extend(deltas);
    let taken_up: Vec<StatedFigure> = found.iter().filter_map(|found| ledger.delta_taken_up(&source, found)).collect();
    found.extend(taken_up);
    margin::find(&source, &ledger, &mut found);
    balance::find(&source, &ledger, &mut found);
    let mut questions: Vec<Question> = found.into_iter().filter_map(|found| found.question(facts)).collect();
    sum::find(&source, &mut questions);
    conversion::find(&source, &mut questions);
    restatement::find(&source, &mut questions);
    questions.sort_by_key(|question| question.stated);
    // The change as an amount may be found by itself and beside its percent.
    questions.dedup_by(|again, first| {
        let is_difference = |question: &Question| question.readings[0].kind == ClaimKind::Difference;
        again.stated == first.stated && is_difference(again) && is_difference(first)
    });
    questions
}

/// Every pair of levels of a sentence that a change may be between, with what speaks for it: what the weights are learned from.
pub fn candidates(document: &Document, facts: &[FigureFact], periods: &[TimeSpan]) -> Vec<pairs::Candidate> {
    let figures: Vec<&Figure> = facts.iter().map(|fact| &fact.figure).collect();
    let readings = reading::readings(document, &figures, periods);
    let source = ClaimSource { document, facts, periods, readings: &readings };
    let mut out = Vec::new();
    for reading in &readings {
        let mut found = Vec::new();
        in_sentence(&source, reading, &mut found);
        (0..found.len()).for_each(|at| out.extend(pairs::candidates(&source, reading, &found, at, pairs::Freedom::All)));
    }
    out
}

/// The stated figures of a sentence.
fn in_sentence(source: &ClaimSource, reading: &SentenceReading, found: &mut Vec<StatedFigure>) {
    let first = found.len();
    if reading.says(0..reading.nodes.len(), Cue::Respectively) && respectively(source, reading, found) {
        return;
    }
    for stated in reading.facts.clone() {
        let figure = &source.facts[stated].figure;
        let percent = is_percent(figure);
        let halved = source.is_halving(stated);
        let scene = LinkScene { reading, facts: source.facts, stated, of_percents: is_points(figure), halved };
        if is_level(figure) {
            found.extend(difference(source, &scene));
            continue;
        }
        if !percent && !is_points(figure) && figure.unit != Unit::Times {
            continue;
        }
        let mut readings = Vec::new();
        let mut change = change::find(&scene);
        if let Some(change) = &mut change {
            inherit(source, &found[first..], reading, change);
            let of_percents = LinkScene { of_percents: true, ..scene };
            let bare = change.roles.current.is_none() && change.roles.base.is_none();
            if percent
                && bare
                && let Some(found) = change::find(&of_percents).filter(|found| both(&found.roles) && !is_range(reading, stated, found))
            {
                *change = found;
            }
            readings.extend(growth(source, reading, stated, change));
            found.extend(delta_between(source, reading, stated, &readings));
        } else if percent {
            change = elliptic(&scene, &found[first..]);
            readings.extend(change.iter().flat_map(|change| growth(source, reading, stated, change)));
        }
        if percent && !readings.iter().any(Claim::is_complete) {
            readings.extend(share_of(source, &scene, change.is_some()));
        }
        if percent
            && !readings.iter().any(Claim::is_complete)
            && let Some((roles, direction)) = upside::find(source.document, &scene)
        {
            let operands = OperandSet { current: roles.current, base: roles.base, ..OperandSet::default() };
            let mut claim = Claim { operands, direction: Some(direction), ..Claim::new(ClaimKind::Growth, stated) };
            source.case().judge(&mut claim, reading, None);
            readings.insert(0, claim);
        }
        found.push(StatedFigure { stated, change, readings });
    }
}

/// "growth of 5% to 5.5%": percents without a word between them are the ends of a range; both levels must stand on one side.
fn is_range(reading: &SentenceReading, stated: usize, change: &Change) -> bool {
    let at = reading.node_of(stated).unwrap_or(0);
    let end = change.roles.current.and_then(|current| reading.node_of(current));
    let adjacent = reading.cue(at + 1) == Some(Cue::To) && end == Some(at + 2) && change.form == change::ChangeForm::Noun;
    adjacent || change.rows[0].is_some() && change.rows[1].is_some()
}

/// "grew 12% to $729 million in the quarter and 13% to $2,771 million": the second change shares the verb of the first.
fn elliptic(scene: &LinkScene, before: &[StatedFigure]) -> Option<Change> {
    let at = scene.reading.node_of(scene.stated)?;
    let lead =
        (0..at).rev().find(|&node| !matches!(scene.reading.at(node), Some(Element::Words(..=3) | Element::Comma | Element::Period(_))))?;
    let own_period = scene.reading.cue(at + 1) == Some(Cue::YearOnYear) || matches!(scene.reading.at(at + 1), None | Some(Element::Comma));
    let listed = own_period && matches!(scene.reading.at(at - 1), Some(Element::Words(_)));
    let joined = matches!(scene.reading.cue(lead), Some(Cue::And | Cue::By)) || matches!(scene.reading.at(lead), Some(Element::Figure(_)));
    let last =
        before.iter().rev().find_map(|found| found.change.as_ref()).filter(|last| joined && last.form == change::ChangeForm::Verb)?;
    let change = change::go_on(scene, at, last.roles.change);
    (change.roles.current.is_some() || listed).then_some(change)
}

/// The change as an amount beside the percent, between the same two levels.
fn delta_between(source: &ClaimSource, reading: &SentenceReading, percent: usize, readings: &[Claim]) -> Option<StatedFigure> {
    let claim = readings.iter().find(|claim| claim.stated == percent && claim.kind == ClaimKind::Growth)?;
    let (delta, current, base) = (claim.operands.delta?, claim.operands.current?, claim.operands.base?);
    let operands = OperandSet { current: Some(current), base: Some(base), ..OperandSet::default() };
    let mut claim = Claim { operands, direction: claim.direction, ..Claim::new(ClaimKind::Difference, delta) };
    source.case().judge(&mut claim, reading, None);
    Some(StatedFigure { stated: delta, change: None, readings: vec![claim] })
}

/// The same where the levels were found elsewhere.
fn delta_of_completed(source: &ClaimSource, found: &StatedFigure) -> Option<StatedFigure> {
    let claim = found.readings.iter().find(|claim| claim.link == Link::Nearby && claim.kind == ClaimKind::Growth && claim.is_complete())?;
    let delta = found.change.as_ref()?.roles.delta?;
    let operands = OperandSet { current: Some(claim.operands.current?), base: Some(claim.operands.base?), ..OperandSet::default() };
    let mut claim = Claim { operands, direction: claim.direction, link: Link::Nearby, ..Claim::new(ClaimKind::Difference, delta) };
    source.case().judge(&mut claim, source.reading_of(delta)?, None);
    Some(StatedFigure { stated: delta, change: None, readings: vec![claim] })
}

fn both(roles: &Roles) -> bool {
    roles.current.is_some() && roles.base.is_some()
}

/// "$120m, up 4% sequentially and up 20% from $100m": both are changes to the same level.
fn inherit(source: &ClaimSource, before: &[StatedFigure], reading: &SentenceReading, change: &mut Change) {
    let Some(last) = before.iter().rev().find_map(|found| found.change.as_ref()) else { return };
    let gap = last.nodes.end..change.nodes.start;
    let joined = gap.start < gap.end
        && reading.nodes[gap].iter().all(|node| {
            matches!(
                node.element,
                Element::Comma
                    | Element::Period(_)
                    | Element::Cue(Cue::And | Cue::Sequential | Cue::YearOnYear | Cue::Over | Cue::From | Cue::Against | Cue::To)
            )
        });
    let listed = || change.form != change::ChangeForm::Bare && goes_on_behind_base(source, reading, last, change.nodes.start);
    if change.roles.current.is_none() && (joined && last.rows[1].is_some() || listed()) {
        change.roles.current = last.roles.current;
    }
}

/// "up 4% from $90m and 20% above the $78m of 2010": the base of the first, then the second without a subject of its own.
fn goes_on_behind_base(source: &ClaimSource, reading: &SentenceReading, last: &Change, start: usize) -> bool {
    let (Some(_), Some(base)) = (last.roles.current, last.roles.base) else { return false };
    let Some(at) = reading.node_of(base).filter(|&at| last.nodes.end <= at && at + 1 < start) else { return false };
    let passes = |node: usize| match reading.nodes[node].element {
        Element::Comma | Element::Period(_) | Element::Words(..=4) => true,
        Element::Cue(cue) => matches!(cue, Cue::And | Cue::Of | Cue::In | Cue::At),
        _ => false,
    };
    // "but rose 43% from": the verb has no subject of its own.
    let is_but = || source.document.word(reading.nodes[start - 1].tokens.start).eq_ignore_ascii_case("but");
    let joins = matches!(reading.at(start - 1), Some(Element::Comma | Element::Cue(Cue::And)))
        || reading.cue(start - 1) == Some(Cue::Border) && is_but();
    joins && (at + 1..start - 1).all(passes)
}

/// The change as a claim.
fn growth(source: &ClaimSource, reading: &SentenceReading, stated: usize, change: &Change) -> Vec<Claim> {
    let facts = source.facts;
    let kind = match facts[stated].figure.unit {
        Unit::PercentagePoint | Unit::BasisPoint => ClaimKind::Points,
        Unit::Times if is_fraction_of_change(&facts[stated], change) => ClaimKind::Growth,
        Unit::Times => ClaimKind::Multiple,
        _ => ClaimKind::Growth,
    };
    if kind == ClaimKind::Multiple && change.form == change::ChangeForm::Bare && !both(&change.roles) {
        return Vec::new();
    }
    let Roles { current, base, delta, .. } = change.roles;
    let mut operands = OperandSet { current, base, delta: delta.filter(|_| kind == ClaimKind::Growth), ..OperandSet::default() };
    fit(facts, &mut operands);
    let direction = direction(change.roles.change).or(facts[stated].printed_sign);
    let mut claim = Claim { operands, direction, ..Claim::new(kind, stated) };
    source.case().judge(&mut claim, reading, Some(change));
    let mut readings = vec![claim];
    // "from 88 in May compared with 84 a year before": the change may be from either.
    let rival =
        base.zip(base.and_then(|base| reading.node_of(base))).and_then(|(base, at)| source.case().rival(&readings[0], reading, base, at));
    if let Some(rival) = rival.and_then(|node| reading.fact(node)) {
        let operands = OperandSet { base: Some(rival), ..readings[0].operands.clone() };
        readings.push(Claim { operands, proof: Proof::Weak, ..readings[0].clone() });
    }
    // "with a budget of $5 billion, it shrank by $1 billion": the level before may be the old one.
    if let (Some(level), None, Some(_), Some(_)) = (current, base, delta, change.rows[1]) {
        let operands = OperandSet { base: Some(level), current: None, ..readings[0].operands.clone() };
        readings.push(Claim { operands, proof: Proof::Weak, ..readings[0].clone() });
    }
    readings
}

/// "X and Y rose 3% and 4%, respectively, to A and B": as many levels as changes, paired in order.
fn respectively(source: &ClaimSource, reading: &SentenceReading, found: &mut Vec<StatedFigure>) -> bool {
    let figure = |fact: usize| &source.facts[fact].figure;
    let joined = |delta: usize, percent: usize| {
        let at = reading.node_of(percent).unwrap_or(0);
        reading.node_of(delta).is_some_and(|node| node + 2 >= at.saturating_sub(1))
            && (1..=2).any(|back| at >= back && reading.cue(at - back) == Some(Cue::Or))
    };
    let percents: Vec<usize> = reading.facts.clone().filter(|&fact| is_percent(figure(fact))).collect();
    let deltas: Vec<Option<usize>> = percents
        .iter()
        .map(|&percent| {
            percent.checked_sub(1).filter(|&delta| reading.facts.contains(&delta) && is_level(figure(delta)) && joined(delta, percent))
        })
        .collect();
    let levels: Vec<usize> = reading.facts.clone().filter(|&fact| is_level(figure(fact)) && !deltas.contains(&Some(fact))).collect();
    let change = reading.nodes.iter().find_map(|node| match node.element {
        Element::Cue(cue) if cue.is_change() => Some(cue),
        _ => None,
    });
    if percents.len() < 2 || levels.len() != percents.len() || change.is_none() {
        return false;
    }
    for ((&stated, &delta), &level) in percents.iter().zip(&deltas).zip(&levels) {
        let operands = OperandSet { current: Some(level), delta, ..OperandSet::default() };
        let mut claim = Claim { operands, direction: direction(change), ..Claim::new(ClaimKind::Growth, stated) };
        source.case().judge(&mut claim, reading, None);
        claim.proof = claim.proof.min(Proof::Likely);
        found.push(StatedFigure { stated, change: None, readings: vec![claim] });
    }
    true
}

/// "fell by a third": the fraction is the change itself.
fn is_fraction_of_change(fact: &FigureFact, change: &Change) -> bool {
    change.form != change::ChangeForm::Bare && fact.figure.value().is_some_and(|value| value < crate::number::Decimal::ONE)
}

/// A change stated as an amount between two levels of the sentence.
fn difference(source: &ClaimSource, scene: &LinkScene) -> Option<StatedFigure> {
    let change = change::find(scene)?;
    let direction = direction(change.roles.change);
    if !both(&change.roles) {
        let claim = Claim { direction, ..Claim::new(ClaimKind::Difference, scene.stated) };
        return Some(StatedFigure { stated: scene.stated, change: Some(change), readings: vec![claim] });
    }
    let mut operands = OperandSet { current: change.roles.current, base: change.roles.base, ..OperandSet::default() };
    fit(source.facts, &mut operands);
    let (stated, base) = (&source.facts[scene.stated].figure, operands.base?);
    // No change is larger than both its levels, but over zero; from one to the other is said to be one.
    let from_to = change.rows.iter().flatten().any(|row| row.contains("from BASE"));
    let larger = |fact: usize| source.facts[fact].figure.value().is_some_and(|level| stated.value().is_some_and(|stated| stated > level));
    if !from_to && larger(base) && operands.current.is_some_and(larger) && !source.facts[base].loss {
        return None;
    }
    if !stated.is_like(&source.facts[base].figure) {
        return None;
    }
    let mut claim = Claim { operands, direction, ..Claim::new(ClaimKind::Difference, scene.stated) };
    source.case().judge(&mut claim, scene.reading, Some(&change));
    Some(StatedFigure { stated: scene.stated, change: Some(change), readings: vec![claim] })
}

/// The share that the sentence makes of a percent.
fn share_of(source: &ClaimSource, scene: &LinkScene, changes: bool) -> Option<Claim> {
    let (roles, row) = share::find(scene, changes)?;
    let operands = OperandSet { part: roles.part, whole: roles.whole, ..OperandSet::default() };
    let at = scene.reading.node_of(scene.stated)?;
    // "reserves of $200 billion (40 percent of GDP)" names its own whole
    let of_words = scene.reading.cue(at + 1) == Some(Cue::Of)
        && !matches!(scene.leads_to_figure(at + 1), Some(fact) if Some(fact) == operands.whole || Some(fact) == operands.part);
    // "500 of its 4,000 jobs, or 12.5 percent of the staff" says its whole twice.
    if of_words && !share::states_both(row) {
        return None;
    }
    let (part, whole) = (operands.part?, operands.whole?);
    let (a, b) = (&source.facts[part].figure, &source.facts[whole].figure);
    if !a.is_like(b) || scene.is_per_unit_beside_total(part) || a.value() >= b.value() {
        return None;
    }
    // "seven mills run at 76% of their capacity of 1 million tonnes"
    if share::NO_CHANGE.contains(&row) && a.unit != b.unit {
        return None;
    }
    let mut claim = Claim { operands, ..Claim::new(ClaimKind::Share, scene.stated) };
    source.case().judge(&mut claim, scene.reading, None);
    if row == share::WITH_COUNTS || of_words || share::NO_CHANGE.contains(&row) {
        claim.proof = claim.proof.min(Proof::Possible);
    }
    Some(claim)
}
