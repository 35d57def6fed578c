//! Finds expressions of time: 2022年, 五年来, “十四五”时期. Knows no quantities.

use std::ops::Range;

use super::stream::{Enclosure, Stream};
use super::why::{Because, PeriodRule};
use super::word_lists::lists;
use super::{clause, durations};
use crate::text::{Span, han_digit, is_dash, is_han, numeral};

/// First and last year.
pub(super) type Years = (u16, u16);

/// The years of a quantity, and what dated it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dated {
    pub years: Years,
    pub why: Because<PeriodRule>,
}

impl Dated {
    /// The same years, given by another rule on the same words.
    pub fn by(self, rule: PeriodRule) -> Dated {
        Dated { why: Because::said(rule, self.why.words), ..self }
    }

    /// The last of the years, for a level that `words` say was reached; what went on without a break keeps its years.
    pub fn at_last(self, words: Span) -> Dated {
        let (first, last) = self.years;
        if first == last || self.why.rule == PeriodRule::InARow {
            return self;
        }
        Dated { years: (last, last), why: Because::said(PeriodRule::Reached, words) }
    }
}

/// The years that what is said of time is counted from, as far as they are known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reckoning {
    /// The first year that is yet to come, from which numbers of years are counted both ways.
    pub term: Option<u16>,
    /// The year that 今年 is.
    pub this_year: Option<u16>,
}

/// An expression of time in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Time {
    pub at: Range<usize>,
    pub years: Years,
    pub scope: Scope,
}

/// How far an expression of time reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// The number that follows it.
    Here,
    /// The rest of its sentence, because it opens a clause (`2009年，…`).
    Sentence,
    /// The rest of the paragraph, because it opens it or a sentence in it that says no more than a topic (`五年来，…`).
    Paragraph,
    /// Nothing: it names what something is compared with (`比2015年`, `是2010年的3倍`).
    Base,
}

/// The expressions of time of a stream, in order. Relative ones need a year to be counted from.
///
/// Where the section looks `ahead`, a bare `五年累计` is of the years to come.
pub(super) fn all(stream: &Stream<'_>, reckoning: Reckoning, ahead: bool) -> Vec<Time> {
    let mut found = Vec::new();
    let lead = lead_end(stream);
    let mut at = 0;
    while at < stream.len() {
        let read =
            if stream.enclosure(at) == Enclosure::Title { None } else { expression(stream, at, reckoning, ahead) };
        let Some((end, years)) = read else {
            at += 1;
            continue;
        };
        let scope = scope(stream, at..end, lead);
        let frames = scope == Scope::Sentence && frames(stream, at..end, years, ahead);
        found.push(Time { at: at..end, years, scope: if frames { Scope::Paragraph } else { scope } });
        at = end;
    }
    found
}

/// The times of a section that looks back on several years: a single year that leads straight on to what it says of (`2025年主导产业占比提高`)
/// holds for its sentence, and only one that stands alone (`2025年，`) for the paragraph.
pub(super) fn within_years(stream: &Stream<'_>, mut times: Vec<Time>) -> Vec<Time> {
    for time in times.iter_mut().filter(|time| time.scope == Scope::Paragraph && time.years.0 == time.years.1) {
        if is_han(stream.at(time.at.end)) {
            time.scope = Scope::Sentence;
        }
    }
    times
}

/// Whether a time that opens a clause holds for what the paragraph goes on to say: several years that a topic sentence names, or in a review
/// the year just over, which a sentence turns to.
fn frames(stream: &Stream<'_>, at: Range<usize>, (first, last): Years, ahead: bool) -> bool {
    let just_over = !ahead && is_just_over(stream, at.start);
    let opens = stream.text(clause::sentence(stream, at.start).start..at.start);
    first < last && opens_topic(stream, at) || just_over && is_opening(&opens)
}

/// Whether nothing stands before a time but words that open it.
fn is_opening(words: &str) -> bool {
    words.is_empty() || lists().time_openings.contains(&words)
}

/// Whether the words of a time at `start` say that it is just over.
pub(super) fn is_just_over(stream: &Stream<'_>, start: usize) -> bool {
    ["去年", "过去一年", "过去的一年", "一年来", "这一年"].iter().any(|word| stream.has(start, word))
        || stream.ends(0, start, "过去的")
}

/// Whether a time opens a sentence that brings no number of its own (`五年来，我们牢记嘱托、感恩奋进。`).
fn opens_topic(stream: &Stream<'_>, at: Range<usize>) -> bool {
    let sentence = clause::sentence(stream, at.start);
    clause::around(stream, at.start).start == sentence.start
        && !(at.end..sentence.end).any(|index| stream.at(index).is_ascii_digit())
}

/// Where the topic sentence that opens a paragraph ends; 0 when there is none.
fn lead_end(stream: &Stream<'_>) -> usize {
    let start = address_end(stream);
    let first = clause::sentence(stream, start);
    let first = start..first.end;
    let digits = stream.is_numbered(first.clone());
    if first.len() <= LONGEST_LEAD && !digits && first.end < stream.len() { first.end + 1 } else { start }
}

