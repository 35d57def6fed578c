//! The reports of one place: their folders read, resolved, rendered into the sink, and let go.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::ledgers::UnsavedLedger;
use super::pictures::PictureMaker;
use super::request::{Counts, Request};
use crate::artifact::Sink;
use crate::book;
use crate::content::{Converted, Manuscript, NewFile, RawFile};
use crate::data;
use crate::diagnostic::{Checked, Diagnostic, has_errors};
use crate::disk::{self, Tree};
use crate::html::{self, Theme};
use crate::intake;
use crate::ledger::Followed;
use crate::site::{self, InSeries, ReportSite, ReportSummary, SiteInfo, series};

/// What came of one report.
pub(super) struct BuiltReport {
    pub summary: ReportSummary,
    pub counts: Counts,
    pub converted: Vec<String>,
    pub ledger: Option<UnsavedLedger>,
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

/// A report as it lies in its folder, with what was found in reading it.
struct ReadReport {
    manuscript: Manuscript,
    converted: Vec<String>,
    diagnostics: Vec<Diagnostic>,
}

/// Makes the reports `ids` of one series, the folder of which messages call `name`; `done` is told of each that is.
///
/// Each gives what came of it, or a fault of the machine; faults of the text are diagnostics of the result.
pub(super) fn make_series(
    request: &Request,
    name: &str,
    ids: &[String],
    context: BuildContext<'_>,
    done: &(dyn Fn() + Sync),
) -> Vec<anyhow::Result<BuiltReport>> {
    let mut results = Vec::new();
    let mut read: Vec<ReadReport> = Vec::new();
    for own in ids.par_iter().map(|id| read_report(request, &format!("{name}/{id}"), id)).collect::<Vec<_>>() {
        match own {
            Ok(own) => read.push(own),
            Err(fault) => {
                done();
                results.push(Err(fault));
            }
        }
    }
    let sites: Vec<Checked<ReportSite<'_>>> =
        read.par_iter().map(|own| resolve(&own.manuscript, context.site_info)).collect();
    let series = series(&sites.iter().map(|own| &own.value).collect::<Vec<_>>());
    let rendered = sites.par_iter().zip(&series).map(|(own, series)| {
        let faults = render(&own.value, series, context);
        done();
        let site = &own.value;
        let id = &site.manuscript.id;
        let (folder, name) = (request.content.join(id), format!("{name}/{id}"));
        let ledger = UnsavedLedger::of(site.manuscript, &site.ledger, &site.changes, &folder, &name);
        Ok((ReportSummary::of(&own.value, series), Counts::of(&own.value, series), ledger, faults?))
    });
    let rendered: Vec<anyhow::Result<_>> = rendered.collect();
    drop(series);
    let resolved: Vec<Vec<Diagnostic>> = sites.into_iter().map(|own| own.diagnostics).collect();
    for ((own, resolved), made) in read.into_iter().zip(resolved).zip(rendered) {
        results.push(made.map(|(summary, counts, ledger, rendered)| BuiltReport {
            summary,
            counts,
            ledger,
            converted: own.converted,
            diagnostics: [own.diagnostics, resolved, rendered].concat(),
        }));
    }
    results
}

/// Reads the report `id`, whose folder messages call `name`, and writes what a build makes of its source, where that is asked.
fn read_report(request: &Request, name: &str, id: &str) -> anyhow::Result<ReadReport> {
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
    Ok(ReadReport { manuscript, converted, diagnostics })
}

fn resolve<'m>(manuscript: &'m Manuscript, site_info: &'m SiteInfo) -> Checked<ReportSite<'m>> {
    let mut diagnostics = Vec::new();
    if site_info.settings.publisher.official.is_some() {
        diagnostics.extend(manuscript.title_page.lacks_for_official());
    }
    let value = ReportSite::resolve(manuscript, site_info.settings.link_terms, &site_info.words, &site_info.topics)
        .drain_into(&mut diagnostics);
    Checked { value, diagnostics }
}

/// Renders a report into the sink; what is wrong with its texts or the theme is handed on.
fn render(site: &ReportSite<'_>, series: &InSeries<'_>, context: BuildContext<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    let BuildContext { site_info, theme, pictures, sink } = context;
    let mut diagnostics = Vec::new();
    if let Some(theme) = theme {
        html::render_report(site, series, site_info, theme, sink)?.drain_into(&mut diagnostics);
    }
    for file in data::files(site, series.last_year.as_ref(), &site_info.settings) {
        sink.put(file)?;
    }
    for file in book::files(site, site_info)? {
        sink.put(file)?;
    }
    pictures.draw(site, series, site_info, sink)?;
    Ok(diagnostics)
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

/// The ledger of the report `id` below the folder `content` as its text is now; `None` when it is saved already, or when there is
/// no text, or one with faults: what its addresses are is known when they are mended.
///
/// # Errors
/// A fault of the machine.
pub fn unsaved_ledger(content: &Path, id: &str) -> anyhow::Result<Option<UnsavedLedger>> {
    let folder = content.join(id);
    if !disk::is_dir(&folder) {
        return Ok(None);
    }
    let Checked { value: manuscript, diagnostics } = manuscript(content, id)?;
    if has_errors(&diagnostics) || manuscript.pages.is_empty() {
        return Ok(None);
    }
    let Followed { ids, ledger, changes } = site::follow(&manuscript);
    if ids.iter().collect::<BTreeSet<_>>().len() < ids.len() {
        return Ok(None);
    }
    Ok(UnsavedLedger::of(&manuscript, &ledger, &changes, &folder, &folder.display().to_string()))
}

/// The files of a folder as content reads them.
pub(super) fn raw(tree: &Tree) -> Vec<RawFile<'_>> {
    tree.files.iter().map(|file| RawFile { path: &file.path, name: &file.shown, bytes: &file.bytes }).collect()
}
