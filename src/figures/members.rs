//! The members of a list of subjects, each with the words that the list says only once. Knows no numbers.

use std::ops::Range;

use super::lexicon::WordTag;
use super::member_shares::{self, measure};
use super::name::Name;
use super::phrase;
use super::stream::{Enclosure, Stream};
use super::word_lists::lists;

/// The members of a list of subjects (`SO2、NO2、PM2.5、PM10`), when there are exactly `count`.
///
/// Words that the last member shares with the others are given to each: `城镇、农村居民收入` is 城镇居民收入 and 农村居民收入.
pub(super) fn of(stream: &Stream<'_>, list: Range<usize>, count: usize) -> Option<Vec<Name>> {
    let marks: [&[&str]; 3] = [&["、"], &["、", "和", "与", "及", "以及"], &["、", "和", "与", "及", "以及", "”“"]];
    let split = marks.iter().map(|marks| split(stream, list.clone(), marks)).find(|parts| parts.len() == count)?;
    let mut names: Vec<Name> = split.iter().map(|part| Name::of(stream, part.clone())).collect();
    share_head(&mut names);
    member_shares::share_whole(&mut names);
    Some(names)
}

/// Cuts a list at its marks, but not inside names.
fn split(stream: &Stream<'_>, list: Range<usize>, marks: &[&str]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (list.start, list.start);
    while at < list.end {
        let between_names = stream.has(at, "”“") && marks.contains(&"”“");
        if between_names {
            parts.push(start..at + 1);
            start = at + 1;
            at = start;
        } else if let Some(length) = stream.longest_at(at, marks).filter(|_| {
            // `地级及以上城市` is one grade.
            let grade = stream.has(at, "及以上") || stream.has(at, "及以下");
            let open = stream.enclosure(at) == Enclosure::None && at > start;
            open && !grade && !phrase::binds_back(stream, start, at + 1)
        }) {
            parts.push(start..at);
            at += length;
            start = at;
        }
        at += 1;
    }
    parts.push(start..list.end);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Gives every member the head that only the last one names, and a bare second member what the first belongs to.
fn share_head(names: &mut [Name]) {
    member_shares::share_kind(names);
    member_shares::share_order(names);
    let several = names.len() > 2;
    let Some((last, others)) = names.split_last_mut() else { return };
    let tail: Vec<char> = last.chars().collect();
    // `进口货值、入境游客、离岛免税销售额`: where one of several has a measure of its own, each is whole.
    let of_money =
        |name: &Name| name.ends_with(['额', '值']) && several_signs(&tail, &name.chars().collect::<Vec<char>>());
    let whole = several && others.iter().any(of_money);
    for name in others.iter_mut().filter(|_| !whole) {
        let chars: Vec<char> = name.chars().collect();
        if let Some(head) = head_after(&tail, &chars, several) {
            let length: usize = head.iter().map(|c| c.len_utf8()).sum();
            *name = name.clone().with(&last.part(last.len() - length..last.len()));
        }
    }
    // `生产安全事故起数、死亡人数、受伤人数、直接经济损失`: all of the same.
    member_shares::share_owner(names);
    let Some((last, others)) = names.split_last_mut() else { return };
    // `装备制造业增加值和投资`
    let owner = others.first().and_then(|first| {
        let owners = WordTag::BareHead.words().iter().filter_map(|head| first.strip_suffix(head));
        owners.min_by_key(|owner| owner.len()).map(|owner| first.part(0..owner.len()))
    });
    if let Some(owner) = owner.filter(|owner| !owner.is_empty() && WordTag::BareHead.words().contains(&&**last)) {
        *last = joined(&owner, last);
    }
    // `专利申请量、授权量`
    let amount = |name: &str| {
        WordTag::Measure
            .words()
            .iter()
            .filter(|noun| noun.ends_with('量') && name.ends_with(**noun))
            .max_by_key(|noun| noun.len())
            .copied()
    };
    let counted = others.first().and_then(|first| Some(first.part(0..first.len() - amount(first)?.len())));
    if let Some(counted) = counted.filter(|counted| !counted.is_empty() && amount(last) == Some(&**last)) {
        *last = counted.with(last);
    }
}

/// An owner and a head; what both say is said once (商品房销售 and 销售额).
fn joined(owner: &Name, head: &Name) -> Name {
    let twice = |at: &usize| owner.len() > *at && head.starts_with(&owner[*at..]) && owner[*at..].chars().count() > 1;
    let end = owner.char_indices().map(|(at, _)| at).find(twice).unwrap_or(owner.len());
    owner.part(0..end).with(head)
}

/// The part of `last` that `name` lacks: what follows the word both share (`养老保险和医疗保险参保率`), what follows a short
/// modifier (`城镇、农村居民收入`), or the measure at the end (`新能源汽车、集成电路、工业机器人产量`).
///
/// Of `several` members each is a name of its own (`化学需氧量、氨氮、二氧化硫、氮氧化物排放量`), not a modifier.
fn head_after<'a>(last: &'a [char], name: &[char], several: bool) -> Option<&'a [char]> {
    if let Some(said) = said_of_each(last, name) {
        return Some(said);
    }
    // `出口、进口总值`: two measures, of both of which the last says in what they are counted.
    let alike = |other: &[char]| measure(other) == Some(other.len()) && other.last() == name.last();
    let counted = last.split_at_checked(name.len()).filter(|(other, _)| alike(name) && alike(other));
    if let Some((_, tail)) = counted.filter(|(_, tail)| !tail.is_empty()) {
        return Some(tail);
    }
    // `事故发生数、死亡人数`: both are numbers of something.
    if several_counts(last, name) || measure(name).is_some() {
        // `工业技改投资、制造业技改投资增速`
        let rate = ["增速", "增幅", "占比", "比重", "贡献率"].map(|rate| rate.chars().collect::<Vec<char>>());
        let rate = rate.iter().find(|rate| last.ends_with(rate) && !name.ends_with(rate));
        // `货物进口和出口通关时间`
        let own = measure(name);
        let alike = |length: &usize| own.is_some() && measure(&last[..last.len() - length]) == own;
        let tail = measure(last).filter(|length| *length > 2 && alike(length));
        if let Some(length) = tail {
            return Some(&last[last.len() - length..]);
        }
        return rate
            .filter(|rate| measure(&last[..last.len() - rate.len()]).is_some())
            .map(|rate| &last[last.len() - rate.len()..]);
    }
    // `网络零售额、旅游经营收入`: each is a measure.
    if several_signs(last, name) {
        return None;
    }
    // `“甲”“乙”区域比例`: what follows the last quote is said of each.
    let close = last.iter().rposition(|c| *c == '”').filter(|at| at + 1 < last.len());
    // `小微企业、“三农”贷款增速`
    let measured_behind = |at: usize| measure(last).is_some_and(|length| last.len() - length > at + 1);
    if let Some(at) = close.filter(|at| name.last() == Some(&'”') || !several && measured_behind(*at)) {
        let tail = &last[at + 1..];
        // `农村五保对象、城镇“三无”对象集中供养率`
        let said = (1..tail.len()).rev().find(|length| name.ends_with(&tail[..*length])).unwrap_or(0);
        return Some(&tail[said..]);
    }
    // `工业、制造业、工业技改投资`: the modifier is of the last alone.
    let trade = name.last() == Some(&'业') && measure(last).is_some_and(|length| length < last.len());
    for length in [2, 1].into_iter().filter(|length| !(trade && *length == 1)) {
        let Some(tail) = name.len().checked_sub(length).and_then(|at| name.get(at..)) else { continue };
        let shared = (1..last.len().saturating_sub(length)).rev().find(|at| last[*at..].starts_with(tail));
        // `每千人托位、养老床位数`, but not `城镇新增就业、新增发放创业担保贷款`: one sign alone shares little.
        if let Some(at) = shared.filter(|at| length == 2 || name.len() <= 4 || last.len() - at <= 3) {
            // `城市公园、“口袋公园”保有量`
            let tail = &last[at + length..];
            return Some(tail.strip_prefix(&['”']).unwrap_or(tail));
        }
    }
    // `政务系统、业务专网、移动应用整合分别完成25%、50%、20%`: what is done with each.
    let works = || WordTag::Treatment.words().iter().chain(&["整合"]).map(|work| work.chars().collect::<Vec<char>>());
    let work = works().find(|work| last.ends_with(work) && last.len() > work.len() + 1);
    if let Some(work) = work.filter(|_| !works().any(|work| name.ends_with(&work))) {
        return Some(&last[last.len() - work.len()..]);
    }
    let latin = name.iter().any(char::is_ascii_alphanumeric);
    let measured = measure_of(last).map(|length| coded(last, length)).filter(|length| *length < last.len());
    // `电子信息、装备制造业产业规模`
    let head = measured.map(|length| {
        let of_trades = last[..last.len() - length].ends_with(&['产', '业']) && last.len() > length + 4;
        length + if of_trades && name.last() != Some(&'业') { 2 } else { 0 }
    });
    let rest = last.len().saturating_sub(name.len());
    // 农村居民收入 leaves 居民收入 to 城镇, but 天然气产量 leaves only 产量 to 原煤.
    // 供水 beside 补水 is whole.
    let parallel = name.last() == last.last();
    // `医药、电子信息产业总产值`: what both are stands before the measure.
    let kind = lists()
        .members_kinds
        .iter()
        .filter_map(|kind| last.windows(2).rposition(|pair| pair.iter().eq(&kind.chars().collect::<Vec<char>>())))
        .max();
    let kind = kind.filter(|at| measured == last.len().checked_sub(at + 2) && *at >= name.len() + 2);
    if let Some(at) = kind.filter(|_| name.last() != Some(&'业')) {
        return Some(&last[at..]);
    }
    // `全国和自由贸易试验区负面清单条数`: the area is of the last alone.
    let behind = |area: &&str| {
        let area: Vec<char> = area.chars().collect();
        last.windows(area.len()).position(|part| part == area).map(|at| at + area.len())
    };
    let area = WordTag::Area.words().iter().filter_map(behind).max().filter(|end| *end + 2 <= last.len());
    if let Some(end) = area.filter(|_| !several && name.len() <= 2) {
        return Some(&last[end..]);
    }
    if !several && name.len() <= 2 && rest >= 2 && !latin && !parallel && head.is_none_or(|length| rest != length + 1) {
        return Some(&last[name.len()..]);
    }
    // 接待游客 of `接待游客和旅游收入` is a deed and needs no measure.
    let deed = WordTag::FullVerb.words().iter().any(|verb| name.starts_with(&verb.chars().collect::<Vec<char>>()));
    // `自来水、卫生户厕普及率`: 率 alone is no measure.
    let rate = |length: usize| if length == 1 && last.len() > LONGEST_RATE { rate_length(last) } else { length };
    head.filter(|_| !deed).map(|length| &last[last.len() - rate(length)..])
}

