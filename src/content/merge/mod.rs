//! A table of figures imported once more: what a person touched stays, the rest is renewed.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::figures::{self, COLUMNS};
use super::file::RawFile;
use super::table::write_csv;
use crate::ledger;

/// What became of a table that was imported once more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergedFigures {
    /// The new `figures.csv`.
    pub table: Vec<u8>,
    /// What to remember as written by import, for the next time. It also has the rows that a person deleted, so that they stay
    /// deleted, and a bare id for each row that went, so that the id is not given again.
    pub written: Vec<u8>,
    /// Rows that nobody touched and that are as import has them now.
    pub renewed: usize,
    /// Rows that a person changed or added.
    pub kept: usize,
    /// Of these, the rows whose words are others now, as they were and as they are.
    pub corrected: Vec<[RowName; 2]>,
    /// Rows that are new.
    pub added: Vec<RowName>,
    /// Rows that nobody touched and that import proposes no more.
    pub dropped: Vec<RowName>,
    /// For each proposed row, in order, the id under which the table has it now; `None` when a person deleted it.
    pub ids: Vec<Option<String>>,
}

/// What people are told of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowName {
    /// The id of the figure.
    pub id: String,
    /// The page that it is on, what it measures, and the words of the report.
    pub place: String,
    #[allow(missing_docs)]
    pub indicator: String,
    #[allow(missing_docs)]
    pub words: String,
}

impl RowName {
    fn of(row: &CellRow) -> RowName {
        let own = |column| cell(row, column).to_owned();
        RowName { id: own("id"), place: own("place"), indicator: own("indicator"), words: own("words") }
    }
}

/// The table that an earlier import left in a report's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EarlierFigures {
    /// What import wrote then.
    pub written: Vec<u8>,
    /// What stands there now.
    pub now: Vec<u8>,
}

/// The table of figures below a report's folder.
pub const FIGURES: &str = "figures.csv";

/// Where import remembers which rows it wrote; hidden, so that nobody takes it for content.
pub const FIGURES_WRITTEN: &str = ".figures.csv";

impl EarlierFigures {
    /// Whether `now` reads without a fault. A table that a person left half done is no one's but theirs.
    pub fn is_faultless(&self) -> bool {
        let mut faults = Vec::new();
        let file = RawFile { path: FIGURES, name: FIGURES, bytes: &self.now };
        figures::read(file, &mut faults).is_some() && faults.is_empty()
    }
}

/// A row: its cells in the order of [`COLUMNS`].
type CellRow = Vec<String>;

/// Merges three tables: what the last import wrote, what stands there now, and what import proposes anew.
///
/// A row of the file that differs from the one written under its id, or whose id was never written, is a person's and stays
/// as it is. Other rows are renewed in their place and keep their ids, to which charts and links refer; the proposal that
/// belongs to a row is the one with the same words in the same quote. What a person deleted stays deleted. What is new comes
/// last, under ids that were never given before.
pub fn merge_figures(old_written: &[u8], now_on_disk: &[u8], newly_proposed: &[u8]) -> MergedFigures {
    let [old, disk, new] = [old_written, now_on_disk, newly_proposed].map(figures::texts);
    let by_id: BTreeMap<&str, &CellRow> = old.iter().map(|row| (id(row), row)).collect();
    let is_persons = |row: &CellRow| by_id.get(id(row)).is_none_or(|written| *written != row);
    let successors = successors(&old, &new);
    let mut merged = MergedFigures::default();
    let mut table: Vec<CellRow> = Vec::new();
    for row in &disk {
        if is_persons(row) {
            merged.kept += 1;
            table.push(row.clone());
        } else if let Some(next) = successors.get(id(row)) {
            merged.renewed += 1;
            let now = with_id(&new[*next], id(row));
            if cell(&now, "words") != cell(row, "words") {
                merged.corrected.push([RowName::of(row), RowName::of(&now)]);
            }
            table.push(now);
        } else {
            merged.dropped.push(RowName::of(row));
        }
    }
    let persons: BTreeMap<[&str; 2], &str> =
        disk.iter().filter(|row| is_persons(row)).map(|row| (words(row), id(row))).collect();
    merged.ids = vec![None; new.len()];
    for (old, next) in &successors {
        let stands = table.iter().any(|row| id(row) == *old);
        let renamed = || persons.get(&words(&new[*next])).copied();
        merged.ids[*next] = Some(*old).filter(|_| stands).or_else(renamed).map(str::to_owned);
    }
    let mut written: Vec<CellRow> = old
        .iter()
        .map(|row| match successors.get(id(row)) {
            Some(next) => with_id(&new[*next], id(row)),
            None => bare(id(row)),
        })
        .collect();
    let known: BTreeSet<usize> = successors.values().copied().collect();
    let last = old.iter().chain(&disk).filter_map(number).max().unwrap_or(0);
    let fresh = new.iter().enumerate().filter(|(at, _)| !known.contains(at));
    for (number, (at, row)) in (last + 1..).zip(fresh) {
        let row = with_id(row, &format!("f{number}"));
        // A person who added a row has it already.
        let there = persons.get(&words(&row)).copied();
        merged.ids[at] = Some(there.unwrap_or_else(|| id(&row)).to_owned());
        if there.is_none() {
            merged.added.push(RowName::of(&row));
            table.push(row.clone());
        }
        written.push(row);
    }
    merged.table = write_csv(&COLUMNS, table);
    merged.written = write_csv(&COLUMNS, written);
    merged
}

