//! Knows the rows of a glossary before its entries are read: its title, and what may begin an entry.

use super::layout::{compact, width};
use super::mark::{NumberStyle, number_mark};
use crate::text::is_digit;

/// Whether a line may begin an entry of a glossary: it is numbered, or has a colon after a few words.
pub(super) fn is_entry(text: &str) -> bool {
    let numbered = number_mark(text)
        .is_some_and(|mark| matches!(mark.style, NumberStyle::Digit | NumberStyle::DigitBracket | NumberStyle::Circle));
    let colon =
        text.find(['：', ':']).is_some_and(|at| at > 0 && width(&text[..at]) <= 40 && !text[..at].contains('。'));
    let (number, rest) = text.split_at(text.len() - text.trim_start_matches(is_digit).len());
    let in_a_table = !number.is_empty() && (rest.is_empty() || rest.starts_with(char::is_whitespace));
    numbered || colon || in_a_table || text.starts_with(['［', '[', '〔', '【'])
}

/// `名词解释`, `附件2名词解释`, `《政府工作报告》有关内容名词注释`, `有关用语说明`, `注释：`.
pub(super) fn is_glossary_title(text: &str) -> bool {
    const EXPLAINED: &[&str] = &["解释", "注释", "说明", "释义", "注解", "解读", "解析"];
    const WORDS: &[&str] = &["名词", "词语", "术语", "用语", "词条", "词汇", "关键词", "概念", "缩略语"];
    // The head of a table: `序号　名词　解释`.
    if text.contains('\t') {
        return false;
    }
    let text = compact(text);
    let text = text.trim_end_matches(['：', ':']);
    let framed = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    let text = framed.unwrap_or(text);
    let text = text
        .strip_suffix(['）', ')'])
        .and_then(|text| text.rsplit_once(['（', '(']))
        .map_or(text, |(before, _)| before);
    let text = text.trim_end_matches(['】', '》', '）', ')']).trim_start_matches(['（', '(', '【']);
    let label = |before: &str| before.is_empty() || before.starts_with('附') && width(before) <= 4;
    let explains = |before: &str| label(before) || WORDS.iter().any(|word| before.contains(word));
    let explained = EXPLAINED.iter().any(|word| text.strip_suffix(word).is_some_and(explains));
    width(text) <= 30 && (explained || matches!(text, "附注" | "注")) && !text.contains(['，', '。'])
}
