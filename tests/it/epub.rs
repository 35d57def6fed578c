//! A report as a book: its words are those of the report, its files are well-formed, its links lead somewhere, and nothing in it
//! depends on the day or the address.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use gongdu::build::Request;
use roxmltree::{Document, Node};

use crate::books::{same_words, solid, source_of};
use crate::desk::Desk;
use crate::site::{BASE, INCLUDED, SMALL, Site, included, request, small};

/// The files of a book, by path, and their paths in the order in which the zip has them.
struct Book {
    order: Vec<String>,
    files: BTreeMap<String, String>,
}

impl Book {
    fn of(site: &Site, report: &str) -> Book {
        let bytes = &site.files[&format!("{report}/data/report.epub")];
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes[..])).unwrap();
        let (mut order, mut files) = (Vec::new(), BTreeMap::new());
        for index in 0..zip.len() {
            let mut file = zip.by_index(index).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            let name = file.name().unwrap().into_owned();
            order.push(name.clone());
            files.insert(name, text);
        }
        Book { order, files }
    }

    fn package(&self) -> Document<'_> {
        Document::parse(&self.files["EPUB/package.opf"]).unwrap()
    }

    /// The documents in the order in which one reads them, each with its path.
    fn spine(&self) -> Vec<(String, Document<'_>)> {
        let package = self.package();
        let of = |name: &str| package.descendants().filter(|node| node.has_tag_name(name_of(name))).collect::<Vec<_>>();
        let items: BTreeMap<&str, &str> =
            of("item").iter().map(|item| (item.attribute("id").unwrap(), item.attribute("href").unwrap())).collect();
        let hrefs =
            of("itemref").iter().map(|item| items[item.attribute("idref").unwrap()].to_owned()).collect::<Vec<_>>();
        hrefs
            .into_iter()
            .map(|href| {
                let text = &self.files[&format!("EPUB/{href}")];
                let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
                (
                    href.clone(),
                    Document::parse_with_options(text, options).unwrap_or_else(|fault| panic!("{href}: {fault}")),
                )
            })
            .collect()
    }

    fn metadata(&self, name: &str) -> Vec<String> {
        let package = self.package();
        let named = package.descendants().filter(|node| {
            node.tag_name().name() == name || node.attribute("property").is_some_and(|property| property == name)
        });
        named.map(|node| node.text().unwrap_or_default().to_owned()).collect()
    }
}

fn name_of(name: &str) -> (&'static str, &str) {
    ("http://www.idpf.org/2007/opf", name)
}

/// The words of the report below a node: those of notes and of the site itself are none.
fn words(node: Node<'_, '_>, into: &mut String) {
    let is_own = node.has_tag_name(("http://www.w3.org/1999/xhtml", "aside"))
        || node.attribute("class").is_some_and(|class| matches!(class, "origin" | "editor-note"));
    if is_own {
        return;
    }
    if let Some(text) = node.text().filter(|_| node.is_text()) {
        into.push_str(text);
    }
    node.children().for_each(|child| words(child, into));
}

#[test]
fn the_words_of_a_book_are_those_of_the_source() {
    for (site, folder) in [(included(), "content/zichuan-2023"), (small(), "tests/fixtures/small/qinghe-2024")] {
        let id = folder.rsplit('/').next().unwrap();
        let book = Book::of(site, id);
        let mut read = String::new();
        for (path, document) in book.spine() {
            if path != "part-charts.xhtml" {
                let body = document.descendants().find(|node| node.tag_name().name() == "body").unwrap();
                words(body, &mut read);
            }
        }
        same_words(&solid(&read), &source_of(folder), id);
    }
}

#[test]
fn a_book_begins_with_its_kind_and_names_all_its_files() {
    let bytes = &included().files["zichuan-2023/data/report.epub"];
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip", "first, as it is, without anything between");
    let book = Book::of(included(), "zichuan-2023");
    let package = book.package();
    let hrefs = package.descendants().filter_map(|node| node.attribute("href"));
    let named: BTreeSet<String> = hrefs.map(|href| format!("EPUB/{href}")).collect();
    let there: BTreeSet<String> = book.order.iter().filter(|path| path.starts_with("EPUB/")).cloned().collect();
    let mut due = named.clone();
    due.insert("EPUB/package.opf".into());
    assert_eq!(there, due);
    assert!(bytes.len() < 500_000, "{}", bytes.len());
}

#[test]
fn every_link_of_a_book_leads_to_a_place_in_it_and_every_id_stands_once() {
    for (site, id) in [(included(), "zichuan-2023"), (small(), "qinghe-2024")] {
        let book = Book::of(site, id);
        let mut documents = book.spine();
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
        documents
            .push(("nav.xhtml".into(), Document::parse_with_options(&book.files["EPUB/nav.xhtml"], options).unwrap()));
        let mut ids: BTreeSet<(String, String)> = BTreeSet::new();
        for (path, document) in &documents {
            ids.insert((path.clone(), String::new()));
            for own in document.descendants().filter_map(|node| node.attribute("id")) {
                assert!(ids.insert((path.clone(), own.to_owned())), "{id}: {path}: {own} stands twice");
            }
        }
        let mut links = 0;
        for (path, document) in &documents {
            for href in document.descendants().filter_map(|node| node.attribute("href")) {
                if href.contains(':') || href == "style.css" {
                    continue;
                }
                let (file, place) = href.split_once('#').unwrap_or((href, ""));
                let file = if file.is_empty() { path } else { file };
                assert!(ids.contains(&(file.to_owned(), place.to_owned())), "{id}: {path} leads to {href}");
                links += 1;
            }
        }
        assert!(links > 20, "{id}: {links}");
    }
}

