//! The ledger of addresses of each report: what a build or an import wants saved, and how it is saved.

use std::path::{Path, PathBuf};

use crate::content::Manuscript;
use crate::diagnostic::{Code, Diagnostic};
use crate::disk;
use crate::ledger::{AddressChanges, Ledger};
use crate::message::{Message, message};

/// The ledger of a report as its text is now, where its folder holds another or none.
#[derive(Clone, Debug)]
pub struct UnsavedLedger {
    /// The report.
    pub report: String,
    /// The file, for messages.
    pub name: String,
    /// The file.
    pub path: PathBuf,
    /// What is to be in it.
    pub ledger: Ledger,
    /// Whether the report has had no ledger.
    pub is_first: bool,
    /// What the text does to the addresses.
    pub changes: AddressChanges,
}

impl UnsavedLedger {
    /// Writes the file, whole or not at all. That it could not be written, as in a checkout that is read only, is told: the site
    /// can be published all the same.
    pub fn save(&self) -> Option<Diagnostic> {
        let why = disk::write_new(&self.path, self.ledger.text().as_bytes(), true).err()?;
        let told =
            message!("the ledger of addresses is not saved: {why}", "地址簿没有存下来：{why}", why = Message::of(&why));
        let fault = Diagnostic::warning(Code::UNSAVED_LEDGER, told).in_file(self.name.clone());
        Some(fault.with_help(message!(
            "run `gongdu build` where the file can be written and commit it, before the text is changed again",
            "再改正文之前，请在能写文件的地方运行 `gongdu build`，并提交这个文件"
        )))
    }

    /// The ledger that follows the text of a report, whose folder is `folder` and is called `name` in messages; `None` when it is
    /// saved already.
    pub(super) fn of(
        manuscript: &Manuscript,
        ledger: &Ledger,
        changes: &AddressChanges,
        folder: &Path,
        name: &str,
    ) -> Option<UnsavedLedger> {
        let saved = manuscript.ledger.as_ref();
        (saved != Some(ledger)).then(|| UnsavedLedger {
            report: manuscript.id.clone(),
            name: format!("{name}/{}", Ledger::FILE),
            path: folder.join(Ledger::FILE),
            ledger: ledger.clone(),
            is_first: saved.is_none(),
            changes: changes.clone(),
        })
    }
}
