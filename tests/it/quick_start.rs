//! The quick start and the walk of the README, typed word for word in an empty folder with a Word file in it; what they show is
//! what the program says. What needs the network, or a browser that somebody closes, is passed over.

use crate::desk::{Desk, Run, check};
use crate::document::{Passage, code_spans, document, in_both, passages, typed};
use crate::intake::docx;

/// The file that the documents speak of.
const REPORT: &str = "报告.docx";

/// A short report of which three things are read wrongly.
fn report() -> Vec<u8> {
    docx(&document("tests/fixtures/steps/report.txt"))
}

/// Types the commands as a person does, who puts the report into the folder that they are told to go to. Gives that folder.
#[track_caller]
fn follow(desk: &Desk, commands: &[String]) -> String {
    let report = report();
    desk.write(REPORT, &report);
    let mut folder = String::new();
    for command in commands {
        let words: Vec<&str> = command.split(' ').collect();
        match words[..] {
            ["cargo", ..] | ["gongdu", "serve", ..] => {}
            ["cd", name] => {
                folder = format!("{name}/");
                desk.write(&format!("{folder}{REPORT}"), &report);
            }
            ["gongdu", ..] => {
                let run = Run::of(desk.command(&words[1..]).current_dir(desk.path(&folder)).output().unwrap());
                assert_eq!(run.code, 0, "{command}: {run:?}");
            }
            _ => panic!("nobody can type {command}"),
        }
    }
    folder
}

fn commands<'a>(passages: impl Iterator<Item = &'a Passage>) -> Vec<String> {
    typed(passages.flat_map(|passage| &passage.blocks), &["sh"])
}

#[test]
fn the_quick_start_leads_to_the_site_that_it_tells_of() {
    // The English one has the same commands: `both_languages` holds it.
    let passages = passages(&document("docs/zh/quick-start.md"));
    let commands = commands(passages.iter());
    assert_eq!(commands.len(), 7, "{commands:?}");
    let desk = Desk::empty();
    let folder = follow(&desk, &commands);
    assert!(desk.path("报告/public/index.html").is_file(), "the quickest way makes a site beside the file");
    let built = desk.read("mysite/public/sitemap.xml");
    assert!(built.contains("https://example.org/reports/mycity-2024/2-1/"), "{built}");
    // What the tables say is written is there.
    let tables = passages.iter().flat_map(|passage| &passage.prose).filter(|line| line.starts_with("| `"));
    let cells: Vec<&str> = tables.map(|line| line.split(" | ").next().unwrap()).collect();
    let names = cells.iter().flat_map(|cell| code_spans(cell)).filter(|name| !name.contains('*'));
    let mut count = 0;
    for name in names {
        let places = ["", "content/mycity-2024/"].map(|place| desk.path(&format!("{folder}{place}{name}")));
        assert!(places.iter().any(|place| place.is_file()), "{name}");
        count += 1;
    }
    assert!(count >= 10, "{cells:?}");
}

#[test]
fn the_quick_start_shows_what_the_program_says() {
    for ((path, text), lang) in in_both("quick-start").into_iter().zip(["zh", "en"]) {
        let desk = Desk::empty();
        let mut count = 0;
        for block in passages(&text).iter().flat_map(|passage| &passage.blocks).filter(|block| block[0] == "```output")
        {
            let command: Vec<&str> = block[1].strip_prefix("$ gongdu ").expect("a command first").split(' ').collect();
            let folder = if command[0] == "new" { "" } else { "mysite" };
            desk.write(&format!("{folder}/{REPORT}"), report());
            let run =
                Run::of(desk.command(&command).args(["--lang", lang]).current_dir(desk.path(folder)).output().unwrap());
            assert_eq!((run.code, (run.out + &run.err).trim_end()), (0, &block[2..].join("\n")[..]), "{path}");
            count += 1;
        }
        assert_eq!(count, 2, "{path}");
    }
}

#[test]
fn what_the_quick_start_mends_is_mended_by_its_words() {
    for (path, text) in in_both("quick-start") {
        let desk = Desk::empty();
        desk.write("报告.docx", report());
        check(&desk, &["import", REPORT, "--as", "mycity-2024"], 0, &["term-not-found"]);
        check(&desk, &["check"], 0, &["warning[term-unused]"]);
        let [mended] = &passages(&text).into_iter().filter(is_table_of_mends).collect::<Vec<_>>()[..] else {
            panic!("{path}: no table of what is mended")
        };
        let rows = mended.prose.iter().filter(|line| line.starts_with('|')).skip(2);
        let mut count = 0;
        for row in rows {
            let cells: Vec<String> = row
                .trim_matches('|')
                .split(" | ")
                .map(|cell| code_spans(cell).collect::<Vec<_>>().join("\n"))
                .collect();
            let [_, file, from, to] = &cells[..] else { panic!("{path}: {row}") };
            assert_eq!(desk.read(file).matches(from.as_str()).count(), 1, "{path}: {file} has {from} once");
            desk.change(file, from, to);
            count += 1;
        }
        assert_eq!(count, 3, "{path}");
        let run = check(&desk, &["check"], 0, &["7"]);
        assert!(!run.err.contains("warning"), "{path}: {run:?}");
        let site = desk.build();
        let section = site.text("mycity-2024/2-1/index.html");
        assert!(!section.contains("<b>引导") && section.contains("质量总监</a>"), "{section}");
        assert!(!desk.read("content/mycity-2024/figures.csv").contains(",name"), "nothing is in doubt");
    }
}

/// Whether a passage has the table that says what is to be changed: a file in the second column of each row.
fn is_table_of_mends(passage: &Passage) -> bool {
    passage.prose.iter().any(|line| line.starts_with('|') && line.contains("| `content/mycity-2024/figures.csv` |"))
}

#[test]
fn the_walk_of_the_readme_leads_to_a_site() {
    let passages = passages(&document("README.md"));
    let walk = passages.iter().filter(|passage| passage.heading == "A walk through it");
    let desk = Desk::empty();
    let folder = follow(&desk, &commands(walk));
    assert_eq!(folder, "mysite/");
    // The id is of the place and the year that the report says.
    assert!(desk.path("mysite/public/qinghe-2024/index.html").is_file(), "{:?}", desk.tree("mysite/public").len());
}
