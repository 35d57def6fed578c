//! Keeps the documents true: each key and code has its heading, links lead somewhere, commands exist. What no
//! test holds to drifts.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gongdu::content::{FIGURE_COLUMNS, FirstSettings};
use gongdu::diagnostic::ALL_CODES;
use gongdu::message::Language;

use crate::codes;
use crate::desk::Desk;
use crate::document::{code_spans, document, documents, headings, in_both, links, passages, section, sections, typed};

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

/// The document names what the program knows, and nothing else.
#[track_caller]
pub fn check_set(what: &str, mut documented: Vec<String>, mut known: Vec<String>) {
    documented.sort();
    known.sort();
    assert_eq!(documented, known, "{what}: what the document has, and what the program knows");
}

#[test]
fn every_key_of_the_content_has_a_heading_and_no_heading_is_without_a_key() {
    for (path, text) in in_both("content") {
        check_keys(&path, &text);
    }
}

/// Every key has its heading below that of its file, and each says something.
fn check_keys(path: &str, text: &str) {
    let below: BTreeMap<String, Vec<String>> =
        sections(text, 2).into_iter().map(|(heading, words)| (heading, headings(&words, 3))).collect();
    let of = |heading: &str| {
        below.get(heading).unwrap_or_else(|| panic!("{path}: no heading {heading}: {:?}", below.keys())).clone()
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
                tables(
                    known_keys("content/site.toml", "title = \"甲\"\n@\n"),
                    "terms",
                    "[terms]",
                    known_keys("content/site.toml", "title = \"甲\"\n[terms]\n@\n"),
                ),
                "figures",
                "[figures]",
                known_keys("content/site.toml", "title = \"甲\"\n[figures]\n@\n"),
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
    let pages = headings(&section(text, ["正文的页", "The pages of the text"]), 3);
    check_set("pages", pages, known_keys("content/r/2.md", "+++\ntitle = \"甲\"\n@\n+++\n"));
    let glossary = known_keys("content/r/glossary.md", "+++\n@\n+++\n");
    check_set("glossary.md", of("glossary.md"), glossary.into_iter().chain(["alias".into(), "not".into()]).collect());
    check_set("figures.csv", of("figures.csv"), FIGURE_COLUMNS.map(str::to_owned).into());
    check_set(
        "charts/",
        of("charts/"),
        known_keys("content/r/charts/a.md", "+++\ntitle = \"甲\"\nkind = \"bars\"\n@\n+++\n"),
    );
    for (file, words) in sections(text, 2) {
        for (key, words) in sections(&words, 3) {
            assert!(words.trim().chars().count() >= 4, "{path}: {file}: {key} says nothing");
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
    for (path, text) in in_both("diagnostics") {
        check_set(&path, headings(&text, 3), ALL_CODES.iter().map(|code| code.to_string()).collect());
    }
}

#[test]
fn what_a_message_is_said_to_be_it_is() {
    let messages = [Language::Chinese, Language::English].map(codes::messages);
    let [(_, chinese), (_, english)] = in_both("diagnostics");
    check_examples(&chinese, "怎么办：", [&messages[0], &messages[1]]);
    check_examples(&english, "What to do: ", [&messages[1], &messages[0]]);
}

/// Every code has an example in the language of the document and then in the other, and says what to do.
fn check_examples(text: &str, advice: &str, messages: [&Vec<(&str, String)>; 2]) {
    for (code, words) in sections(text, 3) {
        let examples = words.lines().map(str::trim_end).filter(|line| line.starts_with('`') && line.ends_with('`'));
        let examples: Vec<&str> = examples.take(2).map(|line| line.trim_matches('`').trim()).collect();
        assert_eq!(examples.len(), 2, "{code} has an example in each language");
        for (example, messages) in examples.into_iter().zip(messages) {
            let said = |own: &(&str, String)| own.0 == code && own.1.contains(example);
            // Some codes need readers that this build may lack.
            let known = messages.iter().any(|own| own.0 == code);
            assert!(!known || messages.iter().any(said), "{code}: the program does not say {example:?}");
        }
        assert!(words.contains(advice), "{code} says what to do");
    }
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
                let slug = |heading: &str| {
                    let words = heading.to_lowercase().replace(' ', "-");
                    words.replace(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_'), "")
                };
                let there = (1..=4).flat_map(|level| headings(&text, level)).any(|heading| slug(&heading) == fragment);
                assert!(there, "{path} links to {link}");
            }
            count += 1;
        }
    }
    assert!(count > 20, "{count} links were looked at");
}

#[test]
fn every_command_that_a_document_shows_exists() {
    let desk = Desk::empty();
    let mut count = 0;
    for path in documents() {
        let passages = passages(&document(&path));
        let blocks = passages.iter().flat_map(|passage| &passage.blocks);
        for command in typed(blocks, &["sh", "powershell", "console"]) {
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
    let architecture = document("ARCHITECTURE.md");
    for readme in ["README.md", "README.zh-CN.md"] {
        let promises = section(&document(readme), ["它保证什么", "What it promises"]);
        let named: Vec<&str> = code_spans(&promises).collect();
        assert!(named.len() >= 8, "{named:?}");
        for law in named {
            assert!(architecture.contains(&format!("\n| {law} | ")), "{readme} names the law {law}");
        }
    }
}

#[test]
fn every_test_that_the_architecture_names_is_there() {
    let text = document("ARCHITECTURE.md");
    let laws = section(&text, ["Laws"; 2]);
    let names: Vec<&str> = code_spans(&laws).filter(|name| name.contains("::")).collect();
    assert!(names.len() >= 8, "{names:?}");
    for name in names {
        let (module, test) = name.split_once("::").unwrap();
        let own = format!("tests/{module}/main.rs");
        let code = document(&if Path::new(&own).exists() { own } else { format!("tests/it/{module}.rs") });
        assert!(code.contains(&format!("fn {test}(")), "ARCHITECTURE.md names {name}");
    }
}

#[test]
fn every_document_that_the_program_names_is_there() {
    fn look(folder: &Path, named: &mut Vec<String>) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                look(&path, named);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let paths = text.split("docs/").skip(1).filter_map(|rest| rest.split_once(".md"));
                named.extend(paths.map(|(name, _)| format!("docs/{name}.md")));
            }
        }
    }
    let mut named = Vec::new();
    for folder in ["src", "content", "themes"] {
        look(Path::new(folder), &mut named);
    }
    assert!(named.len() >= 10, "{named:?}");
    for path in named {
        assert!(Path::new(&path).exists(), "{path}");
    }
}
