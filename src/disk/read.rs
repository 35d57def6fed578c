//! Reads files and whole folders, always in the same order, and says everything that could not be read in one go.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::fault::{Deed, cannot, cannot_since, refused, shown};
use super::path::slashed;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::{Message, message, reason};

/// The largest file that is read, in bytes: no report comes near it, and a film dropped in by mistake is past it.
pub const SIZE_LIMIT: u64 = 64 << 20;

/// The files below a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// In the order of their names, folder by folder.
    pub files: Vec<TreeFile>,
}

/// A file below a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeFile {
    /// Path from the folder, with `/`.
    pub path: String,
    /// The path as messages show it: the folder's name, then `path`.
    pub shown: String,
    /// What the file holds.
    pub bytes: Vec<u8>,
}

impl Tree {
    /// The file with this path.
    pub fn get(&self, path: &str) -> Option<&TreeFile> {
        let at = self.files.binary_search_by(|file| file.path.split('/').cmp(path.split('/'))).ok()?;
        self.files.get(at)
    }
}

/// Reads every regular file below `root`, which messages call `name`.
///
/// Hidden files and what editors and systems leave behind ([`is_left_over`]) are passed over. A link is followed only
/// to a file that lies in `root` itself: content may come from strangers, and a link could publish any file of this
/// machine. Links left out, files past [`SIZE_LIMIT`] and names that are not UTF-8 are diagnostics.
///
/// # Errors
/// One line for each folder or file that cannot be read, all of them.
pub fn read_tree(root: &Path, name: &str) -> anyhow::Result<Checked<Tree>> {
    read_but(root, name, is_left_over)
}

/// Reads a tree as [`read_tree`] does, and those hidden files with it that hosts look for ([`FOR_HOSTS`]).
///
/// # Errors
/// As there.
pub fn read_static_tree(root: &Path, name: &str) -> anyhow::Result<Checked<Tree>> {
    read_but(root, name, |name| is_left_over(name) && !FOR_HOSTS.iter().any(|known| name == *known))
}

/// Hidden files and folders that mean something to hosts: any other may be a secret, and is published by nobody's wish.
pub const FOR_HOSTS: [&str; 3] = [".well-known", ".nojekyll", ".htaccess"];

fn read_but(root: &Path, name: &str, is_passed_over: fn(&OsStr) -> bool) -> anyhow::Result<Checked<Tree>> {
    if !root.is_dir() {
        let missing =
            fs::metadata(root).err().unwrap_or_else(|| refused(message!("it is not a folder", "它不是文件夹")));
        return Err(cannot(Deed::Read, name, &missing));
    }
    let home = root.canonicalize().map_err(|error| cannot(Deed::Read, name, &error))?;
    let mut reading = TreeReader { root, home, name, read: Checked::default(), faults: Vec::new() };
    let walk = WalkDir::new(root).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry.file_name())) {
        match entry {
            Ok(entry) => reading.take(&entry),
            Err(error) => reading.lose(&error),
        }
    }
    if reading.faults.is_empty() { Ok(reading.read) } else { Err(Message::joined(reading.faults, "\n", "\n").into()) }
}

/// A walk through a folder on its way.
struct TreeReader<'a> {
    root: &'a Path,
    /// `root` without links, to know what lies in it.
    home: PathBuf,
    name: &'a str,
    read: Checked<Tree>,
    faults: Vec<Message>,
}

