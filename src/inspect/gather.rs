//! Gathers what was made of a source, each thing with its place in it.

use super::json::{
    AsideJson, AttachmentJson, CommitmentJson, ComparisonJson, DiagnosticJson, EntryJson, FigureJson, Inspection,
    MastheadJson, MentionJson, OutlineJson, PhraseJson,
};
use crate::commitments::{self, TextBlock};
use crate::diagnostic::Diagnostic;
use crate::figures::{
    self, Outlook,
    pairs::{self, Stated},
};
use crate::glossary::{Entry, Matcher, unexplained};
use crate::import::{Imported, attached_outlook, outlook, spoken};
use crate::message::Language;
use crate::report::{Block, Opened, Paragraph, ParagraphRole, Piece, Report, is_caption, table_heads};
use crate::text::{Source, Span};

/// Shows what was made of an opened file, with everything that was found doubtful, said in `language`.
pub fn inspect(opened: &Opened, imported: &Imported, diagnostics: &[Diagnostic], language: Language) -> Inspection {
    let Imported { report, entries, figures } = imported;
    let source = &opened.source;
    Inspection {
        format: opened.format.name(),
        encoding: opened.encoding,
        masthead: MastheadJson::of(&report.masthead),
        outline: outline(report),
        glossary: entries.iter().map(EntryJson::of).collect(),
        mentions: mentions(source, report, entries),
        phrases: phrases(source, report, entries),
        figures: quantities(report, figures).iter().map(|one| one.seen(source)).collect(),
        comparisons: comparisons(&quantities(report, figures), language),
        commitments: commitments(source, imported),
        aside: report.aside.iter().map(AsideJson::of).collect(),
        attachments: report.attachments.iter().map(AttachmentJson::of).collect(),
        diagnostics: diagnostics.iter().map(|found| DiagnosticJson::of(found, language)).collect(),
    }
}

/// The texts that can mention a term, each with where it stands.
fn texts(report: &Report) -> impl Iterator<Item = (&str, Whereabouts<'_>)> {
    let places = report.body.iter().flat_map(|block| match block {
        Block::Heading(heading) => heading.pieces.iter().map(Whereabouts::Piece).collect(),
        Block::Paragraph(paragraph) => vec![Whereabouts::Paragraph(paragraph)],
    });
    spoken(report).into_iter().zip(places)
}

/// Where a text stands.
enum Whereabouts<'a> {
    Piece(&'a Piece),
    Paragraph(&'a Paragraph),
}

impl Whereabouts<'_> {
    /// The span in the source of `span` of the text.
    fn source_span(&self, span: Span) -> Option<Span> {
        match self {
            Whereabouts::Piece(piece) => Some(span.shifted(piece.span.start)),
            Whereabouts::Paragraph(paragraph) => paragraph.source_span(span),
        }
    }
}

fn outline(report: &Report) -> Vec<OutlineJson> {
    let items = report.body.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(OutlineJson {
            line: heading.pieces.first()?.line,
            level: Some(heading.level),
            heading: format!("{}{}", heading.number, heading.text),
            kind: if heading.run_in { "run-in" } else { "standalone" },
        }),
        Block::Paragraph(paragraph) => Some(OutlineJson {
            line: paragraph.pieces.first()?.line,
            level: None,
            heading: paragraph.lead?.of(&paragraph.text).to_owned(),
            kind: "lead",
        }),
    });
    items.collect()
}

fn phrases(source: &Source, report: &Report, entries: &[Entry]) -> Vec<PhraseJson> {
    let (texts, places): (Vec<&str>, Vec<Whereabouts<'_>>) = texts(report).unzip();
    let found = unexplained(entries, &texts).into_iter().filter_map(|phrase| {
        let (at, span) = phrase.first;
        let place = places[at].source_span(span)?;
        Some(PhraseJson { phrase: phrase.words, count: phrase.count, line: source.place(place.start).line })
    });
    found.collect()
}

fn mentions(source: &Source, report: &Report, entries: &[Entry]) -> Vec<MentionJson> {
    let matcher = Matcher::new(entries);
    let mut found = Vec::new();
    for (text, place) in texts(report) {
        for mention in matcher.mentions(text) {
            let Some(span) = place.source_span(mention.span) else { continue };
            let (line, start, end) = columns(source, span);
            let words = |span: Span| span.of(text).to_owned();
            let (number, mark) = (mention.number, mention.mark.map(words));
            found.push(MentionJson { number, line, start, end, text: words(mention.span), mark });
        }
    }
    found
}

/// A figure with the words of its paragraph and its place in the source.
struct PlacedFigure<'a> {
    figure: &'a figures::Figure,
    paragraph: &'a str,
    span: Span,
}

