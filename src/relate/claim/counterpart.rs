//! Levels that stand in another sentence than the change: the base a sentence later, the figures behind a headline.
//!
//! Three ways, each by what the language says: a sentence that takes up the one before ("This is a 12% rise"), a change stated twice
//! (a headline and the sentence that explains it), and the same measure of the same months a year earlier.

use jiff::ToSpan;
use once_cell::sync::Lazy;
use regex::Regex;
use rustc_hash::FxHashMap;

use super::{Claim, ClaimKind, Comparison, Link, Operands, Source};
use crate::mention::{FigureKind, Period};
use crate::relate::modality::Modality;
use crate::relate::skeleton::{Skeleton, SymbolSet};
use crate::relate::{Fact, MeasureKey};
use crate::words::WordList;

/// A measure's two levels, as some sentence gives them.
#[derive(Clone, Debug)]
pub struct Series {
    /// What is measured.
    pub key: MeasureKey,
    /// The level after the change.
    pub current: usize,
    /// The level before it.
    pub base: usize,
    /// The change, where it is stated with one level only; then `base` is the change.
    pub by_delta: bool,
    /// The percent that states the change.
    pub stated: Option<usize>,
}

/// The series of an article, in the order of their new levels.
pub struct AllSeries {
    list: Vec<Series>,
    /// The sentence of each new level.
    sentences: Vec<usize>,
    /// The first series that a fact is a level of.
    of: FxHashMap<usize, usize>,
}

impl AllSeries {
    fn new(source: &Source, mut list: Vec<Series>) -> Self {
        list.sort_by_key(|series| series.current);
        let mut of = FxHashMap::default();
        for (i, series) in list.iter().enumerate() {
            of.entry(series.current).or_insert(i);
            of.entry(series.base).or_insert(i);
        }
        let sentences = list.iter().map(|series| source.facts[series.current].sentence).collect();
        AllSeries { list, sentences, of }
    }

    /// The series whose new level stands within so many sentences.
    pub fn within(&self, sentence: usize, reach: usize) -> &[Series] {
        let from = self.sentences.partition_point(|&other| other + reach < sentence);
        let to = self.sentences.partition_point(|&other| other <= sentence + reach);
        &self.list[from..to]
    }

    /// The series that the fact is a level of.
    pub fn of(&self, fact: usize) -> Option<&Series> {
        self.of.get(&fact).map(|&i| &self.list[i])
    }
}

/// How many sentences away a change may be stated again; the headline's may stand anywhere.
const AGAIN: usize = 200;

/// The last sentence that may still be a headline.
const HEADLINES: usize = 2;
/// How many sentences away a counterpart may stand, and one whose measure goes by the very same name.
const NEAR: usize = 3;
const NEAR_OF_SAME_NAME: usize = 8;

/// Finds the levels that claims of growth lack; a change stated as an amount beside them is then a claim of its own.
pub fn complete(source: &Source, claims: &mut Vec<Claim>, bare: &[Series]) {
    complete_growth(source, claims, bare);
    let differences: Vec<Claim> = claims
        .iter()
        .filter(|claim| claim.kind == ClaimKind::Growth && claim.reason.is_none() && claim.link == Link::Nearby && !claim.tentative)
        .filter_map(|claim| {
            let (delta, current, base) = (claim.operands.delta?, claim.operands.current?, claim.operands.base?);
            let operands = Operands { current: Some(current), base: Some(base), ..Operands::default() };
            Some(Claim { kind: ClaimKind::Difference, stated: delta, operands, ..claim.clone() })
        })
        .collect();
    claims.extend(differences);
}

