//! Works out how one site becomes the next: what stands in the way, and the order of the moves. Moves nothing.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::fault::shown;
use super::path::{COMPRESSED, folded, folders_above};
use crate::message::{Message, message};

/// One move. Between any two the output folder holds only whole files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// Puts a staged file at its path, over what stands there.
    Place { staged: PathBuf, path: String },
    /// Takes away a file of an earlier build, and the folders that this leaves empty.
    Remove { path: String },
}

/// A file of the new site.
pub(super) struct MadeFile {
    /// In bytes.
    pub(super) length: u64,
    pub(super) fate: Fate,
}

/// A whole site on its way.
pub(super) struct NextSite<'a> {
    /// What the last build made.
    pub(super) old: &'a BTreeSet<String>,
    /// What this build made, by path.
    pub(super) new: &'a BTreeMap<String, MadeFile>,
    /// The new manifest's text.
    pub(super) manifest: &'a str,
}

/// What the file at the same path in the output folder has to do with the new one.
pub(super) enum Fate {
    /// It holds the same bytes.
    Unchanged,
    /// It holds other bytes.
    Changed(PathBuf),
    /// There is none.
    Fresh(PathBuf),
}

impl MadeFile {
    pub(super) fn is_unchanged(&self) -> bool {
        matches!(self.fate, Fate::Unchanged)
    }

    /// Where its bytes are while the site is on its way to a folder in which it has the place `target`.
    pub(super) fn stands_at(&self, target: &Path) -> PathBuf {
        match &self.fate {
            Fate::Unchanged => target.to_owned(),
            Fate::Changed(staged) | Fate::Fresh(staged) => staged.clone(),
        }
    }
}

/// Checks paths together.
///
/// # Errors
/// Two of them: one a folder of the other, or alike but for capitals (one file on many systems).
pub fn check_together<'p>(paths: impl Iterator<Item = &'p String> + Clone) -> Result<(), Message> {
    // Most often they come in order, and are sorted at once.
    let mut seen: Vec<(Cow<'_, str>, &str)> = paths.clone().map(|path| (folded(path), path.as_str())).collect();
    seen.sort();
    if let Some(pair) = seen.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        let (other, path) = (pair[0].1, pair[1].1);
        return Err(message!(
            "two files of the site have paths that differ in capitals only: {other} and {path}",
            "网站的两个文件，路径只有大小写不同：{other} 和 {path}"
        ));
    }
    let is_file = |folder: &str| seen.binary_search_by(|(path, _)| (**path).cmp(&*folded(folder))).is_ok();
    let mut last = "";
    for path in paths {
        // The folders that both lie below were asked for already.
        let shared = path.bytes().zip(std::mem::replace(&mut last, path).bytes()).take_while(|(a, b)| a == b).count();
        if let Some(folder) = folders_above(path).filter(|folder| folder.len() >= shared).find(|folder| is_file(folder))
        {
            return Err(message!(
                "the site has a file {folder} and also the file {path} below it",
                "网站有一个文件 {folder}，又有一个文件 {path} 在它下面"
            ));
        }
    }
    Ok(())
}

/// What stands where files of the site must go and was made by no build of ours.
pub(super) fn in_the_way(output: &Path, old: &BTreeSet<String>, new: &BTreeMap<String, MadeFile>) -> Vec<String> {
    let mut found = BTreeSet::new();
    for path in new.iter().filter(|(_, made)| !made.is_unchanged()).map(|(path, _)| path) {
        for above in folders_above(path) {
            let blocked = output.join(above).symlink_metadata().is_ok_and(|data| !data.is_dir());
            if blocked && !is_ours(old, above) {
                found.insert(above.to_owned());
            }
        }
        let target = output.join(path);
        match target.symlink_metadata() {
            Ok(data) if data.is_dir() => found.extend(hand_made_below(output, &target, old)),
            Ok(data) if data.is_symlink() || !is_ours(old, path) => found.extend([path.clone()]),
            _ => {}
        }
    }
    found.into_iter().collect()
}

/// Files in `folder` that the last build did not make.
fn hand_made_below(output: &Path, folder: &Path, old: &BTreeSet<String>) -> Vec<String> {
    let files = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    let paths = files.map(|entry| shown(entry.path().strip_prefix(output).unwrap_or(entry.path())));
    paths.filter(|path| !is_ours(old, path)).collect()
}

/// Whether the last build made what stands at `path`. Some systems find `Old.html` when asked for `old.html`.
pub(super) fn is_ours(old: &BTreeSet<String>, path: &str) -> bool {
    let blind = cfg!(any(windows, target_os = "macos"));
    old.contains(path) || blind && old.iter().any(|made| folded(made) == folded(path))
}

