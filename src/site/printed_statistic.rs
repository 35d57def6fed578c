//! The key statistics that a report prints, as pages over several reports see them. Compares those of two reports.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::figure_site::{FigureIndex, FigureSite};
use super::report_site::ReportSite;
use super::route::Route;
use crate::chart::Mark;
use crate::figures::key_statistics::{StatisticMeasure, measure_of, name_of};
use crate::figures::pairs::{magnitude, same_unit};
use crate::figures::{Direction, Kind, Manner, Status};
use crate::words::Words;

/// A figure of a key statistic with its place.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PrintedStatistic {
    /// Which statistic it is of, and which of its measures.
    pub measure: StatisticMeasure,
    /// The year that it is about.
    pub year: u64,
    /// The name that the report gives it.
    pub indicator: String,
    /// The unit as written.
    pub unit: String,
    /// What kind of quantity it is.
    pub kind: Kind,
    /// Whether it was done, or is planned.
    pub status: Status,
    /// Which way a change goes.
    pub direction: Option<Direction>,
    manner: Manner,
    scope: String,
    /// How it is drawn; the words are those of the report.
    pub mark: Mark,
    /// The page and the id of the words.
    pub at: (Route, String),
}

/// What a figure of a statistic says of a year: the column that it stands in where those of several years or places stand in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatisticColumn {
    /// What there was.
    Done,
    /// How it had changed.
    DoneChange,
    /// What there is to be.
    Planned,
    /// How it is to change.
    PlannedChange,
}

impl StatisticColumn {
    /// The columns that hold something of these figures.
    pub fn used<'a>(figures: impl Iterator<Item = &'a PrintedStatistic>) -> Vec<StatisticColumn> {
        let used: BTreeSet<StatisticColumn> = figures.map(PrintedStatistic::column).collect();
        used.into_iter().collect()
    }
}

impl PrintedStatistic {
    /// The column that it stands in.
    pub fn column(&self) -> StatisticColumn {
        match (self.status, self.kind == Kind::Change) {
            (Status::Actual, false) => StatisticColumn::Done,
            (Status::Actual, true) => StatisticColumn::DoneChange,
            (Status::Target, false) => StatisticColumn::Planned,
            (Status::Target, true) => StatisticColumn::PlannedChange,
        }
    }

    /// Whether both measure the same in the same way, each for its own year.
    pub fn is_measured_as(&self, other: &PrintedStatistic) -> bool {
        // A report that says neither says what there is.
        let stock = |manner: Manner| if manner == Manner::Plain { Manner::Stock } else { manner };
        self.measure == other.measure
            && (self.kind == Kind::Change) == (other.kind == Kind::Change)
            && same_unit(&self.unit, &other.unit)
            && stock(self.manner) == stock(other.manner)
            && self.scope == other.scope
    }

    /// The one name for all wordings of what it measures.
    pub fn measure_name(&self) -> &'static str {
        name_of(self.measure)
    }

    /// The number as it is compared with others of its measure: of the amount that it stands for, below zero for a decline.
    pub fn size(&self) -> f64 {
        let sign = if self.direction == Some(Direction::Down) { -1.0 } else { 1.0 };
        sign * self.mark.value * magnitude(&self.unit).0
    }

    /// Year and status in words: `2023年目标`.
    pub fn dated(&self, words: &Words) -> String {
        words.fill("drawing.period", &[("period", &self.year), ("role", &self.mark.role.word(words))])
    }

    /// Its name and words for who does not see where it stands: `地区生产总值：712亿元，2022年完成。看原句`.
    pub fn spoken(&self, words: &Words) -> String {
        let (indicator, label) = (&self.indicator, &self.mark.label);
        words.fill("drawing.spoken", &[("indicator", indicator), ("words", label), ("when", &self.dated(words))])
    }
}

impl ReportSite<'_> {
    /// What the report prints of key statistics for its own year and the one before, in the order of the table, what is planned first. What is
    /// only foreseen is set beside no other report's.
    pub fn printed_statistics(&self) -> Vec<PrintedStatistic> {
        let settled = self.printed_figures().into_iter().filter(|index| !self.figures[index.0].is_foreseen);
        settled.filter_map(|index| self.printed_statistic(index)).collect()
    }

    /// The figures of [`printed_statistics`](ReportSite::printed_statistics).
    pub fn printed_figures(&self) -> Vec<FigureIndex> {
        let of = |status| self.key_statistics(status);
        [of(Status::Target), of(Status::Actual)].into_iter().flatten().flat_map(|own| own.figures).collect()
    }

    fn printed_statistic(&self, index: FigureIndex) -> Option<PrintedStatistic> {
        let own: &FigureSite = &self.figures[index.0];
        let row = &own.row;
        Some(PrintedStatistic {
            measure: measure_of(&row.indicator, self.own_place())?,
            year: row.period.parse().ok()?,
            indicator: row.indicator.clone(),
            unit: row.unit.clone(),
            kind: row.kind,
            status: row.status,
            direction: row.direction,
            manner: row.manner,
            scope: row.scope.clone(),
            mark: own.mark(),
            at: (self.pages[own.page].route.clone(), row.id.clone()),
        })
    }
}
