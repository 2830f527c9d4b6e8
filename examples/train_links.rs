//! Trains the weights of the evidence for pairs of levels, on sentences in which arithmetic tells which pair is meant.
//!
//! ```text
//! cargo run --release --features trainers --example train_links -- TEXTS…      (JSON Lines with "text" and "id", .gz or plain)
//! ```
//! A stated change is a case where one pair of levels of its sentence gives it, or none does. Publishers whose name hashes to an odd
//! number are held out: how often the best pair is the right one is printed for both halves. Writes src/link/weights.rs; the same
//! input gives the same weights.

#[path = "common/texts.rs"]
mod texts;

use newsfacts::rooms::link::{self, Candidate, FEATURES, FigureFact, Unit, Value, Vector};
use newsfacts::rooms::{document, entities, facts, figures, periods};
use newsfacts::{Article, Options};
use std::io::BufRead;
use texts::open;

/// A stated change with its pairs, and which of them is right.
struct Case {
    pairs: Vec<Vector>,
    right: Option<usize>,
    held_out: bool,
}

const EPOCHS: usize = 400;
const RATE: f32 = 2.0;
const DECAY: f32 = 0.0005;
/// A case in which no pair fits counts less: the change may be meant of levels that stand elsewhere, or be misprinted.
const NONE: f32 = 0.3;

fn main() {
    let mut cases = Vec::new();
    for path in std::env::args().skip(1) {
        let lines: Vec<String> = open(&path).lines().map(|line| line.expect("readable")).collect();
        lines.iter().for_each(|line| read(line, &mut cases));
    }
    let weights = train(&cases);
    for (name, held_out) in [("learned from", false), ("held out", true)] {
        report(name, cases.iter().filter(|case| case.held_out == held_out), &weights);
    }
    write(&weights);
}

fn read(line: &str, cases: &mut Vec<Case>) {
    let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
    let id = record["id"].as_str().unwrap_or_default();
    let publisher = id.split(['/', '_', '-']).next().unwrap_or_default();
    // Where the publisher is one, its articles are parted by their own names.
    let name = if publisher.len() < 5 { id } else { publisher };
    let held_out = name.bytes().fold(7_u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into())) >> 3 & 1 == 1;
    let article = Article::from_text(record["text"].as_str().unwrap_or_default());
    let (document, expressions) = document(&article, &Options::default());
    let mut when = periods(&document, &expressions);
    let numbers = figures(&document, &when);
    let names = entities(&document, &numbers, &when);
    let facts = facts(&document, numbers, &mut when, &names);
    let candidates = link::candidates(&document, &facts, &when);
    for group in candidates.chunk_by(|a, b| a.stated == b.stated) {
        cases.extend(case(&facts, group, held_out));
    }
}

fn case(facts: &[FigureFact], group: &[Candidate], held_out: bool) -> Option<Case> {
    let stated = &facts[group[0].stated].figure;
    let Value::One(printed) = stated.value else { return None };
    let value = number(printed.value);
    let half = number(printed.step) / 2.0;
    // A crude figure fits by chance.
    if value.abs() < half * 20.0 {
        return None;
    }
    let fits = |pair: &&Candidate| {
        let level = |fact: usize| match facts[fact].figure.value {
            Value::One(printed) => Some((number(printed.value), number(printed.step) / 2.0)),
            _ => None,
        };
        let (Some((now, wide)), Some((before, wide_before))) = (level(pair.current), level(pair.base)) else { return false };
        if before - wide_before <= 0.0 || now <= 0.0 {
            return false;
        }
        let (low, high) = ((now - wide) / (before + wide_before), (now + wide) / (before - wide_before));
        let (low, high) = match stated.unit {
            Unit::Percent => ((low - 1.0) * 100.0, (high - 1.0) * 100.0),
            Unit::Times => (low, high),
            Unit::BasisPoint | Unit::PercentagePoint => return false,
            _ => (now - wide - before - wide_before, now + wide - before + wide_before),
        };
        let (low, high) = if high < 0.0 { (-high, -low) } else { (low, high) };
        low - half <= value.abs() && value.abs() <= high + half
    };
    let right: Vec<usize> = (0..group.len()).filter(|&at| fits(&&group[at])).collect();
    let values = |at: usize| (facts[group[at].current].figure.value(), facts[group[at].base].figure.value());
    if right.iter().any(|&at| values(at) != values(right[0])) {
        return None;
    }
    Some(Case { pairs: group.iter().map(|pair| pair.features).collect(), right: right.first().copied(), held_out })
}

fn number(value: rust_decimal::Decimal) -> f64 {
    value.to_string().parse().expect("a decimal is a number")
}

fn score(weights: &Vector, pair: &Vector) -> f32 {
    weights.iter().zip(pair).map(|(weight, count)| weight * count).sum()
}

/// The softmax over the pairs of a case and "none of them", whose score is zero.
fn train(cases: &[Case]) -> Vector {
    let mut weights = [0.0; FEATURES];
    let cases: Vec<&Case> = cases.iter().filter(|case| !case.held_out).collect();
    let total: f32 = cases.iter().map(|case| if case.right.is_some() { 1.0 } else { NONE }).sum();
    for _ in 0..EPOCHS {
        let mut slope = [0.0; FEATURES];
        for case in &cases {
            let weight = if case.right.is_some() { 1.0 } else { NONE };
            let scores: Vec<f32> = case.pairs.iter().map(|pair| score(&weights, pair).min(30.0).exp()).collect();
            let sum = 1.0 + scores.iter().sum::<f32>();
            for (at, pair) in case.pairs.iter().enumerate() {
                let off = f32::from(u8::from(case.right == Some(at))) - scores[at] / sum;
                slope.iter_mut().zip(pair).for_each(|(slope, count)| *slope += weight * off * count);
            }
        }
        weights.iter_mut().zip(slope).for_each(|(weight, slope)| *weight += RATE * (slope / total - DECAY * *weight));
    }
    weights
}

fn report<'a>(name: &str, cases: impl Iterator<Item = &'a Case>, weights: &Vector) {
    let (mut linked, mut right, mut taken, mut wrong, mut none) = (0, 0, 0, 0, 0);
    for case in cases {
        let best = (0..case.pairs.len()).max_by(|&a, &b| score(weights, &case.pairs[a]).total_cmp(&score(weights, &case.pairs[b])));
        let best = best.filter(|&best| score(weights, &case.pairs[best]) > 0.0);
        linked += usize::from(case.right.is_some());
        none += usize::from(case.right.is_none());
        right += usize::from(case.right.is_some() && best == case.right);
        wrong += usize::from(case.right.is_some() && best.is_some() && best != case.right);
        taken += usize::from(case.right.is_none() && best.is_some());
    }
    println!("{name}: {right} of {linked} right, {wrong} wrong; {taken} of {none} without a fitting pair got one");
}

fn write(weights: &Vector) {
    let old = std::fs::read_to_string("src/link/weights.rs").expect("src/link/weights.rs");
    let mut weights = weights.iter();
    let lines = old.lines().map(|line| match line.find("(Feature::").zip(line.find(", ")) {
        Some((_, comma)) if line.starts_with("    (") => format!("{}, {:.2}),", &line[..comma], weights.next().expect("a weight")),
        _ => line.to_owned(),
    });
    let new: Vec<String> = lines.collect();
    std::fs::write("src/link/weights.rs", new.join("\n") + "\n").expect("written");
}
