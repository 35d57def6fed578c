//! How a number stands to what it measures: what there is, what came new, what was left behind. Knows no names of things.

use super::figure::{Kind, Manner};
use super::lexicon::WordTag;
use super::name::Name;
use super::quantity::Quantity;
use super::stream::Stream;
use super::why::{Because, MannerRule, NameRule};
use crate::text::Span;

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
    let reach = end.saturating_sub(LONGEST_LEAVE);
    let leaves = |at: &usize| {
        matches!(stream.at(*at), '从' | '由')
            && !matches!(stream.at(at + 1), '业' | '此' | '于' | '事')
            && stream.before(*at) != '自'
    };
    let cut = |at: usize| matches!(stream.at(at), '，' | '、' | '；' | '。' | '到' | '至');
    (reach..end).rev().take_while(|at| !cut(*at)).find(leaves)
}

/// How far before the number 从 may stand (`由2010年的1264元`, `从全国第13位`).
const LONGEST_LEAVE: usize = 9;

/// The field in which a rank or a comparison holds (`全省` of `排名全省第十四`, 全国 of `高于全国0.7个百分点`); empty for others.
pub(super) fn scope(stream: &Stream<'_>, quantity: &Quantity) -> String {
    let length = if quantity.kind == Kind::Rank {
        let end = quantity.words.start;
        let length = stream.longest_before(0, end, WordTag::Scope.words()).unwrap_or(0);
        return stream.verbatim(end - length..end);
    } else if quantity.against {
        let named = |at: &usize| stream.longest_at(*at, WordTag::Scope.words()).is_some();
        (quantity.words.start..quantity.number.start)
            .find(named)
            .map(|at| (at, stream.longest_at(at, WordTag::Scope.words()).unwrap_or(0)))
    } else {
        None
    };
    length.map_or_else(String::new, |(at, length)| stream.verbatim(at..at + length))
}
