//! One fault or doubt: how grave it is, what is wrong, where, and what to do.

use super::code::Code;
use crate::message::{Message, message};
use crate::text::{Place, Source, Span};

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file as messages name it.
    pub file: String,
    /// Line and column of the first character.
    pub place: Place,
    /// The line's text.
    pub line: String,
    /// Bytes of `line` that the message is about; never past the end of the line.
    pub marked: Span,
}

/// One fault or doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// Which kind of fault it is; each has a heading in `docs/diagnostics.md`.
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
    pub fn at(mut self, source: &Source, span: Span) -> Diagnostic {
        let place = source.place(span.start);
        let line = source.line(place.line);
        let start = span.start.clamp(line.span.start, line.span.end) - line.span.start;
        let end = span.end.clamp(line.span.start + start, line.span.end) - line.span.start;
        self.location =
            Some(Location { file: source.name().into(), place, line: line.text.into(), marked: Span::new(start, end) });
        self
    }

    /// Points at a whole file.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Diagnostic {
        let place = Place { line: 1, column: 1 };
        self.location = Some(Location { file: file.into(), place, line: String::new(), marked: Span::default() });
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
