//! What the headings above a paragraph say: which years its quantities are of, and whether they are done or planned. Knows no quantities.

use super::figure::Status;
use super::outlook::Outlook;
use super::setting::Setting;
use super::time;
use super::time::{Reckoning, Years};
use super::why::{Because, HeadingReason, HeadingRule, PeriodRule, StatusRule};
use super::word_lists::lists;
use crate::text::{Span, digit, is_numeral, read_numeral};

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
    /// Done or planned; `None` when there is no heading.
    pub status: Option<Status>,
    /// The heading that decided, and by what.
    pub heading: Option<HeadingReason>,
    /// What decided `years`.
    pub years_by: PeriodRule,
    /// What decided `status`.
    pub status_by: StatusRule,
    /// The topic sentence that stands for the heading.
    pub topic: Option<Span>,
    /// What the report speaks of where nothing says.
    pub outlook: Outlook,
}

impl Section {
    /// What times are counted from: the year of a congress is the last of its term, and the one that 今年 is.
    pub fn reckoning(&self) -> Reckoning {
        let of_congress = self.outlook == Outlook::Congress;
        let this_year = self.report_year.map(|year| if of_congress { year.saturating_sub(1) } else { year });
        Reckoning { term: self.report_year, this_year }
    }

    /// A rule of the section, with the topic sentence that it was read from, if it was not a heading.
    pub fn because<R>(&self, by_heading: R, by_topic: R) -> Because<R> {
        self.topic.map_or(Because::unsaid(by_heading), |topic| Because::said(by_topic, topic))
    }
}

/// Reads the headings, the topmost first: the first that says whether it looks back or ahead decides.
pub(super) fn section(setting: Setting<'_>) -> Section {
    if setting.outlook == Outlook::Review {
        return review(setting.report_year);
    }
    let headings = setting.headings;
    // That a year is not over when it is spoken of is no plan for it.
    let silent = |rule: HeadingRule| rule.is_weak() || rule == HeadingRule::YearToCome;
    let decided = decided(setting).filter(|(reason, _)| !setting.outlook.is_open() || !silent(reason.rule));
    let heading = decided.map_or("", |(reason, _)| headings[reason.heading]);
    let status = decided.map(|(_, status)| status);
    let year = setting.report_year.or_else(|| {
        let named = *years_in(heading).last()?;
        Some(if status == Some(Status::Actual) { named + 1 } else { named })
    });
    let times = year.zip(status).map_or_else(Vec::new, |(year, status)| times_in(heading, status, year));
    // What was just over is looked back on under a heading that names only the years of which it was the last.
    let just = |(_, last): &Years| year == last.checked_add(1) && status == Some(Status::Actual);
    let turned = setting.current.filter(|current| times.contains(current) || just(current));
    let current = turned.or(times.first().copied());
    // `“十四五”时期发展成就和“十五五”时期主要目标` looks both ways.
    let both = year.filter(|year| times.iter().any(|time| time.1 < *year) && times.iter().any(|time| time.1 >= *year));
    let by_time = both.zip(current).map(|(year, (_, last))| if last < year { Status::Actual } else { Status::Target });
    let by_kind = setting.outlook == Outlook::ReviewFirst && decided.is_some_and(|(reason, _)| reason.rule.is_weak());
    let status_by = match by_time {
        Some(_) => StatusRule::TimeOfHeading,
        None if by_kind => StatusRule::Kind,
        None => StatusRule::Heading,
    };
    let status = by_time.or(status);
    let plan = match setting.outlook {
        Outlook::Plan(years) if status == Some(Status::Target) => Some(years),
        _ => None,
    };
    let unsaid = |(year, status)| plan.unwrap_or_else(|| one_year(year, status));
    let years = current.or_else(|| year.zip(status).filter(|_| !setting.outlook.is_open()).map(unsaid));
    let years_by = match current {
        Some(_) if turned.is_some() => PeriodRule::Turned,
        Some(_) => PeriodRule::Heading,
        None if plan.is_some() => PeriodRule::Plan,
        None => PeriodRule::ReportYear,
    };
    let long = |time: &Years| time.0 < time.1;
    let span = current.filter(long).or_else(|| times.iter().copied().find(long));
    let heading = decided.map(|(reason, _)| reason);
    let outlook = setting.outlook;
    Section { report_year: year, times, years, span, status, heading, years_by, status_by, topic: None, outlook }
}

