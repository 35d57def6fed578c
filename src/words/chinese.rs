//! Finds the Chinese in words of another language, so that it can be marked and read by a Chinese voice (WCAG 2.2,
//! success criterion 3.1.2).

use crate::text::{Span, is_ideograph};

/// The runs of Chinese in `words`, in order: words between blanks that hold a Chinese character, those beside one another
/// taken together, without the ASCII punctuation round them.
pub fn chinese_runs(words: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    let mut from = 0;
    for word in words.split_inclusive(|c: char| c.is_ascii_whitespace()) {
        let span = Span::new(from, from + word.len());
        from = span.end;
        if !word.contains(is_chinese) {
            continue;
        }
        let outside = |c: char| c.is_ascii_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '(' | ')');
        let start = span.start + (word.len() - word.trim_start_matches(outside).len());
        let end = span.start + word.trim_end_matches(outside).len();
        match runs.last_mut() {
            Some(last) if words[last.end..start].bytes().all(|b| b == b' ') => last.end = end,
            _ => runs.push(Span::new(start, end)),
        }
    }
    runs
}

/// Whether a character belongs to Chinese and to no Latin text: ideographs, and the signs that only stand among them.
fn is_chinese(c: char) -> bool {
    is_ideograph(c) || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
}
