//! `import`: from published texts to the files of a report's folder.

use std::path::{Path, PathBuf};

use super::Outcome;
use super::args::Import;
use super::console::Console;
use super::show::counted;
use crate::build;
use crate::content;
use crate::diagnostic::{Code, Diagnostic};
use crate::disk::{self, Written};
use crate::report;

pub(super) fn import(console: &Console, content: &Path, options: Import) -> anyhow::Result<Outcome> {
    let Import { files, id, force } = options;
    let mut diagnostics = Vec::new();
    let mut named = true;
    if id.is_some() && files.len() > 1 {
        anyhow::bail!("--as names one report, but {} were given; import them one by one", counted(files.len(), "file"));
    }
    for (index, file) in files.iter().enumerate() {
        if files.len() > 1 {
            console.say(&format!("[{}/{}] {}", index + 1, files.len(), file.display()));
        }
        match id.clone().or_else(|| id_of(file)) {
            Some(id) => one(console, content, file, &id, force, &mut diagnostics)?,
            None => {
                named = false;
                diagnostics.push(
                    Diagnostic::error(Code::BAD_ID, format!("the name of {} gives no id", file.display()))
                        .in_file(file.display().to_string())
                        .with_help("say it: gongdu import FILE --as zichuan-2023"),
                );
            }
        }
    }
    console.show(&diagnostics);
    // A name that gives no id is no fault of the text.
    Ok(if named { Outcome::of(&diagnostics) } else { Outcome::Failed })
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
) -> anyhow::Result<()> {
    let bytes = disk::read_file(file)?;
    let shown = file.display().to_string();
    let decoded = report::decode(&shown, &bytes).drain_into(diagnostics);
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or("txt");
    let source_name = format!("source.{extension}");
    let before = diagnostics.len();
    let made = build::import_source(&decoded.source, &source_name, diagnostics);
    if crate::diagnostic::has_errors(&diagnostics[before..]) {
        return Ok(());
    }
    let settings = content.join("site.toml");
    if !disk::exists(&settings) {
        disk::write_new(&settings, content::FIRST_SETTINGS.as_bytes(), false)?;
        console.say(&format!("made {}: the name of the site stands there", settings.display()));
    }
    let folder = content.join(id);
    let mut kept: Vec<PathBuf> = Vec::new();
    let mut count = 0;
    let source_file = std::iter::once((source_name, bytes));
    for (path, bytes) in source_file.chain(made.into_iter().map(|file| (file.path, file.bytes))) {
        let path = folder.join(path);
        match disk::write_new(&path, &bytes, force)? {
            Written::Kept => kept.push(path),
            _ => count += 1,
        }
    }
    console.say(&format!("{} in {}/", counted(count, "file"), folder.display()));
    for path in &kept {
        console.say(&format!("kept as it is: {} (a person changed it; --force writes over it)", path.display()));
    }
    Ok(())
}
