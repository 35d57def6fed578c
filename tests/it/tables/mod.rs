//! Tables that a program makes from kept sources (`tools/tables`), and the test that they are what it makes of them.
//! `GONGDU_RENEW=1 cargo test --test it tables` writes them anew.

mod places;
mod script;

use std::fs;

/// A file of kept sources.
fn source(name: &str) -> String {
    let path = format!("tools/tables/{name}");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The rows of a table whose cells are parted by tabs.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let rows = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|line| line.split('\t').collect())
}

fn check(path: &str, made: &str) {
    if std::env::var_os("GONGDU_RENEW").is_some() {
        fs::write(path, made).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap();
    let differs = kept.lines().zip(made.lines()).find(|(kept, made)| kept != made);
    assert!(kept == made, "{path} is not made of its source: {differs:?}; renew with GONGDU_RENEW=1 if it is meant");
}

#[test]
fn the_table_of_scripts_is_made_of_its_source() {
    check("src/text/script.txt", &script::table());
}

#[test]
fn the_table_of_places_is_made_of_its_sources() {
    check("src/places/table.txt", &places::table());
}

#[test]
fn a_report_in_simplified_characters_is_left_as_it_is() {
    let mut characters = 0;
    for file in fs::read_dir("content/zichuan-2023").unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|kind| kind == "md") {
            let text = fs::read_to_string(&file).unwrap();
            let changed: String = text.chars().filter(|c| gongdu::text::simplified(*c) != *c).collect();
            assert_eq!(changed, "", "{}", file.display());
            characters += text.chars().count();
        }
    }
    assert!(characters > 10_000);
}
