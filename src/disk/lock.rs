//! The lock that keeps two builds out of one folder. The system lets go of it when the program ends, however it ends.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use super::system;

/// The locked file's name on the stage.
pub(super) const LOCK: &str = "lock";

/// How often a stage may be removed under our hands before we give way.
const TRIES: usize = 100;

/// Makes the folder `stage` and takes the lock in it; `None` when another build has it.
///
/// # Errors
/// When the folder or the lock cannot be made.
pub(super) fn take(stage: &Path) -> io::Result<Option<File>> {
    let path = stage.join(LOCK);
    for _ in 0..TRIES {
        let lock = match open(stage, &path) {
            // A build that ends removes its stage, maybe at this moment.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            opened => opened?,
        };
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => return Ok(None),
            // A file system without locks is no reason not to build.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        // Nor is a lock worth anything that was removed before it was taken: the next build makes another.
        if system::is_at(&lock, &path) {
            return Ok(Some(lock));
        }
    }
    Ok(None)
}

fn open(stage: &Path, path: &Path) -> io::Result<File> {
    fs::create_dir_all(stage)?;
    File::options().create(true).truncate(false).write(true).open(path)
}
