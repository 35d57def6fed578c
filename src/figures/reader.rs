//! Reads paragraphs, alone or one after another under their headings, into figures: calls the rules in their order. Holds none.

use super::explained::{Explained, Reading, Refused};
use super::figure::Figure;
use super::name::Name;
use super::period::{self, Tense};
use super::quantity::Quantity;
use super::setting::Setting;
use super::status::{self, Section};
use super::stream::{self, Stream};
use super::time::Years;
use super::why::PeriodRule;
use super::{cells, clause, current_years, finder, indicator, manner};
use crate::text::simplified;

/// Reads the body of a report block by block, and keeps what the blocks before say of the time.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    report_year: Option<u16>,
    above: Vec<(u8, String)>,
    current: Option<(u16, u16)>,
}

impl Reader {
    /// Begins a body whose report sets the tasks of `report_year`, if that is known.
    pub fn new(report_year: Option<u16>) -> Reader {
        Reader { report_year, ..Reader::default() }
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
    }

    /// The quantities of the next paragraph, in order.
    pub fn paragraph(&mut self, text: &str) -> Vec<Figure> {
        only_figures(self.explain(text))
    }

    /// The same with what decided each of their facts; a heading is told by its place among [`Reader::headings`].
    pub fn explain(&mut self, text: &str) -> Reading {
        let headings: Vec<&str> = self.headings().collect();
        let setting = Setting { report_year: self.report_year, headings: &headings, current: self.current };
        let reading = explain(text, setting);
        self.turn(text, current_years::after);
        reading
    }

    /// The quantities of the next row of a table, whose cells stand apart by tabs, under the row that is its head.
    pub fn row(&mut self, head: &str, row: &str) -> Vec<Figure> {
        only_figures(self.explain_row(head, row))
    }

    /// The same with what decided each of their facts. Words of the heads have no place in the row.
    pub fn explain_row(&mut self, head: &str, row: &str) -> Reading {
        let headings: Vec<&str> = self.headings().collect();
        cells::row(head, row, Setting { report_year: self.report_year, headings: &headings, current: self.current })
    }

    /// The headings above the next paragraph, the topmost first, in the script of the rules.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.above.iter().map(|(_, text)| text.as_str())
    }

    /// Keeps the time that a text turns to.
    fn turn(&mut self, text: &str, turned: fn(&str, &Section) -> Option<Years>) {
        let headings: Vec<&str> = self.headings().collect();
        let section =
            status::section(Setting { report_year: self.report_year, headings: &headings, current: self.current });
        let current = turned(&text.chars().map(simplified).collect::<String>(), &section);
        self.current = current.or(self.current);
        // A report whose masthead prints no year is of the one that its first headings tell.
        self.report_year = self.report_year.or(section.report_year);
    }
}

/// The quantities of one paragraph of the body, in order.
pub fn find(paragraph: &str, setting: Setting<'_>) -> Vec<Figure> {
    only_figures(explain(paragraph, setting))
}

/// The same with what decided each of their facts, and with the numbers that state none.
pub fn explain(paragraph: &str, setting: Setting<'_>) -> Reading {
    let mut reading = Reading::default();
    for stream in stream::streams(paragraph) {
        let (quantities, refused) = finder::quantities(&stream);
        let names = indicator::name_all(&stream, &quantities);
        let tenses = period::of_all(&stream, &quantities, setting);
        let rows = quantities.into_iter().zip(names).zip(tenses);
        reading.figures.extend(rows.map(|((quantity, name), tense)| explained(&stream, quantity, &name, tense)));
        let refused = refused.into_iter().map(|(number, why)| Refused { number: stream.span(number.at), why });
        reading.refused.extend(refused);
    }
    reading.figures.sort_by_key(|explained| explained.figure.number);
    reading.refused.sort_by_key(|refused| refused.number);
    reading
}

fn only_figures(reading: Reading) -> Vec<Figure> {
    reading.figures.into_iter().map(|explained| explained.figure).collect()
}

/// The figure that a quantity of a stream is, once it has its name and its tense.
fn explained(stream: &Stream<'_>, quantity: Quantity, name: &Name, tense: Tense) -> Explained {
    let at_end = (tense.period_why.rule == PeriodRule::Reached).then_some(tense.period_why.words);
    let (manner, manner_why) = manner::of(stream, &quantity, name, at_end);
    let figure = Figure {
        span: stream.span(quantity.words.clone()),
        number: stream.span(quantity.number.clone()),
        value: quantity.value,
        high: quantity.high,
        qualifier: quantity.qualifier,
        kind: quantity.kind,
        direction: quantity.direction,
        period: tense.period,
        status: tense.status,
        manner,
        scope: stream.printed(&manner::scope(stream, &quantity)),
        sentence: stream.span(clause::sentence(stream, quantity.number.start)),
        unit: stream.printed(&quantity.unit),
        indicator: name.printed(stream),
    };
    Explained {
        figure,
        name: name.rules().to_vec(),
        name_words: name.spans(stream),
        period: tense.period_why,
        base: tense.base,
        status: tense.status_why,
        heading: tense.heading,
        qualifier: quantity.why.qualifier,
        kind: quantity.why.kind,
        direction: quantity.why.direction,
        manner: manner_why,
    }
}
