//! The averaged perceptron, and the choice of the features that are kept.

use newsfacts::rooms::phrase::class::{self, Class, FEATURES, ItemLook, MODELLED, ROWS};
use rustc_hash::FxHashMap;
use std::io::BufRead;

/// A labelled sentence: what the model sees of each item, and its class; -1 where the class is fixed and no label counts.
struct Sentence {
    looks: Vec<ItemLook>,
    classes: Vec<u8>,
    told: Vec<bool>,
}

#[derive(Clone, Copy, Default)]
struct Row {
    now: [f32; MODELLED],
    sum: [f32; MODELLED],
    seen: u32,
}

fn read(path: &str) -> Vec<Sentence> {
    crate::texts::open(path).lines().map(|line| sentence(&serde_json::from_str(&line.expect("readable")).expect("JSON"))).collect()
}

fn sentence(record: &serde_json::Value) -> Sentence {
    let tokens = record["tokens"].as_array().expect("tokens");
    let mut out = Sentence { looks: Vec::new(), classes: Vec::new(), told: Vec::new() };
    for (item, class) in record["items"].as_array().expect("items").iter().zip(record["classes"].as_array().expect("classes")) {
        let first = item[0].as_u64().unwrap_or(0) as usize;
        let word = tokens[first][0].as_str().unwrap_or_default();
        let joined = first > 0 && tokens[first - 1][1].as_bool().unwrap_or(false);
        let fixed = match item[2].as_str() {
            Some("f") => Some(Class::Figure),
            Some("p") => Some(Class::Period),
            Some("n") => Some(Class::Name),
            Some("s") => Some(Class::Sign),
            _ if word.starts_with(['\'', '’']) => Some(Class::Possessive),
            _ => None,
        };
        let is_sign = item[2] == "s";
        out.looks.push(match fixed {
            Some(class) if !is_sign && class != Class::Possessive => ItemLook::of_class(class),
            _ => ItemLook::of_word(word, joined && !is_sign),
        });
        out.classes.push(fixed.map_or(class.as_u64().unwrap_or(0) as u8, |fixed| fixed as u8));
        out.told.push(fixed.is_none());
    }
    out
}

/// Trains on nine of ten sentences, tells how the tenth is read, and writes the model.
pub(crate) fn train(path: &str, epochs: usize) {
    let sentences = read(path);
    let (mut rows, mut step) = (FxHashMap::<u32, Row>::default(), 0f32);
    let mut order: Vec<usize> = (0..sentences.len()).filter(|at| at % 10 != 0).collect();
    let mut seed = 20_211_216u64;
    for epoch in 0..epochs {
        for at in (1..order.len()).rev() {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            order.swap(at, (seed % (at as u64 + 1)) as usize);
        }
        let mut wrong = 0;
        for &at in &order {
            wrong += learn(&sentences[at], &mut rows, &mut step);
        }
        eprintln!("epoch {epoch}: {wrong} wrong");
    }
    let bytes = bytes_of(&rows, step);
    std::fs::write("src/relate/class.bin", &bytes).expect("written");
    let model = class::ClassModel::from_bytes(&bytes).expect("of its length");
    let (mut right, mut all) = (0, 0);
    let mut confused = vec![[0u32; MODELLED]; MODELLED];
    for sentence in sentences.iter().step_by(10) {
        let mut classes: Vec<Option<Class>> =
            sentence.told.iter().zip(&sentence.classes).map(|(&told, &class)| if told { None } else { Some(fixed(class)) }).collect();
        model.tag(&sentence.looks, &mut classes);
        for ((&told, &class), got) in sentence.told.iter().zip(&sentence.classes).zip(&classes) {
            if told {
                let got = got.map_or(0, |got| got as usize);
                all += 1;
                right += usize::from(got == usize::from(class));
                confused[usize::from(class)][got] += 1;
            }
        }
    }
    eprintln!("{right} of {all} right: {:.4}", right as f64 / all as f64);
    for (class, row) in confused.iter().enumerate() {
        eprintln!("{class:2} {row:5?}");
    }
}

fn fixed(class: u8) -> Class {
    [Class::Name, Class::Possessive, Class::Sign, Class::Figure, Class::Period]
        .into_iter()
        .find(|&fixed| fixed as u8 == class)
        .unwrap_or(Class::Noun)
}

fn learn(sentence: &Sentence, rows: &mut FxHashMap<u32, Row>, step: &mut f32) -> usize {
    let (mut before, mut second_before, mut wrong) = (u8::MAX, u8::MAX, 0);
    for at in 0..sentence.looks.len() {
        let mut class = sentence.classes[at];
        if sentence.told[at] {
            *step += 1.0;
            let features = class::features(&sentence.looks, at, before, second_before);
            let mut scores = [0f32; MODELLED];
            for row in features.iter().filter_map(|feature| rows.get(feature)) {
                scores.iter_mut().zip(row.now).for_each(|(score, weight)| *score += weight);
            }
            let best = (0..MODELLED).rev().max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or(0);
            if best != usize::from(class) {
                wrong += 1;
                for feature in features {
                    let row = rows.entry(feature).or_default();
                    row.seen += 1;
                    for (class, by) in [(usize::from(class), 1.0), (best, -1.0)] {
                        row.now[class] += by;
                        row.sum[class] += by * *step;
                    }
                }
            }
            class = best as u8;
        }
        (before, second_before) = (class, before);
    }
    wrong
}

/// The averaged weights of the features that weigh most, one a row, in eight bits.
fn bytes_of(rows: &FxHashMap<u32, Row>, step: f32) -> Vec<u8> {
    let averaged = |row: &Row| -> [f32; MODELLED] { std::array::from_fn(|class| row.now[class] - row.sum[class] / step) };
    let mut kept: Vec<Option<(f32, u32, [f32; MODELLED])>> = vec![None; ROWS];
    for (&feature, row) in rows {
        let weights = averaged(row);
        let size = row.seen as f32 * weights.iter().fold(0f32, |most, weight| most.max(weight.abs()));
        let place = &mut kept[class::place(feature).0];
        if place.is_none_or(|(other, of, _)| (size, feature) > (other, of)) {
            *place = Some((size, feature, weights));
        }
    }
    let mut sizes: Vec<f32> = kept.iter().flatten().flat_map(|(_, _, weights)| weights.iter().map(|weight| weight.abs())).collect();
    sizes.sort_by(f32::total_cmp);
    let largest = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 5000)).copied().unwrap_or(1.0);
    let scale = 127.0 / largest;
    let mut bytes = Vec::with_capacity(ROWS * (MODELLED + 1));
    for row in kept {
        let (check, weights) = row.map_or((0, [0.0; MODELLED]), |(_, feature, weights)| (class::place(feature).1, weights));
        bytes.push(check);
        bytes.extend(weights.iter().map(|weight| (weight * scale).round().clamp(-127.0, 127.0) as i8 as u8));
    }
    const { assert!(FEATURES * 127 < i16::MAX as usize) };
    bytes
}
