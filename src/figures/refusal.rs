//! Numbers that state no quantity: years, code names, thresholds, labels. Knows no indicators.

use super::clause;
use super::decimal::{Form, Number};
use super::lexicon::WordTag;
use super::qualifier::LeadIn;
use super::stream::{Enclosure, Stream};
use super::unit::{self, Unit};
use super::why::NoFigure;
use super::word_lists::lists;
use crate::text::is_han;

/// Why a number that is no rank states nothing a reader could chart or compare, if it does not.
pub(super) fn refused(stream: &Stream<'_>, number: &Number, unit: &Unit, lead: &LeadIn) -> Option<NoFigure> {
    match stream.enclosure(number.at.start) {
        Enclosure::Title => return Some(NoFigure::InTitle),
        Enclosure::Quote if lead.change.is_none() || number.form.needs_no_unit() => return Some(NoFigure::InQuote),
        _ => {}
    }
    if matches!(number.form, Form::Ratio | Form::ToOne) && is_clock(stream, number) {
        return Some(NoFigure::Clock);
    }
    by_neighbours(stream, number, unit).or_else(|| by_unit(stream, number, unit, lead))
}

/// What the words right before and after a number with its unit make of it.
fn by_neighbours(stream: &Stream<'_>, number: &Number, unit: &Unit) -> Option<NoFigure> {
    let (next, second) = (stream.at(unit.end), stream.at(unit.end + 1));
    match next {
        _ if matches!(stream.before(number.at.start), '第' | '每') => Some(NoFigure::Ordinal),
        // `连续3次获全国先进`: how often in a row.
        _ if matches!(unit.name.as_str(), "次" | "届" | "轮") && stream.ends(0, number.at.start, "连续") => {
            Some(NoFigure::Duration)
        }
        // `4小时内`, `50米内`: a limit, not a measure.
        '内' if !matches!(second, '外' | '生' | '部' | '资') => Some(NoFigure::Limit),
        // `3人制篮球场`, `三年制`: a rule of the game.
        '制' if matches!(unit.name.as_str(), "人" | "年" | "班" | "天" | "小时") && second != '度' => {
            Some(NoFigure::Format)
        }
        '级' | '号' => Some(NoFigure::Label),
        // `20国集团峰会`, `1%人口抽样调查`, `14亿中国人`: part of a name, or all of them.
        _ if is_in_name(stream, unit) => Some(NoFigure::Label),
        _ if ["方面", "维度", "层面"].iter().any(|word| stream.has(unit.end, word)) => Some(NoFigure::Label),
        _ => None,
    }
}

/// Whether a unit with what stands behind it is one of the names that hold a number: the first sign of a row ends the unit.
fn is_in_name(stream: &Stream<'_>, unit: &Unit) -> bool {
    lists().refusal_names.iter().any(|name| {
        let sign = name.chars().next().filter(|sign| unit.name.ends_with(*sign));
        sign.is_some_and(|sign| stream.has(unit.end, &name[sign.len_utf8()..]))
    })
}

/// Units that state a quantity only where the words around them say so.
fn by_unit(stream: &Stream<'_>, number: &Number, unit: &Unit, lead: &LeadIn) -> Option<NoFigure> {
    let led = lead.settled || lead.change.is_some() || lead.qualifier.is_some();
    let fraction = number.value.fract() != 0.0;
    let next = stream.at(unit.end);
    let (refused, why) = match unit.name.as_str() {
        // A ratio needs no unit, nor does an index reached (`综合指数为4.46`).
        "" => (!number.form.needs_no_unit() && !index_value(stream, number, lead), NoFigure::NoUnit),
        // `平均受教育年限达11年` is a length of time.
        "年" | "学年" => (!fraction && (number.value >= 100.0 || !lasts(stream, number)), NoFigure::Year),
        // `时速350公里的铁路`: a speed names a class of line.
        "公里" | "千米" if stream.ends(0, lead.start.min(number.at.start), "时速") => (true, NoFigure::Class),
        // A voltage names a class of line, not what was built.
        "千伏" | "伏" => (true, NoFigure::Class),
        // `8个1类新药`: a class, right after the number of things.
        "类" => (counts_before(stream, number.at.start), NoFigure::Class),
        // `2024县域白皮书` is a year.
        "县" | "市" | "省" | "镇" | "乡" | "村" | "国" | "校" => (number.value > 1900.0, NoFigure::Year),
        "日" | "个月" | "个季度" | "周" => {
            (lead.change.is_none() && !shortened(stream, lead), NoFigure::Duration)
        }
        // `提升15分钟生活圈功能`
        "小时" | "个小时" | "分钟" | "秒" => {
            (!led || (is_han(next) && !matches!(next, '以' | '左' | '的')), NoFigure::TimeInName)
        }
        // `人均预期寿命提高1岁以上` is a growth.
        "岁" => {
            let limit = stream.has(unit.end, "以") || stream.has(unit.end, "及");
            (!fraction && !led || limit && lead.change.is_none(), NoFigure::Age)
        }
        "度" | "克" | "里" => (!fraction && !led, NoFigure::LooseMeasure),
        _ => {
            let meant = threshold(stream, unit, lead) || among(stream, number, unit) || one_of(stream, number, unit);
            (meant, NoFigure::Threshold)
        }
    };
    refused.then_some(why)
}

