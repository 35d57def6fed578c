//! A site is published whole or not at all, and nothing of a person's is ever lost.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::*;
use crate::artifact::{Artifact, Sink};
use crate::disk::{OutputRefusal, Publication, Published, guard_output, manifest};
use crate::message::Language;

fn staged(output: &Path, site: &[Row]) -> anyhow::Result<Publication> {
    let publication = Publication::open(output)?;
    for (path, text) in site {
        publication.put(Artifact::text(*path, *text))?;
    }
    Ok(publication)
}

fn publish(output: &Path, site: &[Row]) -> anyhow::Result<Published> {
    staged(output, site)?.publish()
}

/// Publishes `site` over what `first` published and `by_hand` added, and expects these files, hand-made ones included.
fn check(first: &[Row], by_hand: &[Row], site: &[Row], expect: &[Row]) -> Published {
    let output = folder(&[]);
    publish(output.path(), first).unwrap();
    lay(output.path(), by_hand);
    let published = publish(output.path(), site).unwrap();
    assert_eq!(files(output.path()), rows(expect));
    assert!(!output.path().join(".gongdu-stage").exists());
    published
}

fn notes(refusal: &OutputRefusal) -> Vec<&str> {
    refusal.0.notes.iter().map(|note| note.said_in(Language::English)).collect()
}

/// Expects that publishing `site` fails with words that hold `says` and changes nothing.
fn check_refused(first: &[Row], by_hand: &[Row], site: &[Row], says: &str) {
    let output = folder(&[]);
    publish(output.path(), first).unwrap();
    lay(output.path(), by_hand);
    let before = snapshot(output.path());
    let error = publish(output.path(), site).unwrap_err();
    let notes = error.downcast_ref::<OutputRefusal>().map(|refusal| notes(refusal).join("; "));
    let fault = format!("{error}: {}", notes.unwrap_or_default());
    assert!(fault.contains(says), "{fault}");
    assert_eq!(snapshot(output.path()), before);
    assert!(!output.path().join(".gongdu-stage").exists());
}

#[test]
fn a_site_replaces_the_one_before_and_leaves_what_people_put_there() {
    let first = [("index.html", "1"), ("old/a/index.html", "x"), ("old/b.csv", "y"), ("same.css", "s")];
    let by_hand = [("CNAME", "example.org"), ("old/b.txt", "mine")];
    let site = [("index.html", "2"), ("new/index.html", "n"), ("same.css", "s")];
    let expect = [
        ("CNAME", "example.org"),
        ("index.html", "2"),
        ("new/index.html", "n"),
        ("old/b.txt", "mine"),
        ("same.css", "s"),
    ];
    let published = check(&first, &by_hand, &site, &expect);
    assert_eq!(published, Published { written: 2, unchanged: 1, removed: 2, files: 3, bytes: 3 });
}

#[test]
fn folders_that_publishing_empties_go_and_others_stay() {
    let output = folder(&[]);
    publish(output.path(), &[("a/b/c.html", "1"), ("d/e.html", "2")]).unwrap();
    lay(output.path(), &[("d/mine/", "")]);
    publish(output.path(), &[("index.html", "3")]).unwrap();
    assert_eq!(snapshot(output.path()).into_keys().collect::<Vec<_>>(), [".gongdu", "d/", "d/mine/", "index.html"]);
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    check(&[("a", "1")], &[], &[("a/b/c", "2")], &[("a/b/c", "2")]);
    check(&[("a/b/c", "1"), ("a/d", "1")], &[], &[("a", "2")], &[("a", "2")]);
}

#[test]
fn a_path_may_change_its_capitals() {
    check(&[("Old/index.html", "1")], &[], &[("old/index.html", "1")], &[("old/index.html", "1")]);
}

#[test]
fn what_people_made_is_never_written_over() {
    check_refused(
        &[("index.html", "1")],
        &[("about.html", "mine")],
        &[("about.html", "ours")],
        "in the way: `about.html`",
    );
    check_refused(&[("index.html", "1")], &[("about", "mine")], &[("about/index.html", "ours")], "in the way: `about`");
    check_refused(&[("x", "1")], &[("about/mine.txt", "mine")], &[("about", "ours")], "in the way: `about/mine.txt`");
}

