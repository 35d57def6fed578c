//! A report as one file to read elsewhere: plain text, Markdown, a book. Knows no templates, and nothing of how pages look.

mod epub;
mod llms;
mod origin;
mod plain;

use crate::artifact::Artifact;
use crate::site::{ReportSite, ReportSummary, SiteInfo};

/// The files of a report.
///
/// # Errors
/// When a book cannot be put together.
pub fn files(report: &ReportSite<'_>, site_info: &SiteInfo) -> anyhow::Result<Vec<Artifact>> {
    let base = site_info.settings.base_url.as_deref();
    let mut files = vec![
        Artifact::text(report.text_route().path(), plain::text(report)),
        Artifact::text(report.markdown_route().path(), plain::markdown(report, base)),
    ];
    for own in report.pages.iter().filter(|own| !own.page.id.is_opening()) {
        files.push(Artifact::text(own.markdown_route().path(), plain::page(report, own, base)));
    }
    if site_info.has_epub() {
        files.push(Artifact { path: report.epub_route().path(), bytes: epub::epub(report, base)?.into() });
    }
    Ok(files)
}

/// The files of the whole site.
pub fn site_files(reports: &[ReportSummary], site_info: &SiteInfo) -> Vec<Artifact> {
    vec![Artifact::text(crate::site::llms_route().path(), llms::text(reports, site_info))]
}
