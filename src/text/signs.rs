//! Kinds of characters that several rooms ask for: ideographs, dashes. Knows no words.

/// Whether a character is a Chinese ideograph of the common blocks.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Whether a character is a dash of any length, or a wave that stands for one: `—`, `-`, `–`, `－`, `―`, `~`, `～`.
pub fn is_dash(c: char) -> bool {
    matches!(c, '—' | '-' | '–' | '－' | '―' | '~' | '～')
}
