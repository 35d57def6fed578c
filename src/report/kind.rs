//! Of which kind an official report is, told by the grammar of the titles that such reports have.

use serde::{Deserialize, Serialize};

use crate::text;

/// The kind of an official report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReportKind {
    /// The work report of a government: 政府工作报告.
    #[default]
    Government,
    /// The work report of a court: 人民法院工作报告.
    Court,
    /// The work report of a procuratorate: 人民检察院工作报告.
    Procuratorate,
    /// The work report of a people's congress: 人民代表大会常务委员会工作报告.
    Congress,
    /// The work report of the people's political consultative conference: 政协常务委员会工作报告.
    Cppcc,
    /// A budget, or final accounts: 预算执行情况和预算草案的报告, 决算的报告.
    Budget,
    /// The yearly plan: 国民经济和社会发展计划执行情况与计划草案的报告.
    Plan,
    /// A statistical communiqué: 统计公报.
    Communique,
    /// The report to a congress of the Communist Party: 在中国共产党…代表大会上的报告.
    Party,
    /// A policy address as in Hong Kong, Macau and Taiwan: 施政报告.
    PolicyAddress,
    /// A five-year plan: 五年规划纲要.
    FiveYearPlan,
    /// Any other official report: 关于…的报告.
    Other,
}

impl ReportKind {
    /// Every kind with the name that `report.toml` and programs know it by.
    pub const NAMES: [(&'static str, Self); 12] = [
        ("government", Self::Government),
        ("court", Self::Court),
        ("procuratorate", Self::Procuratorate),
        ("congress", Self::Congress),
        ("cppcc", Self::Cppcc),
        ("budget", Self::Budget),
        ("plan", Self::Plan),
        ("communique", Self::Communique),
        ("party", Self::Party),
        ("policy-address", Self::PolicyAddress),
        ("five-year-plan", Self::FiveYearPlan),
        ("other", Self::Other),
    ];

    /// Its name: `policy-address`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("other", |(name, _)| name)
    }

    /// The kind that a title names, in either script; `None` for words that are no title of an official report.
    pub fn of_title(title: &str) -> Option<Self> {
        let title: String = title.chars().filter(|c| !c.is_whitespace()).map(text::simplified).collect();
        let title = undated(bare(&title));
        let title = title.as_str();
        let party = title.contains("中国共产党") && title.contains("代表大会") && title.ends_with("报告");
        if party && !title.ends_with("工作报告") {
            return Some(Self::Party);
        }
        RULES.iter().find(|(end, says, _)| fits(title, end, says)).map(|(.., kind)| *kind)
    }

    /// Whether an organ of its own signs it and its title names the organ: a court, a standing committee.
    pub fn is_of_organ(self) -> bool {
        matches!(self, Self::Court | Self::Procuratorate | Self::Congress | Self::Cppcc)
    }
}

/// What a title ends with, the words one of which it holds before or in the end, and what it is then: the first that fits.
const RULES: &[(&str, &[&str], ReportKind)] = &[
    ("政府工作报告", &[""], ReportKind::Government),
    ("政府工作的报告", &[""], ReportKind::Government),
    ("工作报告", &["检察院"], ReportKind::Procuratorate),
    ("工作报告", &["法院"], ReportKind::Court),
    ("委员会工作报告", &["政治协商会议", "政协"], ReportKind::Cppcc),
    ("常委会工作报告", &["政治协商会议", "政协"], ReportKind::Cppcc),
    ("委员会工作报告", &["人民代表大会", "人大"], ReportKind::Congress),
    ("常委会工作报告", &["人民代表大会", "人大"], ReportKind::Congress),
    ("统计公报", &[""], ReportKind::Communique),
    ("普查公报", &[""], ReportKind::Communique),
    ("施政报告", &[""], ReportKind::PolicyAddress),
    ("纲要", &["五年规划", "五年计划", "规划纲要", "五规划"], ReportKind::FiveYearPlan),
    ("五年规划", &[""], ReportKind::FiveYearPlan),
    ("的报告", &["五年计划", "五年规划"], ReportKind::FiveYearPlan),
    ("预算案", &[""], ReportKind::Budget),
    ("报告", &["审计"], ReportKind::Other),
    ("报告", &["预算执行", "预算草案", "预算（草案）", "预算调整", "决算", "预算的报告"], ReportKind::Budget),
    ("报告", &["发展计划", "计划执行", "计划草案", "计划（草案）"], ReportKind::Plan),
    ("公报", &["会议"], ReportKind::Other),
    ("的建议", &["中共", "中国共产党"], ReportKind::Other),
    ("的报告", &["关于"], ReportKind::Other),
    ("工作报告", &["关于", "委员会", "常委会", "财政", "纪委", "年度"], ReportKind::Other),
    ("工作年度报告", &[""], ReportKind::Other),
];

