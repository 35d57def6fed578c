//! What the results of a year say of the targets that an earlier report set for it. Knows no rules of comparison.

use super::compare::{Measured, Stated, compare_over};
use super::pairing::is_compared;
use super::reason::Reason;
use super::similarity::Similarity;
use crate::figures::figure::{Figure, Kind};

/// What the results say of one target. Indices are of the results given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    /// The amount of the same measure; several where one amount is set for each of several things.
    Amounts(Vec<usize>),
    /// An amount that looks alike, is about the same work, and does not measure the same.
    Related(usize, Reason),
    /// None.
    NotTold,
}

/// For each target what the results say of it. A result stands beside one target at most; where two different amounts could be meant,
/// none is.
pub fn reached(targets: &[Stated<'_>], results: &[Stated<'_>]) -> Vec<Reached> {
    let all: Vec<Stated<'_>> = targets.iter().chain(results).copied().collect();
    let mut search = ResultSearch {
        similarity: Similarity::of(&all),
        results: results.iter().map(|stated| Measured::of(*stated)).collect(),
        taken: vec![false; results.len()],
    };
    let of = |(number, target): (usize, &Stated<'_>)| {
        let found = search.each(target).or_else(|| search.amount(target).reached());
        if let Some(Reached::Amounts(found)) = &found {
            found.iter().for_each(|at| search.taken[*at] = true);
        }
        found.unwrap_or_else(|| search.related(number, targets.len(), target))
    };
    targets.iter().enumerate().map(of).collect()
}

/// The results, and which of them stand beside a target already.
struct ResultSearch<'a> {
    similarity: Similarity,
    results: Vec<Measured<'a>>,
    taken: Vec<bool>,
}

/// The amounts that a target may have come to.
enum Amount {
    One(usize),
    /// Two that differ; this is the first.
    Several(usize),
    None,
}

impl Amount {
    fn reached(self) -> Option<Reached> {
        match self {
            Amount::One(at) => Some(Reached::Amounts(vec![at])),
            Amount::Several(at) => Some(Reached::Related(at, Reason::Thing)),
            Amount::None => None,
        }
    }
}

impl ResultSearch<'_> {
    /// The result of the same measure.
    fn amount(&self, target: &Stated<'_>) -> Amount {
        let planned = Measured::of(*target);
        let fits = |at: &usize| {
            let own = &self.results[*at];
            !self.taken[*at] && is_compared(own.stated.figure) && compare_over(own, &planned, 0).is_ok()
        };
        let mut found: Vec<usize> = (0..self.results.len()).filter(fits).collect();
        let of = |at: &usize| self.results[*at].stated.figure;
        // The same words again say more than a name that only means the same.
        if found.iter().any(|at| of(at).indicator == target.figure.indicator) {
            found.retain(|at| of(at).indicator == target.figure.indicator);
        }
        let Some(first) = found.first().copied() else { return Amount::None };
        if !found.iter().all(|at| is_one_amount(of(at), of(&first))) {
            return Amount::Several(first);
        }
        Amount::One(first)
    }

    /// The results of the things that one rate is set for: 城镇、农村居民收入均增长8%. An amount is of all of them together. Where one
    /// of them is told of and another is not, nobody can say what became of the whole.
    fn each(&self, target: &Stated<'_>) -> Option<Reached> {
        let figure = target.figure;
        if !matches!(figure.kind, Kind::Change | Kind::Share) || !figure.indicator.contains(BETWEEN_NAMES) {
            return None;
        }
        let (names, last) = (figure.indicator.split(BETWEEN_NAMES), figure.indicator.rsplit(BETWEEN_NAMES).next()?);
        let found: Vec<Option<usize>> = names
            .map(|name| {
                // 城镇 of 城镇、农村居民收入 has the end of its name from the last of them.
                let shared: String = last.chars().skip(name.chars().count()).collect();
                [name.to_owned(), format!("{name}{shared}")].into_iter().find_map(|indicator| {
                    let own = Figure { indicator, ..figure.clone() };
                    let Amount::One(at) = self.amount(&Stated { figure: &own, ..*target }) else { return None };
                    Some(at)
                })
            })
            .collect();
        let told: Vec<usize> = found.iter().flatten().copied().collect();
        match told.first() {
            Some(_) if told.len() == found.len() => Some(Reached::Amounts(told)),
            Some(first) => Some(Reached::Related(*first, Reason::PooledAgainstSplit)),
            None => None,
        }
    }

    /// The result that looks most like a target without measuring the same.
    fn related(&self, number: usize, targets: usize, target: &Stated<'_>) -> Reached {
        let planned = Measured::of(*target);
        let mut nearest: Option<(u32, usize, Reason)> = None;
        for (at, own) in self.results.iter().enumerate().filter(|(_, own)| is_compared(own.stated.figure)) {
            let Err(reason) = compare_over(own, &planned, 0) else { continue };
            let alike = self.similarity.between(number, targets + at);
            if alike >= NEAR && nearest.is_none_or(|(most, ..)| alike > most) {
                nearest = Some((alike, at, reason));
            }
        }
        match nearest {
            Some((_, at, Reason::Thing)) if self.says_again(target.figure, at) => Reached::Amounts(vec![at]),
            Some((_, at, reason)) => Reached::Related(at, reason),
            None => Reached::NotTold,
        }
    }

    /// Whether a result prints the very amount that was set, under nearly the same name: 实施320个年度共建项目, and 实施共建重点项目320个.
    /// A round number comes back by chance; under one long name at the end it does not.
    fn says_again(&self, target: &Figure, at: usize) -> bool {
        let own = self.results[at].stated.figure;
        let shared =
            own.indicator.chars().rev().zip(target.indicator.chars().rev()).take_while(|(a, b)| a == b).count();
        !self.taken[at] && is_one_amount(own, target) && (is_precise(target.value) || shared >= LONG_NAME)
    }
}

/// Whether a number has more than one digit that is not a zero at its end.
fn is_precise(value: f64) -> bool {
    format!("{value}").replace('.', "").trim_matches('0').len() > 1
}

/// Whether two figures say the same amount.
fn is_one_amount(one: &Figure, other: &Figure) -> bool {
    let same = |a: f64, b: f64| (a - b).abs() <= f64::EPSILON * a.abs().max(b.abs());
    one.kind == other.kind && (one.kind != Kind::Change || one.direction == other.direction) && {
        let ((factor, _), (other_factor, _)) = (super::magnitude(&one.unit), super::magnitude(&other.unit));
        same(one.value * factor, other.value * other_factor)
    }
}

/// Stands between the names of several things.
const BETWEEN_NAMES: char = '、';
/// Figures that share at least this many hundredths of their weight are about the same work.
const NEAR: u32 = 40;
/// Characters of a name that says by itself what is counted (智能化康复中心).
const LONG_NAME: usize = 6;
