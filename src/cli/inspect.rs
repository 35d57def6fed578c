//! `inspect`: what gongdu makes of a file, for people or as JSON.

use super::console::Console;
use super::outcome::Outcome;
use super::reading_args::Inspect;
use super::{inspection, why};
use crate::diagnostic::Checked;
use crate::inspect::Reasons;
use crate::message::{Language, message};
use crate::{disk, inspect, intake};

/// Programs get the same words everywhere: the JSON's messages are English unless a language was `asked` for.
pub(super) fn inspect(console: &Console, options: &Inspect, asked: Option<Language>) -> anyhow::Result<Outcome> {
    let bytes = disk::read_file(&options.file)?;
    let shown = options.file.display().to_string();
    let Checked { value: read, diagnostics } = intake::read(&shown, &options.file, &bytes)?;
    let language = if options.json { asked.unwrap_or(Language::English) } else { console.language() };
    if let Some(line) = options.why {
        let lines = read.opened.source.line_count();
        if !(1..=lines).contains(&line) {
            return Err(
                message!("there is no line {line}; the text has {lines}", "没有第 {line} 行；全文 {lines} 行").into()
            );
        }
        let reasons = Reasons::of(&read.opened, &read.imported.report);
        console.print(&why::line(&reasons, line, language))?;
        return Ok(Outcome::of(&diagnostics));
    }
    let inspection = inspect::inspect(&read.opened, &read.imported, &diagnostics, language);
    if options.json {
        console.print(&(serde_json::to_string_pretty(&inspection)? + "\n"))?;
    } else {
        console.print(&inspection::text(
            &inspection,
            &read.opened.format.word(),
            language,
            console.paints(),
            console.width(),
        ))?;
    }
    Ok(Outcome::of(&diagnostics))
}
