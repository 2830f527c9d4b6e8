//! The ledger of an article: which level each measure has, for whom, when and per what. It answers "what is the base of this" over any distance.

use super::claim::{Claim, ClaimKind, Link, OperandSet, Proof};
use super::construction::change::{Change, ChangeForm};
#[cfg(test)]
use super::construction::example::{Example, Fires};
use super::construction::pattern::{LinkScene, Pattern, Roles};
use super::construction::upside;
use super::cue::{Cue, direction};
use super::doubt::DoubtKind;
use super::policy::{is_year_before, says_year_ago};
use super::reading::{Element, SentenceReading, is_level, is_percent};
use super::source::{ClaimSource, StatedFigure, fit, of_like_size};
use crate::mention::{Figure, FigureKind};
use crate::relate::{Direction, FigureFact, Modality};
use crate::text::BlockKind;
use once_cell::sync::Lazy;

/// Sentences apart that tell of one change, and such that do not.
#[cfg(test)]
pub(super) const EXAMPLES: &[Example] = &[
    Example(
        "Profit up 40% to £56 million\n\nVestra Foods said that profit was £56.1 million in 2024, against £40.1 million in 2023.",
        Fires("40%", &["current £56.1 million", "base £40.1 million"]),
    ),
    Example(
        "Exports climbed 39% to $830 million, the ministry said. It had rained for weeks.\n\nExports went to $830 million from $596 million.",
        Fires("39%", &["current $830 million", "base $596 million"]),
    ),
    Example(
        "Imports climbed 12% to $830 million, the ministry said. It had rained for weeks.\n\nExports went to $830 million from $596 million.",
        Fires("12%", &["current $830 million"]),
    ),
    Example(
        "Profit up 40% to £58 million\n\nVestra Foods said that profit was £56.1 million in 2024, against £40.1 million in 2023.",
        Fires("40%", &["current £58 million"]),
    ),
    Example(
        "Profit rises 21.6% to $139.2m. The bank earned a profit of $139.2m, compared with $114.5m a year earlier.",
        Fires("21.6%", &["current $139.2m", "base $114.5m"]),
    ),
    Example(
        "The firm posted sales of $424.8m. A 7.2 pct increase over sales of $396.4m last year.",
        Fires("7.2 pct", &["current $424.8m", "base $396.4m"]),
    ),
    Example(
        "The shares closed at $49.1 on Monday, against a high of $80.4. The broker's price target of $60.2 implies 22.6% upside.",
        Fires("22.6%", &["current $60.2", "base $49.1"]),
    ),
    Example(
        "Exports of tin fell 20.9 pct to $20.61bn. The exports were still 35.4 pct above the $15.22bn of a year before.",
        Fires("35.4 pct", &["current $20.61bn", "base $15.22bn"]),
    ),
    Example(
        "Copper gained 10.35 cents, or 2.25%, to $4.70 today.\n\n- Year to date it is up 71.10 cents or 17.82%\n- Up 10 of the past 12 days",
        Fires("17.82%", &["current $4.70", "delta 71.10 cents"]),
    ),
    Example(
        "Costs were cut 31% year-on-year to $89m.\n\nCosts decreased from $102m in the third quarter to $89m in the fourth quarter.",
        Fires("31%", &["current $89m"]),
    ),
    // The shares of one company, and another's target.
    Example(
        "Shares of Harl Motor rose 2.05% on Monday.\n\nMarten Securities raised its price target for Bell Mines to $4.00 from $3.90.",
        Fires("2.05%", &[]),
    ),
    Example(
        "Fees were $18.0m. This is a 20% increase ($3.0m) from the $15.0m of the year before.",
        Fires("$3.0m", &["current $18.0m", "base $15.0m"]),
    ),
    Example("The bridge had a budget of $50.0m. It cost $55.0m, 10% over budget.", Fires("10%", &["current $55.0m", "base $50.0m"])),
    Example(
        "The jobless rate was 5.0% in May. It rose by 0.5 percentage points to 5.5% in June.",
        Fires("0.5 percentage points", &["current 5.5%", "base 5.0%"]),
    ),
    Example(
        "The jobless rate was 5.0% and inflation 2.0% in May. It rose by 0.5 percentage points to 5.5% in June.",
        Fires("0.5 percentage points", &["current 5.5%"]),
    ),
    Example("Profit rises 31.6% to $139.2m. Sales were $900.5m, compared with $114.5m a year earlier.", Fires("31.6%", &[])),
    Example("The house sold at $49.1 and the barn at $80.4. Repairs rose 26.6% to $60.2.", Fires("26.6%", &[])),
];

