//! The tables that the site gives away: their columns and what each holds; what each means stands among the words of the
//! interface. One list for the files, the packages that describe them and the page that explains them.

use crate::figures::{Direction, Kind, Qualifier, Status};
use crate::words::Words;

/// A table as it stands in a CSV file.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The file's name without `.csv`.
    pub name: &'static str,
    /// In the order of the file.
    pub columns: &'static [Column],
    /// The columns that name a row when the rows of all reports stand together.
    pub key: &'static [&'static str],
    /// Columns whose values are those of columns of another table: the columns, the table's name, its columns.
    pub refers: &'static [Reference],
}

/// Columns, the name of another table, and the columns of that which name the row meant.
pub type Reference = (&'static [&'static str], &'static str, &'static [&'static str]);

/// A column of a [`Table`].
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The head of the column.
    pub name: &'static str,
    /// What its cells hold.
    pub holds: Holds,
    /// Whether no cell is empty.
    pub required: bool,
}

/// Stands between two entries of a list of words in a cell.
pub const BETWEEN_WORDS: &str = "｜";

/// What the cells of a [`Column`] hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
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

const fn needed(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, required: true }
}

const fn open(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, required: false }
}

const REPORT: Column = needed("report", Holds::Words);

const OF_REPORT: Reference = (&["report"], "reports", &["id"]);

/// The quantities that the reports state.
pub const FIGURES: Table = Table {
    name: "figures",
    columns: &[
        REPORT,
        needed("id", Holds::Words),
        needed("place", Holds::Words),
        needed("quote", Holds::Words),
        needed("words", Holds::Words),
        needed("value", Holds::Number),
        open("high", Holds::Number),
        open("unit", Holds::Words),
        needed("qualifier", Holds::OneOf(Qualifier::NAMES)),
        needed("kind", Holds::OneOf(Kind::NAMES)),
        open("direction", Holds::OneOf(Direction::NAMES)),
        needed("indicator", Holds::Words),
        open("period", Holds::Words),
        needed("status", Holds::OneOf(Status::NAMES)),
        needed("link", Holds::Address),
    ],
    key: &["report", "id"],
    refers: &[OF_REPORT, (&["report", "place"], "outline", &["report", "id"])],
};

/// The terms that the reports explain.
pub const TERMS: Table = Table {
    name: "terms",
    columns: &[
        REPORT,
        needed("number", Holds::Count),
        needed("term", Holds::Words),
        open("aliases", Holds::WordList),
        open("definition", Holds::Words),
        needed("link", Holds::Address),
        open("uses", Holds::Addresses),
    ],
    key: &["report", "number"],
    refers: &[OF_REPORT],
};

/// The parts and sections of the reports.
pub const OUTLINE: Table = Table {
    name: "outline",
    columns: &[
        REPORT,
        needed("id", Holds::Words),
        open("number", Holds::Words),
        open("title", Holds::Words),
        needed("characters", Holds::Count),
        needed("link", Holds::Address),
    ],
    key: &["report", "id"],
    refers: &[OF_REPORT],
};

/// The reports of the site.
pub const REPORTS: Table = Table {
    name: "reports",
    columns: &[
        needed("id", Holds::Words),
        needed("title", Holds::Words),
        open("place", Holds::Words),
        open("year", Holds::Year),
        open("date", Holds::Day),
        needed("figures", Holds::Count),
        needed("terms", Holds::Count),
        needed("charts", Holds::Count),
        open("source_url", Holds::Words),
        open("sha256", Holds::Words),
        needed("link", Holds::Address),
    ],
    key: &["id"],
    refers: &[],
};

impl Table {
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
