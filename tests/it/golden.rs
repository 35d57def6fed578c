//! What stands in `<main>` of the short report's pages, compared with `tests/golden/`, and the programs of the page about the
//! data, compared with the highlighter's. After a change that is meant: `GONGDU_RENEW=1 cargo test --test it golden`, and
//! read what `git diff` says.

use std::fs;

use crate::desk::Desk;
use crate::site::small;

/// The page's `<main>` and what stands on lines of its own in it.
fn main_of(html: &str) -> String {
    let start = html.find("<main").unwrap();
    let end = html.find("</main>").unwrap() + "</main>".len();
    let lines = html[start..end].lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

#[track_caller]
fn check(page: &str, name: &str) {
    same(&main_of(small().text(page)), page, &format!("tests/golden/{name}.html"));
}

/// Compares what was made of `of` with the file at `path`, or writes it there.
#[track_caller]
fn same(made: &str, of: &str, path: &str) {
    if std::env::var_os("GONGDU_RENEW").is_some() {
        return fs::write(path, made).unwrap();
    }
    let golden = fs::read_to_string(path).unwrap_or_default().replace('\r', "");
    if made == golden {
        return;
    }
    let same = made.lines().zip(golden.lines()).take_while(|(made, golden)| made == golden).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(the end)").to_owned();
    panic!(
        "{of} differs from {path} in line {}\n  golden: {}\n  now:    {}\nrenew with GONGDU_RENEW=1 if it is meant",
        same + 1,
        line(&golden),
        line(made)
    );
}

#[test]
fn the_overview_is_as_it_was() {
    check("qinghe-2024/index.html", "overview");
}

#[test]
fn a_part_with_sections_is_as_it_was() {
    check("qinghe-2024/2/index.html", "part");
}

#[test]
fn a_section_is_as_it_was() {
    check("qinghe-2024/1/index.html", "section");
}

#[test]
fn a_page_with_a_list_a_table_a_quotation_and_code_is_as_it_was() {
    let page = "qinghe-2024/3/index.html";
    same(&main_of(Desk::with_unproven().build().text(page)), page, "tests/golden/blocks.html");
}

#[test]
fn a_page_with_an_editors_note_is_as_it_was() {
    check("qinghe-2024/3/index.html", "note");
}

#[test]
fn the_page_of_commitments_is_as_it_was() {
    check("qinghe-2024/promises/index.html", "promises");
}

#[test]
fn the_full_text_is_as_it_was() {
    check("qinghe-2024/full/index.html", "full");
}

#[test]
fn the_glossary_is_as_it_was() {
    check("qinghe-2024/glossary/index.html", "glossary");
}

#[test]
fn a_chart_of_targets_is_as_it_was() {
    check("qinghe-2024/charts/goals/index.html", "targets");
}

#[test]
fn a_chart_of_pairs_is_as_it_was() {
    check("qinghe-2024/charts/jobs/index.html", "pairs");
}

#[test]
fn the_list_of_charts_is_as_it_was() {
    check("qinghe-2024/charts/index.html", "charts");
}

#[test]
fn the_figures_are_as_they_were() {
    check("qinghe-2024/figures/index.html", "figures");
}

#[test]
fn the_list_of_topics_is_as_it_was() {
    check("qinghe-2024/topics/index.html", "topics");
}

#[test]
fn a_topic_is_as_it_was() {
    check("qinghe-2024/topics/work/index.html", "topic");
}

#[test]
fn the_samples_have_the_colours_of_the_highlighter() {
    for (program, language) in [("web.py", "python"), ("file.py", "python"), ("table.R", "r"), ("figures.js", "js")] {
        let path = format!("src/html/samples/{program}");
        let code = fs::read_to_string(&path).unwrap().replace('\r', "");
        same(&gongdu::body::highlight(language, &code), &path, &format!("{path}.html"));
    }
}