/// A measure's two levels, as some sentence gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LevelPair {
    /// The level after the change.
    pub current: usize,
    /// The level before it.
    pub base: usize,
    /// The percent that states the change, where one does.
    pub stated: Option<usize>,
    /// Which way the words say it went.
    pub way: Option<Direction>,
}

/// The levels of an article.
pub(super) struct Ledger {
    /// The pairs of levels, in order of their current ones.
    pub pairs: Vec<LevelPair>,
    /// For each fact whether it stands where a base stands.
    pub is_base: Vec<bool>,
    /// The changes that are stated as amounts, without levels.
    deltas: Vec<usize>,
}

/// How many sentences away a base may stand, whose measure goes by the same name.
const NEAR: usize = 8;
/// How many sentences before a level may stand that a comparison goes on from.
const CLOSE: usize = 2;
/// How many sentences away a change may be told again; a headline's anywhere in this reach.
const AGAIN: usize = 60;

/// What compares two levels without a percent.
static COMPARISONS: Lazy<[Pattern; 6]> = Lazy::new(|| {
    ["= [rose] against BASE", "= [rose] from BASE", "= ( BASE )", "= ( = : BASE )", "rose from BASE", "rose against BASE"].map(Pattern::new)
});
/// The same with the level before it first.
static LED_TO: Lazy<Pattern> = Lazy::new(|| Pattern::new("from BASE [rose] to ="));

impl Ledger {
    /// Takes down the pairs that the sentences give, with a percent or without.
    pub(super) fn new(source: &ClaimSource, found: &[StatedFigure]) -> Self {
        let mut is_base = vec![false; source.facts.len()];
        let mut pairs: Vec<LevelPair> = Vec::new();
        for claim in found.iter().flat_map(|found| &found.readings) {
            if let (Some(current), Some(base)) = (claim.operands.current, claim.operands.base) {
                let stated = (claim.kind == ClaimKind::Growth).then_some(claim.stated);
                pairs.push(LevelPair { current, base, stated, way: claim.direction });
            }
        }
        for reading in source.readings {
            for current in reading.facts.clone().filter(|&fact| may_be_compared(&source.facts[fact].figure)) {
                pairs.extend(compared(source, reading, current));
            }
        }
        pairs.sort_by_key(|pair| (pair.current, pair.stated.is_none()));
        pairs.dedup_by_key(|pair| pair.current);
        pairs.iter().for_each(|pair| is_base[pair.base] = true);
        let alone = |change: &Change| {
            change.form == ChangeForm::Noun && change.roles.current.is_none() && change.roles.base.is_none() && change.roles.delta.is_none()
        };
        let open = |found: &&StatedFigure| {
            is_level(&source.facts[found.stated].figure)
                && found.change.as_ref().is_some_and(alone)
                && !found.readings.iter().any(Claim::is_complete)
        };
        let mut deltas: Vec<usize> = found.iter().filter(open).map(|found| found.stated).collect();
        deltas.sort_unstable();
        Ledger { pairs, is_base, deltas }
    }

