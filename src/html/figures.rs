//! The figures of a report: the table of all, and a page for each that has one, with its sentence, its charts and the figures beside it.

use crate::body::{self, RenderContext};
use serde::Serialize;
use serde_json::{Value, json};

use super::dataset::report_dataset;
use super::page_view::{PageMeta, report_json_ld, report_view};
use super::page_writer::PageWriter;
use super::report_words::ReportWords;
use super::view::{ChartView, Download, FigureView, Link, PageView};
use super::{downloads, lists};
use crate::site::{FigureIndex, ReportSite, Route};
use crate::text::Span;

/// Renders the table, and the page of each figure.
pub(super) fn pages(report: &ReportSite<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    if report.figures.is_empty() {
        return Ok(());
    }
    table(report, out)?;
    let pages: Vec<(FigureIndex, Route)> = (0..report.figures.len())
        .map(FigureIndex)
        .filter_map(|index| Some((index, report.figure_page(index)?)))
        .collect();
    let Some((_, first)) = pages.first() else { return Ok(()) };
    // The pages of figures lie side by side: a chart with the links of one has those of all, and is drawn once.
    let mut charts = lists::charts(report, first, true);
    // In large type the list beside it says the same; the chart has a page with a drawing for that.
    charts.iter_mut().for_each(|chart| chart.large_svg.clear());
    (0..pages.len()).try_for_each(|at| page(report, &pages, at, &charts, out))
}

#[derive(Serialize)]
struct FigureList {
    page: PageView,
    figures: Vec<SiftedFigure>,
    /// Notes at the addresses of figures that are gone.
    old_figures: String,
    downloads: Vec<Download>,
}

/// A figure with what the table is filtered by.
#[derive(Serialize)]
struct SiftedFigure {
    #[serde(flatten)]
    figure: FigureView,
    period: String,
    /// Done or planned, in words.
    status: String,
    /// The topics that its sentence belongs to, between bars.
    topics: String,
}

fn sifted(report: &ReportSite<'_>, index: FigureIndex, here: &Route) -> SiftedFigure {
    let own = &report.figures[index.0];
    SiftedFigure {
        figure: lists::figure(report, index, here),
        period: own.row.period.clone(),
        status: own.role().word(report.words).to_owned(),
        topics: report.topics_of(&own.sentence),
    }
}

fn table(report: &ReportSite<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = &report.figures_route();
    let title = report.manuscript.title_page.full_title();
    let words = report.words;
    let description = words.fill("figures.description", &[("report", &title), ("n", &report.figures.len())]);
    let view = FigureList {
        figures: (0..report.figures.len()).map(|index| sifted(report, FigureIndex(index), here)).collect(),
        old_figures: body::pointers(RenderContext::page(report, here, 1), &report.old_figures()),
        downloads: downloads::of_figures(report, here),
        page: report_view(
            report,
            out,
            PageMeta {
                route: here,
                title: words.get("figures.title"),
                description,
                crumbs: vec![(words.get("figures.title").into(), here.clone())],
                json_ld: Some(report_dataset(report, here, out.site_info)),
                charts: false,
                canonical: None,
                share_image: report.route.share_image(),
                citation: report.citation_of_derived(words.get("figures.title"), "DS", out.site_info),
            },
        ),
    };
    let rows = view
        .figures
        .iter()
        .map(|sifted| &sifted.figure)
        .flat_map(|figure| [&figure.indicator, &figure.quote, &figure.words]);
    out.report_page("figures.html", &view, here, &ReportWords::default().block(rows))
}

#[derive(Serialize)]
struct FigurePage<'c> {
    page: PageView,
    figure: FigureView,
    /// Year and status in words: `2023年目标`.
    dated: String,
    /// What the number says about the amount: `约数`; empty for an exact one.
    qualifier: String,
    /// What it was before it was put right: `原为6.5%左右，已更正（2024-02-01）`, the latest first.
    corrections: Vec<String>,
    /// The sentence in three parts: before the figure, the figure, after it.
    sentence: [String; 3],
    /// The sentence in the text.
    sentence_href: String,
    /// The charts that draw it.
    charts: Vec<&'c ChartView>,
    /// The figures beside it, in groups.
    beside: Vec<NeighboursView>,
    /// Its row in the table.
    row: String,
    previous: Option<Link>,
    next: Option<Link>,
}

/// Figures that stand in one place with the one a page is about.
#[derive(Serialize)]
struct NeighboursView {
    /// The chart that draws them; `None` when they stand in the same sentence.
    chart: Option<Link>,
    figures: Vec<FigureView>,
}

