//! Joins topic sentences that a web page tore off their paragraphs to them again: the bold type became a line of its own.

use super::layout::{trimmed, width};
use super::lead::{carried_topic, is_marked, is_torn_off};
use super::parts::{Block, Paragraph, Piece};
use crate::text::{Span, sentences};

/// Joins each topic sentence that stands alone to the paragraph behind it. One that no mark announces is joined only where there are
/// several such, in a text whose paragraphs are long; there the first topic of a section may stand on the line of the sentence that
/// opens the section (`五年来，…新跨越。经济实力显著提升。`), and is joined to its paragraph from there.
pub(super) fn mend_torn_topics(blocks: Vec<Block>) -> Vec<Block> {
    let long_text = |text: &str| sentences(text).len() > 1 || width(text) >= 60;
    let long = |block: &Block| matches!(block, Block::Paragraph(next) if long_text(&next.text));
    let found: Vec<_> = (0..blocks.len()).map(|at| torn_off(&blocks, at, &long)).collect();
    let unmarked = found.iter().filter(|torn| **torn == Some(false)).count();
    let lines = blocks.iter().filter(|block| matches!(block, Block::Paragraph(_)) && !long(block)).count();
    let several = unmarked >= 5 && lines <= 2 * unmarked + 10;
    let mut mended: Vec<Block> = Vec::with_capacity(blocks.len());
    let (mut before, mut joined) = (None, false);
    for (block, torn) in blocks.into_iter().zip(found) {
        let joins = before.replace(torn).flatten().is_some_and(|marked| marked || several);
        // A paragraph that has got its topic is whole.
        let opens = several && !std::mem::replace(&mut joined, joins);
        match (mended.last_mut(), block) {
            (Some(Block::Paragraph(topic)), Block::Paragraph(rest)) if joins => join(topic, rest),
            (Some(Block::Paragraph(opener)), Block::Paragraph(rest)) if opens && long_text(&rest.text) => {
                let topic = carried_topic(&opener.text).map(|at| cut_off(opener, at));
                mended.push(Block::Paragraph(match topic {
                    Some(mut topic) => {
                        join(&mut topic, rest);
                        topic
                    }
                    None => rest,
                }));
            }
            (_, block) => mended.push(block),
        }
    }
    mended
}

/// Whether the block at `at` is a topic sentence whose paragraph is the next block, and whether a mark announces it. In a list
/// whose items are one sentence each, what follows an item is not its paragraph.
fn torn_off(blocks: &[Block], at: usize, long: &dyn Fn(&Block) -> bool) -> Option<bool> {
    let topic = |at: usize| match blocks.get(at) {
        Some(Block::Paragraph(paragraph)) => is_torn_off(&paragraph.text),
        _ => None,
    };
    let Some(Block::Paragraph(next)) = blocks.get(at + 1) else { return None };
    let marked = topic(at)?;
    let listed = at.checked_sub(1).and_then(topic) == Some(true);
    let fits = long(&blocks[at + 1]) || marked && !listed && !next.text.starts_with("各位代表");
    (fits && !is_marked(&next.text)).then_some(marked)
}

/// Makes one paragraph of a topic sentence and what follows it.
fn join(topic: &mut Paragraph, rest: Paragraph) {
    topic.text.push_str(&rest.text);
    topic.pieces.extend(rest.pieces);
}

/// Takes the end of a paragraph off it, from `at` on, as a paragraph of its own.
fn cut_off(paragraph: &mut Paragraph, at: usize) -> Paragraph {
    let (mut before, mut kept, mut taken) = (0, Vec::new(), Vec::new());
    for piece in std::mem::take(&mut paragraph.pieces) {
        let cut = at.clamp(before, before + piece.text.len()) - before;
        before += piece.text.len();
        for (half, span) in [(&mut kept, Span::new(0, cut)), (&mut taken, Span::new(cut, piece.text.len()))] {
            let span = trimmed(&piece.text, span);
            if !span.is_empty() {
                let text = span.of(&piece.text).to_owned();
                half.push(Piece { line: piece.line, span: span.shifted(piece.span.start), text });
            }
        }
    }
    let words = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect();
    let topic = Paragraph { text: words(&taken), pieces: taken, ..paragraph.clone() };
    (paragraph.text, paragraph.pieces) = (words(&kept), kept);
    topic
}
