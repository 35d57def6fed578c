//! What the rest of the program may count on when it reads and publishes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

mod exchange;
mod moves;
mod publishing;
mod reading;

/// A path and what the file holds; a folder when the path ends in `/`.
type Row = (&'static str, &'static str);

fn folder(rows: &[Row]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    lay(folder.path(), rows);
    folder
}

fn lay(root: &Path, rows: &[Row]) {
    for (path, text) in rows {
        let path = root.join(path);
        if path.as_os_str().to_string_lossy().ends_with('/') {
            fs::create_dir_all(path).unwrap();
        } else {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
}

/// Everything below a folder, hidden files too; a folder has a path that ends in `/`.
fn snapshot(root: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(root).min_depth(1).into_iter().map(Result::unwrap);
    let rows = entries.map(|entry| {
        let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        if entry.file_type().is_dir() {
            (path + "/", String::new())
        } else {
            (path, fs::read_to_string(entry.path()).unwrap())
        }
    });
    rows.filter(|(path, _)| !path.starts_with(".gongdu-stage")).collect()
}

fn files(root: &Path) -> BTreeMap<String, String> {
    snapshot(root).into_iter().filter(|(path, _)| !path.ends_with('/') && path != ".gongdu").collect()
}

fn rows(rows: &[Row]) -> BTreeMap<String, String> {
    rows.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect()
}
