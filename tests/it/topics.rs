//! The report by topic on the finished site: only sentences of the report, whole, each leading to its place, with the words of the
//! table marked; thanks nowhere; the same in the file for programs.

use std::collections::BTreeSet;
use std::fs;

use gongdu::build::Request;
use gongdu::topics::TopicTable;
use serde_json::Value;

use crate::desk::Desk;
use crate::page::Page;
use crate::site::{INCLUDED, SMALL, Site, included, request, small};

/// The pages of topics of a site by their topics' slugs.
fn topic_pages(site: &Site, id: &str) -> Vec<(String, Page)> {
    let folder = format!("{id}/topics/");
    let slug = |path: &str| Some(path.strip_prefix(&folder)?.strip_suffix("/index.html")?.to_owned());
    site.pages().into_iter().filter_map(|(path, page)| Some((slug(path)?, page))).collect()
}

/// The sentences of a page of a topic: words, address, marks.
fn sentences(page: &Page) -> Vec<(String, String, Vec<String>)> {
    let links = page.all("ul").filter(|list| list.get("class") == Some("topic-sentences"));
    let links = links.flat_map(|list| page.inside(list)).filter(|element| element.name == "a");
    links
        .map(|link| {
            let marks = page.inside(link).filter(|element| element.name == "mark").map(|mark| mark.text.clone());
            (link.text.trim().to_owned(), link.get("href").unwrap().to_owned(), marks.collect())
        })
        .collect()
}

fn data(site: &Site, id: &str) -> Value {
    serde_json::from_str(site.text(&format!("{id}/data/topics.json"))).unwrap()
}

/// The words without blanks.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_sentence_is_one_of_its_page_and_its_link_leads_there() {
    let table = TopicTable::embedded();
    for (site, id) in [(included(), "zichuan-2023"), (small(), "qinghe-2024")] {
        let full = site.page(&format!("{id}/full/index.html"));
        let pages = topic_pages(site, id);
        assert!(pages.len() >= 2, "{id}");
        for (slug, page) in pages {
            let topic = table.topics.iter().find(|topic| topic.slug == slug).unwrap();
            let found = sentences(&page);
            assert!(!found.is_empty(), "{slug}");
            for (words, href, marks) in found {
                let (_, anchor) = href.split_once("/index.html#").unwrap();
                let there = full.id(anchor).unwrap_or_else(|| panic!("{slug}: {href}"));
                assert_eq!(bare(&words), full.own_words(there), "{slug}: {href}");
                assert!(!marks.is_empty(), "{slug}: {words}");
                assert!(marks.iter().all(|mark| topic.wording.words.contains(mark)), "{slug}: {marks:?}");
            }
        }
    }
}

#[test]
fn the_file_for_programs_has_the_same_sentences() {
    for (site, id) in [(included(), "zichuan-2023"), (small(), "qinghe-2024")] {
        let data = data(site, id);
        let pages = topic_pages(site, id);
        let topics = data["topics"].as_array().unwrap();
        assert_eq!(topics.len(), pages.len());
        for topic in topics {
            let link = topic["link"].as_str().unwrap();
            let page = site.page(link);
            let shown: BTreeSet<String> = sentences(&page).into_iter().map(|(words, ..)| bare(&words)).collect();
            let given: BTreeSet<String> =
                topic["sentences"].as_array().unwrap().iter().map(|own| bare(own["text"].as_str().unwrap())).collect();
            assert_eq!(shown, given, "{}", topic["name"]);
        }
        let ids = topics.iter().flat_map(|topic| topic["sentences"].as_array().unwrap());
        let ids: BTreeSet<&str> = ids.map(|own| own["id"].as_str().unwrap()).collect();
        assert_eq!(data["with_topic"], ids.len());
        let index = site.page(&format!("{id}/topics/index.html"));
        let rest = data["sentences"].as_u64().unwrap() - data["with_topic"].as_u64().unwrap();
        let main = index.all("main").next().unwrap();
        for number in [data["sentences"].as_u64().unwrap(), data["with_topic"].as_u64().unwrap(), rest] {
            assert!(main.text.contains(&number.to_string()), "{number}");
        }
    }
}

#[test]
fn the_overview_leads_to_every_topic_and_to_search() {
    let overview = included().page("zichuan-2023/index.html");
    let links: Vec<&str> = overview.all("a").filter_map(|link| link.get("href")).collect();
    for (slug, _) in topic_pages(included(), "zichuan-2023") {
        assert!(links.contains(&format!("topics/{slug}/index.html").as_str()), "{slug}");
    }
    let form = overview.all("form").next().unwrap();
    assert_eq!((form.get("action"), form.get("role")), (Some("search/index.html"), Some("search")));
    assert_eq!(overview.inside(form).find(|field| field.name == "input").unwrap().get("name"), Some("q"));
}

#[test]
fn what_is_planned_and_what_was_done_stand_apart() {
    let data = data(included(), "zichuan-2023");
    for topic in data["topics"].as_array().unwrap() {
        for sentence in topic["sentences"].as_array().unwrap() {
            // The first part of the included report is the review.
            let due = if sentence["place"] == "1" { "actual" } else { "target" };
            assert_eq!(sentence["status"], due, "{}", sentence["text"]);
        }
    }
}

#[test]
fn thanks_are_shown_under_no_topic() {
    let desk = Desk::with_copy_of(INCLUDED);
    let thanks = "向全区广大教师、农民、消防救援人员和离退休老同志，表示衷心感谢！";
    for file in ["source.txt", "1.md"] {
        let path = format!("content/zichuan-2023/{file}");
        let text = desk.read(&path);
        let after = "惠及群众10755人。";
        assert!(text.contains(after), "{file}");
        desk.write(&path, text.replacen(after, &format!("{after}{thanks}"), 1));
    }
    let site = desk.build();
    assert!(site.text("zichuan-2023/1/index.html").contains("离退休老同志"));
    assert!(
        !topic_pages(&site, "zichuan-2023")
            .iter()
            .any(|(_, page)| page.all("main").any(|main| main.text.contains("离退休老同志")))
    );
}

#[test]
fn an_operator_changes_words_and_adds_a_topic_and_slips_are_told_at_their_place() {
    let themed = |text: &str| {
        let desk = Desk::with_copy_of(SMALL);
        desk.write("theme/words/topics.toml", text);
        Site::of(&Request { theme: Some(desk.path("theme")), ..request(desk.path("content")) })
    };
    let site = themed("[topic.\"园区\"]\nslug = \"parks\"\nwords = [\"三园一廊\"]\n");
    assert!(site.built.is_good(), "{:?}", site.codes());
    assert_eq!(sentences(&site.page("qinghe-2024/topics/parks/index.html"))[0].2, ["三园一廊"]);
    let site = themed("[topic.\"园区\"]\nslug = \"parks\"\nword = [\"三园一廊\"]\nwords = [\"园\"]\n");
    let fault = &site.built.diagnostics[0];
    assert_eq!((fault.code.as_str(), fault.location.as_ref().unwrap().place.line), ("unknown-key", 3));
    assert!(fault.location.as_ref().unwrap().file.ends_with("topics.toml"));
}

#[test]
fn no_word_of_a_topic_stands_in_code() {
    for path in ["src/site/topic_site.rs", "src/site/by_topic.rs", "src/html/topics.rs", "src/data/topics.rs"] {
        let text = fs::read_to_string(path).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        assert!(code.into_iter().all(|line| !line.contains(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))), "{path}");
    }
}
