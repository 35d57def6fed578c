//! Cuts words off the ends of a phrase. Knows only ranges of characters and lists of words.

use std::ops::Range;

use super::stream::Stream;

/// `range` without the words of `lists` that it begins with, as many as there are.
pub(super) fn trim_front(stream: &Stream<'_>, mut range: Range<usize>, lists: &[&[&str]]) -> Range<usize> {
    while let Some(length) = lists.iter().filter_map(|words| stream.longest_at(range.start, words)).max() {
        if range.start + length > range.end {
            break;
        }
        range.start += length;
    }
    range
}

/// `range` without the words of `lists` that it ends with, as many as there are.
pub(super) fn trim_back(stream: &Stream<'_>, mut range: Range<usize>, lists: &[&[&str]]) -> Range<usize> {
    while let Some(length) = lists.iter().filter_map(|words| stream.longest_before(range.start, range.end, words)).max()
    {
        range.end -= length;
    }
    range
}
