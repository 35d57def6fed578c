//! What the fuzz targets hold of any bytes, held of their seeds and of made-up texts: `cargo test` needs no fuzzer.

use std::fs;
use std::path::Path;

use gongdu::report;
use proptest::prelude::*;

#[path = "../../fuzz/targets/content_laws.rs"]
mod content_laws;
#[path = "../../fuzz/targets/laws.rs"]
mod laws;
#[path = "../../fuzz/targets/table_laws.rs"]
mod table_laws;

/// The seeds of a target.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new("fuzz/seeds").join(target);
    fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap()).collect()
}

fn page(bytes: &[u8]) {
    content_laws::hold(&[("1.md", &["+++\ntitle = \"甲\"\n+++\n".as_bytes(), bytes].concat())]);
}

fn content(bytes: &[u8]) {
    let parts = bytes.split(|byte| *byte == 1);
    let files: Vec<(&str, &[u8])> =
        ["report.toml", "1.md", "glossary.md", "charts/a.md"].into_iter().zip(parts).collect();
    content_laws::hold(&files);
}

fn figures(bytes: &[u8]) {
    content_laws::hold(&[("figures.csv", bytes)]);
    table_laws::hold(bytes);
}

/// What is held of the bytes given to a target.
type Law<'a> = &'a dyn Fn(&[u8]);

#[test]
fn the_laws_hold_of_every_seed() {
    let open = |name: &'static str| move |bytes: &[u8]| laws::hold(&report::open(name, bytes).value);
    let targets: [(&str, Law<'_>); 6] = [
        ("page", &page),
        ("content", &content),
        ("figures", &figures),
        ("html", &open("a.html")),
        ("markdown", &open("a.md")),
        ("text", &open("a.txt")),
    ];
    for (target, hold) in targets {
        let seeds = seeds(target);
        assert!(!seeds.is_empty(), "{target}");
        seeds.iter().for_each(|seed| hold(seed));
    }
    let mut folders: Vec<_> = fs::read_dir("fuzz/seeds").unwrap().map(|entry| entry.unwrap().file_name()).collect();
    folders.sort();
    let mut known = targets.map(|(target, _)| target);
    known.sort();
    assert_eq!(folders, known, "every folder of seeds is that of a target");
}

/// Texts that are put together of these pieces.
fn pieces(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|pieces| pieces.concat())
}

const MARKDOWN: &[&str] = &[
    "甲",
    "产值增长6.5%",
    "“双减”",
    "。",
    "\n",
    "\n\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "# ",
    "*",
    "**",
    "_",
    "`",
    "```",
    "[",
    "](1.md)",
    "](",
    "]",
    "!",
    "|",
    "\n|--|\n",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "&#27;",
    "&amp;",
    "\\",
    "+++\n",
    "---\n",
    "\0",
    "\u{1b}[31m",
    "［1］",
    "alias: ",
    "## 1．甲：\n",
    "title = \"甲\"\n",
    "figures = [[\"f1\"]]\n",
    "kind = \"bars\"\n",
    "\u{1}",
    "编者注（2024-01-05）：",
];

const TABLE: &[&str] = &[
    "id,place,quote,words,value,high,unit,qualifier,kind,direction,indicator,period,status\n",
    "f1",
    "1.md",
    "1",
    "2月1日",
    "产值增长6.5%",
    "增长6.5%",
    "6.50%",
    "6.5",
    "%",
    "eq",
    "level",
    "up",
    "2024",
    "actual",
    ",",
    ",,",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\"",
    "\"\"",
    "'",
    "=",
    "-",
    "＝",
    " ",
    "\u{feff}",
    "id",
    "quote",
    "words",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_page_is_read_and_rendered(text in pieces(MARKDOWN)) {
        page(text.as_bytes());
    }

    #[test]
    fn any_files_of_a_report_are_read_and_rendered(text in pieces(MARKDOWN)) {
        content(text.as_bytes());
    }

    #[test]
    fn any_table_is_read_and_comes_back_as_it_was_written(rows in pieces(TABLE), headed in any::<bool>()) {
        let text = format!("{}{rows}", if headed { TABLE[0] } else { "" });
        figures(text.as_bytes());
    }

    #[test]
    fn any_bytes_are_a_table(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        figures(&bytes);
    }
}
