//! The figures that an unlinked percent follows from, found by their arithmetic.
//!
//! Where the language links nothing, the article's levels are tried in pairs, the nearest first, as a reader would. Each pair might fit
//! by accident; how likely that is follows from how finely the figures are printed. The first pair that fits is taken, unless so many
//! were tried that an accident is likely. Such a link is called inferred: it confirms, and never accuses.

use rust_decimal::{Decimal, dec};
use rustc_hash::FxHashSet;

use super::answer::Answer;
use super::bounds;
use crate::link::{Claim, ClaimKind, Link, OperandSet, Proof, RESULTS, is_level, is_percent};
use crate::mention::Figure;
use crate::number::Interval;
use crate::relate::{Direction, FigureFact};
use crate::sheet::{Exactness, Verdict};
use crate::words::WordList;

/// The most accidental fits that are borne among the pairs tried. With figures put in the place of others 6 links were found where the
/// true figures gave 93 (3,000 articles): about one in fifteen is an accident.
const ACCIDENTS: f32 = 0.02;
/// The same where the amount of the change is known.
const OF_CHANGE: f32 = 0.05;
/// The same where no word tells of a change.
const UNTOLD: f32 = 0.01;
/// How many levels to either side may be the nearer one of a pair, and the farther one.
const NEAR: usize = 5;
const FAR: usize = 24;
/// The most bytes between a part and its share in brackets.
const BRACKET: usize = 6;
/// How many sentences away the nearer one may stand.
const BESIDE: usize = 1;

/// Percents that are set or measured, not computed from two levels of the text.
static RATES: WordList = WordList::new(words!(
    "rate|rates|yield|yields|interest|coupon|inflation|unemployment|tax|duty|tariff|tariffs|discount|probability|subsidy|owner|vest|chance|threshold|contribution"
));

/// A level of the article with what its print allows.
struct Level {
    fact: usize,
    interval: Interval,
    /// The width of the interval as a part of the value.
    looseness: f32,
}

/// What two levels may be to a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum PairRoles {
    /// The first is the level now, the second the one before; it rose.
    Rise,
    /// The same, and it fell.
    Fall,
    /// The first is the change, the second the level now, after a rise.
    RiseTo,
    /// The same after a fall.
    FallTo,
    /// The first is the change, the second the level before.
    ChangeOf,
    /// The first is a part of the second.
    Part,
}

/// Two levels, as places in the list of levels, with how far a reader would have to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    cost: i32,
    roles: PairRoles,
    first: usize,
    second: usize,
}

/// Answers a claim.
type AnswerTo = fn(&str, &[FigureFact], Claim) -> Answer;

/// Answers the percents that are still without figures; `check` answers a claim.
pub(super) fn complete(text: &str, facts: &[FigureFact], check: AnswerTo, answers: &mut [Answer]) {
    let unanswered: Vec<usize> = (0..answers.len()).filter(|&at| is_open(facts, &answers[at])).collect();
    if unanswered.is_empty() {
        return;
    }
    let levels: Vec<Level> = facts.iter().enumerate().filter_map(|(fact, it)| level(fact, it)).collect();
    let mut bases: Vec<usize> = answers
        .iter()
        .filter(|answer| answer.verdict == Verdict::Consistent)
        .filter_map(|answer| answer.claim.operands.whole.or(answer.claim.operands.base))
        .collect();
    bases.sort_unstable();
    let mut open: Vec<(usize, ArithmeticFit)> = Vec::new();
    for at in unanswered {
        let search = Search { text, facts, check, levels: &levels, bases: &bases, answer: &answers[at] };
        let fits = search.fits().unwrap_or_default();
        match fits.iter().find(|fit| fit.accidents <= search.borne(fit.pair.roles)).and_then(|fit| search.confirm(fit.pair)) {
            Some(found) => answers[at] = found,
            None => open.extend(fits.into_iter().map(|fit| (at, fit))),
        }
    }
    for (at, pair) in of_one_base(&open) {
        let search = Search { text, facts, check, levels: &levels, bases: &bases, answer: &answers[at] };
        if let Some(found) = search.confirm(pair).filter(|_| is_open(facts, &answers[at])) {
            answers[at] = found;
        }
    }
}

