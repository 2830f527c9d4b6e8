//! The levels of a change where no phrase names them: every pair of levels of the sentence is weighed by what stands around them.
//!
//! A feature is something that a reader sees; its weight says how much it speaks for the pair. The weights are learned from sentences
//! in which arithmetic leaves no doubt (`examples/train_links.rs`); they rank, they never accuse: `policy` decides that.

use super::claim::{Claim, ClaimKind, OperandSet, Proof};
use super::construction::change::{Change, ChangeForm};
#[cfg(test)]
use super::construction::example::{Example, Fires};
use super::construction::pattern::LinkScene;
use super::cue::Cue;
use super::policy::{is_just_before, is_year_before};
use super::reading::{Element, SentenceReading, is_level, is_percent, is_points};
use super::source::{ClaimSource, StatedFigure, of_like_size};
use super::weights::{FEATURES, Feature, THRESHOLD, Vector, WEIGHTS};
use crate::mention::FigureKind;
use crate::relate::MeasureKey;

/// Sentences whose levels no phrase names, with what must be found, and such in which nothing may be found.
#[cfg(test)]
pub(crate) const EXAMPLES: &[Example] = &[
    Example(
        "The agency will give $1.894 billion as aid (of the state), an increase of $79 million over its 2003 figure of $1.815 billion.",
        Fires("$79 million", &["current $1.894 billion", "base $1.815 billion"]),
    ),
    Example(
        "The park would grow by 1,240 acres, from its current 2,505 acres to 3,745 acres.",
        Fires("1,240", &["current 3,745", "base 2,505"]),
    ),
    Example(
        "Output of coal went up 7.2 pct in May, to 126.4 from April's 117.9, and from 124.6 in that month of 1986.",
        Fires("7.2 pct", &["current 126.4", "base 117.9"]),
    ),
    Example(
        "Orders rose 10.8 pct in June to 491,000 lorries after falling in May by 14.6 pct to 443,000 lorries.",
        Fires("10.8 pct", &["current 491,000", "base 443,000"]),
    ),
    Example(
        "The mill had a 64 percent rise in turnover, which came to Rs 654 crore, up from the Rs 399 crore of a year earlier.",
        Fires("64 percent", &["current Rs 654 crore", "base Rs 399 crore"]),
    ),
    Example("Rents came to $5m, costs to $4m and fees to $3m, and sales rose 25%.", Fires("25%", &[])),
    Example("The shares rose 8% after profit climbed to $5.5m from $5.0m.", Fires("8%", &[])),
    Example("Sales rose 25% to $5m, fees were $7m and rents $9m.", Fires("25%", &[])),
];

/// What leads to a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    /// from
    From,
    /// compared with, than, against
    Against,
    /// over, on
    Over,
    /// above, below
    Comparative,
    /// to
    To,
    /// at
    At,
    /// was, reached, representing
    Was,
    /// by, or a verb of change alone: a change more likely than a level
    By,
    /// Another preposition.
    In,
    /// Nothing that says what the level is.
    Open,
}

/// A pair of levels that a change may be between.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Index of the stated fact.
    pub stated: usize,
    /// The level after the change.
    pub current: usize,
    /// The level before it.
    pub base: usize,
    /// What speaks for it.
    pub features: Vector,
}

impl Candidate {
    /// The sum of the weights.
    fn score(&self) -> f32 {
        self.features.iter().zip(WEIGHTS).map(|(count, (_, weight))| count * weight).sum()
    }
}

/// Which levels may have which part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Freedom {
    /// What the phrases found stays.
    AsFound,
    /// Every level may have every part.
    All,
}

/// How far the best pair must lie above any other.
const LEAD: f32 = 0.5;
/// Sentences with more levels are lists: none is searched.
const MOST_LEVELS: usize = 12;