    /// Gives a change of a sentence the levels that stand elsewhere.
    pub(super) fn complete(&self, source: &ClaimSource, found: &mut StatedFigure) {
        let Some(change) = &found.change else { return };
        if change.form == ChangeForm::Bare && !source.is_halving(found.stated) {
            return;
        }
        let Some(at) = found.readings.iter().position(|claim| !claim.is_complete()) else { return };
        let OperandSet { current, base, delta, .. } = found.readings[at].operands;
        let growth = found.readings[at].kind == ClaimKind::Growth;
        let before = |other: usize| self.current_before(source, found.stated, Some(other)).map(|current| (Some(current), base, delta));
        let again = |pair: LevelPair| (Some(pair.current), Some(pair.base), None);
        let told_again = || self.told_again(source, found).map(again);
        let level = current;
        let same_level = |current: usize, yearly: bool| self.told_with_level(source, found, current, yearly);
        let of_year_before = |current: usize| self.base_of(source, current).map(|base| (Some(current), Some(base), None));
        let of_price = |current: usize| price_before(source, current).map(|base| (Some(current), Some(base), None));
        let with_delta = |current: usize| self.delta_of(source, current).map(|delta| (Some(current), None, Some(delta)));
        let levels = match (current, base, delta) {
            (Some(current), None, None) => same_level(current, true)
                .map(again)
                .or_else(|| of_year_before(current))
                .or_else(|| with_delta(current).filter(|_| growth))
                .or_else(|| of_price(current).filter(|_| growth))
                .or_else(|| self.percent_before(source, found, current).map(|base| (Some(current), Some(base), None)))
                .or_else(|| budget_of(source, found.stated, current).filter(|_| growth).map(|base| (Some(current), Some(base), None)))
                .or_else(|| same_level(current, false).map(again)),
            (None, Some(base), _) if growth => before(base).or_else(|| {
                let current = self.named_before(source, found.stated, base)?;
                Some((Some(current), Some(base), None))
            }),
            (None, None, Some(delta)) if growth => before(delta).or_else(told_again),
            (None, None, None) => told_again(),
            _ => None,
        };
        // "rose 29.3 percent. It sold 51,411, up from 39,754": no name ties them, so the figures must agree.
        let alone = (current, base, delta) == (None, None, None) && growth;
        let beside = || self.told_next(source, found).filter(|_| alone).map(again);
        let unnamed = levels.is_none();
        let Some((current, base, delta)) = levels.or_else(beside) else { return };
        let mut claim = Claim { link: Link::Nearby, because: Vec::new(), ..found.readings[at].clone() };
        claim.operands = OperandSet { current, base, delta: if base.is_some() { None } else { delta }, ..OperandSet::default() };
        fit(source.facts, &mut claim.operands);
        if let Some(reading) = source.reading_of(found.stated) {
            source.case().judge(&mut claim, reading, Some(change));
        }
        if claim.doubt == Some(DoubtKind::Apart) && self.is_told_apart(source, found, &claim, level) {
            claim.proof = Proof::Likely;
        }
        // Levels that are percents are many, so a name alone does not tell which are meant.
        if unnamed || claim.kind == ClaimKind::Points {
            claim.proof = Proof::Weak;
        }
        found.readings[at] = claim;
    }

    /// Whether the words tell what the change is between, though its figures stand apart; its sentence states no more than `level`.
    fn is_told_apart(&self, source: &ClaimSource, found: &StatedFigure, claim: &Claim, level: Option<usize>) -> bool {
        let stated = found.stated;
        let OperandSet { current, base, .. } = claim.operands;
        // A list of what a quoted price is up from: nothing else can be meant.
        current.is_some_and(|current| self.is_quoted_lead(source, stated, current))
            // "That is $743m, or 2.8%, above the budget": the pronoun takes up the only level of the sentence before.
            || current.is_some_and(|current| self.is_taken_up(source, stated, current))
            || level.zip(base).is_some_and(|(level, base)| {
                // A headline and its story state one level: what the story compares it with is what it rose from.
                self.told_with_level(source, found, level, true).is_some_and(|pair| pair.base == base)
                    // "It cost $55m, 10% over budget", and one figure is called the budget.
                    || claim.kind == ClaimKind::Growth && budget_of(source, stated, level) == Some(base)
            })
    }

