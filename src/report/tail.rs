//! Tells what stands behind a speech or a list: its own last rows, lists that are appended, and what the page prints at its foot.

use super::furniture::is_furniture;
use super::glossary_rows::is_entry;
use super::layout::{compact, ends_sentence, width};
use super::mark::{NumberMark, NumberStyle, number_mark};
use super::parts::Piece;
use super::passage::page_numbers;
use super::speech::is_heading;
use super::tables::is_table_row;
use super::words::lists;
use crate::text::{is_han, read_digits};

/// An attachment before its paragraphs are read.
pub(super) struct Appended {
    pub heading: Vec<Piece>,
    pub rows: Vec<Piece>,
}

/// The lists among rows that a source prints behind a speech, each under a line that says what is listed (`2026年民生实事`, `重点项目表`),
/// and the rows that are of none.
pub(super) fn appended_lists(tail: Vec<Piece>) -> (Vec<Appended>, Vec<Piece>) {
    let heads = |row: &Piece| {
        let text = compact(&row.text);
        (4..=40).contains(&width(&text)) && lists().appended.iter().any(|word| text.ends_with(word))
    };
    let (mut found, mut left): (Vec<Appended>, Vec<Piece>) = (Vec::new(), Vec::new());
    let mut open = false;
    for row in tail {
        if heads(&row) {
            open = true;
            found.push(Appended { heading: vec![row], rows: Vec::new() });
            continue;
        }
        open &= !is_furniture(&row.text);
        match found.last_mut() {
            Some(last) if open => last.rows.push(row),
            _ => left.push(row),
        }
    }
    let (found, empty): (Vec<_>, Vec<_>) = found.into_iter().partition(|list| !list.rows.is_empty());
    left.extend(empty.into_iter().flat_map(|list| list.heading));
    (found, left)
}

/// Takes off what follows the speech's last paragraph. That paragraph ends with the last long row that ends a sentence, or, in
/// a text that was cut short, with the last row that is as long as a paragraph; short rows that still are sentences stay too.
pub(super) fn drop_after_speech(body: &mut Vec<Piece>, last: bool) -> Vec<Piece> {
    let long = body.iter().rposition(|row| width(&row.text) >= 30 && ends_sentence(&row.text));
    let cut = body.iter().rposition(|row| width(&row.text) >= 80);
    let Some(end) = long.max(cut) else { return Vec::new() };
    let end = through_numbering(body, end);
    if !last && body.len() - end > 4 {
        return Vec::new();
    }
    let tail = &body[end + 1..];
    // Scraps of a page hold few sentences; a text of short paragraphs holds one in every second row.
    let sentences = tail.iter().filter(|row| ends_sentence(&row.text) && width(&row.text) >= 4).count();
    let flows = |row: &&Piece| 3 * sentences > tail.len() || ends_sentence(&row.text) || width(&row.text) >= 15;
    let flowing = tail.iter().take_while(|row| flows(row) && !is_furniture(&row.text)).count();
    // A text that was cut short ends in the middle of a sentence, behind a whole one.
    let spoken = |row: &Piece| ends_sentence(&row.text) || row.text.contains('。') && width(&row.text) >= 15;
    let kept = tail[..flowing].iter().rposition(spoken).map_or(0, |at| at + 1);
    body.split_off(end + 1 + kept)
}

/// The last row behind `end` that goes on with the numbering of the speech, with the rows of a list under it, or holds cells of a
/// table; `end` where none does. Whatever a page prints below a speech, it does not go on counting the speech's own parts.
fn through_numbering(body: &[Piece], end: usize) -> usize {
    let mut numbering = SpokenNumbers::default();
    body[..=end].iter().filter_map(|row| number_mark(&row.text)).for_each(|mark| numbering.take(mark));
    let mut reached = end;
    for (at, row) in body.iter().enumerate().skip(end + 1).take_while(|(_, row)| !is_furniture(&row.text)) {
        let before = &body[at - 1].text;
        // Under a heading or a colon a list begins; under a heading without words of its own all rows are its own.
        let headed = before.ends_with(['：', ':']) || reached == at - 1 && opens_part(before);
        let follows = number_mark(&row.text).is_some_and(|mark| {
            let follows = numbering.goes_on_with(mark) || mark.number == 1 && headed;
            if follows {
                numbering.take(mark);
            }
            follows
        });
        let in_part = reached > end && reached == at - 1 && (headed || number_mark(before).is_none());
        if follows || in_part || is_table_row(&row.text) {
            reached = at;
        }
    }
    reached
}

