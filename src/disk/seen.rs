//! What a build knows of files without reading them, for itself and for the next one: how the files of the last site and of the content
//! look, and what they held when they looked so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::look::{Looks, SeenFile};
use super::plan::MadeFile;
use super::stage::Staging;
use super::system::{self, FileLook, Moment};

/// What was seen so far.
pub(super) struct Seen {
    /// What the last build saw.
    file: SeenFile,
    /// When this build began, for files of this disk.
    begun: Option<Moment>,
    /// The fingerprints of what looks so.
    looks: Mutex<BTreeMap<String, String>>,
    groups: Mutex<Vec<FileGroup>>,
    /// Of files that were looked at: they need not be asked for it again.
    lengths: Mutex<BTreeMap<String, u64>>,
}

/// Files of the new site whose fingerprint is known.
struct FileGroup {
    /// A path a line.
    paths: String,
    fingerprint: String,
    /// What says that they are the same files still.
    steady: String,
}

impl FileGroup {
    fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.lines()
    }

    /// What says that its files are the same, before they are moved; `None` if one of those that stay was changed since `begun`.
    fn steady_before(&self, output: &Path, new: &BTreeMap<String, MadeFile>, begun: Moment) -> Option<String> {
        let mut looks = Looks::new();
        for path in self.paths() {
            let made = new.get(path)?;
            let look = system::look_at(&made.stands_at(&output.join(path)))?;
            if made.is_unchanged() && look.changed >= begun {
                return None;
            }
            looks.add(path, &look);
        }
        Some(looks.steady())
    }
}

impl Seen {
    /// What the last build into `output` saw; `stage` is on its disk.
    pub(super) fn open(output: &Path, stage: &Staging) -> Seen {
        let (looks, groups, lengths) = (Mutex::default(), Mutex::default(), Mutex::default());
        Seen { file: SeenFile::of(output), begun: stage.now(), looks, groups, lengths }
    }

    /// How files look together that have these paths in the site and these on this disk.
    pub(super) fn look<'p>(&self, files: impl Iterator<Item = (&'p str, PathBuf)>) -> Option<String> {
        let (begun, mut looks, mut lengths) = (self.begun?, Looks::new(), Vec::new());
        for (path, file) in files {
            let look = settled(&file, begun)?;
            looks.add(path, &look);
            lengths.push((path.to_owned(), look.length));
        }
        self.lengths.lock().unwrap_or_else(PoisonError::into_inner).extend(lengths);
        Some(looks.all())
    }

    /// The length of a file that was looked at; it is told once.
    pub(super) fn length(&self, path: &str) -> Option<u64> {
        self.lengths.lock().unwrap_or_else(PoisonError::into_inner).remove(path)
    }

    /// The fingerprint of what looked so.
    pub(super) fn known(&self, look: &str) -> Option<&str> {
        self.file.known(look)
    }

    /// Takes in that what looks so has this fingerprint.
    pub(super) fn learn(&self, look: String, fingerprint: &str) {
        self.looks.lock().unwrap_or_else(PoisonError::into_inner).insert(look, fingerprint.to_owned());
    }

    /// Takes in that files of the new site have this fingerprint together.
    pub(super) fn group(&self, paths: &[String], fingerprint: &str) {
        let group = FileGroup { paths: paths.join("\n"), fingerprint: fingerprint.to_owned(), steady: String::new() };
        self.groups.lock().unwrap_or_else(PoisonError::into_inner).push(group);
    }

    /// Before the site is moved, unless all of it `stays`: a file that gets a second name looks otherwise afterwards. Notes what tells that it is the same file
    /// still, and forgets files that somebody changed while the site was made.
    pub(super) fn before(&mut self, output: &Path, new: &BTreeMap<String, MadeFile>, stays: bool) {
        let begun = self.begun;
        let looks = self.looks.get_mut().unwrap_or_else(PoisonError::into_inner);
        let groups = self.groups.get_mut().unwrap_or_else(PoisonError::into_inner);
        if stays {
            // What was looked at is as it was.
            let known: BTreeSet<&String> = looks.values().collect();
            groups.retain(|group| !known.contains(&group.fingerprint));
        } else {
            let own: BTreeSet<&String> = groups.iter().map(|group| &group.fingerprint).collect();
            looks.retain(|_, fingerprint| !own.contains(fingerprint));
        }
        groups.retain_mut(|group| {
            let steady = begun.and_then(|begun| group.steady_before(output, new, begun));
            steady.is_some_and(|steady| {
                group.steady = steady;
                true
            })
        });
    }

    /// After the site was moved: writes what was seen beside the output. Nothing depends on it but how long the next build takes.
    pub(super) fn save(self, output: &Path) {
        let looks = self.looks.into_inner().unwrap_or_else(PoisonError::into_inner);
        let groups = self.groups.into_inner().unwrap_or_else(PoisonError::into_inner);
        let all = |now: Moment| {
            let now_known = groups.into_iter().filter_map(|group| {
                let seen = looks_of_group(&group, output, now)?;
                Some((seen, group.fingerprint))
            });
            now_known.chain(looks).collect()
        };
        drop(self.file.renew(all));
    }
}

/// How the files of a group look now, if they are those that they were.
fn looks_of_group(group: &FileGroup, output: &Path, now: Moment) -> Option<String> {
    let now = looks(group.paths().map(|path| (path, output.join(path))), now)?;
    now.all_if_steady(&group.steady)
}

/// How files look, none of which was changed at `now` or later.
fn looks<'p>(files: impl Iterator<Item = (&'p str, PathBuf)>, now: Moment) -> Option<Looks> {
    let mut looks = Looks::new();
    for (path, file) in files {
        looks.add(path, &settled(&file, now)?);
    }
    Some(looks)
}

/// How a file looks that was not changed at `now` or later.
fn settled(file: &Path, now: Moment) -> Option<FileLook> {
    system::look_at(file).filter(|look| look.changed < now)
}
