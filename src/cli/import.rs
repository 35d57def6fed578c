//! `import`: from published files to the files of each report's folder.

use std::path::Path;

use super::Outcome;
use super::args::Import;
use super::console::Console;
use super::show::counted;
use super::table::Table;
use crate::build;
use crate::content::{self, MergedFigures};
use crate::diagnostic::{Checked, Code, Diagnostic, Severity, has_errors};
use crate::disk;
use crate::inspect::{self, Inspection};
use crate::intake;

pub(super) fn import(console: &Console, content: &Path, options: Import) -> anyhow::Result<Outcome> {
    let Import { files, id, force } = options;
    if id.is_some() && files.len() > 1 {
        anyhow::bail!("--as names one report, but {} were given; import them one by one", counted(files.len(), "file"));
    }
    let mut done = Done::default();
    for (index, file) in files.iter().enumerate() {
        if files.len() > 1 {
            console.say(&format!("[{}/{}] {}", index + 1, files.len(), file.display()));
        }
        let before = done.diagnostics.len();
        let row = match id.clone().or_else(|| id_of(file)) {
            Some(id) => one(console, content, file, &id, force, &mut done.diagnostics),
            None => {
                // A name that gives no id is no fault of the text.
                done.failed = true;
                done.diagnostics.push(
                    Diagnostic::error(Code::BAD_ID, format!("the name of {} gives no id", file.display()))
                        .in_file(file.display().to_string())
                        .with_help("say it: gongdu import FILE --as zichuan-2023"),
                );
                Ok(Row::default())
            }
        };
        // One file that the machine cannot read does not stop the others.
        let row = row.unwrap_or_else(|error| {
            console.fail(&format!("{error:#}"));
            done.failed = true;
            Row { failed: true, ..Row::default() }
        });
        let found = &done.diagnostics[before..];
        let doubts = found.iter().filter(|found| found.severity == Severity::Warning).count();
        let fault = found.iter().find(|found| found.severity == Severity::Error).map(|found| found.code.as_str());
        done.rows.push((file.display().to_string(), row, fault, doubts));
    }
    console.show(&done.diagnostics);
    if files.len() > 1 {
        console.say(&done.table(console.width()));
    }
    Ok(if done.failed { Outcome::Failed } else { Outcome::of(&done.diagnostics) })
}

/// What came of all files.
#[derive(Default)]
struct Done {
    diagnostics: Vec<Diagnostic>,
    /// Each file with what was made of it, the first error's code, and how many doubts there are.
    rows: Vec<(String, Row, Option<&'static str>, usize)>,
    /// Whether the machine or the usage failed for one of them.
    failed: bool,
}

/// What is said of a file in the summary.
#[derive(Default)]
struct Row {
    id: String,
    format: String,
    title: String,
    parts: String,
    terms: String,
    figures: String,
    failed: bool,
}

impl Done {
    fn table(&self, width: usize) -> String {
        let head = ["file", "id", "read as", "title", "parts/sections", "terms linked", "figures", "doubts"];
        let mut table = Table::new(head);
        for (file, row, fault, doubts) in &self.rows {
            let name = file.rsplit('/').next().unwrap_or(file).to_owned();
            let end = match fault {
                Some(code) => format!("not imported: {code}"),
                None if row.failed => "not read".to_owned(),
                None => doubts.to_string(),
            };
            let Row { id, format, title, parts, terms, figures, failed: _ } = row;
            table.row([&name, id, format, title, parts, terms, figures, &end].map(String::as_str));
        }
        let good = self.rows.iter().filter(|(_, row, fault, _)| fault.is_none() && !row.failed).count();
        format!("\n{}{} of {} imported", table.draw(width), good, counted(self.rows.len(), "file"))
    }
}

impl Row {
    fn of(id: &str, inspection: &Inspection) -> Row {
        let level = |level: u8| inspection.outline.iter().filter(|item| item.level == Some(level)).count();
        let said = |number: u32| inspection.mentions.iter().any(|mention| mention.number == number);
        let linked = inspection.glossary.iter().filter(|entry| said(entry.number)).count();
        let terms = match inspection.glossary.len() {
            0 => "–".to_owned(),
            all => format!("{linked} of {all}"),
        };
        Row {
            id: id.to_owned(),
            format: format!("{} {}", inspection.format, inspection.encoding),
            title: inspection.masthead.title.clone().unwrap_or_else(|| "–".to_owned()),
            parts: format!("{}/{}", level(1), level(2)),
            terms,
            figures: inspection.figures.len().to_string(),
            failed: false,
        }
    }
}

/// The id that a file's name gives, when it is one.
fn id_of(file: &Path) -> Option<String> {
    let stem = file.file_stem()?.to_str()?.to_ascii_lowercase();
    build::check_id(&stem).is_ok().then_some(stem)
}

fn one(
    console: &Console,
    content: &Path,
    file: &Path,
    id: &str,
    force: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> anyhow::Result<Row> {
    let bytes = disk::read_file(file)?;
    let Checked { value: read, diagnostics: found } = intake::read(&file.display().to_string(), file, &bytes)?;
    let row = Row::of(id, &inspect::inspect(&read.opened, &read.imported, &found));
    let faulty = has_errors(&found);
    diagnostics.extend(found);
    if faulty {
        return Ok(row);
    }
    let settings = content.join("site.toml");
    if !disk::exists(&settings) {
        disk::write_new(&settings, content::FIRST_SETTINGS.as_bytes(), false)?;
        console.say(&format!("made {}: the name of the site stands there", settings.display()));
    }
    let folder = content.join(id);
    let earlier = if force { None } else { intake::earlier(&folder)? };
    let converted = intake::files(&read, bytes, earlier.as_ref());
    let placed = intake::place(&folder, &converted, force)?;
    let removed = intake::clear(&folder, &converted.files)?;
    console.say(&format!("{} in {}/", counted(placed.written.len(), "file"), folder.display()));
    if let Some(merged) = &converted.merged {
        console.say(&told(merged, &folder.join(content::FIGURES)));
    }
    for path in &placed.kept {
        let path = folder.join(path);
        console.say(&format!("kept as it is: {} (a person changed it; --force writes over it)", path.display()));
    }
    for path in &removed {
        let path = folder.join(path);
        console.say(&format!("removed: {} (an earlier import made it, and this source does not)", path.display()));
    }
    Ok(row)
}

/// What became of the rows of a table of figures.
fn told(merged: &MergedFigures, table: &Path) -> String {
    let MergedFigures { renewed, kept, added, dropped, .. } = merged;
    let rows = [(renewed, "renewed"), (kept, "kept as a person left them"), (added, "new"), (dropped, "gone")];
    let rows: Vec<String> =
        rows.iter().filter(|(count, _)| **count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    format!("rows of {}: {}", table.display(), rows.join(", "))
}