/// The page at place `at` of `pages`, between the others.
fn page(
    report: &ReportSite<'_>,
    pages: &[(FigureIndex, Route)],
    at: usize,
    charts: &[ChartView],
    out: &PageWriter<'_>,
) -> anyhow::Result<()> {
    let (index, here) = &pages[at];
    let index = *index;
    let own = &report.figures[index.0];
    let words = report.words;
    let title = own.title();
    let figure = lists::figure(report, index, here);
    let to = |at: usize| {
        let (index, route) = pages.get(at)?;
        Some(Link::away(report.figures[index.0].title(), here.link(route, "")))
    };
    let crumbs = vec![
        (words.get("figures.title").to_owned(), report.figures_route()),
        (if own.row.is_in_doubt() { title.clone() } else { own.row.indicator.clone() }, here.clone()),
    ];
    let view = FigurePage {
        dated: own.dated(words),
        qualifier: own.bound().word(words).to_owned(),
        corrections: corrections(report, &own.row.id),
        sentence: sentence(report, index),
        sentence_href: here.link(&report.pages[own.page].route, &own.sentence),
        charts: charts_of(report, index).map(|chart| &charts[chart]).collect(),
        beside: beside(report, index, here),
        row: here.link(&report.figures_route(), &own.row.id),
        previous: at.checked_sub(1).and_then(to),
        next: to(at + 1),
        page: report_view(
            report,
            out,
            PageMeta {
                route: here,
                title: &title,
                description: description(&figure.sentence),
                crumbs,
                json_ld: Some(quotation(report, &figure.sentence, here, out)),
                charts: own.is_drawn(),
                canonical: None,
                share_image: report.figure_share_image(index),
                citation: report.citation(&own.row.quote),
            },
        ),
        figure,
    };
    let head = if own.row.is_in_doubt() {
        [&view.figure.quote, &view.figure.indicator]
    } else {
        [&view.figure.indicator, &view.figure.words]
    };
    let beside = view.beside.iter().flat_map(|group| &group.figures);
    let words = ReportWords::default()
        .block([head[0], head[1], &view.sentence.concat()])
        .block(beside.flat_map(|other| [&other.indicator, &other.words]));
    out.report_page("figure.html", &view, here, &words)
}

/// What the notices say that a figure was before.
fn corrections(report: &ReportSite<'_>, id: &str) -> Vec<String> {
    let notices = report.manuscript.title_page.notices.iter();
    let corrected = notices.filter_map(|notice| Some((notice, notice.figure.as_ref().filter(|own| own.id == id)?)));
    corrected
        .map(|(notice, own)| report.words.fill("figure.was", &[("was", &own.was), ("date", &notice.date)]))
        .collect()
}

/// The charts that draw a figure, each once.
fn charts_of(report: &ReportSite<'_>, index: FigureIndex) -> impl Iterator<Item = usize> {
    let mut charts = report.figures[index.0].charts.clone();
    charts.dedup();
    charts.into_iter()
}

/// The sentence that states the figure: what stands before its words, these, what stands after.
fn sentence(report: &ReportSite<'_>, index: FigureIndex) -> [String; 3] {
    let own = &report.figures[index.0];
    let page = &report.pages[own.page];
    let words = &page.page.text.leaves()[own.leaf].text;
    let whole = Span::new(0, words.len());
    let sentence = page.leaves[own.leaf].sentence_over(own.span.start).map_or(whole, |(span, _)| *span);
    let end = sentence.end.max(own.span.end);
    let parts = [&words[sentence.start..own.span.start], own.span.of(words), words[own.span.end..end].trim_end()];
    parts.map(str::to_owned)
}

/// The other figures of each chart that draws this one, and those of its sentence that stand on none of these charts.
fn beside(report: &ReportSite<'_>, index: FigureIndex, here: &Route) -> Vec<NeighboursView> {
    let own = &report.figures[index.0];
    let mut shown = vec![index];
    let mut groups = Vec::new();
    for chart in charts_of(report, index) {
        let chart = &report.charts[chart];
        let others: Vec<FigureIndex> = chart.rows.iter().flatten().copied().filter(|other| *other != index).collect();
        shown.extend(&others);
        let link = Link::away(&chart.chart.subject, here.link(&chart.route, ""));
        groups.push((Some(link), others));
    }
    let same = |other: &FigureIndex| {
        let other = &report.figures[other.0];
        (other.page, other.leaf, &other.sentence) == (own.page, own.leaf, &own.sentence)
    };
    let rest = (0..report.figures.len()).map(FigureIndex).filter(|other| !shown.contains(other) && same(other));
    groups.push((None, rest.collect()));
    let view = |index: FigureIndex| lists::figure(report, index, here);
    let groups = groups.into_iter().filter(|(_, figures)| !figures.is_empty());
    groups.map(|(chart, figures)| NeighboursView { chart, figures: figures.into_iter().map(view).collect() }).collect()
}

/// The sentence for search engines and messengers, which show no more than this of it.
fn description(sentence: &str) -> String {
    const MOST: usize = 120;
    let short: String = sentence.chars().take(MOST).collect();
    if short.len() == sentence.len() { short } else { format!("{short}…") }
}

/// The sentence as schema.org describes quotations.
fn quotation(report: &ReportSite<'_>, sentence: &str, here: &Route, out: &PageWriter<'_>) -> Value {
    let mut source = report_json_ld(report, out.site_info);
    if let Some(fields) = source.as_object_mut() {
        fields.remove("@context");
    }
    let mut value = json!({
        "@context": "https://schema.org", "@type": "Quotation", "text": sentence, "inLanguage": source["inLanguage"],
        "isPartOf": source,
    });
    if let Some(base) = &out.site_info.settings.base_url {
        value["url"] = json!(here.url(base));
    }
    value
}
