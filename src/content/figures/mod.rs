//! `figures.csv`: one quantity a row, each with the words of the report that state it.

mod quoted_words;
mod row;
mod saved;
mod table;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::cells::{PlacedCell, records};
use super::file::RawFile;
use super::table::write_csv;
use crate::diagnostic::{Code, Diagnostic};
use crate::limits;
use crate::message::{Message, message};
use crate::text::{Source, Span, nearest, unguard_formula};
pub use quoted_words::words_in_quote;
use row::RecordReader;
use table::OPTIONAL;
pub(super) use table::said;
pub use table::{COLUMNS, FigureRow, FigureTable, WIDTH};
pub(super) use table::{doubt_cell, manner_cell};

/// Reads the table. A row with a fault is reported, all its faults at once, and left out. What Excel made of cells is undone,
/// with one note for all of them.
pub(super) fn read(file: RawFile<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<FigureTable> {
    let source = saved::decoded(file).drain_into(diagnostics)?;
    let (head, records) = head_and_records(&source);
    if let Some(fault) = limits::FIGURES.fault_of(records.len()) {
        diagnostics.push(fault.in_file(source.name()));
        return None;
    }
    let order = columns(&head, &source, diagnostics)?;
    let (mut rows, mut left_out) = (Vec::<FigureRow>::new(), Vec::new());
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    let mut undone = Vec::new();
    for record in &records {
        let reader = RecordReader { source: &source, record, order: &order, faults: Vec::new(), head: head.len() };
        let Some(row) = reader.read(diagnostics, &mut undone) else {
            left_out.extend(
                order.first().copied().flatten().and_then(|id| record.get(id)).map(|(_, id)| id.trim().to_owned()),
            );
            continue;
        };
        let own = source.place(row.cell("id").start).line;
        let line = *lines.entry(row.id.clone()).or_insert(own);
        if line == own {
            rows.push(row);
            continue;
        }
        let fault = Diagnostic::error(
            Code::DUPLICATE_ID,
            message!("the id `{id}` stands twice", "编号 `{id}` 用了两次", id = row.id),
        );
        let fault = fault.at(&source, row.cell("id")).with_note(message!("first: line {line}", "第一次：第 {line} 行"));
        diagnostics.push(fault.with_help(message!("give each figure an id of its own", "给后来的换一个编号")));
    }
    diagnostics.extend(undone.first().map(|first| by_excel(undone.len()).at(&source, *first)));
    Some(FigureTable { left_out, rows, file: source })
}

/// What the cells of a table say, in the order of [`COLUMNS`]; a column that it lacks is empty. What Excel made of cells is
/// undone, and what is no table gives no rows.
pub(super) fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
    let file = RawFile { path: "", name: "", bytes };
    let Some(source) = saved::decoded(file).value else { return Vec::new() };
    let (head, records) = head_and_records(&source);
    let at: Vec<Option<usize>> = COLUMNS.iter().map(|column| position(&head, column)).collect();
    let row = |record: &Vec<PlacedCell<'_>>| {
        let cell = |at: &Option<usize>| match at.and_then(|at| record.get(at)) {
            Some((_, cell)) => unguard_formula(cell.trim()).to_owned(),
            None => String::new(),
        };
        let mut cells: Vec<String> = at.iter().map(cell).collect();
        let [_, place, quote, words, ..] = &mut cells[..] else { return cells };
        if let Some(found) = saved::place(place) {
            *place = found.page.file();
        }
        if !quote.contains(words.as_str())
            && let Some(printed) = saved::printed(quote, words)
        {
            *words = printed.to_owned();
        }
        cells
    };
    records.iter().map(row).filter(|row| row.iter().any(|cell| !cell.is_empty())).collect()
}

/// The first line of a table and the others, without the empty ones and the empty columns at the end that spreadsheets add.
fn head_and_records(source: &Source) -> (Vec<PlacedCell<'_>>, Vec<Vec<PlacedCell<'_>>>) {
    let is_empty = |cell: &PlacedCell<'_>| cell.1.trim().is_empty();
    let mut records = records(source).into_iter().filter(|record| !record.iter().all(is_empty));
    let mut head = records.next().unwrap_or_default();
    head.truncate(head.iter().rposition(|cell| !is_empty(cell)).map_or(0, |last| last + 1));
    let mut records: Vec<_> = records.collect();
    for record in &mut records {
        let filled = record.iter().rposition(|cell| !is_empty(cell)).map_or(0, |last| last + 1);
        record.truncate(filled.max(head.len()));
    }
    (head, records)
}

/// Which cell of the head has this name.
fn position(head: &[PlacedCell<'_>], column: &str) -> Option<usize> {
    head.iter().position(|(_, name)| name.trim() == column)
}

/// The note that Excel changed so many cells; its place is still to be added.
fn by_excel(cells: usize) -> Diagnostic {
    let message = message!(
        "Excel wrote dates or percentages of its own into {cells}, from here on; they are read as they were",
        "从这里起，有 {cells}被 Excel 改成了日期或百分数；已照原来的读",
        cells = Message::counted(cells, "cell", "格")
    );
    Diagnostic::note(Code::EXCEL_CELL, message).with_help(message!(
        "nothing is lost; importing again writes places as 2-1.md, which Excel leaves alone",
        "没有丢什么；重新导入后，页写作 2-1.md，Excel 不再改"
    ))
}

/// For each of [`COLUMNS`], which cell of a record holds it; `None` for one that the table may lack and does.
fn columns(head: &[PlacedCell<'_>], source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<Option<usize>>> {
    for (span, name) in head.iter().filter(|(_, name)| !COLUMNS.contains(&name.trim())) {
        let note = Diagnostic::note(
            Code::UNKNOWN_KEY,
            message!("there is no column `{name}`; it is not read", "没有 `{name}` 这一列，没有读"),
        );
        diagnostics.push(note.at(source, *span).with_help(match nearest(name, &COLUMNS) {
            Some(near) => message!("did you mean `{near}`?", "是不是想写 `{near}`？"),
            None => message!("the columns are: {columns}", "各列是：{columns}", columns = COLUMNS.join(",")),
        }));
    }
    let mut order = Vec::new();
    for column in COLUMNS {
        match position(head, column) {
            Some(at) => order.push(Some(at)),
            None if OPTIONAL.contains(&column) => order.push(None),
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
    (order.len() == COLUMNS.len()).then_some(order)
}

/// The table as a file that Excel opens.
pub fn write<'r>(rows: impl IntoIterator<Item = [Cow<'r, str>; WIDTH]>) -> Vec<u8> {
    write_csv(&COLUMNS, rows.into_iter().map(|row| row.map(|cell| cell.into_owned())))
}
