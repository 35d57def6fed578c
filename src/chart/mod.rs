//! Charts: numbers in, SVG, table and a sentence out. Knows no pages, and no colours by name (classes only).
//!
//! No number stands in a chart that is not the label of one of its marks: no axes, no ticks with figures, no computed
//! percentages. Lengths are scaled from zero. What a number is (done or planned, at least, about) is drawn by form and
//! not by colour alone.

use serde::{Deserialize, Serialize};

mod bar;
mod caption;
mod describe;

mod group;
mod legend;

mod rank;
mod rows;
mod scale;
mod shape;
mod svg_document;
mod svg_writer;
mod table;
#[cfg(test)]
mod tests;

pub use describe::description;
pub use svg_document::{TypeSize, draw, draw_standalone};
pub use table::{Cell, Table, csv, table};

use crate::words::Words;

/// What is to be drawn. The words are all given: this layer adds none but the legend's and the description's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// How the rows are drawn and which of them may be compared.
    pub kind: Kind,
    /// Short ASCII name, unique on the page: every id inside the SVG begins with it.
    pub id: String,
    /// The message in the report's own words. Becomes the accessible name; the page shows it as the caption.
    pub title: String,
    /// What the rows are (`2023年主要预期目标`), the subject of the description; may be empty.
    pub subject: String,
    /// Where the numbers stand (`淄川区2023年政府工作报告`), printed under a standalone picture; may be empty.
    pub source: String,
    /// The rows in the order in which they are shown.
    pub rows: Vec<Row>,
}

/// The kinds of chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Amounts of one unit on one scale.
    #[default]
    Bars,
    /// Targets of one unit on one scale.
    Targets,
    /// Growth and decline on one scale, up to the right of zero and down to the left.
    Change,
    /// Done beside planned: each row has two marks and, since units differ, its own scale.
    Pairs,
    /// Percentages of a whole, each on a track of a hundred.
    Shares,
    /// RankScale in an order, the first at the left. `Mark::value` is the place; `Mark::high`, if known, the last place.
    Rank,
    /// A table of numbers whose units differ: rows that say the same [`Row::scale`] have bars on one scale, any other its number alone.
    Multiples,
    /// Each row one indicator over time: its marks are periods, named by their series; each row its own scale.
    Series,
}

impl Chart {
    /// The rows with which the lengths of this one may be compared, itself among them.
    fn on_one_scale<'a>(&'a self, row: &'a Row) -> Vec<&'a Row> {
        let is_mixed = self.kind == Kind::Multiples && !row.scale.is_empty();
        match self.kind.shares_scale() {
            true => self.rows.iter().collect(),
            false if is_mixed => self.rows.iter().filter(|other| other.scale == row.scale).collect(),
            false => vec![row],
        }
    }

    /// Whether a row of a table of several units has one number that may be compared with none: it stands as words alone, for a bar beside
    /// nothing would be read as a length.
    fn is_alone(&self, row: &Row) -> bool {
        self.kind == Kind::Multiples && row.marks.len() == 1 && self.on_one_scale(row).len() < 2
    }

    /// The numbers that have a shape.
    fn drawn(&self) -> impl Iterator<Item = &Mark> {
        self.rows.iter().filter(|row| !self.is_alone(row)).flat_map(|row| &row.marks)
    }

    /// Whether some rows of a table of several units share a scale.
    fn has_bars_among_numbers(&self) -> bool {
        self.kind == Kind::Multiples && self.rows.iter().any(|row| self.on_one_scale(row).len() > 1)
    }
}

impl Kind {
    /// Whether lengths may be compared from row to row.
    pub fn shares_scale(self) -> bool {
        match self {
            Kind::Bars | Kind::Targets | Kind::Change | Kind::Shares | Kind::Rank => true,
            Kind::Pairs | Kind::Multiples | Kind::Series => false,
        }
    }
}

/// One indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The indicator's name.
    pub label: String,
    /// Its numbers; a pair has two, done and planned. A row without marks is left out.
    pub marks: Vec<Mark>,
    /// Of which scale its length is, among rows whose units differ: the same words, the same scale. Empty where it is of none.
    pub scale: String,
}

/// One number and the sentence that it comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The number in the unit of its row. With a [`Direction`] the size of the change, its sign ignored.
    pub value: f64,
    /// The upper end of a [`Bound::Range`]; the last place of a rank.
    pub high: Option<f64>,
    /// The report's own characters with qualifier and unit: `增长6.5%左右`.
    pub label: String,
    /// What the number says about the amount.
    pub bound: Bound,
    /// Which way a change goes; `None` for an amount.
    pub direction: Option<Direction>,
    /// Period and status in words: `2022年完成`, `2023年目标`.
    pub series: Option<String>,
    /// Whether it was done or is planned.
    pub role: Role,
    /// Address of the sentence.
    pub href: String,
    /// The accessible name of the mark. It should contain the row's label and the mark's label, so that the name says
    /// what is seen (WCAG 2.5.3).
    pub spoken: String,
}

/// What a number says about the amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Bound {
    /// The number itself.
    #[default]
    Exact,
    /// 以上, 不低于, 不少于: this or more.
    AtLeast,
    /// 超过, 突破: more than this.
    MoreThan,
    /// 以内, 不超过: this or less.
    AtMost,
    /// 低于, 不到: less than this.
    LessThan,
    /// 左右, 约: this or thereabouts.
    About,
    /// 近, 接近: a little short of this.
    Near,
    /// From [`Mark::value`] to [`Mark::high`].
    Range,
}

impl Bound {
    /// The word that tables and legends use; empty for an exact number.
    pub fn word(self, words: &Words) -> &str {
        match self {
            Bound::Exact => "",
            Bound::AtLeast => words.get("drawing.at_least"),
            Bound::MoreThan => words.get("drawing.more_than"),
            Bound::AtMost => words.get("drawing.at_most"),
            Bound::LessThan => words.get("drawing.less_than"),
            Bound::About => words.get("drawing.about"),
            Bound::Near => words.get("drawing.near"),
            Bound::Range => words.get("drawing.range"),
        }
    }
}

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// 增长, 提高.
    Up,
    /// 下降, 减少.
    Down,
}

impl Direction {
    /// `升` or `降`.
    pub fn word(self, words: &Words) -> &str {
        match self {
            Direction::Up => words.get("drawing.up"),
            Direction::Down => words.get("drawing.down"),
        }
    }
}

/// Whether a number was reached, was to be reached when the report was written, or is aimed at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// A result.
    #[default]
    Done,
    /// A result of a year that was not over, which the report only foresees (预计); its bar is paler.
    Foreseen,
    /// A target.
    Planned,
}

impl Role {
    /// `完成`, `预计` or `目标`.
    pub fn word(self, words: &Words) -> &str {
        match self {
            Role::Done => words.get("drawing.done"),
            Role::Foreseen => words.get("drawing.foreseen"),
            Role::Planned => words.get("drawing.target"),
        }
    }
}
