//! `newsfacts lsp`: the checks as a language server, for editors (Language Server Protocol 3.17 on standard input and output).
//!
//! Diagnostics appear as one types; hovering a figure shows its arithmetic; a code action puts the figure that would fit, another one
//! ignores the finding by a remark.

use std::collections::BTreeMap;
use std::sync::Arc;

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use newsfacts::finding::{Finding, findings};
use newsfacts::read::Problem;
use newsfacts::render::{Analysis, wording};
use newsfacts::sheet::{Check, Fact, Severity, Verdict};
use newsfacts::{Options, analyze, isolated};
use serde_json::{Value, json};

use super::config::Configs;
use super::{End, Failure, unwanted};

/// Serves one editor until it takes its leave.
pub(super) fn run() -> Result<End, Failure> {
    let (connection, threads) = Connection::stdio();
    let failed = |error: lsp_server::ProtocolError| Failure::new(format!("the editor broke the protocol: {error}"));
    let capabilities = json!({
        "positionEncoding": "utf-16",
        "textDocumentSync": {"openClose": true, "change": 1, "save": true},
        "hoverProvider": true,
        "codeActionProvider": {"codeActionKinds": ["quickfix"]},
    });
    let (id, _) = connection.initialize_start().map_err(failed)?;
    let greeting = json!({"capabilities": capabilities, "serverInfo": {"name": "newsfacts", "version": env!("CARGO_PKG_VERSION")}});
    connection.initialize_finish(id, greeting).map_err(failed)?;
    let mut server = Server { connection, drafts: BTreeMap::new() };
    server.serve().map_err(failed)?;
    drop(server);
    threads.join()?;
    Ok(End::Fine)
}

struct Server {
    connection: Connection,
    /// The open documents by URI.
    drafts: BTreeMap<String, Draft>,
}

/// A document that an editor has open.
struct Draft {
    text: String,
    version: Value,
    /// Whether it changed since it was analysed.
    changed: bool,
    found: Vec<FindingInDocument>,
    figures: Vec<FigureInDocument>,
}

/// A finding with its place in the document.
struct FindingInDocument {
    range: Value,
    finding: Finding,
    diagnostic: Value,
}

/// A figure with its place and what an editor shows of it.
struct FigureInDocument {
    range: Value,
    words: String,
}

impl Server {
    fn serve(&mut self) -> Result<(), lsp_server::ProtocolError> {
        loop {
            // Whoever types fast is answered when the last letter has come.
            let message = match self.connection.receiver.try_recv() {
                Ok(message) => message,
                Err(_) => {
                    self.analyze_changed();
                    let Ok(message) = self.connection.receiver.recv() else { return Ok(()) };
                    message
                }
            };
            match message {
                Message::Request(request) => {
                    if self.connection.handle_shutdown(&request)? {
                        return Ok(());
                    }
                    self.analyze_changed();
                    let response = self.answer(request);
                    self.send(response.into());
                }
                Message::Notification(notification) => self.notice(&notification),
                Message::Response(_) => {}
            }
        }
    }

    /// An editor that is gone needs no answer: the next message that does not come ends the server.
    fn send(&self, message: Message) {
        let _ = self.connection.sender.send(message);
    }

    fn notice(&mut self, notification: &Notification) {
        let document = &notification.params["textDocument"];
        let Some(uri) = document["uri"].as_str() else { return };
        match notification.method.as_str() {
            "textDocument/didOpen" => self.take(uri, &document["text"], &document["version"]),
            // The whole text is asked for: of several changes the last one counts.
            "textDocument/didChange" => {
                let last = notification.params["contentChanges"].as_array().and_then(|changes| changes.last());
                self.take(uri, last.map_or(&Value::Null, |change| &change["text"]), &document["version"]);
            }
            "textDocument/didSave" => self.drafts.values_mut().for_each(|draft| draft.changed = true),
            "textDocument/didClose" => {
                self.drafts.remove(uri);
                self.publish(uri, &Value::Null, &[]);
            }
            _ => {}
        }
    }

