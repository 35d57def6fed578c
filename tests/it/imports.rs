//! What import writes builds: the reports of the corpus as they are, and damaged as files are on their way.

use std::fs;

use gongdu::artifact::Nowhere;
use gongdu::build;
use gongdu::diagnostic::{Code, Diagnostic, Severity};
use gongdu::message::Language;

use crate::desk::Desk;
use crate::site::{Site, request};

/// The texts of the corpus by their names.
fn texts() -> Vec<(String, String)> {
    let files = fs::read_dir("tests/corpus/texts").unwrap().map(|entry| entry.unwrap().path());
    let mut texts: Vec<_> = files
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned())
        })
        .collect();
    texts.sort();
    texts
}

/// Builds a library whose reports have nothing but these sources, and gives the errors with the name of the text they are in.
fn errors(sources: &[(String, String)]) -> Vec<String> {
    let desk = Desk::with(&[("content/site.toml", "title = \"公读\"\n")]);
    for (number, (_, text)) in sources.iter().enumerate() {
        desk.write(&format!("content/r{number}/source.txt"), text);
    }
    let built = build::build_with_fonts(&request(desk.path("content")), &[], &Nowhere::default(), &|_, _| ()).unwrap();
    // A text that cannot be read as a report is refused as such; nothing is written of it.
    let is_fault = |found: &&Diagnostic| found.severity == Severity::Error && found.code != Code::NOT_A_REPORT;
    let told = |found: &Diagnostic| {
        let folder = found.location.as_ref().map_or_else(String::new, |location| location.file.clone());
        let number = folder.split_once("/r").and_then(|(_, rest)| rest.split('/').next()?.parse::<usize>().ok());
        let name = number.map_or("?", |number| &sources[number].0);
        format!("{name}: {}: {folder}: {}", found.code, found.message.said_in(Language::English))
    };
    built.diagnostics.iter().filter(is_fault).map(told).collect()
}

#[test]
fn every_report_of_the_corpus_builds_as_it_was_imported() {
    let texts = texts();
    assert!(texts.len() >= 40);
    let errors = errors(&texts);
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// What happens to a text before it comes to us, and the text after it.
type Damage = (&'static str, fn(&str) -> String);

const DAMAGES: [Damage; 10] = [
    ("tags are left", |text| text.replace('。', "。</p><p class=\"a\" style='x'>").replace('，', "，&nbsp;")),
    ("marks of pages stand between lines", |text| text.replace('\n', "\n- 12 -\n第 12 页\n")),
    ("a number of 200,000 digits", |text| text.replacen("增长", &format!("增长{}%，增长", "9".repeat(200_000)), 1)),
    ("terms of fifty characters", |text| {
        let term = "高质量发展".repeat(10);
        format!("{}\n名词解释\n1．{term}：即{term}。\n2．“{term}”：即它。\n", text.replace("发展", &term))
    }),
    ("every line stands twice", |text| text.lines().map(|line| format!("{line}\n{line}\n")).collect()),
    ("the whole stands twice", |text| format!("{text}\n{text}")),
    ("the end is missing", |text| text.chars().take(text.chars().count() / 3).collect()),
    ("the beginning is missing", |text| text.chars().skip(text.chars().count() / 3).collect()),
    ("lines are broken anywhere", |text| {
        let chars = text.chars().enumerate();
        chars.flat_map(|(at, c)| [Some(c), (at % 23 == 22).then_some('\n')].into_iter().flatten()).collect()
    }),
    ("signs of Markdown and brackets stand everywhere", |text| {
        text.replace('、', "、*_[`<>](#)~").replace('％', "%|\\").replace('“', "“【（〔「")
    }),
];

#[test]
fn a_damaged_report_builds_as_it_was_imported_or_is_refused_as_none() {
    let whole = texts();
    // Of each kind of place and time some.
    let some: Vec<_> = whole.iter().step_by(9).collect();
    for (damage, damaged) in DAMAGES {
        let sources: Vec<_> = some.iter().map(|(name, text)| (name.clone(), damaged(text))).collect();
        let errors = errors(&sources);
        assert!(errors.is_empty(), "{damage}:\n{}", errors.join("\n"));
    }
}

#[test]
fn no_name_stands_twice_among_the_key_figures_of_a_report() {
    let desk = Desk::with(&[("content/site.toml", "title = \"公读\"\n")]);
    for (number, (_, text)) in texts().iter().step_by(9).enumerate() {
        desk.write(&format!("content/r{number}/source.txt"), text);
    }
    let site = Site::good(&request(desk.path("content")));
    let page = site.page("index.html");
    let lists: Vec<_> = page.all("dl").filter(|list| list.get("class") == Some("key-figures")).collect();
    assert!(lists.len() >= 4, "{}", lists.len());
    for list in lists {
        let names: Vec<_> = page.inside(list).filter(|one| one.name == "dt").map(|one| one.text.as_str()).collect();
        let once: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!(once.len(), names.len(), "{names:?}");
    }
}
