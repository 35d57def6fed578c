//! Addresses inside a page: each paragraph, heading and sentence has a short ASCII id that is counted, never spelled.

use super::figure_site::FigureIndex;
use crate::markdown::{Document, MarkdownBlock};
use crate::text::{Span, sentences};

/// What is known of one leaf block of a page's text (CommonMark's word for a block that holds words: a paragraph, a heading,
/// here also a table cell), in the order of
/// [`Document::leaves`]. All spans are bytes of the leaf's plain words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeafBlock {
    /// `2-1p3` for a paragraph, `2-1h1` for a heading, `2-1c4` for a cell of a table.
    pub id: String,
    /// The sentences of a paragraph with their ids (`2-1p3s2`); none for other leaves.
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

/// Gives ids to the leaves of a page's text (the search script counts the sentences of a paragraph in the same way); `prefix` is the page's name.
pub(super) fn leaves(prefix: &str, text: &Document) -> Vec<LeafBlock> {
    let mut counter = IdCounter { prefix, paragraphs: 0, headings: 0, cells: 0, leaves: Vec::new() };
    counter.walk(&text.blocks);
    counter.leaves
}

struct IdCounter<'a> {
    prefix: &'a str,
    paragraphs: usize,
    headings: usize,
    cells: usize,
    leaves: Vec<LeafBlock>,
}

impl IdCounter<'_> {
    fn walk(&mut self, blocks: &[MarkdownBlock]) {
        for block in blocks {
            match block {
                MarkdownBlock::Paragraph(text) => {
                    self.paragraphs += 1;
                    let id = format!("{}p{}", self.prefix, self.paragraphs);
                    let spans = sentences(&text.text).into_iter().zip(1..);
                    let sentences = spans.map(|(span, number)| (span, format!("{id}s{number}"))).collect();
                    self.leaves.push(LeafBlock { id, sentences, ..LeafBlock::default() });
                }
                MarkdownBlock::Heading { .. } => {
                    self.headings += 1;
                    let id = format!("{}h{}", self.prefix, self.headings);
                    self.leaves.push(LeafBlock { id, ..LeafBlock::default() });
                }
                MarkdownBlock::List { items, .. } => items.iter().for_each(|item| self.walk(item)),
                MarkdownBlock::Quote(inner) => self.walk(inner),
                MarkdownBlock::Table { head, rows, .. } => {
                    for _ in head.iter().chain(rows.iter().flatten()) {
                        self.cells += 1;
                        let id = format!("{}c{}", self.prefix, self.cells);
                        self.leaves.push(LeafBlock { id, ..LeafBlock::default() });
                    }
                }
                MarkdownBlock::EditorNote(_) | MarkdownBlock::Code { .. } | MarkdownBlock::Rule => {}
            }
        }
    }
}
