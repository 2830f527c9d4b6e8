//! A progress bar on standard error, for long work on a terminal.

use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use newsfacts::render::Totals;

/// Work that is over sooner shows no bar.
const LONG: Duration = Duration::from_secs(1);

/// Shows how far the run is.
pub(super) struct Progress {
    bar: ProgressBar,
    started: Instant,
    bytes_read: Arc<AtomicU64>,
    /// Bytes of all inputs as they lie on the disk; 0 where that is not known.
    bytes: u64,
}

impl Progress {
    /// A bar that stays hidden unless standard error is a terminal and the work is long.
    pub(super) fn new<'p>(paths: impl Iterator<Item = &'p Path>, bytes_read: Arc<AtomicU64>) -> Self {
        let bytes = if std::io::stderr().is_terminal() { paths.map(size).sum() } else { 0 };
        Progress { bar: ProgressBar::hidden(), started: Instant::now(), bytes_read, bytes }
    }

    /// Shows the state.
    pub(super) fn update(&mut self, totals: &Totals) {
        if self.bar.is_hidden() {
            if self.started.elapsed() < LONG || !std::io::stderr().is_terminal() {
                return;
            }
            self.bar = self.visible();
        }
        let read = self.bytes_read.load(Ordering::Relaxed);
        self.bar.set_position(read);
        self.bar.set_message(format!("{} articles, {} wrong, {} doubtful", totals.articles, totals.wrong, totals.doubtful));
    }

    /// Prints something without damaging the bar.
    pub(super) fn suspend(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    fn visible(&self) -> ProgressBar {
        let (bar, template) = if self.bytes > 0 {
            (ProgressBar::new(self.bytes), "{bar:30} {percent:>3}%  {msg}, {bytes_per_sec}, {eta} left")
        } else {
            (ProgressBar::new_spinner(), "{spinner} {msg}, {bytes_per_sec}")
        };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.with_style(style).with_elapsed(self.started.elapsed())
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Bytes of a file, or of all files in a directory.
fn size(path: &Path) -> u64 {
    let Ok(metadata) = std::fs::metadata(path) else { return 0 };
    if !metadata.is_dir() {
        return metadata.len();
    }
    std::fs::read_dir(path).map_or(0, |entries| {
        let followed = |entry: &std::fs::DirEntry| !entry.file_type().is_ok_and(|kind| kind.is_symlink() && entry.path().is_dir());
        entries.flatten().filter(followed).map(|entry| size(&entry.path())).sum()
    })
}
