//! Pages: views of the resolved site, poured into the theme's templates. Writes no files; knows no other output.

mod additions;
mod assets;
mod charts;
mod dataset;
mod fidelity;
mod figures;

mod heading;
mod lists;
mod open_data;
mod page_view;
mod page_writer;
mod phrases;
mod publisher;
mod report;
mod samples;
mod search;
mod share;
mod site_pages;
mod source_lines;
mod theme;
mod view;

pub use page_writer::RenderError;
pub use theme::Theme;

use crate::artifact::Sink;
use crate::site::{ReportSite, ReportSummary, SiteInfo};
use page_writer::PageWriter;

/// Renders all pages of a report.
pub fn render_report(
    report: &ReportSite<'_>,
    site_info: &SiteInfo,
    theme: &Theme,
    sink: &dyn Sink,
) -> Result<(), RenderError> {
    report::pages(report, &PageWriter { site_info, theme, sink })
}

/// Renders the pages of the whole site: home (unless a single report is the home), about, data, 404, feed, sitemap, and the
/// theme's assets.
pub fn render_site(
    reports: &[ReportSummary],
    site_info: &SiteInfo,
    theme: &Theme,
    sink: &dyn Sink,
) -> Result<(), RenderError> {
    let out = PageWriter { site_info, theme, sink };
    for asset in theme.assets() {
        sink.put(asset).map_err(RenderError::Machine)?;
    }
    site_pages::pages(reports, &out)
}
