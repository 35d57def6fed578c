//! Names what a number measures, in the report's own words. Knows no periods.

use std::ops::Range;

use super::bare::is_bare;
use super::figure::Kind;
use super::lexicon::WordTag;
use super::name::Name;
use super::quantity::Quantity;
use super::stream::{Enclosure, Stream};
use super::surroundings::{self, Surroundings};
use super::why::NameRule;
use super::word_lists::lists;
use super::{
    body_before, clause, counted, doubt_counted, ellipsis, evidence, head, inherited, key_statistics, kin, lists,
    owner, respective, said_once, spoken_of, subject, subject_name,
};

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
    body_before::belong(stream, quantities, &mut names);
    said_once::grades(stream, quantities, &mut names);
    said_once::grades_of_first(quantities, &mut names);
    said_once::kinds(stream, quantities, &mut names);
    said_once::shared(stream, quantities, &mut names);
    said_once::work(stream, quantities, &mut names);
    said_once::building(stream, quantities, &mut names);
    said_once::events(stream, quantities, &mut names);
    said_once::sectors(quantities, &mut names);
    let names = names.into_iter().map(|name| without_within(stream, name));
    let whole = |name: Name| if name.is_empty() { name.again(NameRule::Nothing) } else { with_growth(stream, name) };
    names.map(whole).collect()
}

/// A name without the end of `在…中` (`在全省一类县考核中排名第五`, `在16个合作社中`).
fn without_within(stream: &Stream<'_>, name: Name) -> Name {
    let Some(start) = name.start().filter(|_| name.ends_with('中')) else { return name };
    // `竞争力在全国294个地级以上城市中排名第七`
    let whole = name.find('在').filter(|at| *at > 0 && name[*at..].contains(|sign: char| sign.is_ascii_digit()));
    let inside = stream.find(clause::around(stream, start).start..start, "在").is_some() || name.starts_with('在');
    let inside = inside || whole.is_some();
    let word = ["高中", "初中", "集中"].iter().any(|word| name.ends_with(word));
    if !inside || word {
        return name;
    }
    let opens = name.strip_prefix('在').map_or(0, |_| '在'.len_utf8());
    let rules = name.rules().to_vec();
    let part = whole.map_or(opens..name.len() - '中'.len_utf8(), |at| 0..at);
    rules.into_iter().fold(name.part(part), Name::by)
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
    // `推动农房风貌提升26.4万户`: that they were bettered is what was done.
    let bettered = quantity.kind == Kind::Level && !quantity.settled && stream.ends(0, quantity.words.start, "提升");
    let bettered = bettered && subject.end + 2 == quantity.words.start && !subject.is_empty();
    let subject = subject.start..subject.end + if bettered { 2 } else { 0 };
    // `每年城镇新增就业40万人以上`
    let yearly = stream.ends(around[index].left.start, subject.start, "每年") && quantity.kind == Kind::Level;
    let serves = lists().served_verbs.iter().any(|verb| stream.has(subject.start, verb));
    let subject = subject.start - if yearly && !subject.is_empty() && !serves { 2 } else { 0 }..subject.end;
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
            // `累计完成投资3.23亿元的工程`: over all years.
            let sum = ["累计完成", "累计"].iter().find(|sum| stream.ends(0, subject.start, sum));
            let sum = sum.map_or(0, |sum| sum.chars().count());
            let said = if is_bare(&said) { Name::of(stream, subject.start - sum..subject.end) } else { said };
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
        } else if matches!(&*said, "" | "一次性") && stream.ends(0, quantity.words.start, "增加") {
            // `增加1万个学位`: so many more of them.
            let start = quantity.words.start - 2 - subject.len();
            (Name::of(stream, start..quantity.words.start), NameRule::VerbBefore)
        } else if let Some(each) = each_year(stream, quantity).filter(|_| said.is_empty()) {
            (each, NameRule::VerbBefore)
        } else if said.is_empty() {
            (owner::carried_verb(stream, quantities, around, index.min(names.len()), names), NameRule::VerbOfList)
        } else {
            (counted::prefix(stream, &subject, quantity), NameRule::VerbBefore)
        };
        // `总投资11.4亿元的基础设施项目建设`
        if is_bare(&verb) && stream.at(quantity.body.end) == '的' {
            return Name::of(stream, head).with(&verb).by(NameRule::Owner);
        }
        let alone = verb.is_empty();
        let name = verb.with(&Name::of(stream, head)).by(NameRule::Counted);
        return if alone { name } else { name.by(rule) };
    }
    if said.is_empty() {
        return ellipsis::stage(stream, quantities, around, index, names)
            .unwrap_or_else(|| unsaid(stream, quantities, around, index, names));
    }
    let name = ellipsis::completed(stream, quantities, around, index, names, &said)
        .unwrap_or_else(|| subject_name::of(stream, quantities, around, index, names, subject));
    with_use(stream, quantity, name)
}

/// That a number was reached in each year (`每年实现2万人稳定脱贫`).
fn each_year(stream: &Stream<'_>, quantity: &Quantity) -> Option<Name> {
    let verb = stream.longest_before(0, quantity.words.start, WordTag::EmptyVerb.words()).unwrap_or(0);
    let end = quantity.words.start - verb;
    (quantity.kind == Kind::Level && stream.ends(0, end, "每年")).then(|| Name::of(stream, end - 2..end))
}

/// What a part of something is used for belongs to its name (`全国财政支出70%以上用于民生`).
fn with_use(stream: &Stream<'_>, quantity: &Quantity, name: Name) -> Name {
    let behind = quantity.body.end..clause::around(stream, quantity.number.start).end;
    let used = ["用于", "投入", "投向"].iter().any(|verb| stream.has(behind.start, verb));
    let plain = behind.len() <= LONGEST_USE && !stream.is_numbered(behind.clone());
    let whole = quantity.kind == Kind::Share && name.rules() == [NameRule::Subject] && !name.is_empty();
    if used && plain && whole { name.with(&Name::of(stream, behind)).by(NameRule::UsedFor) } else { name }
}

/// What it is used for has no more characters, with the verb.
const LONGEST_USE: usize = 10;

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
