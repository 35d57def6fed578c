//! The whole report as one file: it needs no other, has no script, shows the same words, and every link in it leads to a place in it.

use std::collections::BTreeSet;

use gongdu::build::Request;

use crate::books::{same_words, solid, source_of};
use crate::page::{Element, Page};
use crate::site::{BASE, INCLUDED, Site, included, request, small};

/// What the site itself puts between the report's words.
fn furniture(element: &Element) -> bool {
    matches!(element.name.as_str(), "svg" | "nav" | "footer") || element.get("data-ui").is_some()
}

fn files() -> [(&'static str, &'static Site, Page); 2] {
    [("zichuan-2023", included()), ("qinghe-2024", small())]
        .map(|(id, site)| (id, site, site.page(&format!("{id}/data/report.html"))))
}

#[test]
fn the_file_shows_the_words_of_the_source() {
    for ((id, _, page), folder) in files().iter().zip(["content/zichuan-2023", "tests/fixtures/small/qinghe-2024"]) {
        // The editor's note of the short report is furniture.
        let words: String = page.words(|element| furniture(element) || !is_in_article(page, element));
        let source = source_of(folder);
        let start = source.chars().take(20).collect::<String>();
        let at = solid(&words).find(&start).unwrap_or_else(|| panic!("{id}: {start}"));
        same_words(&solid(&words)[at..], &source, id);
    }
}

/// Whether an element holds the article, is it, or stands in it.
fn is_in_article(page: &Page, element: &Element) -> bool {
    matches!(element.name.as_str(), "html" | "body" | "main" | "article") || page.is_in(element, "article")
}

#[test]
fn the_file_needs_no_other_and_has_no_script() {
    for (id, site, page) in files() {
        let html = site.text(&format!("{id}/data/report.html"));
        assert!(html.len() < 1_000_000, "{id}: {} bytes", html.len());
        for name in ["script", "img", "form", "button"] {
            assert_eq!(page.all(name).count(), 0, "{id}: {name}");
        }
        assert!(page.all("link").all(|link| link.get("rel") == Some("canonical")), "{id}");
        assert_eq!(page.all("style").count(), 1, "{id}");
        let ids: BTreeSet<&str> = page.ids().into_iter().collect();
        let mut links = 0;
        for href in page.elements.iter().filter_map(|element| element.get("href")) {
            match href.strip_prefix('#') {
                Some(place) => assert!(ids.contains(place), "{id}: {href}"),
                None => assert!(href.starts_with("http") || href.starts_with("mailto:"), "{id}: {href}"),
            }
            links += 1;
        }
        assert!(links > 10, "{id}: {links}");
    }
}

#[test]
fn the_file_marks_figures_and_draws_every_chart_with_its_table() {
    let page = included().page("zichuan-2023/data/report.html");
    let marked = page.all("span").filter(|span| span.get("class") == Some("fig")).count();
    assert!(marked > 100, "{marked}");
    let charts = page.all("figure").count();
    assert_eq!(charts, included().page("zichuan-2023/charts/index.html").all("figure").count());
    let tables =
        page.all("table").filter(|table| page.all("th").any(|th| page.is_in(th, "table")) && !table.text.is_empty());
    assert!(tables.count() >= charts);
}

#[test]
fn the_file_leads_back_to_the_site_where_its_address_is_known() {
    let site = Site::good(&Request { base_url: Some(BASE.into()), ..request(INCLUDED) });
    let page = site.page("zichuan-2023/data/report.html");
    // What was passed on alone says whose report it is, also where the printed title does not.
    assert_eq!(page.all("header").next().unwrap().text.trim(), "淄川区2023年政府工作报告");
    let full = format!("{BASE}zichuan-2023/full/");
    assert!(page.all("a").any(|link| link.get("href") == Some(&full)));
    assert_eq!(page.meta("robots"), Some("noindex"), "the page of the site is what search engines show");
    assert!(!included().text("zichuan-2023/data/report.html").contains("网上的全文"));
    assert!(!site.text("sitemap.xml").contains("report.html"));
}
