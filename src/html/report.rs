//! The pages of one report: overview, a page for each part or section, glossary; those of other files are asked for from here.

use serde::Serialize;

use super::heading::heading;
use super::key_numbers::{self, StatisticsView};
use super::page_view::{PageMeta, report_view};
use super::page_writer::PageWriter;
use super::report_words::ReportWords;
use super::search;
use super::term_changes::{self, TermChangesView};
use super::topics::{self, TopicLinkView};
use super::view::{ChartView, ContentsEntry, Definition, Download, FigureView, Link, MastheadView, PageView, TermView};
use super::{charts, downloads, figures, full, last_year, linked_data, lists, old_pages, promises};
use crate::body::{self, RenderContext};
use crate::site::{InSeries, ReportSite, Route, SearchedText};

/// Renders every page of the report into `out`.
pub(super) fn pages(
    report: &ReportSite<'_>,
    series: &InSeries<'_>,
    out: &PageWriter<'_>,
) -> anyhow::Result<SearchedText> {
    overview(report, series, &report.route, out)?;
    if out.site_info.reports == 1 {
        overview(report, series, &Route::root(), out)?;
    }
    for index in 0..report.pages.len() {
        if !report.pages[index].page.id.is_opening() {
            section(report, index, out)?;
        }
    }
    full::page(report, old_places(report, "glossary", &report.full_route()), out)?;
    if out.site_info.has_one_file() {
        full::file(report, out)?;
    }
    glossary(report, series, out)?;
    topics::pages(report, out)?;
    charts::pages(report, out)?;
    figures::pages(report, out)?;
    promises::page(report, out)?;
    if let Some(told) = &series.last_year {
        last_year::page(told, out)?;
    }
    old_pages::pages(report, out)?;
    search::report(report, out)
}

#[derive(Serialize)]
struct Overview {
    page: PageView,
    masthead: MastheadView,
    /// Who delivered it, as far as the masthead tells, and on which day.
    who: String,
    day: String,
    topics: Vec<TopicLinkView>,
    /// The list of topics.
    topic_list: String,
    opening: String,
    contents: Vec<ContentsEntry>,
    full: String,
    minutes: usize,
    key_statistics: Vec<StatisticsView>,
    /// Where nothing is planned for the year: the figures of the first chart.
    key_figures: Vec<FigureView>,
    key_subject: Link,
    charts: Vec<ChartView>,
    /// The page of what is undertaken; empty where nothing is.
    promises: String,
    /// How many commitments it has.
    promise_count: usize,
    /// The page of what it tells of what the year before undertook; empty where there is none.
    last_year: Link,
    /// The page of the key statistics of its place over the years; empty where there is none.
    over_years: Link,
    downloads: Vec<Download>,
    definitions: Vec<Definition>,
}

fn overview(report: &ReportSite<'_>, series: &InSeries<'_>, here: &Route, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let page = &report.manuscript.title_page;
    let opening = report.pages.iter().position(|page| page.page.id.is_opening());
    let fragment = opening.map(|index| body::page(RenderContext::page(report, here, 1), index)).unwrap_or_default();
    let key = report.key_chart();
    let key_statistics = key_numbers::lists(report, here);
    let is_planned = key_statistics.iter().any(|list| list.id == "planned");
    let key_figures = if is_planned { Vec::new() } else { report.key_figures() };
    let contents = lists::contents_with_leads(report, here);
    let view = Overview {
        masthead: lists::masthead(page, &report.binding),
        who: format!("{} {}", page.office, page.speaker).trim().to_owned(),
        day: lists::day(page, report.words),
        topics: topics::links(report, here),
        topic_list: here.link(&report.topics_route(), ""),
        opening: fragment.html + &old_places(report, "0", here),
        full: here.link(&report.full_route(), ""),
        minutes: contents.iter().map(lists::minutes_with_sections).sum(),
        contents,
        key_statistics,
        key_figures: key_figures.into_iter().map(|figure| lists::figure(report, figure, here)).collect(),
        key_subject: key
            .map_or_else(Link::default, |chart| Link::away(&chart.chart.subject, here.link(&chart.route, ""))),
        charts: lists::charts(report, here, false),
        promises: if report.commitments.is_empty() { String::new() } else { here.link(&report.promises_route(), "") },
        promise_count: report.commitments.len(),
        last_year: (series.last_year.as_ref())
            .map_or_else(Link::default, |told| last_year::link(told, &report.last_year_route(), here)),
        over_years: (series.over_years.as_ref()).map_or_else(Link::default, |route| {
            Link::away(report.words.get("overview.over_years"), here.link(route, ""))
        }),
        downloads: downloads::of_report(report, here, out.site_info),
        definitions: lists::definitions(report, &fragment.terms, here),
        page: report_view(
            report,
            out,
            PageMeta {
                route: here,
                title: "",
                description: lists::description(report),
                crumbs: Vec::new(),
                json_ld: Some(linked_data::whole_report(report, out.site_info)),
                charts: false,
                // The root is the library's as soon as another report joins; this address stays.
                canonical: (*here == Route::root()).then(|| report.route.clone()),
                share_image: report.route.share_image(),
                citation: report.citation(""),
            },
        )
        .with_markdown(here.link(&report.markdown_route(), "")),
    };
    let tiles = view.key_statistics.iter().flat_map(|list| &list.statistics);
    let tiles =
        tiles.flat_map(|tile| std::iter::once(&tile.indicator).chain(tile.figures.iter().map(|one| &one.words)));
    let figures = tiles.chain(view.key_figures.iter().flat_map(|figure| [&figure.indicator, &figure.words]));
    let leads = view.contents.iter().flat_map(|part| std::iter::once(part).chain(&part.sections)).map(|own| &own.leads);
    // The printed title heads the page; the other lines of the masthead stand before the salutation.
    let (titles, lines): (Vec<_>, Vec<_>) = view.masthead.lines.iter().partition(|line| line.role == "title");
    let words = ReportWords::default()
        .block(titles.iter().map(|line| &line.text))
        .block_with_html(lines.iter().map(|line| &line.text), &view.opening)
        .block(figures);
    let words = leads.filter(|leads| !leads.is_empty()).fold(words, |words, leads| words.block(leads));
    out.report_page("overview.html", &view, here, &words.definitions(&view.definitions))
}

