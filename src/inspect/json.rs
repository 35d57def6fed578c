//! The shapes of the inspection's JSON. Fields are what the names say; lines count from 1, columns from 0 in characters.
#![allow(missing_docs, reason = "each field is named in docs and in the JSON itself")]

use serde::{Serialize, Serializer};

use crate::commitments::Commitment;
use crate::diagnostic::{Diagnostic, Severity};
use crate::glossary::Entry;
use crate::message::Language;
use crate::{figures, report};

/// Everything that was found in one source.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Inspection {
    pub format: &'static str,
    pub encoding: &'static str,
    pub masthead: MastheadJson,
    pub outline: Vec<OutlineJson>,
    pub glossary: Vec<EntryJson>,
    pub mentions: Vec<MentionJson>,
    /// Phrases in quotes that no entry explains, the most frequent first.
    pub phrases: Vec<PhraseJson>,
    pub figures: Vec<FigureJson>,
    pub comparisons: Vec<ComparisonJson>,
    pub commitments: Vec<CommitmentJson>,
    pub aside: Vec<AsideJson>,
    pub attachments: Vec<AttachmentJson>,
    pub diagnostics: Vec<DiagnosticJson>,
}

/// What the report says of itself.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MastheadJson {
    /// Of which kind the report is, as `report.toml` names it.
    pub kind: &'static str,
    pub title: Option<String>,
    pub place: Option<String>,
    pub year: Option<u16>,
    pub date: Option<String>,
    pub meeting: Option<String>,
    pub office: Option<String>,
    pub speaker: Option<String>,
}

/// A heading (`standalone`, `run-in`) or a topic sentence (`lead`, without a level).
#[derive(Clone, Debug, Serialize)]
pub struct OutlineJson {
    pub line: usize,
    pub level: Option<u8>,
    pub heading: String,
    pub kind: &'static str,
}

/// An entry of the glossary; the paragraphs of its definition are joined.
#[derive(Clone, Debug, Serialize)]
pub struct EntryJson {
    pub number: u32,
    pub term: String,
    pub aliases: Vec<String>,
    pub definition: String,
    pub line: usize,
}

/// A phrase in quotes that no entry explains.
#[derive(Clone, Debug, Serialize)]
pub struct PhraseJson {
    pub phrase: String,
    pub count: usize,
    /// The line where it first stands.
    pub line: usize,
}

/// A mention of a term in the speech.
#[derive(Clone, Debug, Serialize)]
pub struct MentionJson {
    pub number: u32,
    pub line: usize,
    pub start: usize,
    pub end: usize,
    pub text: String,
    /// The reference mark printed for the term.
    pub mark: Option<String>,
}

/// A quantity.
#[derive(Clone, Debug, Serialize)]
pub struct FigureJson {
    pub line: usize,
    pub start: usize,
    pub end: usize,
    pub span: String,
    pub value: f64,
    pub high: Option<f64>,
    pub unit: String,
    pub qualifier: &'static str,
    pub kind: &'static str,
    pub direction: Option<&'static str>,
    pub indicator: String,
    pub period: String,
    pub status: &'static str,
    /// `plain`, `stock`, `new`, `start`, `against`.
    pub manner: &'static str,
    /// For ranks and comparisons, the field in which they hold; else empty.
    pub scope: String,
    /// Its facts that are not sure: `name`, `period`, `status`, `value`.
    pub doubt: Vec<&'static str>,
}

/// A result beside a target, or why the two, which look alike, are not set side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparisonJson {
    /// The result's place in the list of figures, counted from 0.
    pub done: usize,
    /// The target's.
    pub planned: usize,
    /// `None` when they are comparable.
    pub refused: Option<&'static str>,
    /// The reason as a sentence.
    pub why: Option<String>,
}

/// A clause in which the government undertakes something that can be checked.
#[derive(Clone, Debug, Serialize)]
pub struct CommitmentJson {
    pub line: usize,
    pub start: usize,
    pub end: usize,
    pub clause: String,
    /// What it is about, `; ` between several.
    pub object: String,
    pub kind: &'static str,
    /// Its numbers as printed, `; ` between two.
    pub measure: Option<String>,
    pub deadline: Option<String>,
    pub strength: &'static str,
}

