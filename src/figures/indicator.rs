//! Names what a number measures, in the report's own words. Knows no periods.

use std::ops::Range;

use super::bare::{is_bare, without_modifiers};
use super::figure::Kind;
use super::lexicon::WordTag;
use super::name::Name;
use super::quantity::Quantity;
use super::stream::{Enclosure, Stream};
use super::surroundings::{self, Surroundings};
use super::why::NameRule;
use super::word_lists::lists;
use super::{
    clause, counted, doubt_counted, ellipsis, evidence, head, inherited, key_statistics, kin, lists, owner, respective,
    said_once, spoken_of, subject,
};
use crate::text::is_han;

/// The names of all quantities of a stream.
pub(super) fn name_all(stream: &Stream<'_>, quantities: &[Quantity]) -> Vec<Name> {
    let around = surroundings::all(stream, quantities);
    let mut names = Vec::with_capacity(quantities.len());
    for run in lists::runs(stream, quantities) {
        match respective::names_of(stream, quantities, &around, &run, &names) {
            Some(members) => names.extend(members),
            None => name_run(stream, quantities, &around, run, &mut names),
        }
    }
    spoken_of::serve(stream, quantities, &mut names);
    said_once::grades(stream, quantities, &mut names);
    said_once::work(stream, quantities, &mut names);
    said_once::events(stream, quantities, &mut names);
    let names = names.into_iter().map(|name| without_within(stream, name));
    let whole = |name: Name| if name.is_empty() { name.again(NameRule::Nothing) } else { with_growth(stream, name) };
    names.map(whole).collect()
}

/// A name without the end of `在…中` (`在全省一类县考核中排名第五`, `在16个合作社中`).
fn without_within(stream: &Stream<'_>, name: Name) -> Name {
    let Some(start) = name.start().filter(|_| name.ends_with('中')) else { return name };
    let inside = stream.find(clause::around(stream, start).start..start, "在").is_some() || name.starts_with('在');
    let word = ["高中", "初中", "集中"].iter().any(|word| name.ends_with(word));
    if !inside || word {
        return name;
    }
    let opens = name.strip_prefix('在').map_or(0, |_| '在'.len_utf8());
    let rules = name.rules().to_vec();
    rules.into_iter().fold(name.part(opens..name.len() - '中'.len_utf8()), Name::by)
}

/// The name with the word of growth behind it, where only both together are a statistic: `经济增长预期目标为5%左右`.
fn with_growth(stream: &Stream<'_>, name: Name) -> Name {
    let Some(end) = name.end() else { return name };
    let grown = name.clone().with(&Name::of(stream, end..end + 2));
    if !key_statistics::is_name(&name) && key_statistics::is_name(&grown) { grown.by(NameRule::Growth) } else { name }
}

/// Names the members of a run one by one; numbers that measure one thing (`3800户、58万平方米棚户区改造`) take the name of the last.
fn name_run(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    run: Range<usize>,
    names: &mut Vec<Name>,
) {
    let last = run.end - 1;
    let bare = |index: usize| subject::of(stream, around[index].left.clone(), &quantities[index]).is_empty();
    // `全球单机最大的2座35万千瓦光热发电项目`: a size stands between the number and its noun.
    let sized = run.len() == 2 && doubt_counted::is_size(stream, &quantities[last]);
    let shared = run.len() > 1
        && (sized || run.clone().all(bare))
        && head::counted(stream, &quantities[last], around[last].right.clone(), false).is_some();
    for index in run {
        let name = if shared && index < last {
            name(stream, quantities, around, last, names).by(NameRule::OneThing)
        } else {
            name(stream, quantities, around, index, names)
        };
        names.push(name);
    }
}

/// The name of one quantity.
fn name(stream: &Stream<'_>, quantities: &[Quantity], around: &[Surroundings], index: usize, names: &[Name]) -> Name {
    let quantity = &quantities[index];
    let subject = subject::of(stream, around[index].left.clone(), quantity);
    // `招商引资目标20亿元`: that it is planned is its status.
    let task = evidence::task(stream, quantity).filter(|task| subject.start < task.start && task.end <= subject.end);
    let subject = subject.start..task.map_or(subject.end, |task| task.start);
    let said = Name::of(stream, subject.clone());
    if let Some(field) = owner::next_field(stream, quantity, &around[index], &names[..index.min(names.len())]) {
        return field.with_words("排名").by(NameRule::Field);
    }
    if let Some(same) = ellipsis::same_thing(stream, quantities, around, index, names) {
        return same;
    }
    if let Some(shared) = counted::people_of(stream, quantities, around, index) {
        return shared;
    }
    if let Some(owner) = owner::after_of(stream, quantities, around, index) {
        if !said.is_empty() {
            return owned(owner, said).by(NameRule::Owner);
        }
        let attribute = owner::attribute_before(stream, quantities, around, index);
        let carried = !attribute.is_empty();
        let name = owned(owner, attribute).by(NameRule::Owner);
        return if carried { name.by(NameRule::AttributeOfList) } else { name };
    }
    // `覆盖95%以上行政村`: a verb alone names nothing.
    let bare_verb = quantity.kind == Kind::Share && WordTag::FullVerb.words().contains(&&*said);
    let named = !said.is_empty() && !bare_verb;
    if let Some(head) = head::counted(stream, quantity, around[index].right.clone(), named) {
        let head = counted::without_receiver(stream, quantity, counted::with_place(stream, quantities, index, head));
        let (verb, rule) = if stream.has(head.start, "人口的") && head.len() == 2 {
            (Name::default(), NameRule::VerbBefore)
        } else if said.is_empty() {
            (owner::carried_verb(quantities, around, index.min(names.len()), names), NameRule::VerbOfList)
        } else {
            (counted::prefix(stream, &subject, quantity), NameRule::VerbBefore)
        };
        let alone = verb.is_empty();
        let name = verb.with(&Name::of(stream, head)).by(NameRule::Counted);
        return if alone { name } else { name.by(rule) };
    }
    if said.is_empty() {
        return ellipsis::stage(stream, quantities, around, index, names)
            .unwrap_or_else(|| unsaid(stream, quantities, around, index, names));
    }
    ellipsis::completed(stream, quantities, around, index, names, &said)
        .unwrap_or_else(|| spoken(stream, quantities, around, index, names, subject))
}