#[test]
fn an_empty_folder_where_a_file_must_go_makes_room_and_a_nested_one_stops_the_build() {
    check(&[("x", "1")], &[("about/", "")], &[("about", "ours")], &[("about", "ours")]);
    check_refused(&[("x", "1")], &[("about/deep/", "")], &[("about", "ours")], "is as it was before");
}

#[test]
fn hand_made_bytes_that_are_the_same_stay_a_persons() {
    let output = folder(&[(".nojekyll", "")]);
    publish(output.path(), &[(".nojekyll", ""), ("a.html", "1")]).unwrap();
    publish(output.path(), &[("b.html", "1")]).unwrap();
    assert_eq!(files(output.path()), rows(&[(".nojekyll", ""), ("b.html", "1")]));
}

#[test]
fn two_files_at_one_path_stop_the_build() {
    check_refused(&[("a", "1")], &[], &[("a", "2"), ("a", "2")], "two files of the site have the path a");
    check_refused(&[("a", "1")], &[], &[("b", "2"), ("B", "2")], "capitals only: B and b");
    check_refused(&[("a", "1")], &[], &[("b", "2"), ("b/c", "2")], "a file b and also the file b/c");
}

#[test]
fn a_path_that_leads_outside_stops_the_build() {
    check_refused(&[("a", "1")], &[], &[("b", "2"), ("../x", "2")], "`../x`: it climbs");
    check_refused(&[("a", "1")], &[], &[(".gongdu", "2")], "keeps this name for itself");
}

#[test]
fn a_build_that_is_given_up_leaves_the_folder_as_it_was() {
    let output = folder(&[]);
    publish(output.path(), &[("index.html", "1"), ("a/b.html", "1")]).unwrap();
    let before = snapshot(output.path());
    drop(staged(output.path(), &[("index.html", "2"), ("c/d.html", "2")]).unwrap());
    assert_eq!(snapshot(output.path()), before);
    assert!(!output.path().join(".gongdu-stage").exists());

    let nowhere = output.path().join("x/y/z");
    drop(staged(&nowhere, &[("index.html", "1")]).unwrap());
    assert!(!output.path().join("x").exists(), "folders made for the output go again");
}

#[test]
fn a_site_with_a_lost_file_is_not_published() {
    let output = folder(&[("index.html", "1")]);
    fs::write(output.path().join(".gongdu"), "gongdu 1\nindex.html\n").unwrap();
    let before = snapshot(output.path());
    let publication = staged(output.path(), &[("index.html", "2")]).unwrap();
    fs::remove_dir_all(output.path().join(".gongdu-stage")).unwrap();
    assert!(publication.put(Artifact::text("b.html", "2")).unwrap_err().to_string().starts_with("cannot write "));
    assert!(publication.publish().is_err(), "even if the caller did not look");
    assert_eq!(snapshot(output.path()), before);
}

#[test]
fn a_folder_that_gongdu_did_not_make_is_refused() {
    let output = folder(&[("thesis.doc", "years of work"), ("README.md", "r")]);
    let error = Publication::open(output.path()).err().unwrap();
    let refusal = error.downcast_ref::<OutputRefusal>().unwrap();
    assert_eq!(refusal.0.code.as_str(), "foreign-output");
    assert_eq!(notes(refusal), ["it holds `thesis.doc`"]);
    assert_eq!(files(output.path()).len(), 2);
    publish(folder(&[(".gitignore", "x"), ("README.md", "r"), (".git/HEAD", "h")]).path(), &[("a", "1")]).unwrap();

    let newer = folder(&[(".gongdu", "gongdu 9\n"), ("index.html", "1")]);
    assert!(publish(newer.path(), &[("a", "1")]).is_err());
}

