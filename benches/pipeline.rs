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
//! - `whole`: `analyze`, from text to fact sheet.
//! - `a release of 40 tables`: the same for tables and nothing else; it shall take less than 50 ms.

use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use newsfacts::rooms::{self, sentences, tokens};
use newsfacts::{Article, Options, analyze};
use regex::Regex;
use std::hint::black_box;

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

/// What needs nothing but the text.
fn of_text(group: &mut BenchmarkGroup<WallTime>, articles: &[Article]) {
    let options = Options::default();
    let digits = Regex::new(r"[0-9][0-9.,]*").expect("a valid pattern");
    group.bench_function("digits by one pattern", |bencher| {
        bencher.iter(|| articles.iter().map(|article| digits.find_iter(&article.text).count()).sum::<usize>())
    });

    group.bench_function("tokens and sentences", |bencher| {
        bencher.iter(|| {
            for article in articles {
                let tokens = tokens(&article.text);
                black_box(sentences(&article.text, &tokens, &[]));
            }
        });
    });
    group.bench_function("figures from text", |bencher| {
        bencher.iter(|| {
            for article in articles {
                let (document, expressions) = rooms::document(article, &options);
                black_box(rooms::figures(&document, &rooms::periods(&document, &expressions)));
            }
        });
    });
}

fn pipeline(criterion: &mut Criterion) {
    let articles = articles();
    let options = Options::default();
    let mut group = criterion.benchmark_group("pipeline");
    group.throughput(Throughput::Bytes(articles.iter().map(|article| article.text.len() as u64).sum()));
    group.sample_size(20);

    of_text(&mut group, &articles);
    let documents: Vec<_> = articles.iter().map(|article| rooms::document(article, &options)).collect();
    group.bench_function("periods", |bencher| {
        bencher.iter(|| documents.iter().for_each(|(document, expressions)| drop(black_box(rooms::periods(document, expressions)))))
    });

    let periods: Vec<_> = documents.iter().map(|(document, expressions)| rooms::periods(document, expressions)).collect();
    let documents: Vec<_> = documents.into_iter().map(|(document, _)| document).collect();
    group.bench_function("figures", |bencher| {
        bencher.iter(|| documents.iter().zip(&periods).for_each(|(document, periods)| drop(black_box(rooms::figures(document, periods)))));
    });

    let figures: Vec<_> = documents.iter().zip(&periods).map(|(document, periods)| rooms::figures(document, periods)).collect();
    group.bench_function("names", |bencher| {
        bencher.iter(|| {
            for ((document, figures), periods) in documents.iter().zip(&figures).zip(&periods) {
                black_box(rooms::entities(document, figures, periods));
            }
        });
    });

    let mentions = documents.iter().zip(periods).zip(figures).map(|((document, periods), figures)| {
        let entities = rooms::entities(document, &figures, &periods);
        (document, periods, figures, entities)
    });
    let mentions: Vec<_> = mentions.collect();
    group.bench_function("facts, claims and checks", |bencher| {
        bencher.iter_batched(
            || mentions.iter().map(|(_, _, figures, _)| figures.clone()).collect::<Vec<_>>(),
            |figures| {
                for ((document, periods, _, entities), figures) in mentions.iter().zip(figures) {
                    let facts = rooms::facts(document, figures, &mut periods.clone(), entities);
                    let questions = rooms::questions(document, &facts, periods);
                    black_box(rooms::checks(document.text, &facts, questions));
                }
            },
            BatchSize::LargeInput,
        );
    });
    group.bench_function("whole", |bencher| {
        bencher.iter(|| articles.iter().for_each(|article| drop(black_box(analyze(article, &options)))))
    });
    group.finish();
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

fn tables(criterion: &mut Criterion) {
    let (article, options) = (release(), Options::default());
    let mut group = criterion.benchmark_group("tables");
    group.throughput(Throughput::Bytes(article.text.len() as u64));
    group.sample_size(20);
    group.bench_function("a release of 40 tables", |bencher| bencher.iter(|| drop(black_box(analyze(&article, &options)))));
    group.finish();
}

criterion_group!(benches, pipeline, tables);
criterion_main!(benches);
