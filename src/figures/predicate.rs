//! Where what is told of a subject begins, in a clause. Knows no numbers.

use std::ops::Range;

use super::lexicon::WordTag;
use super::phrase::stands_alone;
use super::stream::Stream;
use super::word_lists::lists;

/// A clause without what it says of its subject.
pub(super) fn without_predicate(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let ends = |at: &usize| {
        let length = stream.longest_at(*at, WordTag::Told.words()).unwrap_or(0);
        // `全社会研究与实验发展经费`
        let noun = stream.longest_at(*at, &lists().predicate_nouns).is_some();
        *at > range.start + 1 && length > 0 && !noun && (length > 1 || stands_alone(stream, *at))
    };
    let end = range.clone().find(ends).unwrap_or(range.end);
    range.start..end.min(range.start + LONGEST)
}

/// A subject longer than this is more than a subject.
const LONGEST: usize = 24;