/// Whether a row is the heading of a part or section and no sentence.
fn opens_part(text: &str) -> bool {
    number_mark(text).is_some_and(|mark| is_heading(mark.style)) && !ends_sentence(text)
}

/// The last number that was met of each style.
#[derive(Default)]
struct SpokenNumbers([Option<u32>; NumberStyle::COUNT]);

impl SpokenNumbers {
    /// A number of a higher style begins those below it anew.
    fn take(&mut self, mark: NumberMark) {
        self.0[mark.style as usize] = Some(mark.number);
        self.0[mark.style as usize + 1..].fill(None);
    }

    fn goes_on_with(&self, mark: NumberMark) -> bool {
        self.0[mark.style as usize].is_some_and(|last| mark.number == last + 1)
    }
}

/// Takes off what follows a speech whose lines are broken at a fixed width, where no row shows how long its paragraph is:
/// furniture, and rows that go on with no sentence and end none.
pub(super) fn drop_after_broken(body: &mut Vec<Piece>) -> Vec<Piece> {
    let whole = |at: usize| body[..at].last().is_none_or(|before| ends_sentence(&before.text));
    let strange = |at: &usize| is_furniture(&body[*at].text) || !ends_sentence(&body[*at].text) && whole(*at);
    let kept = body.len() - (0..body.len()).rev().take_while(strange).count();
    body.split_off(kept)
}

/// Takes off what follows a list that ends the source: short rows at the end that are no sentence and no item.
pub(super) fn drop_after_list(rows: &mut Vec<Piece>, glossary: bool) -> Vec<Piece> {
    let numbered = |text: &str| number_mark(text).is_some() || text.starts_with(['［', '[', '〔', '【']);
    // Where items are numbered, a line with a colon and no number begins none.
    let by_number = rows.first().is_some_and(|row| numbered(&row.text));
    let item = |text: &str| numbered(text) || !by_number && is_entry(text);
    let strange = |at: &usize| {
        let text = rows[*at].text.as_str();
        let foreign = !text.chars().any(is_han);
        let whole = rows[..*at].last().is_some_and(|before| ends_sentence(&before.text));
        is_furniture(text) || glossary && !item(text) && !ends_sentence(text) && (width(text) < 30 || foreign || whole)
    };
    let kept = rows.len() - (0..rows.len()).rev().take_while(strange).count();
    // Behind the last item a page's furniture ends the list, whatever the page prints after it.
    let last = rows.iter().rposition(|row| item(&row.text)).filter(|_| by_number);
    let foot = last.and_then(|last| {
        let behind = rows.iter().enumerate().skip(last + 1);
        behind.map(|(at, _)| at).find(|at| is_furniture(&rows[*at].text) && ends_sentence(&rows[*at - 1].text))
    });
    rows.split_off(foot.map_or(kept, |foot| foot.min(kept)))
}

/// Takes the pages' numbers out of a glossary, unless its entries have their numbers on rows of their own.
pub(super) fn drop_pages(rows: &mut Vec<Piece>) -> Vec<Piece> {
    let first = |row: &Piece| read_digits(&row.text).is_some_and(|(number, rest)| number == 1 && rest.is_empty());
    if rows.iter().take(3).any(first) {
        return Vec::new();
    }
    let pages = page_numbers(rows);
    let (pages, kept): (Vec<_>, Vec<_>) = std::mem::take(rows).into_iter().zip(pages).partition(|(_, page)| *page);
    *rows = kept.into_iter().map(|(row, _)| row).collect();
    pages.into_iter().map(|(row, _)| row).collect()
}
