//! Which paths a file of the site may have, so that it can stand on every system and never outside its folder.

use std::borrow::Cow;
use std::path::Path;

use crate::message::{Message, message};

/// The name in the output folder of the list of files that the last build made.
pub(super) const MANIFEST: &str = ".gongdu";

/// The name in the output folder of the stage: hidden, and on the same file system as what it will replace.
pub(super) const STAGE: &str = ".gongdu-stage";

/// What follows the name of a file that holds the same compressed: servers look for it.
pub(super) const COMPRESSED: &str = ".gz";

/// Names that Windows keeps for devices, whatever follows the first dot.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Checks the path of a file of the site, written with `/` from its root.
///
/// # Errors
/// What is wrong with it, as the end of a sentence (`it holds ..`): an absolute path, a path that climbs, characters
/// or names that some file system does not allow, or a name that publishing itself uses.
pub fn check_path(path: &str) -> Result<(), Message> {
    if path.is_empty() {
        return Err(message!("it is empty", "它是空的"));
    }
    if path.contains(|letter: char| letter.is_control() || "\\:*?\"<>|".contains(letter)) {
        return Err(message!(
            "it holds a character that not every system allows in a file name",
            "里面有的字不是每个系统都许在文件名里用"
        ));
    }
    if path.split('/').next().is_some_and(|first| same(first, MANIFEST) || same(first, STAGE)) {
        return Err(message!("gongdu keeps this name for itself", "这个名字 gongdu 自己要用"));
    }
    path.split('/').try_for_each(check_part)
}

/// Checks one name between slashes.
fn check_part(part: &str) -> Result<(), Message> {
    match part {
        "" => {
            return Err(message!(
                "it begins or ends with a slash, or holds two in a row",
                "它以斜杠开头或结尾，或者有两个斜杠连在一起"
            ));
        }
        "." | ".." => return Err(message!("it climbs out of its folder", "它走出了自己的文件夹")),
        _ => {}
    }
    if part.len() > 255 {
        return Err(message!("one of its names is longer than 255 bytes", "里面有的名字超过 255 字节"));
    }
    if part.ends_with(['.', ' ']) || part.starts_with(' ') {
        return Err(message!(
            "one of its names begins or ends with a space, or ends with a full stop",
            "里面有的名字以空格开头或结尾，或者以句点结尾"
        ));
    }
    let stem = part.split('.').next().unwrap_or(part).trim_end();
    if is_device(stem) {
        Err(message!("one of its names is a device of Windows", "里面有的名字是 Windows 的设备名"))
    } else {
        Ok(())
    }
}

/// `con`, `NUL`, `com1` and so on.
fn is_device(stem: &str) -> bool {
    let numbered = |prefix: &str| {
        let digit = stem.get(..3).filter(|start| same(start, prefix)).and_then(|_| stem.get(3..));
        digit.is_some_and(|digit| digit.len() == 1 && digit.starts_with(|d: char| ('1'..='9').contains(&d)))
    };
    DEVICES.iter().any(|device| same(stem, device)) || numbered("com") || numbered("lpt")
}

fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

/// The path as a file system that does not tell capitals apart sees it.
pub(super) fn folded(path: &str) -> Cow<'_, str> {
    // Nearly all are in small ASCII letters already.
    let is_plain = path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_plain { path.into() } else { path.to_lowercase().into() }
}

/// The folders above a file, the outermost first: `a/b/c.html` gives `a`, `a/b`.
pub(super) fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// A relative path with `/`; `None` when a name is not UTF-8.
pub(super) fn slashed(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

/// Whether one of the folders above `path` is a link, so that `path` lies outside `output`.
pub(super) fn through_link(output: &Path, path: &str) -> bool {
    folders_above(path).any(|folder| output.join(folder).is_symlink())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_could_leave_the_folder_or_break_a_system_is_refused() {
        for path in [
            "",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a/..",
            "./a",
            "a//b",
            "a/",
            "a\\b",
            "C:/x",
            "a\0b",
            "a\nb",
            "nul",
            "a/CON.html",
            "com1",
            "Lpt9.txt",
            "a./b",
            "a ",
            ".gongdu",
            ".GONGDU-stage/1",
            "a/b?c",
            "x|y",
        ] {
            assert!(check_path(path).is_err(), "{path:?}");
        }
        assert!(check_path(&"长".repeat(86)).is_err(), "258 bytes");
    }

    #[test]
    fn an_ordinary_path_is_allowed() {
        for path in [
            "index.html",
            "zichuan-2023/2-1/index.html",
            ".nojekyll",
            "报告/全文.csv",
            "com",
            "com10",
            "a..b",
            "console.js",
        ] {
            assert_eq!(check_path(path), Ok(()), "{path:?}");
        }
    }
}
