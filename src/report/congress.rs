//! Reads the masthead of a report to a congress of the Communist Party: a watchword for a title, and below it the congress.

use std::ops::Range;

use super::dates::date_in;
use super::layout::{compact, is_blank, is_dash_or_line, width};
use super::parts::Piece;
use super::place::has_government;

/// The row that says before which congress a report was given: `——在中国共产党淄川区第十四次代表大会上的报告`.
pub(super) fn party_line(rows: &[Piece]) -> Option<usize> {
    let is_line = |row: &Piece| {
        let text = compact(&row.text);
        meeting(&text).is_some() && width(&text) <= 60 && !text.contains(['。', '：', ':', '，'])
    };
    rows.iter().position(is_line)
}

/// The congress that such a row names.
pub(super) fn meeting(text: &str) -> Option<&str> {
    let from = text.find("中国共产党")?;
    let end = from + text[from..].find("代表大会")? + "代表大会".len();
    text[end..].starts_with("上的报告").then_some(&text[from..end])
}

/// The rows of the watchword above the row `at`; that row itself where nothing else can be the title.
pub(super) fn watchword(rows: &[Piece], at: usize) -> Range<usize> {
    let is_word = |row: &&Piece| {
        let text = compact(&row.text);
        let furniture = text.contains(['：', ':', '>', '|', '【', '。', '/']) || text.contains(|c: char| c.is_ascii());
        (6..=40).contains(&width(&text)) && !furniture && date_in(&text).is_none()
    };
    let count = rows[..at].iter().rev().take_while(is_word).take(3).count();
    if count == 0 { at..at + 1 } else { at - count..at }
}

/// The clauses of a watchword as printed, one blank between two: there the blank stands for a comma. Blanks between single
/// characters only make a line wider.
pub(super) fn clauses(text: &str) -> String {
    let clauses: Vec<&str> =
        text.trim_matches(is_dash_or_line).split(is_blank).filter(|clause| !clause.is_empty()).collect();
    let spaced = clauses.iter().any(|clause| width(clause) == 1);
    clauses.join(if spaced { "" } else { "\u{3000}" })
}

/// The place of a congress: `中国共产党淄川区第十四次代表大会`; `None` for the nation's.
pub(super) fn place(meeting: &str) -> Option<String> {
    let place = meeting.strip_prefix("中国共产党")?.split('第').next()?;
    (has_government(place) && width(place) >= 2).then(|| place.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: &[&str]) -> Vec<Piece> {
        let piece = |text: &&str| Piece { line: 1, span: crate::text::Span::default(), text: (*text).to_owned() };
        texts.iter().map(piece).collect()
    }

    #[test]
    fn the_watchword_stands_above_the_congress() {
        let page = [
            "来源：区融媒体中心",
            "坚定信心　真抓实干",
            "奋力谱写现代化淄川建设新篇章",
            "——在中国共产党淄川区第十四次代表大会上的报告",
        ];
        let rows = rows(&page);
        assert_eq!(party_line(&rows), Some(3));
        assert_eq!(watchword(&rows, 3), 1..3);
        assert_eq!(clauses(&rows[1].text), "坚定信心　真抓实干");
        assert_eq!(clauses("高 举 旗 帜"), "高举旗帜");
    }

    #[test]
    fn a_congress_without_watchword_is_its_own_title() {
        let rows = rows(&["来源：区委", "在中国共产党淄川区第十四次代表大会上的报告"]);
        assert_eq!(watchword(&rows, 1), 1..2);
        assert_eq!(meeting(&rows[1].text), Some("中国共产党淄川区第十四次代表大会"));
        assert_eq!(place("中国共产党淄川区第十四次代表大会").as_deref(), Some("淄川区"));
        assert_eq!(place("中国共产党第二十次全国代表大会"), None);
    }
}
