//! The addresses that lead to pages because a person says so: written when all pages stand, so that none takes the place of one.

use std::collections::BTreeSet;

use super::static_files::MadePaths;
use crate::artifact::Sink;
use crate::diagnostic::Diagnostic;
use crate::html::{self, Theme};
use crate::site::{AliasSite, ReportSummary, SiteInfo};

/// Puts them into the sink, beside all pages, which have these paths; gives the faults of those whose places are taken.
pub(super) fn put(
    reports: &[ReportSummary],
    site_info: &SiteInfo,
    theme: &Theme,
    paths: BTreeSet<String>,
    sink: &dyn Sink,
) -> anyhow::Result<Vec<Diagnostic>> {
    let mut made = MadePaths::of(paths);
    let (mut free, mut faults): (Vec<&AliasSite>, _) = (Vec::new(), Vec::new());
    for alias in reports.iter().flat_map(|report| &report.aliases) {
        let path = alias.route.path();
        if made.is_in_the_way_of(&path) {
            faults.push(alias.taken.clone());
        } else {
            made.add(&path);
            free.push(alias);
        }
    }
    html::render_aliases(&free, site_info, theme, sink)?.drain_into(&mut faults);
    Ok(faults)
}
