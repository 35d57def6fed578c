//! What a table of figures holds.

use super::super::page_id::PageId;
use crate::figures::{Direction, Figure, Kind, Qualifier, Status};
use crate::text::{Source, Span};

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
    /// Places of the cells in the file, in the order of [`COLUMNS`].
    pub cells: Vec<Span>,
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
