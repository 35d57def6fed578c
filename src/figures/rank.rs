//! Places in an order: 居全国第3位, 前45名, 前20%. Knows no indicators.

use super::clause;
use super::lexicon::WordTag;
use super::phrase::stands_alone;
use super::stream::{Enclosure, Stream};
use super::word_lists::lists;

/// What stands before a number that makes it a place in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    /// `第3位`: this very place.
    Nth,
    /// `前45名`: this place or a better one.
    Among,
}

/// Whether the number at `start`, with its unit ending at `end`, is a place in an order.
pub(super) fn of(stream: &Stream<'_>, floor: usize, start: usize, unit: &str) -> Option<Rank> {
    match stream.before(start) {
        '第' if matches!(unit, "位" | "名") || (unit.is_empty() && placed(stream, floor, start)) => Some(Rank::Nth),
        '前' if matches!(unit, "名" | "位" | "%" | "强") || (unit.is_empty() && placed(stream, floor, start)) => {
            Some(Rank::Among)
        }
        // `综合实力由39位提升到31位`
        '由' | '从' | '到' | '至' if unit == "位" && moves(stream, start) => Some(Rank::Nth),
        // `跻身全国50强`
        _ if unit == "强" => Some(Rank::Among),
        // `排名由369位上升到235位`
        '由' | '从' | '到' | '至' | '为' if unit == "位" && ranking(stream, floor, start) => Some(Rank::Nth),
        _ => None,
    }
}

/// Whether `50强` from `start` on, with 强 at `best`, is a place that was won (`跻身全国50强`), not a name of those who have it
/// (`引进世界500强企业`).
pub(super) fn best(stream: &Stream<'_>, start: usize, best: usize) -> bool {
    let won = &lists().rank_won;
    let reach = clause::around(stream, start).start.max(start.saturating_sub(LONGEST_SCOPE));
    let verb = (reach..start).any(|at| stream.longest_at(at, won).is_some());
    // `进入全国100强的企业达3家`: the number counts those who are there.
    let goes_on = stream.at(best + 1) == '的' || stream.at(best + 1).is_ascii_digit();
    verb && stream.enclosure(start) == Enclosure::None && !goes_on
}

/// Whether a place moves from or to the number at `start`; of persons, who are counted with 位 too, none moves up.
fn moves(stream: &Stream<'_>, start: usize) -> bool {
    let verbs = &lists().rank_moved;
    let leaves = matches!(stream.before(start), '由' | '从');
    let end = (start..start + 4).find(|at| stream.at(*at) == '位').map_or(start, |at| at + 1);
    if leaves {
        stream.longest_at(end, verbs).is_some()
    } else {
        verbs.iter().any(|verb| stream.ends(0, start - 1, verb))
    }
}

/// Whether the words before a number speak of a ranking.
fn ranking(stream: &Stream<'_>, floor: usize, start: usize) -> bool {
    (floor.max(start.saturating_sub(LONGEST_SCOPE))..start)
        .any(|at| stream.longest_at(at, &["排名", "位次", "名次"]).is_some())
}

/// Whether a verb of placing or a scope stands shortly before a number.
pub(super) fn placed(stream: &Stream<'_>, floor: usize, start: usize) -> bool {
    let reach = floor.max(start.saturating_sub(LONGEST_SCOPE));
    (reach..start).any(|at| stream.longest_at(at, &lists().rank_ranked).is_some_and(|length| at + length < start))
}

/// Whether a verb of placing stands shortly before a number.
pub(super) fn verb_before(stream: &Stream<'_>, start: usize) -> bool {
    let reach = start.saturating_sub(LONGEST_SCOPE);
    (reach..start).any(|at| {
        let length = stream.longest_at(at, WordTag::Placing.words()).unwrap_or(0);
        length > 1 || (length == 1 && stands_alone(stream, at))
    })
}

/// How far before the number the verb or the scope of a placing may stand.
const LONGEST_SCOPE: usize = 14;