/// Gives the changes of a sentence the levels that evidence points to.
pub(super) fn complete(source: &ClaimSource, reading: &SentenceReading, found: &mut [StatedFigure]) {
    for at in 0..found.len() {
        let Some(claim) = open_claim(&found[at]) else { continue };
        let candidates = candidates(source, reading, found, at, Freedom::AsFound);
        let Some(best) = best(source, &candidates) else { continue };
        let (current, base, taken) = (best.current, best.base, best.features[Feature::Taken as usize] > 0.0);
        let change = found[at].change.clone();
        let told = change.as_ref().is_some_and(|change| is_told(source, reading, change, best));
        let claim = &mut found[at].readings[claim];
        let delta = claim.operands.delta.filter(|&delta| delta != current && delta != base);
        claim.operands = OperandSet { current: Some(current), base: Some(base), delta, ..OperandSet::default() };
        claim.because.clear();
        source.case().judge(claim, reading, change.as_ref());
        let most = match () {
            () if told => Proof::Likely,
            () if taken || claim.kind == ClaimKind::Difference => Proof::Weak,
            () => Proof::Possible,
        };
        claim.proof = claim.proof.min(most);
    }
}

/// Whether the words alone tell that the change is between the levels: what leads to each says which it is, and between change and levels
/// stands nothing that they could belong to as well. "an increase of $79 million over the earlier figure of $1.8 billion"
fn is_told(source: &ClaimSource, reading: &SentenceReading, change: &Change, pair: &Candidate) -> bool {
    let node = |fact: usize| reading.node_of(fact).unwrap_or(0);
    let (current, base, head) = (node(pair.current), node(pair.base), &change.nodes);
    let has = |feature: Feature| pair.features[feature as usize] > 0.0;
    let base_led = has(Feature::BaseFrom) || has(Feature::BaseAgainst) || has(Feature::BaseOver) || has(Feature::BaseComparative);
    let told_before = has(Feature::OnlyPair) && has(Feature::CurrentBefore) && has(Feature::CurrentOpen) && base >= head.end;
    let current_led = has(Feature::CurrentTo) || has(Feature::CurrentAt) || has(Feature::CurrentWas) || told_before;
    // "from $46 when the market closed on Monday to $39"
    let from_to = has(Feature::BaseFrom) && has(Feature::CurrentTo) && base < current;
    // "will give $1.9bn as aid, an increase of $79m over": what stands beside the only level before it is of that level.
    let beside = head.start.checked_sub(1).and_then(|at| reading.at(at));
    let apposed = told_before && change.form == ChangeForm::Noun && matches!(beside, Some(Element::Comma | Element::Dash));
    let against = [Feature::MeasureOther, Feature::PeriodsTurned, Feature::Taken, Feature::Shared];
    let placed = match change.form {
        // "from $5.1bn in 2023 to $7.3bn in 2024, up 43%"
        ChangeForm::Verb if current < head.start => {
            let between = &reading.nodes[current + 1..head.start];
            from_to && between.iter().all(|node| matches!(node.element, Element::Comma | Element::Period(_) | Element::Dash))
                || base >= head.end
        }
        ChangeForm::Verb => base >= head.end,
        ChangeForm::Comparative => base >= head.end && current < head.start,
        // "a 10% decline in orders" behind two levels is of the orders.
        ChangeForm::Noun => current >= head.end || !matches!(reading.cue(head.end), Some(Cue::In | Cue::Of)) || has(Feature::MeasureSame),
        ChangeForm::Bare => false,
    };
    let (first, last) = (current.min(base).min(head.start), current.max(base).max(head.end));
    let plain = |at: usize| {
        head.contains(&at)
            || match reading.nodes[at].element {
                // "for a margin of 8.9% of revenues"
                Element::Figure(_) if (at.saturating_sub(3)..at).any(|node| reading.cue(node) == Some(Cue::Margin)) => true,
                Element::Figure(fact) => {
                    let figure = &source.facts[fact].figure;
                    fact == pair.current || fact == pair.base || !is_level(figure) && !is_percent(figure) && !is_points(figure)
                }
                Element::Cue(Cue::Border) => from_to && base < at && at < current || apposed && at < head.start,
                Element::Semicolon | Element::Cue(Cue::After | Cue::Expectation) => false,
                // "up from"
                Element::Cue(cue) if cue.is_change() => {
                    matches!(reading.cue(at + 1), Some(Cue::From | Cue::Against | Cue::Over | Cue::Than))
                }
                _ => true,
            }
    };
    base_led && current_led && placed && !against.into_iter().any(has) && (first..last).all(plain)
}

