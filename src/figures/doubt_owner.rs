//! Whether a name in a clause that goes on lacks what the sentence has spoken of before, so that it reads as if it were of the whole place.
//! Knows no periods.

use std::ops::Range;

use super::body_before;
use super::clause;
use super::deeds;
use super::figure::Kind;
use super::general;
use super::key_statistics;
use super::lexicon::WordTag;
use super::name::Name;
use super::opening;
use super::phrase::{trim_back, trim_front};
use super::predicate;
use super::quantity::Quantity;
use super::stream::Stream;
use super::why::NameRule;
use super::word_lists::lists;
use crate::text::is_han;

/// Whether the name of a quantity leaves out whose it is.
pub(super) fn is_missing(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let has = |rule: NameRule| name.rules().contains(&rule);
    // `新能源汽车市场渗透率全国第一，保有量突破50万辆`: of what the sentence began with.
    let left_over = has(NameRule::Subject) && is_left_over(stream, name);
    // `非常规天然气发展方面，推动甲项目建设，力争产量突破200亿立方米`: of what the sentence is about.
    let found = [NameRule::ProjectBefore, NameRule::Topic, NameRule::Purpose, NameRule::OwnerBefore];
    let about = found.into_iter().any(has) && is_under_aspect(stream, quantity);
    let own = name.rules().iter().all(|rule| OWN.contains(rule));
    let listed = name.rules().iter().all(|rule| OWN.contains(rule) || *rule == NameRule::VerbOfList);
    let of_lead = listed && quantity.kind == Kind::Level && body_before::is_of_lead(stream, quantity, name);
    left_over || about || of_lead || own && is_missing_from_own(stream, quantity, name)
}

/// The same of a name that was read in its own clause alone.
fn is_missing_from_own(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let level = quantity.kind == Kind::Level;
    // `用好资金，带动消费超650亿元`: by what, nobody said in words that were understood.
    let brought = lists().served_verbs.iter().any(|verb| name.starts_with(verb)) && !name.contains('的');
    let thing = level && !key_statistics::is_name(name);
    level && brought
        || general::is_of_nothing(stream, quantity, name)
        || quantity.kind != Kind::Rank && is_of_body(stream, name)
        || thing && (is_vague(name) || is_of_before(stream, quantity, name))
}

/// The rules of names that were read in their own clause alone.
const OWN: [NameRule; 3] = [NameRule::Subject, NameRule::Counted, NameRule::VerbBefore];

/// Whether a name is a measure alone, no key statistic, in a clause that goes on from another.
fn is_left_over(stream: &Stream<'_>, name: &Name) -> bool {
    let measure = |words: &str| {
        let sign = words.ends_with(['量', '额', '值']) && (2..=3).contains(&words.chars().count());
        let size = ["规模", "价值", "装机", "产能"].contains(&words);
        sign || size || WordTag::Measure.words().contains(&words) || lists().reached_levels.contains(&words)
    };
    // `创新发展模式，产业投资突破1300亿元`: 产业 does not say of what either, nor does 资产资源 of 资产资源规模.
    let mut rest = &**name;
    while !(rest.len() < name.len() && measure(rest))
        && let Some(shorter) = lists().doubt_generic.iter().find_map(|word| rest.strip_prefix(word))
    {
        rest = shorter;
    }
    let generic = rest.len() < name.len() && measure(rest);
    let alone = (measure(name) && name.chars().count() <= LONGEST_LEFT_OVER || generic)
        && !key_statistics::is_name(name)
        && (!lists().doubt_whole.contains(&&**name) || is_of_list(stream, name));
    let goes_on = |start: usize| {
        let listed = start > 0 && stream.before(start) == '、';
        listed || clause::around(stream, start).start > clause::sentence(stream, start).start
    };
    // `农村养老保险工作全面开展，参保人数达到8000人`
    let partial = is_partial(name) && !is_of_list(stream, name);
    // A clause without numbers says of what.
    let leads_over = |start: usize| {
        let own = clause::around(stream, start);
        let before = clause::before(stream, &own).filter(|_| stream.before(own.start) != '；');
        before.is_some_and(|before| !stream.is_numbered(before))
    };
    alone && (generic || name.start().is_some_and(goes_on)) || partial && name.start().is_some_and(leads_over)
}

/// Whether a name says of its things no more than how they came to be counted (`入驻企业`, `参合率`).
fn is_partial(name: &str) -> bool {
    let lists = lists();
    let shorter = lists.doubt_partial.iter().find_map(|word| name.strip_prefix(word));
    shorter.is_some_and(|rest| lists.doubt_partial_heads.contains(&rest) || is_partial(rest))
}

/// Whether a measure stands behind a number of its clause that is of something else (`猕猴桃产值增长8.5%、出口增长53.6%`).
fn is_of_list(stream: &Stream<'_>, name: &Name) -> bool {
    let Some(start) = name.start().filter(|start| *start > 0 && stream.before(*start) == '、') else { return false };
    let before = clause::around(stream, start).start..start;
    let kin = lists().doubt_whole.iter().chain(&["贸易", "外资"]);
    let numbered = stream.is_numbered(before.clone());
    numbered && !kin.into_iter().any(|word| stream.find(before.clone(), word).is_some())
}

/// A measure with more characters says of what it is.
const LONGEST_LEFT_OVER: usize = 4;

/// Whether a name is no more than that steps were taken, of whatever kind (`具体举措`, `支持政策`).
fn is_vague(name: &str) -> bool {
    let modifiers = || lists().doubt_modifiers.iter().chain(WordTag::Grade.words()).chain(WordTag::FullVerb.words());
    let mut rest = name;
    while let Some(shorter) = modifiers().find_map(|word| rest.strip_prefix(*word)) {
        rest = shorter;
    }
    lists().doubt_vague.contains(&rest)
}

