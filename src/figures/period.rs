//! The year or years that a quantity is about, from the words before it or else from its section. Knows no indicators.

use std::ops::Range;

use super::quantity::Quantity;
use super::stream::{Named, Stream};
use super::{Setting, Status, clause, status};

/// When a quantity holds, and whether it is done or planned.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tense {
    pub period: String,
    pub status: Status,
}

/// First and last year.
type Years = (u16, u16);

/// The tense of every quantity of a stream.
pub(super) fn of_all(stream: &Stream<'_>, quantities: &[Quantity], setting: Setting<'_>) -> Vec<Tense> {
    let section = status::section(setting);
    let times = expressions(stream, section.report_year);
    let tense = |quantity: &Quantity| {
        let said = said(stream, &times, quantity);
        let years = said.or(section.years);
        let status = status::of(stream, quantity, &section, said);
        Tense { period: years.map_or_else(String::new, written), status }
    };
    quantities.iter().map(tense).collect()
}

fn written((first, last): Years) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

/// The years that the words before a quantity set: those of its own clause first, then the frame that a clause opens with.
fn said(stream: &Stream<'_>, times: &[Time], quantity: &Quantity) -> Option<Years> {
    let clause = clause::around(stream, quantity.number.start);
    let before = |time: &&Time| time.at.end <= quantity.number.start;
    let own = times.iter().rev().find(|time| before(time) && time.at.start >= clause.start && !time.compared);
    let frame = || times.iter().rev().find(|time| before(time) && time.frames);
    own.or_else(frame).map(|time| time.years)
}

/// An expression of time in the text.
#[derive(Clone, Debug, PartialEq)]
struct Time {
    at: Range<usize>,
    years: Years,
    /// It opens a clause and so holds for what follows (`五年来，…`).
    frames: bool,
    /// It only names what something is compared with (`比2015年`, `是2010年的3倍`).
    compared: bool,
}

/// The expressions of time of a stream, in order.
fn expressions(stream: &Stream<'_>, report_year: Option<u16>) -> Vec<Time> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < stream.len() {
        let read = if stream.named(at) == Named::Title { None } else { expression(stream, at, report_year) };
        let Some((end, years)) = read else {
            at += 1;
            continue;
        };
        let clause = clause::around(stream, at);
        let opening = stream.text(clause.start..at);
        let frames = OPENINGS.contains(&opening.as_str());
        let compared = matches!(stream.before(at), '比' | '较' | '是' | '为' | '于');
        found.push(Time { at: at..end, years, frames, compared });
        at = end;
    }
    found
}

/// What may stand between the start of a clause and the time that frames it.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "", "到", "在", "至", "截至", "截止", "自", "从", "力争", "确保", "力争到", "确保到", "争取到", "预计",
    "预计到", "今年是", "刚刚过去的", "——", "—",
];

/// The end and the years of the expression that begins at `at`.
fn expression(stream: &Stream<'_>, at: usize, report_year: Option<u16>) -> Option<(usize, Years)> {
    year_number(stream, at).or_else(|| plan(stream, at)).or_else(|| relative(stream, at, report_year?))
}

/// `2022年`, `2016-2020年`, `2008年以来` is left to the section.
fn year_number(stream: &Stream<'_>, at: usize) -> Option<(usize, Years)> {
    if stream.before(at).is_ascii_digit() {
        return None;
    }
    let (end, first) = four_digits(stream, at)?;
    if super::number::is_dash(stream.at(end)) || stream.at(end) == '至' {
        let (end, last) = four_digits(stream, end + 1)?;
        return (stream.at(end) == '年' && last > first).then_some((end + 1, (first, last)));
    }
    (stream.at(end) == '年').then_some((end + 1, (first, first)))
}

fn four_digits(stream: &Stream<'_>, at: usize) -> Option<(usize, u16)> {
    let year: u16 = stream.text(at..at + 4).parse().ok()?;
    (!stream.at(at + 4).is_ascii_digit() && (1900..2100).contains(&year)).then_some((at + 4, year))
}

/// `“十四五”`: the five-year plans; the fourteenth ran from 2021 to 2025.
fn plan(stream: &Stream<'_>, at: usize) -> Option<(usize, Years)> {
    let plans = ["“十五”", "“十一五”", "“十二五”", "“十三五”", "“十四五”", "“十五五”", "“十六五”"];
    let index = plans.iter().position(|plan| stream.has(at, plan))?;
    let end = at + plans[index].chars().count();
    let first = 2001 + 5 * u16::try_from(index).ok()?;
    let period = ["时期", "期间", "以来", "末", "五年"].iter().any(|word| stream.has(end, word));
    period.then_some((end, (first, first + 4)))
}

/// 去年, 五年来 and the like, counted from the year whose tasks the report sets.
fn relative(stream: &Stream<'_>, at: usize, year: u16) -> Option<(usize, Years)> {
    let spoken = RELATIVE.iter().filter(|(word, ..)| stream.has(at, word));
    let (word, first, last) = spoken.max_by_key(|(word, ..)| word.chars().count())?;
    let years = (year.checked_add_signed(*first)?, year.checked_add_signed(*last)?);
    Some((at + word.chars().count(), years))
}

/// Words, and the years they mean as steps from the report's year.
const RELATIVE: &[(&str, i16, i16)] = &[
    ("今年", 0, 0),
    ("今年以来", 0, 0),
    ("去年", -1, -1),
    ("上年末", -1, -1),
    ("过去一年", -1, -1),
    ("过去的一年", -1, -1),
    ("一年来", -1, -1),
    ("前年", -2, -2),
    ("明年", 1, 1),
    ("五年来", -5, -1),
    ("5年来", -5, -1),
    ("过去五年", -5, -1),
    ("过去的五年", -5, -1),
    ("这五年", -5, -1),
    ("五年累计", -5, -1),
    ("五年间", -5, -1),
    ("四年来", -4, -1),
    ("三年来", -3, -1),
    ("两年来", -2, -1),
    ("过去三年", -3, -1),
    ("过去四年", -4, -1),
    ("今后五年", 0, 4),
    ("未来五年", 0, 4),
    ("今后三年", 0, 2),
    ("未来三年", 0, 2),
    ("今后两年", 0, 1),
    ("力争三年", 0, 2),
    ("力争2—3年", 0, 2),
    ("力争2-3年", 0, 2),
];
