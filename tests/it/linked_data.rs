//! What pages say of themselves for programs: the address to cite them by, their parts, terms, data sets, and when they were corrected.

use serde_json::Value;

use gongdu::build::Request;

use crate::desk::Desk;
use crate::page::Page;
use crate::site::{BASE, INCLUDED, SMALL, Site, request};

const TITLE_PAGE: &str = "content/qinghe-2024/report.toml";

fn at_base(desk: &Desk) -> Site {
    Site::good(&Request { base_url: Some(BASE.into()), ..request(desk.path("content")) })
}

fn included_at_base() -> Site {
    Site::good(&Request { base_url: Some(BASE.into()), ..request(INCLUDED) })
}

fn link<'p>(page: &'p Page, rel: &str) -> Option<&'p str> {
    page.all("link").find(|link| link.get("rel") == Some(rel)).and_then(|link| link.get("href"))
}

/// The JSON-LD of a page, what it is first.
fn said(site: &Site, path: &str) -> Vec<Value> {
    let html = site.text(path);
    let scripts = html.split("<script type=\"application/ld+json\">").skip(1);
    let scripts = scripts.map(|rest| rest.split_once("</script>").unwrap().0);
    scripts.map(|text| serde_json::from_str(text).unwrap()).collect()
}

#[test]
fn a_page_that_can_be_cited_says_by_which_address() {
    let site = included_at_base();
    let mut cited = 0;
    for (path, page) in site.pages() {
        let due = page.elements.iter().any(|element| element.get("class") == Some("citation"));
        let address = match path.strip_suffix("index.html") {
            // The overview of a report that stands alone: the root becomes that of others too.
            Some("") => format!("{BASE}zichuan-2023/"),
            Some(folder) => format!("{BASE}{folder}"),
            None => String::new(),
        };
        assert_eq!(link(&page, "cite-as"), Some(address.as_str()).filter(|_| due), "{path}");
        cited += usize::from(due);
    }
    assert!(cited > 60, "{cited}");
    assert!(Site::good(&request(INCLUDED)).pages().iter().all(|(_, page)| link(page, "cite-as").is_none()));
}

#[test]
fn the_address_to_cite_a_report_by_stays_when_another_joins_it() {
    let desk = Desk::with_copy_of(SMALL);
    let cited = |site: &Site| link(&site.page("qinghe-2024/index.html"), "cite-as").map(str::to_owned);
    let site = at_base(&desk);
    let alone = cited(&site);
    assert_eq!(alone.as_deref(), Some("https://example.org/reports/qinghe-2024/"));
    // The root shows the same, and names the same address to cite, to keep and to pass on.
    for page in [site.page("index.html"), site.page("qinghe-2024/index.html")] {
        assert_eq!((link(&page, "cite-as"), link(&page, "canonical")), (alone.as_deref(), alone.as_deref()));
        let cited = page.elements.iter().find(|element| element.get("class") == Some("cite-address")).unwrap();
        assert_eq!(Some(cited.text.as_str()), alone.as_deref());
    }
    let before: Vec<String> = site.pages().into_iter().map(|(path, _)| path.to_owned()).collect();
    desk.write("content/b/report.toml", "title = \"乙\"\nno_source = \"试\"\n");
    desk.write("content/b/1.md", "+++\ntitle = \"全文\"\n+++\n一。\n");
    let library = at_base(&desk);
    assert_eq!(cited(&library), alone);
    let lost: Vec<&String> = before.iter().filter(|path| !library.files.contains_key(*path)).collect();
    assert!(lost.is_empty(), "{lost:?} were pages while the report was alone");
}

#[test]
fn a_report_names_its_parts_and_each_part_its_report() {
    let site = included_at_base();
    let report = said(&site, "zichuan-2023/index.html").remove(0);
    assert_eq!((&report["@type"], &report["@id"]), (&"Report".into(), &format!("{BASE}zichuan-2023/").into()));
    let parts = report["hasPart"].as_array().unwrap();
    let chapters: Vec<&Value> = parts.iter().filter(|part| part["@type"] == "Chapter").collect();
    assert_eq!(chapters[1]["@id"], format!("{BASE}zichuan-2023/2/"));
    assert_eq!(chapters[1]["hasPart"].as_array().unwrap().len(), 7);
    let chapter = said(&site, "zichuan-2023/2-1/index.html").remove(0);
    assert_eq!(chapter["@type"], "Chapter");
    assert_eq!(chapter["@id"], chapters[1]["hasPart"][0]["@id"]);
    assert_eq!(chapter["name"], chapters[1]["hasPart"][0]["name"]);
    assert_eq!(chapter["isPartOf"]["@id"], report["@id"]);
    // Without an address there are names and no ids.
    let nameless = said(&Site::good(&request(INCLUDED)), "zichuan-2023/index.html").remove(0);
    assert!(nameless["hasPart"][0].get("@id").is_none() && nameless["hasPart"][0]["name"].is_string());
}

