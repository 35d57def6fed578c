//! A report's folder: how it looks, its files when they are wanted, what a build makes of a source that has no Markdown yet, and the fingerprint of all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::ledgers::UnsavedLedger;
use super::request::Request;
use super::settings::settings;
use crate::artifact::Sink;
use crate::content::{Converted, Manuscript, NewFile, RawFile};
use crate::diagnostic::{Checked, Diagnostic, has_errors};
use crate::disk::{self, Tree};
use crate::intake;
use crate::ledger::Ledger;
use crate::site::ReportSite;
use crate::text::Fingerprint;
use crate::topics::TopicTable;
use crate::words::Words;

/// What stands in a report's folder, and what was found in reading it.
pub(super) struct ReportFolder {
    /// Its name, the id of the report.
    pub id: String,
    /// What messages call it.
    name: String,
    /// Where it is.
    path: PathBuf,
    /// The files that were written into it.
    pub converted: Vec<String>,
    /// Its fingerprint, when its files look as they did when they were read last.
    known: Option<String>,
    /// Its files, once they are wanted, and what is wrong with them as files.
    read: OnceLock<Checked<Tree>>,
}

impl ReportFolder {
    /// Reads the folder of the report `id`, unless it looks as it did when it was read last, and writes what a build makes of its source,
    /// where that is asked; `name` is what messages call the folder of all.
    pub(super) fn open(request: &Request, name: &str, id: &str, sink: &dyn Sink) -> anyhow::Result<ReportFolder> {
        let (path, name) = (request.content.join(id), format!("{name}/{id}"));
        // Looked at first: what is changed while it is read looks otherwise to the next build.
        let look = disk::look_at_tree(&path);
        let known = look.as_ref().and_then(|look| sink.known(look));
        let mut folder =
            ReportFolder { id: id.to_owned(), name, path, converted: Vec::new(), known, read: OnceLock::new() };
        if folder.known.is_none() {
            let (read, made) = read(&folder.path, &folder.name)?;
            let is_plain = made.is_empty() && read.diagnostics.is_empty();
            folder.place(request, made)?;
            folder.read = read.into();
            folder.known = Some(fingerprint(folder.tree()?, None)).filter(|_| is_plain);
        }
        if let Some((look, known)) = look.zip(folder.known.as_ref()) {
            sink.learn(look, known);
        }
        Ok(folder)
    }

    /// Writes what was made of its source, where that is asked.
    fn place(&mut self, request: &Request, made: Vec<NewFile>) -> anyhow::Result<()> {
        if request.write_content && !made.is_empty() {
            let made = Converted { files: made, ..Converted::default() };
            intake::place(&self.path, &made, false)?;
            self.converted.extend(made.files.iter().map(|file| format!("{}/{}", self.name, file.path)));
        }
        Ok(())
    }

    /// Its files, which are read now if they were not.
    fn checked(&self) -> anyhow::Result<&Checked<Tree>> {
        if self.read.get().is_none() {
            let (read, _) = read(&self.path, &self.name)?;
            // Whoever else read them just now read the same.
            drop(self.read.set(read));
        }
        Ok(self.read.get_or_init(Checked::default))
    }

    fn tree(&self) -> anyhow::Result<&Tree> {
        Ok(&self.checked()?.value)
    }

    /// What is wrong with its files as files; nothing is with those that are not read.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        self.read.get().map_or(&[], |read| &read.diagnostics)
    }

    /// The report in it.
    ///
    /// # Errors
    /// Its files cannot be read.
    pub(super) fn manuscript(&self) -> anyhow::Result<Checked<Manuscript>> {
        Ok(Manuscript::read(&self.id, &raw(self.tree()?)))
    }

    /// The ledger that follows the text of the report in it, when that is not the one that it holds.
    pub(super) fn unsaved_ledger(&self, site: &ReportSite<'_>) -> Option<UnsavedLedger> {
        UnsavedLedger::of(site.manuscript, &site.ledger, &site.changes, &self.path, &self.name)
    }

    /// The fingerprint of its files as they are when `unsaved` is saved: the next build reads them so.
    ///
    /// # Errors
    /// Its files cannot be read.
    pub(super) fn fingerprint(&self, unsaved: Option<&UnsavedLedger>) -> anyhow::Result<String> {
        match (self.read.get(), &self.known) {
            (None, Some(known)) if unsaved.is_none() => Ok(known.clone()),
            _ => Ok(fingerprint(self.tree()?, unsaved)),
        }
    }
}

/// The fingerprint of files, the ledger in the place of the one before.
fn fingerprint(tree: &Tree, unsaved: Option<&UnsavedLedger>) -> String {
    let ledger = unsaved.map(|unsaved| unsaved.ledger.text());
    let files = tree.files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice()));
    let saved = ledger.iter().map(|text| (Ledger::FILE, text.as_bytes()));
    // In one order, whether a file was read or made just now.
    let files: BTreeMap<&str, &[u8]> = files.chain(saved).collect();
    let mut print = Fingerprint::default();
    files.into_iter().for_each(|(path, bytes)| print.add(path, bytes));
    print.hex()
}

/// Reads the files of a report's folder, and makes those of one that has a source and no Markdown yet: they are in the tree,
/// and given apart for who wants to write them.
fn read(folder: &Path, name: &str) -> anyhow::Result<(Checked<Tree>, Vec<NewFile>)> {
    let mut read = disk::read_tree(folder, name)?;
    let made = intake::missing(folder, &raw(&read.value))?.drain_into(&mut read.diagnostics);
    for NewFile { path, bytes } in made.iter().cloned() {
        read.value.files.push(disk::TreeFile { shown: format!("{name}/{path}"), path, bytes });
    }
    Ok((read, made))
}

/// The report `id` below the folder `content`, as a build would read it; nothing is written.
///
/// # Errors
/// A fault of the machine.
pub fn manuscript(content: &Path, id: &str) -> anyhow::Result<Checked<Manuscript>> {
    let (Checked { value: tree, mut diagnostics }, _) =
        read(&content.join(id), &format!("{}/{id}", content.display()))?;
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
    // What is wrong with the settings is told by the build, which follows them as they are read here.
    let settings = settings(content, None, "", &mut Vec::new())?;
    let (words, topics) = (Words::of(settings.language), TopicTable::default());
    let ReportSite { ledger, changes, .. } = ReportSite::resolve(&manuscript, &settings, &words, &topics).value;
    let ids: BTreeSet<&str> = ledger.addresses().iter().map(|own| own.id.as_str()).collect();
    if ids.len() < ledger.addresses().len() {
        return Ok(None);
    }
    Ok(UnsavedLedger::of(&manuscript, &ledger, &changes, &folder, &folder.display().to_string()))
}

/// The files of a folder as content reads them.
pub(super) fn raw(tree: &Tree) -> Vec<RawFile<'_>> {
    tree.files.iter().map(|file| RawFile { path: &file.path, name: &file.shown, bytes: &file.bytes }).collect()
}