/// The name of a quantity whose clause says `subject`, with what it belongs to where that is unsaid.
fn spoken(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    index: usize,
    names: &[Name],
    subject: Range<usize>,
) -> Name {
    let said = Name::of(stream, subject.clone());
    if spends(stream, &said, &subject)
        && let Some(purpose) = owner::purpose(stream, quantities, around, index)
    {
        return purpose.with(&said).by(NameRule::Purpose);
    }
    // `推进重点项目75个，项目总投资1684亿元`
    let head = said.strip_prefix("项目").filter(|head| is_bare(head)).map(|head| said.len() - head.len());
    let counted = index.checked_sub(1).and_then(|before| names.get(before)).filter(|name| name.ends_with("项目"));
    if let (Some(head), Some(projects)) = (head, counted) {
        return projects.part(0..projects.len()).with(&said.part(head..said.len())).by(NameRule::ProjectsBefore);
    }
    if let Some(name) = owner::attribute_of(stream, &subject).filter(|(_, head)| is_bare(head)) {
        return name.0.with(&name.1).by(NameRule::SubjectBefore);
    }
    let belongs = || {
        let introduced = spoken_of::introduced(stream, quantities, index, &said);
        let before = || owner::before(stream, quantities, index, names, &said);
        let project = || spoken_of::project_before(stream, &subject, &said);
        let total = WordTag::Total.words().contains(&&*said) || said.ends_with("增加值");
        let topic = || spoken_of::topic(stream, &subject, total);
        (introduced.map(|owner| (owner, NameRule::Introduced)))
            .or_else(|| Some((before()?, NameRule::OwnerBefore)))
            .or_else(|| Some((project()?, NameRule::ProjectBefore)))
            .or_else(|| Some((topic()?, NameRule::Topic)))
    };
    // `经济总量占全国比重提升，在北方地区占比由20.5%提升至21.1%`
    let share_within = stream.before(subject.start) == '在' && said.ends_with("占比");
    // `收入总计968113万元`: of all that was added up. `全市总财力突破300亿元`: of the place.
    let number = quantities[index].number.start;
    let summed = ["总计", "合计"].iter().any(|word| stream.find(subject.end..number, word).is_some());
    let of_place = said.starts_with('总')
        && !WordTag::BareHead.words().contains(&&*said)
        && lists().doubt_places.iter().any(|place| stream.ends(0, subject.start, place));
    let bare = share_within || is_bare(without_modifiers(&said)) && !summed && !of_place;
    if let Some((owner, rule)) = bare.then(belongs).flatten() {
        // What has a share of one whole has another share of the other.
        let whole = owner.find('占').filter(|at| share_within && *at > 0).unwrap_or(owner.len());
        return owner::joined(&owner.part(0..whole), &said).by(rule);
    }
    // `服务业增加值跨上3万亿元台阶，对经济增长贡献率超60%`
    if said.ends_with("贡献率")
        && stream.before(subject.start) == '对'
        && subject.start > around[index].left.start
        && let Some(owner) = owner::before(stream, quantities, index, names, "")
    {
        return owner.with(&Name::of(stream, subject.start - 1..subject.end)).by(NameRule::OwnerBefore);
    }
    if let Some(towards) = spoken_of::towards(stream, &around[index].left, &subject) {
        return towards.by(NameRule::Subject);
    }
    if is_whole(&said)
        && let Some(area) = spoken_of::area(stream, &subject)
    {
        return area.with(&said).by(NameRule::AreaBefore);
    }
    let bare_item = around[index].left.start == subject.start;
    // `各类健身活动年均吸引4000余万人次参与`
    let right = around[index].right.clone();
    let closes = (1..=LONGEST_CLOSE).contains(&right.len()) && right.end == clause::around(stream, right.start).end;
    if closes && is_han(stream.at(right.start)) && WordTag::Cut.words().iter().any(|verb| said.ends_with(verb)) {
        return said.with(&Name::of(stream, right)).by(NameRule::Subject);
    }
    let own_deed =
        [WordTag::FullVerb, WordTag::Deed].iter().any(|tag| stream.longest_at(subject.start, tag.words()).is_some())
            || WordTag::Deed.words().iter().any(|deed| deed.chars().count() > 2 && said.ends_with(*deed));
    // `新增黄石、咸宁等全国文明城市12个`
    if let Some(verb) = spoken_of::verb_before_examples(stream, &around[index].left, &subject) {
        return verb.with(&said).by(NameRule::VerbBefore);
    }
    if around[index].listed && bare_item && !own_deed {
        let verb = owner::carried_verb(quantities, around, index.min(names.len()), names);
        // `造林309万亩、种草改良480万亩`: a deed that was counted itself is none of the next.
        let before = index.checked_sub(1).and_then(|before| names.get(before));
        let own = before.is_some_and(|name| *name == verb) && said.chars().count() > LONGEST_OBJECT;
        if !verb.is_empty() && !own {
            return verb.with(&said).by(NameRule::Subject).by(NameRule::VerbOfList);
        }
    }
    if let Some(owner) = kin::of_part(stream, quantities, index, names, &subject) {
        return owner.with(&said).by(NameRule::OwnerBefore);
    }
    if let Some(measure) = kin::measure_of_kin(stream, quantities, index, names, &said) {
        return said.with(&measure).by(NameRule::MeasureBefore);
    }
    said.by(NameRule::Subject)
}

