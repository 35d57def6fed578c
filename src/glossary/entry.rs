//! What a glossary holds, and where a text mentions it: plain values.

use crate::text::Span;

/// One entry of a glossary, every character of it kept: `mark + term + separator + definition` is what the source prints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// The reference mark that the text prints for the entry (`［3］`), mostly right behind the words. Where a mark stands
    /// behind words that are no form of the term, it is the mention itself.
    pub mark: Option<Span>,
}
