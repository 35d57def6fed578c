//! The glossary as the report prints it.

use std::fmt::Write as _;

use super::chapter::{Chapter, section};
use crate::body::{self, RenderContext};
use crate::markup::{attribute, escape};
use crate::site::ReportSite;

pub(super) fn chapter(report: &ReportSite<'_>) -> Option<Chapter> {
    let glossary = report.manuscript.glossary.as_ref().filter(|glossary| !glossary.terms.is_empty())?;
    let here = &report.glossary_route();
    let (file, id) = body::chapter(report, here)?;
    let context = RenderContext::in_book(report, here, 1);
    let mut html = String::from("<dl>\n");
    for (index, term) in glossary.terms.iter().enumerate() {
        let _ = writeln!(
            html,
            "<div id=\"{}\">\n<dt>{}<dfn>{}</dfn>{}</dt>\n<dd>{}</dd>\n</div>",
            attribute(&report.terms[index].id),
            escape(&term.entry.mark),
            escape(&term.entry.term),
            escape(&term.entry.separator),
            body::definition(context, index, &term.definition),
        );
    }
    html.push_str("</dl>\n");
    let own = report.words.get("glossary.title");
    let printed: Vec<&str> = glossary.heading.iter().map(String::as_str).collect();
    let heading = if printed.is_empty() { vec![own] } else { printed };
    let body = section(" epub:type=\"glossary\" role=\"doc-glossary\"", &id, 1, &heading, &html);
    Some(Chapter { file, title: own.to_owned(), sections: Vec::new(), body, has_drawings: false })
}
