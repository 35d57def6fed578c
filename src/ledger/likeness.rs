//! How much two sentences have in common, by their pairs of neighbouring characters. Unrelated sentences of reports share one
//! pair in ten, a retyped one most.

use super::address::plain;

/// Whether the words `is` are `was` retyped: another number in the same words, or most of them as they were.
pub fn is_retyped(was: &str, is: &str) -> bool {
    let (was, is) = (Likeness::of(&plain(was)), Likeness::of(&plain(is)));
    was.differs_in_numbers_alone(&is) || was.with(&is) >= IN_PLACE
}

/// How much a retyped sentence has in common with the old one where it stands in its place.
pub(super) const IN_PLACE: f64 = 0.6;

/// A sentence as it is compared.
#[derive(Debug)]
pub(super) struct Likeness {
    /// Its pairs, sorted, the edges of the sentence among them, so that short sentences have enough.
    pairs: Vec<(char, char)>,
    /// The pairs inside its clauses, sorted.
    inner: Vec<(char, char)>,
    /// The words with one sign for each number.
    numberless: String,
}

/// Stands for the edge of a sentence.
const EDGE: char = '\0';

impl Likeness {
    pub(super) fn of(words: &str) -> Likeness {
        let chars: Vec<char> = std::iter::once(EDGE).chain(words.chars()).chain([EDGE]).collect();
        let mut pairs: Vec<(char, char)> = chars.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        let is_inner = |pair: &&(char, char)| pair.0.is_alphanumeric() && pair.1.is_alphanumeric();
        let inner = pairs.iter().filter(is_inner).copied().collect();
        let mut numberless = String::new();
        for c in words.chars() {
            match c.is_ascii_digit() || c == '.' {
                true if numberless.ends_with('0') => {}
                true => numberless.push('0'),
                false => numberless.push(c),
            }
        }
        Likeness { pairs, inner, numberless }
    }

    /// From 0 for nothing in common to 1 for the same pairs.
    pub(super) fn with(&self, other: &Likeness) -> f64 {
        let both = common(&self.pairs, &other.pairs);
        ratio(2 * both, self.pairs.len() + other.pairs.len())
    }

    /// Whether both say the same but for their numbers.
    pub(super) fn differs_in_numbers_alone(&self, other: &Likeness) -> bool {
        self.numberless == other.numberless
    }

    /// Which share of this one stands in `other`.
    pub(super) fn share_in(&self, other: &Likeness) -> f64 {
        ratio(common(&self.inner, &other.inner), self.inner.len())
    }

    /// How many pairs it has, which is about how long it is.
    pub(super) fn len(&self) -> usize {
        self.inner.len()
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// How many pairs two sorted lists have in common, each as often as it stands in both.
fn common(a: &[(char, char)], b: &[(char, char)]) -> usize {
    let (mut at, mut other, mut found) = (0, 0, 0);
    while let (Some(one), Some(two)) = (a.get(at), b.get(other)) {
        match one.cmp(two) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => other += 1,
            std::cmp::Ordering::Equal => (at, other, found) = (at + 1, other + 1, found + 1),
        }
    }
    found
}
