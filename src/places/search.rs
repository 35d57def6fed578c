//! Finds which place is meant by a name: in full or short, alone or after the places that it lies in, in either script.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::Division;
use super::table::divisions;
use crate::text;

/// The place that `words` name: 淄川区, 淄川, 山东省淄博市淄川区. `None` for a name that the lists do not have, and for one that
/// several places share: 朝阳区 needs the city it lies in. 吉林 alone is the larger of two.
pub fn find(words: &str) -> Option<&'static Division> {
    let found = named(words);
    let first = *found.iter().find(|place| place.is_of_today()).or_else(|| found.first())?;
    found.iter().all(|other| other.today() == first.today()).then_some(first)
}

/// The name in Latin letters of the place that `words` name, without the places it lies in: `zichuan`. Places that share a name
/// have one reading, so that it is known where the place is not. `None` for a name that the lists do not have.
pub fn reading(words: &str) -> Option<String> {
    let found = named(words);
    let (first, others) = found.split_first()?;
    others.iter().all(|other| other.reading() == first.reading()).then(|| first.reading())
}

/// Whether two names are known to mean one place: 呼伦贝尔市海拉尔区 and 海拉尔区, 密云县 and 密云区.
pub fn same_place(one: &str, other: &str) -> bool {
    one == other || find(one).zip(find(other)).is_some_and(|(one, other)| one.today() == other.today())
}

/// Whether `words` are the name of a place in full, alone or after what it lies in, though several places may have it: 朝阳区.
pub fn is_full_name(words: &str) -> bool {
    let words: String = words.chars().map(text::simplified).collect();
    NAMES.full(&words).into_iter().any(|place| in_full(place, &words).is_some_and(|at| lies_in(place, &words[..at])))
}

/// The places that `words` may name: those that have the full name, else those that it shortens, and of these the largest.
fn named(words: &str) -> Vec<&'static Division> {
    let words: String = words.chars().map(text::simplified).collect();
    let is_full = |place: &&Division| in_full(place, &words).is_some_and(|at| lies_in(place, &words[..at]));
    let is_short = |place: &&Division| shortened(place, &words).is_some_and(|at| lies_in(place, &words[..at]));
    let mut found: Vec<&Division> = NAMES.full(&words).into_iter().filter(is_full).collect();
    if found.is_empty() {
        found = NAMES.short(&words).into_iter().filter(is_short).collect();
    }
    let largest = found.iter().map(|place| place.level()).min();
    found.retain(|place| Some(place.level()) == largest);
    found
}

/// Where the full name of `place` begins in `words`, if they end with it.
fn in_full(place: &Division, words: &str) -> Option<usize> {
    words.strip_suffix(place.name()).map(str::len)
}

/// Where the short name of `place` begins in `words`, if they end with it: 淄川, or 三都县 of 三都水族自治县.
fn shortened(place: &Division, words: &str) -> Option<usize> {
    let kind = place.kind().chars().next_back();
    let bare = kind.and_then(|kind| words.strip_suffix(kind)).and_then(|words| words.strip_suffix(place.short_name()));
    bare.or_else(|| words.strip_suffix(place.short_name())).map(str::len)
}

/// Whether `words` name places that `place` lies in, from the largest to the smallest; any of them may be left out.
fn lies_in(place: &Division, words: &str) -> bool {
    if words.is_empty() {
        return true;
    }
    let named = NAMES.full(words).into_iter().chain(NAMES.short(words));
    named.filter(|above| above.holds(place)).any(|above| {
        let begins = in_full(above, words).or_else(|| shortened(above, words));
        begins.is_some_and(|at| lies_in(above, &words[..at]))
    })
}

/// The places by what they are called: a build asks thousands of times, and there are thousands of places.
static NAMES: LazyLock<PlaceNames> = LazyLock::new(|| {
    let mut names = PlaceNames::default();
    for (at, place) in divisions().iter().enumerate() {
        names.full.entry(place.name()).or_default().push(at);
        names.short.entry(place.short_name()).or_default().push(at);
    }
    names
});

#[derive(Default)]
struct PlaceNames {
    full: BTreeMap<&'static str, Vec<usize>>,
    short: BTreeMap<&'static str, Vec<usize>>,
}

impl PlaceNames {
    /// The places in whose full name `words` end.
    fn full(&self, words: &str) -> Vec<&'static Division> {
        in_order(endings(words).filter_map(|end| self.full.get(end)))
    }

    /// The places in whose short name `words` end, or would without the last character, which may be the kind of the place.
    fn short(&self, words: &str) -> Vec<&'static Division> {
        let without_kind = words.char_indices().next_back().map_or(words, |(at, _)| &words[..at]);
        let ends = endings(without_kind).chain(endings(words));
        in_order(ends.filter_map(|end| self.short.get(end)))
    }
}

/// The places at these places of the table, each once, in the order of the table.
fn in_order<'n>(found: impl Iterator<Item = &'n Vec<usize>>) -> Vec<&'static Division> {
    let found: BTreeSet<usize> = found.flatten().copied().collect();
    found.into_iter().map(|at| &divisions()[at]).collect()
}

/// What some words end in, the longest first, nothing last.
fn endings(words: &str) -> impl Iterator<Item = &str> {
    words.char_indices().map(|(at, _)| &words[at..]).chain(std::iter::once(""))
}
