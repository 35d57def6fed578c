//! What gongdu makes of one source before anything is written: the object that `gongdu inspect --json` prints. Knows no pages.

mod view;

pub use view::{Aside, Attachment, Fault, Figure, GlossaryEntry, Inspection, Masthead, Mention, OutlineItem};

use crate::diagnostic::Diagnostic;
use crate::figures::{self, Setting};
use crate::glossary::{self, Entry, Matcher};
use crate::report::{self, Block, Paragraph, Piece, Report};
use crate::text::{Source, Span};

/// Reads `source` with every reader there is. Never panics.
pub fn inspect(source: &Source) -> Inspection {
    let mut diagnostics = Vec::new();
    let report = report::read(source).drain_into(&mut diagnostics);
    let entries = entries(source, &report, &mut diagnostics);
    let mut inspection = Inspection {
        masthead: Masthead::of(&report.masthead),
        glossary: entries.iter().map(GlossaryEntry::of).collect(),
        aside: report.aside.iter().map(Aside::of).collect(),
        attachments: report.attachments.iter().map(Attachment::of).collect(),
        ..Inspection::default()
    };
    inspection.outline = outline(&report);
    inspection.mentions = mentions(source, &report, &entries);
    inspection.figures = quantities(source, &report);
    inspection.diagnostics = diagnostics.iter().map(Fault::of).collect();
    inspection
}

/// The glossary's entries with the aliases that the speech suggests.
fn entries(source: &Source, report: &Report, diagnostics: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let Some(glossary) = &report.glossary else { return Vec::new() };
    let lines: Vec<_> = glossary.lines.iter().map(|piece| (piece.line, piece.span, piece.text.as_str())).collect();
    let mut entries = glossary::read_entries(source, &lines).drain_into(diagnostics);
    let texts: Vec<_> = texts(report).into_iter().map(|(text, _)| text).collect();
    glossary::propose_aliases(&mut entries, &texts);
    diagnostics.extend(glossary::unsaid(source, &entries, &texts));
    entries
}

/// The texts of the speech that can mention a term, headings included, each with where it stands.
fn texts(report: &Report) -> Vec<(&str, Place<'_>)> {
    let texts = report.body.iter().flat_map(|block| match block {
        Block::Heading(heading) => {
            heading.pieces.iter().map(|piece| (piece.text.as_str(), Place::Piece(piece))).collect()
        }
        Block::Paragraph(paragraph) => vec![(paragraph.text.as_str(), Place::Paragraph(paragraph))],
    });
    texts.collect()
}

/// Where a text stands.
enum Place<'a> {
    Piece(&'a Piece),
    Paragraph(&'a Paragraph),
}

impl Place<'_> {
    /// The span in the source of `span` of the text.
    fn source_span(&self, span: Span) -> Option<Span> {
        match self {
            Place::Piece(piece) => Some(span.shifted(piece.span.start)),
            Place::Paragraph(paragraph) => paragraph.source_span(span),
        }
    }
}

fn outline(report: &Report) -> Vec<OutlineItem> {
    let items = report.body.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(OutlineItem {
            line: heading.pieces.first()?.line,
            level: Some(heading.level),
            heading: format!("{}{}", heading.number, heading.text),
            kind: if heading.run_in { "run-in" } else { "standalone" },
        }),
        Block::Paragraph(paragraph) => Some(OutlineItem {
            line: paragraph.pieces.first()?.line,
            level: None,
            heading: paragraph.lead?.of(&paragraph.text).to_owned(),
            kind: "lead",
        }),
    });
    items.collect()
}

fn mentions(source: &Source, report: &Report, entries: &[Entry]) -> Vec<Mention> {
    let matcher = Matcher::new(entries);
    let mut found = Vec::new();
    for (text, place) in texts(report) {
        for mention in matcher.mentions(text) {
            let Some(span) = place.source_span(mention.span) else { continue };
            let (line, start, end) = columns(source, span);
            found.push(Mention { number: mention.number, line, start, end, text: mention.span.of(text).to_owned() });
        }
    }
    found
}

fn quantities(source: &Source, report: &Report) -> Vec<Figure> {
    let mut above: Vec<(u8, &str)> = Vec::new();
    let mut found = Vec::new();
    for block in &report.body {
        match block {
            Block::Heading(heading) => {
                above.retain(|(level, _)| *level < heading.level);
                above.push((heading.level, &heading.text));
            }
            Block::Paragraph(paragraph) => {
                let headings: Vec<_> = above.iter().map(|(_, text)| *text).collect();
                let setting = Setting { report_year: report.masthead.year, headings: &headings };
                for figure in figures::find(&paragraph.text, setting) {
                    let Some(span) = paragraph.source_span(figure.span) else { continue };
                    found.push(Figure::of(&figure, figure.span.of(&paragraph.text), columns(source, span)));
                }
            }
        }
    }
    found
}

/// Line, first column and last column (exclusive), the columns in characters from 0.
fn columns(source: &Source, span: Span) -> (usize, usize, usize) {
    let start = source.place(span.start);
    let length = span.of(source.text()).chars().count();
    (start.line, start.column - 1, start.column - 1 + length)
}
