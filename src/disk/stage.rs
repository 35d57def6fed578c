//! The folder inside the output where a build puts its files until all of them are there.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::fault::{Deed, cannot, cannot_since, shown};
use super::lock::{self, LOCK};
use super::path::STAGE;
use super::system::{self, Moment};
use crate::message::message;

/// Where a stage keeps the journal of moves under way.
const JOURNAL: &str = "journal";

/// An open stage. Dropping it removes it, and the output folder too if the stage made that and nothing was published.
pub(super) struct Staging {
    folder: PathBuf,
    lock: Option<File>,
    /// Folders made for the output, the innermost first.
    made: Vec<PathBuf>,
    next: AtomicU64,
}

impl Staging {
    /// Makes the output folder if need be, and in it a stage that no other build uses. What a killed build left there is
    /// still there, for those who make good what it began; then [`clear`](Staging::clear) it.
    pub(super) fn open(output: &Path) -> anyhow::Result<Staging> {
        let folder = output.join(STAGE);
        let missing = output.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists());
        let made = missing.map(Path::to_owned).collect();
        let mut stage = Staging { folder, lock: None, made, next: AtomicU64::new(0) };
        stage.lock = stage.take_lock().map_err(|error| cannot(Deed::WriteIn, shown(output), &error))?;
        if stage.lock.is_none() {
            return Err(cannot_since(
                Deed::WriteIn,
                shown(output),
                message!("another gongdu is publishing into it", "另一个 gongdu 正往里发布"),
            )
            .into());
        }
        Ok(stage)
    }

    fn take_lock(&self) -> io::Result<Option<File>> {
        if self.folder.symlink_metadata().is_ok_and(|data| !data.is_dir()) {
            fs::remove_file(&self.folder)?;
        }
        lock::take(&self.folder)
    }

    /// Removes everything but the lock.
    pub(super) fn clear(&self) -> anyhow::Result<()> {
        let clear = || -> io::Result<()> {
            for entry in fs::read_dir(&self.folder)? {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    fs::remove_dir_all(entry.path())?;
                } else if entry.file_name() != LOCK {
                    fs::remove_file(entry.path())?;
                }
            }
            Ok(())
        };
        clear().map_err(|error| cannot(Deed::Clear, shown(&self.folder), &error))
    }

    /// Puts bytes on the stage and says where.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<PathBuf> {
        let path = self.fresh();
        let mut file = File::create(&path)?;
        file.write_all(bytes)?;
        settle(&file)?;
        Ok(path)
    }

    /// Puts one file after another into a file on the stage, holding one at a time.
    pub(super) fn append(
        &self,
        path: &Path,
        pieces: impl Iterator<Item = anyhow::Result<Vec<u8>>>,
    ) -> anyhow::Result<()> {
        let fault = |error: &io::Error| cannot(Deed::Write, shown(path), error);
        let mut file = File::options().append(true).open(path).map_err(|error| fault(&error))?;
        for piece in pieces {
            file.write_all(&piece?).map_err(|error| fault(&error))?;
        }
        settle(&file).map_err(|error| fault(&error))
    }

    /// What time it is for files of this disk; `None` where the system does not say.
    pub(super) fn now(&self) -> Option<Moment> {
        let path = self.fresh();
        File::create(&path).ok()?;
        let look = system::look_at(&path);
        drop(fs::remove_file(&path));
        Some(look?.changed)
    }

    /// A path on the stage that nothing stands at.
    pub(super) fn fresh(&self) -> PathBuf {
        self.at(&self.next.fetch_add(1, Ordering::Relaxed).to_string())
    }

    /// The path of a name on the stage.
    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Waits until everything on the stage would outlive a power cut.
    pub(super) fn sync(&self) -> io::Result<()> {
        system::sync(&self.folder)
    }

    /// The journal that a build left which was killed while it moved files.
    pub(super) fn journal(&self) -> io::Result<Option<String>> {
        match fs::read_to_string(self.at(JOURNAL)) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Lays the journal down, whole, together with all that it speaks of.
    pub(super) fn begin(&self, journal: &str) -> io::Result<()> {
        let half = self.write(journal.as_bytes())?;
        self.sync()?;
        fs::rename(half, self.at(JOURNAL))?;
        system::sync_folder(&self.folder)
    }

    /// Ends what [`begin`](Staging::begin) began: from here on nothing is put back.
    pub(super) fn end(&self) -> io::Result<()> {
        self.sync()?;
        fs::remove_file(self.at(JOURNAL))?;
        system::sync_folder(&self.folder)
    }

    /// Lets go of the lock and leaves everything else, as a kill does.
    #[cfg(test)]
    pub(super) fn abandon(mut self) {
        self.lock.take();
        self.made.clear();
    }
}

impl Drop for Staging {
    /// Faults here change nothing for the reader; the next build clears what is left.
    fn drop(&mut self) {
        // The lock is let go of last, and with a journal nothing is removed: the next build needs it.
        let Some(lock) = self.lock.take().filter(|_| !self.at(JOURNAL).exists()) else { return };
        let removed = fs::remove_dir_all(&self.folder);
        drop(lock);
        if removed.is_err() {
            // Some systems remove no folder with an open file in it.
            drop(fs::remove_dir_all(&self.folder));
        }
        for folder in &self.made {
            drop(fs::remove_dir(folder));
        }
    }
}

/// Waits for the device where a whole stage cannot be waited for in one go.
fn settle(file: &File) -> io::Result<()> {
    if system::SYNCS_AT_ONCE { Ok(()) } else { file.sync_all() }
}