/// Percents of one and the same whole, or changes from one and the same level: that several fit it by accident is unlikely.
fn of_one_base(open: &[(usize, ArithmeticFit)]) -> Vec<(usize, Pair)> {
    let base = |pair: &Pair| (pair.second, pair.roles == PairRoles::Part);
    let mut fits: Vec<((usize, bool), usize, ArithmeticFit)> = open.iter().map(|&(at, fit)| (base(&fit.pair), at, fit)).collect();
    // The likeliest pair of each percent.
    fits.sort_by_key(|&(base, at, fit)| (base, at, fit.pair));
    fits.dedup_by_key(|(base, at, _)| (*base, *at));
    let answers: FxHashSet<usize> = fits.iter().map(|(_, at, _)| *at).collect();
    let bases: FxHashSet<usize> = fits.iter().map(|((base, _), ..)| *base).collect();
    let tried = (answers.len() * bases.len()) as f32;
    let mut out = Vec::new();
    for group in fits.chunk_by_mut(|(a, ..), (b, ..)| a == b) {
        let ends = |pair: &Pair| (pair.first, pair.second);
        group.sort_by_key(|(_, _, fit)| ends(&fit.pair));
        let mut several: Vec<(usize, ArithmeticFit)> = group.iter().map(|&(_, at, fit)| (at, fit)).collect();
        several.dedup_by_key(|(_, fit)| ends(&fit.pair));
        let accidents: f32 = several.iter().map(|(_, fit)| fit.chance * fit.firsts as f32).product();
        if several.len() > 1 && tried * accidents <= ACCIDENTS {
            out.extend(several.iter().map(|(at, fit)| (*at, fit.pair)));
        }
    }
    out
}

/// Whether the answer waits for figures.
fn is_open(facts: &[FigureFact], answer: &Answer) -> bool {
    let fact = &facts[answer.claim.stated];
    let kinds = matches!(answer.claim.kind, ClaimKind::Growth | ClaimKind::Share);
    let unlinked = !answer.claim.is_complete() && answer.claim.reason.is_none_or(|reason| reason == crate::link::NOT_SAID);
    let unproven = answer.claim.is_complete() && answer.computed.is_some();
    answer.verdict == Verdict::Unchecked
        && kinds
        && (unlinked || unproven)
        && fact.cell.is_none()
        && is_percent(&fact.figure)
        && fact.figure.value().is_some()
        && !fact.measure_key.has_one_of(&RATES)
}

fn level(fact: usize, of: &FigureFact) -> Option<Level> {
    let figure = &of.figure;
    let value = figure.value().filter(|value| *value > Decimal::ZERO)?;
    let is_level = is_level(figure) && of.cell.is_none();
    let interval = bounds::operand(figure, value).filter(|interval| is_level && interval.low > Decimal::ZERO)?;
    let looseness = interval.high.checked_sub(interval.low)?.checked_div(value)?;
    Some(Level { fact, interval, looseness: f32::try_from(looseness).ok()? })
}

/// The search for the figures of one percent.
struct Search<'a> {
    text: &'a str,
    facts: &'a [FigureFact],
    check: AnswerTo,
    levels: &'a [Level],
    /// Facts that other percents were computed from, in order.
    bases: &'a [usize],
    answer: &'a Answer,
}

/// A pair that fits a percent, with what an accident of it is worth.
#[derive(Clone, Copy, Debug)]
struct ArithmeticFit {
    pair: Pair,
    /// How likely one pair of such print fits by accident.
    chance: f32,
    /// The accidental fits to be expected up to this pair.
    accidents: f32,
    /// How many pairs of the same second level could be tried.
    firsts: usize,
}

