//! A name in the making: its words, each character with the place it was taken from, and the rules that chose them. Knows no rules.

use std::ops::{Deref, Range};

use super::stream::Stream;
use super::why::NameRule;
use crate::text::Span;

/// The name of a figure. It reads as its text does; parts of it keep the places that their characters were taken from.
#[derive(Clone, Debug, Default)]
pub(super) struct Name {
    text: String,
    /// For each character its place in the stream; none for one that a rule added.
    places: Vec<Option<usize>>,
    rules: Vec<NameRule>,
}

impl Name {
    /// The words of a range, as the report prints them.
    pub fn of(stream: &Stream<'_>, range: Range<usize>) -> Name {
        let text = stream.verbatim(range.clone());
        let places = range.map(Some).take(text.chars().count()).collect();
        Name { text, places, rules: Vec::new() }
    }

    /// The same with one more rule that worked on it.
    pub fn by(mut self, rule: NameRule) -> Name {
        self.rules.push(rule);
        self
    }

    /// The same words, given to another figure by a rule.
    pub fn again(&self, rule: NameRule) -> Name {
        Name { rules: vec![rule], ..self.clone() }
    }

    /// The same words behind 累计, for what they came to in all years; nothing is added to a name that says so.
    pub fn sum_of_all(&self) -> Name {
        if self.text.starts_with("累计") {
            return self.again(NameRule::Inherited);
        }
        Name::default().with_words("累计").with(self).by(NameRule::Inherited)
    }

    /// The part that these bytes of the text hold; no rule has chosen it yet.
    pub fn part(&self, bytes: Range<usize>) -> Name {
        let text = self.text[bytes.clone()].to_owned();
        let before = self.text[..bytes.start].chars().count();
        let places = self.places[before..before + text.chars().count()].to_vec();
        Name { text, places, rules: Vec::new() }
    }

    /// The same with the words of another name behind; the rules stay its own.
    pub fn with(mut self, other: &Name) -> Name {
        self.text.push_str(&other.text);
        self.places.extend(&other.places);
        self
    }

    /// The same with words behind that stand nowhere in the report.
    pub fn with_words(mut self, words: &str) -> Name {
        self.text.push_str(words);
        self.places.extend(words.chars().map(|_| None));
        self
    }

    /// How many bytes of the name, from its beginning, stand before `place` in the stream.
    pub fn length_before(&self, place: usize) -> usize {
        let before = self.text.chars().zip(&self.places).take_while(|(_, own)| own.is_some_and(|own| own < place));
        before.map(|(sign, _)| sign.len_utf8()).sum()
    }

    /// The name as the report prints it: in its script, with the brackets inside that belong to it.
    pub fn printed(&self, stream: &Stream<'_>) -> String {
        let mut out = String::new();
        let mut before = None;
        for (c, place) in self.text.chars().zip(&self.places) {
            if let (Some(before), Some(place)) = (before, *place)
                && place == before + 1
            {
                out.push_str(stream.within(before));
            }
            out.push_str(&stream.printed(&c.to_string()));
            before = *place;
        }
        out + before.map_or("", |last| stream.behind(last))
    }

    /// Where its first word stands in the stream, unless a rule added it.
    pub fn start(&self) -> Option<usize> {
        self.places.first().copied().flatten()
    }

    /// Where it ends in the stream, unless a rule added its last word.
    pub fn end(&self) -> Option<usize> {
        self.places.last().copied().flatten().map(|last| last + 1)
    }

    /// The rules that made the name, in order.
    pub fn rules(&self) -> &[NameRule] {
        &self.rules
    }

    /// The words it was taken from, as bytes of the paragraph, in the order of the name.
    pub fn spans(&self, stream: &Stream<'_>) -> Vec<Span> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for place in self.places.iter().flatten() {
            match ranges.last_mut().filter(|range| range.end == *place) {
                Some(range) => range.end += 1,
                None => ranges.push(*place..place + 1),
            }
        }
        ranges.into_iter().map(|range| stream.span(range)).collect()
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// Two names are the same when they read the same, wherever they come from.
impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        self.text == other.text
    }
}
