//! `inspect`: what gongdu makes of a file, for people or as JSON.

use super::Outcome;
use super::args::Inspect;
use super::console::Console;
use super::inspection;
use crate::diagnostic::Checked;
use crate::{disk, inspect, intake};

pub(super) fn inspect(console: &Console, options: &Inspect) -> anyhow::Result<Outcome> {
    let bytes = disk::read_file(&options.file)?;
    let shown = options.file.display().to_string();
    let Checked { value: read, diagnostics } = intake::read(&shown, &options.file, &bytes)?;
    let inspection = inspect::inspect(&read.opened, &read.imported, &diagnostics);
    if options.json {
        console.print(&(serde_json::to_string_pretty(&inspection)? + "\n"))?;
    } else {
        console.print(&inspection::text(&inspection, console.paints(), console.width()))?;
    }
    Ok(Outcome::of(&diagnostics))
}
