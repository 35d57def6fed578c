//! How large a published site is: what a host counts when it takes one.

use std::path::Path;

use walkdir::WalkDir;

use super::fault::{Deed, cannot, shown};
use super::manifest;
use super::path::{MANIFEST, STAGE};
use crate::message::message;

/// The size of a site as it lies in its folder, with what others put there; what gongdu keeps there for itself is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteSize {
    /// How many files there are.
    pub files: usize,
    /// How many folders, the site's own not counted.
    pub folders: usize,
    /// How many bytes all files have together.
    pub bytes: u64,
    /// The path of the largest file, `/` between its parts, and its bytes.
    pub largest: (String, u64),
}

impl SiteSize {
    /// Measures the site in a folder that a build made.
    ///
    /// # Errors
    /// When the folder is none of ours, or cannot be read to its end.
    pub fn of(folder: &Path) -> anyhow::Result<SiteSize> {
        manifest::of_site(folder)?;
        let mut size = SiteSize::default();
        let own = |name: &std::ffi::OsStr| name == MANIFEST || name == STAGE || name == ".git";
        let walk = WalkDir::new(folder).min_depth(1).sort_by_file_name();
        for entry in walk.into_iter().filter_entry(|entry| !(entry.depth() == 1 && own(entry.file_name()))) {
            let unread = |error: walkdir::Error| {
                let path = error.path().unwrap_or(folder).display().to_string();
                match error.into_io_error() {
                    Some(error) => cannot(Deed::Read, path, &error),
                    None => message!("{path} leads to itself", "{path} 绕回了自己", path = path).into(),
                }
            };
            let entry = entry.map_err(unread)?;
            if entry.file_type().is_dir() {
                size.folders += 1;
                continue;
            }
            let bytes = entry.metadata().map_err(unread)?.len();
            size.files += 1;
            size.bytes += bytes;
            if bytes > size.largest.1 {
                let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                size.largest = (shown(path), bytes);
            }
        }
        Ok(size)
    }
}