fn complete_growth(source: &Source, claims: &mut [Claim], bare: &[Series]) {
    take_up_sentence_before(source, claims);
    let series = series(source, claims, bare);
    let levels: Vec<usize> = (0..source.facts.len())
        .filter(|&fact| {
            matches!(source.facts[fact].figure.kind, FigureKind::Amount | FigureKind::Quantity)
                && source.facts[fact].figure.value().is_some()
        })
        .collect();
    for claim in claims.iter_mut().filter(|claim| claim.kind == ClaimKind::Growth && claim.reason.is_none()) {
        let operands = &claim.operands;
        let complete = operands.current.is_some() && (operands.base.is_some() || operands.delta.is_some());
        if complete
            || claim.comparison == Comparison::Sequential
            || is_other_basis(source, claim.stated)
            || (operands.base.is_some() && operands.current.is_none() && operands.delta.is_some())
        {
            continue;
        }
        if operands.base.is_none() && operands.delta.is_none() {
            from_following_levels(source, claim);
            if claim.operands.base.is_none() {
                from_series(source, claim, &series);
            }
        }
        if claim.operands.base.is_none() && claim.operands.delta.is_none() && claim.operands.current.is_some() {
            year_before(source, claim, &levels, &series);
        }
    }
}

/// "Volume was $18.8 trillion. This is a 134% increase from …": the level of the sentence before is the current one.
fn take_up_sentence_before(source: &Source, claims: &mut [Claim]) {
    for claim in
        claims.iter_mut().filter(|claim| claim.operands.current.is_none() && claim.operands.base.is_some() && claim.reason.is_none())
    {
        let sentence = source.facts[claim.stated].sentence;
        let skeleton = &source.skeletons[sentence];
        let takes_up = skeleton.symbols.starts_with("zw") || skeleton.symbols.starts_with("zz") || skeleton.symbols.starts_with("z,");
        // "This is a premium of $2 over $10" speaks of a price that need not stand there.
        if !takes_up || sentence == 0 || skeleton.set.any(SymbolSet::of(b"HL")) {
            continue;
        }
        let base = claim.operands.base.map(|base| &source.facts[base].figure);
        let before = source.skeletons[sentence - 1].elements.iter().rev().filter_map(|element| element.fact);
        claim.operands.current = before.into_iter().find(|&fact| {
            base.is_some_and(|base| base.unit == source.facts[fact].figure.unit && base.kind == source.facts[fact].figure.kind)
        });
        claim.link = Link::Nearby;
    }
}

/// Both levels of every change that is stated with them, by a claim or barely.
pub fn series(source: &Source, claims: &[Claim], bare: &[Series]) -> AllSeries {
    let mut series: Vec<Series> = claims
        .iter()
        .filter(|claim| matches!(claim.kind, ClaimKind::Growth | ClaimKind::Difference | ClaimKind::Multiple) && claim.reason.is_none())
        .filter_map(|claim| {
            let current = claim.operands.current?;
            let base = claim.operands.base.or(claim.operands.delta)?;
            let stated = &source.facts[claim.stated];
            let key = [&source.facts[current].measure_key, &stated.measure_key].into_iter().find(|key| !key.is_empty())?.clone();
            let by_delta = claim.operands.base.is_none();
            let percent = (claim.kind == ClaimKind::Growth).then_some(claim.stated);
            Some(Series { key, current, base, by_delta, stated: percent })
        })
        .collect();
    if !bare.is_empty() {
        let mut has_series = vec![false; source.facts.len()];
        series.iter().for_each(|series| has_series[series.current] = true);
        series.extend(bare.iter().filter(|bare| !std::mem::replace(&mut has_series[bare.current], true)).cloned());
    }
    AllSeries::new(source, series)
}

/// The levels of changes that a sentence tells without a percent.
pub fn bare_series(source: &Source) -> Vec<Series> {
    const LEVELS: SymbolSet = SymbolSet::of(b"AQ");
    const COMPARING: SymbolSet = SymbolSet::of(b"fc");
    let mut series: Vec<Series> = Vec::new();
    let has_two_levels = |skeleton: &&Skeleton| {
        skeleton.set.any(LEVELS)
            && skeleton.set.any(COMPARING)
            && skeleton.symbols.bytes().filter(|symbol| b"AQ".contains(symbol)).nth(1).is_some()
    };
    for skeleton in source.skeletons.iter().filter(has_two_levels) {
        for captures in BARE.iter().flat_map(|pattern| pattern.captures_iter(&skeleton.symbols)) {
            let fact = |name: &str| captures.name(name).and_then(|found| skeleton.fact(found.start()));
            let (Some(current), Some(base)) = (fact("current"), fact("base")) else { continue };
            let same = source.facts[current].figure.unit == source.facts[base].figure.unit;
            let key = source.facts[current].measure_key.clone();
            if same && !key.is_empty() {
                series.push(Series { key, current, base, by_delta: false, stated: None });
            }
        }
    }
    series
}

