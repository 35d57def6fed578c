//! Finds where a part goes on after its last section: no heading says so, the words do (`各位代表，刚刚过去的2025年，`).

use super::layout::compact;
use super::parts::{Block, ParagraphRole};
use super::words::lists;
use crate::text::simplified;

/// Marks the paragraph of each part that takes the part up again after its last section, the first of them where there are several.
pub(super) fn mark_resuming(blocks: &mut [Block]) {
    let mut from = 0;
    while from < blocks.len() {
        let part = 1 + blocks[from + 1..].iter().take_while(|block| level(block).is_none_or(|level| level > 1)).count();
        mark_part(&mut blocks[from..from + part]);
        from += part;
    }
}

fn mark_part(part: &mut [Block]) {
    let Some(last) = part.iter().rposition(|block| level(block).is_some_and(|level| level == 2)) else { return };
    // The paragraph under a heading is of its section, whatever words it begins with.
    let own = last + 1 + part[last + 1..].iter().take_while(|block| level(block).is_some()).count() + 1;
    for block in part.iter_mut().skip(own) {
        if let Block::Paragraph(paragraph) = block
            && paragraph.role == ParagraphRole::Plain
            && resumes(&paragraph.text)
        {
            paragraph.role = ParagraphRole::Resuming;
            return;
        }
    }
}

fn resumes(text: &str) -> bool {
    let text: String = compact(text).chars().map(simplified).collect();
    lists().resumes_begins.iter().any(|words| text.starts_with(words))
}

fn level(block: &Block) -> Option<u8> {
    match block {
        Block::Heading(heading) => Some(heading.level),
        Block::Paragraph(_) => None,
    }
}
