//! Which figures of a report belong together in one chart. Draws nothing and names no file.

use std::collections::BTreeSet;

use super::super::quote::QuotedFigure;
use super::draft::{ChartDraft, MOST_ROWS, equal_parts, named_after, single};
use crate::chart;
use crate::figures::key_statistics::{self, OwnPlace};
use crate::figures::pairs::{Stated, done_and_planned, magnitude};
use crate::figures::{self, Figure, Manner, Status};
use crate::text::PrintedYears;

/// The headline targets that `like` takes: those of the sentence that says 预期目标.
pub(super) fn headline_targets<'a>(
    found: &'a [QuotedFigure<'a>],
    like: fn(&QuotedFigure<'_>) -> bool,
) -> Vec<&'a QuotedFigure<'a>> {
    distinct(headline(found).filter(|one| like(one)))
}

/// The targets of the first sentence that says 预期目标 and sets any.
fn headline<'a>(found: &'a [QuotedFigure<'a>]) -> impl Iterator<Item = &'a QuotedFigure<'a>> {
    let target = |one: &&QuotedFigure<'_>| one.figure.status == Status::Target && one.sentence().contains("预期目标");
    let first = found.iter().find(target);
    found.iter().filter(target).filter(move |one| first.is_some_and(|first| first.sentence() == one.sentence()))
}

/// What was done beside what is planned, where both measure the same thing; as many charts as it takes.
pub(super) fn pairs<'a>(found: &'a [QuotedFigure<'a>], own: OwnPlace<'_>) -> Vec<ChartDraft<'a>> {
    let stated: Vec<Stated<'_>> =
        found.iter().map(|one| Stated { figure: &one.figure, paragraph: one.paragraph }).collect();
    let (mut pairs, _) = done_and_planned(&stated);
    // A longer bar for a worse place would mislead, and a number of a ratio does not say of what it is.
    let is_of_ratio = |figure: &Figure| figure.kind == figures::Kind::Share && figure.unit.is_empty();
    pairs.retain(|pair| found[pair.done].figure.kind != figures::Kind::Rank && !is_of_ratio(&found[pair.done].figure));
    // Under the name of a key statistic a reader looks for that of the whole place.
    let of_part = |one: &QuotedFigure<'_>| {
        key_statistics::number_of(&one.figure.indicator, own).is_some() && key_statistics::may_be_of_part(one.before())
    };
    pairs.retain(|pair| ![pair.done, pair.planned].into_iter().any(|at| of_part(&found[at])));
    // What a report says twice, in its summary and in its chapter, is drawn once.
    let mut told = BTreeSet::new();
    pairs.retain(|pair| {
        let planned = &found[pair.planned];
        told.insert((planned.figure.indicator.clone(), found[pair.done].words(), planned.words()))
    });
    let parts = equal_parts(&pairs, MOST_ROWS);
    let several = parts.len() > 1;
    let drafts = parts.into_iter().zip(1..).map(|(part, number)| ChartDraft {
        name: if several { format!("done-and-planned-{number}") } else { "done-and-planned".into() },
        kind: chart::Kind::Pairs,
        period: String::new(),
        // Charts are told apart by words: a number here would be none of the report's.
        subject: {
            // What is only foreseen is not called done.
            let foreseen = part.iter().filter(|pair| found[pair.done].is_foreseen()).count();
            let both = match foreseen {
                0 => "上年完成与今年目标",
                some if some == part.len() => "上年预计与今年目标",
                _ => "上年完成、预计与今年目标",
            };
            if several { format!("{both}：{}等", found[part[0].planned].figure.indicator) } else { both.into() }
        },
        rows: part.iter().map(|pair| vec![&found[pair.done], &found[pair.planned]]).collect(),
    });
    drafts.collect()
}

