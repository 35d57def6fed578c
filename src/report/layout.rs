//! What counts as blank, and the pieces of text that a source's lines hold. Knows no reports.

use super::parts::Piece;
use crate::text::{Source, Span, is_dash};

/// Whether a character prints nothing: white space of any width, zero-width characters, byte order marks.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Whether a character is a dash, or the drawn line that some sources print in its place: `──2023年1月5日在`.
pub(super) fn is_dash_or_line(c: char) -> bool {
    is_dash(c) || c == '─'
}

/// `text` without its blank characters.
pub(super) fn compact(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

/// How many characters of `text` print something.
pub(super) fn width(text: &str) -> usize {
    text.chars().filter(|c| !is_blank(*c)).count()
}

/// Whether a text ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '）', ')', '"', '」']).ends_with(['。', '！', '？', '!', '?', '；', ';'])
}

/// The bytes of `within` that are left when blanks at both ends of it are dropped.
pub(super) fn trimmed(text: &str, within: Span) -> Span {
    let inner = within.of(text);
    let start = within.start + (inner.len() - inner.trim_start_matches(is_blank).len());
    let end = start + text[start..within.end].trim_end_matches(is_blank).len();
    Span::new(start, end)
}

/// The piece of `source` at `span`, without blanks around it; `None` when nothing is left.
pub(super) fn piece(source: &Source, line: usize, span: Span) -> Option<Piece> {
    let span = trimmed(source.text(), span);
    (!span.is_empty()).then(|| Piece { line, span, text: span.of(source.text()).to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_of_every_width_are_dropped() {
        assert_eq!(compact("\u{feff}政 府\u{200b}\u{3000}报\u{a0}告"), "政府报告");
        assert_eq!(width(" 政 府 "), 2);
    }
}
