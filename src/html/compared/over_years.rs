//! The key statistics of one place over its reports: a chart where enough years in a row are measured alike, and a table of all.

use std::collections::BTreeMap;

use serde::Serialize;

use super::compared_view::compared_view;
use super::row::{CellOfRow, ColumnOfRows, cell, column};
use crate::chart::{self, Chart, TypeSize};
use crate::html::open_data::statistics_files;
use crate::html::page_writer::PageWriter;
use crate::html::report_words::ReportWords;
use crate::html::view::{Download, Link, PageView};
use crate::site::{
    PrintedStatistic, ReportSummary, Route, StatisticColumn, StatisticOverYears, StatisticYear, YearPlaces, over_years,
};
use crate::text::Binding;
use crate::words::Words;

/// A place with more reports than one, the oldest first.
pub(super) struct PlaceOverYears<'s> {
    pub route: Route,
    reports: Vec<&'s ReportSummary>,
}

/// The places whose reports have such a page, in the order of their codes.
pub(super) fn places(reports: &[ReportSummary]) -> Vec<PlaceOverYears<'_>> {
    let mut found: BTreeMap<&Route, Vec<&ReportSummary>> = BTreeMap::new();
    for (route, own) in reports.iter().filter_map(|own| Some((own.over_years.as_ref()?, own))) {
        found.entry(route).or_default().push(own);
    }
    let mut places: Vec<PlaceOverYears<'_>> = Vec::new();
    for (route, mut reports) in found {
        reports.sort_by_key(|own| own.year);
        places.push(PlaceOverYears { route: route.clone(), reports });
    }
    places.sort_by_key(|own| (own.reports[0].seat(), own.reports[0].kind.name()));
    places
}

impl PlaceOverYears<'_> {
    /// The place and the years of its reports: `淄川区，2021 年至 2023 年`.
    pub fn span(&self, words: &Words) -> String {
        let year = |own: Option<&&ReportSummary>| own.and_then(|own| own.year).unwrap_or_default();
        let [first, last] = [year(self.reports.first()), year(self.reports.last())];
        words.fill("over_years.span", &[("place", &self.reports[0].place), ("first", &first), ("last", &last)])
    }
}

#[derive(Serialize)]
struct OverYearsView {
    page: PageView,
    title: String,
    /// The reports, the oldest first, each by its year.
    reports: Vec<Link>,
    statistics: Vec<StatisticSection>,
    downloads: Vec<Download>,
}

#[derive(Serialize)]
struct StatisticSection {
    id: String,
    name: String,
    charts: Vec<ChartOfYears>,
    columns: Vec<ColumnOfRows>,
    rows: Vec<YearRow>,
}

#[derive(Serialize)]
struct ChartOfYears {
    title: String,
    svg: String,
    large_svg: String,
    description: String,
}

#[derive(Serialize)]
struct YearRow {
    year: u64,
    /// The page of all places of the year; empty where there is none.
    href: String,
    cells: Vec<CellOfRow>,
}

/// Renders the page of a place.
pub(super) fn page(place: &PlaceOverYears<'_>, years: &[YearPlaces<'_>], out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = &place.route;
    let words = &out.site_info.words;
    let title = words.fill("over_years.title", &[("place", &place.reports[0].place)]);
    let description = words.fill("over_years.description", &[("span", &place.span(words))]);
    let printed: Vec<&[PrintedStatistic]> = place.reports.iter().map(|own| own.statistics.as_slice()).collect();
    let statistics: Vec<StatisticSection> =
        over_years(&printed).iter().map(|own| section(own, years, words, here)).collect();
    let report = |own: &&ReportSummary| {
        let phrase = if own.is_withdrawn() { "over_years.report_withdrawn" } else { "over_years.report" };
        Link::away(words.fill(phrase, &[("year", &own.year.unwrap_or_default())]), here.link(&own.route(), ""))
    };
    let view = OverYearsView {
        page: compared_view(&title, &description, here, out.site_info),
        reports: place.reports.iter().map(report).collect(),
        statistics,
        downloads: statistics_files(words, here),
        title,
    };
    let rows = view.statistics.iter().map(|own| own.rows.iter().flat_map(|row| &row.cells).flat_map(CellOfRow::shown));
    let shown = rows.fold(ReportWords::default(), ReportWords::block);
    out.report_page("over-years.html", &view, here, &shown)
}

fn section(own: &StatisticOverYears<'_>, years: &[YearPlaces<'_>], words: &Words, here: &Route) -> StatisticSection {
    let name = own.name();
    let columns = StatisticColumn::used(own.years.iter().flat_map(|year| &year.figures).copied());
    let row = |year: &StatisticYear<'_>| {
        let cell = |column: &StatisticColumn| {
            let figure = year.figure(*column);
            let breaks = figure.is_some_and(|own| year.breaks.iter().any(|other| std::ptr::eq(*other, own)));
            CellOfRow { breaks, ..cell(figure, name, here) }
        };
        let all = years.iter().find(|own| own.year == year.year);
        let href = all.map(|own| here.link(&own.route, "")).unwrap_or_default();
        YearRow { year: year.year, href, cells: columns.iter().map(cell).collect() }
    };
    StatisticSection {
        id: format!("s{}", own.statistic + 1),
        name: name.to_owned(),
        charts: own.charts(words, here).iter().map(|chart| drawn(chart, words)).collect(),
        rows: own.years.iter().map(row).collect(),
        columns: columns.into_iter().map(|own| column(own, false, words)).collect(),
    }
}

fn drawn(own: &Chart, words: &Words) -> ChartOfYears {
    ChartOfYears {
        title: own.title.clone(),
        svg: chart::draw(own, words, &Binding::default(), TypeSize::Usual),
        large_svg: chart::draw(own, words, &Binding::default(), TypeSize::Large),
        description: chart::description(own, words),
    }
}
