//! Averaged structured perceptron (Collins 2002) over the tagger's own features, with names swapped, words dropped and texts respaced.

use std::path::Path;

use newsfacts::NameKind;
use newsfacts::rooms::Document;
use newsfacts::rooms::entity::feature::{Looks, Rows};
use newsfacts::rooms::entity::model::{self, KINDS, ROWS, TAGS, Tag, Weights};
use newsfacts::rooms::entity::tagger::{self, History, TaggerReading};
use newsfacts::rooms::entity::{self};
use newsfacts::{Article, Options};

use crate::data::{self, Random, Source, Spacing, Tagged};

/// The weights in training: current ones, and their sums for the average.
struct Learner {
    weights: Vec<[i32; TAGS]>,
    sums: Vec<[i64; TAGS]>,
    follow: [[i32; TAGS]; TAGS],
    follow_sums: [[i64; TAGS]; TAGS],
    step: i64,
}

impl Weights for Learner {
    #[inline]
    fn add(&self, row: u32, scores: &mut [i32; TAGS]) {
        for (score, weight) in scores.iter_mut().zip(&self.weights[row as usize]) {
            *score += weight;
        }
    }

    fn follow(&self, tag: Tag, next: Tag) -> i32 {
        self.follow[tag as usize][next as usize]
    }
}

impl Learner {
    fn new() -> Self {
        Learner {
            weights: vec![[0; TAGS]; ROWS],
            sums: vec![[0; TAGS]; ROWS],
            follow: [[0; TAGS]; TAGS],
            follow_sums: [[0; TAGS]; TAGS],
            step: 1,
        }
    }

    fn change(&mut self, row: u32, tag: Tag, by: i32) {
        self.weights[row as usize][tag as usize] += by;
        self.sums[row as usize][tag as usize] += self.step * i64::from(by);
    }

    fn change_follow(&mut self, tag: Tag, next: Tag, by: i32) {
        self.follow[tag as usize][next as usize] += by;
        self.follow_sums[tag as usize][next as usize] += self.step * i64::from(by);
    }

    /// Adds the average of its weights over all steps.
    fn add_average(&self, mean: &mut Mean) {
        let average = |weight: i32, sum: i64| weight as f32 - (sum as f64 / self.step as f64) as f32;
        let rows = mean.weights.iter_mut().zip(self.weights.iter().zip(&self.sums));
        for (mean, (weights, sums)) in rows.chain(mean.follow.iter_mut().zip(self.follow.iter().zip(&self.follow_sums))) {
            (0..TAGS).for_each(|tag| mean[tag] += average(weights[tag], sums[tag]));
        }
    }
}

/// The averages of several learners, added up: what one of them made of the order of its sentences has less weight.
struct Mean {
    weights: Vec<[f32; TAGS]>,
    follow: [[f32; TAGS]; TAGS],
}

