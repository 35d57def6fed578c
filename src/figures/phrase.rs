//! Cuts words off the ends of a phrase, but never half a word. Knows only ranges of characters and lists of words.

use std::ops::Range;

use super::stream::Stream;
use super::word_lists::lists;

/// `range` without the words of `classes` that it begins with, as many as there are.
pub(super) fn trim_front(stream: &Stream<'_>, mut range: Range<usize>, classes: &[&[&str]]) -> Range<usize> {
    while let Some(length) = classes.iter().filter_map(|words| stream.longest_at(range.start, words)).max() {
        if stream.longest_at(range.start, &lists().phrase_whole).is_some_and(|whole| whole > length) {
            break;
        }
        if range.start + length > range.end || (length == 1 && binds_on(stream, range.start, range.end)) {
            break;
        }
        range.start += length;
    }
    range
}

/// `range` without the words of `classes` that it ends with, as many as there are.
pub(super) fn trim_back(stream: &Stream<'_>, mut range: Range<usize>, classes: &[&[&str]]) -> Range<usize> {
    while let Some(length) =
        classes.iter().filter_map(|words| stream.longest_before(range.start, range.end, words)).max()
    {
        if length == 1 && binds_back(stream, range.start, range.end) {
            break;
        }
        range.end -= length;
        // 升至 of 提升至: what is left of the verb goes too.
        let half = stream.text(range.end.saturating_sub(1)..range.end + 1);
        if length > 1 && range.end > range.start && classes.iter().any(|words| words.contains(&half.as_str())) {
            range.end -= 1;
        }
    }
    range
}

/// Whether the character at `start` is the first half of a word: 有 of 有色金属.
pub(super) fn binds_on(stream: &Stream<'_>, start: usize, end: usize) -> bool {
    let (first, second) = (stream.at(start), stream.at(start + 1));
    start + 1 < end && is_pair(&lists().phrase_first_halves, first, second)
}

/// Whether the character before `end` is the second half of a word: 及 of 惠及.
pub(super) fn binds_back(stream: &Stream<'_>, floor: usize, end: usize) -> bool {
    let last = stream.before(end);
    let first = if end >= floor + 2 { stream.at(end - 2) } else { '\n' };
    is_pair(&lists().phrase_second_halves, last, first)
}

/// Whether a row of signs begins with `half` and holds `other` behind it.
fn is_pair(rows: &[&str], half: char, other: char) -> bool {
    rows.iter().any(|row| row.strip_prefix(half).is_some_and(|others| others.contains(other)))
}

/// Whether a verb of one character stands for itself, not in a word (系列, 居民, 排放).
pub(super) fn stands_alone(stream: &Stream<'_>, at: usize) -> bool {
    let (before, after) = (stream.before(at), stream.at(at + 1));
    match stream.at(at) {
        '列' => !matches!(before, '系' | '班' | '序' | '专' | '行' | '并'),
        '居' => after != '民' && !matches!(before, '宜' | '安' | '定' | '邻' | '人' | '旅'),
        '排' => !matches!(after, '放' | '水' | '污' | '查') && before != '减',
        _ => true,
    }
}
