//! The folder beside the output in which the whole new site is laid out, to change places with the output in one step.
//!
//! A kill leaves one of these states, and the next build goes on from it:
//!
//! | | the output holds | its twin holds | the next build |
//! |---|---|---|---|
//! | 1 | the old site | (there is none) | has nothing to do |
//! | 2 | the old site | a part of the new site, or all of it, and the mark [`UNPUBLISHED`] | removes the twin |
//! | 3 | the new site | the old site, or what is still left of it | removes the twin, see [`clear`] |
//! | 4 | the new site | (there is none) | has nothing to do |
//!
//! The step from 2 to 3 is a single call of the system. What people put into the output stands in both folders before it,
//! under a second name of the same file: never a copy, so that a program which writes into such a file while we work
//! writes into both. What cannot have a second name, or a folder whose owner and rights we cannot repeat, ends the attempt;
//! nothing has happened to the output then, and files are moved in it one by one ([`super::commit`]).

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::fault::{Deed, cannot, shown};
use super::lock;
use super::manifest;
use super::path::{MANIFEST, STAGE, folders_above, slashed};
use super::plan::NextSite;
use super::system;

/// On the twin's stage: no reader has seen this site yet.
const UNPUBLISHED: &str = "unpublished";

/// The twin while it is filled.
struct Twin<'a> {
    output: &'a Path,
    folder: &'a Path,
    /// Its folders so far, relative.
    made: BTreeSet<PathBuf>,
}

/// Publishes `next` whole. The lock that comes back is that of the stage in the new site.
///
/// # Errors
/// Whatever the reason, the output is as it was.
pub(super) fn exchange(output: &Path, next: &NextSite<'_>) -> io::Result<Option<File>> {
    let output = output.canonicalize()?;
    let stands_in_it = Path::new(".").canonicalize().is_ok_and(|here| here.starts_with(&output));
    // Who runs us from inside the folder would be left standing in the old one.
    let folder = beside(&output).filter(|_| !stands_in_it).ok_or(io::ErrorKind::Unsupported)?;
    fs::create_dir(&folder)?;
    let mut twin = Twin { output: &output, folder: &folder, made: BTreeSet::new() };
    let exchanged = twin.fill(next).and_then(|lock| {
        system::sync(&folder)?;
        system::exchange(&folder, &output)?;
        Ok(lock)
    });
    if exchanged.is_err() {
        // What matters is the first fault; the next build clears what is left.
        drop(remove(&folder, None, &output));
    } else if let Some(above) = output.parent() {
        // The exchange itself cannot be lost in part, only as a whole.
        drop(system::sync_folder(above));
    }
    exchanged
}

impl Twin<'_> {
    fn fill(&mut self, next: &NextSite<'_>) -> io::Result<Option<File>> {
        let stage = self.folder.join(STAGE);
        fs::create_dir(&stage)?;
        fs::write(stage.join(UNPUBLISHED), "")?;
        system::take_rights(self.output, self.folder)?;
        // Nobody else may take the new site for one that is done before the old one is cleared away.
        let lock = lock::take(&stage)?;
        fs::write(self.folder.join(MANIFEST), next.manifest)?;
        for (path, made) in next.new {
            self.link(&made.stands_at(&self.output.join(path)), Path::new(path))?;
        }
        self.take_along(next)?;
        Ok(lock)
    }

    /// Gives a second name to everything in the output that no build of ours made.
    fn take_along(&mut self, next: &NextSite<'_>) -> io::Result<()> {
        let of_old: BTreeSet<&str> = next.old.iter().flat_map(|path| folders_above(path)).collect();
        let is_stage = |entry: &DirEntry| entry.depth() == 1 && entry.file_name() == STAGE;
        let walk = WalkDir::new(self.output).min_depth(1).into_iter().filter_entry(|entry| !is_stage(entry));
        for entry in walk {
            let entry = entry?;
            let path = entry.path().strip_prefix(self.output).unwrap_or(entry.path());
            // A name that is not UTF-8 is none of ours.
            let name = slashed(path).unwrap_or_default();
            let is_new = next.new.contains_key(&name);
            if entry.file_type().is_dir() {
                if !is_new && !of_old.contains(&*name) {
                    self.folder(path)?;
                }
            } else if !is_new && name != MANIFEST && !(next.old.contains(&name) && entry.file_type().is_file()) {
                self.link(entry.path(), path)?;
            }
        }
        Ok(())
    }

    fn link(&mut self, source: &Path, path: &Path) -> io::Result<()> {
        if let Some(above) = path.parent() {
            self.folder(above)?;
        }
        fs::hard_link(source, self.folder.join(path))
    }

    /// Makes a folder and those above it, with the rights that the same folder has in the output.
    fn folder(&mut self, path: &Path) -> io::Result<()> {
        let Some(above) = path.parent().filter(|_| !self.made.contains(path)) else { return Ok(()) };
        self.folder(above)?;
        let new = self.folder.join(path);
        fs::create_dir(&new)?;
        self.made.insert(path.to_owned());
        let old = self.output.join(path);
        if old.symlink_metadata().is_ok_and(|data| data.is_dir()) { system::take_rights(&old, &new) } else { Ok(()) }
    }
}

