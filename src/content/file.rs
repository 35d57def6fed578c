//! A file below `content/`, read or to be written, and its front matter.

use crate::diagnostic::{Checked, Code, Diagnostic, Severity, control_character};
use crate::limits;
use crate::message::message;
use crate::text::{Source, Span, is_control};

/// A file as the disk gave it.
#[derive(Clone, Copy, Debug)]
pub struct RawFile<'a> {
    /// Path below the folder that is being read, with `/`.
    pub path: &'a str,
    /// The name that messages use.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// A file that import wants below `content/<id>/`, or a new project in its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Path below that folder.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl RawFile<'_> {
    /// The file as text. A file that is not UTF-8 is reported at the line where it stops being so.
    pub fn source(&self) -> Checked<Option<Source>> {
        let bytes = self.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(self.bytes);
        if let Some(fault) = limits::BYTES.fault_of(bytes.len()) {
            return Checked { value: None, diagnostics: vec![fault.in_file(self.name)] };
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => sound(Source::new(self.name, text)),
            Err(error) => {
                let good = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
                let source = Source::new(self.name, good);
                let end = Span::new(good.len(), good.len());
                let fault = Diagnostic::error(
                    Code::NOT_UTF8,
                    message!("the file is not UTF-8 from here on", "从这里起，文件不是 UTF-8"),
                );
                let fault = fault.at(&source, end).with_help(message!(
                    "save it again as UTF-8 (in an editor: Save as…, encoding UTF-8)",
                    "用记事本打开，“另存为”，编码选 UTF-8"
                ));
                Checked { value: None, diagnostics: vec![fault] }
            }
        }
    }
}

/// A text if it holds no control character; they would reach pages and terminals.
pub(super) fn sound(source: Source) -> Checked<Option<Source>> {
    let Some((at, sign)) = source.text().char_indices().find(|(_, c)| is_control(*c)) else {
        return Checked { value: Some(source), diagnostics: Vec::new() };
    };
    let span = Span::new(at, at + sign.len_utf8());
    Checked { value: None, diagnostics: vec![control_character(Severity::Error).at(&source, span)] }
}

/// Where the front matter's TOML stands between its two lines `+++`, and where the text after it begins. A file without
/// front matter has an empty one; one that is never closed is reported.
pub(super) fn front_matter(source: &Source, diagnostics: &mut Vec<Diagnostic>) -> (Span, usize) {
    let first = source.line(1);
    if first.text.trim_end() != "+++" {
        return (Span::new(0, 0), 0);
    }
    let body =
        |line: usize| if line < source.line_count() { source.line(line + 1).span.start } else { source.text().len() };
    let start = body(1);
    for number in 2..=source.line_count() {
        let line = source.line(number);
        if line.text.trim_end() == "+++" {
            return (Span::new(start, line.span.start), body(number));
        }
    }
    diagnostics.push(
        Diagnostic::error(
            Code::FRONT_MATTER,
            message!("the front matter that begins here never ends", "从这里开始的设置没有结尾的 `+++`"),
        )
        .at(source, first.span)
        .with_help(message!("put a line +++ after it", "在设置后面补一行 `+++`")),
    );
    (Span::new(0, 0), source.text().len())
}