/// Changes without a percent.
static BARE: Lazy<[Regex; 3]> = Lazy::new(|| {
    [
        r"[UDVJK][_=Tix]{0,4}f[_=Toz]{0,3}(?<base>[AQ])[_=Tix,]{0,4}ta?(?<current>[AQ])",
        r"[UDVJK][_=Tix]{0,4}ta?(?<current>[AQ])[_=Tix,]{0,4}[UD]?[fc][_=Toz]{0,3}(?<base>[AQ])",
        r"(?<current>[AQ])[_=Tix,]{0,4}(?:[UD]f|c)[_=Toz]{0,3}(?<base>[AQ])",
    ]
    .map(|pattern| Regex::new(pattern).expect("a valid pattern"))
});

/// "… with a growth of 970%. Its volume grew from $120.6 billion to $1.29 trillion": the next sentence gives both levels.
fn from_following_levels(source: &Source, claim: &mut Claim) {
    let sentence = source.facts[claim.stated].sentence;
    let (Some(own), Some(next)) = (source.skeletons.get(sentence), source.skeletons.get(sentence + 1)) else { return };
    let own_percents = own.symbols.bytes().filter(|&symbol| symbol == b'P').count();
    let takes_up =
        source.document.sentences.get(sentence + 1).is_some_and(|next| {
            ["it", "its"].iter().any(|word| source.document.tokens[next.tokens.start].is_word(source.document.text, word))
        });
    if own_percents != 1 || !takes_up || claim.operands.current.is_some() || next.symbols.contains('P') {
        return;
    }
    let captures = BARE.iter().take(2).find_map(|pattern| pattern.captures(&next.symbols));
    let Some(captures) = captures else { return };
    let fact = |name: &str| captures.name(name).and_then(|found| next.fact(found.start()));
    claim.operands.current = fact("current");
    claim.operands.base = fact("base");
    claim.link = Link::Nearby;
}

/// A change that another sentence states with its levels.
fn from_series(source: &Source, claim: &mut Claim, series: &AllSeries) {
    let stated = &source.facts[claim.stated];
    let reach = if stated.sentence <= HEADLINES { source.skeletons.len() } else { AGAIN };
    let value = |fact: usize| source.facts[fact].figure.value();
    let candidates = series.within(stated.sentence, reach).iter().filter(|series| series.stated != Some(claim.stated));
    let same_level = |series: &Series, current: usize| {
        value(current).is_some()
            && value(series.current) == value(current)
            && source.facts[series.current].figure.unit == source.facts[current].figure.unit
    };
    let found = match claim.operands.current {
        Some(current) => candidates.clone().filter(|series| same_level(series, current)).find_map(|series| {
            if series.by_delta {
                let percent = series.stated.and_then(value);
                return series.key.is(&source.facts[current].measure_key).then_some((series, percent != stated.figure.value()));
            }
            let sure = base_period(source.periods, &source.facts[series.current], &source.facts[series.base])?;
            Some((series, !sure))
        }),
        None => stated_twice(source, claim, candidates.clone().collect()),
    };
    if let Some((series, tentative)) = found {
        claim.operands.current = claim.operands.current.or(Some(series.current));
        if series.by_delta {
            claim.operands.delta = Some(series.base);
        } else {
            claim.operands.base = Some(series.base);
        }
        claim.link = Link::Nearby;
        claim.tentative = tentative;
    }
}

/// Words in a sentence whose change is not that of the reported levels.
static OTHER_BASIS: WordList = WordList::new(&[
    "excluding",
    "organic",
    "organically",
    "currency",
    "currencies",
    "midpoint",
    "mid",
    "comparable",
    "underlying",
    "constant",
]);