/// Clears away what an earlier build, or this one, left beside the output: a site that was not published, or the one before.
///
/// # Errors
/// When something in it cannot be removed, or a person's file cannot be taken back into the output; the rest stays then.
pub(super) fn clear(output: &Path) -> anyhow::Result<()> {
    let Some((folder, output)) = output.canonicalize().ok().and_then(|output| Some((beside(&output)?, output))) else {
        return Ok(());
    };
    cleared(&folder, &output).map_err(|error| cannot(Deed::Clear, shown(&folder), &error))
}

fn cleared(folder: &Path, output: &Path) -> io::Result<()> {
    if !folder.symlink_metadata().is_ok_and(|data| data.is_dir()) {
        return Ok(());
    }
    let stage = folder.join(STAGE);
    if !stage.is_dir() {
        // What holds no stage is a person's, or a build was killed as it began.
        drop(fs::remove_dir(folder));
        return Ok(());
    }
    let was_published = !stage.join(UNPUBLISHED).exists();
    let ours = if was_published { Some(manifest::read(folder)?.unwrap_or_default().paths) } else { None };
    remove(folder, ours.as_ref(), output)
}

/// Removes a twin; what tells its state goes last. Of one that was published, `ours` names what a build made, and all else
/// is a person's: it goes only if the output has it.
fn remove(folder: &Path, ours: Option<&BTreeSet<String>>, output: &Path) -> io::Result<()> {
    let told = [STAGE, MANIFEST].map(|name| folder.join(name));
    for entry in WalkDir::new(folder).min_depth(1).contents_first(true) {
        let entry = entry?;
        if told.iter().any(|told| entry.path().starts_with(told)) {
            continue;
        }
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let is_ours = |ours: &BTreeSet<String>| {
            entry.file_type().is_file() && slashed(path).is_some_and(|path| ours.contains(&path))
        };
        if entry.file_type().is_dir() {
            fs::remove_dir(entry.path())?;
        } else if ours.is_none_or(is_ours) {
            fs::remove_file(entry.path())?;
        } else {
            bring_home(entry.path(), &output.join(path))?;
        }
    }
    if let Err(error) = fs::remove_file(&told[1])
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error);
    }
    fs::remove_dir_all(&told[0])?;
    fs::remove_dir(folder)
}

/// Takes a person's file from the old site if it is not the one in the new site: it came, or was saved anew, while the
/// folders changed places. Of two that differ the later one stays.
fn bring_home(old: &Path, new: &Path) -> io::Result<()> {
    let (Ok(left), right) = (old.symlink_metadata(), new.symlink_metadata()) else { return Ok(()) };
    let is_later = match right {
        Err(_) => true,
        Ok(right) => !system::is_one_file(old, new) && !right.is_dir() && left.modified()? > right.modified()?,
    };
    if !is_later {
        return fs::remove_file(old);
    }
    if let Some(above) = new.parent() {
        fs::create_dir_all(above)?;
    }
    fs::rename(old, new)
}

/// Where the twin of an output folder stands; its name is hidden and tells whose it is.
fn beside(output: &Path) -> Option<PathBuf> {
    let name = output.file_name()?.to_string_lossy();
    Some(output.parent()?.join(format!(".{name}.gongdu-twin")))
}
