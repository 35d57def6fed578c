//! Gives the numbers of a list a list of subjects, each its own in order, as 分别 (respectively) says. Knows no single names.

use std::ops::Range;

use super::figure::Kind;
use super::lexicon::WordTag;
use super::name::Name;
use super::phrase::trim_front;
use super::predicate;
use super::quantity::Quantity;
use super::stream::Stream;
use super::surroundings::Surroundings;
use super::why::NameRule;
use super::{clause, kin, manner, members, owner, subject};

/// The names of a run of numbers, when a list of as many subjects stands before it or 分别 points back to one.
pub(super) fn names_of(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    run: &Range<usize>,
    names: &[Name],
) -> Option<Vec<Name>> {
    if run.len() < 2 || quantities[run.start].ratio {
        return None;
    }
    let first = &quantities[run.start];
    // `起诉传销、集资诈骗案件70件92人`: two measures of one thing.
    let adjacent = |at: usize| quantities[at].body.end == quantities[at + 1].words.start;
    if (run.start..run.end - 1).any(adjacent) {
        return None;
    }
    let left = &around[run.start].left;
    // `申请量、授权量分居全省第一和第二`
    let places = || ["分居", "分列"].iter().find_map(|verb| stream.find(left.start..first.number.start, verb));
    let respectively = stream.find(left.start..first.number.start, "分别").or_else(places);
    // `生产和消费总量达86.5亿元、增长4%`: what it is, and how it grew.
    let grew = |next: &Quantity| next.kind == Kind::Change && next.words.start < next.number.start;
    if respectively.is_none() && first.kind != Kind::Change && quantities[run.start + 1..run.end].iter().all(grew) {
        return None;
    }
    let end = respectively.unwrap_or(first.subject_end).min(first.subject_end).max(left.start);
    let list = subject::of(stream, left.start..end, first);
    // 新增能耗 of `产业基金、新增能耗、新增工业用地比重分别为` is a subject, not the last deed of a list.
    let whole = || members::of(stream, subject::undivided(stream, left.start..end, first), run.len());
    let members = members::of(stream, list.clone(), run.len()).or_else(|| respectively.and_then(|_| whole()));
    let parted = || PARTED.iter().any(|(word, _)| stream.find(list.clone(), word).is_some());
    if let Some(members) = parted().then(|| compound(stream, &list, run.len())).flatten() {
        return Some(members);
    }
    if let Some(members) = members {
        let said = respectively.map(|at| Name::of(stream, subject::of(stream, at + 2..first.number.start, first)));
        let said = said.unwrap_or_default();
        // `国企资产总额达到23万亿元，营业总收入、利润总额分别增长`: heads of what was measured before.
        let heads = said.is_empty() && members.iter().all(|member| WordTag::BareHead.words().contains(&&**member));
        if let Some(owner) = heads.then(|| measured_before(stream, quantities, run.start, names)).flatten() {
            return Some(members.iter().map(|head| owner.clone().with(head).by(NameRule::OwnerBefore)).collect());
        }
        let newly = respectively.is_none().then(|| newly_of_all(&quantities[run.clone()], &members)).flatten();
        let whole = |member: Name| match &newly {
            Some(verb) if !member.starts_with(&**verb) => verb.clone().with(&member),
            _ => member,
        };
        // `对共建国家、非洲、欧洲出口分别增长`: with each of them.
        let towards = stream.before(list.start) == '对' && list.start > left.start;
        let towards = if towards { Name::of(stream, list.start - 1..list.start) } else { Name::default() };
        let bare = |member: &Name| WordTag::Measure.words().contains(&&**member);
        let each = |member: Name| {
            let towards = if bare(&member) { Name::default() } else { towards.clone() };
            towards.with(&whole(member)).with(&said).by(NameRule::Respective)
        };
        return Some(members.into_iter().map(each).collect());
    }
    // `从46503元和16935元分别提高到58794元和23184元`
    let leaves = || run.start.checked_sub(1).is_some_and(|before| manner::left_behind(stream, &quantities[before]));
    if (respectively.is_none() || list.is_empty() && leaves())
        && let Some(again) = names_again(stream, quantities, run, names)
    {
        return Some(again);
    }
    if let Some(paired) = respectively.is_none().then(|| growths(stream, quantities, run, names)).flatten() {
        return list.is_empty().then_some(paired);
    }
    if let Some(members) = compound(stream, &list, run.len()) {
        return Some(members);
    }
    respectively?;
    // A clause with a subject of its own takes no names from the clauses before it (`粮食总产200万吨，油料产量分别达到32万吨、18万吨`).
    let said = stream.text(list.clone());
    let own = list.len() > 3 && !WordTag::BareHead.words().contains(&said.as_str());
    // `…增加值分别增长10.2%和8.1%，占工业增加值比重分别为12.1%和32.6%`: a share is of what was named.
    let share = said.starts_with('占');
    let of_each = |before: Vec<Name>| {
        let with = |name: Name| if share { name.with(&Name::of(stream, list.clone())) } else { name };
        before.into_iter().map(with).collect()
    };
    let before = || named_before(stream, quantities, run, names).filter(|_| share || !own).map(of_each);
    before().or_else(|| clause_before(stream, first, &list, run.len()))
}

