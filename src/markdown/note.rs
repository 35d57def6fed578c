//! An editor's note: a quotation whose first words say that it is one, from which day, and why. Whatever else is quoted is
//! the text's.

use super::document::MarkdownBlock;

/// A quotation of these blocks, or the editor's note that they are: `> 编者注（2024-01-05）：原文此处漏印一行。`
pub(super) fn quotation(blocks: Vec<MarkdownBlock>) -> MarkdownBlock {
    match blocks.first() {
        Some(MarkdownBlock::Paragraph(first)) if opens_note(&first.text) => MarkdownBlock::EditorNote(blocks),
        _ => MarkdownBlock::Quote(blocks),
    }
}

/// Whether words begin as a note does, and go on after that.
fn opens_note(words: &str) -> bool {
    let day_and_reason = words.strip_prefix("编者注").and_then(|rest| rest.strip_prefix(['（', '(']));
    let Some((day, rest)) = day_and_reason.and_then(|rest| rest.split_once(['）', ')'])) else { return false };
    let reason = rest.strip_prefix(['：', ':']);
    is_day(day) && reason.is_some_and(|reason| !reason.trim().is_empty())
}

/// Whether words are a day as `2024-01-05`.
fn is_day(words: &str) -> bool {
    let parts: Vec<&str> = words.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let number = |part: &str, length: usize| {
        let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u32>().unwrap_or_default())
    };
    let within = |number: Option<u32>, most: u32| number.is_some_and(|number| (1..=most).contains(&number));
    within(number(year, 4), 9999) && within(number(month, 2), 12) && within(number(day, 2), 31)
}

#[cfg(test)]
mod tests {
    use super::opens_note;

    #[test]
    fn a_note_begins_with_its_day_and_goes_on_with_its_reason() {
        let rows = [
            ("编者注（2024-01-05）：原文漏印一行。", true),
            ("编者注(2024-01-05):原文漏印一行。", true),
            ("编者注（2024-01-05）：", false),
            ("编者注（2024-13-05）：月份不对。", false),
            ("编者注（2024年1月）：不是这样写日期。", false),
            ("编者注：没有日期。", false),
            ("另有编者注（2024-01-05）：不在开头。", false),
        ];
        for (words, due) in rows {
            assert_eq!(opens_note(words), due, "{words}");
        }
    }
}
