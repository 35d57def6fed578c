//! Knows a report's own list of contents: headings that stand again below, with leaders and page numbers or without.

use super::layout::{compact, ends_sentence, is_blank, width};
use super::parts::Piece;
use crate::text::{is_dash, is_digit};

/// The heading that a row of a list of contents names, without blanks, leaders and the numbers of its pages:
/// `第一章　发展环境………12`, `一、引言\t1-5`.
pub(super) fn entry(text: &str) -> String {
    let page = |c: char| is_digit(c) || is_dash(c) || matches!(c, '（' | '）' | '(' | ')');
    let leads = |c: char| is_blank(c) || matches!(c, '…' | '.' | '．' | '·' | '⋯' | '‥' | '•' | '_');
    let named = text.trim_end_matches(is_blank).trim_end_matches(page);
    let led = named.trim_end_matches(leads);
    let leaders = &named[led.len()..];
    let drawn = leaders.contains(['\t', '…', '⋯', '‥']) || leaders.chars().count() > 1;
    compact(if drawn && named.len() < text.len() { led } else { text })
}

/// Behind which row the list of contents before the speech ends; 0 where there is none. Its rows are headings: they stand again below,
/// or leaders draw to their pages.
pub(super) fn end(rows: &[Piece]) -> usize {
    let texts: Vec<String> = rows.iter().map(|row| compact(&row.text)).collect();
    let entries: Vec<String> = rows.iter().map(|row| entry(&row.text)).collect();
    let again = |at: usize| width(&entries[at]) >= SHORTEST && texts[at + 1..].contains(&entries[at]);
    let is_entry = |at: &usize| again(*at) || entries[*at] != texts[*at];
    let front = texts.iter().position(|text| ends_sentence(text)).unwrap_or(texts.len());
    let Some(first) = (0..front).find(|at| again(*at)) else { return 0 };
    let count = (first..front).take_while(is_entry).count();
    if count >= FEWEST { first + count } else { 0 }
}

/// A heading has at least as many characters.
const SHORTEST: usize = 2;
/// A list of contents has at least as many rows.
const FEWEST: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[track_caller]
    fn check(page: &[&str], due: usize) {
        let row = |text: &&str| Piece { line: 1, span: Span::default(), text: (*text).to_owned() };
        assert_eq!(end(&page.iter().map(row).collect::<Vec<_>>()), due, "{page:?}");
    }

    #[test]
    fn rows_that_stand_again_below_are_a_list_of_contents() {
        let outline = [
            "纲要",
            "目　录",
            "第一章　环境……1",
            "第一节　基础…… 2",
            "第二章　要求 .... 4",
            "第一章　环境",
            "增长5%。",
        ];
        check(&outline, 5);
        check(&["目录", "一、回顾\t1-5", "二、安排\t6", "一、回顾", "好。", "二、安排", "好。"], 3);
        check(&["目录", "一、回顾", "二、安排", "一、回顾", "好。", "二、安排", "好。"], 3);
        check(&["一、回顾", "好。", "指标\t2023年", "产值\t5", "产值\t5"], 0);
        check(&["报告", "一、回顾", "二、安排", "好。"], 0);
    }

    #[test]
    fn numbers_that_no_leader_draws_to_are_of_the_heading() {
        assert_eq!(entry("达到12.5"), "达到12.5");
        assert_eq!(entry("展望2035"), "展望2035");
        assert_eq!(entry("展望2035……8"), "展望2035");
    }
}
