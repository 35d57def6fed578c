//! What is known beforehand of the words of a text: names that no line parts, words, and verbs with which clauses begin.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::digits::is_digit;
use super::numeral::is_numeral;
use super::word_lists::word_list;

/// The names of organs, meetings and their reports, the longest first.
static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| word_list(include_str!("names.txt"), "names"));
/// The longest word that is looked for, in characters: longer ones are made of words, and a line may end inside them.
const LONGEST: usize = 3;

/// Names, words and verbs, as far as they are known.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    names: Vec<String>,
    words: BTreeSet<String>,
    deeds: BTreeSet<String>,
}

impl Vocabulary {
    /// A name that stands whole.
    pub(super) fn add_name(&mut self, name: &str) {
        if name.chars().count() > 1 {
            self.names.push(name.to_owned());
        }
    }

    /// A word; one of a single character tells nothing.
    pub(super) fn add_word(&mut self, word: &str) {
        if word.chars().count() > 1 {
            self.words.insert(word.to_owned());
        }
    }

    /// A verb before what is done: 新增, 建设.
    pub(super) fn add_deed(&mut self, verb: &str) {
        self.add_word(verb);
        self.deeds.insert(verb.to_owned());
    }

    /// Where names and ordinals stand in `text`: of two that overlap the one that begins first, of two that begin together the longer.
    pub(super) fn names_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let own = self.names.iter().map(String::as_str).chain(NAMES.iter().copied());
            let own = own.filter(|name| text[at..].starts_with(name)).map(str::len);
            let name = own.chain(ordinal(&text[at..])).max();
            if let Some(length) = name {
                found.push(at..at + length);
            }
            at += name.unwrap_or(c.len_utf8());
        }
        found
    }

    /// How many characters the known words have that `text` ends with, two at least.
    pub(super) fn words_at_end<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let ends = text.char_indices().rev().take(LONGEST).enumerate().skip(1);
        ends.filter(|(_, (at, _))| self.words.contains(&text[*at..])).map(|(before, _)| before + 1)
    }

    /// The length in bytes of the verb that `clause` begins with; 0 when it begins with none.
    pub(super) fn deed(&self, clause: &str) -> usize {
        let ends = clause.char_indices().skip(2).take(LONGEST - 1).map(|(at, _)| at);
        ends.filter(|end| self.deeds.contains(&clause[..*end])).max().unwrap_or(0)
    }
}

/// The length of the ordinal of a meeting that `text` begins with: 第十四届, 第3次.
fn ordinal(text: &str) -> Option<usize> {
    let number = text.strip_prefix('第')?.trim_start_matches(|c: char| is_numeral(c) || is_digit(c));
    let counted = number.strip_prefix(['届', '屆', '次'])?;
    Some(text.len() - counted.len())
}
