//! Aligns two texts: first what stands in the same words, in order and moved; then what was retyped where it stood or elsewhere,
//! what was cut in two, what was put together.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::address::AnchorKind;
use super::likeness::IN_PLACE;
use super::pairing::{AlignedPlace, Pairing};

/// What became of each place of the old text.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// The new place that it is.
    pub to: Vec<Option<usize>>,
    /// The new place that its words went into, when that is another's.
    pub into: Vec<Option<usize>>,
}

/// The same where its place does not speak for it.
const ELSEWHERE: f64 = 0.7;
/// By how much the best must be better than the second, where the place does not tell.
const CLEARLY: f64 = 0.1;
/// Which share of a sentence stands in the one that it was cut from, or that it went into.
const CONTAINED: f64 = 0.85;
/// How many pairs of characters a sentence needs to be known as a part of another.
const TELLING: usize = 5;
/// So many comparisons at most: a text that shares next to nothing with the old one has no addresses to keep.
pub(super) const COMPARED: usize = 4_000_000;
/// So many places at most are aligned in order; more than any report has.
const ORDERED: usize = 20_000;
/// So many characters tell a cell or a heading from others, when it moved.
const LONG_ENOUGH: usize = 6;

/// Aligns two sequences of places.
pub(super) fn align(old: &[AlignedPlace], new: &[AlignedPlace]) -> Alignment {
    let mut pairing = Pairing::new(old, new);
    in_order(&mut pairing);
    moved(&mut pairing);
    retyped_in_place(&mut pairing);
    retyped_elsewhere(&mut pairing);
    let into = merged(&mut pairing);
    Alignment { to: pairing.to, into }
}

/// What stands in the same words and in the same order.
fn in_order(pairing: &mut Pairing<'_>) {
    let (old, new) = (pairing.old, pairing.new);
    if old.len().max(new.len()) > ORDERED {
        return;
    }
    let keys = |units: &'_ [AlignedPlace]| units.iter().map(|unit| (unit.kind, unit.words.clone())).collect::<Vec<_>>();
    for step in capture_diff_slices(Algorithm::Patience, &keys(old), &keys(new)) {
        if let DiffOp::Equal { old_index, new_index, len } = step {
            (0..len).for_each(|at| pairing.pair(old_index + at, new_index + at));
        }
    }
}

/// What stands in the same words elsewhere: words that both texts have free once, then what stands beside such.
fn moved(pairing: &mut Pairing<'_>) {
    let mut places: BTreeMap<(AnchorKind, &str), [Vec<usize>; 2]> = BTreeMap::new();
    for at in pairing.free_old() {
        places.entry((pairing.old[at].kind, &pairing.old[at].words)).or_default()[0].push(at);
    }
    for at in pairing.free_new() {
        places.entry((pairing.new[at].kind, &pairing.new[at].words)).or_default()[1].push(at);
    }
    let is_telling = |kind: AnchorKind, words: &str| {
        matches!(kind, AnchorKind::Sentence | AnchorKind::Term | AnchorKind::Page)
            || words.chars().count() >= LONG_ENOUGH
    };
    for ((kind, words), [old, new]) in &places {
        if let ([old], [new]) = (&old[..], &new[..])
            && is_telling(*kind, words)
        {
            pairing.pair(*old, *new);
        }
    }
    beside(pairing);
    // Of words that stood there several times, and stand there as often now, each is one.
    for ((kind, words), [old, new]) in &places {
        let old: Vec<usize> = old.iter().copied().filter(|at| pairing.to[*at].is_none()).collect();
        let new: Vec<usize> = new.iter().copied().filter(|at| pairing.from[*at].is_none()).collect();
        if old.len() == new.len() && is_telling(*kind, words) {
            old.into_iter().zip(new).for_each(|(old, new)| pairing.pair(old, new));
        }
    }
}

/// What stands in the same words beside places that are known.
fn beside(pairing: &mut Pairing<'_>) {
    for at in 0..pairing.old.len() {
        if let Some(before) = at.checked_sub(1).and_then(|before| pairing.to[before])
            && before + 1 < pairing.new.len()
            && pairing.is_free_and_equal(at, before + 1)
        {
            pairing.pair(at, before + 1);
        }
    }
    for at in (0..pairing.old.len()).rev() {
        if let Some(after) = pairing.to.get(at + 1).copied().flatten()
            && after > 0
            && pairing.is_free_and_equal(at, after - 1)
        {
            pairing.pair(at, after - 1);
        }
    }
}

/// What was retyped, or cut, between neighbours that are known: the pairs in order that have most in common.
fn retyped_in_place(pairing: &mut Pairing<'_>) {
    for (old, new) in pairing.gaps() {
        if old.len() * new.len() > COMPARED / 4 {
            continue;
        }
        let old: Vec<usize> = old.collect();
        for (old, new) in best_in_order(&old, &new, |old, new| in_place(pairing, old, new)) {
            pairing.pair(old, new);
        }
    }
}

