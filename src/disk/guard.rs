//! Keeps the output folder away from the folders that the site is made from.

use std::path::{Component, Path, PathBuf};

use super::fault::{Deed, cannot, shown};
use super::refusal::OutputRefusal;

/// Refuses an output folder that equals, lies in, or holds one of `inputs` (the content folder, a theme folder).
/// Links and `..` are followed first; the folders need not exist.
///
/// # Errors
/// A [`OutputRefusal`], or a path that cannot be followed.
pub fn guard_output(output: &Path, inputs: &[&Path]) -> anyhow::Result<()> {
    let real = resolve(output)?;
    for input in inputs {
        let other = resolve(input)?;
        if real.starts_with(&other) || other.starts_with(&real) {
            return Err(OutputRefusal::overlap(&shown(output), &shown(input)).into());
        }
    }
    Ok(())
}

/// The absolute path without links: the system's answer for the part that exists, then the rest by its names.
pub(super) fn resolve(path: &Path) -> anyhow::Result<PathBuf> {
    let absolute = std::path::absolute(path).map_err(|error| cannot(Deed::Find, shown(path), &error))?;
    let existing = absolute.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    let Some((above, mut real)) = existing else { return Ok(absolute) };
    let rest = absolute.strip_prefix(above).unwrap_or(Path::new(""));
    for part in rest.components() {
        match part {
            Component::ParentDir => drop(real.pop()),
            Component::Normal(name) => real.push(name),
            _ => {}
        }
    }
    Ok(real)
}