    /// The only two levels of the next sentence that no percent tells of.
    fn told_next(&self, source: &ClaimSource, found: &StatedFigure) -> Option<LevelPair> {
        let facts = source.facts;
        let next = facts[found.stated].sentence + 1;
        let from = self.pairs.partition_point(|pair| facts[pair.current].sentence < next);
        let mut pairs = self.pairs[from..].iter().take_while(|pair| facts[pair.current].sentence == next);
        let pair = pairs.next().filter(|_| pairs.next().is_none())?;
        (pair.stated.is_none() && may_tell_of(source, found, pair)).then_some(*pair)
    }

    /// The pairs so near a sentence that a change may be told again. They are in the order of their levels, so these stand together.
    fn reach(&self, facts: &[FigureFact], sentence: usize) -> &[LevelPair] {
        let from = self.pairs.partition_point(|pair| facts[pair.current].sentence + AGAIN < sentence);
        let to = self.pairs.partition_point(|pair| facts[pair.current].sentence <= sentence + AGAIN);
        &self.pairs[from..to]
    }

    /// "Profit rises 22% to Rs 1,392 crore … Its profit was Rs 1,392 crore, against Rs 1,145 crore a year before": the level that another
    /// sentence states again, with the one that it is compared with, of a year before or, not `yearly`, of no time that is named.
    fn told_with_level(&self, source: &ClaimSource, found: &StatedFigure, current: usize, yearly: bool) -> Option<LevelPair> {
        let facts = source.facts;
        let (own, stated) = (&facts[current], found.stated);
        let reading = source.reading_of(stated)?;
        if reading.nodes.iter().any(|node| matches!(node.element, Element::Cue(Cue::Sequential | Cue::OtherBasis))) {
            return None;
        }
        // Three figures are seldom the same by accident.
        let is_telling = own.figure.value().is_some_and(|value| value.normalize().mantissa().unsigned_abs() >= 100);
        let way = found.readings.first().and_then(|claim| claim.direction);
        let year_before = |pair: &LevelPair| {
            let period = |fact: usize| facts[fact].period.map(|period| &source.periods[period]);
            let dated = period(pair.current).zip(period(pair.base)).is_some_and(|(now, before)| is_year_before(before, now));
            dated || period(pair.base).is_some_and(|before| says_year_ago(before.span.of(source.document.text)))
        };
        let fits = |pair: &&LevelPair| {
            let level = &facts[pair.current];
            let open = level.measure_key.is_empty() || own.measure_key.is_empty();
            let again = own.figure.value().is_some() && own.figure.value.rounding().meets(&level.figure.value.rounding());
            (again && level.measure_key.is(&own.measure_key) || level.figure.value() == own.figure.value() && open && is_telling)
                && level.figure.is_like(&own.figure)
                && level.figure.per == own.figure.per
                && pair.current != current
                && facts[pair.base].modality == level.modality
                && same_period(source, own, level)
                && (level.entity == own.entity || level.entity.is_none() || own.entity.is_none())
                && (pair.way.is_none() || way.is_none() || pair.way == way)
                && (year_before(pair) || !yearly && facts[pair.base].period.is_none())
        };
        let mut pairs = self.reach(facts, own.sentence).iter().filter(fits);
        let first = pairs.next()?;
        pairs.all(|other| facts[other.base].figure.value() == facts[first.base].figure.value()).then_some(*first)
    }

