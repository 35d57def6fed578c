//! Files for machines and spreadsheets: the source as published, the figures as CSV and JSON, each chart's data and picture.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::artifact::Artifact;
use crate::chart;
use crate::content::write_figures;
use crate::site::{FigureSite, ReportSite};
use crate::text::sha256_hex;

/// The files of a report. `base` is the address of the site, when known; it makes the links in the JSON absolute.
pub fn files(report: &ReportSite<'_>, base: Option<&str>) -> Vec<Artifact> {
    let mut files = Vec::new();
    if report.manuscript.source.is_some() {
        let bytes = report.manuscript.source_bytes.as_slice().into();
        files.push(Artifact { path: report.source_route().path(), bytes });
    }
    if !report.figures.is_empty() {
        let rows = report.figures.iter().map(|figure| cells(figure));
        files.push(Artifact { path: report.figures_csv_route().path(), bytes: write_figures(rows).into() });
        let text = serde_json::to_string_pretty(&figures_json(report, base)).unwrap_or_default() + "\n";
        files.push(Artifact::text(report.figures_json_route().path(), text));
    }
    for own in &report.charts {
        files.push(Artifact::text(own.csv_route().path(), chart::csv(&own.chart)));
        files.push(Artifact::text(own.svg_route().path(), chart::draw_standalone(&own.chart)));
    }
    files
}

fn cells(figure: &FigureSite) -> [Cow<'_, str>; 13] {
    let row = &figure.row;
    [
        Cow::Borrowed(&*row.id),
        Cow::Owned(row.page.to_string()),
        Cow::Borrowed(&*row.quote),
        Cow::Borrowed(&*row.words),
        Cow::Owned(row.value.to_string()),
        Cow::Owned(row.high.map_or(String::new(), |high| high.to_string())),
        Cow::Borrowed(&*row.unit),
        Cow::Borrowed(row.qualifier.name()),
        Cow::Borrowed(row.kind.name()),
        Cow::Borrowed(row.direction.map_or("", |direction| direction.name())),
        Cow::Borrowed(&*row.indicator),
        Cow::Borrowed(&*row.period),
        Cow::Borrowed(row.status.name()),
    ]
}

fn figures_json(report: &ReportSite<'_>, base: Option<&str>) -> Value {
    let page = &report.manuscript.title_page;
    let figures: Vec<Value> = report.figures.iter().map(|figure| figure_json(report, figure, base)).collect();
    json!({
        "report": {
            "id": report.manuscript.id,
            "title": page.full_title(),
            "place": page.place,
            "year": page.year,
            "date": page.date,
            "source": page.source_url,
            "sha256": report.manuscript.source.as_ref().map(|_| sha256_hex(&report.manuscript.source_bytes)),
        },
        "figures": figures,
    })
}

fn figure_json(report: &ReportSite<'_>, figure: &FigureSite, base: Option<&str>) -> Value {
    let row = &figure.row;
    let route = &report.pages[figure.page].route;
    // Relative to the file itself where the site's address is not known.
    let link = match base {
        Some(base) => format!("{}#{}", route.url(base), row.id),
        None => report.figures_json_route().link(route, &row.id),
    };
    json!({
        "id": row.id, "link": link, "sentence": figure.sentence, "quote": row.quote, "words": row.words,
        "value": row.value, "high": row.high, "unit": row.unit, "qualifier": row.qualifier.name(),
        "kind": row.kind.name(), "direction": row.direction.map(|direction| direction.name()),
        "indicator": row.indicator, "period": row.period, "status": row.status.name(),
    })
}
