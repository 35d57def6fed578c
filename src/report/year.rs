//! Finds the year whose tasks a report sets. Knows no paragraphs.

use super::dates::year;
use super::parts::{Block, Heading, Masthead};
use crate::text::is_digit;

/// The year that the report is for. Each of these names one: the title, the headings that plan, the headings that look back
/// (theirs is the year before), other headings, the day of delivery (a report read in December is for the next year). The year
/// that most of them name is taken; where two are named as often, the one that is named first in this order.
pub(super) fn report_year(masthead: &Masthead, body: &[Block]) -> Option<u16> {
    let headings: Vec<&str> = body
        .iter()
        .filter_map(|block| match block {
            Block::Heading(Heading { level: 1, text, .. }) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let latest =
        |wanted: Purpose| headings.iter().filter(|text| purpose(text) == wanted).flat_map(|text| years(text)).max();
    let said = [
        masthead.title.as_deref().and_then(|title| years(title).into_iter().next()),
        latest(Purpose::Plan),
        latest(Purpose::Review).map(|year| year + 1),
        latest(Purpose::Other),
        masthead.date.as_deref().and_then(delivered_for),
    ];
    // A plan for 2035 is no plan of the year: none is further away than the next five-year plan.
    let near = latest(Purpose::Review).or_else(|| masthead.date.as_deref().and_then(delivered_for));
    let said = said.map(|said| said.filter(|year| near.is_none_or(|near| *year <= near + 5)));
    let votes = |year: u16| said.iter().filter(|said| **said == Some(year)).count();
    said.iter().flatten().copied().rev().max_by_key(|year| votes(*year))
}

/// What a heading does with the year that it names.
#[derive(PartialEq, Eq)]
enum Purpose {
    Plan,
    Review,
    Other,
}

fn purpose(heading: &str) -> Purpose {
    const REVIEWS: &[&str] = &["回顾", "总结", "完成", "成就", "情况"];
    const PLANS: &[&str] = &["安排", "任务", "目标", "要求", "重点", "部署", "建议", "打算", "计划"];
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if has(REVIEWS) {
        Purpose::Review
    } else if has(PLANS) {
        Purpose::Plan
    } else {
        Purpose::Other
    }
}

fn delivered_for(date: &str) -> Option<u16> {
    let year: u16 = date.get(..4)?.parse().ok()?;
    Some(if date.get(5..7) == Some("12") { year + 1 } else { year })
}

/// The years (`2023年`) that a text names.
pub(super) fn years(text: &str) -> Vec<u16> {
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
