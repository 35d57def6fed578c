//! The words of the site's interface, in the language that `site.toml` asks for. The report's own words are not among them.

mod catalogue;
mod chinese;
#[cfg(test)]
mod tests;

pub use catalogue::Phrase;
pub use chinese::chinese_runs;

pub use crate::message::Language;

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::diagnostic::Diagnostic;
use crate::text::Source;

impl Language {
    /// The language of a BCP 47 tag as `site.toml` writes it; `None` when there is no catalogue for it.
    pub fn of_tag(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The tag of the language that every report is written in.
    pub const REPORT: &str = "zh-CN";

    /// Its name in the Open Graph protocol, language and territory.
    pub fn locale(self) -> &'static str {
        match self {
            Language::Chinese => "zh_CN",
            Language::English => "en_US",
        }
    }

    /// The path of its catalogue in a theme.
    pub fn file(self) -> &'static str {
        match self {
            Language::Chinese => "words/zh.toml",
            Language::English => "words/en.toml",
        }
    }

    fn embedded(self) -> &'static str {
        match self {
            Language::Chinese => include_str!("../../themes/default/words/zh.toml"),
            Language::English => include_str!("../../themes/default/words/en.toml"),
        }
    }
}

/// A checked catalogue. A key is `group.name`; every key that code and templates use is in it, which tests hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
    groups: BTreeMap<String, BTreeMap<String, Phrase>>,
}

impl Words {
    /// The catalogue that comes with the program.
    pub fn of(language: Language) -> Words {
        let source = Source::new(format!("themes/default/{}", language.file()), language.embedded());
        // A test holds that it is without fault.
        Words { language, groups: catalogue::read(&source, &mut Vec::new()) }
    }

    /// The same with the phrases of a theme's catalogue laid over it. A group that is not known is the theme's own; in a
    /// known one a key must be known, and a phrase may have only the places that the one it replaces has. Faults are
    /// reported, and their phrases stay as they were.
    #[must_use]
    pub fn overlaid(mut self, over: &Source, diagnostics: &mut Vec<Diagnostic>) -> Words {
        catalogue::lay_over(&mut self.groups, over, diagnostics);
        self
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
        for piece in pieces(phrase) {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Place(name) => {
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

/// A part of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words to be shown as they are.
    Words(&'a str),
    /// The name of what is put in: `n` of `{n}`.
    Place(&'a str),
}

/// A phrase cut at its places. Braces that hold no name are words.
pub fn pieces(phrase: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut rest, mut from) = (phrase, 0);
    while let Some(open) = rest[from..].find('{').map(|at| from + at) {
        let inside = &rest[open + 1..];
        let name = inside.split('}').next().filter(|name| name.len() < inside.len() && is_name(name));
        let Some(name) = name else {
            from = open + 1;
            continue;
        };
        pieces.extend(Some(Piece::Words(&rest[..open])).filter(|_| open > 0));
        pieces.push(Piece::Place(name));
        (rest, from) = (&inside[name.len() + 1..], 0);
    }
    pieces.extend(Some(Piece::Words(rest)).filter(|_| !rest.is_empty()));
    pieces
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}
