//! A row of numbers that several reports print of one statistic, each in its report's words and leading to them.

use serde::Serialize;

use crate::site::{PrintedStatistic, Route, StatisticColumn};
use crate::words::Words;

/// What stands in a column; empty where nothing is printed.
#[derive(Default, Serialize)]
pub(super) struct CellOfRow {
    pub words: String,
    pub href: String,
    /// The name that its report gives it, where that is not the one over the table.
    pub indicator: String,
    /// Whether it is measured otherwise than the one before it.
    pub breaks: bool,
    /// What it is sorted by.
    pub order: f64,
}

/// A column with its name.
#[derive(Serialize)]
pub(super) struct ColumnOfRows {
    pub name: String,
    /// Whether its numbers can be put in an order.
    pub sorts: bool,
}

pub(super) fn column(column: StatisticColumn, sorts: bool, words: &Words) -> ColumnOfRows {
    let name = match column {
        StatisticColumn::Done => "compared.done",
        StatisticColumn::DoneChange => "compared.done_change",
        StatisticColumn::Planned => "compared.planned",
        StatisticColumn::PlannedChange => "compared.planned_change",
    };
    ColumnOfRows { name: words.get(name).to_owned(), sorts }
}

/// The cell of a figure in a table under the name `name`; empty without one.
pub(super) fn cell(own: Option<&PrintedStatistic>, name: &str, here: &Route) -> CellOfRow {
    let Some(own) = own else { return CellOfRow::default() };
    CellOfRow {
        words: own.mark.label.clone(),
        href: here.link(&own.at.0, &own.at.1),
        indicator: if own.indicator == name { String::new() } else { own.indicator.clone() },
        breaks: false,
        order: own.size(),
    }
}

impl CellOfRow {
    /// What it shows of its report.
    pub fn shown(&self) -> [&str; 2] {
        [&self.words, &self.indicator]
    }
}
