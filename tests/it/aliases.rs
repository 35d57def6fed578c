//! Addresses that lead to a page because a person says so: without script, from a disk too, and never in the place of another.

use gongdu::build::Request;

use crate::desk::{Desk, check};
use crate::site::{BASE, SMALL, Site, request};

const TITLE_PAGE: &str = "content/qinghe-2024/report.toml";
const PAGE: &str = "content/qinghe-2024/2.md";
const CHART: &str = "content/qinghe-2024/charts/goals.md";
const GLOSSARY: &str = "content/qinghe-2024/glossary.md";

/// The short report; each of these files names these aliases.
fn named(aliases: &[(&str, &str)]) -> Desk {
    let desk = Desk::with_copy_of(SMALL);
    for (file, list) in aliases {
        let line = format!("aliases = [{list}]\n");
        let text = desk.read(file);
        let text = match text.strip_prefix("+++\n") {
            Some(rest) => format!("+++\n{line}{rest}"),
            None if file.ends_with(".toml") => line + &text,
            None => format!("+++\n{line}+++\n{text}"),
        };
        desk.write(file, text);
    }
    desk
}

#[test]
fn an_alias_leads_to_its_page_at_once_from_any_folder() {
    let desk = named(&[
        (TITLE_PAGE, "\"/2024/\""),
        (PAGE, "\"old/work.html\", \"/旧/第二部分/\""),
        (CHART, "\"/chart\""),
        (GLOSSARY, "\"/terms/2024\""),
    ]);
    let site = Site::good(&Request { base_url: Some(BASE.into()), ..request(desk.path("content")) });
    let plain = Site::good(&request(desk.path("content")));
    for (path, to, page) in [
        ("2024/index.html", "../qinghe-2024/index.html", "qinghe-2024/"),
        ("old/work.html", "../qinghe-2024/2/index.html", "qinghe-2024/2/"),
        ("旧/第二部分/index.html", "../../qinghe-2024/2/index.html", "qinghe-2024/2/"),
        ("chart/index.html", "../qinghe-2024/charts/goals/index.html", "qinghe-2024/charts/goals/"),
        ("terms/2024/index.html", "../../qinghe-2024/glossary/index.html", "qinghe-2024/glossary/"),
    ] {
        for own in [&site, &plain] {
            let alias = own.page(path);
            let refresh = alias.all("meta").find(|meta| meta.get("http-equiv") == Some("refresh")).unwrap();
            assert_eq!(refresh.get("content"), Some(format!("0; url={to}").as_str()), "{path}");
            let main = alias.all("main").next().unwrap();
            assert!(alias.inside(main).any(|link| link.get("href") == Some(to)), "{path} has a link too");
        }
        let canonical = site
            .page(path)
            .all("link")
            .find(|link| link.get("rel") == Some("canonical"))
            .unwrap()
            .get("href")
            .map(str::to_owned);
        assert_eq!(canonical, Some(format!("{BASE}{page}")), "{path}");
        let address = format!("<loc>{BASE}{}", path.trim_end_matches("index.html"));
        assert!(!site.text("sitemap.xml").contains(&address), "{path}");
    }
    let without = Site::good(&request(Desk::with_copy_of(SMALL).path("content")));
    assert_eq!(plain.files.len(), without.files.len() + 5, "and nothing else is there");
}

#[test]
fn an_alias_never_takes_the_place_of_another_page_file_or_alias() {
    for (list, path) in [
        ("\"/qinghe-2024/1/\"", "qinghe-2024/1"),
        ("\"/Qinghe-2024/FULL\"", "Qinghe-2024/FULL"),
        ("\"/feed.xml\"", "feed.xml"),
        ("\"/about/index.html\"", "about/index.html"),
        ("\"/qinghe-2024\"", "qinghe-2024"),
        ("\"/old\", \"/old/\"", "old"),
    ] {
        let desk = named(&[(PAGE, list)]);
        let says = format!("error[duplicate-id]: the address `/{path}` is that of another page or file");
        check(&desk, &["check"], 1, &[&says, "content/qinghe-2024/2.md:2:"]);
    }
    let two = named(&[(PAGE, "\"/old\""), (TITLE_PAGE, "\"/old/\"")]);
    check(&two, &["build"], 1, &["error[duplicate-id]: the address `/old`", "2.md:2:"]);
    assert!(!two.path("public").exists());
    // The operator's own file is in the way as well.
    let with_file = named(&[(PAGE, "\"/old.html\"")]);
    with_file.write("content/static/old.html", "<p>alt");
    check(&with_file, &["check"], 1, &["error[static-file]", "old.html"]);
}

#[test]
fn what_is_no_address_is_told_at_its_place() {
    let desk = named(&[(PAGE, "\"https://example.org/a\", \"/a/../b\", \"/x\"")]);
    let says = ["error[bad-value]: \"https://example.org/a\" cannot be an address", "2.md:2:12", "\"/a/../b\" cannot"];
    check(&desk, &["check"], 1, &says);
    check(&named(&[(PAGE, "1")]), &["check"], 1, &["error[wrong-type]"]);
    let many = (0..201).map(|at| format!("\"/a{at}\"")).collect::<Vec<_>>().join(", ");
    check(&named(&[(PAGE, &many)]), &["check"], 1, &["error[past-limit]", "200"]);
}