/// How much speaks for two places being the same that stand between the same neighbours; 0 when too little does.
fn in_place(pairing: &Pairing<'_>, old: usize, new: usize) -> f64 {
    if pairing.old[old].kind != pairing.new[new].kind || pairing.from[new].is_some() {
        return 0.0;
    }
    let (was, is) = pairing.likeness(old, new);
    let like = was.with(is);
    let is_part = is.len() >= TELLING && is.share_in(was) >= CONTAINED;
    let has_part = was.len() >= TELLING && was.share_in(is) >= CONTAINED;
    if like >= IN_PLACE || was.differs_in_numbers_alone(is) || is_part || has_part {
        // Of two that are alike enough, the longer one decides.
        let weight = was.len().min(is.len()) as f64 + 1.0;
        return like * weight;
    }
    0.0
}

/// Pairs of two lists in their order, so that the sum of what speaks for them is largest.
fn best_in_order(old: &[usize], new: &[usize], speaks: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let scores: Vec<f64> = old.iter().flat_map(|one| new.iter().map(|other| speaks(*one, *other))).collect();
    let mut best = vec![0.0_f64; (old.len() + 1) * width];
    for one in (0..old.len()).rev() {
        for other in (0..new.len()).rev() {
            let paired = scores[one * new.len() + other] + best[(one + 1) * width + other + 1];
            best[one * width + other] = best[(one + 1) * width + other].max(best[one * width + other + 1]).max(paired);
        }
    }
    let (mut one, mut other, mut pairs) = (0, 0, Vec::new());
    while one < old.len() && other < new.len() {
        let here = best[one * width + other];
        if here <= best[(one + 1) * width + other] {
            one += 1;
        } else if here <= best[one * width + other + 1] {
            other += 1;
        } else {
            pairs.push((old[one], new[other]));
            (one, other) = (one + 1, other + 1);
        }
    }
    pairs
}

/// What was retyped and moved: pairs that are each other's best, and clearly so.
fn retyped_elsewhere(pairing: &mut Pairing<'_>) {
    let (old, new) = (pairing.free_old(), pairing.free_new());
    if old.is_empty() || new.is_empty() || old.len() * new.len() > COMPARED {
        return;
    }
    let speaks = |old: usize, new: usize| {
        if pairing.old[old].kind != pairing.new[new].kind {
            return 0.0;
        }
        let (was, is) = pairing.likeness(old, new);
        let is_long = was.len() >= 2 * TELLING && is.len() >= TELLING;
        if is_long && was.differs_in_numbers_alone(is) { was.with(is).max(ELSEWHERE) } else { was.with(is) }
    };
    let mut first: BTreeMap<usize, (usize, f64, f64)> = BTreeMap::new();
    let mut back: BTreeMap<usize, (usize, f64, f64)> = BTreeMap::new();
    for one in &old {
        for other in &new {
            let score = speaks(*one, *other);
            rank(first.entry(*one).or_default(), *other, score);
            rank(back.entry(*other).or_default(), *one, score);
        }
    }
    for (one, (other, score, second)) in first {
        let is_mutual = back.get(&other).is_some_and(|(best, _, next)| *best == one && score - next >= CLEARLY);
        if score >= ELSEWHERE && score - second >= CLEARLY && is_mutual {
            pairing.pair(one, other);
        }
    }
}

/// Keeps the best candidate, its score, and the score of the second.
fn rank((best, score, second): &mut (usize, f64, f64), candidate: usize, own: f64) {
    if own > *score {
        (*best, *second, *score) = (candidate, *score, own);
    } else if own > *second {
        *second = own;
    }
}

/// Where the words of what has no place of its own went: into a sentence that changed and holds them.
fn merged(pairing: &mut Pairing<'_>) -> Vec<Option<usize>> {
    let mut into = vec![None; pairing.old.len()];
    let old = pairing.free_old();
    let has_changed =
        |new: &usize| pairing.from[*new].is_none_or(|old| pairing.old[old].words != pairing.new[*new].words);
    let new: Vec<usize> = (0..pairing.new.len()).filter(has_changed).collect();
    if old.len() * new.len() > COMPARED {
        return into;
    }
    for one in old {
        let mut best = (0, 0.0, 0.0);
        for other in new.iter().filter(|other| pairing.old[one].kind == pairing.new[**other].kind) {
            let (was, is) = pairing.likeness(one, *other);
            if was.len() >= TELLING {
                rank(&mut best, *other, was.share_in(is));
            }
        }
        let (other, share, second) = best;
        if share < CONTAINED || share - second < CLEARLY {
            continue;
        }
        match pairing.from[other] {
            None => pairing.pair(one, other),
            Some(_) => into[one] = Some(other),
        }
    }
    into
}
