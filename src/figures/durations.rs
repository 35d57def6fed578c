//! Finds numbers of years, counted from the year of the report: 五年来, 今后三年, 连续三年. Knows no quantities.

use super::clause;
use super::stream::Stream;
use super::word_lists::lists;
use crate::text::{is_dash, is_han, is_numeral, read_thousands};

/// `五年来`, `过去五年`, `今后三年`, `力争2—3年`, `连续三年`: a number of years up to the report's year or from it on.
///
/// Where the section looks `ahead`, a bare `五年累计` is of the years to come.
pub(super) fn read(stream: &Stream<'_>, at: usize, year: u16, ahead: bool) -> Option<(usize, (u16, u16))> {
    let past = stream.longest_at(at, &["过去", "过去的", "这", "近"]).unwrap_or(0);
    let next = stream.longest_at(at, &lists().durations_ahead).unwrap_or(0);
    let running = in_a_row(stream, at);
    if stream.before(at).is_ascii_digit() || is_numeral(stream.before(at)) || (ahead && running) {
        return None;
    }
    let (end, count) = count(stream, at + past.max(next))?;
    let end = (stream.at(end) == '年' && (1..=30).contains(&count)).then_some(end + 1)?;
    let (back, forth) = (year.checked_sub(count)?, year.checked_add(count - 1)?);
    // `今明两年培训3500万人次`
    if count == 2 && stream.ends(0, at, "今明") {
        return Some((end, (year, year.checked_add(1)?)));
    }
    let since = lists().durations_since.iter().find(|word| stream.has(end, word));
    match (past, next, since) {
        (_, 1.., _) => Some(until(stream, end, (year, forth))),
        (0, 0, None) if running => Some((end, (back, year.checked_sub(1)?))),
        // `十年1.4亿人口在城镇落户`: fewer years are a span only where a word says so.
        (0, 0, None) if count >= LONG && !ahead && holds(stream, end) => Some((end, (back, year.checked_sub(1)?))),
        (0, 0, None) if count >= TERM && !ahead && tells(stream, at, end) => Some((end, (back, year.checked_sub(1)?))),
        (0, 0, None) => None,
        (0, 0, Some(since)) if ahead && !matches!(*since, "来" | "间") => Some((end, (year, forth))),
        _ => {
            let tail = since.filter(|word| matches!(**word, "来" | "间" | "内")).map_or(0, |_| 1);
            Some((end + tail, (back, year.checked_sub(1)?)))
        }
    }
}

/// So many years are no plan, and name a span by themselves.
const LONG: u16 = 10;

/// So many years are a term of office, which a review looks back on.
const TERM: u16 = 5;

/// Whether a clause with numbers begins with years and goes on to what was done in them (`五年整理补充耕地152.6万公顷`).
fn tells(stream: &Stream<'_>, at: usize, end: usize) -> bool {
    let clause = clause::around(stream, at);
    let named = ["行动", "计划", "规划", "过渡"].iter().any(|plan| stream.has(end, plan));
    clause.start == at && !named && is_han(stream.at(end)) && stream.is_numbered(end..clause.end)
}

/// Whether what was reached stands right behind years.
fn holds(stream: &Stream<'_>, end: usize) -> bool {
    stream.at(end).is_ascii_digit() || stream.longest_at(end, &["接近", "超过", "突破", "近"]).is_some()
}

/// Whether a number of years that begins at `at` is one of years without a break (`连续三年`).
pub(super) fn in_a_row(stream: &Stream<'_>, at: usize) -> bool {
    stream.ends(0, at, "连续")
}

/// Years to come, and the year beyond them that they are said to reach (`今后五年乃至到2010年`).
fn until(stream: &Stream<'_>, end: usize, (first, last): (u16, u16)) -> (usize, (u16, u16)) {
    let joint = stream.longest_at(end, &["乃至", "乃至到", "以至", "以至到"]).unwrap_or(0);
    let digits = end + joint..end + joint + 4;
    let far = stream.text(digits.clone()).parse().ok().filter(|far| *far > last && stream.at(digits.end) == '年');
    match far.filter(|_| joint > 0) {
        Some(far) => (digits.end + 1, (first, far)),
        None => (end, (first, last)),
    }
}

/// A small number of years, in either script; the high end of a range.
pub(super) fn count(stream: &Stream<'_>, at: usize) -> Option<(usize, u16)> {
    let digits = |at: usize| (at..at + 2).take_while(|index| stream.at(*index).is_ascii_digit()).count();
    let mut end = at + digits(at);
    if end > at {
        let mut start = at;
        if is_dash(stream.at(end)) && digits(end + 1) > 0 {
            start = end + 1;
            end = start + digits(start);
        }
        return Some((end, stream.text(start..end).parse().ok()?));
    }
    let text = stream.text(at..(at + 3).min(stream.len()));
    let (length, value) = read_thousands(&text)?;
    Some((at + text[..length].chars().count(), u16::try_from(value).ok()?))
}