/// Where those who are spoken to end, with the mark behind them, when a paragraph begins with them (`各位代表，刚刚过去的2025年，`).
fn address_end(stream: &Stream<'_>) -> usize {
    let addressed = stream.longest_at(0, &["各位代表", "同志们", "各位委员"]).unwrap_or(0);
    if addressed > 0 && matches!(stream.at(addressed), '，' | '！' | ',' | '：' | '。') { addressed + 1 } else { 0 }
}

/// A topic sentence is no longer than this.
const LONGEST_LEAD: usize = 32;

fn scope(stream: &Stream<'_>, at: Range<usize>, lead: usize) -> Scope {
    let clause = clause::around(stream, at.start);
    let reach = at.start.saturating_sub(COMPARISON_REACH).max(clause.start);
    let compares = |index: usize| {
        let word = stream.longest_at(index, &lists().time_compares).is_some();
        word && !matches!(stream.at(index + 1), '重' | '例' | '上')
            && !(stream.before(index) == '今' || stream.has(index, "是在"))
    };
    let opening = stream.text(clause.start..at.start);
    // `与“十五”末相比，…增长58.9%`
    if matches!(stream.before(at.start), '与' | '同' | '和') && stream.has(at.end, "相比") {
        return Scope::Base;
    }
    // `为1998年的1.9倍`
    let number =
        (at.end + 1..at.end + 1 + LONGEST_MULTIPLE).take_while(|index| matches!(stream.at(*index), '0'..='9' | '.'));
    if stream.before(at.start) == '为' && stream.at(at.end) == '的' && stream.at(at.end + 1 + number.count()) == '倍'
    {
        return Scope::Base;
    }
    // `较“十三五”末的9323.1亿元增加`: the base has a number of its own.
    let own = stream.at(at.end) == '的' && stream.at(at.end + 1).is_ascii_digit();
    if own && matches!(stream.before(at.start), '比' | '较') {
        return Scope::Here;
    }
    // `恢复到2019年同期的1.2倍`
    let same = ["同期", "水平"].iter().any(|word| stream.has(at.end, word));
    if ((reach..at.start).any(compares) || same) && opening != "今年是" {
        return Scope::Base;
    }
    // `今年拟从去年超收收入中安排500亿元`: where something is taken from.
    let taken = matches!(stream.before(at.start), '从' | '由' | '用')
        && (at.end..at.end + LONGEST_SOURCE)
            .take_while(|index| !stream.at(*index).is_ascii_digit() && *index < clause.end)
            .any(|index| stream.at(index) == '中' && !matches!(stream.at(index + 1), '央' | '心' | '小' | '国'));
    if taken {
        return Scope::Base;
    }
    // `从2002年1288亿元增加到`: the number has the year to itself.
    let number = matches!(stream.before(at.start), '从' | '由' | '自') && stream.at(at.end).is_ascii_digit();
    // `年均增长8%，2020年达到1500亿元；`: of this value alone.
    let reached = clause.start > clause::sentence(stream, at.start).start
        && opening.is_empty()
        && lists().time_reached.iter().any(|verb| stream.has(at.end, verb));
    // `确保2018年投入使用；推进投资5.5亿元的二期工程`: only when it is to be ready.
    let deadline = matches!(&*opening, "确保" | "力争" | "争取")
        && matches!(stream.at(clause.end), '；' | ';')
        && !stream.is_numbered(at.end..clause.end);
    if !is_opening(&opening) || stream.at(at.end) == '的' || number || reached || deadline {
        return Scope::Here;
    }
    let first = clause.start == 0 || clause.start == lead || stream.text(lead..clause.start).chars().all(|c| c == '—');
    if first { Scope::Paragraph } else { Scope::Sentence }
}

/// A multiple has no more digits.
const LONGEST_MULTIPLE: usize = 8;

/// How many characters may name what something is taken from.
const LONGEST_SOURCE: usize = 16;

/// How far before a time the word of comparison may stand.
const COMPARISON_REACH: usize = 6;

/// The end and the years of the expression that begins at `at`.
fn expression(stream: &Stream<'_>, at: usize, reckoning: Reckoning, ahead: bool) -> Option<(usize, Years)> {
    year_number(stream, at, reckoning.term)
        .or_else(|| plan(stream, at))
        .or_else(|| durations::read(stream, at, reckoning.term?, ahead))
        .or_else(|| relative(stream, at, reckoning.this_year?))
}

/// `2022年`, `2016-2020年`, `2020年到2025年`, `2008年以来`, `二〇二二年`, `民国111年`.
fn year_number(stream: &Stream<'_>, at: usize, report_year: Option<u16>) -> Option<(usize, Years)> {
    if stream.before(at).is_ascii_digit() || han_digit(stream.before(at)).is_some() {
        return None;
    }
    let (end, first) = republican(stream, at).or_else(|| four_digits(stream, at))?;
    if is_dash(stream.at(end)) || stream.at(end) == '至' {
        let (end, last) = four_digits(stream, end + 1)?;
        return (stream.at(end) == '年' && last > first).then_some((end + 1, (first, last)));
    }
    let end = (stream.at(end) == '年').then_some(end + 1)?;
    // `2020年到2025年`
    let until = matches!(stream.at(end), '到' | '至').then(|| four_digits(stream, end + 1)).flatten();
    if let Some((until, last)) = until.filter(|(until, last)| stream.at(*until) == '年' && *last > first) {
        return Some((until + 1, (first, last)));
    }
    let since = stream.has(end, "以来") || stream.has(end, "至今");
    let last = report_year.map(|year| year.saturating_sub(1)).filter(|last| since && *last > first);
    Some((end + if since { 2 } else { 0 }, (first, last.unwrap_or(first))))
}

