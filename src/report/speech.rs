//! Tells a speech from what stands around it: whether there is one, where it opens, where a source prints it once more.

use super::layout::{compact, width};
use super::mark::{NumberStyle, number_mark};
use super::parts::Piece;

/// Whether rows are of a report at all: they say so, address deputies or number their parts.
pub(super) fn is_report(rows: &[Piece]) -> bool {
    const SAYS: &[&str] = &["工作报告", "各位代表", "我代表", "报告工作"];
    let part = |text: &str| number_mark(text).is_some_and(|mark| mark.style <= NumberStyle::Bracket);
    rows.iter().any(|row| part(&row.text) || SAYS.iter().any(|words| row.text.contains(words)))
}

/// Whether a line is the salutation, the opening sentence or, where a text has neither, plainly a paragraph of a speech.
pub(super) fn opens_speech(row: &Piece) -> bool {
    let text = compact(&row.text);
    is_salutation(&text) || text.contains("我代表") && text.contains("报告") || width(&text) >= 100
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
