//! What stands left and right of each quantity in its clause, and to which of two neighbours it belongs. Knows no verbs but
//! those that divide.

use std::ops::Range;

use super::clause;
use super::quantity::Quantity;
use super::stream::{Enclosure, Stream};
use super::word_lists::lists;

/// The surroundings of one quantity.
#[derive(Clone, Debug)]
pub(super) struct Surroundings {
    /// From the start of the clause, or of what belongs to this quantity, to the number.
    pub left: Range<usize>,
    /// From the number with its unit to the end of the clause, or of what belongs to this quantity.
    pub right: Range<usize>,
    /// The quantity goes on a list that another began in the same clause (`绿道10公里、绿地40公顷`).
    pub listed: bool,
}

/// The surroundings of all quantities of a stream.
pub(super) fn all(stream: &Stream<'_>, quantities: &[Quantity]) -> Vec<Surroundings> {
    let mut around: Vec<Surroundings> = quantities.iter().map(|quantity| alone(stream, quantity)).collect();
    for index in 1..quantities.len() {
        let (before, this) = (&quantities[index - 1], &quantities[index]);
        if before.body.end <= around[index].left.start || before.body.end > this.number.start {
            continue;
        }
        let (right, left) = divide(stream, before.body.end..this.number.start);
        around[index].listed = right.end < left.start || right.is_empty();
        around[index - 1].right = right.start..right.end.min(this.words.start).max(right.start);
        around[index].left = left;
    }
    around
}

/// The whole clause, when no other quantity stands in it.
fn alone(stream: &Stream<'_>, quantity: &Quantity) -> Surroundings {
    let clause = clause::around(stream, quantity.number.start);
    let end = clause.end.max(quantity.body.end);
    Surroundings { left: clause.start..quantity.number.start, right: quantity.body.end..end, listed: false }
}

/// Divides what stands between two quantities: what the first counts, and what leads up to the second.
fn divide(stream: &Stream<'_>, gap: Range<usize>) -> (Range<usize>, Range<usize>) {
    if let Some(length) =
        stream.longest_at(gap.start, &lists().surroundings_joints).filter(|length| gap.start + length <= gap.end)
    {
        return (gap.start..gap.start, gap.start + length..gap.end);
    }
    let open = |at: &usize| stream.enclosure(*at) == Enclosure::None;
    let mut free = (examples_end(stream, &gap)..gap.end).filter(open);
    if let Some(at) = free.clone().find(|at| stream.at(*at) == '、') {
        // `8个轨道交通项目和高端船舶、新能源汽车等59个产业项目`: the examples are of the second.
        let examples = stream.before(gap.end) == '等';
        let joint = (gap.start + 2..at).find(|at| stream.at(*at) == '和' && open(at)).filter(|_| examples);
        if let Some(joint) = joint {
            return (gap.start..joint, joint + 1..gap.end);
        }
        return (gap.start..at, at + 1..gap.end);
    }
    if let Some(at) =
        free.find(|at| *at > gap.start && stream.longest_at(*at, &lists().surroundings_dividers).is_some())
    {
        return (gap.start..at, at..gap.end);
    }
    // `39个农村生活污水和2处黑臭水体`: the joint alone parts the two. `项目指标增幅和吞吐量等6项`: examples belong to the second.
    let joint = |at: &usize| stream.longest_at(*at, &["和", "及", "以及", "与"]).is_some() && open(at);
    if let Some(at) = gap.clone().rev().find(joint).filter(|at| *at > gap.start) {
        let length = stream.longest_at(at, &["和", "及", "以及", "与"]).unwrap_or(1);
        if at + length == gap.end || stream.before(gap.end) == '等' {
            return (gap.start..at, at + length..gap.end);
        }
    }
    (gap.clone(), gap)
}

/// Where a list of examples in the gap ends (`保障金、救助金等各种补贴`), so that its marks divide nothing.
fn examples_end(stream: &Stream<'_>, gap: &Range<usize>) -> usize {
    match stream.find(gap.clone(), "等") {
        Some(at) if at + 1 < gap.end && stream.find(gap.start..at, "、").is_some() => at,
        _ => gap.start,
    }
}
