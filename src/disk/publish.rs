//! Takes the files of a site as they are made and publishes all of them or none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::commit::{self, Commit};
use super::fault::{Deed, cannot, cannot_since, shown};
use super::journal::is_removable;
use super::manifest::{self, Manifest};
use super::part::SitePart;
use super::path::{MANIFEST, STAGE, check_path};
use super::plan::{Fate, MadeFile, Move, NextSite, check_together, in_the_way, is_ours, plan};
use super::refusal::OutputRefusal;
use super::seen::Seen;
use super::stage::Staging;
use super::twin;
use super::write::{holds, same_files};
use crate::artifact::{Artifact, Sink, after_head, no_part, twice};
use crate::message::message;

/// Names that may stand in an output folder before the first build: people put them there for git, hosts and systems.
const BYSTANDERS: [&str; 9] =
    [".git", ".gitignore", ".gitattributes", ".gitkeep", ".nojekyll", "CNAME", ".DS_Store", "Thumbs.db", STAGE];

/// A site on its way to `output`.
///
/// Files wait on a stage inside the output folder. [`publish`](Publication::publish) moves them into place; dropping
/// a publication instead, for whatever reason, leaves the folder as it was.
pub struct Publication {
    output: PathBuf,
    shown: String,
    stage: Staging,
    /// What the last build made.
    old: BTreeSet<String>,
    /// What the last build noted.
    noted: String,
    /// Folders made elsewhere, from which files are taken over before those of the output.
    parts: Vec<SitePart>,
    /// What this build made, by path.
    new: Mutex<BTreeMap<String, MadeFile>>,
    /// What this build notes.
    notes: Mutex<String>,
    /// What is known of files without reading them.
    seen: Seen,
    /// A file got lost on the way here, so the site is not whole.
    failed: AtomicBool,
}

/// What publishing did, in files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// New files, and files whose bytes changed.
    pub written: usize,
    /// Files that held the right bytes already and kept their time of change.
    pub unchanged: usize,
    /// Files of an earlier build that the site no longer has.
    pub removed: usize,
    /// Files of the site.
    pub files: usize,
    /// Length of all of them together, in bytes.
    pub bytes: u64,
}

impl Publication {
    /// Opens `output`, which may not exist yet.
    ///
    /// # Errors
    /// A [`OutputRefusal`] when the folder is not empty and was not made by gongdu; a fault of the machine when it cannot be
    /// read or written, or when another build is publishing into it.
    pub fn open(output: &Path) -> anyhow::Result<Publication> {
        let shown = shown(output);
        if output.exists() && !output.is_dir() {
            return Err(cannot_since(Deed::WriteIn, shown, message!("it is not a folder", "它不是文件夹")).into());
        }
        if manifest_of(output)?.is_none() {
            let found = strangers(output).map_err(|error| cannot(Deed::Read, &shown, &error))?;
            if !found.is_empty() {
                return Err(OutputRefusal::foreign(&shown, &found).into());
            }
        }
        let stage = Staging::open(output)?;
        commit::recover(output, &stage)?;
        twin::clear(output)?;
        stage.clear()?;
        // Read only now: another build may have published before this one got hold of the stage.
        let Manifest { paths: old, notes: noted } = manifest_of(output)?.unwrap_or_default();
        let seen = Seen::open(output, &stage);
        let (new, notes, failed) = (Mutex::default(), Mutex::default(), AtomicBool::new(false));
        let parts = Vec::new();
        Ok(Publication { output: output.to_owned(), shown, stage, old, noted, parts, new, notes, seen, failed })
    }

    /// Puts the site into the place of the one before.
    ///
    /// Where the system can, the whole folder is exchanged in one step ([`twin`]); elsewhere files are moved one by one, and
    /// the next build puts back what a killed one moved ([`commit`]). What is not changed keeps its time of change, and what
    /// is on its way waits for the device first. When nothing is changed, nothing is touched.
    ///
    /// # Errors
    /// An [`OutputRefusal`] when a file that gongdu did not make is in the way; a fault of the machine. In both cases the
    /// folder is as it was before.
    pub fn publish(self) -> anyhow::Result<Published> {
        let Publication { output, shown, stage, old, noted: _, parts: _, new, notes, mut seen, failed } = self;
        let new = new.into_inner().unwrap_or_else(PoisonError::into_inner);
        let notes = notes.into_inner().unwrap_or_else(PoisonError::into_inner);
        if failed.into_inner() {
            return Err(message!(
                "cannot publish {shown}: not every file of the site could be made",
                "不能发布到 {shown}：网站的文件没有全部做出来"
            )
            .into());
        }
        check_together(new.keys())?;
        let found = in_the_way(&output, &old, &new);
        if !found.is_empty() {
            return Err(OutputRefusal::hand_made(&shown, &found).into());
        }
        let removed = old.iter().filter(|path| !new.contains_key(*path) && is_removable(&output, path)).count();
        // What a person put there stays theirs, even when it holds the same bytes.
        let ours = new.iter().filter(|(path, made)| !made.is_unchanged() || old.contains(*path));
        let manifest = manifest::print(ours.map(|(path, _)| &**path), &notes);
        let unchanged = new.values().filter(|made| made.is_unchanged()).count();
        seen.before(&output, &new, unchanged == new.len() && removed == 0);
        move_in(&output, stage, &NextSite { old: &old, new: &new, manifest: &manifest })?;
        seen.save(&output);
        let bytes = new.values().map(|made| made.length).sum();
        Ok(Published { written: new.len() - unchanged, unchanged, removed, files: new.len(), bytes })
    }
}