/// The moves from the old site to the new one, in an order that can be cut off anywhere.
pub(super) fn plan(old: &BTreeSet<String>, new: &BTreeMap<String, MadeFile>) -> Vec<Move> {
    let gone: Vec<&String> = old.iter().filter(|path| !new.contains_key(*path)).collect();
    let (early, late) = in_room_first(gone, new);
    let mut placed: Vec<_> =
        new.iter().filter_map(|(path, made)| Some((rank(path, &made.fate)?, path, &made.fate))).collect();
    placed.sort_by(|(a, a_path, _), (b, b_path, _)| (a, a_path).cmp(&(b, b_path)));
    let remove = |path: &String| Move::Remove { path: path.clone() };
    let place = placed.into_iter().filter_map(|(_, path, fate)| match fate {
        Fate::Unchanged => None,
        Fate::Changed(staged) | Fate::Fresh(staged) => Some(Move::Place { staged: staged.clone(), path: path.clone() }),
    });
    early.into_iter().map(remove).chain(place).chain(late.into_iter().map(remove)).collect()
}

/// Old files that stand where the new site needs a folder, or the other way round, must make room first; beside them those that need not.
fn in_room_first<'p>(gone: Vec<&'p String>, new: &BTreeMap<String, MadeFile>) -> (Vec<&'p String>, Vec<&'p String>) {
    if gone.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let taken: BTreeSet<Cow<'_, str>> = new.keys().map(|path| folded(path)).collect();
    let folders: BTreeSet<Cow<'_, str>> = new.keys().flat_map(|path| folders_above(path).map(folded)).collect();
    let in_room = |path: &str| {
        let path = folded(path);
        taken.contains(&path) || folders.contains(&path) || folders_above(&path).any(|folder| taken.contains(folder))
    };
    gone.into_iter().partition(|path| in_room(path))
}

/// Where a file comes in the order of publishing: what is linked to before what links to it. New pages precede changed
/// ones, which may link to them, and deep pages precede the pages above them. A page is one compressed, too. `None` for a file
/// that stays.
fn rank(path: &str, fate: &Fate) -> Option<(bool, bool, bool, Reverse<usize>)> {
    let changed = match fate {
        Fate::Unchanged => return None,
        Fate::Changed(_) => true,
        Fate::Fresh(_) => false,
    };
    let path = path.strip_suffix(COMPRESSED).unwrap_or(path);
    let page = path.ends_with(".html");
    Some((path == "index.html", page, changed, Reverse(path.matches('/').count())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lays out new files, written `changed path`, `fresh path` or `same path`, over old ones.
    fn check(old: &[&str], new: &[&str], expect: &[&str]) {
        let old = old.iter().map(|path| path.to_string()).collect();
        let new = new.iter().map(|row| match row.split_once(' ').unwrap() {
            ("changed", path) => (path.to_owned(), MadeFile { length: 0, fate: Fate::Changed(PathBuf::new()) }),
            ("fresh", path) => (path.to_owned(), MadeFile { length: 0, fate: Fate::Fresh(PathBuf::new()) }),
            (_, path) => (path.to_owned(), MadeFile { length: 0, fate: Fate::Unchanged }),
        });
        let moves = plan(&old, &new.collect());
        let moves = moves.into_iter().map(|step| match step {
            Move::Place { path, .. } => format!("place {path}"),
            Move::Remove { path } => format!("remove {path}"),
        });
        assert_eq!(moves.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn what_is_linked_to_comes_before_what_links_to_it() {
        check(
            &["index.html", "a/index.html", "gone.html", "style.css", "same.svg"],
            &[
                "changed index.html",
                "changed index.html.gz",
                "changed a/index.html",
                "fresh b/index.html",
                "fresh b/1/index.html",
                "changed style.css",
                "fresh data.csv",
                "fresh data.csv.gz",
                "same same.svg",
            ],
            &[
                "place data.csv",
                "place data.csv.gz",
                "place style.css",
                "place b/1/index.html",
                "place b/index.html",
                "place a/index.html",
                "place index.html",
                "place index.html.gz",
                "remove gone.html",
            ],
        );
    }

    #[test]
    fn what_stands_in_the_way_goes_first() {
        check(
            &["a", "b/c", "z"],
            &["fresh a/x", "changed b"],
            &["remove a", "remove b/c", "place a/x", "place b", "remove z"],
        );
        check(&["A.html"], &["fresh a.html"], &["remove A.html", "place a.html"]);
    }
}
