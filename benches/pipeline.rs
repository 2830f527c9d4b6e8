//! Speed of the pipeline on one core, per stage and whole, over articles of our own. Needs nothing but the repository.
//!
//! The articles are those of `news.txt`, written for this benchmark with about as many figures, periods and names as a newswire has,
//! and with every second round one of `fixtures/`: 4 figures per KB together, where a sample of newswire of 2025 has 3.5.
//!
//! - `digits by one pattern`: finding the digits and nothing more; the ceiling to compare the figures with.
//! - `tokens and sentences`: the text cut.
//! - `figures from text`: all that reading figures takes: tokens, sentences, periods, the article's context, figures.
//! - `periods`, `figures`, `names`, `facts, claims and checks`: that stage alone. Period expressions are read with the context,
//!   so `periods` only turns them into dates.
//!   The turned figures make nearly every check wrong, so that checks look for causes far more than in real news.
//! - `whole`: from text to fact sheet, `analyze_all`, as the program and the bindings read archives.
//! - `whole, article by article`: `analyze`, as an editor calls it.
//! - `a release of 40 tables`: the same for tables and nothing else; it shall take less than 50 ms.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use newsfacts::rooms::{self, Document, Figure, NamedEntity, TimeSpan, sentences, tokens};
use newsfacts::{Article, Options, analyze, analyze_all};
use regex::Regex;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

/// Articles of about this many bytes together.
const BYTES: usize = 256 << 10;

/// The articles over and over, each time with other figures, so that no stage sees the same text twice.
fn articles() -> Vec<Article> {
    let news: Vec<&str> = include_str!("news.txt").split("====\n").collect();
    let fixtures = [
        include_str!("../fixtures/software-exports.txt"),
        include_str!("../fixtures/tractor-maker.txt"),
        include_str!("../fixtures/carton-maker.txt"),
        include_str!("../fixtures/five-slips.txt"),
    ];
    let mut articles = Vec::new();
    let mut bytes = 0;
    for round in 0u32.. {
        let fixture = fixtures.iter().skip(round as usize / 2 % fixtures.len()).take(usize::from(round % 2 == 0));
        for text in news.iter().chain(fixture) {
            let turned = |c: char| char::from_digit((c.to_digit(10)? + round) % 9 + 1, 10);
            let text: String = text.chars().map(|c| if c.is_ascii_digit() && c != '2' { turned(c).unwrap_or(c) } else { c }).collect();
            bytes += text.len();
            articles.push(Article::from_text(text));
        }
        if bytes >= BYTES {
            break;
        }
    }
    articles
}

static ARTICLES: LazyLock<Vec<Article>> = LazyLock::new(articles);

static OPTIONS: LazyLock<Options> = LazyLock::new(Options::default);

/// How many bytes `articles` have, for the throughput.
fn bytes(articles: &[Article]) -> BytesCount {
    BytesCount::new(articles.iter().map(|article| article.text.len()).sum::<usize>())
}

#[divan::bench(name = "digits by one pattern")]
fn digits(bencher: Bencher) {
    let digits = Regex::new(r"[0-9][0-9.,]*").expect("a valid pattern");
    bencher.counter(bytes(&ARTICLES)).bench_local(|| ARTICLES.iter().map(|article| digits.find_iter(&article.text).count()).sum::<usize>());
}

#[divan::bench(name = "tokens and sentences")]
fn text(bencher: Bencher) {
    bencher.counter(bytes(&ARTICLES)).bench_local(|| {
        for article in ARTICLES.iter() {
            let tokens = tokens(&article.text);
            black_box(sentences(&article.text, &tokens, &[]));
        }
    });
}

#[divan::bench(name = "figures from text")]
fn figures_from_text(bencher: Bencher) {
    bencher.counter(bytes(&ARTICLES)).bench_local(|| {
        for article in ARTICLES.iter() {
            let (document, expressions) = rooms::document(article, &OPTIONS);
            black_box(rooms::figures(&document, &rooms::periods(&document, &expressions)));
        }
    });
}

/// An article with all that its facts are read from.
type Mentions<'a> = (Document<'a>, Vec<TimeSpan>, Vec<Figure>, Vec<NamedEntity>);

