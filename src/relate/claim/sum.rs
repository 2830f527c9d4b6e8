//! Sums: "$44.3 million, made up of $28.2 million of X and $16.1 million of Y".
//!
//! Only words that announce all parts ("made up of", "composed of") make a total that can be wrong. A list after "including" or "of this"
//! may leave parts out: it counts where it comes so close to the total that nothing can be left out, or is one slip away from it.

use once_cell::sync::Lazy;
use regex::Regex;

use super::{Claim, ClaimKind, Link, Operands, Source};
use crate::number::Decimal;
use crate::relate::skeleton::Skeleton;

/// A total with its list behind it in the sentence.
static WITH_LIST: Lazy<Regex> =
    Lazy::new(|| Regex::new(r"(?<total>[AQP])\(?[_=,:;zTioaw]{0,8}(?<cue>p)(?<list>.*)$").expect("a valid pattern"));
/// A list that takes up the total of the sentence before.
static LIST_AFTER: Lazy<Regex> = Lazy::new(|| Regex::new(r"^(?<cue>p),?(?<list>.*)$").expect("a valid pattern"));

/// Words after which all parts are listed.
const EXHAUSTIVE: &[&str] = &["comprised", "comprising", "consisting", "consists", "consisted", "composed", "made"];

/// Finds the sums of one sentence.
pub fn find(source: &Source, skeleton: &Skeleton, claims: &mut Vec<Claim>) {
    if !skeleton.set.has(b'p') {
        return;
    }
    if let Some(captures) = WITH_LIST.captures(&skeleton.symbols)
        && let (Some(total), Some(cue), Some(list)) = (captures.name("total"), captures.name("cue"), captures.name("list"))
    {
        let totals = skeleton.fact(total.start()).into_iter().collect();
        push(source, skeleton, totals, cue.start(), list.range(), claims);
    } else if let Some(captures) = LIST_AFTER.captures(&skeleton.symbols)
        && let (Some(cue), Some(list)) = (captures.name("cue"), captures.name("list"))
        && skeleton.sentence > 0
    {
        let before = source.skeletons[skeleton.sentence - 1].elements.iter().filter_map(|element| element.fact);
        push(source, skeleton, before.collect(), cue.start(), list.range(), claims);
    }
}

/// One claim for each total with the listed figures of its unit; conversions in brackets make a second list of their own.
fn push(source: &Source, skeleton: &Skeleton, totals: Vec<usize>, cue: usize, list: std::ops::Range<usize>, claims: &mut Vec<Claim>) {
    let facts = source.facts;
    let word = source.document.word(skeleton.elements[cue].tokens.start).to_lowercase();
    let exhaustive = EXHAUSTIVE.contains(&word.as_str());
    let bytes = skeleton.symbols.as_bytes();
    if bytes[list.clone()].iter().any(|symbol| b"UDJKcf".contains(symbol)) {
        return;
    }
    let listed: Vec<usize> = outside_brackets(bytes, list.clone()).filter_map(|at| skeleton.fact(at)).collect();
    let converted: Vec<usize> = skeleton.conversions.iter().filter(|(_, of)| listed.contains(of)).map(|&(stated, _)| stated).collect();
    let total_conversions: Vec<usize> = source
        .skeletons
        .iter()
        .skip(skeleton.sentence.saturating_sub(1))
        .take(2)
        .flat_map(|skeleton| skeleton.conversions.iter().filter(|(_, of)| totals.contains(of)).map(|&(stated, _)| stated))
        .collect();
    for (totals, listed) in [(&totals, &listed), (&total_conversions, &converted)] {
        for &total in totals.iter() {
            let figure = &facts[total].figure;
            let parts: Vec<usize> = listed
                .iter()
                .copied()
                .filter(|&part| part != total && facts[part].figure.unit == figure.unit && facts[part].figure.per == figure.per)
                .collect();
            let parts: Vec<usize> = parts.into_iter().filter(|&part| facts[part].figure.value() <= figure.value()).collect();
            let all_smaller =
                parts.iter().all(|&part| facts[part].figure.value().zip(figure.value()).is_some_and(|(part, total)| part < total));
            let close = all_smaller && is_close(source, total, &parts);
            // Whether a list that does not come close is one slip away is for the check to say.
            let in_brackets = all_smaller && bytes[..cue].ends_with(b"(");
            if parts.len() < 2 || !(exhaustive || close || in_brackets) {
                continue;
            }
            claims.push(Claim {
                operands: Operands { parts, ..Operands::default() },
                link: if exhaustive { Link::Sentence } else { Link::Nearby },
                tentative: !exhaustive && !close,
                ..Claim::new(ClaimKind::Sum, total)
            });
        }
    }
}

/// The places of a list that no brackets within it enclose: what those hold is a comparison.
fn outside_brackets(symbols: &[u8], list: std::ops::Range<usize>) -> impl Iterator<Item = usize> {
    let mut depth = 0i32;
    list.filter(move |&at| {
        match symbols[at] {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        depth <= 0
    })
}

/// Whether the parts come so close to the total that no further part is left out.
fn is_close(source: &Source, total: usize, parts: &[usize]) -> bool {
    let value = |fact: usize| source.facts[fact].figure.value();
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, &part| sum.checked_add(value(part)?));
    let close = sum
        .zip(value(total))
        .and_then(|(sum, total)| Some((sum.checked_sub(total)?.abs(), total.abs().checked_mul(rust_decimal::dec!(0.02))?)));
    close.is_some_and(|(off, margin)| off <= margin)
}