/// Whether the stated change's clause, or a later one without a percent of its own, speaks of another basis.
fn is_other_basis(source: &Source, stated: usize) -> bool {
    let skeleton = &source.skeletons[source.facts[stated].sentence];
    let own = skeleton.elements.iter().position(|element| element.fact == Some(stated)).unwrap_or(0);
    let is_border = |at: &usize| b"k;".contains(&skeleton.symbols.as_bytes()[*at]);
    let end_of_clause = |from: usize| (from..skeleton.elements.len()).find(is_border).unwrap_or(skeleton.elements.len());
    let mut start = (0..own).rev().find(is_border).map_or(0, |border| border + 1);
    let mut end = end_of_clause(own);
    loop {
        if skeleton.elements[start..end].iter().any(|element| says_other_basis(source, element.tokens.clone())) {
            return true;
        }
        start = end;
        end = end_of_clause((end + 1).min(skeleton.elements.len()));
        if start >= skeleton.elements.len() || skeleton.symbols[start..end].contains('P') {
            return false;
        }
    }
}

fn says_other_basis(source: &Source, tokens: std::ops::Range<usize>) -> bool {
    tokens.into_iter().any(|token| {
        let word = source.document.word(token);
        OTHER_BASIS.has(word)
            || word.eq_ignore_ascii_case("adjusted")
                && source.document.tokens.get(token + 1).is_some_and(|next| next.is_word(source.document.text, "for"))
    })
}

/// For each fact whether it stands where a base stands: after "from" or "compared with", or in brackets.
pub fn bases(source: &Source) -> Vec<bool> {
    const LEADS: SymbolSet = SymbolSet::of(b"fcn(");
    let mut is_base = vec![false; source.facts.len()];
    for skeleton in source.skeletons.iter().filter(|skeleton| skeleton.set.has(b'A') && skeleton.set.any(LEADS)) {
        // A match ends with its amount.
        let found = BASES.find_iter(&skeleton.symbols).filter_map(|found| skeleton.fact(found.end() - 1));
        found.for_each(|fact| is_base[fact] = true);
    }
    is_base
}

static BASES: Lazy<Regex> = Lazy::new(|| Regex::new(r"[fcn(][_T:]{0,3}o?A").expect("a valid pattern"));

/// A headline and the sentence that explains it: the same measure, and the same percent or no other change of that measure.
fn stated_twice<'a>(source: &Source, claim: &Claim, candidates: Vec<&'a Series>) -> Option<(&'a Series, bool)> {
    let stated = &source.facts[claim.stated];
    let percent = |series: &Series| series.stated.and_then(|percent| source.facts[percent].figure.value());
    let period = |series: &Series| period_fits(source.periods, stated, &source.facts[series.current]);
    let equal = candidates.iter().find(|series| {
        let measure = series.key.is(&stated.measure_key) || series.key.refines(&stated.measure_key);
        measure && period(series) && percent(series).is_some() && percent(series) == stated.figure.value()
    });
    if let Some(series) = equal {
        return Some((series, false));
    }
    let lead = stated.sentence <= HEADLINES;
    let mut fitting = candidates.iter().filter(|series| {
        let measure = series.key.is(&stated.measure_key) || lead && series.key.refines(&stated.measure_key);
        measure && period(series)
    });
    let only = fitting.next()?;
    let others_differ = fitting.any(|other| source.facts[other.current].figure.value() != source.facts[only.current].figure.value());
    // Two changes of one measure may be two changes; only the article's own headline speaks of the figures that follow.
    let sure = source.skeletons[stated.sentence].heading && lead && only.stated.is_some() && only.key.is(&stated.measure_key);
    (!others_differ).then_some((only, !sure))
}

