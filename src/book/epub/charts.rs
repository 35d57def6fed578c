//! The charts: each drawn, and the same numbers as a table below it, every one a link to its words in the text.

use std::fmt::Write as _;

use super::chapter::{Chapter, section};
use crate::body::{self, RenderContext, report_language};
use crate::chart::{self, Cell};
use crate::markup::{attribute, escape};
use crate::site::{ChartSite, ReportSite};

pub(super) fn chapter(report: &ReportSite<'_>) -> Option<Chapter> {
    let (file, _) = body::chapter(report, &report.charts.first()?.route)?;
    let title = report.words.get("charts.title");
    let (mut html, mut sections) = (String::new(), Vec::new());
    for own in &report.charts {
        let name = if own.chart.subject.is_empty() { &own.chart.title } else { &own.chart.subject };
        let drawing = chart::draw_standalone(&own.chart, report.words, &report.binding);
        let inner = format!("<figure>\n{drawing}</figure>\n{}{}", table(report, own), text(report, own));
        html.push_str(&section("", &own.chart.id, 2, &[name], &inner));
        sections.push((name.clone(), own.chart.id.clone()));
    }
    let body = section(" epub:type=\"chapter\" role=\"doc-chapter\"", "charts", 1, &[title], &html);
    Some(Chapter { file, title: title.to_owned(), sections, body, has_drawings: true })
}

fn table(report: &ReportSite<'_>, own: &ChartSite) -> String {
    let table = chart::table(&own.chart, report.words);
    let mut html = format!("<table{}>\n<thead><tr>", report_language(report.words));
    for head in &table.header {
        let _ = write!(html, "<th scope=\"col\">{}</th>", escape(head));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        html.push_str("<tr>");
        for (column, cell) in row.iter().enumerate() {
            let words = linked(report, own, cell);
            let (open, close) = if column == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
            let _ = write!(html, "<{open}>{words}</{close}>");
        }
        html.push_str("</tr>\n");
    }
    html + "</tbody>\n</table>\n"
}

/// A cell's words as a link to where the text has them.
fn linked(report: &ReportSite<'_>, own: &ChartSite, cell: &Cell) -> String {
    let words = escape(&cell.text);
    let id = cell.href.as_deref().and_then(|href| href.split_once('#')).map(|(_, id)| id);
    let figure = id.and_then(|id| report.figures.iter().find(|figure| figure.row.id == id));
    let context = RenderContext::in_book(report, &own.route, 2);
    let link = figure.and_then(|figure| context.link(&report.pages[figure.page].route, &figure.row.id));
    link.map_or_else(|| words.to_string(), |link| format!("<a href=\"{}\">{words}</a>", attribute(&link)))
}

/// What the operator wrote under the chart.
fn text(report: &ReportSite<'_>, own: &ChartSite) -> String {
    let context = RenderContext::in_book(report, &own.route, 2);
    body::text(context, &report.manuscript.charts[own.page].text)
}
