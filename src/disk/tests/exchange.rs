//! A site changes places with the one before in one step, and what a kill left beside it is cleared away.
#![cfg(any(target_os = "linux", target_os = "macos"))]

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::*;
use crate::artifact::{Artifact, Sink};
use crate::disk::Publication;

/// What people put into a folder.
const BY_HAND: &[Row] = &[("CNAME", "example.org"), (".git/HEAD", "ref"), ("a/mine.txt", "mine"), ("uploads/x/", "")];

fn publish(output: &Path, site: &[Row]) {
    let publication = Publication::open(output).unwrap();
    for (path, text) in site {
        publication.put(Artifact::text(*path, *text)).unwrap();
    }
    publication.publish().unwrap();
}

fn identity(path: &Path) -> u64 {
    fs::symlink_metadata(path).unwrap().ino()
}

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// A folder that holds `site`, published with what people put there.
fn home() -> (TempDir, PathBuf) {
    let home = folder(&[]);
    let site = home.path().join("site");
    publish(&site, &[("index.html", "1"), ("a/index.html", "1"), ("same.css", "s"), ("gone/x", "1")]);
    lay(&site, BY_HAND);
    (home, site)
}

const NEXT: &[Row] = &[("index.html", "2"), ("a/index.html", "2"), ("same.css", "s"), ("new/x", "2")];

/// What is to stand in the folder after [`NEXT`] is published.
fn expected() -> BTreeMap<String, String> {
    rows(&[NEXT, &[("CNAME", "example.org"), (".git/HEAD", "ref"), ("a/mine.txt", "mine")]].concat())
}

#[test]
fn the_whole_folder_is_exchanged_and_holds_the_same_files_of_people() {
    let (home, site) = home();
    fs::set_permissions(site.join("a"), fs::Permissions::from_mode(0o750)).unwrap();
    symlink("CNAME", site.join("link")).unwrap();
    let kept = ["CNAME", ".git/HEAD", "a/mine.txt", "same.css", "link"].map(|path| identity(&site.join(path)));
    let before = identity(&site);
    publish(&site, NEXT);
    assert_ne!(identity(&site), before, "it is another folder");
    assert_eq!(["CNAME", ".git/HEAD", "a/mine.txt", "same.css", "link"].map(|path| identity(&site.join(path))), kept);
    assert_eq!(fs::metadata(site.join("CNAME")).unwrap().nlink(), 1);
    assert_eq!(fs::metadata(site.join("a")).unwrap().mode() & 0o7777, 0o750);
    assert!(site.join("uploads/x").is_dir(), "an empty folder of a person's stays");
    fs::remove_file(site.join("link")).unwrap();
    assert_eq!(files(&site), expected());
    assert_eq!(names(home.path()), ["site"], "nothing is left beside it");
    assert!(!site.join(".gongdu-stage").exists());
    let before = identity(&site);
    publish(&site, NEXT);
    assert_eq!(identity(&site), before, "when nothing changed nothing is exchanged");
}

#[test]
fn a_folder_behind_a_link_is_exchanged_where_it_stands() {
    let (home, site) = home();
    let link = home.path().join("link");
    symlink(&site, &link).unwrap();
    let before = identity(&site);
    publish(&link, NEXT);
    assert!(link.is_symlink());
    assert_ne!(identity(&site), before);
    assert_eq!(files(&site), expected());
}

/// Publishes [`NEXT`] where folders cannot be exchanged, and expects that the folder is the same and its files are right.
fn check_in_place(hinder: impl Fn(&Path, &Path)) {
    let (home, site) = home();
    hinder(home.path(), &site);
    let before = identity(&site);
    publish(&site, NEXT);
    assert_eq!(identity(&site), before);
    let found = files(&site);
    assert!(expected().iter().all(|(path, text)| found.get(path) == Some(text)), "{found:?}");
    assert!(!site.join("gone").exists() && !site.join(".gongdu-stage").exists());
}

#[test]
fn where_folders_cannot_be_exchanged_files_are_moved_in_the_folder() {
    // Somebody's folder has the name of the twin.
    check_in_place(|home, _| lay(home, &[(".site.gongdu-twin/thesis.doc", "years of work")]));
    // A folder of a person's that only another can make: only an administrator can lay it out, so only he tries it.
    check_in_place(|_, site| {
        let uploads = site.join("uploads");
        if std::os::unix::fs::chown(&uploads, Some(12345), Some(12345)).is_err() {
            let note = "note: not run as root, so a folder of another owner is not tried\n";
            std::io::stderr().write_all(note.as_bytes()).unwrap(); // not held back, as what eprintln! says
            let twin = site.with_file_name(".site.gongdu-twin");
            lay(&twin, &[("x", "")]);
        }
    });
}

#[test]
fn a_stranger_with_the_name_of_the_twin_is_not_touched() {
    let (home, site) = home();
    lay(home.path(), &[(".site.gongdu-twin/thesis.doc", "years of work")]);
    publish(&site, NEXT);
    assert_eq!(files(&home.path().join(".site.gongdu-twin")).len(), 1);
}

#[test]
fn a_site_that_was_laid_out_and_not_published_is_cleared_away() {
    let (home, site) = home();
    let twin = home.path().join(".site.gongdu-twin");
    // A file that its person removed after the kill does not come back.
    lay(&twin, &[(".gongdu-stage/unpublished", ""), (".gongdu", "gongdu 1\nindex.html\n"), ("index.html", "half")]);
    lay(&twin, &[("mine.txt", "removed")]);
    publish(&site, NEXT);
    assert_eq!(files(&site), expected());
    assert_eq!(names(home.path()), ["site"]);
}

#[test]
fn the_site_before_is_cleared_away_and_no_file_of_a_person_goes_with_it() {
    let (home, site) = home();
    let twin = home.path().join(".site.gongdu-twin");
    lay(&twin, &[(".gongdu-stage/3", "staged"), (".gongdu", "gongdu 1\nindex.html\nold/x\n"), ("index.html", "0")]);
    lay(&twin, &[("old/x", "0"), ("late/note.txt", "came while the folders changed places")]);
    lay(&twin, &[("CNAME", "saved anew"), (".git/HEAD", "older")]);
    let aside = SystemTime::now() + Duration::from_secs(9);
    fs::File::options().write(true).open(twin.join("CNAME")).unwrap().set_modified(aside).unwrap();
    let aside = SystemTime::now() - Duration::from_secs(9);
    fs::File::options().write(true).open(twin.join(".git/HEAD")).unwrap().set_modified(aside).unwrap();
    publish(&site, NEXT);
    let mut expect = expected();
    expect.insert("CNAME".into(), "saved anew".into());
    expect.insert("late/note.txt".into(), "came while the folders changed places".into());
    assert_eq!(files(&site), expect);
    assert_eq!(names(home.path()), ["site"]);
}

#[test]
fn the_first_site_comes_beside_what_git_and_hosts_put_there() {
    let home = folder(&[("site/.git/HEAD", "ref"), ("site/README.md", "r"), ("site/CNAME", "example.org")]);
    let site = home.path().join("site");
    publish(&site, &[("index.html", "1"), ("a.css", "1")]);
    let rest = [(".git/HEAD", "ref"), ("README.md", "r"), ("CNAME", "example.org")];
    assert_eq!(files(&site), rows(&[&[("index.html", "1"), ("a.css", "1")][..], &rest].concat()));
    assert_eq!(names(home.path()), ["site"]);
}
