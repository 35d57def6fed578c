//! What holds for the whole site: the settings, the theme's files, the words of the interface, the table of topics.

use std::path::Path;

use super::request::Request;
use crate::content::{self, RawFile, Settings};
use crate::diagnostic::{Code, Diagnostic};
use crate::disk::{self, Tree};
use crate::message::message;
use crate::topics::TopicTable;
use crate::words::{Language, Words};

/// What the whole site is built by, an address of the command line before that of the file; `name` is what messages call the content folder.
pub(super) fn settings(
    content: &Path,
    base_url: Option<&str>,
    name: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> anyhow::Result<Settings> {
    let path = content.join("site.toml");
    let shown = format!("{name}/site.toml");
    let mut settings = if disk::exists(&path) {
        let bytes = disk::read_file(&path)?;
        Settings::read(RawFile { path: "site.toml", name: &shown, bytes: &bytes }).drain_into(diagnostics)
    } else {
        diagnostics.push(
            Diagnostic::error(Code::MISSING_FILE, message!("{shown} is missing", "缺少 {shown}"))
                .in_file(shown.as_str())
                .with_help(message!("make it with one line: title = \"公读\"", "建好它，写一行就行：title = \"公读\"")),
        );
        Settings::default()
    };
    if let Some(url) = base_url {
        match content::base_url_of(url) {
            Ok(url) => settings.base_url = url,
            Err(fault) => diagnostics.push(*fault),
        }
    }
    Ok(settings)
}

/// The files of the folder that lies over the default theme.
pub(super) fn theme_files(request: &Request, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<Tree> {
    match &request.theme {
        Some(folder) => Ok(disk::read_tree(folder, &folder.display().to_string())?.drain_into(diagnostics)),
        None => Ok(Tree::default()),
    }
}

/// The words of the interface, those of the theme laid over them.
pub(super) fn words(language: Language, over: &[RawFile<'_>], diagnostics: &mut Vec<Diagnostic>) -> Words {
    let words = Words::of(language);
    let own = over.iter().find(|file| file.path == language.file());
    match own.and_then(|file| file.source().drain_into(diagnostics)) {
        Some(source) => words.overlaid(&source).drain_into(diagnostics),
        None => words,
    }
}

/// The table of topics, that of the theme laid over it.
pub(super) fn topics(over: &[RawFile<'_>], diagnostics: &mut Vec<Diagnostic>) -> TopicTable {
    let table = TopicTable::embedded();
    let own = over.iter().find(|file| file.path == TopicTable::file());
    match own.and_then(|file| file.source().drain_into(diagnostics)) {
        Some(source) => table.overlaid(&source).drain_into(diagnostics),
        None => table,
    }
}
