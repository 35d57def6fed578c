//! What opening a file gives.

use std::collections::BTreeMap;

use super::detect::Format;
use super::lines::Lines;
use crate::diagnostic::{Checked, Diagnostic, Severity, control_character};
use crate::limits;
use crate::text::{Source, Span, is_control};

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

/// What was opened as it can go on: without control characters, and empty where there is too much of it.
pub(super) fn fit(opened: Checked<Opened>) -> Checked<Opened> {
    let Checked { value: mut opened, mut diagnostics } = opened;
    let source = &opened.source;
    let longest = source.lines().map(|line| line.text.len()).max().unwrap_or(0);
    let fault = limits::BYTES.fault_of(source.text().len());
    let fault = fault.or_else(|| limits::LINES.fault_of(source.line_count()));
    if let Some(fault) = fault.or_else(|| limits::LINE.fault_of(longest)) {
        diagnostics.push(fault.in_file(source.name()));
        opened = Opened { source: Source::new(source.name(), ""), headings: BTreeMap::new(), ..opened };
    } else if let Some((at, sign)) = source.text().char_indices().find(|(_, c)| is_control(*c)) {
        let span = Span::new(at, at + sign.len_utf8());
        diagnostics.push(control_character(Severity::Warning).at(source, span));
        // A page or a line ends where these stand.
        let plain = source.text().replace(['\u{b}', '\u{c}'], "\n");
        opened.source = Source::new(source.name(), plain.replace(is_control, ""));
    }
    Checked { value: opened, diagnostics }
}
