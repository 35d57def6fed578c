//! What a report undertakes for its year: every clause on its page, and in the files, is one of the report's, of the sentence that it
//! leads to, and both say the same.

use serde_json::Value;

use crate::desk::Desk;
use crate::page::Page;
use crate::site::{SMALL, Site, included, small};

/// A commitment on the page: its clause, the address of its sentence, whether it is said to have numbers.
struct Shown {
    clause: String,
    href: String,
    measured: bool,
}

fn shown(page: &Page) -> Vec<Shown> {
    let items = page.all("li").filter(|item| item.get("data-kind").is_some());
    let read = items.map(|item| {
        let link = page.inside(item).find(|element| element.name == "a").unwrap();
        let measured = page.inside(item).any(|element| element.name == "b");
        Shown { clause: link.text.clone(), href: link.get("href").unwrap().to_owned(), measured }
    });
    read.collect()
}

fn file(site: &Site, path: &str) -> Value {
    serde_json::from_str(site.text(path)).unwrap()
}

const REPORTS: [&str; 2] = ["zichuan-2023", "qinghe-2024"];

fn sites() -> [(&'static Site, &'static str); 2] {
    [(included(), REPORTS[0]), (small(), REPORTS[1])]
}

#[test]
fn every_clause_is_of_the_sentence_that_it_leads_to() {
    for (site, report) in sites() {
        let found = shown(&site.page(&format!("{report}/promises/index.html")));
        assert!(!found.is_empty(), "{report}");
        for own in found {
            let (path, id) = own.href.strip_prefix("../").and_then(|href| href.split_once('#')).unwrap();
            let page = site.page(&format!("{report}/{path}"));
            let sentence = page.id(id).unwrap_or_else(|| panic!("{report}/{path} has no {id}"));
            let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            // Notes of the site stand in a sentence too: its link, its chart.
            assert!(words(&sentence.text).contains(&words(&own.clause)), "{}: {}", own.clause, sentence.text);
        }
    }
}

#[test]
fn the_files_say_what_the_page_says() {
    for (site, report) in sites() {
        let found = shown(&site.page(&format!("{report}/promises/index.html")));
        let json = file(site, &format!("{report}/data/commitments.json"));
        let rows = json["commitments"].as_array().unwrap();
        let table = site.text(&format!("{report}/data/commitments.csv")).trim_start_matches('\u{feff}');
        let mut table = csv::Reader::from_reader(table.as_bytes());
        let heads = table.headers().unwrap().clone();
        let column = |name: &str| heads.iter().position(|head| head == name).unwrap();
        let cells: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        assert_eq!((found.len(), cells.len()), (rows.len(), rows.len()));
        for ((own, row), cells) in found.iter().zip(rows).zip(&cells) {
            let clause = row["clause"].as_str().unwrap();
            assert_eq!(own.clause, clause);
            assert!(row["quote"].as_str().unwrap().contains(clause), "{row}");
            assert_eq!(own.measured, !row["measure"].as_array().unwrap().is_empty(), "{row}");
            assert_eq!(own.href.replacen("../", &format!("{report}/"), 1), row["link"].as_str().unwrap());
            for name in ["clause", "kind", "strength", "sentence", "link", "place"] {
                assert_eq!(&cells[column(name)], row[name].as_str().unwrap(), "{name}");
            }
            assert_eq!(&cells[column("deadline")], row["deadline"].as_str().unwrap_or_default());
            for name in ["object", "measure"] {
                let list: Vec<&str> = row[name].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
                assert_eq!(cells[column(name)], list.join("｜"), "{name}");
            }
        }
    }
}

#[test]
fn a_program_reads_what_the_site_shows() {
    let json = file(included(), "zichuan-2023/data/commitments.json");
    let of_site: Vec<&str> =
        json["commitments"].as_array().unwrap().iter().map(|row| row["clause"].as_str().unwrap()).collect();
    let bytes = std::fs::read("content/zichuan-2023/source.txt").unwrap();
    let opened = gongdu::report::open("source.txt", &bytes).value;
    let imported = gongdu::import::import_opened(&opened).value;
    let read = gongdu::inspect::inspect(&opened, &imported, &[], gongdu::message::Language::English);
    let of_text: Vec<&str> = read.commitments.iter().map(|own| own.clause.as_str()).collect();
    assert_eq!(of_site, of_text);
    assert!(of_text.len() > 60, "{}", of_text.len());
}

#[test]
fn what_follows_a_thematic_break_stands_under_the_heading_of_its_part() {
    let desk = Desk::with_copy_of(SMALL);
    let page = desk.read("content/qinghe-2024/2-2.md");
    desk.write("content/qinghe-2024/2-2.md", page + "\n---\n\n各位代表！年内新建公园3个。\n");
    let page = desk.build().page("qinghe-2024/promises/index.html");
    let heads = page.all("h2").map(|head| head.text.trim().to_owned()).collect::<Vec<_>>();
    // The last of all is of the site.
    let part = &heads[heads.len() - 2];
    assert!(part.contains("2024年重点工作") && !part.contains("改善民生"), "{heads:?}");
    assert!(shown(&page).last().unwrap().clause.contains("新建公园3个"));
}
