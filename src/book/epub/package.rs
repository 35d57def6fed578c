//! What the book says of itself: the package document, and the contents.

use std::fmt::Write as _;

use super::chapter::{Chapter, document};
use crate::content::TitlePage;
use crate::markup::{attribute, escape};
use crate::site::{ReportSite, urn};

/// The package document: what the book is, its files, and the order in which one reads them.
pub(super) fn package(report: &ReportSite<'_>, chapters: &[Chapter], language: &str) -> String {
    let (mut manifest, mut spine) = (String::new(), String::new());
    for (index, chapter) in chapters.iter().enumerate() {
        let properties = if chapter.has_drawings { " properties=\"svg\"" } else { "" };
        let _ = writeln!(
            manifest,
            "<item id=\"x{index}\" href=\"{}\" media-type=\"application/xhtml+xml\"{properties}/>",
            attribute(&chapter.file)
        );
        let _ = writeln!(spine, "<itemref idref=\"x{index}\"/>");
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"{language}\">\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n{}</metadata>\n\
         <manifest>\n<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n\
         <item id=\"css\" href=\"style.css\" media-type=\"text/css\"/>\n{manifest}</manifest>\n<spine>\n{spine}</spine>\n</package>\n",
        metadata(report, language)
    )
}

/// From the report alone: who copies the site to another address, or builds it another day, has the same book.
fn metadata(report: &ReportSite<'_>, language: &str) -> String {
    let page = &report.manuscript.title_page;
    let mut out = format!("<dc:identifier id=\"id\">{}</dc:identifier>\n", urn(&report.manuscript.id));
    let mut say = |element: &str, words: &str| {
        if !words.is_empty() {
            let _ = writeln!(out, "<dc:{element}>{}</dc:{element}>", escape(words));
        }
    };
    say("title", &page.full_title());
    say("language", language);
    say("creator", &page.author());
    say("publisher", &page.publisher);
    say("source", &page.source_url);
    say("date", page.date.as_deref().unwrap_or_default());
    let _ = writeln!(out, "<meta property=\"dcterms:modified\">{}</meta>", modified(page));
    for (property, value) in [
        ("accessMode", "textual"),
        ("accessModeSufficient", "textual"),
        ("accessibilityFeature", "tableOfContents"),
        ("accessibilityFeature", "structuralNavigation"),
        ("accessibilityHazard", "none"),
    ] {
        let _ = writeln!(out, "<meta property=\"schema:{property}\">{value}</meta>");
    }
    out
}

/// The last day on which anything is known to have happened to the report; one without a day has the first of its year.
fn modified(page: &TitlePage) -> String {
    let published = page.published.as_deref().and_then(|moment| moment.get(..10));
    let days = page.notices.iter().map(|notice| notice.date.as_str()).chain(published).chain(page.date.as_deref());
    let year = page.year.map_or_else(|| "1970-01-01".to_owned(), |year| format!("{year:04}-01-01"));
    format!("{}T00:00:00Z", days.max().unwrap_or(&year))
}

/// The contents: the parts, and the sections below them.
pub(super) fn navigation(report: &ReportSite<'_>, chapters: &[Chapter], language: &str) -> String {
    let title = report.words.get("contents.heading");
    let mut body = format!("<nav epub:type=\"toc\" role=\"doc-toc\">\n<h1>{}</h1>\n<ol>\n", escape(title));
    let link = |file: &str, title: &str| format!("<a href=\"{}\">{}</a>", attribute(file), escape(title));
    for chapter in chapters {
        let _ = write!(body, "<li>{}", link(&chapter.file, &chapter.title));
        let entry = |(title, id): &(String, String)| link(&format!("{}#{id}", chapter.file), title);
        let sections: String = chapter.sections.iter().map(|own| format!("\n<li>{}</li>", entry(own))).collect();
        if !sections.is_empty() {
            let _ = write!(body, "\n<ol>{sections}\n</ol>\n");
        }
        body.push_str("</li>\n");
    }
    body.push_str("</ol>\n</nav>\n");
    document(title, language, &body)
}
