//! Opens a published file with what help this machine has, and reads it in all its layers.

use std::path::Path;

use super::file_name;
use crate::content::TitlePage;
use crate::diagnostic::{Checked, has_errors};
use crate::disk;
use crate::import::{self, Imported};
use crate::report::{self, Format, Opened};

/// Opens the file at `path`, which messages call `name` and which holds `bytes`. A PDF is read by `pdftotext` where this
/// machine has it.
///
/// # Errors
/// When `pdftotext` cannot read the file.
pub fn open(name: &str, path: &Path, bytes: &[u8]) -> anyhow::Result<Checked<Opened>> {
    if report::detect(name, bytes) == Format::Pdf
        && let Some(printed) = disk::pdf_text(path)?
    {
        return Ok(report::open_pdf_text(name, &printed));
    }
    Ok(report::open(name, bytes))
}

/// A file opened, and what it says.
#[derive(Debug)]
pub struct Read {
    /// The file's text and format.
    pub opened: Opened,
    /// What the text says in all its layers; little where the file could not be opened.
    pub imported: Imported,
}

/// Opens a file as [`open`] does and reads it in all its layers; place and year that it does not print are those of its name. Of a file that cannot be opened only that is said.
///
/// # Errors
/// When `pdftotext` cannot read the file.
pub fn read(name: &str, path: &Path, bytes: &[u8]) -> anyhow::Result<Checked<Read>> {
    let Checked { value: opened, mut diagnostics } = open(name, path, bytes)?;
    let imported = import::import_completed(&opened, |masthead| file_name::complete(masthead, path));
    if !has_errors(&diagnostics) {
        diagnostics.extend(imported.diagnostics);
    }
    Ok(Checked { value: Read { opened, imported: imported.value }, diagnostics })
}

impl Read {
    /// The same text read for what a person wrote of it on its title page: figures are dated by the year that stands there.
    pub fn as_titled(self, there: &TitlePage) -> Read {
        let Read { opened, imported } = self;
        let year = there.year.and_then(|year| u16::try_from(year).ok());
        if year.is_none_or(|year| imported.report.masthead.year == Some(year)) {
            return Read { opened, imported };
        }
        let titled = import::import_completed(&opened, |masthead| masthead.year = year);
        Read { opened, imported: titled.value }
    }
}