    fn take(&mut self, uri: &str, text: &Value, version: &Value) {
        let Some(text) = text.as_str() else { return };
        let draft = Draft { text: text.into(), version: version.clone(), changed: true, found: Vec::new(), figures: Vec::new() };
        self.drafts.insert(uri.into(), draft);
    }

    fn analyze_changed(&mut self) {
        let changed: Vec<String> = self.drafts.iter().filter(|(_, draft)| draft.changed).map(|(uri, _)| uri.clone()).collect();
        for uri in changed {
            let Some(draft) = self.drafts.get_mut(&uri) else { continue };
            draft.changed = false;
            let analysed = analysis(&uri, &draft.text);
            let lines: Vec<&str> = draft.text.split('\n').collect();
            match analysed {
                Ok(analysis) => {
                    draft.found = found(&uri, &analysis, &lines);
                    draft.figures = figures(&analysis, &lines);
                }
                Err(problem) => {
                    (draft.found, draft.figures) = (Vec::new(), Vec::new());
                    let params = json!({"type": 2, "message": format!("newsfacts: {problem}")});
                    self.send(Notification { method: "window/logMessage".into(), params }.into());
                }
            }
            let Some(draft) = self.drafts.get(&uri) else { continue };
            let diagnostics: Vec<Value> = draft.found.iter().map(|found| found.diagnostic.clone()).collect();
            self.publish(&uri, &draft.version, &diagnostics);
        }
    }

    fn publish(&self, uri: &str, version: &Value, diagnostics: &[Value]) {
        let mut params = json!({"uri": uri, "diagnostics": diagnostics});
        if version.is_number() {
            params["version"] = version.clone();
        }
        self.send(Notification { method: "textDocument/publishDiagnostics".into(), params }.into());
    }

    fn answer(&self, request: Request) -> Response {
        let uri = request.params["textDocument"]["uri"].as_str().unwrap_or_default();
        let draft = self.drafts.get(uri);
        match request.method.as_str() {
            "textDocument/hover" => {
                let at = place(&request.params["position"]);
                let figure = draft.and_then(|draft| draft.figures.iter().find(|figure| covers(&figure.range, at, at)));
                let hover = figure.map(|figure| json!({"contents": {"kind": "markdown", "value": figure.words}, "range": figure.range}));
                Response::new_ok(request.id, hover)
            }
            "textDocument/codeAction" => {
                let range = &request.params["range"];
                let (start, end) = (place(&range["start"]), place(&range["end"]));
                let found = draft.iter().flat_map(|draft| draft.found.iter().map(move |found| (draft, found)));
                let actions: Vec<Value> = found
                    .filter(|(_, found)| covers(&found.range, start, end))
                    .flat_map(|(draft, found)| actions(uri, draft, found))
                    .collect();
                Response::new_ok(request.id, actions)
            }
            method => Response::new_err(request.id, ErrorCode::MethodNotFound as i32, format!("{method} is not served")),
        }
    }
}

/// Line and character, both from 0.
fn place(position: &Value) -> (u64, u64) {
    (position["line"].as_u64().unwrap_or_default(), position["character"].as_u64().unwrap_or_default())
}

/// Whether a range and a selection touch.
fn covers(range: &Value, start: (u64, u64), end: (u64, u64)) -> bool {
    place(&range["start"]) <= end && place(&range["end"]) >= start
}