pub(crate) fn build(arguments: &[String], out: &Path) {
    let (mut epochs, mut learners, mut evaluations, mut sources) = (6, 6u64, Vec::new(), Vec::new());
    let mut at = 0;
    while at < arguments.len() {
        match arguments[at].as_str() {
            "--epochs" => epochs = arguments[at + 1].parse().expect("a number of epochs"),
            "--learners" => learners = arguments[at + 1].parse().expect("a number of learners"),
            "--eval" => evaluations.push(arguments[at + 1].clone()),
            path => {
                sources.extend(data::read(path));
                at += 1;
                continue;
            }
        }
        at += 2;
    }
    let bank = NameBank::new(&sources);
    let mut mean = Mean { weights: vec![[0.0; TAGS]; ROWS], follow: [[0.0; TAGS]; TAGS] };
    for learner in 0..learners {
        let random = Random::new(SEED ^ learner.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        learn_all(&sources, &bank, epochs, random).add_average(&mut mean);
        let bytes = model::bytes_of(&mean.follow, &mean.weights);
        println!("{} of {learners} learners:", learner + 1);
        for path in &evaluations {
            evaluate(path, &bytes);
        }
        std::fs::write(out.join("model.bin"), bytes).expect("writable");
    }
}

const SEED: u64 = 20_251_124;

/// A learner that has seen all sources so many times, in an order and with changes of its own.
fn learn_all(sources: &[Source], bank: &NameBank, epochs: u32, mut random: Random) -> Learner {
    let mut learner = Learner::new();
    for epoch in 0..epochs {
        let mut order: Vec<(usize, Spacing)> = Vec::new();
        for (i, source) in sources.iter().enumerate() {
            for copy in 0..source.weight {
                let spacing = if copy == 0 && !source.silver || random.chance(35) { Spacing::Tokens } else { Spacing::Natural };
                order.push((i, spacing));
            }
        }
        random.shuffle(&mut order);
        let (mut wrong, mut all) = (0, 0);
        for (source, spacing) in order {
            let sentences = vary(&sources[source], bank, &mut random);
            learn(&mut learner, &sentences, spacing, &mut random, &mut wrong, &mut all);
        }
        println!("epoch {}: {wrong} of {all} words wrong", epoch + 1);
    }
    learner
}

/// Names of the data by kind, for swapping.
struct NameBank {
    names: [Vec<Vec<String>>; KINDS],
}

impl NameBank {
    fn new(sources: &[Source]) -> Self {
        let mut names: [Vec<Vec<String>>; KINDS] = Default::default();
        for sentence in sources.iter().flat_map(|source| &source.sentences) {
            for (start, end, kind) in spans(sentence) {
                if names[kind].last().map(Vec::as_slice) != Some(&sentence.tokens[start..end]) && end - start <= 6 {
                    names[kind].push(sentence.tokens[start..end].to_vec());
                }
            }
        }
        NameBank { names }
    }
}

fn spans(sentence: &Tagged) -> Vec<(usize, usize, usize)> {
    let mut out: Vec<(usize, usize, usize)> = Vec::new();
    for (i, tag) in sentence.tags.iter().enumerate() {
        match (tag, out.last_mut()) {
            (Some((kind, false)), Some(last)) if last.1 == i && last.2 == *kind => last.1 = i + 1,
            (Some((kind, _)), _) => out.push((i, i + 1, *kind)),
            _ => {}
        }
    }
    out
}

/// The source's sentences, in a part of the cases with other names or in capitals.
fn vary(source: &Source, bank: &NameBank, random: &mut Random) -> Vec<Tagged> {
    let swap = !source.silver && random.chance(40);
    source
        .sentences
        .iter()
        .map(|sentence| {
            let mut sentence = if swap && random.chance(60) { swapped(sentence, bank, random) } else { sentence.clone() };
            if random.chance(2) {
                sentence.tokens.iter_mut().for_each(|token| *token = token.to_uppercase());
            } else if random.chance(2) && sentence.tokens.len() < 25 {
                sentence.tokens.iter_mut().for_each(|token| *token = headline(token));
            }
            sentence
        })
        .collect()
}

fn headline(token: &str) -> String {
    let mut characters = token.chars();
    match characters.next() {
        Some(first) if token.len() > 3 => first.to_uppercase().chain(characters).collect(),
        _ => token.into(),
    }
}

fn swapped(sentence: &Tagged, bank: &NameBank, random: &mut Random) -> Tagged {
    let mut out = Tagged { tokens: Vec::new(), tags: Vec::new() };
    let mut at = 0;
    for (start, end, kind) in spans(sentence) {
        out.tokens.extend_from_slice(&sentence.tokens[at..start]);
        out.tags.extend_from_slice(&sentence.tags[at..start]);
        let pool = &bank.names[kind];
        let other = &pool[random.below(pool.len())];
        let replacement = if (other.len() > 1) == (end - start > 1) { &other[..] } else { &sentence.tokens[start..end] };
        for (i, token) in replacement.iter().enumerate() {
            out.tokens.push(token.clone());
            out.tags.push(Some((kind, i == 0)));
        }
        at = end;
    }
    out.tokens.extend_from_slice(&sentence.tokens[at..]);
    out.tags.extend_from_slice(&sentence.tags[at..]);
    out
}

/// Features left out at random, in percent.
const DROPPED: u64 = 10;

fn learn(learner: &mut Learner, sentences: &[Tagged], spacing: Spacing, random: &mut Random, wrong: &mut usize, all: &mut usize) {
    let printed = data::print(sentences, spacing);
    let article = Article::from_text(printed.text);
    let document = Document::new(&article, &Options::default());
    let reading = TaggerReading::new(&document);
    let gold = data::tags(&reading.words, &printed.names);
    let mut history = History::default();
    let (mut runs, mut tags, mut back) = (Vec::new(), Vec::new(), Vec::new());
    let (mut looks, mut rows) = (Looks::new(document.text), Rows::default());
    for sentence in &reading.sentences {
        let words = &reading.words[sentence.clone()];
        let gold = &gold[sentence.clone()];
        tagger::runs(words, &mut runs);
        for run in &runs {
            let mut kept: Vec<Vec<u32>> = Vec::new();
            let mut scores = Vec::new();
            looks.read(words, run.clone());
            for (at, word) in words[run.clone()].iter().enumerate() {
                let earlier = if random.chance(25) { 0 } else { history.of(word) };
                looks.extract(at, &reading.evidence, earlier, &mut rows);
                let some: Vec<u32> = rows.as_slice().iter().copied().filter(|_| !random.chance(DROPPED)).collect();
                let mut sum = [0; TAGS];
                some.iter().for_each(|&row| learner.add(row, &mut sum));
                scores.push(sum);
                kept.push(some);
            }
            model::decode(&scores, &model::follow_table(learner), &mut tags, &mut back);
            history.note(&words[run.clone()], &tags);
            let gold = legal(&gold[run.clone()]);
            *all += gold.len();
            update(learner, &kept, &tags, &gold, wrong);
            learner.step += 1;
        }
    }
}

/// A run can start inside a name that begins before it: there the inside becomes a beginning.
fn legal(gold: &[Tag]) -> Vec<Tag> {
    let mut last = model::OUTSIDE;
    gold.iter()
        .map(|&tag| {
            let tag = if model::may_follow(last, tag) { tag } else { model::begin(model::kind_of(tag).unwrap_or(0)) };
            last = tag;
            tag
        })
        .collect()
}

fn update(learner: &mut Learner, rows: &[Vec<u32>], tags: &[Tag], gold: &[Tag], wrong: &mut usize) {
    let (mut last_tag, mut last_gold) = (model::OUTSIDE, model::OUTSIDE);
    for (i, rows) in rows.iter().enumerate() {
        if tags[i] != gold[i] {
            *wrong += 1;
            for &row in rows {
                learner.change(row, gold[i], 1);
                learner.change(row, tags[i], -1);
            }
        }
        if (last_tag, tags[i]) != (last_gold, gold[i]) {
            learner.change_follow(last_gold, gold[i], 1);
            learner.change_follow(last_tag, tags[i], -1);
        }
        last_tag = tags[i];
        last_gold = gold[i];
    }
}

/// Prints precision, recall and F1 on a tagged file, by exact span and kind, without the names that are none of the three kinds.
fn evaluate(path: &str, bytes: &[u8]) {
    let model = model::TagModel::from_bytes(bytes).expect("a model of the right length");
    let (mut right, mut found, mut gold_total) = (0, 0, 0);
    for source in data::read(path) {
        let printed = data::print(&source.sentences, Spacing::Tokens);
        let article = Article::from_text(printed.text);
        let document = Document::new(&article, &Options::default());
        for mention in entity::mentions(&document, &TaggerReading::new(&document), &model) {
            let kind = match mention.kind {
                NameKind::Person => 0,
                NameKind::Organization => 1,
                _ => 2,
            };
            let same =
                |(span, gold_kind): &(std::ops::Range<usize>, usize)| *span == (mention.span.start..mention.span.end) && *gold_kind == kind;
            let in_other = |(span, kind): &(std::ops::Range<usize>, usize)| {
                *kind == 3 && span.start < mention.span.end && mention.span.start < span.end
            };
            if printed.names.iter().any(same) {
                right += 1;
                found += 1;
            } else if !printed.names.iter().any(in_other) {
                found += 1;
            }
        }
        gold_total += printed.names.iter().filter(|(_, kind)| *kind < 3).count();
    }
    let precision = f64::from(right) / f64::from(found.max(1));
    let recall = f64::from(right) / gold_total.max(1) as f64;
    let name = path.rsplit('/').next().unwrap_or(path);
    println!("  {name}: precision {precision:.4} recall {recall:.4} F1 {:.4}", 2.0 * precision * recall / (precision + recall).max(1e-9));
}
