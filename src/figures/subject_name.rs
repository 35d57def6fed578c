//! The name of a quantity whose clause says a subject, with what it belongs to where that is unsaid. Knows no counted things.

use std::ops::Range;

use super::bare::{is_bare, without_modifiers};
use super::lexicon::WordTag;
use super::name::Name;
use super::quantity::Quantity;
use super::stream::Stream;
use super::surroundings::Surroundings;
use super::why::NameRule;
use super::word_lists::lists;
use super::{clause, key_statistics, kin, owner, spoken_of};
use crate::text::is_han;

/// The name of a quantity whose clause says `subject`, with what it belongs to where that is unsaid.
pub(super) fn of(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    index: usize,
    names: &[Name],
    subject: Range<usize>,
) -> Name {
    // `棚户区改造完成投资55.2亿元`: what was invested, not what is to be.
    let invested = stream.text(subject.clone()) == "投资" && stream.ends(0, subject.start, "完成");
    let subject = subject.start - if invested { 2 } else { 0 }..subject.end;
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
        let before = || {
            let both = || kin::both_handled(stream, quantities, index, names, &said);
            both().or_else(|| owner::before(stream, quantities, index, names, &said))
        };
        let project = || spoken_of::project_before(stream, &subject, &said);
        let total = invested || WordTag::Total.words().contains(&&*said) || said.ends_with("增加值");
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
    if let Some(owner) = kin::same_stem(stream, quantities, index, names, &subject).filter(|_| !own_deed) {
        return owner.with(&said).by(NameRule::OwnerBefore);
    }
    if around[index].listed && bare_item && !own_deed {
        let verb = owner::carried_verb(stream, quantities, around, index.min(names.len()), names);
        // `造林309万亩、种草改良480万亩`: a deed that was counted itself is none of the next.
        let before = index.checked_sub(1).and_then(|before| names.get(before));
        let own = before.is_some_and(|name| *name == verb) && said.chars().count() > LONGEST_OBJECT;
        // `新增装机3000万千瓦、发电量超3000亿度`, `新增集群1个、新入规企业20家`: what is measured over a year did not come new, and what has
        // a verb of its own needs none; nor does a rate.
        let new = WordTag::New.words().contains(&&*verb) || ["新增", "净增"].contains(&&*verb);
        let total = said.ends_with('率')
            || new
                && (said.starts_with('新') && said.chars().nth(1) == Some('入')
                    || said.ends_with("发电量")
                    || said.ends_with("里程")
                    || said.ends_with("产量"));
        if !verb.is_empty() && !own && !total {
            return verb.with(&said).by(NameRule::Subject).by(NameRule::VerbOfList);
        }
    }
    if let Some(owner) = kin::of_part(stream, quantities, index, names, &subject) {
        return owner.with(&said).by(NameRule::OwnerBefore);
    }
    if let Some(measure) = kin::measure_of_whole(stream, quantities, index, names, &subject) {
        return said.with(&measure).by(NameRule::MeasureBefore);
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
    let first = !stream.is_numbered(clause::around(stream, subject.start).start..subject.start);
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
