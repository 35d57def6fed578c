//! Moves a staged site into place file by file, where folders cannot change places: every move is taken back when one fails,
//! and by the next build when this one is killed. Until then a killed build leaves old files among new ones.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::fault::{Deed, cannot, shown};
use super::journal::{Journal, is_removable};
use super::path::folders_above;
use super::plan::Move;
use super::stage::Staging;
use crate::message::{Message, message};

/// Moves under way.
pub(super) struct Commit<'a> {
    output: &'a Path,
    stage: &'a Staging,
    journal: Journal,
}

impl<'a> Commit<'a> {
    /// Writes down what stands where the moves lead. Nothing is moved yet.
    pub(super) fn begin(output: &'a Path, stage: &'a Staging, moves: &[Move]) -> anyhow::Result<Commit<'a>> {
        let fault = |error: io::Error| cannot(Deed::WriteIn, shown(output), &error);
        let journal = Journal::of(moves, output, stage).map_err(fault)?;
        stage.begin(&journal.print()).map_err(fault)?;
        Ok(Commit { output, stage, journal })
    }

    /// Runs all moves, or none: after a fault the folder is as it was.
    pub(super) fn run(self, moves: &[Move]) -> anyhow::Result<()> {
        for step in moves {
            if let Err(fault) = self.step(step) {
                return Err(self.take_back(&fault));
            }
        }
        let ended = self.stage.end().map_err(|error| cannot(Deed::WriteIn, shown(self.output), &error));
        ended.map_err(|fault| self.take_back(&fault))
    }

    /// Runs one move.
    pub(super) fn step(&self, step: &Move) -> anyhow::Result<()> {
        let (deed, path, outcome) = match step {
            Move::Place { staged, path } => (Deed::Write, path, self.place(staged, path)),
            Move::Remove { path } => (Deed::Remove, path, self.remove(path)),
        };
        outcome.map_err(|error| cannot(deed, format!("{}/{path}", shown(self.output)), &error))
    }

    fn place(&self, staged: &Path, path: &str) -> io::Result<()> {
        for folder in folders_above(path).map(|folder| self.output.join(folder)) {
            if !folder.exists() {
                fs::create_dir(&folder)?;
            }
        }
        let target = self.output.join(path);
        if target.symlink_metadata().is_ok_and(|data| data.is_dir()) {
            fs::remove_dir(&target)?;
        }
        fs::rename(staged, &target)
    }

    fn remove(&self, path: &str) -> io::Result<()> {
        if !is_removable(self.output, path) {
            return Ok(());
        }
        fs::remove_file(self.output.join(path))?;
        let above: Vec<PathBuf> = folders_above(path).map(|folder| self.output.join(folder)).collect();
        for folder in above.iter().rev() {
            if fs::remove_dir(folder).is_err() {
                break; // it holds something still
            }
        }
        Ok(())
    }

    /// Puts back what stood there, and says so beside the fault that made it necessary.
    pub(super) fn take_back(self, fault: &anyhow::Error) -> anyhow::Error {
        let lost = self.journal.put_back(self.output, self.stage);
        let (fault, output) = (Message::of(fault), shown(self.output));
        if lost.is_empty() {
            // A journal that cannot be removed is harmless: what it says is so already.
            drop(self.stage.end());
            return message!(
                "{fault}; {output} is as it was before",
                "{fault}；{output} 和原来一样，没有改动",
                fault = fault,
                output = output,
            )
            .into();
        }
        message!(
            "{fault}; in {output} these could not be put back: {lost}. Build again",
            "{fault}；{output} 里这些没能恢复：{lost}。请再生成一次",
            fault = fault,
            output = output,
            lost = Message::listed(lost.into_iter().map(|(path, _)| path)),
        )
        .into()
    }
}

/// Puts back what a build moved that was killed before it was done.
///
/// # Errors
/// When the journal cannot be read, or something cannot be put back; the journal stays then.
pub(super) fn recover(output: &Path, stage: &Staging) -> anyhow::Result<()> {
    let fault = |error: io::Error| cannot(Deed::WriteIn, shown(output), &error);
    let Some(text) = stage.journal().map_err(fault)? else { return Ok(()) };
    let lost = Journal::parse(&text).put_back(output, stage);
    if let Some((path, error)) = lost.first() {
        return Err(cannot(Deed::PutBack, format!("{}/{path}", shown(output)), error));
    }
    stage.end().map_err(fault)
}
