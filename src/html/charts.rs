//! The charts of a report: the list of all, and a page for each with its table and the sentences that it draws.

use serde::Serialize;

use super::dataset::chart_dataset;
use super::page_view::{PageMeta, report_view};
use super::page_writer::PageWriter;
use super::report_words::ReportWords;
use super::view::{CellView, ChartView, Download, Link, PageView, QuoteView};
use super::{downloads, lists};
use crate::body::{self, RenderContext};
use crate::chart;
use crate::site::{FigureIndex, ReportSite};

#[derive(Serialize)]
struct ChartList {
    page: PageView,
    charts: Vec<ChartView>,
}

#[derive(Serialize)]
struct ChartPageView {
    page: PageView,
    chart: ChartView,
    head: Vec<String>,
    rows: Vec<Vec<CellView>>,
    quotes: Vec<QuoteView>,
    /// Why figures stand side by side that the rules would keep apart, in the operator's words; empty where none do.
    comparable: String,
    text: String,
    downloads: Vec<Download>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// Renders the list of the charts, and the page of each.
pub(super) fn pages(report: &ReportSite<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    if report.charts.is_empty() {
        return Ok(());
    }
    let here = &report.charts_route();
    let words = report.words;
    let title = words.get("charts.title");
    let description = words.fill("charts.description", &[("report", &report.manuscript.title_page.full_title())]);
    let view = ChartList {
        charts: lists::charts(report, here, true),
        page: report_view(
            report,
            out,
            PageMeta { charts: true, ..PageMeta::derived(report, (here, title), description, "EB", out) },
        ),
    };
    out.page("charts.html", &view, here)?;
    (0..report.charts.len()).try_for_each(|index| page(report, index, out))
}

fn page(report: &ReportSite<'_>, index: usize, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let own = &report.charts[index];
    let here = &own.route;
    let words = report.words;
    let table = chart::table(&own.chart, words);
    let to = |index: usize| {
        report.charts.get(index).map(|chart| Link::away(&chart.chart.subject, here.link(&chart.route, "")))
    };
    let figures: Vec<FigureIndex> = own.rows.iter().flatten().copied().collect();
    let chart = lists::chart(report, own, here, true);
    let view = ChartPageView {
        head: table.header,
        rows: table
            .rows
            .into_iter()
            .map(|row| row.into_iter().map(|cell| CellView { text: cell.text, href: cell.href }).collect())
            .collect(),
        quotes: lists::quotes(report, &figures, here),
        text: body::text(RenderContext::page(report, here, 2), &report.manuscript.charts[own.page].text),
        comparable: report.manuscript.charts[own.page].comparable.clone().unwrap_or_default(),
        downloads: downloads::of_chart(own, words, here, out.site_info.pictures),
        previous: index.checked_sub(1).and_then(to),
        next: to(index + 1),
        page: report_view(
            report,
            out,
            PageMeta {
                route: here,
                title: &own.chart.title,
                description: chart.description.clone(),
                crumbs: vec![
                    (words.get("charts.title").into(), report.charts_route()),
                    (own.chart.subject.clone(), here.clone()),
                ],
                json_ld: Some(chart_dataset(report, own, &chart.description, out.site_info)),
                charts: true,
                canonical: None,
                share_image: here.share_image(),
                citation: report.citation_of_derived(&own.chart.title, "EB", out.site_info),
            },
        ),
        chart,
    };
    let cells = view.rows.iter().flatten().filter(|cell| cell.href.is_some()).map(|cell| &cell.text);
    let words = ReportWords::default().block(cells).block(view.quotes.iter().map(|quote| &quote.sentence));
    out.report_page("chart.html", &view, here, &words)
}