impl PlacedFigure<'_> {
    fn seen(&self, source: &Source) -> FigureJson {
        FigureJson::of(self.figure, self.figure.span.of(self.paragraph), columns(source, self.span))
    }
}

fn quantities<'a>(report: &'a Report, figures: &'a [Vec<figures::Figure>]) -> Vec<PlacedFigure<'a>> {
    let mut found = Vec::new();
    for (block, figures) in report.blocks().zip(figures) {
        let Block::Paragraph(paragraph) = block else { continue };
        for figure in figures {
            let Some(span) = paragraph.source_span(figure.span) else { continue };
            found.push(PlacedFigure { figure, paragraph: &paragraph.text, span });
        }
    }
    found
}

/// Which results stand beside which targets, and which look-alikes were refused; in the order of the targets.
fn comparisons(quantities: &[PlacedFigure<'_>], language: Language) -> Vec<ComparisonJson> {
    let stated: Vec<Stated<'_>> =
        quantities.iter().map(|one| Stated { figure: one.figure, paragraph: one.paragraph }).collect();
    let (pairs, refusals) = pairs::done_and_planned(&stated);
    let pairs =
        pairs.iter().map(|pair| ComparisonJson { done: pair.done, planned: pair.planned, refused: None, why: None });
    let refusals = refusals.iter().map(|refusal| ComparisonJson {
        done: refusal.done,
        planned: refusal.planned,
        refused: Some(refusal.reason.name()),
        why: Some(refusal.reason.sentence().said_in(language).to_owned()),
    });
    let mut all: Vec<ComparisonJson> = pairs.chain(refusals).collect();
    all.sort_by_key(|one| (one.planned, one.done));
    all
}

/// What the report undertakes for its year, in the speech and in its attachments; of one past a limit, of which no figures were read,
/// nothing.
fn commitments(source: &Source, imported: &Imported) -> Vec<CommitmentJson> {
    let Report { masthead, body, attachments, .. } = &imported.report;
    if imported.figures.is_empty() {
        return Vec::new();
    }
    let own = outlook(masthead.kind, masthead.title.as_deref().unwrap_or_default());
    let mut found = undertaken(source, masthead.year, own, None, body);
    for attachment in attachments {
        let heading = attachment.title();
        let outlook = attached_outlook(own, &heading);
        found.extend(undertaken(source, masthead.year, outlook, Some(&heading), &attachment.blocks));
    }
    found
}

/// What a text of the report undertakes, under its `heading` where it has one.
fn undertaken(
    source: &Source,
    year: Option<u16>,
    outlook: Outlook,
    heading: Option<&str>,
    read: &[Block],
) -> Vec<CommitmentJson> {
    let mut blocks: Vec<TextBlock<'_>> = heading.into_iter().map(|heading| TextBlock::Heading(1, heading)).collect();
    let mut paragraphs = vec![None; blocks.len()];
    for (block, head) in read.iter().zip(table_heads(read)) {
        if let Block::Paragraph(Paragraph { role: ParagraphRole::Resuming, .. }) = block {
            blocks.push(TextBlock::Resuming);
            paragraphs.push(None);
        }
        let (text, paragraph) = match block {
            Block::Heading(heading) => (TextBlock::Heading(heading.level, &heading.text), None),
            Block::Paragraph(paragraph) if head.is_none() && !is_caption(&paragraph.text) => {
                (TextBlock::Paragraph(&paragraph.text), Some(paragraph))
            }
            Block::Paragraph(_) => (TextBlock::Other, None),
        };
        blocks.push(text);
        paragraphs.push(paragraph);
    }
    let mut found = Vec::new();
    for (paragraph, commitments) in paragraphs.into_iter().zip(commitments::read(year, outlook, &blocks)) {
        let Some(paragraph) = paragraph else { continue };
        for own in commitments {
            let Some(span) = paragraph.source_span(own.span) else { continue };
            found.push(CommitmentJson::of(&own, &paragraph.text, columns(source, span)));
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
