//! Which figures have a page of their own, what it tells, where the others are found, and that an address once published answers.

use std::collections::BTreeSet;

use crate::desk::{Desk, check};
use crate::page::{Element, Page};
use crate::site::{BASE, INCLUDED, Site, included, request, small};

/// Lets these figures of a site have pages.
fn choose(desk: &Desk, which: &str) {
    let settings = desk.read("content/site.toml");
    let before = settings.split("[figures]").next().unwrap();
    desk.write("content/site.toml", format!("{before}[figures]\npages = \"{which}\"\n"));
}

/// The words of an element that has this class.
fn of_class<'p>(page: &'p Page, class: &str) -> Vec<&'p Element> {
    let has = |element: &&Element| {
        element.get("class").is_some_and(|classes| classes.split_whitespace().any(|own| own == class))
    };
    page.elements.iter().filter(has).collect()
}

#[test]
fn every_figure_has_a_page_with_its_words_its_sentence_and_its_neighbours() {
    let desk = Desk::with_copy_of(INCLUDED);
    choose(&desk, "all");
    let site = &Site::good(&request(desk.path("content")));
    let full = site.page("zichuan-2023/full/index.html");
    let table = site.page("zichuan-2023/figures/index.html");
    let mut titles = BTreeSet::new();
    let rows: Vec<_> = table.all("tr").filter_map(|row| row.get("id")).collect();
    assert!(rows.len() > 150);
    for id in rows {
        let page = site.page(&format!("zichuan-2023/{id}/index.html"));
        let words = &full.id(id).unwrap().text;
        let heading = &page.all("h1").next().unwrap().text;
        assert!(heading.ends_with(words.as_str()), "{id}: {heading} is not of {words}");
        let marked = page.all("mark").next().unwrap();
        assert_eq!(&marked.text, words, "{id}");
        let quote = page.all("blockquote").next().unwrap();
        let link = page.inside(quote).find(|element| element.name == "a").unwrap();
        let sentence = link.get("href").unwrap().split_once('#').unwrap().1;
        let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert!(solid(&full.id(sentence).unwrap().text).contains(&solid(&quote.text)), "{id}: {}", quote.text);
        assert!(titles.insert(page.all("title").next().unwrap().text.clone()), "{id}: a title twice");
        let drawn = of_class(&page, "chart").len();
        let row = table.id(id).unwrap();
        let charts = table.inside(row).filter(|link| link.get("class") == Some("to-chart")).count();
        assert_eq!(drawn, charts, "{id}");
    }
}

/// The pages of figures, by the ids of these.
fn pages(site: &Site, report: &str) -> BTreeSet<String> {
    let of = |path: &str| {
        let id = path.strip_prefix(report)?.strip_prefix('/')?.strip_suffix("/index.html")?.strip_prefix('f')?;
        id.bytes().all(|b| b.is_ascii_digit()).then(|| format!("f{id}"))
    };
    site.files.keys().filter_map(|path| of(path)).collect()
}

#[test]
fn figures_have_a_page_where_a_chart_draws_them_and_the_others_lead_to_their_row() {
    let site = included();
    let with_page = pages(site, "zichuan-2023");
    let table = site.page("zichuan-2023/figures/index.html");
    let mut without = 0;
    for row in table.all("tr").filter(|row| row.get("id").is_some()) {
        let id = row.get("id").unwrap();
        let links: Vec<_> = table.inside(row).filter(|link| link.name == "a").collect();
        let drawn = links.iter().any(|link| link.get("class") == Some("to-chart"));
        assert!(with_page.contains(id) || !drawn, "{id} is on a chart");
        let own = links.iter().find(|link| link.get("class") == Some("f-own")).and_then(|link| link.get("href"));
        let (due, in_text) = match with_page.contains(id) {
            true => (Some(format!("../{id}/index.html")), format!("../{id}/index.html")),
            false => (None, format!("../figures/index.html#{id}")),
        };
        assert_eq!(own, due.as_deref(), "{id}");
        let words = links.iter().find(|link| link.get("class") == Some("f-words")).unwrap().get("href").unwrap();
        let (path, fragment) = words.trim_start_matches("../").split_once('#').unwrap();
        assert_eq!(fragment, id);
        let page = site.page(&format!("zichuan-2023/{path}"));
        assert_eq!(page.id(id).unwrap().get("href"), Some(in_text.as_str()));
        without += usize::from(!with_page.contains(id));
    }
    assert!(without > 100 && with_page.len() > 20, "{without} {}", with_page.len());
    let own = site.files.keys().filter(|path| path.starts_with("zichuan-2023/")).count();
    assert!(own + 18 + 7 <= 151, "{own} files, and 18 share images, and 7 pictures of charts");
}

#[test]
fn all_of_them_have_a_page_or_none_has_where_that_is_asked() {
    let desk = Desk::with_copy_of(crate::site::SMALL);
    choose(&desk, "all");
    let all = pages(&desk.build(), "qinghe-2024");
    choose(&desk, "none");
    let none = pages(&desk.build(), "qinghe-2024");
    choose(&desk, "key");
    let key = pages(&desk.build(), "qinghe-2024");
    assert!(none.is_empty() && key.len() < all.len() && key.is_subset(&all), "{key:?} of {all:?}");
    assert_eq!(key, pages(small(), "qinghe-2024"), "that is the default");
    choose(&desk, "some");
    check(&desk, &["check"], 1, &["bad-value"]);
}

#[test]
fn a_page_that_was_published_stays_as_a_pointer_and_one_that_never_was_does_not() {
    let desk = Desk::with_unproven();
    let ledger = "content/qinghe-2024/anchors.lock";
    check(&desk, &["build"], 0, &["began"]);
    assert!(desk.read(ledger).contains("\nf6\tfigure\tf6 ") && desk.read(ledger).contains("\nf3\tfigure\t1\t"));
    assert!(!desk.path("public/qinghe-2024/f3").exists());
    choose(&desk, "all");
    check(&desk, &["build"], 0, &["renewed"]);
    assert!(desk.read("public/qinghe-2024/f3/index.html").contains("figure-page"));
    choose(&desk, "key");
    let again = check(&desk, &["build", "--base-url", BASE], 0, &[]);
    assert!(!again.out.contains("anchors.lock"), "the ledger forgets nothing: {again:?}");
    let old = desk.read("public/qinghe-2024/f3/index.html");
    assert!(old.contains("class=\"moved\"") && old.contains("url=../1/index.html#f3"), "{old}");
    let map = desk.read("public/sitemap.xml");
    assert!(!map.contains("/f3/") && map.contains("/f6/"));
    // Of a ledger that an earlier program wrote: every figure had a page.
    choose(&desk, "none");
    desk.write(ledger, desk.read(ledger).replace("anchors 2", "anchors 1").replace("\tf3 1\t", "\t1\t"));
    check(&desk, &["build"], 0, &[]);
    let old = desk.read("public/qinghe-2024/f3/index.html");
    assert!(old.contains("class=\"moved\""), "{old}");
    choose(&desk, "all");
    check(&desk, &["build"], 0, &[]);
    assert!(desk.read("public/qinghe-2024/f3/index.html").contains("figure-page"));
}
