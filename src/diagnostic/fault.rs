//! One fault or doubt: how grave it is, what is wrong, where, and what to do.

use serde::{Deserialize, Serialize};

use super::code::Code;
use crate::message::{Message, message};
use crate::text::{Place, Source, Span};

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// The site cannot be published as it is; the exit code is 1.
    Error,
    /// Something is doubtful; the site is published all the same.
    Warning,
    /// Something that a person may want to know.
    Note,
}

impl Severity {
    /// `error`, `warning` or `note`: how programs call it, in every language.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }

    /// How people call it.
    pub fn word(self) -> Message {
        match self {
            Severity::Error => message!("error", "错误"),
            Severity::Warning => message!("warning", "提醒"),
            Severity::Note => message!("note", "说明"),
        }
    }
}

/// The place that a diagnostic points at, with the line itself so that it can be shown without the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// The file as messages name it.
    pub file: String,
    /// Line and column of the first character.
    pub place: Place,
    /// The line's text; of a line that is very long, what stands round the words in question.
    pub line: String,
    /// Characters of the line before `line`.
    pub left_out: usize,
    /// The bytes that those are.
    pub left_out_bytes: usize,
    /// Bytes of `line` that the message is about; never past the end of the line.
    pub marked: Span,
}

impl Location {
    /// Where `span` of `source` stands; one over several lines is cut at the end of its first.
    pub fn of(source: &Source, span: Span) -> Location {
        let place = source.place(span.start);
        let line = source.line(place.line);
        let start = span.start.clamp(line.span.start, line.span.end) - line.span.start;
        let end = span.end.clamp(line.span.start + start, line.span.end) - line.span.start;
        let around = around(line.text, Span::new(start, end));
        let left_out = line.text[..around.start].chars().count();
        let marked = Span::new(start - around.start, end.min(around.end) - around.start);
        let line = around.of(line.text).to_owned();
        let (file, left_out_bytes) = (source.name().into(), around.start);
        Location { file, place, line, left_out, left_out_bytes, marked }
    }

    /// Whether it is no place in a file, but the file.
    pub fn is_whole_file(&self) -> bool {
        self.line.is_empty() && self.place.line == 1
    }
}

/// One fault or doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// Which kind of fault it is; each has a heading in `docs/en/diagnostics.md`.
    pub code: Code,
    /// One sentence without a full stop.
    pub message: Message,
    /// Where; `None` when the fault is of no single place.
    pub location: Option<Location>,
    /// Further facts (`nearest: …`).
    pub notes: Vec<Message>,
    /// What to do.
    pub help: Option<Message>,
}

impl Diagnostic {
    /// A fault that stops publication.
    pub fn error(code: Code, message: Message) -> Diagnostic {
        Diagnostic::new(Severity::Error, code, message)
    }

    /// A doubt that does not.
    pub fn warning(code: Code, message: Message) -> Diagnostic {
        Diagnostic::new(Severity::Warning, code, message)
    }

    /// A remark.
    pub fn note(code: Code, message: Message) -> Diagnostic {
        Diagnostic::new(Severity::Note, code, message)
    }

    fn new(severity: Severity, code: Code, message: Message) -> Diagnostic {
        Diagnostic { severity, code, message, location: None, notes: Vec::new(), help: None }
    }

    /// Points at `span` of `source`; a span over several lines is cut at the end of its first.
    #[must_use]
    pub fn at(self, source: &Source, span: Span) -> Diagnostic {
        self.located(Location::of(source, span))
    }

    /// Points at a place that was noted before.
    #[must_use]
    pub fn located(mut self, location: Location) -> Diagnostic {
        self.location = Some(location);
        self
    }

    /// Points at a whole file.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Diagnostic {
        let (place, line, marked) = (Place { line: 1, column: 1 }, String::new(), Span::default());
        self.location = Some(Location { file: file.into(), place, line, left_out: 0, left_out_bytes: 0, marked });
        self
    }

    /// Adds a fact.
    #[must_use]
    pub fn with_note(mut self, note: Message) -> Diagnostic {
        self.notes.push(note);
        self
    }

    /// Adds the advice.
    #[must_use]
    pub fn with_help(mut self, help: Message) -> Diagnostic {
        self.help = Some(help);
        self
    }
}

/// The fault that a character stands here which prints nothing and steers the device that shows it; its place is still to be
/// added.
pub fn control_character(severity: Severity) -> Diagnostic {
    let message = message!("a control character stands here, which nobody can see", "这里有一个看不见的控制字符");
    let help = match severity {
        Severity::Error => message!("delete it: take the word out and write it anew", "删掉它：把这个词删了重写一遍"),
        Severity::Warning | Severity::Note => {
            message!("it was left out; compare the words here", "已经略去；请核对这里的话")
        }
    };
    Diagnostic::new(severity, Code::CONTROL_CHARACTER, message).with_help(help)
}

/// A line longer than this is not kept whole: there may be as many diagnostics as it has words.
const LONG_LINE: usize = 4_000;

/// The bytes of a line to keep with what is marked in it.
fn around(line: &str, marked: Span) -> Span {
    if line.len() <= LONG_LINE {
        return Span::new(0, line.len());
    }
    let reach = LONG_LINE / 4;
    let boundary = |at: usize| (at..line.len()).find(|at| line.is_char_boundary(*at)).unwrap_or(line.len());
    let start = boundary(marked.start.saturating_sub(reach));
    Span::new(start, boundary(marked.end.min(marked.start + reach) + reach))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_line_only_what_stands_round_the_mark_is_kept() {
        let text = format!("一\n{}甲{}", "前".repeat(100_000), "后".repeat(100_000));
        let at = text.find('甲').unwrap();
        let found = Diagnostic::note(Code::NO_TITLE, Message::default())
            .at(&Source::new("a.txt", text), Span::new(at, at + '甲'.len_utf8()));
        let place = found.location.unwrap();
        assert_eq!(place.place, Place { line: 2, column: 100_001 });
        assert_eq!(place.marked.of(&place.line), "甲");
        assert_eq!(place.left_out + place.line[..place.marked.start].chars().count(), 100_000);
        assert!(place.line.len() <= LONG_LINE, "{}", place.line.len());
    }
}
