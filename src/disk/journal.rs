//! What stood in the output folder before files are moved in it, written down so that it can be put back: after a fault by
//! the same build, after a kill by the next. Putting back may itself be cut off and begun again.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::path::{MANIFEST, check_path, folders_above, through_link};
use super::plan::Move;
use super::stage::Staging;

/// First line of every journal; the number is the form's.
const HEADING: &str = "gongdu journal 1";

/// What stood at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Before {
    Nothing,
    Folder,
    /// A file, which is kept on the stage under this name.
    File(String),
}

/// What stood at each path that the moves touch.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Journal(BTreeMap<String, Before>);

impl Journal {
    /// Looks at what stands where the moves lead, and keeps each file under a second name on the stage.
    pub(super) fn of(moves: &[Move], output: &Path, stage: &Staging) -> io::Result<Journal> {
        let mut journal = Journal::default();
        for step in moves {
            match step {
                Move::Place { path, .. } => journal.note(path, output, stage)?,
                Move::Remove { path } if is_removable(output, path) => journal.note(path, output, stage)?,
                Move::Remove { .. } => {}
            }
        }
        Ok(journal)
    }

    fn note(&mut self, path: &str, output: &Path, stage: &Staging) -> io::Result<()> {
        for path in folders_above(path).chain([path]) {
            if self.0.contains_key(path) {
                continue;
            }
            let target = output.join(path);
            let before = match target.symlink_metadata() {
                Ok(data) if data.is_dir() => Before::Folder,
                Ok(_) => {
                    let kept = stage.fresh();
                    // Some file systems have no second names.
                    fs::hard_link(&target, &kept).or_else(|_| fs::copy(&target, &kept).map(drop))?;
                    Before::File(kept.file_name().unwrap_or_default().to_string_lossy().into_owned())
                }
                Err(_) => Before::Nothing,
            };
            self.0.insert(path.to_owned(), before);
        }
        Ok(())
    }

    /// The journal's text: the heading, then a path a line.
    pub(super) fn print(&self) -> String {
        let lines = self.0.iter().map(|(path, before)| match before {
            Before::Nothing => format!("nothing {path}\n"),
            Before::Folder => format!("folder {path}\n"),
            Before::File(kept) => format!("file {kept} {path}\n"),
        });
        std::iter::once(format!("{HEADING}\n")).chain(lines).collect()
    }

    /// Reads a journal; a line that is none of ours is passed over, as what it says is going to be done.
    pub(super) fn parse(text: &str) -> Journal {
        let line = |line: &str| {
            let (word, rest) = line.split_once(' ')?;
            let (before, path) = match word {
                "nothing" => (Before::Nothing, rest),
                "folder" => (Before::Folder, rest),
                "file" => rest.split_once(' ').map(|(kept, path)| (Before::File(kept.to_owned()), path))?,
                _ => return None,
            };
            let kept_on_stage = !matches!(&before, Before::File(kept) if kept.parse::<u64>().is_err());
            let known = path == MANIFEST || check_path(path).is_ok();
            (known && kept_on_stage).then(|| (path.to_owned(), before))
        };
        match text.split_once('\n') {
            Some((HEADING, lines)) => Journal(lines.lines().filter_map(line).collect()),
            _ => Journal::default(),
        }
    }

    /// Makes the folder what it was, and says at which paths it could not, and why.
    pub(super) fn put_back(&self, output: &Path, stage: &Staging) -> Vec<(String, io::Error)> {
        let mut lost = Vec::new();
        let mut tell = |path: &str, outcome: io::Result<()>| {
            lost.extend(outcome.err().map(|error| (path.to_owned(), error)));
        };
        // What is deeper goes first: a path sorts behind the folders above it.
        for (path, _) in self.0.iter().rev().filter(|(_, before)| **before == Before::Nothing) {
            tell(path, remove(&output.join(path)));
        }
        for (path, _) in self.0.iter().filter(|(_, before)| **before == Before::Folder) {
            tell(path, make_folder(&output.join(path)));
        }
        for (path, before) in &self.0 {
            if let Before::File(kept) = before {
                tell(path, restore(&stage.at(kept), &output.join(path)));
            }
        }
        lost
    }
}

/// Whether a file that an earlier build is said to have made is one, and lies in the output folder.
pub(super) fn is_removable(output: &Path, path: &str) -> bool {
    output.join(path).symlink_metadata().is_ok_and(|data| data.is_file()) && !through_link(output, path)
}

/// Takes away a new file, or a new folder unless a person has put something into it meanwhile.
fn remove(path: &Path) -> io::Result<()> {
    match path.symlink_metadata() {
        Ok(data) if data.is_dir() => fs::remove_dir(path).or_else(|error| match error.kind() {
            io::ErrorKind::DirectoryNotEmpty => Ok(()),
            _ => Err(error),
        }),
        Ok(_) => fs::remove_file(path),
        Err(_) => Ok(()),
    }
}

fn make_folder(path: &Path) -> io::Result<()> {
    match path.symlink_metadata() {
        Ok(data) if data.is_dir() => Ok(()),
        Ok(_) => fs::remove_file(path).and_then(|()| fs::create_dir(path)),
        Err(_) => fs::create_dir(path),
    }
}

fn restore(kept: &Path, path: &Path) -> io::Result<()> {
    if kept.symlink_metadata().is_err() {
        return Ok(()); // put back before, by a build that was killed while it did
    }
    if path.symlink_metadata().is_ok_and(|data| data.is_dir()) {
        fs::remove_dir(path)?;
    }
    fs::rename(kept, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_is_read_back_and_what_leads_outside_is_passed_over() {
        let text = "gongdu journal 1\nfile 0 .gongdu\nfile 3 a b.html\nfolder c\nnothing c/d\n";
        assert_eq!(Journal::parse(text).print(), text);
        for line in ["nothing ../x", "file ../x a", "file 3 /etc/passwd", "folder .gongdu-stage", "eat a"] {
            assert_eq!(Journal::parse(&format!("{HEADING}\n{line}\n")), Journal::default(), "{line}");
        }
        assert_eq!(Journal::parse("gongdu journal 2\nnothing a\n"), Journal::default());
    }
}
