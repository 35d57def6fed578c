//! Divides the lines of a source into what stands before the speech, the speech, the glossary, attachments and the rest.

use super::furniture::is_furniture;
use super::glossary_rows::{is_entry, is_glossary_title};
use super::layout::{compact, ends_sentence, width};
use super::mark::number_mark;
use super::measure::Measure;
use super::parts::{GlossaryText, Piece};
use super::passage::is_page_mark;
use super::speech::{is_report, repetition, speech_start};
use super::tail::{Appended, appended_lists, drop_after_broken, drop_after_list, drop_after_speech, drop_pages};
use super::title::is_title;
use crate::text::{Source, Span};

/// The lines of a source by the part of the report that they belong to, each part in the order of the source.
#[derive(Default)]
pub(super) struct DividedRows {
    pub front: Vec<Piece>,
    pub body: Vec<Piece>,
    pub glossary: Option<GlossaryText>,
    pub attachments: Vec<Appended>,
    pub aside: Vec<Piece>,
    /// Where the source begins to print the speech once more; all from there on is in `aside`.
    pub repeated: Option<Span>,
}

/// Divides `rows` (lines that are not empty). A source without a speech gives an empty body.
pub(super) fn divide(source: &Source, rows: Vec<Piece>) -> DividedRows {
    let start = speech_start(&rows).filter(|_| is_report(&rows)).unwrap_or(rows.len());
    let mut division = DividedRows::default();
    let (front, rest) = rows.split_at(start);
    division.front = front.to_vec();
    let (mut rest, again) = rest.split_at(repetition(rest).unwrap_or(rest.len()));
    division.repeated = again.first().map(|row| row.span);
    division.aside = again.to_vec();
    let mut at = next_tail(rest, 1).unwrap_or(rest.len());
    division.body = rest[..at].to_vec();
    let last = at == rest.len();
    let broken = Measure::of(source, &division.body).is_some();
    let behind =
        if broken { drop_after_broken(&mut division.body) } else { drop_after_speech(&mut division.body, last) };
    let (appended, behind) = appended_lists(behind);
    division.attachments = appended;
    division.aside.extend(behind);
    // A page may be turned between the lines of a heading.
    let (marks, tail): (Vec<_>, Vec<_>) = rest[at..].iter().cloned().partition(|row| is_page_mark(&row.text));
    division.aside.extend(marks);
    (at, rest) = (0, &tail);
    while at < rest.len() {
        let end = next_tail(rest, at + heading_rows(rest, at)).unwrap_or(rest.len());
        let (heading, rows) = rest[at..end].split_at(heading_rows(rest, at).min(end - at));
        let (heading, mut rows) = (heading.to_vec(), rows.to_vec());
        let glossary = glossary_at(rest, at).is_some() && division.glossary.is_none();
        if end == rest.len() {
            division.aside.extend(drop_after_list(&mut rows, glossary));
        }
        if glossary {
            division.aside.extend(drop_pages(&mut rows));
            division.glossary = Some(GlossaryText { heading, lines: rows });
        } else if rows.is_empty() {
            // The source names an attachment and prints none.
            division.aside.extend(heading);
        } else {
            division.attachments.push(Appended { heading, rows });
        }
        at = end;
    }
    division
}

/// The first row from `from` on that heads the glossary or an attachment.
fn next_tail(rows: &[Piece], from: usize) -> Option<usize> {
    (from..rows.len()).find(|at| glossary_at(rows, *at).is_some() || is_attachment(&rows[*at]))
}

/// How many rows the heading at `at` takes: `附件2` / `名词解释`, or `附件1` / `2025年省十件民生实事`.
fn heading_rows(rows: &[Piece], at: usize) -> usize {
    if let Some(count) = glossary_at(rows, at) {
        return count;
    }
    let alone = width(&rows[at].text) <= 5;
    let titled = rows
        .get(at + 1)
        .is_some_and(|row| width(&row.text) <= 40 && number_mark(&row.text).is_none() && !ends_sentence(&row.text));
    if alone && titled { 2 } else { 1 }
}

/// The number of heading rows, if a glossary's heading begins at `at`: its title, with `附件` before it or without. The first
/// entry stands next to it, or after one line of explanation.
fn glossary_at(rows: &[Piece], at: usize) -> Option<usize> {
    let titled = |at: usize| {
        let title = rows.get(at).is_some_and(|row| is_glossary_title(&row.text));
        title && (1..=2).any(|next| rows.get(at + next).is_some_and(|row| is_entry(&row.text)))
    };
    if titled(at) {
        return Some(1);
    }
    let label = is_attachment(&rows[at]) && width(&rows[at].text) <= 5;
    let of_report = rows.get(at + 1).is_some_and(|row| is_title(&compact(&row.text)));
    match label {
        true if titled(at + 1) => Some(2),
        true if of_report && titled(at + 2) => Some(3),
        _ => None,
    }
}

/// `附件`, `附件1`, `附件：2025年十件民生实事`, `附表1：…`, `附：…`, `资料来源：`.
fn is_attachment(row: &Piece) -> bool {
    let text = compact(&row.text);
    // A communiqué says at its end where its data are from.
    if text.trim_end_matches(['：', ':']) == "资料来源" {
        return true;
    }
    let labels = ["附件", "附录", "附表", "附"];
    let Some(rest) = labels.iter().find_map(|label| text.strip_prefix(label)) else { return false };
    let labelled = rest.is_empty() && !text.ends_with('附')
        || rest.starts_with(|c: char| c.is_numeric() || "：:一二三四五六七八九十".contains(c));
    labelled && width(&text) <= 40 && !ends_sentence(&text) && !is_furniture(&text)
}
