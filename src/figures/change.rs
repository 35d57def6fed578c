//! The words of growth and decline that lead up to a number. Knows no indicators.

use super::figure::Direction;
use super::stream::Stream;

/// A word of growth or decline that ends before `end`: how long it is, and which way it goes.
pub(super) fn ending(stream: &Stream<'_>, floor: usize, end: usize) -> Option<(usize, Direction)> {
    let up = longest(stream, floor, end, UP).map(|length| (length, Direction::Up));
    let down = longest(stream, floor, end, DOWN).map(|length| (length, Direction::Down));
    up.max_by_length(down)
}

/// A noun of growth or decline that ends before `end`: 增速 of `增速达到16.1%`.
pub(super) fn noun_ending(stream: &Stream<'_>, floor: usize, end: usize) -> Option<(usize, Direction)> {
    let up = longest(stream, floor, end, UP_NOUNS).map(|length| (length, Direction::Up));
    let down = longest(stream, floor, end, DOWN_NOUNS).map(|length| (length, Direction::Down));
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
        for (words, direction) in [(ABOVE, Direction::Up), (BELOW, Direction::Down)] {
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
    [UP, DOWN, &["调整", "调", "升", "降"]].iter().any(|words| stream.longest_at(start, words).is_some())
}

/// Whether a clause that begins at `start` opens with the order to bring something down (`压减煤炭总量6.5万吨`).
pub(super) fn opens_with_cut(stream: &Stream<'_>, start: usize) -> Option<usize> {
    stream.longest_at(start, CUTS).filter(|length| !matches!(stream.at(start + length), '到' | '至' | '值'))
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
    (!newly).then_some(length)
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

#[rustfmt::skip]
const UP: &[&str] = &[
    "增长", "增加", "提高", "提升", "上升", "上涨", "回升", "扩大", "改善", "增收", "增支", "增产", "攀升", "跃升",
    "上调", "增", "涨", "升", "多增", "翻升", "增值", "拉升", "上浮", "加快", "递增",
    "提速", "前移", "进位", "比增", "比升",
];

#[rustfmt::skip]
const DOWN: &[&str] = &[
    "下降", "降低", "减少", "回落", "缩短", "压缩", "压减", "削减", "缩减", "缩小", "收窄", "下调", "下滑",
    "减亏", "核减", "减产", "调减", "精简", "下浮", "负增长", "减", "降", "减排", "减收", "减支", "降价",
    "压降", "后移", "比降", "比减",
];

#[rustfmt::skip]
const UP_NOUNS: &[&str] = &[
    "增速", "增幅", "涨幅", "升幅", "增长率", "增长速度", "增长幅度", "增长",
    "增长目标", "增长预期目标",
];
const DOWN_NOUNS: &[&str] = &["降幅", "下降率", "跌幅", "负增长"];

#[rustfmt::skip]
const ABOVE: &[&str] = &[
    "高于", "高出", "快于", "优于", "好于", "领先", "跑赢", "多于", "高过", "超过", "超出", "超",
];
const BELOW: &[&str] = &["低于", "慢于", "落后", "少于"];

#[rustfmt::skip]
const CUTS: &[&str] = &[
    "压减", "减少", "削减", "降低", "压缩", "核减", "精简", "缩减", "调减", "下调", "减轻",
];
