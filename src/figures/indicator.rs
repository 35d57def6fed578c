//! Names what a number measures, in the report's own words. Knows no periods.

use std::ops::Range;

use super::figure::Kind;
use super::lexicon::WordTag;
use super::name::Name;
use super::phrase::trim_back;
use super::quantity::Quantity;
use super::stream::{Enclosure, Stream};
use super::surroundings::{self, Surroundings};
use super::why::NameRule;
use super::{ellipsis, head, lists, owner, respective, subject};

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
    share_grades(stream, quantities, &mut names);
    share_work(stream, quantities, &mut names);
    names.into_iter().map(|name| if name.is_empty() { name.again(NameRule::Nothing) } else { name }).collect()
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
    let shared = run.len() > 1
        && run.clone().all(bare)
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
    let said = Name::of(stream, subject.clone());
    if let Some(same) = ellipsis::same_thing(stream, quantities, around, index, names) {
        return same;
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
        let (verb, rule) = if stream.has(head.start, "人口的") && head.len() == 2 {
            (Name::default(), NameRule::VerbBefore)
        } else if said.is_empty() {
            (owner::carried_verb(quantities, around, index.min(names.len()), names), NameRule::VerbOfList)
        } else {
            (prefix(stream, &subject, quantity), NameRule::VerbBefore)
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
    if ["投资", "投入"].contains(&&*said)
        && !stream.ends(0, subject.start, "完成")
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
        let introduced = owner::introduced(stream, quantities, index, &said);
        let before = || owner::before(stream, quantities, index, names, &said);
        let project = || owner::project_before(stream, &subject, &said);
        (introduced.map(|owner| (owner, NameRule::Introduced)))
            .or_else(|| Some((before()?, NameRule::OwnerBefore)))
            .or_else(|| Some((project()?, NameRule::ProjectBefore)))
    };
    if let Some((owner, rule)) = is_bare(&said).then(belongs).flatten() {
        return owner::joined(&owner, &said).by(rule);
    }
    let bare_item = around[index].left.start == subject.start;
    if around[index].listed && bare_item && stream.longest_at(subject.start, WordTag::FullVerb.words()).is_none() {
        let verb = owner::carried_verb(quantities, around, index.min(names.len()), names);
        if !verb.is_empty() {
            return verb.with(&said).by(NameRule::Subject).by(NameRule::VerbOfList);
        }
    }
    said.by(NameRule::Subject)
}

/// An amount and what it belongs to: 供水管网改造 and 投资 make 供水管网改造投资, but 现行 and 税率 make 现行税率.
fn owned(owner: Name, said: Name) -> Name {
    let attribute =
        said.is_empty() || is_bare(&said) || WordTag::Measure.words().iter().any(|noun| said.ends_with(noun));
    if attribute || said.chars().count() > 12 { owner.with(&said) } else { said.with(&owner) }
}

/// Whether a subject names nothing without what it belongs to (总投资, 占财政总支出).
pub(super) fn is_bare(said: &str) -> bool {
    let share_of = |head: &str| said.strip_prefix(head).is_some_and(|rest| rest.starts_with('占'));
    let total = said.starts_with('总') && said.chars().count() <= 5;
    // 参保率, 办结率: a rate of what was said before.
    let rate = said.ends_with('率') && said.chars().count() <= 3;
    total
        || rate
        || WordTag::BareHead.words().contains(&said)
        || said.starts_with('占')
        || WordTag::BareHead.words().iter().any(|head| share_of(head))
}

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
    let inherited = owner::inherited(stream, quantities, index, &names[..index.min(names.len())]);
    if slogan || (inherited.is_empty() && quantity.kind == Kind::Rank) {
        let left = &around[index].left;
        let scope = stream.longest_before(left.start, quantity.subject_end, WordTag::Scope.words()).unwrap_or(0);
        let scope = Name::of(stream, quantity.subject_end - scope..quantity.subject_end);
        return scope.with_words("排名").by(NameRule::ScopeOnly);
    }
    inherited
}

