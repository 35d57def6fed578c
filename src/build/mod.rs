//! From the content folder to the site: reads each report, resolves and renders it into a sink, then the pages of the whole
//! site. Reports are read, rendered and let go one by one, several at a time; only a card of each stays.

mod ids;
#[cfg(feature = "images")]
mod pictures;
#[cfg(not(feature = "images"))]
#[path = "no_pictures.rs"]
mod pictures;
mod report;
#[cfg(test)]
mod tests;

pub use ids::{check_id, reports};
pub use report::manuscript;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use pictures::Studio;
use rayon::prelude::*;
use report::{Bench, Made};

use crate::artifact::Sink;
use crate::content::{self, RawFile, Settings};
use crate::data;
use crate::diagnostic::{Code, Diagnostic, has_errors};
use crate::disk::{self, Tree};
use crate::html::{self, Fault, Theme};
use crate::message::{Message, message};
use crate::site::{Card, ReportSite, Shelf};
use crate::words::{Language, Words};

/// What to build.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folder with `site.toml` and a folder for each report.
    pub content: PathBuf,
    /// A folder whose files replace those of the default theme.
    pub theme: Option<PathBuf>,
    /// Overrides `base_url` of `site.toml`.
    pub base_url: Option<String>,
    /// Whether a report that has a source and no Markdown yet gets its Markdown written. Otherwise it is converted in
    /// memory only.
    pub write_content: bool,
    /// Whether to say where the Markdown differs from the source it was made from.
    pub compare_source: bool,
    /// Whether the pages are for the preview server, which writes a script of its own into them.
    pub preview: bool,
}

/// What a build found and made.
#[derive(Debug, Default)]
pub struct Built {
    /// The reports, by id.
    pub cards: Vec<Card>,
    /// How many there are of each thing, over all reports.
    pub counts: Counts,
    /// The files that were written below the content folder.
    pub converted: Vec<String>,
    /// Everything wrong or doubtful.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many there are of each thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Counts {
    pub pages: usize,
    pub terms: usize,
    pub mentions: usize,
    pub figures: usize,
    pub charts: usize,
}

impl Built {
    /// Whether the site may be published.
    pub fn is_good(&self) -> bool {
        !has_errors(&self.diagnostics)
    }
}

/// Builds the site into `sink`; the caller publishes it if the result [`is_good`](Built::is_good).
///
/// # Errors
/// A fault of the machine; faults of the text are diagnostics of the result, all of them.
pub fn build(request: &Request, sink: &dyn Sink) -> anyhow::Result<Built> {
    build_watched(request, sink, &|_, _| ())
}

/// Is told how many of how many reports are done.
pub type Progress<'a> = dyn Fn(usize, usize) + Sync + 'a;

/// Builds as [`build`] does; `progress` is told, from several threads, how many of how many reports are done.
///
/// # Errors
/// A fault of the machine; faults of the text are diagnostics of the result, all of them.
pub fn build_watched(request: &Request, sink: &dyn Sink, progress: &Progress<'_>) -> anyhow::Result<Built> {
    build_with_fonts(request, &disk::font_folders(), sink, progress)
}

/// Builds as [`build_watched`] does, with the fonts below `folders` and no others.
///
/// # Errors
/// A fault of the machine.
pub fn build_with_fonts(
    request: &Request,
    folders: &[PathBuf],
    sink: &dyn Sink,
    progress: &Progress<'_>,
) -> anyhow::Result<Built> {
    let mut built = Built::default();
    let name = request.content.display().to_string();
    if !disk::is_dir(&request.content) {
        return Err(no_content(&name).into());
    }
    let settings = settings(request, &name, &mut built.diagnostics)?;
    let over = theme_files(request, &mut built.diagnostics)?;
    let words = words(settings.language, &raw(&over), &mut built.diagnostics);
    let theme = Theme::load(&raw(&over), &words, &mut built.diagnostics);
    let ids = ids::found(&request.content, &name, &mut built.diagnostics)?;
    let studio = Studio::open(folders);
    let shelf = Shelf { settings, words, reports: ids.len(), pictures: studio.is_open(), preview: request.preview };
    let bench = Bench { shelf: &shelf, theme: theme.as_ref(), studio: &studio, sink };
    let done = AtomicUsize::new(0);
    let reports: Vec<anyhow::Result<Made>> = ids
        .par_iter()
        .map(|id| {
            let made = report::make(request, &format!("{name}/{id}"), id, bench);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, ids.len());
            made
        })
        .collect();
    let mut machine = Vec::new();
    for report in reports {
        match report {
            Ok(made) => {
                built.cards.push(made.card);
                built.counts.add(made.counts);
                built.converted.extend(made.converted);
                built.diagnostics.extend(made.diagnostics);
            }
            Err(error) => machine.push(Message::of(&error)),
        }
    }
    if !machine.is_empty() {
        return Err(Message::joined(machine, "\n", "\n").into());
    }
    if let Some(theme) = &theme {
        take(html::render_site(&built.cards, &shelf, theme, sink), &mut built.diagnostics)?;
    }
    data::site_files(&built.cards, &shelf, sink)?;
    studio.draw_site(&shelf, sink)?;
    built.diagnostics.extend(studio.excuse());
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

