//! What gongdu makes of one source before anything is written: the object that `gongdu inspect --json` prints. Knows no pages.

mod view;

pub use view::{Aside, Attachment, Fault, Figure, GlossaryEntry, Inspection, Masthead, Mention, OutlineItem};

use crate::diagnostic::{Code, Diagnostic};
use crate::figures::{self, Setting};
use crate::glossary::{self, Entry, Matcher};
use crate::report::{self, Block, Paragraph, Report};
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

/// The glossary's entries with the aliases that the speech suggests; terms that it never says are faults.
fn entries(source: &Source, report: &Report, diagnostics: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let Some(glossary) = &report.glossary else { return Vec::new() };
    let lines: Vec<_> = glossary.lines.iter().map(|piece| (piece.line, piece.span, piece.text.as_str())).collect();
    let mut entries = glossary::read_entries(source, &lines).drain_into(diagnostics);
    let paragraphs: Vec<_> = paragraphs(report).map(|paragraph| paragraph.text.as_str()).collect();
    glossary::propose_aliases(&mut entries, &paragraphs);
    let matcher = Matcher::new(&entries);
    let said: Vec<_> =
        paragraphs.iter().flat_map(|text| matcher.mentions(text)).map(|mention| mention.number).collect();
    for entry in entries.iter().filter(|entry| !said.contains(&entry.number)) {
        let message = format!("the report never says the term {}", entry.term);
        let help = "if it says the term in other words, write them into the entry's aliases";
        let line = source.line(entry.line).span;
        diagnostics.push(Diagnostic::warning(Code::TERM_NOT_FOUND, message).at(source, line).with_help(help));
    }
    entries
}

fn paragraphs(report: &Report) -> impl Iterator<Item = &Paragraph> {
    report.body.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Heading(_) => None,
    })
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
    let found = paragraphs(report).flat_map(|paragraph| {
        let mentions = matcher.mentions(&paragraph.text).into_iter();
        mentions.filter_map(|mention| {
            let (line, start, end) = columns(source, paragraph.source_span(mention.span)?);
            Some(Mention {
                number: mention.number,
                line,
                start,
                end,
                text: mention.span.of(&paragraph.text).to_owned(),
            })
        })
    });
    found.collect()
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
