//! Tells a speech from what stands around it: whether there is one, where it opens, where a source prints it once more.

use super::layout::{compact, ends_sentence, width};
use super::mark::{NumberStyle, number_mark};
use super::masthead::begins_session;
use super::parts::Piece;

/// Whether rows are of a report at all: they say so, address deputies or number their parts.
pub(super) fn is_report(rows: &[Piece]) -> bool {
    const SAYS: &[&str] = &["工作报告", "各位代表", "我代表", "报告工作"];
    let part = |text: &str| number_mark(text).is_some_and(|mark| is_heading(mark.style));
    rows.iter().any(|row| part(&row.text) || SAYS.iter().any(|words| row.text.contains(words)))
}

/// The row with which the speech begins: the salutation or the opening sentence. Where a text has neither, it begins with the
/// first row before its first long paragraph that opens the numbering of headings or is a sentence.
pub(super) fn speech_start(rows: &[Piece]) -> Option<usize> {
    let addresses = |text: &str| is_salutation(text) || text.contains("我代表") && text.contains("报告");
    let texts: Vec<String> = rows.iter().map(|row| compact(&row.text)).collect();
    let start = texts.iter().position(|text| addresses(text) || width(text) >= 100)?;
    if addresses(&texts[start]) {
        return Some(start);
    }
    let first = |text: &String| number_mark(text).is_some_and(|mark| mark.number == 1 && is_heading(mark.style));
    let speaks = |text: &String| ends_sentence(text) && width(text) >= 30 && !begins_session(text);
    Some(texts[..start].iter().position(|text| first(text) || speaks(text)).unwrap_or(start))
}

/// Whether numbers of this style stand before headings of parts and sections.
pub(super) fn is_heading(style: NumberStyle) -> bool {
    style <= NumberStyle::Bracket
}

/// Whether a text (without blanks) begins by addressing the deputies.
pub(super) fn is_salutation(text: &str) -> bool {
    let addressed = text.starts_with("各位代表") || text.ends_with("各位代表：") || text.ends_with("各位代表:");
    addressed && !text.starts_with("各位代表！") && !text.starts_with("各位代表!")
}

/// The row at which the speech begins again: it and the next are the speech's own first two.
pub(super) fn repetition(rows: &[Piece]) -> Option<usize> {
    let long = rows.iter().take(2).map(|row| width(&row.text)).sum::<usize>() >= 20;
    let same = |pair: &[Piece]| pair[0].text == rows[0].text && pair[1].text == rows[1].text;
    rows.windows(2).skip(1).position(|pair| long && same(pair)).map(|at| at + 1)
}
