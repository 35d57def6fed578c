//! Looks through all results of a report for the one that each target goes on from, and keeps the look-alikes refused. Knows no
//! rules of comparison.

use std::collections::BTreeSet;

use super::compare::{Measured, Stated, compare_over};
use super::reason::Reason;
use super::similarity::Similarity;
use super::units::same_unit;
use crate::figures::figure::{Figure, Manner, Status};

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
        let kept = move |index: &usize| figures[*index].figure.status == status && is_compared(figures[*index].figure);
        (0..figures.len()).filter(kept)
    };
    let (mut pairs, mut refusals) = (Vec::new(), Vec::new());
    let mut taken = BTreeSet::new();
    let similarity = Similarity::of(figures);
    let measured: Vec<Measured<'_>> = figures.iter().map(|stated| Measured::of(*stated)).collect();
    for planned in with(Status::Target) {
        let mut alike = Vec::new();
        let mut found = None;
        for done in with(Status::Actual) {
            match compare_over(&measured[done], &measured[planned], 1) {
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
            refusals.extend(nearest(figures, &similarity, alike));
        }
    }
    (pairs, refusals)
}

/// Whether a figure may stand in a pair at all: what a change began with is no result of the year.
pub fn is_compared(figure: &Figure) -> bool {
    figure.manner != Manner::Start
}

/// The few refusals of one target whose results come nearest to it, in the order of the text.
fn nearest(figures: &[Stated<'_>], similarity: &Similarity, alike: Vec<Refusal>) -> Vec<Refusal> {
    let similarity = |refusal: &Refusal| {
        let [done, planned] = [refusal.done, refusal.planned].map(|index| figures[index].figure);
        let measure = done.kind == planned.kind && same_unit(&done.unit, &planned.unit);
        // Another kind, unit or time misleads nobody unless the name is the same.
        let far = done.indicator != planned.indicator && (!measure || refusal.reason == Reason::Period);
        if far { 0 } else { similarity.between(refusal.done, refusal.planned) }
    };
    let mut near: Vec<(u32, Refusal)> = alike.into_iter().map(|refusal| (similarity(&refusal), refusal)).collect();
    near.retain(|(similarity, _)| *similarity >= NEAR);
    near.sort_by_key(|(similarity, refusal)| (std::cmp::Reverse(*similarity), refusal.done));
    near.truncate(MOST_REFUSALS);
    near.sort_by_key(|(_, refusal)| refusal.done);
    near.into_iter().map(|(_, refusal)| refusal).collect()
}

/// Figures that share at least this many hundredths of their weight look alike.
const NEAR: u32 = 16;
/// More look-alikes than this tell a reader nothing.
const MOST_REFUSALS: usize = 3;
