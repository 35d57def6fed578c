//! What a reader's device keeps of a site that is read without network: a list a report, and one of what all pages need. The
//! script that keeps it is `themes/default/assets/worker.js`.

use std::collections::BTreeMap;

use crate::artifact::{Artifact, Sink};
use crate::site::{FigureIndex, ReportSite};
use crate::text::Fingerprint;

/// The name of a list in the folder that it is of.
const LIST: &str = "offline.txt";

/// The list of a report whose files have these digests: its pages, and what is searched. The pages of figures are left out: there may
/// be hundreds, and each says what stands on others.
pub(super) fn of_report(site: &ReportSite<'_>, files: &BTreeMap<String, String>) -> Artifact {
    let id = &site.manuscript.id;
    let figures = (0..site.figures.len()).filter_map(|at| Some(site.figure_page(FigureIndex(at))?.path()));
    let figures: Vec<String> = figures.collect();
    let (data, searched) = (format!("{id}/data/"), format!("{id}/search/data."));
    let is_page = |path: &String| path.ends_with(".html") && !path.starts_with(&data) && !figures.contains(path);
    let kept = files.iter().filter(|(path, _)| is_page(path) || path.starts_with(&searched));
    list(format!("{id}/{LIST}"), kept.map(|(path, digest)| (path.clone(), digest.clone())))
}

/// The list of what all pages need: style and scripts, and the pages of the whole site, whose files have these digests. A report that is
/// alone has its pages on it too, since its overview is the home page.
pub(super) fn of_site(
    files: &BTreeMap<String, String>,
    only: Option<&str>,
    sink: &dyn Sink,
) -> anyhow::Result<Artifact> {
    let is_page = |path: &str| path.ends_with(".html") && path != "404.html";
    let is_kept = |path: &str| {
        is_page(path) || ["assets/", "search/everyday.", "search/traditional."].iter().any(|own| path.starts_with(own))
    };
    let own = files.iter().filter(|(path, _)| is_kept(path)).map(|(path, digest)| (path.clone(), digest.clone()));
    let report = match only {
        Some(id) => sink.taken(&format!("{id}/{LIST}"))?.unwrap_or_default(),
        None => Vec::new(),
    };
    let report = String::from_utf8_lossy(&report);
    let mut lines = report.lines();
    let version = lines.next().unwrap_or_default();
    let of_report = lines.map(|path| (path.to_owned(), version.to_owned()));
    Ok(list(LIST.to_owned(), own.chain(of_report)))
}

/// A list: the version of its files first, then a line each.
fn list(path: String, files: impl Iterator<Item = (String, String)>) -> Artifact {
    let mut print = Fingerprint::default();
    let mut lines = String::new();
    for (file, digest) in files {
        print.add(&file, digest.as_bytes());
        lines.push('\n');
        lines.push_str(&file);
    }
    Artifact::text(path, format!("{}{lines}\n", &print.hex()[..16]))
}
