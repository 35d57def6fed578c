//! The words that the rules know, from one file of data: a row a word, with its tags and an example.

use std::sync::LazyLock;

/// What a word is to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordTag {
    /// Says what became of things that were counted.
    Predicate,
    /// Says of a phrase that it is a sentence and no name.
    Done,
    /// Stands before a head that names nothing alone, and does not say of what either.
    Modifier,
    /// Names nothing without what it belongs to.
    Bare,
    /// A verb that ends no name: its object stands behind the number.
    Cut,
}

/// The names of the tags in the file.
const TAGS: [(&str, WordTag); 5] = [
    ("predicate", WordTag::Predicate),
    ("done", WordTag::Done),
    ("modifier", WordTag::Modifier),
    ("bare", WordTag::Bare),
    ("cut", WordTag::Cut),
];

const FILE: &str = include_str!("lexicon.txt");

/// For each of [`TAGS`] its words, in the order of the file.
static WORDS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let tagged = |name: &'static str| {
        rows().filter(move |(_, tags)| tags.split(',').any(|tag| tag == name)).map(|(word, _)| word).collect()
    };
    TAGS.iter().map(|(name, _)| tagged(name)).collect()
});

impl WordTag {
    /// The words with this tag.
    pub(super) fn words(self) -> &'static [&'static str] {
        let at = TAGS.iter().position(|(_, tag)| *tag == self);
        at.map_or(&[], |at| &WORDS[at])
    }
}

/// The words of the file, each with its tags.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = FILE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| line.split('#').next()?.trim().split_once('|'))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_row_is_a_word_of_its_own_with_known_tags_and_an_example_that_holds_it() {
        let lines: Vec<&str> = FILE.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(rows().count(), lines.len());
        let words: BTreeSet<&str> = rows().map(|(word, _)| word).collect();
        assert_eq!(words.len(), lines.len(), "a word stands twice");
        for line in lines {
            let (row, example) = line.split_once('#').unwrap_or_default();
            let (word, tags) = row.trim().split_once('|').unwrap_or_default();
            assert!(!word.is_empty() && example.contains(word), "{line}");
            assert!(tags.split(',').all(|tag| TAGS.iter().any(|(name, _)| *name == tag)), "{line}");
        }
    }

    #[test]
    fn every_tag_has_words() {
        assert!(TAGS.iter().all(|(_, tag)| !tag.words().is_empty()));
    }
}
