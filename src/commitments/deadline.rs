//! By when: the words of a clause that print a time at which its end will be reached. Knows no ends.

use std::ops::RangeInclusive;

use super::words::lists;
use crate::text::begins;
use crate::text::{Span, digit};

/// The first time in `clause` (bytes of the paragraph) by which something will be done; none before `year` is.
pub(super) fn deadline(paragraph: &str, clause: Span, year: u16) -> Option<Span> {
    let words = clause.of(paragraph);
    let starts = words.char_indices().map(|(at, _)| at);
    starts.filter(|at| !within_number(words, *at)).find_map(|at| {
        let end = time(&words[at..], &|| opens(&words[..at]), year..=year.saturating_add(LONGEST))?;
        Some(Span::new(at, at + end).shifted(clause.start))
    })
}

/// Whether a place stands in the middle of a number.
fn within_number(words: &str, at: usize) -> bool {
    words[..at].chars().next_back().is_some_and(|c| digit(c).is_some() || "一二三四五六七八九十".contains(c))
}

/// Whether only words that stand before a verb stand before a place.
fn opens(before: &str) -> bool {
    let mut rest = before;
    while let Some(word) = begins(rest, &lists().lead) {
        rest = &rest[word.len()..];
    }
    ["", "到", "在", "于", "用"].contains(&rest)
}

/// How long the time is that `words` begin with; `opens` tells, where that matters, whether they open the clause.
fn time(words: &str, opens: &dyn Fn() -> bool, years: RangeInclusive<u16>) -> Option<usize> {
    let lists = lists();
    if let Some(word) = begins(words, &lists.in_time) {
        return Some(word.len());
    }
    if let Some(word) = begins(words, &lists.time) {
        // 今年, 全年 and a quarter may also be said of a thing: only where they open the clause are they a time for it.
        let end = word.len() + end_of_time(&words[word.len()..]);
        let firm = end > word.len() || ["年底", "年内", "年末", "前"].iter().any(|one| word.contains(one));
        return (firm || opens() || reaches(&words[end..])).then_some(end);
    }
    printed_year(words, opens, years).or_else(|| month(words)).or_else(|| span_of_years(words, opens))
}

/// Whether a verb comes next.
fn reaches(words: &str) -> bool {
    let lists = lists();
    [&lists.finish, &lists.finish_tail, &lists.start, &lists.start_tail, &lists.finish_between]
        .into_iter()
        .any(|list| begins(words, list).is_some())
}

/// How long the time is that opens `words`, whichever year it names.
pub(super) fn opening_time(words: &str) -> Option<usize> {
    time(words, &|| true, 0..=u16::MAX)
}

/// `2018年`, `2018年6月底前`.
fn printed_year(words: &str, opens: &dyn Fn() -> bool, years: RangeInclusive<u16>) -> Option<usize> {
    let digits: String = words.chars().map_while(digit).map(|value| char::from(b'0' + value as u8)).take(5).collect();
    let printed = digits.parse::<u16>().ok().filter(|printed| digits.len() == 4 && years.contains(printed));
    printed?;
    let at = words.char_indices().nth(4)?.0;
    let rest = words[at..].strip_prefix('年')?;
    let at = at + '年'.len_utf8();
    let more = month(rest).unwrap_or_else(|| end_of_time(rest));
    (more > 0 || opens() || reaches(&rest[more..])).then_some(at + more)
}

/// `6月底前`, `10月份`; a bare month says when of something else.
fn month(words: &str) -> Option<usize> {
    let digits = words.chars().take_while(|c| digit(*c).is_some() || "一二三四五六七八九十".contains(*c)).count();
    let at = words.char_indices().nth(digits).filter(|_| (1..=2).contains(&digits))?.0;
    let rest = words[at..].strip_prefix('月')?;
    let at = at + '月'.len_utf8();
    let more = end_of_time(rest);
    (more > 0).then_some(at + more)
}

/// `两年内`, `用三年时间`.
fn span_of_years(words: &str, opens: &dyn Fn() -> bool) -> Option<usize> {
    let first = words.chars().next().filter(|c| "一两二三四五六七八九十".contains(*c) || digit(*c).is_some())?;
    let rest = words[first.len_utf8()..].strip_prefix('年')?;
    let at = first.len_utf8() + '年'.len_utf8();
    let more = begins(rest, &["左右时间", "时间内", "时间", "之内", "以内", "内"]).map(str::len);
    let reached = more.is_none() && begins(rest, &lists().finish).is_some() && opens();
    more.map(|more| at + more).or(reached.then_some(at))
}

/// How long the words are that end a time: 底, 底前, 前.
fn end_of_time(words: &str) -> usize {
    begins(
        words,
        &["底之前", "底以前", "底前", "末前", "份前", "之前", "以前", "份", "底", "末", "中旬", "上旬", "下旬", "前"],
    )
    .map_or(0, str::len)
}

/// No commitment is for a time further off than so many years.
const LONGEST: u16 = 30;
