//! The tables that the site gives away: their columns and what each holds; what each means stands among the words of the
//! interface. One list for the files, the packages that describe them and the page that explains them.

use crate::commitments::{CommitmentKind, Strength};
use crate::figures::{Direction, Kind, Manner, Qualifier, Status};
use crate::follow_up::Verdict;
use crate::words::Words;

/// A table as it stands in a CSV file.
#[derive(Clone, Copy, Debug)]
pub struct TableSchema {
    /// The file's name without `.csv`.
    pub name: &'static str,
    /// In the order of the file.
    pub columns: &'static [Column],
    /// The columns that name a row when the rows of all reports stand together.
    pub key: &'static [&'static str],
    /// Columns whose values are those of columns of another table: the columns, the table's name, its columns.
    pub foreign_keys: &'static [ForeignKey],
}

/// Columns, the name of another table, and the columns of that which name the row meant.
pub type ForeignKey = (&'static [&'static str], &'static str, &'static [&'static str]);

/// A column of a [`TableSchema`].
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The head of the column.
    pub name: &'static str,
    /// What its cells hold.
    pub holds: ColumnType,
    /// Whether no cell is empty.
    pub required: bool,
}

/// Stands between two entries of a list of words in a cell.
pub const BETWEEN_WORDS: &str = "｜";

/// What the cells of a [`Column`] hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// Any words.
    Words,
    /// Words with [`BETWEEN_WORDS`] between two.
    WordList,
    /// A whole number from 0.
    Count,
    /// A decimal number.
    Number,
    /// A year of four digits.
    Year,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// One of these names.
    OneOf(&'static [&'static str]),
    /// An address: absolute when that of the site is known, else counted from the root of the site.
    Address,
    /// Addresses with a space between two.
    Addresses,
}

const fn needed(name: &'static str, holds: ColumnType) -> Column {
    Column { name, holds, required: true }
}

const fn open(name: &'static str, holds: ColumnType) -> Column {
    Column { name, holds, required: false }
}

const REPORT: Column = needed("report", ColumnType::Words);

const OF_REPORT: ForeignKey = (&["report"], "reports", &["id"]);

/// The quantities that the reports state.
pub const FIGURES: TableSchema = TableSchema {
    name: "figures",
    columns: &[
        REPORT,
        needed("id", ColumnType::Words),
        needed("place", ColumnType::Words),
        needed("quote", ColumnType::Words),
        needed("words", ColumnType::Words),
        needed("value", ColumnType::Number),
        open("high", ColumnType::Number),
        open("unit", ColumnType::Words),
        needed("qualifier", ColumnType::OneOf(Qualifier::NAMES)),
        needed("kind", ColumnType::OneOf(Kind::NAMES)),
        open("direction", ColumnType::OneOf(Direction::NAMES)),
        needed("indicator", ColumnType::Words),
        open("period", ColumnType::Words),
        needed("status", ColumnType::OneOf(Status::NAMES)),
        open("manner", ColumnType::OneOf(Manner::NAMES)),
        open("scope", ColumnType::Words),
        open("doubt", ColumnType::Words),
        needed("link", ColumnType::Address),
    ],
    key: &["report", "id"],
    foreign_keys: &[OF_REPORT, (&["report", "place"], "outline", &["report", "id"])],
};

/// What the reports undertake for their years.
pub const COMMITMENTS: TableSchema = TableSchema {
    name: "commitments",
    columns: &[
        REPORT,
        needed("number", ColumnType::Count),
        needed("place", ColumnType::Words),
        needed("sentence", ColumnType::Words),
        needed("clause", ColumnType::Words),
        needed("object", ColumnType::WordList),
        needed("kind", ColumnType::OneOf(CommitmentKind::NAMES)),
        open("measure", ColumnType::WordList),
        open("deadline", ColumnType::Words),
        needed("strength", ColumnType::OneOf(Strength::NAMES)),
        needed("link", ColumnType::Address),
    ],
    key: &["report", "number"],
    foreign_keys: &[OF_REPORT, (&["report", "place"], "outline", &["report", "id"])],
};

