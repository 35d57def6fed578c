//! The subject on the left of a number, without the words that open the clause and those that lead up to the number.

use std::ops::Range;

use super::change::{self, LONGEST_BASE};
use super::figure::Kind;
use super::lexicon::WordTag;
use super::opening;
use super::phrase::{stands_alone, trim_back, trim_front};
use super::quantity::Quantity;
use super::stream::{Enclosure, Stream};
use super::time::{plan_at, written_year};
use super::word_lists::lists;

/// The subject of a quantity whose left side is `left`; empty when the clause names none.
pub(super) fn of(stream: &Stream<'_>, left: Range<usize>, quantity: &Quantity) -> Range<usize> {
    let range = last_item(stream, without_lead(stream, left, quantity));
    let range = without_condition(stream, opening::without_opening(stream, range));
    let range = after_cause(stream, after_done(stream, range), quantity);
    let range = opening::behind_taking(stream, range);
    let range = without_place(stream, range);
    let range = if quantity.kind == Kind::Rank { without_passed(stream, range) } else { range };
    let range = opening::without_opening(stream, after_examples(stream, range));
    if is_placing(stream, range.clone()) {
        return range.end..range.end;
    }
    // `压减煤炭总量6.5万吨`, `平均压减时间58%`: the growth is said by the figure's direction.
    let average = if stream.has(range.start, "平均") { 2 } else { 0 };
    let cut = change::opens_with_cut(stream, range.start + average).filter(|_| quantity.kind == Kind::Change);
    let cut = cut.map_or(0, |length| average + length);
    if cut < range.len() { range.start + cut..range.end } else { range }
}

/// Whether a phrase tells no more than a place that was won (`稳居全国前十强`), of which the next number is not.
fn is_placing(stream: &Stream<'_>, range: Range<usize>) -> bool {
    let Some(verb) = stream.longest_at(range.start, WordTag::Placing.words()) else { return false };
    let Some(scope) = stream.longest_at(range.start + verb, WordTag::Scope.words()) else { return false };
    let rest = range.start + verb + scope;
    rest < range.end && matches!(stream.at(rest), '前' | '第' | '首')
}

/// What stands before the words that only say how a number was reckoned (`剔除不可比因素增长3%`, `工业增加值按可比价计算增长6%`).
fn without_condition(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    // `按2021年平均汇率计算为4491美元`
    let reckoned = Some(range.start).filter(|at| stream.at(*at) == '按');
    let opens = reckoned.or_else(|| range.clone().find(|at| stream.longest_at(*at, &lists().subject_bases).is_some()));
    let closes = &lists().subject_basis_ends;
    // `按可比口径增长`: of another extent, which the name tells; at the start it tells nothing else.
    let extent = |at: &usize| *at > range.start && stream.ends(*at, range.end, "口径");
    let condition = opens.filter(|at| !extent(at) && stream.longest_before(*at, range.end, closes).is_some());
    match condition {
        Some(at) if at == range.start => range.end..range.end,
        Some(at) => range.start..at,
        None => range,
    }
}

/// The same with all items of a list, whether or not the later ones begin with a verb.
pub(super) fn undivided(stream: &Stream<'_>, left: Range<usize>, quantity: &Quantity) -> Range<usize> {
    opening::without_opening(stream, without_lead(stream, left, quantity))
}

/// What stands left of a quantity without the words that lead up to it.
fn without_lead(stream: &Stream<'_>, left: Range<usize>, quantity: &Quantity) -> Range<usize> {
    let range = left.start..quantity.subject_end.clamp(left.start, left.end);
    let range = quoted(stream, range);
    let range = if quantity.kind == Kind::Rank { before_placing(stream, range) } else { range };
    let range = before_equation(stream, range);
    let range = without_streak(stream, trim_back(stream, range, &[WordTag::Link.words()]));
    let range = trim_back(stream, without_base(stream, range), &[WordTag::Link.words()]);
    // `推动国企高质量发展21项举措`: the word is part of the name.
    let of_name = ["高质量", "经济"].iter().any(|what| stream.ends(range.start, range.end, what));
    let kept = of_name && stream.has(range.end, "发展") && matches!(quantity.unit.as_str(), "条" | "项" | "个");
    range.start..range.end + if kept { 2 } else { 0 }
}

/// The part inside the quote that the number stands in (`锚定“挺进全省前45名”目标`).
fn quoted(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    if stream.enclosure(range.end) != Enclosure::Quote {
        return range;
    }
    let open = range.clone().rev().find(|at| matches!(stream.at(*at), '“' | '‘' | '「' | '"'));
    open.map_or(range.clone(), |at| at + 1..range.end)
}

