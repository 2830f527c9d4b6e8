//! What can go wrong: one error, with a kind that a caller can match and words for the person who gave the input.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

/// Something wrong with an input: what kind of fault, which file, where in it, what, and what to do about it.
///
/// ```
/// use newsfacts::{Article, ErrorKind, Options, try_analyze};
///
/// let longest = Article::from_text("Sales rose 5%. ".repeat(200_000));
/// let error = try_analyze(&longest, &Options::default()).unwrap_err();
/// assert_eq!(error.kind, ErrorKind::TooLarge);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Error {
    /// What kind of fault.
    pub kind: ErrorKind,
    /// The path as given; "-" for standard input; empty where no file is at fault.
    pub source: String,
    /// The line, from 1, where the problem has one.
    pub line: Option<usize>,
    /// What is wrong: "the file is empty".
    pub what: String,
    /// What to do about it, where there is something.
    pub advice: Option<String>,
    /// What lies behind it: an [`std::io::Error`].
    cause: Option<Arc<dyn StdError + Send + Sync>>,
}

/// What kind of fault an [`Error`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The system does not let it be read.
    Unreadable,
    /// It cannot be understood: damaged, empty, or of a format that is not read here.
    Malformed,
    /// It is beyond the limits.
    TooLarge,
    /// A word that a [`Stylebook`](crate::Stylebook) cannot hold.
    Word,
    /// A fault in this library: a panic, caught.
    Fault,
}

impl Error {
    /// A problem with the whole of an input, which cannot be understood.
    pub fn new(source: impl Into<String>, what: impl Into<String>) -> Self {
        Error { kind: ErrorKind::Malformed, source: source.into(), line: None, what: what.into(), advice: None, cause: None }
    }

    /// Of that kind.
    pub fn of(self, kind: ErrorKind) -> Self {
        Error { kind, ..self }
    }

    /// In that line of the input.
    pub fn at(self, line: Option<usize>) -> Self {
        Error { line, ..self }
    }

    /// With what to do about it.
    pub fn advise(self, advice: impl Into<String>) -> Self {
        Error { advice: Some(advice.into()), ..self }
    }

    /// Of a file that the system does not let us read.
    pub fn unreadable(source: impl Into<String>, error: std::io::Error) -> Self {
        let (kind, what, advice) = match error.kind() {
            std::io::ErrorKind::NotFound => (ErrorKind::Unreadable, "no such file or directory".into(), Some("check the path")),
            std::io::ErrorKind::PermissionDenied => {
                (ErrorKind::Unreadable, "no permission to read it".into(), Some("check who may read the file"))
            }
            std::io::ErrorKind::UnexpectedEof => {
                (ErrorKind::Malformed, "the compressed file breaks off".into(), Some("fetch it again: it is cut short"))
            }
            std::io::ErrorKind::InvalidInput | std::io::ErrorKind::InvalidData => {
                (ErrorKind::Malformed, format!("the compressed file is damaged: {error}"), None)
            }
            _ => (ErrorKind::Unreadable, format!("cannot be read: {error}"), None),
        };
        let advice = advice.map(String::from);
        Error { kind, source: source.into(), line: None, what, advice, cause: Some(Arc::new(error)) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.source.as_str(), self.line) {
            ("", _) => {}
            ("-", None) => f.write_str("standard input: ")?,
            ("-", Some(line)) => write!(f, "standard input:{line}: ")?,
            (source, None) => write!(f, "{source}: ")?,
            (source, Some(line)) => write!(f, "{source}:{line}: ")?,
        }
        match &self.advice {
            Some(advice) => write!(f, "{}; {advice}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.cause.as_deref().map(|cause| cause as &(dyn StdError + 'static))
    }
}

impl PartialEq for Error {
    fn eq(&self, other: &Self) -> bool {
        (self.kind, &self.source, self.line, &self.what, &self.advice)
            == (other.kind, &other.source, other.line, &other.what, &other.advice)
    }
}

impl Eq for Error {}
