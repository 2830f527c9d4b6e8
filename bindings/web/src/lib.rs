//! newsfacts as WebAssembly, for a worker of a page.
//!
//! The interface is plain: the worker asks for room by [`room`], writes a request there, calls [`analyze`], [`open`] or [`export`], and
//! reads as many bytes as the call returned from where [`answer`] points. Both buffers stay owned by this module, so that no pointer is
//! ever turned back into a reference. A panic ends the instance: the worker then makes a new one of the same module.
#![deny(unsafe_code)]
#![warn(missing_docs)]

mod request;

use std::sync::Mutex;

use newsfacts::render::Analysis;

/// What the worker wrote.
static REQUEST: Mutex<Vec<u8>> = Mutex::new(Vec::new());
/// What it is to read.
static ANSWER: Mutex<Vec<u8>> = Mutex::new(Vec::new());
/// What was analysed last, for tables and exports of it.
static LAST: Mutex<Option<Analysis>> = Mutex::new(None);

/// Room for a request of so many bytes.
#[allow(unsafe_code)] // the name of an export, nothing else
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    let mut request = hold(&REQUEST);
    request.clear();
    request.resize(bytes, 0);
    request.as_mut_ptr()
}

/// Where the last answer stands.
#[allow(unsafe_code)] // the name of an export, nothing else
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    hold(&ANSWER).as_ptr()
}

/// Analyses the text of a request in JSON, `{"text", "title", "date", "country", "ignored": [fingerprint]}`; the answer says what a page
/// shows of it, or `{"error"}`.
#[allow(unsafe_code)] // the name of an export, nothing else
#[unsafe(no_mangle)]
pub extern "C" fn analyze() -> usize {
    give(match request::analyze(&take()) {
        Ok((analysis, shown)) => {
            *hold(&LAST) = Some(analysis);
            shown
        }
        Err(problem) => request::error(&problem),
    })
}

/// Reads a file: the request is its name, so many bytes long, and its content. The answer is `{"text", "title", "date", "format",
/// "warnings"}`, or `{"error"}`.
#[allow(unsafe_code)] // the name of an export, nothing else
#[unsafe(no_mangle)]
pub extern "C" fn open(name: usize) -> usize {
    let mut bytes = take();
    let content = bytes.split_off(name.min(bytes.len()));
    give(request::open(&String::from_utf8_lossy(&bytes), content).unwrap_or_else(|problem| request::error(&problem)))
}

/// What was analysed last, in another form, by its number: 0 a fact sheet in JSON, 1 CSV, 2 the table of figures in HTML.
#[allow(unsafe_code)] // the name of an export, nothing else
#[unsafe(no_mangle)]
pub extern "C" fn export(form: usize) -> usize {
    let last = hold(&LAST);
    give(last.as_ref().map(|analysis| request::export(analysis, form)).unwrap_or_default())
}

/// The request.
fn take() -> Vec<u8> {
    std::mem::take(&mut *hold(&REQUEST))
}

/// Keeps an answer and gives its length.
fn give(text: String) -> usize {
    let mut answer = hold(&ANSWER);
    *answer = text.into_bytes();
    answer.len()
}

/// There is one thread, and a panic ends the instance: nothing can be poisoned.
fn hold<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