/// For the id of each row that was written, which proposal says the same now: the one with the same quote and words, of
/// several the one on the same page, each at most once; then the one that is a correction of it, where only one can be.
fn successors<'o>(old: &'o [CellRow], new: &[CellRow]) -> BTreeMap<&'o str, usize> {
    let mut places: BTreeMap<[&str; 2], Vec<usize>> = BTreeMap::new();
    for (at, row) in new.iter().enumerate() {
        places.entry(words(row)).or_default().push(at);
    }
    let mut found = BTreeMap::new();
    for same_page in [true, false] {
        for row in old.iter().filter(|row| !words(row)[0].is_empty()) {
            let Some(free) = places.get_mut(&words(row)).filter(|_| !found.contains_key(id(row))) else { continue };
            if let Some(at) = free.iter().position(|at| !same_page || cell(&new[*at], "place") == cell(row, "place")) {
                found.insert(id(row), free.remove(at));
            }
        }
    }
    let free: Vec<usize> = (0..new.len()).filter(|at| !found.values().any(|taken| taken == at)).collect();
    let lost: Vec<&CellRow> =
        old.iter().filter(|row| !words(row)[0].is_empty() && !found.contains_key(id(row))).collect();
    for row in &lost {
        let mut next = free.iter().filter(|at| is_corrected(row, &new[**at]));
        if let (Some(at), None) = (next.next(), next.next())
            && lost.iter().filter(|other| is_corrected(other, &new[*at])).count() == 1
        {
            found.insert(id(row), *at);
        }
    }
    found
}

/// Whether a proposal is of what a row is of, in words that were corrected: another number, or more or less of the words round it.
fn is_corrected(row: &CellRow, new: &CellRow) -> bool {
    let is_same = |column| cell(row, column) == cell(new, column);
    let [was, is] = [cell(row, "quote"), cell(new, "quote")];
    let is_cut = is_same("words") && (was.contains(is) || is.contains(was));
    ["indicator", "unit", "kind", "period", "status"].into_iter().all(is_same)
        && (is_cut || ledger::is_retyped(was, is))
}

fn cell<'r>(row: &'r CellRow, column: &str) -> &'r str {
    COLUMNS.iter().position(|known| *known == column).and_then(|at| row.get(at)).map_or("", String::as_str)
}

fn id(row: &CellRow) -> &str {
    cell(row, "id")
}

/// What a row is known by when its id cannot be trusted.
fn words(row: &CellRow) -> [&str; 2] {
    [cell(row, "quote"), cell(row, "words")]
}

/// The number of an id that import gave: 12 for `f12`.
fn number(row: &CellRow) -> Option<u64> {
    id(row).strip_prefix('f')?.parse().ok()
}

fn with_id(row: &CellRow, id: &str) -> CellRow {
    let cells =
        COLUMNS.iter().zip(row).map(|(column, cell)| if *column == "id" { id.to_owned() } else { cell.clone() });
    cells.collect()
}

/// A row that holds nothing but its id.
fn bare(id: &str) -> CellRow {
    with_id(&vec![String::new(); COLUMNS.len()], id)
}
