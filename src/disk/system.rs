//! What a system can do with files beyond the standard library: exchange two folders, wait for its devices, tell whether
//! two names are one file and whether a file was changed. Nobody else asks which system this is.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Whether [`sync`] reaches every file of a file system in one go. Elsewhere each file is waited for as it is written.
pub(super) const SYNCS_AT_ONCE: bool = cfg!(target_os = "linux");

/// Lets two folders change places in one step, which nobody sees half done and no kill divides.
///
/// # Errors
/// When the system or this file system cannot, or one of the two is a mount point.
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }
    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    {
        let _ = (one, other);
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Waits until what was done below `folder` would outlive a power cut.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        Ok(rustix::fs::syncfs(File::open(folder)?)?)
    }
    #[cfg(not(target_os = "linux"))]
    {
        sync_folder(folder)
    }
}

/// Waits until the names in a folder would outlive a power cut. Windows keeps them in a journal of its own.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// A time as file systems write it down: seconds, and billionths of the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment(i128, i128);

/// What a system says of a file without reading it.
pub(super) struct FileLook {
    /// In bytes.
    pub(super) length: u64,
    /// Which file it is, its length and rights, and when it was written.
    pub(super) steady: Vec<u8>,
    /// When anything about it was changed last. Nobody can set this.
    pub(super) changed: Moment,
}

impl Moment {
    /// So many seconds before.
    pub(super) fn before(self, seconds: i64) -> Moment {
        Moment(self.0 - i128::from(seconds), self.1)
    }

    pub(super) fn to_bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        bytes[..16].copy_from_slice(&self.0.to_le_bytes());
        bytes[16..].copy_from_slice(&self.1.to_le_bytes());
        bytes
    }
}

/// How the file at `path` looks; `None` when there is none, or something else, or where the system keeps no time of change that
/// programs cannot set.
pub(super) fn look_at(path: &Path) -> Option<FileLook> {
    #[cfg(unix)]
    {
        use rustix::fs::FileType;
        let stat = rustix::fs::lstat(path).ok()?;
        if FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile {
            return None;
        }
        // Of systems, each has its own numbers.
        let told = [
            i128::from(stat.st_dev),
            i128::from(stat.st_ino),
            i128::from(stat.st_size),
            i128::from(stat.st_mode),
            i128::from(stat.st_mtime),
            i128::from(stat.st_mtime_nsec),
        ];
        let changed = Moment(i128::from(stat.st_ctime), i128::from(stat.st_ctime_nsec));
        let length = u64::try_from(stat.st_size).ok()?;
        Some(FileLook { length, steady: told.map(i128::to_le_bytes).concat(), changed })
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// What time it is; `None` where no file [looks](look_at) like anything.
pub(super) fn now() -> Option<Moment> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    cfg!(unix).then(|| Moment(since.as_secs().into(), since.subsec_nanos().into()))
}

/// Whether `path` is a name of the open `file`.
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        let pair = rustix::fs::fstat(file).ok().zip(rustix::fs::lstat(path).ok());
        pair.is_some_and(|(a, b)| (a.st_dev, a.st_ino) == (b.st_dev, b.st_ino))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}

/// Whether two paths are names of one file; never where the system does not say.
pub(super) fn is_one_file(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    {
        let pair = rustix::fs::lstat(one).ok().zip(rustix::fs::lstat(other).ok());
        pair.is_some_and(|(a, b)| (a.st_dev, a.st_ino) == (b.st_dev, b.st_ino))
    }
    #[cfg(not(unix))]
    {
        let _ = (one, other);
        false
    }
}

/// Gives the folder `new` the mode of the folder `old`, and expects that the two are alike then in whatever decides who may
/// do what in them.
///
/// # Errors
/// When they lie on different devices, or belong to different people, or one has lists of rights that the other has not.
pub(super) fn take_rights(old: &Path, new: &Path) -> io::Result<()> {
    let mode = fs::metadata(old)?.permissions();
    if fs::metadata(new)?.permissions() != mode {
        fs::set_permissions(new, mode)?;
    }
    #[cfg(unix)]
    {
        use rustix::fs::lstat;
        let (a, b) = (lstat(old)?, lstat(new)?);
        let alike = (a.st_dev, a.st_uid, a.st_gid, a.st_mode) == (b.st_dev, b.st_uid, b.st_gid, b.st_mode);
        if !alike || lists_of_rights(old) != lists_of_rights(new) {
            return Err(io::ErrorKind::Unsupported.into());
        }
    }
    Ok(())
}

/// How many bytes the names of a folder's extended attributes take, among which are access control lists.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn lists_of_rights(folder: &Path) -> usize {
    // A file system without such attributes has no lists either.
    rustix::fs::llistxattr(folder, &mut [0u8; 4096][..]).unwrap_or_default()
}

/// Systems on which no folders are exchanged.
#[cfg(all(unix, not(any(target_os = "linux", target_os = "macos"))))]
fn lists_of_rights(_folder: &Path) -> usize {
    0
}
