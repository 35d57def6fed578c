//! Emphasis beside Chinese punctuation.
//!
//! CommonMark decides by the neighbours of a run of `*` whether it may open or close emphasis, and reads a Chinese
//! character as a letter of a word: `推进**“431”体系**加速` stays literal, because `**` stands between a letter and a
//! quotation mark. Chinese has no spaces between words, so a Chinese character beside the run must count as a boundary.
//!
//! We get that without a parser of our own: the parser is shown a *shadow* of the text in which a character that touches
//! such a run is replaced by a mark of the same length in bytes, where it is Chinese, or where it is a letter or digit and
//! Chinese punctuation stands on the run's other side (`**快速发展。**19条`). Structure and offsets come from the shadow,
//! words from the original.

use std::borrow::Cow;

use crate::text::is_ideograph;

/// The text to show the parser; as many bytes as `text`, all offsets alike. Borrowed when nothing has to change.
pub(super) fn shadow(text: &str) -> Cow<'_, str> {
    if !text.contains('*') {
        return Cow::Borrowed(text);
    }
    let mut out: Option<String> = None;
    let mut rest = 0;
    while let Some(found) = text[rest..].find('*') {
        let start = rest + found;
        let end = start + text[start..].len() - text[start..].trim_start_matches('*').len();
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        for (at, own, other) in [(start - before.map_or(0, char::len_utf8), before, after), (end, after, before)] {
            if let Some(own) = own.filter(|own| is_boundary(*own, other)) {
                out.get_or_insert_with(|| text.to_owned()).replace_range(at..at + own.len_utf8(), mark_for(own));
            }
        }
        rest = end;
    }
    out.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Whether a character beside a run of `*` is to count as a boundary, `other` being the one on the run's other side.
fn is_boundary(own: char, other: Option<char>) -> bool {
    is_ideograph(own) || own.is_alphanumeric() && other.is_some_and(is_chinese_mark)
}

/// A mark of punctuation as long in bytes as `c`.
fn mark_for(c: char) -> &'static str {
    match c.len_utf8() {
        1 => ".",
        2 => "·",
        3 => "。",
        _ => "\u{10100}",
    }
}

/// Punctuation as Chinese print uses it: general and CJK punctuation, full-width forms.
fn is_chinese_mark(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{3001}'..='\u{301F}' | '\u{FF01}'..='\u{FF0F}')
        || matches!(c, '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' | '·')
}
