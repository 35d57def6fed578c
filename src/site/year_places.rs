//! The key statistics of one year over all places: what each planned for it and what it says was done. Orders by the published codes
//! of places and rates nothing.

use std::collections::BTreeMap;

use super::printed_statistic::{PrintedStatistic, StatisticColumn};
use super::route::Route;
use super::site_routes::year_route;
use super::summary::{ReportSummary, Seat};
use crate::figures::key_statistics::StatisticMeasure;
use crate::report::ReportKind;

/// What the reports of several places print for one year.
#[derive(Debug)]
pub struct YearPlaces<'s> {
    /// The year.
    pub year: u64,
    /// Its page.
    pub route: Route,
    /// The statistics that two places at least print, in the order of the table.
    pub statistics: Vec<StatisticOfPlaces<'s>>,
}

/// One measure of a statistic by place: what is measured otherwise is not set beside it.
#[derive(Debug)]
pub struct StatisticOfPlaces<'s> {
    /// Which one.
    pub measure: StatisticMeasure,
    /// Those that print it, in the order of their codes.
    pub places: Vec<PlaceOfYear<'s>>,
}

/// What one place prints of a statistic for the year.
#[derive(Clone, Debug, Default)]
pub struct PlaceOfYear<'s> {
    /// The place as its report names it.
    pub name: &'s str,
    /// The page of its key statistics over the years, where it has one.
    pub over_years: Option<&'s Route>,
    /// What was planned, in its report of the year; what was done, in its report of the year after.
    pub figures: Vec<&'s PrintedStatistic>,
    /// Whether a report that says so was withdrawn since.
    pub is_withdrawn: bool,
}

/// Whether anything of several reports is set side by side: over the years of one place, or over the places of one year.
pub fn compares(reports: &[ReportSummary]) -> bool {
    reports.iter().any(|own| own.over_years.is_some()) || !places_by_year(reports).is_empty()
}

/// The years for which two places at least print the same statistic, the latest first. Only work reports of governments are read; a place
/// with two reports of one year is left out of what these say, since nobody can tell which is meant.
pub fn places_by_year(reports: &[ReportSummary]) -> Vec<YearPlaces<'_>> {
    let mut of_year: BTreeMap<(Seat<'_>, u64), Vec<&ReportSummary>> = BTreeMap::new();
    for own in reports.iter().filter(|own| own.kind == ReportKind::Government && own.seat() != Seat::Unknown) {
        if let Some(year) = own.year {
            of_year.entry((own.seat(), year)).or_default().push(own);
        }
    }
    let mut found: BTreeMap<u64, BTreeMap<StatisticMeasure, BTreeMap<Seat<'_>, PlaceOfYear<'_>>>> = BTreeMap::new();
    for ((seat, _), own) in of_year.into_iter().filter(|(_, own)| own.len() == 1) {
        for printed in &own[0].statistics {
            let places = found.entry(printed.year).or_default().entry(printed.measure).or_default();
            let place = places.entry(seat).or_default();
            place.name = &own[0].place;
            place.over_years = own[0].over_years.as_ref();
            place.is_withdrawn |= own[0].is_withdrawn();
            place.figures.push(printed);
        }
    }
    let mut years = Vec::new();
    for (year, statistics) in found.into_iter().rev() {
        let several = statistics.into_iter().filter(|(_, places)| places.len() > 1);
        let statistics: Vec<StatisticOfPlaces<'_>> = several
            .map(|(measure, places)| StatisticOfPlaces { measure, places: places.into_values().collect() })
            .collect();
        if !statistics.is_empty() {
            years.push(YearPlaces { year, route: year_route(year), statistics });
        }
    }
    years
}

impl<'s> PlaceOfYear<'s> {
    /// What stands in a column.
    pub fn figure(&self, column: StatisticColumn) -> Option<&'s PrintedStatistic> {
        self.figures.iter().copied().find(|own| own.column() == column)
    }
}

impl<'s> StatisticOfPlaces<'s> {
    /// The name that most places give it, of two the one that stands first.
    pub fn name(&self) -> &'s str {
        let names: Vec<&'s str> = self.printed().map(|own| own.indicator.as_str()).collect();
        let count = |name: &str| names.iter().filter(|own| **own == name).count();
        names.iter().rev().max_by_key(|name| count(name)).copied().unwrap_or_default()
    }

    /// Whether the numbers of a column can be put in an order: all measure the same.
    pub fn can_be_sorted(&self, column: StatisticColumn) -> bool {
        let own: Vec<&PrintedStatistic> = self.printed().filter(|own| own.column() == column).collect();
        own.windows(2).all(|pair| pair[0].is_measured_as(pair[1]))
    }

    /// All figures of it.
    pub fn printed(&self) -> impl Iterator<Item = &'s PrintedStatistic> + '_ {
        self.places.iter().flat_map(|place| &place.figures).copied()
    }
}
