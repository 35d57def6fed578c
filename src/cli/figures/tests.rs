//! Which figures a name and filters give, and what is told of one.

use super::filter::{covers, on_page};
use super::*;

#[test]
fn columns_stand_under_one_another_by_display_width() {
    let rows = [["f1", "增长6.5%左右", "产值"], ["f12", "5家", "企业"]].map(|row| row.map(str::to_owned));
    assert_eq!(aligned(&rows), "f1   增长6.5%左右  产值\nf12  5家           企业\n");
    assert_eq!(aligned::<2>(&[]), "");
}

#[test]
fn a_year_lies_in_a_span_of_years() {
    for (period, year, expect) in
        [("2018-2022", "2020", true), ("2018-2022", "2023", false), ("2022", "2022", false), ("", "2022", false)]
    {
        assert_eq!(covers(period, year), expect, "{period} {year}");
    }
}

#[test]
fn a_part_has_the_pages_of_its_sections() {
    for (page, wanted, expect) in [("2", "2", true), ("2-1", "2", true), ("21", "2", false), ("2", "2-1", false)] {
        assert_eq!(on_page(page, wanted), expect, "{page} {wanted}");
    }
}

/// The ids that a name and some filters give in the included report.
fn check(options: &Figures, expect: impl Fn(&ListedFigure) -> bool, some: bool) {
    let content = Path::new("content");
    let manuscript = build::manuscript(content, "zichuan-2023").unwrap().value;
    let words = Words::of(Language::default());
    let topics = TopicTable::default();
    let site = ReportSite::resolve(&manuscript, &Settings::default(), &words, &topics).value;
    let all: Vec<ListedFigure> = site.figures.iter().map(|figure| ListedFigure::of(&site, figure)).collect();
    let passed =
        |entry: &&ListedFigure| site.figures.iter().any(|own| own.row.id == entry.row.id && fits(own, options));
    let found: Vec<&str> = all.iter().filter(passed).map(|entry| &*entry.row.id).collect();
    let wanted: Vec<&str> = all.iter().filter(|entry| expect(entry)).map(|entry| &*entry.row.id).collect();
    assert_eq!(found, wanted);
    assert_eq!(!found.is_empty(), some);
}

#[test]
fn every_filter_must_be_passed() {
    let word = |word: &str| Some(word.to_owned());
    check(&Figures::default(), |_| true, true);
    check(&Figures { unit: word("%"), ..Figures::default() }, |entry| entry.row.unit == "%", true);
    let planned = Figures { kind: word("change"), status: word("target"), ..Figures::default() };
    check(&planned, |entry| entry.row.kind.name() == "change" && entry.row.status.name() == "target", true);
    let found = Figures { find: word("生产总值"), ..Figures::default() };
    check(&found, |entry| entry.row.quote.contains("生产总值") || entry.row.indicator.contains("生产总值"), true);
    check(&Figures { unit: word("光年"), ..Figures::default() }, |_| false, false);
}

#[test]
fn a_figure_is_explained_with_its_sentence_the_quote_marked() {
    let manuscript = build::manuscript(Path::new("content"), "zichuan-2023").unwrap().value;
    let words = Words::of(Language::default());
    let topics = TopicTable::default();
    let site = ReportSite::resolve(&manuscript, &Settings::default(), &words, &topics).value;
    for figure in &site.figures {
        let entry = ListedFigure::of(&site, figure);
        let text = entry.explained(Language::Chinese);
        assert!(text.contains(&format!("【{}】", figure.row.quote)), "{text}");
        assert!(text.contains(&format!("/index.html#{}", figure.row.id)), "{text}");
    }
}
