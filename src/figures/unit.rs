//! Reads the unit after a number: magnitude, measure word, compound units. Knows no indicators.

use super::stream::Stream;
use super::word_lists::lists;
use crate::text::{Span, is_han};

/// A unit as written, and what stands inside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Unit {
    /// The unit with its magnitude, without 多 and 余: 万名 of `2万多名`.
    pub name: String,
    /// The bracket that offers another measure word in its place, in bytes of the paragraph: `（间）` of `3.1万套（间）`.
    pub other: Option<Span>,
    /// Where it ends.
    pub end: usize,
    /// 多 or 余 stands in it.
    pub more: bool,
}

/// The unit that begins at `start`, right after a number; an empty name when there is none.
pub(super) fn read(stream: &Stream<'_>, start: usize) -> Unit {
    let (plain, plain_end) = measure(stream, start);
    let magnitude = stream.longest_at(start, &lists().unit_magnitudes).unwrap_or(0);
    let mut end = start + magnitude;
    let more = stream.longest_at(end, &lists().unit_more).unwrap_or(0);
    end += more;
    // `2万多亿`: the magnitude goes on after 多.
    let second = if more > 0 { stream.longest_at(end, &lists().unit_magnitudes).unwrap_or(0) } else { 0 };
    let (word, word_end) = measure(stream, end + second);
    // `3200千瓦` is thousands of nothing: the longer reading of the same start wins.
    if plain_end >= word_end && plain_end > start {
        return Unit { name: plain, other: other_measure(stream, plain_end), end: plain_end, more: false };
    }
    let scale = stream.text(start..start + magnitude) + &stream.text(end..end + second);
    // 万 and 亿 may stand alone (`近1亿农村人口`), 千 and 百 may not.
    if word.is_empty() && !scale.ends_with(['万', '亿']) {
        return Unit { end: start, ..Unit::default() };
    }
    let end = word_end.max(end + second);
    let other = if word.is_empty() { None } else { other_measure(stream, end) };
    Unit { name: scale + &word, other, end, more: more > 0 }
}

/// The bracket right behind a unit that ends at `end`, if it holds measure words of things and nothing else.
fn other_measure(stream: &Stream<'_>, end: usize) -> Option<Span> {
    let (bracket, inner) = stream.bracket(end.checked_sub(1)?)?;
    let counts = |word: &str| lists().unit_measures.contains(&word) && !word.ends_with('元') && !word.ends_with('币');
    // `幸福河湖35条（段）`: a sign that counts nothing elsewhere.
    let sign =
        |word: &str| word.chars().count() == 1 && word.chars().all(is_han) && !lists().stream_remarks.contains(&word);
    inner.split('、').all(|word| counts(word) || sign(word)).then_some(bracket)
}

/// The measure word at `start`, with what it is divided by (`微克/立方米`, `元/吨`, `微克每立方米`).
fn measure(stream: &Stream<'_>, start: usize) -> (String, usize) {
    let Some(length) =
        stream.longest_at(start, &lists().unit_measures).filter(|length| !begins_noun(stream, start, *length))
    else {
        return (String::new(), start);
    };
    let mut end = start + length;
    while stream.at(end) == '/' {
        let divisor = end + 1;
        let scale = stream.longest_at(divisor, &lists().unit_magnitudes).unwrap_or(0);
        let time = stream.longest_at(divisor, &["月", "季度", "学期"]);
        let Some(length) = time.or_else(|| stream.longest_at(divisor + scale, &lists().unit_measures)) else { break };
        end = divisor + scale + length;
    }
    if stream.at(end) == '每' {
        end += stream.longest_at(end + 1, &lists().unit_physical_divisors).map_or(0, |length| 1 + length);
    }
    (stream.text(start..end), end)
}

/// Whether a measure word of one character is really the first half of a noun: 人 of 人才, 场 of 场地.
fn begins_noun(stream: &Stream<'_>, start: usize, length: usize) -> bool {
    let next = stream.at(start + length);
    let last = stream.at(start + length - 1);
    let letter = last.is_ascii_alphabetic() && next.is_ascii_alphanumeric();
    letter || lists().unit_nouns.iter().any(|row| row.strip_prefix(last).is_some_and(|seconds| seconds.contains(next)))
}

/// A unit without the magnitude that it begins with: 平方公里 of 万平方公里.
pub(super) fn without_magnitude(unit: &str) -> &str {
    unit.trim_start_matches(['十', '百', '千', '万', '亿'])
}
