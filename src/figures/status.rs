//! Whether a quantity is done or planned: the section says first, then the words. Knows no indicators.

use super::figure::Status;
use super::quantity::Quantity;
use super::setting::Setting;
use super::stream::Stream;
use super::time::Years;
use super::{clause, time};

/// What the headings above a paragraph say of its quantities.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Section {
    /// The year whose tasks the report sets, given or read from a heading.
    pub report_year: Option<u16>,
    /// The times that its heading names, in order: `2025年和“十四五”时期工作回顾` looks at 2025 and at 2021 to 2025.
    pub times: Vec<Years>,
    /// The years its quantities are about unless the words say otherwise.
    pub years: Option<Years>,
    /// The longer time that its heading looks back on or ahead to (五年, “十四五”时期), which yearly averages cover.
    pub span: Option<Years>,
    /// Done or planned; `None` when the headings do not say.
    pub status: Option<Status>,
}

/// Reads the headings, the topmost first: the first that says whether it looks back or ahead decides.
pub(super) fn section(setting: Setting<'_>) -> Section {
    let (headings, report_year) = (setting.headings, setting.report_year);
    let decided = headings.iter().find_map(|heading| Some((*heading, outlook(heading, report_year)?)));
    // A heading such as `三、聚焦创新` gives an order; one such as `园区建设成效凸显` does not.
    let decided = decided.or_else(|| Some((*headings.iter().find(|heading| orders(heading))?, Status::Target)));
    let decided = decided.or_else(|| Some((*headings.iter().find(|heading| achieved(heading))?, Status::Actual)));
    // What is left looks ahead more often than back: a review says that it is one.
    let decided = decided.or_else(|| Some((*headings.first()?, Status::Target)));
    let (heading, status) = decided.map_or(("", None), |(heading, status)| (heading, Some(status)));
    let year = setting.report_year.or_else(|| {
        let named = *years_in(heading).last()?;
        Some(if status == Some(Status::Actual) { named + 1 } else { named })
    });
    let times = year.zip(status).map_or_else(Vec::new, |(year, status)| times_in(heading, status, year));
    let current = setting.current.filter(|current| times.contains(current)).or(times.first().copied());
    // `“十四五”时期发展成就和“十五五”时期主要目标` looks both ways.
    let both = year.filter(|year| times.iter().any(|time| time.1 < *year) && times.iter().any(|time| time.1 >= *year));
    let status = both
        .zip(current)
        .map_or(status, |(year, (_, last))| Some(if last < year { Status::Actual } else { Status::Target }));
    let years = year.zip(status).map(|(year, status)| current.unwrap_or(one_year(year, status)));
    let long = |time: &Years| time.0 < time.1;
    let span = current.filter(long).or_else(|| times.iter().copied().find(long));
    Section { report_year: year, times, years, span, status }
}

/// The year that a quantity of this status is about when nothing else is said.
pub(super) fn one_year(report_year: u16, status: Status) -> (u16, u16) {
    let year = if status == Status::Actual { report_year.saturating_sub(1) } else { report_year };
    (year, year)
}

/// Whether a heading looks back or ahead.
fn outlook(heading: &str, report_year: Option<u16>) -> Option<Status> {
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if has(BACK) || reached(heading) {
        return Some(Status::Actual);
    }
    if has(AHEAD) {
        return Some(Status::Target);
    }
    let year = report_year?;
    let named = years_in(heading);
    match named.last() {
        Some(last) if *last < year => Some(Status::Actual),
        Some(_) => Some(Status::Target),
        None => None,
    }
}

/// Whether a heading tells that a goal has been reached (`“十五”计划主要目标提前实现`).
fn reached(heading: &str) -> bool {
    let ended = ["提前", "圆满", "如期", "超额", "胜利", "顺利"]
        .iter()
        .any(|manner| ["实现", "完成", "达成"].iter().any(|verb| heading.contains(&format!("{manner}{verb}"))));
    ended && !["确保", "力争", "努力", "推动"].iter().any(|wish| heading.contains(wish))
}