/// Whether a deed goes on from a clause without numbers about a part of the place (`成功申建自贸试验区，…新设立企业2万余家`) or about a work
/// (`中老铁路发展远超预期，累计发送旅客超6400万人次`), which the name does not say.
fn is_of_before(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let own = clause::around(stream, quantity.number.start);
    let of_all = stream.longest_at(own.start, &lists().doubt_places).is_some();
    let led = begins_with_deed(stream, &own) && !says_area(name) && !of_all;
    // `建好综合试验区，培育10个产业集群`: two deeds.
    let before = led.then(|| leading(stream, &own)).flatten().filter(|before| !begins_with_deed(stream, before));
    before.is_some_and(|before| {
        before.len() <= LONGEST_FIRST && (names_area(stream, before.clone()) || tells_of_work(stream, before))
    })
}

/// Whether a clause begins with a deed, and so with no subject of its own.
fn begins_with_deed(stream: &Stream<'_>, clause: &Range<usize>) -> bool {
    deeds::opening(stream, clause).is_some() || stream.has(clause.start, "累计")
}

/// The clause without numbers that a deed goes on from, over the deeds with numbers between them.
fn leading(stream: &Stream<'_>, own: &Range<usize>) -> Option<Range<usize>> {
    let mut clause = own.clone();
    loop {
        let before = clause::before(stream, &clause).filter(|_| stream.before(clause.start) != '；')?;
        if !stream.is_numbered(before.clone()) {
            return Some(before);
        }
        if !begins_with_deed(stream, &before) {
            return None;
        }
        clause = before;
    }
}

/// Whether a clause tells something of one work (`中老铁路发展远超预期`).
fn tells_of_work(stream: &Stream<'_>, clause: Range<usize>) -> bool {
    let range = opening::without_opening(stream, clause.clone());
    let said = predicate::without_predicate(stream, range.clone());
    // `论坛效应持续放大`
    let said = trim_back(stream, said, &[&["效应", "建设", "影响力"]]);
    said.end < range.end
        && said.len() > 2
        && lists().doubt_works.iter().any(|work| stream.ends(said.start, said.end, work))
}

/// Whether a short measure goes on from a sentence whose subject is one body among others (`酒钢集团实现产业重塑，高端产品占比提高到70%`,
/// `省属企业完成投资553亿元、研发投入133.5亿元`), which it does not say.
fn is_of_body(stream: &Stream<'_>, name: &Name) -> bool {
    let measure =
        lists().doubt_measures.iter().any(|sign| name.ends_with(sign)) && name.chars().count() <= LONGEST_PART;
    let Some(start) = name.start().filter(|_| measure) else { return false };
    let first = clause::around(stream, clause::sentence(stream, start).start);
    if begins_with_deed(stream, &first) {
        return false;
    }
    let opened = trim_front(stream, first.clone(), &[WordTag::Opener.words()]);
    let reach = opened.end.min(opened.start + LONGEST_BODY);
    let ends = |at: usize| {
        let body = stream.longest_at(at, &lists().doubt_bodies);
        Some(at + body.or_else(|| is_other_place(stream, opened.start, at).then_some(1))?)
    };
    let Some(body) = (opened.start..reach).find_map(ends).filter(|end| *end <= start) else { return false };
    let alone = (opened.start..body).all(|at| is_han(stream.at(at)));
    let parted = (body..start).any(|at| stream.at(at) == '；');
    let own = clause::around(stream, start);
    let opens = opening::without_opening(stream, own.clone()).start >= start || stream.before(start) == '、';
    let goes_on = own.start > first.start || stream.is_numbered(body..start);
    alone && !parted && opens && goes_on && !lists().doubt_bodies.iter().any(|word| name.contains(word))
}

/// Whether the name of a place that is a part of the whole ends at `at` (`上思县`, `港口区`).
fn is_other_place(stream: &Stream<'_>, start: usize, at: usize) -> bool {
    let short = (start + 2..=start + 4).contains(&at);
    let kind = match stream.at(at) {
        '县' | '旗' => true,
        '市' => !matches!(stream.before(at), '城' | '强' | '兴'),
        '区' => !lists().doubt_districts.iter().any(|word| stream.ends(start, at + 1, word)),
        _ => false,
    };
    let all = [stream.at(start), stream.before(at)].iter().any(|sign| matches!(sign, '全' | '各' | '我' | '本' | '每'));
    short
        && kind
        && !all
        && !matches!(stream.at(at + 1), '域' | '区' | '级' | '乡' | '市' | '直' | '委' | '政' | '人' | '场')
}

/// A name that leaves out whose it is has no more characters, and the name of a body no more than that.
const LONGEST_PART: usize = 8;
const LONGEST_BODY: usize = 14;

/// Whether the sentence of a quantity says in its first clause which field it is about (`非常规天然气发展方面`).
fn is_under_aspect(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let first = clause::around(stream, clause::sentence(stream, quantity.number.start).start);
    stream.ends(first.start, first.end, "方面") && !first.contains(&quantity.number.start)
}

/// A clause that leads over to what was done in an area has no more characters.
const LONGEST_FIRST: usize = 24;

/// Whether a clause speaks of one area and of nothing beside it.
fn names_area(stream: &Stream<'_>, clause: Range<usize>) -> bool {
    let mut areas = clause.clone().filter(|at| stream.longest_at(*at, WordTag::Area.words()).is_some());
    areas.next().is_some() && stream.find(clause, "、").is_none()
}

/// Whether a name says of an area itself.
fn says_area(name: &str) -> bool {
    WordTag::Area.words().iter().any(|area| name.contains(area))
}