/// Any section of a report that only reviews the year before `report_year`: its headings say nothing of time.
fn review(report_year: Option<u16>) -> Section {
    Section {
        report_year,
        times: Vec::new(),
        years: report_year.map(|year| one_year(year, Status::Actual)),
        span: None,
        status: Some(Status::Actual),
        heading: None,
        years_by: PeriodRule::ReportYear,
        status_by: StatusRule::Kind,
        topic: None,
        outlook: Outlook::Review,
    }
}

/// The heading that says whether its section looks back or ahead, by what, and which of the two.
fn decided(setting: Setting<'_>) -> Option<(HeadingReason, Status)> {
    let (headings, report_year) = (setting.headings, setting.report_year);
    let first = |says: &dyn Fn(&str) -> Option<(HeadingRule, Status)>| {
        let mut found = headings.iter().enumerate();
        found.find_map(|(heading, text)| says(text).map(|(rule, status)| (HeadingReason { heading, rule }, status)))
    };
    first(&|heading| outlook(heading, report_year))
        // A heading such as `三、聚焦创新` gives an order; one such as `园区建设成效凸显` does not, nor does `坚持民生为本，群众生活持续改善`.
        .or_else(|| first(&|heading| Some((HeadingRule::Achieved(outcome(heading)?), Status::Actual))))
        .or_else(|| first(&|heading| Some((HeadingRule::Order(order(heading)?), Status::Target))))
        .or_else(|| first(&|heading| Some((HeadingRule::Achieved(achievement(heading)?), Status::Actual))))
        // What is left looks ahead more often than back, where the year is known: a review says that it is one.
        .or_else(|| first(&|_| Some((HeadingRule::Unsaid, Status::Target))))
        .map(|(reason, status)| {
            let unsure = report_year.is_none() || setting.outlook == Outlook::ReviewFirst;
            (reason, if unsure && reason.rule.is_weak() { Status::Actual } else { status })
        })
}

/// The year that a quantity of this status is about when nothing else is said.
pub(super) fn one_year(report_year: u16, status: Status) -> (u16, u16) {
    let year = if status == Status::Actual { report_year.saturating_sub(1) } else { report_year };
    (year, year)
}

/// Whether a heading looks back or ahead, and by what.
fn outlook(heading: &str, report_year: Option<u16>) -> Option<(HeadingRule, Status)> {
    if let Some(word) = word_in(heading, &lists().status_back) {
        return Some((HeadingRule::Back(word), Status::Actual));
    }
    if reached(heading) {
        return Some((HeadingRule::Reached, Status::Actual));
    }
    if let Some(word) = word_in(heading, &lists().status_ahead) {
        return Some((HeadingRule::Ahead(word), Status::Target));
    }
    if let Some(word) = word_in(heading, &lists().status_now) {
        return Some((HeadingRule::Now(word), Status::Actual));
    }
    let year = report_year?;
    let last = *years_in(heading).last()?;
    Some(if last < year {
        (HeadingRule::YearIsOver, Status::Actual)
    } else {
        (HeadingRule::YearToCome, Status::Target)
    })
}

