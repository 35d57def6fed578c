//! Which published address is which place of the text as it stands now: by its words, by its name, by what stands in it.

use std::collections::BTreeMap;

use super::address::{Address, Anchor, AnchorKind, plain};
use super::align::{COMPARED, align};
use super::groups::{GroupAlignment, Votes};
use super::pairing::AlignedPlace;

/// In which page and which leaf each of a list of places stands, by index; what stands in none is its own.
pub(super) struct Owners {
    pub page: Vec<usize>,
    pub leaf: Vec<usize>,
}

impl Owners {
    fn of(kinds: impl Iterator<Item = AnchorKind>) -> Owners {
        let (mut page, mut leaf) = (0, 0);
        let mut owners = Owners { page: Vec::new(), leaf: Vec::new() };
        for (at, kind) in kinds.enumerate() {
            if kind == AnchorKind::Page {
                page = at;
            }
            if kind == AnchorKind::Page || kind.is_leaf() {
                leaf = at;
            }
            owners.page.push(page);
            owners.leaf.push(leaf);
        }
        owners
    }
}

/// Which address is which anchor.
pub(super) struct Matching<'f> {
    pub old: &'f [Address],
    pub new: &'f [Anchor],
    pub was: Owners,
    pub is: Owners,
    /// For each address the anchor that it is.
    pub to: Vec<Option<usize>>,
    /// For each address the anchor that its words went into.
    pub into: Vec<Option<usize>>,
    /// For each anchor whether it is some address.
    taken: Vec<bool>,
}

/// Whether a place is aligned by words of its own.
fn is_unit(kind: AnchorKind, words: &str) -> bool {
    !matches!(kind, AnchorKind::Paragraph | AnchorKind::Figure) && !words.is_empty()
}

