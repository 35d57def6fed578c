//! Folds texts so that quotes, widths and cases do not count, with the way back to the original bytes.

use super::marks::square;
use super::quotation::is_quote;
use crate::text::Span;

/// A text folded, and for each byte of it the original character that it came from.
pub(super) struct Folded {
    pub text: String,
    /// For each byte of `text`, the bytes of the original character.
    origins: Vec<Span>,
}

/// Drops quotes, blanks and reference marks, narrows full-width characters, lowers letters.
pub(super) fn fold(original: &str) -> Folded {
    let mut text = String::with_capacity(original.len());
    let mut origins = Vec::with_capacity(original.len());
    let mut after = 0;
    for (at, c) in original.char_indices() {
        after = after.max(at + square(&original[at..]).map_or(0, |(_, length)| length));
        if is_quote(c) || is_blank(c) || at < after {
            continue;
        }
        let from = text.len();
        text.extend(narrow(c).to_lowercase());
        origins.extend(std::iter::repeat_n(Span::new(at, at + c.len_utf8()), text.len() - from));
    }
    Folded { text, origins }
}

impl Folded {
    /// The original bytes of the folded bytes from `start` to `end`, which must not be empty.
    pub fn original(&self, start: usize, end: usize) -> Span {
        Span::new(self.origins[start].start, self.origins[end - 1].end)
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reference_marks_do_not_count() {
        assert_eq!(fold("“三高四新”[1]战略、四大主导产业［２］和[甲]").text, "三高四新战略、四大主导产业和[甲]");
    }

    #[test]
    fn folding_drops_quotes_and_widths_and_keeps_the_way_back() {
        let original = "推进“４３１ＡＢ”产业";
        let folded = fold(original);
        assert_eq!(folded.text, "推进431ab产业");
        let at = folded.text.find("431ab").unwrap();
        assert_eq!(folded.original(at, at + 5).of(original), "４３１ＡＢ");
    }
}
