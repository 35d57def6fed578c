//! Folders are read in one order, and nothing that is missing goes unsaid.

use std::fs;
use std::path::Path;

use super::*;
use crate::disk::{SIZE_LIMIT, Written, read_file, read_tree, subfolders, write_new};

#[test]
fn a_tree_is_read_in_the_order_of_names_without_left_overs() {
    let content = folder(&[
        ("b/2.md", "二"),
        ("b/10.md", "十"),
        ("a.toml", "a"),
        ("b.txt", "b"),
        (".git/config", "x"),
        ("b/.hidden", "x"),
        ("b/2.md~", "x"),
        ("b/2.md.swp", "x"),
        ("Thumbs.db", "x"),
        ("~$report.docx", "x"),
        ("empty/", ""),
    ]);
    let tree = read_tree(content.path(), "content").unwrap();
    assert!(tree.diagnostics.is_empty());
    let shown: Vec<_> = tree.value.files.iter().map(|file| &*file.shown).collect();
    assert_eq!(shown, ["content/a.toml", "content/b/10.md", "content/b/2.md", "content/b.txt"]);
    assert_eq!(tree.value.get("b/2.md").unwrap().bytes, "二".as_bytes());
    assert_eq!(tree.value.get("b"), None);
    assert_eq!(subfolders(content.path()).unwrap(), ["b", "empty"]);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error = read_tree(Path::new("no/such"), "content").unwrap_err().to_string();
    assert!(error.starts_with("cannot read content: "), "{error}");
    assert!(!error.contains("os error"), "{error}");
    assert!(read_file(Path::new("/")).unwrap_err().to_string().contains("it is a folder"));
}

#[test]
fn a_file_past_the_limit_is_a_fault_of_the_text() {
    let content = folder(&[("a.md", "a")]);
    fs::File::create(content.path().join("film.mp4")).unwrap().set_len(SIZE_LIMIT + 1).unwrap();
    let tree = read_tree(content.path(), "content").unwrap();
    assert_eq!(tree.value.files.len(), 1);
    assert_eq!(tree.diagnostics[0].code.as_str(), "file-too-large");
    assert_eq!(tree.diagnostics[0].location.as_ref().unwrap().file, "content/film.mp4");
    assert!(read_file(&content.path().join("film.mp4")).is_err());
}

#[cfg(unix)]
#[test]
fn links_are_followed_to_own_files_only() {
    use std::os::unix::fs::symlink;
    let home = folder(&[("secret.txt", "x"), ("content/a/1.md", "一")]);
    let content = home.path().join("content");
    for (target, link) in
        [("a/1.md", "ok.md"), ("../secret.txt", "out.md"), (".", "loop"), ("self", "self"), ("none", "gone")]
    {
        symlink(target, content.join(link)).unwrap();
    }
    let tree = read_tree(&content, "content").unwrap();
    assert_eq!(tree.value.files.iter().map(|file| &*file.path).collect::<Vec<_>>(), ["a/1.md", "ok.md"]);
    let files: Vec<_> = tree.diagnostics.iter().map(|fault| &*fault.location.as_ref().unwrap().file).collect();
    assert_eq!(files, ["content/gone", "content/loop", "content/out.md", "content/self"]);
}

#[cfg(unix)]
#[test]
fn all_that_cannot_be_read_is_said_in_one_run() {
    use std::os::unix::fs::PermissionsExt as _;
    let content = folder(&[("a.md", "a"), ("b/c.md", "c"), ("d.md", "d")]);
    let shut =
        |path: &str, mode| fs::set_permissions(content.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
    shut("a.md", 0o000);
    shut("b", 0o000);
    let may_read_all_the_same = fs::read(content.path().join("a.md")).is_ok(); // an administrator
    if !may_read_all_the_same {
        let error = read_tree(content.path(), "content").unwrap_err().to_string();
        assert_eq!(error, "cannot read content/a.md: Permission denied\ncannot read content/b: Permission denied");
    }
    shut("b", 0o755);
}

#[test]
fn a_file_that_exists_is_kept_unless_it_may_be_replaced() {
    let home = folder(&[]);
    let file = home.path().join("a/b/1.md");
    let rows = [
        ("1", false, Written::New),
        ("1", false, Written::Unchanged),
        ("2", false, Written::Kept),
        ("2", true, Written::Replaced),
    ];
    for (text, overwrite, expect) in rows {
        assert_eq!(write_new(&file, text.as_bytes(), overwrite).unwrap(), expect);
    }
    assert_eq!(files(home.path()), self::rows(&[("a/b/1.md", "2")]));
    let error = write_new(&home.path().join("a/b"), b"", true).unwrap_err().to_string();
    assert!(error.starts_with("cannot write ") && error.ends_with("a folder stands there"), "{error}");
}
