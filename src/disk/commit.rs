//! Moves a staged site into place step by step, and takes every step back when one fails.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::fault::{Deed, cannot};
use super::path::folders_above;
use super::stage::Stage;
use crate::message::{Message, message};

/// One move. Between any two steps the folder holds only whole files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Puts a staged file at its path, over what stands there.
    Place { staged: PathBuf, path: String },
    /// Takes away a file of an earlier build, and the folders that this leaves empty.
    Remove { path: String },
}

/// How to take back what a step did.
enum Undo {
    /// Nothing stood there: remove.
    RemoveFile(PathBuf),
    /// Other bytes stood there: put them back.
    PutBack {
        kept: PathBuf,
        target: PathBuf,
    },
    RemoveFolder(PathBuf),
    MakeFolder(PathBuf),
}

/// Steps under way.
pub(super) struct Commit<'a> {
    output: &'a Path,
    /// The output folder as messages name it.
    shown: &'a str,
    stage: &'a Stage,
    done: Vec<Undo>,
    /// How many files were taken away.
    pub(super) removed: usize,
}

impl<'a> Commit<'a> {
    pub(super) fn new(output: &'a Path, shown: &'a str, stage: &'a Stage) -> Commit<'a> {
        Commit { output, shown, stage, done: Vec::new(), removed: 0 }
    }

    /// Runs all steps, or none: after a fault the folder is as it was.
    pub(super) fn run(mut self, steps: &[Step]) -> anyhow::Result<usize> {
        for step in steps {
            if let Err(fault) = self.step(step) {
                return Err(self.take_back(fault));
            }
        }
        Ok(self.removed)
    }

    /// Runs one step. What a failed step did before it failed is on the list of things to take back.
    pub(super) fn step(&mut self, step: &Step) -> anyhow::Result<()> {
        let (deed, path, outcome) = match step {
            Step::Place { staged, path } => (Deed::Write, path, self.place(staged, path)),
            Step::Remove { path } => (Deed::Remove, path, self.remove(path)),
        };
        outcome.map_err(|error| cannot(deed, format!("{}/{path}", self.shown), &error))
    }

    fn place(&mut self, staged: &Path, path: &str) -> io::Result<()> {
        for folder in folders_above(path) {
            let folder = self.output.join(folder);
            if !folder.exists() {
                fs::create_dir(&folder)?;
                self.done.push(Undo::RemoveFolder(folder));
            }
        }
        let target = self.output.join(path);
        let undo = match target.symlink_metadata() {
            Ok(data) if data.is_dir() => {
                fs::remove_dir(&target)?;
                self.done.push(Undo::MakeFolder(target.clone()));
                Undo::RemoveFile(target.clone())
            }
            Ok(_) => Undo::PutBack { kept: self.keep(&target)?, target: target.clone() },
            Err(_) => Undo::RemoveFile(target.clone()),
        };
        fs::rename(staged, &target)?;
        self.done.push(undo);
        Ok(())
    }

    /// Keeps the old bytes under a second name, while they also stay where they are: no moment without the page.
    fn keep(&self, target: &Path) -> io::Result<PathBuf> {
        let kept = self.stage.fresh();
        // Some file systems have no second names.
        fs::hard_link(target, &kept).or_else(|_| fs::copy(target, &kept).map(drop))?;
        Ok(kept)
    }

    fn remove(&mut self, path: &str) -> io::Result<()> {
        let target = self.output.join(path);
        let ours = target.symlink_metadata().is_ok_and(|data| data.is_file());
        if !ours || through_link(self.output, path) {
            return Ok(());
        }
        let kept = self.stage.fresh();
        fs::rename(&target, &kept)?;
        self.done.push(Undo::PutBack { kept, target });
        self.removed += 1;
        let above: Vec<&str> = folders_above(path).collect();
        for folder in above.into_iter().rev().map(|folder| self.output.join(folder)) {
            if fs::remove_dir(&folder).is_err() {
                break; // it holds something still
            }
            self.done.push(Undo::MakeFolder(folder));
        }
        Ok(())
    }

    /// Takes everything back, the last step first, and says so beside the fault that made it necessary.
    pub(super) fn take_back(self, fault: anyhow::Error) -> anyhow::Error {
        let mut lost = BTreeSet::new();
        for undo in self.done.into_iter().rev() {
            let (path, outcome) = match undo {
                Undo::RemoveFile(path) => (path.clone(), fs::remove_file(path)),
                Undo::PutBack { kept, target } => (target.clone(), fs::rename(kept, target)),
                Undo::RemoveFolder(path) => (path.clone(), fs::remove_dir(path)),
                Undo::MakeFolder(path) => (path.clone(), fs::create_dir(path)),
            };
            if outcome.is_err() {
                lost.insert(path.strip_prefix(self.output).unwrap_or(&path).to_string_lossy().into_owned());
            }
        }
        if lost.is_empty() {
            return message!(
                "{fault}; {output} is as it was before",
                "{fault}；{output} 和原来一样，没有改动",
                fault = Message::of(&fault),
                output = self.shown,
            )
            .into();
        }
        message!(
            "{fault}; in {output} these could not be put back: {lost}. Build again",
            "{fault}；{output} 里这些没能恢复：{lost}。请再生成一次",
            fault = Message::of(&fault),
            output = self.shown,
            lost = Message::listed(lost),
        )
        .into()
    }
}

/// Whether one of the folders above `path` is a link, so that `path` lies outside `output`.
pub(super) fn through_link(output: &Path, path: &str) -> bool {
    folders_above(path).any(|folder| output.join(folder).is_symlink())
}
