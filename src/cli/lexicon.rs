//! The operator's own rows of the lexicon, `lexicon.txt` in the content folder: what every command that reads words goes by.

use std::path::Path;

use super::console::Console;
use super::findings::FindingsFormat;
use crate::content::{self, RawFile};
use crate::disk;
use crate::message::message;

/// The name of the file in the content folder.
const FILE: &str = "lexicon.txt";

/// Lays the rows of the content folder over the lexicon, if it has any. `false` when something is wrong with them, which was shown:
/// reading by half of them would give other names than the operator means.
pub(super) fn lay_over(console: &Console, folder: &Path, format: FindingsFormat) -> anyhow::Result<bool> {
    let path = folder.join(FILE);
    if !disk::exists(&path) {
        return Ok(true);
    }
    console.detail(&message!(
        "words: {file} over the built-in ones",
        "词表：{file} 盖在自带的上面",
        file = path.display()
    ));
    let (name, bytes) = (path.display().to_string(), disk::read_file(&path)?);
    let found = content::lay_over_lexicon(RawFile { path: FILE, name: &name, bytes: &bytes });
    format.show(console, &found);
    if !found.is_empty() {
        format.print(console, &found, None)?;
    }
    Ok(found.is_empty())
}
