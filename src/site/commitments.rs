//! Finds the commitments of a report in the text of its pages, with the sentence of each. Holds no rules.

use super::commitment_site::CommitmentSite;
use super::report_site::{PageSite, ReportSite};
use crate::commitments::{self, TextBlock};
use crate::markdown::{Inline, MarkdownBlock};
use crate::report::is_caption;
use crate::text::Span;

impl ReportSite<'_> {
    /// The words of a span of the leaf that a commitment stands in.
    pub fn commitment_words(&self, own: &CommitmentSite, span: Span) -> &str {
        span.of(&self.pages[own.page].page.text.leaves()[own.leaf].text)
    }

    /// What a commitment is about, where its own clause does not say it.
    pub fn said_before<'o>(&self, own: &'o CommitmentSite) -> Option<&'o str> {
        let [object] = &own.read.object[..] else { return None };
        let clause = self.commitment_words(own, own.read.span);
        (!shares_words(clause, object)).then_some(object.as_str())
    }
}

/// Whether two characters of `words` stand in `clause` side by side: a name may be put together of several runs of it.
fn shares_words(clause: &str, words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    chars.windows(2).any(|pair| clause.contains(&pair.iter().collect::<String>()))
}

/// The commitments of a report that sets the tasks of `year`, in the order of its text. What is appended to the speech has none.
pub(super) fn resolve(year: Option<u64>, pages: &[PageSite<'_>]) -> Vec<CommitmentSite> {
    let mut blocks = Vec::new();
    let mut places = Vec::new();
    for (at, own) in pages.iter().enumerate().filter(|(_, own)| !own.page.id.is_attachment()) {
        let level = if own.page.id.is_section() { 2 } else { 1 };
        if !own.page.id.is_opening() {
            blocks.push(TextBlock::Heading(level, &own.page.title));
            places.push(None);
        }
        let before = blocks.len();
        own.page.text.blocks.iter().for_each(|block| walk(block, level, &mut blocks));
        places.extend((0..blocks.len() - before).map(|leaf| Some((at, leaf))));
    }
    let year = year.and_then(|year| u16::try_from(year).ok());
    let mut found = Vec::new();
    for (read, place) in commitments::read(year, &blocks).into_iter().zip(places) {
        let Some((page, leaf)) = place else { continue };
        found.extend(read.into_iter().map(|read| {
            let sentence = pages[page].leaves[leaf].sentence_at(read.span.start).to_owned();
            CommitmentSite { page, leaf, sentence, read }
        }));
    }
    found
}

/// The leaves of a block, in the order of `Document::leaves`; the headings of a page stand below its own `level`.
fn walk<'p>(block: &'p MarkdownBlock, level: u8, blocks: &mut Vec<TextBlock<'p>>) {
    match block {
        MarkdownBlock::Paragraph(Inline { text, .. }) if is_caption(text) => blocks.push(TextBlock::Other),
        MarkdownBlock::Paragraph(Inline { text, .. }) => blocks.push(TextBlock::Paragraph(text)),
        MarkdownBlock::Heading { level: below, text } => {
            blocks.push(TextBlock::Heading(level + below.saturating_sub(1), &text.text));
        }
        MarkdownBlock::List { items, .. } => items.iter().flatten().for_each(|block| walk(block, level, blocks)),
        MarkdownBlock::Quote(inner) => inner.iter().for_each(|block| walk(block, level, blocks)),
        MarkdownBlock::Table { head, rows, .. } => {
            blocks.extend(head.iter().chain(rows.iter().flatten()).map(|_| TextBlock::Other));
        }
        MarkdownBlock::EditorNote(_) | MarkdownBlock::Code { .. } | MarkdownBlock::Rule => {}
    }
}
