//! The deed that a clause begins with (`新建…`, `开展…`): a verb behind the words that open it, so that it has no subject of its own. Knows
//! no names and no periods.

use std::ops::Range;

use super::change;
use super::lexicon::WordTag;
use super::phrase::trim_front;
use super::stream::Stream;

/// Where the verb stands that a clause begins with, if it begins with one.
pub(super) fn opening(stream: &Stream<'_>, clause: &Range<usize>) -> Option<Range<usize>> {
    let start = trim_front(stream, clause.clone(), &[WordTag::Opener.words()]).start;
    let verbs = [WordTag::EmptyVerb, WordTag::FullVerb, WordTag::New];
    let length = verbs.iter().filter_map(|tag| stream.longest_at(start, tag.words())).max()?;
    Some(start..start + length)
}

/// Whether a clause begins with a verb of any kind that is known, also of treatment (`改建…`, `聘任…`).
pub(super) fn begins_with_verb(stream: &Stream<'_>, start: usize) -> bool {
    let verbs = [WordTag::Treatment, WordTag::Predicate, WordTag::Became, WordTag::Cut];
    verbs.iter().any(|tag| stream.longest_at(start, tag.words()).is_some_and(|length| length > 1))
        || matches!(stream.at(start), '新' | '改' | '扩' | '续')
}

/// Whether something is done or told from `start` on, so that no thing is named there.
pub(super) fn begins(stream: &Stream<'_>, start: usize) -> bool {
    let verbs = [WordTag::EmptyVerb, WordTag::FullVerb, WordTag::Opener, WordTag::Told, WordTag::Predicate];
    change::opens(stream, start)
        || verbs.iter().any(|tag| stream.longest_at(start, tag.words()).is_some_and(|length| length > 1))
}

/// Whether a stretch is a verb and nothing else.
pub(super) fn is_alone(stream: &Stream<'_>, range: Range<usize>) -> bool {
    let verbs = [WordTag::FullVerb, WordTag::Treatment];
    verbs.iter().any(|tag| stream.longest_at(range.start, tag.words()) == Some(range.len()))
}

/// How long the verb at `start` is that says what is counted, with a second one behind it (`新建提升柳林公园等公园`).
pub(super) fn twofold(stream: &Stream<'_>, start: usize, verbs: &[&[&str]]) -> Option<usize> {
    let first = verbs.iter().filter_map(|verbs| stream.longest_at(start, verbs)).max()?;
    Some(first + stream.longest_at(start + first, &["提升", "改造", "扩建"]).unwrap_or(0))
}
