//! `import`: from published files to the files of each report's folder.

use std::fmt::Write as _;
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
                        .with_help("name the file in Latin letters and digits (zichuan-2023.docx), or import it by itself: gongdu import FILE --as zichuan-2023"),
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
    read_as: &'static str,
    pages: usize,
    terms: String,
    figures: usize,
    failed: bool,
}

impl Done {
    fn table(&self, width: usize) -> String {
        let mut table = Table::new(["file", "id", "read as", "pages", "terms", "figures", "doubts"]);
        let mut left = String::new();
        for (file, row, fault, doubts) in &self.rows {
            let name = file.rsplit('/').next().unwrap_or(file);
            let why = fault.or(row.failed.then_some("not read"));
            if let Some(why) = why {
                let _ = write!(left, "\nnot imported: {file} ({why})");
                table.row([name, "–", row.read_as, "–", "–", "–", "error"]);
                continue;
            }
            let [pages, figures, doubts] = [row.pages, row.figures, *doubts].map(|count| count.to_string());
            table.row([name, &row.id, row.read_as, &pages, &row.terms, &figures, &doubts]);
        }
        let good = self.rows.iter().filter(|(_, row, fault, _)| fault.is_none() && !row.failed).count();
        format!("\n{}{} of {} imported{left}", table.draw(width), good, counted(self.rows.len(), "file"))
    }
}

impl Row {
    fn of(id: &str, inspection: &Inspection) -> Row {
        let said = |number: u32| inspection.mentions.iter().any(|mention| mention.number == number);
        let linked = inspection.glossary.iter().filter(|entry| said(entry.number)).count();
        let terms = match inspection.glossary.len() {
            0 => "–".to_owned(),
            all => format!("{linked}/{all}"),
        };
        // Of a text its encoding may be wrong, of a document its format says all.
        let read_as = if inspection.format == "text" { inspection.encoding } else { inspection.format };
        Row { id: id.to_owned(), read_as, terms, figures: inspection.figures.len(), ..Row::default() }
    }
}

/// The id that a file's name gives, when it is one.
fn id_of(file: &Path) -> Option<String> {
    let stem = file.file_stem()?.to_str()?.to_ascii_lowercase();
    build::check_id(&stem).is_ok().then_some(stem)
}

/// Whether a file of a report becomes a page of its text.
fn is_page(path: &str) -> bool {
    path.ends_with(".md") && !path.contains('/') && path != "glossary.md"
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
    let mut row = Row::of(id, &inspect::inspect(&read.opened, &read.imported, &found));
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
    row.pages = converted.files.iter().filter(|file| is_page(&file.path)).count();
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