/// `2022`, `二〇二二`.
fn four_digits(stream: &Stream<'_>, at: usize) -> Option<(usize, u16)> {
    let digit = |index: usize| {
        let c = stream.at(index);
        c.to_digit(10).or_else(|| han_digit(c))
    };
    let year = (at..at + 4).try_fold(0, |year, index| Some(10 * year + digit(index)?))?;
    (digit(at + 4).is_none() && (1900..2100).contains(&year)).then_some((at + 4, u16::try_from(year).ok()?))
}

/// Where a year ends that begins at `at` and is written in other than plain digits: `二〇二二年`, `民国111年`.
pub(super) fn written_year(stream: &Stream<'_>, at: usize) -> Option<usize> {
    let digits = || four_digits(stream, at).filter(|_| !stream.at(at).is_ascii_digit());
    let (end, _) = republican(stream, at).or_else(digits)?;
    (stream.at(end) == '年').then_some(end + 1)
}

/// `民国114`, `中华民国一百一十四`, before 年: a year of the calendar that counts from 1912.
fn republican(stream: &Stream<'_>, at: usize) -> Option<(usize, u16)> {
    const LONGEST: usize = 5;
    let start = at + stream.longest_at(at, &["中华民国", "民国"])?;
    let end = (start + 1..=start + LONGEST).find(|end| stream.at(*end) == '年')?;
    let count = stream.text(start..end);
    let count = count.parse().ok().or_else(|| numeral(&count)).filter(|count| (1..=188).contains(count))?;
    Some((end, 1911 + u16::try_from(count).ok()?))
}

/// `“十四五”时期`.
fn plan(stream: &Stream<'_>, at: usize) -> Option<(usize, Years)> {
    let (length, (first, last)) = plan_at(|word| stream.has(at, word))?;
    let end = at + length;
    if let Some(length) = stream.longest_at(end, &["末", "期末", "时期末"]) {
        return Some((end + length, (last, last)));
    }
    // `“十一五”前四年`
    if stream.at(end) == '前'
        && let Some((until, years)) = durations::count(stream, end + 1)
        && stream.at(until) == '年'
        && (1..=5).contains(&years)
    {
        return Some((until + 1, (first, first + years - 1)));
    }
    let period = ["时期", "期间", "以来", "五年"].iter().find(|word| stream.has(end, word))?;
    Some((end + period.chars().count(), (first, last)))
}

/// The five-year plan that a text names, in whatever quotes: the length of the name in characters and its years. The fourteenth ran
/// from 2021 to 2025.
pub(super) fn plan_at(has: impl Fn(&str) -> bool) -> Option<(usize, Years)> {
    let quotes = [("“", "”"), ("\"", "\""), ("「", "」"), ("‘", "’"), ("＂", "＂")];
    let (open, close) = quotes.into_iter().find(|(open, _)| has(open))?;
    let plans = (8..=19).map(|number| (number, plan_name(number)));
    let (number, name) = plans.into_iter().find(|(_, name)| has(&format!("{open}{name}{close}")))?;
    Some((name.chars().count() + 2, plan_years(number)?))
}

/// The years of the five-year plan with this number: the first ran from 1953 to 1957, the third from 1966 on, after three years without
/// one, and since then each has followed the one before.
pub(super) fn plan_years(number: u16) -> Option<Years> {
    let first = match number {
        1 | 2 => 1948 + 5 * number,
        3..=99 => 1951 + 5 * number,
        _ => return None,
    };
    Some((first, first + 4))
}

/// The short name of a five-year plan: 八五, 十五 (the tenth), 十四五.
fn plan_name(number: u16) -> String {
    let ones = "一二三四五六七八九".chars().nth(usize::from(number % 10).wrapping_sub(1));
    let ten = if number < 10 { "" } else { "十" };
    format!("{ten}{}五", ones.map(String::from).unwrap_or_default())
}

/// 去年 and the like, counted from the year whose tasks the report sets.
fn relative(stream: &Stream<'_>, at: usize, year: u16) -> Option<(usize, Years)> {
    let spoken = RELATIVE.iter().filter(|(word, _)| stream.has(at, word));
    let (word, step) = spoken.max_by_key(|(word, _)| word.chars().count())?;
    let meant = year.checked_add_signed(*step)?;
    Some((at + word.chars().count(), (meant, meant)))
}

/// Words, and the year they mean as a step from the report's year.
const RELATIVE: &[(&str, i16)] =
    &[("今年", 0), ("今年以来", 0), ("去年", -1), ("去年底", -1), ("过去一年", -1), ("前年", -2), ("明年", 1)];
