//! The key statistics of one year by place, in the order of the published codes. A reader may sort a column; the page ranks nobody.

use serde::Serialize;

use super::compared_view::compared_view;
use super::row::{CellOfRow, ColumnOfRows, cell, column};
use crate::html::open_data::statistics_files;
use crate::html::page_writer::PageWriter;
use crate::html::report_words::ReportWords;
use crate::html::view::{Download, PageView};
use crate::site::{PlaceOfYear, Route, StatisticColumn, StatisticOfPlaces, YearPlaces};
use crate::words::Words;

#[derive(Serialize)]
struct YearPlacesView {
    page: PageView,
    title: String,
    year: u64,
    statistics: Vec<PlacesSection>,
    downloads: Vec<Download>,
}

#[derive(Serialize)]
struct PlacesSection {
    id: String,
    name: String,
    columns: Vec<ColumnOfRows>,
    rows: Vec<PlaceRow>,
}

#[derive(Serialize)]
struct PlaceRow {
    place: String,
    /// The page of the place over the years; empty where it has none.
    href: String,
    is_withdrawn: bool,
    cells: Vec<CellOfRow>,
}

/// Renders the page of a year.
pub(super) fn page(own: &YearPlaces<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = &own.route;
    let words = &out.site_info.words;
    let title = words.fill("year_places.title", &[("year", &own.year)]);
    let description = words.fill("year_places.description", &[("year", &own.year)]);
    let view = YearPlacesView {
        page: compared_view(&title, &description, here, out.site_info),
        title,
        year: own.year,
        statistics: own.statistics.iter().map(|own| section(own, words, here)).collect(),
        downloads: statistics_files(words, here),
    };
    let of_row = |row: &PlaceRow| {
        let cells = row.cells.iter().flat_map(CellOfRow::shown).map(str::to_owned);
        std::iter::once(row.place.clone()).chain(cells).collect::<Vec<_>>()
    };
    let rows = view.statistics.iter().map(|own| own.rows.iter().flat_map(of_row));
    let shown = rows.fold(ReportWords::default(), ReportWords::block);
    out.report_page("year-places.html", &view, here, &shown)
}

fn section(own: &StatisticOfPlaces<'_>, words: &Words, here: &Route) -> PlacesSection {
    let name = own.name();
    let columns = StatisticColumn::used(own.printed());
    let row = |place: &PlaceOfYear<'_>| PlaceRow {
        place: place.name.to_owned(),
        href: place.over_years.map(|route| here.link(route, "")).unwrap_or_default(),
        is_withdrawn: place.is_withdrawn,
        cells: columns.iter().map(|column| cell(place.figure(*column), name, here)).collect(),
    };
    PlacesSection {
        id: format!("s{}-{}", own.measure.statistic + 1, own.measure.scope + 1),
        name: name.to_owned(),
        rows: own.places.iter().map(row).collect(),
        columns: columns.iter().map(|one| column(*one, own.can_be_sorted(*one), words)).collect(),
    }
}
