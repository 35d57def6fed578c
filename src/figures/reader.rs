//! Reads the paragraphs and the tables of a report one after another under their headings. Holds no rules.

use super::explained::Reading;
use super::figure::{Figure, Status};
use super::outlook::Outlook;
use super::paragraph::{explain, only_figures};
use super::setting::Setting;
use super::status::{self, Section};
use super::time::Years;
use super::{cells, current_years};
use crate::text::simplified;

/// Reads the body of a report block by block, and keeps what the blocks before say of the time.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    report_year: Option<u16>,
    outlook: Outlook,
    above: Vec<(u8, String)>,
    current: Option<(u16, u16)>,
}

impl Reader {
    /// Begins a body whose report sets the tasks of `report_year`, if that is known; one that only reviews a year is of that year,
    /// and one that closes a term of years counts from the first of the next.
    pub fn new(report_year: Option<u16>, outlook: Outlook) -> Reader {
        let report_year = match outlook {
            Outlook::Tasks | Outlook::ReviewFirst | Outlook::Open => report_year,
            Outlook::Review | Outlook::Congress => report_year.and_then(|year| year.checked_add(1)),
            Outlook::Plan((first, _)) => Some(first),
        };
        Reader { report_year, outlook, ..Reader::default() }
    }

    /// Enters the section under a heading of this level.
    pub fn heading(&mut self, level: u8, text: &str) {
        let text: String = text.chars().map(simplified).collect();
        self.above.retain(|(above, _)| *above < level);
        if self.above.is_empty() {
            self.current = None;
        }
        self.turn(&text, current_years::under);
        self.above.push((level, text));
        if self.outlook == Outlook::ReviewFirst && self.status() == Some(Status::Target) {
            self.outlook = Outlook::Tasks;
        }
    }

    /// Leaves the sections of the part: what follows stands under the part's own heading, until the next.
    pub fn resume(&mut self) {
        self.above.truncate(1);
    }

    /// The quantities of the next paragraph, in order.
    pub fn paragraph(&mut self, text: &str) -> Vec<Figure> {
        only_figures(self.explain(text))
    }

    /// Goes past the next paragraph, whose quantities nobody wants: what it says of the time holds for the next.
    pub fn pass(&mut self, text: &str) {
        self.turn(text, current_years::after);
    }

    /// The same with what decided each of their facts; a heading is told by its place among [`Reader::headings`].
    pub fn explain(&mut self, text: &str) -> Reading {
        let headings: Vec<&str> = self.headings().collect();
        let setting = self.setting(&headings);
        let reading = explain(text, setting);
        self.pass(text);
        reading
    }

    /// The quantities of the next row of a table, whose cells stand apart by tabs, under the row that is its head.
    pub fn row(&mut self, head: &str, row: &str) -> Vec<Figure> {
        only_figures(self.explain_row(head, row))
    }

    /// The same with what decided each of their facts. Words of the heads have no place in the row.
    pub fn explain_row(&mut self, head: &str, row: &str) -> Reading {
        let headings: Vec<&str> = self.headings().collect();
        cells::row(head, row, self.setting(&headings))
    }

    /// Whether the next paragraph looks back or ahead, as its headings and what the paragraphs before have turned to say; `None`
    /// before the first heading.
    pub fn status(&self) -> Option<Status> {
        let headings: Vec<&str> = self.headings().collect();
        let setting = self.setting(&headings);
        status::section(setting).status
    }

    /// The years that the next paragraph is about unless its words say otherwise; `None` where no heading tells.
    pub fn years(&self) -> Option<(u16, u16)> {
        let headings: Vec<&str> = self.headings().collect();
        let setting = self.setting(&headings);
        status::section(setting).years
    }

    /// The headings above the next paragraph, the topmost first, in the script of the rules.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.above.iter().map(|(_, text)| text.as_str())
    }

    fn setting<'a>(&self, headings: &'a [&'a str]) -> Setting<'a> {
        Setting { report_year: self.report_year, headings, current: self.current, outlook: self.outlook }
    }

    /// Keeps the time that a text turns to.
    fn turn(&mut self, text: &str, turned: fn(&str, &Section) -> Option<Years>) {
        let headings: Vec<&str> = self.headings().collect();
        let section = status::section(self.setting(&headings));
        let current = turned(&text.chars().map(simplified).collect::<String>(), &section);
        self.current = current.or(self.current);
        // A report whose masthead prints no year is of the one that its first headings tell.
        self.report_year = self.report_year.or(section.report_year);
    }
}