/// The length of the rate that a member ends with: 普及率, 毛入学率.
fn rate_length(last: &[char]) -> usize {
    let gross = matches!(last[last.len() - LONGEST_RATE], '毛' | '净' | '总');
    if last.last() != Some(&'率') {
        1
    } else if gross {
        LONGEST_RATE
    } else {
        LONGEST_RATE - 1
    }
}

/// A rate has no more characters.
const LONGEST_RATE: usize = 4;

/// The length of the measure that a member ends with and is more than: 吞吐量 of 货邮吞吐量, 贷款增速 of “三农”贷款增速.
fn measure_of(last: &[char]) -> Option<usize> {
    let whole = measure(last)?;
    let length =
        if whole < last.len() { whole } else { measure(&last[1..]).filter(|length| *length >= SHORTEST_WITHIN)? };
    let rate = ["增速", "增幅"]
        .iter()
        .any(|rate| last[last.len() - length..].iter().eq(rate.chars().collect::<Vec<char>>().iter()));
    let of = measure(&last[..last.len() - length]).filter(|_| rate).unwrap_or(0);
    Some(length + of)
}

/// A measure within a measure has at least as many characters.
const SHORTEST_WITHIN: usize = 3;

/// The length of a measure of so many characters with the code before it (`PM2.5平均浓度`), if that is not all of `last`.
fn coded(last: &[char], length: usize) -> usize {
    let before = last[..last.len() - length].iter().rev();
    let code = before.take_while(|sign| sign.is_ascii_alphanumeric() || **sign == '.').count();
    if length + code < last.len() { length + code } else { length }
}

