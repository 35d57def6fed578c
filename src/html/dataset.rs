//! The tables as schema.org describes data sets, for search engines that look for data.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::linked_data::named;
use super::page_view::report_json_ld;
use crate::content::Settings;
use crate::site::{ChartSite, ReportSite, ReportSummary, Route, SiteInfo, site_data_file};
use crate::words::Language;

/// More measures than this are a list that nobody reads; the first of them are those that charts draw.
const MOST_MEASURES: usize = 40;
/// More places than this are named by the list of reports alone.
const MOST_PLACES: usize = 100;

/// A file of a data set: its name, its route, its media type.
type File<'a> = (&'a str, Route, &'a str);

/// The figures of a report, as the page `here` gives them.
pub(super) fn report_dataset(report: &ReportSite<'_>, here: &Route, site_info: &SiteInfo) -> Value {
    let title = report.manuscript.title_page.full_title();
    let words = report.words;
    let files = [
        (words.get("files.figures_csv"), report.data_file("figures.csv"), "text/csv"),
        (words.get("files.figures_json"), report.data_file("figures.json"), "application/json"),
        (words.get("files.package"), report.data_file("datapackage.json"), "application/json"),
    ];
    let description = words.fill("dataset.report_description", &[("report", &title), ("n", &report.figures.len())]);
    let name = words.fill("dataset.report", &[("report", &title)]);
    let mut value = dataset(&name, &description, here, &files, site_info);
    set_source(&mut value, report, site_info);
    value["variableMeasured"] = json!(measures(report));
    if let Some(years) = report.years() {
        value["temporalCoverage"] = json!(interval(years));
    }
    value
}

/// The numbers of a chart, as its page gives them.
pub(super) fn chart_dataset(
    report: &ReportSite<'_>,
    own: &ChartSite,
    description: &str,
    site_info: &SiteInfo,
) -> Value {
    let words = report.words;
    let files = [
        (words.get("files.chart_csv"), own.csv_route(), "text/csv"),
        (words.get("files.chart_json"), own.json_route(), "application/json"),
    ];
    let mut value = dataset(&own.chart.title, description, &own.route, &files, site_info);
    set_source(&mut value, report, site_info);
    let name = words.fill("dataset.report", &[("report", &report.manuscript.title_page.full_title())]);
    value["isPartOf"] = named("Dataset", &name, &report.figures_route(), site_info);
    let mut measures: Vec<&str> = Vec::new();
    for figure in own.rows.iter().flatten() {
        let name = report.figures[figure.0].row.indicator.as_str();
        if !measures.contains(&name) {
            measures.push(name);
        }
    }
    value["variableMeasured"] = json!(measures);
    value
}

/// The report that numbers are of: what they are based on, its place, and when it was last corrected.
fn set_source(value: &mut Value, report: &ReportSite<'_>, site_info: &SiteInfo) {
    let page = &report.manuscript.title_page;
    let mut source = report_json_ld(report, site_info);
    if let Some(fields) = source.as_object_mut() {
        fields.remove("@context");
    }
    value["isBasedOn"] = source;
    value["citation"] = json!(report.citation(""));
    if !page.place.is_empty() {
        value["spatialCoverage"] = json!({"@type": "Place", "name": page.place});
    }
    if let Some(day) = page.last_notice() {
        value["dateModified"] = json!(day);
    }
}

/// The tables over all reports.
pub(super) fn site_dataset(reports: &[ReportSummary], here: &Route, site_info: &SiteInfo) -> Value {
    let settings = &site_info.settings;
    let words = &site_info.words;
    let mut files = vec![(words.get("files.reports_csv"), site_data_file("reports.csv"), "text/csv")];
    if reports.iter().any(|report| report.figures > 0) {
        files.push((words.get("files.figures_csv"), site_data_file("figures.csv"), "text/csv"));
    }
    files.push((words.get("files.package"), site_data_file("datapackage.json"), "application/json"));
    let figures: usize = reports.iter().map(|report| report.figures).sum();
    let description = words.fill("dataset.site_description", &[("n", &reports.len()), ("figures", &figures)]);
    let name = words.fill("dataset.site", &[("site", &settings.title)]);
    let mut value = dataset(&name, &description, here, &files, site_info);
    let named = reports.iter().take(MOST_PLACES);
    value["isBasedOn"] = named.map(|report| named_report(report, here, settings)).collect();
    let places: BTreeSet<&str> =
        reports.iter().map(|report| report.place.as_str()).filter(|name| !name.is_empty()).collect();
    if !places.is_empty() {
        let places = places.into_iter().take(MOST_PLACES);
        value["spatialCoverage"] = places.map(|name| json!({"@type": "Place", "name": name})).collect();
    }
    let years = reports.iter().filter_map(|report| report.years);
    if let Some(years) = years.reduce(|all, own| (all.0.min(own.0), all.1.max(own.1))) {
        value["temporalCoverage"] = json!(interval(years));
    }
    value
}

fn dataset(name: &str, description: &str, here: &Route, files: &[File<'_>], site_info: &SiteInfo) -> Value {
    let settings = &site_info.settings;
    let distribution = files.iter().map(|(name, route, kind)| {
        json!({
            "@type": "DataDownload", "name": name, "encodingFormat": kind,
            "contentUrl": address(route, here, settings),
        })
    });
    let creator = if settings.publisher.name.is_empty() { &settings.title } else { &settings.publisher.name };
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": name,
        "description": description,
        "inLanguage": Language::REPORT,
        "isAccessibleForFree": true,
        "creator": {"@type": "Organization", "name": creator},
        "distribution": distribution.collect::<Vec<Value>>(),
    });
    if let Some(licence) = &settings.data_license {
        value["license"] = json!(licence);
    }
    if let Some(base) = &settings.base_url {
        value["@id"] = json!(here.url(base));
        value["url"] = json!(here.url(base));
    }
    value
}

fn named_report(report: &ReportSummary, here: &Route, settings: &Settings) -> Value {
    json!({"@type": "Report", "name": report.title, "url": address(&report.route(), here, settings)})
}

/// In full where the site's address is known, else relative to the page.
fn address(route: &Route, here: &Route, settings: &Settings) -> String {
    settings.base_url.as_ref().map_or_else(|| here.link(route, ""), |base| route.url(base))
}

/// ISO 8601: one year, or the first and the last.
fn interval((first, last): (u16, u16)) -> String {
    if first == last { format!("{first:04}") } else { format!("{first:04}/{last:04}") }
}

/// What the figures measure, each once: what charts draw first, then the rest in the order of the text.
fn measures<'r>(report: &'r ReportSite<'_>) -> Vec<&'r str> {
    let mut measures: Vec<&str> = Vec::new();
    let drawn = report.figures.iter().filter(|figure| !figure.charts.is_empty());
    for figure in drawn.chain(&report.figures) {
        let name = figure.row.indicator.as_str();
        if measures.len() < MOST_MEASURES && !measures.contains(&name) {
            measures.push(name);
        }
    }
    measures
}
