//! The files of `static/` below the content folder, which go into the site as they are. None stands in the place of one that
//! gongdu makes, except `robots.txt`.

use std::collections::BTreeSet;

use super::paths::CheckedPaths;
use crate::artifact::{Artifact, Sink as _};
use crate::content::STATIC;
use crate::diagnostic::{Code, Diagnostic};
use crate::disk::{self, Tree, TreeFile};
use crate::message::message;

use super::request::Request;

/// The one file that takes the place of ours: what search engines may read is for who runs the site to say.
const ROBOTS: &str = "robots.txt";

/// The files, none where there is no such folder; `name` is what messages call the content folder.
pub(super) fn read(request: &Request, name: &str, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<Tree> {
    let folder = request.content.join(STATIC);
    if !disk::is_dir(&folder) {
        return Ok(Tree::default());
    }
    Ok(disk::read_static_tree(&folder, &format!("{name}/{STATIC}"))?.drain_into(diagnostics))
}

/// Whether the site has a `robots.txt` of its own.
pub(super) fn has_robots(tree: &Tree) -> bool {
    tree.get(ROBOTS).is_some()
}

/// Puts the files into the sink, which has all others already; gives the faults of those whose places are taken.
pub(super) fn put(tree: Tree, sink: &CheckedPaths<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    if tree.files.is_empty() {
        return Ok(Vec::new());
    }
    let made = MadePaths::of(sink.paths());
    let mut faults = Vec::new();
    for file in tree.files {
        if made.is_in_the_way_of(&file.path) {
            faults.push(taken(file));
        } else {
            sink.put(Artifact { path: file.path, bytes: file.bytes.into() })?;
        }
    }
    Ok(faults)
}

/// The paths of what gongdu makes, as a system sees them that does not tell capitals apart.
pub(super) struct MadePaths {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
}

impl MadePaths {
    pub fn of(paths: BTreeSet<String>) -> MadePaths {
        let mut made = MadePaths { files: BTreeSet::new(), folders: BTreeSet::new() };
        paths.iter().for_each(|path| made.add(path));
        made
    }

    pub fn add(&mut self, path: &str) {
        let path = path.to_lowercase();
        self.folders.extend(folders_above(&path).map(str::to_owned));
        self.files.insert(path);
    }

    pub fn is_in_the_way_of(&self, path: &str) -> bool {
        let path = path.to_lowercase();
        let below_file = folders_above(&path).any(|folder| self.files.contains(folder));
        self.files.contains(&path) || self.folders.contains(&path) || below_file
    }
}

fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

fn taken(file: TreeFile) -> Diagnostic {
    let message = message!(
        "`{path}` would stand where the site has a page or a file of its own",
        "`{path}` 的位置上，网站有自己的网页或文件",
        path = file.path
    );
    Diagnostic::error(Code::STATIC_FILE, message).in_file(file.shown).with_help(message!(
        "rename it, or move it into a folder of its own below static/; pages and styles are changed by a theme",
        "给它改名，或者放进 static/ 里另建的文件夹；要改网页和样式，用主题"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_taken_by_a_file_by_a_folder_and_by_a_file_above() {
        let made = MadePaths::of(["index.html", "about/index.html", "a/data.csv"].map(str::to_owned).into());
        for path in ["index.html", "Index.HTML", "about", "about/index.html", "index.html/x", "a/data.csv/b/c"] {
            assert!(made.is_in_the_way_of(path), "{path}");
        }
        for path in ["about/photo.jpg", "a/b", "index", ".well-known/security.txt"] {
            assert!(!made.is_in_the_way_of(path), "{path}");
        }
    }
}
