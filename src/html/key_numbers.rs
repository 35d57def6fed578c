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

/// The first of `things`, each with its figures.
pub(super) fn statistics(report: &ReportSite<'_>, things: Vec<Vec<FigureIndex>>, here: &Route) -> Vec<StatisticView> {
    let view = |thing: Vec<FigureIndex>| {
        let figures: Vec<FigureView> = thing.into_iter().map(|index| lists::figure(report, index, here)).collect();
        StatisticView { indicator: figures.first().map(|first| first.indicator.clone()).unwrap_or_default(), figures }
    };
    things.into_iter().take(MOST).map(view).collect()
}
