//! Whether a report that is imported is one that lies there already.

use std::path::Path;

use super::folder::title_page;
use crate::content::TitlePage;
use crate::disk;
use crate::places::same_place;
use crate::report::Masthead;

/// Whether a folder holds a report that is not the one of `masthead`: it is of another kind, or both name a place, a meeting or
/// a day, and not the same.
/// What a source does not print, and what cannot be read, tells nothing.
///
/// # Errors
/// When a file cannot be read.
pub fn holds_another(folder: &Path, masthead: &Masthead) -> anyhow::Result<bool> {
    Ok(title_page(folder, "report.toml")?.is_some_and(|there| differs(&there, masthead)))
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
            let Some(there) = title_page(&content.join(&id), "report.toml")? else { continue };
            let named = there.year == Some(year.into()) && there.title == *title && same_place(&there.place, place);
            if named && !differs(&there, masthead) {
                same.push(id);
            }
        }
    }
    Ok(same.pop().filter(|_| same.is_empty()))
}

fn differs(there: &TitlePage, here: &Masthead) -> bool {
    // A meeting may be named after the place alone, or after what that lies in too.
    let differ = |there: &str, here: &Option<String>| {
        let here = here.as_deref().unwrap_or_default();
        !there.is_empty() && !here.is_empty() && !here.ends_with(there) && !there.ends_with(here)
    };
    let date = there.date.as_deref().unwrap_or_default();
    let elsewhere = differ(&there.place, &here.place)
        && here.place.as_deref().is_some_and(|place| !same_place(&there.place, place));
    there.kind != here.kind || elsewhere || differ(&there.meeting, &here.meeting) || differ(date, &here.date)
}
