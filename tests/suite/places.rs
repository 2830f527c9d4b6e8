//! Places that can be opened: a finding names the line of its file, the record or the page, in every format.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::common::directory;
use serde_json::Value;

const WRONG: &str = "Exports rose 93% to $830 million from $596 million.";

fn check(directory: &Path, format: &str, file: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let Output { stdout, stderr, .. } = command.current_dir(directory).args(["check", "--format", format, file]).output().expect("it runs");
    assert_eq!(String::from_utf8_lossy(&stderr), "");
    String::from_utf8(stdout).expect("UTF-8")
}

fn region(directory: &Path, file: &str) -> Value {
    let log: Value = serde_json::from_str(&check(directory, "sarif", file)).expect("JSON");
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].clone()
}

#[test]
fn a_web_page_and_a_mail_have_the_lines_of_their_files() {
    let directory = directory("places");
    let page =
        format!("<!doctype html>\n<html><head>\n<title>Exports</title>\n</head><body>\n<nav>Menu</nav>\n<p>\n{WRONG}</p></body></html>\n");
    fs::write(directory.join("a.html"), page).expect("written");
    let mail = format!("From: a@a.example\nSubject: Exports\nMIME-Version: 1.0\nMessage-ID: <1@a>\n\nDear all,\n\n{WRONG}\n");
    fs::write(directory.join("a.eml"), mail).expect("written");
    for (file, line) in [("a.html", 7), ("a.eml", 8)] {
        let region = region(&directory, file);
        assert_eq!((region["startLine"].as_u64(), region["startColumn"].as_u64()), (Some(line), Some(14)), "{file}");
        let github = check(&directory, "github", file);
        assert!(github.starts_with(&format!("::error file={file},line={line},col=14,endColumn=17,")), "{github}");
        assert!(check(&directory, "text", file).contains(&format!(":{line}:14\n")), "{file}");
    }
}

#[test]
fn feeds_and_markdown_have_the_lines_and_columns_of_their_files_and_documents_words() {
    let directory = directory("places-marks");
    let feed = |before: &str| {
        let item = |text: &str| format!("<item><title>Trade</title>{before}<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>");
        format!("<rss><channel>{before}{}{before}{}</channel></rss>", item("Costs of the firm fell in the year."), item(WRONG))
    };
    let column = |line: &str| line.split("93%").next().map(|before| before.chars().count() as u64 + 1);
    for (name, source) in
        [("a.rss", feed("\n")), ("b.rss", feed("")), ("a.md", WRONG.replace("rose 93%", "**rose** [93%](http://a.example/93)"))]
    {
        fs::write(directory.join(name), &source).expect("written");
        let (line, words) = source.lines().enumerate().find(|(_, line)| line.contains("93%")).expect("the figure");
        let region = region(&directory, name);
        assert_eq!(
            (region["startLine"].as_u64(), region["startColumn"].as_u64()),
            (Some(line as u64 + 1), column(words)),
            "{name}: {region}"
        );
    }
    let document =
        format!("<w:document><w:body><w:p><w:r><w:t>Trade</w:t></w:r></w:p><w:p><w:r><w:t>{WRONG}</w:t></w:r></w:p></w:body></w:document>");
    let mut archive = zip::ZipWriter::new(fs::File::create(directory.join("a.docx")).expect("a file"));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    std::io::Write::write_all(&mut archive, document.as_bytes()).expect("written");
    archive.finish().expect("written");
    let text = check(&directory, "text", "a.docx");
    assert!(text.contains("--> a.docx, line 3, column 14 of its text\n"), "{text}");
}

#[test]
fn a_record_is_a_line_of_its_file_and_named() {
    let directory = directory("places-records");
    fs::write(directory.join("a.jsonl"), format!("{{\"text\": \"One.\"}}\n\n{{\"id\": \"x\", \"text\": \"Exports\\n\\n{WRONG}\"}}\n"))
        .expect("written");
    assert_eq!(region(&directory, "a.jsonl")["startLine"], 3);
    let github = check(&directory, "github", "a.jsonl");
    assert!(github.starts_with("::error file=a.jsonl,line=3,title=growth::") && github.contains("record 3, line 3, x"), "{github}");
    let text = check(&directory, "text", "a.jsonl");
    assert!(text.contains("--> a.jsonl:3: #x, line 3, column 14 of its text\n"), "{text}");
    let finding: Value = serde_json::from_str(&check(&directory, "jsonl", "a.jsonl")).expect("JSON");
    assert_eq!((&finding["span"]["record"], &finding["span"]["line"]), (&Value::from(3), &Value::from(3)));
}

#[test]
fn a_title_is_read_and_named() {
    let directory = directory("places-titles");
    let record = r#"{"id": "x", "title": "Exports rose 93% to $830 million", "text": "Exports were $830 million in 2024, against $596 million in 2023."}"#;
    fs::write(directory.join("a.jsonl"), format!("{record}\n")).expect("written");
    assert_eq!(region(&directory, "a.jsonl")["startLine"], 1);
    let text = check(&directory, "text", "a.jsonl");
    assert!(text.contains("--> a.jsonl:1: #x, its title\n") && text.contains("Exports rose 93% to $830 million"), "{text}");
    let finding: Value = serde_json::from_str(&check(&directory, "jsonl", "a.jsonl")).expect("JSON");
    assert_eq!((&finding["part"], &finding["span"]["start"], &finding["span"]["line"]), (&"title".into(), &13.into(), &Value::Null));
}

#[test]
fn a_suggestion_is_a_fix_of_the_file() {
    let directory = directory("places-fixes");
    fs::write(directory.join("a.txt"), WRONG).expect("written");
    let log: Value = serde_json::from_str(&check(&directory, "sarif", "a.txt")).expect("JSON");
    let change = &log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "a.txt");
    let replacement = &change["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "39%");
    let region = &replacement["deletedRegion"];
    assert_eq!([&region["startLine"], &region["startColumn"], &region["endColumn"]], [&Value::from(1), &Value::from(14), &Value::from(17)]);
}
