//! Keeps the documents of themes true: they name every template, and every value that it sees.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use gongdu::build::Request;
use gongdu::message::Language;

use crate::desk::Desk;
use crate::document::{code_spans, in_both, section, sections};
use crate::site::{SMALL, Site, request};

/// The names of the default theme's templates.
fn templates() -> impl Iterator<Item = String> {
    let entries = fs::read_dir("themes/default/templates").unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap())
}

#[test]
fn every_template_is_named_and_no_other() {
    for (path, text) in in_both("theme") {
        let named: BTreeSet<String> = code_spans(&text)
            .filter(|name| !name.contains('/') && (name.ends_with(".html") || name.ends_with(".xml")))
            .map(str::to_owned)
            .collect();
        assert_eq!(named, templates().collect(), "{path}");
    }
}

/// The names that a place in a template may use: the program lists them when it meets one that it does not know.
fn names_in(template: &str, words: &str) -> BTreeSet<String> {
    let desk = Desk::with_copy_of(SMALL);
    if template == "library.html" {
        desk.write("content/b/report.toml", "title = \"乙\"\nno_source = \"试\"\n");
        desk.write("content/b/1.md", "+++\ntitle = \"全文\"\n+++\n一。\n");
    }
    // Two years of two places.
    if ["compared.html", "over-years.html", "year-places.html"].contains(&template) {
        for (id, place, year) in
            [("qinghe-2025", "青禾区", 2025), ("nanping-2024", "南坪县", 2024), ("nanping-2025", "南坪县", 2025)]
        {
            for (path, bytes) in desk.tree("content/qinghe-2024") {
                desk.write(&format!("content/{id}/{path}"), bytes);
            }
            let title_page = format!("content/{id}/report.toml");
            desk.change(&title_page, "year = 2024", &format!("year = {year}"));
            desk.change(&title_page, "place = \"青禾区\"", &format!("place = \"{place}\""));
            let figures = desk.read(&format!("content/{id}/figures.csv"));
            let later = figures.replace("2024", &year.to_string()).replace("2023", &(year - 1).to_string());
            desk.write(&format!("content/{id}/figures.csv"), later);
        }
    }
    if template == "last-year.html" {
        for (path, bytes) in desk.tree("content/qinghe-2024") {
            desk.write(&format!("content/qinghe-2025/{path}"), bytes);
        }
        desk.change("content/qinghe-2025/report.toml", "year = 2024", "year = 2025");
    }
    if template == "moved.html" {
        let ledger = "# gongdu anchors 1\n9\tpage\t9\tgone\t从前的一页\n# end\n";
        desk.write("content/qinghe-2024/anchors.lock", ledger);
    }
    desk.write(&format!("theme/templates/{template}"), words);
    let request = Request {
        theme: Some(desk.path("theme")),
        base_url: Some("https://example.org/".into()),
        ..request(desk.path("content"))
    };
    let found = Site::of(&request).built.diagnostics;
    let list = found
        .iter()
        .find_map(|found| found.message.said_in(Language::English).split_once("Available "))
        .unwrap_or_else(|| panic!("{template}: {found:?}"));
    list.1.split_once(": ").unwrap().1.split(", ").map(str::to_owned).collect()
}

/// The templates that others include: they have no values of their own.
const PARTS: [&str; 13] = [
    "base.html",
    "contents.html",
    "downloads.html",
    "jump.html",
    "marks.html",
    "masthead.html",
    "share.html",
    "side.html",
    "statistics.html",
    "terms.html",
    "tiles.html",
    "whole.html",
    "years.html",
];

#[test]
fn every_value_that_a_template_sees_is_named_and_no_other() {
    let documented = in_both("theme").map(|(path, text)| {
        let below = section(&text, ["模板里能用的值", "Values in templates"]);
        (path, sections(&below, 3).into_iter().collect::<BTreeMap<String, String>>())
    });
    for template in templates().filter(|name| !PARTS.contains(&name.as_str())) {
        let mut known = names_in(&template, "{{ nope }}");
        assert!(["page", "words", "lang_zh"].iter().all(|name| known.remove(*name) || *name == "page"), "{known:?}");
        for (path, documented) in &documented {
            let words = documented.get(&template).unwrap_or_else(|| panic!("{path} has no heading {template}"));
            let named: BTreeSet<&str> = code_spans(words).collect();
            let missing: Vec<_> = known.iter().filter(|name| !named.contains(name.as_str())).collect();
            assert!(missing.is_empty(), "{path} does not name {missing:?} of {template}");
        }
    }
    let known = names_in("404.html", "{{ page.nope }}");
    let of_links = ["text", "href", "current"].map(str::to_owned).into();
    for (path, documented) in &documented {
        let named: BTreeSet<String> = code_spans(&documented["page"]).map(str::to_owned).collect();
        assert_eq!(named.difference(&of_links).cloned().collect::<BTreeSet<_>>(), known, "{path}: page");
    }
}
