//! The text of a report as rules of speech walk through it: its headings and paragraphs in order, each paragraph with its place.

use super::report_site::PageSite;
use crate::commitments::TextBlock;
use crate::content::TitlePage;
use crate::figures::{Outlook, Reader, Status};
use crate::markdown::{Inline, MarkdownBlock};
use crate::report::is_caption;

/// A block of a text.
pub(super) struct SpokenBlock<'p> {
    pub block: TextBlock<'p>,
    /// Index into the pages.
    pub page: usize,
    /// Index into the leaves of the page; `None` for the title of a page, which is no leaf of it.
    pub leaf: Option<usize>,
}

/// A text that is read from its own beginning.
pub(super) struct SpokenText<'p> {
    /// What it speaks of where its words do not say.
    pub outlook: Outlook,
    /// Its headings and paragraphs.
    pub blocks: Vec<SpokenBlock<'p>>,
}

/// The speech, then each attachment under its own heading.
pub(super) fn spoken<'p>(report: &TitlePage, pages: &[PageSite<'p>]) -> Vec<SpokenText<'p>> {
    let numbered = pages.iter().enumerate();
    let (attached, speech): (Vec<_>, Vec<_>) = numbered.partition(|(_, own)| own.page.id.is_attachment());
    let mut texts = vec![SpokenText { outlook: report.outlook(), blocks: blocks(speech) }];
    texts.extend(
        attached
            .into_iter()
            .map(|own| SpokenText { outlook: report.attached_outlook(&own.1.page.title), blocks: blocks([own]) }),
    );
    texts
}

/// The blocks of pages, in the order of the text; a caption and a cell of a table are neither heading nor paragraph.
fn blocks<'p: 'a, 'a>(pages: impl IntoIterator<Item = (usize, &'a PageSite<'p>)>) -> Vec<SpokenBlock<'p>> {
    let mut found = Vec::new();
    for (page, own) in pages {
        let level = if own.page.id.is_section() { 2 } else { 1 };
        if !own.page.id.is_opening() {
            found.push(SpokenBlock { block: TextBlock::Heading(level, &own.page.title), page, leaf: None });
        }
        let mut leaves = Vec::new();
        for (at, block) in own.page.text.blocks.iter().enumerate() {
            if own.page.text.resumes_at() == Some(at) {
                found.push(SpokenBlock { block: TextBlock::Resuming, page, leaf: None });
            }
            let from = leaves.len();
            walk(block, level, &mut leaves);
            let own = leaves.iter().enumerate().skip(from);
            found.extend(own.map(|(leaf, block)| SpokenBlock { block: *block, page, leaf: Some(leaf) }));
        }
    }
    found
}

/// A paragraph of the speech with what its headings say of its time.
pub(super) struct DatedParagraph {
    /// Index into the pages.
    pub page: usize,
    /// Index into the leaves of the page.
    pub leaf: usize,
    /// Whether it looks back or ahead.
    pub status: Status,
    /// The first and the last year that it is about, where the headings tell.
    pub years: Option<(u16, u16)>,
}

/// The paragraphs of a report. What stands before the first heading looks neither back nor ahead.
pub(super) fn dated(report: &TitlePage, pages: &[PageSite<'_>]) -> Vec<DatedParagraph> {
    let year = report.year.and_then(|year| u16::try_from(year).ok());
    let mut found = Vec::new();
    for text in spoken(report, pages) {
        let mut reader = Reader::new(year, text.outlook);
        for SpokenBlock { block, page, leaf } in text.blocks {
            match (block, leaf) {
                (TextBlock::Heading(level, text), _) => reader.heading(level, text),
                (TextBlock::Paragraph(text), Some(leaf)) => {
                    let years = reader.years();
                    found.extend(reader.status().map(|status| DatedParagraph { page, leaf, status, years }));
                    reader.pass(text);
                }
                _ => {}
            }
        }
    }
    found
}

/// The leaves of a block, in the order of `Document::leaves`; the headings of a page stand below its own `level`.
fn walk<'p>(block: &'p MarkdownBlock, level: u8, leaves: &mut Vec<TextBlock<'p>>) {
    match block {
        MarkdownBlock::Paragraph(Inline { text, .. }) if is_caption(text) => leaves.push(TextBlock::Other),
        MarkdownBlock::Paragraph(Inline { text, .. }) => leaves.push(TextBlock::Paragraph(text)),
        MarkdownBlock::Heading { level: below, text } => {
            leaves.push(TextBlock::Heading(level + below.saturating_sub(1), &text.text));
        }
        MarkdownBlock::List { items, .. } => items.iter().flatten().for_each(|block| walk(block, level, leaves)),
        MarkdownBlock::Quote(inner) => inner.iter().for_each(|block| walk(block, level, leaves)),
        MarkdownBlock::Table { head, rows, .. } => {
            leaves.extend(head.iter().chain(rows.iter().flatten()).map(|_| TextBlock::Other));
        }
        MarkdownBlock::EditorNote(_) | MarkdownBlock::Code { .. } | MarkdownBlock::Rule => {}
    }
}