/// Makes the site in `output` the next one, by the best way that this system and this folder allow.
fn move_in(output: &Path, stage: Staging, next: &NextSite<'_>) -> anyhow::Result<()> {
    let mut moves = plan(next.old, next.new);
    if !moves.is_empty() {
        if let Ok(lock) = twin::exchange(output, next) {
            // The site is published; what cannot be cleared away now is tried again, and told, by the next build.
            drop(twin::clear(output));
            drop(stage);
            drop(lock);
            return Ok(());
        }
        // A manifest that names old and new files alike: should the journal get lost, the next build can still tidy up.
        let ours = next.new.iter().filter(|(_, made)| !made.is_unchanged()).map(|(path, _)| path);
        let either = manifest::print(next.old.iter().chain(ours).map(String::as_str), "");
        moves.insert(0, place_manifest(output, &stage, &either)?);
    }
    if !moves.is_empty() || !holds(&output.join(MANIFEST), next.manifest.as_bytes()) {
        moves.push(place_manifest(output, &stage, next.manifest)?);
    }
    if moves.is_empty() { Ok(()) } else { Commit::begin(output, &stage, &moves)?.run(&moves) }
}

fn manifest_of(output: &Path) -> anyhow::Result<Option<Manifest>> {
    manifest::read(output).map_err(|error| cannot(Deed::Read, shown(&output.join(MANIFEST)), &error))
}

fn place_manifest(output: &Path, stage: &Staging, text: &str) -> anyhow::Result<Move> {
    let staged = stage.write(text.as_bytes());
    let staged = staged.map_err(|error| cannot(Deed::Write, shown(&output.join(MANIFEST)), &error))?;
    Ok(Move::Place { staged, path: MANIFEST.to_owned() })
}

impl Publication {
    /// What the last build noted.
    pub fn last_notes(&self) -> &str {
        &self.noted
    }

    /// Lets a build take over from these folders too, before what it finds in its own; `notes` are those of all of them.
    pub fn take_over_from(&mut self, parts: Vec<SitePart>, notes: String) {
        self.parts = parts;
        self.noted = notes;
    }
}

impl Sink for Publication {
    fn put(&self, artifact: Artifact) -> anyhow::Result<()> {
        let put = self.take(&artifact);
        self.heed(put)
    }

    fn join(&self, path: &str, head: &[u8], parts: &[String]) -> anyhow::Result<()> {
        let joined = self.joined(path, head, parts).and_then(|staged| self.take_staged(path, staged));
        self.heed(joined)
    }

    fn taken(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        if self.new.lock().unwrap_or_else(PoisonError::into_inner).contains_key(path) {
            return self.piece(path).map(Some);
        }
        Ok(None)
    }

    fn held(&self, path: &str) -> Option<Vec<u8>> {
        if let Some(bytes) = self.parts.iter().find_map(|part| part.read(path)) {
            return Some(bytes);
        }
        let file = self.output.join(path);
        let is_file = self.old.contains(path) && file.symlink_metadata().is_ok_and(|data| data.is_file());
        is_file.then(|| fs::read(file).ok()).flatten()
    }

    fn keep(&self, path: &str) -> anyhow::Result<bool> {
        if let Some(bytes) = self.parts.iter().find_map(|part| part.read(path)) {
            return self.put(Artifact { path: path.to_owned(), bytes: bytes.into() }).map(|()| true);
        }
        let ask =
            || self.output.join(path).symlink_metadata().ok().filter(fs::Metadata::is_file).map(|data| data.len());
        let length = self.seen.length(path).or_else(ask);
        match length.filter(|_| self.old.contains(path)) {
            Some(length) => {
                let kept = MadeFile { length, fate: Fate::Unchanged };
                self.heed(allowed(path).and_then(|()| self.remember(path, kept))).map(|()| true)
            }
            None => Ok(false),
        }
    }

