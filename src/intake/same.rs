//! Whether a report that is imported is one that lies there already.

use std::path::Path;

use crate::content::{RawFile, TitlePage};
use crate::disk;
use crate::report::Masthead;

/// Whether a folder holds a report that is not the one of `masthead`: both name a place, a meeting or a day, and not the same.
/// What a source does not print, and what cannot be read, tells nothing.
///
/// # Errors
/// When a file cannot be read.
pub fn holds_another(folder: &Path, masthead: &Masthead) -> anyhow::Result<bool> {
    Ok(title_page(folder)?.is_some_and(|there| differs(&there, masthead)))
}

/// The id of the one report below the folder `content` that has the place, the year and the title of `masthead`, and is not of
/// another meeting or day; `None` when there is none, or more than one.
///
/// # Errors
/// When a file cannot be read.
pub fn same_report(content: &Path, masthead: &Masthead) -> anyhow::Result<Option<String>> {
    let (Some(place), Some(year), Some(title)) = (&masthead.place, masthead.year, &masthead.title) else {
        return Ok(None);
    };
    let mut same = Vec::new();
    if disk::is_dir(content) {
        for id in disk::subfolders(content)? {
            let Some(there) = title_page(&content.join(&id))? else { continue };
            let named = (&there.place, there.year, &there.title) == (place, Some(year.into()), title);
            if named && !differs(&there, masthead) {
                same.push(id);
            }
        }
    }
    Ok(same.pop().filter(|_| same.is_empty()))
}

fn title_page(folder: &Path) -> anyhow::Result<Option<TitlePage>> {
    let path = folder.join("report.toml");
    if !disk::exists(&path) {
        return Ok(None);
    }
    let bytes = disk::read_file(&path)?;
    Ok(Some(TitlePage::read(RawFile { path: "report.toml", name: "report.toml", bytes: &bytes }).value))
}

fn differs(there: &TitlePage, here: &Masthead) -> bool {
    let differ = |there: &str, here: &Option<String>| {
        !there.is_empty() && here.as_deref().is_some_and(|here| !here.is_empty() && here != there)
    };
    let date = there.date.as_deref().unwrap_or_default();
    differ(&there.place, &here.place) || differ(&there.meeting, &here.meeting) || differ(date, &here.date)
}
