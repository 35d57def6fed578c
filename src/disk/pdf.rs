//! The text of a PDF, by the program `pdftotext` of this machine.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use super::fault::{Deed, cannot, cannot_since, shown};
use crate::message::message;

/// What `pdftotext -layout` prints of the PDF at `path`; `None` when this machine has no such program.
///
/// # Errors
/// When the program cannot read the file.
pub fn pdf_text(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    let mut program = Command::new("pdftotext");
    // The path is an argument of its own and begins with no hyphen, so it cannot be taken for an option.
    let path = if path.is_relative() { Path::new(".").join(path) } else { path.to_owned() };
    program.args(["-q", "-layout", "-enc", "UTF-8"]).arg(&path).arg("-").stdin(Stdio::null());
    match program.output() {
        Ok(output) if output.status.success() => Ok(Some(output.stdout)),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            let own = || message!("pdftotext could not read it", "pdftotext 读不了它");
            let why = said.lines().next().map_or_else(own, |line| message!("{line}", "pdftotext 说「{line}」"));
            Err(cannot_since(Deed::Read, shown(&path), why).into())
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot(Deed::Run, "pdftotext", &error)),
    }
}
