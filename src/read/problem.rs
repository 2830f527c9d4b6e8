//! What went wrong with an input, for the person who gave it.

use std::fmt;

/// Something wrong with an input: which file, where in it, what, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path as given; "-" for standard input.
    pub source: String,
    /// The line, from 1, where the problem has one.
    pub line: Option<usize>,
    /// What is wrong: "the file is empty".
    pub what: String,
    /// What to do about it, where there is something.
    pub advice: Option<String>,
}

impl Problem {
    /// A problem with the whole of an input.
    pub fn new(source: impl Into<String>, what: impl Into<String>) -> Self {
        Problem { source: source.into(), line: None, what: what.into(), advice: None }
    }

    /// With what to do about it.
    pub fn advise(self, advice: impl Into<String>) -> Self {
        Problem { advice: Some(advice.into()), ..self }
    }

    /// Of a file that the system does not let us read.
    pub fn unreadable(source: impl Into<String>, error: &std::io::Error) -> Self {
        let (what, advice) = match error.kind() {
            std::io::ErrorKind::NotFound => ("no such file or directory".into(), Some("check the path")),
            std::io::ErrorKind::PermissionDenied => ("no permission to read it".into(), Some("check who may read the file")),
            std::io::ErrorKind::UnexpectedEof => ("the compressed file breaks off".into(), Some("fetch it again: it is cut short")),
            std::io::ErrorKind::InvalidInput | std::io::ErrorKind::InvalidData => {
                (format!("the compressed file is damaged: {error}"), None)
            }
            _ => (format!("cannot be read: {error}"), None),
        };
        Problem { source: source.into(), line: None, what, advice: advice.map(String::from) }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let source = if self.source == "-" { "standard input" } else { &self.source };
        match self.line {
            Some(line) => write!(f, "{source}:{line}: {}", self.what)?,
            None => write!(f, "{source}: {}", self.what)?,
        }
        match &self.advice {
            Some(advice) => write!(f, "; {advice}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Problem {}
