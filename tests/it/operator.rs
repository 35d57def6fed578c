//! What who runs the site decides: which reports are drafts, and which files go into it as they are.

use gongdu::build::Request;
use gongdu::content::STATIC;
use gongdu::disk::FOR_HOSTS;

use crate::desk::{Desk, check};
use crate::document::{in_both, section};
use crate::site::{BASE, SMALL, Site, request};

const DRAFT: &str = "title = \"草稿报告\"\nplace = \"淄川区\"\nyear = 2025\nno_source = \"还没有公布\"\ndraft = true\n";

/// With the short report, and a draft beside it.
fn with_draft() -> Desk {
    let desk = Desk::with_copy_of(SMALL);
    desk.write("content/zichuan-2025/report.toml", DRAFT);
    desk.write("content/zichuan-2025/1.md", "+++\ntitle = \"全文\"\n+++\n\n未发布的话。\n");
    desk
}

fn with_drafts(desk: &Desk, drafts: bool) -> Site {
    Site::good(&Request { drafts, base_url: Some(BASE.into()), ..request(desk.path("content")) })
}

#[test]
fn nothing_of_a_draft_is_in_a_site_that_does_not_ask_for_it() {
    let desk = with_draft();
    let site = with_drafts(&desk, false);
    assert_eq!(site.built.drafts, ["zichuan-2025"]);
    for (path, bytes) in &site.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!path.contains("zichuan") && !text.contains("zichuan-2025") && !text.contains("草稿报告"), "{path}");
    }
    std::fs::remove_dir_all(desk.path("content/zichuan-2025")).unwrap();
    assert!(with_drafts(&desk, false).files == site.files, "the site is that of a folder without the draft");
}

#[test]
fn a_draft_is_in_a_site_that_asks_for_it_and_both_are_told() {
    let desk = with_draft();
    let site = with_drafts(&desk, true);
    assert!(site.text("zichuan-2025/1/index.html").contains("未发布的话"));
    for command in ["build", "check"] {
        check(&desk, &[command], 0, &["left out as drafts: zichuan-2025 (--drafts builds them too)", "1 report:"]);
        check(&desk, &[command, "--drafts"], 0, &["drafts, in the site all the same: zichuan-2025", "2 reports:"]);
        check(&desk, &[command, "--lang", "zh"], 0, &["草稿，没有放进网站：zichuan-2025", "1 份报告："]);
    }
    desk.change("content/zichuan-2025/report.toml", "draft = true", "draft = false");
    let run = check(&desk, &["check"], 0, &["2 reports:"]);
    assert!(!run.err.contains("draft"), "{run:?}");
}

