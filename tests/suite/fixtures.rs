//! The articles in `fixtures/`, each with the fact sheet and the diagnostics that it must give beside it, and the output in the README.
//!
//! `INSTA_UPDATE=always cargo test` takes over what the program gives now.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use newsfacts::finding::findings;
use newsfacts::read::Inputs;
use newsfacts::render::diagnostics::Diagnostics;
use newsfacts::render::{Analysis, Render};
use newsfacts::{FactSheet, Options, analyze};
use serde_json::Value;

/// The articles, by path, in order.
fn fixtures() -> Vec<PathBuf> {
    let files = fs::read_dir("fixtures").expect("the fixtures").map(|entry| entry.expect("a file").path());
    let mut files: Vec<PathBuf> = files.filter(|path| !path.to_string_lossy().contains(".snap")).collect();
    files.sort();
    files
}

fn analysis(path: PathBuf) -> Analysis {
    let raw = Inputs::new([path]).next().expect("a file").expect("it can be read");
    let article = raw.read().expect("an article").articles.remove(0);
    let sheet = analyze(&article, &Options::default());
    let findings = findings(&article, &sheet);
    Analysis { article, sheet, findings, silenced: 0 }
}

/// The sheet as JSON with one entity, period, fact or check a line, so that a change of one shows as one.
fn by_line(sheet: &FactSheet) -> String {
    let Value::Object(sheet) = serde_json::to_value(sheet).expect("a sheet is JSON") else { unreachable!("a sheet is an object") };
    let lines = sheet.into_iter().map(|(name, value)| match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| format!("  {item}")).collect();
            format!("{name:?}: [\n{}\n]", items.join(",\n"))
        }
        value => format!("{name:?}: {value}"),
    });
    lines.collect::<Vec<_>>().join(",\n")
}

#[test]
fn fixtures_give_their_sheets_and_diagnostics() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../fixtures");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for path in fixtures() {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let analysis = analysis(path);
            insta::assert_snapshot!(format!("{name}.sheet"), by_line(&analysis.sheet));
            insta::assert_snapshot!(
                format!("{name}.diagnostics"),
                Diagnostics { color: false, width: 100, verbose: false, unchecked: false }.part(&analysis)
            );
        }
    });
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO_BIN_EXE_newsfacts"))
        .current_dir(directory)
        .args(["check", "fixtures/five-slips.txt"])
        .output()
        .expect("the program runs");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let readme = fs::read_to_string(directory.join("README.md")).expect("a README");
    let (before, rest) = readme.split_once("```text\n").expect("a block of output");
    let (shown, after) = rest.split_once("```").expect("the end of the block");
    if shown != printed && std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(directory.join("README.md"), format!("{before}```text\n{printed}```{after}")).expect("the README is written");
    } else {
        assert_eq!(shown, printed);
    }
    assert_eq!(output.status.code(), Some(1));
}
