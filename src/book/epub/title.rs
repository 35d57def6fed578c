//! The title page: the masthead as printed, and what a reader must know of the report.

use std::fmt::Write as _;

use super::chapter::Chapter;
use crate::book::origin;
use crate::markup::{attribute, escape};
use crate::report::MastheadRole;
use crate::site::ReportSite;

pub(super) fn chapter(report: &ReportSite<'_>, base: Option<&str>) -> Chapter {
    let page = &report.manuscript.title_page;
    let full = page.full_title();
    let is_title = |role: &MastheadRole| *role == MastheadRole::Title;
    let (titles, lines): (Vec<_>, Vec<_>) = page.lines.iter().partition(|(role, _)| is_title(role));
    let mut titles: Vec<_> = titles.into_iter().map(|(_, line)| unspaced(line)).collect();
    if titles.is_empty() {
        titles.push(escape(&full).into_owned());
    }
    let mut body = format!("<section epub:type=\"titlepage\">\n<h1 class=\"masthead\">{}</h1>\n", titles.join("<br>"));
    for (_, line) in lines {
        let _ = writeln!(body, "<p class=\"masthead\">{}</p>", escape(line));
    }
    body.push_str(&origin_lines(report, base));
    body.push_str("</section>\n");
    Chapter { file: "title.xhtml".into(), title: full, sections: Vec::new(), body, has_drawings: false }
}

/// The spaces in a printed title are typesetting: whoever hears it would hear them.
fn unspaced(line: &str) -> String {
    escape(&line.split_whitespace().collect::<String>()).into_owned()
}

/// What the site says of the report, in its own language.
fn origin_lines(report: &ReportSite<'_>, base: Option<&str>) -> String {
    let lines = origin::lines(report, &report.route, base);
    if lines.is_empty() {
        return String::new();
    }
    let words = report.words;
    let tag = words.language().tag();
    let language = if words.are_foreign() { format!(" lang=\"{tag}\" xml:lang=\"{tag}\"") } else { String::new() };
    let mut html = format!("<div class=\"origin\"{language}>\n");
    for line in lines {
        let _ = write!(html, "<p>{}", escape(&line.words));
        if !line.address.is_empty() {
            let _ = write!(html, "<a href=\"{}\">{}</a>", attribute(&line.address), escape(&line.address));
        }
        html.push_str("</p>\n");
    }
    html + "</div>\n"
}
