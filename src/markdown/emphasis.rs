//! Emphasis beside Chinese punctuation.
//!
//! CommonMark decides by the neighbours of a run of `*` whether it may open or close emphasis, and reads a Chinese
//! character as a letter of a word: `推进**“431”体系**加速` stays literal, because `**` stands between a letter and a
//! quotation mark. Chinese has no spaces between words, so a Chinese character beside the run must count as a boundary.
//!
//! We get that without a parser of our own: the parser is shown a *shadow* of the text in which every Chinese character
//! that touches such a run is replaced by a Chinese full stop of the same length in bytes. Structure and offsets come from
//! the shadow, words from the original.

use std::borrow::Cow;

/// The text to show the parser; as many bytes as `text`, all offsets alike. Borrowed when nothing has to change.
pub(super) fn shadow(text: &str) -> Cow<'_, str> {
    if !text.contains('*') {
        return Cow::Borrowed(text);
    }
    let mut out: Option<String> = None;
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for (index, (at, c)) in chars.iter().copied().enumerate() {
        let before = index.checked_sub(1).map(|index| chars[index].1);
        let after = chars.get(index + 1).map(|(_, c)| *c);
        let touches = |side: Option<char>| side == Some('*');
        if !is_han(c) || !(touches(before) || touches(after)) {
            continue;
        }
        let stop = if c.len_utf8() == 3 { "。" } else { "\u{10100}" };
        out.get_or_insert_with(|| text.to_owned()).replace_range(at..at + c.len_utf8(), stop);
    }
    out.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Chinese characters as such, not their punctuation: the ideograph blocks of Unicode and 〇.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}
