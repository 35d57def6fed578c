//! Whether a result and a target measure the same thing, or why not. Knows only the two.

use std::ops::Range;

use super::parts::{IndicatorParts, WordsAround};
use super::reason::Reason;
use super::units::{countable, same_unit};
use crate::figures::figure::{Figure, Kind, Manner};
use crate::figures::key_statistics;
use crate::figures::word_lists::lists;

/// A figure with the paragraph that states it: the sentence may say what the indicator leaves out.
#[derive(Clone, Copy, Debug)]
pub struct Stated<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The paragraph that the spans of the figure belong to.
    pub paragraph: &'a str,
}

/// A figure with its indicator taken apart once, for whoever compares it with many.
#[derive(Clone, Debug)]
pub(super) struct Measured<'a> {
    pub stated: Stated<'a>,
    parts: IndicatorParts,
}

impl<'a> Measured<'a> {
    pub fn of(stated: Stated<'a>) -> Measured<'a> {
        Measured { stated, parts: IndicatorParts::of(&stated.figure.indicator) }
    }
}

/// Whether a result and the target that goes on from it in the year after may stand side by side, or why not.
///
/// # Errors
/// The first of the reasons that holds, the plainest first.
pub fn compare(done: Stated<'_>, planned: Stated<'_>) -> Result<(), Reason> {
    compare_over(&Measured::of(done), &Measured::of(planned), 1)
}

/// The same of a target that is for the year so many `years` after the one of the result: for none, of what became of it.
pub(super) fn compare_over(done: &Measured<'_>, planned: &Measured<'_>, years: u16) -> Result<(), Reason> {
    let (a, b) = (done.stated.figure, planned.stated.figure);
    let (one, other) = (&done.parts, &planned.parts);
    let (done, planned) = (done.stated, planned.stated);
    let renamed = key_statistics::is_one_measure(&a.indicator, &b.indicator);
    let same = if renamed { Ok(()) } else { one.same(other, &words_around(done), &words_around(planned)) };
    let apart = key_statistics::are_two_measures(&a.indicator, &b.indicator);
    if apart || same.is_err() && !one.resembles(other) {
        return Err(Reason::Thing);
    }
    let distance = a.manner == Manner::Against || b.manner == Manner::Against;
    if a.kind != b.kind || distance {
        return Err(Reason::Kind);
    }
    if !same_unit(&a.unit, &b.unit) {
        return Err(Reason::Unit);
    }
    if !lie_apart(a, b, years) {
        return Err(Reason::Period);
    }
    if a.kind == Kind::Rank && a.scope != b.scope {
        return Err(Reason::Scope);
    }
    if place_in_ratio(done) != place_in_ratio(planned) {
        return Err(Reason::Thing);
    }
    if stock_against_new(a, planned) {
        return Err(Reason::StockAgainstIncrement);
    }
    same?;
    if a.doubts.is_empty() && b.doubts.is_empty() { Ok(()) } else { Err(Reason::Doubt) }
}

/// Which number of a ratio it is, counted from nothing (57.4 of `12.1：57.4：30.5` is 1); nothing where it is of none.
fn place_in_ratio(stated: Stated<'_>) -> usize {
    let before = stated.paragraph.get(..stated.figure.number.start).unwrap_or_default();
    let is_inside = |c: char| c.is_numeric() || matches!(c, '.' | '．' | ' ' | ':' | '：' | '∶' | '︰');
    let parts = before.rsplit(|c: char| !is_inside(c)).next().unwrap_or_default();
    parts.chars().filter(|c| matches!(c, ':' | '：' | '∶' | '︰')).count()
}

/// The words of the sentence that states a figure.
fn words_around(stated: Stated<'_>) -> WordsAround<'_> {
    let (sentence, words) = (stated.figure.sentence, stated.figure.span);
    let cut = words.start.clamp(sentence.start, sentence.end);
    let part = |range: Range<usize>| stated.paragraph.get(range).unwrap_or_default();
    WordsAround { before: part(sentence.start..cut), behind: part(cut..sentence.end) }
}

/// Whether the target is for the year so many years after the result; a five-year total goes with no single year.
fn lie_apart(a: &Figure, b: &Figure, years: u16) -> bool {
    let year = |period: &str| period.parse::<u16>().ok();
    match (year(&a.period), year(&b.period)) {
        (Some(done), Some(planned)) => planned == done.saturating_add(years),
        _ => false,
    }
}

/// Whether one says what there is and the other what comes to it. A number of things that are to be, where no word says that they
/// are all there will be, may as well be what comes (900 that stand, 300 to be built).
fn stock_against_new(a: &Figure, planned: Stated<'_>) -> bool {
    let b = planned.figure;
    let words = planned.paragraph.get(b.span.start..b.span.end).unwrap_or_default();
    let reaches = lists().compare_reaches.iter().any(|word| words.starts_with(word));
    let things = a.kind == Kind::Level && countable(&a.unit).is_empty() && !reaches;
    // `建设高标准农田200万亩`
    let before = planned.paragraph.get(..b.span.start).unwrap_or_default();
    let clause = before.rsplit(['，', '。', '；', '、', '：']).next().unwrap_or_default();
    let made = lists().compare_makes.iter().any(|verb| clause.contains(verb));
    // `新建省级区域医疗中心14个` against `建强22个省级区域医疗中心`
    let bettered = lists().compare_betters.iter().any(|verb| clause.contains(verb));
    if bettered && a.manner == Manner::New && b.manner == Manner::Plain {
        return true;
    }
    if made && b.manner == Manner::Plain && a.manner == Manner::Stock {
        return true;
    }
    match (a.manner, b.manner) {
        (Manner::Stock, Manner::New) | (Manner::New, Manner::Stock) => true,
        (Manner::Stock, Manner::Plain) => things,
        _ => false,
    }
}
