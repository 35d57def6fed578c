//! What the settings say of a site without building it: its address, and what stays out of it.

use std::path::Path;

use super::drafts::are_drafts;
use super::ids::reports;
use crate::content::{RawFile, Settings};
use crate::disk;

/// What a site will be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteOutlook {
    /// `base_url` of `site.toml`; empty when it is not written, or wrongly, which the build tells.
    pub address: String,
    /// The ids of the reports that are drafts.
    pub drafts: Vec<String>,
}

impl SiteOutlook {
    /// Reads `site.toml` and the title pages below `content`.
    ///
    /// # Errors
    /// When a file or the folder cannot be read.
    pub fn of(content: &Path) -> anyhow::Result<SiteOutlook> {
        let path = content.join("site.toml");
        let bytes = if disk::exists(&path) { disk::read_file(&path)? } else { Vec::new() };
        let settings = Settings::read(RawFile { path: "site.toml", name: "site.toml", bytes: &bytes }).value;
        let drafts = are_drafts(content, &reports(content)?);
        Ok(SiteOutlook { address: settings.base_url.unwrap_or_default(), drafts })
    }
}
