//! Reads what end a clause names: a number to reach, a thing finished or begun, a status gained, a completeness.

use std::ops::Range;

use super::commitment::CommitmentKind;
use super::verb::{self, skip_leads};
use super::words::lists;
use crate::figures::{Figure, Status};
use crate::text::Span;
use crate::text::{begins, ends, holds};

/// What was read of a clause.
#[derive(Clone, Debug, Default)]
pub(super) struct ClauseEnd {
    /// What kind of end it names, if any.
    pub kind: Option<CommitmentKind>,
    /// Its numbers with their units.
    pub measures: Vec<Span>,
    /// What its numbers measure.
    pub indicators: Vec<String>,
    /// Whether it only says what money is spent on what comes next.
    pub spends: bool,
    /// Bytes of the paragraph between its first verb and its last.
    pub object: Range<usize>,
}

/// Reads a clause of a paragraph whose figures are given.
pub(super) fn end(paragraph: &str, clause: Span, figures: &[Figure]) -> ClauseEnd {
    let words = clause.of(paragraph);
    let lists = lists();
    let skipped = clause.start + skip_leads(words);
    let rest = &paragraph[skipped..clause.end];
    let mut read = ClauseEnd { object: skipped..clause.end, ..ClauseEnd::default() };
    let undertakes = holds(words, &lists.passed).or_else(|| holds(words, &lists.fact)).is_none();
    if !undertakes || begins(words, &lists.setting).is_some() {
        return read;
    }
    // `进入全国500强` numbers nothing that will be done.
    let aimed = |figure: &&Figure| figure.status == Status::Target && figure.unit != "强";
    let own: Vec<&Figure> = figures.iter().filter(aimed).filter(|figure| clause.contains(figure.number)).collect();
    read.measures = own.iter().map(|figure| Span::new(figure.number.start, figure.span.end)).collect();
    read.indicators = own.iter().map(|figure| figure.indicator.clone()).collect();
    read.spends = spends(rest, skipped, &own, clause);
    let said = verb::kind(rest);
    if let Some(said) = &said {
        read.object = skipped + said.object.start..skipped + said.object.end;
    }
    let kind = said.map(|said| said.kind);
    // `200万吨褐煤提质项目年内投产`: the number says how large the thing is.
    let is_size = |figure: &&Figure| ends(&figure.unit, &lists.size).is_some() && figure.span.end < clause.end;
    let sized = kind.is_some() && read.object.end < clause.end && own.iter().all(is_size);
    // `启动1.5万亩“菜篮子”工程项目` likewise.
    let counts = own.iter().any(|figure| ends(&figure.unit, &lists.counter).is_some());
    let begun = kind == Some(CommitmentKind::Start) && !counts && ends(words, &lists.project).is_some();
    let aims = own.iter().any(|figure| !is_attribute(paragraph, clause, figure));
    read.kind = if aims && !sized && !begun { Some(CommitmentKind::Figure) } else { kind };
    if own.is_empty()
        && let Some((count, kind)) = counted(rest)
    {
        read.object.start = skipped + count.end;
        read.measures.push(count.shifted(skipped));
        read.kind = Some(kind);
    }
    read
}

/// Whether a clause only says what money is spent: `投资6.6亿元`.
fn spends(rest: &str, at: usize, own: &[&Figure], clause: Span) -> bool {
    let Some(verb) = begins(rest, &lists().spending).filter(|verb| !verb.contains("完成")) else { return false };
    let near = at + verb.len() + "约".len();
    matches!(own, [figure] if figure.unit.contains('元') && figure.span.start <= near && figure.span.end == clause.end)
}

/// Whether a number belongs to the name of a thing that is only pushed on: `推进总投资103.7亿元的棚户区改造工程`.
fn is_attribute(paragraph: &str, clause: Span, figure: &Figure) -> bool {
    let lists = lists();
    let after = &paragraph[figure.span.end..clause.end];
    let before = &paragraph[clause.start..figure.span.start];
    let of_thing = begins(after, &lists.of_thing).is_some();
    let of_money = figure.unit.contains('元') && of_thing && holds(before, &lists.spending).is_some();
    // `加大对40户左右重点骨干企业的扶持力度` counts whom it is for.
    let of_whom = before.contains('对') && ends(after, &lists.support).is_some();
    // `加快推进700万吨露天矿前期工作` says how large the thing is.
    let of_size =
        ends(&figure.unit, &lists.size).is_some() && !after.is_empty() && begins(before, &lists.pushed).is_some();
    of_money || of_whom || of_size
}

/// A small count in words of things that are built, and what kind of end it makes: `改造提升四个城市出入口`. Bytes of `rest`.
fn counted(rest: &str) -> Option<(Span, CommitmentKind)> {
    let lists = lists();
    let verb = begins(rest, &lists.building).unwrap_or_default();
    let (at, numeral) = rest[verb.len()..].char_indices().find(|(_, c)| "一两三四五六七八九十".contains(*c))?;
    let at = at + verb.len();
    let after = &rest[at + numeral.len_utf8()..];
    // Without a verb, only what is built can be counted, and at once: `一条特色景观环路`.
    let counters = if verb.is_empty() { &lists.building_counter } else { &lists.counter };
    let counter = begins(after, counters).filter(|counter| after.len() > counter.len())?;
    let named = rest[..at].contains('“') || rest[..at].ends_with('第');
    if named || verb.is_empty() && at > 0 || begins(&after[counter.len()..], &lists.aspect).is_some() {
        return None;
    }
    let one = numeral == '一' && at > 0;
    let kind = if one { CommitmentKind::Finish } else { CommitmentKind::Figure };
    Some((Span::new(at, at + numeral.len_utf8() + counter.len()), kind))
}