#[test]
fn a_term_is_a_note_once_in_a_section() {
    let desk = Desk::with_copy_of(SMALL);
    let settings = desk.read("content/site.toml");
    desk.write("content/site.toml", settings + "\n[terms]\nlink = \"all\"\n");
    let book = Book::of(&Site::good(&request(desk.path("content"))), "qinghe-2024");
    let mut notes = 0;
    for (path, document) in book.spine() {
        for section in document.descendants().filter(|node| node.tag_name().name() == "section") {
            let refs = section.descendants().filter(|node| node.attribute("class") == Some("term"));
            // Of a section within this one they are counted there.
            let own = refs
                .filter(|node| node.ancestors().find(|above| above.tag_name().name() == "section") == Some(section));
            let own = own.filter_map(|node| node.attribute("href"));
            let mut seen = BTreeSet::new();
            for href in own.filter(|href| href.starts_with("#n-")) {
                assert!(seen.insert(href), "{path}: {href} twice");
                notes += 1;
            }
        }
    }
    assert!(notes > 1, "{notes}");
}

#[test]
fn a_book_says_what_it_is_by_the_report_alone() {
    let at_address = Site::good(&Request { base_url: Some(BASE.into()), ..request(INCLUDED) });
    let [one, other] = [included(), &at_address].map(|site| Book::of(site, "zichuan-2023"));
    assert_eq!(one.files["EPUB/package.opf"], other.files["EPUB/package.opf"]);
    assert!(other.files["EPUB/title.xhtml"].contains(&format!("{BASE}zichuan-2023/")));
    assert_eq!(one.metadata("title"), ["淄川区2023年政府工作报告"]);
    assert_eq!(one.metadata("language"), ["zh-Hans"]);
    assert_eq!(one.metadata("dcterms:modified"), [format!("{}T00:00:00Z", one.metadata("date")[0])]);
    assert!(one.metadata("identifier")[0].starts_with("urn:uuid:"));
    assert_ne!(one.metadata("identifier"), Book::of(small(), "qinghe-2024").metadata("identifier"));
}

#[test]
fn a_book_knows_its_script_and_the_day_of_its_last_notice() {
    let desk = Desk::with(&[
        ("content/site.toml", "title = \"公讀\"\n"),
        ("content/r/1.md", "+++\ntitle = \"總論\"\n+++\n各位議員：\n\n現在我向大會報告，請審議。\n"),
    ]);
    desk.write(
        "content/r/report.toml",
        "title = \"施政報告\"\nplace = \"香港特別行政區\"\nyear = 2024\ndate = 2024-10-16\nno_source = \"試\"\n\
         [[notice]]\nkind = \"correction\"\ndate = 2024-11-02\ntext = \"更正一處。\"\n",
    );
    let book = Book::of(&desk.build(), "r");
    assert_eq!(book.metadata("language"), ["zh-Hant"]);
    assert_eq!(book.metadata("dcterms:modified"), ["2024-11-02T00:00:00Z"]);
    assert!(book.files["EPUB/title.xhtml"].contains("更正一處。") && book.files["EPUB/title.xhtml"].contains("試"));
}

#[test]
fn signs_that_mean_something_in_xml_are_words() {
    let desk = Desk::with(&[
        ("content/site.toml", "title = \"公读\"\n"),
        (
            "content/r/report.toml",
            "title = \"<b>“政府”&工作报告\"\nno_source = \"<i> & data-ui>\"\nplace = \"甲县\"\nyear = 2024\n",
        ),
        (
            "content/r/1.md",
            "+++\ntitle = \"<br>全文 data-ui>\"\n+++\n一句<br>话 data-ui> 与&amp;。\\\n第二行。\n\n---\n\n> 编者注（2024-01-05）：有一处。\n",
        ),
    ]);
    let book = Book::of(&desk.build(), "r");
    let (_, document) = book.spine().pop().unwrap();
    let words: String = document.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect();
    assert!(words.contains("一句<br>话 data-ui> 与&。") && words.contains("<br>全文 data-ui>"), "{words}");
}

/// A site of so many reports of one sentence each.
fn site_of(count: usize, settings: &str) -> Site {
    let desk = Desk::with(&[("content/site.toml", &format!("title = \"公读\"\n{settings}"))]);
    for number in 1..=count {
        let year = 1900 + number;
        let title = format!("title = \"政府工作报告\"\nplace = \"甲县\"\nyear = {year}\nno_source = \"试\"\n");
        desk.write(&format!("content/r{year}/report.toml"), title);
        desk.write(&format!("content/r{year}/1.md"), "+++\ntitle = \"总论\"\n+++\n一句话。\n");
    }
    desk.build()
}

#[test]
fn books_are_made_for_a_small_site_and_where_the_settings_say_so() {
    for (count, settings, due) in
        [(1, "", true), (1, "epub = false\n", false), (50, "", true), (51, "", false), (51, "epub = true\n", true)]
    {
        let site = site_of(count, settings);
        assert_eq!(site.files.contains_key("r1901/data/report.epub"), due, "{count} {settings}");
        assert_eq!(site.text("r1901/index.html").contains("data/report.epub"), due, "{count} {settings}");
        assert_eq!(site.text("data/index.html").contains("r1901/data/report.epub"), due, "{count} {settings}");
    }
}
