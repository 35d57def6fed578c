//! What of a source must be published, and how a line of it is found among printed words: the ground of both halves of the
//! proof.

use crate::report::{Block, Piece, Report};

/// Whether a character counts: white space, zero-width characters and byte order marks do not.
pub(super) fn is_word(c: char) -> bool {
    // Nearly all are of these.
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '!'..='~')
        || !c.is_whitespace()
            && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
            && !c.is_control()
}

/// The characters of a text that count.
pub(super) fn words(text: &str) -> String {
    text.chars().filter(|c| is_word(*c)).collect()
}

/// The runs of the source whose order is proven: masthead and speech, the glossary, each attachment. Which of the last two
/// comes first differs from report to report.
pub(super) fn parts(read: &Report) -> Vec<Vec<&Piece>> {
    let mut speech: Vec<&Piece> = read.masthead.lines.iter().map(|line| &line.piece).collect();
    speech.extend(read.body.iter().flat_map(pieces));
    let mut parts = vec![speech];
    parts.extend(read.glossary.iter().map(|glossary| glossary.heading.iter().chain(&glossary.lines).collect()));
    for attachment in &read.attachments {
        parts.push(attachment.heading.iter().chain(attachment.blocks.iter().flat_map(pieces)).collect());
    }
    parts
}

fn pieces(block: &Block) -> &[Piece] {
    match block {
        Block::Heading(heading) => &heading.pieces,
        Block::Paragraph(paragraph) => &paragraph.pieces,
    }
}

/// Where `wanted` stands in `published` from `at` on. Right there is best; further on counts only when what follows it in
/// the source follows there too, so that a short line that is missing is not found in the midst of another.
pub(super) fn find(published: &str, at: usize, wanted: &str, next: Option<&str>) -> Option<usize> {
    let rest = &published[at..];
    if rest.starts_with(wanted) {
        return Some(at);
    }
    let next = next.map(|next| next.chars().take(12).collect::<String>());
    let follows = |end: usize| next.as_ref().is_none_or(|next| rest[end..].starts_with(next.as_str()));
    let mut places = rest.match_indices(wanted).map(|(found, _)| found);
    let long = wanted.chars().count() >= 12;
    places.find(|found| long || follows(found + wanted.len())).map(|found| at + found)
}