impl Search<'_> {
    /// The pairs that fit, the nearest first.
    fn fits(&self) -> Option<Vec<ArithmeticFit>> {
        let stated = &self.facts[self.answer.claim.stated].figure;
        let printed = bounds::operand(stated, stated.value()?)?;
        let size = if printed.high < Decimal::ZERO { printed.negate() } else { printed };
        if size.low <= Decimal::ZERO {
            return None;
        }
        let (percent, width) = (f32::try_from(stated.value()?.abs()).ok()?, f32::try_from(size.high - size.low).ok()?);
        let mut pairs = self.pairs();
        pairs.retain(|pair| self.permits(pair));
        let fits = |pair: &Pair| fits(pair.roles, &size, &self.levels[pair.first].interval, &self.levels[pair.second].interval);
        // Most percents fit nothing: what speaks for a pair is asked where one does.
        if !pairs.iter().map(fits).try_fold(false, |any, fits| Some(any | fits?))? {
            return None;
        }
        pairs.iter_mut().for_each(|pair| pair.cost += self.extra(pair.roles, pair.first, pair.second));
        pairs.sort_unstable();
        pairs.dedup_by_key(|pair| (pair.roles, pair.first, pair.second));
        let seconds: FxHashSet<usize> = pairs.iter().map(|pair| pair.second).collect();
        let firsts = pairs.len().div_ceil(seconds.len().max(1));
        let mut accidents = 0.0;
        let mut out = Vec::new();
        for pair in pairs {
            let (first, second) = (&self.levels[pair.first], &self.levels[pair.second]);
            let of = match pair.roles {
                PairRoles::Rise => 100.0 + percent,
                PairRoles::Fall => (100.0 - percent).max(1.0),
                _ => percent,
            };
            // Percents in print are spread evenly over their magnitudes, and so are the ratios of amounts: about three, and ln 1000 is 7.
            let chance = (width + of * (first.looseness + second.looseness)) / (7.0 * percent.min(of));
            accidents += chance;
            if fits(&pair)? {
                out.push(ArithmeticFit { pair, chance, accidents, firsts });
            }
        }
        Some(out)
    }

    /// The most accidents that are borne.
    fn borne(&self, roles: PairRoles) -> f32 {
        match roles {
            PairRoles::RiseTo | PairRoles::FallTo | PairRoles::ChangeOf => OF_CHANGE,
            PairRoles::Rise | PairRoles::Fall if self.answer.claim.kind == ClaimKind::Share => UNTOLD,
            _ => ACCIDENTS,
        }
    }

    /// The pairs that may be tried, each with how far a reader would have to look.
    fn pairs(&self) -> Vec<Pair> {
        let claim = &self.answer.claim;
        let at = self.levels.partition_point(|level| level.fact < claim.stated);
        let OperandSet { current, base, delta, part, whole, .. } = claim.operands;
        let known = if claim.is_complete() { None } else { current.or(base).or(delta).or(part).or(whole) };
        let sentence = |level: usize| self.facts[self.levels[level].fact].sentence;
        let own = self.facts[claim.stated].sentence;
        let window = |reach: usize| at.saturating_sub(reach)..(at + reach).min(self.levels.len());
        let near: Vec<usize> = match known {
            Some(fact) => self.levels.binary_search_by_key(&fact, |level| level.fact).into_iter().collect(),
            None => window(NEAR).filter(|&level| sentence(level).abs_diff(own) <= BESIDE).collect(),
        };
        let mut out = Vec::new();
        for &one in &near {
            for other in window(FAR).filter(|&other| other != one && self.comparable(one, other)) {
                let cost = self.cost(at, one) * 2 + self.cost(at, other);
                self.roles(one, other, known.is_some(), |roles, first, second| {
                    out.push(Pair { cost, roles, first, second });
                });
            }
        }
        out
    }

    /// What the levels may be to the percent.
    fn roles(&self, one: usize, other: usize, known: bool, mut add: impl FnMut(PairRoles, usize, usize)) {
        let claim = &self.answer.claim;
        let OperandSet { current, delta, part, .. } = &claim.operands;
        let change = match claim.direction {
            Some(Direction::Up) => &[PairRoles::Rise][..],
            Some(Direction::Down) => &[PairRoles::Fall],
            None => &[PairRoles::Rise, PairRoles::Fall],
        };
        match claim.kind {
            ClaimKind::Growth if known && delta.is_some() => {
                change.iter().for_each(|way| add(if *way == PairRoles::Rise { PairRoles::RiseTo } else { PairRoles::FallTo }, one, other));
                add(PairRoles::ChangeOf, one, other);
            }
            ClaimKind::Growth if known => {
                let (first, second) = if current.is_some() { (one, other) } else { (other, one) };
                change.iter().for_each(|way| add(*way, first, second));
            }
            ClaimKind::Growth => change.iter().for_each(|way| {
                add(*way, one, other);
                add(*way, other, one);
            }),
            _ if known => {
                let (first, second) = if part.is_some() { (one, other) } else { (other, one) };
                add(PairRoles::Part, first, second);
            }
            _ => {
                add(PairRoles::Part, one, other);
                add(PairRoles::Part, other, one);
                for way in change {
                    add(*way, one, other);
                    add(*way, other, one);
                }
            }
        }
    }

    /// How far a level stands from the percent.
    fn cost(&self, at: usize, level: usize) -> i32 {
        let levels = if level < at { at - level - 1 } else { level - at };
        let own = self.facts[self.answer.claim.stated].sentence;
        let sentences = self.facts[self.levels[level].fact].sentence.abs_diff(own);
        (levels + 2 * sentences.min(8)) as i32
    }

    /// What else speaks for or against a pair.
    fn extra(&self, roles: PairRoles, first: usize, second: usize) -> i32 {
        let (a, b) = (&self.facts[self.levels[first].fact], &self.facts[self.levels[second].fact]);
        let mut out = 0;
        if roles == PairRoles::Part {
            out += if self.bases.binary_search(&self.levels[second].fact).is_ok() { -8 } else { 0 };
            // "1,153 (or 70 percent)": what stands right before its share is the part.
            let gap = self.facts[self.answer.claim.stated].figure.span.start.checked_sub(a.figure.span.end);
            out += if gap.is_some_and(|gap| gap <= BRACKET) { -16 } else { 0 };
            // "500 of 4,000 people"
            let between = self.text.get(a.figure.span.end..b.figure.span.start);
            out += if between.is_some_and(|between| matches!(between.trim(), "of" | "of the" | "of its" | "of their")) { -8 } else { 0 };
        } else {
            out += if a.measure_key.is(&b.measure_key) { -6 } else { 0 };
            out += if a.measure_key.is_empty() || b.measure_key.is_empty() || a.measure_key.refines(&b.measure_key) { 0 } else { 4 };
            out += if a.entity.is_some() && b.entity.is_some() && a.entity != b.entity { 4 } else { 0 };
            // A change of words that tell of none is the less likely.
            out += if self.answer.claim.kind == ClaimKind::Share { 4 } else { 0 };
        }
        out + if a.figure.unit == b.figure.unit { 0 } else { 4 }
    }

    fn comparable(&self, one: usize, other: usize) -> bool {
        let figure = |level: usize| -> &Figure { &self.facts[self.levels[level].fact].figure };
        let (a, b) = (figure(one), figure(other));
        a.is_like(b) && a.per == b.per && a.value() != b.value()
    }

    /// Whether the measures permit it: a margin is the share of a result in revenue.
    fn permits(&self, pair: &Pair) -> bool {
        let key = |level: usize| &self.facts[self.levels[level].fact].measure_key;
        let own = &self.facts[self.answer.claim.stated].measure_key;
        let is_margin = own.has("margin") || own.has("margins");
        let is_result = || key(pair.second).has("revenue") && key(pair.first).has_one_of(&RESULTS);
        !is_margin || self.answer.claim.kind == ClaimKind::Share && pair.roles == PairRoles::Part && is_result()
    }

    /// The answer that the pair gives, where the whole check agrees.
    fn confirm(&self, pair: Pair) -> Option<Answer> {
        let (first, second) = (Some(self.levels[pair.first].fact), Some(self.levels[pair.second].fact));
        let (kind, operands) = match pair.roles {
            PairRoles::Rise | PairRoles::Fall => (ClaimKind::Growth, OperandSet { current: first, base: second, ..OperandSet::default() }),
            PairRoles::RiseTo | PairRoles::FallTo => {
                (ClaimKind::Growth, OperandSet { delta: first, current: second, ..OperandSet::default() })
            }
            PairRoles::ChangeOf => (ClaimKind::Growth, OperandSet { delta: first, base: second, ..OperandSet::default() }),
            PairRoles::Part => (ClaimKind::Share, OperandSet { part: first, whole: second, ..OperandSet::default() }),
        };
        let direction = match pair.roles {
            PairRoles::Rise | PairRoles::RiseTo => Some(Direction::Up),
            PairRoles::Fall | PairRoles::FallTo => Some(Direction::Down),
            PairRoles::ChangeOf | PairRoles::Part => self.answer.claim.direction,
        };
        let stated = self.answer.claim.stated;
        let because = vec!["no nearer figures give it".to_owned()];
        let claim = Claim { operands, direction, link: Link::Inferred, proof: Proof::Weak, because, ..Claim::new(kind, stated) };
        let answer = (self.check)(self.text, self.facts, claim);
        (answer.verdict == Verdict::Consistent && answer.exactness != Some(Exactness::Truncation)).then_some(answer)
    }
}