#[test]
fn an_edited_manifest_removes_nothing_outside() {
    let home = folder(&[("x.txt", "mine"), ("site/.gongdu", "gongdu 1\n../x.txt\nlink/x.txt\nindex.html\n")]);
    lay(home.path(), &[("far/x.txt", "mine"), ("site/index.html", "1")]);
    #[cfg(unix)]
    std::os::unix::fs::symlink(home.path().join("far"), home.path().join("site/link")).unwrap();
    let published = publish(&home.path().join("site"), &[("a.html", "2")]).unwrap();
    assert_eq!(published.removed, 1);
    assert!(home.path().join("x.txt").exists() && home.path().join("far/x.txt").exists());
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_is_not_written_through() {
    let home = folder(&[("far/keep.txt", "mine"), ("site/", "")]);
    let site = home.path().join("site");
    publish(&site, &[("index.html", "1")]).unwrap();
    std::os::unix::fs::symlink(home.path().join("far"), site.join("data")).unwrap();
    let error = publish(&site, &[("index.html", "2"), ("data/keep.txt", "2")]).unwrap_err();
    assert!(error.is::<OutputRefusal>());
    assert_eq!(fs::read_to_string(home.path().join("far/keep.txt")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(site.join("index.html")).unwrap(), "1");
}

#[test]
fn a_build_with_nothing_new_touches_no_file() {
    let output = folder(&[]);
    let site = [("index.html", "1"), ("a/b.css", "2")];
    publish(output.path(), &site).unwrap();
    let files = ["index.html", "a/b.css", ".gongdu"].map(|path| output.path().join(path));
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for file in &files {
        fs::File::options().write(true).open(file).unwrap().set_modified(long_ago).unwrap();
    }
    assert_eq!(publish(output.path(), &site).unwrap().unchanged, 2);
    for file in &files {
        assert_eq!(fs::metadata(file).unwrap().modified().unwrap(), long_ago, "{}", file.display());
    }
}

#[test]
fn only_one_build_at_a_time_publishes_into_a_folder() {
    let output = folder(&[]);
    let first = Publication::open(output.path()).unwrap();
    let error = Publication::open(output.path()).err().unwrap().to_string();
    assert!(error.ends_with("another gongdu is publishing into it"), "{error}");
    drop(first);
    Publication::open(output.path()).unwrap();
}

#[test]
fn what_a_killed_build_left_on_the_stage_is_cleared() {
    let output = folder(&[(".gongdu-stage/lock", ""), (".gongdu-stage/7", "half"), (".gongdu-stage/x/y", "half")]);
    publish(output.path(), &[("a", "1")]).unwrap();
    assert_eq!(snapshot(output.path()).into_keys().collect::<Vec<_>>(), [".gongdu", "a"]);
}

#[test]
fn many_threads_may_put_at_once() {
    let output = folder(&[]);
    let publication = Publication::open(output.path()).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let publication = &publication;
            scope.spawn(move || {
                for number in 0..50 {
                    publication
                        .put(Artifact::text(format!("{thread}/{number}.html"), format!("{thread} {number}")))
                        .unwrap();
                }
            });
        }
    });
    assert_eq!(publication.publish().unwrap().written, 400);
    assert_eq!(files(output.path())["7/49.html"], "7 49");
}

#[test]
fn a_build_killed_at_any_step_is_tidied_up_by_the_next() {
    let paths = |text: &str| manifest::parse(text).unwrap().paths;
    let output = folder(&[]);
    publish(output.path(), &[("index.html", "1"), ("gone.html", "1")]).unwrap();
    // As after a kill in the middle: the manifest names old and new files, some new files are there, the old one too.
    let manifest = manifest::print(["index.html", "gone.html", "new.html", "later.html"], "");
    fs::write(output.path().join(".gongdu"), &manifest).unwrap();
    lay(output.path(), &[("new.html", "2"), (".gongdu-stage/3", "2")]);
    publish(output.path(), &[("index.html", "3")]).unwrap();
    assert_eq!(files(output.path()), rows(&[("index.html", "3")]));
    let text = fs::read_to_string(output.path().join(".gongdu")).unwrap();
    assert_eq!(paths(&text), BTreeSet::from(["index.html".to_owned()]));
}

#[test]
fn a_folder_that_may_not_be_written_is_named() {
    let output = folder(&[("site/", "")]);
    let site = output.path().join("site");
    publish(&site, &[("index.html", "1"), ("a/b.html", "1")]).unwrap();
    for (closed, says) in [(site.clone(), "cannot write in "), (site.join("a"), "site/a/c.html: ")] {
        let open = fs::metadata(&closed).unwrap().permissions();
        let mut shut = open.clone();
        shut.set_readonly(true);
        fs::set_permissions(&closed, shut).unwrap();
        let may_write_all_the_same = fs::write(closed.join("probe"), "").is_ok(); // an administrator, or Windows
        if may_write_all_the_same {
            fs::remove_file(closed.join("probe")).unwrap();
        } else {
            let before = snapshot(&site);
            let error = publish(&site, &[("index.html", "2"), ("a/c.html", "2")]).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
            assert_eq!(snapshot(&site), before);
        }
        fs::set_permissions(&closed, open).unwrap();
    }
}

