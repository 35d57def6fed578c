//! `inspect`: what gongdu makes of a file, for people or as JSON.

use super::Outcome;
use super::args::Inspect;
use super::console::Console;
use super::inspection;
use crate::{disk, import, inspect, intake};

pub(super) fn inspect(console: &Console, options: &Inspect) -> anyhow::Result<Outcome> {
    let bytes = disk::read_file(&options.file)?;
    let shown = options.file.display().to_string();
    let mut diagnostics = Vec::new();
    let opened = intake::open(&shown, &options.file, &bytes)?.drain_into(&mut diagnostics);
    let mut imported = import::import_opened(&opened);
    // Of a file that could not be opened there is nothing more to say.
    if !crate::diagnostic::has_errors(&diagnostics) {
        diagnostics.append(&mut imported.diagnostics);
    }
    imported.diagnostics = diagnostics;
    let inspection = inspect::inspect(&opened, &imported);
    if options.json {
        console.print(&(serde_json::to_string_pretty(&inspection)? + "\n"))?;
    } else {
        console.print(&inspection::text(&inspection, console.paints(), console.width()))?;
    }
    Ok(Outcome::of(&imported.diagnostics))
}
