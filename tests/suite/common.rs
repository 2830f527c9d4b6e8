//! What the tests of the program share.

use std::fs;
use std::path::{Path, PathBuf};

/// An article of one sentence.
pub(crate) const ARTICLE: &str = "Exports rose 39% to $830 million from $596 million.\n";

/// A directory of its own for one test, empty.
pub(crate) fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).expect("a directory");
    directory
}
