//! Pages: views of the resolved site, poured into the theme's templates. Writes no files; knows no other output.

mod additions;
mod assets;
mod cards;
mod charts;
mod compared;
mod dataset;
mod downloads;
mod fidelity;
mod figures;
mod full;
mod heading;
mod key_numbers;
mod kinds;
mod last_year;
mod library;
mod linked_data;
mod lists;
mod old_pages;
mod open_data;
mod page_view;
mod page_writer;
mod phrases;
mod promises;
mod publisher;
mod report;
mod report_words;
mod samples;
mod search;
mod share;
mod shown;
mod site_pages;
mod source_lines;
mod style_rules;
mod term_changes;
mod theme;
mod topics;
mod view;

pub use theme::Theme;

use crate::artifact::Sink;
use crate::diagnostic::Checked;
use crate::site::{AliasSite, InSeries, ReportSite, ReportSummary, SearchedText, SiteInfo};
use page_writer::PageWriter;

/// Renders all pages of a report that stands in the `series` of its place, and says where what is searched of it lies. What is wrong with the texts or the
/// theme stands beside the result, all of it.
///
/// # Errors
/// A fault of the machine.
pub fn render_report(
    report: &ReportSite<'_>,
    series: &InSeries<'_>,
    site_info: &SiteInfo,
    theme: &Theme,
    sink: &dyn Sink,
) -> anyhow::Result<Checked<SearchedText>> {
    let out = PageWriter::new(site_info, theme, sink).between(&series.neighbours);
    let value = report::pages(report, series, &out)?;
    Ok(Checked { value, diagnostics: out.into_faults() })
}

/// Renders the pages of the whole site: home (unless a single report is the home), about, data, 404, feed, sitemap, and the
/// theme's assets.
///
/// # Errors
/// A fault of the machine; others stand beside the result.
pub fn render_site(
    reports: &[ReportSummary],
    site_info: &SiteInfo,
    theme: &Theme,
    sink: &dyn Sink,
) -> anyhow::Result<Checked<()>> {
    let out = PageWriter::new(site_info, theme, sink);
    for asset in theme.assets() {
        out.put(asset)?;
    }
    site_pages::pages(reports, &out)?;
    Ok(Checked { value: (), diagnostics: out.into_faults() })
}

/// Renders the pages of addresses that lead to others.
///
/// # Errors
/// A fault of the machine; others stand beside the result.
pub fn render_aliases(
    aliases: &[&AliasSite],
    site_info: &SiteInfo,
    theme: &Theme,
    sink: &dyn Sink,
) -> anyhow::Result<Checked<()>> {
    let out = PageWriter::new(site_info, theme, sink);
    aliases.iter().try_for_each(|own| old_pages::alias(own, &out))?;
    Ok(Checked { value: (), diagnostics: out.into_faults() })
}
