//! The parts of the text: a file each, with the sections below it and the terms that it mentions as notes at its end.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::chapter::{Chapter, section};
use crate::body::{self, RenderContext};
use crate::markup::{attribute, escape};
use crate::site::{PageSite, ReportSite};

const CHAPTER: &str = " epub:type=\"chapter\" role=\"doc-chapter\"";
const APPENDIX: &str = " epub:type=\"appendix\" role=\"doc-appendix\"";

/// The parts of the speech, or the attachments.
pub(super) fn chapters(report: &ReportSite<'_>, attachments: bool) -> Vec<Chapter> {
    let pages: Vec<usize> = (0..report.pages.len()).collect();
    let file = |index: &usize| body::chapter(report, &report.pages[*index].route).map(|(file, _)| file);
    let parts = pages.chunk_by(|a, b| file(a) == file(b));
    let parts = parts.filter(|part| report.pages[part[0]].page.id.is_attachment() == attachments);
    parts.filter_map(|part| Some(chapter(report, part, file(&part[0])?))).collect()
}

/// The file of a part: its own text, then its sections.
fn chapter(report: &ReportSite<'_>, pages: &[usize], file: String) -> Chapter {
    let (first, sections) = (&report.pages[pages[0]], &pages[1..]);
    let (mut body, mut terms) = text(report, pages[0], 1);
    for index in sections {
        let (html, own_terms) = text(report, *index, 2);
        terms.extend(own_terms);
        let own = &report.pages[*index];
        body.push_str(&section("", &own.id, 2, &[&title(report, own)], &html));
    }
    body.push_str(&notes(report, first, &terms));
    let title_of_part = title(report, first);
    let kind = if first.page.id.is_attachment() { APPENDIX } else { CHAPTER };
    let body = if first.page.title.is_empty() {
        format!("<section{kind} id=\"{}\">\n{body}</section>\n", attribute(&first.id))
    } else {
        section(kind, &first.id, 1, &[&title_of_part], &body)
    };
    let entry = |index: &usize| (title(report, &report.pages[*index]), report.pages[*index].id.clone());
    Chapter { file, title: title_of_part, sections: sections.iter().map(entry).collect(), body, has_drawings: false }
}

fn text(report: &ReportSite<'_>, index: usize, under: u8) -> (String, BTreeSet<usize>) {
    let here = &report.pages[index].route;
    let fragment = body::page(RenderContext::in_book(report, here, under), index);
    (fragment.html, fragment.terms)
}

/// A page's number and title as printed; what stands before the first heading has none.
fn title(report: &ReportSite<'_>, own: &PageSite<'_>) -> String {
    if own.page.title.is_empty() {
        return report.words.get("section.opening").to_owned();
    }
    format!("{}{}", own.page.number, own.page.title)
}

/// The definitions of these terms, each under a link to its entry.
fn notes(report: &ReportSite<'_>, part: &PageSite<'_>, terms: &BTreeSet<usize>) -> String {
    let Some(glossary) = &report.manuscript.glossary else { return String::new() };
    let context = RenderContext::in_book(report, &part.route, 2);
    let mut html = String::new();
    for index in terms {
        let (term, id) = (&glossary.terms[*index], &report.terms[*index].id);
        let entry = context.link(&report.glossary_route(), id).unwrap_or_default();
        let _ = writeln!(
            html,
            "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"n-{}\">\n<p class=\"note-term\"><a href=\"{}\">{}</a></p>\n{}</aside>",
            attribute(id),
            attribute(&entry),
            escape(&term.entry.term),
            body::text(context, &term.definition),
        );
    }
    html
}
