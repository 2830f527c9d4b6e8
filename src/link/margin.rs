//! Margins: "an EBITDA margin of 8.9%" names its part and means the revenue of the same period; both are looked up in the ledger.

use super::claim::{Claim, ClaimKind, Link, OperandSet, Proof};
#[cfg(test)]
use super::construction::example::{Example, Fires};
use super::cue::Cue;
use super::doubt::DoubtKind;
use super::ledger::{Ledger, nearby, same_period};
use super::of_these;
use super::reading::{Element, SentenceReading, is_level, is_percent};
use super::source::{ClaimSource, StatedFigure};
use crate::mention::FigureKind;
use crate::number::Decimal;
use crate::relate::{FigureFact, MeasureKey, Modality};
use crate::words::WordList;

/// How far back a part or a whole is looked for, in sentences.
const BACK: usize = 12;
/// How far ahead.
const AHEAD: usize = 2;
/// The same for an airline's load factor, which its report opens with.
const LOAD_AHEAD: usize = 4;

/// Words that narrow a margin to a part of the company, or to one item.
static SCOPES: WordList =
    WordList::new(words!("segment|segments|division|business|unit|products|services|brand|category|product|region|excluding|included"));

/// What a margin is the share of revenue of.
pub(crate) static RESULTS: WordList = WordList::new(words!("profit|ebitda|ebit|ebita|loss|surplus|flow|result|margin"));

/// Sentences that must be read, with what must be found, and such in which nothing may be found.
#[cfg(test)]
pub(crate) const EXAMPLES: &[Example] = &[
    Example(
        "Revenue was $50.0m last year. Net profit was $5.0m, for a net margin of 10.0%.",
        Fires("10.0%", &["part $5.0m", "whole $50.0m"]),
    ),
    Example("Revenue came to $50.0m and EBITDA to $8.0m. The EBITDA margin was 16.0%.", Fires("16.0%", &["part $8.0m", "whole $50.0m"])),
    Example(
        "Gross profit rose to $20.0m. Revenue was $50.0m. The gross margin was 40.0 percent.",
        Fires("40.0 percent", &["part $20.0m", "whole $50.0m"]),
    ),
    Example(
        "Its load factor was 60.2 pct. Revenue passenger miles were 3.66 billion. Available seat miles were 6.08 billion.",
        Fires("60.2 pct", &["part 3.66 billion", "whole 6.08 billion"]),
    ),
    Example(
        "Online sales were $12.0m. Net sales were $50.0m. Online sales accounted for 24.0% of net sales.",
        Fires("24.0%", &["part $12.0m", "whole $50.0m"]),
    ),
    Example(
        "It will buy back up to 600,000 shares, or 12 pct of its outstanding stock. It has 5,001,848 shares outstanding.",
        Fires("12 pct", &["part 600,000", "whole 5,001,848"]),
    ),
    Example(
        "In May revenue was $6.0m and net profit $3.0m. In the year to date, revenue was $30.0m and net profit $10.0m. \
         The net margin was 50.0% in May.",
        Fires("50.0%", &["part $3.0m", "whole $6.0m"]),
    ),
    Example("Revenue was $50.0m. Net profit was $5.0m. The interest margin was 3.0%.", Fires("3.0%", &[])),
    Example("Revenue was $50.0m. Net profit was $5.0m. The segment had an operating margin of 35.0%.", Fires("35.0%", &[])),
    Example("Net profit was $5.0m. The net margin rose to 11.0%.", Fires("11.0%", &[])),
];

/// Reads the shares and margins that no sentence explained.
pub(super) fn find(source: &ClaimSource, ledger: &Ledger, found: &mut [StatedFigure]) {
    for i in 0..found.len() {
        let (before, rest) = found.split_at_mut(i);
        let found = &mut rest[0];
        if !is_open(source, found) {
            continue;
        }
        let Some(reading) = source.reading_of(found.stated) else { continue };
        let claim = before
            .last()
            .and_then(|before| of_base(ledger, reading, before, found.stated))
            .or_else(|| of_words(source, ledger, reading, found.stated))
            .or_else(|| of_these::find(source, reading, before, found.stated).filter(|_| found.change.is_none()))
            .or_else(|| margin(source, ledger, reading, found.stated));
        take(source, reading, found, claim);
    }
}

