//! A figure whose words were found, and what is said of it in words.

use crate::chart::{self, Bound, Mark, Role};
use crate::content::FigureRow;
use crate::figures::{self, Doubt, Qualifier, Status, key_statistics};
use crate::text::Span;
use crate::words::Words;

/// Index into [`ReportSite::figures`](super::ReportSite::figures).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureIndex(pub usize);

/// A figure whose words were found.
#[derive(Debug)]
pub struct FigureSite {
    /// The row of `figures.csv`.
    pub row: FigureRow,
    /// Index into [`ReportSite::pages`](super::ReportSite::pages).
    pub page: usize,
    /// Index into [`PageSite::leaves`](super::PageSite::leaves).
    pub leaf: usize,
    /// The figure's words in the leaf.
    pub span: Span,
    /// The id of the sentence that states it.
    pub sentence: String,
    /// Indices into [`ReportSite::charts`](super::ReportSite::charts).
    pub charts: Vec<usize>,
    /// Whether it has a page of its own.
    pub has_page: bool,
    /// Whether the report prints the year that it is about; one that it does not print stands beside no number.
    pub is_year_printed: bool,
    /// Whether it is told as done while its sentence says that it is foreseen (预计).
    pub is_foreseen: bool,
    /// How many figures before it are of the same in the same words.
    pub before: usize,
}

impl FigureSite {
    /// What its page is called: `地区生产总值：增长6.5%左右`, with a number behind it when others are called so too; while something is
    /// not sure, the words of the report.
    pub fn title(&self) -> String {
        if self.row.is_in_doubt() {
            return self.row.quote.clone();
        }
        let again = if self.before > 0 { format!("（{}）", self.before + 1) } else { String::new() };
        format!("{}：{}{again}", self.row.indicator, self.said())
    }

    /// Its words as they are understood alone; what is foreseen says so.
    pub fn said(&self) -> String {
        if self.is_foreseen { key_statistics::foreseen(&self.row.said()) } else { self.row.said() }
    }

    /// Whether it is planned for a year.
    pub fn is_target_of(&self, year: u64) -> bool {
        self.row.status == Status::Target && self.row.period == year.to_string()
    }

    /// Whether a chart draws it.
    pub fn is_drawn(&self) -> bool {
        !self.charts.is_empty()
    }

    /// Year and status in words: `2023年目标`.
    pub fn dated(&self, words: &Words) -> String {
        let status = self.role().word(words);
        match self.row.period.as_str() {
            _ if !self.is_year_printed => status.to_owned(),
            period => words.fill("drawing.period", &[("period", &period), ("role", &status)]),
        }
    }

    /// What its qualifier says of the amount.
    pub fn bound(&self) -> Bound {
        bound_of(self.row.qualifier)
    }

    /// Whether it was done, is only foreseen, or is planned.
    pub fn role(&self) -> Role {
        match self.row.status {
            Status::Actual if self.is_foreseen => Role::Foreseen,
            Status::Actual => Role::Done,
            Status::Target => Role::Planned,
        }
    }

    /// How it is drawn, wherever that is: without the names and the address that the page gives it.
    pub fn mark(&self) -> Mark {
        let row = &self.row;
        Mark {
            value: row.value,
            high: row.high,
            label: self.said(),
            bound: self.bound(),
            direction: row.direction.map(|direction| match direction {
                figures::Direction::Up => chart::Direction::Up,
                figures::Direction::Down => chart::Direction::Down,
            }),
            role: self.role(),
            ..Mark::default()
        }
    }

    /// Of which scale its length is among rows of several units: amounts in one unit, changes in one unit. What came is set against
    /// nothing that was there, and a share only lies on its own whole.
    pub(super) fn scale(&self) -> String {
        let row = &self.row;
        match row.kind {
            figures::Kind::Level | figures::Kind::Change => {
                let came = if row.manner == figures::Manner::New { row.manner.name() } else { "" };
                [row.kind.name(), &row.unit, came].join(" ")
            }
            _ => String::new(),
        }
    }

    /// What is not sure of it, in words: `名称、年份存疑`; empty when nothing is.
    pub fn doubt(&self, words: &Words) -> String {
        let name = |doubt: &Doubt| match doubt {
            Doubt::Name => words.get("doubt.name"),
            Doubt::Period => words.get("doubt.period"),
            Doubt::Status => words.get("doubt.status"),
            Doubt::Value => words.get("doubt.value"),
        };
        let facts: Vec<&str> = self.row.doubts.iter().map(name).collect();
        if facts.is_empty() {
            return String::new();
        }
        words.fill("doubt.told", &[("facts", &facts.join(words.get("doubt.between")))])
    }

    /// Period and status in words: `2023 目标`.
    pub fn when(&self, words: &Words) -> String {
        format!("{} {}", self.row.period, self.role().word(words)).trim().to_owned()
    }
}

/// What a qualifier says of the amount.
fn bound_of(qualifier: Qualifier) -> Bound {
    match qualifier {
        Qualifier::Eq => Bound::Exact,
        Qualifier::Ge => Bound::AtLeast,
        Qualifier::Gt => Bound::MoreThan,
        Qualifier::Le => Bound::AtMost,
        Qualifier::Lt => Bound::LessThan,
        Qualifier::Approx => Bound::About,
        Qualifier::Near => Bound::Near,
        Qualifier::Range => Bound::Range,
    }
}