#[test]
fn an_output_that_touches_what_it_is_made_from_is_refused() {
    let home = folder(&[("content/a.md", ""), ("themes/mine/", "")]);
    let at = |path: &str| home.path().join(path);
    let inputs = [at("content"), at("themes/mine")];
    let guard = |path: &str| guard_output(&at(path), &[&inputs[0], &inputs[1]]);
    for path in
        ["content", "content/public", "", "themes", "themes/mine/x/y", "public/../content", "none/../themes/mine"]
    {
        assert!(guard(path).unwrap_err().is::<OutputRefusal>(), "{path}");
    }
    for path in ["public", "content-public", "themes/other", "content/../public"] {
        assert!(guard(path).is_ok(), "{path}");
    }
}

#[test]
fn files_are_joined_from_what_is_new_and_what_is_unchanged() {
    let output = folder(&[]);
    let joined = |first: &'static str| {
        let publication = staged(output.path(), &[("a.csv", first), ("b.csv", "h2")]).unwrap();
        publication.join("all.csv", b"h", &["a.csv".into(), "b.csv".into()]).unwrap();
        publication.publish().unwrap()
    };
    assert_eq!(joined("h1").written, 3);
    assert_eq!(joined("h1"), Published { written: 0, unchanged: 3, removed: 0, files: 3, bytes: 7 });
    assert_eq!(joined("h3").written, 2);
    assert_eq!(files(output.path())["all.csv"], "h32");
}

#[test]
fn a_join_of_what_is_not_there_stops_the_build() {
    for (part, head) in [("b.csv", "h"), ("a.csv", "x")] {
        let output = folder(&[]);
        let publication = staged(output.path(), &[("a.csv", "h1")]).unwrap();
        assert!(publication.join("all.csv", head.as_bytes(), &[part.into()]).is_err());
        assert!(publication.publish().is_err());
    }
}

#[test]
fn a_build_can_ask_what_the_last_one_made_and_nothing_else() {
    let output = folder(&[]);
    publish(output.path(), &[("a.png", "1")]).unwrap();
    lay(output.path(), &[("mine.png", "2")]);
    let publication = Publication::open(output.path()).unwrap();
    assert_eq!(publication.held("a.png").as_deref(), Some(&b"1"[..]));
    assert_eq!(publication.held("mine.png"), None);
    assert_eq!(publication.held("../a.png"), None);
}

#[test]
fn what_is_kept_is_of_the_site_and_stays_as_it_is_and_what_is_not_ours_is_not_kept() {
    let output = folder(&[]);
    publish(output.path(), &[("a.png", "1"), ("b.png", "2")]).unwrap();
    lay(output.path(), &[("mine.png", "3")]);
    let publication = Publication::open(output.path()).unwrap();
    assert!(publication.keep("a.png").unwrap());
    for path in ["mine.png", "none.png", "../a.png", ".gongdu"] {
        assert!(!publication.keep(path).unwrap(), "{path}");
    }
    assert_eq!(publication.publish().unwrap(), Published { written: 0, unchanged: 1, removed: 1, files: 1, bytes: 1 });
    assert_eq!(files(output.path()), rows(&[("a.png", "1"), ("mine.png", "3")]));
}

#[test]
fn a_note_lasts_until_the_next_site_and_renews_nothing_else() {
    let output = folder(&[]);
    for (noted, before) in [("one\n", ""), ("two\nthree\n", "one\n"), ("", "two\nthree\n"), ("", "")] {
        let publication = staged(output.path(), &[("a.html", "1")]).unwrap();
        assert_eq!(publication.noted(), before);
        publication.note(noted.into());
        publication.publish().unwrap();
    }
    // A build that fails leaves what was noted of the site that is still there.
    let publication = staged(output.path(), &[("a.html", "1")]).unwrap();
    publication.note("kept\n".into());
    publication.publish().unwrap();
    let publication = staged(output.path(), &[("a.html", "2")]).unwrap();
    publication.note("lost\n".into());
    drop(publication);
    assert_eq!(Publication::open(output.path()).unwrap().noted(), "kept\n");
}
