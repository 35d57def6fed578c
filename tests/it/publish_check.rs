//! `publish`: the site is built and measured, and each host is told whether it can take it.

use crate::desk::{Desk, check};

fn document(desk: &Desk, more: &[&str], exit: i32) -> serde_json::Value {
    let words = [&["publish", "--check", "--json"], more].concat();
    serde_json::from_str(&check(desk, &words, exit, &[]).out).unwrap()
}

#[test]
fn a_site_is_built_and_every_host_answers() {
    let desk = Desk::with_one_page();
    check(&desk, &["publish", "--check"], 2, &["public is not there yet"]);
    assert!(!desk.path("public").exists(), "a check writes nothing");
    check(
        &desk,
        &["publish"],
        0,
        &["base_url", "GitHub Pages: it fits", "Cloudflare Pages: it fits", "Netlify: gongdu knows no limit of it"],
    );
    let told = document(&desk, &[], 0);
    let files = told["files"].as_u64().unwrap();
    assert!(files > 20 && told["bytes"].as_u64().unwrap() > 10_000, "{told}");
    assert_eq!(told["hosts"].as_array().unwrap().len(), 5);
    // What others put into the folder is uploaded too, and what gongdu keeps there for itself is not counted.
    desk.write("public/CNAME", "example.org\n");
    assert_eq!(document(&desk, &[], 0)["files"], files + 1);
    check(&desk, &["publish", "--check", "--lang", "zh"], 0, &["放得下", "还没有写网址"]);
}

#[test]
fn too_large_a_file_is_named_and_stops_what_asked_for_that_host() {
    let desk = Desk::with_one_page();
    check(&desk, &["publish"], 0, &[]);
    let file = std::fs::File::create(desk.path("public/film.mp4")).unwrap();
    file.set_len(26 << 20).unwrap();
    check(
        &desk,
        &["publish", "--check", "--host", "cloudflare-pages"],
        1,
        &["Cloudflare Pages: it does not fit: film.mp4 has 27.3 MB, it takes 26.2 MB a file"],
    );
    check(&desk, &["publish", "--check", "--host", "github-pages"], 0, &["GitHub Pages: it fits"]);
    let told = document(&desk, &["--host", "cloudflare-pages"], 1);
    assert_eq!((&told["hosts"][0]["fits"], &told["largest"]["path"]), (&false.into(), &"film.mp4".into()));
    assert_eq!(document(&desk, &["--host", "netlify"], 0)["hosts"][0]["fits"], serde_json::Value::Null);
}

#[test]
fn the_address_and_the_drafts_are_told_and_a_fault_of_the_text_stops() {
    let desk = Desk::with_one_page();
    desk.write("content/site.toml", "title = \"公读\"\nbase_url = \"https://example.org/gd/\"\n");
    desk.write(
        "content/qinghe-2025/report.toml",
        "title = \"政府工作报告\"\nplace = \"青禾市\"\nyear = 2025\nno_source = \"试作\"\ndraft = true\n",
    );
    desk.write("content/qinghe-2025/1.md", "+++\ntitle = \"一、工作\"\n+++\n\n粮食产量增长3%。\n");
    check(&desk, &["publish"], 0, &["its address will be https://example.org/gd/", "drafts, left out: qinghe-2025"]);
    desk.write("content/qinghe-2024/report.toml", "title = 1\n");
    check(&desk, &["publish", "--check"], 1, &["report.toml"]);
}