/// The claim whose levels are missing.
fn open_claim(found: &StatedFigure) -> Option<usize> {
    found.change.as_ref()?;
    if found.readings.iter().any(Claim::is_complete) {
        return None;
    }
    let kinds = |kind| matches!(kind, ClaimKind::Growth | ClaimKind::Points | ClaimKind::Difference | ClaimKind::Multiple);
    found.readings.iter().position(|claim| kinds(claim.kind))
}

/// The best pair, where no other is as good.
fn best<'a>(source: &ClaimSource, candidates: &'a [Candidate]) -> Option<&'a Candidate> {
    let best = candidates.iter().max_by(|a, b| a.score().total_cmp(&b.score()))?;
    let value = |fact: usize| source.facts[fact].figure.value();
    let same = |other: &&Candidate| value(other.current) == value(best.current) && value(other.base) == value(best.base);
    let rival = candidates.iter().filter(|other| !same(other)).map(Candidate::score).max_by(f32::total_cmp);
    let lead = rival.map_or(f32::INFINITY, |rival| best.score() - rival);
    (best.score() >= THRESHOLD && lead >= LEAD).then_some(best)
}

/// The pairs of levels of the sentence that the change at index `at` of the found ones may be between.
pub(super) fn candidates(
    source: &ClaimSource,
    reading: &SentenceReading,
    found: &[StatedFigure],
    at: usize,
    freedom: Freedom,
) -> Vec<Candidate> {
    let StatedFigure { stated, change: Some(change), .. } = &found[at] else { return Vec::new() };
    let facts = source.facts;
    let own = &facts[*stated].figure;
    let scene = LinkScene { reading, facts, stated: *stated, of_percents: is_points(own), halved: false };
    let delta = change.roles.delta;
    let levels: Vec<usize> = reading
        .facts
        .clone()
        .filter(|&fact| {
            let figure = &facts[fact].figure;
            let kind = if scene.of_percents { is_percent(figure) && figure.value().is_some() } else { is_level(figure) };
            let unit = !is_level(own) || figure.kind == own.kind && (own.kind == FigureKind::Quantity || figure.unit == own.unit);
            fact != *stated && Some(fact) != delta && kind && unit && !scene.is_per_unit_beside_total(fact)
        })
        .take(MOST_LEVELS + 1)
        .collect();
    if levels.len() < 2 || levels.len() > MOST_LEVELS {
        return Vec::new();
    }
    let fixed = |role: Option<usize>, fact: usize| freedom == Freedom::All || role.is_none_or(|role| role == fact);
    let mut out = Vec::new();
    let only = levels.len() == 2;
    let changes = changes(source, found);
    for &current in levels.iter().filter(|&&fact| fixed(change.roles.current, fact)) {
        for &base in levels.iter().filter(|&&fact| fixed(change.roles.base, fact)) {
            if current != base && are_of_one_kind(source, current, base) && !is_after(reading, change, current) {
                let weighing = Weighing { source, reading, found, changes: &changes, change, stated: *stated, current, base, only };
                out.push(Candidate { stated: *stated, current, base, features: weighing.features() });
            }
        }
    }
    out
}

/// The stated facts that are changes: every percent with a word of change, and the amounts that stand between two levels.
fn changes(source: &ClaimSource, found: &[StatedFigure]) -> Vec<usize> {
    let told = |found: &&StatedFigure| !is_level(&source.facts[found.stated].figure) || found.readings.iter().any(Claim::is_complete);
    let mut changes: Vec<usize> = found.iter().filter(|found| found.change.is_some()).filter(told).map(|found| found.stated).collect();
    changes.sort_unstable();
    changes
}

/// "shares rose 8% after profit climbed to $5.5m": what came before is another change.
fn is_after(reading: &SentenceReading, change: &Change, current: usize) -> bool {
    reading.node_of(current).is_some_and(|node| reading.says(change.nodes.end.min(node)..node, Cue::After))
}

/// Whether the levels can be of one measure by their units and sizes.
fn are_of_one_kind(source: &ClaimSource, a: usize, b: usize) -> bool {
    let (a, b) = (&source.facts[a].figure, &source.facts[b].figure);
    a.is_like(b) && (a.per == b.per || a.per.is_none() || b.per.is_none()) && of_like_size(a, b)
}