impl TreeReader<'_> {
    /// Reads one entry if it is a file.
    fn take(&mut self, entry: &DirEntry) {
        let kind = entry.file_type();
        let within = entry.path().strip_prefix(self.root).unwrap_or(entry.path());
        let shown = format!("{}/{}", self.name, shown(within));
        if kind.is_symlink() && entry.depth() > 0 && !self.leads_to_own_file(entry.path()) {
            let message = message!(
                "`{shown}` is a link to something else than a file of `{folder}`",
                "`{shown}` 是一个链接，指到 `{folder}` 外面去了",
                shown = shown,
                folder = self.name
            );
            let left_out = Diagnostic::warning(Code::LINK_LEFT_OUT, message).in_file(shown);
            self.read.diagnostics.push(left_out.with_help(message!(
                "put the file itself here; this link is passed over",
                "把文件本身放进来；这个链接没有读"
            )));
            return;
        }
        if !kind.is_file() && !kind.is_symlink() || entry.depth() == 0 {
            return;
        }
        let Some(path) = slashed(within) else {
            let fault = Diagnostic::error(
                Code::FILE_NAME,
                message!("the name of this file is not UTF-8", "这个文件的名字不是 UTF-8"),
            )
            .in_file(shown);
            return self.read.diagnostics.push(
                fault.with_help(message!("give the file a name in plain letters and numbers", "改成普通的字母和数字")),
            );
        };
        match read_limited(entry.path()) {
            Ok(Some(bytes)) => self.read.value.files.push(TreeFile { path, shown, bytes }),
            Ok(None) => self.read.diagnostics.push(too_large(shown)),
            Err(error) => self.faults.push(cannot_since(Deed::Read, shown, reason(&error))),
        }
    }

    /// Notes what the walk itself could not enter.
    fn lose(&mut self, error: &walkdir::Error) {
        let within = error.path().and_then(|path| path.strip_prefix(self.root).ok()).map(shown).unwrap_or_default();
        let shown = format!("{}/{within}", self.name);
        let own = || message!("the folder holds itself", "这个文件夹里套着它自己");
        let why = error.io_error().map_or_else(own, reason);
        self.faults.push(cannot_since(Deed::Read, shown.trim_end_matches('/'), why));
    }

    fn leads_to_own_file(&self, link: &Path) -> bool {
        link.canonicalize().is_ok_and(|target| target.starts_with(&self.home) && target.is_file())
    }
}

fn too_large(shown: String) -> Diagnostic {
    let message =
        message!("this file is larger than {limit} MiB", "这个文件超过 {limit} MiB", limit = SIZE_LIMIT >> 20);
    Diagnostic::error(Code::FILE_TOO_LARGE, message)
        .in_file(shown)
        .with_help(message!("move it out of the folder", "移到别处"))
}

/// Why a file is not read whose bytes are too many.
pub(super) fn larger_than(limit: u64) -> Message {
    message!("it is larger than {limit} MiB", "它超过 {limit} MiB", limit = limit >> 20)
}

/// The file's bytes; `None` when they are more than [`SIZE_LIMIT`].
fn read_limited(path: &Path) -> io::Result<Option<Vec<u8>>> {
    read_up_to(path, SIZE_LIMIT)
}

/// The file's bytes; `None` when they are more than `limit`. A file that grows while it is read is cut off too.
pub(super) fn read_up_to(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let file = fs::File::open(path)?;
    let length = file.metadata()?.len();
    if length > limit {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// Reads one file that a person named.
///
/// # Errors
/// When it cannot be read, is no file, or is larger than [`SIZE_LIMIT`].
pub fn read_file(path: &Path) -> anyhow::Result<Vec<u8>> {
    let too_large = || refused(larger_than(SIZE_LIMIT));
    let read =
        if path.is_dir() { Err(refused(message!("it is a folder", "它是文件夹"))) } else { read_limited(path) };
    read.and_then(|bytes| bytes.ok_or_else(too_large)).map_err(|error| cannot(Deed::Read, shown(path), &error))
}

/// Names of the folders directly below `root`, sorted; what [`is_left_over`] is passed over.
///
/// # Errors
/// When `root` cannot be read.
pub fn subfolders(root: &Path) -> anyhow::Result<Vec<String>> {
    let read = || -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(root)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() && !is_left_over(&entry.file_name()) {
                names.extend(entry.file_name().into_string());
            }
        }
        names.sort();
        Ok(names)
    };
    read().map_err(|error| cannot(Deed::Read, shown(root), &error))
}

/// The names of everything that stands directly in the folder `root`, sorted; none where there is no such folder.
///
/// # Errors
/// When it cannot be read, or is no folder.
pub fn names(root: &Path) -> anyhow::Result<Vec<String>> {
    let read = || -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        if root.exists() && !root.is_dir() {
            return Err(refused(message!("it is not a folder", "它不是文件夹")));
        }
        if root.exists() {
            for entry in fs::read_dir(root)? {
                names.push(entry?.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        Ok(names)
    };
    read().map_err(|error| cannot(Deed::Read, shown(root), &error))
}

/// Whether a file or folder of this name is nobody's content: hidden, an editor's back-up or lock, a system's notes.
pub fn is_left_over(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let system = ["thumbs.db", "desktop.ini", "__macosx"].iter().any(|known| name.eq_ignore_ascii_case(known));
    let hidden = name.starts_with('.') || name.starts_with("~$") || name.starts_with('#') && name.ends_with('#');
    let editor = [".swp", ".swo", "~"].iter().any(|end| name.ends_with(end));
    system || hidden || editor
}

/// Whether something stands at this path.
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// Whether a folder stands at this path.
pub fn is_dir(path: &Path) -> bool {
    path.is_dir()
}
