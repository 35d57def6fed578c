//! Looks for fonts where systems keep them. Knows the folders, not the fonts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::fault::{Deed, cannot, refused, shown};
use super::read::{larger_than, read_up_to};

/// The largest font that is read, in bytes; those with all Chinese characters in many weights come near a third of it.
const FONT_LIMIT: u64 = 256 << 20;
/// How deep below a folder of fonts a font may lie.
const DEPTH: usize = 8;

/// A font file that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontFile {
    /// Where it lies.
    pub path: PathBuf,
    /// How long it is, in bytes.
    pub length: u64,
}

/// The folders in which systems keep fonts, those of the person who runs the program last.
pub fn font_folders() -> Vec<PathBuf> {
    const SYSTEM: [&str; 7] = [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/run/current-system/sw/share/X11/fonts",
        "/System/Library/Fonts",
        "/System/Library/AssetsV2",
        "/Library/Fonts",
        "C:\\Windows\\Fonts",
    ];
    const HOME: [&str; 4] =
        [".local/share/fonts", ".fonts", "Library/Fonts", "AppData\\Local\\Microsoft\\Windows\\Fonts"];
    let own = std::env::home_dir().into_iter().flat_map(|home| HOME.map(|folder| home.join(folder)));
    SYSTEM.map(PathBuf::from).into_iter().chain(own).collect()
}

/// The files below `folders` that have one of the names `wanted`, capitals aside, by that name; of two with the same name
/// the first. What cannot be read is passed over: there may be others.
pub fn find_fonts(folders: &[PathBuf], wanted: &[&str]) -> BTreeMap<String, FontFile> {
    let mut found = BTreeMap::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        let walk = WalkDir::new(folder).follow_links(true).max_depth(DEPTH).sort_by_file_name();
        for entry in walk.into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file()) {
            let name = entry.file_name().to_string_lossy().to_lowercase();
            if wanted.contains(&name.as_str())
                && let Ok(data) = entry.metadata()
            {
                let file = FontFile { path: entry.into_path(), length: data.len() };
                found.entry(name).or_insert(file);
            }
        }
    }
    found
}

/// Reads a font file.
///
/// # Errors
/// When it cannot be read or is too large.
pub fn read_font(path: &Path) -> anyhow::Result<Vec<u8>> {
    let too_large = || refused(larger_than(FONT_LIMIT));
    let read = read_up_to(path, FONT_LIMIT).and_then(|bytes| bytes.ok_or_else(too_large));
    read.map_err(|error| cannot(Deed::Read, shown(path), &error))
}
