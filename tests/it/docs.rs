//! Keeps the documents true: each key, code, kind and template has its heading, links lead somewhere, commands exist. What no
//! test holds to drifts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gongdu::build::Request;
use gongdu::content::{CHART_KINDS, FIGURE_COLUMNS, FirstSettings};
use gongdu::diagnostic::ALL_CODES;
use gongdu::message::Language;

use crate::codes;
use crate::desk::Desk;
use crate::site::{SMALL, Site, request};

/// The headings of a level in a document with what stands below each, up to the next of its level or a higher one.
fn sections(text: &str, level: usize) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut open = false;
    let mut code = false;
    for line in text.lines() {
        code ^= line.starts_with("```");
        let marks = line.len() - line.trim_start_matches('#').len();
        if !code && (1..=level).contains(&marks) {
            open = marks == level;
            if open {
                found.push((line[marks..].trim().to_owned(), String::new()));
            }
        } else if let Some((_, words)) = found.last_mut().filter(|_| open) {
            *words += &format!("{line}\n");
        }
    }
    found
}

fn document(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn headings(text: &str, level: usize) -> Vec<String> {
    sections(text, level).into_iter().map(|(heading, _)| heading).collect()
}

/// Every Markdown document of the project itself.
fn documents() -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for folder in [".", "docs"] {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        found.extend(
            names
                .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
                .map(|path| path.to_string_lossy().into_owned()),
        );
    }
    assert!(found.len() >= 10, "{found:?}");
    found
}

/// The keys that the program knows in a file: it names them when it meets one that it does not know.
fn known_keys(path: &str, text: &str) -> Vec<String> {
    const UNHEARD: &str = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
    let desk = Desk::with(&[("content/site.toml", "title = \"甲\"\n"), ("content/r/report.toml", "title = \"乙\"\n")]);
    desk.write("content/r/1.md", "+++\ntitle = \"全文\"\n+++\n一。\n");
    desk.write(path, text.replace('@', &format!("{UNHEARD} = 1")));
    let site = desk.build();
    let help = site
        .built
        .diagnostics
        .iter()
        .find(|found| found.message.said_in(Language::English).contains(UNHEARD))
        .and_then(|found| found.help.as_ref())
        .map(|help| help.said_in(Language::English));
    let list = help
        .and_then(|help| help.strip_prefix("the keys here are: "))
        .unwrap_or_else(|| panic!("{path}: {:?}", site.built.diagnostics));
    list.split(", ").map(str::to_owned).collect()
}

#[track_caller]
fn check_set(what: &str, mut documented: Vec<String>, mut known: Vec<String>) {
    documented.sort();
    known.sort();
    assert_eq!(documented, known, "{what}: what the document has, and what the program knows");
}

#[test]
fn every_key_of_the_content_has_a_heading_and_no_heading_is_without_a_key() {
    let text = document("docs/content.md");
    let below: BTreeMap<String, Vec<String>> =
        sections(&text, 2).into_iter().map(|(heading, words)| (heading, headings(&words, 3))).collect();
    let of = |heading: &str| {
        below.get(heading).unwrap_or_else(|| panic!("no heading {heading}: {:?}", below.keys())).clone()
    };
    let tables = |top: Vec<String>, table: &str, mark: &str, keys: Vec<String>| -> Vec<String> {
        let rest = top.into_iter().filter(|key| key != table);
        rest.chain(keys.into_iter().map(|key| format!("{mark} {key}"))).collect()
    };
    check_set(
        "site.toml",
        of("site.toml"),
        tables(
            tables(
                known_keys("content/site.toml", "title = \"甲\"\n@\n"),
                "terms",
                "[terms]",
                known_keys("content/site.toml", "title = \"甲\"\n[terms]\n@\n"),
            ),
            "publisher",
            "[publisher]",
            known_keys("content/site.toml", "title = \"甲\"\n[publisher]\n@\n"),
        ),
    );
    check_set(
        "report.toml",
        of("report.toml"),
        tables(
            tables(
                known_keys("content/r/report.toml", "title = \"甲\"\n@\n"),
                "masthead",
                "[[masthead]]",
                known_keys("content/r/report.toml", "title = \"甲\"\n[[masthead]]\n@\n"),
            ),
            "notice",
            "[[notice]]",
            known_keys("content/r/report.toml", "title = \"甲\"\n[[notice]]\n@\n"),
        ),
    );
    check_set("pages", of("正文的页"), known_keys("content/r/2.md", "+++\ntitle = \"甲\"\n@\n+++\n"));
    let glossary = known_keys("content/r/glossary.md", "+++\n@\n+++\n");
    check_set("glossary.md", of("glossary.md"), glossary.into_iter().chain(["alias".into(), "not".into()]).collect());
    check_set("figures.csv", of("figures.csv"), FIGURE_COLUMNS.map(str::to_owned).into());
    check_set(
        "charts/",
        of("charts/"),
        known_keys("content/r/charts/a.md", "+++\ntitle = \"甲\"\nkind = \"bars\"\n@\n+++\n"),
    );
    for (file, words) in sections(&text, 2) {
        for (key, words) in sections(&words, 3) {
            assert!(words.trim().chars().count() >= 4, "{file}: {key} says nothing");
        }
    }
}

