//! What a list leaves unsaid because its item before has said it: the thing, its noun, the object of a deed. Knows no subjects.

use super::clause;
use super::figure::Kind;
use super::inherited;
use super::lexicon::{ValueTag, WordTag};
use super::name::Name;
use super::quantity::Quantity;
use super::stream::Stream;
use super::surroundings::Surroundings;
use super::why::NameRule;
use super::word_lists::lists;

/// The name of the quantity before, when this one says more of the same thing: another field in which it is placed, or where it went
/// (`16%的税率降至13%`).
pub(super) fn same_thing(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    index: usize,
    names: &[Name],
) -> Option<Name> {
    let name = names.get(index.checked_sub(1)?)?;
    let placed = around[index].listed && placed_again(stream, quantities, index);
    let went = stream.at(around[index].left.start) == '的' && quantities[index].settled;
    // `农村贫困人口96户、183人全部脱贫`: households and their people.
    let (before, this) = (&quantities[index - 1], &quantities[index]);
    let unnamed = around[index].listed && around[index].left.start == this.words.start && !name.is_empty();
    let people = unnamed && before.unit.ends_with('户') && this.unit.ends_with('人');
    (placed || went || people).then(|| name.again(NameRule::SameAgain))
}

/// Whether a placing goes on from the one before it without a verb of its own (`居全市第3、全省山区县第12位`).
fn placed_again(stream: &Stream<'_>, quantities: &[Quantity], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| &quantities[before]) else { return false };
    let gap = before.body.end..quantities[index].words.start.max(before.body.end);
    before.kind == Kind::Rank
        && quantities[index].kind == Kind::Rank
        && !gap.clone().any(|at| stream.longest_at(at, WordTag::Placing.words()).is_some() || stream.at(at) == '，')
        && gap.clone().any(|at| stream.longest_at(at, WordTag::Scope.words()).is_some())
}

/// A name that its item says only in part: the limit without its noun, the deed without its object.
pub(super) fn completed(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    index: usize,
    names: &[Name],
    said: &Name,
) -> Option<Name> {
    // `亿元以上项目80个，其中10亿元以上15个`
    if said.ends_with("元以上") {
        let before = names.get(index.checked_sub(1)?)?;
        let noun = before.find("以上")? + "以上".len();
        return Some(said.clone().with(&before.part(noun..before.len())).by(NameRule::NounOfLimit));
    }
    let newly = ["新增", "净增"].contains(&&**said);
    // `规模工业企业达1604家，新增321家`
    let again =
        newly && index > 0 && around[index].left.start == clause::around(stream, around[index].left.start).start;
    // `续建安置房7550套，新开工1000套`
    let deed = index > 0 && WordTag::FullVerb.words().contains(&&**said) && said.starts_with('新');
    let again = (again || deed) && quantities[index].unit == quantities[index - 1].unit;
    if !around[index].listed && !again {
        return None;
    }
    // `新建学校6所、改扩建4所`
    if let Some(object) =
        object_before(quantities, index, names).filter(|_| WordTag::FullVerb.words().contains(&&**said))
    {
        return Some(said.clone().with(&object).by(NameRule::ObjectBefore));
    }
    // `播种面积4440万亩、新增202.9万亩`
    let name = inherited::inherited(stream, quantities, index, &names[..index.min(names.len())]);
    newly.then(|| if name.starts_with('新') { name } else { said.clone().with(&name).by(NameRule::AddedTo) })
}

/// What the deed before was done to, when the same is counted again after another deed.
fn object_before(quantities: &[Quantity], index: usize, names: &[Name]) -> Option<Name> {
    let name = names.get(index.checked_sub(1)?)?;
    let verb = WordTag::FullVerb.words().iter().filter(|verb| name.starts_with(**verb)).map(|verb| verb.len()).max()?;
    let same = quantities[index].unit == quantities[index - 1].unit;
    Some(name.part(verb..name.len())).filter(|object| same && !object.is_empty())
}

/// The next stage of the thing that a list counts (`保障性住房开工1.2万套、基本建成1.5万套`).
pub(super) fn stage(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    index: usize,
    names: &[Name],
) -> Option<Name> {
    let left = around[index].left.start..quantities[index].subject_end;
    let said = Name::of(stream, left.clone());
    let name = names.get(index.checked_sub(1)?).filter(|_| lists().ellipsis_stages.contains(&&*said))?;
    let same_unit = quantities[index].unit == quantities[index - 1].unit;
    // `新开工保障性安居工程740万套，基本建成511万套`
    let begun = ValueTag::Leads.words().iter().filter(|(_, stage)| *stage == "begun");
    let begun = begun.filter(|(verb, _)| name.starts_with(verb)).map(|(verb, _)| verb.len()).max();
    if let Some(verb) = begun.filter(|verb| *verb < name.len()) {
        let same = same_unit && left.start <= quantities[index - 1].body.end + 1;
        return same.then(|| said.with(&name.part(verb..name.len())).by(NameRule::NextStage));
    }
    let stage = lists().ellipsis_stages.iter().find(|stage| name.ends_with(**stage) && name.len() > stage.len())?;
    let ended = name.part(0..name.len() - stage.len());
    around[index].listed.then(|| ended.with(&said).by(NameRule::NextStage))
}
