//! Every document says the same in Chinese and in English: the same headings, names, code, tables, lists, links and pictures.
//! What is only in one of them is found here by its heading.

use std::collections::BTreeSet;

use crate::document::{Passage, code_spans, document, links, markdown_in, passages};

/// Path and text of the Chinese documents with those of their English twins.
fn pairs() -> Vec<[(String, String); 2]> {
    let chinese = markdown_in("docs/zh").into_iter().map(|path| [path.clone(), path.replace("docs/zh/", "docs/en/")]);
    let readme = ["README.zh-CN.md", "README.md"].map(str::to_owned);
    let pairs: Vec<_> = chinese.chain([readme]).map(|pair| pair.map(|path| (path.clone(), document(&path)))).collect();
    assert!(pairs.len() >= 12, "{}", pairs.len());
    pairs
}

/// What must be the same in both documents of each pair below the same heading, and is not.
#[track_caller]
fn check_same<T: PartialEq + std::fmt::Debug>(part: impl Fn(&Passage) -> T) {
    let mut faults = Vec::new();
    for [(path, chinese), (twin, english)] in pairs() {
        let (chinese, english) = (passages(&chinese), passages(&english));
        assert_eq!(chinese.len(), english.len(), "{path} and {twin}: headings");
        for (one, other) in chinese.iter().zip(&english) {
            let (own, others) = (part(one), part(other));
            if own != others {
                faults.push(format!("{path} {}: {own:?}\n{twin} {}: {others:?}", one.heading, other.heading));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Words that are a name in every language: code of letters and signs.
fn is_name(words: &str) -> bool {
    words.is_ascii() && !words.is_empty()
}

#[test]
fn every_document_has_a_twin() {
    let names = |folder: &str| -> BTreeSet<String> {
        markdown_in(folder).iter().map(|path| path.rsplit('/').next().unwrap().to_owned()).collect()
    };
    assert_eq!(names("docs/zh"), names("docs/en"));
    for (path, twin) in [("README.md", "README.zh-CN.md"), ("README.zh-CN.md", "README.md")] {
        assert!(
            document(path).lines().next().unwrap().contains(&format!("]({twin})")),
            "{path} leads to {twin} at once"
        );
    }
    let index = document("docs/README.md");
    for name in names("docs/zh") {
        assert!(index.contains(&format!("](zh/{name})")) && index.contains(&format!("](en/{name})")), "{name}");
    }
}

#[test]
fn headings_are_of_the_same_levels_and_those_that_are_names_are_the_same() {
    check_same(|passage| passage.level);
    for [(path, chinese), (_, english)] in pairs() {
        for (one, other) in passages(&chinese).iter().zip(&passages(&english)) {
            assert!(!is_name(&one.heading) || one.heading == other.heading, "{path}: {}", other.heading);
        }
    }
}

/// A line of code without its comment, which follows `#` or stands at the end behind two blanks or more.
fn without_comment(line: &str) -> &str {
    let line = if line.trim_start().starts_with("# ") { "" } else { line };
    let line = line.split(" #").next().unwrap().trim();
    line.rsplit_once("  ").map_or(line, |(code, _)| code.trim_end())
}

/// Blocks of code without comments; of what the program says in its languages, the place and the count of lines.
fn code(passage: &Passage) -> Vec<Vec<String>> {
    let is_said = |line: &String| ["```output", "错误[", "error["].iter().any(|begin| line.starts_with(begin));
    let is_message = |block: &[String]| block.iter().any(is_said);
    let bare = |block: &Vec<String>| -> Vec<String> {
        match is_message(block) {
            true => block.iter().map(|line| if line.contains("-->") { line.clone() } else { String::new() }).collect(),
            false => block.iter().map(|line| without_comment(line).to_owned()).collect(),
        }
    };
    passage.blocks.iter().map(bare).collect()
}

#[test]
fn code_is_the_same_but_for_its_comments() {
    check_same(code);
    assert_eq!(without_comment("gongdu inspect 报告.docx      # only looks"), "gongdu inspect 报告.docx");
    assert_eq!(without_comment("    1.md  2.md   parts"), "1.md  2.md");
    assert_eq!(without_comment("    # the rest is compressed"), "");
}

#[test]
fn names_in_the_text_are_the_same() {
    check_same(|passage| -> BTreeSet<String> {
        code_spans(&passage.prose.join("\n")).filter(|span| is_name(span)).map(str::to_owned).collect()
    });
}

#[test]
fn tables_and_lists_are_of_the_same_length() {
    let is_numbered = |line: &str| line.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
    let count = |passage: &Passage, of: &dyn Fn(&str) -> bool| passage.prose.iter().filter(|line| of(line)).count();
    check_same(|passage| {
        [
            count(passage, &|line| line.starts_with('|')),
            count(passage, &|line| line.starts_with("- ")),
            count(passage, &is_numbered),
        ]
    });
}

#[test]
fn links_and_pictures_lead_to_the_same_files() {
    let files = |passage: &Passage| -> Vec<String> {
        let found = links(&passage.prose.join("\n"));
        let file =
            |link: &String| link.split('#').next().unwrap().replace("docs/zh/", "docs/en/").replace("/zh-CN/", "/");
        let mut files: Vec<String> = found.iter().map(file).collect();
        files.sort();
        files
    };
    // The first line leads to the twin.
    check_same(|passage| if passage.level == 0 { Vec::new() } else { files(passage) });
}

#[test]
fn the_first_screen_of_the_readme_is_what_it_is_a_picture_two_commands_and_what_it_promises() {
    for [_, (path, text)] in pairs().into_iter().filter(|[_, (path, _)]| path == "README.md") {
        let passages = passages(&text);
        let [_, title, commands, promises, ..] = &passages[..] else { panic!("{path}") };
        assert_eq!(title.prose.iter().filter(|line| line.starts_with("![")).count(), 1, "one picture");
        let [block] = &commands.blocks[..] else { panic!("{:?}", commands.blocks) };
        let typed: Vec<&str> = block[1..].iter().map(|line| without_comment(line)).collect();
        assert_eq!(typed, ["cargo run --release", "tests/run"]);
        assert_eq!(promises.heading, "What it promises");
    }
}
