//! The tables over all reports: the list of the reports, made from their summaries, and which tables of theirs are joined.

use super::addresses::Addresses;
use super::describe::Resource;
use crate::content::write_csv;
use crate::site::{COMMITMENTS, FIGURES, OUTLINE, REPORTS, ReportSummary, TERMS, TableSchema, YEARS};

/// Whether a report has a table.
type HasTable = fn(&ReportSummary) -> bool;

/// Tables that each report has of its own, and which reports have them.
pub(super) const JOINED: [(&TableSchema, HasTable); 5] = [
    (&FIGURES, |report| report.figures > 0),
    (&COMMITMENTS, |report| report.commitments > 0),
    (&YEARS, |report| report.tells_of_last_year),
    (&TERMS, |report| report.terms > 0),
    (&OUTLINE, |_| true),
];

/// The list of reports.
pub(super) fn reports(reports: &[ReportSummary], addresses: Addresses<'_>) -> Resource {
    let rows = reports.iter().map(|report| {
        [
            report.id.clone(),
            report.title.clone(),
            report.place.clone(),
            report.year.map_or(String::new(), |year| format!("{year:04}")),
            report.date.clone().unwrap_or_default(),
            report.figures.to_string(),
            report.terms.to_string(),
            report.charts.to_string(),
            report.source_url.clone(),
            report.sha256.clone().unwrap_or_default(),
            addresses.to(&report.route(), ""),
        ]
    });
    Resource { table: &REPORTS, bytes: Some(write_csv(&REPORTS.heads(), rows)) }
}
