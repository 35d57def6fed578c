//! The words of the rules, read from their table. Knows no rules.

/// A row is a list: its name, then its words with `|` between two.
const TABLE: &str = include_str!("words.txt");

/// The words of a row, longer ones first so that the first that fits is the right one; a test holds that every list has its row.
fn row(name: &str) -> Vec<&'static str> {
    let row = TABLE.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    let mut words: Vec<&str> = row.map(|words| words.split('|').collect()).unwrap_or_default();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

macro_rules! lists {
    ($($name:ident),+ $(,)?) => {
        /// The rows of the table.
        pub(super) struct Lists { $(pub $name: Vec<&'static str>),+ }

        /// All rows, read once.
        pub(super) fn lists() -> &'static Lists {
            static LISTS: std::sync::LazyLock<Lists> =
                std::sync::LazyLock::new(|| Lists { $($name: row(stringify!($name))),+ });
            &LISTS
        }

        /// The names of the rows.
        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}

lists!(
    lead,
    ensure,
    strive,
    passed,
    fact,
    setting,
    preamble,
    vague,
    uncounted,
    unended,
    finish,
    finish_tail,
    finish_tail_of_thing,
    finish_between,
    start,
    start_tail,
    start_tail_of_thing,
    status,
    status_tail,
    passing,
    examination,
    coverage,
    coverage_as_manner,
    writing,
    written,
    making,
    made,
    founding,
    opening,
    route,
    unending,
    thing,
    thought,
    time,
    in_time,
    goes_on,
    spending,
    of_thing,
    size,
    pushed,
    project,
    support,
    building,
    counter,
    building_counter,
    aspect,
    noun_behind,
    manner_behind,
);

/// The first of some words that `text` begins with.
pub(super) fn begins<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| text.starts_with(word))
}

/// The first of some words that `text` ends with.
pub(super) fn ends<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| text.ends_with(word))
}

/// The first of some words that stand in `text`, and where.
pub(super) fn holds(text: &str, words: &[&str]) -> Option<(usize, usize)> {
    words.iter().find_map(|word| text.find(word).map(|at| (at, at + word.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_its_row_and_every_row_its_list() {
        let rows: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        let heads: Vec<&str> = rows.iter().filter_map(|row| Some(row.split_once(' ')?.0)).collect();
        assert_eq!(heads, NAMES);
        for name in NAMES {
            let words = row(name);
            let once: std::collections::BTreeSet<&&str> = words.iter().collect();
            assert!(
                !words.is_empty() && words.iter().all(|word| !word.is_empty()) && once.len() == words.len(),
                "{name}"
            );
        }
    }
}
