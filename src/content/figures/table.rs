//! What a table of figures holds.

use super::super::page_id::PageId;
use super::quoted_words::words_in_quote;
use crate::figures::{Direction, Doubt, Figure, Kind, Manner, Qualifier, Status, change_of_list};
use crate::text::{Source, Span, is_bare_number, unsigned};

/// How many columns there are.
pub const WIDTH: usize = 16;

/// The columns that a table may lack: tables had none of them before, and a person who adds a row need not know them.
pub const OPTIONAL: [&str; 3] = ["manner", "scope", "doubt"];

/// The columns, in order.
pub const COLUMNS: [&str; WIDTH] = [
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
    "manner",
    "scope",
    "doubt",
];

/// The figures of a report.
#[derive(Debug)]
pub struct FigureTable {
    /// The ids of rows that were left out for a fault.
    pub left_out: Vec<String>,
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
    /// What there is, what came new, the distance from others; an empty cell says nothing.
    pub manner: Manner,
    /// For ranks and comparisons, the field in which they hold; else empty.
    pub scope: String,
    /// Its facts that nobody has looked at and that are not sure; a person who has looked empties the cell.
    pub doubts: Vec<Doubt>,
    /// Places of the cells in the file, in the order of [`COLUMNS`].
    pub cells: Vec<Span>,
}

/// The words of a figure as they are understood alone: behind a number without any other word stands its unit, and before a member of a
/// list the word of growth that the list says once, where the words `before` it hold that.
pub(in crate::content) fn said(words: &str, unit: &str, direction: Option<Direction>, before: &str) -> String {
    let bare = unsigned(words).starts_with(char::is_numeric);
    let grew = direction.filter(|_| bare).and_then(|direction| change_of_list(before, direction)).unwrap_or_default();
    format!("{grew}{words}{}", if is_bare_number(words) { unit } else { "" })
}

impl FigureRow {
    /// Gives a figure what the row says of it.
    pub(in crate::content) fn correct(&self, figure: &mut Figure) {
        figure.value = self.value;
        figure.high = self.high;
        figure.unit.clone_from(&self.unit);
        figure.qualifier = self.qualifier;
        figure.kind = self.kind;
        figure.direction = self.direction;
        figure.indicator.clone_from(&self.indicator);
        figure.period.clone_from(&self.period);
        figure.status = self.status;
        figure.manner = self.manner;
        figure.scope.clone_from(&self.scope);
        figure.doubts.clone_from(&self.doubts);
    }

    /// Its words as they are understood alone: a number of a table whose unit only a head names has the unit behind it, one of a list
    /// (`分别增长3.9%和5.7%`) the word of growth before it.
    pub fn said(&self) -> String {
        let at = words_in_quote(&self.quote, &self.words).unwrap_or_default();
        said(&self.words, &self.unit, self.direction, &self.quote[..at])
    }

    /// Whether a fact of it is not sure: it stands in the table and in the text, and in no title, pair, chart or picture.
    pub fn is_in_doubt(&self) -> bool {
        !self.doubts.is_empty()
    }

    /// What its cells say, in the order of [`COLUMNS`].
    pub fn texts(&self) -> [String; WIDTH] {
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
            manner_cell(self.manner).to_owned(),
            self.scope.clone(),
            doubt_cell(&self.doubts),
        ]
    }

    /// The place of the cell under `column` in the file.
    pub fn cell(&self, column: &str) -> Span {
        let at = COLUMNS.iter().position(|known| *known == column).unwrap_or(0);
        self.cells.get(at).copied().unwrap_or_default()
    }
}

/// The cell of a manner; empty where nothing is said.
pub(in crate::content) fn manner_cell(manner: Manner) -> &'static str {
    if manner == Manner::Plain { "" } else { manner.name() }
}

/// The cell of what is not sure: `name period`.
pub(in crate::content) fn doubt_cell(doubts: &[Doubt]) -> String {
    doubts.iter().map(|doubt| doubt.name()).collect::<Vec<_>>().join(" ")
}
