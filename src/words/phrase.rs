//! A phrase of a catalogue, and the places in it that are filled when it is said.

use std::collections::BTreeSet;

/// What a key says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// Whatever the number, or without one.
    Plain(String),
    /// For one, and for any other number: the categories of English in the CLDR
    /// (<https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>).
    Counted {
        /// For 1.
        one: String,
        /// For all others.
        other: String,
    },
}

impl Phrase {
    /// The wording for any number.
    pub fn other(&self) -> &str {
        match self {
            Phrase::Plain(words) | Phrase::Counted { other: words, .. } => words,
        }
    }

    /// The wording for `count` as it will be written.
    pub fn counting(&self, count: Option<&str>) -> &str {
        match (self, count) {
            (Phrase::Counted { one, .. }, Some("1")) => one,
            _ => self.other(),
        }
    }

    /// The names of its places, over all wordings.
    pub fn places(&self) -> BTreeSet<&str> {
        let wordings = match self {
            Phrase::Plain(words) => vec![words],
            Phrase::Counted { one, other } => vec![one, other],
        };
        let places = wordings.into_iter().flat_map(|words| parts(words));
        places.filter_map(|part| if let PhrasePart::Place(name) = part { Some(name) } else { None }).collect()
    }
}

/// A part of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhrasePart<'a> {
    /// Words to be shown as they are.
    Words(&'a str),
    /// The name of what is put in: `n` of `{n}`.
    Place(&'a str),
}

/// A phrase cut at its places. Braces that hold no name are words.
pub fn parts(phrase: &str) -> Vec<PhrasePart<'_>> {
    let mut parts = Vec::new();
    let (mut rest, mut from) = (phrase, 0);
    while let Some(open) = rest[from..].find('{').map(|at| from + at) {
        let inside = &rest[open + 1..];
        let name = inside.split('}').next().filter(|name| name.len() < inside.len() && is_name(name));
        let Some(name) = name else {
            from = open + 1;
            continue;
        };
        parts.extend(Some(PhrasePart::Words(&rest[..open])).filter(|_| open > 0));
        parts.push(PhrasePart::Place(name));
        (rest, from) = (&inside[name.len() + 1..], 0);
    }
    parts.extend(Some(PhrasePart::Words(rest)).filter(|_| !rest.is_empty()));
    parts
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}
