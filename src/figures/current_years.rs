//! Which time the paragraphs under a heading have turned to: one of several that it names (`2025年和“十四五”时期工作回顾`), or the last year of
//! a longer one (`刚刚过去的2025年，…`). Knows no quantities.

use super::figure::Status;
use super::status::Section;
use super::stream::{self, Stream};
use super::time::{self, Scope, Time, Years};

/// The time that the paragraphs after this one speak of, when this one turns to another: it or a topic sentence in it opens with
/// that time (`过去五年，…`). A time beside a number is of that number alone.
pub(super) fn after(paragraph: &str, section: &Section) -> Option<Years> {
    let turned = turn(paragraph, section, |stream, time| time::is_just_over(stream, time.at.start));
    let drafted = || stream::streams(paragraph).first().and_then(planned).filter(|years| section.times.contains(years));
    turned.or_else(drafted)
}

/// The years of the plan that a paragraph lays before the assembly (`编制了“十五五”规划纲要（草案），提交大会审查`), under a heading that
/// names another time as well.
pub(super) fn planned(stream: &Stream<'_>) -> Option<Years> {
    let all = 0..stream.len();
    stream.find(all.clone(), "规划纲要")?;
    all.rev().find_map(|at| time::plan_at(|word| stream.has(at, word))).map(|(_, years)| years)
}

/// The time that the paragraphs under a heading speak of, when it turns to another than those above it name (`（二）2025年工作`).
pub(super) fn under(heading: &str, section: &Section) -> Option<Years> {
    turn(heading, section, |_, _| true)
}

fn turn(text: &str, section: &Section, is_said: impl Fn(&Stream<'_>, &Time) -> bool) -> Option<Years> {
    section.span?;
    let streams = stream::streams(text);
    let stream = streams.first()?;
    let times = time::all(stream, section.reckoning(), section.status == Some(Status::Target));
    let turns = |time: &&Time| {
        let named = section.times.contains(&time.years);
        time.scope == Scope::Paragraph && (named || is_last(time.years, section) && is_said(stream, time))
    };
    times.iter().rfind(turns).map(|time| time.years)
}

/// Whether a time is the year just over, under a heading that looks back.
fn is_last((first, last): Years, section: &Section) -> bool {
    first == last && section.status == Some(Status::Actual) && section.report_year == last.checked_add(1)
}
