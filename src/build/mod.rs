//! From the content folder to the site: reads each report, resolves and renders it into a sink, then the pages of the whole
//! site. Reports are read, rendered and let go, those of one place and kind together, several series at a time; only a summary of each
//! stays. What the last build made of the same is taken over.

mod aliases;
mod drafts;
mod file_set;
mod folder;
mod ids;
mod ledgers;
mod memory;
mod next_to;
#[cfg(not(feature = "images"))]
mod no_pictures;
mod offline;
mod outlook;
mod outside_links;
mod paths;
#[cfg(feature = "images")]
mod pictures;
mod recorder;
mod render;
mod report;
mod request;
mod same_report;
mod series;
mod settings;
mod static_files;
mod surroundings;
#[cfg(test)]
mod tests;
mod watcher;
mod whole_site;

pub use folder::{manuscript, unsaved_ledger};
pub use ids::{check_id, reports};
pub use ledgers::UnsavedLedger;
pub use memory::joined_notes;
pub use outlook::SiteOutlook;
pub use outside_links::outside_links;
pub use request::{Built, Counts, Request, Shard};
pub use watcher::{BuildStage, Watcher, watched};

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::artifact::Sink;
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::html::Theme;
use crate::message::{Message, message};
use crate::site::SiteInfo;
use folder::raw;
use memory::BuildMemory;
#[cfg(not(feature = "images"))]
use no_pictures as pictures;
use paths::CheckedPaths;
use pictures::PictureMaker;
use render::RenderTools;
use report::{BuildContext, BuiltReport};
use settings::{settings, theme_files, topics, words};

/// Builds the site into `sink`; the caller publishes it if the result [`is_good`](Built::is_good).
///
/// # Errors
/// A fault of the machine; faults of the text are diagnostics of the result, all of them.
pub fn build(request: &Request, sink: &dyn Sink) -> anyhow::Result<Built> {
    build_watched(request, sink, &|_, _| ())
}

/// Builds as [`build`] does; `watcher` is told how far it is.
///
/// # Errors
/// A fault of the machine; faults of the text are diagnostics of the result, all of them.
pub fn build_watched(request: &Request, sink: &dyn Sink, watcher: &dyn Watcher) -> anyhow::Result<Built> {
    build_with_fonts(request, &disk::font_folders(), sink, watcher)
}

