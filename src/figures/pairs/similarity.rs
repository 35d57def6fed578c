//! How much two figures of one report look alike: the words and the unit that they share, each weighed by how rare it is there.
//! Knows no reasons.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::Stated;
use super::units::countable;
use crate::figures::figure::Figure;
use crate::figures::lexicon::ValueTag;

/// What makes figures look alike. 企业 and 项目 stand in half the names of a report and say little; 服务综合体 says much.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Trait {
    /// Two characters in a row.
    Pair(char, char),
    /// One character, wherever it stands (绿化 and 造林 of 荒山 and 矿山).
    Sign(char),
    /// The unit, its magnitude aside.
    Unit(String),
}

/// The traits of the figures of one report with their weights.
pub(super) struct Similarity {
    traits: Vec<BTreeMap<Trait, f64>>,
}

impl Similarity {
    /// Weighs the traits of all figures against one another, as the inverse document frequency does of words in a collection.
    pub fn of(figures: &[Stated<'_>]) -> Similarity {
        let mut known = BTreeSet::new();
        let mut spread: BTreeMap<Trait, u32> = BTreeMap::new();
        let traits: Vec<BTreeSet<Trait>> = figures.iter().map(|stated| traits(stated.figure)).collect();
        for (stated, own) in figures.iter().zip(&traits) {
            // A name that comes back with another number is one name.
            if known.insert((&stated.figure.indicator, countable(&stated.figure.unit))) {
                own.iter().for_each(|one| *spread.entry(one.clone()).or_default() += 1);
            }
        }
        let all = f64::from(u32::try_from(known.len()).unwrap_or(u32::MAX)).max(2.0);
        let weight = |one: &Trait| {
            let rare = (all / f64::from(spread.get(one).copied().unwrap_or(1))).ln() / all.ln();
            rare * if matches!(one, Trait::Sign(_)) { SIGN } else { 1.0 }
        };
        let weighed =
            |own: BTreeSet<Trait>| own.into_iter().map(|one| (weight(&one), one)).map(|(w, one)| (one, w)).collect();
        Similarity { traits: traits.into_iter().map(weighed).collect() }
    }

    /// How many hundredths of their weight two figures share; nothing when their names share no sign.
    pub fn between(&self, one: usize, other: usize) -> u32 {
        let [one, other] = [&self.traits[one], &self.traits[other]];
        let mut named = false;
        let mut shared = 0.0;
        for (own, weight) in one.iter().filter(|(own, _)| other.contains_key(*own)) {
            named |= !matches!(own, Trait::Unit(_));
            shared += weight;
        }
        let total: f64 = one.values().chain(other.values()).sum();
        if !named || total <= 0.0 {
            return 0;
        }
        // Between 0 and 100.
        (200.0 * shared / total).round() as u32
    }
}

/// A character alone says less than two in a row.
const SIGN: f64 = 0.4;

fn traits(figure: &Figure) -> BTreeSet<Trait> {
    let mut name = figure.indicator.clone();
    for (from, to) in ValueTag::Same.words() {
        name = name.replace(from, to);
    }
    let signs: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let pairs = signs.windows(2).map(|pair| Trait::Pair(pair[0], pair[1]));
    let unit = std::iter::once(Trait::Unit(countable(&figure.unit).to_owned()));
    pairs.chain(signs.iter().map(|sign| Trait::Sign(*sign))).chain(unit).collect()
}
