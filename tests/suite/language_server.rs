//! `newsfacts lsp` as an editor sees it: opened, typed in, hovered, mended, closed.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// An editor with a server of its own.
struct Editor {
    server: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    requests: u64,
}

impl Editor {
    fn start() -> Editor {
        let mut server = Command::new(env!("CARGO_BIN_EXE_newsfacts"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let (to, from) = (server.stdin.take().expect("a pipe"), BufReader::new(server.stdout.take().expect("a pipe")));
        let mut editor = Editor { server, to, from, requests: 0 };
        let greeting = editor.ask("initialize", json!({"processId": null, "rootUri": null, "capabilities": {}}));
        assert_eq!(greeting["serverInfo"]["name"], "newsfacts");
        editor.tell("initialized", json!({}));
        editor
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("the server listens");
        self.to.flush().expect("the server listens");
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.from.read_line(&mut line).expect("a header");
            assert!(!line.is_empty(), "the server has ended");
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", value)) => length = value.parse().expect("a number"),
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.from.read_exact(&mut body).expect("a body");
        serde_json::from_slice(&body).expect("JSON")
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.requests += 1;
        self.send(&json!({"jsonrpc": "2.0", "id": self.requests, "method": method, "params": params}));
        loop {
            let message = self.receive();
            if message["id"] == self.requests {
                assert_eq!(message["error"], Value::Null);
                return message["result"].clone();
            }
        }
    }

    /// What is published of a document in the given version.
    fn diagnostics(&mut self, version: u64) -> Vec<Value> {
        loop {
            let message = self.receive();
            if message["method"] == "textDocument/publishDiagnostics" && message["params"]["version"] == version {
                return message["params"]["diagnostics"].as_array().expect("a list").clone();
            }
        }
    }
}

const URI: &str = "file:///drafts/cork.md";
const LINE: &str = "Exports of cork rose **93%** to $830 million in 2024 from $596 million in 2023, the ministry said.";

#[test]
fn an_editor_shows_what_does_not_add_up_and_mends_it() {
    let mut editor = Editor::start();
    let text = format!("# Cork\n\n{LINE}\n");
    editor.tell("textDocument/didOpen", json!({"textDocument": {"uri": URI, "languageId": "markdown", "version": 1, "text": text}}));
    let diagnostics = editor.diagnostics(1);
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    let range = json!({"start": {"line": 2, "character": 23}, "end": {"line": 2, "character": 26}});
    assert_eq!(diagnostics[0]["range"], range);
    assert_eq!(diagnostics[0]["code"], "growth");
    let message = diagnostics[0]["message"].as_str().expect("words");
    assert!(message.contains("(830 − 596) / 596 = 39.26 %") && message.contains("would fit: 39%"), "{message}");
    assert_eq!(diagnostics[0]["relatedInformation"][1]["location"]["range"]["start"]["character"], LINE.find("$596").expect("there"));

    let document = json!({"uri": URI});
    let hover = editor.ask("textDocument/hover", json!({"textDocument": document, "position": {"line": 2, "character": 24}}));
    assert!(hover["contents"]["value"].as_str().is_some_and(|words| words.contains("39.26 %")), "{hover}");
    assert_eq!(editor.ask("textDocument/hover", json!({"textDocument": document, "position": {"line": 0, "character": 0}})), Value::Null);

    let actions = editor.ask("textDocument/codeAction", json!({"textDocument": document, "range": range, "context": {"diagnostics": []}}));
    assert_eq!(actions[0]["title"], "Put 39% for 93%");
    assert_eq!(actions[0]["edit"]["changes"][URI][0], json!({"range": range, "newText": "39%"}));
    assert_eq!(actions[1]["edit"]["changes"][URI][0]["newText"], " <!-- newsfacts: ignore growth -->");

    // Mended, ignored, and broken again.
    let change = |version: u64, text: &str| json!({"textDocument": {"uri": URI, "version": version}, "contentChanges": [{"text": text}]});
    editor.tell("textDocument/didChange", change(2, &text.replace("93%", "39%")));
    assert!(editor.diagnostics(2).is_empty());
    editor.tell("textDocument/didChange", change(3, &text.replace("said.", "said. <!-- newsfacts: ignore growth -->")));
    assert!(editor.diagnostics(3).is_empty());
    editor.tell("textDocument/didChange", change(4, ""));
    assert!(editor.diagnostics(4).is_empty());
    editor.tell("textDocument/didChange", change(5, &text));
    assert_eq!(editor.diagnostics(5).len(), 1);

    assert_eq!(editor.ask("shutdown", Value::Null), Value::Null);
    editor.tell("exit", Value::Null);
    assert!(editor.server.wait().expect("it ends").success());
}
