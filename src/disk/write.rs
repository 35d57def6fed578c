//! Writes single files whole: a reader sees the old bytes or the new ones, never a half.

use std::fs;
use std::io::{self, BufRead as _, Write as _};
use std::path::{Path, PathBuf};

use super::fault::{Deed, cannot, refused, shown};
use crate::message::message;

/// What became of a file that was to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// There was none; now there is.
    New,
    /// It holds the new bytes in place of others.
    Replaced,
    /// It held these bytes already and was not touched.
    Unchanged,
    /// It holds other bytes, which were left alone.
    Kept,
}

/// Writes a file of the content, making the folders above it. A file that exists is replaced only when `overwrite` is
/// set; people mend these files by hand.
///
/// # Errors
/// When it cannot be written; what stood there before then still stands there.
pub fn write_new(path: &Path, bytes: &[u8], overwrite: bool) -> anyhow::Result<Written> {
    write(path, bytes, overwrite).map_err(|error| cannot(Deed::Write, shown(path), &error))
}

/// Takes a file of the content away.
///
/// # Errors
/// When it cannot be removed.
pub fn remove_file(path: &Path) -> anyhow::Result<()> {
    fs::remove_file(path).map_err(|error| cannot(Deed::Remove, shown(path), &error))
}

fn write(path: &Path, bytes: &[u8], overwrite: bool) -> io::Result<Written> {
    if path.is_dir() {
        return Err(refused(message!("a folder stands there", "那里是一个文件夹")));
    }
    let there = path.symlink_metadata().is_ok();
    if there && holds(path, bytes) {
        return Ok(Written::Unchanged);
    }
    if there && !overwrite {
        return Ok(Written::Kept);
    }
    let half = beside(path)?;
    let put = write_through(&half, bytes).and_then(|()| fs::rename(&half, path));
    if put.is_err() {
        // What matters is the first fault; a left-over is hidden and is written over next time.
        drop(fs::remove_file(&half));
    }
    put.map(|()| if there { Written::Replaced } else { Written::New })
}

/// Where a file is written before it takes its place; the folder is made if need be.
pub(super) fn beside(path: &Path) -> io::Result<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().ok_or_else(|| refused(message!("it is no name of a file", "它不是文件名")))?;
    fs::create_dir_all(folder)?;
    Ok(folder.join(format!(".{}.gongdu-new", name.to_string_lossy())))
}

/// Writes and waits for the device, so that a power cut after the rename does not leave an empty file.
fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Whether the regular file at `path` holds exactly `bytes`; the length is compared first, as most changes change it.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_length = path.symlink_metadata().is_ok_and(|data| data.is_file() && data.len() == bytes.len() as u64);
    same_length && fs::read(path).is_ok_and(|old| old == bytes)
}

/// Whether a regular file stands at `other` that holds the same bytes as `file`, both read a piece at a time.
pub(super) fn same_files(file: &Path, other: &Path) -> io::Result<bool> {
    let length = fs::metadata(file)?.len();
    if !other.symlink_metadata().is_ok_and(|data| data.is_file() && data.len() == length) {
        return Ok(false);
    }
    let mut pair = [file, other].map(|path| fs::File::open(path).map(io::BufReader::new));
    let [Ok(a), Ok(b)] = &mut pair else { return Ok(false) };
    loop {
        let (one, two) = (a.fill_buf()?, b.fill_buf()?);
        let length = one.len().min(two.len());
        if one[..length] != two[..length] {
            return Ok(false);
        }
        if length == 0 {
            return Ok(one.len() == two.len());
        }
        a.consume(length);
        b.consume(length);
    }
}
