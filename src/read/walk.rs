//! The files of a directory: each once, whatever links lead to it, and a word on what is passed over.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use super::compressed::without_ending;
use super::{FORMATS, Problem};

/// Names that are given in a message before it only counts.
const NAMED: usize = 3;
/// The settings of a newsroom, which are no article and no stray file either.
const SETTINGS: &str = "newsfacts.toml";

/// What a directory holds.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// The files that have the extension of a format, by name, subdirectories among them; hidden ones are left out.
    pub files: Vec<PathBuf>,
    /// What could not be looked at.
    pub problems: Vec<Problem>,
    /// What was passed over: pipes and devices, files of kinds that are not read.
    pub warnings: Vec<Problem>,
}

/// Lists the files below a directory. A file that several links lead to is listed under its own name where that is below the directory.
pub(super) fn walk(directory: &Path) -> Walked {
    let mut walk = Walk::default();
    walk.directory(directory);
    // What stands below the directory itself goes first, so that a link to it adds nothing.
    while !walk.links.is_empty() {
        let mut links = std::mem::take(&mut walk.links);
        links.sort();
        links.into_iter().for_each(|link| walk.link(link));
    }
    walk.finish(directory)
}

#[derive(Default)]
struct Walk {
    walked: Walked,
    /// Links met and not followed yet.
    links: Vec<PathBuf>,
    /// Where files and directories really are.
    seen: HashSet<PathBuf>,
    /// Pipes, sockets and devices.
    special: Vec<PathBuf>,
    /// Files by extensions that mean no format.
    other: BTreeMap<String, usize>,
}

impl Walk {
    /// Takes what stands in a directory and below it.
    fn directory(&mut self, directory: &Path) {
        let mut pending = vec![directory.to_path_buf()];
        while let Some(directory) = pending.pop() {
            if !self.is_new(&directory) {
                continue;
            }
            let entries = match fs::read_dir(&directory) {
                Ok(entries) => entries,
                Err(error) => {
                    self.walked.problems.push(Problem::unreadable(directory.to_string_lossy(), error));
                    continue;
                }
            };
            for entry in entries {
                match entry {
                    Ok(entry) if entry.file_name().to_string_lossy().starts_with('.') => {}
                    Ok(entry) => self.entry(&entry, &mut pending),
                    Err(error) => self.walked.problems.push(Problem::unreadable(directory.to_string_lossy(), error)),
                }
            }
        }
    }

    fn entry(&mut self, entry: &DirEntry, pending: &mut Vec<PathBuf>) {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_symlink() => self.links.push(path),
            Ok(kind) if kind.is_dir() => pending.push(path),
            Ok(kind) => self.file(path, kind.is_file()),
            Err(error) => self.walked.problems.push(Problem::unreadable(path.to_string_lossy(), error)),
        }
    }

    fn link(&mut self, link: PathBuf) {
        match fs::metadata(&link) {
            Ok(metadata) if metadata.is_dir() => self.directory(&link),
            Ok(metadata) => self.file(link, metadata.is_file()),
            // Editors leave such links as locks; only one that looks like an article is missed.
            Err(_) if extension(&link).is_none_or(|extension| !is_read(&extension)) => {}
            Err(_) => self.walked.problems.push(
                Problem::new(link.to_string_lossy(), "the link leads to no file").of(crate::ErrorKind::Unreadable).advise("check the link"),
            ),
        }
    }

    fn file(&mut self, path: PathBuf, is_regular: bool) {
        let extension = extension(&path);
        if !is_regular {
            self.special.push(path);
        } else if extension.as_ref().is_some_and(|extension| is_read(extension)) {
            if self.is_new(&path) {
                self.walked.files.push(path);
            }
        } else if path.file_name().is_none_or(|name| name != SETTINGS) && self.is_new(&path) {
            *self.other.entry(extension.map_or("without an extension".into(), |extension| format!(".{extension}"))).or_default() += 1;
        }
    }

    /// Whether nothing has led to this file or directory yet.
    fn is_new(&mut self, path: &Path) -> bool {
        fs::canonicalize(path).map_or(true, |real| self.seen.insert(real))
    }

    fn finish(mut self, directory: &Path) -> Walked {
        self.walked.files.sort();
        self.walked.problems.sort_by(|one, other| one.source.cmp(&other.source));
        let source = directory.to_string_lossy();
        if !self.special.is_empty() {
            self.special.sort();
            let mut names: Vec<String> = self.special.iter().take(NAMED).map(|path| path.to_string_lossy().into_owned()).collect();
            if self.special.len() > NAMED {
                names.push(format!("{} more", self.special.len() - NAMED));
            }
            let what = format!("pipes, sockets and devices in a directory are not read: {}", names.join(", "));
            self.walked.warnings.push(Problem::new(source.clone(), what).advise("name one as an argument to read it"));
        }
        if !self.other.is_empty() {
            let count: usize = self.other.values().sum();
            let kinds: Vec<String> = self.other.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
            let (file, is) = if count == 1 { ("file", "is") } else { ("files", "are") };
            let what = format!("{count} {file} of kinds that {is} not read: {}", kinds.join(", "));
            self.walked.warnings.push(Problem::new(source, what));
        }
        self.walked
    }
}

/// The extension of a file's name in lower case, that of its compression taken off.
fn extension(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    without_ending(&name).rsplit_once('.').map(|(_, extension)| extension.to_string())
}

fn is_read(extension: &str) -> bool {
    FORMATS.iter().any(|format| format.extensions.contains(&extension))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_and_loops_give_each_file_once() {
        let root = std::env::temp_dir().join(format!("newsfacts-walk-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("desk/today")).expect("a directory");
        fs::create_dir_all(root.join("beyond")).expect("a directory");
        for file in
            ["desk/b.txt", "desk/today/c.md", "desk/today/d.odt", "desk/e.PNG", "desk/newsfacts.toml", "beyond/f.txt", "desk/.g.txt"]
        {
            fs::write(root.join(file), "Sales rose 5%.").expect("written");
        }
        let desk = root.join("desk");
        for (target, link) in
            [(".", "l.txt"), (".", "m.txt"), ("b.txt", "a.txt"), ("../beyond", "n"), ("none.txt", "o.txt"), ("p.txt", "p.txt")]
        {
            symlink(target, desk.join(link)).expect("a link");
        }
        let walked = walk(&desk);
        let names = |paths: &[PathBuf]| -> Vec<String> {
            paths.iter().map(|path| path.strip_prefix(&desk).expect("below it").to_string_lossy().into_owned()).collect()
        };
        assert_eq!(names(&walked.files), ["b.txt", "n/f.txt", "today/c.md"]);
        let problems: Vec<String> = walked.problems.iter().map(ToString::to_string).collect();
        assert!(problems.len() == 2 && problems[0].ends_with("o.txt: the link leads to no file; check the link"), "{problems:?}");
        assert_eq!(walked.warnings.len(), 1);
        assert_eq!(walked.warnings[0].what, "2 files of kinds that are not read: 1 .odt, 1 .png");
        fs::remove_dir_all(&root).expect("removed");
    }
}
