//! What an upload of a site has to carry, when the one before it is still at hand.

use std::fs;
use std::path::Path;

use super::fault::{Deed, cannot, shown};
use super::manifest;
use super::write::same_files;

/// How one site differs from another: paths of files, `/` between their parts, sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Files that only the new site has.
    pub added: Vec<String>,
    /// Files of both whose bytes differ.
    pub changed: Vec<String>,
    /// Files that only the old site has.
    pub removed: Vec<String>,
    /// How many bytes the files have that are added or changed.
    pub bytes: u64,
}

impl Difference {
    /// Compares two folders that builds made, file by file. What somebody else put there is left out, and so is the list that
    /// gongdu keeps there for itself.
    ///
    /// # Errors
    /// When a folder is none of ours, a file cannot be read, or one is missing in the new site.
    pub fn between(old: &Path, new: &Path) -> anyhow::Result<Difference> {
        let [had, has] = [manifest::of_site(old)?.paths, manifest::of_site(new)?.paths];
        let mut difference = Difference { removed: had.difference(&has).cloned().collect(), ..Difference::default() };
        for path in has {
            let file = new.join(&path);
            let size = fs::metadata(&file).map_err(|error| cannot(Deed::Read, shown(&file), &error))?.len();
            let before = old.join(&path);
            // One that was taken away in the old folder since is to be brought again.
            let is_new = !had.contains(&path) || !before.is_file();
            if !is_new && same_files(&file, &before).map_err(|error| cannot(Deed::Read, shown(&file), &error))? {
                continue;
            }
            difference.bytes += size;
            if is_new { difference.added.push(path) } else { difference.changed.push(path) }
        }
        Ok(difference)
    }
}
