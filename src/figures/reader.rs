//! Reads paragraphs, alone or one after another under their headings, into figures: calls the rules in their order. Holds none.

use super::figure::Figure;
use super::period::{self, Tense};
use super::quantity::Quantity;
use super::setting::Setting;
use super::stream::{self, Stream};
use super::{clause, current_years, finder, indicator, manner, status};
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
        self.turn(&text);
        self.above.push((level, text));
    }

    /// The quantities of the next paragraph, in order.
    pub fn paragraph(&mut self, text: &str) -> Vec<Figure> {
        let headings: Vec<&str> = self.above.iter().map(|(_, text)| text.as_str()).collect();
        let setting = Setting { report_year: self.report_year, headings: &headings, current: self.current };
        let figures = find(text, setting);
        self.turn(text);
        figures
    }

    fn turn(&mut self, text: &str) {
        let headings: Vec<&str> = self.above.iter().map(|(_, text)| text.as_str()).collect();
        let setting = Setting { report_year: self.report_year, headings: &headings, current: self.current };
        self.current =
            current_years::after(&text.chars().map(simplified).collect::<String>(), &status::section(setting))
                .or(self.current);
    }
}

/// The quantities of one paragraph of the body, in order.
pub fn find(paragraph: &str, setting: Setting<'_>) -> Vec<Figure> {
    let mut figures: Vec<Figure> =
        stream::streams(paragraph).iter().flat_map(|stream| figures_of(stream, setting)).collect();
    figures.sort_by_key(|figure| figure.number);
    figures
}

/// The quantities of one stream: the paragraph outside its brackets, or what one pair of brackets holds.
fn figures_of(stream: &Stream<'_>, setting: Setting<'_>) -> Vec<Figure> {
    let quantities = finder::quantities(stream);
    let indicators = indicator::name_all(stream, &quantities);
    let tenses = period::of_all(stream, &quantities, setting);
    let rows = quantities.into_iter().zip(indicators).zip(tenses);
    rows.map(|((quantity, indicator), tense)| figure(stream, quantity, indicator, tense)).collect()
}

fn figure(stream: &Stream<'_>, quantity: Quantity, indicator: String, tense: Tense) -> Figure {
    Figure {
        span: stream.span(quantity.words.clone()),
        number: stream.span(quantity.number.clone()),
        value: quantity.value,
        high: quantity.high,
        qualifier: quantity.qualifier,
        kind: quantity.kind,
        direction: quantity.direction,
        period: tense.period,
        status: tense.status,
        manner: manner::of(stream, &quantity, &indicator),
        scope: stream.printed(&manner::scope(stream, &quantity)),
        sentence: stream.span(clause::sentence(stream, quantity.number.start)),
        unit: stream.printed(&quantity.unit),
        indicator: stream.printed(&indicator),
    }
}
