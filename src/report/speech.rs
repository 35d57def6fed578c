//! Tells a speech from what stands around it: whether there is one, where it opens, where a source prints it once more.

use super::contents;
use super::kind::ReportKind;
use super::layout::{compact, ends_sentence, width};
use super::mark::{NumberStyle, number_mark};
use super::masthead::begins_session;
use super::parts::Piece;
use super::words::lists;

/// Whether rows are of a report at all: they say so, address deputies, number their parts or bear the title of one.
pub(super) fn is_report(rows: &[Piece]) -> bool {
    const SAYS: &[&str] = &["工作报告", "各位代表", "我代表", "报告工作"];
    let part = |text: &str| number_mark(text).is_some_and(|mark| is_heading(mark.style));
    let titled = |text: &str| width(text) <= LONGEST_TITLE && ReportKind::of_title(text).is_some();
    rows.iter().any(|row| part(&row.text) || titled(&row.text) || SAYS.iter().any(|words| row.text.contains(words)))
}

/// The title of a report is no longer, in characters.
const LONGEST_TITLE: usize = 90;

/// The row with which the speech begins: the salutation or the opening sentence. Where a text has neither, it begins with the
/// first row before its first long paragraph that opens the numbering of headings or is a sentence; one of short paragraphs, with the
/// first sentence.
pub(super) fn speech_start(rows: &[Piece]) -> Option<usize> {
    let addresses = |text: &str| is_salutation(text) || text.contains("我代表") && text.contains("报告");
    let texts: Vec<String> = rows.iter().map(|row| compact(&row.text)).collect();
    // Headings of the list of contents open nothing.
    let after = contents::end(rows);
    let start = texts.iter().position(|text| addresses(text) || width(text) >= 100);
    // A short sentence speaks when it holds an amount.
    let long = |text: &String| width(text) >= if text.contains(['%', '％', '元', '亿', '万']) { 12 } else { 30 };
    let speaks = |text: &String| ends_sentence(text) && long(text) && !begins_session(text);
    let start = start.or_else(|| counted_part(&texts[after..]).map(|at| after + at));
    let start = start.or_else(|| texts.iter().position(speaks))?;
    if addresses(&texts[start]) {
        return Some(start);
    }
    let first = |text: &String| number_mark(text).is_some_and(|mark| mark.number == 1 && is_heading(mark.style));
    let from = after.min(start);
    let opens = texts[from..start].iter().position(|text| first(text) || speaks(text)).map_or(start, |at| from + at);
    // `前言` heads the first paragraph.
    Some(if opens > from && is_short_heading(&texts[opens - 1]) { opens - 1 } else { opens })
}

/// The row with which numbered parts begin, in a text of short paragraphs: the first of them, where a second follows.
fn counted_part(texts: &[String]) -> Option<usize> {
    let part = |text: &String, number: u32| {
        number_mark(text).is_some_and(|mark| mark.number == number && is_heading(mark.style))
    };
    let first = texts.iter().position(|text| part(text, 1))?;
    texts[first..].iter().any(|text| part(text, 2)).then_some(first)
}

/// Whether a text (without blanks) is a heading that the parts of a report have without a number, shorter than any other: `前言`.
pub(super) fn is_short_heading(text: &str) -> bool {
    lists().short_headings.contains(&text)
}

/// Whether numbers of this style stand before headings of parts and sections.
pub(super) fn is_heading(style: NumberStyle) -> bool {
    style <= NumberStyle::Bracket
}

/// Whether a text (without blanks) begins by addressing the deputies, or is a line that addresses another assembly
/// (`主任、各位副主任、各位委员：`, `同志们：`, `主席女士：`, `主席、各位委员，大家好：`).
pub(super) fn is_salutation(text: &str) -> bool {
    const LONGEST: usize = 24;
    let deputies = text.strip_prefix("各位代表").is_some_and(|rest| !rest.starts_with(['！', '!']));
    let line = text.strip_suffix(['：', ':']).map(|line| line.strip_suffix("，大家好").unwrap_or(line));
    let line = line.filter(|line| width(line) <= LONGEST && !line.contains(['。', '，', '：']));
    let speaker = |line: &str| line.strip_prefix("主席").is_some_and(|rest| matches!(rest, "" | "女士" | "先生"));
    deputies || line.is_some_and(|line| line.contains("各位") || line.ends_with("同志们") || speaker(line))
}

/// The row at which the speech begins again: it and the next are the speech's own first two.
pub(super) fn repetition(rows: &[Piece]) -> Option<usize> {
    let long = rows.iter().take(2).map(|row| width(&row.text)).sum::<usize>() >= 20;
    let same = |pair: &[Piece]| pair[0].text == rows[0].text && pair[1].text == rows[1].text;
    rows.windows(2).skip(1).position(|pair| long && same(pair)).map(|at| at + 1)
}
