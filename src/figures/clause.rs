//! Where a clause, a sentence and the items of a list begin and end. Knows no quantities.

use std::ops::Range;

use super::stream::{Enclosure, Stream};

/// The clause that holds `at`: between `，`, `；`, `：` and the like. Marks inside names do not count.
pub(super) fn around(stream: &Stream<'_>, at: usize) -> Range<usize> {
    bounds(stream, at, ends_clause)
}

/// The sentence that holds `at`: between `。`, `！`, `？`.
pub(super) fn sentence(stream: &Stream<'_>, at: usize) -> Range<usize> {
    bounds(stream, at, ends_sentence)
}

/// The clause that ends where this one begins, within the same sentence.
pub(super) fn before(stream: &Stream<'_>, clause: &Range<usize>) -> Option<Range<usize>> {
    let mark = clause.start.checked_sub(1)?;
    (!ends_sentence(stream, mark) && mark > 0).then(|| around(stream, mark - 1)).filter(|range| range.end <= mark)
}

/// No sentence of a report goes on for so many characters on either side of a quantity. Without a bound a text without full
/// stops would be read through once for each of its quantities.
const REACH: usize = 1_000;

fn bounds(stream: &Stream<'_>, at: usize, ends: fn(&Stream<'_>, usize) -> bool) -> Range<usize> {
    let first = at.saturating_sub(REACH);
    let last = stream.len().min(at + REACH);
    let start = (first..at).rev().find(|index| ends(stream, *index)).map_or(first, |index| index + 1);
    let end = (at..last).find(|index| ends(stream, *index)).unwrap_or(last);
    start..end
}

fn ends_sentence(stream: &Stream<'_>, index: usize) -> bool {
    matches!(stream.at(index), '。' | '！' | '？' | '\n') && stream.enclosure(index) == Enclosure::None
}

fn ends_clause(stream: &Stream<'_>, index: usize) -> bool {
    let between_digits = || stream.before(index).is_ascii_digit() && stream.at(index + 1).is_ascii_digit();
    match stream.at(index) {
        '，' | '；' | '…' => stream.enclosure(index) == Enclosure::None,
        ',' | ';' | ':' | '：' => stream.enclosure(index) == Enclosure::None && !between_digits(),
        // `——` introduces; a single dash joins numbers or names.
        '—' | '-' | '―' | '–' => {
            stream.at(index + 1) == stream.at(index) || stream.before(index) == stream.at(index)
        }
        _ => ends_sentence(stream, index),
    }
}
