//! A report's folder: what it lacks and what it holds, and how what is converted is written into it.

use std::collections::BTreeSet;
use std::path::Path;

use super::file_name;
use super::reading::{Read, open};
use crate::content::{self, Converted, Earlier, EarlierFigures, KeptPage, NewFile, RawFile, Record, TitlePage};
use crate::diagnostic::Checked;
use crate::disk::{self, Written};
use crate::import;
use crate::report::{Format, Masthead, Opened};

/// The files of a report's folder: the source byte for byte, and what is made of it. The text of a PDF is kept beside it,
/// since not every machine could make it again. What an `earlier` import left is heeded as [`content::convert`] does.
pub fn files(read: &Read, bytes: Vec<u8>, earlier: &Earlier) -> Checked<Converted> {
    let source = format!("source.{}", read.opened.format.extension());
    let mut converted = content::convert(&read.imported, &source, earlier);
    converted.files.splice(0..0, beside(&read.opened, &source));
    converted.files.insert(0, NewFile { path: source, bytes });
    let diagnostics = content::doubts(&converted.unplaced, &read.opened.source);
    Checked { value: converted, diagnostics }
}

/// What an earlier import and a person left in a report's folder; nothing, when there was none. Charts stand for what a person
/// made of them, so those that are gone stay away as well.
///
/// # Errors
/// When a file cannot be read.
pub fn earlier(folder: &Path) -> anyhow::Result<Earlier> {
    let record = read_record(folder)?;
    let is_text = |path: &&str| path.ends_with(".md");
    let gone = record.paths().filter(is_text).filter(|path| !disk::exists(&folder.join(path)));
    let mut earlier =
        Earlier { figures: earlier_figures(folder)?, removed: gone.map(str::to_owned).collect(), ..Earlier::default() };
    if disk::is_dir(folder) {
        let tree = disk::read_tree(folder, "")?.value;
        let persons = tree.files.iter().filter(|file| !record.holds(&file.path, &file.bytes));
        let raw = persons.map(|file| RawFile { path: &file.path, name: &file.shown, bytes: &file.bytes });
        earlier.pages = raw.filter_map(KeptPage::read).collect();
    }
    Ok(earlier)
}

/// The table of figures that an earlier import left in a report's folder, where it is known what that import wrote and the
/// table can be read.
fn earlier_figures(folder: &Path) -> anyhow::Result<Option<EarlierFigures>> {
    let (table, memory) = (folder.join(content::FIGURES), folder.join(content::FIGURES_WRITTEN));
    if !disk::exists(&table) || !disk::exists(&memory) {
        return Ok(None);
    }
    let earlier = EarlierFigures { written: disk::read_file(&memory)?, now: disk::read_file(&table)? };
    Ok(Some(earlier).filter(EarlierFigures::is_faultless))
}

/// What an import that writes over everything still heeds: which figure had which id, since links lead to them.
///
/// # Errors
/// When a file cannot be read.
pub fn ids_of_figures(folder: &Path) -> anyhow::Result<Earlier> {
    let memory = folder.join(content::FIGURES_WRITTEN);
    if !disk::exists(&memory) {
        return Ok(Earlier::default());
    }
    let written = disk::read_file(&memory)?;
    let figures = EarlierFigures { now: written.clone(), written };
    Ok(Earlier { figures: Some(figures), ..Earlier::default() })
}

/// The text that is kept beside a PDF.
fn beside(opened: &Opened, source: &str) -> Option<NewFile> {
    let text = || NewFile { path: content::text_beside(source), bytes: opened.source.text().as_bytes().to_vec() };
    (opened.format == Format::Pdf).then(text)
}

/// The title page in a report's folder that a person wrote or changed since the last import; it stays as it is. `None` where
/// there is none, or `force` takes it away.
///
/// # Errors
/// When a file cannot be read.
pub fn kept_title_page(folder: &Path, force: bool) -> anyhow::Result<Option<TitlePage>> {
    let path = folder.join(TITLE_PAGE);
    if force || !disk::exists(&path) || is_untouched(folder, TITLE_PAGE, &read_record(folder)?)? {
        return Ok(None);
    }
    title_page(folder, TITLE_PAGE)
}

/// The title page of a report's folder as it stands, which messages call `name`; `None` where there is none.
///
/// # Errors
/// When the file cannot be read.
pub fn title_page(folder: &Path, name: &str) -> anyhow::Result<Option<TitlePage>> {
    let path = folder.join(TITLE_PAGE);
    if !disk::exists(&path) {
        return Ok(None);
    }
    let bytes = disk::read_file(&path)?;
    Ok(Some(TitlePage::read(RawFile { path: TITLE_PAGE, name, bytes: &bytes }).value))
}

/// The file of a report's title page.
const TITLE_PAGE: &str = "report.toml";

/// Reads the source of a report's folder again, as [`read`](super::read) does; messages call the folder `name`. Nothing, when
/// the folder has no file that its `report.toml` names as its source.
///
/// # Errors
/// When a file cannot be read.
pub fn read_again(folder: &Path, name: &str) -> anyhow::Result<Option<Read>> {
    let tree = disk::read_tree(folder, name)?.value;
    let files: Vec<RawFile<'_>> =
        (tree.files.iter()).map(|file| RawFile { path: &file.path, name: &file.shown, bytes: &file.bytes }).collect();
    let named = |path: &str| files.iter().find(|file| file.path == path).copied();
    let Some(title_page) = named("report.toml").map(|file| TitlePage::read(file).value) else { return Ok(None) };
    let Some(source) = named(&title_page.source) else { return Ok(None) };
    let opened = open_in(folder, source, &files)?.value;
    let imported = import::import_opened(&opened).value;
    Ok(Some(Read { opened, imported }.as_titled(&title_page)))
}

