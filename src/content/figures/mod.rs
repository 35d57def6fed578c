//! `figures.csv`: one quantity a row, each with the words of the report that state it.

mod row;
mod table;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::cells::{PlacedCell, records};
use super::file::RawFile;
use super::table::write_csv;
use crate::diagnostic::{Code, Diagnostic};
use crate::message::message;
use crate::text::{Source, Span, nearest};
use row::RecordReader;
pub use table::{COLUMNS, FigureRow, FigureTable};

/// Reads the table. A row with a fault is reported, all its faults at once, and left out.
pub(super) fn read(file: RawFile<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<FigureTable> {
    let source = file.source().drain_into(diagnostics)?;
    let (mut rows, mut left_out) = (Vec::<FigureRow>::new(), Vec::new());
    let records = records(&source);
    let mut records = records.into_iter().filter(|record| !(record.len() == 1 && record[0].1.trim().is_empty()));
    let head = records.next().unwrap_or_default();
    let order = columns(&head, &source, diagnostics)?;
    for record in records {
        let row =
            RecordReader { source: &source, record: &record, order: &order, faults: Vec::new(), head: head.len() };
        let Some(row) = row.read(diagnostics) else {
            left_out.extend(order.first().and_then(|id| record.get(*id)).map(|(_, id)| id.trim().to_owned()));
            continue;
        };
        let Some(first) = rows.iter().find(|first| first.id == row.id) else {
            rows.push(row);
            continue;
        };
        let line = source.place(first.cell("id").start).line;
        let fault = Diagnostic::error(
            Code::DUPLICATE_ID,
            message!("the id `{id}` stands twice", "编号 `{id}` 用了两次", id = row.id),
        );
        let fault = fault.at(&source, row.cell("id")).with_note(message!("first: line {line}", "第一次：第 {line} 行"));
        diagnostics.push(fault.with_help(message!("give each figure an id of its own", "给后来的换一个编号")));
    }
    Some(FigureTable { left_out, rows, file: source })
}

/// The byte of `quote` at which `words` begin, when they stand there exactly once. Words inside a longer number do not
/// count: `6.3%、3%` holds `3%` once.
pub fn words_in_quote(quote: &str, words: &str) -> Option<usize> {
    let digit = |c: char| c.is_ascii_digit();
    let inside_number = |at: usize| {
        let rest = &quote[at + words.len()..];
        let goes_on = rest.starts_with(digit) || rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(digit));
        let came_before = quote[..at].ends_with(|c: char| digit(c) || c == '.');
        words.starts_with(digit) && came_before || words.ends_with(digit) && goes_on
    };
    let mut places = quote.match_indices(words).map(|(at, _)| at).filter(|at| !inside_number(*at));
    let first = places.next()?;
    places.next().is_none().then_some(first)
}

/// For each of [`COLUMNS`], which cell of a record holds it.
fn columns(head: &[PlacedCell<'_>], source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<usize>> {
    let before = diagnostics.len();
    for (span, name) in head {
        if !COLUMNS.contains(&name.trim()) {
            let fault =
                Diagnostic::error(Code::UNKNOWN_KEY, message!("there is no column `{name}`", "没有 `{name}` 这一列"))
                    .at(source, *span);
            diagnostics.push(fault.with_help(match nearest(name, &COLUMNS) {
                Some(near) => message!("did you mean `{near}`?", "是不是想写 `{near}`？"),
                None => message!("the columns are: {columns}", "各列是：{columns}", columns = COLUMNS.join(",")),
            }));
        }
    }
    let mut order = Vec::new();
    for column in COLUMNS {
        match head.iter().position(|(_, name)| name.trim() == column) {
            Some(at) => order.push(at),
            None => diagnostics.push(
                Diagnostic::error(
                    Code::MISSING_KEY,
                    message!("the column `{column}` is missing", "缺少 `{column}` 这一列"),
                )
                .at(source, Span::new(0, source.line(1).span.end))
                .with_help(message!(
                    "the first line must be: {columns}",
                    "第一行应当是：{columns}",
                    columns = COLUMNS.join(",")
                )),
            ),
        }
    }
    (diagnostics.len() == before).then_some(order)
}

/// The table as a file that Excel opens.
pub fn write<'r>(rows: impl IntoIterator<Item = [Cow<'r, str>; 13]>) -> Vec<u8> {
    write_csv(&COLUMNS, rows.into_iter().map(|row| row.map(|cell| cell.into_owned())))
}