    fn look(&self, paths: &[String]) -> Option<String> {
        let is_own = self.parts.is_empty() && paths.iter().all(|path| self.old.contains(path));
        let files = paths.iter().map(|path| (path.as_str(), self.output.join(path)));
        is_own.then(|| self.seen.look(files)).flatten()
    }

    fn known(&self, look: &str) -> Option<String> {
        self.seen.known(look).map(str::to_owned)
    }

    fn learn(&self, look: String, fingerprint: &str) {
        self.seen.learn(look, fingerprint);
    }

    fn group(&self, paths: &[String], fingerprint: &str) {
        self.seen.group(paths, fingerprint);
    }

    fn noted(&self) -> &str {
        &self.noted
    }

    fn note(&self, lines: String) {
        *self.notes.lock().unwrap_or_else(PoisonError::into_inner) = lines;
    }
}

impl Publication {
    /// Remembers that a file got lost.
    fn heed(&self, put: anyhow::Result<()>) -> anyhow::Result<()> {
        if put.is_err() {
            self.failed.store(true, Ordering::Relaxed);
        }
        put
    }

    /// The files taken so far, by path, and where each stands now: on the stage, or in the output if it is not changed.
    pub(super) fn made(&self) -> BTreeMap<String, PathBuf> {
        let new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        new.iter().map(|(path, made)| (path.clone(), made.stands_at(&self.output.join(path)))).collect()
    }

    /// Writes files that were taken before one after another on the stage.
    fn joined(&self, path: &str, head: &[u8], parts: &[String]) -> anyhow::Result<PathBuf> {
        let staged = self.stage.write(head);
        let staged = staged.map_err(|error| cannot(Deed::Write, format!("{}/{path}", self.shown), &error))?;
        let piece = |part: &String| Ok(after_head(part, &self.piece(part)?, head)?.to_vec());
        self.stage.append(&staged, parts.iter().map(piece))?;
        Ok(staged)
    }

    /// What a file holds that was taken before.
    fn piece(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        let new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        let place = new.get(path).ok_or_else(|| no_part(path))?.stands_at(&self.output.join(path));
        drop(new);
        fs::read(&place).map_err(|error| cannot(Deed::Read, shown(&place), &error))
    }

    /// Takes a file that stands on the stage already.
    fn take_staged(&self, path: &str, staged: PathBuf) -> anyhow::Result<()> {
        allowed(path)?;
        let target = self.output.join(path);
        let fault = |error: &std::io::Error| cannot(Deed::Read, format!("{}/{path}", self.shown), error);
        let length = fs::metadata(&staged).map_err(|error| fault(&error))?.len();
        let renamed = !self.old.contains(path) && is_ours(&self.old, path);
        let fate = if !renamed && same_files(&staged, &target).map_err(|error| fault(&error))? {
            Fate::Unchanged
        } else if target.symlink_metadata().is_ok() {
            Fate::Changed(staged)
        } else {
            Fate::Fresh(staged)
        };
        self.remember(path, MadeFile { length, fate })
    }

    fn take(&self, artifact: &Artifact) -> anyhow::Result<()> {
        let Artifact { path, bytes } = artifact;
        allowed(path)?;
        let target = self.output.join(path);
        let renamed = |path| !self.old.contains(path) && is_ours(&self.old, path);
        let fate = if holds(&target, bytes) && !renamed(path) {
            Fate::Unchanged
        } else {
            let staged = self.stage.write(bytes);
            let staged = staged.map_err(|error| cannot(Deed::Write, format!("{}/{path}", self.shown), &error))?;
            if target.symlink_metadata().is_ok() { Fate::Changed(staged) } else { Fate::Fresh(staged) }
        };
        self.remember(path, MadeFile { length: bytes.len() as u64, fate })
    }

    fn remember(&self, path: &str, made: MadeFile) -> anyhow::Result<()> {
        let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        if new.insert(path.to_owned(), made).is_some() {
            return Err(twice(path));
        }
        Ok(())
    }
}

/// Whether a file of the site may have this path.
fn allowed(path: &str) -> anyhow::Result<()> {
    check_path(path).map_err(|why| {
        let fault = message!(
            "no file of the site can have the path `{path}`: {why}",
            "网站的文件不能用路径 `{path}`：{why}",
            path = path,
            why = why
        );
        fault.into()
    })
}

/// What stands in a folder without a manifest that no bystander's name explains, sorted.
fn strangers(output: &Path) -> std::io::Result<Vec<String>> {
    let mut found = Vec::new();
    if output.exists() {
        for entry in fs::read_dir(output)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if !BYSTANDERS.contains(&&*name) && !name.starts_with("README") {
                found.push(name);
            }
        }
    }
    found.sort();
    Ok(found)
}
