//! Finds the year whose tasks a report sets. Knows no paragraphs.

use super::mark::is_digit;
use super::masthead::year;
use super::{Block, Heading, Masthead};

/// The year that the report is for: as a heading that plans names it, as the title does, the year after the one that a heading
/// looks back on, or the year of delivery.
pub(super) fn report_year(masthead: &Masthead, body: &[Block]) -> Option<u16> {
    let headings = || {
        body.iter().filter_map(|block| match block {
            Block::Heading(heading) if heading.level <= 2 => Some(heading),
            _ => None,
        })
    };
    let delivered = || masthead.date.as_deref()?.get(..4)?.parse().ok();
    headings()
        .find_map(planned)
        .or_else(|| years(masthead.title.as_deref()?).into_iter().next())
        .or_else(|| headings().find_map(looked_back_on).map(|year| year + 1))
        .or_else(delivered)
}

fn planned(heading: &Heading) -> Option<u16> {
    const PLANS: &[&str] = &["安排", "任务", "目标", "要求", "重点", "部署", "建议", "打算", "计划"];
    let last = years(&heading.text).into_iter().max()?;
    let plans = PLANS.iter().any(|word| heading.text.contains(word)) && !heading.text.contains("规划纲要");
    (plans && !heading.text.contains("回顾")).then_some(last)
}

fn looked_back_on(heading: &Heading) -> Option<u16> {
    heading.text.contains("回顾").then(|| years(&heading.text).into_iter().max()).flatten()
}

/// The years (`2023年`) that a text names.
fn years(text: &str) -> Vec<u16> {
    let mut before = None;
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        if !before.is_some_and(is_digit)
            && let Some((year, _)) = year(&text[at..])
        {
            found.push(year);
        }
        before = Some(c);
    }
    // `2016政府工作报告`
    if found.is_empty() {
        found.extend(
            text.get(..4).and_then(|first| first.parse::<u16>().ok()).filter(|year| (1900..2100).contains(year)),
        );
    }
    found
}
