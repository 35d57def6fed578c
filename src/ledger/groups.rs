//! Paragraphs and pages are known by what stands in them: an old one is the new one that has most of it, when that has most of
//! itself from the old one.

use std::collections::BTreeMap;

/// What an old group and a new one have in common, and how much there is in each, in characters.
#[derive(Debug, Default)]
pub(super) struct Votes {
    common: BTreeMap<(usize, usize), usize>,
    old: BTreeMap<usize, usize>,
    new: BTreeMap<usize, usize>,
}

/// What became of the old groups.
#[derive(Debug, Default)]
pub(super) struct GroupAlignment {
    /// The new group that it is.
    pub to: BTreeMap<usize, usize>,
    /// The new group that most of it went into, when that is another's.
    pub into: BTreeMap<usize, usize>,
}

impl Votes {
    /// So much of the old group `old` went into the new group `new`.
    pub(super) fn went(&mut self, old: usize, new: usize, characters: usize) {
        *self.common.entry((old, new)).or_default() += characters;
    }

    /// So much is in the old group `old`.
    pub(super) fn was(&mut self, old: usize, characters: usize) {
        *self.old.entry(old).or_default() += characters;
    }

    /// So much is in the new group `new`.
    pub(super) fn is(&mut self, new: usize, characters: usize) {
        *self.new.entry(new).or_default() += characters;
    }

    /// Counts the votes.
    pub(super) fn count(&self) -> GroupAlignment {
        let mut best: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let mut back: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for ((old, new), votes) in &self.common {
            for (entry, other) in [(best.entry(*old).or_default(), *new), (back.entry(*new).or_default(), *old)] {
                if *votes > entry.0 {
                    *entry = (*votes, other);
                }
            }
        }
        let size = |of: &BTreeMap<usize, usize>, group: usize| of.get(&group).copied().unwrap_or_default();
        let mut found = GroupAlignment::default();
        for (old, (votes, new)) in best {
            let is_mutual = back.get(&new).is_some_and(|(_, other)| *other == old);
            let (was, is) = (size(&self.old, old), size(&self.new, new));
            if is_mutual && votes * 2 >= was.min(is) {
                found.to.insert(old, new);
            } else if votes * 2 >= was {
                found.into.insert(old, new);
            }
        }
        found
    }
}
