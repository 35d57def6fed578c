//! The words of one language, looked up by key and filled.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::catalogue;
use super::phrase::{Phrase, PhrasePart, parts};
use crate::diagnostic::Checked;
use crate::message::Language;
use crate::text::Source;

/// A checked catalogue. A key is `group.name`; every key that code and templates use is in it, which tests hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
    groups: BTreeMap<String, BTreeMap<String, Phrase>>,
}

impl Words {
    /// The catalogue that comes with the program.
    pub fn of(language: Language) -> Words {
        let source = Source::new(format!("themes/default/{}", language.file()), embedded(language));
        // A test holds that it is without fault.
        Words { language, groups: catalogue::read(&source, &mut Vec::new()) }
    }

    /// The same with the phrases of a theme's catalogue laid over it. A group that is not known is the theme's own; in a
    /// known one a key must be known, and a phrase may have only the places that the one it replaces has. Faults are
    /// reported, and their phrases stay as they were.
    pub fn overlaid(mut self, over: &Source) -> Checked<Words> {
        let mut diagnostics = Vec::new();
        catalogue::lay_over(&mut self.groups, over, &mut diagnostics);
        Checked { value: self, diagnostics }
    }

    /// The language that the words are in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether words of a report stand out from these and must be marked as Chinese.
    pub fn are_foreign(&self) -> bool {
        self.language != Language::Chinese
    }

    /// The phrase as it stands; a key that is not there stands for itself, so that it is seen.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.phrase(key).map_or(key, Phrase::other)
    }

    /// The phrase under a key that is put together; empty when it is not there.
    pub fn find(&self, key: &str) -> &str {
        self.phrase(key).map_or("", Phrase::other)
    }

    /// The phrase with its places filled: `{n}` by what `with` says of `n`. A phrase that counts does so by `n`.
    pub fn fill(&self, key: &str, with: &[(&str, &dyn Display)]) -> String {
        let with: Vec<(&str, String)> = with.iter().map(|(name, value)| (*name, value.to_string())).collect();
        debug_assert!(self.tells_all(key, &with), "a place of {key} is left open");
        let count = with.iter().find(|(name, _)| *name == "n").map(|(_, value)| value.as_str());
        let phrase = self.phrase(key).map_or(key, |phrase| phrase.counting(count));
        let mut filled = String::with_capacity(phrase.len() + 32);
        for part in parts(phrase) {
            match part {
                PhrasePart::Words(words) => filled.push_str(words),
                PhrasePart::Place(name) => {
                    filled.push_str(with.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
                }
            }
        }
        filled
    }

    /// Everything, by group and name, for templates.
    pub fn groups(&self) -> &BTreeMap<String, BTreeMap<String, Phrase>> {
        &self.groups
    }

    /// Whether `with` fills every place of a phrase.
    fn tells_all(&self, key: &str, with: &[(&str, String)]) -> bool {
        let told = |place: &str| with.iter().any(|(name, _)| *name == place);
        self.phrase(key).is_none_or(|phrase| phrase.places().into_iter().all(told))
    }

    fn phrase(&self, key: &str) -> Option<&Phrase> {
        let (group, name) = key.split_once('.')?;
        self.groups.get(group)?.get(name)
    }
}

/// The catalogue that comes with the program.
pub(super) fn embedded(language: Language) -> &'static str {
    match language {
        Language::Chinese => include_str!("../../themes/default/words/zh.toml"),
        Language::English => include_str!("../../themes/default/words/en.toml"),
    }
}
