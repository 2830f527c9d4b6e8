//! Where results go: standard output, or a file that appears only when it is complete.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once};

use newsfacts::render::wording::harmless;

use super::Failure;

/// Unfinished files, to be removed when the run is interrupted.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Standard output or a file.
pub(super) struct Output {
    writer: Box<dyn Write>,
    file: Option<Unfinished>,
    /// What it is called in a message.
    name: String,
    /// Whether signs that steer a terminal are taken out.
    harmless: bool,
}

/// A file under a provisional name, removed unless it is committed.
struct Unfinished {
    provisional: PathBuf,
    target: PathBuf,
}

impl Output {
    /// Opens the output: a file is written under a provisional name in the same directory.
    pub(super) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            return Ok(Output {
                writer: Box::new(BufWriter::new(io::stdout())),
                file: None,
                name: "standard output".into(),
                harmless: false,
            });
        };
        let failure = |error: io::Error| Failure::new(format!("{}: cannot be written: {error}", path.display()));
        // The target of a link is replaced, not the link; a device or a pipe is written to as it is.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        if fs::metadata(&target).is_ok_and(|metadata| metadata.is_dir()) {
            return Err(Failure::new(format!("{}: is a directory; give the name of a file in it", path.display())));
        }
        if fs::metadata(&target).is_ok_and(|metadata| !metadata.is_file()) {
            let device = File::options().write(true).open(&target).map_err(failure)?;
            return Ok(Output { writer: Box::new(BufWriter::new(device)), file: None, name: path.display().to_string(), harmless: false });
        }
        if fs::metadata(&target).is_ok_and(|metadata| metadata.permissions().readonly()) {
            return Err(Failure::new(format!("{}: is read-only and stays as it is; name another file", path.display())));
        }
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let provisional = target.with_file_name(format!(".{name}.{}.unfinished", std::process::id()));
        remove_when_interrupted(provisional.clone());
        let file = Unfinished { provisional, target };
        let opened = File::create(&file.provisional).map_err(failure)?;
        Ok(Output { writer: Box::new(BufWriter::new(opened)), file: Some(file), name: path.display().to_string(), harmless: false })
    }

    /// Lets nothing through that steers a terminal, where it is one.
    pub(super) fn harmless(mut self) -> Self {
        self.harmless = self.file.is_none() && io::stdout().is_terminal();
        self
    }

    /// An error of the system, with the name of what could not be written.
    fn named(&self, error: io::Error) -> io::Error {
        if error.kind() == io::ErrorKind::BrokenPipe {
            error
        } else {
            io::Error::new(error.kind(), format!("{}: cannot be written: {error}", self.name))
        }
    }

    /// Completes the output: the file gets its name.
    pub(super) fn commit(mut self) -> Result<(), Failure> {
        self.flush()?;
        if let Some(file) = self.file.take() {
            drop(std::mem::replace(&mut self.writer, Box::new(io::sink())));
            if let Ok(metadata) = fs::metadata(&file.target) {
                let _ = fs::set_permissions(&file.provisional, metadata.permissions());
            }
            fs::rename(&file.provisional, &file.target).map_err(|error| Failure::new(format!("{}: {error}", file.target.display())))?;
        }
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.harmless {
            return self.writer.write(bytes).map_err(|error| self.named(error));
        }
        // Parts are written whole, so that no character is cut.
        let text = String::from_utf8_lossy(bytes);
        let lines: Vec<_> = text.split('\n').map(harmless).collect();
        self.writer.write_all(lines.join("\n").as_bytes()).map_err(|error| self.named(error))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush().map_err(|error| self.named(error))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.provisional);
        unfinished().retain(|path| *path != self.provisional);
    }
}

fn unfinished() -> std::sync::MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Where a signal stops the run, the file goes, and the status is the signal's: 130 for Ctrl-C, 143 for SIGTERM, 129 for SIGHUP.
fn remove_when_interrupted(path: PathBuf) {
    static HANDLER: Once = Once::new();
    unfinished().push(path);
    // Without a handler the run still ends; only the provisional file stays.
    HANDLER.call_once(|| drop(handle_signals()));
}

#[cfg(unix)]
fn handle_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

    // `nohup` lets a run outlive its terminal.
    let hung_up = (!is_ignored(SIGHUP)).then_some(SIGHUP);
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM].into_iter().chain(hung_up))?;
    std::thread::Builder::new().name("newsfacts signals".into()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            end(128 + signal);
        }
    })?;
    Ok(())
}

/// Whether the run was started with the signal ignored, where the system tells (Linux).
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}

#[cfg(windows)]
fn handle_signals() -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(|| end(130))
}

/// Ends the run without its unfinished files.
#[cfg(any(unix, windows))]
fn end(status: i32) {
    unfinished().iter().for_each(|path| drop(fs::remove_file(path)));
    std::process::exit(status);
}

/// Prints a message on standard error, such as "error: …"; where nobody can read it, nothing. Nothing in it steers the terminal.
pub(super) fn say(kind: &str, message: &str) {
    let color = if kind == "error" { "\u{1B}[1;31m" } else { "\u{1B}[1;33m" };
    let _ = writeln!(anstream::stderr(), "{color}{kind}:\u{1B}[0m {}", harmless(message));
}