/// What stands before the verb that places it, whatever the scope: 进出口总额 of `进出口总额稳居全国第4位`.
fn before_placing(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let reach = range.end.saturating_sub(LONGEST_PLACING).max(range.start);
    let places = |at: &usize| {
        stream
            .longest_at(*at, WordTag::Placing.words())
            .is_some_and(|length| at + length <= range.end && (length > 1 || stands_alone(stream, *at)))
    };
    let end = (reach..range.end).find(places).unwrap_or(range.end);
    trim_back(stream, range.start..end, &[WordTag::Scope.words()])
}

/// How far before the number the verb of a placing may stand.
const LONGEST_PLACING: usize = 16;

/// What stands before `是…的` and `相当于…的`, when the number says how much of that something is.
fn before_equation(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let reach = range.end.saturating_sub(LONGEST_EQUATION).max(range.start);
    let equates = |at: &usize| {
        stream.longest_at(*at, &lists().subject_links).is_some() && !matches!(stream.before(*at), '但' | '成' | '作')
    };
    match (reach..range.end).rev().find(equates) {
        Some(at) if stream.before(range.end) == '的' && at + 1 < range.end => range.start..at,
        _ => range,
    }
}

/// How far before the number an equation may begin.
const LONGEST_EQUATION: usize = 18;

/// Without `连续8年`.
fn without_streak(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let reach = range.end.saturating_sub(7).max(range.start);
    let streak = (reach..range.end)
        .find(|at| stream.has(*at, "连续"))
        .filter(|_| matches!(stream.before(range.end), '年' | '月' | '度'));
    let end = streak.unwrap_or(range.end);
    // `高新技术企业5年增加`
    let years = end >= range.start + 2 && stream.at(end - 1) == '年' && stream.at(end - 2).is_ascii_digit();
    let single = years && (end < range.start + 3 || !stream.at(end - 3).is_ascii_digit());
    range.start..if single { end - 2 } else { end }
}

/// Without what a growth or a multiple is measured from: `比2015年`, `由2010年的`, `是“十五”期间的`, `从月销售额`.
fn without_base(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let reach = range.end.saturating_sub(LONGEST_BASE).max(range.start);
    // `与2020年相比上升1.5个百分点`
    if stream.ends(range.start, range.end, "相比")
        && let Some(at) = (reach..range.end).find(|at| matches!(stream.at(*at), '与' | '同'))
    {
        return range.start..at;
    }
    let time = |at: usize| lists().subject_times.iter().any(|word| stream.ends(at, range.end, word));
    for at in (reach..range.end).rev() {
        let whole = match stream.at(at) {
            '比' | '较' => {
                at + 1 < range.end
                    && stream.at(at + 1) != '重'
                    && stream.at(at + 1) != '例'
                    // `比上年预算`, `较“十三五”`, `比“四经普”`
                    && (time(at + 1)
                        || stream.at(at + 1) == '“' && stream.before(range.end) == '”'
                        || stream.longest_at(at + 1, &["上年", "去年", "年初"]).is_some()
                        || plan_at(|word| stream.has(at + 1, word)).is_some()
                        || written_year(stream, at + 1).is_some())
            }
            '是' | '为' => time(at + 1),
            // `全市从资本市场直接融资`: where something comes from, when nothing else is named before it.
            '由' | '从' => {
                stream.at(at + 1) != '业'
                    && stream.before(at) != '自'
                    && !opening::without_opening(stream, range.start..at).is_empty()
            }
            _ => false,
        };
        if whole {
            return range.start..at;
        }
    }
    let year = range.end >= range.start + 5 && stream.before(range.end) == '年';
    let digits = year && (range.end - 5..range.end - 1).all(|at| stream.at(at).is_ascii_digit());
    if digits { range.start..range.end - 5 } else { range }
}

/// The last item of a list of deeds: 首批立项 of `设立省青年科学基金、首批立项`.
fn last_item(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let mark = |at: &usize| stream.at(*at) == '、' && stream.enclosure(*at) == Enclosure::None;
    for at in range.clone().rev().filter(mark) {
        let deed = [WordTag::FullVerb.words(), WordTag::EmptyVerb.words()]
            .iter()
            .any(|verbs| opening::verb_at(stream, at + 1..range.end, verbs).is_some())
            || stream.longest_at(at + 1, WordTag::Opener.words()).is_some_and(|length| length > 1);
        let verbs = trim_front(
            stream,
            range.start..at,
            &[WordTag::Opener.words(), WordTag::FullVerb.words(), WordTag::EmptyVerb.words()],
        );
        if deed && !verbs.is_empty() {
            return at + 1..range.end;
        }
    }
    range
}

