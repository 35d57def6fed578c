//! The text that is made of a format that is no text: lines, some of them headings by style, notes at the end.

use std::collections::BTreeMap;

use super::super::layout::is_blank;
use crate::diagnostic::{Code, Diagnostic};
use crate::message::{Message, message};

/// Lines on their way to a text.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    count: usize,
    headings: BTreeMap<usize, u8>,
    notes: Vec<String>,
    left_out: Vec<String>,
}

impl Lines {
    /// Adds a paragraph, which may hold line ends of its own; `level` when a style calls it a heading. A paragraph that
    /// prints nothing is left out.
    pub fn push(&mut self, paragraph: &str, level: Option<u8>) {
        for line in paragraph.split(['\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}']) {
            let line = line.trim_end();
            if line.chars().all(is_blank) {
                continue;
            }
            self.text.push_str(line);
            self.text.push('\n');
            self.count += 1;
            self.headings.extend(level.map(|level| (self.count, level)));
        }
    }

    /// Adds a footnote or endnote, which goes behind the text as an entry of a glossary.
    pub fn push_note(&mut self, number: usize, words: &str) {
        let mut words = words.split('\n').map(str::trim).filter(|line| !line.is_empty());
        let first = words.next().unwrap_or_default();
        self.notes.push(format!("{}{first}", mark(number)));
        self.notes.extend(words.map(str::to_owned));
    }

    /// Remembers words of the file that are no part of its text: buttons, navigation, page numbers.
    pub fn leave_out(&mut self, words: &str) {
        let words = words.trim_matches(is_blank);
        if !words.is_empty() {
            self.left_out.push(words.to_owned());
        }
    }

    /// A note that says what was left out.
    pub fn left_out(&self, name: &str) -> Option<Diagnostic> {
        const SHOWN: usize = 8;
        let shorter = |words: &String| match words.char_indices().nth(24) {
            Some((at, _)) => format!("{}…", &words[..at]),
            None => words.clone(),
        };
        let shown: Vec<String> = self.left_out.iter().take(SHOWN).map(shorter).collect();
        let more = self.left_out.len().saturating_sub(SHOWN);
        let more = if more > 0 { message!(" and {more} more", "，还有 {more} 行") } else { Message::default() };
        (!shown.is_empty()).then(|| {
            Diagnostic::note(
                Code::LEFT_OUT,
                message!(
                    "{lines} that are no part of the report's text were left out",
                    "有 {lines}不是报告的文字，没有收",
                    lines = Message::counted(self.left_out.len(), "line", "行")
                ),
            )
            .in_file(name)
            .with_note(message!("{shown}{more}", "{shown}{more}", shown = shown.join(" | "), more = more))
            .with_help(message!(
                "if the report lacks words, copy it into a text file and import that",
                "要是报告缺了话，把全文复制到 .txt 里再导入"
            ))
        })
    }

    /// Whether nothing was added that prints.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text, and the lines in it that are headings.
    pub fn finish(mut self) -> (String, BTreeMap<usize, u8>) {
        if !self.notes.is_empty() {
            self.push(NOTES, None);
            for note in std::mem::take(&mut self.notes) {
                self.push(&note, None);
            }
        }
        (self.text, self.headings)
    }
}

/// The heading over the notes, which the format itself prints none for.
const NOTES: &str = "注释";

/// The mark of a note, as it stands in the text and before the note.
pub(super) fn mark(number: usize) -> String {
    format!("［{number}］")
}

/// Raised words as a text can print them: `3` becomes `³`, so that 10¹⁸ is not 1018; a mark in brackets stays as it is.
#[cfg(any(feature = "docx", feature = "html-import"))]
pub(super) fn raised(words: &str) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| c.to_digit(10).map(|digit| DIGITS[digit as usize]);
    if words.chars().all(|c| digit(c).is_some() || matches!(c, '-' | '+' | '−')) {
        let sign = |c| match c {
            '+' => '⁺',
            _ => '⁻',
        };
        words.chars().map(|c| digit(c).unwrap_or_else(|| sign(c))).collect()
    } else {
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_stand_behind_the_text_under_a_heading_of_their_own() {
        let mut lines = Lines::default();
        lines.push("　各位代表：", None);
        lines.push_note(1, "两新：更新。\n又一段。");
        lines.push("一、回顾\n 二", Some(1));
        lines.push(" \u{200b}", None);
        let (text, headings) = lines.finish();
        assert_eq!(text, "　各位代表：\n一、回顾\n 二\n注释\n［1］两新：更新。\n又一段。\n");
        assert_eq!(headings.into_iter().collect::<Vec<_>>(), [(2, 1), (3, 1)]);
    }

    #[test]
    #[cfg(any(feature = "docx", feature = "html-import"))]
    fn raised_numbers_keep_a_sign_that_they_are_raised() {
        assert_eq!(raised("18"), "¹⁸");
        assert_eq!(raised("-3"), "⁻³");
        assert_eq!(raised("［3］"), "［3］");
        assert_eq!(raised("③"), "③");
        assert_eq!(raised("th"), "th");
    }
}
