//! How a number stands to what it measures: what there is, what came new, what was left behind. Knows no names of things.

use super::clause;
use super::figure::{Kind, Manner};
use super::lexicon::WordTag;
use super::name::Name;
use super::quantity::Quantity;
use super::stream::Stream;
use super::why::{Because, MannerRule, NameRule};
use super::word_lists::lists;
use crate::text::{Span, is_han};

/// The manner of a quantity with this name; `at_end` are the words that made it a level at the end of several years.
pub(super) fn of(
    stream: &Stream<'_>,
    quantity: &Quantity,
    name: &Name,
    at_end: Option<Span>,
) -> (Manner, Because<MannerRule>) {
    if let Some(at) = leave(stream, quantity) {
        (Manner::Start, Because::said(MannerRule::Leaves, stream.span(at..at + 1)))
    } else if quantity.against {
        (Manner::Against, Because::said(MannerRule::Compared, quantity.why.direction.words))
    } else if name.contains("新增")
        || name.contains("净增")
        || WordTag::New.words().iter().any(|verb| name.starts_with(verb))
    {
        (Manner::New, Because::unsaid(MannerRule::NewInName))
    } else if quantity.kind == Kind::Level && quantity.settled {
        (Manner::Stock, Because::said(MannerRule::Reached, quantity.why.settled))
    } else if let Some(words) = at_end.filter(|_| quantity.kind == Kind::Level) {
        (Manner::Stock, Because::said(MannerRule::AtEnd, words))
    } else if quantity.kind == Kind::Level && name.rules().contains(&NameRule::StockBehind) {
        // `累计分别达到22部、31部`: the verb stands only before the first.
        (Manner::Stock, Because::unsaid(MannerRule::StockInName))
    } else if quantity.kind == Kind::Level && WordTag::Total.words().iter().any(|noun| name.ends_with(noun)) {
        (Manner::Stock, Because::unsaid(MannerRule::StockInName))
    } else {
        (Manner::Plain, Because::unsaid(MannerRule::Unsaid))
    }
}

/// Whether 从 or 由 leads up to the number, so that it is the value a change began with.
pub(super) fn left_behind(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    leave(stream, quantity).is_some()
}

/// Where the 从 or 由 stands that leads up to the number.
fn leave(stream: &Stream<'_>, quantity: &Quantity) -> Option<usize> {
    let end = quantity.number.start;
    // `从2021年的46503元和16935元`: a value stands between.
    let near = end.saturating_sub(LONGEST_LEAVE);
    let reach = if stream.is_numbered(near..end) { end.saturating_sub(2 * LONGEST_LEAVE) } else { near };
    let leaves = |at: &usize| {
        matches!(stream.at(*at), '从' | '由')
            && !matches!(stream.at(at + 1), '业' | '此' | '于' | '事')
            && stream.before(*at) != '自'
    };
    let cut = |at: usize| matches!(stream.at(at), '，' | '、' | '；' | '。' | '到' | '至' | '为');
    (reach..end).rev().take_while(|at| !cut(*at)).find(leaves)
}

/// How far before the number 从 may stand (`由2010年的1264元`, `从全国第13位`).
const LONGEST_LEAVE: usize = 9;

/// The field in which a rank or a comparison holds (`全省` of `排名全省第十四`, 全国 of `高于全国0.7个百分点`); empty for others.
pub(super) fn scope(stream: &Stream<'_>, quantity: &Quantity) -> String {
    let length = if quantity.kind == Kind::Rank {
        let end = quantity.words.start;
        let end = end - stream.longest_before(0, end, &lists().rank_nouns).unwrap_or(0);
        let length = stream.longest_before(0, end, WordTag::Scope.words()).unwrap_or(0);
        if length == 0
            && let Some((at, length)) = moved_within(stream, end)
        {
            return stream.verbatim(at..at + length);
        }
        let field = field(stream, end - length).filter(|_| length == 0).unwrap_or(end - length);
        return stream.verbatim(field..end);
    } else if quantity.against {
        let named = |at: &usize| stream.longest_at(*at, WordTag::Scope.words()).is_some();
        (quantity.words.start..quantity.number.start)
            .find(named)
            .map(|at| (at, stream.longest_at(at, WordTag::Scope.words()).unwrap_or(0)))
    } else {
        None
    };
    length
        .or_else(|| compared_before(stream, quantity))
        .map_or_else(String::new, |(at, length)| stream.verbatim(at..at + length))
}

/// The scope of the place that a clause moves away from (`从全国第12位跃升至第5位`), and of the members of a list behind the first.
fn moved_within(stream: &Stream<'_>, end: usize) -> Option<(usize, usize)> {
    let start = clause::around(stream, end).start;
    let named = |at: usize| {
        let length = stream.longest_at(at, WordTag::Scope.words())?;
        stream.has(at + length, "第").then_some((at, length))
    };
    let moved = matches!(stream.before(end), '至' | '到' | '居' | '、' | '和');
    (start..end).rev().find_map(named).filter(|_| moved)
}

/// Where the field of a place begins that no scope names, behind the verb of placing (`稳居西部和边境省区第一`, `跻身中国企业500强`).
fn field(stream: &Stream<'_>, end: usize) -> Option<usize> {
    let clause = clause::around(stream, end).start;
    let reach = end.saturating_sub(LONGEST_FIELD).max(clause);
    let starts = |at: usize| {
        stream.longest_at(at, WordTag::Placing.words()).filter(|length| *length > 1).map(|length| at + length)
    };
    let start = (reach..end).filter_map(starts).max().filter(|start| *start + 2 <= end)?;
    (start..end).all(|at| is_han(stream.at(at))).then_some(start)
}

/// How many characters a verb of placing and a field behind it may have.
const LONGEST_FIELD: usize = 16;

/// The scope of the first member of a list of distances (`分别高于全国12.7个、12个百分点`).
fn compared_before(stream: &Stream<'_>, quantity: &Quantity) -> Option<(usize, usize)> {
    let start = clause::around(stream, quantity.number.start).start;
    let named = |at: usize| {
        let length = stream.longest_at(at, WordTag::Scope.words())?;
        matches!(stream.before(at), '于' | '比' | '较').then_some((at, length))
    };
    (start..quantity.number.start).rev().find_map(named).filter(|_| quantity.against)
}