/// Whether a number with a colon beside it is a time of day (`09:20`).
fn is_clock(stream: &Stream<'_>, number: &Number) -> bool {
    let padded = |at: usize| stream.at(at) == '0' && stream.at(at + 1).is_ascii_digit();
    let start = number.at.start;
    padded(start)
        || padded(number.at.end + 1)
        || (start..start + 2).any(|at| padded(at.saturating_sub(3)) && stream.before(start) == ':')
}

/// An index needs no unit: `综合指数为4.46`, `经济效益综合指数148.7`, `收入倍差从1.96缩小至1.81`.
fn index_value(stream: &Stream<'_>, number: &Number, lead: &LeadIn) -> bool {
    let next = stream.at(number.at.end);
    let start = lead.start.min(number.at.start);
    let leaving = matches!(stream.before(start), '从' | '由');
    let named = ["指数", "系数", "倍差", "收入比"].iter().any(|word| stream.ends(0, start, word));
    let ends = !is_han(next) && !next.is_ascii_alphanumeric() && !matches!(next, '+' | '-' | '—' | '×' | '”');
    // `缩小到2.00` is as written.
    let decimal = stream.text(number.at.clone()).contains('.');
    decimal && ((lead.settled && ends) || (leaving && is_han(next)) || (named && ends))
}

/// Whether the words before a number of years name a length of time (`受教育年限达11年`).
fn lasts(stream: &Stream<'_>, number: &Number) -> bool {
    stream.find(number.at.start.saturating_sub(5)..number.at.start, "年限").is_some()
}

/// `缩短至3个月`: the time that something takes, not a time that passes.
fn shortened(stream: &Stream<'_>, lead: &LeadIn) -> bool {
    let reach = lead.start.saturating_sub(4);
    lead.settled && (reach..lead.start).any(|at| matches!(stream.at(at), '缩' | '减' | '降'))
}