fn is_open(source: &ClaimSource, found: &StatedFigure) -> bool {
    // All of something says nothing of its size.
    let figure = &source.facts[found.stated].figure;
    let is_part = figure.value().is_none_or(|share| share < Decimal::ONE_HUNDRED);
    is_percent(figure) && is_part && !found.readings.iter().any(Claim::is_complete)
}

fn take(source: &ClaimSource, reading: &SentenceReading, found: &mut StatedFigure, claim: Option<Claim>) {
    let Some(mut claim) = claim else { return };
    let (scoped, likely) = (claim.doubt, claim.proof);
    source.case().judge(&mut claim, reading, None);
    claim.proof = claim.proof.min(if scoped.is_some() { Proof::Possible } else { likely });
    claim.doubt = claim.doubt.or(scoped);
    found.readings.insert(0, claim);
}

/// "$2.4 billion, comprising 80% of total revenue", "online sales accounted for 23.9% of net sales": the whole is named, not stated.
fn of_words(source: &ClaimSource, ledger: &Ledger, reading: &SentenceReading, stated: usize) -> Option<Claim> {
    let at = reading.node_of(stated)?;
    let of = match reading.at(at + 1) {
        Some(Element::Open(close)) => close + 1,
        _ => at + 1,
    };
    let words = &reading.nodes.get(of + 1)?;
    let named = reading.cue(of) == Some(Cue::Of) && matches!(words.element, Element::Words(_));
    let key = named.then(|| MeasureKey::new(source.document.span(words.tokens.clone()).of(source.document.text)))?;
    let tied = part_before(source, reading, at);
    let part = tied.or_else(|| level(source, ledger, &source.facts[stated].measure_key, stated, false, None))?;
    let whole = level(source, ledger, &key, stated, ledger.is_base[part], Some(part))
        .or_else(|| shares_outstanding(source, part).filter(|_| tied.is_some() && says_outstanding(source, words.tokens.clone())))?;
    let operands = OperandSet { part: Some(part), whole: Some(whole), ..OperandSet::default() };
    let here = tied.is_some() && reading.facts.contains(&whole) && !is_share(source, reading, whole);
    let link = if here { Link::Sentence } else { Link::Nearby };
    Some(Claim { operands, link, proof: Proof::Likely, ..Claim::new(ClaimKind::Share, stated) })
}

/// "600,000 shares, or 12 pct of its outstanding stock. … It has 5,001,848 shares outstanding"
fn shares_outstanding(source: &ClaimSource, part: usize) -> Option<usize> {
    let facts = source.facts;
    let fits = |&fact: &usize| {
        let whole = &facts[fact].figure;
        let reading = source.reading_of(fact);
        let beside = reading.and_then(|reading| {
            let tokens = &reading.nodes[reading.node_of(fact)?].tokens;
            let sentence = &source.document.sentences[reading.sentence].tokens;
            Some(tokens.end..(tokens.end + 4).min(sentence.end))
        });
        let (own, other) = (facts[part].figure.value(), whole.value());
        fact != part
            && whole.kind == FigureKind::Quantity
            && is_level(whole)
            && facts[part].figure.is_like(whole)
            && own < other
            && beside.is_some_and(|tokens| says_outstanding(source, tokens))
    };
    let (from, to) = nearby(facts, part, BACK, LOAD_AHEAD);
    (from..to).filter(fits).min_by_key(|&fact| fact.abs_diff(part))
}

fn says_outstanding(source: &ClaimSource, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.any(|token| source.document.word(token).eq_ignore_ascii_case("outstanding"))
}

/// "6.7 million shares, or 13 pct": the level is a part itself.
fn is_share(source: &ClaimSource, reading: &SentenceReading, level: usize) -> bool {
    let Some(at) = reading.node_of(level) else { return false };
    let next = (at + 1..at + 4).find(|&node| !matches!(reading.at(node), Some(Element::Comma | Element::Cue(Cue::Or) | Element::Open(_))));
    next.and_then(|node| reading.fact(node)).is_some_and(|fact| is_percent(&source.facts[fact].figure))
}

