//! What is not sure of a figure. A doubt stands beside the figure until a person has looked; a figure in doubt is in no title, pair, chart.

use super::figure::{Kind, Manner};
use super::indicator::is_bare;
use super::lexicon::WordTag;
use super::name::Name;
use super::period::Tense;
use super::quantity::Quantity;
use super::stream::Stream;
use super::time::plan_at;
use super::why::{Because, DoubtRule, NameRule, PeriodRule, StatusRule};
use crate::text::{is_digit, is_han};

/// What is doubtful of a quantity with this name, time and manner, at most one thing of each fact.
pub(super) fn of(
    stream: &Stream<'_>,
    quantity: &Quantity,
    name: &Name,
    tense: &Tense,
    manner: Manner,
) -> Vec<Because<DoubtRule>> {
    let words = stream.span(quantity.words.clone());
    let rules = [name_doubt(stream, quantity, name), period_doubt(quantity, name, tense, manner), status_doubt(tense)];
    let value = (quantity.kind == Kind::Level && quantity.unit.is_empty()).then_some(DoubtRule::NoUnit);
    rules.into_iter().chain([value]).flatten().map(|rule| Because::said(rule, words)).collect()
}

fn name_doubt(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> Option<DoubtRule> {
    let has = |rules: &[NameRule]| name.rules().iter().any(|rule| rules.contains(rule));
    let holds = |tag: WordTag| tag.words().iter().any(|word| name.contains(word));
    match () {
        () if has(&[NameRule::ScopeOnly]) => Some(DoubtRule::ScopeOnly),
        () if is_time(name) || name.starts_with(['比', '较']) && !name.starts_with("比重") => {
            Some(DoubtRule::NoThing)
        }
        () if is_bare(without_modifiers(name)) => Some(DoubtRule::BareHead),
        () if is_short(name) => Some(DoubtRule::ShortName),
        () if WordTag::Cut.words().iter().any(|verb| name.ends_with(verb)) => Some(DoubtRule::Predicate),
        () if has(&[NameRule::OwnerBefore, NameRule::Owner]) && (holds(WordTag::Done) || owner_is_measure(name)) => {
            Some(DoubtRule::OwnerIsClause)
        }
        () if has(&[NameRule::Subject, NameRule::Counted]) && follows_list(stream, quantity, name) => {
            Some(DoubtRule::LastOfList)
        }
        () if quantity.kind == Kind::Level && has(&[NameRule::Counted]) && holds(WordTag::Predicate) => {
            Some(DoubtRule::Predicate)
        }
        () => None,
    }
}

/// Whether a name is no more than a five-year plan (`“十二五”时期`).
fn is_time(name: &str) -> bool {
    let plan = plan_at(|word| name.starts_with(word));
    plan.is_some_and(|(length, _)| name.chars().count() <= length + 2)
}

/// Whether an amount was given to something measured (集中供热面积 of `投资3.23亿元的工程新接入集中供热面积190万平方米`), or per head.
fn owner_is_measure(name: &str) -> bool {
    let head = WordTag::Measure.words().iter().filter(|head| name.ends_with(**head)).max_by_key(|head| head.len());
    let owner = head.map_or(name, |head| &name[..name.len() - head.len()]);
    let measured =
        WordTag::Measure.words().iter().any(|measure| owner.ends_with(measure) && !measure.ends_with(['投', '税']));
    measured || ["人均", "户均", "日"].iter().any(|each| owner.starts_with(each)) && head.is_some()
}

/// Whether members of a list without numbers of their own stand before the name (`制定、废止省政府规章6件`).
fn follows_list(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let Some(start) = name.start() else { return false };
    let own = start < quantity.number.start || quantity.body.end >= start;
    let mark = start.checked_sub(1).filter(|at| own && stream.at(*at) == '、');
    mark.is_some_and(|at| at > 0 && is_han(stream.at(at - 1)) && !ends_quantity(stream, at))
}

/// Whether a quantity ends at `end`: a digit stands in the last characters before it.
fn ends_quantity(stream: &Stream<'_>, end: usize) -> bool {
    (end.saturating_sub(LONGEST_UNIT)..end).any(|at| is_digit(stream.at(at)))
}

/// How many characters a unit with its qualifier may have (`平方米以上`).
const LONGEST_UNIT: usize = 6;

/// A name without what says nothing of what it is of (年度 of 年度投资).
fn without_modifiers(name: &str) -> &str {
    let opens = |name: &str| {
        let longer = WordTag::Modifier.words().iter().filter(|word| name.len() > word.len());
        longer.filter(|word| name.starts_with(**word)).map(|word| word.len()).max()
    };
    let mut rest = name;
    while !is_bare(rest)
        && let Some(length) = opens(rest)
    {
        rest = &rest[length..];
    }
    rest
}

/// Whether a name has hardly any words, and is no measure that is known by them (出口).
fn is_short(name: &str) -> bool {
    name.chars().count() <= 2 && !WordTag::Measure.words().contains(&name) && !name.is_ascii()
}

fn period_doubt(quantity: &Quantity, name: &Name, tense: &Tense, manner: Manner) -> Option<DoubtRule> {
    if tense.period.is_empty() {
        return Some(DoubtRule::Undated);
    }
    let years = tense.period.contains('-');
    let by_place = matches!(tense.period_why.rule, PeriodRule::Paragraph | PeriodRule::Heading | PeriodRule::Turned);
    let deed = WordTag::FullVerb.words().iter().any(|verb| name.starts_with(verb));
    let counted = name.rules().contains(&NameRule::Counted) && !deed;
    let unsaid = quantity.kind == Kind::Level && manner == Manner::Plain && counted;
    (years && by_place && unsaid).then_some(DoubtRule::StockOrSum)
}

/// No heading at all, and no word that says it. (A heading that says nothing looks ahead: see `status`.)
fn status_doubt(tense: &Tense) -> Option<DoubtRule> {
    let silent = tense.heading.is_none() && tense.status_why.rule == StatusRule::NoPlan;
    silent.then_some(DoubtRule::UnsaidStatus)
}
