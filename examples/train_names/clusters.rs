//! Word clusters by the exchange algorithm (Kneser and Ney 1993; Martin, Liermann and Ney 1998): each word moves to the class that makes
//! the text's class bigrams likeliest, until little moves.

use std::collections::{BTreeMap, HashMap};
use std::io::BufRead;
use std::path::Path;

use newsfacts::rooms::Document;
use newsfacts::rooms::entity::{table, word};
use newsfacts::{Article, Options};

const CLASSES: usize = 400;
const VOCABULARY: usize = 30_000;
const ITERATIONS: usize = 12;

pub(crate) fn build(arguments: &[String], out: &Path) {
    let mut sentences: Vec<Vec<u32>> = Vec::new();
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    let mut buffer = Vec::new();
    for path in arguments {
        for line in crate::texts::open(path).lines() {
            let record: serde_json::Value = serde_json::from_str(&line.expect("readable")).expect("JSON");
            let text = match record["text"].as_str() {
                Some(text) => text.to_string(),
                None => {
                    record["tokens"].as_array().expect("tokens").iter().filter_map(|token| token.as_str()).collect::<Vec<_>>().join(" ")
                }
            };
            let article = Article::from_text(text);
            let document = Document::new(&article, &Options::default());
            for sentence in &document.sentences {
                buffer.clear();
                word::words(&document, sentence, &mut buffer);
                let words: Vec<u32> = buffer.iter().map(|word| word.lower).collect();
                for &word in &words {
                    *counts.entry(word).or_default() += 1;
                }
                sentences.push(words);
            }
        }
    }
    let mut order: Vec<(u32, u32)> = counts.iter().map(|(&word, &count)| (count, word)).filter(|&(count, _)| count >= 3).collect();
    order.sort_by(|a, b| b.cmp(a));
    order.truncate(VOCABULARY);
    let index: HashMap<u32, usize> = order.iter().enumerate().map(|(i, &(_, word))| (word, i)).collect();
    println!("{} sentences, {} words", sentences.len(), order.len());
    let classes = exchange(&sentences, &index, order.len());
    let entries: Vec<(u32, u16)> = order.iter().zip(&classes).map(|(&(_, word), &class)| (word, class as u16 + 1)).collect();
    std::fs::write(out.join("clusters.bin"), table::bytes_of(&entries)).expect("writable");
}

/// x log x, the term of the likelihood.
fn term(count: i64) -> f64 {
    if count <= 0 { 0.0 } else { count as f64 * (count as f64).ln() }
}

struct State {
    class: Vec<usize>,
    pairs: Vec<i64>,
    left: Vec<i64>,
    right: Vec<i64>,
}

/// Neighbours of each word with their counts: words after it and words before it. The index `n` is any word out of the vocabulary.
type Neighbours = Vec<Vec<(u32, u32)>>;

fn neighbours(sentences: &[Vec<u32>], index: &HashMap<u32, usize>, n: usize) -> (Neighbours, Neighbours) {
    let mut pairs: HashMap<(u32, u32), u32> = HashMap::new();
    for sentence in sentences {
        let mut last = n as u32 + 1;
        for word in sentence {
            let now = index.get(word).copied().unwrap_or(n) as u32;
            *pairs.entry((last, now)).or_default() += 1;
            last = now;
        }
        *pairs.entry((last, n as u32 + 1)).or_default() += 1;
    }
    let mut after: Neighbours = vec![Vec::new(); n + 2];
    let mut before: Neighbours = vec![Vec::new(); n + 2];
    let mut pairs: Vec<_> = pairs.into_iter().collect();
    pairs.sort_unstable();
    for ((left, right), count) in pairs {
        after[left as usize].push((right, count));
        before[right as usize].push((left, count));
    }
    (after, before)
}

fn exchange(sentences: &[Vec<u32>], index: &HashMap<u32, usize>, n: usize) -> Vec<usize> {
    let (after, before) = neighbours(sentences, index, n);
    let all = CLASSES + 2;
    let mut state =
        State { class: (0..n).map(|i| i % CLASSES).collect(), pairs: vec![0; all * all], left: vec![0; all], right: vec![0; all] };
    state.class.push(CLASSES);
    state.class.push(CLASSES + 1);
    for (word, list) in after.iter().enumerate() {
        for &(next, count) in list {
            let (a, b) = (state.class[word], state.class[next as usize]);
            state.pairs[a * all + b] += i64::from(count);
            state.left[a] += i64::from(count);
            state.right[b] += i64::from(count);
        }
    }
    for iteration in 0..ITERATIONS {
        let moved = (0..n).filter(|&word| move_word(&mut state, word, &after[word], &before[word], all)).count();
        println!("iteration {iteration}: {moved} words moved");
        if moved < n / 200 {
            break;
        }
    }
    state.class.truncate(n);
    state.class
}

/// Moves the word to its best class; whether that is another one.
fn move_word(state: &mut State, word: usize, after: &[(u32, u32)], before: &[(u32, u32)], all: usize) -> bool {
    let old = state.class[word];
    // Counts of the word with each class; the word's pairs with itself move along with it and are left out of the comparison.
    let sum = |list: &[(u32, u32)]| {
        let mut out: Vec<(usize, i64)> = Vec::new();
        let mut total = 0;
        let mut dense: HashMap<usize, i64> = HashMap::new();
        for &(other, count) in list {
            total += i64::from(count);
            if other as usize != word {
                *dense.entry(state.class[other as usize]).or_default() += i64::from(count);
            }
        }
        out.extend(dense);
        out.sort_unstable();
        (out, total)
    };
    let (next, next_total) = sum(after);
    let (last, last_total) = sum(before);
    add(state, old, &next, &last, (next_total, last_total), all, -1);
    let best = (0..CLASSES)
        .map(|class| {
            let mut gain = 0.0;
            for &(other, count) in &next {
                let now = state.pairs[class * all + other];
                gain += term(now + count) - term(now);
            }
            for &(other, count) in &last {
                let now = state.pairs[other * all + class];
                gain += term(now + count) - term(now);
            }
            gain -= term(state.left[class] + next_total) - term(state.left[class]);
            gain -= term(state.right[class] + last_total) - term(state.right[class]);
            (class, gain)
        })
        .fold((old, f64::NEG_INFINITY), |best, now| if now.1 > best.1 { now } else { best })
        .0;
    add(state, best, &next, &last, (next_total, last_total), all, 1);
    state.class[word] = best;
    best != old
}

fn add(state: &mut State, class: usize, next: &[(usize, i64)], last: &[(usize, i64)], totals: (i64, i64), all: usize, sign: i64) {
    for &(other, count) in next {
        state.pairs[class * all + other] += sign * count;
    }
    for &(other, count) in last {
        state.pairs[other * all + class] += sign * count;
    }
    state.left[class] += sign * totals.0;
    state.right[class] += sign * totals.1;
}
