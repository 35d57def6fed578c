//! The folder of a site that was made elsewhere, of some of the reports: what another publication takes over from it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::manifest;

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
        let manifest = manifest::of_site(folder)?;
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