fn no_content(name: &str) -> Message {
    message!(
        "there is no folder {name}; run gongdu where it lies, say --content DIR, \
         or begin one: gongdu import REPORT.txt --as zichuan-2023",
        "没有文件夹 {name}；请到它所在的地方运行 gongdu，或用 --content 指出它，\
         或新建一个：`gongdu import 报告.txt --as zichuan-2023`",
    )
}

/// Moves faults of the text to the diagnostics; a fault of the machine ends the build.
fn take(result: Result<(), Fault>, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<()> {
    match result {
        Ok(()) => Ok(()),
        Err(Fault::Text(found)) => {
            diagnostics.extend(found);
            Ok(())
        }
        Err(Fault::Machine(error)) => Err(error),
    }
}

fn settings(request: &Request, name: &str, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<Settings> {
    let path = request.content.join("site.toml");
    let shown = format!("{name}/site.toml");
    let mut settings = if disk::exists(&path) {
        let bytes = disk::read_file(&path)?;
        Settings::read(RawFile { path: "site.toml", name: &shown, bytes: &bytes }, diagnostics)
    } else {
        diagnostics.push(
            Diagnostic::error(Code::MISSING_FILE, message!("{shown} is missing", "缺少 {shown}"))
                .in_file(shown.as_str())
                .with_help(message!("make it with one line: title = \"公读\"", "建好它，写一行就行：title = \"公读\"")),
        );
        Settings::default()
    };
    if let Some(url) = &request.base_url {
        match content::base_url_of(url) {
            Ok(url) => settings.base_url = url,
            Err(fault) => diagnostics.push(*fault),
        }
    }
    Ok(settings)
}

/// The files of the folder that lies over the default theme.
fn theme_files(request: &Request, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<Tree> {
    match &request.theme {
        Some(folder) => Ok(disk::read_tree(folder, &folder.display().to_string())?.drain_into(diagnostics)),
        None => Ok(Tree::default()),
    }
}

/// The words of the interface, those of the theme laid over them.
fn words(language: Language, over: &[RawFile<'_>], diagnostics: &mut Vec<Diagnostic>) -> Words {
    let words = Words::of(language);
    let own = over.iter().find(|file| file.path == language.file());
    match own.and_then(|file| file.source(diagnostics)) {
        Some(source) => words.overlaid(&source, diagnostics),
        None => words,
    }
}

fn raw(tree: &Tree) -> Vec<RawFile<'_>> {
    tree.files.iter().map(|file| RawFile { path: &file.path, name: &file.shown, bytes: &file.bytes }).collect()
}

impl Counts {
    fn of(site: &ReportSite<'_>) -> Counts {
        let mentions = site.pages.iter().flat_map(|page| &page.leaves).map(|leaf| leaf.mentions.len()).sum();
        Counts {
            pages: site.routes().len(),
            terms: site.terms.len(),
            mentions,
            figures: site.figures.len(),
            charts: site.charts.len(),
        }
    }

    fn add(&mut self, other: Counts) {
        let Counts { pages, terms, mentions, figures, charts } = other;
        self.pages += pages;
        self.terms += terms;
        self.mentions += mentions;
        self.figures += figures;
        self.charts += charts;
    }
}