/// The same measure a year before the current level, close by.
fn year_before(source: &Source, claim: &mut Claim, levels: &[usize], series: &AllSeries) {
    let Some(current) = claim.operands.current else { return };
    let now = &source.facts[current];
    let Some(period) = now.period.map(|period| &source.periods[period]) else {
        return;
    };
    let near = |fact: &Fact| {
        let reach = if fact.measure_key.is(&now.measure_key) { NEAR_OF_SAME_NAME } else { NEAR };
        fact.sentence.abs_diff(now.sentence) <= reach
    };
    let serves_another = |fact: usize| {
        series
            .within(now.sentence, 2 * NEAR_OF_SAME_NAME)
            .iter()
            .any(|series| series.base == fact && !series.by_delta && source.facts[series.current].figure.value() != now.figure.value())
    };
    let fits = |fact: &Fact| {
        fact.figure.unit == now.figure.unit
            && fact.figure.value() != now.figure.value()
            && (fact.entity == now.entity || fact.entity.is_none() || now.entity.is_none())
            && !now.measure_key.has("share")
            && !now.measure_key.has("price")
            && fact.figure.per == now.figure.per
            && (fact.modality == now.modality || fact.modality == Modality::Actual)
            && (fact.measure_key.is(&now.measure_key) || fact.measure_key.refines(&now.measure_key))
            && fact.period.is_some_and(|before| is_year_before(&source.periods[before], period))
    };
    let first = levels.partition_point(|&fact| source.facts[fact].sentence + NEAR_OF_SAME_NAME < now.sentence);
    let last = levels.partition_point(|&fact| source.facts[fact].sentence <= now.sentence + NEAR_OF_SAME_NAME);
    let mut found = levels[first..last]
        .iter()
        .copied()
        .filter(|&fact| fact != current && near(&source.facts[fact]) && fits(&source.facts[fact]) && !serves_another(fact));
    let first = found.next();
    let ambiguous = first.is_some_and(|first| found.any(|other| source.facts[other].figure.value() != source.facts[first].figure.value()));
    if let Some(base) = first.filter(|_| !ambiguous) {
        claim.operands.base = Some(base);
        claim.link = Link::Nearby;
    } else if first.is_none() && now.modality == Modality::Forecast {
        forecast_over_actual(source, claim, current, levels);
    }
}

/// "Profits were £3.8bn, and are predicted to rise 18% to £4.5bn": the forecast is over the level that the sentence gives before.
fn forecast_over_actual(source: &Source, claim: &mut Claim, current: usize, levels: &[usize]) {
    let now = &source.facts[current];
    let earlier = &levels[..levels.partition_point(|&fact| fact < current)];
    let in_sentence = earlier.iter().rev().copied().take_while(|&fact| source.facts[fact].sentence == now.sentence);
    let before = in_sentence.into_iter().find(|&fact| {
        let before = &source.facts[fact];
        before.modality == Modality::Actual
            && before.figure.unit == now.figure.unit
            && before.figure.per == now.figure.per
            && before.measure_key.is(&now.measure_key)
    });
    if let Some(base) = before {
        claim.operands.base = Some(base);
        claim.link = Link::Nearby;
        claim.tentative = true;
    }
}

/// Whether `before` is `period` one year earlier, to a day.
pub fn is_year_before(before: &Period, period: &Period) -> bool {
    let (Some(from), Some(to), Some(before_from), Some(before_to)) = (period.from, period.to, before.from, before.to) else { return false };
    let (Ok(from), Ok(to)) = (from.checked_sub(1.year()), to.checked_sub(1.year())) else { return false };
    from == before_from && (to == before_to || to.checked_add(1.day()).is_ok_and(|to| to == before_to))
}

fn resolved<'a>(periods: &'a [Period], fact: &Fact) -> Option<&'a Period> {
    fact.period.map(|period| &periods[period]).filter(|period| period.from.is_some() && period.to.is_some())
}

/// Whether the base's period is surely the one a year before; `None` where it is surely another.
fn base_period(periods: &[Period], current: &Fact, base: &Fact) -> Option<bool> {
    match (resolved(periods, current), resolved(periods, base)) {
        (Some(current), Some(base)) => is_year_before(base, current).then_some(true),
        _ => Some(false),
    }
}

/// Whether the facts' periods do not contradict each other.
pub fn period_fits(periods: &[Period], a: &Fact, b: &Fact) -> bool {
    resolved(periods, a).zip(resolved(periods, b)).is_none_or(|(a, b)| a.from == b.from && a.to == b.to)
}
