//! Walks paths, directories and standard input, and hands out their bytes file by file or record by record.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::compressed::{decompress, without_ending};
use super::walk::{Walked, walk};
use super::{FORMATS, Format, Problem, Raw, format_of};
use crate::error::ErrorKind;

/// Bytes that are looked at to tell a format.
const HEAD: usize = 8 << 10;

/// The inputs of a run, in the order given, each file once; a directory's files by name. Holds no more than one record at a time.
pub struct Inputs {
    /// What is still to be opened, last first.
    pending: Vec<Pending>,
    /// The file whose records are being handed out.
    records: Option<RecordLines>,
    /// Where the files opened so far really are: one that is named, and named again or linked to, is one input.
    opened: HashSet<PathBuf>,
    /// Bytes read from the files so far, as they lie on the disk.
    bytes_read: Arc<AtomicU64>,
    /// What there is to say of the inputs so far that costs none of them.
    warnings: Vec<Problem>,
}

/// What is still to be handed out.
enum Pending {
    Path(PathBuf),
    Problem(Problem),
}

impl Inputs {
    /// The inputs at `paths`; "-" is standard input.
    pub fn new(paths: impl IntoIterator<Item = PathBuf>) -> Self {
        let mut pending: Vec<Pending> = paths.into_iter().map(Pending::Path).collect();
        pending.reverse();
        Inputs { pending, records: None, opened: HashSet::new(), bytes_read: Arc::default(), warnings: Vec::new() }
    }

    /// Counts the bytes read from the files so far, as they lie on the disk.
    pub fn bytes_read(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.bytes_read)
    }

    /// Takes what there is to say of the inputs handed out so far: files of a directory that are passed over.
    pub fn take_warnings(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.warnings)
    }

    /// Lists the files of a directory as the next ones to open.
    fn list(&mut self, directory: &Path) -> Result<(), Problem> {
        let Walked { files, problems, warnings } = walk(directory);
        self.warnings.extend(warnings);
        if files.is_empty() && problems.is_empty() {
            let known: Vec<&str> = FORMATS.iter().flat_map(|format| format.extensions).copied().collect();
            return Err(Problem::new(directory.to_string_lossy(), "the directory holds no article")
                .advise(format!("looked for .{}", known.join(", ."))));
        }
        self.pending.extend(files.into_iter().rev().map(Pending::Path));
        self.pending.extend(problems.into_iter().rev().map(Pending::Problem));
        Ok(())
    }

    fn open(&mut self, path: &Path) -> Result<Option<Raw>, Problem> {
        let source = path.to_string_lossy().into_owned();
        let unreadable = |error: io::Error| Problem::unreadable(&source, error);
        let file: Box<dyn Read + Send> = if source == "-" {
            Box::new(io::stdin())
        } else {
            let kind = fs::metadata(path).map_err(unreadable)?;
            if kind.is_dir() {
                self.list(path)?;
                return Ok(None);
            }
            // A pipe is another input each time.
            if kind.is_file() && fs::canonicalize(path).is_ok_and(|real| !self.opened.insert(real)) {
                return Ok(None);
            }
            Box::new(File::open(path).map_err(unreadable)?)
        };
        let counted = CountingReader { inner: file, bytes: Arc::clone(&self.bytes_read) };
        let (mut content, compressed) = decompress(Box::new(BufReader::with_capacity(64 << 10, counted))).map_err(unreadable)?;
        let name = if compressed { without_ending(&source) } else { &source };
        let head = content.fill_buf().map_err(unreadable)?;
        let format = format_of(name, &head[..head.len().min(HEAD)]);
        if format.by_line {
            self.records = Some(RecordLines { source, content, format, line: 0, articles: 0 });
            return Ok(None);
        }
        let mut bytes = Vec::new();
        content.take(format.longest as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        if bytes.len() > format.longest {
            return Err(Problem::new(source, too_long(format))
                .of(ErrorKind::TooLarge)
                .advise("split it into its articles, or give one a line in a .jsonl file"));
        }
        Ok(Some(Raw { source, line: None, bytes, format }))
    }
}

impl Iterator for Inputs {
    type Item = Result<Raw, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(record) = self.records.as_mut().and_then(Iterator::next) {
                return Some(record);
            }
            self.records = None;
            let path = match self.pending.pop()? {
                Pending::Path(path) => path,
                Pending::Problem(problem) => return Some(Err(problem)),
            };
            if let Some(result) = self.open(&path).transpose() {
                return Some(result);
            }
        }
    }
}

fn too_long(format: &Format) -> String {
    let unit = if format.by_line { "line" } else { "file" };
    format!("the {unit} is longer than {} MB, which no article is", format.longest >> 20)
}

/// The records of a file that holds one a line.
struct RecordLines {
    source: String,
    content: Box<dyn BufRead + Send>,
    format: &'static Format,
    line: usize,
    articles: usize,
}

impl RecordLines {
    /// The next line without its end, or `None` at the end of the file; a line beyond the limit is skipped.
    fn next_line(&mut self) -> io::Result<Option<Result<Vec<u8>, String>>> {
        let mut bytes = Vec::new();
        let limit = self.format.longest as u64 + 1;
        (&mut self.content).take(limit).read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        self.line += 1;
        if bytes.len() as u64 == limit && bytes.last() != Some(&b'\n') {
            self.content.skip_until(b'\n')?;
            return Ok(Some(Err(too_long(self.format))));
        }
        if self.line == 1 && bytes.starts_with(b"\xEF\xBB\xBF") {
            bytes.drain(..3);
        }
        Ok(Some(Ok(bytes)))
    }
}

impl Iterator for RecordLines {
    type Item = Result<Raw, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.next_line() {
                Err(error) => {
                    self.content = Box::new(io::empty());
                    self.articles += 1;
                    return Some(Err(Problem::unreadable(&self.source, error).at(Some(self.line + 1))));
                }
                Ok(None) if self.articles == 0 => {
                    self.articles += 1;
                    return Some(Err(Problem::new(&self.source, "the file is empty")));
                }
                Ok(None) => return None,
                Ok(Some(Ok(bytes))) if bytes.trim_ascii().is_empty() => {}
                Ok(Some(line)) => {
                    self.articles += 1;
                    let (source, line_number) = (self.source.clone(), Some(self.line));
                    return Some(match line {
                        Ok(bytes) => Ok(Raw { source, line: line_number, bytes, format: self.format }),
                        Err(what) => Err(Problem::new(source, what).at(line_number).of(ErrorKind::TooLarge)),
                    });
                }
            }
        }
    }
}

/// Counts the bytes that pass.
struct CountingReader<R> {
    inner: R,
    bytes: Arc<AtomicU64>,
}

impl<R: Read> Read for CountingReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.bytes.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
