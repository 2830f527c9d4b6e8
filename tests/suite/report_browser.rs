//! The report in a real browser: a wrong figure is clicked and its explanation read.
//!
//! Needs Chromium and its driver on the PATH (Debian: `chromium` and `chromium-driver`); without them the test says so and passes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use newsfacts::finding::findings;
use newsfacts::render::{Analysis, html};
use newsfacts::{Article, FactSheet};
use serde_json::{Value, json};

/// A session of headless Chromium, driven over the WebDriver protocol (W3C) on loopback.
struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

impl Browser {
    /// `None` where no driver or no browser starts.
    fn start() -> Option<Browser> {
        let driver = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let mut browser = Browser { driver, port: 0, session: String::new() };
        let lines = BufReader::new(browser.driver.stdout.take()?).lines();
        let started = lines.map_while(Result::ok).find(|line| line.contains("started successfully on port"))?;
        browser.port = started.trim_end_matches('.').rsplit(' ').next()?.parse().ok()?;
        let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser-profile");
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // The driver clicks where an element stands before a smooth scroll has ended.
            "--force-prefers-reduced-motion",
            "--window-size=1280,900",
            &format!("--user-data-dir={}", profile.display()),
        ];
        let chrome = json!({"browserName": "chrome", "goog:chromeOptions": {"args": arguments}, "goog:loggingPrefs": {"browser": "ALL"}});
        let created = browser.request("POST", "/session", &json!({"capabilities": {"alwaysMatch": chrome}}))?;
        browser.session = created["sessionId"].as_str()?.to_string();
        Some(browser)
    }

    /// The value that the driver answers; `None` for an error.
    fn request(&self, method: &str, path: &str, body: &Value) -> Option<Value> {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(60))).ok()?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.port,
            body.len()
        )
        .ok()?;
        let mut reader = BufReader::new(stream);
        let mut status = String::new();
        reader.read_line(&mut status).ok()?;
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).ok()?;
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().ok()?;
            }
        }
        let mut answer = vec![0; length];
        reader.read_exact(&mut answer).ok()?;
        let answer: Value = serde_json::from_slice(&answer).ok()?;
        if !status.contains(" 200 ") {
            eprintln!("{method} {path}: {answer}");
            return None;
        }
        Some(answer["value"].clone())
    }

    fn in_session(&self, path: &str, body: Value) -> Value {
        self.request("POST", &format!("/session/{}{path}", self.session), &body).unwrap_or_else(|| panic!("{path} fails"))
    }

    fn open(&self, page: &Path) {
        self.in_session("/url", json!({"url": format!("file://{}", page.display())}));
    }

    /// The path of the one element that a CSS selector finds.
    fn element(&self, selector: &str) -> String {
        let found = self.in_session("/element", json!({"using": "css selector", "value": selector}));
        let id = found.as_object().and_then(|element| element.values().next()).and_then(Value::as_str);
        format!("/element/{}", id.expect("an element's id"))
    }

    fn click(&self, selector: &str) {
        self.in_session(&format!("{}/click", self.element(selector)), json!({}));
    }

    /// Types into the element that has the focus.
    fn press(&self, key: &str) {
        let keys = json!([{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]);
        self.in_session("/actions", json!({"actions": [{"type": "key", "id": "keyboard", "actions": keys}]}));
    }

    /// What a JavaScript expression gives.
    fn value(&self, expression: &str) -> Value {
        self.in_session("/execute/sync", json!({"script": format!("return {expression}"), "args": []}))
    }

    /// The words that a reader sees in the panel.
    fn panel(&self) -> String {
        let text = self.value("document.getElementById('detail').innerText");
        text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let _ = self.request("DELETE", &format!("/session/{}", self.session), &Value::Null);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The page of an article and a sheet of it that were made by hand: its first percent is wrong.
fn page() -> std::path::PathBuf {
    let article = Article::from_text(include_str!("../report/cork.txt"));
    let sheet: FactSheet = serde_json::from_str(include_str!("../report/cork.json")).expect("a fact sheet");
    let findings = findings(&article, &sheet);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cork.html");
    std::fs::write(&path, html::report(&Analysis { article, sheet, findings, silenced: 0 })).expect("the page is written");
    path
}

#[test]
fn a_reader_selects_figures_and_reads_why_they_are_wrong() {
    let Some(browser) = Browser::start() else {
        eprintln!("skipped: no Chromium with its driver on the PATH");
        return;
    };
    browser.open(&page());

    // A click on the wrong figure explains it and lights up what it was computed from.
    browser.click("#f1");
    let panel = browser.panel();
    assert!(panel.starts_with("93%"), "{panel}");
    assert!(panel.contains("From €596 million to €830 million is a rise of 39.26%"), "{panel}");
    assert!(panel.contains("It does not add up. Likeliest slip: one digit is wrong. The figure that would fit: 39%."), "{panel}");
    assert!(panel.contains("Measure exports of cork Whose Portugal Period 2023 1 Jan 2023 – 31 Dec 2023"), "{panel}");
    let lit = "[...document.querySelectorAll('#text .figure[data-lit]')].map(lit => lit.id + ' ' + lit.dataset.lit)";
    assert_eq!(browser.value(lit), json!(["f2 after", "f3 before"]));
    assert_eq!(browser.value("document.querySelector('#text [aria-current]').id"), "f1");

    // The keyboard goes on to the next figure, opens one with Enter, and closes the panel.
    browser.press("\u{E014}");
    assert!(browser.panel().contains("Used to check 93% (✗ does not add up), 75% (✓ adds up)"), "{}", browser.panel());
    browser.value("document.getElementById('f5').focus()");
    browser.press("\u{E007}");
    assert!(browser.panel().contains("It adds up."), "{}", browser.panel());
    browser.press("\u{E00C}");
    assert_eq!(browser.value("document.querySelectorAll('[data-lit], #text [aria-current]').length"), 0);
    assert_eq!(browser.value("document.activeElement.id"), "f5");

    // A link in a table leads to the figure in the text.
    browser.click("#row-f6 a");
    assert!(browser.panel().contains("no base is stated"), "{}", browser.panel());

    // So do a period and a name, with all that is known of them.
    browser.click("#t2");
    let panel = browser.panel();
    assert!(panel.contains("From 1 Jan 2023 To 31 Dec 2023 Length year") && panel.contains("Figures 93%, €830 million"), "{panel}");
    browser.click("#e2");
    assert!(browser.panel().starts_with("Portugal ✕ Kind place"), "{}", browser.panel());
    assert!(browser.panel().contains("Figures 93%"), "{}", browser.panel());
    assert_eq!(browser.value("document.activeElement.id"), "e2");

    // The legend switches a kind off, but never a wrong figure.
    let wash = |id: &str| browser.value(&format!("getComputedStyle(document.getElementById('{id}')).backgroundColor"));
    browser.click("#show-percent");
    browser.click("#show-amount");
    assert_eq!(wash("f2"), "rgba(0, 0, 0, 0)");
    assert_ne!(wash("f1"), "rgba(0, 0, 0, 0)");

    // Tables are sorted by a click on a head, and checks listed by state.
    browser.click("table.facts th:nth-child(2) button");
    browser.click("table.facts th:nth-child(2) button");
    assert_eq!(browser.value("document.querySelector('table.facts tbody tr').id"), "row-f7");
    assert_eq!(browser.value("document.querySelector('table.facts th:nth-child(2)').getAttribute('aria-sort')"), "descending");
    browser.click("#list-wrong");
    assert_eq!(browser.value("document.querySelector('table.checks tr.wrong').checkVisibility()"), false);

    // On a phone nothing but a table set in columns is wider than the page.
    browser.in_session("/window/rect", json!({"width": 500, "height": 900}));
    let wide = "[...document.querySelectorAll('main *:not(thead, thead *)')].filter(part => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 1 \
                && getComputedStyle(part).display !== 'inline').map(part => part.outerHTML.slice(0, 60))";
    assert_eq!(browser.value(wide), json!([]));
    assert_eq!(browser.value("document.documentElement.scrollWidth <= innerWidth"), true);

    // Nothing was asked of the network, refused by the policy or broken on the way.
    assert_eq!(browser.value("performance.getEntriesByType('resource').length"), 0);
    assert_eq!(browser.in_session("/se/log", json!({"type": "browser"})), json!([]));
}
