//! The table of places, made from published lists (`tools/tables`): a row for each name that a place has or has had.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Division;

/// All names that places have or have had, by code; the name of today before those that had its code earlier.
pub fn divisions() -> &'static [Division] {
    static ALL: LazyLock<Vec<Division>> =
        LazyLock::new(|| include_str!("table.txt").lines().filter_map(Division::read).collect());
    &ALL
}

/// How a character is read in the names of places, where nearly all of them read it so: 长 is chang, 都 is du. `None` for a
/// character that no name has, or that names read in several ways.
pub fn syllable(c: char) -> Option<&'static str> {
    static READINGS: LazyLock<BTreeMap<char, Option<&'static str>>> = LazyLock::new(readings);
    READINGS.get(&c).copied().flatten()
}

fn readings() -> BTreeMap<char, Option<&'static str>> {
    let mut counts: BTreeMap<char, BTreeMap<&str, usize>> = BTreeMap::new();
    for place in divisions().iter().filter(|place| place.parent().is_some()) {
        for (c, read) in place.short_name().chars().zip(place.syllables()) {
            *counts.entry(c).or_default().entry(read).or_default() += 1;
        }
    }
    let usual = |reads: BTreeMap<&'static str, usize>| {
        let all: usize = reads.values().sum();
        reads.into_iter().find(|(_, count)| count * 4 > all * 3).map(|(read, _)| read)
    };
    counts.into_iter().map(|(c, reads)| (c, usual(reads))).collect()
}

/// A name without the kind of place that it ends with, where two characters remain: any kind that the table has.
pub fn without_kind(name: &str) -> &str {
    static KINDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let mut kinds: Vec<&str> = divisions().iter().map(Division::kind).filter(|kind| !kind.is_empty()).collect();
        kinds.sort_unstable_by_key(|kind| (std::cmp::Reverse(kind.len()), *kind));
        kinds.dedup();
        kinds
    });
    let bare = KINDS.iter().filter_map(|kind| name.strip_suffix(kind));
    bare.into_iter().find(|bare| bare.chars().nth(1).is_some()).unwrap_or(name)
}
