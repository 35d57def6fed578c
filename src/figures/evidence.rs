//! Whether a quantity is done or planned: the words of its sentence say first, then its section. Knows no indicators.

use std::ops::Range;

use super::clause;
use super::figure::{Kind, Status};
use super::lexicon::WordTag;
use super::quantity::Quantity;
use super::status::Section;
use super::stream::Stream;
use super::time::Dated;
use super::why::{Because, StatusRule};
use super::word_lists::lists;

/// Done or planned, and by what; `said` is the time that the words name.
pub(super) fn of(
    stream: &Stream<'_>,
    quantity: &Quantity,
    section: &Section,
    said: Option<Dated>,
) -> (Status, Because<StatusRule>) {
    if let Some(told) = against(stream, quantity, section, said) {
        return told;
    }
    if let (Some(dated), Some(year)) = (said, section.report_year) {
        let last = dated.years.1;
        match section.status {
            Some(Status::Target) if last < year => {
                return (Status::Actual, Because::said(StatusRule::YearIsOver, dated.why.words));
            }
            Some(Status::Actual) if last > year => {
                return (Status::Target, Because::said(StatusRule::YearToCome, dated.why.words));
            }
            _ => {}
        }
    }
    match section.status {
        Some(status) => (status, section.because(section.status_by, StatusRule::Topic)),
        None => alone(stream, quantity, section, said),
    }
}

/// What the words say against the heading, or where it only hints.
fn against(
    stream: &Stream<'_>,
    quantity: &Quantity,
    section: &Section,
    said: Option<Dated>,
) -> Option<(Status, Because<StatusRule>)> {
    let because = |status, rule, at: Range<usize>| Some((status, Because::said(rule, stream.span(at))));
    let hinted = section.heading.is_some_and(|heading| heading.rule.is_weak());
    if section.status == Some(Status::Target)
        && hinted
        && let Some(at) = counted(stream, quantity)
    {
        return because(Status::Actual, StatusRule::Counted, at);
    }
    if section.status == Some(Status::Target) {
        return because(Status::Actual, StatusRule::Already, already(stream, quantity)?);
    }
    if section.status != Some(Status::Actual) {
        return None;
    }
    if let Some(at) = task(stream, quantity) {
        return because(Status::Target, StatusRule::Task, at);
    }
    // `今年拟安排500亿元`, said in a review
    let to_come = said.zip(section.report_year).filter(|(dated, year)| dated.years.1 >= *year);
    let at = to_come.and_then(|_| wish(stream, clause::around(stream, quantity.number.start).start, quantity))?;
    because(Status::Target, StatusRule::Intent, at)
}

/// What the words say when no heading says anything.
fn alone(
    stream: &Stream<'_>,
    quantity: &Quantity,
    section: &Section,
    said: Option<Dated>,
) -> (Status, Because<StatusRule>) {
    let sentence = clause::sentence(stream, quantity.number.start).start;
    if let Some(at) = wish(stream, sentence, quantity) {
        return (Status::Target, Because::said(StatusRule::Wish, stream.span(at)));
    }
    // An address speaks of the half of its year that is over as well as of what is left of it.
    let open = section.outlook.is_open();
    match (said, section.report_year) {
        (Some(dated), Some(year)) if dated.years.1 > year || dated.years.1 == year && !open => {
            (Status::Target, Because::said(StatusRule::LateYear, dated.why.words))
        }
        _ => (Status::Actual, Because::unsaid(StatusRule::NoPlan)),
    }
}

/// A word of intent before a quantity, no further back than `floor`.
fn wish(stream: &Stream<'_>, floor: usize, quantity: &Quantity) -> Option<Range<usize>> {
    word(stream, floor..quantity.number.start, &lists().evidence_wishes)
}

/// The words of the clause that say that what is counted is there already (`国家已设立400亿元引导基金`, `现行16%的税率`), if nothing in it
/// speaks of a wish.
fn already(stream: &Stream<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let before = clause::around(stream, quantity.number.start).start..quantity.number.start;
    let wish = word(stream, before.clone(), &lists().evidence_wishes);
    let has = |at: &usize| {
        let verbs =
            [WordTag::FullVerb, WordTag::EmptyVerb].iter().any(|tag| stream.longest_at(at + 1, tag.words()).is_some());
        stream.at(*at) == '已' && (verbs || matches!(stream.at(at + 1), '达' | '有'))
    };
    let done = before.clone().rev().find(has).map(|at| at..at + 2);
    let stands = done.or_else(|| word(stream, before, &["现有", "现行"]));
    stands.filter(|_| wish.is_none())
}

/// The words of the paragraph up to the quantity's sentence that tell of a count that was made (`初步核算，全年…比上年增长5.2%`).
fn counted(stream: &Stream<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let sentence = clause::sentence(stream, quantity.number.start);
    if word(stream, sentence.clone(), &lists().evidence_wishes)
        .or_else(|| word(stream, sentence.clone(), &lists().evidence_plans))
        .is_some()
    {
        return None;
    }
    let before = sentence.end.saturating_sub(LONGEST_COUNT)..sentence.end;
    word(stream, before.clone(), &lists().evidence_counts).or_else(|| {
        // 全年 alone may be of the year to come, 比上年 may compare a plan.
        let year = word(stream, before, &["全年"])?;
        let compared = word(stream, clause::sentence(stream, year.start), &["比上年", "较上年", "同比"]);
        compared.map(|_| year)
    })
}

/// The noun right before a number that says it was set as a task (`收入任务12亿元，完成12.8亿元`).
pub(super) fn task(stream: &Stream<'_>, quantity: &Quantity) -> Option<Range<usize>> {
    let end = quantity.words.start - usize::from(matches!(stream.before(quantity.words.start), '为' | '是'));
    let length = stream.longest_before(0, end, &["任务", "目标", "目标任务"])?;
    let clause = clause::around(stream, end).start;
    let met = word(stream, clause..end, &lists().evidence_met).is_some();
    // `争取建设任务162项` counts the tasks.
    let counts = quantity.unit.ends_with(['项', '个', '件', '条']);
    (quantity.kind == Kind::Level && !met && !counts).then_some(end - length..end)
}

/// Where the first of some words stands in a stretch.
fn word(stream: &Stream<'_>, stretch: Range<usize>, words: &[&str]) -> Option<Range<usize>> {
    words.iter().find_map(|word| {
        let at = stream.find(stretch.clone(), word)?;
        Some(at..at + word.chars().count())
    })
}

/// How far back a paragraph's count is looked for.
const LONGEST_COUNT: usize = 1_000;
