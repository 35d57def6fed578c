//! Which place of the old text is which of the new one, as far as that is known yet.

use std::ops::Range;

use super::address::AnchorKind;
use super::likeness::Likeness;

/// A place with words of its own, as it is aligned.
#[derive(Debug)]
pub(super) struct AlignedPlace {
    pub kind: AnchorKind,
    /// Without white space.
    pub words: String,
}

/// Old places and new ones, and which were found to be the same.
pub(super) struct Pairing<'u> {
    pub old: &'u [AlignedPlace],
    pub new: &'u [AlignedPlace],
    /// For each old place the new one that it is.
    pub to: Vec<Option<usize>>,
    /// For each new place the old one that it was.
    pub from: Vec<Option<usize>>,
    likeness: [Vec<Likeness>; 2],
}

impl<'u> Pairing<'u> {
    pub(super) fn new(old: &'u [AlignedPlace], new: &'u [AlignedPlace]) -> Pairing<'u> {
        let of = |units: &[AlignedPlace]| units.iter().map(|unit| Likeness::of(&unit.words)).collect();
        Pairing { old, new, to: vec![None; old.len()], from: vec![None; new.len()], likeness: [of(old), of(new)] }
    }

    pub(super) fn pair(&mut self, old: usize, new: usize) {
        self.to[old] = Some(new);
        self.from[new] = Some(old);
    }

    /// Whether both are known to be no one else's yet and stand in the same words.
    pub(super) fn is_free_and_equal(&self, old: usize, new: usize) -> bool {
        self.is_free(old, new) && self.old[old].words == self.new[new].words
    }

    fn is_free(&self, old: usize, new: usize) -> bool {
        self.to[old].is_none() && self.from[new].is_none() && self.old[old].kind == self.new[new].kind
    }

    pub(super) fn free_old(&self) -> Vec<usize> {
        (0..self.old.len()).filter(|at| self.to[*at].is_none()).collect()
    }

    pub(super) fn free_new(&self) -> Vec<usize> {
        (0..self.new.len()).filter(|at| self.from[*at].is_none()).collect()
    }

    pub(super) fn likeness(&self, old: usize, new: usize) -> (&Likeness, &Likeness) {
        (&self.likeness[0][old], &self.likeness[1][new])
    }

    /// The runs of old places that nobody knows, each with the new ones that stand where its neighbours went.
    pub(super) fn gaps(&self) -> Vec<(Range<usize>, Vec<usize>)> {
        let mut gaps = Vec::new();
        let mut at = 0;
        while at < self.old.len() {
            if self.to[at].is_some() {
                at += 1;
                continue;
            }
            let start = at;
            while at < self.old.len() && self.to[at].is_none() {
                at += 1;
            }
            let behind = start.checked_sub(1).map_or(Some(0), |before| self.to[before].map(|new| new + 1));
            let before = if at == self.old.len() { Some(self.new.len()) } else { self.to[at] };
            let is_free = |new: &usize| self.from[*new].is_none();
            let mut there: Vec<usize> =
                behind.into_iter().flat_map(|from| (from..self.new.len()).take_while(is_free)).collect();
            there.extend(before.into_iter().flat_map(|to| (0..to).rev().take_while(is_free)));
            there.sort_unstable();
            there.dedup();
            gaps.push((start..at, there));
        }
        gaps
    }
}
