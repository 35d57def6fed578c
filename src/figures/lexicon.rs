//! The words that the rules know, from one file of data: a row a word, with its tags and an example.

use std::sync::{LazyLock, OnceLock};

/// What a word is to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordTag {
    /// Opens a clause and names nothing: a time, a degree, a place, a conjunction.
    Opener,
    /// Says no more than that something is done.
    EmptyVerb,
    /// After an empty verb it makes a noun of it (建设用地, 支持资金).
    NounHead,
    /// Says what is counted: 新建 tells a new thing from one that stands.
    FullVerb,
    /// Stands between a subject and its number.
    Link,
    /// A verb of placing, before or after the scope.
    Placing,
    /// In which something is placed.
    Scope,
    /// Names nothing without what it belongs to.
    BareHead,
    /// What is done with a thing once it is there; no part of its name.
    Closer,
    /// Names a measure; a list of subjects may give it only once.
    Measure,
    /// Before what came into being in the period.
    New,
    /// Names a stock.
    Total,
    /// Says what became of things that were counted.
    Predicate,
    /// Says of a phrase that it is a sentence and no name.
    Done,
    /// Stands before a head that names nothing alone, and does not say of what either.
    Modifier,
    /// A verb that ends no name: its object stands behind the number.
    Cut,
    /// Where things are counted, and no part of what they are (领域, 片区).
    Field,
    /// A deed of its own, to which the verb of a list adds nothing.
    Deed,
    /// The name of a part of the place, or of a group of places, ends with it.
    Area,
    /// Begins what a clause tells of its subject (持续, 成效).
    Told,
    /// The name of a work ends with it, or of money that is paid out.
    Work,
    /// Says of a subject that it is a sentence and no name.
    Sentence,
    /// Says what became of the things that were counted, and brings an object (纳入, 获评).
    Became,
    /// A measure that has no unit.
    Unitless,
    /// Of which grade a thing is (省级以上).
    Grade,
    /// A name that any amount may bear.
    AnyAmount,
    /// Says only in what a thing is counted.
    Counter,
    /// What is done to a thing that stands; before its name or behind it.
    Treatment,
    /// Ends no name: it leads on to what is said next.
    NoTail,
    /// Who pays, not what for.
    Payer,
    /// What is crossed when a measure has grown so large.
    Threshold,
}

/// What a word is to the rules, with a value behind `=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueTag {
    /// A verb before a thing; the value is the stage that it puts it in.
    Leads,
    /// The same of a verb behind it.
    Trails,
    /// A word that means the same as the value.
    Same,
}

const VALUE_TAGS: [&str; 3] = ["leads=", "trails=", "same="];

/// The names of the tags in the file, in the order of [`WordTag`].
const TAGS: [&str; 31] = [
    "opener",
    "empty-verb",
    "noun-head",
    "full-verb",
    "link",
    "placing",
    "scope",
    "bare-head",
    "closer",
    "measure",
    "new",
    "total",
    "predicate",
    "done",
    "modifier",
    "cut",
    "field",
    "deed",
    "area",
    "told",
    "work",
    "sentence",
    "became",
    "unitless",
    "grade",
    "any-amount",
    "counter",
    "treatment",
    "no-tail",
    "payer",
    "threshold",
];

const FILE: &str = include_str!("lexicon.txt");

/// For each of [`TAGS`] its words, in the order of the file.
static WORDS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let tagged = |name: &'static str| {
        rows().filter(move |(_, tags)| tags.split(',').any(|tag| tag == name)).map(|(word, _)| word).collect()
    };
    TAGS.into_iter().map(tagged).collect()
});

/// For each of [`VALUE_TAGS`] its words with their values, longer words first, so that the first that fits is the right one.
static VALUED: LazyLock<Vec<Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
    let valued = |name: &'static str| {
        let values = rows()
            .flat_map(move |(word, tags)| tags.split(',').filter_map(move |tag| Some((word, tag.strip_prefix(name)?))));
        let mut values: Vec<_> = values.collect();
        values.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        values
    };
    VALUE_TAGS.into_iter().map(valued).collect()
});

impl ValueTag {
    /// The words with this tag, each with its value.
    pub(super) fn words(self) -> &'static [(&'static str, &'static str)] {
        &VALUED[self as usize]
    }
}

impl WordTag {
    /// The words with this tag.
    pub(super) fn words(self) -> &'static [&'static str] {
        &WORDS[self as usize]
    }
}

/// A word with its tags.
#[derive(Debug)]
pub struct LexiconRow {
    /// The word.
    pub word: String,
    /// Its tags, between commas; none leave it none.
    pub tags: String,
}

/// An operator's rows; none once the first word was asked for.
static OWN: OnceLock<Vec<LexiconRow>> = OnceLock::new();

/// Lays an operator's rows over those of the program, for all that this process reads. `false` when it is too late: some words are in use
/// already.
pub fn lay_over_lexicon(rows: Vec<LexiconRow>) -> bool {
    OWN.set(rows).is_ok()
}

/// The rows that are laid over those of the file, as they are read.
pub fn own_words() -> String {
    OWN.get().into_iter().flatten().map(|row| format!("{}|{}\n", row.word, row.tags)).collect()
}

/// The names of all tags; those with a value end in `=`.
pub fn lexicon_tags() -> Vec<&'static str> {
    TAGS.into_iter().chain(VALUE_TAGS).collect()
}

/// Whether this is a tag, with a value where it takes one.
pub fn is_lexicon_tag(tag: &str) -> bool {
    TAGS.contains(&tag) || VALUE_TAGS.iter().any(|name| tag.strip_prefix(name).is_some_and(|value| !value.is_empty()))
}

/// All words, for those who divide text into words.
pub fn lexicon_words() -> impl Iterator<Item = &'static str> {
    rows().map(|(word, _)| word)
}

/// The verbs that stand before what is done: 新增, 建设.
pub fn lexicon_deeds() -> impl Iterator<Item = &'static str> {
    let plain = [WordTag::EmptyVerb, WordTag::FullVerb, WordTag::New].into_iter().flat_map(WordTag::words).copied();
    plain.chain(ValueTag::Leads.words().iter().map(|(word, _)| *word))
}

/// The words, each with its tags: those of the file in its order, then the operator's.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let own = OWN.get_or_init(Vec::new);
    let of_file = file_rows().filter(|(word, _)| own.iter().all(|row| row.word != *word));
    of_file.chain(own.iter().map(|row| (row.word.as_str(), row.tags.as_str())))
}

/// The words of the file, each with its tags.
fn file_rows() -> impl Iterator<Item = (&'static str, &'static str)> {
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
        assert_eq!(file_rows().count(), lines.len());
        let words: BTreeSet<&str> = file_rows().map(|(word, _)| word).collect();
        assert_eq!(words.len(), lines.len(), "a word stands twice");
        for line in lines {
            let (row, example) = line.split_once('#').unwrap_or_default();
            let (word, tags) = row.trim().split_once('|').unwrap_or_default();
            assert!(!word.is_empty() && example.contains(word), "{line}");
            assert!(tags.split(',').all(is_lexicon_tag), "{line}");
        }
    }

    #[test]
    fn every_tag_has_words() {
        assert!(WORDS.iter().all(|words| !words.is_empty()));
        assert_eq!(TAGS[WordTag::Unitless as usize], "unitless");
    }
}