/// The level that the share is said of: "$2.4 billion, comprising", "EUR 1,770 (1,401) thousand or".
fn part_before(source: &ClaimSource, reading: &SentenceReading, at: usize) -> Option<usize> {
    let mut node = at.checked_sub(1)?;
    let mut tied = false;
    loop {
        match reading.at(node)? {
            Element::Cue(Cue::Or | Cue::Tie | Cue::Share | Cue::Was) => tied = true,
            Element::Comma | Element::Period(_) => {}
            // ", up 49.1% from the year before, representing"
            Element::Cue(Cue::From | Cue::Over | Cue::YearOnYear) if tied => {}
            Element::Figure(fact) if tied && is_percent(&source.facts[fact].figure) => {
                let change = node.checked_sub(1)?;
                reading.cue(change).filter(|cue| cue.is_verb_of_change())?;
                node = change;
            }
            Element::Words(words) if words <= 2 && tied => {}
            Element::Open(_) => tied = true,
            Element::Close(open) => node = open,
            Element::Figure(fact) if tied && is_level(&source.facts[fact].figure) => return Some(fact),
            _ => return None,
        }
        node = node.checked_sub(1)?;
    }
}

/// "14.1% (17.7%)", "to 60.2 pct from 64.0 pct": the second percent is of the levels before.
fn of_base(ledger: &Ledger, reading: &SentenceReading, before: &StatedFigure, stated: usize) -> Option<Claim> {
    let (at, first) = (reading.node_of(stated)?, reading.node_of(before.stated)?);
    let bracket = matches!(reading.at(at.checked_sub(1)?), Some(Element::Open(open)) if open > at) && first + 2 == at;
    let compared = at > first && at - first <= 6 && (first..at).any(|node| matches!(reading.cue(node), Some(Cue::From | Cue::Against)));
    let share = before.readings.iter().find(|claim| claim.kind == ClaimKind::Share && claim.is_complete())?;
    let base = |level: Option<usize>| {
        let pair = ledger.pairs.binary_search_by_key(&level?, |pair| pair.current).ok()?;
        Some(ledger.pairs[pair].base)
    };
    let operands = OperandSet { part: Some(base(share.operands.part)?), whole: Some(base(share.operands.whole)?), ..OperandSet::default() };
    (bracket || compared).then(|| Claim { operands, link: Link::Nearby, proof: Proof::Likely, ..Claim::new(ClaimKind::Share, stated) })
}

fn margin(source: &ClaimSource, ledger: &Ledger, reading: &SentenceReading, stated: usize) -> Option<Claim> {
    let at = reading.node_of(stated)?;
    let margin = (at.saturating_sub(8)..(at + 3).min(reading.nodes.len())).rev().find(|&node| reading.cue(node) == Some(Cue::Margin))?;
    let name = name(source, reading, margin);
    let is_base = (margin..at).any(|node| matches!(reading.cue(node), Some(Cue::From | Cue::Against)));
    let scoped = says(source, reading, &SCOPES);
    let parts = part_keys(&name);
    let beside = || result_beside(source, reading, margin).filter(|_| name.is_empty() && !is_base);
    let find = |keys: &[MeasureKey], part: Option<usize>| {
        let near = |key: &MeasureKey| level(source, ledger, key, stated, is_base, part);
        // What stands in the sentence comes first, whatever it is called.
        keys.iter().find_map(|key| near(key).filter(|fact| reading.facts.contains(fact))).or_else(|| keys.iter().find_map(near))
    };
    let part = beside().or_else(|| find(&parts, None))?;
    let whole = find(&whole_keys(&name), Some(part))?;
    let operands = OperandSet { part: Some(part), whole: Some(whole), ..OperandSet::default() };
    let mut claim = Claim { operands, link: Link::Nearby, proof: Proof::Likely, ..Claim::new(ClaimKind::Share, stated) };
    claim.doubt = scoped.then_some(DoubtKind::Scoped);
    Some(claim)
}

/// "Adjusted EBITDA was $920.6 million, with a margin of 53.3%": the result that the sentence has just stated.
fn result_beside(source: &ClaimSource, reading: &SentenceReading, margin: usize) -> Option<usize> {
    let last = (0..margin).rev().find_map(|node| reading.fact(node).filter(|&fact| is_level(&source.facts[fact].figure)))?;
    let key = &source.facts[last].measure_key;
    let is_result = key.has_one_of(&RESULTS) && source.facts[last].figure.per.is_none();
    is_result.then_some(last)
}

fn says(source: &ClaimSource, reading: &SentenceReading, list: &WordList) -> bool {
    source.document.sentences[reading.sentence].tokens.clone().any(|token| list.has(source.document.word(token)))
}