#[test]
fn each_page_and_text_of_a_draft_says_that_it_is_one_and_no_other_does() {
    let desk = with_draft();
    let site = with_drafts(&desk, true);
    let says = "这是草稿，还没有公布";
    let mut marked = 0;
    for (path, bytes) in &site.files {
        let text = String::from_utf8_lossy(bytes);
        let is_page = path.ends_with(".html");
        if !is_page && !path.ends_with(".md") {
            continue;
        }
        assert_eq!(text.contains(says), path.starts_with("zichuan-2025/"), "{path}");
        if is_page && path.starts_with("zichuan-2025/") {
            assert!(text.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
            marked += 1;
        }
    }
    assert!(marked > 3, "{marked}");
    desk.change("content/zichuan-2025/report.toml", "draft = true", "draft = false");
    let published = with_drafts(&desk, true);
    assert!(published.files.values().all(|bytes| !String::from_utf8_lossy(bytes).contains(says)));
}

#[test]
fn what_is_wrong_with_a_draft_does_not_hold_up_the_others_and_a_wrong_word_publishes_nothing() {
    let desk = with_draft();
    desk.write("content/zichuan-2025/1.md", "+++\ntitel = \"全文\"\n+++\n");
    check(&desk, &["check"], 0, &["left out as drafts"]);
    check(&desk, &["check", "--drafts"], 1, &["error[unknown-key]"]);
    desk.change("content/zichuan-2025/report.toml", "draft = true", "draft = \"true\"");
    let says = [
        "error[wrong-type]",
        "`draft` takes true or false, not words",
        "write it without quotation marks: draft = true",
    ];
    check(&desk, &["build"], 1, &says);
}

#[test]
fn a_site_of_nothing_but_drafts_is_told_so() {
    let desk = with_draft();
    std::fs::remove_dir_all(desk.path("content/qinghe-2024")).unwrap();
    check(&desk, &["build"], 1, &["error[no-reports]: every report in content/ is a draft", "add --drafts"]);
    check(&desk, &["build", "--drafts"], 0, &[]);
}

#[test]
fn files_of_static_go_into_the_site_as_they_are() {
    let desk = Desk::with_copy_of(SMALL);
    let before = with_drafts(&desk, false).files;
    let bytes: &[u8] = b"\xff\x00 not text\r\n";
    let put = ["google123.html", "附件/公报.pdf", "about/photo.jpg", ".well-known/security.txt", ".nojekyll"];
    for path in put {
        desk.write(&format!("content/static/{path}"), bytes);
    }
    let passed_over = [".env", ".DS_Store", "a/.htpasswd", "notes.txt~"];
    for path in passed_over {
        desk.write(&format!("content/static/{path}"), bytes);
    }
    let mut after = with_drafts(&desk, false).files;
    for path in put {
        assert_eq!(after.remove(path).as_deref(), Some(bytes), "{path}");
    }
    assert!(after == before, "and nothing else changes");
    check(&desk, &["build", "-q"], 0, &[]);
    assert_eq!(std::fs::read(desk.path("public/附件/公报.pdf")).unwrap(), bytes);
    std::fs::remove_dir_all(desk.path("content/static")).unwrap();
    check(&desk, &["build", "-q"], 0, &[]);
    assert!(!desk.path("public/附件").exists(), "what goes from static/ goes from the site");
}

#[test]
fn no_file_of_static_stands_where_the_site_has_its_own() {
    let desk = Desk::with_copy_of(SMALL);
    check(&desk, &["build", "-q"], 0, &[]);
    let before = desk.tree("public");
    for path in ["index.html", "About/index.html", "data", "404.html", "qinghe-2024/data/figures.csv", "sitemap.xml"] {
        desk.write(&format!("content/static/{path}"), "x");
        let run = desk.run(&["build", "--base-url", BASE]);
        let says = format!("`{path}` would stand where the site has a page or a file of its own");
        assert!(run.code == 1 && run.err.contains("error[static-file]") && run.err.contains(&says), "{run:?}");
        check(&desk, &["check", "--base-url", BASE], 1, &[&says]);
        std::fs::remove_dir_all(desk.path("content/static")).unwrap();
    }
    assert!(desk.tree("public") == before, "and nothing was published");
    check(&desk, &["import", "x.txt", "--as", STATIC], 2, &["the folder of files that go into the site as they are"]);
}

#[test]
fn what_search_engines_may_read_is_for_the_operator_to_say() {
    let desk = Desk::with_copy_of(SMALL);
    assert!(with_drafts(&desk, false).text("robots.txt").starts_with("User-agent: *\nAllow: /\n"));
    let own = "User-agent: *\nDisallow: /\n";
    desk.write("content/static/robots.txt", own);
    let site = with_drafts(&desk, false);
    assert_eq!(site.text("robots.txt"), own);
    assert!(site.files.contains_key("sitemap.xml"));
}

#[test]
fn the_document_names_the_hidden_files_that_go_into_the_site() {
    for (path, text) in in_both("content") {
        let below = section(&text, ["static/"; 2]);
        for name in FOR_HOSTS {
            assert!(below.contains(&format!("`{name}`")), "{path}: {name}");
        }
    }
}