/// Opens the source of a report's folder: by the text that is kept beside it, where there is one.
fn open_in(folder: &Path, source: RawFile<'_>, files: &[RawFile<'_>]) -> anyhow::Result<Checked<Opened>> {
    if files.iter().any(|file| file.path == content::text_beside(source.path)) {
        return Ok(content::open_source(source, files));
    }
    open(source.name, &folder.join(source.path), source.bytes)
}

/// The files that a report's folder lacks: Markdown made of its source, when it has a source and no Markdown yet. Markdown
/// that exists is the operator's.
///
/// # Errors
/// When `pdftotext` cannot read the source.
pub fn missing(folder: &Path, files: &[RawFile<'_>]) -> anyhow::Result<Checked<Vec<NewFile>>> {
    let is_made = |path: &str| path.ends_with(".md") || path == "report.toml";
    let is_beside = |path: &str| files.iter().any(|file| content::text_beside(file.path) == path);
    let source = files.iter().find(|file| file.path.starts_with("source.") && !is_beside(file.path));
    let Some(source) = source.filter(|_| !files.iter().any(|file| is_made(file.path))) else {
        return Ok(Checked::default());
    };
    let Checked { value: opened, mut diagnostics } = open_in(folder, *source, files)?;
    let mut made: Vec<NewFile> = beside(&opened, source.path).into_iter().collect();
    let complete = |masthead: &mut Masthead| file_name::complete(masthead, folder);
    let imported = import::import_completed(&opened, complete).drain_into(&mut diagnostics);
    let converted = content::convert(&imported, source.path, &Earlier::default());
    diagnostics.extend(content::doubts(&converted.unplaced, &opened.source));
    made.extend(converted.files);
    made.retain(|file| files.iter().all(|there| there.path != file.path));
    Ok(Checked { value: made, diagnostics })
}

/// What became of the files that were to be written, by their paths in the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// New, renewed, or as they were already.
    pub written: Vec<String>,
    /// Left alone, since a person changed them.
    pub kept: Vec<String>,
}

/// Writes what a report was converted to into its folder. A file that is not as the last import left it is kept, unless
/// `force` is set; of a merged table of figures only the rows were kept that a person touched.
///
/// # Errors
/// When a file cannot be read or written.
pub fn place(folder: &Path, converted: &Converted, force: bool) -> anyhow::Result<Placed> {
    let before = read_record(folder)?;
    let mut record = before.clone();
    let mut placed = Placed::default();
    for file in &converted.files {
        let merged = converted.merged.as_ref().filter(|_| file.path == content::FIGURES);
        let overwrite = force || merged.is_some() || is_untouched(folder, &file.path, &before)?;
        match disk::write_new(&folder.join(&file.path), &file.bytes, overwrite)? {
            Written::Kept => placed.kept.push(file.path.clone()),
            Written::New | Written::Replaced | Written::Unchanged => {
                // A table with a person's rows is a person's: nothing may take it away.
                if merged.is_none_or(|merged| merged.kept == 0) {
                    record.put(&file.path, &file.bytes);
                }
                placed.written.push(file.path.clone());
            }
        }
        if file.path == content::FIGURES {
            let written = merged.map_or(&file.bytes, |merged| &merged.written);
            disk::write_new(&folder.join(content::FIGURES_WRITTEN), written, true)?;
        }
    }
    disk::write_new(&folder.join(Record::NAME), &record.bytes(), true)?;
    Ok(placed)
}

/// Takes away what an earlier import wrote into a folder, nobody changed, and the source does not give any more.
///
/// # Errors
/// When a file cannot be read or removed.
pub fn clear(folder: &Path, converted: &Converted) -> anyhow::Result<Vec<String>> {
    let mut record = read_record(folder)?;
    let given = converted.files.iter().map(|file| &file.path).chain(&converted.removed).collect::<BTreeSet<_>>();
    let stale = |path: &&str| !given.contains(&(*path).to_owned());
    let stale: Vec<String> = record.paths().filter(stale).map(str::to_owned).collect();
    let mut removed = Vec::new();
    for path in stale {
        if is_untouched(folder, &path, &record)? {
            disk::remove_file(&folder.join(&path))?;
            removed.push(path.clone());
        }
        record.forget(&path);
    }
    disk::write_new(&folder.join(Record::NAME), &record.bytes(), true)?;
    Ok(removed)
}

fn read_record(folder: &Path) -> anyhow::Result<Record> {
    let path = folder.join(Record::NAME);
    Ok(if disk::exists(&path) { Record::parse(&disk::read_file(&path)?) } else { Record::default() })
}

/// Whether a file is as the last import left it.
fn is_untouched(folder: &Path, path: &str, record: &Record) -> anyhow::Result<bool> {
    let there = folder.join(path);
    Ok(disk::exists(&there) && record.holds(path, &disk::read_file(&there)?))
}