fn mentions() -> Vec<Mentions<'static>> {
    let read = |article| {
        let (document, expressions) = rooms::document(article, &OPTIONS);
        let periods = rooms::periods(&document, &expressions);
        let figures = rooms::figures(&document, &periods);
        let entities = rooms::entities(&document, &figures, &periods);
        (document, periods, figures, entities)
    };
    ARTICLES.iter().map(read).collect()
}

#[divan::bench]
fn periods(bencher: Bencher) {
    let documents: Vec<_> = ARTICLES.iter().map(|article| rooms::document(article, &OPTIONS)).collect();
    bencher
        .counter(bytes(&ARTICLES))
        .bench_local(|| documents.iter().for_each(|(document, expressions)| drop(black_box(rooms::periods(document, expressions)))));
}

#[divan::bench]
fn figures(bencher: Bencher) {
    let mentions = mentions();
    bencher
        .counter(bytes(&ARTICLES))
        .bench_local(|| mentions.iter().for_each(|(document, periods, ..)| drop(black_box(rooms::figures(document, periods)))));
}

#[divan::bench]
fn names(bencher: Bencher) {
    let mentions = mentions();
    bencher.counter(bytes(&ARTICLES)).bench_local(|| {
        for (document, periods, figures, _) in &mentions {
            black_box(rooms::entities(document, figures, periods));
        }
    });
}

#[divan::bench(name = "facts, claims and checks")]
fn checks(bencher: Bencher) {
    let mentions = mentions();
    bencher
        .counter(bytes(&ARTICLES))
        .with_inputs(|| mentions.iter().map(|(_, periods, figures, _)| (periods.clone(), figures.clone())).collect::<Vec<_>>())
        .bench_local_values(|inputs| {
            for ((document, _, _, entities), (mut periods, figures)) in mentions.iter().zip(inputs) {
                let facts = rooms::facts(document, figures, &mut periods, entities);
                let questions = rooms::questions(document, &facts, &periods);
                black_box(rooms::checks(document.text, &facts, questions));
            }
        });
}

#[divan::bench]
fn whole(bencher: Bencher) {
    bencher.counter(bytes(&ARTICLES)).bench_local(|| analyze_all(&ARTICLES, &OPTIONS));
}

#[divan::bench(name = "whole, article by article")]
fn each(bencher: Bencher) {
    bencher.counter(bytes(&ARTICLES)).bench_local(|| ARTICLES.iter().for_each(|article| drop(black_box(analyze(article, &OPTIONS)))));
}

/// A release of 40 tables, 3,680 cells: two parts of ten rows with their totals in each, for a quarter and a year with those before.
fn release() -> Article {
    let mut text =
        String::from("HALIFAX, Feb. 11, 2025 -- Harbour Tools said revenue rose 12.9% to $45.3 million in the fourth quarter of 2024.\n");
    let mut figure = 7919u32;
    for table in 1..=40 {
        text += &format!(
            "\nStatement {table}\n(in thousands, except per share data)\n\n|  | Three Months Ended December 31, | | | Year Ended December 31, | | |\n"
        );
        text += "|---|---|---|---|---|---|---|\n|  | 2024 |  | 2023 | 2024 |  | 2023 |\n";
        for part in ["Shops", "Works"] {
            text += &format!("| {part}: |  |  |  |  |  |  |\n");
            let mut totals = [0; 4];
            for row in 1..=10 {
                text += &format!("| {part} of region {row} ");
                for (column, total) in totals.iter_mut().enumerate() {
                    figure = figure.wrapping_mul(48_271) % 2_147_483_647 % 99_991 + 100;
                    *total += figure;
                    text += if column % 2 == 0 { "|" } else { "|  |" };
                    text += &format!(" {},{:03} ", figure / 1000 + 1, figure % 1000);
                }
                text += "|\n";
            }
            let [a, b, c, d] = totals.map(|total| total + 10_000);
            text += &format!("| Total {part} | ${a} |  | ${b} | ${c} |  | ${d} |\n");
        }
        text += "| Net income per share | $0.52 |  | $0.47 | $2.01 |  | $1.80 |\n";
    }
    Article::from_text(text)
}

#[divan::bench(name = "a release of 40 tables")]
fn tables(bencher: Bencher) {
    let article = release();
    bencher.counter(BytesCount::new(article.text.len())).bench_local(|| analyze(&article, &OPTIONS));
}
