//! What an upload of a site has to carry, when the one before it is still at hand.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader};
use std::path::Path;

use super::fault::{Deed, cannot, shown};
use super::manifest;

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
            let is_new = !is_there(&had, old, &path);
            if !is_new && is_same(&old.join(&path), &file)? {
                continue;
            }
            difference.bytes += size;
            if is_new { difference.added.push(path) } else { difference.changed.push(path) }
        }
        Ok(difference)
    }
}

/// Whether the old site has a file: one that was taken away since is to be brought again.
fn is_there(had: &BTreeSet<String>, old: &Path, path: &str) -> bool {
    had.contains(path) && old.join(path).is_file()
}

/// Whether two files have the same bytes; neither is held in memory.
fn is_same(one: &Path, other: &Path) -> anyhow::Result<bool> {
    let open = |path: &Path| File::open(path).map_err(|error| cannot(Deed::Read, shown(path), &error));
    let [mut one, mut other] = [(one, open(one)?), (other, open(other)?)];
    let size = |(path, file): &(&Path, File)| {
        file.metadata().map(|data| data.len()).map_err(|error| cannot(Deed::Read, shown(path), &error))
    };
    if size(&one)? != size(&other)? {
        return Ok(false);
    }
    same_bytes(&mut one.1, &mut other.1).map_err(|error| cannot(Deed::Read, shown(one.0), &error))
}

fn same_bytes(one: &mut File, other: &mut File) -> io::Result<bool> {
    let (mut one, mut other) = (BufReader::new(one), BufReader::new(other));
    loop {
        let (left, right) = (one.fill_buf()?, other.fill_buf()?);
        let both = left.len().min(right.len());
        if left[..both] != right[..both] {
            return Ok(false);
        }
        if both == 0 {
            return Ok(left.len() == right.len());
        }
        one.consume(both);
        other.consume(both);
    }
}
