//! Files for machines and spreadsheets: the source as published, figures, terms and outline as tables, each chart's data and
//! picture, and what describes them all. Knows no pages.

mod addresses;
mod catalog;
mod charts;
mod citations;
mod commitments;
mod describe;
mod figures;
mod outline;
mod statistics;
mod terms;
#[cfg(test)]
mod tests;
mod topics;
mod years;

use crate::artifact::{Artifact, Sink};
use crate::chart;
use crate::content::{Settings, write_csv};
use crate::site::{
    COMMITMENTS, FIGURES, LastYear, OUTLINE, ReportSite, ReportSummary, Route, SiteInfo, TERMS, TableSchema, YEARS,
    compares,
};
use addresses::Addresses;
use describe::{DatasetInfo, Resource};
use serde_json::Value;

/// The name under which CSV on the Web looks for what is known of the tables of a folder.
const METADATA: &str = "csv-metadata.json";

/// The files of a report.
pub fn files(report: &ReportSite<'_>, told: Option<&LastYear<'_>>, settings: &Settings) -> Vec<Artifact> {
    let addresses = Addresses::of(settings);
    let mut files = Vec::new();
    if report.manuscript.source.is_some() {
        let bytes = report.manuscript.source_bytes.as_slice().into();
        files.push(Artifact { path: report.source_route().path(), bytes });
    }
    files.extend(tables(report, told, settings, addresses));
    files.push(Artifact::text(report.data_file("cite.bib").path(), citations::bibtex(report, addresses)));
    files.push(Artifact::text(report.data_file("cite.ris").path(), citations::ris(report, addresses)));
    files.push(json_file(&report.data_file("cite.json"), &citations::csl(report, addresses)));
    if !report.by_topic.topics.is_empty() {
        files.push(json_file(&report.data_file("topics.json"), &topics::json(report, addresses)));
    }
    for own in &report.charts {
        files.push(Artifact::text(own.csv_route().path(), chart::csv(&own.chart, report.words)));
        files.push(json_file(&own.json_route(), &charts::json(report, own, addresses)));
        files.push(Artifact::text(
            own.svg_route().path(),
            chart::draw_standalone(&own.chart, report.words, &report.binding),
        ));
    }
    files
}

/// The tables of a report, the same for programs, and their descriptions.
fn tables(
    report: &ReportSite<'_>,
    told: Option<&LastYear<'_>>,
    settings: &Settings,
    addresses: Addresses<'_>,
) -> Vec<Artifact> {
    let mut made = vec![table(&OUTLINE, outline::rows(report, addresses))];
    let mut files = Vec::new();
    if !report.figures.is_empty() {
        made.push(table(&FIGURES, figures::rows(report, addresses)));
        files.push(json_file(&report.data_file("figures.json"), &figures::json(report, addresses)));
    }
    if !report.commitments.is_empty() {
        made.push(table(&COMMITMENTS, commitments::rows(report, addresses)));
        files.push(json_file(&report.data_file("commitments.json"), &commitments::json(report, addresses)));
    }
    if let Some(told) = told {
        made.push(table(&YEARS, years::rows(told, addresses)));
        files.push(json_file(&report.data_file("years.json"), &years::json(told, addresses)));
    }
    if !report.terms.is_empty() {
        made.push(table(&TERMS, terms::rows(report, addresses)));
        files.push(json_file(&report.data_file("terms.json"), &terms::json(report, addresses)));
    }
    made.sort_by_key(|resource| resource.table.name);
    let dataset = DatasetInfo::report(report, settings, addresses);
    files.push(json_file(&report.data_file("datapackage.json"), &describe::package(&dataset, &made)));
    files.push(json_file(&report.data_file(METADATA), &describe::metadata(&dataset, &made)));
    for Resource { table, bytes } in made {
        files.push(Artifact { path: report.data_file(&table.file()).path(), bytes: bytes.unwrap_or_default().into() });
    }
    files
}

/// Writes what is about all reports, given by their summaries. Nothing of a report is held here: the tables of all reports are
/// joined by `sink` from the files it has taken already.
///
/// # Errors
/// A fault of the machine, from the sink.
pub fn site_files(reports: &[ReportSummary], site_info: &SiteInfo, sink: &dyn Sink) -> anyhow::Result<()> {
    let addresses = Addresses::of(&site_info.settings);
    let dataset = DatasetInfo::site(reports, &site_info.settings, &site_info.words, addresses);
    let mut made = vec![catalog::reports(reports, addresses)];
    for (table, has) in catalog::JOINED {
        let parts: Vec<String> =
            reports.iter().filter(|report| has(report)).map(|report| report.data_file(&table.file()).path()).collect();
        if !parts.is_empty() {
            let head = write_csv(&table.heads(), Vec::<[&str; 0]>::new());
            sink.join(&crate::site::site_data_file(&table.file()).path(), &head, &parts)?;
            made.push(Resource { table, bytes: None });
        }
    }
    let file = crate::site::site_data_file;
    if compares(reports) {
        made.push(statistics::table(reports, addresses));
        sink.put(json_file(&file("statistics.json"), &statistics::json(reports, addresses)))?;
    }
    made.sort_by_key(|resource| resource.table.name);
    sink.put(json_file(&file("datapackage.json"), &describe::package(&dataset, &made)))?;
    sink.put(json_file(&file(METADATA), &describe::metadata(&dataset, &made)))?;
    for Resource { table, bytes } in made {
        if let Some(bytes) = bytes {
            sink.put(Artifact { path: file(&table.file()).path(), bytes: bytes.into() })?;
        }
    }
    Ok(())
}

fn table<const N: usize>(table: &'static TableSchema, rows: Vec<[String; N]>) -> Resource {
    Resource { table, bytes: Some(write_csv(&table.heads(), rows)) }
}

fn json_file(route: &Route, value: &Value) -> Artifact {
    // Without spaces, which are a third of such a file; programs read it, and browsers lay it out.
    Artifact::text(route.path(), format!("{value}\n"))
}
