//! Which of several times that a heading names (`2025年和“十四五”时期工作回顾`) the paragraphs under it speak of. Knows no quantities.

use super::figure::Status;
use super::status::Section;
use super::stream;
use super::time::{self, Scope, Years};

/// The time that the paragraphs after this one speak of, when this one turns to another of the times that its section names: it or
/// a topic sentence in it opens with that time (`过去五年，…`). A time beside a number is of that number alone.
pub(super) fn after(paragraph: &str, section: &Section) -> Option<Years> {
    if section.times.len() < 2 {
        return None;
    }
    let streams = stream::streams(paragraph);
    let times = time::all(streams.first()?, section.report_year, section.status == Some(Status::Target));
    let turn = times.iter().rfind(|time| time.scope == Scope::Paragraph && section.times.contains(&time.years));
    turn.map(|time| time.years)
}