/// The largest run of growth rates of what was done that one paragraph states.
pub(super) fn changes<'a>(found: &'a [QuotedFigure<'a>], own: OwnPlace<'_>) -> Option<ChartDraft<'a>> {
    let like = |one: &QuotedFigure<'_>| {
        // Over several years a growth may be the whole or a yearly average.
        one.figure.status == Status::Actual
            && one.figure.kind == figures::Kind::Change
            && one.figure.unit == "%"
            && one.figure.period.parse::<u16>().is_ok()
            && !key_statistics::may_be_of_part(one.before())
    };
    let mut rows = largest(found, like, |one| one.paragraph)?;
    // 财政总收入 and 地方财政收入 side by side would be read as two values of one thing.
    let mut told = BTreeSet::new();
    rows.retain(|one| key_statistics::number_of(&one.figure.indicator, own).is_none_or(|number| told.insert(number)));
    (rows.len() >= 3).then(|| single("changes", chart::Kind::Change, &named_after(&rows, "", "的增减", "增减"), rows))
}

/// The largest list of amounts of one unit in one sentence that are named alike: `粮食产量…、蔬菜产量…、水产品产量…`.
pub(super) fn amounts<'a>(found: &'a [QuotedFigure<'a>]) -> Option<ChartDraft<'a>> {
    let amount = |one: &&QuotedFigure<'_>| {
        one.figure.status == Status::Actual
            && one.figure.kind == figures::Kind::Level
            && matches!(one.figure.manner, Manner::Plain | Manner::New)
            && !one.figure.unit.is_empty()
    };
    let mut best: Vec<&QuotedFigure<'_>> = Vec::new();
    for group in found.chunk_by(|a, b| std::ptr::eq(a.sentence(), b.sentence())) {
        for first in group.iter().filter(amount) {
            let like = |one: &&QuotedFigure<'_>| {
                one.figure.unit == first.figure.unit
                    && one.figure.period == first.figure.period
                    && named_alike(&first.figure.indicator, &one.figure.indicator)
            };
            let rows = distinct(group.iter().filter(amount).filter(like));
            if rows.len() > best.len() && are_seen_together(&rows) {
                best = rows;
            }
        }
    }
    best.truncate(MOST_ROWS);
    (best.len() >= 3).then(|| single("amounts", chart::Kind::Bars, &named_after(&best, "", "", "同类数量"), best))
}

