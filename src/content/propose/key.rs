//! The key statistics as charts: how they grew in the year before the report, the amounts that share a unit, the levels that share none,
//! and what is planned of them outside of the sentence of targets.

use super::super::quote::QuotedFigure;
use super::draft::{ChartDraft, MOST_ROWS, single};
use crate::chart;
use crate::figures::key_statistics::{self, OwnPlace};
use crate::figures::{self, Manner, Qualifier, Status};

/// How the key statistics grew, three at least, in the order in which statistics offices publish them.
pub(super) fn changes<'a>(found: &'a [QuotedFigure<'a>], own: OwnPlace<'_>) -> Option<ChartDraft<'a>> {
    let rows = of_status(found, own, Status::Actual, |one| {
        one.figure.kind == figures::Kind::Change && one.figure.unit == "%" && one.figure.direction.is_some()
    });
    (rows.len() >= 3).then(|| single("key-changes", chart::Kind::Change, "主要指标增减", rows))
}

/// The amounts of key statistics that are printed in one unit, so that one scale holds them: a chart a unit.
pub(super) fn amounts<'a>(found: &'a [QuotedFigure<'a>], own: OwnPlace<'_>) -> Vec<ChartDraft<'a>> {
    let is_amount = |one: &QuotedFigure<'_>| one.figure.kind == figures::Kind::Level && !one.figure.unit.is_empty();
    let all = of_status(found, own, Status::Actual, is_amount);
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

/// The levels of key statistics of which none is on `drawn`, two at least, each with its own unit: no length is set against another.
pub(super) fn levels<'a>(
    found: &'a [QuotedFigure<'a>],
    own: OwnPlace<'_>,
    drawn: &[ChartDraft<'a>],
) -> Option<ChartDraft<'a>> {
    let is_level = |one: &QuotedFigure<'_>| {
        matches!(one.figure.kind, figures::Kind::Level | figures::Kind::Share)
            && !one.figure.unit.is_empty()
            && !is_told(drawn, one, own)
    };
    let rows = of_status(found, own, Status::Actual, is_level);
    (rows.len() >= 2).then(|| single("key-levels", chart::Kind::Multiples, "其他主要指标", rows))
}

/// The targets of key statistics of which none is on `drawn`, because no sentence of targets sets them; two at least.
pub(super) fn planned<'a>(
    found: &'a [QuotedFigure<'a>],
    own: OwnPlace<'_>,
    drawn: &[ChartDraft<'a>],
) -> Option<ChartDraft<'a>> {
    let rows = of_status(found, own, Status::Target, |one| {
        one.figure.kind != figures::Kind::Rank && !is_told(drawn, one, own)
    });
    (rows.len() >= 2).then(|| single("key-targets", chart::Kind::Multiples, "主要指标的其他目标", rows))
}

/// Whether a chart shows the same statistic: a level where this is one, a change where this is one, done or planned as this is.
fn is_told(drawn: &[ChartDraft<'_>], one: &QuotedFigure<'_>, own: OwnPlace<'_>) -> bool {
    let number = |one: &QuotedFigure<'_>| key_statistics::number_of(&one.figure.indicator, own);
    let is_level = |one: &QuotedFigure<'_>| matches!(one.figure.kind, figures::Kind::Level | figures::Kind::Share);
    let (wanted, level) = (number(one), is_level(one));
    let same = |row: &QuotedFigure<'_>| {
        let alike = is_level(row) == level && row.figure.kind != figures::Kind::Rank;
        row.id == one.id || alike && row.figure.status == one.figure.status && number(row) == wanted
    };
    drawn.iter().flat_map(|chart| &chart.rows).flatten().any(|row| same(row))
}

/// Whether most rows of another chart stand on this one already.
pub(super) fn says_most_of(key: &ChartDraft<'_>, other: &ChartDraft<'_>) -> bool {
    let known = |one: &&QuotedFigure<'_>| key.rows.iter().flatten().any(|own| own.id == one.id);
    let all = other.rows.iter().flatten().count();
    2 * other.rows.iter().flatten().copied().filter(|one| known(one)).count() >= all
}

/// Of each key statistic the first figure of this sort and status in the last single year that has any, an exact one before a mark passed. What is not settled yet, what does
/// not say by itself what it is, and the distance from others are none.
fn of_status<'a>(
    found: &'a [QuotedFigure<'a>],
    own: OwnPlace<'_>,
    status: Status,
    is_of_sort: impl Fn(&QuotedFigure<'_>) -> bool,
) -> Vec<&'a QuotedFigure<'a>> {
    let number = |one: &QuotedFigure<'_>| key_statistics::number_of(&one.figure.indicator, own);
    let is_stated = |one: &&QuotedFigure<'_>| {
        let figure = &one.figure;
        figure.status == status
            && figure.period.parse::<u16>().is_ok()
            && !matches!(figure.manner, Manner::Start | Manner::Against)
            && key_statistics::says_itself(figure.kind, one.words())
            && !key_statistics::is_open(one.quote.of(one.paragraph))
            && number(one).is_some()
    };
    let stated: Vec<_> = found.iter().filter(is_stated).collect();
    let year = |one: &&QuotedFigure<'_>| one.figure.period.as_str().to_owned();
    let last = match status {
        Status::Actual => stated.iter().map(year).max(),
        // What is planned for a year further off is no target of this one.
        Status::Target => stated.iter().map(year).min(),
    };
    let Some(last) = last else { return Vec::new() };
    let of_last = |one: &&&QuotedFigure<'_>| one.figure.period == last && is_of_sort(one);
    let of = |wanted: usize| stated.iter().filter(of_last).filter(move |one| number(one) == Some(wanted)).copied();
    // `突破3万亿元` says less than the amount itself, where the report prints both.
    let passed =
        |one: &QuotedFigure<'_>| matches!(one.figure.qualifier, Qualifier::Gt | Qualifier::Ge | Qualifier::Near);
    let first = |wanted: usize| {
        let first = of(wanted).next()?;
        let exact =
            || of(wanted).find(|one| one.figure.qualifier == Qualifier::Eq && one.figure.kind == first.figure.kind);
        Some(if passed(first) { exact().unwrap_or(first) } else { first })
    };
    (0..key_statistics::count()).filter_map(first).take(MOST_ROWS).collect()
}