/// Two levels with the change that may be between them.
struct Weighing<'a> {
    source: &'a ClaimSource<'a>,
    reading: &'a SentenceReading,
    found: &'a [StatedFigure],
    /// The stated facts of the sentence that are changes, in order.
    changes: &'a [usize],
    change: &'a Change,
    stated: usize,
    current: usize,
    base: usize,
    only: bool,
}

impl Weighing<'_> {
    fn features(&self) -> Vector {
        let mut out = [0.0; FEATURES];
        let mut add = |feature: Feature, count: usize| out[feature as usize] += count as f32;
        let node = |fact: usize| self.reading.node_of(fact).unwrap_or(0);
        let (current, base) = (node(self.current), node(self.base));
        add(self.lead_of_current(current), 1);
        add(self.lead_of_base(base), 1);
        let behind_after = self.reading.says(current.min(base)..base, Cue::After) && base > current;
        let led_to = lead(self.reading, base) == Lead::To;
        add(if led_to { Feature::BaseToAfter } else { Feature::BaseAfter }, behind_after.into());
        add(Feature::OnlyPair, self.only.into());
        add(Feature::BaseEarlier, self.says_earlier(base).into());
        if let Some(feature) = self.periods() {
            add(feature, 1);
        }
        if let Some(feature) = self.measures() {
            add(feature, 1);
        }
        let head = self.change.nodes.start;
        add(Feature::CurrentBefore, (current < head).into());
        add(Feature::BaseBefore, (base < head).into());
        add(Feature::BaseFirst, (base < current).into());
        add(Feature::CurrentCrossed, self.changes_between(current));
        let crossed = self.changes_between(base);
        add(Feature::BaseCrossed, if behind_after { crossed.saturating_sub(1) } else { crossed });
        add(Feature::CurrentPassed, self.levels_between(current, self.base));
        add(Feature::BasePassed, self.levels_between(base, self.current));
        add(Feature::Border, (self.is_cut(current) || self.is_cut(base)).into());
        let claims = || self.found.iter().filter(|found| found.stated != self.stated).flat_map(|found| &found.readings);
        let shares = |claim: &&Claim| claim.operands.current == Some(self.current) || claim.operands.base == Some(self.base);
        let takes = |claim: &&Claim| claim.operands.current == Some(self.current) && claim.operands.base == Some(self.base);
        let taken = claims().filter(|claim| claim.kind == ClaimKind::Growth).any(|claim| takes(&claim));
        add(Feature::Taken, taken.into());
        add(Feature::Shared, (!taken && claims().any(|claim| shares(&claim))).into());
        out
    }

    fn lead_of_current(&self, node: usize) -> Feature {
        match lead(self.reading, node) {
            Lead::To => Feature::CurrentTo,
            Lead::At => Feature::CurrentAt,
            Lead::Was => Feature::CurrentWas,
            Lead::From | Lead::Against | Lead::Over | Lead::Comparative => Feature::CurrentFrom,
            Lead::By => Feature::CurrentBy,
            Lead::In => Feature::CurrentIn,
            Lead::Open => Feature::CurrentOpen,
        }
    }

    fn lead_of_base(&self, node: usize) -> Feature {
        match lead(self.reading, node) {
            Lead::From => Feature::BaseFrom,
            Lead::Against => Feature::BaseAgainst,
            Lead::Over => Feature::BaseOver,
            Lead::Comparative => Feature::BaseComparative,
            Lead::To | Lead::At | Lead::Was => Feature::BaseTo,
            Lead::By => Feature::BaseBy,
            Lead::In => Feature::BaseIn,
            Lead::Open => Feature::BaseOpen,
        }
    }

    /// "a year earlier" and the like beside the figure.
    fn says_earlier(&self, node: usize) -> bool {
        let reading = self.reading;
        let beside = node.saturating_sub(2)..(node + 3).min(reading.nodes.len());
        beside.into_iter().any(|at| match reading.at(at) {
            Some(Element::Period(period)) => {
                let text = self.source.periods[period].span.of(self.source.document.text).to_ascii_lowercase();
                PAST.iter().any(|word| text.contains(word))
            }
            _ => false,
        })
    }

    fn periods(&self) -> Option<Feature> {
        let period = |fact: usize| {
            let own = self.source.facts[fact].period.map(|period| &self.source.periods[period]);
            own.filter(|period| period.from.is_some())
        };
        let (now, before) = (period(self.current)?, period(self.base)?);
        Some(if is_year_before(before, now) || is_just_before(before, now) {
            Feature::PeriodsFollow
        } else if before.from == now.from && before.to == now.to {
            Feature::PeriodsSame
        } else if before.from > now.from {
            Feature::PeriodsTurned
        } else {
            return None;
        })
    }

    fn measures(&self) -> Option<Feature> {
        let key = |fact: usize| &self.source.facts[fact].measure_key;
        let keys = [key(self.stated), key(self.current), key(self.base)];
        let pairs = [(keys[0], keys[1]), (keys[0], keys[2]), (keys[1], keys[2])];
        let other = |(a, b): (&MeasureKey, &MeasureKey)| !a.is_empty() && !b.is_empty() && !a.is(b) && !a.refines(b);
        if pairs.into_iter().any(other) {
            return Some(Feature::MeasureOther);
        }
        (keys[0].is(keys[1])).then_some(Feature::MeasureSame)
    }

    /// Nodes between the change and a level.
    fn between(&self, node: usize) -> std::ops::Range<usize> {
        let nodes = &self.change.nodes;
        if node < nodes.start { node + 1..nodes.start } else { nodes.end.min(node)..node }
    }

    fn changes_between(&self, node: usize) -> usize {
        let other = |fact: usize| fact != self.stated && Some(fact) != self.change.roles.delta;
        let is_change = |fact: usize| other(fact) && self.changes.binary_search(&fact).is_ok();
        self.between(node).filter(|&at| self.reading.fact(at).is_some_and(is_change)).count()
    }

    fn levels_between(&self, node: usize, but: usize) -> usize {
        let level = |fact: usize| {
            fact != but && fact != self.stated && self.source.facts[fact].figure.unit == self.source.facts[self.current].figure.unit
        };
        self.between(node).filter(|&at| self.reading.fact(at).is_some_and(level)).count()
    }

    fn is_cut(&self, node: usize) -> bool {
        // "and to cut": another predicate
        let predicate = |at: usize| {
            matches!(self.reading.cue(at), Some(Cue::To | Cue::Auxiliary | Cue::Was))
                || self.reading.cue(at).is_some_and(Cue::is_verb_of_change)
        };
        let border = |at: usize| match self.reading.at(at) {
            Some(Element::Semicolon | Element::Cue(Cue::Border)) => true,
            Some(Element::Cue(Cue::And)) => predicate(at + 1),
            _ => false,
        };
        self.between(node).any(border)
    }
}