/// What the reports tell of what those of the year before undertook.
pub const YEARS: TableSchema = TableSchema {
    name: "years",
    columns: &[
        REPORT,
        needed("number", ColumnType::Count),
        needed("from_report", ColumnType::Words),
        needed("from", ColumnType::Words),
        needed("from_clause", ColumnType::Words),
        open("from_indicator", ColumnType::Words),
        open("from_words", ColumnType::Words),
        needed("verdict", ColumnType::OneOf(Verdict::NAMES)),
        open("to", ColumnType::Words),
        open("to_indicator", ColumnType::Words),
        open("to_words", ColumnType::Words),
        open("to_sentence", ColumnType::Words),
        needed("from_link", ColumnType::Address),
        open("to_link", ColumnType::Address),
    ],
    key: &["report", "number"],
    foreign_keys: &[OF_REPORT, (&["from_report"], "reports", &["id"])],
};

/// What the reports print of key statistics, each for its own year and the one before.
pub const STATISTICS: TableSchema = TableSchema {
    name: "statistics",
    columns: &[
        REPORT,
        needed("figure", ColumnType::Words),
        needed("place", ColumnType::Words),
        open("code", ColumnType::Words),
        needed("year", ColumnType::Year),
        needed("status", ColumnType::OneOf(Status::NAMES)),
        needed("measure", ColumnType::Words),
        needed("indicator", ColumnType::Words),
        needed("words", ColumnType::Words),
        needed("value", ColumnType::Number),
        open("high", ColumnType::Number),
        open("unit", ColumnType::Words),
        needed("kind", ColumnType::OneOf(Kind::NAMES)),
        open("direction", ColumnType::OneOf(Direction::NAMES)),
        needed("link", ColumnType::Address),
    ],
    key: &["report", "figure"],
    foreign_keys: &[OF_REPORT, (&["report", "figure"], "figures", &["report", "id"])],
};

/// The terms that the reports explain.
pub const TERMS: TableSchema = TableSchema {
    name: "terms",
    columns: &[
        REPORT,
        needed("number", ColumnType::Count),
        needed("term", ColumnType::Words),
        open("aliases", ColumnType::WordList),
        open("definition", ColumnType::Words),
        needed("link", ColumnType::Address),
        open("uses", ColumnType::Addresses),
    ],
    key: &["report", "number"],
    foreign_keys: &[OF_REPORT],
};

/// The parts and sections of the reports.
pub const OUTLINE: TableSchema = TableSchema {
    name: "outline",
    columns: &[
        REPORT,
        needed("id", ColumnType::Words),
        open("number", ColumnType::Words),
        open("title", ColumnType::Words),
        needed("characters", ColumnType::Count),
        needed("link", ColumnType::Address),
    ],
    key: &["report", "id"],
    foreign_keys: &[OF_REPORT],
};

/// The reports of the site.
pub const REPORTS: TableSchema = TableSchema {
    name: "reports",
    columns: &[
        needed("id", ColumnType::Words),
        needed("title", ColumnType::Words),
        open("place", ColumnType::Words),
        open("year", ColumnType::Year),
        open("date", ColumnType::Day),
        needed("figures", ColumnType::Count),
        needed("terms", ColumnType::Count),
        needed("charts", ColumnType::Count),
        open("source_url", ColumnType::Words),
        open("sha256", ColumnType::Words),
        needed("link", ColumnType::Address),
    ],
    key: &["id"],
    foreign_keys: &[],
};

impl TableSchema {
    /// The heads of the columns.
    pub fn heads(&self) -> Vec<&'static str> {
        self.columns.iter().map(|column| column.name).collect()
    }

    /// What the rows are.
    pub fn title<'w>(&self, words: &'w Words) -> &'w str {
        words.find(&format!("{}_table.table", self.name))
    }

    /// The name of one of its columns in words.
    pub fn column_title<'w>(&self, column: &Column, words: &'w Words) -> &'w str {
        words.find(&format!("{}_table.{}", self.name, column.name))
    }

    /// What one of its columns means.
    pub fn column_words<'w>(&self, column: &Column, words: &'w Words) -> &'w str {
        words.find(&format!("{}_table.{}_means", self.name, column.name))
    }

    /// The name of the file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }
}
