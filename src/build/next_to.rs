//! Which reports of a series the pages of one depend on: it leads to the years next to it, tells of the one before, and says whether
//! its neighbours do. Told by the years alone, before a report is read in full; `site::series` is the other side of this.

use std::collections::{BTreeMap, BTreeSet};

/// The years of the reports of a series, by their place in it.
pub(super) struct SeriesYears {
    years: Vec<Option<u64>>,
    /// Those of which there is one report, with its place.
    single: BTreeMap<u64, usize>,
}

impl SeriesYears {
    pub(super) fn of(years: Vec<Option<u64>>) -> SeriesYears {
        let mut found: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, year) in years.iter().enumerate() {
            if let Some(year) = year {
                found.entry(*year).or_default().push(at);
            }
        }
        let single =
            found.into_iter().filter_map(|(year, places)| <[usize; 1]>::try_from(places).ok().map(|[at]| (year, at)));
        SeriesYears { single: single.collect(), years }
    }

    /// The year of a report that stands in the series: of two of one year nobody can say which is meant.
    pub(super) fn year(&self, at: usize) -> Option<u64> {
        self.years[at].filter(|year| self.single.contains_key(year))
    }

    /// Those that stand in the series, in the order of their years.
    pub(super) fn in_order(&self) -> impl Iterator<Item = (u64, usize)> {
        self.single.iter().map(|(year, at)| (*year, *at))
    }

    /// The others that the pages of one depend on, each with what it is to it.
    pub(super) fn next_to(&self, at: usize) -> Vec<(&'static str, usize)> {
        let Some(year) = self.year(at) else { return Vec::new() };
        let older = self.single.range(..year).next_back();
        // Whether the older one tells of the year before it.
        let before = older.and_then(|(year, _)| self.single.get_key_value(&year.checked_sub(1)?));
        let newer = self.single.range(year + 1..).next();
        let named = [("older", older), ("before", before), ("newer", newer)];
        named.into_iter().filter_map(|(name, found)| Some((name, *found?.1))).collect()
    }

    /// All that must be resolved to make these: themselves, what they depend on, and whoever has a year with one of them in common, so
    /// that a year with two is one here too.
    pub(super) fn needed(&self, made: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut needed = BTreeSet::new();
        for at in (0..self.years.len()).filter(|at| made(*at)) {
            needed.extend(self.next_to(at).into_iter().map(|(_, other)| other));
            needed.insert(at);
            let twins = self.years.iter().enumerate().filter(|(_, year)| year.is_some() && **year == self.years[at]);
            needed.extend(twins.map(|(other, _)| other));
        }
        needed.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_depends_on_those_next_to_it_and_no_others() {
        let years =
            SeriesYears::of([2026, 2020, 2021, 2022, 2024, 2024, 2025].map(Some).into_iter().chain([None]).collect());
        for (at, expect) in [
            (0, vec![("older", 6)]),
            (1, vec![("newer", 2)]),
            (2, vec![("older", 1), ("newer", 3)]),
            (3, vec![("older", 2), ("before", 1), ("newer", 6)]),
            (4, vec![]),
            (6, vec![("older", 3), ("before", 2), ("newer", 0)]),
            (7, vec![]),
        ] {
            assert_eq!(years.next_to(at), expect, "{at}");
        }
        assert_eq!(years.needed(|at| at == 3), [1, 2, 3, 6]);
        assert_eq!(years.needed(|at| at == 4), [4, 5]);
        assert!(years.needed(|_| false).is_empty());
        assert_eq!(years.in_order().map(|(year, _)| year).collect::<Vec<_>>(), [2020, 2021, 2022, 2025, 2026]);
    }
}
