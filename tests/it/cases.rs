//! Small texts that were once read wrongly, each for its kind: what must not be lost, misnamed or taken for the report's words.

use gongdu::import::import_opened;
use gongdu::inspect::{Inspection, inspect};
use gongdu::message::Language;
use gongdu::report;

/// What is read of a text below `tests/cases/`.
fn read(name: &str) -> Inspection {
    let bytes = std::fs::read(format!("tests/cases/{name}.txt")).unwrap();
    let opened = report::open(&format!("{name}.txt"), &bytes);
    let mut diagnostics = opened.diagnostics;
    let imported = import_opened(&opened.value);
    diagnostics.extend(imported.diagnostics);
    inspect(&opened.value, &imported.value, &diagnostics, Language::English)
}

fn headings(read: &Inspection) -> Vec<&str> {
    read.outline.iter().filter(|item| item.level.is_some()).map(|item| item.heading.as_str()).collect()
}

fn aside(read: &Inspection) -> Vec<&str> {
    read.aside.iter().map(|line| line.text.as_str()).collect()
}

fn words(read: &Inspection) -> Vec<&str> {
    read.figures.iter().map(|figure| figure.span.as_str()).collect()
}

#[test]
fn a_last_part_of_short_items_is_no_website_s_foot() {
    let read = read("01-tail-list");
    assert_eq!(headings(&read), ["一、2023年工作回顾", "二、2024年工作安排", "三、2024年民生实事"]);
    assert!(aside(&read).is_empty(), "{:?}", aside(&read));
    for due in ["3所", "1800个", "25个", "12个", "6个"] {
        let figure = read.figures.iter().find(|figure| figure.span.ends_with(due));
        let found = figure.map(|figure| (figure.status, figure.period.as_str()));
        assert_eq!(found, Some(("target", "2024")), "{due} of {:?}", words(&read));
    }
}

#[test]
fn a_table_and_the_part_behind_it_stay() {
    let read = read("03-tail-after-table");
    assert_eq!(headings(&read), ["一、2023年工作回顾", "二、2024年工作安排"]);
    assert!(aside(&read).is_empty(), "{:?}", aside(&read));
    assert!(words(&read).contains(&"增长5%"), "{:?}", words(&read));
}

#[test]
fn a_speech_without_salutation_begins_with_its_first_heading() {
    let read = read("04-front-no-salutation");
    let due = ["一、2023年工作回顾", "（一）经济实力不断增强", "（二）民生福祉持续改善", "二、2024年工作安排"];
    assert_eq!(headings(&read), due);
    assert!(aside(&read).is_empty(), "{:?}", aside(&read));
}

#[test]
fn marks_of_type_break_no_sentence() {
    let read = read("18-import-then-build-fails");
    assert_eq!(headings(&read), ["一、2023年工作回顾", "二、2024年工作安排"]);
    assert_eq!(words(&read), ["突破254.5亿元", "增长5.2%", "3所", "增长6%左右"]);
}

#[test]
fn the_marks_of_pages_are_neither_headings_nor_figures() {
    let read = read("19-page-footers");
    assert_eq!(aside(&read), ["第 1 页 共 3 页", "政府工作报告 第2页 共3页", "2/3"]);
    assert_eq!(headings(&read), ["一、2023年工作回顾", "二、2024年工作安排"]);
    assert!(!words(&read).contains(&"2/3"));
}

#[test]
fn the_report_of_a_procuratorate_is_none_of_the_state_council() {
    let read = read("21-other-report-as-state-council");
    assert_eq!(read.masthead.title.as_deref(), Some("最高人民檢察院工作報告"));
    assert_eq!(read.masthead.place.as_deref(), Some("最高人民檢察院"));
    assert_eq!(read.masthead.office.as_deref(), Some("最高人民檢察院檢察長"));
    assert_eq!(read.masthead.speaker.as_deref(), Some("王小明"));
}

#[test]
fn a_congress_is_no_place() {
    assert_eq!(read("23-place-dahui").masthead.place, None);
}

#[test]
fn a_communique_keeps_its_title_and_its_first_paragraph() {
    let read = read("25-communique-front-and-status");
    assert_eq!(read.masthead.title.as_deref(), Some("临川县2022年国民经济和社会发展统计公报"));
    assert!(aside(&read).is_empty(), "{:?}", aside(&read));
    assert_eq!(headings(&read), ["一、综 合", "二、农 业"]);
}

/// `5.2 2023 actual` for each figure.
fn years(read: &Inspection) -> Vec<String> {
    read.figures.iter().map(|figure| format!("{} {} {}", figure.value, figure.period, figure.status)).collect()
}

#[test]
fn what_was_counted_is_done_though_the_heading_begins_with_a_verb_of_intent() {
    let due = ["254.5 2023 actual", "5.2 2023 actual", "5210 2023 actual", "3 2023 actual", "6 2024 target"];
    assert_eq!(years(&read("06-status-plan-verb-heading")), due);
}

#[test]
fn a_year_that_nobody_tells_is_no_target() {
    let spans = ["4232", "4692", "20.5", "32.8"].map(|value| format!("{value} 2018-2022 actual"));
    let due: Vec<String> =
        spans.into_iter().chain(["240", "1.2", "6"].map(|value| format!("{value}  actual"))).collect();
    assert_eq!(years(&read("07-status-unknown-year")), due);
}

#[test]
fn how_things_stand_is_no_target() {
    let due = ["254.5 2023 actual", "5.2 2023 actual", "3 2023 actual", "86 2023 actual", "6 2024 target"];
    assert_eq!(years(&read("08-status-current-situation")), due);
}

#[test]
fn a_task_is_a_target_and_what_was_done_of_it_a_result() {
    let due = ["12 2023 target", "12.8 2023 actual", "20 2023 target", "21.3 2023 actual", "5 2024 target"];
    assert_eq!(years(&read("14-indicator-task-and-done")), due);
}

#[test]
fn a_report_in_one_paragraph_is_divided_by_its_numbered_topics() {
    let due =
        ["95 2023 actual", "9 2023 actual", "2 2023 actual", "8 2024 target", "6 2024 target", "5000 2024 target"];
    assert_eq!(years(&read("23-place-dahui")), due);
}

#[test]
fn a_communique_tells_of_nothing_that_is_planned() {
    let read = read("25-communique-front-and-status");
    assert!(!read.figures.is_empty() && read.figures.iter().all(|figure| figure.status == "actual"));
}
