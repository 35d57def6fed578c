//! Lets one set of words read both scripts: a text in traditional characters is read in simplified ones, and what was read
//! is given back as printed.

use super::layout::compact;
use super::parts::{Attachment, Block, GlossaryText, Heading, Masthead, Paragraph, Piece, Report};
use crate::text::{self, Source};

/// The text in simplified characters, as far as a report is read by them; `None` for a text that has no others.
pub(super) fn in_simplified(source: &Source) -> Option<Source> {
    let text = simplify(source.text());
    (text != source.text()).then(|| Source::new(source.name(), text))
}

/// Gives `report`, which was read from `source` in simplified characters, the characters that `source` prints.
pub(super) fn restore(report: &mut Report, source: &Source) {
    let Report { masthead, body, glossary, attachments, aside } = report;
    masthead.lines.iter_mut().for_each(|line| restore_piece(&mut line.piece, source));
    body.iter_mut().for_each(|block| restore_block(block, source));
    if let Some(GlossaryText { heading, lines }) = glossary {
        heading.iter_mut().chain(lines).for_each(|piece| restore_piece(piece, source));
    }
    for Attachment { heading, blocks } in attachments {
        heading.iter_mut().for_each(|piece| restore_piece(piece, source));
        blocks.iter_mut().for_each(|block| restore_block(block, source));
    }
    aside.iter_mut().for_each(|piece| restore_piece(piece, source));
    restore_masthead(masthead, body);
}

fn restore_piece(piece: &mut Piece, source: &Source) {
    piece.text = piece.span.of(source.text()).to_owned();
}

fn restore_block(block: &mut Block, source: &Source) {
    let (Block::Heading(Heading { pieces, .. }) | Block::Paragraph(Paragraph { pieces, .. })) = block;
    pieces.iter_mut().for_each(|piece| restore_piece(piece, source));
    let words: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    match block {
        Block::Heading(heading) => {
            let (number, text) = words.split_at(heading.number.len());
            (heading.number, heading.text) = (number.to_owned(), text.trim().to_owned());
        }
        Block::Paragraph(paragraph) => paragraph.text = words,
    }
}

/// What the masthead says was put together from its lines and the first words of the speech: there it stands as printed.
fn restore_masthead(masthead: &mut Masthead, body: &[Block]) {
    let lines = masthead.lines.iter().map(|line| line.piece.text.as_str());
    let opening = body.iter().flat_map(Block::pieces).take(4).map(|piece| piece.text.as_str());
    let printed = compact(&lines.chain(opening).collect::<String>());
    let read = simplify(&printed);
    let Masthead { kind: _, title, place, year: _, date: _, meeting, office, speaker, lines: _ } = masthead;
    for words in [title, place, meeting, office, speaker].into_iter().flatten() {
        if let Some(at) = read.find(words.as_str()) {
            *words = printed[at..at + words.len()].to_owned();
        }
    }
}

fn simplify(words: &str) -> String {
    words.chars().map(text::simplified).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_simplified_characters_is_read_as_it_is() {
        assert_eq!(simplify("區長於會議上作報告"), "区长于会议上作报告");
        assert!(in_simplified(&Source::new("a.txt", "政府工作报告")).is_none());
    }
}
