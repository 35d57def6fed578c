//! Reads a paragraph into figures: calls the rules in their order. Holds none.

use super::explained::{Explained, Reading, Refused};
use super::figure::{Figure, Kind};
use super::name::Name;
use super::period::{self, Tense};
use super::quantity::Quantity;
use super::setting::Setting;
use super::stream::{self, Stream};
use super::why::PeriodRule;
use super::{clause, doubt, finder, indicator, manner};

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
        let rows = rows.map(|((quantity, name), tense)| explained(&stream, quantity, &name, tense));
        let mut rows: Vec<Explained> = rows.collect();
        doubt::carry(&mut rows);
        reading.figures.extend(rows);
        let refused = refused.into_iter().map(|(number, why)| Refused { number: stream.span(number.at), why });
        reading.refused.extend(refused);
    }
    reading.figures.sort_by_key(|explained| explained.figure.number);
    reading.refused.sort_by_key(|refused| refused.number);
    reading
}

pub(super) fn only_figures(reading: Reading) -> Vec<Figure> {
    reading.figures.into_iter().map(|explained| explained.figure).collect()
}

/// The figure that a quantity of a stream is, once it has its name and its tense.
fn explained(stream: &Stream<'_>, quantity: Quantity, name: &Name, tense: Tense) -> Explained {
    let name = &in_all(stream, &quantity, name, &tense);
    let at_end = (tense.period_why.rule == PeriodRule::Reached).then_some(tense.period_why.words);
    let (manner, manner_why) = manner::of(stream, &quantity, name, at_end);
    let doubts = doubt::of(stream, &quantity, name, &tense, manner);
    let figure = Figure {
        span: quantity.span(stream),
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
        unit: quantity.printed_unit(stream),
        indicator: name.printed(stream),
        doubts: doubts.iter().map(|because| because.rule.doubt()).collect(),
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
        doubts,
    }
}

/// The name with the 累计 before it, where it stands in a year: without that word the sum of all years reads as that of one.
fn in_all(stream: &Stream<'_>, quantity: &Quantity, name: &Name, tense: &Tense) -> Name {
    // A bare head has no deed of its own (`累计完成投入33.4亿元`).
    let bare = name.chars().count() <= LONGEST_BARE;
    let sums: &[&str] = if bare { &["累计"] } else { &["累计完成", "累计实现", "累计"] };
    let said = |start: usize| sums.iter().find(|sum| stream.ends(0, start, sum));
    let sums = |start: &usize| *start < quantity.number.start && said(*start).is_some();
    let of_year = quantity.kind == Kind::Level && !tense.period.contains('-');
    match name.start().filter(sums).filter(|_| of_year) {
        Some(start) => {
            let length = said(start).map_or(0, |sum| sum.chars().count());
            let said = Name::of(stream, start - length..start).with(name);
            name.rules().iter().fold(said, |said, rule| said.by(*rule))
        }
        None => name.clone(),
    }
}

/// A head that says nothing of its own has no more characters (投入, 总投资).
const LONGEST_BARE: usize = 3;
