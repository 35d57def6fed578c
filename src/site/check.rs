//! What must hold of a resolved report as a whole: no dead link, no term that nobody uses unnoticed.

use std::collections::{BTreeMap, BTreeSet};

use super::charts;
use super::links::Destination;
use super::report_site::ReportSite;
use super::route::Route;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Document, Style};
use crate::message::{Message, message};
use crate::text::{Source, Span};

pub(super) fn check(site: &ReportSite<'_>, diagnostics: &mut Vec<Diagnostic>) {
    check_terms(site, diagnostics);
    check_notices(site, diagnostics);
    let anchors = anchors(site);
    for (text, file, here) in texts(site) {
        check_links(site, text, file, &here, &anchors, diagnostics);
    }
}

fn check_terms(site: &ReportSite<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let Some(glossary) = &site.manuscript.glossary else { return };
    for (index, (term, found)) in glossary.terms.iter().zip(&site.terms).enumerate() {
        // A term that is defined twice, which was told, is used by the first of both.
        let is_second = || glossary.terms[..index].iter().any(|first| first.entry.term == term.entry.term);
        if found.uses.is_empty() && !is_second() {
            diagnostics.push(
                Diagnostic::warning(
                    Code::TERM_UNUSED,
                    message!("the text never uses `{term}`", "正文没有用到 `{term}`", term = term.entry.term),
                )
                .at(&glossary.file, term.place)
                .with_help(message!(
                    "if it says the term in other words, add below the heading: - alias: those words",
                    "正文若换了说法，在标题下面写上：- alias: 那个说法"
                )),
            );
        }
    }
}

/// A notice of a figure that there is none of would be told nowhere.
fn check_notices(site: &ReportSite<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let manuscript = site.manuscript;
    for corrected in manuscript.title_page.notices.iter().filter_map(|notice| notice.figure.as_ref()) {
        let is_there = site.figures.iter().any(|figure| figure.row.id == corrected.id);
        if !is_there && !charts::is_left_out(manuscript, &corrected.id) {
            diagnostics.push(charts::no_figure(&corrected.id).at(&manuscript.title_page.file, corrected.place));
        }
    }
}

/// Every text of the report that a person may have put a link in, with its file and the page it becomes.
fn texts<'s>(site: &'s ReportSite<'_>) -> Vec<(&'s Document, &'s Source, Route)> {
    let mut texts: Vec<_> =
        site.pages.iter().map(|page| (&page.page.text, &page.page.file, page.route.clone())).collect();
    if let Some(glossary) = &site.manuscript.glossary {
        let route = site.glossary_route();
        texts.extend(glossary.terms.iter().map(|term| (&term.definition, &glossary.file, route.clone())));
    }
    for chart in &site.charts {
        let page = &site.manuscript.charts[chart.page];
        texts.push((&page.text, &page.file, chart.route.clone()));
    }
    texts
}

/// The fragments that each page of the report has.
fn anchors(site: &ReportSite<'_>) -> BTreeMap<Route, BTreeSet<String>> {
    let mut anchors: BTreeMap<Route, BTreeSet<String>> = BTreeMap::new();
    for page in &site.pages {
        let own = anchors.entry(page.route.clone()).or_default();
        for leaf in &page.leaves {
            own.insert(leaf.id.clone());
            own.extend(leaf.sentences.iter().map(|(_, id)| id.clone()));
            own.extend(leaf.figures.iter().map(|(_, figure)| site.figures[figure.0].row.id.clone()));
        }
    }
    let terms = site.terms.iter().map(|term| term.id.clone()).collect();
    if site.manuscript.glossary.is_some() {
        anchors.insert(site.glossary_route(), terms);
    }
    anchors.entry(site.route.clone()).or_default();
    for chart in &site.charts {
        anchors.insert(chart.route.clone(), BTreeSet::new());
    }
    anchors
}

fn check_links(
    site: &ReportSite<'_>,
    text: &Document,
    file: &Source,
    here: &Route,
    anchors: &BTreeMap<Route, BTreeSet<String>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for mark in text.leaves_and_notes().into_iter().flat_map(|leaf| &leaf.marks) {
        let Style::Link { destination: address, origin, .. } = &mark.style else { continue };
        let fault = match site.destination(address, here) {
            Destination::Outside(_) => continue,
            Destination::Inside(route, fragment) => match anchors.get(&route) {
                Some(_) if fragment.is_empty() => continue,
                Some(own) if own.contains(&fragment) => continue,
                Some(_) => message!(
                    "the link `{address}` leads to an address that the page does not have",
                    "链接 `{address}` 通到的那一页上没有这个地方"
                ),
                None => message!(
                    "the link `{address}` leads to a page that does not exist",
                    "链接 `{address}` 通到的页不存在"
                ),
            },
            Destination::Refused => message!("a link may not lead to `{address}`", "链接不许通到 `{address}`"),
            Destination::Unknown => message!("the link `{address}` leads nowhere", "链接 `{address}` 哪里也不通"),
        };
        diagnostics.push(dead(fault, file, *origin));
    }
}

fn dead(message: Message, file: &Source, origin: Span) -> Diagnostic {
    Diagnostic::error(Code::DEAD_LINK, message).at(file, origin).with_help(message!(
        "link to a file of this report, (2-1.md) or (2-1.md#2-1p3) or (glossary.md#t7), or to https://…",
        "链接写成本报告的文件：(2-1.md)、(2-1.md#2-1p3)、(glossary.md#t7)；或者以 https:// 开头"
    ))
}
