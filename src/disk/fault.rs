//! Words for faults of the machine: the deed, the path, the system's reason.

use std::io;
use std::path::Path;

/// `cannot read content/x: Permission denied`.
pub(super) fn cannot(deed: &str, path: impl std::fmt::Display, error: &io::Error) -> anyhow::Error {
    anyhow::anyhow!("cannot {deed} {path}: {}", reason(error))
}

/// The system's own words, without the number that only a programmer reads.
pub(super) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    match text.rfind(" (os error ") {
        Some(at) if at > 0 => text[..at].trim_end_matches('.').to_owned(),
        _ => text,
    }
}

/// A path as messages show it: with `/` on every system.
pub(super) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}