/// The verb of what came new, where it stands before the first of several things that are counted alike
/// (`新增总部机构、创新中心80家、16家`).
fn newly_of_all(quantities: &[Quantity], members: &[Name]) -> Option<Name> {
    let alike = |other: &Quantity| other.kind == Kind::Level && other.unit == quantities[0].unit;
    let deed = |name: &Name| WordTag::FullVerb.words().iter().any(|verb| name.starts_with(verb));
    let (first, others) = members.split_first()?;
    let verbs = WordTag::New.words().iter().chain(&["新增"]).filter(|verb| first.starts_with(**verb));
    let length =
        verbs.map(|verb| verb.len()).max().filter(|_| quantities.iter().all(alike) && !others.iter().any(deed))?;
    Some(first.part(0..length))
}

/// What the quantity before is a measure of.
fn measured_before(stream: &Stream<'_>, quantities: &[Quantity], index: usize, names: &[Name]) -> Option<Name> {
    let name = names.get(index.checked_sub(1)?)?;
    let owner = owner::before(stream, quantities, index, names, "")?;
    let head = name.strip_prefix(&*owner)?;
    WordTag::BareHead.words().contains(&head).then_some(owner)
}

/// The members that one word of a subject stands for (`城乡低保标准提高到740元/月和485元/月`), when there are `count`.
fn compound(stream: &Stream<'_>, list: &Range<usize>, count: usize) -> Option<Vec<Name>> {
    let word_at = |at: usize| {
        let fits = |(word, parts): &&(&str, &[&str])| stream.has(at, word) && parts.len() == count;
        COMPOUNDS.iter().chain(PARTED).find(fits).map(|(word, parts)| (at, at + word.chars().count(), *parts))
    };
    let Some((start, end, parts)) = list.clone().find_map(word_at) else {
        return single_signs(stream, list, count);
    };
    let (before, after) = (Name::of(stream, list.start..start), Name::of(stream, end..list.end));
    let member = |part: &&str| before.clone().with_words(part).with(&after).by(NameRule::Compound);
    Some(parts.iter().map(member).collect())
}

/// Three or more things of one sign each before their measure: 肉, 蛋 and 奶 of 肉蛋奶总产量.
fn single_signs(stream: &Stream<'_>, list: &Range<usize>, count: usize) -> Option<Vec<Name>> {
    let said = stream.text(list.clone());
    let measure =
        WordTag::Measure.words().iter().filter(|noun| said.ends_with(**noun)).max_by_key(|noun| noun.len())?;
    said.strip_suffix(measure).filter(|signs| count >= 3 && signs.chars().count() == count)?;
    let shared = Name::of(stream, list.start + count..list.end);
    let sign = |at: usize| Name::of(stream, at..at + 1).with(&shared).by(NameRule::Compound);
    Some((list.start..list.start + count).map(sign).collect())
}

/// The names of as many numbers right before, when the run says where each of them leads (`分别从645元、4318元提高到801元、7226元`).
fn names_again(stream: &Stream<'_>, quantities: &[Quantity], run: &Range<usize>, names: &[Name]) -> Option<Vec<Name>> {
    let before = run.start.checked_sub(run.len())?;
    let link = quantities[run.start - 1].body.end..quantities[run.start].number.start;
    let near = link.len() <= LONGEST_LINK && link.clone().any(|at| matches!(stream.at(at), '到' | '至'));
    let alike = (0..run.len()).all(|offset| quantities[before + offset].unit == quantities[run.start + offset].unit);
    let members = names.get(before..run.start).filter(|members| near && alike && distinct(members))?;
    Some(members.iter().map(|member| member.again(NameRule::LeadsOn)).collect())
}

/// How many characters may lead from the first values to the second.
const LONGEST_LINK: usize = 10;