/// The words right before "margin".
fn name(source: &ClaimSource, reading: &SentenceReading, margin: usize) -> String {
    let tokens = &reading.nodes[margin].tokens;
    let before = margin.checked_sub(1).and_then(|node| match reading.at(node)? {
        Element::Words(_) => Some(reading.nodes[node].tokens.clone()),
        _ => None,
    });
    let start = before.map_or(tokens.start, |words| words.start.max(words.end.saturating_sub(3)));
    // "load factor" is a name of its own.
    let end = if tokens.len() > 1 { tokens.end } else { tokens.start };
    if start == end {
        return String::new();
    }
    source.document.span(start..end).of(source.document.text).to_lowercase()
}

/// The level of that measure, nearest before the percent or just behind it, in the percent's period, with the unit of the part.
fn level(source: &ClaimSource, ledger: &Ledger, key: &MeasureKey, percent: usize, base: bool, part: Option<usize>) -> Option<usize> {
    let facts = source.facts;
    let own = &facts[percent];
    let fits = |fact: usize| {
        let level = &facts[fact];
        is_level(&level.figure)
            && level.figure.per.is_none()
            && level.measure_key.is(key)
            && ledger.is_base[fact] == base
            && (level.modality == Modality::Actual) == (own.modality == Modality::Actual)
            && part.is_none_or(|part| {
                part != fact
                    && facts[part].figure.unit == level.figure.unit
                    && facts[part].figure.value() < level.figure.value()
                    && same_period(source, &facts[part], level)
            })
            && same_owner(own, level)
    };
    let of_flights = ["passenger", "seat", "traffic", "capacity"].into_iter().any(|word| key.has(word));
    let ahead = if of_flights { LOAD_AHEAD } else { AHEAD };
    let (from, to) = nearby(facts, percent, BACK, ahead);
    let of = part.map_or(own, |part| &facts[part]);
    (from..to).filter(|&fact| fits(fact)).min_by_key(|&fact| {
        let other = !same_period(source, own, &facts[fact]) || names_another_period(source, of, &facts[fact]);
        (other, facts[fact].sentence > own.sentence, facts[fact].sentence.abs_diff(own.sentence), fact.abs_diff(percent))
    })
}

/// "for the year to date" beside "for the month", where no date tells them apart.
fn names_another_period(source: &ClaimSource, a: &FigureFact, b: &FigureFact) -> bool {
    let words = |fact: &FigureFact| fact.period.map(|period| source.periods[period].span.of(source.document.text));
    words(a).zip(words(b)).is_some_and(|(a, b)| !a.eq_ignore_ascii_case(b))
}

fn same_owner(a: &FigureFact, b: &FigureFact) -> bool {
    a.entity.is_none() || b.entity.is_none() || a.entity == b.entity
}

/// The measures that a margin's name may mean, the plainest first.
fn part_keys(name: &str) -> Vec<MeasureKey> {
    let guesses: &[&str] = match name {
        _ if name.contains("gross") => &["gross profit", "gross margin"],
        _ if name.contains("ebitda") || name.contains("ebit") || name.contains("cash flow") || name.contains("noi") => &[],
        _ if name.contains("operating") => &["operating profit", "operating income", "ebitda", "ebit"],
        _ if name.contains("net") || name.contains("profit") => &["net profit", "net income", "profit"],
        _ if name.contains("load factor") => {
            &["revenue passenger miles", "revenue passenger kilometres", "revenue passenger kilometers", "revenue passenger", "traffic"]
        }
        "" => &["ebitda", "operating profit", "net profit"],
        _ => &[],
    };
    if guesses.is_empty() {
        vec![MeasureKey::new(name), MeasureKey::new(&format!("{name} income"))]
    } else {
        guesses.iter().map(|guess| MeasureKey::new(guess)).collect()
    }
}

/// The measures that a margin is a share of. An airline's load factor is the traffic that it sells of the seats that it flies.
fn whole_keys(name: &str) -> Vec<MeasureKey> {
    let wholes: &[&str] = match name {
        _ if name.contains("load factor") => {
            &["available seat miles", "available seat kilometres", "available seat kilometers", "available seat", "capacity"]
        }
        _ => &["revenue"],
    };
    wholes.iter().map(|whole| MeasureKey::new(whole)).collect()
}
