//! The folder inside the output where a build puts its files until all of them are there.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::fault::{Deed, cannot, cannot_since, shown};
use crate::message::message;

/// The stage's name in the output folder; hidden, and on the same file system as what it will replace.
pub(super) const STAGE: &str = ".gongdu-stage";

/// Held while a build runs; the system lets go of it when the program ends, however it ends.
const LOCK: &str = "lock";

/// An open stage. Dropping it removes it, and the output folder too if the stage made that and nothing was published.
pub(super) struct Stage {
    folder: PathBuf,
    lock: Option<File>,
    /// Folders made for the output, the innermost first.
    made: Vec<PathBuf>,
    next: AtomicU64,
}

impl Stage {
    /// Makes the output folder if need be, and in it an empty stage; what a killed build left there is cleared.
    pub(super) fn open(output: &Path) -> anyhow::Result<Stage> {
        let folder = output.join(STAGE);
        let missing = output.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists());
        let made = missing.map(Path::to_owned).collect();
        let mut stage = Stage { folder, lock: None, made, next: AtomicU64::new(0) };
        let opened = stage.take_lock(output).map_err(|error| cannot(Deed::WriteIn, shown(output), &error))?;
        let Some(lock) = opened else {
            return Err(cannot_since(
                Deed::WriteIn,
                shown(output),
                message!("another gongdu is publishing into it", "另一个 gongdu 正往里发布"),
            )
            .into());
        };
        stage.lock = Some(lock);
        stage.clear().map_err(|error| cannot(Deed::Clear, shown(&stage.folder), &error))?;
        Ok(stage)
    }

    /// `None` when another program holds the lock.
    fn take_lock(&self, output: &Path) -> io::Result<Option<File>> {
        fs::create_dir_all(output)?;
        if self.folder.symlink_metadata().is_ok_and(|data| !data.is_dir()) {
            fs::remove_file(&self.folder)?;
        }
        fs::create_dir_all(&self.folder)?;
        let lock = File::options().create(true).truncate(false).write(true).open(self.folder.join(LOCK))?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            // A file system without locks is no reason not to build.
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(lock)),
        }
    }

    fn clear(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else if entry.file_name() != LOCK {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// Puts bytes on the stage and says where.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<PathBuf> {
        let file = self.fresh();
        fs::write(&file, bytes)?;
        Ok(file)
    }

    /// A path on the stage that nothing stands at.
    pub(super) fn fresh(&self) -> PathBuf {
        self.folder.join(self.next.fetch_add(1, Ordering::Relaxed).to_string())
    }
}

impl Drop for Stage {
    /// Faults here change nothing for the reader; the next build clears what is left.
    fn drop(&mut self) {
        let held = self.lock.take().is_some();
        if held {
            drop(fs::remove_dir_all(&self.folder));
        }
        for folder in &self.made {
            drop(fs::remove_dir(folder));
        }
    }
}