/// Reads a document as a file of its name and analyses its first article, with the settings of its directory.
fn analysis(uri: &str, text: &str) -> Result<Analysis, Problem> {
    let path = path(uri);
    let problem = |what: String| Problem::new(path.clone(), what);
    let reading = newsfacts::read::file(&path, text.as_bytes().to_vec())?;
    let article = reading.articles.into_iter().next().ok_or_else(|| problem("it holds no article".into()))?;
    let config = Configs::new(None).map_err(|failure| problem(failure.what))?.of(&path).map_err(|error| problem(error.to_string()))?;
    let options = Options {
        date: None,
        country: config.country,
        fiscal_year_start: config.fiscal_year_start,
        stylebook: Arc::clone(&config.stylebook),
    };
    isolated(&path, None, || {
        let mut sheet = analyze(&article, &options);
        unwanted::leave_out(&mut sheet, &config);
        let mut findings = findings(&article, &sheet);
        let silenced = newsfacts::silence::silence(&mut findings, &article.text, &config.silence);
        Analysis { article, sheet, findings, silenced }
    })
}

/// The path of a file URI; of another one the URI.
fn path(uri: &str) -> String {
    let Some(encoded) = uri.strip_prefix("file://") else { return uri.into() };
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes().iter();
    while let Some(&byte) = rest.next() {
        let ahead = rest.as_slice();
        let code = (byte == b'%').then(|| ahead.get(..2)).flatten().and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(decoded) => {
                bytes.push(decoded);
                let _ = rest.nth(1);
            }
            None => bytes.push(byte),
        }
    }
    let path = String::from_utf8_lossy(&bytes).into_owned();
    // "/C:/drafts/a.md"
    let drive = path.as_bytes().get(2) == Some(&b':') && path.as_bytes()[1].is_ascii_alphabetic();
    if drive { path[1..].into() } else { path }
}

/// Where a figure stands in the document. Its line is known; what its reader took out of the line may have moved it there. A reader that
/// keeps no lines leaves the first place where the figure is printed.
fn range(fact: &Fact, lines: &[&str]) -> Option<Value> {
    let printed = |index: usize, from: usize| -> Option<(usize, usize)> {
        let line = lines.get(index)?;
        let start = line.char_indices().nth(from).map_or(line.len(), |(byte, _)| byte);
        let found = line[start..].find(&fact.text).map(|at| start + at).or_else(|| line.find(&fact.text));
        found.map(|at| (index, at))
    };
    let known = fact.span.line.zip(fact.span.column);
    let known = known.and_then(|(line, column)| printed(line.checked_sub(1)?, column.checked_sub(1)?));
    let (index, at) = known.or_else(|| (0..lines.len()).find_map(|index| printed(index, 0)))?;
    let units = |text: &str| text.encode_utf16().count();
    let start = units(&lines[index][..at]);
    let position = |character: usize| json!({"line": index, "character": character});
    Some(json!({"start": position(start), "end": position(start + units(&fact.text))}))
}

fn found(uri: &str, analysis: &Analysis, lines: &[&str]) -> Vec<FindingInDocument> {
    let described = analysis.findings.iter().filter_map(|finding| {
        let range = range(&finding.stated, lines)?;
        let check = &finding.check;
        let related = check.operands.named().filter_map(|(name, id)| {
            let fact = analysis.sheet.fact(id)?;
            let message = format!("{}: {}", wording::operand(name, check.rule), fact.text);
            Some(json!({"location": {"uri": uri, "range": self::range(fact, lines)?}, "message": message}))
        });
        let diagnostic = json!({
            "range": range,
            "severity": if check.severity == Some(Severity::Warning) { 2 } else { 1 },
            "code": check.rule,
            "source": "newsfacts",
            "message": message(check, analysis),
            "relatedInformation": related.collect::<Vec<Value>>(),
        });
        Some(FindingInDocument { range, finding: finding.clone(), diagnostic })
    });
    described.collect()
}

/// What is wrong, the arithmetic, and the likeliest slip.
fn message(check: &Check, analysis: &Analysis) -> String {
    let mut lines = vec![wording::message(check, &analysis.sheet)];
    lines.extend(check.formula.clone());
    lines.extend(check.cause.map(|cause| format!("likely slip: {}", wording::cause(cause))));
    lines.extend(check.suggestion.as_ref().map(|suggestion| format!("would fit: {suggestion}")));
    lines.join("\n")
}

