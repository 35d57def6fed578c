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
    let start = texts.iter().position(|text| addresses(text) || width(text) >= 100);
    let start = start.or_else(|| counted_part(&texts))?;
    if addresses(&texts[start]) {
        return Some(start);
    }
    let first = |text: &String| number_mark(text).is_some_and(|mark| mark.number == 1 && is_heading(mark.style));
    // A short sentence speaks when it holds an amount.
    let long = |text: &String| width(text) >= if text.contains(['%', '％', '元', '亿', '万']) { 12 } else { 30 };
    let speaks = |text: &String| ends_sentence(text) && long(text) && !begins_session(text);
    Some(texts[..start].iter().position(|text| first(text) || speaks(text)).unwrap_or(start))
}

/// The row with which numbered parts begin, in a text of short paragraphs: the first of them, where a second follows.
fn counted_part(texts: &[String]) -> Option<usize> {
    let part = |text: &String, number: u32| {
        number_mark(text).is_some_and(|mark| mark.number == number && is_heading(mark.style))
    };
    let first = texts.iter().position(|text| part(text, 1))?;
    texts[first..].iter().any(|text| part(text, 2)).then_some(first)
}

/// Whether numbers of this style stand before headings of parts and sections.
pub(super) fn is_heading(style: NumberStyle) -> bool {
    style <= NumberStyle::Bracket
}

/// Whether a text (without blanks) begins by addressing the deputies, or is a line that addresses another assembly
/// (`主任、各位副主任、各位委员：`, `同志们：`).
pub(super) fn is_salutation(text: &str) -> bool {
    const LONGEST: usize = 24;
    let deputies = text.strip_prefix("各位代表").is_some_and(|rest| !rest.starts_with(['！', '!']));
    let line =
        text.strip_suffix(['：', ':']).filter(|line| width(line) <= LONGEST && !line.contains(['。', '，', '：']));
    deputies || line.is_some_and(|line| line.contains("各位") || line.ends_with("同志们"))
}

/// The row at which the speech begins again: it and the next are the speech's own first two.
pub(super) fn repetition(rows: &[Piece]) -> Option<usize> {
    let long = rows.iter().take(2).map(|row| width(&row.text)).sum::<usize>() >= 20;
    let same = |pair: &[Piece]| pair[0].text == rows[0].text && pair[1].text == rows[1].text;
    rows.windows(2).skip(1).position(|pair| long && same(pair)).map(|at| at + 1)
}
