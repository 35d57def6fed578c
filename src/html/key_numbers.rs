//! The numbers that the overview opens with, as its template sees them.

use std::collections::BTreeSet;

use serde::Serialize;

use super::heading::parted;
use super::lists;
use super::view::FigureView;
use crate::chart::Role;
use crate::site::{FigureIndex, ReportSite, Route};

/// A statistic: the name that the report gives it, and its numbers in the report's words.
#[derive(Serialize)]
pub(super) struct StatisticView {
    pub indicator: String,
    /// The same with the places marked where a line may end.
    pub name: String,
    pub figures: Vec<StatisticFigure>,
}

/// A number of a statistic, a link to where it stands.
#[derive(Serialize)]
pub(super) struct StatisticFigure {
    pub href: String,
    pub words: String,
    /// The words with the places marked where a line may end.
    pub html: String,
}

/// As many as are taken in at a glance.
const MOST: usize = 12;

/// The key statistics of one year.
#[derive(Serialize)]
pub(super) struct StatisticsView {
    /// `planned` or `done`: the id of its heading.
    pub id: &'static str,
    /// The heading: the year and whether it was done, is foreseen or is planned.
    pub title: String,
    pub statistics: Vec<StatisticView>,
    /// The chart of what is planned; empty for what was done.
    pub chart: String,
}

/// What is planned for the report's year and what was done in the year before, as far as the report prints it.
pub(super) fn lists(report: &ReportSite<'_>, here: &Route) -> Vec<StatisticsView> {
    let Some(year) = report.manuscript.title_page.year else { return Vec::new() };
    let chart = report.key_chart().map(|chart| here.link(&chart.route, "")).unwrap_or_default();
    let list = |id, year: u64, things: Vec<Vec<FigureIndex>>, chart| StatisticsView {
        id,
        title: report.words.fill(title(report, &things), &[("year", &year)]),
        statistics: statistics(report, things, here),
        chart,
    };
    let planned = list("planned", year, report.planned(), chart);
    let done = list("done", year.saturating_sub(1), report.done(), String::new());
    [planned, done].into_iter().filter(|list| !list.statistics.is_empty()).collect()
}

/// The name of the words that head a list: what is only foreseen is not called done.
fn title(report: &ReportSite<'_>, things: &[Vec<FigureIndex>]) -> &'static str {
    let roles: BTreeSet<Role> =
        things.iter().take(MOST).flatten().map(|index| report.figures[index.0].role()).collect();
    match roles.contains(&Role::Planned) {
        true => "overview.planned",
        false if !roles.contains(&Role::Foreseen) => "overview.done",
        false if roles.len() == 1 => "overview.foreseen",
        false => "overview.done_or_foreseen",
    }
}

/// The first of `things`, each with its figures.
fn statistics(report: &ReportSite<'_>, things: Vec<Vec<FigureIndex>>, here: &Route) -> Vec<StatisticView> {
    let view = |thing: Vec<FigureIndex>| {
        let figures: Vec<FigureView> = thing.into_iter().map(|index| lists::figure(report, index, here)).collect();
        let indicator = figures.first().map(|first| first.indicator.clone()).unwrap_or_default();
        let name = parted(&indicator, &report.binding);
        let own = |one: FigureView| {
            let html = parted(&one.words, &report.binding);
            StatisticFigure { href: one.href, html, words: one.words }
        };
        StatisticView { indicator, name, figures: figures.into_iter().map(own).collect() }
    };
    things.into_iter().take(MOST).map(view).collect()
}
