//! One report: its folder read, resolved, rendered into the sink, and let go.

use std::path::Path;

use super::pictures::PictureMaker;
use super::request::{Counts, Request};
use crate::artifact::Sink;
use crate::content::{Converted, Manuscript, NewFile, RawFile};
use crate::data;
use crate::diagnostic::{Checked, Diagnostic};
use crate::disk::{self, Tree};
use crate::html::{self, Theme};
use crate::intake;
use crate::site::{ReportSite, ReportSummary, SiteInfo};

/// What came of one report.
pub(super) struct BuiltReport {
    pub summary: ReportSummary,
    pub counts: Counts,
    pub converted: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
}

/// What every report is made with.
#[derive(Clone, Copy)]
pub(super) struct BuildContext<'a> {
    pub site_info: &'a SiteInfo,
    pub theme: Option<&'a Theme>,
    pub pictures: &'a PictureMaker,
    pub sink: &'a dyn Sink,
}

/// Makes the report `id`, whose folder messages call `name`.
///
/// # Errors
/// A fault of the machine; faults of the text are diagnostics of the result.
pub(super) fn make(request: &Request, name: &str, id: &str, context: BuildContext<'_>) -> anyhow::Result<BuiltReport> {
    let BuildContext { site_info, theme, pictures, sink } = context;
    let folder = request.content.join(id);
    let mut diagnostics = Vec::new();
    let (tree, made) = read(&folder, name, &mut diagnostics)?;
    let mut converted = Vec::new();
    if request.write_content && !made.is_empty() {
        let made = Converted { files: made, ..Converted::default() };
        intake::place(&folder, &made, false)?;
        converted.extend(made.files.iter().map(|file| format!("{name}/{}", file.path)));
    }
    let manuscript = Manuscript::read(id, &raw(&tree)).drain_into(&mut diagnostics);
    drop(tree);
    if site_info.settings.publisher.official.is_some() {
        diagnostics.extend(manuscript.title_page.lacks_for_official());
    }
    let site = ReportSite::resolve(&manuscript, site_info.settings.link_terms, &site_info.words, &site_info.topics)
        .drain_into(&mut diagnostics);
    if let Some(theme) = theme {
        html::render_report(&site, site_info, theme, sink)?.drain_into(&mut diagnostics);
    }
    for file in data::files(&site, &site_info.settings) {
        sink.put(file)?;
    }
    pictures.draw(&site, site_info, sink)?;
    Ok(BuiltReport { summary: ReportSummary::of(&site), counts: Counts::of(&site), converted, diagnostics })
}

/// Reads the files of a report's folder, and makes those of one that has a source and no Markdown yet: they are in the tree,
/// and given apart for who wants to write them.
fn read(folder: &Path, name: &str, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<(Tree, Vec<NewFile>)> {
    let mut tree = disk::read_tree(folder, name)?.drain_into(diagnostics);
    let made = intake::missing(folder, &raw(&tree))?.drain_into(diagnostics);
    for NewFile { path, bytes } in made.iter().cloned() {
        tree.files.push(disk::TreeFile { shown: format!("{name}/{path}"), path, bytes });
    }
    Ok((tree, made))
}

/// The report `id` below the folder `content`, as a build would read it; nothing is written.
///
/// # Errors
/// A fault of the machine.
pub fn manuscript(content: &Path, id: &str) -> anyhow::Result<Checked<Manuscript>> {
    let mut diagnostics = Vec::new();
    let (tree, _) = read(&content.join(id), &format!("{}/{id}", content.display()), &mut diagnostics)?;
    let value = Manuscript::read(id, &raw(&tree)).drain_into(&mut diagnostics);
    Ok(Checked { value, diagnostics })
}

/// The files of a folder as content reads them.
pub(super) fn raw(tree: &Tree) -> Vec<RawFile<'_>> {
    tree.files.iter().map(|file| RawFile { path: &file.path, name: &file.shown, bytes: &file.bytes }).collect()
}
