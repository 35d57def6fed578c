//! What opening a file gives.

use std::collections::BTreeMap;

use super::detect::Format;
use super::lines::Lines;
use super::radicals::{folded, is_folded};
use crate::diagnostic::{Checked, Code, Diagnostic, Severity, control_character};
use crate::limits;
use crate::message::message;
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

/// What was opened as it can go on: without control characters, its lines ended as lines are, with the characters that its
/// radicals stand for, and empty where there is too much of it.
pub(super) fn fit(opened: Checked<Opened>) -> Checked<Opened> {
    let Checked { value: mut opened, mut diagnostics } = opened;
    if let Some(text) = ended_lines(opened.source.text()) {
        opened.source = Source::new(opened.source.name(), text);
    }
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
    let source = &opened.source;
    if let Some((at, sign)) = source.text().char_indices().find(|(_, c)| is_folded(*c)) {
        diagnostics.push(radicals(source, Span::new(at, at + sign.len_utf8())));
        opened.source = Source::new(source.name(), folded(source.text()));
    }
    Checked { value: opened, diagnostics }
}

/// `text` with `\n` where old programs ended a line with `\r` alone; `None` when it has no such line.
fn ended_lines(text: &str) -> Option<String> {
    let alone = |at: usize| !text[at + 1..].starts_with('\n');
    text.match_indices('\r').any(|(at, _)| alone(at)).then(|| {
        let ends = text.char_indices().map(|(at, c)| if c == '\r' && alone(at) { '\n' } else { c });
        ends.collect()
    })
}

/// A note of the first character that stands for another, at `span`.
fn radicals(source: &Source, span: Span) -> Diagnostic {
    let message = message!(
        "the text has radicals in place of characters, as copied from a PDF; it was read with the characters",
        "文本里有的字是部首（从 PDF 复制常见），已按对应的字读"
    );
    let help = message!("the source file stays as it is; there is nothing to do", "原文文件没有动；不用做什么");
    Diagnostic::note(Code::RADICALS, message).at(source, span).with_help(help)
}
