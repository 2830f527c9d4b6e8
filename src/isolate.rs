//! Keeps a fault in one article from ending a run: a panic becomes a [`Error`], and limits hold whoever calls.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use crate::article::Article;
use crate::error::{Error, ErrorKind};
use crate::options::Options;
use crate::pipeline::batches;
use crate::read::excess;
use crate::sheet::FactSheet;

thread_local! {
    /// How many isolated calls this thread is in.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// Where the last of their panics came from.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Like [`analyze`](crate::analyze), for text of any origin: an article beyond the limits ([`LONGEST_TEXT`](crate::read::LONGEST_TEXT),
/// [`MOST_NUMBERS`](crate::read::MOST_NUMBERS)) is refused, and a panic becomes a problem that asks to be reported.
///
/// ```
/// use newsfacts::{Article, Options, try_analyze};
///
/// let longest = Article::from_text("Sales rose 5%. ".repeat(200_000));
/// let problem = try_analyze(&longest, &Options::default()).unwrap_err();
/// assert!(problem.to_string().contains("more than 2 MB of text"));
/// ```
pub fn try_analyze(article: &Article, options: &Options) -> Result<FactSheet, Error> {
    if let Some(what) = excess([article]) {
        return Err(Error::new(article.source.clone(), what).of(ErrorKind::TooLarge).advise("split it into its articles"));
    }
    isolated(&article.source, None, || crate::analyze(article, options))
}

/// Like [`analyze_all`](crate::analyze_all), for text of any origin: what [`try_analyze`] makes of each article, in order.
///
/// ```
/// use newsfacts::{Article, Options, try_analyze_all};
///
/// let articles = [Article::from_text("Sales rose 5%. ".repeat(200_000)), Article::from_text("Sales rose 5%.")];
/// let sheets = try_analyze_all(&articles, &Options::default());
/// assert!(sheets[0].is_err() && sheets[1].is_ok());
/// ```
pub fn try_analyze_all(articles: &[Article], options: &Options) -> Vec<Result<FactSheet, Error>> {
    let read = |batch: &[Article]| -> Vec<Result<FactSheet, Error>> {
        if batch.iter().all(|article| excess([article]).is_none())
            && let Ok(sheets) = isolated("", None, || crate::analyze_all(batch, options))
        {
            return sheets.into_iter().map(Ok).collect();
        }
        // One of them is at fault: which one, and what is wrong with it, is found by taking each alone.
        batch.iter().map(|article| try_analyze(article, options)).collect()
    };
    batches(articles).flat_map(read).collect()
}

/// Runs `work` on an article. A panic in it is kept off standard error and becomes a problem with its place in the program.
pub fn isolated<T>(source: &str, record: Option<usize>, work: impl FnOnce() -> T) -> Result<T, Error> {
    quiet_panics();
    DEPTH.set(DEPTH.get() + 1);
    let result = catch_unwind(AssertUnwindSafe(work));
    DEPTH.set(DEPTH.get() - 1);
    result.map_err(|panic| fault(source, panic.as_ref()).at(record))
}

fn fault(source: &str, panic: &(dyn Any + Send)) -> Error {
    let message = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    // The words of the article, which slices that go wrong quote, are nobody's business in a report of the fault.
    let message: String = message.unwrap_or_default().chars().take_while(|character| *character != '`').take(80).collect();
    let place = PLACE.with_borrow(String::clone);
    Error::new(source, format!("a fault in newsfacts, please report: {} ({place})", message.trim_end()))
        .of(ErrorKind::Fault)
        .advise("the other articles are not touched by it")
}

/// Keeps panics of isolated calls off standard error; others are printed as before.
fn quiet_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if DEPTH.try_with(Cell::get).unwrap_or_default() == 0 {
                return before(panic);
            }
            let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
            PLACE.with_borrow_mut(|last| *last = place);
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_costs_its_article_only() {
        assert_eq!(isolated("a.txt", None, || 2), Ok(2));
        let problem = isolated::<()>("a.jsonl", Some(3), || panic!("begin > end (8 > 4) when slicing `secret`")).expect_err("a panic");
        let text = problem.to_string();
        assert!(text.starts_with("a.jsonl:3: a fault in newsfacts, please report: begin > end"), "{text}");
        assert!(text.contains("isolate.rs:") && !text.contains("secret"), "{text}");
    }
}
