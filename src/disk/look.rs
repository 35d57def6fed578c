//! How files look from outside: what the system says of them without reading. Those that look as they did when they were read last hold
//! what they held then, and need not be read again.
//!
//! A look takes in the file itself (device and number), its length, when it was written and when anything about it was changed last. The
//! last of these nobody can set: whoever writes into a file and gives it its old time back is seen all the same. A file that was changed
//! so lately that another change might bear the same time has no look, nor has any where the system does not say these things: it is read.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::path::slashed;
use super::read::is_left_over;
use super::system::{self, FileLook};
use crate::text::{Fingerprint, sha256_hex};

/// What the first line of the file of looks begins with; the number is the form's. The digest of all that follows comes behind it.
const HEADING: &str = "looks 1 ";

/// How long a file of another disk must have been left alone, in seconds: the coarsest clock of a file system counts in twos.
const SETTLED: i64 = 3;

/// Several files as they look together.
pub(super) struct Looks {
    all: Fingerprint,
    /// The same without the time of the last change, which a second name of a file alters.
    steady: Fingerprint,
}

impl Looks {
    /// None yet.
    pub(super) fn new() -> Looks {
        Looks { all: Fingerprint::default(), steady: Fingerprint::default() }
    }

    /// Takes one more file, by the path that it has in the site.
    pub(super) fn add(&mut self, path: &str, look: &FileLook) {
        self.steady.add(path, &look.steady);
        self.all.add(path, &look.steady);
        self.all.add("changed", &look.changed.to_bytes());
    }

    /// What says that files look the same.
    pub(super) fn all(self) -> String {
        self.all.hex()
    }

    /// The same, if they are the files that had this [`steady`](Looks::steady) look.
    pub(super) fn all_if_steady(self, steady: &str) -> Option<String> {
        (self.steady.hex() == steady).then(|| self.all.hex())
    }

    /// What says that they are the same files, of the same length, and nobody wrote into them.
    pub(super) fn steady(self) -> String {
        self.steady.hex()
    }
}

/// The files below `root` that [`read_tree`](super::read_tree) would read, as they look now; `None` when there is anything among them
/// that is no file or folder, or that was changed in the last seconds, or cannot be looked at.
pub fn look_at_tree(root: &Path) -> Option<String> {
    let settled = system::now()?.before(SETTLED);
    let mut looks = Looks::new();
    let walk = WalkDir::new(root).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_left_over(entry.file_name())) {
        let entry = entry.ok()?;
        if entry.file_type().is_dir() {
            continue;
        }
        let look = system::look_at(entry.path()).filter(|look| look.changed < settled)?;
        looks.add(&slashed(entry.path().strip_prefix(root).ok()?)?, &look);
    }
    Some(looks.all())
}

/// What the last build saw, beside the output folder: it is of this machine and this moment, and no part of a site.
pub(super) struct SeenFile {
    path: Option<PathBuf>,
    text: String,
    /// The fingerprints of what has these looks.
    known: BTreeMap<String, String>,
}

impl SeenFile {
    /// Reads the file that belongs to `output`; what is not as it was written is worth nothing.
    pub(super) fn of(output: &Path) -> SeenFile {
        let path = output.canonicalize().ok().and_then(|output| beside(&output));
        let text = path.as_ref().and_then(|path| fs::read_to_string(path).ok()).unwrap_or_default();
        let body = text.split_once('\n').and_then(|(first, body)| {
            let digest = first.strip_prefix(HEADING)?;
            (sha256_hex(body.as_bytes()) == digest).then_some(body)
        });
        let pair = |line: &str| line.split_once(' ').map(|(look, print)| (look.to_owned(), print.to_owned()));
        let known = body.unwrap_or_default().lines().filter_map(pair).collect();
        SeenFile { path, text, known }
    }

    /// The fingerprint of what looked so.
    pub(super) fn known(&self, look: &str) -> Option<&str> {
        self.known.get(look).map(String::as_str)
    }

    /// Writes what is known now, where it is not what was known: `looks` gives it, told what time it is for files of this disk.
    /// Nothing depends on it but how long the next build takes.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn renew(self, looks: impl FnOnce(system::Moment) -> BTreeMap<String, String>) -> io::Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        let half = super::write::beside(path)?;
        let begun = fs::write(&half, "").ok().and_then(|()| system::look_at(&half));
        let Some(begun) = begun else { return fs::remove_file(half) };
        let looks = looks(begun.changed);
        if looks.is_empty() && self.text.is_empty() {
            return fs::remove_file(half);
        }
        let body: String = looks.into_iter().map(|(look, print)| format!("{look} {print}\n")).collect();
        let text = format!("{HEADING}{}\n{body}", sha256_hex(body.as_bytes()));
        if text == self.text {
            return fs::remove_file(half);
        }
        // Torn by a power cut, its digest tells.
        fs::write(&half, text).and_then(|()| fs::rename(&half, path)).inspect_err(|_| drop(fs::remove_file(&half)))
    }
}

/// Where it stands; its name is hidden and tells whose it is.
fn beside(output: &Path) -> Option<PathBuf> {
    let name = output.file_name()?.to_string_lossy();
    Some(output.parent()?.join(format!(".{name}.gongdu-seen")))
}
