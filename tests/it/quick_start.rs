//! The quick start and the walk of the README, typed word for word in an empty folder with a Word file in it. What needs the
//! network, or a browser that somebody closes, is passed over.

use crate::desk::{Desk, Run};
use crate::document::{Passage, code_spans, document, passages, typed};
use crate::intake::docx;

/// The file that the documents speak of.
const REPORT: &str = "报告.docx";

/// Types the commands as a person does, who puts the report into the folder that they are told to go to. Gives that folder.
#[track_caller]
fn follow(desk: &Desk, commands: &[String]) -> String {
    let report = docx(&document("tests/fixtures/small/qinghe-2024/source.txt"));
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
fn the_walk_of_the_readme_leads_to_a_site() {
    let passages = passages(&document("README.md"));
    let walk = passages.iter().filter(|passage| passage.heading == "A walk through it");
    let desk = Desk::empty();
    let folder = follow(&desk, &commands(walk));
    assert_eq!(folder, "mysite/");
    // The id is of the place and the year that the report says.
    assert!(desk.path("mysite/public/qinghe-2024/index.html").is_file(), "{:?}", desk.tree("mysite/public").len());
}