/// The notes of an address that no page of the text has, and the glossary, whose entries are no leaves.
fn old_places(report: &ReportSite<'_>, address: &str, here: &Route) -> String {
    if report.pages.iter().any(|page| page.id == address) {
        return String::new();
    }
    body::pointers(RenderContext::page(report, here, 1), &report.pointers_on(address))
}

#[derive(Serialize)]
struct SectionView {
    page: PageView,
    number: String,
    title: String,
    heading: String,
    id: String,
    minutes: usize,
    html: String,
    sections: Vec<ContentsEntry>,
    contents: Vec<ContentsEntry>,
    previous: Option<ContentsEntry>,
    next: Option<ContentsEntry>,
    whole: String,
    definitions: Vec<Definition>,
}

fn section(report: &ReportSite<'_>, index: usize, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let own = &report.pages[index];
    let here = &own.route;
    let id = own.id.clone();
    let fragment = body::page(RenderContext::page(report, here, 1), index);
    let title = lists::title(own.page, report.words);
    let contents = lists::contents(report, here, Some(index));
    let parent = report.pages.iter().find(|page| own.page.id.is_section_of(&page.page.id));
    let to = |page| lists::entry(report, page, here.link(&page.route, ""));
    let mut crumbs: Vec<(String, Route)> =
        parent.iter().map(|page| (lists::title(page.page, report.words), page.route.clone())).collect();
    crumbs.push((title.clone(), here.clone()));
    let before = report.pages[..index].iter().rev().find(|page| !page.page.id.is_opening());
    let view = SectionView {
        heading: heading(&own.page.number, &own.page.title, &report.binding),
        number: own.page.number.clone(),
        title: own.page.title.clone(),
        minutes: lists::minutes(&own.page.text),
        html: fragment.html,
        sections: lists::sections_of(report, index, here),
        contents,
        previous: before.map(to),
        next: report.pages.get(index + 1).map(to),
        whole: here.link(&report.full_route(), &id),
        definitions: lists::definitions(report, &fragment.terms, here),
        page: report_view(
            report,
            out,
            PageMeta {
                route: here,
                title: &title,
                description: lists::first_words(&own.page.text, 110),
                crumbs,
                json_ld: Some(linked_data::chapter(report, own, out.site_info)),
                charts: false,
                canonical: None,
                share_image: here.share_image(),
                citation: report.citation(&title),
            },
        )
        .with_markdown(here.link(&own.markdown_route(), "")),
        id,
    };
    let words = ReportWords::default().block_with_html([format!("{}{}", view.number, view.title)], &view.html);
    out.report_page("section.html", &view, here, &words.definitions(&view.definitions))
}

#[derive(Serialize)]
struct Glossary {
    page: PageView,
    terms: Vec<TermView>,
    /// What became of the terms of the year before.
    changes: Option<TermChangesView>,
    /// Notes at the addresses of entries that are gone.
    old_terms: String,
}

fn glossary(report: &ReportSite<'_>, series: &InSeries<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let Some(glossary) = &report.manuscript.glossary else { return Ok(()) };
    let here = &report.glossary_route();
    let title = report.manuscript.title_page.full_title();
    let words = report.words;
    let name = words.fill("glossary.of_report", &[("report", &title)]);
    let heading = match glossary.heading.concat() {
        printed if !printed.is_empty() => printed,
        _ => words.get("glossary.title").to_owned(),
    };
    let view = Glossary {
        terms: lists::terms(RenderContext::page(report, here, 3), true),
        changes: series.terms.as_ref().and_then(|told| term_changes::view(told, report, here)),
        old_terms: old_places(report, "glossary", here),
        page: report_view(
            report,
            out,
            PageMeta {
                route: here,
                title: words.get("glossary.title"),
                description: words.fill("glossary.description", &[("report", &title), ("n", &glossary.terms.len())]),
                crumbs: vec![(words.get("glossary.title").into(), here.clone())],
                json_ld: Some(linked_data::term_set(report, &name, out.site_info)),
                charts: false,
                canonical: None,
                share_image: report.route.share_image(),
                citation: report.citation(&heading),
            },
        ),
    };
    let words = ReportWords::default().terms(&view.terms, |term| format!("{}{}", term.mark, term.term));
    out.report_page("glossary.html", &view, here, &words)
}