#[test]
fn the_first_settings_name_every_key_and_are_without_fault() {
    let desk = Desk::with(&[
        ("content/r/report.toml", "title = \"乙\"\nplace = \"淄川区\"\nyear = 2023\nno_source = \"试\"\n"),
        ("content/r/1.md", "+++\ntitle = \"全文\"\n+++\n一。\n"),
    ]);
    for language in [Language::Chinese, Language::English] {
        let first = FirstSettings::default().text(language);
        desk.write("content/site.toml", &first);
        assert_eq!(desk.build().codes(), ["no-source"]);
        for key in known_keys("content/site.toml", "title = \"甲\"\n@\n") {
            let there = first.lines().any(|line| line.starts_with(&format!("{key} =")) || line == format!("[{key}]"));
            assert!(there, "{key}");
        }
    }
}

#[test]
fn every_code_has_a_heading_and_no_heading_is_without_a_code() {
    let documented = headings(&document("docs/diagnostics.md"), 3);
    check_set("codes", documented, ALL_CODES.iter().map(|code| code.to_string()).collect());
}

#[test]
fn what_a_message_is_said_to_be_it_is() {
    let messages = [Language::Chinese, Language::English].map(codes::messages);
    for (code, words) in sections(&document("docs/diagnostics.md"), 3) {
        let examples = words.lines().map(str::trim_end).filter(|line| line.starts_with('`') && line.ends_with('`'));
        let examples: Vec<&str> = examples.take(2).map(|line| line.trim_matches('`').trim()).collect();
        assert_eq!(examples.len(), 2, "{code} has an example in each language");
        for (example, messages) in examples.into_iter().zip(&messages) {
            let said = |own: &(&str, String)| own.0 == code && own.1.contains(example);
            // Some codes need readers that this build may lack.
            let known = messages.iter().any(|own| own.0 == code);
            assert!(!known || messages.iter().any(said), "{code}: the program does not say {example:?}");
        }
        assert!(words.contains("怎么办："), "{code} says what to do");
    }
}

#[test]
fn every_kind_of_chart_has_a_heading() {
    let below = sections(&document("docs/charts.md"), 2);
    let (_, kinds) = below.iter().find(|(heading, _)| heading == "种类").unwrap();
    check_set("kinds", headings(kinds, 3), CHART_KINDS.iter().map(|(name, _)| (*name).to_owned()).collect());
}

#[test]
fn every_template_is_named_and_no_other() {
    let text = document("docs/theme.md");
    let named: BTreeSet<String> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| !name.contains('/') && (name.ends_with(".html") || name.ends_with(".xml")))
        .map(str::to_owned)
        .collect();
    let there: BTreeSet<String> = fs::read_dir("themes/default/templates")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(named, there);
}