/// What follows 了: 授信金额 of `与银行签订了授信金额`.
fn after_done(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let done =
        |at: &usize| stream.at(*at) == '了' && !matches!(stream.at(at + 1), '解' | '一') && *at > range.start + 1;
    let full = stream.longest_at(range.start, WordTag::FullVerb.words()).is_some();
    match range.clone().rev().find(done) {
        Some(at) if at + 1 < range.end && !full => at + 1..range.end,
        _ => range,
    }
}

/// What grew or reached the number, without what made it do so: 页岩油年产量 of `实验室助力页岩油年产量突破100万吨`.
fn after_cause(stream: &Stream<'_>, range: Range<usize>, quantity: &Quantity) -> Range<usize> {
    let moves = quantity.kind == Kind::Change || quantity.settled || quantity.words.start < quantity.number.start;
    let causes = |at: &usize| {
        let length = stream.longest_at(*at, &lists().subject_causes)?;
        (*at >= range.start + SHORTEST_CAUSE && at + length + SHORTEST_MOVED <= range.end).then_some(at + length)
    };
    let moved = range.clone().filter(|at| stream.enclosure(*at) == Enclosure::None).find_map(|at| causes(&at));
    match moved.filter(|_| moves) {
        Some(start)
            if WordTag::Measure.words().iter().any(|noun| stream.ends(start, range.end, noun))
                || stream.before(range.end) == '率' =>
        {
            start..range.end
        }
        _ => range,
    }
}

/// What makes something grow has at least so many characters, and what grows as many as this.
const SHORTEST_CAUSE: usize = 2;
const SHORTEST_MOVED: usize = 4;

/// Without a place in words that a list has said of the same subject just before (`通车里程全国第四、突破1万公里`).
fn without_place(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let reach = range.end.saturating_sub(LONGEST_PLACE).max(range.start);
    let numeral = |at: usize| stream.at(at) == '第' && crate::text::han_digit(stream.at(at + 1)).is_some();
    let Some(at) = (reach..range.end).find(|at| numeral(*at) && at + 2 >= range.end.saturating_sub(1)) else {
        return range;
    };
    // `整车出口突破百万辆、稳居全国第1位`
    match stream.longest_before(range.start, at, WordTag::Scope.words()) {
        Some(length) if at > range.start + length + 1 => range.start..at - length,
        _ => range,
    }
}

/// Without a round number in words that the subject has passed before (`整车出口突破百万辆、稳居全国第1位`).
fn without_passed(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let passes = |at: &usize| {
        let length = stream.longest_at(*at, &lists().reached_passed).unwrap_or(0);
        length > 0 && *at > range.start + 1 && matches!(stream.at(at + length), '百' | '千' | '万' | '亿')
    };
    let reach = range.end.saturating_sub(LONGEST_PASSED).max(range.start);
    (reach..range.end).find(passes).map_or(range.clone(), |at| range.start..at)
}

/// How many characters `突破百万辆` may have.
const LONGEST_PASSED: usize = 8;

/// How many characters `第四位、` may have.
const LONGEST_PLACE: usize = 4;

/// What follows 等 when examples open the phrase: 各种补贴 of `保障金、救助金等各种补贴`. A phrase that ends with 等 keeps its list.
pub(super) fn after_examples(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    match range.clone().rev().find(|at| is_etc(stream, *at)) {
        Some(at) if at + 1 == range.end => range.start..at,
        // `钢铁、石化等产业先进产能占比`: of those, and not of all.
        Some(at) if ["产业", "领域"].iter().any(|kind| stream.has(at + 1, kind)) && at + 3 < range.end => range,
        // `茶叶、咖啡等种植面积和产量`: the measures say not of what.
        Some(at) if is_measures(stream, at + 1..range.end) => range,
        Some(at) => trim_front(stream, at + 1..range.end, &[&["的", "一批"]]),
        None => range,
    }
}

/// Whether a phrase is two measures and nothing else.
fn is_measures(stream: &Stream<'_>, range: Range<usize>) -> bool {
    let said = stream.text(range);
    let measure = |part: &str| {
        WordTag::Measure.words().iter().any(|measure| part.ends_with(measure))
            && part.chars().count() <= LONGEST_MEASURE
    };
    said.split_once(['和', '与', '、']).is_some_and(|(one, other)| measure(one) && measure(other))
}

/// A measure that says of nothing what it is of has no more characters.
const LONGEST_MEASURE: usize = 4;

/// Whether the character at `at` is the 等 that ends a list, not that of 高等, 等级.
pub(super) fn is_etc(stream: &Stream<'_>, at: usize) -> bool {
    stream.at(at) == '等'
        && stream.enclosure(at) == Enclosure::None
        && !matches!(stream.at(at + 1), '级' | '次' | '教' | '奖' | '化' | '值' | '于' | '额')
        && !matches!(stream.before(at), '高' | '中' | '初' | '平' | '同' | '均' | '对' | '优' | '差' | '相')
}
