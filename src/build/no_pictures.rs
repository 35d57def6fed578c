//! Stands in for the pictures where gongdu is made without them: there are none, and nothing is amiss.

use std::path::PathBuf;

use crate::artifact::Sink;
use crate::diagnostic::Diagnostic;
use crate::site::{ReportSite, ReportSummary, SiteInfo};

/// Makes no pictures.
pub(super) struct PictureMaker;

impl PictureMaker {
    pub(super) fn open(_folders: &[PathBuf]) -> PictureMaker {
        PictureMaker
    }

    pub(super) fn is_open(&self) -> bool {
        false
    }

    pub(super) fn font_name(&self) -> &str {
        ""
    }

    pub(super) fn excuse(&self) -> Option<Diagnostic> {
        None
    }

    pub(super) fn draw(&self, _: &ReportSite<'_>, _: &SiteInfo, _: &dyn Sink) -> anyhow::Result<()> {
        Ok(())
    }

    pub(super) fn draw_site(&self, _: &[ReportSummary], _: &SiteInfo, _: &dyn Sink) -> anyhow::Result<()> {
        Ok(())
    }
}