/// The object of a deed that a list says once has no more characters (`拆迁30户、进地1.5万亩`), when the deed was counted itself.
const LONGEST_OBJECT: usize = 2;

/// What closes a clause behind its number has no more characters.
const LONGEST_CLOSE: usize = 3;

/// Whether money is spoken of by no more than that it is spent, so that what it is spent on may stand behind it.
fn spends(stream: &Stream<'_>, said: &str, subject: &Range<usize>) -> bool {
    let first = !(clause::around(stream, subject.start).start..subject.start).any(|at| stream.at(at).is_ascii_digit());
    match said {
        "投资" | "投入" => !stream.ends(0, subject.start, "完成"),
        _ => first && is_bare(said) && said.ends_with("计划投资"),
    }
}

/// Whether a measure is one of a place as a whole, and no more is said of whom.
fn is_whole(said: &str) -> bool {
    let measure = WordTag::Measure.words().iter().any(|measure| said.ends_with(measure));
    let whole = measure && said.chars().count() <= LONGEST_WHOLE || key_statistics::is_name(said);
    whole && !said.starts_with('全')
}

/// A measure of more characters says whose it is.
const LONGEST_WHOLE: usize = 8;

/// An amount and what it belongs to: 供水管网改造 and 投资 make 供水管网改造投资, but 现行 and 税率 make 现行税率. Who invests in it is no
/// part of the name (`引进了某某集团投资7亿元的综合市场`).
fn owned(owner: Name, said: Name) -> Name {
    let invests = said.ends_with("投资") && said.chars().count() > LONGEST_INVESTMENT;
    let said = if invests { said.part(said.len() - "投资".len()..said.len()) } else { said };
    let attribute =
        said.is_empty() || is_bare(&said) || WordTag::Measure.words().iter().any(|noun| said.ends_with(noun));
    if attribute || said.chars().count() > 12 { owner.with(&said) } else { said.with(&owner) }
}

/// An investment with what it is of has no more characters (年度计划总投资).
const LONGEST_INVESTMENT: usize = 7;

/// The name of a quantity whose clause names no subject.
fn unsaid(stream: &Stream<'_>, quantities: &[Quantity], around: &[Surroundings], index: usize, names: &[Name]) -> Name {
    let quantity = &quantities[index];
    let right = Name::of(stream, head::of(stream, around[index].right.clone(), quantity));
    if quantity.kind == Kind::Level && ["用于", "支持"].iter().any(|verb| right.starts_with(verb)) {
        return right.by(NameRule::UsedFor);
    }
    if let Some(field) = owner::field(stream, quantity, &around[index].left) {
        return field.with_words("排名").by(NameRule::Field);
    }
    let slogan = quantity.kind == Kind::Rank && stream.enclosure(quantity.number.start) == Enclosure::Quote;
    if let Some(all) = kin::all_before(stream, quantities, index, names) {
        return all.by(NameRule::Inherited);
    }
    let inherited = inherited::inherited(stream, quantities, index, &names[..index.min(names.len())]);
    if slogan || (inherited.is_empty() && quantity.kind == Kind::Rank) {
        let left = &around[index].left;
        let scope = stream.longest_before(left.start, quantity.subject_end, WordTag::Scope.words()).unwrap_or(0);
        let scope = Name::of(stream, quantity.subject_end - scope..quantity.subject_end);
        return scope.with_words("排名").by(NameRule::ScopeOnly);
    }
    inherited
}
