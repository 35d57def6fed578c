//! Takes what stands beneath the title of a report of an office: its name, a second title, the month. Knows no government's work
//! report: beneath the title of one, what is neither session nor speaker is the website's.

use super::dates::names_month;
use super::furniture::is_furniture;
use super::kind::ReportKind;
use super::layout::{compact, is_blank, width};
use super::parts::{Masthead, MastheadLine, MastheadRole, Piece};
use super::speaker::is_issuer;
use crate::text::is_han;

/// Takes the rows beneath the title out of `aside`, down to the last that names an office, or stands above another line of the masthead.
/// The first row that can be none of the report's ends them.
pub(super) fn take(masthead: &mut Masthead, aside: &mut Vec<Piece>) {
    let title = masthead.title.as_deref().unwrap_or_default();
    if matches!(ReportKind::of_title(title), Some(ReportKind::Government | ReportKind::Party)) {
        return;
    }
    let titles = masthead.lines.iter().filter(|line| line.role == MastheadRole::Title);
    let Some(from) = titles.map(|line| line.piece.span.end).max() else { return };
    let printed = masthead.lines.iter().map(|line| line.piece.span.start).max().unwrap_or_default();
    let foreign =
        aside.iter().find(|row| row.span.start > from && !is_own(row)).map_or(usize::MAX, |row| row.span.start);
    let issuers = aside.iter().filter(|row| is_issuer(&compact(&row.text)) && row.span.start < foreign);
    let last = issuers.map(|row| row.span.start).max().unwrap_or_default().max(printed);
    let own = |row: &Piece| row.span.start > from && row.span.start < foreign && row.span.start <= last;
    let (taken, left) = std::mem::take(aside).into_iter().partition(own);
    *aside = left;
    for row in Vec::into_iter(taken) {
        let role = if is_issuer(&compact(&row.text)) { MastheadRole::Speaker } else { MastheadRole::Session };
        masthead.lines.push(MastheadLine { role, piece: row });
    }
    masthead.lines.sort_by_key(|line| line.piece.span);
}

/// Whether a row beneath a title can be the report's: plain words, with figures in the name of a paper alone, or a month.
fn is_own(row: &Piece) -> bool {
    let text = compact(&row.text);
    let mut named = false;
    let plain = |c: char| {
        named = matches!(c, '《') || named && c != '》';
        named || is_han(c) || is_blank(c) || matches!(c, '》' | '、' | '，' | '“' | '”')
    };
    let words = (SHORTEST..=LONGEST).contains(&width(&text)) && text.chars().all(plain);
    !is_furniture(&row.text) && (words || is_issuer(&text) || names_month(&text))
}

/// A row of a masthead is no shorter, in characters: shorter ones are buttons, or the name of a newspaper.
const SHORTEST: usize = 6;
/// Nor is it longer.
const LONGEST: usize = 40;
