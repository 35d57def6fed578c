//! What the words around a number say of it by themselves, under whatever heading they stand: what a row of a table is held
//! to. Knows no names.

use super::figure::{Direction, Kind, Qualifier, Status};
use super::setting::Setting;
use super::stream::{self, Stream};
use super::{change, finder, period};
use crate::text::Span;

/// A quantity as its words state it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadFigure {
    /// Bytes of the paragraph: the number with the words that belong to it (`增长6.5%左右`).
    pub span: Span,
    /// Bytes of the paragraph of the number itself.
    pub number: Span,
    /// The number as written.
    pub value: f64,
    /// The high end of a range.
    pub high: Option<f64>,
    /// The unit as written.
    pub unit: String,
    /// 左右, 以上 and the like.
    pub qualifier: Qualifier,
    /// What kind of quantity it is.
    pub kind: Kind,
    /// For changes: up or down.
    pub direction: Option<Direction>,
    /// Done or planned, where the words say so whether their section looks back or ahead.
    pub status: Option<Status>,
}

/// The quantities of a paragraph in order; `report_year` is the year whose tasks the report sets.
pub fn stated(paragraph: &str, report_year: Option<u16>) -> Vec<ReadFigure> {
    let mut found: Vec<ReadFigure> =
        stream::streams(paragraph).iter().flat_map(|stream| of_stream(stream, report_year)).collect();
    found.sort_by_key(|stated| stated.number);
    found
}

fn of_stream(stream: &Stream<'_>, report_year: Option<u16>) -> Vec<ReadFigure> {
    let (quantities, _) = finder::quantities(stream);
    // Under a heading that looks back, under one that looks ahead, and under none.
    let tenses = [&["工作回顾"][..], &["工作安排"], &[]]
        .map(|headings| period::of_all(stream, &quantities, Setting { report_year, headings, ..Setting::default() }));
    let agreed = |at: usize| {
        let status = tenses[0][at].status;
        tenses.iter().all(|under| under[at].status == status).then_some(status)
    };
    let statuses: Vec<Option<Status>> = (0..quantities.len()).map(agreed).collect();
    let rows = quantities.into_iter().zip(statuses);
    rows.map(|(quantity, status)| ReadFigure {
        span: quantity.span(stream),
        number: stream.span(quantity.number.clone()),
        value: quantity.value,
        high: quantity.high,
        unit: quantity.printed_unit(stream),
        qualifier: quantity.qualifier,
        kind: quantity.kind,
        direction: quantity.direction,
        status,
    })
    .collect()
}

/// Whether a word of growth, or of decline, stands anywhere in the words.
pub fn holds_change(words: &str, direction: Direction) -> bool {
    stream::streams(words).iter().any(|stream| {
        let ends_here = |end: usize| {
            let said = [change::ending(stream, 0, end), change::noun_ending(stream, 0, end)];
            said.into_iter().flatten().any(|(_, way)| way == direction)
        };
        (1..=stream.len()).any(ends_here)
    })
}
