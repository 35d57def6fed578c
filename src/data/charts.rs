//! The data of one chart for programs: what its table says, and for each number the figure that it is.

use serde_json::{Value, json};

use super::addresses::Addresses;
use super::figures;
use crate::chart;
use crate::content::CHART_KINDS;
use crate::site::{ChartSite, ReportSite};

/// A chart, its rows in the order in which they are drawn.
pub(super) fn json(report: &ReportSite<'_>, own: &ChartSite, addresses: Addresses<'_>) -> Value {
    let chart = &own.chart;
    let kind = CHART_KINDS.iter().find(|(_, kind)| *kind == chart.kind).map_or("", |(name, _)| name);
    let rows = chart.rows.iter().zip(&own.rows).map(|(row, figures)| {
        let figures = figures.iter().map(|index| figures::figure(report, &report.figures[index.0], addresses));
        json!({ "label": row.label, "figures": figures.collect::<Vec<Value>>() })
    });
    json!({
        "report": figures::head(report, addresses),
        "chart": {
            "title": chart.title,
            "subject": chart.subject,
            "kind": kind,
            // Whether lengths, and so values, may be compared from row to row.
            "comparable": chart.kind.shares_scale(),
            "description": chart::description(chart, report.words),
            "link": addresses.to(&own.route, ""),
        },
        "rows": rows.collect::<Vec<Value>>(),
    })
}
