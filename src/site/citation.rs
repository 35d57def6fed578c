//! References to pages of the site by GB/T 7714—2015, 4.6 (electronic resources): `主要责任者. 题名: 其他题名信息[文献类型标识/OL].
//! (更新或修改日期)[引用日期]. 获取和访问路径.` Made here is what stands before `[引用日期]`: on which day a reader saw the page
//! only the reader knows.

use super::report_site::ReportSite;
use super::site_info::SiteInfo;
use crate::content::TitlePage;

impl ReportSite<'_> {
    /// How to cite words of the report: as a part of it, by whom it is. `part` is empty for the report as a whole.
    pub fn citation(&self, part: &str) -> String {
        cite(&self.manuscript.title_page, part)
    }

    /// How to cite what the site made of the report, by whom the site is. `kind` is the type by appendix B: `EB` for a page,
    /// `DS` for a table. It has no day of its own.
    pub fn citation_of_derived(&self, title: &str, kind: &str, site_info: &SiteInfo) -> String {
        let settings = &site_info.settings;
        let publisher = &settings.publisher.name;
        let author = if publisher.is_empty() { &settings.title } else { publisher };
        let report = self.manuscript.title_page.full_title();
        let title = self.words.fill("share.derived", &[("title", &title), ("report", &report)]);
        format!("{}{title}[{kind}/OL]. ", begun(author))
    }
}

fn cite(page: &TitlePage, part: &str) -> String {
    let part = if part.is_empty() { String::new() } else { format!(": {part}") };
    let date = page.date.clone().or(page.year.map(|year| year.to_string()));
    let date = date.map_or(String::new(), |date| format!("({date})"));
    format!("{}{}{part}[R/OL]. {date}", begun(&page.author()), page.full_title())
}

/// Where nobody is known to be answerable, a reference begins with the title (8.1).
fn begun(author: &str) -> String {
    if author.is_empty() { String::new() } else { format!("{author}. ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Place, speaker and day of a report, the part that is cited, and the reference.
    #[track_caller]
    fn check(place: &str, speaker: &str, date: &str, part: &str, expect: &str) {
        let page = TitlePage {
            title: "政府工作报告".into(),
            place: place.into(),
            year: Some(2023),
            speaker: speaker.into(),
            date: Some(date.to_owned()).filter(|date| !date.is_empty()),
            ..TitlePage::default()
        };
        assert_eq!(cite(&page, part), expect);
    }

    #[test]
    fn a_report_is_by_who_signs_it_else_by_its_government_else_by_nobody() {
        let day = "2023-01-05";
        check("淄川区", "冯炳涛", day, "", "冯炳涛. 淄川区2023年政府工作报告[R/OL]. (2023-01-05)");
        check("淄川区", "", day, "", "淄川区人民政府. 淄川区2023年政府工作报告[R/OL]. (2023-01-05)");
        check("国务院", "", day, "", "国务院. 国务院2023年政府工作报告[R/OL]. (2023-01-05)");
        check("", "", "", "", "2023年政府工作报告[R/OL]. (2023)");
    }

    #[test]
    fn a_part_stands_after_the_title() {
        let expect = "冯炳涛. 淄川区2023年政府工作报告: 一、工作回顾[R/OL]. (2023)";
        check("淄川区", "冯炳涛", "", "一、工作回顾", expect);
    }
}
