//! The numbers that the overview opens with, as its template sees them.

use serde::Serialize;

use super::lists;
use super::view::FigureView;
use crate::site::{FigureIndex, ReportSite, Route};

/// A statistic: the name that the report gives it, and its numbers in the report's words.
#[derive(Serialize)]
pub(super) struct StatisticView {
    pub indicator: String,
    pub figures: Vec<FigureView>,
}

/// As many as are taken in at a glance.
const MOST: usize = 12;

/// The key statistics of one year.
#[derive(Serialize)]
pub(super) struct StatisticsView {
    /// `planned` or `done`: the id of its heading, and the name of the heading's words.
    pub id: &'static str,
    pub year: String,
    pub statistics: Vec<StatisticView>,
    /// The chart of what is planned; empty for what was done.
    pub chart: String,
}

/// What is planned for the report's year and what was done in the year before, as far as the report prints it.
pub(super) fn lists(report: &ReportSite<'_>, here: &Route) -> Vec<StatisticsView> {
    let Some(year) = report.manuscript.title_page.year else { return Vec::new() };
    let chart = report.key_chart().map(|chart| here.link(&chart.route, "")).unwrap_or_default();
    let list = |id, year: u64, things, chart| StatisticsView {
        id,
        year: year.to_string(),
        statistics: statistics(report, things, here),
        chart,
    };
    let planned = list("planned", year, report.planned(), chart);
    let done = list("done", year.saturating_sub(1), report.done(), String::new());
    [planned, done].into_iter().filter(|list| !list.statistics.is_empty()).collect()
}

/// The first of `things`, each with its figures.
fn statistics(report: &ReportSite<'_>, things: Vec<Vec<FigureIndex>>, here: &Route) -> Vec<StatisticView> {
    let view = |thing: Vec<FigureIndex>| {
        let figures: Vec<FigureView> = thing.into_iter().map(|index| lists::figure(report, index, here)).collect();
        StatisticView { indicator: figures.first().map(|first| first.indicator.clone()).unwrap_or_default(), figures }
    };
    things.into_iter().take(MOST).map(view).collect()
}
