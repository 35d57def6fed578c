//! Tables of words: a row is a list, its name, a blank, then its words with `|` between two; rows that begin with `#` say what it is.

/// The words of a row, longer ones first so that the first that fits is the right one; empty where the table has no such row.
pub fn word_list(table: &'static str, name: &str) -> Vec<&'static str> {
    let row = table.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    let mut words: Vec<&str> = row.map(|words| words.split('|').collect()).unwrap_or_default();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// The names of the rows of a table. Panics where a row holds no word, or one twice: tables are part of the program, and tests ask this.
#[cfg(test)]
pub fn heads(table: &'static str) -> Vec<&'static str> {
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    let head = |row: &'static str| {
        let (name, _) = row.split_once(' ').unwrap_or_else(|| panic!("{row:?} is no row"));
        let words = word_list(table, name);
        let once: std::collections::BTreeSet<&&str> = words.iter().collect();
        assert!(words.iter().all(|word| !word.is_empty()) && once.len() == words.len(), "{name}");
        name
    };
    rows.map(head).collect()
}

/// Makes `lists()`, which reads the rows of a table once and holds each under its name, and for tests the names.
macro_rules! word_lists {
    ($table:ident; $($name:ident),+ $(,)?) => {
        /// The rows of the table.
        pub(super) struct Lists { $(pub $name: Vec<&'static str>),+ }

        /// All rows, read once.
        pub(super) fn lists() -> &'static Lists {
            static LISTS: std::sync::LazyLock<Lists> = std::sync::LazyLock::new(|| Lists {
                $($name: $crate::text::word_list($table, stringify!($name))),+
            });
            &LISTS
        }

        /// The names of the rows.
        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}

pub(crate) use word_lists;

/// The first of some words that `text` begins with.
pub fn begins<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| text.starts_with(word))
}

/// The first of some words that `text` ends with.
pub fn ends<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| text.ends_with(word))
}

/// The first of some words that stand in `text`, and where.
pub fn holds(text: &str, words: &[&str]) -> Option<(usize, usize)> {
    words.iter().find_map(|word| text.find(word).map(|at| (at, at + word.len())))
}