/// Whether the levels can give the percent: first / second lies where their roles put it. `None` where 28 digits do not hold it.
fn fits(roles: PairRoles, percent: &Interval, first: &Interval, second: &Interval) -> Option<bool> {
    const HUNDRED: Decimal = dec!(100);
    let Interval { low, high } = *percent;
    // Bounds of first / second as fractions, each over its own denominator.
    let [(low, under_low), (high, under_high)] = match roles {
        PairRoles::Rise => [(HUNDRED + low, HUNDRED), (HUNDRED + high, HUNDRED)],
        PairRoles::Fall => [(HUNDRED - high, HUNDRED), (HUNDRED - low, HUNDRED)],
        PairRoles::RiseTo => [(low, HUNDRED + low), (high, HUNDRED + high)],
        PairRoles::FallTo if high >= HUNDRED => return Some(false),
        PairRoles::FallTo => [(low, HUNDRED - low), (high, HUNDRED - high)],
        PairRoles::ChangeOf | PairRoles::Part => [(low, HUNDRED), (high, HUNDRED)],
    };
    Some(
        first.high.checked_mul(under_low)? >= second.low.checked_mul(low)?
            && first.low.checked_mul(under_high)? <= second.high.checked_mul(high)?,
    )
}

#[cfg(test)]
mod tests {
    use crate::sheet::Link;
    use crate::{Article, Options, analyze};