/// Whether an amount of money only says which projects or firms are meant: `10亿元以上项目32个`, `产值超30亿元的工业企业3家`.
fn threshold(stream: &Stream<'_>, unit: &Unit, lead: &LeadIn) -> bool {
    let above = ["以上", "以下"].iter().any(|word| stream.has(unit.end, word));
    // `产值超30亿元的工业企业`, `总量超200亿元县`
    let kinds = &lists().refusal_kinds;
    let beyond =
        lead.qualifier.is_some() && (stream.at(unit.end) == '的' || stream.longest_at(unit.end, kinds).is_some());
    let start = start_of(stream, unit);
    let noun = |at: usize| is_han(stream.at(at)) && !matches!(stream.at(at), '的' | '水' | '并' | '和' | '至' | '到');
    // `10万千瓦及以下燃煤机组`, `一批50万千瓦以上风光基地`, `550大卡以上热值煤矸石`, `全球前1‰学科`: which of them are meant.
    let free = !lead.settled && lead.change.is_none() && !matches!(unit.name.as_str(), "%" | "‰");
    let limits = stream.longest_at(unit.end, &["及以下", "及以上", "以下"]);
    if limits.is_some_and(|length| noun(unit.end + length)) && free
        || above && noun(unit.end + 2) && (stream.before(start) == '批' || unit.name.ends_with('卡'))
        || matches!(unit.name.as_str(), "%" | "‰") && stream.before(start) == '前'
    {
        return true;
    }
    // `20万人口以上的县`, `20万以上人口县`
    if ["人口以上", "口以上", "以上人口"].iter().any(|limit| stream.has(unit.end, limit)) && free {
        return true;
    }
    // `20万平方米以上的楼盘`
    let size = above && stream.at(unit.end + 2) == '的' && unit.name.ends_with(['米', '瓦', '层', '吨', '卡', '单']);
    if size && is_han(stream.at(unit.end + 3)) {
        return true;
    }
    // `100亩以上的蔬菜园区达158个`: what is counted comes after.
    let clause = clause::around(stream, unit.end);
    let counted = || stream.is_numbered(unit.end..clause.end);
    if above && stream.at(unit.end + 2) == '的' && matches!(unit.name.as_str(), "亩" | "公顷") && counted() {
        return true;
    }
    // `首个300亿元园区`
    let classed = matches!(stream.before(start), '个' | '家' | '座');
    if unit.name.ends_with('元') && classed && stream.longest_at(unit.end, kinds).is_some() {
        return true;
    }
    // `30户以上自然村`
    if above && matches!(unit.name.as_str(), "户" | "人" | "层") && is_han(stream.at(unit.end + 2)) {
        return true;
    }
    // `30亿以上特大产业项目`: money, of which 元 goes unsaid.
    let money = unit.name.ends_with('元') || above && matches!(unit.name.as_str(), "亿" | "千万" | "万亿");
    if !money || !(above || beyond) {
        return false;
    }
    // `亿元以上项目80个，其中10亿元以上15个`, `500万元以上的4家`
    let of = usize::from(stream.at(unit.end + 2) == '的');
    if above && stream.at(unit.end + 2 + of).is_ascii_digit() {
        return true;
    }
    let start = unit.end + if above { 2 } else { 0 };
    let reach = (start..start + LONGEST_NAME).take_while(|at| is_han(stream.at(*at))).count() + start;
    lists().refusal_bearers.iter().any(|noun| stream.find(start..reach, noun).is_some())
}

/// Where the number before a unit begins.
fn start_of(stream: &Stream<'_>, unit: &Unit) -> usize {
    let number = |at: &usize| !(stream.at(*at).is_ascii_digit() || stream.at(*at) == '.');
    let digits = (0..unit.end).rev().find(|at| stream.at(*at).is_ascii_digit()).unwrap_or(0);
    (0..digits).rev().find(number).map_or(0, |at| at + 1)
}

/// Whether a limit stands between a number of things and the things (`100所海拔1500米以上学校`, `3个5000万元以上的项目`): it says which
/// of them are meant.
fn among(stream: &Stream<'_>, number: &Number, unit: &Unit) -> bool {
    let limit = stream.longest_at(unit.end, &["以上", "以下", "以上的", "以下的"]);
    if !limit.is_some_and(|length| is_han(stream.at(unit.end + length))) {
        return false;
    }
    let reach = number.at.start.saturating_sub(LONGEST_COUNT);
    let digit = (reach..number.at.start).rev().find(|at| !is_han(stream.at(*at)));
    digit.filter(|at| stream.at(*at).is_ascii_digit()).is_some_and(|at| {
        let counted = unit::read(stream, at + 1);
        lists().refusal_counted.contains(&counted.name.as_str()) && counted.end <= number.at.start
    })
}

/// Whether a number only says among how many something has its place (`退出全国168个重点城市空气质量“后十位”`, `全国首批5个国家公园之一`).
fn one_of(stream: &Stream<'_>, number: &Number, unit: &Unit) -> bool {
    let first = if stream.ends(0, number.at.start, "首批") { 2 } else { 0 };
    let of_scope = stream.longest_before(0, number.at.start - first, WordTag::Scope.words()).is_some();
    let reach = clause::around(stream, unit.end).end;
    let placed = ["之一", "中排", "中列", "中位", "“后", "“前"];
    of_scope && unit.name == "个" && placed.iter().any(|word| stream.find(unit.end..reach, word).is_some())
}

/// Whether a number with its measure word ends right before `end`.
fn counts_before(stream: &Stream<'_>, end: usize) -> bool {
    let digit = (end.saturating_sub(LONGEST_COUNT)..end).rev().find(|at| stream.at(*at).is_ascii_digit());
    digit.is_some_and(|at| {
        let counted = unit::read(stream, at + 1);
        !counted.name.is_empty() && counted.end == end
    })
}

/// How many characters may stand between the number of things and the limit.
const LONGEST_COUNT: usize = 5;

/// How far after a threshold the noun that it qualifies may end.
const LONGEST_NAME: usize = 12;
