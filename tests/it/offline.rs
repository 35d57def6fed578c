//! A site that readers' devices keep: what the lists name is there, and their version moves with it. The rest is tried in a browser
//! (`tests/browser/offline.test.mjs`).

use gongdu::build::Request;

use crate::desk::Desk;
use crate::site::{SMALL, Site, request};

fn kept(desk: &Desk) -> Site {
    Site::good(&request(desk.path("content")))
}

/// The version of a list, and its files.
fn list<'s>(site: &'s Site, path: &str) -> (&'s str, Vec<&'s str>) {
    let mut lines = site.text(path).lines();
    (lines.next().unwrap(), lines.collect())
}

fn desk() -> Desk {
    let desk = Desk::with_unproven();
    let settings = desk.read("content/site.toml");
    desk.write("content/site.toml", format!("offline = true\n{settings}"));
    desk
}

#[test]
fn a_list_names_the_pages_of_a_report_that_are_read_and_its_version_moves_with_them() {
    let desk = desk();
    let site = kept(&desk);
    let (version, files) = list(&site, "qinghe-2024/offline.txt");
    assert!(files.iter().all(|path| site.files.contains_key(*path)), "{files:?}");
    for page in [
        "qinghe-2024/index.html",
        "qinghe-2024/1/index.html",
        "qinghe-2024/full/index.html",
        "qinghe-2024/search/index.html",
    ] {
        assert!(files.contains(&page), "{page} of {files:?}");
    }
    assert!(!files.contains(&"qinghe-2024/f1/index.html"), "the page of a figure");
    let (whole, all) = list(&site, "offline.txt");
    assert!(all.iter().all(|path| site.files.contains_key(*path)), "{all:?}");
    // A report that is alone stands at the root.
    assert!(files.iter().chain(&["index.html"]).all(|path| all.contains(path)));
    assert!(all.iter().any(|path| path.starts_with("assets/style.")));
    // A browser takes no list that names a file twice.
    assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), all.len(), "{all:?}");
    assert_eq!(list(&kept(&desk), "offline.txt").0, whole, "nothing changed");
    let text = desk.read("content/qinghe-2024/1.md");
    desk.write("content/qinghe-2024/1.md", format!("{text}\n后来写的一句。\n"));
    let changed = kept(&desk);
    assert!(list(&changed, "qinghe-2024/offline.txt").0 != version && list(&changed, "offline.txt").0 != whole);
}

#[test]
fn only_a_site_that_says_so_is_kept_and_a_preview_never() {
    let site = kept(&desk());
    assert!(site.text("sw.js").contains("skipWaiting") && site.files.contains_key("site.webmanifest"));
    let page = site.page("qinghe-2024/1/index.html");
    let manifest = page.all("link").find(|link| link.get("rel") == Some("manifest"));
    assert_eq!(manifest.and_then(|link| link.get("href")), Some("../../site.webmanifest"));
    let desk = desk();
    let preview = Site::good(&Request { preview: true, ..request(desk.path("content")) });
    let plain = Site::good(&request(SMALL));
    for site in [preview, plain] {
        let found: Vec<_> = ["sw.js", "site.webmanifest", "offline.txt"]
            .into_iter()
            .filter(|path| site.files.contains_key(*path))
            .collect();
        assert!(found.is_empty() && !site.text("assets/reader.js").contains("serviceWorker"), "{found:?}");
    }
}
