//! `inspect`: what gongdu makes of a file, for people or as JSON.

use super::console::Console;
use super::outcome::Outcome;
use super::reading_args::Inspect;
use super::{inspection, reading, why};
use crate::diagnostic::Checked;
use crate::disk::{self, Written};
use crate::inspect::Reasons;
use crate::message::{Language, message};
use crate::{inspect, intake};

/// Programs get the same words everywhere: the JSON's messages are English unless a language was `asked` for.
pub(super) fn inspect(console: &Console, options: &Inspect, asked: Option<Language>) -> anyhow::Result<Outcome> {
    let bytes = disk::read_file(&options.file)?;
    let shown = options.file.display().to_string();
    let Checked { value: read, diagnostics } = intake::read(&shown, &options.file, &bytes)?;
    reading::tell(console, &options.file, bytes.len(), &read);
    let language = if options.json { asked.unwrap_or(Language::English) } else { console.language() };
    if let Some(line) = options.why {
        let lines = read.opened.source.line_count();
        if !(1..=lines).contains(&line) {
            return Err(
                message!("there is no line {line}; the text has {lines}", "没有第 {line} 行；全文 {lines} 行").into()
            );
        }
        let reasons = Reasons::of(&read.opened, &read.imported.report);
        give(console, options, &why::line(&reasons, line, language))?;
        return Ok(Outcome::of(&diagnostics));
    }
    let inspection = inspect::inspect(&read.opened, &read.imported, &diagnostics, language);
    let text = if options.json {
        serde_json::to_string_pretty(&inspection)? + "\n"
    } else {
        let paints = options.output.is_none() && console.paints();
        inspection::text(&inspection, &read.opened.format.word(), language, paints, console.width())
    };
    give(console, options, &text)?;
    Ok(Outcome::of(&diagnostics))
}

/// Prints a text, or writes it to the file that was named, which must be new.
fn give(console: &Console, options: &Inspect, text: &str) -> anyhow::Result<()> {
    let Some(file) = &options.output else { return console.print(text) };
    match disk::write_new(file, text.as_bytes(), false)? {
        Written::Kept => Err(message!(
            "{file} is there already; name another with --output",
            "已经有 {file} 了，请用 --output 另取一个名字",
            file = file.display()
        )
        .into()),
        _ => Ok(()),
    }
}
