//! Trains the model of word classes.
//!
//! ```text
//! cargo run --release --features trainers --example train_words -- dump [--every N] TEXTS…  > items.jsonl    (JSON Lines with "text")
//! python3 examples/train_words/label.py items.jsonl labelled.jsonl
//! cargo run --release --features trainers --example train_words -- train [--epochs N] labelled.jsonl
//! ```
//! README.md says where the labels come from. Everything is written to src/relate/class.bin. The same input gives the same bytes.

#[path = "../common/texts.rs"]
mod texts;
mod train;

use newsfacts::rooms::phrase::{self, ItemKind, ItemReader, Items};
use newsfacts::rooms::{self, Document};
use newsfacts::{Article, Options};
use std::io::{BufRead, Write};
use texts::open;

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut option = |name: &str, default: usize| {
        let at = arguments.iter().position(|argument| argument == name);
        at.map_or(default, |at| arguments.drain(at..at + 2).nth(1).and_then(|value| value.parse().ok()).unwrap_or(default))
    };
    let (every, epochs) = (option("--every", 1), option("--epochs", 5));
    match arguments.first().map(String::as_str) {
        Some("dump") => arguments[1..].iter().for_each(|path| dump(path, every)),
        Some("train") => train::train(&arguments[1], epochs),
        _ => eprintln!("usage: train_words dump [--every N] TEXTS… | train [--epochs N] LABELLED"),
    }
}

/// Writes the items of the sentences with figures of every nth article.
fn dump(path: &str, every: usize) {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in open(path).lines().step_by(every) {
        let record: serde_json::Value = serde_json::from_str(&line.expect("readable")).expect("JSON");
        let article = Article::from_text(record["text"].as_str().unwrap_or_default());
        let (document, expressions) = rooms::document(&article, &Options::default());
        let periods = rooms::periods(&document, &expressions);
        let figures = rooms::figures(&document, &periods);
        let entities = rooms::entities(&document, &figures, &periods);
        let places = rooms::places(&entities);
        let spans = phrase::spans(&figures);
        let reader = ItemReader { document: &document, figures: &spans, periods: &periods, places: &places };
        let mut items = Items::default();
        for sentence in &document.sentences {
            if sentence.tokens.len() > 120 || !reader.cut(sentence.tokens.clone(), &mut items) {
                continue;
            }
            let words: Vec<(&str, bool)> = sentence.tokens.clone().map(|at| (document.word(at).trim(), touches(&document, at))).collect();
            let kind = |kind: ItemKind| match kind {
                ItemKind::Word => "w",
                ItemKind::Sign(_) => "s",
                ItemKind::Figure(_) => "f",
                ItemKind::Period(_) => "p",
                ItemKind::Name(_) => "n",
            };
            let first = sentence.tokens.start;
            let items: Vec<_> =
                items.items.iter().map(|item| (item.tokens.start - first, item.tokens.end - first, kind(item.kind))).collect();
            let line = serde_json::json!({"tokens": words, "items": items});
            writeln!(out, "{line}").expect("written");
        }
    }
}

/// Whether no blank follows the token.
fn touches(document: &Document, at: usize) -> bool {
    document.tokens.get(at + 1).is_some_and(|next| document.tokens[at].touches(next))
}
