//! The key statistics as charts: how they grew in the year before the report, what they came to, and what is planned of them.

use super::super::quote::QuotedFigure;
use super::draft::{ChartDraft, MOST_NUMBERS, MOST_ROWS, several, table_of};
use crate::chart;
use crate::figures::key_statistics::{self, OwnPlace};
use crate::figures::{self, Manner, Qualifier, Status};

/// How the key statistics grew, three at least, in the order in which statistics offices publish them.
pub(super) fn changes<'a>(found: &'a [QuotedFigure<'a>], own: OwnPlace<'_>) -> Vec<ChartDraft<'a>> {
    let rows = of_status(found, own, Status::Actual, is_growth);
    if rows.len() < 3 {
        Vec::new()
    } else {
        several("key-changes", chart::Kind::Change, "主要指标增减", rows, MOST_ROWS)
    }
}

/// What the key statistics came to, two at least: a table of numbers, in which those of one unit have bars on one scale.
pub(super) fn levels<'a>(found: &'a [QuotedFigure<'a>], own: OwnPlace<'_>) -> Vec<ChartDraft<'a>> {
    let rows = of_status(found, own, Status::Actual, is_level);
    table_of("key-levels", "主要指标", rows, MOST_NUMBERS)
}

/// The growth rates that are planned: the `headline`, and those of key statistics that another sentence sets.
pub(super) fn growth_targets<'a>(
    found: &'a [QuotedFigure<'a>],
    own: OwnPlace<'_>,
    headline: &[&'a QuotedFigure<'a>],
) -> Vec<ChartDraft<'a>> {
    let others = of_status(found, own, Status::Target, is_growth);
    let (rows, what) = with_others(headline, others, own);
    if rows.len() < 2 { Vec::new() } else { several("targets", chart::Kind::Targets, what, rows, MOST_ROWS) }
}

/// The amounts and shares that are planned: the `headline`, and those of key statistics of which none is on `drawn`.
pub(super) fn amount_targets<'a>(
    found: &'a [QuotedFigure<'a>],
    own: OwnPlace<'_>,
    headline: &[&'a QuotedFigure<'a>],
    drawn: &[ChartDraft<'a>],
) -> Vec<ChartDraft<'a>> {
    let all = of_status(found, own, Status::Target, |one| one.figure.kind != figures::Kind::Rank && !is_growth(one));
    let untold: Vec<_> = all.iter().copied().filter(|one| !is_told(drawn, one, own)).collect();
    if headline.is_empty() && untold.is_empty() {
        return Vec::new();
    }
    // One number alone is no chart: it stands among those that other charts show as well.
    let others = if headline.len() + untold.len() == 1 { all } else { untold };
    let (rows, what) = with_others(headline, others, own);
    table_of("targets-amounts", &format!("其他{what}"), rows, MOST_NUMBERS)
}

/// The rows of the headline and those of other statistics for the same time behind them, with what they are called together: only those
/// of the headline are said to be 预期.
fn with_others<'a>(
    headline: &[&'a QuotedFigure<'a>],
    others: Vec<&'a QuotedFigure<'a>>,
    own: OwnPlace<'_>,
) -> (Vec<&'a QuotedFigure<'a>>, &'static str) {
    let number = |one: &QuotedFigure<'_>| key_statistics::number_of(&one.figure.indicator, own);
    let mut rows = headline.to_vec();
    for one in others {
        let is_new = rows.iter().all(|row| number(row) != number(one) && row.figure.indicator != one.figure.indicator);
        if is_new && rows.first().is_none_or(|first| first.figure.period == one.figure.period) {
            rows.push(one);
        }
    }
    let what = if rows.len() == headline.len() { "主要预期目标" } else { "主要目标" };
    (rows, what)
}

/// Whether it is a growth or a decline in percent, so that it may share a scale with others.
pub(super) fn is_growth(one: &QuotedFigure<'_>) -> bool {
    one.figure.kind == figures::Kind::Change && one.figure.unit == "%" && one.figure.direction.is_some()
}

/// Whether it says how much there is, with a unit.
pub(super) fn is_level(one: &QuotedFigure<'_>) -> bool {
    matches!(one.figure.kind, figures::Kind::Level | figures::Kind::Share) && !one.figure.unit.is_empty()
}

/// Whether a chart shows the same statistic: a level where this is one, a change where this is one, done or planned as this is.
fn is_told(drawn: &[ChartDraft<'_>], one: &QuotedFigure<'_>, own: OwnPlace<'_>) -> bool {
    let number = |one: &QuotedFigure<'_>| key_statistics::number_of(&one.figure.indicator, own);
    let (wanted, level) = (number(one), is_level(one));
    let same = |row: &QuotedFigure<'_>| {
        let alike = is_level(row) == level && row.figure.kind != figures::Kind::Rank;
        row.id == one.id || alike && row.figure.status == one.figure.status && number(row) == wanted
    };
    drawn.iter().flat_map(|chart| &chart.rows).flatten().any(|row| same(row))
}

/// Whether most rows of another chart stand on these already.
pub(super) fn say_most_of(key: &[ChartDraft<'_>], other: &ChartDraft<'_>) -> bool {
    let known =
        |one: &&QuotedFigure<'_>| key.iter().flat_map(|chart| &chart.rows).flatten().any(|own| own.id == one.id);
    let all = other.rows.iter().flatten().count();
    2 * other.rows.iter().flatten().copied().filter(|one| known(one)).count() >= all
}

/// Of each key statistic the first figure of this sort and status in the last single year that has any, an exact one before a mark passed.
/// What is not settled yet and does not say so by its word, what does not say by itself what it is, what may be of a part of the place, and the distance from others are
/// none.
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
            && number(one).is_some()
            && key_statistics::is_of_kind(&figure.indicator, figure.kind)
            && key_statistics::says_itself(figure.kind, &one.said())
            && (one.is_foreseen() || !key_statistics::is_open(one.quote.of(one.paragraph)))
            && !key_statistics::may_be_of_part(one.before())
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
    (0..key_statistics::count()).filter_map(first).collect()
}
