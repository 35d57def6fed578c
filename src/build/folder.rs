//! A report's folder as it is read: its files, what a build makes of a source that has no Markdown yet, and the fingerprint of all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::ledgers::UnsavedLedger;
use super::request::Request;
use super::settings::settings;
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
    /// What is wrong with its files as files.
    pub diagnostics: Vec<Diagnostic>,
    tree: Tree,
}

impl ReportFolder {
    /// Reads the folder of the report `id`, and writes what a build makes of its source, where that is asked; `name` is what messages
    /// call the folder of all.
    pub(super) fn read(request: &Request, name: &str, id: &str) -> anyhow::Result<ReportFolder> {
        let (path, name) = (request.content.join(id), format!("{name}/{id}"));
        let mut diagnostics = Vec::new();
        let (tree, made) = read(&path, &name, &mut diagnostics)?;
        let mut converted = Vec::new();
        if request.write_content && !made.is_empty() {
            let made = Converted { files: made, ..Converted::default() };
            intake::place(&path, &made, false)?;
            converted.extend(made.files.iter().map(|file| format!("{name}/{}", file.path)));
        }
        Ok(ReportFolder { id: id.to_owned(), name, path, converted, diagnostics, tree })
    }

    /// The report in it.
    pub(super) fn manuscript(&self) -> Checked<Manuscript> {
        Manuscript::read(&self.id, &raw(&self.tree))
    }

    /// The ledger that follows the text of the report in it, when that is not the one that it holds.
    pub(super) fn unsaved_ledger(&self, site: &ReportSite<'_>) -> Option<UnsavedLedger> {
        UnsavedLedger::of(site.manuscript, &site.ledger, &site.changes, &self.path, &self.name)
    }

    /// The fingerprint of its files as they are when `unsaved` is saved: the next build reads them so.
    pub(super) fn fingerprint(&self, unsaved: Option<&UnsavedLedger>) -> String {
        let ledger = unsaved.map(|unsaved| unsaved.ledger.text());
        let files = self.tree.files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice()));
        let saved = ledger.iter().map(|text| (Ledger::FILE, text.as_bytes()));
        // In one order, whether a file was read or made just now; the ledger takes the place of the one before.
        let files: BTreeMap<&str, &[u8]> = files.chain(saved).collect();
        let mut print = Fingerprint::default();
        files.into_iter().for_each(|(path, bytes)| print.add(path, bytes));
        print.hex()
    }
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