/// Whether two members of a list both end with the same sign of a measure, and so are measures of their own.
fn several_counts(one: &[char], other: &[char]) -> bool {
    matches!(one.last(), Some('数' | '额')) && one.last() == other.last()
}

/// Whether a member ends with a sign of measures as the last one ends with a measure, and so needs none of it.
fn several_signs(last: &[char], name: &[char]) -> bool {
    let sign = matches!(name.last(), Some('额' | '值' | '率')) && name.len() >= 3;
    sign && measure(last).is_some() && measure(last) != Some(last.len())
}

/// What a verb says of the last member and so of each (`产业基金、新增能耗、新增用地支持民间投资项目比重`), with its measure if they lack one
/// (`制造业、高技术制造业增加值占工业比重`).
fn said_of_each<'a>(last: &'a [char], name: &[char]) -> Option<&'a [char]> {
    let says = |at: &usize| {
        ["支持", "用于", "占", "在全"].iter().any(|verb| last[*at..].starts_with(&verb.chars().collect::<Vec<char>>()))
    };
    let at = (2..last.len().saturating_sub(2)).find(says).filter(|_| !name.contains(&'占'))?;
    let shared = measure(&last[..at]).filter(|length| measure(name).is_none() && *length < at).unwrap_or(0);
    Some(&last[at - shared..])
}