    /// A text, the percent in it, and the figures that it is found to follow from, by their text.
    const EXAMPLES: &[(&str, &str, &[&str])] = &[
        (
            "Last winter 2,137 boats sank off the coast. The guard said it would send divers. Crews of 1,496 (or 70.0 per cent) were saved.",
            "70.0 per cent",
            &["1,496", "2,137"],
        ),
        (
            "The mine sold 48,215 tonnes of ore in 2019. A strike began that summer. The owners changed twice, and so did the managers. \
             The mine sold 31,822 tonnes last year, a decline of 34.0%.",
            "34.0%",
            &["31,822", "48,215"],
        ),
        // A margin is no part of orders.
        ("Revenue came to NOK 412.6 million. The gross margin was 35.4%. Orders from America: NOK 146.0 million.", "35.4%", &[]),
        // Any two of so many figures may give 40%.
        ("He owned 14 cows, 35 goats, 70 hens and 28 ducks. Taxes took 40% of what he sold.", "40%", &[]),
        ("The loan of $4.2 million carries an interest rate of 5.25% for a farm of $80 million.", "5.25%", &[]),
    ];

    #[test]
    fn figures_are_found_by_arithmetic_where_an_accident_is_unlikely() {
        for (text, stated, wanted) in EXAMPLES {
            let sheet = analyze(&Article::from_text(*text), &Options::default());
            let name = |id: &str| sheet.fact(id).map_or("", |fact| fact.text.as_str()).to_owned();
            let check = sheet.checks.iter().find(|check| name(&check.stated) == *stated);
            let check = check.filter(|check| check.link == Some(Link::Inferred));
            let found: Vec<String> = check.into_iter().flat_map(|check| check.operands.named().map(|(_, id)| name(id))).collect();
            assert_eq!(found, wanted.to_vec(), "{text}");
        }
    }
}
