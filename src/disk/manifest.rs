//! The list of files that the last build made. It marks a folder as ours and says what a later build may remove.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::path::{MANIFEST, check_path};

/// First line of every manifest; the number is the form's.
const HEADING: &str = "gongdu 1";

/// The manifest's text: the heading, then a path a line, sorted.
pub(super) fn print<'a>(paths: impl IntoIterator<Item = &'a str>) -> String {
    let sorted: BTreeSet<&str> = paths.into_iter().collect();
    let mut text = format!("{HEADING}\n");
    for path in sorted {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// The paths that a manifest names; `None` when the text is not a manifest of ours.
///
/// A line that is no path of a site is passed over: somebody may have edited the file, and what it names is going to
/// be removed.
pub(super) fn parse(text: &str) -> Option<BTreeSet<String>> {
    let mut lines = text.lines();
    (lines.next()? == HEADING).then(|| lines.filter(|line| check_path(line).is_ok()).map(str::to_owned).collect())
}

/// The manifest of an output folder; `None` when there is none.
pub(super) fn read(output: &Path) -> io::Result<Option<BTreeSet<String>>> {
    let file = output.join(MANIFEST);
    match std::fs::symlink_metadata(&file) {
        Ok(data) if data.is_file() => Ok(parse(&String::from_utf8_lossy(&std::fs::read(file)?))),
        Ok(_) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_sorted_and_read_back() {
        let text = print(["b.html", "a/index.html"]);
        assert_eq!(text, "gongdu 1\na/index.html\nb.html\n");
        let paths = parse(&text.replace('\n', "\r\n")).unwrap();
        assert_eq!(paths.into_iter().collect::<Vec<_>>(), ["a/index.html", "b.html"]);
    }

    #[test]
    fn a_line_that_leads_outside_is_passed_over() {
        assert_eq!(parse("gongdu 1\n../x\n/etc/passwd\n.gongdu\nok.html\n").unwrap().len(), 1);
        assert_eq!(parse("gongdu 2\nok.html\n"), None);
        assert_eq!(parse(""), None);
    }
}
