//! Addresses inside a page: each paragraph, heading and sentence has a short ASCII id that is counted, never spelled. Where a
//! ledger knows the words, they have the id that it has for them.

use super::figure_site::FigureIndex;
use crate::ledger::AnchorKind;
use crate::markdown::{Document, MarkdownBlock};
use crate::text::{Span, sentences};

/// What is known of one leaf block of a page's text (CommonMark's word for a block that holds words: a paragraph, a heading,
/// here also a table cell), in the order of
/// [`Document::leaves`]. All spans are bytes of the leaf's plain words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeafBlock {
    /// A paragraph, a heading or a cell.
    pub kind: AnchorKind,
    /// `2-1p3` for a paragraph, `2-1h1` for a heading, `2-1c4` for a cell of a table; `2-1p-4f09ac` for one that came later.
    pub id: String,
    /// The sentences of a paragraph with their ids (`2-1p3s2`, `2-1s-4f09ac`); none for other leaves.
    pub sentences: Vec<(Span, String)>,
    /// Mentions of terms.
    pub mentions: Vec<TermMention>,
    /// Figures that are stated here.
    pub figures: Vec<(Span, FigureIndex)>,
}

/// A mention of a term in a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermMention {
    /// Where.
    pub span: Span,
    /// Index into the report's terms.
    pub term: usize,
    /// Whether the site links it.
    pub linked: bool,
    /// The reference mark printed for the term, where it can be a link.
    pub mark: Option<Span>,
}

impl LeafBlock {
    /// The id of the sentence that holds the byte `at`; the leaf's own id when it has no sentences.
    pub fn sentence_at(&self, at: usize) -> &str {
        self.sentence_over(at).map_or(&self.id, |(_, id)| id)
    }

    /// The sentence that holds the byte `at`.
    pub fn sentence_over(&self, at: usize) -> Option<&(Span, String)> {
        self.sentences.iter().find(|(span, _)| span.start <= at && at < span.end)
    }
}

/// The leaves of a page's text with what comes behind the page's name in their ids when they are counted: `p3`, `p3s2` (the
/// search script counts the sentences of a paragraph in the same way).
pub(super) fn counted_leaves(text: &Document) -> Vec<LeafBlock> {
    let mut counter = IdCounter { paragraphs: 0, headings: 0, cells: 0, leaves: Vec::new() };
    counter.walk(&text.blocks);
    counter.leaves
}

struct IdCounter {
    paragraphs: usize,
    headings: usize,
    cells: usize,
    leaves: Vec<LeafBlock>,
}

impl IdCounter {
    fn walk(&mut self, blocks: &[MarkdownBlock]) {
        for block in blocks {
            match block {
                MarkdownBlock::Paragraph(text) => {
                    self.paragraphs += 1;
                    let id = format!("p{}", self.paragraphs);
                    let spans = sentences(&text.text).into_iter().zip(1..);
                    let sentences = spans.map(|(span, number)| (span, format!("{id}s{number}"))).collect();
                    self.leaves.push(LeafBlock { kind: AnchorKind::Paragraph, id, sentences, ..LeafBlock::default() });
                }
                MarkdownBlock::Heading { .. } => {
                    self.headings += 1;
                    let id = format!("h{}", self.headings);
                    self.leaves.push(LeafBlock { kind: AnchorKind::Heading, id, ..LeafBlock::default() });
                }
                MarkdownBlock::List { items, .. } => items.iter().for_each(|item| self.walk(item)),
                MarkdownBlock::Quote(inner) => self.walk(inner),
                MarkdownBlock::Table { head, rows, .. } => {
                    for _ in head.iter().chain(rows.iter().flatten()) {
                        self.cells += 1;
                        let id = format!("c{}", self.cells);
                        self.leaves.push(LeafBlock { kind: AnchorKind::Cell, id, ..LeafBlock::default() });
                    }
                }
                MarkdownBlock::EditorNote(_) | MarkdownBlock::Code { .. } | MarkdownBlock::Rule => {}
            }
        }
    }
}
