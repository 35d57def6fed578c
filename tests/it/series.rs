//! Reports of one place, year by year: every page leads to the same page of the year before and after, and never to one that is not
//! the same.

use crate::desk::Desk;
use crate::page::Page;
use crate::site::Site;

/// The short report of 2024 with one of another year, made of the same text, that stands under `id`.
fn add(desk: &Desk, id: &str, year: &str) {
    for (path, bytes) in desk.tree("content/qinghe-2024") {
        desk.write(&format!("content/{id}/{path}"), bytes);
    }
    desk.change(&format!("content/{id}/report.toml"), "year = 2024", &format!("year = {year}"));
}

/// 2023 as 2024; 2025 with other years in its headings, another heading, and without charts.
fn three_years() -> Desk {
    let desk = Desk::with_unproven();
    add(&desk, "qinghe-2023", "2023");
    add(&desk, "qinghe-2025", "2025");
    desk.change("content/qinghe-2025/2.md", "2024年重点工作", "2025年重点工作");
    desk.change("content/qinghe-2025/2-1.md", "建强产业", "做优产业");
    std::fs::remove_dir_all(desk.path("content/qinghe-2025/charts")).unwrap();
    desk
}

/// The ways to other years on a page: their words and where they lead.
fn years(page: &Page) -> Vec<(String, String)> {
    let ways = page.all("nav").filter(|nav| nav.get("class") == Some("years"));
    let links = ways.flat_map(|nav| page.inside(nav)).filter(|element| element.name == "a");
    links.map(|link| (link.text.clone(), link.get("href").unwrap().to_owned())).collect()
}

#[track_caller]
fn check(site: &Site, path: &str, expect: &[(&str, &str)]) {
    let found = years(&site.page(&format!("{path}/index.html")));
    let found: Vec<(&str, &str)> = found.iter().map(|(words, href)| (words.as_str(), href.as_str())).collect();
    assert_eq!(found, expect, "{path}");
}

#[test]
fn a_page_leads_to_the_same_page_of_the_year_before_and_after() {
    let site = three_years().build();
    let both = |path: &str, before: &str, after: &str| {
        check(&site, path, &[("2023年报告", before), ("2025年报告", after)]);
    };
    both("qinghe-2024", "../qinghe-2023/index.html", "../qinghe-2025/index.html");
    for list in ["full", "glossary", "figures", "search", "topics", "topics/work"] {
        let up = "../".repeat(list.matches('/').count() + 2);
        let to = |year: &str| format!("{up}qinghe-{year}/{list}/index.html");
        both(&format!("qinghe-2024/{list}"), &to("2023"), &to("2025"));
    }
    // What the text undertakes it undertakes for 2024 at the earliest: the one of 2023 has no such page.
    both("qinghe-2024/promises", "../../qinghe-2023/index.html#contents", "../../qinghe-2025/promises/index.html");
    // The heading is the same but for the year, or it is another one.
    both("qinghe-2024/2", "../../qinghe-2023/2/index.html", "../../qinghe-2025/2/index.html");
    both("qinghe-2024/2-1", "../../qinghe-2023/2-1/index.html", "../../qinghe-2025/index.html#contents");
    // A chart or a figure of one id need not be of the same thing; 2025 has no charts.
    both(
        "qinghe-2024/charts/jobs",
        "../../../qinghe-2023/charts/index.html",
        "../../../qinghe-2025/index.html#contents",
    );
    both("qinghe-2024/f1", "../../qinghe-2023/figures/index.html", "../../qinghe-2025/figures/index.html");
    check(&site, "qinghe-2023", &[("2024年报告", "../qinghe-2024/index.html")]);
    check(&site, "qinghe-2025/full", &[("2024年报告", "../../qinghe-2024/full/index.html")]);
}

#[test]
fn every_way_to_another_year_leads_to_a_page_that_is_there() {
    let site = three_years().build();
    let mut seen = 0;
    for (path, page) in site.pages() {
        for (_, href) in years(&page) {
            let (file, id) = href.split_once('#').unwrap_or((&href, ""));
            let up = path.matches('/').count();
            let file = file.strip_prefix(&"../".repeat(up)).unwrap_or_else(|| panic!("{path}: {href}"));
            assert!(site.files.contains_key(file), "{path} leads to {href}");
            assert!(id.is_empty() || site.page(file).id(id).is_some(), "{path} leads to {href}");
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn of_two_reports_of_one_year_neither_stands_in_the_series() {
    let desk = three_years();
    add(&desk, "qinghe-2025-again", "2025");
    let site = desk.build();
    check(&site, "qinghe-2024", &[("2023年报告", "../qinghe-2023/index.html")]);
    check(&site, "qinghe-2025", &[]);
    check(&site, "qinghe-2025-again", &[]);
}

#[test]
fn reports_of_another_kind_or_place_or_without_a_year_are_no_series() {
    for (from, to) in [("year = 2025", "year = 2025\nkind = \"court\""), ("青禾区\"", "青山区\""), ("year = 2025", "")]
    {
        let desk = Desk::with_unproven();
        add(&desk, "qinghe-2025", "2025");
        desk.change("content/qinghe-2025/report.toml", from, to);
        check(&desk.build(), "qinghe-2024", &[]);
    }
}

#[test]
fn a_report_that_was_withdrawn_is_told_as_such() {
    let desk = three_years();
    let text = desk.read("content/qinghe-2025/report.toml");
    let notice = "\n[[notice]]\nkind = \"withdrawal\"\ndate = 2025-03-01\ntext = \"另行公布。\"\n";
    desk.write("content/qinghe-2025/report.toml", text + notice);
    let found = years(&desk.build().page("qinghe-2024/full/index.html"));
    assert_eq!(found[1].0, "2025年报告（已撤回）");
}

#[test]
fn a_report_that_is_alone_leads_to_no_other_year() {
    assert!(crate::site::small().pages().iter().all(|(_, page)| years(page).is_empty()));
}
