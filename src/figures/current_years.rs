//! Which time the paragraphs under a heading have turned to: one of several that it names (`2025年和“十四五”时期工作回顾`), or the last year of
//! a longer one (`刚刚过去的2025年，…`). Knows no quantities.

use super::figure::Status;
use super::status::Section;
use super::stream::{self, Stream};
use super::time::{self, Scope, Time, Years};

/// The time that the paragraphs after this one speak of, when this one turns to another: it or a topic sentence in it opens with
/// that time (`过去五年，…`). A time beside a number is of that number alone.
pub(super) fn after(paragraph: &str, section: &Section) -> Option<Years> {
    section.span?;
    let streams = stream::streams(paragraph);
    let stream = streams.first()?;
    let times = time::all(stream, section.report_year, section.status == Some(Status::Target));
    let turns =
        |time: &&Time| time.scope == Scope::Paragraph && (section.times.contains(&time.years) || is_last(stream, time, section));
    times.iter().rfind(turns).map(|time| time.years)
}

/// Whether a time is said to be the year just over, under a heading that looks back.
fn is_last(stream: &Stream<'_>, time: &Time, section: &Section) -> bool {
    let (first, last) = time.years;
    let just = section.report_year.is_some_and(|year| first == last && last + 1 == year);
    let said = ["去年", "过去一年", "过去的一年"].iter().any(|word| stream.has(time.at.start, word))
        || stream.ends(0, time.at.start, "过去的");
    just && said && section.status == Some(Status::Actual)
}
