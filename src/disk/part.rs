//! The folder of a site that was made elsewhere, of some of the reports: what another publication takes over from it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::fault::{Deed, cannot, shown};
use super::manifest;
use crate::message::message;

/// What a build made, and noted for the next one.
pub struct SitePart {
    folder: PathBuf,
    paths: BTreeSet<String>,
    notes: String,
}

impl SitePart {
    /// Opens a folder that a build made.
    ///
    /// # Errors
    /// When it is none, or cannot be read.
    pub fn open(folder: &Path) -> anyhow::Result<SitePart> {
        let read = manifest::read(folder).map_err(|error| cannot(Deed::Read, shown(folder), &error))?;
        let manifest = read.ok_or_else(|| {
            message!(
                "{folder} is no folder that `gongdu build --shard` made",
                "{folder} 不是 `gongdu build --shard` 做出来的文件夹",
                folder = folder.display()
            )
        })?;
        Ok(SitePart { folder: folder.to_owned(), paths: manifest.paths, notes: manifest.notes })
    }

    /// What the build noted.
    pub fn notes(&self) -> &str {
        &self.notes
    }

    /// The bytes of one of its files.
    pub(super) fn read(&self, path: &str) -> Option<Vec<u8>> {
        let file = self.folder.join(path);
        let is_file = self.paths.contains(path) && file.symlink_metadata().is_ok_and(|data| data.is_file());
        is_file.then(|| fs::read(file).ok()).flatten()
    }
}
