//! The key statistics of the year before the report, as charts: how they grew, and the amounts that share a unit.

use super::super::quote::QuotedFigure;
use super::draft::{ChartDraft, MOST_ROWS, single};
use crate::chart;
use crate::figures::key_statistics::{self, OwnPlace};
use crate::figures::{self, Manner, Status};

/// How the key statistics grew, three at least, in the order in which statistics offices publish them.
pub(super) fn changes<'a>(found: &'a [QuotedFigure<'a>], own: OwnPlace<'_>) -> Option<ChartDraft<'a>> {
    let rows = results(found, own, |one| {
        one.figure.kind == figures::Kind::Change && one.figure.unit == "%" && one.figure.direction.is_some()
    });
    (rows.len() >= 3).then(|| single("key-changes", chart::Kind::Change, "主要指标增减", rows))
}

/// The amounts of key statistics that are printed in one unit, so that one scale holds them: a chart a unit.
pub(super) fn amounts<'a>(found: &'a [QuotedFigure<'a>], own: OwnPlace<'_>) -> Vec<ChartDraft<'a>> {
    let is_amount = |one: &QuotedFigure<'_>| one.figure.kind == figures::Kind::Level && !one.figure.unit.is_empty();
    let all = results(found, own, is_amount);
    let mut units: Vec<&str> = Vec::new();
    for one in &all {
        if !units.contains(&one.figure.unit.as_str()) {
            units.push(&one.figure.unit);
        }
    }
    let of = |unit: &&str| -> Vec<&'a QuotedFigure<'a>> {
        all.iter().copied().filter(|one| one.figure.unit == **unit).collect()
    };
    let groups: Vec<_> = units.iter().map(of).filter(|rows| rows.len() >= 2).collect();
    let drafts = groups.into_iter().zip(1..).map(|(rows, number)| {
        let what = format!("主要指标（{}）", rows[0].figure.unit);
        single(&format!("key-amounts-{number}"), chart::Kind::Bars, &what, rows)
    });
    drafts.collect()
}

/// Whether most rows of another chart stand on this one already.
pub(super) fn says_most_of(key: &ChartDraft<'_>, other: &ChartDraft<'_>) -> bool {
    let known = |one: &&QuotedFigure<'_>| key.rows.iter().flatten().any(|own| own.id == one.id);
    let all = other.rows.iter().flatten().count();
    2 * other.rows.iter().flatten().copied().filter(|one| known(one)).count() >= all
}

/// Of each key statistic the first figure of this sort in the last year that the report looks back on. What is not settled yet, what does not
/// say by itself what it is, and the distance from others are none.
fn results<'a>(
    found: &'a [QuotedFigure<'a>],
    own: OwnPlace<'_>,
    is_of_sort: impl Fn(&QuotedFigure<'_>) -> bool,
) -> Vec<&'a QuotedFigure<'a>> {
    let number = |one: &QuotedFigure<'_>| key_statistics::number_of(&one.figure.indicator, own);
    let is_result = |one: &&QuotedFigure<'_>| {
        let figure = &one.figure;
        figure.status == Status::Actual
            && figure.period.parse::<u16>().is_ok()
            && !matches!(figure.manner, Manner::Start | Manner::Against)
            && key_statistics::says_itself(figure.kind, one.words())
            && !key_statistics::is_open(one.quote.of(one.paragraph))
            && number(one).is_some()
    };
    let results: Vec<_> = found.iter().filter(is_result).collect();
    let Some(last) = results.iter().map(|one| one.figure.period.as_str()).max() else { return Vec::new() };
    let of_last = |one: &&&QuotedFigure<'_>| one.figure.period == last && is_of_sort(one);
    let first = |wanted: usize| results.iter().filter(of_last).find(|one| number(one) == Some(wanted)).copied();
    (0..key_statistics::count()).filter_map(first).take(MOST_ROWS).collect()
}
