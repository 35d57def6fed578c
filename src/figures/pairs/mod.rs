//! Sets this year's results beside next year's targets where, and only where, both measure the same thing. Knows no pages.
//!
//! A pair records; it never rates. What is alike only in words is refused with the reason, so that a reader can see that it was
//! looked at.

mod likeness;
mod reason;
mod thing;
mod words;

use std::collections::BTreeSet;

pub use reason::Reason;

use super::figure::{Figure, Kind, Manner, Status};
use likeness::Likeness;
use thing::Thing;

/// A figure with the paragraph that states it: the sentence may say what the indicator leaves out.
#[derive(Clone, Copy, Debug)]
pub struct Stated<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The paragraph that the spans of the figure belong to.
    pub paragraph: &'a str,
}

/// A result and the target that goes on from it, as indices of the figures given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The result.
    pub done: usize,
    /// The target.
    pub planned: usize,
}

/// Two figures that look alike and must not stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The result.
    pub done: usize,
    /// The target.
    pub planned: usize,
    /// Why not.
    pub reason: Reason,
}

/// The pairs of results and targets among the figures of one report, in the order of the targets, and the look-alikes refused.
///
/// Each figure stands in at most one pair. Refusals are given for targets without a pair, for the few results whose names come
/// nearest.
pub fn done_and_planned(figures: &[Stated<'_>]) -> (Vec<Pair>, Vec<Refusal>) {
    let with = |status: Status| {
        let kept = move |index: &usize| {
            figures[*index].figure.status == status && figures[*index].figure.manner != Manner::Start
        };
        (0..figures.len()).filter(kept)
    };
    let (mut pairs, mut refusals) = (Vec::new(), Vec::new());
    let mut taken = BTreeSet::new();
    let likeness = Likeness::of(figures);
    for planned in with(Status::Target) {
        let mut alike = Vec::new();
        let mut found = None;
        for done in with(Status::Actual) {
            match compare(figures[done], figures[planned]) {
                // The last word on a thing is the one that stands.
                Ok(()) if !taken.contains(&done) => found = Some(done),
                Ok(()) => {}
                Err(reason) => alike.push(Refusal { done, planned, reason }),
            }
        }
        if let Some(done) = found {
            taken.insert(done);
            pairs.push(Pair { done, planned });
        } else {
            refusals.extend(nearest(figures, &likeness, alike));
        }
    }
    (pairs, refusals)
}

/// The few refusals of one target whose results come nearest to it, in the order of the text.
fn nearest(figures: &[Stated<'_>], likeness: &Likeness, alike: Vec<Refusal>) -> Vec<Refusal> {
    let likeness = |refusal: &Refusal| {
        let [done, planned] = [refusal.done, refusal.planned].map(|index| figures[index].figure);
        let measure = done.kind == planned.kind && same_unit(&done.unit, &planned.unit);
        // Another kind, unit or time misleads nobody unless the name is the same.
        let far = done.indicator != planned.indicator && (!measure || refusal.reason == Reason::Period);
        if far { 0 } else { likeness.between(refusal.done, refusal.planned) }
    };
    let mut near: Vec<(u32, Refusal)> = alike.into_iter().map(|refusal| (likeness(&refusal), refusal)).collect();
    near.retain(|(likeness, _)| *likeness >= NEAR);
    near.sort_by_key(|(likeness, refusal)| (std::cmp::Reverse(*likeness), refusal.done));
    near.truncate(MOST_REFUSALS);
    near.sort_by_key(|(_, refusal)| refusal.done);
    near.into_iter().map(|(_, refusal)| refusal).collect()
}

/// Figures that share at least this many hundredths of their weight look alike.
const NEAR: u32 = 16;
/// More look-alikes than this tell a reader nothing.
const MOST_REFUSALS: usize = 3;

/// Whether a result and a target may stand side by side, or why not.
///
/// # Errors
/// The first of the reasons that holds, the plainest first.
pub fn compare(done: Stated<'_>, planned: Stated<'_>) -> Result<(), Reason> {
    let (a, b) = (done.figure, planned.figure);
    let (one, other) = (Thing::of(&a.indicator), Thing::of(&b.indicator));
    let same = one.same(&other, sentence(done), sentence(planned));
    if same.is_err() && !one.resembles(&other) {
        return Err(Reason::Thing);
    }
    let distance = a.manner == Manner::Against || b.manner == Manner::Against;
    if a.kind != b.kind || distance {
        return Err(Reason::Kind);
    }
    if !units_agree(a, b) {
        return Err(Reason::Unit);
    }
    if !following_years(a, b) {
        return Err(Reason::Period);
    }
    if a.kind == Kind::Rank && a.scope != b.scope {
        return Err(Reason::Scope);
    }
    if stock_against_new(a, b) {
        return Err(Reason::StockAgainstIncrement);
    }
    same
}

/// The words of the sentence that states a figure.
fn sentence(stated: Stated<'_>) -> &str {
    let span = stated.figure.sentence;
    stated.paragraph.get(span.start..span.end).unwrap_or_default()
}

/// Whether both are in the same unit. Magnitudes may differ, and so may the measure words of countable things.
fn units_agree(a: &Figure, b: &Figure) -> bool {
    same_unit(&a.unit, &b.unit)
}

/// Whether two units, their magnitudes aside, measure the same: 万元 and 亿元, 家 and 处.
pub fn same_unit(a: &str, b: &str) -> bool {
    countable(a) == countable(b)
}

/// A unit without its magnitude; the measure words that count the same things are one, written as the empty word.
fn countable(unit: &str) -> &str {
    let base = magnitude(unit).1;
    if COUNTS.contains(&base) { "" } else { base }
}

/// The factor that a unit as written begins with, and the unit itself: 10 000 and 元 of 万元.
pub fn magnitude(unit: &str) -> (f64, &str) {
    let base = unit.trim_start_matches(['十', '百', '千', '万', '萬', '亿', '億']);
    let signs = unit[..unit.len() - base.len()].chars();
    let factor = signs.map(|sign| match sign {
        '十' => 1e1,
        '百' => 1e2,
        '千' => 1e3,
        '万' | '萬' => 1e4,
        _ => 1e8,
    });
    (factor.product(), base)
}

/// Measure words that count the same things in the mouth of another author.
const COUNTS: &[&str] = &["个", "家", "处", "项", "所", "座", "件", "户", "名", "人", "位", "支", "条", "场", ""];

/// Whether the target is for the year after the result; a five-year total goes with no single year.
fn following_years(a: &Figure, b: &Figure) -> bool {
    let year = |period: &str| period.parse::<u16>().ok();
    match (year(&a.period), year(&b.period)) {
        (Some(done), Some(planned)) => planned == done.saturating_add(1),
        _ => false,
    }
}

/// Whether one says what there is and the other what comes to it.
fn stock_against_new(a: &Figure, b: &Figure) -> bool {
    matches!((a.manner, b.manner), (Manner::Stock, Manner::New) | (Manner::New, Manner::Stock))
}

#[cfg(test)]
mod tests;
