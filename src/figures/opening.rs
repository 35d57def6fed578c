//! The words that open a clause: adverbs, times, verbs that say no more than that something is done. Knows no quantities.

use std::ops::Range;

use super::lexicon::WordTag;
use super::phrase::trim_front;
use super::stream::{Enclosure, Stream};
use super::time::{plan_at, written_year};
use super::word_lists::lists;
use crate::text::is_dash;

/// The length of the verb that `range` begins with, unless it is the first half of a noun (建设用地).
pub(super) fn verb_at(stream: &Stream<'_>, range: Range<usize>, verbs: &[&str]) -> Option<usize> {
    let length = stream.longest_at(range.start, verbs).filter(|length| range.start + length <= range.end)?;
    // 规模以上工业 is no 规模.
    let noun = stream.longest_at(range.start + length, WordTag::NounHead.words()).is_some()
        && !["规模以上", "规模工业"].iter().any(|kind| stream.has(range.start + length, kind));
    (!noun).then_some(length)
}

/// Without the adverbs, times and empty verbs that open a clause; they may follow one another in any order.
pub(super) fn without_opening(stream: &Stream<'_>, mut range: Range<usize>) -> Range<usize> {
    loop {
        let start = range.start;
        range = without_order(stream, without_year(stream, trim_front(stream, range, &[WordTag::Opener.words()])));
        range = without_effort(stream, range);
        // `约占全国1/10`
        if matches!(stream.at(range.start), '约' | '近' | '超') && stream.at(range.start + 1) == '占' && range.len() > 1
        {
            range.start += 1;
        }
        if qualifies(stream, range.clone()) {
            return range;
        }
        if let Some(length) = verb_at(stream, range.clone(), WordTag::EmptyVerb.words()) {
            let fuller = stream.longest_at(range.start, WordTag::FullVerb.words()).is_some_and(|full| full >= length);
            let after = range.start + length;
            let bettered = stream.has(after, "提升") && after + 2 < range.end;
            let twofold = stream.has(range.start, "建设") && (bettered || treats(stream, after, range.end));
            range.start += if fuller || twofold || shares_object(stream, after) { 0 } else { length };
        }
        if range.start == start || range.is_empty() {
            return range;
        }
    }
}

/// Whether a verb of treatment with its object begins at `start` (改造 of `建设改造农村公路`).
fn treats(stream: &Stream<'_>, start: usize, end: usize) -> bool {
    let verbs = [WordTag::Treatment, WordTag::FullVerb];
    let length = verbs.iter().filter_map(|tag| stream.longest_at(start, tag.words())).max();
    length.is_some_and(|length| length > 1 && start + length < end)
}

/// Whether a phrase begins with what a thing has or fulfils, said before the thing (`有进出口实绩的企业`, `达到能力标准的卫生院`).
fn qualifies(stream: &Stream<'_>, range: Range<usize>) -> bool {
    let Some(length) = stream.longest_at(range.start, &lists().subject_statives) else { return false };
    let of = stream.find(range.start + length..range.end, "的");
    of.is_some_and(|at| at > range.start + length + 1 && at + 2 < range.end)
}

/// Whether the verb that ends at `end` has its object in common with a verb of its own kind (制定 of `制定、废止规章6件`).
fn shares_object(stream: &Stream<'_>, end: usize) -> bool {
    stream.at(end) == '、' && stream.longest_at(end + 1, WordTag::FullVerb.words()).is_some()
}

/// Without the pains that were taken (`举全区之力`).
fn without_effort(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let reach = range.end.min(range.start + LONGEST_EFFORT);
    let taken = matches!(stream.at(range.start), '举' | '集' | '聚' | '尽');
    let end = ["之力", "之智"].iter().filter_map(|noun| stream.find(range.start..reach, noun)).min();
    end.filter(|_| taken).map_or(range.clone(), |at| at + 2..range.end)
}

/// How many characters `举全区之力` may have.
const LONGEST_EFFORT: usize = 8;

/// Without who gave the order to do it (`省下达造林任务`).
fn without_order(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    match stream.find(range.start..range.end.min(range.start + LONGEST_ORDER), "下达") {
        Some(at) if at > range.start => at + 2..range.end,
        _ => range,
    }
}

/// How many characters `自治区下达` may have.
const LONGEST_ORDER: usize = 6;

/// Without a year or a month that opens a clause (`2012年`, `6月底前`), or the number of an item (`2.`).
fn without_year(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    if let Some((plan, _)) = plan_at(|word| stream.has(range.start, word)) {
        let end = range.start + plan;
        let time = stream.longest_at(end, &lists().subject_time_ends).unwrap_or(0);
        // `“十二五”累计安排资金510亿元`
        let opens = stream.longest_at(end, WordTag::Opener.words()).is_some_and(|length| length > 1);
        // A time alone names nothing (`“十二五”时期年均增长9.4%`).
        return if time > 0 || opens || end == range.end { (end + time).min(range.end)..range.end } else { range };
    }
    if let Some(end) = written_year(stream, range.start) {
        return end.min(range.end)..range.end;
    }
    let digits = range.clone().take_while(|at| stream.at(*at).is_ascii_digit()).count();
    let mark = range.start + digits;
    // `2—3年`
    let further = (mark + 1..range.end).take_while(|at| stream.at(*at).is_ascii_digit()).count();
    let unit = mark + 1 + further;
    if digits > 0 && is_dash(stream.at(mark)) && further > 0 && matches!(stream.at(unit), '年' | '月') {
        // `1-11月份`
        let share = usize::from(stream.has(unit, "月份"));
        return (unit + 1 + share).min(range.end)..range.end;
    }
    let item = stream.at(mark) == '、' && !stream.at(mark + 1).is_ascii_digit();
    if digits > 0 && digits < 3 && mark < range.end && (item || matches!(stream.at(mark), '.' | '月')) {
        let rest = mark + 1;
        return rest + stream.longest_at(rest, &["底", "底前", "前", "份"]).unwrap_or(0).min(range.end - rest)
            ..range.end;
    }
    let year =
        (digits == 4 || digits == 1) && stream.at(range.start + digits) == '年' && range.start + digits < range.end;
    if !year {
        return range;
    }
    let rest = range.start + digits + 1;
    rest + stream.longest_at(rest, &lists().subject_year_ends).unwrap_or(0).min(range.end - rest)..range.end
}

/// What is taken in hand, behind 将 or 把 (`用两年时间将筹资标准提高到100元`).
pub(super) fn behind_taking(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let verbs = [WordTag::EmptyVerb, WordTag::FullVerb, WordTag::Opener, WordTag::Link];
    let takes = |at: &usize| {
        let word =
            matches!(stream.before(*at), '即' | '行' | '必' | '还') || matches!(stream.at(at + 1), '军' | '来' | '士');
        // `财政将安排科技支出`: it only says that it is to come.
        let comes = verbs.iter().any(|tag| stream.longest_at(at + 1, tag.words()).is_some());
        matches!(stream.at(*at), '将' | '把') && !word && !comes && stream.enclosure(*at) == Enclosure::None
    };
    let reach = range.start + 1..range.end.saturating_sub(SHORTEST_TAKEN).max(range.start + 1);
    reach.rev().find(takes).map_or(range.clone(), |at| at + 1..range.end)
}

/// What is taken in hand has at least as many characters.
const SHORTEST_TAKEN: usize = 3;
