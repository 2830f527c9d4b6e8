//! Runs a parser that is not ours so that its faults stay its own: a panic becomes a message, a loop ends at a time limit, and deep
//! structures find a deep stack.

#[cfg(not(target_family = "wasm"))]
use std::sync::Once;
#[cfg(not(target_family = "wasm"))]
use std::sync::mpsc::{RecvTimeoutError, channel};
#[cfg(not(target_family = "wasm"))]
use std::thread;
use std::time::Duration;

use super::{Problem, Raw};

/// The longest that a file may take: the slowest honest file that we met took under two seconds.
pub(super) const TIME_LIMIT: Duration = Duration::from_secs(20);
/// Stack of the parser's thread, in bytes; the system gives only what is touched.
#[cfg(not(target_family = "wasm"))]
const STACK: usize = 64 << 20;
/// Name of the parser's thread.
#[cfg(not(target_family = "wasm"))]
const THREAD: &str = "newsfacts reader";

/// Runs `parse` on the bytes of `raw`: where there are no threads, whoever runs the instance guards it.
#[cfg(target_family = "wasm")]
pub fn run<T, P>(raw: &Raw, _limit: Duration, parse: P) -> Result<T, Problem>
where
    P: FnOnce(&[u8]) -> Result<T, Refusal>,
{
    parse(&raw.bytes).map_err(|refusal| refused(raw, refusal))
}

/// Runs `parse` on the bytes of `raw`, within `limit`. A parser that outstays it cannot be stopped: its thread is left behind, and
/// ends with the program.
#[cfg(not(target_family = "wasm"))]
pub(super) fn run<T, P>(raw: &Raw, limit: Duration, parse: P) -> Result<T, Problem>
where
    T: Send + 'static,
    P: FnOnce(&[u8]) -> Result<T, Refusal> + Send + 'static,
{
    quiet_panics();
    let (sender, receiver) = channel();
    let bytes = raw.bytes.clone();
    let parser = move || {
        // Nobody listens any more once the limit has passed.
        let _ = sender.send(parse(&bytes));
    };
    let thread = thread::Builder::new().name(THREAD.into()).stack_size(STACK).spawn(parser);
    let thread = thread.map_err(|error| raw.problem(format!("cannot start a thread to read it: {error}")))?;
    match receiver.recv_timeout(limit) {
        Ok(result) => result.map_err(|refusal| refused(raw, refusal)),
        Err(RecvTimeoutError::Timeout) => {
            let what = format!("reading it took longer than {} seconds", limit.as_secs());
            Err(raw.problem(what).advise("the file is damaged or made to stall readers; give its text as .txt"))
        }
        Err(RecvTimeoutError::Disconnected) => {
            let _ = thread.join();
            Err(raw.problem(format!("the {} in it is damaged", raw.format.name)).advise("open and save it anew, or give its text as .txt"))
        }
    }
}

fn refused(raw: &Raw, refusal: Refusal) -> Problem {
    let problem = raw.problem(refusal.what);
    match refusal.advice {
        Some(advice) => problem.advise(advice),
        None => problem,
    }
}

/// Why a parser makes no article of the bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong: "the document has a password".
    pub what: String,
    /// What to do about it.
    pub advice: Option<&'static str>,
}

impl Refusal {
    /// A refusal with what to do about it.
    pub fn new(what: impl Into<String>, advice: &'static str) -> Self {
        Refusal { what: what.into(), advice: Some(advice) }
    }
}

/// Keeps panics of the parsers' threads off standard error: the person gets a message that says more.
#[cfg(not(target_family = "wasm"))]
fn quiet_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(THREAD) {
                before(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::text;

    #[test]
    fn faults_become_problems() {
        let raw = Raw { source: "a.pdf".into(), line: None, bytes: vec![1, 2], format: &text::FORMAT };
        let second = Duration::from_secs(1);
        assert_eq!(run(&raw, second, |bytes| Ok(bytes.len())), Ok(2));
        let problem = run::<(), _>(&raw, second, |_| Err(Refusal::new("it is torn", "glue it"))).expect_err("refused");
        assert_eq!(problem.to_string(), "a.pdf: it is torn; glue it");
        let problem = run::<(), _>(&raw, second, |_| panic!("a bug")).expect_err("panicked");
        assert!(problem.to_string().starts_with("a.pdf: the text in it is damaged"), "{problem}");
        let sleep = |_: &[u8]| {
            thread::sleep(Duration::from_secs(2));
            Ok(())
        };
        let problem = run(&raw, Duration::from_millis(10), sleep).expect_err("slow");
        assert!(problem.to_string().contains("took longer"), "{problem}");
    }
}