    /// "Fees were $18m. This is a 20% increase ($3m) from $15m": the change as an amount of the level that is taken up.
    pub(super) fn delta_taken_up(&self, source: &ClaimSource, found: &StatedFigure) -> Option<StatedFigure> {
        let claim = found.readings.iter().find(|claim| claim.kind == ClaimKind::Growth && claim.operands.current.is_none())?;
        let (base, delta) = (claim.operands.base?, claim.operands.delta?);
        let operands =
            OperandSet { current: self.current_before(source, found.stated, Some(base)), base: Some(base), ..OperandSet::default() };
        operands.current?;
        let mut claim = Claim { operands, direction: claim.direction, link: Link::Nearby, ..Claim::new(ClaimKind::Difference, delta) };
        source.case().judge(&mut claim, source.reading_of(delta)?, None);
        Some(StatedFigure { stated: delta, change: None, readings: vec![claim] })
    }

    /// "The rate was 5.0% in May. In June it rose by half a point to 5.5%": the only percent of the sentence before.
    fn percent_before(&self, source: &ClaimSource, found: &StatedFigure, current: usize) -> Option<usize> {
        let facts = source.facts;
        let reading = source.reading_of(found.stated)?;
        let before = source.reading_before(reading).filter(|_| found.readings[0].kind == ClaimKind::Points)?;
        let mut percents = before.facts.clone().filter(|&fact| facts[fact].figure.kind == FigureKind::Percent);
        let base = percents.next().filter(|_| percents.next().is_none())?;
        let (level, own) = (&facts[base], &facts[current]);
        let is_moved =
            |at: usize| at.checked_sub(1).and_then(|lead| before.cue(lead)).is_some_and(|lead| lead.is_change() || lead == Cue::By);
        let fits = is_percent(&level.figure)
            && level.figure.value().is_some()
            && !before.node_of(base).is_none_or(is_moved)
            && !level.measure_key.is_empty()
            && (level.measure_key.is(&own.measure_key) || own.measure_key.is_empty())
            && level.modality == own.modality
            && (level.period.is_none() || level.period != own.period);
        fits.then_some(base)
    }