impl<'f> Matching<'f> {
    /// Finds for each address the anchor that it is, or that its words went into.
    pub(super) fn of(old: &'f [Address], new: &'f [Anchor]) -> Matching<'f> {
        let mut matching = Matching::new(old, new);
        matching.units();
        matching.revived();
        matching.by_name();
        matching.paragraphs();
        matching.pages();
        matching.between_heading_and_page();
        matching
    }

    fn new(old: &'f [Address], new: &'f [Anchor]) -> Matching<'f> {
        Matching {
            was: Owners::of(old.iter().map(|address| address.kind)),
            is: Owners::of(new.iter().map(|anchor| anchor.kind)),
            to: vec![None; old.len()],
            into: vec![None; old.len()],
            taken: vec![false; new.len()],
            old,
            new,
        }
    }

    fn pair(&mut self, old: usize, new: usize) {
        self.to[old] = Some(new);
        self.taken[new] = true;
    }

    /// Where the words of an address went.
    fn went(&self, old: usize) -> Option<usize> {
        self.to[old].or(self.into[old])
    }

    /// Aligns what has words of its own.
    fn units(&mut self) {
        let here = |at: &usize| self.old[*at].is_here() && is_unit(self.old[*at].kind, &self.old[*at].words);
        let old: Vec<usize> = (0..self.old.len()).filter(here).collect();
        let new: Vec<usize> = self.new_units();
        let unit = |kind, words: &str| AlignedPlace { kind, words: plain(words) };
        let was: Vec<AlignedPlace> = old.iter().map(|at| unit(self.old[*at].kind, &self.old[*at].words)).collect();
        let is: Vec<AlignedPlace> = new.iter().map(|at| unit(self.new[*at].kind, &self.new[*at].words)).collect();
        let aligned = align(&was, &is);
        for (at, own) in old.into_iter().enumerate() {
            // A page is known by what stands on it; its heading is one voice.
            match (aligned.to[at], aligned.into[at]) {
                (Some(to), _) if self.old[own].kind == AnchorKind::Page => self.into[own] = Some(new[to]),
                (Some(to), _) => self.pair(own, new[to]),
                (None, into) => self.into[own] = into.map(|into| new[into]),
            }
        }
    }

    fn new_units(&self) -> Vec<usize> {
        (0..self.new.len()).filter(|at| is_unit(self.new[*at].kind, &self.new[*at].words)).collect()
    }

    /// What was gone and stands there again in the same words.
    fn revived(&mut self) {
        let mut free: BTreeMap<(AnchorKind, String), Vec<usize>> = BTreeMap::new();
        for at in self.new_units().into_iter().filter(|at| !self.taken[*at]) {
            let Anchor { kind, words, .. } = &self.new[at];
            if *kind != AnchorKind::Page {
                free.entry((*kind, plain(words))).or_default().push(at);
            }
        }
        for at in 0..self.old.len() {
            let Address { kind, words, .. } = &self.old[at];
            if !self.old[at].is_here()
                && let Some(places) = free.get_mut(&(*kind, plain(words)))
                && places.len() == 1
                && let Some(new) = places.pop()
            {
                self.pair(at, new);
            }
        }
    }

    /// What is known by its name: figures, and pages without words.
    fn by_name(&mut self) {
        let is_named =
            |kind: AnchorKind, words: &str| kind == AnchorKind::Figure || kind == AnchorKind::Page && words.is_empty();
        let old: BTreeMap<&str, usize> = (0..self.old.len())
            .filter(|at| is_named(self.old[*at].kind, &self.old[*at].words))
            .map(|at| (self.old[at].id.as_str(), at))
            .collect();
        for at in 0..self.new.len() {
            let Anchor { kind, words, counted } = &self.new[at];
            if is_named(*kind, words)
                && let Some(old) = old.get(counted.as_str())
                && self.old[*old].kind == *kind
            {
                self.pair(*old, at);
            }
        }
        // A figure that is gone leads to the sentence that stated it.
        let mut sentence = None;
        for at in 0..self.old.len() {
            match self.old[at].kind {
                AnchorKind::Sentence => sentence = Some(at),
                AnchorKind::Figure if self.to[at].is_none() && self.old[at].is_here() => {
                    let own = sentence.filter(|sentence| self.was.leaf[*sentence] == self.was.leaf[at]);
                    self.into[at] = own.and_then(|sentence| self.went(sentence));
                }
                _ => {}
            }
        }
    }

    fn paragraphs(&mut self) {
        for is_here in [true, false] {
            let mut votes = Votes::default();
            for at in (0..self.old.len()).filter(|at| self.old[*at].kind == AnchorKind::Sentence) {
                let paragraph = self.was.leaf[at];
                let Address { kind, .. } = &self.old[paragraph];
                if *kind == AnchorKind::Paragraph && self.old[paragraph].is_here() == is_here {
                    let long = self.old[at].words.chars().count();
                    votes.was(paragraph, long);
                    let went = self.went(at).map(|to| self.is.leaf[to]);
                    if let Some(new) = went.filter(|new| self.new[*new].kind == AnchorKind::Paragraph) {
                        votes.went(paragraph, new, long);
                    }
                }
            }
            for at in (0..self.new.len()).filter(|at| self.new[*at].kind == AnchorKind::Sentence) {
                votes.is(self.is.leaf[at], self.new[at].words.chars().count());
            }
            self.take(&votes.count(), is_here);
        }
    }

    fn pages(&mut self) {
        for is_here in [true, false] {
            let mut votes = Votes::default();
            for at in (0..self.old.len()).filter(|at| is_unit(self.old[*at].kind, &self.old[*at].words)) {
                let page = self.was.page[at];
                if self.old[page].is_here() == is_here && !self.old[page].words.is_empty() {
                    let long = weight(self.old[at].kind, &self.old[at].words);
                    votes.was(page, long);
                    // A page that is known by its name is nobody's but its own, whatever went there.
                    let went = self.went(at).map(|to| self.is.page[to]);
                    if let Some(new) = went.filter(|new| self.new[*new].kind == AnchorKind::Page) {
                        votes.went(page, new, long);
                    }
                }
            }
            for at in self.new_units() {
                votes.is(self.is.page[at], weight(self.new[at].kind, &self.new[at].words));
            }
            for at in (0..self.old.len()).filter(|at| self.old[*at].kind == AnchorKind::Page) {
                if self.old[at].is_here() == is_here {
                    self.into[at] = None;
                }
            }
            let mut counted = votes.count();
            let named: Vec<usize> =
                counted.to.iter().filter(|(_, new)| self.new[**new].words.is_empty()).map(|(old, _)| *old).collect();
            for old in named {
                let new = counted.to.remove(&old);
                counted.into.extend(new.map(|new| (old, new)));
            }
            self.take(&counted, is_here);
        }
    }

    /// Takes over what was found of paragraphs or pages. Of those that were gone before only what stands there again counts.
    fn take(&mut self, found: &GroupAlignment, is_here: bool) {
        for (old, new) in &found.to {
            match self.taken[*new] {
                false => self.pair(*old, *new),
                true if is_here => self.into[*old] = Some(*new),
                true => {}
            }
        }
        if is_here {
            found.into.iter().for_each(|(old, new)| self.into[*old] = Some(*new));
        }
    }

    /// A page that became a heading of another leads to that heading; a heading that became a page, to that page.
    fn between_heading_and_page(&mut self) {
        let titles = |wanted: AnchorKind| {
            let all = self.new.iter().enumerate().filter(move |(_, anchor)| anchor.kind == wanted);
            all.map(|(at, anchor)| (at, plain(&anchor.words)))
                .filter(|(_, words)| !words.is_empty())
                .collect::<Vec<_>>()
        };
        let (headings, pages) = (titles(AnchorKind::Heading), titles(AnchorKind::Page));
        let lost: Vec<usize> =
            (0..self.old.len()).filter(|at| self.to[*at].is_none() && self.old[*at].is_here()).collect();
        if lost.len() * (headings.len() + pages.len()) > COMPARED {
            return;
        }
        let mut found = Vec::new();
        for at in lost {
            let others = match self.old[at].kind {
                AnchorKind::Page => &headings,
                AnchorKind::Heading => &pages,
                _ => continue,
            };
            let own = plain(&self.old[at].words);
            let is_same = |other: &str| !own.is_empty() && (own.ends_with(other) || other.ends_with(&own));
            let places = others.iter().filter(|(_, other)| is_same(other)).map(|(new, _)| *new);
            let is_near = |new: &usize| self.into[at].is_none_or(|into| self.is.page[into] == self.is.page[*new]);
            if let [new] = places.filter(is_near).collect::<Vec<_>>()[..] {
                found.push((at, new));
            }
        }
        for (old, new) in found {
            self.into[old] = Some(new);
        }
    }
}

/// How much a place says of which page it stands on.
fn weight(kind: AnchorKind, words: &str) -> usize {
    let long = words.chars().count();
    if kind == AnchorKind::Page { 2 * long + 4 } else { long }
}
