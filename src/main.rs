//! The `newsfacts` program.

use std::process::ExitCode;

use newsfacts::read::Inputs;
use newsfacts::{Options, analyze};

fn main() -> ExitCode {
    let mut failed = false;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let paths = arguments.iter().filter(|argument| argument.contains(['/', '.']) || *argument == "-");
    for raw in Inputs::new(paths.map(Into::into)) {
        match raw.and_then(|raw| raw.read()) {
            Ok(reading) => {
                for warning in &reading.warnings {
                    eprintln!("warning: {warning}");
                }
                for article in &reading.articles {
                    println!("{}", serde_json::to_string(&analyze(article, &Options::default())).expect("a sheet is JSON"));
                }
            }
            Err(problem) => {
                eprintln!("error: {problem}");
                failed = true;
            }
        }
    }
    ExitCode::from(if failed { 2 } else { 0 })
}
