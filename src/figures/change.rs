//! The words of growth and decline that lead up to a number. Knows no indicators.

use super::figure::Direction;
use super::lexicon::WordTag;
use super::stream::Stream;
use super::word_lists::lists;

/// A word of growth or decline that ends before `end`: how long it is, and which way it goes.
pub(super) fn ending(stream: &Stream<'_>, floor: usize, end: usize) -> Option<(usize, Direction)> {
    let up = longest(stream, floor, end, &lists().change_up).map(|length| (length, Direction::Up));
    let down = longest(stream, floor, end, &lists().change_down).map(|length| (length, Direction::Down));
    up.max_by_length(down)
}

/// A noun of growth or decline that ends before `end`: 增速 of `增速达到16.1%`.
pub(super) fn noun_ending(stream: &Stream<'_>, floor: usize, end: usize) -> Option<(usize, Direction)> {
    let up = longest(stream, floor, end, &lists().change_up_nouns).map(|length| (length, Direction::Up));
    let down = longest(stream, floor, end, &lists().change_down_nouns).map(|length| (length, Direction::Down));
    // 人口自然增长率 is a rate, not a growth of one.
    let natural = stream.ends(floor, end, "自然增长率");
    up.max_by_length(down).filter(|_| !natural)
}

/// A comparison such as 高于全市 that leads up to `end`: where it begins and which way it goes.
///
/// The other side may stand between (`高于全国平均水平1.8个百分点`) or before (`比全国高2.2个百分点`).
pub(super) fn comparison(stream: &Stream<'_>, floor: usize, end: usize) -> Option<(usize, Direction)> {
    let reach = floor.max(end.saturating_sub(LONGEST_COMPARISON));
    for start in (reach..end).rev() {
        for (words, direction) in [(&lists().change_above, Direction::Up), (&lists().change_below, Direction::Down)] {
            if stream.longest_at(start, words).is_some_and(|length| start + length <= end) {
                return Some((start, direction));
            }
        }
    }
    let direction = match stream.before(end) {
        '高' | '多' | '快' => Direction::Up,
        '低' | '少' | '慢' => Direction::Down,
        _ => return None,
    };
    let than = (reach..end).rev().find(|start| matches!(stream.at(*start), '比' | '较'))?;
    let start = if stream.before(than) == '同' { than - 1 } else { than };
    Some((start, direction))
}

/// Whether a word of growth or decline begins at `start`.
pub(super) fn opens(stream: &Stream<'_>, start: usize) -> bool {
    let classes = [&lists().change_up, &lists().change_down, &lists().change_either];
    classes.iter().any(|words| stream.longest_at(start, words).is_some())
}

/// Whether a clause that begins at `start` opens with the order to bring something down (`压减煤炭总量6.5万吨`).
pub(super) fn opens_with_cut(stream: &Stream<'_>, start: usize) -> Option<usize> {
    stream
        .longest_at(start, &lists().change_cuts)
        .filter(|length| !matches!(stream.at(start + length), '到' | '至' | '值'))
}

fn longest(stream: &Stream<'_>, floor: usize, end: usize, words: &[&str]) -> Option<usize> {
    let length = stream.longest_before(floor, end, words)?;
    // `收入比降至2.2`: the ratio went down.
    let ratio = length == 2 && stream.at(end - 2) == '比' && matches!(stream.at(end), '至' | '到');
    let length = if ratio { 1 } else { length };
    // 新增, 净增 and the like count what is new; they are no growth.
    let newly = length == 1 && matches!(stream.before(end - 1), '新' | '净' | '倍' | '递' | '剧' | '附');
    // `比2011年净增100天`
    let base = (floor.max(end.saturating_sub(LONGEST_BASE))..end).any(|at| matches!(stream.at(at), '比' | '较'));
    let newly =
        newly && !(base && stream.before(end - 1) == '净' && end >= 3 && matches!(stream.at(end - 3), '年' | '末'));
    // `耕地面积净增212万亩`: so much more of what is measured.
    let measure = stream.before(end - 1) == '净'
        && end >= 2
        && stream.longest_before(floor, end - 2, WordTag::Measure.words()).is_some();
    let newly = newly && !measure;
    // `老旧小区改造提升34个`: two deeds, of which the second is no growth.
    let deed = length == 2 && stream.has(end - 2, "提升") && is_deed_before(stream, end - 2);
    (!newly && !deed).then_some(length)
}

/// Whether a verb of treatment ends at `end` (改造).
fn is_deed_before(stream: &Stream<'_>, end: usize) -> bool {
    [WordTag::Treatment, WordTag::New].iter().any(|tag| tag.words().iter().any(|verb| stream.ends(0, end, verb)))
}

/// The longer of two readings.
trait Longer {
    fn max_by_length(self, other: Self) -> Self;
}

impl Longer for Option<(usize, Direction)> {
    fn max_by_length(self, other: Self) -> Self {
        match (self, other) {
            (Some(a), Some(b)) => Some(if b.0 > a.0 { b } else { a }),
            (a, b) => a.or(b),
        }
    }
}

/// How far before the number what a growth is measured from may begin (`比2011年净增100天`).
pub(super) const LONGEST_BASE: usize = 9;

/// How far before the number a comparison may begin.
const LONGEST_COMPARISON: usize = 18;
