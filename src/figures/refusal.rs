//! Numbers that state no quantity: years, code names, thresholds, labels. Knows no indicators.

use super::number::Number;
use super::qualifier::Lead;
use super::stream::{Named, Stream};
use super::unit::Unit;

/// Whether a number that is no rank states nothing a reader could chart or compare.
pub(super) fn refused(stream: &Stream<'_>, number: &Number, unit: &Unit, lead: &Lead) -> bool {
    let led = lead.settled || lead.change.is_some() || lead.qualifier.is_some();
    match stream.named(number.at.start) {
        Named::Title => return true,
        Named::Quote if lead.change.is_none() => return true,
        _ => {}
    }
    let next = stream.at(unit.end);
    let fraction = number.value.fract() != 0.0;
    stream.before(number.at.start) == '第'
        || next == '级'
        || next == '号'
        || match unit.name.as_str() {
            // A ratio needs no unit, nor does an index reached (`综合指数为4.46`).
            "" => !number.ratio && !(fraction && lead.settled && !is_han(next)),
            "年" | "学年" => !fraction,
            "日" | "个月" | "周" => lead.change.is_none() && !shortened(stream, lead),
            "小时" | "个小时" | "分钟" | "秒" => !led,
            "岁" => !fraction && !led || stream.has(unit.end, "以") || stream.has(unit.end, "及"),
            "度" | "克" | "里" => !fraction && !led,
            _ => threshold(stream, unit, lead),
        }
}

/// `缩短至3个月`: the time that something takes, not a time that passes.
fn shortened(stream: &Stream<'_>, lead: &Lead) -> bool {
    let reach = lead.start.saturating_sub(4);
    lead.settled && (reach..lead.start).any(|at| matches!(stream.at(at), '缩' | '减' | '降'))
}

/// Whether an amount of money only says which projects or firms are meant: `10亿元以上项目32个`, `产值超30亿元的工业企业3家`.
fn threshold(stream: &Stream<'_>, unit: &Unit, lead: &Lead) -> bool {
    let above = ["以上", "以下"].iter().any(|word| stream.has(unit.end, word));
    let beyond = lead.qualifier.is_some() && stream.at(unit.end) == '的';
    if !unit.name.ends_with('元') || !(above || beyond) {
        return false;
    }
    let start = unit.end + if above { 2 } else { 0 };
    let reach = (start..start + LONGEST_NAME).take_while(|at| is_han(stream.at(*at))).count() + start;
    ["项目", "企业", "工程", "园区", "产业", "集群", "镇", "乡", "村"]
        .iter()
        .any(|noun| stream.find(start..reach, noun).is_some())
}

/// How far after a threshold the noun that it qualifies may end.
const LONGEST_NAME: usize = 12;

/// Whether a character is a Chinese ideograph.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}