/// What the words beside an earlier level say.
const PAST: &[&str] = &["ago", "earlier", "previous", "prior", "last", "before", "preceding", "yesterday"];

/// What leads to the figure at a node.
fn lead(reading: &SentenceReading, node: usize) -> Lead {
    let mut at = node;
    for _ in 0..8 {
        let Some(before) = at.checked_sub(1) else { return Lead::Open };
        at = before;
        let cue = match reading.nodes[at].element {
            Element::Words(words) if words <= 6 => continue,
            Element::Period(_) => continue,
            // "over the budget of 2003 ($1.9 billion)"
            Element::Open(close) if at + 1 == node && close == node + 1 => continue,
            Element::Close(open) => {
                at = open;
                continue;
            }
            Element::Cue(cue) => cue,
            _ => return Lead::Open,
        };
        return match cue {
            Cue::Mark | Cue::Expectation | Cue::Of | Cue::Sequential | Cue::YearOnYear | Cue::OtherBasis | Cue::Each | Cue::Margin => {
                continue;
            }
            Cue::From => Lead::From,
            Cue::Against | Cue::Than => Lead::Against,
            Cue::Over => Lead::Over,
            Cue::Higher | Cue::Lower => Lead::Comparative,
            Cue::To => Lead::To,
            Cue::At => Lead::At,
            Cue::Was | Cue::Share | Cue::Tie => Lead::Was,
            Cue::By | Cue::Rose | Cue::Fell | Cue::Moved => Lead::By,
            Cue::In => Lead::In,
            _ => Lead::Open,
        };
    }
    Lead::Open
}
