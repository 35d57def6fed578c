//! What decided the figures of the included report.

use super::Reasons;
use crate::figures::{HeadingRule, NameRule, PeriodRule, StatusRule};
use crate::import;
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
