//! What opening a file gives.

use std::collections::BTreeMap;

use super::detect::Format;
use super::lines::Lines;
use crate::diagnostic::{Checked, Diagnostic};
use crate::text::Source;

/// A file opened: its text, and what its format knew that no text can say.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The text. For a format that is no text this is the text that was made of it: the same file always gives the same.
    pub source: Source,
    /// What the file is.
    pub format: Format,
    /// The encoding's name as browsers know it; that of the text made, where the format is no text.
    pub encoding: &'static str,
    /// Lines that the format's own styles call headings, by line number, with the style's level from 1.
    pub headings: BTreeMap<usize, u8>,
}

/// A file opened by the lines that were made of it, with a note of what was left out.
pub(super) fn made(
    name: &str,
    lines: Lines,
    format: Format,
    encoding: &'static str,
    mut diagnostics: Vec<Diagnostic>,
) -> Checked<Opened> {
    diagnostics.extend(lines.left_out(name));
    let (text, headings) = lines.finish();
    Checked { value: Opened { source: Source::new(name, text), format, encoding, headings }, diagnostics }
}
