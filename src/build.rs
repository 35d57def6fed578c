//! From the content folder to the site: reads each report, resolves and renders it into a sink, then the pages of the whole
//! site. Reports are read, rendered and let go one by one, several at a time; only a card of each stays.

#[cfg(feature = "images")]
mod pictures;
#[cfg(not(feature = "images"))]
#[path = "build/no_pictures.rs"]
mod pictures;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use pictures::Studio;
use rayon::prelude::*;

use crate::artifact::Sink;
use crate::content::{self, Converted, Manuscript, NewFile, RawFile, Settings};
use crate::data;
use crate::diagnostic::{Code, Diagnostic, has_errors};
use crate::disk::{self, Tree};
use crate::html::{self, Fault, Theme};
use crate::intake;
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
    let ids = report_ids(request, &name, &mut built.diagnostics)?;
    let studio = Studio::open(folders);
    let shelf = Shelf { settings, words, reports: ids.len(), pictures: studio.is_open(), preview: request.preview };
    let bench = Bench { shelf: &shelf, theme: theme.as_ref(), studio: &studio, sink };
    let done = AtomicUsize::new(0);
    let reports: Vec<anyhow::Result<One>> = ids
        .par_iter()
        .map(|id| {
            let one = one(request, &format!("{name}/{id}"), id, bench);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, ids.len());
            one
        })
        .collect();
    let mut machine = Vec::new();
    for report in reports {
        match report {
            Ok(one) => {
                built.cards.push(one.card);
                built.counts.add(one.counts);
                built.converted.extend(one.converted);
                built.diagnostics.extend(one.diagnostics);
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

fn report_ids(request: &Request, name: &str, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<Vec<String>> {
    let folders = disk::subfolders(&request.content)?;
    if folders.is_empty() {
        diagnostics.push(
            Diagnostic::error(Code::NO_REPORTS, message!("there is no report in {name}/", "{name}/ 里一份报告也没有"))
                .with_help(message!(
                    "add one: gongdu import REPORT.txt --as zichuan-2023",
                    "导入一份：`gongdu import 报告.txt --as zichuan-2023`"
                )),
        );
    }
    let mut ids = Vec::new();
    for id in folders {
        match check_id(&id) {
            Ok(()) => ids.push(id),
            Err(fault) => diagnostics.push(fault.in_file(format!("{name}/{id}/"))),
        }
    }
    Ok(ids)
}

/// Names of the site's own pages, which no report may have.
const TAKEN: [&str; 5] = ["about", "accessibility", "data", "assets", "search"];

/// Whether a report may have this id: it becomes the beginning of its addresses.
pub fn check_id(id: &str) -> Result<(), Box<Diagnostic>> {
    let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let plain = !id.is_empty() && id.len() <= 64 && id.bytes().all(good) && !id.starts_with('-') && !id.ends_with('-');
    if !plain || TAKEN.contains(&id) {
        let why = if TAKEN.contains(&id) {
            message!("`{id}` is a page of the site itself", "`{id}` 是网站自己的页面")
        } else {
            message!("`{id}` cannot be part of an address", "`{id}` 不能用在网址里")
        };
        let fault = Diagnostic::error(Code::BAD_ID, why);
        return Err(Box::new(fault.with_help(message!(
            "name the report with lower-case letters, digits and hyphens: zichuan-2023",
            "报告的编号只用小写字母、数字和连字符：zichuan-2023"
        ))));
    }
    Ok(())
}

/// What came of one report.
struct One {
    card: Card,
    counts: Counts,
    converted: Vec<String>,
    diagnostics: Vec<Diagnostic>,
}

/// What every report is made with.
#[derive(Clone, Copy)]
struct Bench<'a> {
    shelf: &'a Shelf,
    theme: Option<&'a Theme>,
    studio: &'a Studio,
    sink: &'a dyn Sink,
}

fn one(request: &Request, name: &str, id: &str, bench: Bench<'_>) -> anyhow::Result<One> {
    let Bench { shelf, theme, studio, sink } = bench;
    let folder = request.content.join(id);
    let mut diagnostics = Vec::new();
    let (tree, made) = read(&folder, name, &mut diagnostics)?;
    let mut converted = Vec::new();
    if request.write_content && !made.is_empty() {
        let made = Converted { files: made, merged: None };
        intake::place(&folder, &made, false)?;
        converted.extend(made.files.iter().map(|file| format!("{name}/{}", file.path)));
    }
    let manuscript = Manuscript::read(id, &raw(&tree), &mut diagnostics);
    drop(tree);
    if shelf.settings.publisher.official.is_some() {
        diagnostics.extend(manuscript.title_page.lacks_for_official());
    }
    let site = ReportSite::resolve(&manuscript, shelf.settings.link_terms, &shelf.words).drain_into(&mut diagnostics);
    if let Some(theme) = theme {
        take(html::render_report(&site, shelf, theme, sink), &mut diagnostics)?;
    }
    if request.compare_source {
        diagnostics.extend(html::drift(&site));
    }
    for file in data::files(&site, &shelf.settings) {
        sink.put(file)?;
    }
    studio.draw(&site, shelf, sink)?;
    Ok(One { card: Card::of(&site), counts: Counts::of(&site), converted, diagnostics })
}

/// Reads the files of a report's folder, and makes those of one that has a source and no Markdown yet: they are in the tree,
/// and given apart for who wants to write them.
fn read(folder: &Path, name: &str, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<(Tree, Vec<NewFile>)> {
    let mut tree = disk::read_tree(folder, name)?.drain_into(diagnostics);
    let made = intake::missing(folder, &raw(&tree), diagnostics)?;
    for NewFile { path, bytes } in made.iter().cloned() {
        tree.files.push(disk::TreeFile { shown: format!("{name}/{path}"), path, bytes });
    }
    Ok((tree, made))
}

/// The report `id` below the folder `content`, as a build would read it; nothing is written.
///
/// # Errors
/// A fault of the machine.
pub fn manuscript(content: &Path, id: &str, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<Manuscript> {
    let (tree, _) = read(&content.join(id), &format!("{}/{id}", content.display()), diagnostics)?;
    Ok(Manuscript::read(id, &raw(&tree), diagnostics))
}

/// The ids of the reports below the folder `content`, sorted; folders that are none are passed over.
///
/// # Errors
/// A fault of the machine.
pub fn reports(content: &Path) -> anyhow::Result<Vec<String>> {
    Ok(disk::subfolders(content)?.into_iter().filter(|id| check_id(id).is_ok()).collect())
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