/// A line that belongs to no part of the report.
#[derive(Clone, Debug, Serialize)]
pub struct AsideJson {
    pub line: usize,
    pub text: String,
}

/// An attachment by its heading.
#[derive(Clone, Debug, Serialize)]
pub struct AttachmentJson {
    pub line: usize,
    pub heading: String,
}

/// A diagnostic.
#[derive(Clone, Debug, Serialize)]
pub struct DiagnosticJson {
    #[serde(serialize_with = "name_of")]
    pub severity: Severity,
    pub code: &'static str,
    pub line: Option<usize>,
    pub column: Option<usize>,
    pub message: String,
    pub help: Option<String>,
}

/// Programs know a severity by its name.
fn name_of<S: Serializer>(severity: &Severity, into: S) -> Result<S::Ok, S::Error> {
    into.serialize_str(severity.name())
}

impl MastheadJson {
    pub(super) fn of(masthead: &report::Masthead) -> MastheadJson {
        let report::Masthead { kind, title, place, year, date, meeting, office, speaker, lines: _ } = masthead.clone();
        MastheadJson { kind: kind.name(), title, place, year, date, meeting, office, speaker }
    }
}

impl EntryJson {
    pub(super) fn of(entry: &Entry) -> EntryJson {
        EntryJson {
            number: entry.number,
            term: entry.term.clone(),
            aliases: entry.aliases.clone(),
            definition: entry.definition.concat(),
            line: entry.line,
        }
    }
}

impl FigureJson {
    pub(super) fn of(figure: &figures::Figure, words: &str, (line, start, end): (usize, usize, usize)) -> FigureJson {
        FigureJson {
            line,
            start,
            end,
            span: words.to_owned(),
            value: figure.value,
            high: figure.high,
            unit: figure.unit.clone(),
            qualifier: figure.qualifier.name(),
            kind: figure.kind.name(),
            direction: figure.direction.map(figures::Direction::name),
            indicator: figure.indicator.clone(),
            period: figure.period.clone(),
            status: figure.status.name(),
            manner: figure.manner.name(),
            scope: figure.scope.clone(),
            doubt: figure.doubts.iter().map(|doubt| doubt.name()).collect(),
        }
    }
}

impl CommitmentJson {
    pub(super) fn of(own: &Commitment, paragraph: &str, (line, start, end): (usize, usize, usize)) -> CommitmentJson {
        let measures: Vec<&str> = own.measures.iter().map(|span| span.of(paragraph)).collect();
        CommitmentJson {
            line,
            start,
            end,
            clause: own.span.of(paragraph).to_owned(),
            object: own.object.join("; "),
            kind: own.kind.name(),
            measure: Some(measures.join("; ")).filter(|measure| !measure.is_empty()),
            deadline: own.deadline.map(|span| span.of(paragraph).to_owned()),
            strength: own.strength.name(),
        }
    }
}

impl AsideJson {
    pub(super) fn of(piece: &report::Piece) -> AsideJson {
        AsideJson { line: piece.line, text: piece.text.clone() }
    }
}

impl AttachmentJson {
    pub(super) fn of(attachment: &report::Attachment) -> AttachmentJson {
        let line = attachment.heading.first().map_or(0, |piece| piece.line);
        AttachmentJson { line, heading: attachment.title() }
    }
}

impl DiagnosticJson {
    pub(super) fn of(diagnostic: &Diagnostic, language: Language) -> DiagnosticJson {
        let place = diagnostic.location.as_ref().map(|location| location.place);
        DiagnosticJson {
            severity: diagnostic.severity,
            code: diagnostic.code.as_str(),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            message: diagnostic.message.said_in(language).to_owned(),
            help: diagnostic.help.as_ref().map(|help| help.said_in(language).to_owned()),
        }
    }
}
