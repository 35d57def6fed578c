//! The figures of a report as a table and for programs.

use serde_json::{Value, json};

use super::addresses::Addresses;
use crate::content::FIGURE_COLUMNS;
use crate::site::{FigureSite, ReportSite};

/// The columns of `figures.csv`, the report's id before and the address behind.
const CELLS: usize = FIGURE_COLUMNS.len() + 2;

/// The rows of the table `figures`: those of `figures.csv`, between the report's id and the address of the words.
pub(super) fn rows(report: &ReportSite<'_>, addresses: Addresses<'_>) -> Vec<[String; CELLS]> {
    let row = |figure: &FigureSite| {
        let link = addresses.to(&report.pages[figure.page].route, &figure.row.id);
        let own = std::iter::once(report.manuscript.id.clone());
        let mut cells = own.chain(figure.row.texts()).chain([link]);
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    };
    report.figures.iter().map(row).collect()
}

/// The figures with the report they are from.
pub(super) fn json(report: &ReportSite<'_>, addresses: Addresses<'_>) -> Value {
    let figures: Vec<Value> = report.figures.iter().map(|own| figure(report, own, addresses)).collect();
    json!({ "report": head(report, addresses), "figures": figures })
}

/// What a file for programs says of its report.
pub(super) fn head(report: &ReportSite<'_>, addresses: Addresses<'_>) -> Value {
    let page = &report.manuscript.title_page;
    json!({
        "id": report.manuscript.id,
        "title": page.full_title(),
        "place": page.place,
        "year": page.year,
        "date": page.date,
        "source": page.source_url,
        "sha256": report.source_digest,
        "link": addresses.to(&report.route, ""),
    })
}

/// One figure with its sentence.
pub(super) fn figure(report: &ReportSite<'_>, figure: &FigureSite, addresses: Addresses<'_>) -> Value {
    let row = &figure.row;
    json!({
        "id": row.id, "link": addresses.to(&report.pages[figure.page].route, &row.id),
        "place": row.page.to_string(), "sentence": figure.sentence, "quote": row.quote, "words": row.words,
        "value": row.value, "high": row.high, "unit": row.unit, "qualifier": row.qualifier.name(),
        "kind": row.kind.name(), "direction": row.direction.map(|direction| direction.name()),
        "indicator": row.indicator, "period": row.period, "status": row.status.name(),
        "manner": row.manner.name(), "scope": row.scope,
        "doubt": row.doubts.iter().map(|doubt| doubt.name()).collect::<Vec<_>>(),
    })
}