/// The verb or modifier before a number that belongs to what it counts: 大唐 of `大唐700万吨露天煤矿`, 新建 of `新建3所学校`.
fn prefix(stream: &Stream<'_>, subject: &Range<usize>, quantity: &Quantity) -> Name {
    let subject = &trim_back(stream, subject.clone(), &[&["确定", "精准", "重点", "全面"]]);
    let text = stream.text(subject.clone());
    let joined = (subject.end..quantity.number.start)
        .any(|at| matches!(stream.at(at), '和' | '及' | '、' | '与' | '等'))
        || matches!(stream.before(quantity.number.start), '在' | '向');
    // `2个片区10个老旧小区`: an area that was counted itself.
    let area = ["片区", "方面", "维度", "批次"].contains(&text.as_str());
    let plain = !text.contains('、') && !text.contains(|c: char| c.is_ascii_digit()) && !area;
    if subject.len() <= 10 && plain && !joined {
        return Name::of(stream, subject.clone());
    }
    if let Some(verb) = stream.longest_at(subject.start, WordTag::FullVerb.words()) {
        return Name::of(stream, subject.start..subject.start + verb);
    }
    let verb =
        stream.longest_before(subject.start, subject.end, WordTag::FullVerb.words()).filter(|_| !joined).unwrap_or(0);
    Name::of(stream, subject.end - verb..subject.end)
}

/// Completes a thing whose treatment only the next names: `39个农村生活污水和2处黑臭水体治理`.
fn share_work(stream: &Stream<'_>, quantities: &[Quantity], names: &mut [Name]) {
    const WORKS: &[&str] = &["治理", "改造", "修复", "整治", "建设", "加固", "硬化"];
    for index in (1..names.len()).rev() {
        let joined = matches!(stream.before(quantities[index].words.start), '和' | '与' | '及');
        // `6个乡镇、120个村庄的环境综合整治`
        let listed = joined || stream.before(quantities[index].words.start) == '、';
        let of = names[index].find('的').filter(|at| WORKS.iter().any(|work| names[index][*at..].ends_with(work)));
        if let Some(at) =
            of.filter(|_| listed && !names[index - 1].contains('的') && names[index - 1].chars().count() <= 4)
        {
            let work = names[index].part(at..names[index].len());
            names[index - 1] = names[index - 1].clone().with(&work).by(NameRule::WorkShared);
            continue;
        }
        let counts = names[index - 1].chars().count() < 12 && quantities[index - 1].kind == Kind::Level;
        let work = WORKS.iter().find(|work| names[index].ends_with(**work)).filter(|_| joined && counts);
        let before = &names[index - 1];
        let Some(work) = work.filter(|_| !WORKS.iter().any(|work| before.ends_with(work))) else { continue };
        let counted = quantities[index - 1].body.end < quantities[index].words.start.saturating_sub(1);
        if counted && !before.starts_with("新") {
            let work = names[index].part(names[index].len() - work.len()..names[index].len());
            names[index - 1] = names[index - 1].clone().with(&work).by(NameRule::WorkShared);
        }
    }
}

/// Completes a grade that stands for a longer name: `5个国家级、60个省级高技能人才培训基地`.
fn share_grades(stream: &Stream<'_>, quantities: &[Quantity], names: &mut [Name]) {
    for index in (1..names.len()).rev() {
        let next = names[index].clone();
        let listed = lists::joins(stream, quantities[index - 1].body.end..quantities[index].words.start)
            || stream.before(quantities[index].words.start) == '、';
        // `12个百亿元、70个30亿元以上项目`: the limit leaves its noun to the next.
        if let Some(at) = next.find("亿元以上").filter(|_| listed && names[index - 1].ends_with("亿元")) {
            let noun = next.part(at + "亿元".len()..next.len());
            names[index - 1] = names[index - 1].clone().with(&noun).by(NameRule::GradeShared);
        }
        let Some(at) = next.find("级").filter(|at| listed && *at > 0 && *at <= "新增国家".len()) else { continue };
        if names[index - 1].ends_with('级') && names[index - 1].chars().count() <= 5 {
            let noun = next.part(at + "级".len()..next.len());
            names[index - 1] = names[index - 1].clone().with(&noun).by(NameRule::GradeShared);
        }
    }
}
