//! The program from outside: inputs good and bad, exit statuses, output files.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::common::{ARTICLE, directory};
use serde_json::Value;

fn newsfacts(directory: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_newsfacts"))
        .current_dir(directory)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the program runs")
}

fn with_input(directory: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_newsfacts"))
        .current_dir(directory)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("standard input").write_all(input).expect("input is read");
    child.wait_with_output().expect("the program ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("an exit status")
}

fn sheets(output: &Output) -> Vec<Value> {
    out(output).lines().map(|line| serde_json::from_str(line).expect("a sheet a line")).collect()
}

#[test]
fn an_article_of_too_many_figures_gets_no_page_and_costs_no_other() {
    let directory = directory("too-many-figures");
    fs::write(directory.join("a.txt"), "$5 ".repeat(20_001)).expect("written");
    fs::write(directory.join("b.txt"), ARTICLE).expect("written");
    let report = newsfacts(&directory, &["report", "a.txt", "b.txt", "-o", "pages"]);
    assert_eq!(status(&report), 2);
    assert!(
        err(&report).starts_with("error: a.txt: the article has more than 20,000 figures, too many for a page; use "),
        "{}",
        err(&report)
    );
    assert!(directory.join("pages/001-b.html").exists() && directory.join("pages/index.html").exists());
}

#[test]
fn settings_that_cannot_be_read_are_named_once() {
    let directory = directory("bad-settings");
    fs::write(directory.join("newsfacts.toml"), "[currencies]\nkr = \"SWK\"\n").expect("written");
    fs::write(directory.join("a.jsonl"), "{\"text\": \"Sales rose 5%.\"}\n".repeat(20)).expect("written");
    let extract = newsfacts(&directory, &["extract", "a.jsonl"]);
    assert_eq!((status(&extract), err(&extract).lines().count()), (2, 1));
    assert!(err(&extract).contains("newsfacts.toml:2: \"SWK\" is no currency of ISO 4217"), "{}", err(&extract));
}

#[test]
fn one_article_is_an_object_and_several_are_an_array() {
    let directory = directory("object-and-array");
    fs::write(directory.join("a.txt"), ARTICLE).expect("written");
    fs::write(directory.join("b.txt"), ARTICLE).expect("written");
    let one: Value = serde_json::from_str(&out(&newsfacts(&directory, &["extract", "a.txt"]))).expect("JSON");
    assert_eq!(one["document"]["source"], "a.txt");
    let two: Value = serde_json::from_str(&out(&newsfacts(&directory, &["extract", "."]))).expect("JSON");
    assert_eq!(two.as_array().map(Vec::len), Some(2));
}

#[test]
fn output_is_in_input_order_whatever_the_number_of_jobs() {
    let directory = directory("order");
    let records: String = (0..2000).map(|i| format!("{{\"id\": \"{i}\", \"text\": \"Sales rose to ${i} million.\"}}\n")).collect();
    fs::write(directory.join("many.jsonl"), records).expect("written");
    fs::write(directory.join("last.txt"), ARTICLE).expect("written");
    for jobs in ["1", "4"] {
        let output = newsfacts(&directory, &["extract", "--format", "jsonl", "--jobs", jobs, "many.jsonl", "last.txt"]);
        let ids: Vec<Value> = sheets(&output).into_iter().map(|mut sheet| sheet["document"]["id"].take()).collect();
        let expected: Vec<Value> = (0..2000).map(|i| Value::from(i.to_string())).chain([Value::Null]).collect();
        assert!(ids == expected, "{jobs} jobs");
    }
}

#[test]
fn a_bad_input_costs_no_other_input() {
    let directory = directory("bad-input");
    fs::create_dir(directory.join("nothing")).expect("a directory");
    fs::write(directory.join("nothing/.hidden.txt"), ARTICLE).expect("written");
    fs::write(directory.join("good.txt"), ARTICLE).expect("written");
    fs::write(directory.join("empty.txt"), "").expect("written");
    fs::write(directory.join("binary.txt"), [0x7F, b'E', b'L', b'F', 2, 1, 1, 0, 0, 0, 0, 0]).expect("written");
    fs::write(directory.join("long.txt"), "a ".repeat(9 << 20)).expect("written");
    fs::write(directory.join("records.jsonl"), "{\"text\": \"One.\"}\n\n{\"text\": \n{\"text\": \"Two.\"}\n").expect("written");
    let inputs = ["missing.txt", "nothing", "empty.txt", "binary.txt", "long.txt", "records.jsonl", "good.txt"];
    let output = newsfacts(&directory, &[&["extract", "--format", "jsonl"], &inputs[..]].concat());
    assert_eq!(status(&output), 2);
    let sources: Vec<Value> = sheets(&output).into_iter().map(|mut sheet| sheet["document"]["source"].take()).collect();
    assert_eq!(sources, ["records.jsonl", "records.jsonl", "good.txt"]);
    let errors = err(&output);
    let expected = [
        "error: missing.txt: no such file or directory",
        "error: nothing: the directory holds no article",
        "error: empty.txt: the file is empty",
        "error: binary.txt: it is a binary file",
        "error: long.txt: the file is longer than 16 MB",
        "error: records.jsonl:3: not an article in JSON",
    ];
    assert_eq!(errors.lines().count(), expected.len(), "{errors}");
    for (line, start) in errors.lines().zip(expected) {
        assert!(line.starts_with(start), "{line}");
    }
    assert_eq!(status(&newsfacts(&directory, &["check", "missing.txt", "good.txt"])), 2);
}

#[test]
fn a_line_of_a_collection_has_a_limit_too() {
    let directory = directory("long-line");
    let mut records = format!("{{\"text\": \"{}\"}}\n", "a ".repeat(9 << 20));
    records.push_str("{\"text\": \"Two.\"}\n");
    fs::write(directory.join("records.jsonl"), records).expect("written");
    let output = newsfacts(&directory, &["extract", "--format", "jsonl", "records.jsonl"]);
    assert_eq!((status(&output), sheets(&output).len()), (2, 1));
    assert!(err(&output).starts_with("error: records.jsonl:1: the line is longer than 16 MB"), "{}", err(&output));
}

#[test]
fn decodes_and_warns() {
    let directory = directory("encodings");
    fs::write(directory.join("latin.txt"), b"Profit rose to \xA35m.\n").expect("written");
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain("Profit rose to £5m.\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    fs::write(directory.join("utf16.txt"), utf16).expect("written");
    let output = newsfacts(&directory, &["extract", "--format", "jsonl", "latin.txt", "utf16.txt"]);
    assert_eq!(status(&output), 0);
    assert_eq!(err(&output), "warning: latin.txt: not UTF-8; read as windows-1252; convert it to UTF-8 if that is wrong\n");
    let sheets = sheets(&output);
    assert_eq!(sheets[0]["document"]["sha256"], sheets[1]["document"]["sha256"]);
}

#[test]
fn reads_standard_input_and_tells_records_from_text() {
    let directory = directory("standard-input");
    let text = with_input(&directory, &["extract", "--format", "jsonl", "-"], ARTICLE.as_bytes());
    assert_eq!(sheets(&text)[0]["document"]["source"], "-");
    let records = b"{\"id\": \"1\", \"text\": \"One.\"}\n{\"id\": \"2\", \"text\": \"Two.\"}\n";
    let output = with_input(&directory, &["extract", "--format", "jsonl", "-"], records);
    assert_eq!(sheets(&output)[1]["document"]["id"], "2");
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(records).expect("compressed");
    let compressed = gzip.finish().expect("compressed");
    assert_eq!(sheets(&with_input(&directory, &["extract", "--format", "jsonl", "-"], &compressed)).len(), 2);
    let cut = with_input(&directory, &["extract", "--format", "jsonl", "-"], &compressed[..compressed.len() - 12]);
    assert_eq!(status(&cut), 2);
    assert!(err(&cut).contains("standard input:"), "{}", err(&cut));
    let nothing = with_input(&directory, &["check", "-"], b"");
    assert_eq!((status(&nothing), err(&nothing)), (2, "error: standard input: the file is empty\n".into()));
}

#[test]
fn wrong_arguments_end_with_status_2() {
    let directory = directory("arguments");
    for arguments in [
        &[][..],
        &["extract"],
        &["extract", "--format", "yaml", "a.txt"],
        &["check", "--date", "yesterday", "a.txt"],
        &["check", "--fiscal-year-start", "13-01", "a.txt"],
        &["explain", "no-such-rule"],
        &["man", "no-such-command"],
    ] {
        let output = newsfacts(&directory, arguments);
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert!(!err(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn an_output_file_appears_complete_or_not_at_all() {
    let directory = directory("output-file");
    fs::write(directory.join("a.txt"), ARTICLE).expect("written");
    let output = newsfacts(&directory, &["extract", "a.txt", "-o", "sheet.json"]);
    assert_eq!((status(&output), out(&output)), (0, String::new()));
    let sheet: Value = serde_json::from_slice(&fs::read(directory.join("sheet.json")).expect("written")).expect("JSON");
    assert_eq!(sheet["format"], "newsfacts/1");
    for target in [".", "no/such/directory/sheet.json"] {
        let output = newsfacts(&directory, &["extract", "a.txt", "-o", target]);
        assert_eq!(status(&output), 2, "{target}");
        assert!(err(&output).contains(target), "{}", err(&output));
    }
    let mut names: Vec<_> = fs::read_dir(&directory).expect("a directory").map(|entry| entry.expect("an entry").file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.txt", "sheet.json"]);
}

#[test]
fn facts_and_checks_are_parquet_files() {
    let directory = directory("parquet");
    fs::write(directory.join("a.txt"), WRONG).expect("written");
    for (command, end) in [("extract", 0), ("check", 1)] {
        assert_eq!(status(&newsfacts(&directory, &[command, "--format", "parquet", "a.txt", "-o", "a.parquet"])), end);
        let bytes = fs::read(directory.join("a.parquet")).expect("it was written");
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    }
}

#[test]
fn an_xbrl_report_has_its_taxonomy_beside_it() {
    let directory = directory("xbrl");
    fs::write(directory.join("a.txt"), ARTICLE).expect("written");
    assert_eq!(status(&newsfacts(&directory, &["extract", "--format", "xbrl-json", "a.txt", "a.txt", "-o", "report.json"])), 0);
    let report: Value = serde_json::from_slice(&fs::read(directory.join("report.json")).expect("written")).expect("JSON");
    assert_eq!(report["documentInfo"]["taxonomy"][0], "report.xsd");
    assert!(fs::read_to_string(directory.join("report.xsd")).expect("written").starts_with("<?xml"));
    let output = newsfacts(&directory, &["extract", "--format", "xbrl-json", "a.txt"]);
    assert_eq!(status(&output), 2);
    assert!(err(&output).contains("--output report.json"), "{}", err(&output));
}

#[cfg(unix)]
#[test]
fn a_run_that_is_stopped_leaves_no_output_file() {
    // A shell that is deaf to it, since these tests run under `nohup`, cannot hear again.
    let deaf = Command::new("sh").args(["-c", "kill -HUP $$; true"]).status().is_ok_and(|status| status.success());
    let hung_up = if deaf { (Some(0), true) } else { (Some(129), false) };
    for (signal, expected) in [("-INT", (Some(130), false)), ("-TERM", (Some(143), false)), ("-HUP", hung_up)] {
        assert_eq!(stopped(signal, "newsfacts extract - -o sheet.json"), expected, "{signal}");
    }
    // `nohup` makes it deaf to that signal; it ends with its input.
    assert_eq!(stopped("-HUP", "trap '' HUP; newsfacts extract - -o sheet.json"), (Some(0), true));
}

/// The status of a run that gets the signal once its provisional file is there, and whether it left a file. Its input ends after
/// the signal.
#[cfg(unix)]
fn stopped(signal: &str, command: &str) -> (Option<i32>, bool) {
    let directory = directory(&format!("stopped{signal}{}", command.len()));
    let program = env!("CARGO_BIN_EXE_newsfacts");
    let mut child = Command::new("sh")
        .current_dir(&directory)
        .args(["-c", &command.replace("newsfacts", &format!("exec {program}"))])
        .stdin(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut input = child.stdin.take().expect("standard input");
    let files = || fs::read_dir(&directory).expect("a directory").count();
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while files() == 0 && std::time::Instant::now() < deadline {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert_eq!(files(), 1, "the provisional file is there");
    let signalled = Command::new("kill").args([signal, &child.id().to_string()]).status().expect("kill runs");
    assert!(signalled.success());
    // The signal comes before the end of the input: where it is heard, nobody reads any more.
    std::thread::sleep(std::time::Duration::from_millis(200));
    let _ = std::io::Write::write_all(&mut input, ARTICLE.as_bytes());
    drop(input);
    (child.wait().expect("the program ends").code(), files() > 0)
}

#[test]
fn settings_are_found_upwards_and_mistakes_in_them_are_named() {
    let directory = directory("settings");
    fs::create_dir_all(directory.join("desk/today")).expect("a directory");
    fs::write(directory.join("desk/today/a.txt"), ARTICLE).expect("written");
    fs::write(directory.join("desk/newsfacts.toml"), "fiscal_year_start = \"04-01\"\n").expect("written");
    let start = |arguments: &[&str]| {
        let output = newsfacts(&directory, &[&["extract", "--format", "jsonl", "desk/today/a.txt"], arguments].concat());
        sheets(&output)[0]["document"]["fiscal_year_start"].clone()
    };
    assert_eq!(start(&[]), "04-01");
    assert_eq!(start(&["--fiscal-year-start", "10-01"]), "10-01");
    fs::write(directory.join("other.toml"), "# a comment\nfiscal_yaer_start = \"07-01\"\n").expect("written");
    let output = newsfacts(&directory, &["extract", "desk/today/a.txt", "--config", "other.toml"]);
    assert_eq!(status(&output), 2);
    assert!(err(&output).starts_with("error: other.toml:2: unknown field `fiscal_yaer_start`"), "{}", err(&output));
}

#[test]
fn a_summary_ends_the_diagnostics() {
    let directory = directory("summary");
    let output = with_input(&directory, &["check", "-"], b"Nothing is counted here.\n");
    assert_eq!((status(&output), out(&output)), (0, "1 article, 0 figures: 0 checked, 0 wrong, 0 doubtful, 0 unchecked\n".into()));
}

#[test]
fn the_schema_describes_a_fact_sheet() {
    let schema: Value = serde_json::from_str(&out(&newsfacts(Path::new("."), &["schema"]))).expect("JSON");
    assert_eq!(schema["title"], "FactSheet");
    for name in ["document", "entities", "periods", "facts", "checks"] {
        assert!(schema["properties"][name].is_object(), "{name}");
    }
}

#[test]
fn completions_and_man_page_name_every_option() {
    let directory = Path::new(".");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = newsfacts(directory, &["completions", shell]);
        assert!(out(&output).contains("fiscal-year-start"), "{shell}");
    }
    assert!(out(&newsfacts(directory, &["man"])).contains(".TH newsfacts 1"));
    assert!(out(&newsfacts(directory, &["man", "check"])).contains("fiscal\\-year\\-start"));
}

#[test]
fn explain_lists_every_check_and_tells_one() {
    let list = out(&newsfacts(Path::new("."), &["explain"]));
    for rule in newsfacts::rules() {
        assert!(list.lines().any(|line| line.split_whitespace().next() == Some(rule.name)), "{}", rule.name);
        let one = out(&newsfacts(Path::new("."), &["explain", rule.name]));
        assert!(one.contains(rule.examples[0].0), "{}", rule.name);
    }
}

/// Two figures are wrong: the growth and the share.
const WRONG: &str = "Exports rose 93% to $830 million in 2021 from $596 million in 2020.\n\n\
                     Net exports were $630 million, or 57.9% of the $830 million.\n";

#[test]
fn check_reports_what_is_wrong_and_ends_with_status_1() {
    let directory = directory("check");
    fs::write(directory.join("wrong.txt"), WRONG).expect("written");
    let text = newsfacts(&directory, &["check", "wrong.txt"]);
    assert_eq!((status(&text), err(&text)), (1, String::new()));
    for expected in
        ["error[growth]: 93%", "--> wrong.txt:1:14", "help: 39%", "error[share]: 57.9%", "help: 75.9%", "1 article, ", " 2 wrong, "]
    {
        assert!(out(&text).contains(expected), "{expected} in {}", out(&text));
    }
    assert!(!out(&text).contains('\u{1B}'), "no colour in a pipe");
    let json: Value = serde_json::from_str(&out(&newsfacts(&directory, &["check", "--format", "json", "wrong.txt"]))).expect("JSON");
    assert_eq!(json["findings"].as_array().map(Vec::len), Some(2));
    let lines = newsfacts(&directory, &["check", "--format", "jsonl", "wrong.txt"]);
    assert_eq!((status(&lines), sheets(&lines).len()), (1, 2));
    let sarif: Value = serde_json::from_str(&out(&newsfacts(&directory, &["check", "--format", "sarif", "wrong.txt"]))).expect("JSON");
    let run = &sarif["runs"][0];
    for result in run["results"].as_array().expect("results") {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    }
    let github = out(&newsfacts(&directory, &["check", "--format", "github", "wrong.txt"]));
    assert!(github.starts_with("::error file=wrong.txt,line=1,col=14,endColumn=17,title=growth::93%25 is not"), "{github}");
    // A run that failed in part has failed, whatever it found.
    assert_eq!(status(&newsfacts(&directory, &["check", "wrong.txt", "missing.txt"])), 2);
}

/// A sum whose parts stand in another sentence than it: a warning.
const DOUBTFUL: &str = "The offer was worth $50.0m. It comprises $30.0m in cash and $25.0m in shares.\n";

#[test]
fn a_warning_ends_with_status_1_only_where_it_is_asked_for() {
    let directory = directory("severity");
    fs::write(directory.join("doubtful.txt"), DOUBTFUL).expect("written");
    let text = newsfacts(&directory, &["check", "doubtful.txt"]);
    assert_eq!(status(&text), 0, "{}", out(&text));
    assert!(out(&text).contains("warning[sum]: $50.0m") && out(&text).contains("note: not sure: "), "{}", out(&text));
    assert!(out(&text).contains(" 0 wrong, 1 doubtful, 0 unchecked, "), "{}", out(&text));
    assert_eq!(status(&newsfacts(&directory, &["check", "--strict", "doubtful.txt"])), 1);

    fs::write(directory.join("both.txt"), format!("{WRONG}\n{DOUBTFUL}")).expect("written");
    assert_eq!(status(&newsfacts(&directory, &["check", "both.txt"])), 1);
    let lines = sheets(&newsfacts(&directory, &["check", "--format", "jsonl", "both.txt"]));
    let severities: Vec<&Value> = lines.iter().map(|finding| &finding["severity"]).collect();
    assert_eq!(severities, ["error", "error", "warning"]);
    assert!(lines[2]["because"].is_array());
    let sarif: Value = serde_json::from_str(&out(&newsfacts(&directory, &["check", "--format", "sarif", "both.txt"]))).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"][2]["level"], "warning");
    let github = out(&newsfacts(&directory, &["check", "--format", "github", "both.txt"]));
    assert!(github.lines().last().is_some_and(|line| line.starts_with("::warning file=both.txt,line=5,")), "{github}");
    let page = out(&newsfacts(&directory, &["report", "both.txt"]));
    assert!(page.contains("2 figures do not add up") && page.contains("may not add up"), "{page}");

    // A warning is silenced as an error is.
    fs::write(directory.join("doubtful.txt"), format!("<!-- newsfacts: ignore sum -->\n{DOUBTFUL}")).expect("written");
    let silenced = newsfacts(&directory, &["check", "--strict", "doubtful.txt"]);
    assert_eq!((status(&silenced), out(&silenced).contains(" 0 doubtful, 0 unchecked, 1 silenced, ")), (0, true), "{}", out(&silenced));
}

#[test]
fn known_findings_are_silenced_one_by_one() {
    let directory = directory("silence");
    fs::write(directory.join("wrong.txt"), WRONG).expect("written");
    let json: Value = serde_json::from_str(&out(&newsfacts(&directory, &["check", "--format", "json", "wrong.txt"]))).expect("JSON");
    let fingerprint = json["findings"][0]["fingerprint"].as_str().expect("a fingerprint");
    fs::write(directory.join("newsfacts.toml"), format!("silence = [\"{fingerprint}\"]\n")).expect("written");
    let silenced = newsfacts(&directory, &["check", "wrong.txt"]);
    assert_eq!(status(&silenced), 1);
    assert!(!out(&silenced).contains("error[growth]") && out(&silenced).contains("error[share]"), "{}", out(&silenced));
    assert!(out(&silenced).contains(", 1 silenced, "), "{}", out(&silenced));
    // The fingerprint does not change with the text around the sentence.
    fs::write(directory.join("wrong.txt"), format!("A headline\n\n{WRONG}\nOne more sentence.\n")).expect("written");
    assert!(!out(&newsfacts(&directory, &["check", "wrong.txt"])).contains("error[growth]"));

    fs::write(directory.join("newsfacts.toml"), "leave_out = [\"share\"]\n").expect("written");
    let output = newsfacts(&directory, &["check", "wrong.txt"]);
    let left_out = out(&output);
    assert!(left_out.contains(", 1 left out by newsfacts.toml, "), "{left_out}");
    assert!(err(&output).starts_with("note: ") && err(&output).ends_with("newsfacts.toml: it leaves out: share\n"), "{}", err(&output));
    assert!(left_out.contains("error[growth]") && !left_out.contains("error[share]"), "{left_out}");
    fs::write(directory.join("newsfacts.toml"), "leave_out = [\"shares\"]\n").expect("written");
    assert_eq!(status(&newsfacts(&directory, &["check", "wrong.txt"])), 2);
    fs::remove_file(directory.join("newsfacts.toml")).expect("removed");

    let remarked = WRONG.replace("\n\n", "\n\n<!-- newsfacts: ignore share -->\n");
    fs::write(directory.join("wrong.txt"), format!("<!-- newsfacts: ignore -->\n{remarked}")).expect("written");
    let quiet = newsfacts(&directory, &["check", "wrong.txt"]);
    assert_eq!(status(&quiet), 0, "{}", out(&quiet));
}

#[test]
fn a_suggested_figure_counts_in_what_the_wrong_one_counts_in() {
    let directory = directory("counts-in-millions");
    let text = "Revenue was $1,420 million in the third quarter of 2024.\n\nResults (in millions)\n\n\
                |  | Q3 2024 | Q3 2023 |\n|---|---|---|\n| Revenue | $ 1,240.3 | $ 1,180.2 |\n| Costs | 868.1 | 855.0 |\n";
    fs::write(directory.join("release.md"), text).expect("written");
    let output = newsfacts(&directory, &["check", "--date", "2024-10-30", "release.md"]);
    assert!(out(&output).contains("help: $1,240 million\n"), "{}", out(&output));
}

#[test]
fn a_figure_changed_by_hand_is_found_and_the_right_one_suggested() {
    let directory = directory("changed-by-hand");
    let fixture = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/software-exports.txt")).expect("a fixture");
    fs::write(directory.join("right.txt"), &fixture).expect("written");
    let right = newsfacts(&directory, &["check", "right.txt"]);
    assert_eq!(status(&right), 0, "{}", out(&right));
    for (right, wrong, suggestion) in
        [("75.9% of", "57.9% of", "75.9%"), ("70.97% of", "79.07% of", "70.97%"), ("climbed 25%", "climbed 52%", "25%")]
    {
        assert!(fixture.contains(right), "{right}");
        fs::write(directory.join("wrong.txt"), fixture.replacen(right, wrong, 1)).expect("written");
        let output = newsfacts(&directory, &["check", "wrong.txt"]);
        assert_eq!(status(&output), 1, "{wrong}");
        assert!(out(&output).contains(&format!("help: {suggestion}\n")), "{wrong}: {}", out(&output));
    }
}

#[test]
fn broken_settings_cost_the_articles_below_them_only() {
    let directory = directory("broken-settings");
    fs::create_dir(directory.join("desk")).expect("a directory");
    for name in ["a.txt", "desk/b.txt", "desk/c.txt", "d.txt"] {
        fs::write(directory.join(name), ARTICLE).expect("written");
    }
    fs::write(directory.join("desk/newsfacts.toml"), "leave_out = [\"sums\"]\n").expect("written");
    let output = newsfacts(&directory, &["extract", "--format", "jsonl", "."]);
    assert_eq!((status(&output), sheets(&output).len()), (2, 2), "{}", err(&output));
    assert_eq!(err(&output).lines().count(), 1, "{}", err(&output));
    assert!(
        err(&output).contains("desk/newsfacts.toml:1: there is no check \"sums\"")
            && err(&output).contains("; the articles below it are left out; ")
    );
}

#[test]
fn remarks_and_fingerprints_that_mean_nothing_are_named() {
    let directory = directory("mistaken-remarks");
    fs::write(directory.join("wrong.txt"), WRONG.replacen("\n\n", " <!-- newsfacts: ignore growht --> <!-- newsfacts: ingore -->\n\n", 1))
        .expect("written");
    fs::write(directory.join("newsfacts.toml"), "silence = [\"0123456789abcdef\"]\n").expect("written");
    let output = newsfacts(&directory, &["check", "--verbose", "wrong.txt"]);
    assert_eq!(status(&output), 1);
    for expected in [
        "warning: wrong.txt:1: there is no check \"growht\" to ignore; ",
        "warning: wrong.txt:1: the remark \"ingore\" is not understood; ",
        "newsfacts.toml: silenced fingerprints that no finding of these articles has: 0123456789abcdef\n",
    ] {
        assert!(err(&output).contains(expected), "{}", err(&output));
    }
    let json: Value = serde_json::from_str(&out(&newsfacts(&directory, &["check", "--format", "json", "wrong.txt"]))).expect("JSON");
    let fingerprint = json["findings"][0]["fingerprint"].as_str().expect("a fingerprint");
    assert!(out(&output).contains(&format!("note: fingerprint {fingerprint}")), "{}", out(&output));
}

#[test]
fn unchecked_figures_are_listed_and_every_figure_is_accounted_for() {
    let directory = directory("unchecked");
    fs::write(directory.join("a.txt"), format!("{ARTICLE}\nCosts fell 3%. It has 12 shops.\n")).expect("written");
    let output = out(&newsfacts(&directory, &["check", "--unchecked", "a.txt"]));
    assert!(output.contains("a.txt:3:12: unchecked[growth]: 3%: "), "{output}");
    assert!(
        output.ends_with("5 figures: 1 checked, 0 wrong, 0 doubtful, 1 unchecked, 2 used to check others, 1 with nothing to check\n"),
        "{output}"
    );
}

#[test]
fn a_figure_of_two_checks_counts_once() {
    let directory = directory("twice-checked");
    let table = "Harbour Tools Inc.\n(in millions of dollars)\n\n| | 2024 | 2023 | Change | Change % |\n|---|---|---|---|---|\n\
        | Sales of tools | 120 | 100 | 20 | 20% |\n| Sales of boats | 66 | 60 | 6 | 10% |\n| Total sales | 186 | 160 | 26 | 16% |\n";
    fs::write(directory.join("table.md"), table).expect("written");
    let output = out(&newsfacts(&directory, &["check", "table.md"]));
    let counts: Vec<usize> = output.split([' ', ',']).filter_map(|word| word.parse().ok()).collect();
    // article, figures: checked, wrong, doubtful, unchecked, used, nothing
    let [1, figures, checked, 0, 0, rest @ ..] = &counts[..] else { panic!("{output}") };
    assert!(*checked > 0 && checked + rest.iter().sum::<usize>() == *figures, "{output}");
}

#[test]
fn what_was_meant_is_suggested() {
    let directory = directory("suggestions");
    fs::write(directory.join("slip.txt"), ARTICLE).expect("written");
    let output = newsfacts(&directory, &["slip.txt"]);
    assert_eq!(status(&output), 2);
    assert!(err(&output).contains("did you mean: newsfacts check slip.txt"), "{}", err(&output));
    let output = newsfacts(&directory, &["sllip.txt"]);
    assert_eq!((status(&output), err(&output).contains("no file \"sllip.txt\"")), (2, true), "{}", err(&output));
    let output = newsfacts(&directory, &["explain", "grwoth"]);
    assert!(err(&output).contains("did you mean growth?"), "{}", err(&output));
}

#[test]
fn nothing_steers_the_terminal() {
    let directory = directory("escapes");
    fs::write(directory.join("a.jsonl"), "{\"text\": \"Sales rose 42% to $830 million from $596 million.\", \"id\": \"x\\n--> b.txt:1\\u001b[31m\", \"date\": \"\\u001b]0;a\\u0007\"}\n").expect("written");
    let output = newsfacts(&directory, &["check", "a.jsonl", "x\u{1b}]0;b\u{7}.txt"]);
    for text in [out(&output), err(&output)] {
        assert!(!text.contains(['\u{1b}', '\u{7}']), "{text:?}");
    }
    assert!(!out(&output).contains("\n--> b.txt"), "{}", out(&output));
}

#[cfg(unix)]
#[test]
fn outputs_that_fail_are_named_and_keep_the_exit_status() {
    use std::os::unix::fs::PermissionsExt;

    let directory = directory("failing-outputs");
    fs::write(directory.join("wrong.txt"), WRONG).expect("written");
    let shell = |command: &str| {
        let command = command.replace("newsfacts", env!("CARGO_BIN_EXE_newsfacts"));
        Command::new("bash").current_dir(&directory).args(["-c", &command]).output().expect("bash runs")
    };
    // Whoever reads the findings goes before the first one.
    let closed = shell("newsfacts check wrong.txt | true; exit ${PIPESTATUS[0]}");
    assert_eq!((status(&closed), err(&closed)), (1, String::new()));
    let silent = shell("newsfacts check missing.txt 2>&-");
    assert_eq!(status(&silent), 2);
    if Path::new("/dev/full").exists() {
        let full = shell("newsfacts check wrong.txt > /dev/full");
        assert_eq!(status(&full), 2);
        assert!(err(&full).starts_with("error: standard output: cannot be written: "), "{}", err(&full));
        let full = shell("newsfacts extract wrong.txt -o /dev/full");
        assert!(err(&full).starts_with("error: /dev/full: cannot be written: "), "{}", err(&full));
        assert_eq!(status(&shell("newsfacts check missing.txt 2> /dev/full")), 2);
        for command in ["schema", "explain", "man", "completions bash"] {
            let full = shell(&format!("newsfacts {command} > /dev/full"));
            assert_eq!(status(&full), 2, "{command}");
            assert!(err(&full).starts_with("error: standard output: cannot be written: "), "{command}: {}", err(&full));
        }
    }
    fs::write(directory.join("kept.json"), "kept").expect("written");
    fs::set_permissions(directory.join("kept.json"), fs::Permissions::from_mode(0o444)).expect("permissions");
    let kept = newsfacts(&directory, &["extract", "wrong.txt", "-o", "kept.json"]);
    assert_eq!(status(&kept), 2);
    assert!(err(&kept).contains("kept.json: is read-only"), "{}", err(&kept));
    assert_eq!(fs::read_to_string(directory.join("kept.json")).expect("kept"), "kept");
}

#[test]
fn a_report_of_several_articles_needs_a_directory_and_names_stale_pages() {
    let directory = directory("report-folder");
    fs::write(directory.join("a.txt"), ARTICLE).expect("written");
    fs::write(directory.join("b.txt"), ARTICLE).expect("written");
    let output = newsfacts(&directory, &["report", "a.txt", "b.txt"]);
    assert_eq!((status(&output), out(&output)), (2, String::new()));
    assert!(err(&output).contains("name a directory"), "{}", err(&output));
    assert_eq!(status(&newsfacts(&directory, &["report", "a.txt", "b.txt", "-o", "pages"])), 0);
    let output = newsfacts(&directory, &["report", "a.txt", "-o", "pages"]);
    assert_eq!(err(&output), "warning: pages: pages of an earlier report are still there: 002-b.html\n");
}

#[test]
fn a_text_that_is_not_english_is_named_and_claims_nothing() {
    let directory = directory("language");
    let text = "Der Umsatz des Unternehmens stieg im ersten Quartal um 42 % auf 830 Mio. Euro von 596 Mio. Euro, wie die Firma am Montag in Bonn \
                mitteilte, und der Gewinn ist nach den Angaben nicht gesunken.\n";
    fs::write(directory.join("a.txt"), text).expect("written");
    let output = newsfacts(&directory, &["extract", "--format", "jsonl", "a.txt"]);
    assert_eq!(err(&output), "warning: a.txt: the text is not English (de): only its figures are read, and nothing is checked\n");
    let sheet = &sheets(&output)[0];
    assert_eq!((&sheet["document"]["language"], &sheet["entities"]), (&Value::from("de"), &serde_json::json!([])));
    assert!(sheet["checks"].as_array().into_iter().flatten().all(|check| check["verdict"] == "unchecked"));
}
