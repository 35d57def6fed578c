//! `figures.csv`: one quantity a row, each with the words of the report that state it.

mod row;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::cells::{Cell, records};
use super::file::RawFile;
use super::page_id::PageId;
use super::table::write_csv;
use crate::diagnostic::{Code, Diagnostic};
use crate::figures::{Direction, Figure, Kind, Qualifier, Status};
use crate::message::message;
use crate::text::{Source, Span, nearest};
use row::Row;

/// The columns, in order.
pub const COLUMNS: [&str; 13] = [
    "id",
    "place",
    "quote",
    "words",
    "value",
    "high",
    "unit",
    "qualifier",
    "kind",
    "direction",
    "indicator",
    "period",
    "status",
];

/// The figures of a report.
#[derive(Debug)]
pub struct FigureTable {
    /// The rows in the order of the file.
    pub rows: Vec<FigureRow>,
    /// The file, for messages.
    pub file: Source,
}

/// One row.
#[derive(Clone, Debug)]
pub struct FigureRow {
    /// Short ASCII name, unique in the report; the address of the figure.
    pub id: String,
    /// The page whose text states it.
    pub page: PageId,
    /// Words of that page that stand there once.
    pub quote: String,
    /// The part of the quote that is the figure itself: `增长6.5%左右`.
    pub words: String,
    /// The number as written (712 for 712亿元).
    pub value: f64,
    /// The high end of a range.
    pub high: Option<f64>,
    /// The unit as written.
    pub unit: String,
    /// 左右, 以上 …
    pub qualifier: Qualifier,
    /// What kind of quantity.
    pub kind: Kind,
    /// For changes.
    pub direction: Option<Direction>,
    /// What is measured.
    pub indicator: String,
    /// The year or years it is about.
    pub period: String,
    /// Done or planned.
    pub status: Status,
    /// Places of the cells in the file, in the order of [`COLUMNS`].
    pub cells: Vec<Span>,
}

impl FigureRow {
    /// Gives a figure what the row says of it.
    pub(super) fn correct(&self, figure: &mut Figure) {
        figure.value = self.value;
        figure.high = self.high;
        figure.unit.clone_from(&self.unit);
        figure.qualifier = self.qualifier;
        figure.kind = self.kind;
        figure.direction = self.direction;
        figure.indicator.clone_from(&self.indicator);
        figure.period.clone_from(&self.period);
        figure.status = self.status;
    }

    /// What its cells say, in the order of [`COLUMNS`].
    pub fn texts(&self) -> [String; 13] {
        [
            self.id.clone(),
            self.page.to_string(),
            self.quote.clone(),
            self.words.clone(),
            self.value.to_string(),
            self.high.map_or(String::new(), |high| high.to_string()),
            self.unit.clone(),
            self.qualifier.name().to_owned(),
            self.kind.name().to_owned(),
            self.direction.map_or(String::new(), |direction| direction.name().to_owned()),
            self.indicator.clone(),
            self.period.clone(),
            self.status.name().to_owned(),
        ]
    }

    /// The place of the cell under `column` in the file.
    pub fn cell(&self, column: &str) -> Span {
        let at = COLUMNS.iter().position(|known| *known == column).unwrap_or(0);
        self.cells.get(at).copied().unwrap_or_default()
    }
}

/// Reads the table. A row with a fault is reported, all its faults at once, and left out.
pub(super) fn read(file: RawFile<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<FigureTable> {
    let source = file.source(diagnostics)?;
    let mut rows: Vec<FigureRow> = Vec::new();
    let records = records(&source);
    let mut records = records.into_iter().filter(|record| !(record.len() == 1 && record[0].1.trim().is_empty()));
    let head = records.next().unwrap_or_default();
    let order = columns(&head, &source, diagnostics)?;
    for record in records {
        let row = Row { source: &source, record: &record, order: &order, faults: Vec::new(), head: head.len() };
        let Some(row) = row.read(diagnostics) else { continue };
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
    Some(FigureTable { rows, file: source })
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
fn columns(head: &[Cell<'_>], source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<usize>> {
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