fn figures(analysis: &Analysis, lines: &[&str]) -> Vec<FigureInDocument> {
    let wrong = |check: &Check| analysis.findings.iter().any(|finding| finding.check.id == check.id);
    let mut checks: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for check in &analysis.sheet.checks {
        let said = match (check.verdict, &check.formula, &check.reason) {
            (Verdict::Inconsistent, ..) if wrong(check) => message(check, analysis).replace('\n', "\n\n"),
            (Verdict::Inconsistent, ..) => "does not add up, silenced".into(),
            (Verdict::Consistent, Some(formula), _) => format!("adds up: {formula}"),
            (Verdict::Consistent, None, _) => "adds up".into(),
            (Verdict::Unchecked, _, Some(reason)) => format!("could not be checked: {reason}"),
            (Verdict::Unchecked, ..) => "could not be checked".into(),
        };
        checks.entry(&check.stated).or_default().push(said);
    }
    let described = analysis.sheet.facts.iter().filter_map(|fact| {
        let range = range(fact, lines)?;
        let period = fact.period.as_deref().and_then(|id| analysis.sheet.period(id)).map(|period| period.text.as_str());
        let entity = fact.entity.as_deref().and_then(|id| analysis.sheet.entity(id)).map(|entity| entity.name.as_str());
        let about = [fact.measure.as_deref(), entity, period].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let mut parts = vec![format!("**{}** {about}", fact.text).trim_end().to_string()];
        parts.extend(checks.remove(fact.id.as_str()).unwrap_or_default());
        Some(FigureInDocument { range, words: parts.join("\n\n") })
    });
    described.collect()
}

/// To put the figure that would fit, and to ignore the finding from now on.
fn actions(uri: &str, draft: &Draft, found: &FindingInDocument) -> Vec<Value> {
    let check = &found.finding.check;
    let edit = |range: &Value, text: &str| json!({"changes": {uri: [{"range": range, "newText": text}]}});
    let action = |title: String, preferred: bool, edit: Value| {
        let diagnostics = [&found.diagnostic];
        json!({"title": title, "kind": "quickfix", "isPreferred": preferred, "diagnostics": diagnostics, "edit": edit})
    };
    let fit =
        check.suggestion.as_ref().map(|fit| action(format!("Put {fit} for {}", found.finding.stated.text), true, edit(&found.range, fit)));
    let line = place(&found.range["end"]).0;
    let length = draft.text.split('\n').nth(line as usize).map_or(0, |line| line.trim_end_matches('\r').encode_utf16().count());
    let end = json!({"line": line, "character": length});
    let remark = format!(" <!-- newsfacts: ignore {} -->", check.rule);
    let ignore = action("Ignore this by a remark".into(), false, edit(&json!({"start": end, "end": end}), &remark));
    fit.into_iter().chain([ignore]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_is_a_path() {
        assert_eq!(path("file:///home/a%20b/%C3%A9.md"), "/home/a b/é.md");
        assert_eq!(path("file:///C%3A/drafts/a.md"), "C:/drafts/a.md");
        assert_eq!(path("untitled:Untitled-1"), "untitled:Untitled-1");
        assert_eq!(path("file:///100%"), "/100%");
    }

    #[test]
    fn places_count_utf_16_units_of_the_document_as_it_is_written() {
        let text = "# 😀 Cork\n\n😀 Exports of cork rose **93%** to $830 million in 2024 from $596 million in 2023.\n";
        let analysis = analysis("file:///a.md", text).expect("an article");
        let lines: Vec<&str> = text.split('\n').collect();
        let found = found("file:///a.md", &analysis, &lines);
        assert_eq!(found[0].range, json!({"start": {"line": 2, "character": 26}, "end": {"line": 2, "character": 29}}));
        assert_eq!(found[0].diagnostic["relatedInformation"][0]["message"], "now: $830 million");
    }
}
