//! What decided the figures of the included report.

use super::{Inspection, Reasons, inspect};
use crate::figures::{HeadingRule, NameRule, PeriodRule, StatusRule};
use crate::import;
use crate::message::Language;
use crate::report;

#[test]
fn every_figure_of_the_included_report_says_what_named_dated_and_judged_it() {
    let bytes = std::fs::read("content/zichuan-2023/source.txt").unwrap();
    let opened = report::open("source.txt", &bytes).value;
    let imported = import::import_opened(&opened).value;
    let reasons = Reasons::of(&opened, &imported.report);
    let lines: Vec<&str> = opened.source.text().lines().collect();
    let mut count = 0;
    for figure in reasons.figures() {
        let why = figure.explained();
        let name = &why.figure.indicator;
        let place = figure.place().unwrap();
        assert!(!why.name.is_empty(), "{name}");
        assert_eq!(name.is_empty(), why.name == [NameRule::Nothing], "{place}: {name}");
        // What the name is made of are words of the report, in their order, but for what a rule adds.
        let words: String = why.name_words.iter().map(|span| figure.quote(*span).unwrap().0).collect();
        let added = name.chars().filter(|c| !words.contains(*c)).count();
        assert!(added <= 2 && (!words.is_empty() || name.is_empty()), "{place}: {name} of {words}");
        for span in &why.name_words {
            let (words, place) = figure.quote(*span).unwrap();
            let found: String =
                lines[place.line - 1].chars().skip(place.column - 1).take(words.chars().count()).collect();
            assert_eq!(found, words, "{place}");
        }
        let dated = why.period.rule != PeriodRule::Nothing;
        assert_eq!(dated, !why.figure.period.is_empty(), "{place}: {name}");
        assert!(!why.period.rule.by_heading() || figure.heading().is_some(), "{place}: {name}");
        // The report has headings, and each of them says what it looks at.
        assert!(why.status.rule != StatusRule::NoPlan && figure.heading().is_some(), "{place}: {name}");
        assert!(figure.heading().is_some_and(|(_, rule)| rule != HeadingRule::Unsaid), "{place}: {name}");
        count += 1;
    }
    let read: usize = imported.figures.iter().map(Vec::len).sum();
    assert_eq!(count, read, "the figures are those of an import");
    assert!(count > 100, "{count}");
}

/// What is made of a text.
fn inspected(text: &str) -> Inspection {
    let opened = report::open("source.txt", text.as_bytes()).value;
    let imported = import::import_opened(&opened);
    inspect(&opened, &imported.value, &imported.diagnostics, Language::Chinese)
}

#[test]
fn an_attachment_is_read_as_its_own_heading_dates_it() {
    let speech = "政府工作报告\n（2026年1月9日在临川县第十八届人民代表大会第五次会议上）\n县长 王明\n各位代表：\n\
        一、2025年工作回顾\n新建学校3所，改造老旧小区12个，城镇新增就业4000人。\n\
        二、2026年工作安排\n新建学校5所，城镇新增就业4200人。\n\
        各位代表！让我们携手同心，再创佳绩！\n";
    let read = |heading: &str| {
        let text = format!("{speech}附件\n{heading}\n1.新建养老院10所。\n2.新建公园6个。\n");
        let found = inspected(&text);
        assert_eq!(found.attachments.len(), 1, "{heading}");
        let line = found.attachments[0].line;
        let figures = found.figures.iter().filter(|figure| figure.line > line);
        let figures =
            figures.map(|own| format!("{} {} {} {}", own.indicator, own.period, own.status, own.doubt.join(" ")));
        let commitments = found.commitments.iter().filter(|own| own.line > line).count();
        (figures.collect::<Vec<_>>(), commitments)
    };
    let planned = ["新建养老院 2026 target ", "新建公园 2026 target "].map(str::to_owned).to_vec();
    assert_eq!(read("2026年民生实事"), (planned, 2));
    let done = ["新建养老院 2025 actual ", "新建公园 2025 actual "].map(str::to_owned).to_vec();
    assert_eq!(read("2025年民生实事完成情况"), (done, 0));
    let (undated, none) = read("民生实事清单");
    assert!(undated.len() == 2 && undated.iter().all(|own| own.ends_with("period status")), "{undated:?}");
    assert_eq!(none, 0);
}
