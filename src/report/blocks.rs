//! Makes headings and paragraphs of passages. Knows no masthead and no glossary.

use std::collections::BTreeMap;

use super::layout::{compact, trimmed, width};
use super::lead::leads;
use super::outline::outline;
use super::parts::{Block, Heading, Paragraph, ParagraphRole, Piece};
use super::passage::{Passage, passages};
use super::resuming::mark_resuming;
use super::shape::Shape;
use super::speech::is_salutation;
use super::torn::mend_torn_topics;
use crate::text::{Source, Span};

/// The blocks of `rows`, and the rows among them that belong to no block (page numbers).
/// Lines in `styled` are headings by the styles of the file that the source was made of.
pub(super) fn blocks(source: &Source, rows: Vec<Piece>, styled: &BTreeMap<usize, u8>) -> (Vec<Block>, Vec<Piece>) {
    let (passages, aside) = passages(source, rows);
    let outline = outline(&passages, styled);
    let mut blocks = Vec::new();
    for (passage, (shape, level)) in passages.into_iter().zip(outline) {
        match shape {
            Shape::Plain => blocks.push(Block::Paragraph(paragraph(passage))),
            Shape::Bare { .. } | Shape::Styled(_) => blocks.push(Block::Heading(heading(passage, 0, level, false))),
            Shape::Numbered { mark, end, run_in } => {
                let (head, rest) = split(passage, end);
                blocks.push(Block::Heading(heading(head, mark.len, level, run_in)));
                if !rest.pieces.is_empty() {
                    blocks.push(Block::Paragraph(paragraph(rest)));
                }
            }
        }
    }
    let mut blocks = mend_torn_topics(blocks);
    mark_leads(&mut blocks);
    mark_resuming(&mut blocks);
    (blocks, aside)
}

fn heading(passage: Passage, mark: usize, level: u8, run_in: bool) -> Heading {
    let (number, text) = passage.text.split_at(mark);
    Heading { level, number: number.to_owned(), text: text.trim().to_owned(), run_in, pieces: passage.pieces }
}

fn paragraph(passage: Passage) -> Paragraph {
    let text = compact(&passage.text);
    let role = if is_salutation(&text) && text.ends_with(['：', ':']) && width(&text) <= 20 {
        ParagraphRole::Salutation
    } else {
        ParagraphRole::Plain
    };
    Paragraph { text: passage.text, pieces: passage.pieces, lead: None, role }
}

/// Cuts a passage after `end` bytes of its text; blanks at the cut go with neither half.
fn split(passage: Passage, end: usize) -> (Passage, Passage) {
    let mut halves = [Vec::new(), Vec::new()];
    let mut before = 0;
    for piece in passage.pieces {
        let cut = end.clamp(before, before + piece.text.len()) - before;
        for (half, span) in halves.iter_mut().zip([Span::new(0, cut), Span::new(cut, piece.text.len())]) {
            let span = trimmed(&piece.text, span);
            if !span.is_empty() {
                half.push(Piece {
                    line: piece.line,
                    span: span.shifted(piece.span.start),
                    text: span.of(&piece.text).to_owned(),
                });
            }
        }
        before += piece.text.len();
    }
    let [head, rest] =
        halves.map(|pieces| Passage { text: pieces.iter().map(|piece| piece.text.as_str()).collect(), pieces });
    (head, rest)
}

/// Whether the heading at `at` is the topic sentence of the paragraph after it: one on the same line, or one that a web page tore
/// off, which is a sentence with one paragraph.
fn is_topic_of_next(blocks: &[Block], at: usize) -> bool {
    let is_paragraph = |at: usize| matches!(blocks.get(at), Some(Block::Paragraph(_)));
    matches!(&blocks[at], Block::Heading(heading)
        if heading.run_in || heading.text.ends_with('。') && is_paragraph(at + 1) && !is_paragraph(at + 2))
}

/// Gives each paragraph its topic sentence. What follows a heading that is one has had its own.
fn mark_leads(blocks: &mut [Block]) {
    let mut at = 0;
    while at < blocks.len() {
        let from = if is_topic_of_next(blocks, at) { at + 2 } else { at + 1 }.min(blocks.len());
        let end = from + blocks[from..].iter().take_while(|block| matches!(block, Block::Paragraph(_))).count();
        let texts: Vec<_> = blocks[from..end]
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
                Block::Heading(_) => None,
            })
            .collect();
        let found = leads(&texts);
        for (block, lead) in blocks[from..end].iter_mut().zip(found) {
            if let Block::Paragraph(paragraph) = block {
                paragraph.lead = lead;
            }
        }
        at = end;
    }
}