/// The first of some words that a heading holds.
fn word_in(heading: &str, words: &[&'static str]) -> Option<&'static str> {
    words.iter().find(|word| heading.contains(**word)).copied()
}

/// Whether a heading tells that a goal has been reached (`“十五”计划主要目标提前实现`).
fn reached(heading: &str) -> bool {
    let ended = lists()
        .status_ended
        .iter()
        .any(|manner| ["实现", "完成", "达成"].iter().any(|verb| heading.contains(&format!("{manner}{verb}"))));
    ended && !["确保", "力争", "努力", "推动"].iter().any(|wish| heading.contains(wish))
}

/// The verb of intent that a heading begins with, after its number.
fn order(heading: &str) -> Option<&'static str> {
    let text = heading
        .trim_start_matches(|c: char| c.is_whitespace() || "（）()一二三四五六七八九十、.．0123456789".contains(c));
    lists().status_intents.iter().find(|verb| text.starts_with(**verb)).copied()
}

/// The word with which the last part of a heading tells what came about (`坚持民生为本，群众生活持续改善`).
fn outcome(heading: &str) -> Option<&'static str> {
    let (_, told) = heading.rsplit_once(['，', ','])?;
    let ordered = lists().status_intents.iter().any(|verb| told.starts_with(verb))
        || lists().status_wishes.iter().any(|wish| told.contains(wish));
    let grown = |result: &&&str| {
        let before = told.strip_suffix(**result);
        before.is_some_and(|before| lists().status_grown.iter().any(|manner| before.ends_with(manner)))
    };
    lists().status_results.iter().find(grown).copied().filter(|_| !ordered)
}

/// The word of a heading that tells what came about.
fn achievement(heading: &str) -> Option<&'static str> {
    word_in(heading, &lists().status_achieved)
}

/// The times that a heading names, in its order: a year, 一年, five years up to the report or from it on, a five-year plan.
fn times_in(heading: &str, status: Status, year: u16) -> Vec<Years> {
    let span = |count: u16| match status {
        Status::Actual => (year.saturating_sub(count), year.saturating_sub(1)),
        Status::Target => (year, year.saturating_add(count - 1)),
    };
    let mut times: Vec<Years> = Vec::new();
    let heading = plain(heading);
    for (at, _) in heading.char_indices() {
        let rest = &heading[at..];
        // `“十三五”实现良好开局`: of its first year, when that is just over; `推动“十五五”开好局、起好步`: when it begins.
        let begun = |(first, last): Years| {
            let opens = year == if status == Status::Actual { first.saturating_add(1) } else { first };
            let opened = opens && ["开局", "开好局"].iter().any(|word| heading.contains(word));
            if opened { (first, first) } else { (first, last) }
        };
        let plan = time::plan_at(|plan| rest.starts_with(plan)).map(|(_, years)| begun(years));
        let named = || years_in(rest).first().copied().filter(|year| rest.starts_with(&year.to_string()));
        let said = years_counted(&heading[..at], rest).map(span);
        let said = said.or_else(|| rest.starts_with("一年").then(|| one_year(year, status)));
        let time = plan.or_else(|| named().map(|year| (year, year))).or(said);
        // “十四五”五年 is one time.
        times.extend(time.filter(|time| !times.contains(time)));
    }
    times
}

/// How many years a heading speaks of with the words that begin `rest`: 五年, and another number where the words beside it say that they
/// are a time (过去四年, 三年来).
fn years_counted(before: &str, rest: &str) -> Option<u16> {
    let (length, count) = read_numeral(rest)?;
    let after = rest[length..].strip_prefix('年')?;
    let spoken = ["过去", "过去的", "这", "近", "今后", "未来"].iter().any(|word| before.ends_with(word));
    let known = rest.starts_with("五年") || spoken || after.starts_with('来');
    u16::try_from(count).ok().filter(|count| known && (2..=10).contains(count) && !before.ends_with(is_numeral))
}

/// A heading with its digits in their plain form (`２００９年工作回顾`).
fn plain(heading: &str) -> String {
    heading.chars().map(|c| digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)).collect()
}

/// The years that a heading names, in order.
fn years_in(heading: &str) -> Vec<u16> {
    let heading = plain(heading);
    let digits = heading.split(|c: char| !c.is_ascii_digit());
    digits
        .filter(|run| run.len() == 4)
        .filter_map(|run| run.parse().ok())
        .filter(|year| (1900..2100).contains(year))
        .collect()
}
