//! What is not sure of a figure. A doubt stands beside the figure until a person has looked; a figure in doubt is in no title, pair, chart.

use super::explained::Explained;
use super::figure::{Doubt, Kind, Manner, Status};
use super::lexicon::WordTag;
use super::name::Name;
use super::period::Tense;
use super::quantity::Quantity;
use super::stream::Stream;
use super::why::{Because, DoubtRule, NameRule, StatusRule};
use super::{clause, deeds, doubt_name, doubt_period};

/// What is doubtful of a quantity with this name, time and manner, at most one thing of each fact.
pub(super) fn of(
    stream: &Stream<'_>,
    quantity: &Quantity,
    name: &Name,
    tense: &Tense,
    manner: Manner,
) -> Vec<Because<DoubtRule>> {
    let words = stream.span(quantity.words.clone());
    let rules = [
        doubt_name::of(stream, quantity, name),
        doubt_period::of(stream, quantity, name, tense, manner),
        status_doubt(tense).or_else(|| fact_in_plan(stream, quantity, tense)),
    ];
    let unitless = WordTag::Unitless.words().iter().any(|measure| name.ends_with(measure));
    let value = quantity.kind == Kind::Level && quantity.unit.is_empty() && !unitless && !quantity.ratio;
    let value = value.then_some(DoubtRule::NoUnit);
    rules.into_iter().chain([value]).flatten().map(|rule| Because::said(rule, words)).collect()
}

/// Gives what goes on from a figure before under the same name the doubt of that name, and what belongs to such a name the doubt
/// that it is none.
pub(super) fn carry(rows: &mut [Explained]) {
    for index in 1..rows.len() {
        let (before, after) = rows.split_at_mut(index);
        let next = &mut after[0];
        if next.figure.doubts.contains(&Doubt::Name) {
            continue;
        }
        let carried = before.iter().rev().find_map(|one| carried(one, next));
        let Some(doubt) = carried.or_else(|| part_of_itself(before, next)) else { continue };
        next.doubts.insert(0, doubt);
        next.figure.doubts.insert(0, Doubt::Name);
    }
}

/// The doubt of a percentage under the name of an amount, which it cannot be of: of what it is a part stands with another member of
/// its list (`分别占全市总量的63.6%和65.5%`).
fn part_of_itself(before: &[Explained], next: &Explained) -> Option<Because<DoubtRule>> {
    let share = next.figure.kind == Kind::Share && next.figure.unit == "%";
    let amount = |one: &Explained| one.figure.kind == Kind::Level && one.figure.indicator == next.figure.indicator;
    let listed = before.last().is_some_and(|one| one.figure.kind == Kind::Share);
    (share && listed && before.iter().any(amount)).then(|| Because::said(DoubtRule::NoThing, next.figure.span))
}

/// The doubt of the name of `before` that is one of the name of `next` too.
fn carried(before: &Explained, next: &Explained) -> Option<Because<DoubtRule>> {
    let goes_on = [NameRule::Inherited, NameRule::LeadsOn, NameRule::GrowthOfEach];
    let (name, whole) = (&before.figure.indicator, &next.figure.indicator);
    let same = name == whole && next.name.iter().any(|rule| goes_on.contains(rule));
    let owned = next.name.contains(&NameRule::OwnerBefore) && !name.is_empty() && whole.starts_with(name.as_str());
    let no_name = [DoubtRule::Predicate, DoubtRule::OwnerIsClause, DoubtRule::NoThing, DoubtRule::BareHead];
    let holds = |rule: DoubtRule| rule.doubt() == Doubt::Name && (same || owned && no_name.contains(&rule));
    before.doubts.iter().find(|doubt| holds(doubt.rule)).cloned()
}

/// A level under a heading that looks ahead, of which the next clause says what must be done about it: it may be a fact
/// (`今年高校毕业生874万人，要促进就业`).
fn fact_in_plan(stream: &Stream<'_>, quantity: &Quantity, tense: &Tense) -> Option<DoubtRule> {
    let own = clause::around(stream, quantity.number.start);
    let next = own.end + 1;
    let must = stream.at(own.end) == '，' && ["要", "必须", "务必"].iter().any(|must| stream.has(next, must));
    let planned = tense.status == Status::Target && tense.status_why.rule == StatusRule::Heading;
    let deed = deeds::opening(stream, &own).is_some() || stream.find(own.start..quantity.number.start, "要").is_some();
    let level = quantity.kind == Kind::Level && !quantity.unit.ends_with('元');
    (planned && must && !deed && level).then_some(DoubtRule::FactInPlan)
}

/// No heading at all, and no word that says it. (A heading that says nothing looks ahead: see `status`.)
fn status_doubt(tense: &Tense) -> Option<DoubtRule> {
    let silent = tense.heading.is_none() && tense.status_why.rule == StatusRule::NoPlan;
    silent.then_some(DoubtRule::UnsaidStatus)
}
