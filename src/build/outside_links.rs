//! The links of a whole site that lead out of it, read anew: a build keeps no text of a report that is done.

use std::path::Path;

use super::folder::manuscript;
use crate::content::{OutsideLink, RawFile, links_of_settings};
use crate::disk;

/// The links of the settings and of the reports `ids` below the folder `content` that lead out of the site. Faults of the texts are
/// those that a build tells.
///
/// # Errors
/// A fault of the machine.
pub fn outside_links<'i>(content: &Path, ids: impl IntoIterator<Item = &'i str>) -> anyhow::Result<Vec<OutsideLink>> {
    let mut links = Vec::new();
    let settings = content.join("site.toml");
    if disk::exists(&settings) {
        let (name, bytes) = (format!("{}/site.toml", content.display()), disk::read_file(&settings)?);
        links.extend(links_of_settings(RawFile { path: "site.toml", name: &name, bytes: &bytes }));
    }
    for id in ids {
        links.extend(manuscript(content, id)?.value.outside_links());
    }
    Ok(links)
}
