//! The title page: the masthead as printed, and what a reader must know of the report.

use std::fmt::Write as _;

use super::chapter::Chapter;
use crate::book::origin;
use crate::markup::{attribute, escape};
use crate::report::MastheadRole;
use crate::site::ReportSite;

pub(super) fn chapter(report: &ReportSite<'_>, base: Option<&str>) -> Chapter {
    let (page, words) = (&report.manuscript.title_page, report.words);
    let full = page.full_title();
    let is_title = |role: &MastheadRole| *role == MastheadRole::Title;
    let (titles, lines): (Vec<_>, Vec<_>) = page.lines.iter().partition(|(role, _)| is_title(role));
    let mut titles: Vec<_> = titles.into_iter().map(|(_, line)| escape(line)).collect();
    if titles.is_empty() {
        titles.push(escape(&full));
    }
    let mut body = format!("<section epub:type=\"titlepage\">\n<h1 class=\"masthead\">{}</h1>\n", titles.join("<br>"));
    for (_, line) in lines {
        let _ = writeln!(body, "<p class=\"masthead\">{}</p>", escape(line));
    }
    let tag = words.language().tag();
    let language = if words.are_foreign() { format!(" lang=\"{tag}\" xml:lang=\"{tag}\"") } else { String::new() };
    let _ = writeln!(body, "<div class=\"origin\"{language}>");
    for line in origin::lines(report, base) {
        let _ = write!(body, "<p>{}", escape(&line.words));
        if !line.address.is_empty() {
            let _ = write!(body, "<a href=\"{}\">{}</a>", attribute(&line.address), escape(&line.address));
        }
        body.push_str("</p>\n");
    }
    body.push_str("</div>\n</section>\n");
    Chapter { file: "title.xhtml".into(), title: full, sections: Vec::new(), body, has_drawings: false }
}