/// A title without the year that stands before its last words: `淄川区人民法院2023年工作报告`.
fn undated(title: &str) -> String {
    let head = title.strip_suffix("工作报告").and_then(|head| head.trim_end_matches('度').strip_suffix('年'));
    head.map_or_else(|| title.to_owned(), |head| format!("{}工作报告", head.trim_end_matches(text::is_digit)))
}

fn fits(title: &str, end: &str, says: &[&str]) -> bool {
    title.ends_with(end) && says.iter().any(|word| title.contains(word))
}

/// A title without the mark of a note that stands behind it: `统计公报[1]`, `统计公报①`.
pub(super) fn without_note(text: &str) -> &str {
    let counted = |inner: &str| !inner.is_empty() && inner.chars().all(text::is_digit);
    let framed = text.strip_suffix([']', '］', '〕']).and_then(|text| text.rsplit_once(['[', '［', '〔']));
    let plain = framed.filter(|(_, inner)| counted(inner)).map_or(text, |(before, _)| before);
    plain.trim_end_matches(|c| text::circled(c).is_some() || "¹²³*＊".contains(c))
}

/// A title without quotes and without what follows it in brackets: `《…》`, `（草案）`, `（全文）`.
pub(super) fn bare(text: &str) -> &str {
    let text = without_note(text);
    let text = text
        .strip_suffix(['）', ')'])
        .and_then(|text| text.rsplit_once(['（', '(']))
        .map_or(text, |(before, _)| before);
    text.trim_start_matches('《').trim_end_matches("全文").trim_end_matches('》')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_stands_in_the_title() {
        for (title, kind) in [
            ("2023年淄川区政府工作报告", ReportKind::Government),
            ("关于政府工作的报告", ReportKind::Government),
            ("最高人民檢察院工作報告", ReportKind::Procuratorate),
            ("淄博市中级人民法院工作报告", ReportKind::Court),
            ("全国人民代表大会常务委员会工作报告", ReportKind::Congress),
            ("淄川区人民代表大会常务委员会2023年度工作报告", ReportKind::Congress),
            ("淄川区人大常委会工作报告", ReportKind::Congress),
            ("中国人民政治协商会议第十二届淄川区委员会常务委员会工作报告", ReportKind::Cppcc),
            ("政协淄川区委员会常委会工作报告", ReportKind::Cppcc),
            ("关于2023年中央和地方预算执行情况与2024年中央和地方预算草案的报告", ReportKind::Budget),
            ("关于临川县2022年财政决算（草案）的报告", ReportKind::Budget),
            ("关于2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告", ReportKind::Plan),
            ("临川县2022年国民经济和社会发展统计公报", ReportKind::Communique),
            ("在中国共产党第二十次全国代表大会上的报告", ReportKind::Party),
            ("临川县2025年国民经济和社会发展统计公报[1]", ReportKind::Communique),
            ("2025至26財政年度政府財政預算案", ReportKind::Budget),
            ("行政長官2024年施政報告", ReportKind::PolicyAddress),
            ("淄川区国民经济和社会发展第十四个五年规划和2035年远景目标纲要（草案）", ReportKind::FiveYearPlan),
            ("关于国民经济和社会发展第七个五年计划的报告", ReportKind::FiveYearPlan),
            ("关于淄川区2022年度本级预算执行和其他财政收支的审计工作报告", ReportKind::Other),
            ("关于2023年法治政府建设情况的报告", ReportKind::Other),
            ("中国共产党第二十届中央委员会第四次全体会议公报", ReportKind::Other),
        ] {
            assert_eq!(ReportKind::of_title(title), Some(kind), "{title}");
        }
        for words in ["各位代表：", "报告", "区长作报告", "政府信息公开", "名词解释"] {
            assert_eq!(ReportKind::of_title(words), None, "{words}");
        }
    }

    #[test]
    fn every_kind_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<&str> = ReportKind::NAMES.iter().map(|(_, kind)| kind.name()).collect();
        assert_eq!(names.len(), ReportKind::NAMES.len());
    }
}