    /// The same measure a year before the level.
    fn base_of(&self, source: &ClaimSource, current: usize) -> Option<usize> {
        let facts = source.facts;
        let now = &facts[current];
        let period = &source.periods[now.period?];
        let fits = |fact: &FigureFact| {
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
    fn current_before(&self, source: &ClaimSource, stated: usize, other: Option<usize>) -> Option<usize> {
        let reading = source.reading_of(stated)?;
        let at = source.readings.binary_search_by_key(&reading.sentence, |other| other.sentence).ok()?;
        let other = &source.facts[other?].figure;
        let fits = |fact: &usize| {
            let figure = &source.facts[*fact].figure;
            is_level(figure) && figure.is_like(other) && !self.is_base[*fact]
        };
        let first = reading.nodes.first().map(|node| node.element);
        // "This is a 12% rise from", "A 12% rise from"
        let rise = reading.node_of(stated).filter(|&at| at == 0).and_then(|at| reading.cue(at + 1)).is_some_and(Cue::is_noun_of_change);
        let takes_up = rise || matches!(first, Some(Element::Cue(Cue::Tie)));
        if takes_up && at > 0 && source.readings[at - 1].sentence + 1 == reading.sentence {
            return source.readings[at - 1].facts.clone().rev().find(fits);
        }
        let subjectless = reading.nodes.iter().find(|node| !matches!(node.element, Element::Period(_) | Element::Comma | Element::Dash));
        let is_elliptic = subjectless.is_some_and(|node| matches!(node.element, Element::Cue(cue) if cue.is_change()));
        if !is_elliptic && !self.is_said_of_lead(source, reading) {
            return None;
        }
        let lead = source.readings[..at].iter().rev().take(AGAIN).find(|lead| lead.block != BlockKind::Bullet)?;
        lead.facts.clone().find(|&fact| fits(&fact) && is_quoted(lead, fact))
    }

    /// "- Year to date it is up 75 cents": a bullet that takes up its lead-in by a pronoun before any figure.
    fn is_said_of_lead(&self, source: &ClaimSource, reading: &SentenceReading) -> bool {
        let sentence = source.document.sentences[reading.sentence].tokens.clone();
        let figure =
            reading.nodes.iter().find(|node| matches!(node.element, Element::Figure(_))).map_or(sentence.start, |node| node.tokens.start);
        reading.block == BlockKind::Bullet && (sentence.start..figure).any(|token| source.document.word(token).eq_ignore_ascii_case("it"))
    }

    /// Whether the sentence begins with a pronoun that stands for the level, the only one of the sentence before.
    fn is_taken_up(&self, source: &ClaimSource, stated: usize, current: usize) -> bool {
        let Some(reading) = source.reading_of(stated) else { return false };
        let before = source.reading_of(current).filter(|before| before.sentence + 1 == reading.sentence);
        let mut nodes = reading.nodes.iter().map(|node| node.element);
        // "This cut would be 10% of": the level is the change itself.
        let begins = nodes.next() == Some(Element::Cue(Cue::Tie))
            && !matches!(nodes.next(), Some(Element::Cue(cue)) if cue.is_change())
            && !matches!(reading.at(1), Some(Element::Words(_)));
        begins && before.is_some_and(|before| before.facts.clone().filter(|&fact| is_level(&source.facts[fact].figure)).count() == 1)
    }

    /// "Total exports fell 21% to $20.6bn. Exports were still 35% above the $15.2bn of a year before": the nearest level of that name.
    fn named_before(&self, source: &ClaimSource, stated: usize, base: usize) -> Option<usize> {
        let facts = source.facts;
        let own = &facts[stated];
        let fits = |fact: &usize| {
            let (level, of) = (&facts[*fact], &facts[base].figure);
            is_level(&level.figure)
                && level.sentence < own.sentence
                && level.figure.is_like(of)
                && level.figure.per == of.per
                && of_like_size(&level.figure, of)
                && !self.is_base[*fact]
                && (level.measure_key.is(&own.measure_key) || level.measure_key.refines(&own.measure_key))
                && level.modality == own.modality
                && same_period(source, own, level)
        };
        let (from, _) = nearby(facts, stated, CLOSE, 0);
        (from..stated).rev().find(fits)
    }

    /// Whether the level is the price that the lead-in of a list quotes, and the change stands in that list.
    fn is_quoted_lead(&self, source: &ClaimSource, stated: usize, level: usize) -> bool {
        let is_bullet = source.reading_of(stated).is_some_and(|reading| reading.block == BlockKind::Bullet);
        is_bullet && source.reading_of(level).is_some_and(|lead| lead.block != BlockKind::Bullet && is_quoted(lead, level))
    }

    /// The change of that measure that another sentence states as an amount.
    fn delta_of(&self, source: &ClaimSource, current: usize) -> Option<usize> {
        let now = &source.facts[current];
        let fits = |delta: &&usize| {
            let delta = &source.facts[**delta];
            delta.figure.unit == now.figure.unit && delta.measure_key.is(&now.measure_key) && same_period(source, delta, now)
        };
        let from = self.deltas.partition_point(|&delta| source.facts[delta].sentence + NEAR < now.sentence);
        let to = self.deltas.partition_point(|&delta| source.facts[delta].sentence <= now.sentence + NEAR);
        let mut found = self.deltas[from..to].iter().filter(fits);
        found.next().copied().filter(|_| found.next().is_none())
    }

    /// A change without levels and two levels without a change, that are of the same measure: a headline and the sentence that explains
    /// it, "a 32% gain in profit, as earnings went to A from B", "grew fastest, by 60%. Its volume went from A to B".
    fn told_again(&self, source: &ClaimSource, found: &StatedFigure) -> Option<LevelPair> {
        let facts = source.facts;
        let own = &facts[found.stated];
        let is_amount = is_level(&own.figure);
        let distance = |pair: &LevelPair| facts[pair.current].sentence.abs_diff(own.sentence);
        let key = |pair: &LevelPair| {
            let now = &facts[pair.current].measure_key;
            if now.is_empty() { pair.stated.map_or(now, |stated| &facts[stated].measure_key) } else { now }
        };
        let fits = |pair: &&LevelPair| may_tell_of(source, found, pair);
        let named = |pair: &&LevelPair| key(pair).is(&own.measure_key);
        // Within reach of a pronoun a name may be missing or longer.
        let beside = |pair: &&LevelPair| {
            let key = key(pair);
            let open = key.is_empty() || own.measure_key.is_empty() || key.refines(&own.measure_key);
            let follows = facts[pair.current].sentence >= own.sentence;
            pair.stated.is_none() && distance(pair) <= 1 && (open && follows && !is_amount || key.is(&own.measure_key))
        };
        let candidates = || self.reach(facts, own.sentence).iter().filter(fits);
        let equal = |pair: &&LevelPair| pair.stated.is_some_and(|percent| facts[percent].figure.value() == own.figure.value());
        let other_sentence = |pair: &&LevelPair| distance(pair) > 0;
        if let Some(pair) = candidates().filter(named).filter(other_sentence).find(equal) {
            return Some(*pair);
        }
        only(facts, candidates().filter(beside).filter(|pair| distance(pair) == 0))
            .or_else(|| only(facts, candidates().filter(beside).filter(other_sentence)))
            .or_else(|| only(facts, candidates().filter(named).filter(other_sentence)))
    }
}

/// "It had a budget of $50m. It cost $55m, 10% over budget": the only amount that is called so.
fn budget_of(source: &ClaimSource, stated: usize, current: usize) -> Option<usize> {
    const BUDGET: &str = "budget";
    let facts = source.facts;
    let behind = source.document.token_at(facts[stated].figure.span.end);
    let named = (behind..(behind + 5).min(source.document.tokens.len())).any(|at| source.document.word(at).eq_ignore_ascii_case(BUDGET));
    let fits = |&fact: &usize| {
        let level = &facts[fact];
        fact != current
            && is_level(&level.figure)
            && level.measure_key.has(BUDGET)
            && level.figure.is_like(&facts[current].figure)
            && level.figure.per == facts[current].figure.per
            && of_like_size(&level.figure, &facts[current].figure)
    };
    let (from, to) = nearby(facts, stated, CLOSE, CLOSE);
    let mut found = (from..to).filter(|_| named).filter(fits);
    found.next().filter(|_| found.next().is_none())
}

/// "The shares closed at $49. … A target of $60 implies 22% upside": the price that a sentence before quotes.
fn price_before(source: &ClaimSource, target: usize) -> Option<usize> {
    let reading = source.reading_of(target).filter(|reading| upside::is_told(source.document, reading))?;
    let at = source.readings.binary_search_by_key(&reading.sentence, |other| other.sentence).ok()?;
    let unit = &source.facts[target].figure;
    let near = source.readings[..at].iter().rev().take_while(|other| other.sentence + NEAR >= reading.sentence);
    near.into_iter().find_map(|other| {
        other.facts.clone().rev().find(|&fact| {
            let price = &source.facts[fact].figure;
            let traded = || other.node_of(fact).is_some_and(|node| upside::is_traded(source.document, other, node));
            is_level(price) && price.is_like(unit) && of_like_size(price, unit) && traded()
        })
    })
}

/// The facts from `back` sentences before that of the fact to `ahead` behind it, of which no more than some hundred are looked at.
pub(super) fn nearby(facts: &[FigureFact], fact: usize, back: usize, ahead: usize) -> (usize, usize) {
    const MOST: usize = 256;
    let sentence = facts[fact].sentence;
    let (first, last) = (fact.saturating_sub(MOST), facts.len().min(fact + MOST));
    let near = &facts[first..last];
    let from = near.partition_point(|fact| fact.sentence + back < sentence);
    let to = near.partition_point(|fact| fact.sentence <= sentence + ahead);
    (first + from, first + to)
}

/// "currently at $36.29"
fn is_quoted(lead: &SentenceReading, level: usize) -> bool {
    let before = lead.node_of(level).and_then(|node| node.checked_sub(1));
    before.is_some_and(|before| matches!(lead.cue(before), Some(Cue::At | Cue::To)))
}

/// The pair, where no other gives other levels.
fn only<'a>(facts: &[FigureFact], mut pairs: impl Iterator<Item = &'a LevelPair>) -> Option<LevelPair> {
    let first = pairs.next()?;
    let is_other = |pair: &LevelPair| facts[pair.current].figure.value() != facts[first.current].figure.value();
    (!pairs.any(is_other)).then_some(*first)
}

/// Whether the pair can be what a change without levels is between.
fn may_tell_of(source: &ClaimSource, found: &StatedFigure, pair: &LevelPair) -> bool {
    let (own, level) = (&source.facts[found.stated], &source.facts[pair.current]);
    let way = found.readings.first().and_then(|claim| claim.direction);
    pair.stated != Some(found.stated)
        && pair.current != found.stated
        && pair.base != found.stated
        && may_have_levels(own, level)
        && same_period(source, own, level)
        && may_be_of_one(own, level)
        && (pair.way.is_none() || way.is_none() || pair.way == way)
}

/// Whether no owner says that the figures are of others, in different sentences; a target is no level of what came to be.
fn may_be_of_one(own: &FigureFact, level: &FigureFact) -> bool {
    let same_owner = own.entity.is_none() || level.entity.is_none() || own.entity == level.entity || own.sentence == level.sentence;
    same_owner && (own.modality == level.modality || level.modality != Modality::Target)
}

/// Whether the figure can be the change of such a level: a percent of anything, an amount of its own unit.
fn may_have_levels(stated: &FigureFact, level: &FigureFact) -> bool {
    match stated.figure.kind {
        FigureKind::Amount | FigureKind::Quantity => {
            stated.figure.unit == level.figure.unit && stated.figure.value() < level.figure.value()
        }
        FigureKind::Percent if is_percent(&stated.figure) => is_level(&level.figure),
        FigureKind::Percent => is_percent(&level.figure),
        _ => true,
    }
}

/// Whether no two dates say that the figures are of other periods.
pub(super) fn same_period(source: &ClaimSource, a: &FigureFact, b: &FigureFact) -> bool {
    let resolved = |fact: &FigureFact| fact.period.map(|period| &source.periods[period]).filter(|period| period.from.is_some());
    resolved(a).zip(resolved(b)).is_none_or(|(a, b)| a.from == b.from && a.to == b.to)
}

fn may_be_compared(figure: &Figure) -> bool {
    is_level(figure) || is_percent(figure)
}

/// The level that a level is compared with beside it.
fn compared(source: &ClaimSource, reading: &SentenceReading, current: usize) -> Option<LevelPair> {
    let at = reading.node_of(current)?;
    let lead = at.checked_sub(1).and_then(|node| reading.cue(node));
    if matches!(lead, Some(Cue::From | Cue::Against | Cue::Than)) {
        return None;
    }
    let of_percents = is_percent(&source.facts[current].figure);
    let scene = LinkScene { reading, facts: source.facts, stated: current, of_percents, halved: false };
    let after = COMPARISONS.iter().find_map(|pattern| {
        let mut roles = Roles::default();
        pattern.after(&scene, at + 1, &mut roles)?;
        roles.base
    });
    let before = || {
        let mut roles = Roles::default();
        LED_TO.before(&scene, at, &mut roles)?;
        roles.base
    };
    let base = after.or_else(before)?;
    let (a, b) = (&source.facts[current].figure, &source.facts[base].figure);
    let verb = (0..at).rev().take(6).filter_map(|node| reading.cue(node)).find(|cue| cue.is_verb_of_change());
    (a.unit == b.unit && a.kind == b.kind && a.per == b.per && of_like_size(a, b)).then_some(LevelPair {
        current,
        base,
        stated: None,
        way: direction(verb),
    })
}
