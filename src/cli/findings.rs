//! What `build` and `check` found, as one JSON document for programs: every fault with both wordings.

use serde::Serialize;

use super::console::Console;
use super::timings::{Timings, TimingsJson};
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::disk::OutputRefusal;
use crate::message::{Language, Message};

/// How it is told: to a person as it is found, or to a program in the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum FindingsFormat {
    // What is said of a value here would stand in the help, in one language.
    #[default]
    Text,
    Json,
}

impl FindingsFormat {
    /// Shows to a person what was found just now.
    pub fn show(self, console: &Console, found: &[Diagnostic]) {
        if self == FindingsFormat::Text {
            console.show(found);
        }
    }

    /// Prints for a program all that was found, and how long it took where that is asked; a person is told that alone, the rest was shown.
    pub fn print(self, console: &Console, found: &[Diagnostic], timings: Option<Timings>) -> anyhow::Result<()> {
        match self {
            FindingsFormat::Json => console.print(&printed(found, None, timings.as_ref())),
            FindingsFormat::Text => {
                timings.iter().flat_map(Timings::lines).for_each(|line| console.say(&line));
                Ok(())
            }
        }
    }

    /// Prints for a program why the machine or the usage stopped the command: a refusal is a diagnostic, anything else is told
    /// in words.
    pub fn print_failure(self, console: &Console, error: &anyhow::Error) -> anyhow::Result<()> {
        match error.downcast_ref::<OutputRefusal>() {
            _ if self != FindingsFormat::Json => Ok(()),
            Some(refusal) => console.print(&printed(std::slice::from_ref(&refusal.0), None, None)),
            None => console.print(&printed(&[], Some(&Message::of(error)), None)),
        }
    }
}

/// The document.
#[derive(Serialize)]
struct FindingsJson<'a> {
    /// Whether the command ends with exit code 0.
    good: bool,
    counts: CountsJson,
    diagnostics: Vec<FindingJson<'a>>,
    /// Why the machine or the usage stopped the command, if it did.
    failure: Option<WordingsJson<'a>>,
    /// How long the stages took, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    timings: Option<TimingsJson>,
}

#[derive(Serialize)]
struct CountsJson {
    errors: usize,
    warnings: usize,
    notes: usize,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    code: &'static str,
    severity: &'static str,
    file: Option<&'a str>,
    /// From 1; none when it is about a whole file.
    line: Option<usize>,
    /// From 1, in characters.
    column: Option<usize>,
    /// What is marked in the line.
    span: Option<SpanJson>,
    message: WordingsJson<'a>,
    notes: Vec<WordingsJson<'a>>,
    help: Option<WordingsJson<'a>>,
}

/// From the beginning of the line, counted from 0; `end` is one past the last.
#[derive(Serialize)]
struct SpanJson {
    bytes: RangeJson,
    characters: RangeJson,
}

#[derive(Serialize)]
struct RangeJson {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct WordingsJson<'a> {
    en: &'a str,
    zh: &'a str,
}

/// What was found, in the order in which it is shown to people.
fn printed(diagnostics: &[Diagnostic], failure: Option<&Message>, timings: Option<&Timings>) -> String {
    let count = |severity| diagnostics.iter().filter(|found| found.severity == severity).count();
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note].map(count);
    let document = FindingsJson {
        good: errors == 0 && failure.is_none(),
        counts: CountsJson { errors, warnings, notes },
        diagnostics: diagnostics.iter().map(finding).collect(),
        failure: failure.map(wordings),
        timings: timings.map(Timings::json),
    };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn finding(found: &Diagnostic) -> FindingJson<'_> {
    let Diagnostic { severity, code, message, location, notes, help } = found;
    let place = location.as_ref().filter(|location| !location.is_whole_file());
    FindingJson {
        code: code.as_str(),
        severity: severity.name(),
        file: location.as_ref().map(|location| location.file.as_str()),
        line: place.map(|location| location.place.line),
        column: place.map(|location| location.place.column),
        span: place.map(span),
        message: wordings(message),
        notes: notes.iter().map(wordings).collect(),
        help: help.as_ref().map(wordings),
    }
}

fn span(location: &Location) -> SpanJson {
    let Location { line, left_out, left_out_bytes, marked, .. } = location;
    let range = |before: usize, start: usize, end: usize| RangeJson { start: before + start, end: before + end };
    let characters = |bytes: usize| line[..bytes].chars().count();
    SpanJson {
        bytes: range(*left_out_bytes, marked.start, marked.end),
        characters: range(*left_out, characters(marked.start), characters(marked.end)),
    }
}

fn wordings(message: &Message) -> WordingsJson<'_> {
    WordingsJson { en: message.said_in(Language::English), zh: message.said_in(Language::Chinese) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::message::message;
    use crate::text::{Source, Span};

    #[test]
    fn a_span_is_that_in_the_whole_line_in_bytes_and_in_characters() {
        for before in [2, 100_000] {
            let text = format!("一\n{}甲乙{}", "前".repeat(before), "后".repeat(before));
            let at = text.find('甲').unwrap();
            let found = Diagnostic::warning(Code::NO_TITLE, Message::default())
                .at(&Source::new("a.txt", text), Span::new(at, at + 6));
            let json: serde_json::Value = serde_json::from_str(&printed(&[found], None, None)).unwrap();
            let place = &json["diagnostics"][0];
            assert_eq!((&place["line"], &place["column"]), (&2.into(), &(before + 1).into()));
            let expect = serde_json::json!({
                "bytes": {"start": before * 3, "end": before * 3 + 6},
                "characters": {"start": before, "end": before + 2},
            });
            assert_eq!(place["span"], expect);
            assert_eq!(json["good"], true, "a warning is no error");
        }
    }

    #[test]
    fn a_failure_of_the_machine_is_told_in_both_languages() {
        let why = message!("cannot read {file}", "读不了 {file}", file = "a.txt");
        let json: serde_json::Value = serde_json::from_str(&printed(&[], Some(&why), None)).unwrap();
        assert_eq!(json["failure"], serde_json::json!({"en": "cannot read a.txt", "zh": "读不了 a.txt"}));
        assert_eq!((&json["good"], &json["counts"]["errors"]), (&false.into(), &0.into()));
    }
}
