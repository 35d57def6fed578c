//! References to pages of the site by GB/T 7714—2015, 4.6 (electronic resources): `主要责任者. 题名: 其他题名信息[文献类型标识/OL].
//! (更新或修改日期)[引用日期]. 获取和访问路径.` On which day the reader saw the page, and stands between the two halves, only
//! the reader knows.

use super::{ReportSite, Route, Shelf};
use crate::content::TitlePage;

/// A reference in two halves; `[引用日期]` belongs between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Who, what, of which kind, of which day: `冯炳涛. 淄川区2023年政府工作报告[R/OL]. (2023-01-05)`.
    pub work: String,
    /// Where; `None` when the address of the site is not known.
    pub address: Option<String>,
}

impl Citation {
    /// The words with `day`, on which the page was seen, and `address`, if it is not known here.
    pub fn text(&self, day: &str, address: &str) -> String {
        format!("{}[{day}]. {}.", self.work, self.address.as_deref().unwrap_or(address))
    }
}

impl ReportSite<'_> {
    /// How to refer to words of the report: as part of it, by whom it is. `part` is empty for the report as a whole.
    pub fn citation(&self, part: &str, page: &Route, shelf: &Shelf) -> Citation {
        let base = shelf.settings.base_url.as_deref();
        Citation { work: report_work(&self.manuscript.title_page, part), address: base.map(|base| page.url(base)) }
    }

    /// How to refer to the report where it was published; `None` when that is not known.
    pub fn source_citation(&self) -> Option<Citation> {
        let page = &self.manuscript.title_page;
        let known = !page.source_url.is_empty();
        known.then(|| Citation { work: report_work(page, ""), address: Some(page.source_url.clone()) })
    }

    /// How to refer to what the site made of the report, by whom the site is; `kind` is `EB` for a page and `DS` for a table.
    pub fn derived_citation(&self, title: &str, kind: &str, page: &Route, shelf: &Shelf) -> Citation {
        let settings = &shelf.settings;
        let author = if settings.publisher.is_empty() { &settings.title } else { &settings.publisher };
        let report = self.manuscript.title_page.full_title();
        let work = format!("{}{title}: 据{report}[{kind}/OL]. ", begun(author));
        Citation { work, address: settings.base_url.as_deref().map(|base| page.url(base)) }
    }
}

/// The report itself. Who is answerable for it is who signs it on its title page; a report that names no one is its
/// government's (GB/T 7714—2015, 3.2 and 8.1: the writer of a report, and the source's own words).
fn report_work(page: &TitlePage, part: &str) -> String {
    let author = if page.speaker.is_empty() { page.government().unwrap_or_default() } else { page.speaker.clone() };
    let part = if part.is_empty() { String::new() } else { format!(": {part}") };
    let date = page.date.clone().or(page.year.map(|year| year.to_string()));
    let date = date.map_or(String::new(), |date| format!("({date})"));
    format!("{}{}{part}[R/OL]. {date}", begun(&author), page.full_title())
}

/// Where no one is known to be answerable, a reference begins with the title (8.1.4).
fn begun(author: &str) -> String {
    if author.is_empty() { String::new() } else { format!("{author}. ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(place: &str, speaker: &str, date: Option<&str>) -> TitlePage {
        TitlePage {
            title: "政府工作报告".into(),
            place: place.into(),
            year: Some(2023),
            speaker: speaker.into(),
            date: date.map(str::to_owned),
            ..TitlePage::default()
        }
    }

    #[track_caller]
    fn check(page: &TitlePage, part: &str, expect: &str) {
        assert_eq!(report_work(page, part), expect);
    }

    #[test]
    fn a_report_is_by_who_signs_it_else_by_its_government_else_by_nobody() {
        let day = Some("2023-01-05");
        check(&page("淄川区", "冯炳涛", day), "", "冯炳涛. 淄川区2023年政府工作报告[R/OL]. (2023-01-05)");
        check(&page("淄川区", "", day), "", "淄川区人民政府. 淄川区2023年政府工作报告[R/OL]. (2023-01-05)");
        check(&page("国务院", "", day), "", "国务院. 国务院2023年政府工作报告[R/OL]. (2023-01-05)");
        check(&page("", "", None), "", "2023年政府工作报告[R/OL]. (2023)");
    }

    #[test]
    fn a_part_stands_after_the_title() {
        check(
            &page("淄川区", "冯炳涛", None),
            "一、2022年工作回顾",
            "冯炳涛. 淄川区2023年政府工作报告: 一、2022年工作回顾[R/OL]. (2023)",
        );
    }

    #[test]
    fn the_day_stands_between_the_halves() {
        let citation = Citation { work: "甲. 乙[R/OL]. (2023)".into(), address: None };
        assert_eq!(citation.text("引用日期", "网址"), "甲. 乙[R/OL]. (2023)[引用日期]. 网址.");
        let known = Citation { address: Some("https://example.org/".into()), ..citation };
        assert_eq!(known.text("2026-11-26", "网址"), "甲. 乙[R/OL]. (2023)[2026-11-26]. https://example.org/.");
    }
}
