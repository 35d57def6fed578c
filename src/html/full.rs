//! The whole report on one page of the site, and the same as one file that needs no other: its style is in it, what it refers to
//! too, and it has no script, so that it can be passed on and opened anywhere.

use std::collections::BTreeSet;

use serde::Serialize;

use super::fidelity;
use super::heading::heading;
use super::lists;
use super::page_view::{PageMeta, policy_with_style, report_json_ld, report_view};
use super::page_writer::PageWriter;
use super::report_words::ReportWords;
use super::view::{CellView, ContentsEntry, Definition, MastheadView, PageView, Part, TermView};
use crate::body::{self, Medium, RenderContext};
use crate::chart;
use crate::site::{ChartSite, ReportSite, Route};

#[derive(Serialize)]
struct Full {
    page: PageView,
    masthead: MastheadView,
    contents: Vec<ContentsEntry>,
    parts: Vec<Part>,
    glossary_heading: Vec<String>,
    terms: Vec<TermView>,
    /// Notes at the addresses of entries that are gone.
    old_terms: String,
    attachments: Vec<Part>,
    definitions: Vec<Definition>,
    minutes: usize,
    /// What the file holds besides; none on the page of the site.
    style: String,
    charts: Vec<DrawnChart>,
}

/// A chart in the file, with its numbers.
#[derive(Serialize)]
struct DrawnChart {
    id: String,
    title: String,
    svg: String,
    head: Vec<String>,
    rows: Vec<Vec<CellView>>,
}

/// The page of the site.
pub(super) fn page(report: &ReportSite<'_>, old_terms: String, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = &report.full_route();
    let (parts, attachments, linked) = parts(report, Medium::Page, here);
    let words = report.words;
    let title = words.get("full.title");
    let description = words.fill("full.description", &[("report", &report.manuscript.title_page.full_title())]);
    let page = page_of(report, here, title, description, out);
    let view = Full {
        terms: lists::terms(RenderContext::page(report, here, 3), false),
        old_terms,
        definitions: lists::definitions(report, &linked, here),
        ..full(report, page.with_markdown(here.link(&report.markdown_route(), "")), parts, attachments)
    };
    write(report, "full.html", &view, here, out)
}

/// The file.
pub(super) fn file(report: &ReportSite<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = &report.file_route();
    let (parts, attachments, _) = parts(report, Medium::File, here);
    let words = report.words;
    let style = out.theme.whole_style();
    let description = words.fill("full.file_description", &[("report", &report.manuscript.title_page.full_title())]);
    let mut page = page_of(report, here, words.get("full.file_title"), description, out);
    if !page.policy.is_empty() {
        page.policy = policy_with_style(&style);
    }
    // Whatever leads to another file, and whatever only the page of a site is for.
    page.json_ld.clear();
    page.cite_as.clear();
    page.foot.clear();
    page.years.clear();
    page.share = None;
    page.listed = false;
    let glossary = report.glossary_route();
    let context = RenderContext { medium: Medium::File, ..RenderContext::page(report, &glossary, 3) };
    let view = Full {
        terms: lists::terms(context, false),
        style,
        charts: report.charts.iter().map(|own| drawn(report, own)).collect(),
        ..full(report, page, parts, attachments)
    };
    write(report, "full-file.html", &view, here, out)
}

fn page_of(report: &ReportSite<'_>, here: &Route, title: &str, description: String, out: &PageWriter<'_>) -> PageView {
    let meta = PageMeta {
        route: here,
        title,
        description,
        crumbs: vec![(title.to_owned(), here.clone())],
        json_ld: Some(report_json_ld(report, out.site_info)),
        charts: false,
        canonical: (*here != report.full_route()).then(|| report.full_route()),
        share_image: report.route.share_image(),
        citation: report.citation(""),
    };
    report_view(report, out, meta)
}

/// What page and file have alike.
fn full(report: &ReportSite<'_>, page: PageView, parts: Vec<Part>, attachments: Vec<Part>) -> Full {
    let contents = lists::contents_within(report);
    let glossary = report.manuscript.glossary.as_ref();
    Full {
        page,
        masthead: lists::masthead(&report.manuscript.title_page, &report.binding),
        minutes: contents.iter().map(lists::minutes_with_sections).sum(),
        contents,
        parts,
        glossary_heading: glossary.map(|glossary| glossary.heading.clone()).unwrap_or_default(),
        terms: Vec::new(),
        old_terms: String::new(),
        attachments,
        definitions: Vec::new(),
        style: String::new(),
        charts: Vec::new(),
    }
}

/// The parts of the speech, the attachments, and the terms that are linked in them.
fn parts(report: &ReportSite<'_>, medium: Medium, here: &Route) -> (Vec<Part>, Vec<Part>, BTreeSet<usize>) {
    let mut linked = BTreeSet::new();
    let (mut parts, mut attachments) = (Vec::new(), Vec::new());
    for (index, own) in report.pages.iter().enumerate() {
        let level = if own.page.id.is_section() { 3 } else { 2 };
        // In the file a part knows itself by the page that it is on the site.
        let here = if medium == Medium::Page { here } else { &own.route };
        let context = RenderContext { medium, ..RenderContext::page(report, here, level) };
        let fragment = body::page(context, index);
        linked.extend(fragment.terms);
        let part = Part {
            id: own.id.clone(),
            level,
            heading: heading(&own.page.number, &own.page.title, &report.binding),
            number: own.page.number.clone(),
            title: own.page.title.clone(),
            html: fragment.html,
        };
        if own.page.id.is_attachment() { attachments.push(part) } else { parts.push(part) }
    }
    (parts, attachments, linked)
}

/// A chart whose marks and numbers lead to their words in the same file.
fn drawn(report: &ReportSite<'_>, own: &ChartSite) -> DrawnChart {
    let mut chart = own.chart.clone();
    for mark in chart.rows.iter_mut().flat_map(|row| &mut row.marks) {
        let id = mark.href.rsplit('#').next().unwrap_or_default();
        mark.href = format!("#{id}");
    }
    let table = chart::table(&chart, report.words);
    let cells = |row: Vec<chart::Cell>| row.into_iter().map(|cell| CellView { text: cell.text, href: cell.href });
    DrawnChart {
        id: chart.id.clone(),
        title: chart.title.clone(),
        svg: chart::draw(&chart, report.words, &report.binding, chart::TypeSize::Usual),
        head: table.header,
        rows: table.rows.into_iter().map(|row| cells(row).collect()).collect(),
    }
}

/// Writes what is proven to show the whole report.
fn write(
    report: &ReportSite<'_>,
    template: &str,
    view: &Full,
    here: &Route,
    out: &PageWriter<'_>,
) -> anyhow::Result<()> {
    let heading = |part: &Part| format!("{}{}", part.number, part.title);
    let words = ReportWords::default().block(view.masthead.lines.iter().map(|line| &line.text));
    let words = view.parts.iter().fold(words, |words, part| words.block_with_html([heading(part)], &part.html));
    let words = words
        .block(&view.glossary_heading)
        .terms(&view.terms, |term| format!("{}{}{}", term.mark, term.term, term.separator));
    let words = view.attachments.iter().fold(words, |words, part| words.block_with_html([&part.title], &part.html));
    let words = words.definitions(&view.definitions);
    out.proven(template, view, here, &words, |shown| {
        // What is missing for a file that nobody could read was told of that file.
        if report.manuscript.has_lost_text { Vec::new() } else { fidelity::faults(report, &shown.main) }
    })
}