/// Whether the least of some amounts is still seen beside the most.
fn are_seen_together(rows: &[&QuotedFigure<'_>]) -> bool {
    let [least, most] =
        [f64::min, f64::max].map(|pick| rows.iter().map(|one| one.figure.value).reduce(pick).unwrap_or_default());
    most <= least * MOST_TIMES
}

/// So many times as long as another a bar may be on one scale with it.
const MOST_TIMES: f64 = 50.0;

/// Whether two names end with the same word, so that they count things of one sort. What they begin with is what was done with them.
fn named_alike(one: &str, other: &str) -> bool {
    let [one, other]: [Vec<char>; 2] = [one, other].map(|name| name.chars().collect());
    one.len() > 2 && other.len() > 2 && one[one.len() - 2..] == other[other.len() - 2..]
}

/// The places that were reached in one field, three at least.
pub(super) fn ranks<'a>(found: &'a [QuotedFigure<'a>]) -> Option<ChartDraft<'a>> {
    let rank = |one: &&QuotedFigure<'_>| {
        let figure = &one.figure;
        figure.kind == figures::Kind::Rank
            && figure.status == Status::Actual
            && figure.manner != Manner::Start
            && !figure.scope.is_empty()
            // 全国百强 is no place.
            && figure.unit == "位"
            && !is_of_new_ones(one)
    };
    let mut best: Vec<&QuotedFigure<'_>> = Vec::new();
    for first in found.iter().filter(rank) {
        let (scope, period) = (&first.figure.scope, &first.figure.period);
        let rows = found.iter().filter(rank).filter(|one| one.figure.scope == *scope && one.figure.period == *period);
        let rows = distinct(rows);
        if rows.len() > best.len() {
            best = rows;
        }
    }
    best.truncate(MOST_ROWS);
    let scope = best.first().map(|first| first.figure.scope.clone()).filter(|_| best.len() >= 3)?;
    Some(single("ranks", chart::Kind::Rank, &format!("{scope}位次"), best))
}

/// Whether a place was won by what came new, which stands beside no places of all there are: `新增单项冠军企业22家、居全国第6`.
fn is_of_new_ones(one: &QuotedFigure<'_>) -> bool {
    let clause = one.before().rsplit(['，', '；', ';']).next().unwrap_or_default();
    clause.contains("新增")
}

/// What became of what the report gives for two years, each indicator a row: `从2020年的75.2岁提升至2025年的76.8岁`.
pub(super) fn courses<'a>(found: &'a [QuotedFigure<'a>], printed: &PrintedYears) -> Option<ChartDraft<'a>> {
    let mut rows: Vec<Vec<&QuotedFigure<'_>>> = Vec::new();
    for pair in found.windows(2) {
        let [start, end] = [&pair[0], &pair[1]];
        let years = [start, end].map(|one| one.figure.period.parse::<u16>());
        let follows = matches!(years, [Ok(first), Ok(last)] if first < last)
            && [start, end].iter().all(|one| printed.has(&one.figure.period));
        let same = start.figure.indicator == end.figure.indicator
            && start.figure.kind == end.figure.kind
            && matches!(end.figure.kind, figures::Kind::Level | figures::Kind::Share)
            && end.figure.status == Status::Actual
            && magnitude(&start.figure.unit).1 == magnitude(&end.figure.unit).1;
        if start.figure.manner == Manner::Start && follows && same && start.sentence() == end.sentence() {
            rows.push(vec![start, end]);
        }
    }
    rows.truncate(MOST_ROWS);
    let subject = "几项指标前后两年的变化".to_owned();
    (rows.len() >= 2).then(|| ChartDraft {
        name: "over-years".into(),
        kind: chart::Kind::Series,
        period: String::new(),
        subject,
        rows,
    })
}

/// The largest list of shares in one sentence, whose names say that they are shares. How many have no work is the share of a whole that
/// nobody wants filled.
pub(super) fn shares<'a>(found: &'a [QuotedFigure<'a>]) -> Option<ChartDraft<'a>> {
    let like = |one: &QuotedFigure<'_>| {
        let name = one.figure.indicator.as_str();
        one.figure.status == Status::Actual
            && one.figure.kind == figures::Kind::Share
            && one.figure.unit == "%"
            && one.figure.value <= 100.0
            && one.figure.manner != Manner::Start
            && (name.contains('占') || ["率", "比重", "比例", "之比"].iter().any(|share| name.ends_with(share)))
            && !name.ends_with("失业率")
    };
    let rows = largest(found, like, QuotedFigure::sentence)?;
    Some(single("shares", chart::Kind::Shares, &named_after(&rows, "", "", "占比"), rows))
}

/// The part of the text with the most figures of a kind, three at least; the earliest of those with equally many.
fn largest<'a>(
    found: &'a [QuotedFigure<'a>],
    like: impl Fn(&QuotedFigure<'_>) -> bool,
    part_of: fn(&QuotedFigure<'a>) -> &'a str,
) -> Option<Vec<&'a QuotedFigure<'a>>> {
    let mut best: Vec<&QuotedFigure<'_>> = Vec::new();
    for group in found.chunk_by(|a, b| std::ptr::eq(part_of(a), part_of(b))) {
        let Some(first) = group.iter().find(|one| like(one)) else { continue };
        // One chart is about one time.
        let rows = group.iter().filter(|one| like(one) && one.figure.period == first.figure.period);
        let rows = distinct(rows);
        if rows.len() > best.len() {
            best = rows;
        }
    }
    best.truncate(MOST_ROWS);
    (best.len() >= 3).then_some(best)
}

/// Whether an indicator speaks of a part of the year (三季度, 上半年产值, 前三季度, 1—5月): beside a year's it would mislead.
fn of_part_of_year(indicator: &str) -> bool {
    let count = |c: char| c.is_ascii_digit() || "一二三四五六七八九十首末前至—-、".contains(c);
    let rest = indicator.trim_start_matches(count);
    ["上半年", "下半年"].iter().any(|half| rest.starts_with(half))
        || rest.len() < indicator.len() && ["季度", "个季度", "月"].iter().any(|part| rest.starts_with(part))
}

/// The first figure of each indicator.
fn distinct<'a>(rows: impl Iterator<Item = &'a QuotedFigure<'a>>) -> Vec<&'a QuotedFigure<'a>> {
    let mut kept: Vec<&QuotedFigure<'_>> = Vec::new();
    for one in rows {
        let name = &one.figure.indicator;
        if !name.is_empty() && !of_part_of_year(name) && !kept.iter().any(|other| other.figure.indicator == *name) {
            kept.push(one);
        }
    }
    kept
}
