//! One report resolved, and rendered into the sink.

use super::file_set::FileSet;
use super::memory::Remembered;
use super::offline;
use super::pictures::PictureMaker;
use super::recorder::Recorder;
use super::request::Counts;
use super::watcher::{BuildStage, Watcher, watched};
use crate::artifact::Sink;
use crate::book;
use crate::content::Manuscript;
use crate::data;
use crate::diagnostic::Checked;
use crate::html::{self, Theme};
use crate::site::{InSeries, ReportSite, ReportSummary, SearchedText, SiteInfo};

/// What every report is rendered with.
#[derive(Clone, Copy)]
pub(super) struct RenderTools<'a> {
    pub site_info: &'a SiteInfo,
    pub theme: Option<&'a Theme>,
    pub pictures: &'a PictureMaker,
    pub sink: &'a dyn Sink,
    pub watcher: &'a dyn Watcher,
}

/// The report of a manuscript, with what was found in both.
pub(super) fn resolve<'m>(read: &'m Checked<Manuscript>, site_info: &'m SiteInfo) -> Checked<ReportSite<'m>> {
    let mut diagnostics = read.diagnostics.clone();
    let manuscript = &read.value;
    if site_info.settings.publisher.official.is_some() {
        diagnostics.extend(manuscript.title_page.lacks_for_official());
    }
    let value = ReportSite::resolve(manuscript, &site_info.settings, &site_info.words, &site_info.topics)
        .drain_into(&mut diagnostics);
    Checked { value, diagnostics }
}

/// Renders a report into the sink. What comes back is all that the whole site and the next build must know of it; its files are none
/// where nobody can say which they are.
pub(super) fn render(
    resolved: &Checked<ReportSite<'_>>,
    series: &InSeries<'_>,
    tools: RenderTools<'_>,
) -> anyhow::Result<Remembered> {
    let RenderTools { site_info, theme, pictures, sink, watcher } = tools;
    let Checked { value: site, diagnostics } = resolved;
    let mut diagnostics = diagnostics.clone();
    let (site_sink, sink) = (sink, Recorder::new(sink));
    let mut searched = SearchedText::default();
    if let Some(theme) = theme {
        let made = watched(watcher, BuildStage::Pages, || html::render_report(site, series, site_info, theme, &sink));
        searched = made?.drain_into(&mut diagnostics);
    }
    watched(watcher, BuildStage::Data, || {
        let files = data::files(site, series.last_year.as_ref(), &site_info.settings);
        files.into_iter().try_for_each(|file| sink.put(file))
    })?;
    watched(watcher, BuildStage::Books, || {
        book::files(site, site_info)?.into_iter().try_for_each(|file| sink.put(file))
    })?;
    watched(watcher, BuildStage::Pictures, || pictures.draw(site, site_info, &sink))?;
    if site_info.is_offline() {
        sink.put(offline::of_report(site, &sink.digests()))?;
    }
    let files = if theme.is_some() { sink.into_files() } else { FileSet::default() };
    site_sink.group(&files.paths, &files.fingerprint);
    let (summary, counts) = (ReportSummary::of(site, series, searched), Counts::of(site, series));
    Ok(Remembered { summary, counts, diagnostics, files })
}
