//! The assets of a theme as files of the site: parts joined, scripts told their words, without what only a maintainer reads. Knows no template.

use std::collections::BTreeMap;

use super::{phrases, style_rules};
use crate::text::sha256_hex;
use crate::words::Words;

const FOLDER: &str = "assets/";

/// The scripts that are told words, each from a group: they stand before it in the same file, so that they cost no request.
/// What one script alone says comes with that script.
const SCRIPTS: &[(&str, &str)] = &[
    (FIRST, "reader"),
    ("assets/share.js", "share_script"),
    ("assets/aloud.js", "aloud_script"),
    ("assets/sift.js", "sift_script"),
];

/// The script that all pages have; the others add their words to its own.
const FIRST: &str = "assets/reader.js";

/// What some editors write before a text. Inside a file that was joined it would be taken for a sign of the text.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What pages ask for by itself. Whatever else a theme has is asked for by these, under the name that it has there.
const ASKED_FOR: [&str; 12] = [
    "assets/aloud.js",
    "assets/chart.css",
    "assets/holders.js",
    "assets/icon.svg",
    "assets/margin.js",
    "assets/otherwise.js",
    "assets/reader.js",
    "assets/reading.js",
    "assets/search.js",
    "assets/share.js",
    "assets/sift.js",
    "assets/style.css",
];

/// The path of each file on the site: what pages ask for has a digest of itself in its name, so that a new page is never met by an
/// old style, and what is not changed keeps its name.
pub(super) fn named(assets: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let name = |(path, bytes): (&String, &Vec<u8>)| {
        let is_asked_for = ASKED_FOR.contains(&path.as_str());
        (path.clone(), if is_asked_for { with_digest(path, bytes) } else { path.clone() })
    };
    assets.iter().map(name).collect()
}

/// A path with a digest of the file before its ending: `assets/style.3f2a9c1b.css`, as the hosts of docs/en/publishing.md keep it for ever.
pub(super) fn with_digest(path: &str, bytes: &[u8]) -> String {
    let (name, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    format!("{name}.{}.{ending}", &sha256_hex(bytes)[..8])
}

/// The files below `assets/`, by the path each has in the theme. Parts of one file are joined in the order they are given.
pub(super) fn joined<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>, words: &Words) -> BTreeMap<String, Vec<u8>> {
    let mut assets = BTreeMap::<String, Vec<u8>>::new();
    for (path, bytes) in files.filter(|(path, _)| path.starts_with(FOLDER)) {
        match whole(path) {
            Some(whole) => append(assets.entry(whole.to_owned()).or_default(), bytes),
            None => drop(assets.insert(path.to_owned(), bytes.to_vec())),
        }
    }
    for (path, group) in SCRIPTS {
        if let Some(script) = assets.get_mut(*path) {
            let own = phrases::for_script(words, group);
            let told = if *path == FIRST {
                format!("const WORDS = {own};\n")
            } else {
                format!("Object.assign(WORDS, {own});\n")
            };
            script.splice(0..0, told.into_bytes());
        }
    }
    for (path, bytes) in &mut assets {
        if path.ends_with(".js") {
            *bytes = script_without_remarks(bytes);
        } else if path.ends_with(".css")
            && let Ok(style) = str::from_utf8(bytes)
        {
            *bytes = style_rules::squeezed(style).into_bytes();
        }
    }
    assets
}

/// Whether `new` takes the place of `old` though it has another path: a whole file that of each of its parts.
pub(super) fn replaces(new: &str, old: &str) -> bool {
    whole(old) == Some(new)
}

/// The file that a path is a part of. Parts stand in a folder that has the file's name: `assets/reader.js/20-kept.js`.
fn whole(part: &str) -> Option<&str> {
    let (folder, _) = part.rsplit_once('/')?;
    (folder.ends_with(".js") || folder.ends_with(".css")).then_some(folder)
}

fn append(whole: &mut Vec<u8>, part: &[u8]) {
    whole.extend(part.strip_prefix(BYTE_ORDER_MARK).unwrap_or(part));
    if !whole.ends_with(b"\n") {
        whole.push(b'\n');
    }
}

/// A script without what only whoever changes the theme reads, which a reader's phone need not fetch: lines that are remarks, and the
/// blanks that lines begin with, unless these may stand in words that go over several lines.
fn script_without_remarks(script: &[u8]) -> Vec<u8> {
    let lines = || script.split_inclusive(|byte| *byte == b'\n');
    let opens_words = |line: &[u8]| line.iter().filter(|byte| **byte == b'`').count() % 2 == 1;
    let keeps_blanks = lines().any(opens_words);
    let code = lines().filter(|line| !line.trim_ascii_start().starts_with(b"//"));
    code.flat_map(|line| if keeps_blanks { line } else { unindented(line) }).copied().collect()
}

/// A line without the blanks before its first sign; an empty one stays.
fn unindented(line: &[u8]) -> &[u8] {
    let blanks = line.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    &line[blanks..]
}

#[cfg(test)]
mod tests {
    use super::script_without_remarks;

    #[test]
    fn a_script_comes_without_remarks_and_blanks_unless_these_may_be_words() {
        let sent = |script: &str| String::from_utf8(script_without_remarks(script.as_bytes())).expect("words");
        assert_eq!(sent("// why\nif (a) {\n\n  // how\n  b();\n}\n"), "if (a) {\n\nb();\n}\n");
        assert_eq!(sent("  a(`one\n  two`);\n  // why\n"), "  a(`one\n  two`);\n");
    }
}
