//! Quantities found in sentences: value, unit, qualifier, kind, direction, indicator, period, status. Knows no pages.
//!
//! In the order of the data: a paragraph becomes streams without brackets (`stream`); numbers are found in them (`number`,
//! `chinese`) and get their units (`unit`) and the words around them (`qualifier`, `change`, `rank`), unless they state no
//! quantity (`refusal`): a `quantity`. Lists share what is said once (`lists`). What stands left and right of a quantity
//! (`sides`) names it (`subject`, `head`, `owner`, `ellipsis`, `deal`, all through `indicator`); the words before it and the headings date it
//! (`time`, `frame`, `period`, `status`). [`pairs`] then sets results beside targets.

mod change;
mod chinese;
mod clause;
mod deal;
mod ellipsis;
mod figure;
mod frame;
mod head;
mod indicator;
mod lists;
mod manner;
mod number;
mod owner;
pub mod pairs;
mod period;
mod phrase;
mod qualifier;
mod quantity;
mod rank;
mod refusal;
mod sides;
mod status;
mod stream;
mod subject;
mod time;
mod unit;
mod words;

#[cfg(test)]
mod tests;

pub use figure::{Direction, Figure, Kind, Manner, Qualifier, Status};

use crate::text::simplified;
use period::Tense;
use quantity::Quantity;
use stream::Stream;

/// What the finder must know of the place a paragraph stands in.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The year whose tasks the report sets, if known.
    pub report_year: Option<u16>,
    /// The headings above the paragraph, the topmost first.
    pub headings: &'a [&'a str],
    /// Of several times that a heading names, the one that the paragraphs before have turned to.
    pub frame: Option<(u16, u16)>,
}

/// Reads the body of a report block by block, and keeps what the blocks before say of the time.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    report_year: Option<u16>,
    above: Vec<(u8, String)>,
    frame: Option<(u16, u16)>,
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
            self.frame = None;
        }
        self.turn(&text);
        self.above.push((level, text));
    }

    /// The quantities of the next paragraph, in order.
    pub fn paragraph(&mut self, text: &str) -> Vec<Figure> {
        let headings: Vec<&str> = self.above.iter().map(|(_, text)| text.as_str()).collect();
        let setting = Setting { report_year: self.report_year, headings: &headings, frame: self.frame };
        let figures = find(text, setting);
        self.turn(text);
        figures
    }

    fn turn(&mut self, text: &str) {
        let headings: Vec<&str> = self.above.iter().map(|(_, text)| text.as_str()).collect();
        let setting = Setting { report_year: self.report_year, headings: &headings, frame: self.frame };
        self.frame =
            frame::after(&text.chars().map(simplified).collect::<String>(), &status::section(setting)).or(self.frame);
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
    let quantities = quantity::read(stream);
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
