//! Cuts a paragraph into sentences and their clauses. Knows no words.

use crate::text::{self, Span};

/// A stretch between two signs, without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// Bytes of the paragraph.
    pub span: Span,
    /// Which sentence of the paragraph it stands in.
    pub sentence: Span,
    /// Whether a comma stands before it; else it opens a sentence, or a part of one after a semicolon or a colon.
    pub goes_on: bool,
}

/// The clauses of a paragraph, in order. Signs within quotes and brackets cut nothing.
pub(super) fn clauses(paragraph: &str) -> Vec<Clause> {
    let mut found = Vec::new();
    for sentence in text::sentences(paragraph) {
        let mut goes_on = false;
        let mut start = sentence.start;
        let mut depth = 0usize;
        for (at, c) in sentence.of(paragraph).char_indices().map(|(at, c)| (at + sentence.start, c)) {
            match c {
                '“' | '‘' | '（' | '(' | '《' | '「' => depth += 1,
                '”' | '’' | '）' | ')' | '》' | '」' => depth = depth.saturating_sub(1),
                _ if depth > 0 || !cuts(paragraph, at, c) => {}
                _ => {
                    found.extend(clause(paragraph, Span::new(start, at), sentence, goes_on));
                    goes_on = matches!(c, '，' | ',');
                    start = at + c.len_utf8();
                }
            }
        }
        found.extend(clause(paragraph, Span::new(start, sentence.end), sentence, goes_on));
    }
    found
}

/// Whether a sign cuts: a comma or a colon within a number does not.
fn cuts(paragraph: &str, at: usize, c: char) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match c {
        '，' | '；' | ';' | '：' | '。' | '！' | '？' => true,
        ',' | ':' => !(digit(paragraph[..at].chars().next_back()) && digit(paragraph[at + 1..].chars().next())),
        _ => false,
    }
}

fn clause(paragraph: &str, span: Span, sentence: Span, goes_on: bool) -> Option<Clause> {
    let words = span.of(paragraph);
    let start = span.start + words.len() - words.trim_start().len();
    let end = span.start + words.trim_end().len();
    (start < end).then(|| Clause { span: Span::new(start, end), sentence, goes_on })
}
