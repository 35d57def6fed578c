//! Terms: reading the glossary's entries, finding where each is mentioned. Knows no reports and no pages.

mod heading;

pub use heading::split_heading;

use crate::diagnostic::Checked;
use crate::text::{Source, Span};

/// One entry of a glossary, every character of it kept: `mark + term + separator + definition` is what the source prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The entry's number (29); where the source prints none, its rank in the list.
    pub number: u32,
    /// The number as printed (`1．`, `［3］`), empty where none is.
    pub mark: String,
    /// The term as printed, with its quotes (`“431”现代产业体系`).
    pub term: String,
    /// What stands between term and definition (`：`).
    pub separator: String,
    /// The paragraphs of the definition.
    pub definition: Vec<String>,
    /// Other ways in which the report says the term.
    pub aliases: Vec<String>,
    /// Phrases that look like the term and are not; a mention inside one is not linked.
    pub not: Vec<String>,
    /// The line in the source that the entry begins on, from 1.
    pub line: usize,
}

/// A place where a text mentions a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The entry's number.
    pub number: u32,
    /// Bytes of the text that was searched.
    pub span: Span,
}

/// Reads entries from the lines (number, bytes and text of each) that follow a glossary's heading.
pub fn read_entries(_source: &Source, _lines: &[(usize, Span, &str)]) -> Checked<Vec<Entry>> {
    Checked::default()
}

/// Finds the other forms in which `paragraphs` say the terms (see the rules at the function), and gives each entry its
/// `aliases`: the guess is made once, at import, and written down where a person can see and mend it.
pub fn propose_aliases(_entries: &mut [Entry], _paragraphs: &[&str]) {}

/// Searches texts for the terms of a glossary.
pub struct Matcher {}

impl Matcher {
    /// A matcher for the terms and aliases of `entries`; nothing else is ever linked.
    pub fn new(_entries: &[Entry]) -> Matcher {
        Matcher {}
    }

    /// Every mention in `text`, in order, none overlapping another: the longest at the leftmost place; quotes and the
    /// width of characters do not count.
    pub fn mentions(&self, _text: &str) -> Vec<Mention> {
        Vec::new()
    }
}