#[test]
fn each_term_has_the_address_of_its_entry_as_its_id() {
    let site = included_at_base();
    let page = site.page("zichuan-2023/glossary/index.html");
    let set = said(&site, "zichuan-2023/glossary/index.html").remove(0);
    let terms = set["hasDefinedTerm"].as_array().unwrap();
    assert_eq!(terms.len(), 29);
    for term in terms {
        let id = term["@id"].as_str().unwrap().strip_prefix(set["@id"].as_str().unwrap()).unwrap();
        let entry = page.id(id.strip_prefix('#').unwrap()).unwrap();
        assert!(entry.text.contains(term["name"].as_str().unwrap()), "{id}: {}", entry.text);
        assert_eq!(term["inDefinedTermSet"], set["@id"]);
    }
}

#[test]
fn the_page_of_a_chart_is_a_data_set_with_its_files_and_its_report() {
    let site = included_at_base();
    let mut seen = 0;
    for path in site.files.keys().filter(|path| path.contains("/charts/") && path.ends_with("/data.csv")) {
        let folder = path.strip_suffix("data.csv").unwrap();
        let set = said(&site, &format!("{folder}index.html")).remove(0);
        assert_eq!((&set["@type"], &set["url"]), (&"Dataset".into(), &format!("{BASE}{folder}").into()));
        for file in set["distribution"].as_array().unwrap() {
            let file = file["contentUrl"].as_str().unwrap().strip_prefix(BASE).unwrap();
            assert!(site.files.contains_key(file), "{file}");
        }
        let measures = set["variableMeasured"].as_array().unwrap();
        assert!(!measures.is_empty() && set["description"].as_str().unwrap().chars().count() > 20, "{path}");
        let table = said(&site, "zichuan-2023/figures/index.html").remove(0);
        assert_eq!(set["isPartOf"]["@id"], table["@id"]);
        assert_eq!(set["isBasedOn"]["@id"], format!("{BASE}zichuan-2023/"));
        seen += 1;
    }
    assert!(seen > 2, "{seen}");
}

#[test]
fn a_notice_moves_the_day_of_change_of_pages_and_of_the_sitemap() {
    let desk = Desk::with_copy_of(SMALL);
    let paths = ["qinghe-2024/index.html", "qinghe-2024/1/index.html", "qinghe-2024/figures/index.html"];
    let days = |site: &Site| paths.map(|path| said(site, path)[0].get("dateModified").cloned());
    let site = at_base(&desk);
    assert_eq!(days(&site), [None, None, None]);
    assert!(site.text("sitemap.xml").contains("<lastmod>2024-01-08</lastmod>"));
    let notices = "\n[[notice]]\nkind = \"correction\"\ndate = 2024-02-01\ntext = \"一处。\"\n\
                   [[notice]]\nkind = \"correction\"\ndate = 2024-03-01\ntext = \"又一处。\"\n";
    desk.write(TITLE_PAGE, desk.read(TITLE_PAGE) + notices);
    let site = at_base(&desk);
    assert_eq!(days(&site), [(); 3].map(|()| Some("2024-03-01".into())));
    let sitemap = site.text("sitemap.xml");
    assert!(!sitemap.contains("2024-01-08") && sitemap.matches("<lastmod>2024-03-01</lastmod>").count() > 5);
}

#[test]
fn a_page_of_the_text_leads_to_its_words_as_markdown() {
    let site = included_at_base();
    let whole = site.text("zichuan-2023/data/report.md");
    let mut seen = 0;
    for (path, page) in site.pages() {
        let Some(href) = page.all("link").find(|link| link.get("type") == Some("text/markdown")) else { continue };
        let href = href.get("href").unwrap();
        if href != "index.md" {
            assert!(href.ends_with("data/report.md"), "{path}: {href}");
            continue;
        }
        let text = site.text(&path.replace("index.html", "index.md"));
        let mut blocks = text.split("\n\n");
        assert_eq!(blocks.next(), whole.split("\n\n").next(), "{path}");
        let address = format!("<{BASE}{}>", path.trim_end_matches("index.html"));
        assert!(blocks.next().unwrap().contains(&address), "{path}: {address}");
        for block in blocks {
            assert!(whole.contains(block.trim_end()), "{path}: {block}");
        }
        seen += 1;
    }
    assert_eq!(seen, site.files.keys().filter(|path| path.ends_with("/index.md")).count());
    assert!(seen > 8, "{seen}");
}
