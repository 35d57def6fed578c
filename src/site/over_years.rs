//! The key statistics of one place over its reports: year by year what was planned and what was done. Says where a number is measured
//! otherwise than the one before it; computes nothing.

use std::collections::BTreeMap;

use super::printed_statistic::{PrintedStatistic, StatisticColumn};
use crate::figures::{Kind, Status};

/// One statistic, year by year.
#[derive(Debug)]
pub struct StatisticOverYears<'s> {
    /// Which one, counted in the order of the table.
    pub statistic: usize,
    /// The years that a report prints something of, in order.
    pub years: Vec<StatisticYear<'s>>,
}

/// What the reports print of a statistic for one year.
#[derive(Debug, Default)]
pub struct StatisticYear<'s> {
    /// The year.
    pub year: u64,
    /// What was planned for it, in the report of the year; what was done in it, in the report of the year after.
    pub figures: Vec<&'s PrintedStatistic>,
    /// Those of what was done that are measured otherwise than the last one of their kind before.
    pub breaks: Vec<&'s PrintedStatistic>,
}

impl<'s> StatisticYear<'s> {
    /// What stands in a column.
    pub fn figure(&self, column: StatisticColumn) -> Option<&'s PrintedStatistic> {
        self.figures.iter().copied().find(|own| own.column() == column)
    }
}

/// The statistics of which the reports of one place print what was done, or what was planned, for two years at least; `reports` in the
/// order of their years, each with what it prints. Empty where there is nothing to set side by side.
pub fn over_years<'s>(reports: &[&'s [PrintedStatistic]]) -> Vec<StatisticOverYears<'s>> {
    let mut found: BTreeMap<usize, BTreeMap<u64, StatisticYear<'s>>> = BTreeMap::new();
    for own in reports.iter().copied().flatten() {
        let years = found.entry(own.measure.statistic).or_default();
        let year =
            years.entry(own.year).or_insert_with(|| StatisticYear { year: own.year, ..StatisticYear::default() });
        year.figures.push(own);
    }
    let mut all = Vec::new();
    for (statistic, years) in found {
        let mut years: Vec<StatisticYear<'s>> = years.into_values().collect();
        let has = |year: &StatisticYear<'s>, status| year.figures.iter().any(|own| own.status == status);
        let count = |status| years.iter().filter(|year| has(year, status)).count();
        if count(Status::Actual) < 2 && count(Status::Target) < 2 {
            continue;
        }
        mark_breaks(&mut years);
        all.push(StatisticOverYears { statistic, years });
    }
    all
}

/// Finds what is measured otherwise than the last number of its kind.
fn mark_breaks(years: &mut [StatisticYear<'_>]) {
    let mut last: [Option<&PrintedStatistic>; 2] = [None, None];
    for year in years {
        for own in year.figures.iter().copied().filter(|own| own.status == Status::Actual) {
            let before = last[usize::from(own.kind == Kind::Change)].replace(own);
            if before.is_some_and(|before| !own.is_measured_as(before)) {
                year.breaks.push(own);
            }
        }
    }
}

impl<'s> StatisticOverYears<'s> {
    /// The name that the newest report gives it.
    pub fn name(&self) -> &'s str {
        let newest = self.years.iter().rev().flat_map(|year| &year.figures).next();
        newest.map(|own| own.indicator.as_str()).unwrap_or_default()
    }

    /// Of what was done the longest run of years without a break, the latest of two, with what was planned in the same measure for its
    /// years. `is_change`: the changes, or what there is.
    pub fn longest_run(&self, is_change: bool) -> Vec<(u64, Vec<&'s PrintedStatistic>)> {
        let [column, planned] = match is_change {
            true => [StatisticColumn::DoneChange, StatisticColumn::PlannedChange],
            false => [StatisticColumn::Done, StatisticColumn::Planned],
        };
        let mut runs: Vec<Vec<(&StatisticYear<'s>, &'s PrintedStatistic)>> = Vec::new();
        for year in &self.years {
            let Some(own) = year.figure(column) else { continue };
            match runs.last_mut() {
                Some(run) if run.last().is_some_and(|(_, before)| own.is_measured_as(before)) => run.push((year, own)),
                _ => runs.push(vec![(year, own)]),
            }
        }
        let longest = runs.into_iter().max_by_key(Vec::len).unwrap_or_default();
        let with_planned = |(year, own): (&StatisticYear<'s>, &'s PrintedStatistic)| {
            let planned = year.figure(planned).filter(|planned| planned.is_measured_as(own));
            (year.year, std::iter::once(own).chain(planned).collect())
        };
        longest.into_iter().map(with_planned).collect()
    }
}
