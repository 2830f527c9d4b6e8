//! Conversions: an amount in brackets behind another in a different currency, and a stated rate: "$1 = 0.96 euros".

use super::claim::{Claim, ClaimKind, OperandSet, Proof, Question};
use super::reading::{Element, SentenceReading};
use super::source::ClaimSource;
use crate::mention::FigureKind;
use crate::number::Decimal;

/// Adds the conversions of all sentences.
pub(super) fn find(source: &ClaimSource, questions: &mut Vec<Question>) {
    for reading in source.readings {
        let pairs = in_brackets(source, reading).chain(rates(source, reading));
        questions.extend(pairs.map(|(stated, of)| {
            let operands = OperandSet { of: Some(of), ..OperandSet::default() };
            Question { stated, readings: vec![Claim { operands, proof: Proof::Proven, ..Claim::new(ClaimKind::Conversion, stated) }] }
        }));
    }
}

fn is_amount(source: &ClaimSource, fact: usize) -> bool {
    source.facts[fact].figure.kind == FigureKind::Amount
}

/// "$1.13bn (£600m)": brackets that hold nothing but amounts of other currencies.
fn in_brackets<'a>(source: &'a ClaimSource, reading: &'a SentenceReading) -> impl Iterator<Item = (usize, usize)> + 'a {
    reading.nodes.iter().enumerate().flat_map(move |(node, open)| {
        let close = match open.element {
            Element::Open(close) => close,
            _ => return Vec::new(),
        };
        let of = node.checked_sub(1).and_then(|node| reading.fact(node)).filter(|&of| is_amount(source, of));
        let Some(of) = of else { return Vec::new() };
        let inner = &reading.nodes[node + 1..close];
        let amounts: Vec<usize> =
            inner.iter().filter_map(|node| if let Element::Figure(fact) = node.element { Some(fact) } else { None }).collect();
        let only_amounts = inner.iter().all(|node| match node.element {
            Element::Figure(fact) => is_amount(source, fact) && source.facts[fact].figure.unit != source.facts[of].figure.unit,
            Element::Period(_) | Element::Open(_) | Element::Close(_) => false,
            _ => true,
        });
        if only_amounts { amounts.into_iter().map(|stated| (stated, of)).collect() } else { Vec::new() }
    })
}

/// "$1 = 0.96 euros": the second amount converts the first.
fn rates<'a>(source: &'a ClaimSource, reading: &'a SentenceReading) -> impl Iterator<Item = (usize, usize)> + 'a {
    let facts = reading.facts.clone();
    facts.clone().zip(facts.skip(1)).filter_map(move |(of, stated)| {
        let (a, b) = (&source.facts[of].figure, &source.facts[stated].figure);
        let between = source.document.text.get(a.span.end..b.span.start)?;
        let one = a.value() == Some(Decimal::ONE) && a.unit != b.unit;
        (between.trim() == "=" && one && is_amount(source, of) && is_amount(source, stated)).then_some((stated, of))
    })
}