/// The names of as many amounts in the clauses before, when the run says how each of them grew without saying 分别
/// (`城镇居民收入17175元，农村居民收入5153元，实际增长9.8%和8.5%`).
fn growths(stream: &Stream<'_>, quantities: &[Quantity], run: &Range<usize>, names: &[Name]) -> Option<Vec<Name>> {
    let before = run.start.checked_sub(run.len())?;
    let sentence = clause::sentence(stream, quantities[run.start].number.start);
    let of_kind = |kind: Kind| {
        let all = &quantities[before..run.start];
        all.iter().all(|amount| amount.kind == kind && sentence.contains(&amount.number.start))
    };
    let grown = quantities[run.clone()].iter().all(|growth| growth.kind == Kind::Change);
    // `收入分别增长10.8%和14.9%，高于全国0.1和2.2个百分点`
    let amounts =
        of_kind(Kind::Level) || of_kind(Kind::Share) || of_kind(Kind::Change) && quantities[run.start].against;
    let members = names.get(before..run.start).filter(|members| amounts && grown && distinct(members))?;
    Some(members.iter().map(|member| member.again(NameRule::GrowthOfEach)).collect())
}

/// Whether no two names are the same.
fn distinct(names: &[Name]) -> bool {
    names.iter().enumerate().all(|(index, name)| !names[..index].contains(name))
}

/// Words that stand for several subjects at once.
const COMPOUNDS: &[(&str, &[&str])] = &[
    ("城乡", &["城镇", "农村"]),
    ("一二三产", &["一产", "二产", "三产"]),
    ("内外资", &["内资", "外资"]),
    ("存贷款", &["存款", "贷款"]),
    ("收支", &["收入", "支出"]),
];

/// The same with a mark inside, which is no list of two.
const PARTED: &[(&str, &[&str])] = &[
    ("城、乡", &["城镇", "农村"]),
    ("存、贷款", &["存款", "贷款"]),
    ("第一、二、三产业", &["第一产业", "第二产业", "第三产业"]),
    ("一、二、三产业", &["第一产业", "第二产业", "第三产业"]),
];

/// The names of the quantities of the clauses before, when there are enough of them in the same sentence.
fn named_before(stream: &Stream<'_>, quantities: &[Quantity], run: &Range<usize>, names: &[Name]) -> Option<Vec<Name>> {
    let number = quantities[run.start].number.start;
    let (clause, sentence) = (clause::around(stream, number), clause::sentence(stream, number));
    let mut distinct: Vec<Name> = Vec::new();
    // `新增总部机构、创新中心80家、16家，累计分别达到1522家、103家`: all that there are, and not the new ones.
    let in_all = quantities[run.start].settled
        && WordTag::Total
            .words()
            .iter()
            .chain(&["累计"])
            .any(|total| stream.find(clause.start..number, total).is_some());
    for index in 0..run.start {
        let at = quantities[index].number.start;
        if at >= sentence.start && at < clause.start && !distinct.contains(&names[index]) {
            distinct.push(names[index].again(NameRule::RespectiveBefore));
        }
    }
    if in_all {
        distinct = distinct.iter().map(owner::without_newly).collect();
    }
    // `增加值分别增长6%、5%，分别居全国第二、第七`
    let last = run.start.saturating_sub(1);
    if quantities[run.start].kind == Kind::Rank && kin::is_growth_alone(quantities, last, names) {
        distinct = distinct.into_iter().map(|name| name.with_words("增速")).collect();
    }
    let from = distinct.len().checked_sub(run.len())?;
    Some(distinct.split_off(from))
}

/// The subjects that the clause before lists, with what the clause of the numbers says of each (`处理率分别达到95%、85%`).
fn clause_before(stream: &Stream<'_>, first: &Quantity, said: &Range<usize>, count: usize) -> Option<Vec<Name>> {
    let before = clause::before(stream, &clause::around(stream, first.number.start))?;
    // What has numbers of its own lists no subjects for others.
    if stream.is_numbered(before.clone()) && stream.text(said.clone()).starts_with('占') {
        return None;
    }
    let list = without_list_predicate(stream, trim_front(stream, before, &[WordTag::Opener.words()]));
    let said = Name::of(stream, said.clone());
    let shared: String = said.chars().take(2).collect();
    let full = |member: Name| {
        let end = member.find(&shared).filter(|at| !shared.is_empty() && *at > 0).unwrap_or(member.len());
        member.part(0..end).with(&said).by(NameRule::ListBefore)
    };
    Some(members::of(stream, list, count)?.into_iter().map(full).collect())
}

/// A list of subjects without what is said of them; only the last member can carry a predicate.
fn without_list_predicate(stream: &Stream<'_>, list: Range<usize>) -> Range<usize> {
    let last = list
        .clone()
        .rev()
        .find(|at| matches!(stream.at(*at), '、' | '和' | '及' | '与'))
        .map_or(list.start, |at| at + 1);
    list.start..predicate::without_predicate(stream, last..list.end).end
}
