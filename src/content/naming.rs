//! What a report is called in one line, and whose it is. A title that names place or year itself says them once.

use super::title_page::TitlePage;
use crate::places;
use crate::report::{self, ReportKind};
use crate::text;

impl TitlePage {
    /// Place, year and title in one line, what the title says itself left out: 淄川区2023年政府工作报告. The report to a
    /// party's congress is called by its watchword and the congress, as it is printed.
    pub fn full_title(&self) -> String {
        match self.kind {
            ReportKind::Party if self.meeting.is_empty() || self.title.contains(&self.meeting) => self.title.clone(),
            ReportKind::Party => format!("{}——在{}上的报告", self.title, self.meeting),
            _ => format!("{}{}{}", self.place_beside_title(), self.year_beside_title(), self.title),
        }
    }

    /// The place, where the title does not name it: empty for 2025年广西政府工作报告 of 广西壮族自治区.
    pub fn place_beside_title(&self) -> &str {
        if self.title_names_place() { "" } else { &self.place }
    }

    /// The year as a title has it (2023年), where the title names neither it nor an earlier one, nor a term of years. What is not given
    /// year by year (a white paper, a plan) has none beside its title.
    pub fn year_beside_title(&self) -> String {
        let yearly = !matches!(self.kind, ReportKind::FiveYearPlan | ReportKind::Other);
        let Some(year) = self.year.filter(|_| yearly) else { return String::new() };
        let named = report::years_named(&self.title).into_iter().any(|named| u64::from(named) <= year);
        if named { String::new() } else { format!("{year}年") }
    }

    /// The body whose report it is, as far as its kind and its title tell: 淄川区人民政府, 淄川区人民法院; empty where they do not.
    pub fn organ(&self) -> String {
        match self.kind {
            ReportKind::Government | ReportKind::Budget | ReportKind::Plan => self.government(),
            kind if kind.is_of_organ() => self.organ_of_title(),
            _ => String::new(),
        }
    }

    /// Who is answerable for it: who signs it on its title page; for one that names nobody, the body which reports (GB/T 7714—2015, 3.2,
    /// 8.1). Empty where neither is known.
    pub fn author(&self) -> String {
        if self.speaker.is_empty() { self.organ() } else { self.speaker.clone() }
    }

    fn title_names_place(&self) -> bool {
        let plain = |words: &str| words.chars().map(text::simplified).collect::<String>();
        let (title, place) = (plain(&self.title), plain(&self.place));
        if title.contains(&place) {
            return true;
        }
        let (Some(named), _) = report::place_and_year(&title) else { return false };
        let short = places::find(&place).map(places::Division::short_name);
        place.ends_with(&named) || short == Some(&named) || places::same_place(&named, &place)
    }

    /// Whose government it is; empty where no place is known.
    fn government(&self) -> String {
        match self.place.as_str() {
            "" | "国务院" => self.place.clone(),
            place if place.ends_with("特别行政区") || place.ends_with("特別行政區") => format!("{place}政府"),
            place => format!("{place}人民政府"),
        }
    }

    /// What a title names before it says 工作报告, without the year.
    fn organ_of_title(&self) -> String {
        let organ = ["工作报告", "工作報告"].iter().find_map(|end| self.title.strip_suffix(end)).unwrap_or_default();
        // `2023年淄川区人民法院`, `淄川区人民法院2023年度`
        let parts = organ.trim_end_matches('度').split('年').map(|part| part.trim_matches(text::is_digit));
        let longest = parts.max_by_key(|part| part.len()).unwrap_or_default();
        longest.trim_start_matches('度').to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(kind: ReportKind, place: &str, title: &str) -> TitlePage {
        TitlePage { kind, place: place.into(), year: Some(2025), title: title.into(), ..TitlePage::default() }
    }

    #[track_caller]
    fn check(place: &str, title: &str, expect: &str) {
        let kind = ReportKind::of_title(title).unwrap_or_default();
        assert_eq!(page(kind, place, title).full_title(), expect);
    }

    #[test]
    fn a_title_that_names_place_or_year_says_them_once() {
        check("淄川区", "政府工作报告", "淄川区2025年政府工作报告");
        check("国务院", "2025政府工作报告", "国务院2025政府工作报告");
        check("国务院", "２０２５年政府工作报告", "国务院２０２５年政府工作报告");
        check("广西壮族自治区", "2025年广西政府工作报告", "2025年广西政府工作报告");
        check("上海市", "2025年上海政府工作报告", "2025年上海政府工作报告");
        check("陕西省", "陕西省二〇二五年政府工作报告", "陕西省二〇二五年政府工作报告");
        check("呼伦贝尔市海拉尔区", "海拉尔区政府工作报告", "2025年海拉尔区政府工作报告");
        check("香港特別行政區", "香港特别行政区2025年施政报告", "香港特别行政区2025年施政报告");
    }

    #[test]
    fn other_kinds_are_called_as_they_are_printed() {
        check("临川县", "临川县2024年国民经济和社会发展统计公报", "临川县2024年国民经济和社会发展统计公报");
        check("淄川区", "淄川区人民法院工作报告", "2025年淄川区人民法院工作报告");
        let plan = "淄川区国民经济和社会发展第十四个五年规划和2035年远景目标纲要";
        check("淄川区", plan, plan);
        let bulletin = "中国共产党第二十届中央委员会第四次全体会议公报";
        check("", bulletin, bulletin);
        let mut party = page(ReportKind::Party, "淄川区", "坚定信心　真抓实干");
        party.meeting = "中国共产党淄川区第十四次代表大会".into();
        assert_eq!(party.full_title(), "坚定信心　真抓实干——在中国共产党淄川区第十四次代表大会上的报告");
    }

    #[test]
    fn a_report_is_its_organ_s_as_its_kind_and_title_say() {
        for (place, title, organ) in [
            ("淄川区", "政府工作报告", "淄川区人民政府"),
            ("国务院", "政府工作报告", "国务院"),
            ("香港特別行政區", "政府工作報告", "香港特別行政區政府"),
            ("", "政府工作报告", ""),
            ("淄川区", "2024年淄川区人民法院工作报告", "淄川区人民法院"),
            ("淄川区", "淄川区人民法院2024年度工作报告", "淄川区人民法院"),
            ("最高人民檢察院", "最高人民檢察院工作報告", "最高人民檢察院"),
            ("临川县", "临川县2024年国民经济和社会发展统计公报", ""),
            ("香港特別行政區", "行政長官2024年施政報告", ""),
        ] {
            let kind = ReportKind::of_title(title).unwrap_or_default();
            assert_eq!(page(kind, place, title).organ(), organ, "{title}");
        }
    }
}
