//! Names and numbers that are measured against something else: against what, a name does not say. Knows no periods.

use super::clause;
use super::quantity::Quantity;
use super::stream::Stream;
use super::word_lists::lists;
use crate::text::is_digit;

/// Whether a name ends with so many of something, of which the number takes a part (`每4元`).
pub(super) fn each_of(name: &str) -> bool {
    name.rsplit_once('每').is_some_and(|(_, each)| each.starts_with(is_digit))
}

/// Whether a name goes on into what it is compared with.
pub(super) fn compares(name: &str) -> bool {
    let (before, after) = (&lists().compared_words_before, &lists().compared_words_after);
    let mut than = name.match_indices('比').filter(|(at, _)| *at > 0 && at + '比'.len_utf8() < name.len());
    than.any(|(at, than)| {
        let (left, right) = (&name[..at], &name[at + than.len()..]);
        !before.iter().any(|half| left.ends_with(half)) && !after.iter().any(|half| right.starts_with(half))
    })
}

/// Whether the clause before takes something out of what is measured (`剔除价格因素`, `扣除甲后`).
pub(super) fn is_of_less(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let clause = clause::around(stream, quantity.number.start);
    let before = clause::before(stream, &clause)
        .filter(|before| ["扣除", "剔除"].iter().any(|word| stream.has(before.start, word)));
    let conditions = ["因素", "影响"];
    before.is_some_and(|before| !conditions.iter().any(|word| stream.find(before.clone(), word).is_some()))
}

/// Whether a percentage is measured against an average (`分别约为全国平均的70%、60%`).
pub(super) fn is_of_average(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let clause = clause::around(stream, quantity.number.start).start;
    ["平均的", "平均水平的", "计划的", "年计划的"]
        .iter()
        .any(|than| stream.find(clause..quantity.number.start, than).is_some())
}

/// Whether a percentage is a part of what neither it nor its name says.
pub(super) fn is_of_unsaid_whole(stream: &Stream<'_>, quantity: &Quantity, name: &str) -> bool {
    let part = stream.before(quantity.words.start) == '占' && !name.contains('占');
    // `引进项目793个，其中重点产业链项目占比84%`: of what stands before.
    let share = name.ends_with("占比") || name.ends_with("比重") && !name.contains('占');
    let within = share && name_follows_part(stream, quantity);
    part && !is_rate(name) && !name.ends_with(['率', '比']) || within
}

/// Whether 其中 opens the clause of a quantity, and numbers stand in the clause before.
fn name_follows_part(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let clause = clause::around(stream, quantity.number.start);
    let before = clause::before(stream, &clause).filter(|_| stream.has(clause.start, "其中"));
    before.is_some_and(|before| stream.is_numbered(before))
}

/// Whether a name is that of a part of something or of its speed, which have no unit of amounts.
pub(super) fn is_rate(name: &str) -> bool {
    lists().doubt_rates.iter().any(|rate| name.ends_with(rate))
}
