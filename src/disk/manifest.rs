//! The list of files that the last build made, and what it noted for the next. It marks a folder as ours and says what a later
//! build may remove.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::fault::{Deed, cannot, shown};
use super::path::{MANIFEST, check_path};
use crate::message::message;

/// First line of every manifest; the number is the form's.
const HEADING: &str = "gongdu 1";

/// What a line begins with that holds a note: no path of a site does, so that who knows no notes passes them over.
const NOTE: &str = ": ";

/// What the last build left.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The files that it made.
    pub(super) paths: BTreeSet<String>,
    /// What it noted, line by line.
    pub(super) notes: String,
}

/// The manifest's text: the heading, then a path a line, sorted, then the notes.
pub(super) fn print<'a>(paths: impl IntoIterator<Item = &'a str>, notes: &str) -> String {
    let mut sorted: Vec<&str> = paths.into_iter().collect();
    sorted.sort_unstable();
    sorted.dedup();
    let mut text = format!("{HEADING}\n");
    for path in sorted {
        text.push_str(path);
        text.push('\n');
    }
    for note in notes.lines() {
        text.push_str(NOTE);
        text.push_str(note);
        text.push('\n');
    }
    text
}

/// The files and notes of a manifest; `None` when the text is not a manifest of ours.
///
/// A line that is no path of a site and no note is passed over: somebody may have edited the file, and what it names is going
/// to be removed.
pub(super) fn parse(text: &str) -> Option<Manifest> {
    let mut lines = text.lines();
    if lines.next()? != HEADING {
        return None;
    }
    let mut manifest = Manifest::default();
    for line in lines {
        if let Some(note) = line.strip_prefix(NOTE) {
            manifest.notes.push_str(note);
            manifest.notes.push('\n');
        } else if check_path(line).is_ok() {
            manifest.paths.insert(line.to_owned());
        }
    }
    Some(manifest)
}

/// The manifest of an output folder; `None` when there is none.
pub(super) fn read(output: &Path) -> io::Result<Option<Manifest>> {
    let file = output.join(MANIFEST);
    match std::fs::symlink_metadata(&file) {
        Ok(data) if data.is_file() => {
            let bytes = std::fs::read(file)?;
            // Long, and whole: what is not is not worth much speed.
            let text =
                String::from_utf8(bytes).unwrap_or_else(|other| String::from_utf8_lossy(other.as_bytes()).into());
            Ok(parse(&text))
        }
        Ok(_) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The manifest of a folder that a build made.
///
/// # Errors
/// When it is none, or cannot be read.
pub(super) fn of_site(folder: &Path) -> anyhow::Result<Manifest> {
    let read = read(folder).map_err(|error| cannot(Deed::Read, shown(folder), &error))?;
    Ok(read.ok_or_else(|| {
        message!(
            "{folder} is no folder that gongdu built a site in",
            "{folder} 里没有 gongdu 生成的网站",
            folder = shown(folder)
        )
    })?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_sorted_and_read_back_with_its_notes() {
        let text = print(["b.html", "a/index.html"], "one\n: two\n");
        assert_eq!(text, "gongdu 1\na/index.html\nb.html\n: one\n: : two\n");
        let Manifest { paths, notes } = parse(&text.replace('\n', "\r\n")).unwrap();
        assert_eq!(paths.into_iter().collect::<Vec<_>>(), ["a/index.html", "b.html"]);
        assert_eq!(notes, "one\n: two\n");
    }

    #[test]
    fn a_line_that_leads_outside_is_passed_over() {
        assert_eq!(parse("gongdu 1\n../x\n/etc/passwd\n.gongdu\nok.html\n").unwrap().paths.len(), 1);
        assert_eq!(parse("gongdu 2\nok.html\n"), None);
        assert_eq!(parse(""), None);
    }
}
