//! A number together with its unit and the words around it: what the finder hands to the rules of names and times. Knows no rules.

use std::ops::Range;

use super::figure::{Direction, Kind, Qualifier};
use super::stream::Stream;
use super::why::{Because, DirectionRule, KindRule, QualifierRule};
use super::word_lists::lists;
use crate::text::Span;

/// A number that states a quantity; places are characters of the stream.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity {
    /// The number alone.
    pub number: Range<usize>,
    /// From the number to the last word that belongs to it (`5%以上`).
    pub body: Range<usize>,
    /// Where the unit ends.
    pub unit_end: usize,
    /// The same with the words before it (`增长5%以上`).
    pub words: Range<usize>,
    /// Where the subject on the left ends: before the verb or the comparison that leads up to the number.
    pub subject_end: usize,
    /// A verb such as 达到 leads up to the number, so that its subject stands on the left.
    pub settled: bool,
    /// It is the distance from others (`高于全国0.7个百分点`).
    pub against: bool,
    /// One member of a ratio such as `26:36:38`.
    pub ratio: bool,
    pub value: f64,
    pub high: Option<f64>,
    pub unit: String,
    /// The bracket behind the unit that offers another one, in bytes of the paragraph: see [`super::unit::Unit`].
    pub other_unit: Option<Span>,
    pub qualifier: Qualifier,
    pub kind: Kind,
    pub direction: Option<Direction>,
    pub why: QuantityReasons,
}

impl Quantity {
    /// Bytes of the paragraph: the number with the words that belong to it, to the end of its unit's bracket. 年均 belongs to it: without
    /// that word a yearly average is the growth of all the years.
    pub fn span(&self, stream: &Stream<'_>) -> Span {
        // `平均每年实际增长8.6%`
        let real = if stream.ends(0, self.words.start, "实际") { "实际".chars().count() } else { 0 };
        let averaged = stream.longest_before(0, self.words.start - real, &lists().quantity_averages);
        // `每人每年50元` says so of its unit.
        let per_head = |length: &usize| matches!(stream.before(self.words.start - length), '人' | '户' | '月');
        let averaged = averaged.map(|length| length + real).filter(|length| !per_head(length)).unwrap_or(0);
        let foreseen = if stream.ends(0, self.words.start - averaged, "预计") { 2 } else { 0 };
        let span = stream.span(self.words.start - averaged - foreseen..self.words.end);
        let bracket = self.other_unit.filter(|_| self.words.end == self.unit_end);
        bracket.map_or(span, |bracket| Span::new(span.start, bracket.end))
    }

    /// The unit as the paragraph prints it, with its bracket.
    pub fn printed_unit(&self, stream: &Stream<'_>) -> String {
        let other = self.other_unit.map_or("", |bracket| stream.source(bracket));
        stream.printed(&self.unit) + other
    }
}

/// What decided the facts of a quantity.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct QuantityReasons {
    pub qualifier: Because<QualifierRule>,
    pub kind: Because<KindRule>,
    pub direction: Because<DirectionRule>,
    /// The verb that leads up to the number, if one does.
    pub settled: Span,
}
