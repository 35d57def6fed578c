//! What an upload carries: the files of a build that differ from those of the one before.

use std::fs;

use crate::desk::{Desk, check};
use crate::site::SMALL;

/// A site as it was and as it is: a note was added to a page, and a file of the operator's own renamed.
fn twice_built() -> Desk {
    let desk = Desk::with_copy_of(SMALL);
    desk.write("content/static/old.txt", "attached");
    check(&desk, &["build", "--output", "old"], 0, &["report"]);
    let page = "content/qinghe-2024/1.md";
    desk.write(page, format!("{}\n> 编者注（2024-02-01）：重新发布。\n", desk.read(page)));
    fs::rename(desk.path("content/static/old.txt"), desk.path("content/static/new.txt")).unwrap();
    check(&desk, &["build", "--output", "new"], 0, &["report"]);
    // What others put there is no part of the site.
    desk.write("new/CNAME", "example.org");
    desk
}

#[test]
fn the_old_site_with_what_differs_is_the_new_one() {
    let desk = twice_built();
    let upload = check(&desk, &["diff", "old", "new", "--upload"], 0, &["new.txt\n", "qinghe-2024/1/index.html\n"]).out;
    let delete = check(&desk, &["diff", "old", "new", "--delete"], 0, &["old.txt\n"]).out;
    let all = desk.tree("new").len();
    assert!(upload.lines().count() < all / 2, "{upload}");
    for path in upload.lines() {
        let target = desk.path("old").join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        let _bytes = fs::copy(desk.path("new").join(path), target).unwrap();
    }
    for path in delete.lines() {
        fs::remove_file(desk.path("old").join(path)).unwrap();
    }
    let site = |folder: &str| {
        let mut files = desk.tree(folder);
        files.retain(|(path, _)| path != ".gongdu" && path != "CNAME");
        files.sort();
        files
    };
    assert!(site("old") == site("new"), "{upload}{delete}");
}

#[test]
fn a_person_sees_signs_and_a_sum_and_a_program_json() {
    let desk = twice_built();
    let told =
        check(&desk, &["diff", "old", "new"], 0, &["+ new.txt\n", "~ qinghe-2024/1/index.html\n", "- old.txt\n"]);
    assert!(told.err.contains("to upload") && told.err.contains("1 to delete"), "{}", told.err);
    check(&desk, &["diff", "old", "new", "--lang", "zh"], 0, &["要删 1 个"]);
    let json: serde_json::Value =
        serde_json::from_str(&check(&desk, &["diff", "old", "new", "--json"], 0, &[]).out).unwrap();
    assert_eq!(json["removed"], serde_json::json!(["old.txt"]));
    assert!(json["added"].as_array().unwrap().contains(&"new.txt".into()));
    assert!(json["bytes"].as_u64().unwrap() > 1_000);
    check(&desk, &["diff", "new", "new"], 0, &["0 to upload (0 KB), 0 to delete"]);
}

#[test]
fn a_folder_that_is_no_site_and_a_file_that_is_gone_are_told() {
    let desk = twice_built();
    check(&desk, &["diff", "old", "content"], 2, &["content is no folder that gongdu built a site in"]);
    check(&desk, &["diff", "nowhere", "new"], 2, &["nowhere is no folder that gongdu built a site in"]);
    // One that somebody deleted in the old folder is to be brought again, in the new one it is a fault.
    fs::remove_file(desk.path("old/robots.txt")).unwrap();
    check(&desk, &["diff", "old", "new", "--upload"], 0, &["robots.txt\n"]);
    fs::remove_file(desk.path("new/robots.txt")).unwrap();
    check(&desk, &["diff", "old", "new"], 2, &["cannot read new/robots.txt"]);
    check(&desk, &["diff", "old", "new", "--upload", "--delete"], 2, &["--delete"]);
}
