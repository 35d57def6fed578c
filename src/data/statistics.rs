//! What several reports print of key statistics, as a table and for programs.

use serde_json::{Value, json};

use super::addresses::Addresses;
use super::describe::Resource;
use crate::content::write_csv;
use crate::site::{PrintedStatistic, ReportSummary, STATISTICS, Seat};

/// The table, in the order of the reports.
pub(super) fn table(reports: &[ReportSummary], addresses: Addresses<'_>) -> Resource {
    let rows = all(reports).map(|(report, own)| {
        [
            report.id.clone(),
            own.at.1.clone(),
            report.place.clone(),
            code(report),
            format!("{:04}", own.year),
            own.status.name().to_owned(),
            own.measure_name().to_owned(),
            own.indicator.clone(),
            own.mark.label.clone(),
            own.mark.value.to_string(),
            own.mark.high.map(|high| high.to_string()).unwrap_or_default(),
            own.unit.clone(),
            own.kind.name().to_owned(),
            own.direction.map(|direction| direction.name()).unwrap_or_default().to_owned(),
            addresses.to(&own.at.0, &own.at.1),
        ]
    });
    Resource { table: &STATISTICS, bytes: Some(write_csv(&STATISTICS.heads(), rows)) }
}

/// The same for programs.
pub(super) fn json(reports: &[ReportSummary], addresses: Addresses<'_>) -> Value {
    let row = |(report, own): (&ReportSummary, &PrintedStatistic)| {
        json!({
            "report": report.id, "figure": own.at.1, "place": report.place, "code": code(report), "year": own.year,
            "status": own.status.name(), "measure": own.measure_name(), "indicator": own.indicator,
            "words": own.mark.label, "value": own.mark.value, "high": own.mark.high, "unit": own.unit,
            "kind": own.kind.name(), "direction": own.direction.map(|direction| direction.name()),
            "link": addresses.to(&own.at.0, &own.at.1),
        })
    };
    json!({ "statistics": all(reports).map(row).collect::<Vec<_>>() })
}

fn all(reports: &[ReportSummary]) -> impl Iterator<Item = (&ReportSummary, &PrintedStatistic)> {
    reports.iter().flat_map(|report| report.statistics.iter().map(move |own| (report, own)))
}

/// The code of the place in the published lists; empty where they do not know it.
fn code(report: &ReportSummary) -> String {
    match report.seat() {
        Seat::Listed(code) => format!("{code:06}"),
        Seat::Named(_) | Seat::Unknown => String::new(),
    }
}