/// Builds as [`build_watched`] does, with the fonts below `folders` and no others.
///
/// # Errors
/// A fault of the machine.
pub fn build_with_fonts(
    request: &Request,
    folders: &[PathBuf],
    sink: &dyn Sink,
    watcher: &dyn Watcher,
) -> anyhow::Result<Built> {
    let mut built = Built::default();
    let name = request.content.display().to_string();
    if !disk::is_dir(&request.content) {
        return Err(no_content(&request.content).into());
    }
    watcher.begin(BuildStage::Prepare);
    let settings = settings(&request.content, request.base_url.as_deref(), &name, &mut built.diagnostics)?;
    let over = theme_files(request, &mut built.diagnostics)?;
    let words = words(settings.language, &raw(&over), &mut built.diagnostics);
    let topics = topics(&raw(&over), &mut built.diagnostics);
    let theme =
        Theme::load(&raw(&over), &words, settings.offline && !request.preview).drain_into(&mut built.diagnostics);
    let ids = chosen(request, ids::found(&request.content, &name, &mut built.diagnostics)?, &name, &mut built);
    let static_files = static_files::read(request, &name, &mut built.diagnostics)?;
    let pictures = PictureMaker::open(folders);
    let site_info = SiteInfo {
        settings,
        words,
        topics,
        reports: ids.len(),
        pictures: pictures.is_open(),
        preview: request.preview,
        has_robots: static_files::has_robots(&static_files),
        assets: theme.as_ref().map(|theme| theme.names().clone()).unwrap_or_default(),
    };
    let surroundings = surroundings::surroundings(&name, &site_info, &over, &pictures);
    watcher.end();
    surroundings::learned(request, &over, static_files.files.len(), &pictures)
        .into_iter()
        .for_each(|what| watcher.learned(what));
    let sink = CheckedPaths::new(sink, request.full);
    let memory = BuildMemory::read(sink.noted());
    let tools = RenderTools { site_info: &site_info, theme: theme.as_ref(), pictures: &pictures, sink: &sink, watcher };
    let context = BuildContext { request, name: &name, tools, surroundings: &surroundings, memory: &memory };
    let done = AtomicUsize::new(0);
    let mut series = watched(watcher, BuildStage::Read, || series::series(request, &ids));
    if let Some(shard) = request.shard {
        let mut places = 0..;
        series.retain(|_| places.next().is_some_and(|at| shard.has(at)));
    }
    let count = series.iter().map(Vec::len).sum();
    let told = || watcher.done(done.fetch_add(1, Ordering::Relaxed) + 1, count);
    watcher.done(0, count);
    let reports: Vec<anyhow::Result<BuiltReport>> =
        series.par_iter().flat_map_iter(|members| report::make_series(members, context, &told)).collect();
    let mut notes = built.take(reports)?;
    if request.shard.is_none() {
        built.diagnostics.extend(same_report::told(&built.reports, &name));
        let make = || whole_site::make(&built.reports, &notes, context, &sink);
        let (found, note) = watched(watcher, BuildStage::WholeSite, make)?;
        built.diagnostics.extend(found);
        notes.extend(note);
        built.diagnostics.extend(static_files::put(static_files, &sink)?);
    }
    sink.note(memory::notes(notes));
    built.diagnostics.extend(sink.faults());
    built.diagnostics.extend(pictures.excuse());
    // A fault of a template shows on each page that uses it; once is enough.
    let mut seen: Vec<Diagnostic> = Vec::new();
    for found in std::mem::take(&mut built.diagnostics) {
        if !seen.contains(&found) {
            seen.push(found);
        }
    }
    built.diagnostics = seen;
    Ok(built)
}

impl Built {
    /// Takes what came of the reports, and gives what is noted of them for the next build.
    fn take(&mut self, reports: Vec<anyhow::Result<BuiltReport>>) -> anyhow::Result<Vec<String>> {
        let (mut notes, mut machine) = (Vec::new(), Vec::new());
        for report in reports {
            match report {
                Ok(made) => {
                    self.reports.push(made.summary);
                    self.counts.add(made.counts);
                    self.converted.extend(made.converted);
                    self.ledgers.extend(made.ledger);
                    self.diagnostics.extend(made.diagnostics);
                    notes.extend(made.note);
                }
                Err(error) => machine.push(Message::of(&error)),
            }
        }
        if !machine.is_empty() {
            return Err(Message::joined(machine, "\n", "\n").into());
        }
        self.reports.sort_by(|a, b| a.id.cmp(&b.id));
        self.ledgers.sort_by(|a, b| a.report.cmp(&b.report));
        Ok(notes)
    }
}

/// The reports `ids` that are to be built: drafts are only where the request asks for them, and are noted.
fn chosen(request: &Request, ids: Vec<String>, name: &str, built: &mut Built) -> Vec<String> {
    built.drafts = drafts::drafts(request, &ids);
    if request.drafts || built.drafts.is_empty() {
        return ids;
    }
    let chosen: Vec<String> = ids.into_iter().filter(|id| !built.drafts.contains(id)).collect();
    if chosen.is_empty() {
        built.diagnostics.push(drafts::nothing_else(name));
    }
    chosen
}

/// The fault that the content folder is not there, with the ways to begin one. It is the same whatever was asked.
pub fn no_content(content: &Path) -> Message {
    message!(
        "there is no folder {content}: no site has been begun here. Begin one: `gongdu new mysite` makes its folder and asks for its \
         name and its publisher; or, to have it right here, `gongdu import REPORT.docx`. If it lies elsewhere, run gongdu there, or \
         say --content DIR",
        "没有文件夹 {content}：这里还没有网站。新建一个：`gongdu new mysite` 建好文件夹，问清网站的名字和谁办的；\
         想就建在这里，用 `gongdu import 报告.docx`。网站在别处的，请到那里运行 gongdu，或用 --content 指出它",
        content = content.display(),
    )
}
