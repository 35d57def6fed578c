//! A report as an EPUB 3 (<https://www.w3.org/TR/epub-33/>): a title page, a file for each part with its terms as notes, the glossary, the charts.
//! The same report gives the same bytes.

mod chapter;
mod charts;
mod container;
mod glossary;
mod package;
mod parts;
mod title;

use crate::message::Message;
use crate::site::ReportSite;
use crate::text::is_traditional;
use chapter::Chapter;

/// The report as a book; its own address is under `base`.
///
/// # Errors
/// When a zip cannot hold it.
pub(super) fn epub(report: &ReportSite<'_>, base: Option<&str>) -> anyhow::Result<Vec<u8>> {
    let language = language(report);
    let mut chapters = vec![title::chapter(report, base)];
    chapters.extend(parts::chapters(report, false));
    chapters.extend(glossary::chapter(report));
    chapters.extend(parts::chapters(report, true));
    chapters.extend(charts::chapter(report));
    let mut files = vec![
        ("META-INF/container.xml".to_owned(), container::CONTAINER.to_owned()),
        ("EPUB/package.opf".to_owned(), package::package(report, &chapters, language)),
        ("EPUB/nav.xhtml".to_owned(), package::navigation(report, &chapters, language)),
        ("EPUB/style.css".to_owned(), include_str!("style.css").to_owned()),
    ];
    files.extend(chapters.iter().map(|own: &Chapter| (format!("EPUB/{}", own.file), own.document(language))));
    container::packed(&files).map_err(|error| Message::quoted(error).into())
}

/// The language of the report with its script.
fn language(report: &ReportSite<'_>) -> &'static str {
    let words: String = report.pages.iter().map(|own| own.page.text.words()).collect();
    if is_traditional(&words) { "zh-Hant" } else { "zh-Hans" }
}