/// Whether a heading begins with a verb of intent, after its number.
fn orders(heading: &str) -> bool {
    let text = heading
        .trim_start_matches(|c: char| c.is_whitespace() || "（）()一二三四五六七八九十、.．0123456789".contains(c));
    INTENTS.iter().any(|verb| text.starts_with(verb))
}

/// Whether a heading tells what came about.
fn achieved(heading: &str) -> bool {
    [
        "提速",
        "凸显",
        "彰显",
        "明显",
        "显著",
        "增强",
        "改善",
        "进展",
        "突破",
        "新台阶",
        "步伐",
        "取得",
        "获得",
        "完成",
        "不断",
        "稳步",
    ]
    .iter()
    .any(|word| heading.contains(word))
}

#[rustfmt::skip]
const INTENTS: &[&str] = &[
    "聚焦", "坚持", "加快", "加强", "推进", "推动", "致力于", "强化", "深化", "着力", "突出", "持续", "打造", "优化", "扎实", "大力", "深入", "全面", "切实", "进一步", "努力", "围绕",
    "狠抓", "以更", "构建", "建设", "促进", "保障", "实施", "做好", "做强", "做大", "统筹", "抓好", "积极",
];

const BACK: &[&str] = &["回顾", "成就", "成绩", "成效", "过去", "主要工作和"];
#[rustfmt::skip]
const AHEAD: &[&str] = &[
    "安排", "任务", "目标", "建议", "部署", "重点工作", "总体要求", "今后", "今年", "计划", "展望", "重大举措",
    "主要考虑",
];

/// The times that a heading names, in its order: a year, 一年, five years up to the report or from it on, a five-year plan.
fn times_in(heading: &str, status: Status, year: u16) -> Vec<Years> {
    let five = match status {
        Status::Actual => (year.saturating_sub(5), year.saturating_sub(1)),
        Status::Target => (year, year.saturating_add(4)),
    };
    let mut times: Vec<Years> = Vec::new();
    for (at, _) in heading.char_indices() {
        let rest = &heading[at..];
        let plan = time::plan_at(|plan| rest.starts_with(plan)).map(|(_, years)| years);
        let named = || years_in(rest).first().copied().filter(|year| rest.starts_with(&year.to_string()));
        let said = if rest.starts_with("五年") { Some(five) } else { None };
        let said = said.or_else(|| rest.starts_with("一年").then(|| one_year(year, status)));
        let time = plan.or_else(|| named().map(|year| (year, year))).or(said);
        // “十四五”五年 is one time.
        times.extend(time.filter(|time| !times.contains(time)));
    }
    times
}

/// The years that a heading names, in order.
fn years_in(heading: &str) -> Vec<u16> {
    let digits = heading.split(|c: char| !c.is_ascii_digit());
    digits
        .filter(|run| run.len() == 4)
        .filter_map(|run| run.parse().ok())
        .filter(|year| (1900..2100).contains(year))
        .collect()
}

/// Done or planned.
pub(super) fn of(stream: &Stream<'_>, quantity: &Quantity, section: &Section, said: Option<(u16, u16)>) -> Status {
    if let (Some((_, last)), Some(year)) = (said, section.report_year) {
        match section.status {
            Some(Status::Target) if last < year => return Status::Actual,
            Some(Status::Actual) if last > year => return Status::Target,
            _ => {}
        }
    }
    section.status.unwrap_or_else(|| by_words(stream, quantity, section, said))
}

/// What the words of the sentence say when no heading does.
fn by_words(stream: &Stream<'_>, quantity: &Quantity, section: &Section, said: Option<(u16, u16)>) -> Status {
    let sentence = clause::sentence(stream, quantity.number.start);
    let before = stream.text(sentence.start..quantity.number.start);
    if ["力争", "争取", "确保", "预期目标", "计划"].iter().any(|word| before.contains(word)) {
        return Status::Target;
    }
    match (said, section.report_year) {
        (Some((_, last)), Some(year)) if last >= year => Status::Target,
        _ => Status::Actual,
    }
}
