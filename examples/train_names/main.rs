//! Trains the model of names, and builds the gazetteer and the word clusters that it reads.
//!
//! ```text
//! cargo run --release --features trainers --example train_names -- gazetteer LISTS      (a folder: given.txt, surname.txt …)
//! cargo run --release --features trainers --example train_names -- clusters TEXTS…      (JSON Lines with "text" or "tokens")
//! cargo run --release --features trainers --example train_names -- model [--epochs N] [--learners N] [--eval FILE]… DATA…
//! ```
//! DATA are JSON Lines, one sentence a line: {"doc", "tokens", "tags"} with BIO tags; a file whose name starts with "silver" counts once,
//! others three times. Everything is written to src/extract/entity/. The same input gives the same bytes.

mod clusters;
mod data;
mod gazetteer;
mod model;
#[path = "../common/texts.rs"]
mod texts;

use std::path::PathBuf;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let out = PathBuf::from("src/extract/entity");
    match command.as_str() {
        "gazetteer" => gazetteer::build(&rest, &out),
        "clusters" => clusters::build(&rest, &out),
        "model" => model::build(&rest, &out),
        _ => {
            eprintln!("usage: train_names gazetteer LISTS | clusters TEXTS… | model [--epochs N] [--learners N] [--eval FILE]… DATA…");
            std::process::exit(2);
        }
    }
}