/// The names that a place in a template may use: the program lists them when it meets one that it does not know.
fn names_in(template: &str, words: &str) -> BTreeSet<String> {
    let desk = Desk::with_copy_of(SMALL);
    if template == "library.html" {
        desk.write("content/b/report.toml", "title = \"乙\"\nno_source = \"试\"\n");
        desk.write("content/b/1.md", "+++\ntitle = \"全文\"\n+++\n一。\n");
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

#[test]
fn every_value_that_a_template_sees_is_named_and_no_other() {
    let text = document("docs/theme.md");
    let (_, below) = sections(&text, 2).into_iter().find(|(heading, _)| heading == "模板里能用的值").unwrap();
    let documented: BTreeMap<String, String> = sections(&below, 3).into_iter().collect();
    let parts = [
        "base.html",
        "contents.html",
        "downloads.html",
        "masthead.html",
        "share.html",
        "statistics.html",
        "terms.html",
        "tiles.html",
        "years.html",
    ];
    let templates = fs::read_dir("themes/default/templates")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for template in templates.filter(|name| !parts.contains(&name.as_str())) {
        let words = documented.get(&template).unwrap_or_else(|| panic!("docs/theme.md has no heading {template}"));
        let named: BTreeSet<&str> = words.split('`').skip(1).step_by(2).collect();
        let mut known = names_in(&template, "{{ nope }}");
        assert!(["page", "words", "lang_zh"].iter().all(|name| known.remove(*name) || *name == "page"), "{known:?}");
        let missing: Vec<_> = known.iter().filter(|name| !named.contains(name.as_str())).collect();
        assert!(missing.is_empty(), "docs/theme.md does not name {missing:?} of {template}");
    }
    let named: BTreeSet<String> = documented["page"].split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let known = names_in("404.html", "{{ page.nope }}");
    let of_links = ["text", "href", "current"].map(str::to_owned).into();
    assert_eq!(named.difference(&of_links).cloned().collect::<BTreeSet<_>>(), known, "page");
}

#[test]
fn every_example_of_a_chart_is_one() {
    let below = sections(&document("docs/charts.md"), 2);
    let (_, kinds) = below.iter().find(|(heading, _)| heading == "种类").unwrap();
    for (kind, words) in sections(kinds, 3) {
        let example = words.split("```\n").nth(1).unwrap_or_else(|| panic!("{kind} has no example"));
        assert!(example.contains(&format!("kind = \"{kind}\"")), "{kind}: {example}");
        let desk = Desk::with_copy_of(SMALL);
        desk.write("content/qinghe-2024/charts/example.md", example);
        // Its figures are those of another report.
        let site = desk.build();
        let faults = site.built.diagnostics.iter().filter(|found| {
            found.location.as_ref().is_some_and(|at| at.file.ends_with("example.md"))
                && !matches!(found.code.as_str(), "unknown-figure" | "chart-row")
        });
        assert_eq!(faults.count(), 0, "{kind}: {:#?}", site.built.diagnostics);
    }
}

/// The addresses that a document links to, pictures as well; code does not count.
fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut code = false;
    for line in text.lines() {
        code ^= line.trim_start().starts_with("```");
        let plain: String = if code { String::new() } else { line.split('`').step_by(2).collect() };
        found.extend(plain.split("](").skip(1).filter_map(|rest| rest.split(')').next()).map(str::to_owned));
    }
    found
}

#[test]
fn every_link_of_a_document_leads_somewhere() {
    let mut count = 0;
    for path in documents() {
        for link in links(&document(&path)).iter().filter(|link| !link.contains("://")) {
            let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
            let target =
                if file.is_empty() { path.clone().into() } else { Path::new(&path).parent().unwrap().join(file) };
            assert!(target.exists(), "{path} links to {link}");
            if !fragment.is_empty() {
                let text = document(&target.to_string_lossy());
                let slug =
                    |heading: &str| heading.to_lowercase().replace(' ', "-").replace(['`', '.', '/', '[', ']'], "");
                let there = (1..=4).flat_map(|level| headings(&text, level)).any(|heading| slug(&heading) == fragment);
                assert!(there, "{path} links to {link}");
            }
            count += 1;
        }
    }
    assert!(count > 20, "{count} links were looked at");
}

/// The lines of a document that a person types into a shell.
fn commands(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut shell = false;
    for line in text.lines() {
        if let Some(language) = line.trim_start().strip_prefix("```") {
            shell = !shell && matches!(language.trim(), "sh" | "powershell" | "console");
        } else if shell {
            let line = line.split(" #").next().unwrap_or_default().trim();
            found.extend((!line.is_empty() && !line.starts_with('#')).then(|| line.to_owned()));
        }
    }
    found
}

#[test]
fn every_command_that_a_document_shows_exists() {
    let desk = Desk::empty();
    let mut count = 0;
    for path in documents() {
        for command in commands(&document(&path)) {
            let words: Vec<&str> = command.split_whitespace().collect();
            let own = match words[0] {
                "gongdu" => &words[1..],
                "cargo" if words.get(1) == Some(&"run") => {
                    words.iter().position(|word| *word == "--").map_or(&[][..], |at| &words[at + 1..])
                }
                "cargo" | "git" | "cd" | "npx" => continue,
                word => {
                    assert!(Path::new(word).exists(), "{path} shows {command}, and there is no {word}");
                    continue;
                }
            };
            let subcommand = own.first().filter(|word| !word.starts_with('-')).copied();
            let help = desk.run(&subcommand.into_iter().chain(["--help"]).collect::<Vec<_>>());
            assert_eq!(help.code, 0, "{path} shows {command}: {help:?}");
            for option in own.iter().filter(|word| word.starts_with('-')) {
                let listed = help.out.split_whitespace().any(|word| word.trim_end_matches(',') == *option);
                assert!(listed, "{path} shows {command}, which has no {option}");
            }
            count += 1;
        }
    }
    assert!(count > 10, "{count} commands were looked at");
}

#[test]
fn every_law_that_the_readme_names_is_one() {
    let readme = document("README.md");
    let promises = sections(&readme, 2).into_iter().find(|(heading, _)| heading == "它保证什么").unwrap().1;
    let named: Vec<&str> = promises.split('`').skip(1).step_by(2).collect();
    assert!(named.len() >= 8, "{named:?}");
    let architecture = document("ARCHITECTURE.md");
    for law in named {
        assert!(architecture.contains(&format!("\n| {law} | ")), "README.md names the law {law}");
    }
}

#[test]
fn every_test_that_the_architecture_names_is_there() {
    let text = document("ARCHITECTURE.md");
    let laws = sections(&text, 2).into_iter().find(|(heading, _)| heading == "Laws").unwrap().1;
    let names: Vec<&str> = laws.split('`').skip(1).step_by(2).filter(|name| name.contains("::")).collect();
    assert!(names.len() >= 8, "{names:?}");
    for name in names {
        let (module, test) = name.split_once("::").unwrap();
        let own = format!("tests/{module}/main.rs");
        let code = document(&if Path::new(&own).exists() { own } else { format!("tests/it/{module}.rs") });
        assert!(code.contains(&format!("fn {test}(")), "ARCHITECTURE.md names {name}");
    }
}
